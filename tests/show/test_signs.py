"""One list with every doubt there is, in each way to show it, compared with files that a person can open and read.

Where `UPDATE_GOLDEN` is set, the files are written instead. Look at what changed in them.
"""

import io
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.directory import Directory
from screening.referral.emergency import with_emergency
from screening.referral.matching import match_services
from screening.show.html import page
from screening.show.lines import Line
from screening.show.markdown import markdown
from screening.show.numbers import service_lines
from screening.show.service_details import detail_lines
from screening.show.terminal import print_lines
from screening.show.whom_to_call import first_numbers_lines
from tests.support.golden import UPDATE
from tests.support.services import TODAY, directory, service

FOLDER = Path(__file__).parent / "golden"


def known(name: str, evidence: str, **more: Any) -> dict[str, Any]:
    """A service with one number, known like this."""
    contact = {"kind": "telephone", "number": f"+852 {name}", "evidence": evidence, "hours": "24/7"}
    return service(name, contacts=[contact], source=f"Page of {name}", **more)


def place() -> Directory:
    """A place where each number is known in another way; nobody knows where the emergency number was seen."""
    emergency = {"number": "999", "names": {"en": "Police"}, "evidence": "unverified"}
    listed = directory(
        known("called", "article", page_date="2017", confirmed_on="2026-11-01"),
        known("seen", "official", page_date="2026-02", offers=["legal-advice"]),
        known("called-long-ago", "official", page_date="2019", confirmed_on="2026-01-01", offers=["legal-advice"]),
        known("undated", "official", page_date="unknown"),
        known("old", "second_hand", page_date="2019"),
        known("copied", "repository", page_date="2026-09"),
        known("printed", "article", page_date="2026-02"),
        known("remembered", "unverified", page_date="unknown"),
        emergency={**emergency, "source": "Nobody knows", "page_date": "unknown"},
    )
    return with_emergency(listed)


def lines() -> Iterator[Line]:
    """The list, and the same in short."""
    by_need = match_services(("emergency", "shelter", "legal-advice"), {}, place(), TODAY)
    yield Line("title", "Whom to call")
    yield from service_lines(place(), by_need, TODAY.today, {})
    yield from detail_lines(place(), by_need, TODAY.today)
    yield Line("heading", "In short")
    yield from first_numbers_lines(by_need[1:], TODAY.today)


def as_text(told: Iterator[Line]) -> str:
    output = io.StringIO()
    print_lines(told, output, ENGLISH, 80)
    return output.getvalue()


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("doubts.txt", as_text),
        ("doubts.md", lambda told: markdown(told, ENGLISH)),
        ("doubts.html", lambda told: page(told, ENGLISH)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_every_doubt_has_the_one_sign_and_its_reasons_and_the_emergency_number_has_none(
    name: str, shown: Callable[[Iterator[Line]], str]
) -> None:
    path, printed = FOLDER / name, shown(lines())
    if os.environ.get(UPDATE):
        path.write_text(printed, encoding="utf-8")

    assert printed == path.read_text(encoding="utf-8")
