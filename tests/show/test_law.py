"""What the law of a place says, in words."""

from collections.abc import Iterable
from typing import Any

import pytest
from msgspec.structs import replace

from screening.language.catalog import ENGLISH
from screening.referral.directory import Duty
from screening.sets.needs import Need
from screening.show.law import duty_lines, no_choice_lines, short_duty_lines
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


def test_in_short_a_duty_has_as_many_lines_as_there_is_room_for_the_first_of_each_before_the_second_of_any() -> None:
    both = [duty("report"), duty("wait")]

    def told(rows: int) -> list[str]:
        return shown(short_duty_lines(both, [], rows))

    assert told(6) == [
        "group: Report",
        "item: report one",
        "item: report two",
        "group: Wait",
        "item: wait one",
        "item: wait two",
    ]
    assert told(5) == ["group: Report", "item: report one", "item: report two", "group: Wait", "item: wait one"]
    assert told(3) == ["group: Report", "item: report one", "group: Wait"]
    assert told(0) == ["group: Report", "group: Wait"]


def test_in_short_a_duty_is_told_where_it_is_about_what_is_needed_and_else_named_beside_another() -> None:
    always, bed = duty("always"), replace(duty("bed"), needs=("shelter", "legal-advice"))
    must = replace(bed, id="must", title="Must", no_choice=("Tell.",))

    def titles(*duties: Duty, needs: tuple[Need, ...]) -> list[str]:
        return [line for line in shown(short_duty_lines(duties, needs, 9)) if not line.startswith("item")]

    assert titles(always, bed, must, needs=("shelter",)) == ["group: Always", "group: Bed", "group: Must"]
    assert titles(always, bed, must, needs=("legal-advice",)) == ["group: Always", "group: Must", "text: Also: Bed."]
    # What is about none of it fills no page.
    assert titles(bed, needs=("legal-advice",)) == []
    assert titles(needs=()) == []


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
