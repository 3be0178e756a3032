"""What bounds the reading of any file: how much is told, how much is looked at, and how much belongs together."""

import json
from pathlib import Path

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.lint import gate_hides_evidence, pathway_lists_less, vignettes
from screening.reading import comments, directories, glossary, set_layers, shape, translations, walk
from screening.reading.bounds import MAX_BYTES, MAX_NODES, Bounds
from screening.reading.comments import read_comments
from screening.reading.directories import read_services
from screening.reading.glossary import read_glossary
from screening.reading.problem import MOST_TOLD
from screening.reading.references.set_file import _in_bands
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import read_set
from screening.reading.translations import read_translations
from screening.reading.yaml_text import read_yaml
from screening.referral.directory import Directory
from screening.sets.model import SetFile
from tests.commands.test_check import run
from tests.lint.wise import read, wise
from tests.support.building import file_of
from tests.support.folders import SOUND, write
from tests.support.problems import said

DIRECTORY = """place: hk
names: {en: Here}
as_of: "2026-01-31"
time_zone: Asia/Hong_Kong
emergency: {number: "999", names: {en: E}, evidence: official, source: S, page_date: "2026"}
"""
EMPTY = 6  # what is wrong with a service of nothing: five keys are missing, and nobody can reach it


def told(out: str) -> tuple[list[str], int, int]:
    """The problems that are told as text, how many more there are, and how many in all."""
    *lines, last = out.splitlines()
    more = int(lines.pop().split()[1]) if lines and lines[-1].endswith((" more problems", " more problem")) else 0
    return lines, more, int(last.split()[2])


# --- how much is told ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [10, 1_000])
def test_so_many_problems_are_told_and_the_others_counted(number: int, tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(f"{DIRECTORY}services: [{', '.join(['{}'] * number)}]\n")

    lines, more, count = told(run(path)[1])

    assert count == EMPTY * number
    assert len(lines) == min(count, MOST_TOLD)
    assert more == count - len(lines)
    assert [int(line.split(":")[2]) for line in lines] == sorted(int(line.split(":")[2]) for line in lines)


def test_each_format_says_how_many_more_there_are(tmp_path: Path) -> None:
    path = tmp_path / "xx.yaml"
    path.write_text(f"{DIRECTORY}services: [{', '.join(['{}'] * 100)}]\n")

    data = json.loads(run(path, "--format", "json")[1])
    *lines, more, last = run(path, "--format", "github")[1].splitlines()

    assert (data["count"], data["more"], len(data["problems"])) == (600, 400, MOST_TOLD)
    assert (len(lines), more, last) == (MOST_TOLD, "::notice::and 400 more problems", "1 checked, 600 problems")


@pytest.mark.slow
@pytest.mark.parametrize("number", [150, 1_000])
def test_what_is_found_in_an_extended_set_too_is_counted_once(number: int, tmp_path: Path) -> None:
    base = {"set.yaml": SOUND["set.yaml"], "indicators.yaml": "- {idd: x, states: S, dimension: control}\n" * number}
    write(tmp_path / "base", {**SOUND, **base})
    write(tmp_path / "top", {"set.yaml": 'id: top\nversion: "1"\ntitle: Top\nextends: sound\n'})
    alone = told(run(tmp_path / "base")[1])

    both = told(run(tmp_path / "base", tmp_path / "top", "--indicators", tmp_path)[1])

    places = [[line.split(": ")[0] for line in lines] for lines in (alone[0], both[0])]
    assert alone[2] >= number
    assert places[0] == places[1]
    assert both[1:] == alone[1:]


def test_of_very_many_findings_of_a_rule_the_first_are_told_too(tmp_path: Path) -> None:
    data = wise()
    data["guidance.yaml"][0]["needs"] = ["shelter"]
    first = {key: value for key, value in data["indicators.yaml"][0].items() if "source" not in key}
    data["indicators.yaml"] += [
        {**first, "id": f"more-{number}", "strength_source": {"grade": "project"}} for number in range(500)
    ]
    read(tmp_path, data)

    lines, more, count = told(run(tmp_path / "set")[1])

    # No answer shows them, and none of them has a source.
    assert (len(lines), more, count) == (MOST_TOLD, 1_000 - MOST_TOLD, 1_000)


@pytest.mark.parametrize(
    "text",
    ["a{0}: \x1b\n", "a{0}: 1\n", "a: {0}\n", "a{0}: !x 1\n", 'a{0}: "\\e"\n', "a{0}: *b\n"],
    ids=["escapes", "unknown keys", "one key", "tags", "written escapes", "aliases of nothing"],
)
def test_whatever_is_wrong_with_a_text_few_problems_are_held(text: str) -> None:
    whole = "".join(text.replace("{0}", str(number)) for number in range(2_000))

    file = shape.shape(read_yaml(whole.encode(), "file.yaml"), Directory)

    assert len(file.problems) <= MOST_TOLD
    assert len(file.problems) + file.problems.more in {1, *range(1_999, 2 * 2_000 + 10)}


# --- how much is looked at -------------------------------------------------------------------------------------------


def test_a_key_that_was_meant_is_looked_for_so_often_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[str] = []
    monkeypatch.setattr(walk, "nearest", lambda key, _: looked.append(key))
    text = read_yaml("".join(f"key{number}: 1\n" for number in range(5_000)).encode(), "file.yaml")

    file = shape.shape(text, Directory)

    assert len(looked) == 1_000
    assert file.problems.more > 4_000


def test_a_key_nearly_right_in_what_an_alias_repeats_is_told_and_breaks_nothing(tmp_path: Path) -> None:
    main = SOUND["sections/main.yaml"].replace(
        "options: [{id: own, label: O}, {id: kept, label: K, shows: [held]}]",
        "options: [&a {id: own, lable: O}, *a, {id: kept, label: K, shows: [held]}]",
    )

    problems = read_set(write(tmp_path, {**SOUND, "sections/main.yaml": main})).problems

    assert "the key 'lable' is not known here" in {said(problem.message) for problem in problems}


def test_comments_are_read_once_each_however_many_there_are(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    judged: list[str] = []
    pattern = comments._NOTHING_ELSE

    class Counted:
        def fullmatch(self, line: str) -> object:
            judged.append(line)
            return pattern.fullmatch(line)

    monkeypatch.setattr(comments, "_NOTHING_ELSE", Counted())
    path = tmp_path / "file.yaml"
    path.write_text("# screening: hush\n" * 3_000 + "a: 1\n")

    found = read_comments(str(path))

    assert [comment.lines for comment in found] == [(line, 3_001) for line in range(1, 3_001)]
    assert len(judged) <= 3_002


# --- how much belongs together ---------------------------------------------------------------------------------------


def _with_bounds(monkeypatch: pytest.MonkeyPatch, module: object, **bounds: int) -> None:
    monkeypatch.setattr(module, "Bounds", lambda: Bounds(**bounds))


def test_the_files_of_a_set_are_bounded_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, SOUND)
    assert read_set(tmp_path).problems == ()
    _with_bounds(monkeypatch, set_layers, values=60)

    (first, *_) = read_set(tmp_path).problems

    assert said(first.message) == f"with the files before it, there are more than {MAX_NODES} values"


def test_so_is_what_it_extends_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "base", SOUND)
    write(tmp_path / "top", {"set.yaml": 'id: top\nversion: "1"\ntitle: Top\nextends: sound\n'})
    catalog = SetCatalog({"sound": tmp_path / "base"}, frozenset())
    size = sum(path.stat().st_size for path in (tmp_path / "base").rglob("*.yaml"))
    _with_bounds(monkeypatch, set_layers, bytes=size)

    (problem,) = read_set(tmp_path / "top", catalog).problems

    assert problem.file.startswith(str(tmp_path / "base"))
    assert said(problem.message).startswith("this file, with those before it, is larger than ")


def test_so_are_the_files_of_a_glossary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        (tmp_path / f"{name}.yaml").write_text(f"title: T\nterms: [{{names: {{en: [{name}{name}]}}}}]\n")
    paths = sorted(tmp_path.iterdir())
    assert read_glossary(paths).problems == ()
    _with_bounds(monkeypatch, glossary, values=14)

    (problem,) = read_glossary(paths).problems

    assert (problem.file, said(problem.message)) == (
        str(paths[2]),
        f"with the files before it, there are more than {MAX_NODES} values",
    )


@pytest.mark.slow
def test_what_a_set_of_the_size_that_is_promised_has_is_far_from_the_bounds(tmp_path: Path) -> None:
    services = "".join(
        f"  - {{id: s-{number}, names: {{en: House}}, offers: [shelter], source: S, page_date: '2026', notes: [Ask.],\n"
        f"     contacts: [{{kind: telephone, number: '+852 2{number}', hours: 'Mo-Fr 09:00-17:00', evidence: official}}]}}\n"
        for number in range(10_000)
    )
    (tmp_path / "xx.yaml").write_text(f"{DIRECTORY}services:\n{services}")

    assert read_services(tmp_path / "xx.yaml").problems == ()


# --- translations ----------------------------------------------------------------------------------------------------

ENTRY = 'msgctxt "a"\nmsgid "A"\nmsgstr "B"\n'


@pytest.mark.parametrize(
    ("bound", "content", "line", "what"),
    [
        ("MAX_PO_BYTES", ENTRY, 1, "a translation file may be at most 0 MiB, and this is larger"),
        ("MAX_LINES", ENTRY * 4, 1, "there are more than 10 lines of translations"),
        ("MAX_LINES_TOGETHER", ENTRY * 4, 1, "with the files before it, there are more than 10 lines of translations"),
        ("MAX_TEXT_LINES", ENTRY + '"C"\n' * 10, 12, "a text has more than 10 lines or 50000 characters"),
        ("MAX_TEXT", ENTRY.replace("B", "B" * 10), 1, "a text has more than 1000 lines or 10 characters"),
        ("MAX_TEXT_LINES", '#~ msgid "A"\n' + '#~ "C"\n' * 10, 11, "a text has more than 10 lines or 50000 characters"),
    ],
    ids=["bytes", "lines", "lines together", "lines of a text", "letters of a text", "lines of an obsolete text"],
)
def test_a_translation_is_bounded(
    bound: str, content: str, line: int, what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(translations, bound, 10)
    write(tmp_path, {"locale/de.po": content})

    (file,) = read_translations(tmp_path)
    (problem,) = file.problems

    assert (problem.line, said(problem.message), file.entries) == (line, what, ())


def test_translations_are_bounded_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(translations, "MAX_LINES_TOGETHER", 10)
    write(tmp_path, {f"locale/{name}.po": ENTRY * 2 for name in ("de", "en", "fr")})

    read_ = read_translations(tmp_path)

    assert [len(file.entries) for file in read_] == [2, 0, 0]


@pytest.mark.parametrize("comment", ["# x", "#. x", "#: x:1", "#, c-format", '#| msgid "x"', "#,", "#"])
def test_comments_of_a_translation_cost_the_parser_nothing(
    comment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    parse = polib.pofile

    def parsed(text: str) -> polib.POFile:
        given.append(text)
        return parse(text)

    monkeypatch.setattr(polib, "pofile", parsed)
    write(tmp_path, {"locale/de.po": f"{comment}\n" * 1_000 + f"#, c-format, fuzzy\n{ENTRY}{comment}\n"})

    (file,) = read_translations(tmp_path)

    assert [(entry.fuzzy, entry.line) for entry in file.entries] == [(True, 1_002)]
    assert sum(len(text.strip()) for text in given) < len(ENTRY) + 20


def test_a_text_of_any_length_is_told_in_short(tmp_path: Path) -> None:
    (tmp_path / "xx.yaml").write_text(f"? {'k' * 900}\n: 1\n{'n' * 300}: 2\n")

    out = run(tmp_path / "xx.yaml")[1]

    assert max(map(len, out.splitlines())) < 1_000 + len(str(tmp_path))


def test_the_bounds_are_those_that_the_documentation_says() -> None:
    assert (MAX_BYTES, MAX_NODES, MOST_TOLD) == (8 * 1024 * 1024, 200_000, 200)


# --- work that grows with the file and no faster ---------------------------------------------------------------------


def _many_flags(number: int, gates: int, *, gates_first: bool) -> dict[str, str]:
    options = "options: [{id: a, label: A, raises: [going_back]}, {id: b, label: B, shows: [held]}]"
    raising = "".join(f"  - {{id: r-{each}, ask: R?, record: R, {options}}}\n" for each in range(number))
    gated = "".join(f"  - {{id: g-{each}, ask: G?, record: G, when: {{flag: going_back}}}}\n" for each in range(gates))
    main = gated + raising if gates_first else raising + gated
    return {**SOUND, "sections/main.yaml": f"id: main\nquestions:\n{main}", "vignettes/case.yaml": CASE_OF_NOTHING}


CASE_OF_NOTHING = "{id: case, title: T, story: S, teaches: T, expect: {}, circumstances: {}, answers: {}}"


def test_a_gate_on_a_flag_is_told_once_however_many_questions_raise_it_later(tmp_path: Path) -> None:
    problems = read_set(write(tmp_path, _many_flags(20, 10, gates_first=True))).problems

    assert [said(problem.message) for problem in problems] == [
        "'r-0' (and 19 more) can raise 'going_back' and is not asked before this"
    ] * 10


def test_a_gate_on_a_flag_names_so_many_of_the_questions_whose_answers_it_hides(tmp_path: Path) -> None:
    files = read_set(write(tmp_path, _many_flags(100, 10, gates_first=False)))

    found = list(gate_hides_evidence.check(files))

    assert len(found) == 10 * 12


def test_a_gate_names_so_many_of_the_answers_that_it_hides(tmp_path: Path) -> None:
    options = ", ".join(f"{{id: o-{number}, label: L, shows: [held]}}" for number in range(100))
    main = (
        "id: main\nquestions:\n"
        f"  - {{id: q, ask: Q?, record: R, options: [{options}]}}\n"
        "  - {id: g, ask: G?, record: G, when: {question: q, is: [o-0]}}\n"
    )
    files = read_set(write(tmp_path, {**SOUND, "sections/main.yaml": main, "vignettes/case.yaml": CASE_OF_NOTHING}))

    (found,) = gate_hides_evidence.check(files)

    assert "answered 'o-1', 'o-2'" in said(found.message)
    assert "'o-12', ..., which" in said(found.message)
    assert "'o-13'" not in said(found.message)


_EFFECTS = st.frozensets(st.tuples(st.just("shows"), st.sampled_from("abcdef")), max_size=4)


@pytest.mark.slow
@given(st.sets(_EFFECTS, max_size=8), _EFFECTS)
def test_what_says_more_than_one_of_many_is_told_as_by_looking_at_each(
    listed: set[frozenset[tuple[str, str]]], effects: frozenset[tuple[str, str]]
) -> None:
    assert pathway_lists_less._says_more_than(listed)(effects) == any(effects > less for less in listed)


@given(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["none_recorded", "some_concern", "clear_concern"]))))
def test_a_band_is_told_where_one_of_a_lower_score_has_a_higher_level(bands: list[tuple[int, str]]) -> None:
    listed = [
        {"id": f"b-{number}", "title": "B", "score": score, "level": level}
        for number, (score, level) in enumerate(bands)
    ]
    about = file_of({"id": "x", "version": "1", "title": "T", "sections": [], "bands": listed}, SetFile)
    ranks = ["none_recorded", "some_concern", "clear_concern"]

    told = {
        said(problem.message).split("'")[1]
        for problem in _in_bands(about)
        if "has a lower level" in said(problem.message)
    }

    assert told == {
        f"b-{number}"
        for number, (score, level) in enumerate(bands)
        if any(lower < score and ranks.index(other) > ranks.index(level) for lower, other in bands)
    }


def test_services_are_compared_with_so_many_traps_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = wise()["referrals/xx.yaml"] | {
        "traps": [{"what": f"555 01{number}", "why": "W"} for number in range(10, 20)]
    }
    path = tmp_path / "xx.yaml"
    path.write_text(json.dumps(data))
    monkeypatch.setattr(directories, "MOST_COMPARED", 10)
    assert "traps are too many" not in run(path)[1]
    monkeypatch.setattr(directories, "MOST_COMPARED", 9)

    assert "10 traps are too many to compare with 1 services. Split the file. [trap-as-contact]" in run(path)[1]


def test_of_a_very_large_set_so_many_vignettes_are_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = SOUND["vignettes/case.yaml"].replace("level: some_concern", "level: none_recorded")
    cases = {f"vignettes/{name}.yaml": case.replace("id: case", f"id: {name}") for name in ("case", "other", "third")}
    files = read_set(write(tmp_path, {**SOUND, **cases}))
    assert len(list(vignettes.check(files))) == 3
    # Five questions and two indicators.
    monkeypatch.setattr(vignettes, "MOST_COMPARED", 2 * 7)

    told = [said(problem.message) for problem in vignettes.check(files)]

    assert told[0] == "only the first 2 of 3 vignettes are compared, as the set is very large"
    assert len(told) == 3


def test_every_forbidden_character_of_a_translation_is_counted(tmp_path: Path) -> None:
    write(tmp_path, {"locale/de.po": ENTRY.replace("B", "\x1b") * 500})

    assert len(read_translations(tmp_path)[0].problems) == 500
