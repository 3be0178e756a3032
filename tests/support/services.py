"""Services and directories made for a test."""

from datetime import UTC, datetime
from typing import Any

from screening.referral.directory import Directory
from screening.referral.matching import NeedServices, match_services
from screening.referral.moment import moment_in
from screening.sets.answers import Answer
from tests.support.building import build_directory


def service(name: str, **more: Any) -> dict[str, Any]:
    """A shelter that anybody may call."""
    contact = {"kind": "telephone", "number": "1", "evidence": more.pop("evidence", "official")}
    return {
        "id": name,
        "names": {"en": name},
        "offers": ["shelter"],
        "contacts": [contact],
        "source": "x",
        "page_date": "2026",
        **more,
    }


def phone(number: str = "1", kind: str = "telephone", evidence: str = "official", **more: Any) -> dict[str, Any]:
    """A contact of a service."""
    return {"kind": kind, "number": number, "evidence": evidence, **more}


OPEN, CLOSED = {"hours": "24/7"}, {"hours": "Mo 01:00-02:00"}


def directory(*services: dict[str, Any], **more: Any) -> Directory:
    return build_directory(
        {
            "place": "xx",
            "names": {"en": "X"},
            "as_of": "2026-11-22",
            "time_zone": "Asia/Hong_Kong",
            "emergency": {
                "number": "999",
                "names": {"en": "x"},
                "evidence": "official",
                "source": "x",
                "page_date": "2026",
            },
            "services": list(services),
            **more,
        }
    )


# By the clock of these places, and of Hong Kong.
TODAY = moment_in(directory(), datetime(2026, 11, 22, 12, tzinfo=UTC))


def shelters(circumstances: dict[str, Answer], *services: dict[str, Any]) -> NeedServices:
    """The offer for the need of a shelter."""
    return match_services(["shelter"], circumstances, directory(*services), TODAY)[0]


def told(need_services: NeedServices) -> list[str]:
    """Services in order, those to be asked first with a question mark, those left out with a minus."""
    named = [f"{match.service.id}{'?' if match.ask_first else ''}" for match in need_services.matches]
    return [*named, *(f"-{each.service.id}" for each in need_services.left_out)]
