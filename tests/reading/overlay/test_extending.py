"""What one set laid over another promises: only what is named changes, safety stays, and everything keeps its place."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.lint import set_findings
from screening.reading.overlay import overlay
from screening.reading.position import Position
from screening.reading.problem import Problem, Unsound
from screening.reading.set_catalog import SetCatalog, data_folder, set_folders
from screening.reading.set_files import SetFiles
from screening.reading.set_texts import SetTexts
from screening.reading.sets import read_set
from screening.reading.yaml_text import read_yaml
from screening.sets.fingerprint import fingerprint
from screening.sets.model import Extended, IndicatorSet
from tests.support.folders import SOUND, write
from tests.support.mutations import VALUES, paths, replaced
from tests.support.problems import said
from tests.support.thorough import examples

ABOUT = 'id: mine\nversion: "7"\ntitle: Mine\nextends: sound\n'
# The sound set with safety first, under the set that extends it.
BASE: Mapping[str, str] = {
    **SOUND,
    "set.yaml": SOUND["set.yaml"]
    .replace("sections:\n", "sections:\n  - {id: danger, stage: urgent}\n")
    .replace(
        "flags:\n", "flags:\n  - {id: child, title: Child, do: [Call]}\n  - {id: danger_now, title: D, do: [Go]}\n"
    ),
    "sections/danger.yaml": """\
id: danger
questions:
  - {id: danger-now, ask: Danger?, record: In danger, raises: [danger_now]}
  - id: ill
    ask: Ill?
    record: Is ill
    options: [{id: very, label: V, raises: [danger_now]}, {id: little, label: L, raises: [danger_now]}]
""",
}


def catalog(base: Path, **others: Path) -> SetCatalog:
    """A catalog with the base, and other sets."""
    return SetCatalog({"sound": base, **others}, frozenset())


def laid(folder: Path, files: Mapping[str, str] | None = None, about: str = "") -> SetFiles:
    """A set that extends the base, in folders of their own."""
    base = write(folder / "base", BASE)
    mine = write(folder / "mine", {"set.yaml": ABOUT + about, **(files or {})})
    return read_set(mine, catalog(base))


def told(files: SetFiles, folder: Path) -> list[str]:
    """The problems, with their files as seen from the folder."""
    return [str(problem).replace(f"{folder}/", "") for problem in files.problems]


def question(indicator_set: IndicatorSet, name: str) -> Any:
    return next(each for _, _, each in indicator_set.questions() if each.id == name)


def without_names(indicator_set: IndicatorSet) -> str:
    """Everything but what a set never has from another one."""
    about = msgspec.structs.replace(
        indicator_set.about, id="x", version="x", title="x", roles=(), extends=None, goes_on=None
    )
    whole = msgspec.structs.replace(indicator_set, about=about, extends=None)
    return repr(whole)  # not as JSON, where msgspec writes `all` and `any` alike


# --- laying over -----------------------------------------------------------------------------------------------------


def test_which_answer_means_what_in_the_next_set_is_not_inherited(tmp_path: Path) -> None:
    mine = write(tmp_path, {"set.yaml": 'id: mine\nversion: "7"\ntitle: Mine\nextends: first-contact\n'})

    assert read_set(data_folder("indicators") / "first-contact").set.about.goes_on is not None
    assert read_set(mine).set.about.goes_on is None


@pytest.mark.parametrize("base", set_folders(data_folder("indicators")), ids=lambda folder: folder.name)
def test_extending_with_nothing_changes_nothing_but_the_names(base: Path, tmp_path: Path) -> None:
    mine = write(tmp_path, {"set.yaml": f'id: mine\nversion: "7"\ntitle: Mine\nextends: {base.name}\n'})

    whole, extended = read_set(base).set, read_set(mine).set

    # A promise to translate is not inherited.
    promised = replace(extended, about=replace(extended.about, languages=whole.about.languages))
    assert without_names(promised) == without_names(whole)
    assert (extended.about.id, extended.about.version, extended.about.title) == ("mine", "7", "Mine")
    assert extended.extends is not None
    assert (extended.extends.id, extended.extends.version) == (base.name, whole.about.version)


def test_a_question_is_changed_in_what_it_names_and_stands_where_it_stood(tmp_path: Path) -> None:
    main = "id: main\nquestions:\n  - {id: with, ask: Who is with you?}\n"

    indicator_set = laid(tmp_path, {"sections/anything.yaml": main}).set

    changed = question(indicator_set, "with")
    assert (changed.ask, changed.record, changed.several) == ("Who is with you?", "W", True)
    main_questions = [each.id for _, section, each in indicator_set.questions() if section.id == "main"]
    assert main_questions == ["papers", "with", "tonight", "after"]


NEW = "{{id: {0}, ask: N?, record: N{1}}}"


@pytest.mark.parametrize(
    ("items", "order"),
    [
        ([("a", ""), ("b", "")], ["papers", "with", "tonight", "after", "a", "b"]),
        ([("a", ", after: papers")], ["papers", "a", "with", "tonight", "after"]),
        ([("a", ", after: papers"), ("b", ", after: papers")], ["papers", "a", "b", "with", "tonight", "after"]),
        ([("a", ", after: after"), ("b", ", after: a")], ["papers", "with", "tonight", "after", "a", "b"]),
        ([("tonight", ", after: papers")], ["papers", "tonight", "with", "after"]),
        ([("papers", ", after: with"), ("a", ", after: papers")], ["with", "papers", "a", "tonight", "after"]),
    ],
    ids=["at the end", "after", "two after one", "after a new one", "moved", "after a moved one"],
)
def test_a_new_item_comes_last_or_after_the_one_that_it_names(
    items: list[tuple[str, str]], order: list[str], tmp_path: Path
) -> None:
    lines = [f"  - {NEW.format(*item)}\n" for item in items]
    # A gate may look only at what comes earlier, and this is about order.
    changed = {"sections/main.yaml": f"id: main\nquestions:\n{''.join(lines)}  - {{id: after, when: null}}\n"}

    questions = laid(tmp_path, changed).set.questions()

    assert [each.id for _, section, each in questions if section.id == "main"] == order


@pytest.mark.parametrize(
    ("after", "says"),
    [
        ("pappers", "there is no 'pappers' here to put it after. Did you mean 'papers'?"),
        ("a", "there is no 'a' here to put it after."),
        ("[papers]", "'after' takes one id."),
    ],
)
def test_an_item_that_is_to_stand_after_nothing_is_told(after: str, says: str, tmp_path: Path) -> None:
    main = f"id: main\nquestions:\n  - {{id: a, ask: A?, record: A, after: {after}}}\n"

    (problem,) = told(laid(tmp_path, {"sections/m.yaml": main}), tmp_path)

    assert problem.startswith(f"mine/sections/m.yaml:3:40: {says}")


def test_lists_without_ids_conditions_and_vignettes_are_replaced_whole(tmp_path: Path) -> None:
    files = {
        "sections/main.yaml": "id: main\nquestions:\n  - {id: after, when: {flag: going_back}}\n",
        "vignettes/v.yaml": "{id: case, title: T, story: S, answers: {with: [boss]}, expect: {flags: []}, teaches: T}",
    }

    indicator_set = laid(tmp_path, files, "flags: [{id: going_back, do: [One, Two]}]\n").set

    assert repr(question(indicator_set, "after").when) == "Gate(FlagRaised(flag='going_back'))"
    (case,) = indicator_set.vignettes
    assert (dict(case.answers), case.expect.level) == ({"with": ("boss",)}, None)
    (going_back,) = [flag for flag in indicator_set.about.flags if flag.id == "going_back"]
    assert going_back.do == ("One", "Two")


@pytest.mark.parametrize(
    ("own", "kept"),
    [
        ("", "Theirs, kept?"),
        ("agreement: Mine?\n", None),
        ("agreement: Mine?\nagreement_if_kept: Mine, kept?\n", "Mine, kept?"),
        ("agreement_if_kept: Mine, kept?\n", "Mine, kept?"),
    ],
    ids=["neither", "the-first", "both", "the-second"],
)
def test_what_is_said_on_forms_is_never_that_of_another_agreement(own: str, kept: str | None, tmp_path: Path) -> None:
    asking = {**BASE, "set.yaml": f"{BASE['set.yaml']}agreement: Theirs?\nagreement_if_kept: Theirs, kept?\n"}
    base = write(tmp_path / "base", asking)
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT + own})

    assert read_set(mine, catalog(base)).set.about.agreement_if_kept == kept


def test_options_are_laid_over_by_their_id(tmp_path: Path) -> None:
    options = "[{id: kept, label: Kept}, {id: lost, label: Lost, after: own}]"
    main = f"id: main\nquestions:\n  - {{id: papers, options: {options}}}\n"

    changed = question(laid(tmp_path, {"sections/main.yaml": main}).set, "papers")

    expected = [("own", "O", ()), ("lost", "Lost", ()), ("kept", "Kept", ("held",))]
    assert [(each.id, each.label, each.shows) for each in changed.options] == expected


@pytest.mark.parametrize(
    ("base", "own", "adult", "child"),
    [
        ("means", "purpose", "purpose", None),
        ("{adult: means, child: act}", "purpose", "purpose", "act"),
        ("{adult: means, child: act}", "{child: purpose}", "means", "purpose"),
        ("{adult: means, child: act}", "{adult: {in: [act], total: 2}}", "act", "act"),
        ("means", "{child: act}", "means", "act"),
        ("{in: [means], total: 1}", "{all: [means]}", "means", None),
    ],
)
def test_a_rule_for_every_age_leaves_what_counts_for_a_child(
    base: str, own: str, adult: str, child: str | None, tmp_path: Path
) -> None:
    level = f"levels: {{some_concern: {base}}}\nflags"
    about = SOUND["set.yaml"].replace("levels:\n  some_concern: {in: [means], total: 1}\nflags", level)
    below = write(tmp_path / "base", {**SOUND, "set.yaml": about, "vignettes/case.yaml": UNSURE})
    mine = write(tmp_path / "mine", {"set.yaml": f"{ABOUT}levels: {{some_concern: {own}}}\n"})

    rule = read_set(mine, catalog(below)).set.about.levels.some_concern

    assert rule is not None
    assert adult in repr(rule.adult)
    assert (child in repr(rule.child)) if child else rule.child is None


def test_a_level_can_be_taken_away(tmp_path: Path) -> None:
    assert laid(tmp_path, about="levels: {some_concern: null}\n").set.about.levels.some_concern is None


UNSURE = "{id: case, title: T, story: S, answers: {}, expect: {flags: []}, teaches: T}"


def test_another_strength_needs_another_source(tmp_path: Path) -> None:
    indicators = "- {id: held, strength: strong}\n- {id: afraid, states: Seems afraid}\n"
    sourced = SOUND["indicators.yaml"].replace("medium}", "medium, strength_source: {ref: ilo, grade: C}}")
    base = write(tmp_path / "base", {**BASE, "indicators.yaml": sourced})
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT, "indicators.yaml": indicators})

    (problem,) = read_set(mine, catalog(base)).problems

    assert (Path(problem.file), problem.line, problem.column) == (mine / "indicators.yaml", 1, 24)
    assert said(problem.hint) == "Add strength_source, such as {grade: project}."


def test_what_came_through_an_alias_is_changed_where_it_is_named_and_nowhere_else(tmp_path: Path) -> None:
    first = "{id: papers, ask: P?, record: P, options: &o [{id: own, label: O}, {id: kept, label: K, shows: [held]}]}"
    main = f"id: main\nquestions:\n  - {first}\n  - {{id: again, ask: A?, record: A, options: *o}}\n"
    files = {**BASE, "sections/main.yaml": main, "vignettes/case.yaml": UNSURE}
    own = "id: main\nquestions:\n  - {id: again, options: [{id: kept, label: Other, shows: [none]}]}\n"
    base = write(tmp_path / "base", files)
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT, "sections/main.yaml": own})

    problems = told(read_set(mine, catalog(base)), tmp_path)
    write(mine, {"sections/main.yaml": own.replace("none", "held")})
    whole = read_set(mine, catalog(base)).set

    assert [problem.split(": ")[0] for problem in problems] == ["mine/sections/main.yaml:3:60"]
    labels = [[option.label for option in question(whole, name).options] for name in ("papers", "again")]
    assert labels == [["O", "K"], ["O", "Other"]]


def test_a_note_on_a_source_is_never_half_of_another(tmp_path: Path) -> None:
    sourced = SOUND["indicators.yaml"].replace("medium}", "medium, strength_source: {ref: ilo, grade: C}}")
    base = write(tmp_path / "base", {**BASE, "indicators.yaml": sourced})
    own = "- {id: held, strength: strong, strength_source: {grade: project}}\n"
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT, "indicators.yaml": own})

    held = read_set(mine, catalog(base)).set.indicators[0]

    assert held.strength_source is not None
    assert (held.strength_source.ref, held.strength_source.grade) == (None, "project")


def test_a_chain_is_laid_over_link_by_link_and_says_so(tmp_path: Path) -> None:
    base = write(tmp_path / "base", BASE)
    middle = write(tmp_path / "middle", {"set.yaml": ABOUT.replace("mine", "middle") + "card: [Middle]\n"})
    top = write(tmp_path / "top", {"set.yaml": 'id: top\nversion: "1"\ntitle: Top\nextends: middle\n'})

    indicator_set = read_set(top, catalog(base, middle=middle)).set

    assert indicator_set.about.card == ("Middle",)
    assert indicator_set.extends == Extended(id="middle", version="7", extends=Extended(id="sound", version="1"))


def test_the_fingerprint_is_that_of_the_whole(tmp_path: Path) -> None:
    plain = fingerprint(laid(tmp_path / "a").set)
    reworded = fingerprint(laid(tmp_path / "b", about="card: [Other]\n").set)
    longer = fingerprint(laid(tmp_path / "c", {"sections/m.yaml": f"id: main\nquestions: [{NEW.format('n', '')}]"}).set)

    assert plain == reworded != longer
    assert plain != fingerprint(read_set(tmp_path / "a" / "base").set)


# --- properties ------------------------------------------------------------------------------------------------------


def texts(files: Mapping[str, Any]) -> SetTexts:
    """The files of a set, from plain data or from text."""

    def text(name: str) -> Any:
        content = files[name]
        encoded = content.encode() if isinstance(content, str) else msgspec.json.encode(content)
        return read_yaml(encoded, name)

    return SetTexts(
        about=text("set.yaml"),
        indicators=text("indicators.yaml") if "indicators.yaml" in files else None,
        sections=tuple(text(name) for name in files if name.startswith("sections/")),
        guidance=text("guidance.yaml") if "guidance.yaml" in files else None,
        vignettes=tuple(text(name) for name in files if name.startswith("vignettes/")),
    )


PLAIN = {name: read_yaml(text.encode(), name).data for name, text in BASE.items()}


@st.composite
def parts(draw: st.DrawFn) -> dict[str, Any]:
    """Some files of a set, with one value changed in each, however wrongly; none takes anything away."""
    files: dict[str, Any] = {}
    for name in draw(st.sets(st.sampled_from(sorted(PLAIN)), min_size=1)):
        data = PLAIN[name]
        files[name] = replaced(data, draw(st.sampled_from(paths(data))), draw(st.sampled_from(VALUES)))
    return {"set.yaml": {}, **files}


def plain(overlaid: SetTexts) -> Any:
    files = (
        overlaid.about,
        overlaid.indicators,
        *overlaid.sections,
        overlaid.guidance,
        *(overlaid.vignettes or ()),
    )
    return [file.data if file is not None else None for file in files]


def files_of(overlaid: SetTexts) -> Any:
    """The data of the whole, with each folder as a list."""
    folders = ([file.data for file in overlaid.sections], [file.data for file in overlaid.vignettes or ()])
    return [*plain(replace(overlaid, sections=(), vignettes=())), *folders]


@examples(300)
@given(own=parts())
def test_laying_over_twice_is_laying_over_once(own: dict[str, Any]) -> None:
    once, _ = overlay(texts(BASE), texts(own))
    assume(all(map(_is_well_formed, files_of(once))))
    twice, _ = overlay(once, texts(own))

    assert plain(twice) == plain(once)


def _is_well_formed(data: Any) -> bool:
    """Whether ids are unique, and stand on all items of a list or none: others are added each time, to be told."""
    if not isinstance(data, list | dict):
        return True
    if isinstance(data, list) and any(isinstance(item, dict) and "id" in item for item in data):
        ids = [item.get("id") if isinstance(item, dict) else None for item in data]
        if not all(isinstance(name, str) for name in ids) or len(set(ids)) < len(ids):
            return False
    return all(map(_is_well_formed, data.values() if isinstance(data, dict) else data))


@examples(300)
@given(own=parts())
def test_everything_in_the_whole_has_a_place_where_that_very_value_stands(own: dict[str, Any]) -> None:
    below = texts(BASE)
    above = texts({f"own/{name}": data for name, data in own.items()} | own)
    above = SetTexts(*(_renamed(getattr(above, name)) for name in SetTexts.__struct_fields__))
    scalars = dict(_scalars(below)) | dict(_scalars(above))

    for text in _all(overlay(below, above)[0]):
        for value, position in _leaves(text.data, text.position):
            assert scalars[position.file, position.line, position.column] == value


def _renamed(text: Any) -> Any:
    if isinstance(text, tuple):
        return tuple(map(_renamed, text))
    return text and replace(text, file=f"own/{text.file}", position=_moved(text.position))


def _moved(position: Position) -> Position:
    return replace(
        position, file=f"own/{position.file}", parts={key: _moved(part) for key, part in position.parts.items()}
    )


def _all(files: SetTexts) -> list[Any]:
    found = [files.about, files.indicators, *files.sections, files.guidance, *(files.vignettes or ())]
    return [text for text in found if text is not None]


def _scalars(files: SetTexts) -> list[tuple[tuple[str, int, int], Any]]:
    return [
        ((position.file, position.line, position.column), value)
        for text in _all(files)
        for value, position in _leaves(text.data, text.position)
    ]


def _leaves(data: Any, position: Position) -> list[tuple[Any, Position]]:
    steps = list(data) if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else None
    if steps is None:
        return [(data, position)]
    # An empty list and the bracket of one that is not stand in the same place.
    return [leaf for step in steps for leaf in _leaves(data[step], position.parts[step])]


@examples(90)
@given(own=parts())
def test_every_problem_has_its_place_in_the_file_that_it_names(
    own: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("sets")
    about = own["set.yaml"] if isinstance(own["set.yaml"], dict) else {}
    about = {**about, "id": "mine", "version": "7", "title": "Mine", "extends": "sound"}
    files = {name: msgspec.json.format(msgspec.json.encode(data)).decode() for name, data in own.items()}
    files["set.yaml"] = msgspec.json.encode(about).decode()

    read = laid(folder, files)

    for problem in [*read.problems, *set_findings(read)]:
        lines = Path(problem.file).read_text().split("\n")
        assert problem.line <= len(lines)
        assert problem.column <= len(lines[problem.line - 1]) + 1


# --- places ----------------------------------------------------------------------------------------------------------


def test_what_was_laid_over_points_into_the_own_file_and_the_rest_into_the_other(tmp_path: Path) -> None:
    files = {
        "sections/m.yaml": "id: main\nquestions:\n  - {id: with, zzz: one}\n  - {id: papers, shows: [held]}\n",
        "indicators.yaml": "- {id: held, dimension: none}\n",
    }
    base = write(tmp_path / "base", {**BASE, "guidance.yaml": "- {id: help, title: H, do: [D], when: {flag: none}}\n"})
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT, **files})

    problems = told(read_set(mine, catalog(base)), tmp_path)

    assert [problem.split(": ")[0] for problem in problems] == [
        "base/guidance.yaml:1:46",
        "mine/indicators.yaml:1:25",
        "mine/sections/m.yaml:3:16",
        "mine/sections/m.yaml:4:18",
    ]
    assert problems[0].endswith(" This is from 'sound': override it, or leave it out.")
    assert "This is from" not in "".join(problems[1:])


def test_an_id_that_is_there_twice_names_the_file_where_it_really_stands(tmp_path: Path) -> None:
    files = {
        "sections/main.yaml": "id: main\nquestions: [{id: with, ask: W?}]\n",
        "sections/new.yaml": f"id: new\nquestions: [{NEW.format('papers', '')}]\n",
    }

    (problem,) = told(laid(tmp_path, files, "sections: [{id: new, stage: closing}]\n"), tmp_path)

    assert problem.startswith("mine/sections/new.yaml:2:18: there is already a question 'papers' in base/sections/main")


def test_an_id_that_is_laid_over_twice_is_told(tmp_path: Path) -> None:
    main = f"id: main\nquestions: [{{id: with, ask: W?}}, {NEW.format('with', '')}]\n"

    (problem,) = told(laid(tmp_path, {"sections/main.yaml": main}), tmp_path)

    assert problem.startswith("mine/sections/main.yaml:2:39: there is already a question 'with' in mine/sections/main")


def test_of_two_sections_with_one_id_one_is_laid_over_and_the_other_is_told(tmp_path: Path) -> None:
    base = write(tmp_path / "base", {**BASE, "sections/second.yaml": "id: main\nquestions: []\n"})
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT, "sections/m.yaml": "id: main\ntitle: M\nquestions: []\n"})

    (problem,) = told(read_set(mine, catalog(base)), tmp_path)

    assert problem.startswith(
        "base/sections/second.yaml:1:5: there is already a section 'main' in mine/sections/m.yaml"
    )


def test_what_is_no_file_of_a_set_is_told_in_both_folders(tmp_path: Path) -> None:
    base = write(tmp_path / "base", {**BASE, "guidence.yaml": ""})
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT, "section/m.yaml": ""})

    problems = told(read_set(mine, catalog(base)), tmp_path)

    assert [problem.split(":")[0] for problem in problems] == ["base/guidence.yaml", "mine/section"]


@pytest.mark.parametrize("file", ["set.yaml", "indicators.yaml", "guidance.yaml", "sections/main.yaml"])
@pytest.mark.parametrize("whose", ["base", "mine"])
def test_a_file_that_cannot_be_parsed_is_told_once_and_nothing_seems_to_be_missing(
    whose: str, file: str, tmp_path: Path
) -> None:
    if (whose, file) == ("mine", "set.yaml"):
        pytest.skip("then nobody can know that it extends anything")
    base = write(tmp_path / "base", {**BASE, **({file: "["} if whose == "base" else {})})
    own = "id: main\nquestions: []\n" if file == "sections/main.yaml" else "[]\n"
    overlaid = {} if file == "set.yaml" else {file: "[" if whose == "mine" else own}
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT, **overlaid})

    problems = told(read_set(mine, catalog(base)), tmp_path)

    assert [problem.split(":")[0] for problem in problems] == [f"{whose}/{file}"]
    assert "this is not YAML" in problems[0]


# --- what cannot be extended -----------------------------------------------------------------------------------------


def unsound(folder: Path, known: SetCatalog) -> Problem:
    with pytest.raises(Unsound) as caught:
        read_set(folder, known)
    (problem,) = caught.value.problems
    return problem


def test_a_set_to_extend_that_is_not_there_is_told_and_nothing_else(tmp_path: Path) -> None:
    mine = write(tmp_path, {"set.yaml": ABOUT.replace("sound", "soundd")})

    problem = unsound(mine, catalog(tmp_path / "base"))

    assert (problem.line, problem.column, said(problem.message)) == (4, 10, "there is no set 'soundd' to extend")
    assert said(problem.hint).startswith("Did you mean 'sound'?")


def test_what_is_wrong_with_the_text_is_told_beside_a_set_that_is_not_there(tmp_path: Path) -> None:
    mine = write(tmp_path, {"set.yaml": f"{ABOUT}title: Again\n"})

    with pytest.raises(Unsound) as caught:
        read_set(mine, SetCatalog({}, frozenset()))

    assert [problem.line for problem in caught.value.problems] == [4, 5]


@pytest.mark.parametrize(
    ("links", "circle"),
    [
        ({"a": "a"}, "a -> a"),
        ({"a": "b", "b": "a"}, "a -> b -> a"),
        ({"a": "b", "b": "c", "c": "b"}, "a -> b -> c -> b"),
    ],
    ids=str,
)
def test_sets_do_not_extend_one_another_in_a_circle(links: dict[str, str], circle: str, tmp_path: Path) -> None:
    for name, extended in links.items():
        about = f'id: {name}\nversion: "1"\ntitle: T\nextends: {extended}\n'
        write(tmp_path / name, {"set.yaml": about})

    problem = unsound(tmp_path / "a", SetCatalog({name: tmp_path / name for name in links}, frozenset()))

    assert said(problem.message) == f"these sets extend one another in a circle: {circle}"
    assert Path(problem.file).name == "set.yaml"
    assert problem.line == 4


def test_a_set_that_extends_another_has_names_of_its_own(tmp_path: Path) -> None:
    base = write(tmp_path / "base", BASE)
    mine = write(tmp_path / "mine", {"set.yaml": "extends: sound\n"})

    problems = [said(problem.message) for problem in read_set(mine, catalog(base)).problems]

    assert problems == [f"the key {key!r} is missing here" for key in ("id", "title", "version")]


def test_a_set_that_extends_no_other_has_nothing_to_leave_out(tmp_path: Path) -> None:
    about = f"{SOUND['set.yaml']}leave_out: {{questions: [papers]}}\n"

    (problem,) = read_set(write(tmp_path, {**SOUND, "set.yaml": about})).problems

    assert said(problem.message) == "this set does not extend another, so there is nothing to leave out"


def test_a_place_among_others_is_known_only_where_something_is_extended(tmp_path: Path) -> None:
    main = SOUND["sections/main.yaml"].replace("{id: with,", "{id: with, after: papers,")

    (problem,) = read_set(write(tmp_path, {**SOUND, "sections/main.yaml": main})).problems

    assert said(problem.message) == "the key 'after' is not known here"
    assert said(problem.hint) == "It puts an item of a list after another one, in a set that extends another."


# --- leaving out -----------------------------------------------------------------------------------------------------


def test_what_is_left_out_is_gone_and_so_is_what_only_spoke_of_it(tmp_path: Path) -> None:
    main = "id: main\nquestions: [{id: after, when: null}]\n"
    left = "leave_out: {questions: [look, papers], indicators: [held], pathways: [help], circumstances: [gender]}\n"

    indicator_set = laid(tmp_path, {"sections/main.yaml": main}, left).set

    assert {"look", "papers"}.isdisjoint(each.id for _, _, each in indicator_set.questions())
    assert [each.id for each in indicator_set.indicators] == []
    assert [each.id for each in indicator_set.guidance] == ["open"]
    assert [each.id for each in indicator_set.about.circumstances] == ["age"]
    (case,) = indicator_set.vignettes
    assert (dict(case.answers), case.expect.pathways) == ({}, ())


def test_a_left_out_indicator_is_shown_no_more(tmp_path: Path) -> None:
    assert question(laid(tmp_path, about="leave_out: {indicators: [held]}\n").set, "papers").could_show == ()


def test_a_section_a_flag_and_a_vignette_can_be_left_out(tmp_path: Path) -> None:
    left = "leave_out: {sections: [looks], flags: [going_back], vignettes: [case], indicators: [afraid]}\n"

    indicator_set = laid(tmp_path, about=left).set

    assert [section.id for section in indicator_set.sections] == ["danger", "main"]
    assert [flag.id for flag in indicator_set.about.flags] == ["child", "danger_now"]
    assert question(indicator_set, "tonight").could_raise == ()
    assert indicator_set.vignettes == ()


@pytest.mark.parametrize(
    ("left", "says"),
    [
        ("questions: [paperss]", "there is no question 'paperss' to leave out. Did you mean 'papers'?"),
        ("vignettes: [nothing]", "there is no vignette 'nothing' to leave out. Known: case."),
        ("questions: [danger-now]", "the question 'danger-now' may not be left out: safety depends on it"),
        ("sections: [danger]", "the section 'danger' may not be left out: safety depends on it"),
        ("flags: [child]", "the flag 'child' may not be left out: safety depends on it"),
        ("flags: [danger_now]", "the flag 'danger_now' may not be left out: safety depends on it"),
        ("circumstances: [age]", "the circumstance 'age' may not be left out: safety depends on it"),
        ("question: [papers]", "the key 'question' is not known here. Did you mean 'questions'?"),
        ("questions: papers", "a list is expected here, but this is text"),
    ],
)
def test_what_may_not_be_left_out_or_is_not_there_is_told_at_its_place(left: str, says: str, tmp_path: Path) -> None:
    files = laid(tmp_path, about=f"leave_out: {{{left}}}\n")

    (problem,) = told(files, tmp_path)
    assert problem.startswith("mine/set.yaml:5:")
    assert says in problem


def named(indicator_set: IndicatorSet) -> tuple[list[str], list[str]]:
    """Its indicators and flags."""
    return [each.id for each in indicator_set.indicators], [each.id for each in indicator_set.about.flags]


def test_what_no_question_shows_or_raises_any_more_goes_with_it(tmp_path: Path) -> None:
    left = "leave_out: {questions: [look, tonight]}\n"

    assert named(laid(tmp_path, about=left).set) == (["held"], ["child", "danger_now"])


def test_the_questions_of_a_section_go_with_it_and_so_do_their_answers_in_vignettes(tmp_path: Path) -> None:
    case = SOUND["vignettes/case.yaml"].replace("answers: {", "answers: {look: yes, ")
    base = write(tmp_path / "base", {**BASE, "vignettes/case.yaml": case})
    mine = write(tmp_path / "mine", {"set.yaml": f"{ABOUT}leave_out: {{sections: [looks]}}\n"})

    indicator_set = read_set(mine, catalog(base)).set

    assert named(indicator_set)[0] == ["held"]
    assert dict(indicator_set.vignettes[0].answers) == {"papers": "kept"}


def test_what_the_set_shows_or_raises_itself_or_words_anew_stays(tmp_path: Path) -> None:
    left = f"leave_out: {{questions: [look, papers, tonight, after]}}\n{OWN_SECTION}"
    own = "id: own\nquestions: [{id: mine-own, ask: M?, record: M, shows: [held], raises: [going_back]}]\n"
    words = "- {id: afraid, states: Is afraid}\n"

    files = laid(tmp_path, {"sections/own.yaml": own, "indicators.yaml": words}, left)

    assert named(files.set) == (["held", "afraid"], ["child", "danger_now", "going_back"])


def test_a_flag_that_a_condition_still_looks_at_stays_and_is_told(tmp_path: Path) -> None:
    guidance = SOUND["guidance.yaml"] + "- {id: back, when: {flag: going_back}, title: B, do: [B]}\n"
    base = write(tmp_path / "base", {**BASE, "guidance.yaml": guidance})
    mine = write(tmp_path / "mine", {"set.yaml": f"{ABOUT}leave_out: {{questions: [tonight]}}\n"})

    files = read_set(mine, catalog(base))

    assert told(files, tmp_path) == []
    assert [
        (each.line, each.column, said(each.message), said(each.hint))
        for each in set_findings(files)
        if each.code == "unreachable"
    ] == [
        (
            5,
            1,
            "in the flag 'going_back' of 'sound': no answer raises the flag 'going_back'",
            "Leave out the flag 'going_back' too, or write your own over it.",
        )
    ]


def test_what_still_speaks_of_what_is_left_out_is_told_where_it_is_left_out(tmp_path: Path) -> None:
    guidance = SOUND["guidance.yaml"] + "- {id: home, when: {question: with, is: [boss]}, title: H, do: [H]}\n"
    base = write(tmp_path / "base", {**BASE, "guidance.yaml": guidance})
    mine = write(tmp_path / "mine", {"set.yaml": f"{ABOUT}leave_out: {{questions: [papers, with]}}\n"})

    assert told(read_set(mine, catalog(base)), tmp_path) == [
        "mine/set.yaml:5:1: in the pathway 'home' of 'sound': there is no question 'with'. "
        "Leave out the pathway 'home' too, or write your own over it.",
        "mine/set.yaml:5:1: in the question 'after' of 'sound': there is no question 'papers'. "
        "Leave out the question 'after' too, or write your own over it.",
    ]


def test_what_was_wrong_already_is_told_in_its_own_place(tmp_path: Path) -> None:
    guidance = SOUND["guidance.yaml"] + "- {id: home, when: {question: wth, is: [boss]}, title: H, do: [H]}\n"
    base = write(tmp_path / "base", {**BASE, "guidance.yaml": guidance})
    mine = write(tmp_path / "mine", {"set.yaml": f"{ABOUT}leave_out: {{questions: [look]}}\n"})

    (problem,) = told(read_set(mine, catalog(base)), tmp_path)

    assert problem.startswith("base/guidance.yaml:3:31: there is no question 'wth'. Did you mean 'with'?")


def test_what_is_unwise_only_with_what_is_left_out_is_told_there_and_nothing_else_moves(tmp_path: Path) -> None:
    base = write(tmp_path / "base", BASE)
    mine = write(tmp_path / "mine", {"set.yaml": f"{ABOUT}leave_out: {{flags: [going_back]}}\n"})
    files = read_set(mine, catalog(base))
    alone = {str(each) for each in set_findings(read_set(base, catalog(base)))}

    moved = [each for each in set_findings(files) if str(each) not in alone]

    assert [(Path(each.file), each.line, each.code, said(each.message)) for each in moved] == [
        (
            tmp_path / "mine/set.yaml",
            5,
            "question-without-effect",
            "in the question 'tonight' of 'sound': no answer to 'tonight' has any effect",
        )
    ]


def test_a_dimension_of_which_nothing_is_left_is_passed_over(tmp_path: Path) -> None:
    spare = BASE["set.yaml"].replace("rules:", "  spare: {rule: one, title: Spare}\nrules:", 1)
    indicators = BASE["indicators.yaml"].replace("Looks afraid, dimension: control", "Looks afraid, dimension: spare")
    base = write(tmp_path / "base", {**BASE, "set.yaml": spare, "indicators.yaml": indicators})
    mine = write(tmp_path / "mine", {"set.yaml": f"{ABOUT}leave_out: {{questions: [look]}}\n"})

    assert [each for each in set_findings(read_set(mine, catalog(base))) if each.code == "unreachable"] == []


# --- safety ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("danger", "about", "position", "says"),
    [
        ("{id: danger-now, kind: known}", "", "sections/d.yaml:3:28", "must stay of kind 'asked'"),
        ("{id: danger-now, raises: []}", "", "sections/d.yaml:3:30", "must still raise 'danger_now'"),
        (
            "{id: ill, options: [{id: little, raises: []}]}",
            "",
            "sections/d.yaml:3:46",
            "must still raise 'danger_now'",
        ),
        (
            "{id: danger-now, when: {circumstance: place, is: [hk]}}",
            "",
            "sections/d.yaml:3:28",
            "'danger-now' is a safety question, and everybody is asked it",
        ),
        ("", "sections: [{id: danger, stage: questions}]\n", "set.yaml:5:32", "they are asked first"),
        ("", "sections: [{id: danger, stage: safety}]\n", "set.yaml:5:32", "they are asked first"),
        (
            "",
            "flags: [{id: danger_now, do: []}]\n",
            "set.yaml:5:30",
            "the card of 'danger_now' no longer says what to do",
        ),
    ],
    ids=["kind", "no flag", "no flag of one answer", "gate", "stage", "after the age", "empty card"],
)
def test_safety_questions_stay_as_they_are(danger: str, about: str, position: str, says: str, tmp_path: Path) -> None:
    files = {"sections/d.yaml": f"id: danger\nquestions:\n  - {danger}\n"} if danger else {}

    problems = told(laid(tmp_path, files, about), tmp_path)

    assert any(problem.startswith(f"mine/{position}: ") and says in problem for problem in problems)


def test_a_gate_on_the_section_of_the_safety_questions_is_told_once(tmp_path: Path) -> None:
    danger = "id: danger\nwhen: {circumstance: place, is: [hk]}\nquestions: []\n"

    (problem,) = told(laid(tmp_path, {"sections/d.yaml": danger}), tmp_path)

    assert problem.startswith("mine/sections/d.yaml:2:7: the section 'danger' holds safety questions")


def test_safety_questions_may_be_worded_otherwise_and_joined_by_more(tmp_path: Path) -> None:
    danger = "id: danger\nquestions:\n  - {id: danger-now, ask: What?, raises: [danger_now, going_back]}\n"
    danger += "  - {id: more, ask: M?, record: M, raises: [going_back], after: danger-now}\n"

    indicator_set = laid(tmp_path, {"sections/d.yaml": danger}).set

    assert [each.id for stage, _, each in indicator_set.questions() if stage == "urgent"] == [
        "danger-now",
        "more",
        "ill",
    ]


# --- vignettes -------------------------------------------------------------------------------------------------------


def test_a_vignette_that_no_longer_fits_is_told_where_the_set_says_what_it_extends(tmp_path: Path) -> None:
    files = laid(tmp_path, about="levels: {some_concern: {in: [means], total: 2}}\n")

    findings = [each for each in set_findings(files) if each.code == "vignettes"]

    assert {(Path(each.file), each.line, each.column) for each in findings} == {(tmp_path / "mine/set.yaml", 4, 10)}
    assert said(findings[0].message).startswith(
        "the vignette 'case' of the set that is extended no longer fits: level:"
    )


def test_a_vignette_of_its_own_with_the_same_id_takes_its_place(tmp_path: Path) -> None:
    own = SOUND["vignettes/case.yaml"].replace("level: some_concern, ", "")
    files = laid(tmp_path, {"vignettes/mine.yaml": own}, "levels: {some_concern: {in: [means], total: 2}}\n")

    assert [each for each in set_findings(files) if each.code == "vignettes"] == []


ASKS_MORE = {
    "sections/own.yaml": "id: own\nquestions: [{id: mine-own, ask: M?, record: M, shows: [locked]}]\n",
    "indicators.yaml": "- {id: locked, states: L, dimension: control, strength: strong}\n",
}
OWN_SECTION = "sections: [{id: own, stage: questions}]\n"


def unfit(files: SetFiles) -> list[str]:
    """What is said of its vignettes, and how to correct it."""
    findings = [each for each in set_findings(files) if each.code == "vignettes"]
    return [f"{said(each.message)}. {said(each.hint)}" for each in findings]


@pytest.mark.parametrize(
    "expect",
    [
        "{level: none_recorded, bounds: [none_recorded, none_recorded], settled: true}",
        "{elements: {means: not_supported}, dimensions: {control: not_supported}, flags: [], pathways: []}",
    ],
)
def test_where_more_is_asked_an_inherited_vignette_need_not_answer_it(expect: str, tmp_path: Path) -> None:
    case = f"id: case\ntitle: T\nstory: S\nanswers: {{papers: own, look: no}}\nexpect: {expect}\nteaches: T\n"
    base = write(tmp_path / "base", {**BASE, "vignettes/case.yaml": case})
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT + OWN_SECTION, **ASKS_MORE})

    files = read_set(mine, catalog(base))

    assert told(files, tmp_path) == []
    assert files.asks_more
    assert unfit(files) == []


@pytest.mark.parametrize("asks_more", [False, True])
def test_an_inherited_vignette_comes_to_no_less_whatever_is_asked(asks_more: bool, tmp_path: Path) -> None:
    own, about = (ASKS_MORE, OWN_SECTION) if asks_more else ({}, "")
    files = laid(tmp_path, own, f"{about}levels: {{some_concern: {{in: [means], total: 2}}}}\n")

    assert files.asks_more is asks_more
    assert unfit(files) == [
        "the vignette 'case' of the set that is extended no longer fits: level: the key says some_concern, but the result "
        "is too_little_known. Write your own with the same id, or leave out: case."
    ]


def test_vignettes_that_no_longer_fit_are_one_finding_with_all_their_ids(tmp_path: Path) -> None:
    cases = {f"vignettes/{name}.yaml": SOUND["vignettes/case.yaml"].replace("id: case", f"id: {name}") for name in "ab"}
    base = write(tmp_path / "base", {**BASE, **cases})
    mine = write(tmp_path / "mine", {"set.yaml": f"{ABOUT}levels: {{some_concern: {{in: [means], total: 2}}}}\n"})

    (finding,) = unfit(read_set(mine, catalog(base)))

    assert finding.startswith("3 vignettes of the set that is extended no longer fit, such as 'a': level: the key says")
    assert finding.endswith("Write your own with the same id, or leave out: a, b, case.")


def test_more_is_asked_where_an_answer_shows_more_and_in_what_extends_that(tmp_path: Path) -> None:
    base = write(tmp_path / "base", BASE)
    shows = "id: main\nquestions: [{id: papers, options: [{id: own, shows: [held]}]}]\n"
    mine = write(tmp_path / "mine", {"set.yaml": ABOUT, "sections/main.yaml": shows})
    other = write(tmp_path / "other", {"set.yaml": ABOUT.replace("mine", "other").replace("sound", "mine")})

    assert read_set(mine, catalog(base)).asks_more
    assert read_set(other, catalog(base, mine=mine)).asks_more
    assert not laid(tmp_path / "words", {"sections/m.yaml": "id: main\nquestions: [{id: papers, ask: Q?}]\n"}).asks_more
