"""Public holidays of a country, as far as they are known (pure).

The library `holidays` has calendars of some 250 countries. A day that only some offices or a part of the country keep,
or that is reckoned by the moon in advance, is no more than perhaps a holiday: nobody is to be told that a line answers
on it.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Any, Literal

# What is known of a day: it is a holiday; it may be one; it is none; nobody knows the holidays here.
Holiday = Literal["holiday", "perhaps", "none", "unknown"]

# What the library has in its lists and is no day on which an office would be closed.
_NO_HOLIDAYS = frozenset({"workday", "school", "armed_forces", "unofficial"})
_RECKONED = "estimated"
# That in which days are marked as reckoned.
_LANGUAGE = "en_US"


def holiday(day: date, country: str | None) -> Holiday:
    """What is known of a day.

    Args:
        day: by the calendar of the place.
        country: its two letters; None where there is none.
    """
    known = _of_year(country, day.year) if country is not None else None
    return known.get(day, "none") if known is not None else "unknown"


@cache
def _of_year(country: str, year: int) -> Mapping[date, Holiday] | None:
    """The holidays of a year, sure or not; None where they are not known."""
    # Imported late: whoever waits for the first question needs no calendar.
    import holidays

    codes = holidays.list_supported_countries(include_aliases=False)
    if country not in codes:
        return None
    national: Any = holidays.country_holidays(country, years=year, language=_LANGUAGE)
    if not national.start_year < year < national.end_year:
        return None
    categories = [each for each in national.supported_categories if each not in _NO_HOLIDAYS]
    others = [holidays.country_holidays(country, years=year, categories=categories)]
    others += [holidays.country_holidays(country, subdiv=part, years=year) for part in codes[country]]
    found: dict[date, Holiday] = {day: "perhaps" for calendar in others for day in calendar}
    for day, name in national.items():
        if _RECKONED in name:
            # By the moon: the day is seen, or decreed, not long before, and one of those beside it may be it.
            found.update(dict.fromkeys((day - timedelta(days=1), day, day + timedelta(days=1)), "perhaps"))
    sure = {day for day, name in national.items() if _RECKONED not in name}
    return {**found, **dict.fromkeys(sure, "holiday")}
