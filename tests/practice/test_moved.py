"""The readings that move a level are those that do where each sheet is assessed again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.engine.assess import Assessor
from screening.practice.exchanges import effects_in, exchanges
from screening.practice.levels import level_by_patterns
from screening.practice.question_marks import question_of
from screening.practice.report import report
from screening.practice.room import Moved, Sheet, Shift
from screening.sets.answers import Answer, Answers, rest_of, ticks_of
from screening.sets.items import items_of
from screening.sets.model import IndicatorSet
from tests.practice.small_room import KEY, NOTHING, reported, works_set
from tests.support.building import asked, indicator, small_set
from tests.support.random_sets import indicator_sets, records
from tests.support.thorough import examples


def moved(name: str, *sheets: Answers, key: Answers = KEY) -> list[Moved]:
    return [each for each in reported(*sheets, key=key).moved if each.question == name]


def test_two_answers_that_lead_to_two_levels_are_named_with_both() -> None:
    well = {**KEY, "paid": "well"}

    assert moved("paid", KEY, KEY, KEY, well) == [
        Moved(
            case="case",
            question="paid",
            option=None,
            readings=("never", "well"),
            seats=(3, 1),
            keyed="never",
            shifts=(Shift(("clear_concern", "some_concern"), 4),),
            sheets=4,
        )
    ]


def test_an_answer_is_exchanged_alone_so_that_it_may_move_one_sheet_and_not_another() -> None:
    free = {**NOTHING, "works": "yes", "paid": "well"}
    found = moved("paid", {**KEY, "paid": "well"}, KEY, free)[0]

    assert found.readings == ("never", "well")
    assert found.shifts == (Shift(("clear_concern", "some_concern"), 2), Shift(("some_concern", "none_recorded"), 1))
    assert (found.moved, found.sheets) == (3, 3)


def test_an_answer_that_closes_others_moves_a_level_by_what_is_set_aside() -> None:
    found = moved("works", KEY, {**KEY, "works": "no"})

    assert [(each.readings, each.shifts) for each in found] == [
        (("no", "yes"), (Shift(("some_concern", "clear_concern"), 2),))
    ]


def test_one_option_is_exchanged_and_the_others_stay() -> None:
    papers, none = {**KEY, "holds": ("papers",)}, {**KEY, "holds": ("none",)}
    found = moved("holds", papers, papers, none, key=papers)

    assert [(each.option, each.readings, each.seats, each.keyed) for each in found] == [
        ("papers", ("not_ticked", "ticked"), (1, 2), "ticked")
    ]
    assert found[0].shifts == (Shift(("some_concern", "clear_concern"), 3),)


def test_how_the_rest_of_a_list_stands_is_a_reading_of_its_own() -> None:
    free = {**NOTHING, "hurt": "no"}
    found = moved("holds", free, {**free, "holds": "declined"}, key=free)

    assert [(each.option, each.readings, each.keyed, each.shifts) for each in found] == [
        (None, ("declined", "not_ticked"), "not_ticked", (Shift(("too_little_known", "none_recorded"), 2),))
    ]


def test_what_the_key_has_and_nobody_in_the_room_is_a_reading_too() -> None:
    found = moved("paid", *[{**KEY, "paid": "little"}] * 5)

    assert [(each.readings, each.seats, each.keyed) for each in found] == [(("little", "never"), (5, 0), "never")]


def test_two_readings_that_the_key_has_not_say_so() -> None:
    found = moved("paid", {**KEY, "paid": "little"}, {**KEY, "paid": "well", "holds": ("none",)})

    assert {each.readings: each.keyed for each in found} == {
        ("little", "well"): None,
        ("little", "never"): "never",
        ("never", "well"): "never",
    }


def test_what_is_left_unclear_moves_a_level_to_what_is_not_known() -> None:
    free = {**NOTHING, "works": "yes", "paid": "well", "hurt": "no"}
    found = moved("paid", free, {**free, "paid": "unclear"}, {**free, "paid": "declined"}, key=free)

    unknown = Shift(("too_little_known", "none_recorded"), 2)
    assert {each.readings: each.shifts for each in found} == {
        ("unclear", "well"): (unknown,),
        ("declined", "well"): (unknown,),
    }


def test_who_somebody_is_moves_no_level() -> None:
    asks = [{"id": name, "ask": "x", "record": "x"} for name in ("gender", "situation", "languages", "wants")]
    one = {**KEY, "gender": "woman", "situation": ("fishing",), "languages": ("ne",), "wants": "leave"}
    other = {**KEY, "gender": "unclear", "situation": ("other",), "languages": ("hi", "en"), "wants": "stay"}
    found = report(works_set(*asks), {"c": one}, [Sheet("a", "c", one), Sheet("b", "c", other)], seed=1)

    assert {each.question for each in found.divided} == {"gender", "situation", "languages", "wants"}
    languages = next(each for each in found.cases[0].questions if each.question == "languages")
    assert [option.option for option in languages.options] == ["ne", "hi", "en"]
    assert not found.moved


def test_readings_of_one_and_the_same_level_are_not_named() -> None:
    assert not moved("hurt", KEY, {**KEY, "hurt": "yes"}), "it counts for a child only"
    assert not reported(KEY, KEY).moved


def test_what_nobody_was_asked_is_no_reading() -> None:
    without = {name: answer for name, answer in KEY.items() if name != "paid"}

    assert not moved("paid", KEY, without)


def test_an_option_of_which_nothing_is_known_has_no_reading() -> None:
    """Whoever left the rest unclear did not say that the papers are not kept."""
    papers, unclear = {**KEY, "holds": ("papers",)}, {**KEY, "holds": ("watched", "unclear")}

    assert "papers" not in {each.option for each in moved("holds", papers, unclear, key=papers)}


def test_an_option_is_not_taken_from_a_list_whose_rest_is_unclear() -> None:
    papers, none = {**KEY, "holds": ("papers", "unclear")}, {**KEY, "holds": ("none",)}
    found = next(each for each in moved("holds", papers, none, key=none) if each.option == "papers")

    assert (found.seats, found.sheets) == ((1, 1), 1)


def test_a_rest_that_was_not_asked_is_no_reading() -> None:
    half = {**NOTHING, "holds": ("watched", "not_asked")}
    found = moved("holds", {**NOTHING, "holds": ("watched",)}, half, {**NOTHING, "holds": "unclear"}, key=NOTHING)

    assert {reading for each in found for reading in each.readings} == {"ticked", "not_ticked", "unclear"}


def test_an_age_moves_a_level_by_what_counts_for_a_child_only() -> None:
    hurt = {**NOTHING, "hurt": "yes"}
    found = moved("age", hurt, {**hurt, "age": "unsure"}, key=hurt)

    assert [(each.readings, each.keyed, each.shifts) for each in found] == [
        (("adult", "unsure"), "adult", (Shift(("none_recorded", "some_concern"), 2),))
    ]


def test_a_list_moves_a_level_by_what_it_lets_be_asked() -> None:
    indicator_set = small_set(
        [
            {
                "id": "topics",
                "ask": "topics?",
                "record": "topics",
                "counts": False,
                "choose": "several",
                "options": [
                    {"id": "work", "label": "x"},
                    {"id": "home", "label": "x"},
                    {"id": "none", "label": "x", "alone": True},
                ],
            },
            asked("unpaid", shows=["no-pay"], when={"question": "topics", "is": ["work"]}),
        ],
        [indicator("no-pay", "forced_work")],
    )
    of_age = {"age": "adult", "under_18_when_it_began": "no", "unpaid": "yes"}
    answers: list[Answer] = [("work",), ("none",), "declined"]
    sheets = [Sheet(str(seat), "c", {**of_age, "topics": answer}) for seat, answer in enumerate(answers)]
    found = report(indicator_set, {"c": {**of_age, "topics": ("none",)}}, sheets, seed=1)

    up, same = Shift(("none_recorded", "some_concern"), 2), Shift(("some_concern", "none_recorded"), 2)
    assert {(each.option, each.readings, each.shifts) for each in found.moved} == {
        ("work", ("not_ticked", "ticked"), (up,)),
        (None, ("declined", "not_ticked"), (same,)),
    }


def test_a_reading_of_the_whole_room_that_the_key_has_not_comes_before_that_of_one_alone() -> None:
    well = {**KEY, "paid": "well"}
    found = reported(*[well] * 5, {**well, "holds": ("none",)}).moved

    assert [(each.question, each.option) for each in found] == [
        ("paid", None),
        ("holds", "papers"),
        ("holds", "watched"),
    ]
    assert (found[0].readings, found[0].seats, found[0].keyed) == (("never", "well"), (0, 6), "never")


def test_first_come_those_over_which_most_people_disagree_as_far_as_the_level_moves() -> None:
    sheets = [*[KEY] * 4, *[{**KEY, "paid": "well"}] * 3, {**KEY, "works": "no"}]

    assert [each.question for each in reported(*sheets).moved] == ["paid", "works"]


def test_a_reading_that_divides_half_of_the_room_and_moves_one_sheet_comes_after_one_that_moves_all() -> None:
    watched, papers = KEY, {**KEY, "holds": ("papers",)}
    found = reported({**KEY, "holds": ("none",), "paid": "well"}, watched, watched, watched, papers, papers).moved

    by_option = {each.option: (each.seats, each.moved) for each in found if each.option is not None}
    assert list(by_option.items()) == [("papers", ((1, 5), 6)), ("watched", ((3, 3), 1))]


LIST = ("papers", "watched")


@pytest.mark.parametrize("answer", [LIST, ("papers",), ("none",), ("papers", "unclear"), "unclear", "declined", ()])
def test_what_is_put_is_read_and_nothing_else_is_changed(answer: Answer) -> None:
    indicator_set = works_set()
    question = question_of(items_of(indicator_set)["holds"], ())
    marks = dict(question.marks(answer))
    for exchange in exchanges(question, effects_in(Assessor(indicator_set), question)):
        own = exchange.reading(answer)
        for reading in ("ticked", "not_ticked") if exchange.option else ("not_ticked", "unclear", "declined"):
            put = exchange.put(answer, reading)
            if own is None or own == reading or put is None:
                continue
            assert exchange.reading(put) == reading
            # Nothing ticked, and the rest no, is "none of these".
            assert question.item.takes(put) or put == ()
            for place, mark in question.marks(put).items():
                rest = exchange.option is None and marks[place] != "ticked"
                assert mark == marks[place] or place in {exchange.option, "none"} or rest


def again(
    indicator_set: IndicatorSet, key: Answers, sheets: Sequence[Answers]
) -> Mapping[tuple[str, str | None, str, str], Mapping[tuple[str, str], int]]:
    """The same in the plainest way: everything is exchanged for everything, and assessed by the engine itself."""
    assess, found = Assessor(indicator_set).assess, {}
    closed = [set(assess(answers).closed) for answers in (key, *sheets)]
    for name, item in items_of(indicator_set).items():
        given_ = [answers.get(name) for answers, shut in zip((key, *sheets), closed, strict=True) if name not in shut]
        mine = [
            (answers, answers.get(name)) for answers, shut in zip(sheets, closed[1:], strict=True) if name not in shut
        ]
        for option, read, put in _readings(item, given_):
            readings = sorted({read(each) for each in given_ if each is not None} - {None})
            for one, other in combinations(readings, 2):
                shifts: dict[tuple[str, str], int] = {}
                for answers, answer in mine:
                    if answer is None or read(answer) not in (one, other):
                        continue
                    other_answer = put(answer, other if read(answer) == one else one)
                    if other_answer is None:
                        continue
                    own, moved_to = (assess({**answers, name: each}).level for each in (answer, other_answer))
                    levels = (own, moved_to) if read(answer) == one else (moved_to, own)
                    if own != moved_to:
                        shifts[levels] = shifts.get(levels, 0) + 1
                if shifts:
                    found[name, option, one, other] = shifts
    return found


def _readings(
    item: Any, given_: list[Answer | None]
) -> Iterator[tuple[str | None, Callable[[Any], Any], Callable[[Any, Any], Any]]]:
    if not item.several:
        yield None, lambda answer: answer, lambda _, reading: reading
        return
    alone = {option.id for option in item.options if option.alone}
    extra = {tick for answer in given_ for tick in ticks_of(answer)} if item.open_ended else set()
    for option in sorted({each.id for each in item.options} - alone | extra):

        def read(answer: Answer, option: str = option) -> str | None:
            return "ticked" if option in ticks_of(answer) else "not_ticked" if rest_of(answer) is None else None

        def put(answer: Answer, reading: str, option: str = option) -> Answer | None:
            rest = rest_of(answer)
            if reading == "not_ticked" and rest is not None:
                return None
            ticks = set(ticks_of(answer)) - alone - {option} | ({option} if reading == "ticked" else set())
            return (*sorted(ticks), *([rest] if rest else []))

        yield option, read, put

    def rest_read(answer: Answer) -> str | None:
        return {None: "not_ticked", "not_asked": None}.get(rest_of(answer), rest_of(answer))

    def rest_put(answer: Answer, reading: str) -> Answer:
        ticks = tuple(tick for tick in ticks_of(answer) if tick not in alone)
        return ticks if reading == "not_ticked" else (*ticks, reading) if ticks else reading

    yield None, rest_read, rest_put


@given(data=st.data())
@examples(150)
def test_nothing_that_moves_a_level_is_overlooked_for_the_sake_of_speed(data: st.DataObject) -> None:
    indicator_set = data.draw(indicator_sets())
    key, *sheets = [
        {**answers, **circumstances}
        for answers, circumstances in data.draw(st.lists(records(indicator_set), min_size=2, max_size=5))
    ]
    found = report(indicator_set, {"c": key}, [Sheet(str(seat), "c", each) for seat, each in enumerate(sheets)], seed=1)

    told = {
        (each.question, each.option, *each.readings): {shift.levels: shift.sheets for shift in each.shifts}
        for each in found.moved
    }
    assert told == again(indicator_set, key, sheets)


@given(data=st.data())
@examples(100)
def test_the_fast_level_is_that_of_the_engine(data: st.DataObject) -> None:
    indicator_set = data.draw(indicator_sets())
    level_of, assessor = level_by_patterns(indicator_set), Assessor(indicator_set)
    lists = [question.id for _, _, question in indicator_set.questions() if question.several]
    for answers, circumstances in data.draw(st.lists(records(indicator_set), max_size=4)):
        for emptied in (None, *lists):
            record = {**answers, **circumstances, **({} if emptied is None else {emptied: ()})}
            assert level_of(record) == assessor.assess(record).level
