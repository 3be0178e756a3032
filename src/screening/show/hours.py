"""Hours and languages in words."""

import re
from collections.abc import Iterable
from datetime import date, datetime

from screening.referral.matching import ContactNow, LanguageFit
from screening.referral.opening import Opening
from screening.show import words

_DAY_NAME = {"Mo": "Mon", "Tu": "Tue", "We": "Wed", "Th": "Thu", "Fr": "Fri", "Sa": "Sat", "Su": "Sun"}
_DAYS_NAME = {"Mo-Su": "daily", "PH": "public holidays"}
_DAY = re.compile("|".join(_DAY_NAME))
_LEADING_ZERO = re.compile(r"\b0(?=[0-9]:)")


def hours_text(hours: str) -> str:
    """Hours as they are read.

    >>> hours_text("Mo-Fr 08:45-13:00,14:00-17:15; Sa 09:00-12:00; PH off")
    'Mon-Fri 8:45-13:00 and 14:00-17:15, Sat 9:00-12:00, not on public holidays'
    """
    if hours == "24/7":
        return "24 hours"
    return ", ".join(_rule(rule) for rule in hours.split("; "))


def _rule(rule: str) -> str:
    if rule == "PH off":
        return "not on public holidays"
    days, times = rule.split(" ")
    named = _DAYS_NAME.get(days) or _DAY.sub(lambda day: _DAY_NAME[day.group()], days).replace(",", ", ")
    return f"{named} {_LEADING_ZERO.sub('', times.replace(',', ' and '))}"


def now_text(opening: Opening, today: date) -> str:
    """Whether somebody answers now, and until or from when.

    Args:
        opening: whether.
        today: the day in the place.
    """
    if opening.until is None:
        return "open now" if opening.open else "closed"
    if opening.open:
        return f"open now, until {_clock(opening.until, today)}"
    return f"CLOSED NOW, opens {_clock(opening.until, today)}"


def _clock(moment: datetime, today: date) -> str:
    clock = f"{moment.hour}:{moment.minute:02}"
    days = (moment.date() - today).days
    if days == 0:
        return clock
    # Written out, for the names of days and months of the system are in its own language.
    day = list(_DAY_NAME.values())[moment.weekday()]
    return f"{day} {clock}" if days < len(_DAY_NAME) else f"{day} {moment.date()} {clock}"


def contact_hours_text(contact_now: ContactNow, today: date) -> str | None:
    """When a contact answers, and whether it does now; None where it is no matter of hours."""
    hours = contact_now.contact.hours
    if hours is None:
        return "hours not known" if contact_now.contact.kind == "telephone" else None
    if hours == "24/7" or contact_now.opening is None:
        return hours_text(hours)
    return f"{hours_text(hours)}; {now_text(contact_now.opening, today)}"


def languages_texts(contact_now: ContactNow, today: date) -> list[str]:
    """The person's languages at a contact, each way on its own: it may have hours of its own, or be brought in."""
    return [_fit_text(fit, today) for fit in contact_now.fits]


def _fit_text(fit: LanguageFit, today: date) -> str:
    said = language_names(fit.languages)
    if fit.spoken.interpreter:
        said += ", through an interpreter"
    if fit.spoken.hours is not None:
        said += f": {hours_text(fit.spoken.hours)}"
        if fit.opening is not None:
            said += f"; {now_text(fit.opening, today)}"
    return said


def language_names(codes: Iterable[str]) -> str:
    """Languages by their names."""
    return ", ".join(words.LANGUAGE_NAME.get(code, code) for code in codes)
