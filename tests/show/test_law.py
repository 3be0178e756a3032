"""What the law of a place says, in words."""

from collections.abc import Iterable
from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.directory import Duty
from screening.show.law import duty_lines, no_choice_lines
from screening.show.lines import Line
from tests.support.services import directory


def shown(lines: Iterable[Line]) -> list[str]:
    return [f"{line.kind}: {ENGLISH.render(line.text)}" for line in lines]


def duty(name: str, page_date: str = "2024") -> Duty:
    return Duty(
        id=name,
        title=name.title(),
        text=(f"{name} one", f"{name} two"),
        evidence="second_hand",
        source=f"gazette of {name}",
        page_date=page_date,
    )


def test_a_duty_says_what_it_demands_and_how_well_that_is_known() -> None:
    assert shown(duty_lines([duty("report"), duty("wait", "unknown")])) == [
        "subheading: The law here: Report",
        "item: report one",
        "item: report two",
        "detail: seen second hand; as of 2024: gazette of report",
        "subheading: The law here: Wait",
        "item: wait one",
        "item: wait two",
        "detail: seen second hand; undated: gazette of wait",
    ]


def test_other_duties_are_only_named_after_them() -> None:
    more = "paragraph: More of the law here, under other needs: Report; Wait."

    assert shown(duty_lines([], iter([duty("report"), duty("wait")]))) == [more]
    assert shown(duty_lines([duty("stay")], [duty("report"), duty("wait")]))[-1] == more


LAW: dict[str, Any] = {"title": "Law", "text": ["x"], "evidence": "official", "source": "gazette", "page_date": "2024"}


@pytest.mark.parametrize(
    ("child", "told"),
    [
        (None, ["item: Of everybody.", "item: Of a child.", "item: Of an adult.", "item: Of children."]),
        (True, ["item: Of everybody.", "item: Of a child.", "item: Of children."]),
        (False, ["item: Of everybody.", "item: Of an adult."]),
    ],
    ids=["not known", "child", "adult"],
)
def test_what_the_law_leaves_no_choice_about_is_told_in_short_and_without_its_source(
    child: bool | None, told: list[str]
) -> None:
    duties = [
        {"id": "all", "no_choice": ["Of everybody.", {"child": "Of a child.", "adult": "Of an adult."}], **LAW},
        {"id": "children", "child": True, "no_choice": ["Of children."], **LAW},
        {"id": "granted", **LAW},
    ]

    assert shown(no_choice_lines(directory(duties=duties), child=child)) == [
        "subheading: What the law here leaves no choice about",
        *told,
    ]


def test_where_the_law_leaves_a_choice_nothing_is_told() -> None:
    duties = [{"id": "children", "child": True, "no_choice": ["Of children."], **LAW}]

    assert shown(no_choice_lines(directory(duties=duties), child=False)) == []
    assert shown(no_choice_lines(directory(duties=[{"id": "granted", **LAW}]), child=None)) == []
