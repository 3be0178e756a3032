"""Every date in a file of services, and those that are none, such as the 30th of February."""

from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

from screening.language.messages import gettext, quoted
from screening.reading.problem import Problem
from screening.reading.shape import File
from screening.referral.directory import Directory
from screening.referral.own_services import OwnServices
from screening.referral.service import Service
from screening.sets.data_path import DataPath

Dates: TypeAlias = Iterator[tuple[DataPath, str | None]]


def directory_dates(directory: Directory) -> Dates:
    """Every date in the file of a directory."""
    yield ("as_of",), directory.as_of
    yield ("emergency", "page_date"), directory.emergency.page_date
    for index, duty in enumerate(directory.duties):
        yield ("duties", index, "page_date"), duty.page_date
    yield from _service_dates(directory.services)


def own_dates(own: OwnServices) -> Dates:
    """Every date in the file of an agency's own services."""
    yield ("as_of",), own.as_of
    yield from _service_dates(own.services)
    for index, call in enumerate(own.calls):
        yield ("calls", index, "called_on"), call.called_on
        yield ("calls", index, "until"), call.until


def _service_dates(services: tuple[Service, ...]) -> Dates:
    for index, service in enumerate(services):
        at: DataPath = ("services", index)
        yield (*at, "page_date"), service.page_date
        yield (*at, "confirmed_on"), service.confirmed_on
        yield (*at, "closed_until"), service.closed_until
        yield (*at, "full_until"), service.full_until
        for number, contact in enumerate(service.contacts):
            yield (*at, "contacts", number, "page_date"), contact.page_date
            yield (*at, "contacts", number, "confirmed_on"), contact.confirmed_on
            yield (*at, "contacts", number, "unanswered_on"), contact.unanswered_on
        for number, barrier in enumerate(service.barriers):
            yield (*at, "barriers", number, "page_date"), barrier.page_date


def dates_that_are_none(file: File[Any], dates: Dates) -> Iterator[Problem]:
    """Every date that is none, such as the 30th of February."""
    for path, text in dates:
        if text not in {None, "unknown"} and not _is_date(str(text)) and not file.is_tainted(path):
            yield file.problem(
                path,
                gettext("there is no such date as {date}", date=quoted(text)),
                gettext("Write one such as '2026-01-31'."),
            )


def _is_date(text: str) -> bool:
    """Whether a year, a year and month, or a day exists."""
    try:
        date.fromisoformat(f"{text}-01-01"[:10] if len(text) < len("2026-01-31") else text)
    except ValueError:
        return False
    return True
