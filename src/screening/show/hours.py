"""Hours, and the languages of a contact, as they are read."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import reduce
from typing import Final

from screening.language.messages import Day, Listing, Message, Text, gettext, pgettext
from screening.referral.contact_now import ContactNow, LanguageFit
from screening.referral.holidays import Holiday
from screening.referral.opening import Opening
from screening.show.languages import language_names

# By the two letters that opening hours have for it, from Monday.
_DAY_NAME: Mapping[str, Day] = {
    day[:2]: Day(day, weekday) for weekday, day in enumerate(("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"))
}
_DAYS_NAME: Mapping[str, Message] = {
    "Mo-Su": pgettext("opening hours", "daily"),
    "PH": pgettext("opening hours", "public holidays"),
}
# Nobody writes to a form in hours of its own.
_SPEAKING = frozenset({"telephone", "whatsapp"})
_LEADING_ZERO = re.compile(r"\b0(?=[0-9]:)")


def hours_text(hours: str) -> Message:
    """Hours as they are read.

    >>> from screening.language.catalog import ENGLISH
    >>> ENGLISH.render(hours_text("Mo-Fr 08:45-13:00,14:00-17:15; Sa 09:00-12:00; PH off"))
    'Mon-Fri 8:45-13:00 and 14:00-17:15, Sat 9:00-12:00, not on public holidays'
    """
    if hours == "24/7":
        return pgettext("opening hours", "24 hours")
    return reduce(_with_more, map(_rule, hours.split("; ")))


def _with_more(hours: Message, more: Message) -> Message:
    # Translators: {hours} is such as "Mon-Fri 9:00-17:00", {more} is the same for other days.
    return pgettext("opening hours", "{hours}, {more}", hours=hours, more=more)


def _rule(rule: str) -> Message:
    if rule == "PH off":
        return pgettext("opening hours", "not on public holidays")
    days, times = rule.split(" ")
    named = _DAYS_NAME.get(days) or Listing(tuple(_days(each) for each in days.split(",")), "comma")
    spans = Listing(tuple(_with_all_between(*each.split("-")) for each in _clocks(times)), "and_and")
    # Translators: {days} is such as "Mon-Fri" or "daily", {times} is such as "9:00-13:00 and 14:00-17:00".
    return pgettext("opening hours", "{days} {times}", days=named, times=spans)


def _clocks(times: str) -> list[str]:
    return _LEADING_ZERO.sub("", times).split(",")


def _days(days: str) -> Text:
    first, _, last = days.partition("-")
    return _with_all_between(_DAY_NAME[first], _DAY_NAME[last]) if last else _DAY_NAME[first]


def _with_all_between(first: Text, last: Text) -> Message:
    # Translators: two days of the week, or two times, with all between: "Mon-Fri", "9:00-17:00". Where your language
    # runs from the right, use words ("from" and "to"): with a line between them, the later time would be read first.
    return pgettext("opening hours", "{first}-{last}", first=first, last=last)


# What leaves open whether somebody answers now.
_IN_DOUBT: Final[Mapping[Holiday, Message]] = {
    "holiday": pgettext("a service", "a public holiday: may be closed"),
    "perhaps": pgettext("a service", "perhaps a public holiday: may be closed"),
    "unknown": pgettext("a service", "public holidays here are not known; today may be one"),
}


def now_text(opening: Opening, today: date) -> Message:
    """Whether somebody answers now, and until or from when.

    Args:
        opening: whether.
        today: the day in the place.
    """
    if opening.open is None:
        return _IN_DOUBT[opening.day or "unknown"]
    if opening.until is None:
        return pgettext("a service", "open now") if opening.open else pgettext("a service", "closed")
    if opening.open:
        return pgettext("a service", "open now, until {time}", time=_clock(opening.until, today))
    opens = _clock(opening.until, today)
    if opening.day is not None:
        return pgettext("a service", "CLOSED NOW, opens {time} unless that is a public holiday", time=opens)
    return pgettext("a service", "CLOSED NOW, opens {time}", time=opens)


def _clock(moment: datetime, today: date) -> Text:
    clock = f"{moment.hour}:{moment.minute:02}"
    days = (moment.date() - today).days
    if days == 0:
        return clock
    day = list(_DAY_NAME.values())[moment.weekday()]
    if days < len(_DAY_NAME):
        return pgettext("a time", "{day} {time}", day=day, time=clock)
    # Translators: {date} is such as 2026-11-28.
    return pgettext("a time", "{day} {date} {time}", day=day, date=moment.date().isoformat(), time=clock)


def opens_text(contact_now: ContactNow, today: date, *, narrow: bool = False) -> Message:
    """Whether a contact answers now, in a few words.

    Args:
        contact_now: the contact.
        today: the day in the place.
        narrow: in a column that has room for a word.
    """
    opening = contact_now.opening
    if opening is None and narrow:
        # Translators: whether somebody answers now is not known.
        return pgettext("opening hours, in a narrow column", "open?")
    if opening is None:
        return pgettext("opening hours, in short", "hours not known")
    if opening.open is None:
        return pgettext("opening hours, in short", "holiday, may be closed")
    if opening.until is None:
        always = pgettext("opening hours, in short", "24 h")
        return always if opening.open else pgettext("opening hours, in short", "closed")
    clock = _clock(opening.until, today)
    if opening.open:
        return pgettext("opening hours, in short", "open to {time}", time=clock)
    return pgettext("opening hours, in short", "opens {time}", time=clock)


def contact_hours_text(contact_now: ContactNow, today: date) -> Message | None:
    """When a contact answers, and whether it does now; None where it is no matter of hours."""
    hours = contact_now.contact.hours
    if hours is None:
        return gettext("hours not known") if contact_now.contact.kind == "telephone" else None
    if hours == "24/7":
        return hours_text(hours)
    return _hours_and_now(hours, contact_now.opening, today)


def _hours_and_now(hours: str, opening: Opening | None, today: date) -> Message:
    if opening is None:
        return hours_text(hours)
    # Translators: {hours} is such as "Mon-Fri 9:00-17:00", {now} is such as "open now, until 17:00".
    return pgettext("opening hours", "{hours}; {now}", hours=hours_text(hours), now=now_text(opening, today))


def spoken_texts(contact_now: ContactNow, today: date) -> list[Message]:
    """What is spoken at a contact: the person's languages, each way on its own, for it may have hours of its own or be
    brought in; else all that are known.
    """
    if contact_now.fits and contact_now.contact.kind in _SPEAKING:
        return [_fit_text(fit, today) for fit in contact_now.fits]
    codes = [code for each in contact_now.contact.spoken for code in each.languages]
    return [gettext("Speaks {languages}", languages=language_names(codes))] if codes else []


def _fit_text(fit: LanguageFit, today: date) -> Message:
    said, spoken = language_names(fit.languages), fit.spoken
    if spoken.hours is None:
        if spoken.interpreter:
            return gettext("Speaks {languages}, through an interpreter", languages=said)
        return gettext("Speaks {languages}", languages=said)
    hours = _hours_and_now(spoken.hours, fit.opening, today)
    if spoken.interpreter:
        return gettext("Speaks {languages}, through an interpreter: {hours}", languages=said, hours=hours)
    return gettext("Speaks {languages}: {hours}", languages=said, hours=hours)
