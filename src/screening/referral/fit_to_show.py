"""Which translations of the texts of a directory must not be shown, though they are of today's texts (pure).

A wrong number, or a name that gives a card away, does harm whoever translated it. Then the English stays.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from screening.language.kept import keeps_numbers
from screening.language.messages import Message, gettext, quoted
from screening.referral.directory import Directory, Trap
from screening.referral.names import first_name
from screening.referral.own_services import OwnServices
from screening.referral.service import MOST_OF_EVERYDAY, Service
from screening.referral.telltale import gives_away
from screening.referral.traps import text_trap
from screening.sets.translation import Translation

_OF_DISTRICTS: Final = "district."
# How many texts are compared with traps; of more, those that are left are not shown.
_MOST_COMPARED: Final = 500_000


def fit_to_show(
    services: Directory | OwnServices, english: Mapping[str, str], translation: Translation, traps: Iterable[Trap]
) -> Translation:
    """A translation without what must not be shown: that stays English.

    Args:
        services: a directory without problems, or an agency's own file.
        english: its texts by their ids.
        translation: of these texts.
        traps: those of its place.
    """
    unfit = {name for name, _ in unfit_to_show(services, english, translation.texts, traps)}
    if not unfit:
        return translation
    left = {name: text for name, text in translation.texts.items() if name not in unfit}
    return replace(
        translation,
        texts=left,
        unreviewed=translation.unreviewed - unfit,
        in_english=tuple(name for name in english if name not in left),
    )


def unfit_to_show(
    services: Directory | OwnServices, english: Mapping[str, str], told: Mapping[str, str], traps: Iterable[Trap]
) -> Iterator[tuple[str, Message]]:
    """The ids of translations that must not be shown, each with why; one may come more than once.

    Args:
        services: a directory without problems, or an agency's own file.
        english: its texts by their ids.
        told: translations by the ids of the texts.
        traps: those of its place.
    """
    traps = tuple(traps)
    for number, (name, text) in enumerate(told.items(), 1):
        if not keeps_numbers(english[name], text):
            yield name, gettext("the numbers are not those of the English text")
        if number * len(traps) > _MOST_COMPARED:
            yield name, gettext("there are too many traps to compare it with")
        elif (trap := text_trap(text, english[name], traps)) is not None:
            yield name, gettext("it has {trap} in it, which is a trap", trap=quoted(trap.what))
    for service in services.services:
        yield from _telltale(service, told)
    yield from _alike(services.services, told)
    if isinstance(services, Directory):
        yield from _districts(services, told)


def _telltale(service: Service, told: Mapping[str, str]) -> Iterator[tuple[str, Message]]:
    """An everyday name that is too long for a card, or would keep its service from standing there."""
    name = f"service.{service.id}.everyday"
    everyday = told.get(name)
    if everyday is None:
        return
    if len(everyday) > MOST_OF_EVERYDAY:
        yield name, gettext("an everyday name has at most {most} letters", most=MOST_OF_EVERYDAY)
    if (word := gives_away(everyday, service.names.values())) is not None:
        yield name, gettext("this name gives a card away: {word}", word=quoted(word))


def _alike(services: Sequence[Service], told: Mapping[str, str]) -> Iterator[tuple[str, Message]]:
    """Names by which two services could not be told apart, that were told apart as they were written."""
    said = {service.id: told.get(f"service.{service.id}.name") for service in services}
    known_as: dict[str, set[str]] = {}
    for service in services:
        english = first_name(service.names)
        known_as.setdefault((said[service.id] or english).casefold(), set()).add(english)
    for each, name in said.items():
        if name is not None and len(known_as[name.casefold()]) > 1:
            yield f"service.{each}.name", gettext("another service has this name too")


def _districts(directory: Directory, told: Mapping[str, str]) -> Iterator[tuple[str, Message]]:
    """All districts, where two of them would be called the same: half of a list would be hard to find one's way in."""
    said = [told.get(f"{_OF_DISTRICTS}{each}.name", name).casefold() for each, name in directory.districts.items()]
    if len(set(said)) < len(said):
        for name in told:
            if name.startswith(_OF_DISTRICTS):
                yield name, gettext("two districts would have one name")
