"""Whom to call first, each in one line: what for, the number, the name, and whether somebody answers now."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from msgspec.structs import replace

from screening.language.messages import Listing, Message, Text, gettext, pgettext
from screening.referral.anywhere import ANYWHERE
from screening.referral.contact_now import TO_CALL, ContactNow
from screening.referral.freshness import doubts, is_emergency, known_of, last_seen
from screening.referral.matching import Match, NeedServices, first_to_try
from screening.referral.names import first_name, names_beside
from screening.referral.service import Contact, Service
from screening.result.advise import Advice
from screening.result.first_calls import Call, Calls, others_to_try, row_of, without_a_call
from screening.result.first_page import Act
from screening.sets.fields import A_CALL
from screening.sets.needs import NEEDS
from screening.show.contacts import SIGN, dialled, name_of, number_of, short_contact, with_others
from screening.show.freshness import SIGN_MEANS
from screening.show.hours import opens_text
from screening.show.lines import Line
from screening.show.needs import CHILDREN, NEED_IN_SHORT, NEED_NAME
from screening.show.whom_to_call import NO_DIRECTORY, no_number

# Translators: after a number that may have changed, in a narrow column. The legend below says what it means.
SIGN_IN_SHORT: Final = pgettext("after a number that may have changed, in short", "?")
CALL = pgettext("heading over numbers", "Call")
# No fewer words of a name than these are left where it is too long for a row.
_FEWEST_WORDS: Final = 2
# Where the name stands among the cells of a row.
_NAME: Final = 5
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
    for need_services in _children_without(advice, calls):
        yield Line("call", no_number(need_services), label)
        label = None
    for call in (*calls.first, *calls.besides):
        if call.match is None:
            cells = _danger(advice, call)
            aloud = _read_aloud(cells, cells[_NAME])
        else:
            cells = _service(advice, call, call.match, cut=cut, sign=SIGN_IN_SHORT)
            aloud = _read_aloud(cells, _service(advice, call, call.match, cut=cut, sign=SIGN)[_NAME])
        yield Line("call", aloud, label, cells)
        label = None
    yield from _legend(advice, calls)


def _children_without(advice: Advice, calls: Calls) -> Iterator[NeedServices]:
    """What a child needs whatever else there is, where nobody is named for it."""
    for each in without_a_call(advice, calls) if advice.of_child else ():
        can_be_called = any(first_to_try(match).contact.kind in TO_CALL for match in each.matches)
        if NEEDS[each.need].first_for_child and not can_be_called:
            yield each


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


def act_text(act: Act, advice: Advice, found: Calls) -> Text:
    """What to do, with the number that it names; where that is not on the page, with what it would be for."""
    if not act.names_a_call:
        return act.text
    row = row_of(act, found)
    if row is not None and row[1].match is not None and advice.directory is not None:
        number = number_of(first_to_try(row[1].match).contact, advice.directory.place.upper())
        # Translators: in "If they agree, call with them: Bed 2343 2255."
        called: Text = gettext("{need} {number}", need=NEED_IN_SHORT[row[0]], number=number)
    elif listed := next((each.need for each in advice.by_need if each.need in act.needs and each.matches), None):
        # Translators: in "If they agree, call with them: Bed (see all numbers)."
        called = gettext("{need} (see all numbers)", need=NEED_IN_SHORT[listed])
    elif act.needs and advice.directory is not None:
        # Translators: in "If they agree, call with them: Bed (no number here)."
        called = gettext("{need} (no number here)", need=NEED_IN_SHORT[act.needs[0]])
    else:
        called = next((NEED_NAME[need] for need in act.needs), gettext("see all numbers"))
    return _filled(act.text, called)


def _filled(text: Text, called: Text) -> Text:
    """A text in which `{call}` is filled, also where it stands in another one."""
    if isinstance(text, Message):
        inner = ((name, _filled(value, called) if isinstance(value, str) else value) for name, value in text.arguments)
        return replace(text, arguments=tuple(inner))
    return Message(text, (("call", called),)) if A_CALL in text else text


def _read_aloud(cells: tuple[Text, ...], name: Text) -> Message:
    need, number, sign, hours, *_ = cells
    known = gettext("{number} {sign}", number=number, sign=SIGN) if sign else number
    if not hours:
        return gettext("{need}: {number}, {service}", need=need, number=known, service=name)
    return gettext("{need}: {number}, {hours}, {service}", need=need, number=known, hours=hours, service=name)


def _danger(advice: Advice, call: Call) -> tuple[Text, ...]:
    assert advice.directory is not None
    emergency = advice.directory.emergency
    names: list[Text] = list(forms_of_name(emergency.names, cut=True))
    agrees = advice.circumstances.get("police") == "yes"
    if advice.circumstances.get("abroad") == "yes" and advice.directory.place != ANYWHERE:
        names = [gettext("only for people in {place}", place=advice.directory.name)]
    elif emergency.informs_police == "yes" and not call.needs and not advice.of_child and advice.without_police:
        # The one call that needs nobody's leave: whoever said no to the police has to be safe from it till then.
        names = [
            gettext("only if a life is in danger - POLICE come"),
            gettext("only if life in danger - POLICE"),
            gettext("if life in danger - POLICE"),
        ]
    elif emergency.informs_police == "yes" and not agrees and any(NEEDS[need].by_ambulance for need in call.needs):
        # Who is hurt and afraid of the police needs an ambulance, and needs to know who hears of it.
        names = [_with_police(gettext("ask for an AMBULANCE")), _with_police(gettext("an AMBULANCE"))]
    elif emergency.informs_police == "yes":
        names = [_with_police(name) for name in names]
    hours = pgettext("opening hours, in short", "24 h") if emergency.hours == "24/7" else ""
    return _needs(call), dialled("telephone", emergency.number), "", hours, hours, *names


def _service(advice: Advice, call: Call, match: Match, *, cut: bool, sign: Text) -> tuple[Text, ...]:
    contact_now, service, today = first_to_try(match), match.service, advice.today
    region = advice.directory.place.upper() if advice.directory is not None else ""
    besides = bool(call.also) and _is_besides(call, match)
    # Where another number follows, the name in one language is enough; it is cut only where there is no room for it.
    names: list[Text] = list(forms_of_name(service.names, cut=cut))
    if besides and not cut:
        names = [names[0], first_name(service.names)]
    if service.informs_police == "yes":
        names = [_with_police(name) for name in names]
    if besides:
        also = Listing(tuple(_signed(each, service, today, region, sign) for each in call.also), "comma")
        names = [gettext("{service}, {numbers}", service=name, numbers=also) for name in names]
    number = number_of(contact_now.contact, region)
    hours = (_when(call, contact_now, match, today, narrow=narrow) for narrow in (False, True))
    return _needs(call), number, sign if doubts(contact_now.contact, service, today) else "", *hours, *names


def _signed(contact: Contact, service: Service, today: date, region: str, sign: Text) -> Text:
    """Another number of a service, with the sign for a doubt where there is one."""
    number = number_of(contact, region)
    return gettext("{number} {sign}", number=number, sign=sign) if doubts(contact, service, today) else number


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


def _needs(call: Call) -> Text:
    several = len(call.named) > 1
    words = tuple(CHILDREN if several and NEEDS[need].first_for_child else NEED_IN_SHORT[need] for need in call.named)
    return gettext("{needs}", needs=Listing(words, "comma"))


def _with_police(name: Text) -> Text:
    return gettext("{service} - POLICE", service=name)


def forms_of_name(names: Mapping[str, str], *, cut: bool) -> list[str]:
    """The name that comes first with those beside it, whole; then in shorter forms.

    Args:
        names: by language, in the order in which they are read.
        cut: it may end after some words, and stand in one language alone; else it only goes without what it says in
            brackets or after a comma.
    """
    name, others = first_name(names), names_beside(names)
    plain, *plain_others = (_IN_BRACKETS.sub("", each).strip() for each in (name, *others))
    first = plain.split(",")[0]
    forms = [(name, others), (plain, plain_others), (first, plain_others)]
    if cut:
        words = first.split(" ")
        fewer = [f"{' '.join(words[:count])}…" for count in range(len(words) - 1, _FEWEST_WORDS - 1, -1)]
        # By the one that is known where it answers, longer than by a second one.
        forms += [(each, plain_others[:1]) for each in (plain, first) if plain_others[1:]]
        forms += [*((each, plain_others[:1]) for each in fewer), *((each, ()) for each in (plain, first, *fewer))]
    return list(dict.fromkeys(with_others(*form) for form in forms))


def _legend(advice: Advice, calls: Calls) -> Iterator[Line]:
    matches = [call.match for call in (*calls.first, *calls.besides) if call.match is not None]
    shown = [(match.service, first_to_try(match).contact) for match in matches]
    known = known_of(shown, advice.today)
    told: list[tuple[Text, Text]] = []
    if known.in_doubt:
        told.append((SIGN_MEANS, gettext("{sign} old or unofficial page, not confirmed.", sign=SIGN_IN_SHORT)))
    elif known.confirmed and not any(known.confirmed):
        both = gettext("No number is confirmed.")
        told.append((both, both))
    if told:
        # Not "the next one": that may be the police.
        after = gettext("No answer: see all numbers.")
        told.append((after, after))
        text, short = (Listing(tuple(each), "sentences") for each in zip(*told, strict=True))
        yield Line("legend", gettext("{sentences}", sentences=text), None, (gettext("{sentences}", sentences=short),))
