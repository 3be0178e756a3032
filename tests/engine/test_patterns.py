"""Records that are put together from what was seen before come to what they come to alone."""

from collections.abc import Iterable
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine import learned
from screening.engine.assess import Assessment, Assessor
from screening.engine.patterns import Patterns
from screening.reading.records import Misrecorded, RecordReader
from screening.reading.sets import find_set, read_set
from screening.sets.answers import Answer, rest_of, ticks_of
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import Support
from tests.support import kobo
from tests.support.building import asked, indicator, small_set
from tests.support.random_sets import indicator_sets, records
from tests.support.thorough import THOROUGH, examples


class AsData:
    """Shows every part as what it says."""

    def levels(self, assessment: Assessment, settled: bool) -> Any:
        levels = (assessment.level, assessment.bounds, assessment.score, assessment.band)
        return (("levels", levels), ("settled", settled), ("elements", dict(assessment.elements)))

    def dimensions(self, supports: tuple[tuple[str, Support], ...]) -> Any:
        return supports

    def flags(self, names: tuple[str, ...]) -> Any:
        return (("flags", names),)

    def pathways(self, opened: tuple[str, ...], may_open: tuple[str, ...]) -> Any:
        return (("pathways", opened), ("may open", may_open))

    def closed(self, names: tuple[str, ...]) -> Any:
        return (("closed", names),)

    def set_aside(self, names: tuple[str, ...]) -> Any:
        return (("set aside", names),)

    def counts(self, *counts: int) -> Any:
        return (("counts", counts),)

    def unknown(self, *unknown: int) -> Any:
        return (("unknown", unknown),)


def in_a_row(parts: Iterable[Any]) -> list[tuple[str, Any]]:
    """What all parts say, in order."""
    return [said for part in parts for said in part]


def plainly(assessor: Assessor, answers: dict[str, Answer], circumstances: dict[str, Answer]) -> list[tuple[str, Any]]:
    """What a record comes to alone."""
    found, shows = assessor.assess({**answers, **circumstances}), AsData()
    counted = [answer for question, answer in answers.items() if question not in found.closed]
    rests = [rest_of(answer) for answer in counted if not ticks_of(answer)]
    in_part = sum(rest_of(answer) is not None and bool(ticks_of(answer)) for answer in counted)
    return in_a_row(
        [
            shows.levels(found, found.settled),
            tuple(found.dimensions.items()),
            shows.flags(found.flags),
            shows.pathways(found.pathways, found.may_open),
            shows.closed(found.closed),
            shows.set_aside(tuple(question for question in found.closed if question in answers)),
            shows.counts(found.answered, found.open),
            shows.unknown(rests.count("unclear"), rests.count("declined"), in_part),
        ]
    )


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


ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}
ANY = [{"total": 1}]


def all_records(indicator_set: IndicatorSet, *ages: dict[str, Answer]) -> list[tuple[dict[str, Answer], Any]]:
    """Every way to answer the questions of a small set yes, no or not at all."""
    questions = [question.id for _, _, question in indicator_set.questions()]
    ways = product(["yes", "no", None], repeat=len(questions))
    written = [{name: said for name, said in zip(questions, way, strict=True) if said is not None} for way in ways]
    return [(dict(answers), age) for age in ages or (ADULT,) for answers in written]


def test_an_impression_is_kept_apart_from_what_was_told_of_the_same_strength() -> None:
    indicator_set = small_set(
        [asked("told", shows=["papers"]), asked("worked", shows=["hours"])],
        [
            indicator("afraid", "coercion", "weak"),
            indicator("papers", "coercion", "weak"),
            indicator("tired", "conditions_of_work", "weak"),
            indicator("hours", "conditions_of_work", "weak"),
        ],
        stages={"seen": [{"id": "look", "kind": "impression", "record": "L", "shows": ["afraid", "tired"]}]},
        rules={"delphi": ANY, "any_strong": ANY, "any": ANY},
    )

    same(indicator_set, all_records(indicator_set))


def test_a_weight_is_added_whatever_else_of_the_dimension_is_stronger() -> None:
    indicator_set = small_set(
        [asked(name, shows=[name]) for name in ("held", "lied", "late")],
        [
            indicator("held", "coercion", "strong", weight=2),
            indicator("lied", "coercion", "medium", weight=1),
            indicator("late", "coercion", "weak", weight=1),
        ],
        rules={"delphi": ANY, "any_strong": ANY, "any": ANY},
        levels={"some_concern": {"in": ["means"], "total": 1}},
        bands=[
            {"id": "low", "title": "Low", "score": 0, "level": "none_recorded"},
            {"id": "high", "title": "High", "score": 3, "level": "clear_concern"},
        ],
    )

    same(indicator_set, all_records(indicator_set))


def test_an_indicator_of_many_that_is_stronger_for_a_child_counts_as_what_it_is_at_each_age() -> None:
    names = [f"i{number}" for number in range(6)]
    strengths: list[Any] = ["strong", "medium", "weak", {"adult": "weak", "child": "strong"}]
    strengths += [{"adult": "medium", "child": "strong"}, {"child": "medium"}]
    indicator_set = small_set(
        [asked(name, shows=[name]) for name in names],
        [indicator(name, "coercion", strength) for name, strength in zip(names, strengths, strict=True)],
    )

    same(indicator_set, all_records(indicator_set, ADULT, {"age": "child"}, {"age": "adult"}, {"age": "unsure"}))


def test_lists_and_nulls_are_understood_as_the_reader_does() -> None:
    palermo = find_set("palermo")
    many = Patterns(palermo, RecordReader(palermo), AsData())

    written = {"says-no": ["violence", "declined"], "papers": None, "pay": "little"}
    found = many.assess(written, {"situation": ["fishing"], "age": None})

    assert found == many.assess({"says-no": ("violence", "declined"), "pay": ("little",)}, {"situation": ("fishing",)})
    told = dict(in_a_row(found))
    assert told["counts"] == (2, len(list(palermo.questions())) - 2 - len(told["closed"]))
    assert told["unknown"] == (0, 0, 1)


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
