"""A contact that nobody could dial or write to."""

import re
from collections.abc import Iterator
from itertools import chain

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile, DirectoryFile
from screening.reading.placeholders import is_placeholder
from screening.reading.problem import Problem
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import ContactKind
from screening.sets.data_path import DataPath

RULE = Rule(id="contact-format", scope=Scope.SERVICES)

_TO_DIAL = frozenset({"telephone", "whatsapp", "sms"})
_NO_DIGITS = re.compile(r"[^0-9]")
# A line such as 999, 18281 or 1955: nothing but its length can be known everywhere.
_SHORT = range(3, 7)
_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_PAGE = re.compile(r"(https?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?")


def check(file: AnyFile) -> Iterator[Problem]:
    """A number does not have the form of a telephone number, or an address not that of an e-mail address or a web page.

    A digit too few or too many sends somebody in danger to nobody. Whether a number can exist is looked up in tables of
    the telephone companies (libphonenumber), by the country code or, without one, for the directory's own place. Of a
    short number only the length is checked. Only a call shows whether anybody answers. Copy the number again from its
    page.

    Passes:
        referrals/xx.yaml:
          services:
            - {id: house, contacts: [{kind: telephone, number: "18281", evidence: official}]}

    Fails:
        referrals/xx.yaml:
          services:
            - {id: house, contacts: [{kind: telephone, number: "+852 2343 225", evidence: official}]}

    Fails:
        referrals/xx.yaml:
          services:
            - {id: house, contacts: [{kind: email, number: help@house, evidence: official}]}

    Fails:
        referrals/xx.yaml:
          emergency: {number: Police, names: {en: E}, evidence: official, source: S, page_date: "2026"}
    """
    region = file.place.upper()
    for path, kind, number in _numbers(file):
        if is_placeholder(number):
            continue
        if kind in _TO_DIAL:
            sound = _can_be_dialled(number, region)
            hint = gettext("Copy it again; begin with + and the country code, unless it is dialled differently there.")
        else:
            sound = (_MAIL if kind == "email" else _PAGE).fullmatch(number) is not None
            hint = gettext("Copy it again, and nothing else with it.")
        if not sound:
            message = gettext("{number} does not look like a {kind}", number=quoted(number), kind=kind)
            yield file.file.problem(path, message, hint)


def _numbers(file: AnyFile) -> Iterator[tuple[DataPath, ContactKind, str]]:
    # What to dial in danger where no place is known is no number.
    if isinstance(file, DirectoryFile) and file.place != ANYWHERE:
        yield ("emergency", "number"), "telephone", file.file.value.emergency.number
    for index, service in enumerate(file.services):
        for number, contact in enumerate(service.contacts):
            yield ("services", index, "contacts", number, "number"), contact.kind, contact.number


def _can_be_dialled(number: str, region: str) -> bool:
    # Imported here, for nothing else needs its tables.
    import phonenumbers  # noqa: PLC0415

    digits = _NO_DIGITS.sub("", number)
    if len(digits) in _SHORT and not number.startswith("+"):
        return True
    try:
        parsed = phonenumbers.parse(number, region if region in phonenumbers.SUPPORTED_REGIONS else None)
    except phonenumbers.NumberParseException:
        return False
    regions = chain([region], phonenumbers.region_codes_for_country_code(parsed.country_code or 0))
    return phonenumbers.is_valid_number(parsed) or any(
        phonenumbers.is_valid_short_number_for_region(parsed, each) for each in regions
    )
