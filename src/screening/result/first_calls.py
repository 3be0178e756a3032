"""Whom the first page of a result names to call (pure): for each need the best, each number once, and danger."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from screening.referral.contact_now import is_sure
from screening.referral.matching import Match, NeedServices, first_to_try
from screening.referral.service import Contact
from screening.result.advise import Advice
from screening.result.first_page import Act, acts, in_order
from screening.sets.needs import NEEDS, Need

NUMBERS: Final = 4
_URGENT: Final = tuple(need for need, kind in NEEDS.items() if kind.urgent)[:1]
# How many needs are named before one number.
_NEEDS: Final = 2


class Call(Struct, frozen=True):
    """Somebody to call.

    Attributes:
        needs: what for; none where it is the emergency number, and nothing else is needed of it.
        match: who; None for the emergency number of the place.
        ask_first: something has to be asked first, and nobody else answers.
        of_child: it is for a child, or for somebody who may be one.
    """

    needs: tuple[Need, ...]
    match: Match | None
    ask_first: bool = False
    of_child: bool = False

    @property
    def named(self) -> tuple[Need, ...]:
        """What stands before the number: two of them in one order everywhere; what a child needs stands alone."""
        for_child = [need for need in self.needs if NEEDS[need].first_for_child]
        first = for_child if self.match is not None else _URGENT
        needs = [*first, *(need for need in self.needs if need not in first)][:_NEEDS]
        if self.of_child and for_child:
            needs = for_child
        return tuple(need for need in NEEDS if need in needs)

    @property
    def cannot_wait(self) -> bool:
        """Whether it is for a child or a doctor, whatever else there is to call for."""
        return any(NEEDS[need].first_for_child or NEEDS[need].by_ambulance for need in self.needs)

    @property
    def also(self) -> tuple[Contact, ...]:
        """Other ways to call them."""
        if self.match is None:
            return ()
        first = first_to_try(self.match).contact
        return tuple(each.contact for each in self.match.contacts_now if each.contact is not first and is_sure(each))


class Calls(Struct, frozen=True):
    """Whom to call, in order.

    Attributes:
        first: the best for each need, each once.
        besides: whom the directory wants named however little is known of them.
    """

    first: tuple[Call, ...]
    besides: tuple[Call, ...]


def calls(advice: Advice, *, ask_first: bool = True) -> Calls:
    """Whom to call for what: at most four, in the order of flags and pathways, and those that always stand there.

    Args:
        advice: of whose place and person they are.
        ask_first: where everybody has to be asked first, somebody is named as long as there is room.
    """
    if advice.directory is None:
        return Calls((), ())
    emergency = advice.directory.emergency.number
    by_number: dict[str, Call] = {}
    to_ask: dict[str, Call] = {}
    for_acts = [need for act in acts(advice) if act.names_a_call for need in act.needs[:1]]
    urgent = any(_is_urgent(need) for flag in advice.flags for need in flag.needs)
    for need_services in _in_order_of_need(advice):
        kind = NEEDS[need_services.need]
        best = None if kind.urgent else _best(need_services, advice)
        if best is None:
            asked = None if kind.urgent else next(_may_all_be_named(need_services, advice), None)
            if asked is not None:
                to_ask.setdefault(
                    first_to_try(asked).contact.number, Call((need_services.need,), asked, ask_first=True)
                )
            continue
        number = first_to_try(best).contact.number
        known = by_number.get(number)
        needs = _named_first([*(known.needs if known is not None else ()), need_services.need], for_acts)
        by_number[number] = Call(needs, None if number == emergency else best, bool(best.ask_first), advice.of_child)
    in_danger = by_number.pop(emergency, Call((), None))
    named = _besides(advice)
    others = _chosen([call for number, call in by_number.items() if number not in named], named, acts(advice))
    left = [call for number, call in to_ask.items() if number not in {*by_number, *named, emergency}]
    others += left[: NUMBERS - 1 - len(others)] if ask_first else []
    return Calls(tuple(_with_danger(in_danger, others, urgent=urgent)), tuple(named.values()))


def _named_first(needs: Sequence[Need], for_acts: Collection[Need]) -> tuple[Need, ...]:
    """What an act calls a number for has to stand before it, and only so many needs do."""
    return tuple(sorted(needs, key=lambda need: need not in for_acts))


def row_of(act: Act, found: Calls) -> tuple[Need, Call] | None:
    """The number that an act names, and what it is for; None where none of those meets a need of it."""
    for need in act.needs:
        for call in (*found.first, *found.besides):
            if call.match is not None and need in call.needs:
                # Its own word, also where others stand in the row: an adult is sent to nobody as a child.
                return need, call
    return None


def _chosen(others: Sequence[Call], named: Mapping[str, Call], doing: Sequence[Act]) -> list[Call]:
    """As many as there is room for. One that an act names comes before one that no act does."""
    chosen, besides = list(others[: NUMBERS - 1]), tuple(named.values())
    for act in doing:
        if not act.names_a_call or row_of(act, Calls(tuple(chosen), besides)) is not None:
            continue
        wanted = row_of(act, Calls(tuple(others), ()))
        kept = [row[1] for each in doing if (row := row_of(each, Calls(tuple(chosen), besides))) is not None]
        spare = [call for call in chosen if call not in kept and not _is_first_for_child(call)]
        if wanted is not None and spare:
            # Who could meet what another row is there for is missed least.
            twice = [call for call in spare if _doubles(call, chosen)]
            chosen.remove((twice or spare)[-1])
            chosen.append(wanted[1])
    return [call for call in others if call in chosen]


def _is_first_for_child(call: Call) -> bool:
    return any(NEEDS[need].first_for_child for need in call.needs)


def _doubles(call: Call, chosen: Sequence[Call]) -> bool:
    """Whether somebody also offers what another of them is named for."""
    offers = set(call.match.service.offers) if call.match is not None else set()
    return any(not offers.isdisjoint(other.needs) for other in chosen if other is not call)


def _is_urgent(need: Need) -> bool:
    return NEEDS[need].urgent or NEEDS[need].first_for_child


def _with_danger(in_danger: Call, others: Sequence[Call], *, urgent: bool) -> list[Call]:
    """The emergency number stands first where something is urgent, or after those who protect a child; else last."""
    if not urgent:
        return [*others, in_danger]
    protecting = [call for call in others[:1] if any(NEEDS[need].first_for_child for need in call.needs)]
    return [*protecting, in_danger, *others[len(protecting) :]]


def _in_order_of_need(advice: Advice) -> Iterator[NeedServices]:
    """What is needed, in the order of flags and pathways; before it what none of them names, such as help from home."""
    by_need = {each.need: each for each in advice.by_need}
    blocks = (*in_order(advice.flags), *in_order(advice.pathways))
    named = [need for block in blocks for need in block.needs]
    first = [need for need in by_need if need not in named]
    for need in dict.fromkeys([*first, *named]):
        if need in by_need:
            yield by_need[need]


def _best(need_services: NeedServices, advice: Advice) -> Match | None:
    """Who can be called as they are: nothing to ask first, a number that somebody has seen, and not closed now.

    Where all of those are closed, somebody who answers and has to be asked first is better.
    """
    may_be_named = list(_may_all_be_named(need_services, advice))
    ready = [match for match in may_be_named if not match.ask_first]
    answering = [match for match in may_be_named if _opens(match)]
    not_closed = [match for match in ready if _opens(match) is not False]
    if ready:
        return next(iter([*not_closed, *answering, *ready]))
    # Whoever needs an ambulance needs its number, whatever is known of it, and whoever else may hear of it.
    return next(iter(need_services.matches), None) if NEEDS[need_services.need].by_ambulance else None


def _may_all_be_named(need_services: NeedServices, advice: Advice) -> Iterator[Match]:
    return (match for match in need_services.matches if _may_be_named(match, advice) and _is_seen(match))


def _besides(advice: Advice) -> dict[str, Call]:
    """Whom the directory wants named, with what for; each number once."""
    found: dict[str, Call] = {}
    for need_services in advice.by_need:
        for match in need_services.matches:
            show = match.service.show
            if show is not None and need_services.need in show.always_for and _may_be_named(match, advice):
                found.setdefault(first_to_try(match).contact.number, Call((need_services.need,), match))
    return found


def without_a_call(advice: Advice, named: Calls) -> list[NeedServices]:
    """What is needed and nobody is named for, as where whoever offers it has to be asked first, or is not listed here.

    The number for danger is always named: what it meets is among these only for somebody whom it cannot reach.
    """
    met = {need for call in (*named.first, *named.besides) for need in call.needs}
    reached = advice.circumstances.get("abroad") != "yes"
    return [each for each in advice.by_need if each.need not in met and not (reached and NEEDS[each.need].urgent)]


def others_to_try(advice: Advice, named: Calls, most: int) -> list[Match]:
    """Who else can be called as they are, should nobody answer; of each need in turn, and none twice.

    Args:
        advice: whom to call.
        named: those that are called first.
        most: how many.
    """
    rows = (*named.first, *named.besides)
    told = {call.match.service.id for call in rows if call.match is not None}
    # The number for danger has no service of its own, and somebody may be listed with the same one.
    numbers = {advice.directory.emergency.number} if advice.directory is not None else set()
    others = {
        match.service.id: match
        for need_services in advice.by_need
        for match in (() if NEEDS[need_services.need].urgent else need_services.matches)
        if not match.ask_first and _may_be_named(match, advice) and _is_seen(match) and _opens(match) is not False
    }
    left = [match for name, match in others.items() if name not in told]
    return [match for match in left if first_to_try(match).contact.number not in numbers][:most]


def _is_seen(match: Match) -> bool:
    return first_to_try(match).known_as != "article"


def _may_be_named(match: Match, advice: Advice) -> bool:
    """Whether somebody can be called there, and the person does not want to be kept from it."""
    return is_sure(first_to_try(match)) and not (advice.without_police and match.service.informs_police == "yes")


def _opens(match: Match) -> bool | None:
    """Whether somebody answers now; None where that is not known."""
    opening = first_to_try(match).opening
    return opening.open if opening is not None else None
