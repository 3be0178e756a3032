"""Whom to call first, each in one line: what for, the number, the name, and whether somebody answers now."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from screening.language.messages import Listing, Message, Text, gettext, pgettext
from screening.referral.anywhere import ANYWHERE
from screening.referral.freshness import doubts, is_emergency, last_seen
from screening.referral.matching import ContactNow, Match, first_to_try
from screening.result.advise import Advice
from screening.result.first_page import Call, Calls, others_to_try
from screening.sets.needs import NEEDS, Need
from screening.show.contacts import SIGN, dialled, name_of, number_of, short_contact
from screening.show.hours import opens_text
from screening.show.lines import Line
from screening.show.needs import NEED_IN_SHORT
from screening.show.whom_to_call import NO_DIRECTORY

# Translators: after a number that may have changed, in a narrow column. The legend below says what it means.
SIGN_IN_SHORT: Final = pgettext("after a number that may have changed, in short", "?")
CALL = pgettext("heading over numbers", "Call")
_URGENT: Final = tuple(need for need, kind in NEEDS.items() if kind.urgent)
# No fewer words of a name than these are left where it is too long for a row.
_FEWEST_WORDS: Final = 2
# How many needs are named before one number.
_NEEDS: Final = 2
# How many more are named on the card of something urgent.
_OTHERS: Final = 2
_IN_BRACKETS: Final = re.compile(r"\s*[(\uff08].*?[)\uff09]")


def call_lines(advice: Advice, calls: Calls, *, cut: bool = False) -> Iterator[Line]:
    """The numbers, and what the sign among them means.

    Args:
        advice: of whose place and person they are.
        calls: the numbers.
        cut: a name that is longer than its row may end after some words; else it goes on in the next.
    """
    if advice.directory is None:
        yield Line("call", NO_DIRECTORY, CALL)
        return
    label: Text | None = CALL
    if advice.directory.place == ANYWHERE:
        yield Line("call", gettext("There is no directory for this place. These numbers are general."), label)
        label = None
    for call in (*calls.first, *calls.besides):
        cells = _danger(advice, call) if call.match is None else _service(advice, call, call.match, cut=cut)
        yield Line("call", _read_aloud(cells), label, cells)
        label = None
    yield from _legend(advice, calls)


def if_nobody_answers(advice: Advice, named: Calls) -> Iterator[Line]:
    """Who else can be called; nothing where there is nobody."""
    others = others_to_try(advice, named, _OTHERS)
    told = tuple(
        # Translators: a number, and who answers it.
        gettext("{number} {service}", number=short_contact(each, advice.today), service=name_of(each.service.names))
        for each in others
    )
    if told:
        yield Line("text", gettext("If nobody answers: {numbers}", numbers=Listing(told, "semicolon")))


def _read_aloud(cells: tuple[Text, ...]) -> Message:
    need, number, sign, hours, _, name, *_ = cells
    known = gettext("{number} {sign}", number=number, sign=SIGN) if sign else number
    if not hours:
        return gettext("{need}: {number}, {service}", need=need, number=known, service=name)
    return gettext("{need}: {number}, {hours}, {service}", need=need, number=known, hours=hours, service=name)


def _danger(advice: Advice, call: Call) -> tuple[Text, ...]:
    assert advice.directory is not None
    emergency = advice.directory.emergency
    names: list[Text] = list(forms_of_name(emergency.names, cut=True))
    if advice.circumstances.get("abroad") == "yes" and advice.directory.place != ANYWHERE:
        told = gettext("in {place} only, not abroad", place=advice.directory.name)
        names = [told]
    elif emergency.informs_police == "yes":
        names = [_with_police(name) for name in names]
    hours = pgettext("opening hours, in short", "24 h") if emergency.hours == "24/7" else ""
    return _needs(call, *_URGENT), dialled("telephone", emergency.number), "", hours, hours, *names


def _service(advice: Advice, call: Call, match: Match, *, cut: bool) -> tuple[Text, ...]:
    contact_now, service, today = first_to_try(match), match.service, advice.today
    region = advice.directory.place.upper() if advice.directory is not None else ""
    besides = bool(call.also) and _is_besides(call, match)
    # Where another number follows, a name in one language is enough.
    names: list[Text] = list(forms_of_name(service.names, cut=cut or besides))
    if service.informs_police == "yes":
        names = [_with_police(name) for name in names]
    if besides:
        also = Listing(tuple(number_of(each, region) for each in call.also), "comma")
        names = [gettext("{service}, {numbers}", service=name, numbers=also) for name in names]
    sign = SIGN_IN_SHORT if doubts(contact_now.contact, service, today) else ""
    number = number_of(contact_now.contact, region)
    hours = (_when(call, contact_now, match, today, narrow=narrow) for narrow in (False, True))
    return _needs(call), number, sign, *hours, *names


def _is_besides(call: Call, match: Match) -> bool:
    show = match.service.show
    return show is not None and not set(call.needs).isdisjoint(show.always_for)


def _when(call: Call, contact_now: ContactNow, match: Match, today: date, *, narrow: bool) -> Text:
    contact = contact_now.contact
    seen = last_seen(contact, match.service, today)
    confirmed = seen.is_confirmed(today)
    told: list[Text] = []
    if contact.hours is not None or not (confirmed or is_emergency(contact, match.service)):
        told.append(opens_text(contact_now, today, narrow=narrow))
    if confirmed:
        told.append(gettext("confirmed {day}", day=seen.day))
    if call.ask_first:
        told.append(pgettext("a service", "ask first"))
    return gettext("{parts}", parts=Listing(tuple(told), "comma")) if len(told) > 1 else next(iter(told), "")


def _needs(call: Call, *first: Need) -> Text:
    needs: list[Need] = [*first[:1], *(need for need in call.needs if need not in first)][:_NEEDS]
    return gettext("{needs}", needs=Listing(tuple(NEED_IN_SHORT[need] for need in needs), "comma"))


def _with_police(name: Text) -> Text:
    return gettext("{service} - POLICE", service=name)


def forms_of_name(names: Mapping[str, str], *, cut: bool) -> list[str]:
    """A name in English and in the first of its other languages, whole; then in shorter forms.

    Args:
        names: by language.
        cut: it may end after some words, and stand in one language alone; else it only goes without what it says in
            brackets or after a comma.
    """
    english = names.get("en") or next(iter(names.values()))
    other = next((each for each in names.values() if each != english), "")
    plain, plain_other = (_IN_BRACKETS.sub("", each).strip() for each in (english, other))
    first = plain.split(",")[0]
    forms = [(english, other), (plain, plain_other), (first, plain_other)]
    if cut:
        words = first.split(" ")
        fewer = [f"{' '.join(words[:count])}…" for count in range(len(words) - 1, _FEWEST_WORDS - 1, -1)]
        forms += [*((each, plain_other) for each in fewer), *((each, "") for each in (plain, first, *fewer))]
    return list(dict.fromkeys(f"{name} {beside}".strip() for name, beside in forms))


def _legend(advice: Advice, calls: Calls) -> Iterator[Line]:
    matches = [call.match for call in (*calls.first, *calls.besides) if call.match is not None]
    shown = [(match.service, first_to_try(match).contact) for match in matches]
    asked = [(service, contact) for service, contact in shown if not is_emergency(contact, service)]
    in_doubt = any(doubts(contact, service, advice.today) for service, contact in asked)
    confirmed = any(last_seen(contact, service, advice.today).is_confirmed(advice.today) for service, contact in asked)
    told: list[tuple[Text, Text]] = []
    if in_doubt:
        told.append(
            (
                gettext("{sign}: from an old, undated or unofficial page.", sign=SIGN),
                gettext("{sign} from an old, undated or unofficial page.", sign=SIGN_IN_SHORT),
            )
        )
    if asked and not confirmed:
        both = gettext("None confirmed by you.")
        told.append((both, both))
    if told:
        text, short = (Listing(tuple(each), "sentences") for each in zip(*told, strict=True))
        yield Line("legend", gettext("{sentences}", sentences=text), None, (gettext("{sentences}", sentences=short),))
