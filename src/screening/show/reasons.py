"""Why a service is left out, or has to be asked first, in words."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from screening.language.messages import Listing, Message, gettext, pgettext
from screening.referral.reasons import Reason
from screening.referral.service import Referrer
from screening.sets.answers import ticks_of
from screening.show.answers import value_in_a_sentence
from screening.show.evidence import EVIDENCE_IN_SHORT, EVIDENCE_NAME
from screening.show.languages import language_names

# In the middle of a sentence.
REFERRER_NAME: Mapping[Referrer, Message] = {
    "self": pgettext("who may ask for a service", "the person"),
    "organisation": pgettext("who may ask for a service", "an organisation"),
    "social-worker": pgettext("who may ask for a service", "a social worker"),
    "police": pgettext("who may ask for a service", "the police"),
    "medical-staff": pgettext("who may ask for a service", "medical staff"),
}
_IN_SHORT: Mapping[str, Message] = {
    "gender": pgettext("ask first about", "men or women"),
    "age": pgettext("ask first about", "age"),
    "child": pgettext("ask first about", "whether it takes children"),
    "situation": pgettext("ask first about", "what the person does"),
    "district": pgettext("ask first about", "the district"),
    "with_children": pgettext("ask first about", "children"),
    "abroad": pgettext("ask first about", "being abroad"),
    "needs_identity_card": pgettext("ask first about", "an identity card"),
    "needs_legal_stay": pgettext("ask first about", "a visa or right to stay"),
    "represents": pgettext("ask first about", "fear of this state"),
    "languages": pgettext("ask first about", "the language"),
    "referral": pgettext("ask first about", "who may ask for it"),
    "police": pgettext("ask first about", "the police"),
}


def reason_text(reason: Reason) -> Message:
    """Why a service is left out or must be asked first, as part of a sentence."""
    return _SAID.get(reason.kind, _one_of)(reason)


def in_short(reasons: Iterable[Reason]) -> Listing:
    """What has to be asked first, in a few words; whom alone a service takes is said whole."""
    reasons = list(reasons)
    about = tuple(dict.fromkeys(_IN_SHORT[reason.kind] for reason in reasons if reason.kind != "only"))
    asked = [gettext("ask first about: {what}", what=Listing(about, "comma"))] if about else []
    return Listing((*asked, *(reason_text(reason) for reason in reasons if reason.kind == "only")), "semicolon")


def ways_to_ask(reasons: Iterable[Reason]) -> Iterator[tuple[Message, ...]]:
    """What has to be asked first, in fewer words still: ways to say it, the longest first."""
    reasons = list(reasons)
    about = tuple(dict.fromkeys(_IN_SHORT[reason.kind] for reason in reasons if reason.kind != "only"))
    only = tuple(reason_text(reason) for reason in reasons if reason.kind == "only")
    yield (*_ask_about(about), *only)
    if only:
        yield _ask_about((*about, pgettext("ask first about", "whom it takes")))


def asked_of_them(reasons: Iterable[Reason]) -> Iterator[Message]:
    """The same on paper, where it could be taken for what the person is asked."""
    reasons = list(reasons)
    about = tuple(dict.fromkeys(_IN_SHORT[reason.kind] for reason in reasons if reason.kind != "only"))
    if about:
        # Translators: {what} is such as "age, an identity card": those who are called have to be asked about it first.
        yield gettext("ask them: {what}", what=Listing(about, "comma"))
    yield from (reason_text(reason) for reason in reasons if reason.kind == "only")


def _ask_about(about: tuple[Message, ...]) -> tuple[Message, ...]:
    # Translators: {what} is such as "age, an identity card": whoever is called has to be asked about it first.
    return (gettext("ask: {what}", what=Listing(about, "comma")),) if about else ()


def _one_of(reason: Reason) -> Message:
    served = Listing(tuple(value_in_a_sentence(reason.kind, each) for each in reason.wanted), "comma")
    if reason.certain:
        return gettext("it is for: {people}", people=served)
    return gettext("it is for: {people}. Ask the person whether that fits", people=served)


def _with_children(reason: Reason) -> Message:
    return gettext("it does not take people with children") if reason.certain else gettext("whether it takes children")


def _child(reason: Reason) -> Message:
    if reason.certain:
        return gettext("no page says that it takes children. Child protection finds the place for a child")
    return gettext("whether it takes somebody who is, or may be, under 18, and on which conditions")


def _abroad(reason: Reason) -> Message:
    if reason.wanted == ("no",):
        return gettext("it is for people who are here")
    if reason.certain:
        return gettext("it is for people who are abroad")
    return gettext("is the person abroad? It is for them")


def _district(reason: Reason) -> Message:
    if reason.certain:
        return gettext("it serves other districts")
    # Translators: {districts} are names.
    return gettext(
        "it is for people in: {districts}. Ask the person whether that fits", districts=Listing(reason.wanted, "comma")
    )


def _languages(reason: Reason) -> Message:
    return gettext(
        "whether somebody there speaks: {wanted}; known: {known}",
        wanted=language_names(ticks_of(reason.recorded)),
        known=language_names(reason.wanted),
    )


def _only(reason: Reason) -> Message:
    # Translators: {people} is in the words of the directory, such as "seafarers".
    return gettext("it takes only {people}", people=reason.wanted[0])


def _referral(reason: Reason) -> Message:
    who = tuple(name for referrer, name in REFERRER_NAME.items() if referrer in reason.wanted)
    return gettext("the person cannot apply alone, only {who}", who=Listing(who, "or_or"))


def _represents(reason: Reason) -> Message:
    state = reason.wanted[0]
    if reason.certain:
        return gettext("it belongs to a state that the person may need protection from: {state}", state=state)
    return gettext("ask the person whether they fear this state ({state}). If yes, do not call", state=state)


def _identity_card(reason: Reason) -> Message:
    barrier = reason.barrier
    assert barrier is not None
    if reason.certain:
        return gettext(
            "it asks for an identity card ({evidence}, {date})",
            evidence=EVIDENCE_IN_SHORT[barrier.evidence],
            date=barrier.page_date,
        )
    if barrier.value == "unknown":
        return gettext("do they ask for an identity card? Ask in general, and do not say what this person has")
    return gettext(
        "do they ask for an identity card? Ask in general, and do not say what this person has. They are said "
        "to ask for it ({evidence}, {date})",
        evidence=EVIDENCE_NAME[barrier.evidence],
        date=barrier.page_date,
    )


def _legal_stay(reason: Reason) -> Message:
    barrier = reason.barrier
    assert barrier is not None
    if reason.certain:
        return gettext(
            "it asks for a visa or right to stay ({evidence}, {date})",
            evidence=EVIDENCE_IN_SHORT[barrier.evidence],
            date=barrier.page_date,
        )
    if barrier.value == "unknown":
        return gettext("do they ask for a visa or right to stay? Ask in general, and do not say what this person has")
    return gettext(
        "do they ask for a visa or right to stay? Ask in general, and do not say what this person has. They are said "
        "to ask for it ({evidence}, {date})",
        evidence=EVIDENCE_NAME[barrier.evidence],
        date=barrier.page_date,
    )


# What is not said of any other circumstance: the value that it is for.
_SAID: Mapping[str, Callable[[Reason], Message]] = {
    "with_children": _with_children,
    "child": _child,
    "abroad": _abroad,
    "district": _district,
    "languages": _languages,
    "needs_identity_card": _identity_card,
    "needs_legal_stay": _legal_stay,
    "only": _only,
    "referral": _referral,
    "represents": _represents,
    "police": lambda _: gettext("the police answer here, or are told. Does the person agree?"),
    # Translators: {agency} is the name of an agency.
    "withheld": lambda reason: gettext("{agency} does not want it named", agency=reason.wanted[0]),
    "closed_until": lambda reason: gettext("it said that it is closed until {day}", day=reason.wanted[0]),
    "full_until": lambda reason: gettext("it said that it is full until {day}", day=reason.wanted[0]),
    "no_contact": lambda _: gettext("no contact is known"),
}
