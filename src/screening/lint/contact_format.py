"""A contact that nobody could dial or write to."""

import re
from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile, DirectoryFile, OwnFile
from screening.reading.placeholders import is_placeholder
from screening.reading.problem import Problem
from screening.referral.anywhere import ANYWHERE
from screening.referral.numbers import can_be_dialled
from screening.referral.service import TO_DIAL, ContactKind
from screening.sets.data_path import DataPath

RULE = Rule(id="contact-format", scope=Scope.SERVICES)

_MAIL = re.compile(r"[^@\s]+@[^@\s.]+(\.[^@\s.]+)+")
_PAGE = re.compile(r"(https?://)?[^\s/.]+(\.[^\s/.]+)+(/\S*)?")


def check(file: AnyFile) -> Iterator[Problem]:
    """A number does not have the form of a telephone number, or an address not that of an e-mail address or a web page.

    A digit too few or too many sends somebody in danger to nobody. Whether a number can exist is looked up in tables of
    the telephone companies (libphonenumber), by the country code or, without one, for the directory's own place. Not
    every short line is known there: one that more digits would make a number of the place is taken for a number that
    was cut off. Digits of another script, letters and signs that are not seen are on no telephone. Only a call shows
    whether anybody answers. Copy the number again from its page.

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
            - {id: house, contacts: [{kind: telephone, number: "call 999", evidence: official}]}

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
        if kind in TO_DIAL:
            sound = can_be_dialled(number, region)
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
    if isinstance(file, OwnFile):
        for index, call in enumerate(file.file.value.calls):
            if call.now is not None:
                yield ("calls", index, "now"), call.kind, call.now
