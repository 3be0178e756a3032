"""The same result wherever it is asked: the form, filled by ODK's own engine, says what `result.evaluate` says.

Level, elements, dimensions, flags, pathways and every indicator, of every vignette and of random answers.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from html import unescape
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.engine.assess import Assessor
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.moment import Moment
from screening.result.evaluate import evaluate
from screening.sets.answers import RESTS, Answer, Answers
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from screening.sets.questions import CircumstanceWording
from screening.sets.record import Record
from screening.writing.workbooks import workbook
from tests.export.test_xlsform import HOSTILE, hostile_set
from tests.support.odk import as_asked, begun, fill, in_english, items_in, needs_odk, said, told, xform
from tests.support.random_sets import GATED_CIRCUMSTANCES, indicator_sets
from tests.support.thorough import THOROUGH, examples, one_in

pytestmark = pytest.mark.slow

EXAMPLES = sorted(str(path) for path in (Path(__file__).parents[1] / "sets" / "examples").iterdir())
# A short set first: while somebody waits, it is the one that is tried.
SHORT = "first-contact"
EVERY = sorted([*set_ids(), *EXAMPLES], key=lambda name: name != SHORT)
# 2,000 and more in all: 16 sets with 90 each, and 40 random sets with 15 each.
PATTERNS = 90 if THOROUGH else 6
OF_A_RANDOM_SET = 15
NOON = datetime(2026, 11, 20, 12, tzinfo=UTC)


def random_answer(item: Item, chance: Random) -> Answer:
    """Any answer that an item takes: definite, undecided, or told in part."""
    alone = [option.id for option in item.options if option.alone]
    others = [option.id for option in item.options if not option.alone]
    if chance.random() < 0.1:
        return chance.choice([item.undecided, "declined"])
    if not item.several:
        return chance.choice([*others, *alone])
    if alone and chance.random() < 0.2:
        return (chance.choice(alone),)
    ticks = [option for option in others if chance.random() < 0.3] or [chance.choice(others)]
    return (*ticks, *chance.choice([(), (), *((rest,) for rest in RESTS)]))


def random_record(indicator_set: IndicatorSet, chance: Random) -> dict[str, Answer]:
    """Answers to few questions, to many, or to all of them."""
    share = chance.choice([0.05, 0.2, 0.5, 0.9, 1.0])
    items = items_in(indicator_set).values()
    return {item.id: random_answer(item, chance) for item in items if item.options and chance.random() < share}


def vignettes_of(indicator_set: IndicatorSet) -> list[dict[str, Answer]]:
    """The records of its vignettes, as they are recorded in a talk."""
    return [{**vignette.answers, **vignette.circumstances} for vignette in indicator_set.vignettes]


def differences(indicator_set: IndicatorSet, records: Sequence[Answers], folder: Path) -> Iterator[str]:
    """Where the form and the program do not say the same."""
    asked = [as_asked(indicator_set, record) for record in records]
    filled = fill(xform(in_english(indicator_set)), [begun(indicator_set, record) for record in asked], folder)
    assessor, moment = Assessor(indicator_set), Moment(NOON, NOON.replace(tzinfo=None))
    for record, form in zip(asked, filled, strict=True):
        assessment = evaluate(indicator_set, Record(record), {}, moment, assessor).assessment
        expected, found = said(assessment), told(form.values, indicator_set)
        if expected != found or form.wrong:
            wrong = {key: (value, found[key]) for key, value in expected.items() if value != found[key]}
            yield f"{record}: {wrong} {form.wrong}"


@pytest.mark.parametrize("name", one_in(len(EVERY), EVERY))
def test_of_every_vignette_the_form_says_what_the_program_says(name: str, tmp_path: Path) -> None:
    needs_odk()
    indicator_set = find_set(name)

    assert list(differences(indicator_set, one_in(12, vignettes_of(indicator_set)), tmp_path)) == []


@pytest.mark.parametrize("name", one_in(len(EVERY), EVERY))
def test_of_random_answers_the_form_says_what_the_program_says(name: str, tmp_path: Path) -> None:
    needs_odk()
    indicator_set, chance = find_set(name), Random(name)

    records = [random_record(indicator_set, chance) for _ in range(PATTERNS)]
    assert list(differences(indicator_set, records, tmp_path)) == []


@given(indicator_sets(), st.integers(0, 1_000_000))
@settings(parent=examples(40))
def test_of_random_sets_the_form_says_what_the_program_says(
    tmp_path_factory: pytest.TempPathFactory, plain: IndicatorSet, seed: int
) -> None:
    needs_odk()
    worded = tuple(CircumstanceWording(id=name, ask="x", record=name) for name in GATED_CIRCUMSTANCES)
    indicator_set = replace(plain, about=replace(plain.about, circumstances=worded))
    chance = Random(seed)

    records = [random_record(indicator_set, chance) for _ in range(OF_A_RANDOM_SET)]
    assert list(differences(indicator_set, records, tmp_path_factory.mktemp("form"))) == []


def test_who_does_not_agree_is_asked_nothing_and_has_no_level(tmp_path: Path) -> None:
    needs_odk()
    indicator_set = find_set("first-contact")

    (form,) = fill(
        xform(in_english(indicator_set)), [{"sr__agreement": "stop", "papers": "yes", "age": "child"}], tmp_path
    )

    assert "papers" not in form.values
    assert "sr__level" not in form.values
    assert any("Do not press" in note for note in form.notes)
    assert not any("may point to trafficking" in note or "CHILD" in note for note in form.notes)


def test_two_answers_that_exclude_one_another_break_a_constraint(tmp_path: Path) -> None:
    needs_odk()
    indicator_set = find_set(next(name for name in EXAMPLES if name.endswith("gated")))
    several = next(
        item for item in items_in(indicator_set).values() if item.several and item.when is None and item.counts
    )
    ticks = [option.id for option in several.options if not option.alone]
    alone = [option.id for option in several.options if option.alone]
    records: list[Answers] = [
        {several.id: (ticks[0], alone[0])},
        {several.id: (ticks[0], "unclear", "declined")},
        {several.id: (ticks[0], "unclear")},
    ]

    forms = list(fill(xform(in_english(indicator_set)), [begun(indicator_set, each) for each in records], tmp_path))

    assert [form.wrong for form in forms] == [[several.id], [several.id], []]


def test_a_low_result_says_that_it_proves_nothing_and_names_what_was_not_asked(tmp_path: Path) -> None:
    needs_odk()
    indicator_set = find_set(SHORT)

    (form,) = fill(xform(in_english(indicator_set)), [begun(indicator_set, {"age": "adult"})], tmp_path)

    assert any("This is not a no" in note for note in form.notes)
    unknown = [question.record for _, _, question in indicator_set.questions() if question.when is None]
    said_ = "\n".join(form.notes).replace("\\", "")
    assert [record for record in unknown if record not in said_] == []


def test_nothing_that_counts_for_a_child_alone_is_said_of_an_adult(tmp_path: Path) -> None:
    needs_odk()
    indicator_set = find_set(SHORT)
    only_child = {each.id: each.states for each in indicator_set.indicators if each.strength_for(False) is None}
    assert only_child
    everything = {
        item.id: tuple(option.id for option in item.options if not option.alone)
        if item.several
        else next((option.id for option in item.options if set(option.shows) & set(only_child)), item.options[0].id)
        for item in items_in(indicator_set).values()
        if item.counts
    }
    record = {**everything, "age": "adult", "under_18_when_it_began": "no"}

    (form,) = fill(xform(in_english(indicator_set)), [begun(indicator_set, as_asked(indicator_set, record))], tmp_path)

    facts = form.notes[form.notes.index("**Because**") :]
    assert [states for states in only_child.values() if f"- {states}" in facts] == []


def test_a_hostile_set_can_be_filled_and_shows_its_texts_as_they_are(tmp_path: Path) -> None:
    needs_odk()
    record: Answers = {"sr__agreement": "yes", "q-0": "yes", "Meta": "yes", "many": ("o-3", "o-199", "not_asked")}

    (form,) = fill(xform(workbook(hostile_set())), [record], tmp_path)

    assert form.values["sr__level"] == "some_concern"
    assert form.values["many"].split(" ") == ["o-3", "o-199", "not_asked"]
    shown = unescape("\n".join(form.notes)).replace("\\", "").replace("\u2060", "")
    assert [text for text in HOSTILE if text[:290].strip().replace("\\", "") not in shown] == []
