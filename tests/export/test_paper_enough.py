"""A rule on paper says only what decides, and says the same as the rule of the set."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.export.paper_conditions import Said, in_runs, worded
from screening.export.paper_enough import Enough, alternatives, enough, said
from screening.export.paper_facts import Fact, Group
from screening.language.catalog import ENGLISH
from screening.language.messages import gettext
from screening.sets.conditions.types import AnyOf
from screening.sets.model import Alternative
from tests.support.thorough import examples

# The rule of the ILO and the European Commission (2009), as the sets have it.
DELPHI = (
    Alternative(strong=2),
    Alternative(strong=1, total=2),
    Alternative(medium_or_strong=3),
    Alternative(medium_or_strong=2, total=3),
)
few = st.integers(0, 4)
counts = st.builds(Alternative, strong=few, medium_or_strong=few, total=few)


def group(*cells: str) -> Group:
    facts = tuple(
        Fact(f"F{number}", f"fact-{number}", (), (f"{number}Y",), cell, cell, False)
        for number, cell in enumerate(cells, 1)
    )
    return Group("G1", "hiring", None, (), facts)


def told(cells: str, wanted: tuple[Alternative, ...]) -> list[str]:
    condition = alternatives(group(*cells), wanted)
    parts = condition.of if isinstance(condition, AnyOf) else (condition,)
    return [ENGLISH.render(each) for each in (worded(part) for part in parts if isinstance(part, Said))]


@pytest.mark.parametrize(
    ("cells", "wanted", "expected"),
    [
        (
            "SSMMWW",
            DELPHI,
            ["S 1 or more AND in all 2 or more", "S and M together 2 or more AND in all 3 or more"],
        ),
        ("MMMW", DELPHI, ["M 2 or more AND in all 3 or more"]),
        ("SSM", DELPHI, ["S 1 or more AND in all 2 or more", "in all 3 or more"]),
        ("SMMM", (Alternative(strong=1), Alternative(medium_or_strong=2)), ["S 1 or more", "in all 2 or more"]),
        ("S", (Alternative(strong=1), Alternative(medium_or_strong=2)), ["it has a stroke"]),
        ("MW", (Alternative(total=1),), ["it has a stroke"]),
        ("MW", (Alternative(medium_or_strong=1),), ["M 1 or more"]),
        ("SMW", (Alternative(medium_or_strong=1),), ["a stroke below S or M"]),
    ],
)
def test_only_what_decides_is_said(cells: str, wanted: tuple[Alternative, ...], expected: list[str]) -> None:
    assert told(cells, wanted) == expected


def test_what_there_is_nothing_of_is_not_said() -> None:
    assert told("WW", (Alternative(strong=1), Alternative(score=2))) == []


def reached(least: Enough, strong: int, medium: int, weak: int) -> bool:
    return strong >= least.strong and strong + medium >= least.both and strong + medium + weak >= least.total


@given(counts, st.sets(st.sampled_from("SMW"), min_size=1))
@examples(200)
def test_what_is_enough_is_enough_by_the_rule(wanted: Alternative, letters: set[str]) -> None:
    least = enough(wanted, sorted(letters))
    ranges = [range(4) if letter in letters else range(1) for letter in "SMW"]

    for strong, medium, weak in product(*ranges):
        by_rule = (
            strong >= (wanted.strong or 0)
            and strong + medium >= (wanted.medium_or_strong or 0)
            and strong + medium + weak >= (wanted.total or 0)
        )
        assert (least is not None and reached(least, strong, medium, weak)) == by_rule


@given(counts)
@examples(100)
def test_whatever_is_asked_for_has_words(wanted: Alternative) -> None:
    least = enough(wanted, "SMW")
    assert least is not None

    assert (said(least, "SMW") is None) == (least.total == 0)


def test_three_in_a_row_are_told_by_the_first_and_the_last() -> None:
    means = gettext("MEANS")
    named = in_runs(["G6", "G7", "G9", "G10", "G11", means, "9"])

    assert [each if isinstance(each, str) else ENGLISH.render(each) for each in named] == [
        "G6",
        "G7",
        "G9 to G11",
        "MEANS",
        "9",
    ]
