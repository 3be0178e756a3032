"""A trap is found wherever it stands in a service, and nothing else is."""

from typing import Any

import pytest

from screening.referral.traps import trapped
from tests.support.services import directory, service


def test_a_trap_is_found_in_numbers_and_names() -> None:
    place = directory(
        service("a", contacts=[{"kind": "sms", "number": "+852 5190 8909", "evidence": "official"}]),
        service("b", names={"en": "The Old House Ltd"}),
        traps=[{"what": "5190 8909", "why": "x"}, {"what": "old house", "why": "y"}],
    )

    found = [(each.path, each.trap.why) for every in place.services for each in trapped(every, place.traps)]

    assert found == [(("contacts", 0, "number"), "x"), (("names", "en"), "y")]


@pytest.mark.parametrize(
    ("what", "more", "path"),
    [
        (
            "5190 8909",
            {"contacts": [{"kind": "sms", "number": "\uff15\uff11\uff19\uff10-8909", "evidence": "official"}]},
            "number",
        ),
        ("5190 8909", {"contacts": [{"kind": "sms", "number": "51908909 x 2", "evidence": "official"}]}, "number"),
        ("992", {"contacts": [{"kind": "sms", "number": "+852 992", "evidence": "official"}]}, "number"),
        ("5190 8909", {"notes": ["Write to 5190-8909 at night."]}, "notes"),
        ("5190 8909", {"ask_first": ["First (5190) 8909."]}, "ask_first"),
        ("5190 8909", {"referral": {"how": ["Call 51908909."]}}, "how"),
        ("Old house", {"about": "Part of the OLD HOUSE."}, "about"),
        ("Old house", {"everyday": {"en": "Old house"}}, "everyday"),
    ],
    ids=str,
)
def test_a_trap_is_found_however_it_is_written_and_wherever_it_stands(
    what: str, more: dict[str, Any], path: str
) -> None:
    place = directory(service("a", **more), traps=[{"what": what, "why": "x"}])

    (found,) = trapped(place.services[0], place.traps)

    assert path in found.path


@pytest.mark.parametrize(
    ("what", "more"),
    [
        ("992", {"notes": ["Call 2199 2000 and not 992."]}),
        ("992", {"contacts": [{"kind": "sms", "number": "1992", "evidence": "official"}]}),
        ("5190 8909", {"notes": ["In 5190 cases of 8910."]}),
    ],
    ids=str,
)
def test_what_only_looks_like_a_trap_is_none(what: str, more: dict[str, Any]) -> None:
    place = directory(service("a", **more), traps=[{"what": what, "why": "x"}])

    assert list(trapped(place.services[0], place.traps)) == []
