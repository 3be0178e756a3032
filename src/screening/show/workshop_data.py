"""The report of a room as data, for a training file: ids, numbers and levels, and no text of a set."""

from typing import Any

import msgspec

from screening.practice.room import RoomReport
from screening.show.workshop_report import Workshop


def workshop_data(workshop: Workshop) -> dict[str, Any]:
    """A report as data. That it is practice stands first: nobody is to take it for records of people.

    Args:
        workshop: what is reported.
    """
    about = workshop.indicator_set.about
    data: dict[str, Any] = {"practice": True, "set": {"id": about.id, "version": about.version}}
    data |= _report(workshop.report, for_authors=workshop.for_authors)
    if workshop.rounds is not None:
        data["rounds"] = msgspec.to_builtins(workshop.rounds)
    return data


def _report(report: RoomReport, *, for_authors: bool) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(report)
    if not for_authors:
        del data["moved"]
    return data
