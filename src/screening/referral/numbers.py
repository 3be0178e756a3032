"""Telephone numbers as numbers, however they are written (pure)."""

import re
import unicodedata
from functools import cache
from itertools import chain
from typing import Any

_NO_DIGITS = re.compile(r"[^0-9]")
# Digits, what sets them apart, and an extension. Anything else is no number, or hides in one.
_WRITTEN = re.compile(r"\(?\+?[0-9 ().\-/]*[0-9][0-9 ().\-/]*( ?(ext\.?|x|#) ?[0-9]{1,6})?", re.IGNORECASE)
# A line such as 999, 18281 or 116 123.
_SHORT = range(3, 7)
# How long a number of a country is, without its code.
_WHOLE = range(7, 12)


def dialled(number: str, region: str) -> str:
    """What is dialled, the same for each way to write it: with the code of the country, or as the short line it is.

    Args:
        number: as a directory has it. What is no number is the same only as itself.
        region: the two letters of the country from which it is dialled, in capitals.
    """
    written = _plain(number)
    if _WRITTEN.fullmatch(written) is not None and _is_short(written):
        return _NO_DIGITS.sub("", written)
    parsed = _parsed(written, region)
    if parsed is None:
        return written.casefold()
    import phonenumbers

    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)) + (parsed.extension or "")


@cache
def as_dialled_in(number: str, region: str) -> str:
    """A number as it is dialled in a country: without its code where it is of that country, else as it is written.

    Args:
        number: as a directory has it.
        region: the two letters of the country, in capitals.
    """
    import phonenumbers

    written = _plain(number)
    parsed = _parsed(written, region) if written.startswith("+") else None
    if parsed is None or region not in phonenumbers.region_codes_for_country_code(parsed.country_code or 0):
        return number
    # Who writes a short line with the code of its country means it for those abroad.
    if _is_short(str(parsed.national_number)) or parsed.extension:
        return number
    return str(phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL))


@cache
def can_be_dialled(number: str, region: str) -> bool:
    """Whether a number can exist, by the tables of the telephone companies (libphonenumber).

    Of short lines the tables do not know all. One that they do not know may exist, unless more digits after it would
    make a number of the country: then it is one that was cut off.

    Args:
        number: as a directory has it.
        region: the two letters of the country from which it is dialled, in capitals.
    """
    import phonenumbers

    written = _plain(number)
    if region not in phonenumbers.SUPPORTED_REGIONS and _WRITTEN.fullmatch(written) is not None and _is_short(written):
        return True
    parsed = _parsed(written, region)
    if parsed is None:
        return False
    regions = chain([region], phonenumbers.region_codes_for_country_code(parsed.country_code or 0))
    if phonenumbers.is_valid_number(parsed) or any(
        phonenumbers.is_valid_short_number_for_region(parsed, each) for each in regions
    ):
        return True
    return _is_short(written) and not _is_cut_off(_NO_DIGITS.sub("", written), region)


def _plain(number: str) -> str:
    """Digits and signs of full width are the same on any telephone; those of other scripts are on none."""
    return unicodedata.normalize("NFKC", number).strip()


def _is_short(written: str) -> bool:
    return len(_NO_DIGITS.sub("", written)) in _SHORT and not written.startswith("+")


def _is_cut_off(digits: str, region: str) -> bool:
    import phonenumbers

    for length in _WHOLE:
        for more in "0123456789":
            parsed = _parsed(digits.ljust(length, more), region)
            if parsed is not None and phonenumbers.is_valid_number(parsed):
                return True
    return False


def _parsed(written: str, region: str) -> Any:
    """What the library makes of it; None where it is no number."""
    # Imported late, for nothing else needs its tables.
    import phonenumbers

    if _WRITTEN.fullmatch(written) is None:
        return None
    try:
        return phonenumbers.parse(written, region if region in phonenumbers.SUPPORTED_REGIONS else None)
    except phonenumbers.NumberParseException:
        return None
