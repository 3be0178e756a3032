"""Why a service is left out, or has to be asked first, in words."""

from collections.abc import Iterable

from screening.matching import Reason
from screening.model import values_of
from screening.show import words
from screening.show.hours import language_names


def reason_text(reason: Reason) -> str:
    """Why a service is left out or must be asked first, as part of a sentence."""
    match reason.kind:
        case "no_contact":
            return "no contact is known"
        case "needs_identity_card" | "needs_legal_stay":
            return _barrier_text(reason)
        case "represents":
            state = reason.wanted[0]
            if reason.certain:
                return f"it belongs to a state that the person may need protection from: {state}"
            return f"does the person fear the authorities of this state ({state}), or seek protection from it? Then no"
        case "languages":
            spoken = language_names(reason.wanted)
            wanted = language_names(values_of(reason.recorded))
            return f"whether somebody there speaks: {wanted}; known: {spoken}"
        case "with_children":
            return "it takes nobody with children" if reason.certain else "whether it takes children"
        case "abroad":
            if reason.wanted == ("yes",):
                return "it is for people who are abroad" if reason.certain else "is the person abroad? It is for them"
            return "it is for people who are here"
        case "district":
            return "it serves other districts" if reason.certain else "whether it serves this district"
        case kind:
            served = words.value_name("age" if kind == "age" else kind, reason.wanted).lower()
            if reason.certain:
                return f"it is for: {served}"
            known = "not asked" if reason.recorded is None else words.value_name(kind, reason.recorded).lower()
            return f"it is for: {served}; recorded here: {known}"


def _barrier_text(reason: Reason) -> str:
    barrier = reason.barrier
    assert barrier is not None
    thing = {"needs_identity_card": "an identity card", "needs_legal_stay": "a right to stay"}[reason.kind]
    if reason.recorded == "no":
        known = f"the person has no {thing.split(' ', 1)[1]}"
    elif reason.recorded is None:
        known = f"it was not asked whether the person has {thing}"
    else:
        known = f"it is not known whether the person has {thing}"
    evidence = f"{words.EVIDENCE_NAME[barrier.evidence]}, {barrier.page_date}"
    if barrier.value == "unknown":
        return f"{known}, and it is not known whether it asks for one"
    return f"{known}, and it is said to ask for one ({evidence})"


def in_short(reasons: Iterable[Reason]) -> str:
    """What has to be asked first, in a few words."""
    return ", ".join(dict.fromkeys(words.REASON_IN_SHORT[reason.kind] for reason in reasons))
