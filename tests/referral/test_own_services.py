"""What an agency's own file makes of a directory."""

from typing import Any

from screening.referral.own_services import OwnServices, with_own
from tests.support.building import file_of
from tests.support.services import directory, service


def own(**more: Any) -> OwnServices:
    file = file_of({"adds_to": "xx", "agency": "Our house", "as_of": "2026-11-25", **more}, OwnServices)
    assert not file.problems, file.problems
    assert isinstance(file.value, OwnServices)
    return file.value


def test_an_agencys_services_come_first_are_shown_as_its_own_and_take_the_place_of_those_with_their_id() -> None:
    before = directory(service("a", source="theirs"), service("b"), service("c"))

    after = with_own(before, own(services=[service("new"), service("a", source="ours")], leave_out=["c"]))

    assert [(each.id, each.listed_by) for each in after.services] == [
        ("new", "Our house"),
        ("a", "Our house"),
        ("b", None),
        ("c", None),
    ]
    assert after.services[1].source == "ours"
    assert [each.id for each in after.services if each.withheld_by == "Our house"] == ["c"]
