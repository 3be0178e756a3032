"""Whom to call, in short: the number for danger, the first few for each need, and what to do where there is none."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from screening.language.messages import Listing, Message, Text, gettext, ngettext
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.matching import LeftOut, Match, NeedServices, first_to_try
from screening.referral.reasons import protects_children
from screening.sets.answers import Answers
from screening.show.contacts import dialled, listed, name_of, short_contact, with_police
from screening.show.freshness import legend
from screening.show.lines import Line
from screening.show.needs import NEED_NAME

# More than three are more than a tired officer reads.
IN_FULL = 3
# As many as fit on a small screen above a question about the person.
AT_FIRST = 4
NO_DIRECTORY = gettext("There is no directory for this place. Call the local emergency number if there is danger.")
FIND_THE_PLACE = gettext("A child, or perhaps a child: those who protect children find the place to stay.")


def emergency_lines(directory: Directory, circumstances: Answers) -> Iterator[Line]:
    """The number that works at once; and that it is not the place's own, where no directory is about the place.

    Args:
        directory: where it is from.
        circumstances: circumstance id to value: whoever is abroad cannot be reached from here.
    """
    if directory.place == ANYWHERE:
        yield Line(
            "text", gettext("There is no directory for this place. What follows is general and applies anywhere.")
        )
    number = _emergency_number(directory)
    if circumstances.get("abroad") == "yes" and directory.place != ANYWHERE:
        place = directory.name
        yield Line(
            "item",
            gettext(
                "In danger now: call the emergency number of the place where the person is. Only in {place}: {number}",
                place=place,
                number=number,
            ),
        )
    else:
        yield Line("item", gettext("In danger now: {number}", number=number))


def _emergency_number(directory: Directory) -> Message:
    emergency = directory.emergency
    number, name = dialled("telephone", emergency.number), name_of(emergency.names)
    # Translators: the emergency number, and who answers.
    return gettext("{number} - {name}", number=number, name=name)


def is_for_a_child(need_services: NeedServices) -> bool:
    """Whether somebody who is, or may be, a child needs a place, and those who protect children are called for it."""
    reasons = [reason for each in need_services.left_out for reason in each.reasons]
    reasons += [reason for match in need_services.matches for reason in match.ask_first]
    protected = any(protects_children(match.service) for match in need_services.matches)
    return protected and any(reason.kind == "child" for reason in reasons)


def first_numbers_lines(by_need: Iterable[NeedServices], today: date, *, on_card: bool = False) -> Iterator[Line]:
    """The first few services for each need in short, in the order to call, whether or not they are to be asked first.

    A service that was told already is not told again.

    Args:
        by_need: those of each need.
        today: the day in the place.
        on_card: it is read at once, between two questions: of a sign only what to do about it is told.
    """
    told: dict[str, Match] = {}
    for need_services in by_need:
        yield Line("subheading", NEED_NAME[need_services.need])
        yield from generally(need_services)
        if is_for_a_child(need_services):
            yield Line("text", FIND_THE_PLACE)
        for match in [match for match in need_services.matches if match.service.id not in told][:AT_FIRST]:
            told[match.service.id] = match
            yield Line("item", _at_a_glance(match, today))
    yield from legend([(match.service, first_to_try(match).contact) for match in told.values()], today, alone=on_card)


def _at_a_glance(match: Match, today: date) -> Message:
    """A service in as few words as there can be: what is to be asked of it comes with its details."""
    number, title = short_contact(match, today), _title(match)
    if match.ask_first:
        return gettext("{number} - {service} - ask first", number=number, service=title)
    return gettext("{number} - {service}", number=number, service=title)


def first_instead_lines(by_need: Iterable[NeedServices]) -> Iterator[Line]:
    """For needs with nobody to call: what to do first. The rest comes with the result."""
    yield from (Line("item", no_number(need_services)) for need_services in by_need)


def no_number(need_services: NeedServices) -> Message:
    """That there is nobody to call for a need, and what to do first."""
    need = NEED_NAME[need_services.need]
    if need_services.generally:
        # Translators: {first} is a sentence that says what to do.
        return gettext("{need}: no number here fits. {first}", need=need, first=need_services.generally[0])
    return gettext("{need}: no number here fits.", need=need)


def generally(need_services: NeedServices) -> Iterator[Line]:
    """What to do where nobody is listed, or nobody who would take this person, or no place is known."""
    if not need_services.matches:
        instead = bool(need_services.generally)
        # What an agency does not want named, nobody is to ring instead.
        listed = [each for each in need_services.left_out if each.service.withheld_by is None]
        if listed:
            yield Line("text", _none_for_this_person(listed, instead=instead))
        elif instead:
            yield Line("text", gettext("No number is listed here for this. Do this instead:"))
        else:
            yield Line("text", gettext("No number is listed here for this."))
    yield from (Line("item", text) for text in need_services.generally)


def _none_for_this_person(left_out: Sequence[LeftOut], *, instead: bool) -> Message:
    """That somebody is listed, and who; why each is left out is told elsewhere, and nobody is to look for a number."""
    names: tuple[Text, ...] = tuple(name_of(each.service.names) for each in left_out[:IN_FULL])
    if len(left_out) > IN_FULL:
        more = len(left_out) - IN_FULL
        names = (*names, ngettext("{count} more", "{count} more", more))
    listed = Listing(names, "comma")
    if instead:
        return gettext(
            "Listed here, but not for this person, or with no contact known: {services}. Do this instead:",
            services=listed,
        )
    return gettext("Listed here, but not for this person, or with no contact known: {services}.", services=listed)


def _title(match: Match) -> Text:
    """How a service is called, from whose list it is, and that the police are told, where they are."""
    return with_police(listed(match.service), match.service)
