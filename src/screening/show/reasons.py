"""Why a service is left out, or has to be asked first, in words."""

from collections.abc import Callable, Iterable, Mapping

from screening.referral.matching import Reason
from screening.sets.model import values_of
from screening.show import words
from screening.show.hours import language_names


def reason_text(reason: Reason) -> str:
    """Why a service is left out or must be asked first, as part of a sentence."""
    return _SAID.get(reason.kind, _one_of)(reason)


def in_short(reasons: Iterable[Reason]) -> str:
    """What has to be asked first, in a few words; whom alone a service takes is said whole."""
    reasons = list(reasons)
    about = dict.fromkeys(words.REASON_IN_SHORT[reason.kind] for reason in reasons if reason.kind != "only")
    asked = [f"ask first about: {', '.join(about)}"] if about else []
    return "; ".join([*asked, *(reason_text(reason) for reason in reasons if reason.kind == "only")])


def _one_of(reason: Reason) -> str:
    served = words.value_name(reason.kind, reason.wanted).lower()
    if reason.certain:
        return f"it is for: {served}"
    return f"it is for: {served}. Ask the person whether that fits"


def _with_children(reason: Reason) -> str:
    return "it takes nobody with children" if reason.certain else "whether it takes children"


def _abroad(reason: Reason) -> str:
    if reason.wanted == ("no",):
        return "it is for people who are here"
    return "it is for people who are abroad" if reason.certain else "is the person abroad? It is for them"


def _district(reason: Reason) -> str:
    return "it serves other districts" if reason.certain else "whether it serves this district"


def _languages(reason: Reason) -> str:
    wanted = language_names(values_of(reason.recorded))
    return f"whether somebody there speaks: {wanted}; known: {language_names(reason.wanted)}"


def _only(reason: Reason) -> str:
    return f"it takes only {reason.wanted[0]}"


def _referral(reason: Reason) -> str:
    who = " or ".join(name for referrer, name in words.REFERRER_NAME.items() if referrer in reason.wanted)
    return f"the person cannot ask it alone, only {who}"


def _represents(reason: Reason) -> str:
    state = reason.wanted[0]
    if reason.certain:
        return f"it belongs to a state that the person may need protection from: {state}"
    return f"ask the person whether they fear this state ({state}). If yes, do not call"


def _barrier(reason: Reason) -> str:
    barrier = reason.barrier
    assert barrier is not None
    thing = {"needs_identity_card": "an identity card", "needs_legal_stay": "a right to stay"}[reason.kind]
    if reason.certain:
        evidence = f"{words.EVIDENCE_IN_SHORT[barrier.evidence]}, {barrier.page_date}"
        return f"it asks for {thing}, and the person has none ({evidence})"
    asked = f"do they ask for {thing}? Ask in general, and do not say what this person has"
    if barrier.value == "unknown":
        return asked
    evidence = f"{words.EVIDENCE_NAME[barrier.evidence]}, {barrier.page_date}"
    return f"{asked}. They are said to ask for it ({evidence})"


# What is not said of any other circumstance: the value that it is for.
_SAID: Mapping[str, Callable[[Reason], str]] = {
    "with_children": _with_children,
    "abroad": _abroad,
    "district": _district,
    "languages": _languages,
    "needs_identity_card": _barrier,
    "needs_legal_stay": _barrier,
    "only": _only,
    "referral": _referral,
    "represents": _represents,
    "police": lambda _: "the police answer here, or are told. Does the person agree?",
    "withheld": lambda reason: f"{reason.wanted[0]} does not want it to be named",
    "no_contact": lambda _: "no contact is known",
}
