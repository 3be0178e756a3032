"""A small card for the person: numbers under everyday names, and nothing that says what they are for."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import zip_longest
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from screening.language.messages import Message, Text, gettext
from screening.language.names import direction
from screening.language.tags import standard
from screening.referral.contact_now import ContactNow
from screening.referral.matching import Match, NeedServices, first_to_try, for_one_language
from screening.referral.names import known_names
from screening.referral.telltale import gives_away
from screening.sets.answers import Answers
from screening.show.contacts import CONTACT_NAME, address_of, name_of, number_of, with_police
from screening.show.hours import hours_text
from screening.show.lines import Line

_NONE: Final[Mapping[str, str]] = {}
# More than four look like what they are.
MOST = 4
# Who carries the card can dial; a form or an e-mail would have to be explained.
_TO_DIAL = frozenset({"telephone", "whatsapp"})
# Whoever dials a number that nobody has seen anywhere, or called, may reach anybody.
_SEEN = frozenset({"official", "second_hand", "repository"})

# Said to the screener, never on the card. Both ways of asking have one answer: y means that it is safe.
ASK_FIRST = gettext("Ask the person: could somebody find a card on you, and be angry about it?\nThen it is not safe.")
IS_IT_SAFE = gettext("Is it safe to carry a card? y (safe) or n (not safe):")
BEFORE: tuple[Message, ...] = (
    gettext(
        "The names on the card hide who answers. Tell the person, where nobody hears, who really answers each number. "
        "If they fear one of them, do not give the card: copy the other numbers by hand."
    ),
    gettext("Before you give it: ask where the person will keep it, and who may find it or go through their things."),
    gettext("Say each number aloud too. A number that is known by heart is the safest card."),
    gettext("Call each number yourself before you give it. It may have changed."),
)
NOT_SAFE: tuple[Message, ...] = (
    gettext("Give nothing to carry: no card, no leaflet. Send no message."),
    gettext("Help the person learn one number by heart, where nobody can hear. Say it together three times."),
    gettext("Agree on a place and a time where you can be found again, or on somebody they can ask for you."),
)


class Entry(Struct, frozen=True):
    """One number on the card, with its everyday name and when somebody answers.

    Attributes:
        second_name: the name in another language, where both stand.
        number: as it is shown.
        hours: None where they are not known.
        dials: what is dialled.
        kind: what it is dialled with; None for a telephone.
        alone: the number without that.
        languages: the tags of the languages of both names.
    """

    name: str
    second_name: str | None
    number: Text
    hours: Text | None
    dials: str = ""
    kind: Text | None = None
    alone: Text = ""
    languages: tuple[str, str | None] = ("en", None)


class CarryCard(Struct, frozen=True):
    """The whole card.

    Attributes:
        language: the one that it is in; None where the names are in two, and the rest in that of whoever makes it.
    """

    title: Text
    entries: tuple[Entry, ...]
    language: str | None = None


def carry_card(
    by_need: Iterable[NeedServices],
    circumstances: Answers,
    language: str | None = None,
    left_off: Collection[str] = (),
    everyday: Mapping[str, str] = _NONE,
) -> CarryCard:
    """The best numbers that have an everyday name: of each need the first, then of each the second, and so on.

    A service that has to be asked first comes after the others, and one that the person cannot ask alone is not there.
    Those that inform the police are there only where the person agrees to the police.

    Args:
        by_need: the services for each need.
        circumstances: circumstance id to value.
        language: the names are in this one, and in English where there is none; without it, in two where there are two.
        left_off: what is dialled for the numbers that are not to be on it. No other one takes their place.
        everyday: names in this language that a translator gave, by the ids of the services.
    """
    chosen = _chosen(by_need, circumstances, language, everyday)
    entries = [entry for entry, _ in chosen if entry.dials not in left_off]
    # Translators: whoever finds the card must not see from it what the numbers are for.
    title = gettext("Useful numbers")
    return CarryCard(title, tuple(entries), language)


def card_languages(by_need: Iterable[NeedServices], circumstances: Answers) -> tuple[str, ...]:
    """The languages in which names on the card can be, each once.

    Args:
        by_need: the services for each need.
        circumstances: circumstance id to value.
    """
    chosen = _chosen(by_need, circumstances)
    return tuple(dict.fromkeys(code for _, match in chosen for code in match.service.everyday))


def who_answers_lines(
    by_need: Iterable[NeedServices],
    circumstances: Answers,
    language: str | None = None,
    left_off: Collection[str] = (),
    everyday: Mapping[str, str] = _NONE,
) -> Iterator[Line]:
    """Who is behind each name on the card. For the screener's eyes: on paper it would give the card away.

    Args:
        by_need: the services for each need.
        circumstances: circumstance id to value.
        language: of the names on the card.
        left_off: what is not on it.
        everyday: as for `carry_card`.
    """
    for entry, match in _chosen(by_need, circumstances, language, everyday):
        if entry.dials in left_off:
            continue
        service = with_police(name_of(match.service.names), match.service)
        # Translators: {name} is the everyday name on the card, {service} is who really answers.
        yield Line("detail", gettext("{name}: {service}", name=entry.name, service=service))


def _chosen(
    by_need: Iterable[NeedServices],
    circumstances: Answers,
    language: str | None = None,
    everyday: Mapping[str, str] = _NONE,
) -> list[tuple[Entry, Match]]:
    fit = [[match for match in need_services.matches if _may_stand(match, circumstances)] for need_services in by_need]
    ready = [[match for match in matches if not match.ask_first] for matches in fit]
    asked = [[match for match in matches if match.ask_first] for matches in fit]
    outside = circumstances.get("abroad") == "yes"
    found: dict[Text, tuple[Entry, Match]] = {}
    for match in (*_in_turn(ready), *_in_turn(asked)):
        names = match.service.everyday
        if language is not None and match.service.id in everyday:
            names = {**names, language: everyday[match.service.id]}
        entry = _entry(match, names, language, outside=outside)
        if entry is not None and len(found) < MOST:
            found.setdefault(entry.number, (entry, match))
    return list(found.values())


def _names(everyday: Mapping[str, str], language: str | None) -> tuple[str, str | None]:
    """In which languages a service's name stands on the card: one, and a second one where both stand."""
    if language is None:
        return "en", next((code for code in everyday if code != "en"), None)
    # What a translator gave for this card comes last.
    fitting = (code for code in reversed(tuple(everyday)) if standard(code) == standard(language))
    return next(fitting, "en"), None


def _may_stand(match: Match, circumstances: Answers) -> bool:
    service = match.service
    told_to_police = service.informs_police == "yes" and circumstances.get("police") != "yes"
    return service.admits_alone and not told_to_police


def card_lines(card: CarryCard) -> Iterator[Line]:
    """The card as text, to be copied by hand.

    In a language that runs from the right, nothing stands beside a number: what turns the words round, and not every
    terminal does, must not turn the number round with them.
    """
    alone = card.language is not None and direction(card.language) == "rtl"
    yield Line("title", card.title)
    for entry in card.entries:
        yield Line("item", f"{entry.name} {entry.second_name}" if entry.second_name else entry.name)
        if alone:
            yield Line("contact", entry.alone)
            yield from (Line("detail", each) for each in (entry.kind, entry.hours) if each is not None)
        elif entry.hours is None:
            yield Line("contact", entry.number)
        else:
            yield Line("contact", gettext("{number} ({hours})", number=entry.number, hours=entry.hours))


def _in_turn(lists: list[list[Match]]) -> Iterator[Match]:
    return (match for turn in zip_longest(*lists) for match in turn if match is not None)


def _entry(match: Match, everyday: Mapping[str, str], language: str | None, *, outside: bool) -> Entry | None:
    """A service's line, with the contact to try first among those that the person can dial and be understood at."""
    names = known_names(match.service.names)
    if "en" not in everyday or any(gives_away(text, names) for text in everyday.values()):
        return None
    fit = tuple(
        contact_now
        for contact_now in match.contacts_now
        if _can_dial(contact_now, outside=outside)
        and contact_now.language != "others"
        and not for_one_language(contact_now, match)
    )
    if not fit:
        return None
    contact_now = first_to_try(replace(match, contacts_now=fit))
    contact = contact_now.contact
    first, second = _names(everyday, language)
    return Entry(
        everyday[first],
        everyday[second] if second is not None else None,
        number_of(contact),
        _hours(contact_now),
        contact.number,
        CONTACT_NAME[contact.kind] if contact.kind != "telephone" else None,
        address_of(contact),
        (first, second),
    )


def _can_dial(contact_now: ContactNow, *, outside: bool) -> bool:
    contact = contact_now.contact
    # From abroad only a number with the code of its country works.
    from_there = contact.dial_from in {None, "outside"} and contact.number.startswith("+")
    from_here = from_there if outside else contact.dial_from in {None, "inside"}
    return from_here and contact.kind in _TO_DIAL and contact_now.known_as in _SEEN


def _hours(contact_now: ContactNow) -> Message | None:
    """When somebody answers who speaks the person's language, as far as that is known."""
    way = contact_now.best_fit
    hours = (way.spoken.hours if way is not None else None) or contact_now.contact.hours
    return hours_text(hours) if hours is not None else None
