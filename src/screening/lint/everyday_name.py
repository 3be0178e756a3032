"""A name for a card that gives the card away."""

from collections.abc import Iterator

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile
from screening.reading.placeholders import is_placeholder
from screening.reading.problem import Problem
from screening.referral.telltale import gives_away

RULE = Rule(id="everyday-name", scope=Scope.SERVICES)


def check(file: AnyFile) -> Iterator[Problem]:
    """An everyday name says what the number is for.

    It is on a card that the person carries, and that somebody whom they fear may find. It has to look like any number
    of a household, and to have no word of the service's own name, which could be looked up. Write another name, or
    none: then the service is never on the card.

    Passes:
        referrals/xx.yaml: {services: [{id: house, everyday: {en: Community centre}}]}

    Fails:
        referrals/xx.yaml: {services: [{id: house, everyday: {en: Shelter for women}}]}

    Fails:
        referrals/xx.yaml: {services: [{id: house, names: {en: Harbour House}, everyday: {en: Harbour club}}]}
    """
    for index, service in enumerate(file.services):
        for language, name in service.everyday.items():
            told = gives_away(name, service.names.values())
            if told is not None and not is_placeholder(name):
                message = gettext("{name} on a card would give it away: {told}", name=quoted(name), told=quoted(told))
                yield file.file.problem(
                    ("services", index, "everyday", language), message, gettext("Write an everyday word.")
                )
