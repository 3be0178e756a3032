"""Records that are put together from what was seen before come to what they come to alone."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import learned
from screening.engine.assess import Assessment, Assessor
from screening.engine.patterns import Pattern, Patterns
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.sets import find_set, read_set
from screening.sets.answers import Answer, rest_of, ticks_of
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import Support
from tests.support import kobo
from tests.support.random_sets import indicator_sets, records
from tests.support.thorough import THOROUGH, examples


class AsData:
    """Shows every part as what it says."""

    def dimensions(self, supports: tuple[tuple[str, Support], ...]) -> Any:
        return supports

    def levels(self, assessment: Assessment) -> Any:
        return assessment.level, assessment.bounds, assessment.score, assessment.band

    def elements(self, assessment: Assessment) -> Any:
        return dict(assessment.elements)

    def pathways(self, opened: tuple[str, ...], may_open: tuple[str, ...]) -> Any:
        return opened, may_open

    def names(self, names: tuple[str, ...]) -> Any:
        return ("names", *names)

    def counts(self, *counts: int) -> Any:
        return counts


def plainly(assessor: Assessor, answers: dict[str, Answer], circumstances: dict[str, Answer]) -> Pattern[Any]:
    """What a record comes to alone."""
    found, shows = assessor.assess({**answers, **circumstances}), AsData()
    counted = [answer for question, answer in answers.items() if question not in found.closed]
    rests = [rest_of(answer) for answer in counted if not ticks_of(answer)]
    in_part = sum(rest_of(answer) is not None and bool(ticks_of(answer)) for answer in counted)
    return Pattern(
        levels=shows.levels(found),
        settled=found.settled,
        elements=shows.elements(found),
        dimensions=[(0, tuple(found.dimensions.items()))],
        flags=shows.names(found.flags),
        pathways=shows.pathways(found.pathways, found.may_open),
        closed=shows.names(found.closed),
        set_aside=shows.names(tuple(question for question in found.closed if question in answers)),
        counts=shows.counts(found.answered, found.open, rests.count("unclear"), rests.count("declined"), in_part),
    )


def in_a_row(found: Pattern[Any]) -> Pattern[Any]:
    """The same, its dimensions together."""
    found.dimensions = [(0, tuple(dimension for _, together in found.dimensions for dimension in together))]
    return found


def same(indicator_set: IndicatorSet, given_: list[tuple[dict[str, Answer], dict[str, Answer]]]) -> None:
    """All come to the same, in this order, and once more when all of them were seen."""
    assessor = Assessor(indicator_set)
    many = Patterns(indicator_set, RecordReader(indicator_set), AsData())
    for answers, circumstances in [*given_, *given_]:
        found = many.assess(answers, circumstances)
        assert in_a_row(found) == plainly(assessor, answers, circumstances)
    assert many.hits >= len(given_)


@given(st.data())
@examples(300)
def test_a_record_comes_to_what_it_comes_to_alone(data: st.DataObject) -> None:
    indicator_set = data.draw(indicator_sets())

    same(indicator_set, data.draw(st.lists(records(indicator_set), min_size=1, max_size=8)))


EXAMPLES = sorted(
    path.parent for path in (Path(__file__).resolve().parents[1] / "sets" / "examples").glob("*/set.yaml")
)


@pytest.mark.parametrize("name", ["palermo", "first-contact", "child", *EXAMPLES], ids=str)
def test_records_of_real_sets_and_of_sums_do_too(name: Any) -> None:
    indicator_set = find_set(name) if isinstance(name, str) else read_set(name).set
    reader = RecordReader(indicator_set)
    written = kobo.records(indicator_set, 500 if THOROUGH else 120)

    same(
        indicator_set,
        [(reader.answers(each["answers"]), reader.circumstances(each["circumstances"])) for each in written],
    )


def test_lists_and_nulls_are_understood_as_the_reader_does() -> None:
    palermo = find_set("palermo")
    many = Patterns(palermo, RecordReader(palermo), AsData())

    written = {"says-no": ["violence", "declined"], "papers": None, "pay": "little"}
    found = many.assess(written, {"situation": ["fishing"], "age": None})

    assert found == many.assess({"says-no": ("violence", "declined"), "pay": ("little",)}, {"situation": ("fishing",)})
    assert found.counts == (2, len(list(palermo.questions())) - 2 - (len(found.closed) - 1), 0, 0, 1)


@pytest.mark.parametrize(
    "answers",
    [{"nope": "yes"}, {"papers": "nope"}, {"papers": ["kept"]}, {"papers": {}}, {"says-no": [["a"]]}],
    ids=str,
)
def test_what_is_wrong_is_told_each_time(answers: dict[str, Any]) -> None:
    palermo = find_set("palermo")
    many = Patterns(palermo, RecordReader(palermo), AsData())
    many.assess({"papers": "kept"}, {})

    for _ in range(2):
        with pytest.raises(Misrecorded):
            many.assess(answers, {})


def test_true_is_no_rating_though_the_number_one_is() -> None:
    rating = read_set(next(path for path in EXAMPLES if path.name == "rating")).set
    many = Patterns(rating, RecordReader(rating), AsData())
    many.assess({"rest": 1}, {})

    with pytest.raises(Misrecorded):
        many.assess({"rest": True}, {})


def test_what_is_remembered_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(learned, "MOST_KNOWN", 2)
    palermo = find_set("palermo")
    reader = RecordReader(palermo)
    assessor, many = Assessor(palermo), Patterns(palermo, reader, AsData())

    for each in kobo.records(palermo, 60):
        answers, circumstances = reader.answers(each["answers"]), reader.circumstances(each["circumstances"])
        found = many.assess(answers, circumstances)
        assert in_a_row(found) == plainly(assessor, answers, circumstances)
