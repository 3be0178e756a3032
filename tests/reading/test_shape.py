"""What shape promises: every misfit at once, each at its place with a way to mend it, and the schema's own verdict."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from screening.reading.problem import Problem
from screening.reading.schemas import FILES, json_schema
from screening.reading.shape import File, shape
from screening.reading.yaml_text import read_yaml
from screening.referral.directory import Directory, Emergency
from screening.referral.service import Serves, Spoken
from screening.sets.guidance import Pathway
from screening.sets.model import Indicator, SetFile
from screening.sets.questions import Question, Section
from screening.sets.vignette import Vignette
from tests.support.building import file_of
from tests.support.mutations import mutated
from tests.support.thorough import examples

many = examples(200)

CHECKOUT = Path(__file__).parents[2]


def shaped(content: str, type_: Any) -> File[Any]:
    """The text as a type."""
    return shape(read_yaml(content.encode(), "file.yaml"), type_)


def told(file: File[Any]) -> list[str]:
    """Its problems as they are printed."""
    return [str(problem) for problem in file.problems]


# --- what fits -------------------------------------------------------------------------------------------------------


def test_what_fits_becomes_the_type() -> None:
    file = shaped("- {id: held, states: Is held, dimension: control, strength: {child: weak}}", tuple[Indicator, ...])

    assert file.problems == []
    assert file.value[0].strength_for(child=True) == "weak"
    assert file.value[0].strength_for(child=False) is None


@pytest.mark.parametrize("word", ["no", "yes", "on", "off"])
def test_words_like_no_are_ids_and_answers(word: str) -> None:
    file = shaped(f"{{id: a, title: A, story: S, answers: {{q: {word}}}, expect: {{}}, teaches: T}}", Vignette)

    assert file.problems == []
    assert file.value.answers == {"q": word}


def test_a_gap_written_out_is_a_gap() -> None:
    file = shaped("{id: q, ask: null, record: R, when: ~}", Question)

    assert (list(file.problems), file.value.ask, file.value.when) == ([], None, None)


# --- each misfit at its place ----------------------------------------------------------------------------------------

QUESTION = "id: q\nask: A\nrecord: R\n"
MISFITS: dict[str, tuple[str, Any, str]] = {
    "unknown key": (
        f"{QUESTION}listn: L\n",
        Question,
        "4:1: the key 'listn' is not known here. Did you mean 'listen'?",
    ),
    "unknown key, unlike any": (
        f"{QUESTION}zzz: L\n",
        Question,
        "4:1: the key 'zzz' is not known here. Among those known: id, kind,",
    ),
    "free text": (
        f"{QUESTION}type: text\n",
        Question,
        "4:1: the key 'type' is not known here. Free text is left out on purpose: it could tell who somebody is.",
    ),
    "a number": (
        f"{QUESTION}type: integer\n",
        Question,
        "4:1: the key 'type' is not known here. Numbers are left out on purpose. Give options that are bands of it:",
    ),
    "a kind that is free text": (
        f"{QUESTION}kind: text\n",
        Question,
        "4:7: 'text' is not one of the words allowed here. Free text is left out on purpose:",
    ),
    "several answers in another tool": (
        f"{QUESTION}type: select_multiple reasons\n",
        Question,
        "4:1: the key 'type' is not known here. Take it out, and write 'options' and 'choose: several'.",
    ),
    "a type that no tool has": (
        f"{QUESTION}type: [a]\n",
        Question,
        "4:1: the key 'type' is not known here. Among those known: id,",
    ),
    "a condition of another tool": (
        f"{QUESTION}relevant: x\n",
        Question,
        "4:1: the key 'relevant' is not known here. A question that is asked only of some has a condition, 'when'.",
    ),
    "a label of another tool": (
        f"{QUESTION}options: [{{name: a, label: L, id: b}}]\n",
        Question,
        "4:12: the key 'name' is not known here. Write 'id'.",
    ),
    "a text with a colon in a list": (
        "id: p\ntitle: T\ndo:\n  - Say this: you are safe\n",
        Pathway,
        "4:5: the key 'Say this' is not known here. Put a text in quotes that has a colon with a space after it.",
    ),
    "a misspelt age": (
        "id: p\ntitle: T\ndo:\n  - {chld: C}\n",
        Pathway,
        "4:6: the key 'chld' is not known here. Did you mean 'child'?",
    ),
    "missing key": ("id: q\nask: A\n", Question, "1:1: the key 'record' is missing here. Add 'record'."),
    "misspelt required key": (
        "id: q\nrecrd: R\n",
        Question,
        "2:1: the key 'recrd' is not known here. Did you mean 'record'?",
    ),
    "number for text": (
        "id: q\nrecord: 5\n",
        Question,
        "2:9: text is expected here, but this is a whole number (5). Put it",
    ),
    "truth for text": (
        "id: q\nrecord: true\n",
        Question,
        "2:9: text is expected here, but this is true or false. Put it",
    ),
    "list for text": ("id: q\nrecord: [R]\n", Question, "2:9: text is expected here, but this is a list. Write text."),
    "nothing for text": ("id: q\nrecord:\n", Question, "2:8: text is expected here, but this is nothing. Write text."),
    "text for truth": (f"{QUESTION}always: yes\n", Question, "4:9: true or false is expected here, but this is text."),
    "text for a list": (
        f"{QUESTION}shows: held\n",
        Question,
        "4:8: a list is expected here, but this is text. Put it in brackets: [held].",
    ),
    "a sentence for a list": (
        f"{QUESTION}shows: Held, or not\n",
        Question,
        "4:8: a list is expected here, but this is text. Write it on a line of its own, with a hyphen and a space",
    ),
    "an empty list where there must be something": (
        "languages: []\n",
        Spoken,
        "1:12: the list is empty. Write something in it, or leave the key out.",
    ),
    "an empty mapping where there must be something": (
        "number: '1'\nnames: {}\nevidence: official\nsource: S\npage_date: unknown\n",
        Emergency,
        "2:8: the mapping is empty. Write a language and the name in it, a line each, such as 'en: Hotline'.",
    ),
    "a list for names": (
        "number: '1'\nnames: [Police]\nevidence: official\nsource: S\npage_date: unknown\n",
        Emergency,
        "2:8: a mapping is expected here, but this is a list. Write a language and the name in it, a line each, such",
    ),
    "mapping for a list": (
        f"{QUESTION}shows: {{a: b}}\n",
        Question,
        "4:8: a list is expected here, but this is a mapping. Begin each entry with a hyphen and a space, on a line of",
    ),
    "a list for keys of which none is needed": (
        "[woman]\n",
        Serves,
        "1:1: a mapping with some of gender, ages, situations, children_ask_first, with_children, abroad is expected here, but this is a",
    ),
    "text for a mapping": (
        "id: s\nversion: '1'\ntitle: T\nsections: []\ndimensions: x\n",
        SetFile,
        "5:13: a mapping is expected here, but this is text.",
    ),
    "list for a record": (
        "- id: q\n",
        Question,
        "1:1: a mapping with id, record is expected here, but this is a list.",
    ),
    "no word of the list": (
        f"{QUESTION}kind: asekd\n",
        Question,
        "4:7: 'asekd' is not one of the words allowed here. Did you mean",
    ),
    "number for a word": (
        f"{QUESTION}kind: 3\n",
        Question,
        "4:7: one of asked, impression, known, seen is expected here, but",
    ),
    "empty text": ("id: q\nrecord: ''\n", Question, "2:9: the text is empty. Write it, or leave the key out."),
    "long text": (
        f"id: q\nrecord: {'x' * 301}\n",
        Question,
        "2:9: the text has 301 characters; at most 300 fit. Make it",
    ),
    "no id": (
        "id: Not An Id\nrecord: R\n",
        Question,
        "1:5: 'Not An Id' does not have the form that is expected here. Use small",
    ),
    "no id as a key": (
        "id: s\nversion: '1'\ntitle: T\nsections: []\nrules: {A B: []}\n",
        SetFile,
        "5:9: 'A B' does not have the form that is expected here. Use small letters",
    ),
    "no word as a key": (
        "id: s\nversion: '1'\ntitle: T\nsections: []\nelements: {maens: M}\n",
        SetFile,
        "5:12: 'maens' is not one of the words allowed here. Did you mean 'means'?",
    ),
    "number out of range": (
        "id: s\nversion: '1'\ntitle: T\nsections: []\nrules: {any: [{total: 0}]}\n",
        SetFile,
        "5:23: 0 is out of range. Write a number from 1 to 10000.",
    ),
    "fraction for a whole number": (
        "id: s\nversion: '1'\ntitle: T\nsections: []\nrules: {any: [{total: 1.5}]}\n",
        SetFile,
        "5:23: a whole number is expected here, but this is a number (1.5).",
    ),
    "truth for a whole number": (
        "id: s\nversion: '1'\ntitle: T\nsections: []\nrules: {any: [{total: true}]}\n",
        SetFile,
        "5:23: a whole number is expected here, but this is true or false.",
    ),
    "endless number": (
        "- {id: i, states: S, dimension: d, weight: 1e999}",
        tuple[Indicator, ...],
        "1:44: inf is out of range.",
    ),
    "neither of two kinds": (
        "- {id: i, states: S, dimension: d, strength: [weak]}",
        tuple[Indicator, ...],
        "1:46: one of medium, strong, weak or a mapping with some of adult, child is expected here, but this is a list.",
    ),
    "wrong word of two kinds": (
        "- {id: i, states: S, dimension: d, strength: strnog}",
        tuple[Indicator, ...],
        "1:46: 'strnog' is not one of the words allowed here. Did you mean 'strong'?",
    ),
    "one where two belong": (
        "{id: v, title: T, story: S, expect: {bounds: [clear_concern]}, teaches: T}",
        Vignette,
        "1:46: a list of 2 is expected here, but this is a list.",
    ),
    "a word that is not a condition": (
        f"{QUESTION}when: {{flg: child}}\n",
        Question,
        "4:8: 'flg' is not a condition. Did you mean 'flag'?",
    ),
    "a key that does not go with a condition": (
        f"{QUESTION}when: {{question: q, iss: [yes]}}\n",
        Question,
        "4:21: 'iss' does not go with 'question' in a condition. Did you mean 'is'?",
    ),
    "condition": (f"{QUESTION}when: {{flag: [child]}}\n", Question, "4:14: 'flag' takes one name. Write flag: child."),
    "level rule": (
        "id: s\nversion: '1'\ntitle: T\nsections: []\nlevels: {some_concern: {adult: means, child: 5}}\n",
        SetFile,
        "5:46: a condition is expected here.",
    ),
    "date": (
        "2019",
        Directory,
        "1:1: a mapping with place, names, as_of, time_zone, emergency, services is expected here",
    ),
}


@pytest.mark.parametrize(("content", "type_", "says"), MISFITS.values(), ids=MISFITS)
def test_a_misfit_is_told_once_at_its_place_and_how_to_mend_it(content: str, type_: Any, says: str) -> None:
    problems = told(shaped(content, type_))

    assert len(problems) == 1, problems
    assert problems[0].startswith(f"file.yaml:{says}")


def test_all_misfits_are_told_at_once_in_the_order_of_the_file() -> None:
    file = shaped(
        "id: Bad Id\n"
        "titel: T\n"
        "questions:\n"
        "  - id: q\n"
        "    record: 5\n"
        "    options:\n"
        "      - {id: a, label: '', shows: held}\n"
        "      - {label: L}\n"
        "    when: {all: [{flag: 1}, {flag: 2}]}\n"
        "  - 7\n",
        Section,
    )

    positions = sorted((problem.line, problem.column) for problem in file.problems)

    assert positions == [(1, 5), (2, 1), (5, 13), (7, 24), (7, 35), (8, 9), (9, 25), (9, 36), (10, 5)]


def test_problems_of_the_yaml_and_of_the_shape_stand_together() -> None:
    file = shaped("id: q\nid: q\nrecord: 5\nask: \x07\n", Question)

    assert sorted(problem.line for problem in file.problems) == [2, 3, 4]


def test_what_cannot_be_read_has_no_misfits_besides() -> None:
    file = shaped("id: [", SetFile)

    assert len(file.problems) == 1
    assert file.value.sections == ()


def test_what_fits_beside_a_misfit_is_kept() -> None:
    file = shaped("- {id: held, states: 5, dimension: control, strength: weak}", tuple[Indicator, ...])

    assert (file.value[0].id, file.value[0].dimension, file.value[0].strength) == ("held", "control", "weak")


def test_what_stands_behind_an_alias_is_told_at_the_alias() -> None:
    file = shaped("- &a {id: x, title: X, do: [D]}\n- *a\n- {id: y, title: &b 5, do: *b}\n", tuple[Pathway, ...])

    assert [(problem.line, problem.column) for problem in file.problems] == [(3, 18), (3, 28)]


@pytest.mark.parametrize("type_", FILES.values(), ids=FILES)
@pytest.mark.parametrize("content", ["", "5", "text", "[]", "{}", "[[]]", "{a: {b: []}}", "["], ids=repr)
def test_no_top_raises_and_whatever_stands_is_a_value_of_the_type(content: str, type_: Any) -> None:
    file = shaped(content, type_)

    # An empty list is a list of no indicators, or of no pathways.
    assert file.problems or content == "[]"
    assert file.value is not None


# --- the same verdict as the schema ----------------------------------------------------------------------------------


def _kind(path: Path) -> str:
    folder = {
        "sections": "section",
        "vignettes": "vignette",
        "referrals": "referrals",
        "own": "own-services",
        "maps": "column-map",
        "glossary": "glossary",
    }.get(path.parent.name)
    return folder or path.stem


def _shortened(data: Any) -> Any:
    """The data with at most four parts of every list, so that faults meet everything in it and not only the long lists."""
    if isinstance(data, dict):
        return {key: _shortened(part) for key, part in data.items()}
    return [_shortened(part) for part in data[:4]] if isinstance(data, list) else data


@cache
def _built_in() -> dict[str, list[Any]]:
    """The data of every built-in file, by kind."""
    found: dict[str, list[Any]] = {kind: [] for kind in FILES}
    # A file of a set that extends another is only a part.
    whole = [about.parent for about in CHECKOUT.glob("indicators/*/set.yaml") if "\nextends:" not in about.read_text()]
    sets = [path for folder in whole for path in folder.glob("**/*.yaml")]
    for path in sorted(
        [
            *sets,
            *CHECKOUT.glob("referrals/*.yaml"),
            *CHECKOUT.glob("tests/reading/own/*.yaml"),
            *CHECKOUT.glob("tests/reading/maps/*.yaml"),
            *CHECKOUT.glob("glossary/*.yaml"),
        ]
    ):
        found[_kind(path)].append(_shortened(read_yaml(path.read_bytes(), str(path)).data))
    return found


@cache
def _validator(kind: str) -> Draft202012Validator:
    return Draft202012Validator(json_schema(kind))


@pytest.mark.parametrize("kind", FILES)
def test_there_are_built_in_files_of_every_kind_and_they_fit(kind: str) -> None:
    assert _built_in()[kind]
    for data in _built_in()[kind]:
        assert list(_validator(kind).iter_errors(data)) == []
        assert file_of(data, FILES[kind]).problems == []


@pytest.mark.parametrize("kind", FILES)
@many
@given(data=st.data())
def test_a_file_has_problems_if_and_only_if_the_schema_finds_it_invalid(kind: str, data: st.DataObject) -> None:
    changed = data.draw(mutated(data.draw(st.sampled_from(_built_in()[kind]))))

    problems = _problems(changed, kind)

    errors = [error.message for error in _validator(kind).iter_errors(changed)]
    assert bool(problems) == bool(errors), (list(map(str, problems)), errors)


def _problems(data: Any, kind: str) -> list[Problem]:
    # JSON is YAML; as it is, for YAML knows no pairs of surrogates.
    text = read_yaml(json.dumps(data, ensure_ascii=False, indent=1).encode(), "file.yaml")
    assert text.problems == []
    problems = list(shape(text, FILES[kind]).problems)
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    return problems
