"""What a report counts, each number worked out by hand."""

import sys
from collections.abc import Sequence

import pytest

from screening.practice.report import report
from screening.practice.room import (
    Alpha,
    Interval,
    MarkCount,
    NoAlpha,
    OptionReport,
    QuestionReport,
    RoomReport,
    Share,
    Sheet,
)
from screening.sets.answers import Answers
from tests.practice.small_room import KEY, NOTHING, reported, room, works_set
from tests.support.building import asked, small_set

MISSED = {**KEY, "holds": ("none",), "paid": "well"}
HALF = {**KEY, "holds": ("papers", "unclear")}
NOT_SAID = {**KEY, "holds": "declined"}
STOPPED = {name: answer for name, answer in KEY.items() if name != "hurt"}


def question(found: RoomReport, name: str) -> QuestionReport:
    return next(each for each in found.cases[0].questions if each.question == name)


def option(found: RoomReport, name: str) -> OptionReport:
    return next(each for each in question(found, "holds").options if each.option == name)


def test_under_referral_is_counted_where_the_key_refers_and_over_referral_where_it_does_not() -> None:
    missed = reported(KEY, KEY, MISSED, KEY, KEY).cases[0]
    seen_too_much = reported(NOTHING, KEY, KEY, NOTHING, NOTHING, key=NOTHING).cases[0]

    assert (missed.key_level, missed.levels) == ("clear_concern", {"clear_concern": 4, "none_recorded": 1})
    assert missed.reached == ("clear_concern",) * 2 + ("none_recorded",) + ("clear_concern",) * 2
    assert missed.seats == ("a", "b", "c", "d", "e")
    assert (missed.under_referred, missed.over_referred) == (1, 0)
    assert (missed.right.measure, missed.right.share) == ("sensitivity", Share(4, 5))
    assert (seen_too_much.key_level, seen_too_much.levels) == (
        "none_recorded",
        {"clear_concern": 2, "none_recorded": 3},
    )
    assert (seen_too_much.under_referred, seen_too_much.over_referred) == (0, 2)
    assert (seen_too_much.right.measure, seen_too_much.right.share) == ("specificity", Share(3, 5))


def test_a_level_that_refers_but_is_not_that_of_the_key_is_no_under_referral() -> None:
    found = reported(*[{**KEY, "paid": "well"}] * 5).cases[0]

    assert found.levels == {"some_concern": 5}
    assert (found.under_referred, found.same_level) == (0, Share(0, 5))


def test_what_points_to_nothing_because_little_was_asked_refers_nobody() -> None:
    found = reported(KEY, KEY, KEY, KEY, {}).cases[0]

    assert found.levels == {"clear_concern": 4, "too_little_known": 1}
    assert found.under_referred == 1


def test_four_people_are_too_few_for_an_interval_and_five_are_not() -> None:
    four, five = reported(*[KEY] * 4).cases[0], reported(*[KEY] * 5).cases[0]

    assert (four.small, four.right.interval) == (True, None)
    assert not five.small
    assert five.right.interval == Interval(pytest.approx(0.5655, abs=1e-4), 1.0)  # type: ignore[arg-type]


def test_flags_of_the_key_that_somebody_missed_are_counted_one_by_one() -> None:
    hurt = {**KEY, "hurt": "yes"}

    assert reported(hurt, KEY, STOPPED, key=hurt).cases[0].flags_missed == {"medical": 2}
    assert reported(hurt, KEY).cases[0].flags_missed == {}


def test_elements_agree_where_they_are_supported_possible_or_not_as_the_key_has_them() -> None:
    found = reported(KEY, MISSED, NOT_SAID)

    assert found.cases[0].elements == {"act": Share(3, 3), "means": Share(1, 3), "purpose": Share(2, 3)}
    assert found.elements == found.cases[0].elements
    assert found.same_level == Share(1, 3)


def test_each_answer_is_counted_with_the_levels_it_led_to() -> None:
    found = question(reported(STOPPED, KEY, MISSED, {**KEY, "hurt": "unclear"}), "hurt")

    assert found.options == ()
    assert found.given == (
        MarkCount("no", 2, {"clear_concern": 1, "none_recorded": 1}),
        MarkCount("not_asked", 1, {"clear_concern": 1}),
        MarkCount("unclear", 1, {"clear_concern": 1}),
    )
    assert found.key == "no"
    assert found.against_key == ("unknown", "agrees", "agrees", "unknown")
    assert (found.agreed, found.unknown) == (Share(2, 2), 2)


def test_unknown_is_kept_apart_from_agreement_and_disagreement() -> None:
    found = question(reported(KEY, {**KEY, "paid": "well"}, {**KEY, "paid": "declined"}), "paid")

    assert found.against_key == ("agrees", "differs", "unknown")
    assert (found.agreed, found.unknown) == (Share(1, 2), 1)


def test_where_the_key_is_unclear_whoever_knows_better_differs() -> None:
    key = {**KEY, "paid": "unclear"}
    found = question(reported(key, KEY, {**KEY, "paid": "declined"}, key=key), "paid")

    assert found.against_key == ("agrees", "differs", "unknown")


def test_a_question_that_an_earlier_answer_closed_is_neither_right_nor_wrong() -> None:
    found = question(reported(KEY, {**KEY, "works": "no"}), "paid")

    assert found.against_key == ("agrees", "closed")
    assert (found.closed, found.agreed, found.given) == (1, Share(1, 1), (MarkCount("never", 1, {"clear_concern": 1}),))
    assert found.same == Share(0, 0)


def test_where_the_key_closes_a_question_there_is_nothing_to_agree_with() -> None:
    found = question(reported(NOTHING, KEY, key={**NOTHING, "paid": "never"}), "paid")

    assert (found.key, found.against_key) == (None, ("no_key", "no_key"))
    assert (found.agreed, found.unknown, found.closed) == (Share(0, 0), 0, 1)


def test_a_list_is_counted_option_by_option_and_a_half_told_one_as_what_it_is() -> None:
    found = reported(KEY, HALF, NOT_SAID, MISSED)
    watched = option(found, "watched")

    assert {each.mark: each.seats for each in watched.given} == {
        "ticked": 1,
        "unclear": 1,
        "declined": 1,
        "not_ticked": 1,
    }
    assert (watched.key, watched.agreed, watched.unknown) == ("ticked", Share(1, 2), 2)
    assert watched.same == Share(0, 6)
    assert option(found, "papers").same == Share(1, 6)
    assert {each.mark: each.seats for each in option(found, "papers").given} == {
        "ticked": 2,
        "declined": 1,
        "not_ticked": 1,
    }
    assert question(found, "holds").given == ()
    assert question(found, "holds").against_key == ("agrees", "unknown", "unknown", "differs")


def test_a_list_that_nobody_was_asked_is_not_a_list_of_noes() -> None:
    without = {name: answer for name, answer in KEY.items() if name != "holds"}
    found = reported(KEY, without)

    assert {each.mark: each.seats for each in option(found, "watched").given} == {"ticked": 1, "not_asked": 1}
    assert option(found, "watched").same == Share(0, 0)


def test_of_options_that_the_key_leaves_open_it_says_nothing() -> None:
    found = reported(KEY, HALF, key={**KEY, "holds": ("papers", "not_asked")})

    assert (option(found, "papers").key, option(found, "papers").agreed) == ("ticked", Share(2, 2))
    assert (option(found, "watched").key, option(found, "watched").agreed) == (None, Share(0, 0))


def test_what_the_key_has_and_nobody_was_asked_is_a_question_of_the_case() -> None:
    found = question(reported(STOPPED, STOPPED), "hurt")

    assert (found.key, found.against_key, found.unknown) == ("no", ("unknown", "unknown"), 2)


def test_people_agree_where_they_marked_the_same_and_unclear_is_a_mark() -> None:
    found = question(reported(KEY, KEY, {**KEY, "paid": "unclear"}, {**KEY, "paid": "little"}), "paid")

    assert found.same == Share(1, 6)
    assert found.apart == Share(5, 6)


def test_two_half_told_lists_agree_as_far_as_both_are_told() -> None:
    not_asked_on = {**KEY, "holds": ("papers", "not_asked")}
    found = question(reported(KEY, not_asked_on, {**KEY, "holds": ("watched",)}), "holds")

    assert found.same == Share(1, 3)


def test_questions_are_ranked_by_the_pairs_of_people_whom_they_divided() -> None:
    sheets = (KEY, {**KEY, "paid": "well"}, {**KEY, "paid": "little", "hurt": "yes"}, {**KEY, "works": "no"})
    found = reported(*sheets)

    assert [(each.question, each.apart.part) for each in found.cases[0].divided] == [
        ("works", 3),
        ("paid", 3),
        ("hurt", 3),
    ]
    assert [(each.question, each.apart, each.cases) for each in found.divided] == [
        (name, Share(3, 6), ("case",)) for name in ("works", "paid", "hurt")
    ]


def test_over_several_cases_a_question_is_ranked_by_those_where_it_was_asked() -> None:
    works = {**NOTHING, "works": "yes", "paid": "well"}
    sheets = [
        *room("kept", KEY, KEY, {**KEY, "paid": "well"}),
        *room("nothing", NOTHING, works, {**NOTHING, "holds": "unclear"}),
        *room("again", KEY, {**KEY, "paid": "well"}, {**KEY, "paid": "little"}),
    ]
    found = report(works_set(), {"kept": KEY, "nothing": NOTHING, "again": KEY}, sheets, seed=1)

    # Of the second case one alone could be asked what they are paid.
    assert [(each.question, each.apart, each.cases) for each in found.divided] == [
        ("paid", Share(5, 6), ("again", "kept")),
        ("holds", Share(2, 9), ("nothing",)),
        ("works", Share(2, 9), ("nothing",)),
    ]


def test_the_place_of_the_talk_is_no_question_of_a_case() -> None:
    sheets = room("case", {**KEY, "place": "hk"}, {**KEY, "place": "gb"})
    found = report(works_set({"id": "place", "record": "place"}), {"case": KEY}, sheets, seed=1)

    assert "age" in {each.question for each in found.cases[0].questions}
    assert "place" not in {each.question for each in found.cases[0].questions}


def test_cases_come_in_the_order_of_the_keys_and_without_those_that_nobody_sat() -> None:
    keys = {"third": KEY, "second": KEY, "first": KEY}
    found = report(works_set(), keys, [*room("first", KEY), *room("third", KEY)], seed=1)

    assert [each.case for each in found.cases] == ["third", "first"]


def test_a_sheet_of_a_case_without_a_key_is_no_sheet_of_this_room() -> None:
    with pytest.raises(ValueError, match="no key for other"):
        report(works_set(), {"case": KEY}, room("other", KEY), seed=1)


def test_a_room_without_sheets_has_an_empty_report() -> None:
    found = reported()

    assert (found.cases, found.divided, found.moved, found.alpha) == ((), (), (), NoAlpha("few_cases"))


def over_cases(*rooms: Sequence[Answers]) -> RoomReport:
    keys = {f"case-{index}": KEY if index % 2 else NOTHING for index in range(len(rooms))}
    sheets = [sheet for name, answers in zip(keys, rooms, strict=True) for sheet in room(name, *answers)]
    return report(works_set(), keys, sheets, seed=1)


def test_alpha_is_of_three_cases_or_more_with_five_people_or_more_each() -> None:
    five, four = [KEY, KEY, NOTHING, NOTHING, MISSED], [KEY, KEY, NOTHING, MISSED]

    assert over_cases(five, five).alpha == NoAlpha("few_cases")
    assert over_cases(five, five, four).alpha == NoAlpha("few_people")
    assert isinstance(over_cases(five, five, five).alpha, Alpha)


def test_alpha_leaves_out_the_cases_with_too_few_people_and_what_no_two_people_know() -> None:
    found = over_cases([NOTHING] * 5, [KEY] * 5, [NOTHING] * 4 + [KEY], [KEY]).alpha

    assert isinstance(found, Alpha)
    # `hurt` counts for a child only, and nothing is said of it for an adult.
    assert (found.cases, found.people, found.units) == (3, 5, 4 * 3)
    # Of 60 marks 9 + 3 are there; only three units disagree, four to one: 3 * 8 / 4 = 6 in 60 against 2 * 18 * 42 / 59.
    here = 5 * 3 + 3
    assert found.value == pytest.approx(1 - 6 / (2 * here * (60 - here) / 59))


def test_what_is_undetermined_is_missing_from_alpha() -> None:
    unclear = {**KEY, "holds": "unclear"}
    found = over_cases([unclear] * 4 + [KEY], [KEY] * 5, [NOTHING] * 5).alpha

    assert isinstance(found, Alpha)
    assert found.units == 4 * 3 - 2
    assert found.value == 1


def test_for_a_child_what_counts_for_a_child_only_is_in_alpha_too() -> None:
    child, nothing = {**KEY, "age": "child", "hurt": "yes"}, {**NOTHING, "age": "child", "hurt": "no"}
    keys = {"one": child, "two": nothing, "three": child}
    found = report(works_set(), keys, [each for name, key in keys.items() for each in room(name, *[key] * 5)], seed=1)

    assert isinstance(found.alpha, Alpha)
    assert (found.alpha.units, found.alpha.value) == (5 * 3, 1)


def test_a_set_that_adds_up_weights_has_no_elements_and_an_alpha() -> None:
    adds_up = small_set(
        [asked("a", shows=["i-a"]), asked("b", shows=["i-b"])],
        [
            {"id": "i-a", "states": "x", "dimension": "all", "weight": 2},
            {"id": "i-b", "states": "x", "dimension": "all", "weight": 1},
        ],
        dimensions={"all": {"rule": "any", "title": "x"}},
        levels={},
        bands=[
            {"id": "low", "title": "x", "score": 0, "level": "none_recorded"},
            {"id": "high", "title": "x", "score": 2, "level": "some_concern"},
        ],
    )
    keys = {name: {"age": "adult", "under_18_when_it_began": "no", "a": name, "b": "no"} for name in ("yes", "no")}
    cases = {"one": keys["yes"], "two": keys["no"], "three": keys["yes"]}
    sheets = [sheet for name, key in cases.items() for sheet in room(name, *[key] * 5)]
    found = report(adds_up, cases, sheets, seed=1)

    assert found.elements == found.cases[0].elements == {}
    assert isinstance(found.alpha, Alpha)
    assert (found.alpha.units, found.alpha.value) == (6, 1)


def test_where_everybody_found_nothing_there_is_no_alpha() -> None:
    assert over_cases(*[[NOTHING] * 5] * 3).alpha == NoAlpha("no_variation")


def test_without_its_library_a_report_has_everything_but_alpha(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "krippendorff", None)
    found = over_cases([NOTHING] * 5, [KEY] * 5, [MISSED] * 5)

    assert found.alpha == NoAlpha("not_installed")
    assert len(found.cases) == 3


def test_the_seed_decides_what_is_drawn_and_nothing_else() -> None:
    sheets = [sheet for case in ("one", "two", "three") for sheet in room(case, KEY, NOTHING, MISSED, HALF, KEY)]
    keys = {"one": KEY, "two": NOTHING, "three": MISSED}
    first, again, other = (report(works_set(), keys, sheets, seed=seed).alpha for seed in (1, 1, 2))

    assert first == again
    assert isinstance(first, Alpha)
    assert isinstance(other, Alpha)
    assert (first.value, first.units) == (other.value, other.units)


def test_an_unsure_age_leaves_open_what_the_key_knows() -> None:
    found = question(report(works_set(), {"c": KEY}, [Sheet("a", "c", {**KEY, "age": "unsure"})], seed=1), "age")

    assert (found.kind, found.against_key) == ("circumstance", ("unknown",))
