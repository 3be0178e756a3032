"""What the rules of `screening check` promise: each passes what is wise and tells what is not, at its place."""

from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening import lint
from screening.language.messages import Message
from screening.lint import (
    RULES,
    child_below_adult,
    directory_findings,
    flag_never_reached,
    gate_hides_evidence,
    gate_looks_ahead,
    pathway_lists_less,
    set_findings,
    trap_as_contact,
    unreachable,
    vignettes,
)
from screening.reading.directories import DirectoryFile, read_directory
from screening.reading.files import yaml_files
from screening.reading.problem import Problem, Problems
from screening.reading.references import reference_problems
from screening.reading.set_catalog import data_folder, set_folders
from screening.reading.set_files import SetFiles
from screening.reading.sets import read_set
from screening.reading.yaml_text import read_yaml
from screening.referral.directory import Directory
from screening.sets.guidance import Pathway
from screening.sets.model import Indicator, SetFile
from screening.sets.questions import Section
from screening.sets.vignette import Vignette
from tests.lint.wise import TODAY
from tests.support.building import file_of
from tests.support.folders import SOUND, with_faults, write
from tests.support.mutations import mutated
from tests.support.problems import said
from tests.support.thorough import examples, one_in

Fault = tuple[str, str, str]
SET, INDICATORS, LOOKS, MAIN = "set.yaml", "indicators.yaml", "sections/looks.yaml", "sections/main.yaml"
GUIDANCE, CASE = "guidance.yaml", "vignettes/case.yaml"

SETS = set_folders(data_folder("indicators"))
DIRECTORIES = yaml_files(data_folder("referrals"))
FOR_SETS = [
    child_below_adult,
    flag_never_reached,
    gate_hides_evidence,
    gate_looks_ahead,
    pathway_lists_less,
    unreachable,
    vignettes,
]


# --- what is built in ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("folder", one_in(2, SETS[::-1]), ids=lambda folder: folder.name)
def test_a_built_in_set_is_clean(folder: Path) -> None:
    files = read_set(folder)

    assert list(map(str, [*files.problems, *set_findings(files)])) == []


@pytest.mark.parametrize("path", DIRECTORIES, ids=lambda path: path.name)
def test_a_built_in_directory_is_clean(path: Path) -> None:
    file = read_directory(path)

    findings = [*file.problems, *directory_findings(file, TODAY)]

    assert [str(finding) for finding in findings if not finding.warning] == []


def test_there_is_something_built_in() -> None:
    assert SETS
    assert DIRECTORIES


@pytest.mark.parametrize("rule", FOR_SETS, ids=lambda rule: rule.__name__.rpartition(".")[2])
def test_the_set_in_which_faults_are_found_here_has_none(rule: Any, tmp_path: Path) -> None:
    assert list(rule.check(read_set(write(tmp_path, SOUND)))) == []


def test_every_file_with_a_check_is_a_rule_once_under_the_name_of_its_file() -> None:
    stems = [path.stem for path in Path(lint.__path__[0]).glob("*.py") if path.stem != "__init__"]
    with_check = [stem for stem in stems if hasattr(import_module(f"screening.lint.{stem}"), "check")]

    assert sorted(RULES) == sorted(stem.replace("_", "-") for stem in with_check)
    assert {code.replace("-", "_") for code in RULES} == set(stems) - {
        "ignores",
        "kept_in_translation",
        "reach",
        "rule",
        "spoken_text",
    }
    assert all(rule.__name__ == f"screening.lint.{code.replace('-', '_')}" for code, rule in RULES.items())


# --- sets ------------------------------------------------------------------------------------------------------------

GATE = "when: {question: papers, is: [kept]}"
OPTIONS = "options: [{id: own, label: O}, {id: kept, label: K, shows: [held]}]"
OPENS = "- {id: other, when: {question: papers, is: @[kept]}, title: More, do: [D]}\n"
FOUND: dict[str, tuple[Any, list[Fault], str]] = {
    "a pathway on what is unclear, that a telling answer closes": (
        pathway_lists_less,
        [(GUIDANCE, "", OPENS.replace("[kept]", "[unclear]"))],
        "this pathway closes when 'papers' is answered 'kept', which says more. List 'kept' too.",
    ),
    "a pathway on what is unclear of several, that a telling tick closes": (
        pathway_lists_less,
        [
            (MAIN, "{id: boss, label: B}", "{id: boss, label: B, shows: [held]}"),
            (GUIDANCE, "", OPENS.replace("papers", "with").replace("[kept]", "[declined]")),
        ],
        "this pathway closes when 'with' is answered 'boss', which says more.",
    ),
    "an urgent question that waits for the age": (
        gate_looks_ahead,
        [
            (SET, "main, stage: questions", "main, stage: urgent"),
            (MAIN, GATE, "when: @{circumstance: age, is: [child]}"),
        ],
        "this looks at something that is asked only later. Ask it of everybody, or move it",
    ),
    "an urgent question that waits for the flag of a child": (
        gate_looks_ahead,
        [(SET, "main, stage: questions", "main, stage: urgent"), (MAIN, GATE, "when: {any: [@{flag: child}]}")],
        "this looks at something that is asked only later.",
    ),
    "a question of safety that waits for what was not asked yet": (
        gate_looks_ahead,
        [
            (SET, "main, stage: questions", "main, stage: safety"),
            (MAIN, GATE, "when: @{circumstance: abroad, is: ['yes']}"),
        ],
        "this looks at something that is asked only later.",
    ),
    "a child below an adult": (
        child_below_adult,
        [(INDICATORS, "strength: medium", "strength: {adult: strong, child: @medium}")],
        "'held' is medium for a child and strong for an adult. Make it at least as strong for a child.",
    ),
    "a child far below an adult": (
        child_below_adult,
        [(INDICATORS, "strength: medium", "strength: {adult: strong, child: @weak}")],
        "'held' is weak for a child and strong for an adult.",
    ),
    "a flag on a question that may be left out": (
        flag_never_reached,
        [
            (MAIN, "- {id: tonight", "- @{id: tonight"),
            (MAIN, "always: true}\n  - {id: after", "always: false}\n  - {id: after"),
        ],
        "'tonight' can raise 'going_back' and may be left out. Add 'always: true', or move it",
    ),
    "a flag on an option of a question that may be left out": (
        flag_never_reached,
        [
            (MAIN, "- {id: papers", "- @{id: papers"),
            (MAIN, "kept, label: K, shows: [held]", "kept, label: K, shows: [held], raises: [going_back]"),
        ],
        "'papers' can raise 'going_back' and may be left out.",
    ),
    "a pathway on a question that shows nothing and may be left out": (
        flag_never_reached,
        [
            (MAIN, "- {id: after", "- @{id: after"),
            (GUIDANCE, "", "- {id: more, when: {any: [{question: after, is: ['yes']}]}, title: More, do: [D]}\n"),
        ],
        "'after' opens a pathway, shows no indicator, and may be left out.",
    ),
    "a gate that a telling answer closes": (
        gate_hides_evidence,
        [
            (MAIN, OPTIONS, OPTIONS[:-1] + ", {id: sold, label: S, shows: [held]}]"),
            (MAIN, GATE, GATE.replace("{", "@{")),
        ],
        "this gate closes when 'papers' is answered 'sold', which shows or raises something. List every answer that",
    ),
    "a gate on the answer that says nothing": (
        gate_hides_evidence,
        [(MAIN, GATE, "when: @{question: papers, is: [own]}")],
        "this gate closes when 'papers' is answered 'kept', which shows or raises something.",
    ),
    "a gate deep within that a telling answer closes": (
        gate_hides_evidence,
        [(MAIN, GATE, "when: {all: [{flag: child}, @{question: papers, is: [own]}]}")],
        "this gate closes when 'papers' is answered 'kept', which shows or raises something.",
    ),
    "a gate of a section that a telling answer closes": (
        gate_hides_evidence,
        [(LOOKS, "id: looks\n", "id: looks\nwhen: @{question: papers, is: [own]}\n")],
        "this gate closes when 'papers' is answered 'kept', which shows or raises something.",
    ),
    "a gate on a flag that a telling answer does not raise": (
        gate_hides_evidence,
        [
            (
                MAIN,
                "{id: tonight, ask: Tonight?, record: Goes back, raises: [going_back], always: true}",
                "{id: tonight, ask: T, record: T, always: true, options: [{id: a, label: A, raises: [going_back]}, "
                "{id: b, label: B, shows: [held]}]}",
            ),
            (MAIN, GATE, "when: @{flag: going_back}"),
        ],
        "this gate closes when 'tonight' is answered 'b', which shows or raises something.",
    ),
    "a pathway that a stronger answer closes": (
        pathway_lists_less,
        [
            (
                MAIN,
                OPTIONS,
                OPTIONS[:-1] + ", {id: sold, label: S, shows: [held, more]}]",
            ),
            (MAIN, GATE, "when: {question: papers, is: [kept, sold]}"),
            (INDICATORS, "", "- {id: more, states: M, dimension: control, strength: weak}\n"),
            (GUIDANCE, "", OPENS),
        ],
        "this pathway closes when 'papers' is answered 'sold', which says more. List 'sold' too.",
    ),
    "a pathway on the answer that says nothing": (
        pathway_lists_less,
        [(GUIDANCE, "", OPENS.replace("kept", "own"))],
        "this pathway closes when 'papers' is answered 'kept', which says more. List 'kept' too.",
    ),
    "an indicator that nothing shows": (
        unreachable,
        [(INDICATORS, "", "- {id: @alone, states: A, dimension: control, strength: weak}\n")],
        "no answer shows the indicator 'alone'.",
    ),
    "a dimension that nothing supports": (
        unreachable,
        [(SET, "rules:", "  @debt: {element: means, rule: one, title: Debt}\nrules:")],
        "nothing that can be recorded supports the dimension 'debt' (rule 'one').",
    ),
    "a dimension whose rule asks for more than there is": (
        unreachable,
        [
            (SET, "rule: one", "rule: many"),
            (SET, "  control:", "  @control:"),
            (SET, "  one:", "  many: [{strong: 2}, {total: 3}]\n  one:"),
            (CASE, "dimensions: {control: supported}, ", ""),
        ],
        "nothing that can be recorded supports the dimension 'control' (rule 'many').",
    ),
    "a level that nothing reaches": (
        unreachable,
        [(SET, "  some_concern:", "  @clear_concern: {all: [purpose, means]}\n  some_concern:")],
        "nothing that can be recorded reaches the level 'clear_concern'. Correct its rule.",
    ),
    "a gate on a circumstance that is never asked": (
        unreachable,
        [(MAIN, GATE, "when: @{circumstance: abroad, is: ['yes']}")],
        "'after' can never be asked: what its gate looks at is never true, or never asked. Correct the gate.",
    ),
    "a flag that nothing raises, and a gate on it": (
        unreachable,
        [(SET, "sources:", "  - {id: @medical, title: M, do: [D]}\nsources:"), (MAIN, GATE, "when: {flag: medical}")],
        "no answer raises the flag 'medical'. Add it to a question's 'raises', or take it out.",
    ),
    "a vignette of another level": (
        vignettes,
        [(CASE, "expect: {level: some_concern", "@expect: {level: clear_concern")],
        "level: the key says clear_concern, but the result is some_concern. Correct the key, the answers or the set.",
    ),
    "a vignette of other bounds": (
        vignettes,
        [(CASE, "expect: {level: some_concern", "@expect: {bounds: [none_recorded, some_concern]")],
        "bounds: the key says [none_recorded, some_concern], but the result is [some_concern, some_concern].",
    ),
    "a vignette that is not settled": (
        vignettes,
        [(CASE, "expect: {level: some_concern", "@expect: {settled: false")],
        "settled: the key says False, but the result is True.",
    ),
    "a vignette of another element": (
        vignettes,
        [(CASE, "expect: {level: some_concern", "@expect: {elements: {means: possible}")],
        "element means: the key says possible, but the result is supported.",
    ),
    "a vignette of another dimension": (
        vignettes,
        [
            (
                CASE,
                "expect: {level: some_concern, dimensions: {control: supported}",
                "@expect: {dimensions: {control: possible}",
            )
        ],
        "dimension control: the key says possible, but the result is supported.",
    ),
    "a vignette with a flag too many": (
        vignettes,
        [(CASE, "expect:", "@expect:"), (CASE, "flags: []", "flags: [going_back]")],
        "flags: the key says [going_back], but the result is [].",
    ),
    "a vignette with a pathway too few": (
        vignettes,
        [(CASE, "expect:", "@expect:"), (CASE, "pathways: [help]", "pathways: []")],
        "pathways: the key says [], but the result is [help].",
    ),
}


@pytest.mark.parametrize(("rule", "faults", "says"), FOUND.values(), ids=FOUND)
def test_what_is_unwise_is_told_once_at_its_place(rule: Any, faults: list[Fault], says: str, tmp_path: Path) -> None:
    marked = with_faults(*faults)
    file, line, column = marked.place
    files = read_set(write(tmp_path, marked.files))
    assert files.problems == ()

    findings = list(rule.check(files))

    assert len(findings) == 1, findings
    assert str(findings[0]).startswith(f"{tmp_path / file}:{line}:{column}: {says}")
    assert findings[0] in {replace(each, code=findings[0].code) for each in set_findings(files)}


def _sound_with(folder: Path, *faults: Fault) -> SetFiles:
    files = dict(SOUND)
    for file, old, new in faults:
        assert old in files[file]
        files[file] = files[file].replace(old, new) if old else files[file] + new
    read = read_set(write(folder, files))
    assert read.problems == ()
    return read


LET_PASS: dict[str, tuple[Any, list[Fault]]] = {
    "a child above an adult": (
        child_below_adult,
        [(INDICATORS, "strength: medium", "strength: {adult: medium, child: strong}")],
    ),
    "a child like an adult": (
        child_below_adult,
        [(INDICATORS, "strength: medium", "strength: {adult: weak, child: weak}")],
    ),
    "a child alone": (child_below_adult, [(INDICATORS, "strength: medium", "strength: {child: weak}")]),
    "an adult alone, whose strength a child has too": (
        child_below_adult,
        [(INDICATORS, "strength: medium", "strength: {adult: strong}")],
    ),
    "a flag in stage safety": (
        flag_never_reached,
        [
            (SET, "main, stage: questions", "main, stage: safety"),
            (MAIN, "always: true}\n  - {id: after", "always: false}\n  - {id: after"),
        ],
    ),
    "a pathway on a question that shows something": (flag_never_reached, [(GUIDANCE, "", OPENS.replace("@", ""))]),
    "a pathway on a question that is always asked": (
        flag_never_reached,
        [
            (MAIN, "record: After,", "record: After, always: true,"),
            (GUIDANCE, "", "- {id: o, when: {question: after, is: ['no']}, title: O, do: [D]}\n"),
        ],
    ),
    "a gate that lists every telling answer": (
        gate_hides_evidence,
        [
            (MAIN, OPTIONS, OPTIONS[:-1] + ", {id: sold, label: S, shows: [held]}]"),
            (MAIN, GATE, "when: {question: papers, is: [sold, kept]}"),
        ],
    ),
    "a gate on a question that says nothing": (
        gate_hides_evidence,
        [(MAIN, GATE, "when: {question: with, is: [boss]}")],
    ),
    "a gate on the age": (gate_hides_evidence, [(MAIN, GATE, "when: {flag: child}")]),
    "a gate on a flag that every telling answer raises": (
        gate_hides_evidence,
        [(MAIN, GATE, "when: {flag: going_back}")],
    ),
    "a pathway that lists the stronger answer too": (
        pathway_lists_less,
        [
            (MAIN, OPTIONS, OPTIONS[:-1] + ", {id: sold, label: S, shows: [held, afraid]}]"),
            (LOOKS, "impression", "seen"),
            (MAIN, GATE, "when: {question: papers, is: [kept, sold]}"),
            (GUIDANCE, "", OPENS.replace("@[kept]", "[kept, sold]")),
        ],
    ),
    "a pathway on the stronger answer only": (
        pathway_lists_less,
        [
            (MAIN, OPTIONS, OPTIONS[:-1] + ", {id: sold, label: S, shows: [held, afraid]}]"),
            (LOOKS, "impression", "seen"),
            (MAIN, GATE, "when: {question: papers, is: [kept, sold]}"),
            (GUIDANCE, "", OPENS.replace("@[kept]", "[sold]")),
        ],
    ),
    "a gate that lists its telling answers one by one": (
        gate_hides_evidence,
        [
            (MAIN, OPTIONS, OPTIONS[:-1] + ", {id: sold, label: S, shows: [held]}]"),
            (MAIN, GATE, "when: {any: [{question: papers, is: [kept]}, {question: papers, is: [sold]}]}"),
        ],
    ),
    "a pathway on what is unclear, and on every telling answer": (
        pathway_lists_less,
        [(GUIDANCE, "", OPENS.replace("@[kept]", "[kept, unclear, declined]"))],
    ),
    "an urgent question that looks at the place": (
        gate_looks_ahead,
        [(SET, "main, stage: questions", "main, stage: urgent"), (MAIN, GATE, "when: {circumstance: place, is: [hk]}")],
    ),
    "a question of safety that looks at the age": (
        gate_looks_ahead,
        [(SET, "main, stage: questions", "main, stage: safety"), (MAIN, GATE, "when: {flag: child}")],
    ),
    "a flag of what the screener saw, which nobody is spared": (
        flag_never_reached,
        [(LOOKS, "", "  - {id: hurt, kind: seen, record: Hurt, raises: [going_back]}\n")],
    ),
    "a pathway on one of several ticks": (
        pathway_lists_less,
        [
            (MAIN, "{id: boss, label: B}", "{id: boss, label: B}, {id: kin, label: K, shows: [held]}"),
            (GUIDANCE, "", "- {id: o, when: {question: with, is: [boss]}, title: O, do: [D]}\n"),
        ],
    ),
    "an indicator that only children have": (
        unreachable,
        [
            (INDICATORS, "strength: medium", "strength: {child: medium}"),
            (CASE, "age: adult", "age: child"),
            (CASE, "flags: []", "flags: [child]"),
        ],
    ),
    "a dimension that only children have": (
        unreachable,
        [
            (SET, "rules:", "  debt: {element: means, rule: one, title: Debt}\nrules:"),
            (INDICATORS, "", "- {id: owes, states: O, dimension: debt, strength: {child: weak}}\n"),
            (MAIN, "shows: [held]", "shows: [held, owes]"),
        ],
    ),
    "a gate on a circumstance that is asked": (
        unreachable,
        [(MAIN, GATE, "when: {circumstance: gender, is: [woman]}")],
    ),
    "a gate on one of two, one of which is never asked": (
        unreachable,
        [(MAIN, GATE, "when: {any: [{circumstance: abroad, is: ['yes']}, {question: papers, is: [kept]}]}")],
    ),
    "a vignette that names little": (
        vignettes,
        [
            (
                CASE,
                "expect: {level: some_concern, dimensions: {control: supported}, flags: [], pathways: [help]}",
                "expect: {settled: true}",
            )
        ],
    ),
}


@pytest.mark.parametrize(("rule", "faults"), LET_PASS.values(), ids=LET_PASS)
def test_what_is_wise_passes(rule: Any, faults: list[Fault], tmp_path: Path) -> None:
    assert list(rule.check(_sound_with(tmp_path, *faults))) == []


def test_a_question_that_waits_for_one_that_is_never_asked_is_never_asked_either(tmp_path: Path) -> None:
    files = _sound_with(
        tmp_path,
        (MAIN, GATE, "when: {circumstance: abroad, is: ['yes']}"),
        (MAIN, "", "  - {id: last, ask: L?, record: L, when: {question: after, is: ['yes']}}\n"),
    )

    findings = list(unreachable.check(files))

    assert [(finding.line, said(finding.message).split()[0]) for finding in findings] == [(6, "'after'"), (7, "'last'")]


def test_a_dimension_is_not_reached_by_an_indicator_that_nothing_shows(tmp_path: Path) -> None:
    files = _sound_with(
        tmp_path,
        (SET, "rules:", "  debt: {element: means, rule: one, title: Debt}\nrules:"),
        (INDICATORS, "", "- {id: owes, states: O, dimension: debt, strength: weak}\n"),
    )

    assert [Path(finding.file).name for finding in unreachable.check(files)] == ["indicators.yaml", "set.yaml"]


def test_every_difference_of_a_vignette_is_told(tmp_path: Path) -> None:
    files = _sound_with(
        tmp_path,
        (CASE, "level: some_concern", "level: none_recorded"),
        (CASE, "control: supported", "control: possible"),
    )

    assert [said(finding.message).partition(":")[0] for finding in vignettes.check(files)] == [
        "level",
        "dimension control",
    ]


def test_rules_for_a_single_file_work_beside_problems_elsewhere(tmp_path: Path) -> None:
    files = {
        **SOUND,
        INDICATORS: SOUND[INDICATORS].replace("medium", "{adult: strong, child: weak}"),
        GUIDANCE: "[",
        CASE: SOUND[CASE].replace("some_concern", "clear_concern"),
    }

    findings = list(set_findings(read_set(write(tmp_path, files))))

    assert [(Path(finding.file).name, finding.line) for finding in findings] == [("indicators.yaml", 1)]


def test_rules_have_nothing_to_say_where_there_are_no_files(tmp_path: Path) -> None:
    write(tmp_path, {SET: "{id: bare, version: '1', title: Bare, sections: []}"})

    assert list(set_findings(read_set(tmp_path))) == []


# Words that stand in the set, to make mistakes that fit at first sight.
_WORDS = (
    "papers",
    "held",
    "control",
    "means",
    "child",
    "going_back",
    "main",
    "with",
    "none",
    "seen",
    "impression",
    "yes",
)
_TYPES: dict[str, Any] = {
    SET: SetFile,
    INDICATORS: tuple[Indicator, ...],
    LOOKS: Section,
    MAIN: Section,
    GUIDANCE: tuple[Pathway, ...],
    CASE: Vignette,
}
_DATA = {file: read_yaml(text.encode(), file).data for file, text in SOUND.items()}


@examples(200)
@given(st.data())
def test_whatever_stands_in_a_set_the_rules_never_raise(data: st.DataObject) -> None:
    changed = data.draw(st.sampled_from(sorted(_DATA)))
    content = {**_DATA, changed: data.draw(mutated(_DATA[changed], _WORDS))}
    about, indicators, looks, main, guidance, case = (
        file_of(content[file], type_, file) for file, type_ in _TYPES.items()
    )
    problems = [problem for file in (about, indicators, looks, main, guidance, case) for problem in file.problems]
    problems += reference_problems(about, indicators, (looks, main), guidance, (case,))
    files = SetFiles(Path(), about, indicators, (looks, main), guidance, (case,), Problems(problems))

    findings = list(set_findings(files))

    assert all(finding.line >= 1 and finding.column >= 1 and finding.code in RULES for finding in findings)


# --- directories -----------------------------------------------------------------------------------------------------


def directory_with(traps: list[dict[str, str]], number: str = "123", name: str = "House") -> DirectoryFile:
    """A directory with one contact."""
    proof = {"evidence": "official", "source": "S", "page_date": "2026"}
    service = {
        "id": "house",
        "names": {"en": "Shelter", "zh-Hant": name},
        "offers": ["shelter"],
        "contacts": [
            {"kind": "email", "number": "help@example.org", "evidence": "official"},
            {"kind": "telephone", "number": number, "evidence": "official"},
        ],
        "source": "S",
        "page_date": "2026",
    }
    data = {
        "place": "xx",
        "names": {"en": "Nowhere"},
        "as_of": "2026-01-31",
        "time_zone": "Asia/Hong_Kong",
        "emergency": {"number": "999", "names": {"en": "Emergency"}, **proof},
        "services": [service],
        "traps": traps,
    }
    file = file_of(data, Directory, "xx.yaml")
    return DirectoryFile(file, file.problems)


def findings_on(traps: list[dict[str, str]], **service: str) -> list[Problem]:
    """The traps that are found in a directory with one contact."""
    file = directory_with(traps, **service)
    assert file.problems == ()
    return [each for each in directory_findings(file, TODAY) if each.code == "trap-as-contact"]


@pytest.mark.parametrize(
    "number",
    ["5190 8909", "51908909", "5190-8909", "+852 5190 8909", "+85251908909", "(852) 5190.8909", "00852 5190 8909"],
)
@pytest.mark.parametrize("trap", ["5190 8909", "51908909", "WhatsApp 5190 8909"])
def test_a_number_that_is_a_trap_is_found_however_it_is_written(trap: str, number: str) -> None:
    (finding,) = findings_on([{"what": trap, "why": "It closed in 2023."}], number=number)

    assert (said(finding.message), said(finding.hint)) == (f"{number!r} is a trap: It closed in 2023", "Take it out.")


def test_a_trap_is_told_where_the_number_stands() -> None:
    file = directory_with([{"what": "5190 8909", "why": "Dead"}], number="5190 8909")

    (finding,) = trap_as_contact.check(file)

    position = file.file.text.position.find(("services", 0, "contacts", 1, "number"))
    assert position.key_column > 1
    assert (finding.line, finding.column) == (position.line, position.column)


@pytest.mark.parametrize(
    ("trap", "number"),
    [
        ("5190 8909", "5190 8908"),
        ("5190 8909", "5190 89"),
        ("5190 8909", "5190 8990"),
        ("992", "2332 2992"),
        ("992", "9920"),
        ("Hong Kong Unison", "5190 8909"),
    ],
)
def test_another_number_is_no_trap(trap: str, number: str) -> None:
    assert findings_on([{"what": trap, "why": "Dead"}], number=number) == []


def test_a_short_number_is_a_trap_only_as_a_whole() -> None:
    assert len(findings_on([{"what": "992", "why": "Registered users only"}], number="9-9-2")) == 1


@pytest.mark.parametrize("name", ["Hong Kong Unison", "HONG KONG UNISON", "The old Hong Kong Unison Limited"])
def test_an_organisation_that_is_a_trap_is_found_by_its_name(name: str) -> None:
    (finding,) = findings_on([{"what": "Hong Kong Unison", "why": "Disbanded."}], name=name)

    assert (said(finding.message), said(finding.hint)) == (f"{name!r} is a trap: Disbanded", "Take it out.")


def test_another_organisation_is_no_trap() -> None:
    assert findings_on([{"what": "Hong Kong Unison", "why": "Disbanded."}], name="Hong Kong House") == []


def test_every_trap_is_told() -> None:
    traps = [{"what": "5190 8909", "why": "Dead"}, {"what": "House", "why": "Gone"}]

    assert len(findings_on(traps, number="5190 8909", name="House")) == 2


def test_a_directory_that_cannot_be_read_is_not_searched_for_traps() -> None:
    file = directory_with([{"what": "5190 8909", "why": "Dead"}], number="5190 8909")

    broken = DirectoryFile(file.file, Problems([Problem("xx.yaml", 1, 1, Message("anything"), Message("Correct it."))]))

    assert list(directory_findings(broken, TODAY)) == []
