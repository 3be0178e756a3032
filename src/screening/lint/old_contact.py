"""Contacts that nobody has seen for years."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from screening.language.messages import gettext, ngettext
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile
from screening.reading.files import real_path
from screening.reading.placeholders import is_placeholder
from screening.reading.problem import Problem
from screening.reading.set_catalog import data_folder
from screening.referral.freshness import YEARS_TO_WARN, is_stale

RULE = Rule(id="old-contact", scope=Scope.SERVICES_TODAY, warns=True)


def check(file: AnyFile, today: date) -> Iterator[Problem]:
    """Contacts were last seen over three years ago, nobody knows when, or on no page. A warning, and nothing fails.

    Numbers change. Call them, and write the day into `confirmed_on`; `screening services stale` lists them, those
    with the weakest evidence first. Today's date is used, or the one given with `--today`.

    Passes:
        referrals/xx.yaml: {services: [{id: house, page_date: "2025-06"}]}

    Fails:
        referrals/xx.yaml: {services: [{id: house, page_date: "2019"}]}

    Fails:
        referrals/xx.yaml:
          services:
            - {id: house, contacts: [{kind: telephone, number: "18280", evidence: unverified}]}
    """
    contacts = [
        (service, contact)
        for service in file.services
        for contact in service.contacts
        if not is_placeholder(contact.number)
    ]
    old = sum(is_stale(contact, service, today) for service, contact in contacts)
    if old:
        message = ngettext(
            "{count} of {all} contacts were last seen more than {years} years ago, nobody knows when, or on no page",
            "{count} of {all} contacts were last seen more than {years} years ago, nobody knows when, or on no page",
            old,
            all=len(contacts),
            years=YEARS_TO_WARN,
        )
        path = Path(file.file.text.file)
        built_in = real_path(path.parent) == real_path(data_folder("referrals"))
        if built_in:
            hint = gettext("Call them again; 'screening services stale --place {place}' lists them.", place=file.place)
        else:
            hint = gettext(
                "Call them again; 'screening services stale --place {place} --services {file}' lists them.",
                place=file.place,
                file=path.name,
            )
        yield file.file.problem(("services",), message, hint, at_key=True)
