"""Opening hours that `screening check` accepts, at random."""

from typing import Final

import msgspec
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from screening.referral.hours import ambiguity
from screening.referral.service import OpeningHours

# Countries whose holidays the library of hours knows, one that it does not know, and none.
COUNTRIES: Final = ("HK", "GB", "US", "DE", "ID", "XX", None)

_DAY = st.sampled_from(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
_TIME = st.builds("{:02}:{:02}".format, st.integers(0, 23), st.sampled_from((0, 1, 30, 59)))
_END = _TIME | st.just("24:00")


def _listed(parts: SearchStrategy[str], most: int) -> SearchStrategy[str]:
    return st.lists(parts, min_size=1, max_size=most).map(",".join)


# Whole days, and days that two times share, are where nothing ever changes.
_TIMES = (
    st.just("00:00-24:00")
    | _TIME.map(lambda time: f"{time}-{time}")
    | st.builds("{0}-{1},{1}-{0}".format, _TIME, _TIME)
    | _listed(st.builds("{}-{}".format, _TIME, _END), 12)
)
_DAYS = st.just("Mo-Su") | _listed(_DAY | st.builds("{}-{}".format, _DAY, _DAY), 3)
_RULES = st.lists(st.builds("{} {}".format, _DAYS, _TIMES), min_size=1, max_size=4).map("; ".join)
_WEEK = st.tuples(_TIMES, _TIMES).map(lambda two: f"Mo-Fr {two[0]}; Sa-Su {two[1]}")
_HOLIDAYS = st.just("") | st.just("; PH off") | _TIMES.map("; PH {}".format)


def readable_hours() -> SearchStrategy[str]:
    """Hours of every kind that fits the form and is understood as it is meant."""
    return (st.just("24/7") | st.builds("{}{}".format, _RULES | _WEEK, _HOLIDAYS)).filter(_is_accepted)


def _is_accepted(hours: str) -> bool:
    try:
        msgspec.convert(hours, OpeningHours)
    except msgspec.ValidationError:
        return False
    return ambiguity(hours) is None
