"""All numbers: one line each, by need, with what whoever calls has to know first. The rest is among the details."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date

from screening.language.messages import Listing, Message, Text, gettext, ngettext
from screening.referral.contact_now import ContactNow
from screening.referral.directory import Directory
from screening.referral.emergency import EMERGENCY
from screening.referral.freshness import doubts
from screening.referral.matching import LeftOut, Match, NeedServices, first_to_try
from screening.referral.service import Service
from screening.sets.answers import Answers
from screening.sets.needs import NEEDS
from screening.show.contacts import known_number, listed_in_short, names_in_short, with_police
from screening.show.freshness import may_have_changed
from screening.show.hours import hours_text, now_text
from screening.show.languages import language_names
from screening.show.lines import Line
from screening.show.needs import NEED_NAME
from screening.show.reasons import ways_to_ask
from screening.show.room import first_in_rows, rows_of
from screening.show.what_to_say import SAY_NOTHING_TO, what_to_say
from screening.show.whom_to_call import FIND_THE_PLACE, emergency_lines, generally, is_for_a_child


def service_lines(
    directory: Directory,
    by_need: Collection[NeedServices],
    today: date,
    circumstances: Answers,
    most: int | None = None,
) -> Iterator[Line]:
    """Everybody who could be called, in the order to call, with what to say.

    Args:
        directory: where they are from.
        by_need: the services for each need.
        today: the day in the place.
        circumstances: circumstance id to value.
        most: how many services of each need are named; None for all of them.
    """
    yield from emergency_lines(directory, circumstances)
    if directory.emergency.note is not None:
        yield Line("detail", directory.emergency.note)
    matches = [match for need_services in by_need for match in need_services.matches]
    if matches:
        yield Line("text", what_to_say(circumstances))
        if circumstances.get("may_call") != "no" and any(_is_authority(need_services) for need_services in by_need):
            yield Line("text", SAY_NOTHING_TO)
    if circumstances.get("police") == "no" and any(match.service.informs_police == "unknown" for match in matches):
        asked = gettext("No police is wanted: before any name, ask every service whether it tells them.")
        yield Line("text", asked)
    if any(doubts(first_to_try(match).contact, match.service, today) for match in matches):
        yield may_have_changed()
    yield from number_lines(by_need, today, most)


def _is_authority(need_services: NeedServices) -> bool:
    informing = any(match.service.informs_police == "yes" for match in need_services.matches)
    return bool(need_services.matches) and (NEEDS[need_services.need].authority or informing)


def number_lines(by_need: Iterable[NeedServices], today: date, most: int | None = None) -> Iterator[Line]:
    """The services for each need, best first, in a line each; and who was left out.

    A service is told under the first need that it serves, and named under the others. What is closed comes last.

    Args:
        by_need: the services for each need.
        today: the day in the place.
        most: how many of each need are named, those above among them; None for all of them.
    """
    by_need = list(by_need)
    # The emergency number stands above all of them.
    told: dict[str, Text] = {}
    names = _names(by_need)
    for need_services in by_need:
        # Those that are closed or that have to be asked first are the first to be left to the details.
        named = need_services.matches[:most]
        new = [match for match in named if match.service.id not in {*told, EMERGENCY}]
        above = any(match.service.id in {*told, EMERGENCY} for match in need_services.matches)
        below = [
            *_instead(need_services, in_full=most is None),
            *([Line("text", FIND_THE_PLACE)] if is_for_a_child(need_services) else []),
            *(_in_one_line(match, names[match.service.id], today) for match in sorted(new, key=_is_closed)),
        ]
        if below or above:
            yield _heading(need_services, told)
            yield from below
        told |= {match.service.id: names[match.service.id][0] for match in new}
    everybody = {match.service.id for need_services in by_need for match in need_services.matches}
    if more := len(everybody - told.keys() - {EMERGENCY}):
        also = ngettext("{count} more stands with the details.", "{count} more stand with the details.", more)
        yield Line("text", also)
    left_out = [each for need_services in by_need for each in need_services.left_out]
    yield from _left_out(left_out, {*told, EMERGENCY}, names, rows=2 if most is None else 1)


def _names(by_need: Iterable[NeedServices]) -> Mapping[str, Sequence[str]]:
    """What each service may be called, shorter and shorter, as long as it is told from all others by that."""
    services: dict[str, Service] = {}
    for need_services in by_need:
        services |= {match.service.id: match.service for match in need_services.matches}
        services |= {left_out.service.id: left_out.service for left_out in need_services.left_out}
    ways = {name: names_in_short(service.names) for name, service in services.items()}
    called = Counter(way for names in ways.values() for way in set(names))
    return {
        name: [way for way in dict.fromkeys((bare, first)) if called[way] == 1] or [whole]
        for name, (whole, bare, first) in ways.items()
    }


def _instead(need_services: NeedServices, *, in_full: bool) -> Iterator[Line]:
    """What to do where there is nobody; in short, the first thing."""
    told = tuple(generally(need_services))
    yield from told if in_full else told[-len(need_services.generally) :][:1]


def _heading(need_services: NeedServices, told: Mapping[str, Text]) -> Line:
    """A need, with who of those above serves it, the best first, as far as they fit beside it."""
    need = NEED_NAME[need_services.need]
    above = [
        told.get(match.service.id) or first_to_try(match).contact.number
        for match in need_services.matches
        if match.service.id in {*told, EMERGENCY}
    ]
    # Translators: {need} is what is needed, {services} stand further up.
    ways = [gettext("{need} - above: {services}", need=need, services=some) for some in _fewer_and_fewer(above)]
    short = [gettext("{need} - see above", need=need)] if above else []
    return first_in_rows([Line("group", way) for way in [*ways, *short] or [need]])


def _fewer_and_fewer(names: Sequence[Text]) -> Iterator[Listing]:
    """Names, then fewer of them and how many more there are, down to one."""
    for most in range(len(names), 0, -1):
        shown: tuple[Text, ...] = tuple(names[:most])
        if more := len(names) - most:
            shown = (*shown, ngettext("{count} more", "{count} more", more))
        yield Listing(shown, "semicolon")


def _is_closed(match: Match) -> bool:
    opening = first_to_try(match).opening
    return opening is not None and opening.open is False


def _in_one_line(match: Match, names: Sequence[str], today: date) -> Line:
    """A service: the number to try first, its name, when somebody answers, and what has to be asked first.

    Its name is as long as there is room for in the row: whoever answers may know it by its other one.
    """
    number, ways = known_number(match, today), []
    for more in _more(match, today):
        titles = listed_in_short(match.service, names)
        ways += [Line("number", _told(number, with_police(title, match.service), more)) for title in titles]
    return next((way for way in ways if rows_of(way) == 1), first_in_rows(ways, 2))


def _told(number: Text, service: Text, more: Sequence[Text]) -> Message:
    if not more:
        return gettext("{number} - {service}", number=number, service=service)
    # Translators: {more} is such as "24 hours; ask about: age".
    return gettext(
        "{number} - {service} - {more}", number=number, service=service, more=Listing(tuple(more), "semicolon")
    )


def _more(match: Match, today: date) -> Iterator[tuple[Text, ...]]:
    """What else there is to say of a service: ways to say it, the longest first."""
    contact_now = first_to_try(match)
    before: list[Text] = []
    if (hours := _when(contact_now, today)) is not None:
        before.append(hours)
    if contact_now.contact.spoken and contact_now.best_fit is not None:
        spoken = language_names(contact_now.best_fit.languages)
        before.append(gettext("speaks {languages}", languages=spoken))
    after = [gettext("CONFLICT: pages differ")] if contact_now.contact.conflict is not None else []
    for asked in ways_to_ask(match.ask_first):
        yield (*before, *asked, *after)


def _when(contact_now: ContactNow, today: date) -> Message | None:
    hours, opening = contact_now.contact.hours, contact_now.opening
    if hours == "24/7":
        return hours_text(hours)
    return now_text(opening, today) if opening is not None else None


def _left_out(
    left_out: Iterable[LeftOut], told: Collection[str], names: Mapping[str, Sequence[str]], rows: int
) -> Iterator[Line]:
    """Who is left out everywhere, as far as the names fit; why is told elsewhere."""
    services = dict.fromkeys(each.service.id for each in left_out)
    not_named = [names[service][0] for service in services if service not in told]
    ways = [
        Line("text", gettext("Not for this person, or no contact known: {services}.", services=services))
        for services in _fewer_and_fewer(not_named)
    ]
    if ways:
        yield first_in_rows(ways, rows)
