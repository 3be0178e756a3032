"""Two rounds are compared case by case and question by question, and people never."""

from collections.abc import Sequence

import pytest

from screening.practice.report import report
from screening.practice.room import NoAlpha, RoomReport, Share
from screening.practice.rounds import CaseChange, compare
from screening.sets.answers import Answers
from tests.practice.small_room import KEY, NOTHING, room, works_set

WELL = {**KEY, "paid": "well"}
HURT = {**KEY, "hurt": "yes"}


def held(**rooms: Sequence[Answers]) -> RoomReport:
    keys = {"kept": HURT, "nothing": NOTHING, "other": KEY}
    sheets = [sheet for case, answers in rooms.items() for sheet in room(case, *answers)]
    return report(works_set(), keys, sheets, seed=1)


def kept(before: Sequence[Answers], after: Sequence[Answers]) -> CaseChange:
    return compare(held(kept=before), held(kept=after)).cases[0]


def test_only_cases_of_both_rounds_are_compared_and_the_others_are_named() -> None:
    found = compare(held(kept=[KEY], nothing=[NOTHING]), held(kept=[HURT], other=[KEY]))

    assert [case.case for case in found.cases] == ["kept"]
    assert (found.only_before, found.only_after) == (("nothing",), ("other",))
    assert found.alpha == (NoAlpha("few_cases"), NoAlpha("few_cases"))


def test_levels_referrals_and_flags_stand_before_and_after() -> None:
    found = kept([WELL, NOTHING, HURT], [HURT, HURT])

    assert found.seats == (3, 2)
    assert found.levels == ({"clear_concern": 1, "some_concern": 1, "none_recorded": 1}, {"clear_concern": 2})
    assert found.under_referred == (1, 0)
    assert found.over_referred == (0, 0)
    assert found.same_level == (Share(1, 3), Share(2, 2))
    assert tuple(right.share for right in found.right) == (Share(2, 3), Share(2, 2))
    assert found.flags_missed == {"medical": (2, 0)}
    assert found.elements["purpose"] == (Share(1, 3), Share(2, 2))


def test_the_questions_that_changed_most_come_first_and_those_that_did_not_are_left_out() -> None:
    found = kept([WELL, WELL, HURT, HURT], [HURT, HURT, {**HURT, "hurt": "no"}, HURT])
    changed = [(question.question, question.agreed, question.gained) for question in found.most_changed]

    assert changed == [
        ("paid", (Share(2, 4), Share(4, 4)), 0.5),
        ("hurt", (Share(2, 4), Share(3, 4)), 0.25),
    ]
    assert {question.question for question in found.questions} > {"paid", "hurt"}


def test_a_question_that_got_worse_comes_before_one_that_got_a_little_better() -> None:
    found = kept([HURT, HURT, {**HURT, "hurt": "no"}], [WELL | {"hurt": "yes"}] * 2 + [HURT])

    assert [question.question for question in found.most_changed] == ["paid", "hurt"]
    assert [question.gained for question in found.most_changed] == pytest.approx([-2 / 3, 1 / 3])


def test_a_question_that_came_up_in_one_round_alone_is_left_out() -> None:
    hurt_too = {**NOTHING, "hurt": "no"}
    found = compare(held(nothing=[hurt_too]), held(nothing=[NOTHING])).cases[0]

    assert "hurt" not in {question.question for question in found.questions}


def test_a_question_on_which_nobody_can_agree_has_gained_nothing() -> None:
    found = kept([{**HURT, "paid": "unclear"}], [HURT])
    paid = next(question for question in found.questions if question.question == "paid")

    assert (paid.agreed, paid.unknown, paid.gained) == ((Share(0, 0), Share(1, 1)), (1, 0), None)


def test_how_far_people_agree_stands_before_and_after() -> None:
    found = kept([HURT, WELL], [HURT, HURT])
    paid = next(question for question in found.questions if question.question == "paid")

    assert paid.same == (Share(0, 1), Share(1, 1))
