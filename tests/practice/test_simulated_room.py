"""A room whose mistakes are known: what its report finds is what was put in."""

import pytest

from screening.practice.report import report
from screening.practice.room import Alpha, RoomReport, is_referred
from tests.support.simulated_room import AMBIGUOUS, CASES, full_set, keys, sheets_at_random, simulated_sheets
from tests.support.thorough import one_in


def reported(*, seed: int, ambiguous: str | None = AMBIGUOUS, worst: float = 0.1) -> RoomReport:
    sheets = simulated_sheets(seed=seed, ambiguous=ambiguous, worst=worst)
    return report(full_set(), keys(), sheets, seed=1)


@pytest.mark.parametrize("seed", one_in(3, range(5)))
def test_the_question_that_was_made_ambiguous_comes_first_in_the_room_in_each_case_and_for_authors(seed: int) -> None:
    found = reported(seed=seed)

    assert found.divided[0].question == AMBIGUOUS
    assert sorted(found.divided[0].cases) == sorted(CASES)
    assert [case.divided[0].question for case in found.cases] == [AMBIGUOUS] * len(CASES)
    assert {(moved.case, moved.question, moved.readings) for moved in found.moved[: len(CASES)]} == {
        (case, AMBIGUOUS, ("no", "yes")) for case in CASES
    }


def test_without_mistakes_and_ambiguity_everybody_agrees_with_the_key() -> None:
    found = reported(seed=1, ambiguous=None, worst=0)

    assert not found.divided
    assert not found.moved
    assert {question.agreed.rate for case in found.cases for question in case.questions} <= {1, None}
    assert {share.rate for share in (found.same_level, *found.elements.values())} == {1}
    assert isinstance(found.alpha, Alpha)
    assert found.alpha.value == 1


def test_ambiguity_alone_leads_half_of_the_room_to_another_level() -> None:
    found = reported(seed=1, worst=0)

    assert [case.same_level.rate for case in found.cases] == [0.5] * len(CASES)
    referred = {case.case: case.under_referred + case.over_referred for case in found.cases}
    wrong_side = [case.case for case in found.cases if len({is_referred(level) for level in case.levels}) == 2]
    assert referred == {case: 10 if case in wrong_side else 0 for case in CASES}
    assert wrong_side, "at least one case is over-referred by it"


@pytest.mark.parametrize("seed", one_in(3, range(6)))
def test_people_who_answer_at_random_agree_hardly_at_all_and_as_the_report_says_that_they_would(seed: int) -> None:
    found = report(full_set(), keys(), sheets_at_random(seed=seed), seed=1, resamples=20).alpha

    assert isinstance(found, Alpha)
    assert found.value < 0.2
    assert found.value == pytest.approx(found.at_random, abs=0.05)


def test_the_same_seed_makes_the_same_report() -> None:
    assert reported(seed=3) == reported(seed=3)
    assert reported(seed=3) != reported(seed=4)
