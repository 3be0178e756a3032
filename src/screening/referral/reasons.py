"""Why a service may not take this person: what excludes it, and what has to be asked first (pure).

A definite mismatch excludes a service; whatever is not known never does, it only says "ask first". A barrier excludes
only where the evidence for the barrier itself is good: nobody is kept from a shelter by a rumour, and nobody is sent to
a closed door without a warning.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from screening.referral.service import BARRIERS, Barrier, Serves, Service
from screening.sets.answers import NOT_DEFINITE, Answer, Answers, rest_of, ticks_of
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.needs import NEEDS, Need
from screening.sets.vocabulary import Evidence

# What makes a circumstance no reason to exclude: nobody recorded it, or it was recorded as something else.
OPEN_ENDED = NOT_DEFINITE | {"unsure", "other"}
_GOOD_EVIDENCE: frozenset[Evidence] = frozenset({"official", "second_hand"})


class Reason(Struct, frozen=True):
    """Why a service is left out, or has to be asked first.

    Attributes:
        kind: what it is about: a circumstance's id, a barrier's kind, or a word of its own: `only` (somebody whom no
            circumstance describes), `child` (that it takes children is not known, or only on conditions),
            `closed_until` and `full_until` (a day), `referral` (the person cannot ask alone), `represents` (a state
            that the person may need protection from), `police` (who does not want them), `withheld` (an agency does not
            want it named), or `no_contact`.
        certain: it is known to stand in the way; otherwise it is only not known that it does not.
        recorded: the circumstance as recorded, None where it was not asked.
        wanted: what the service takes or asks for. Districts stand here by their names.
        barrier: the barrier, with its evidence and date.
    """

    kind: str
    certain: bool
    recorded: Answer | None = None
    wanted: tuple[str, ...] = ()
    barrier: Barrier | None = None


def reasons_against(
    service: Service, circumstances: Answers, seeks_protection: Answer | None, districts: Mapping[str, str]
) -> tuple[Reason, ...]:
    """Why this person may not be served: certain reasons exclude, uncertain ones mean "ask first".

    Args:
        service: the service.
        circumstances: circumstance id to value.
        seeks_protection: whether the person fears a state that the service may belong to.
        districts: what the districts are called: only the directory knows that.
    """
    serves = service.serves
    reasons = [
        _one_of("gender", serves.gender, circumstances),
        _age(serves, circumstances),
        _one_of("situation", serves.situations, circumstances),
        _district(service.districts, circumstances, districts),
        _with_children(serves.with_children, circumstances),
        _abroad(serves.abroad, circumstances),
        *(_barrier(barrier, circumstances) for barrier in service.barriers),
        _represents(service.represents, seeks_protection),
        _informs(service, circumstances.get("police")),
        *(Reason("only", certain=False, wanted=(each,)) for each in service.only),
    ]
    if not service.admits_alone:
        reasons.append(Reason("referral", certain=False, wanted=service.referral.by))
    if service.withheld_by is not None:
        reasons.append(Reason("withheld", certain=True, wanted=(service.withheld_by,)))
    if not service.contacts:
        reasons.append(Reason("no_contact", certain=True))
    return tuple([reason for reason in reasons if reason is not None])


def needs_room_for_a_child(need: Need, circumstances: Answers) -> bool:
    """Whether a bed is wanted for somebody who is, or may be, a child: then those who protect children find it."""
    return NEEDS[need].room and is_perhaps_a_child(circumstances) is True


def protects_children(service: Service) -> bool:
    """Whether it does for children what comes first for them."""
    return any(NEEDS[need].first_for_child for need in service.offers)


def reasons_for_need(service: Service, need: Need, circumstances: Answers, today: date) -> tuple[Reason, ...]:
    """What stands against a service for one need, and perhaps for no other.

    Args:
        service: the service.
        need: what is needed.
        circumstances: circumstance id to value.
        today: the day in the place.
    """
    return (*_away(service, need, today), *_no_child(service, need, circumstances))


def _away(service: Service, need: Need, today: date) -> Iterator[Reason]:
    """It said that it is closed, or has no room, until a day that is still to come."""
    closed, full = service.closed_until, service.full_until
    if closed is not None and closed > today.isoformat():
        yield Reason("closed_until", certain=True, wanted=(closed,))
    if full is not None and NEEDS[need].room and full > today.isoformat():
        yield Reason("full_until", certain=True, wanted=(full,))


def _no_child(service: Service, need: Need, circumstances: Answers) -> tuple[Reason, ...]:
    serves = service.serves
    # Advice may be asked anywhere. A child is not sent to stay where nobody says that children are taken.
    if not needs_room_for_a_child(need, circumstances) or protects_children(service):
        return ()
    # Of those who say which ages they take, that is looked at already.
    if serves.ages or serves.children_ask_first:
        return ()
    recorded = circumstances.get("age")
    return (Reason("child", recorded == "child", recorded),)


def _age(serves: Serves, circumstances: Answers) -> Reason | None:
    if is_perhaps_a_child(circumstances):
        # Doubt about the age is treated as childhood: who is there for children is there for them, too.
        if "child" in serves.ages:
            return None
        if serves.children_ask_first:
            return Reason("child", certain=False, recorded=circumstances.get("age"))
    return _one_of("age", serves.ages, circumstances)


def _one_of(circumstance: str, served: tuple[str, ...], circumstances: Answers) -> Reason | None:
    if not served:
        return None
    recorded = circumstances.get(circumstance)
    values = ticks_of(recorded)
    if any(value in served for value in values):
        return None
    certain = bool(values) and rest_of(recorded) is None and OPEN_ENDED.isdisjoint(values)
    return Reason(circumstance, certain, recorded, served)


def _district(served: tuple[str, ...], circumstances: Answers, names: Mapping[str, str]) -> Reason | None:
    """Only the directory knows what its districts are called."""
    reason = _one_of("district", served, circumstances)
    return replace(reason, wanted=tuple(names.get(each, each) for each in served)) if reason is not None else None


def _with_children(takes: bool | None, circumstances: Answers) -> Reason | None:
    recorded = circumstances.get("with_children")
    if takes is not False or recorded == "no":
        return None
    return Reason("with_children", recorded == "yes", recorded, ("no",))


def _abroad(serves: bool | None, circumstances: Answers) -> Reason | None:
    """Where it was not asked, the person sits in front of the screener: services in the place need not be asked."""
    recorded = circumstances.get("abroad")
    if serves is None or (recorded == "yes") == serves:
        return None
    certain = recorded in {"yes", "no"}
    if serves is False and not certain:
        return None
    return Reason("abroad", certain, recorded, ("yes",) if serves else ("no",))


def _barrier(barrier: Barrier, circumstances: Answers) -> Reason | None:
    circumstance, bars = BARRIERS[barrier.kind]
    recorded = circumstances.get(circumstance)
    if barrier.value == "no" or (recorded in {"yes", "no"} and recorded != bars):
        return None
    certain = recorded == bars and barrier.value == "yes" and barrier.evidence in _GOOD_EVIDENCE
    return Reason(barrier.kind, certain, recorded, barrier=barrier)


def _represents(state: str | None, seeks_protection: Answer | None) -> Reason | None:
    """Nobody is sent to the authorities of a state that they may have to be protected from."""
    if state is None or seeks_protection == "no":
        return None
    return Reason("represents", seeks_protection == "yes", seeks_protection, (state,))


def is_urgent(service: Service) -> bool:
    """Whether it is for what cannot wait until anything is asked."""
    return any(NEEDS[need].urgent for need in service.offers)


def _informs(service: Service, police: Answer | None) -> Reason | None:
    """Who does not want the police is asked again. In an emergency nobody asks."""
    if police != "no" or service.informs_police != "yes" or is_urgent(service):
        return None
    return Reason("police", certain=False, recorded=police)
