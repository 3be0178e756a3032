"""Whom to call, in words."""

from collections.abc import Iterable
from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.matching import NeedServices, match_services
from screening.sets.answers import Answer, Answers
from screening.sets.needs import Need
from screening.show.freshness import list_lines
from screening.show.lines import Line
from screening.show.what_to_say import SAY_NOTHING_TO, what_to_say
from screening.show.whom_to_call import (
    FIND_THE_PLACE,
    IN_FULL,
    emergency_lines,
    need_lines,
    service_lines,
    short_need_lines,
)
from tests.support.services import TODAY, directory, service

SEEN = "[official page, as of 2026]"
NOT_CONFIRMED = "text: Not yet confirmed by you: all but emergency numbers."
SIGN_MEANS = (
    "text: [not sure]: seen on an undated page, over 3 years ago, in an article, a code repository or nowhere. "
    "Not yet confirmed by you: all but emergency numbers."
)
ASK_WHO_TELLS = "The person does not want the police. Before you say a name, ask every service: do you tell the police?"


def contact(number: str, kind: str = "telephone", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "number": number, "evidence": "official", **more}


def barrier(value: str, kind: str = "needs_identity_card", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "value": value, "evidence": "second_hand", "source": "x", "page_date": "2024", **more}


def offered(
    place: Directory, *needs: Need, person: Answers | None = None, seeks_protection: Answer | None = None
) -> tuple[NeedServices, ...]:
    return match_services(needs or ("shelter",), person or {}, place, TODAY, seeks_protection)


def shown(lines: Iterable[Line]) -> list[str]:
    """Each line with its kind."""
    return [f"{line.kind}: {ENGLISH.render(line.text)}" for line in lines]


def in_full(*services: dict[str, Any], **person: Answer) -> list[str]:
    """What is told in full of services for somewhere to stay, without the heading."""
    return shown(need_lines(offered(directory(*services), person=person), TODAY.today))[1:]


def in_short(*services: dict[str, Any], **person: Answer) -> list[str]:
    """What is told in short of services for somewhere to stay, without the heading."""
    return shown(short_need_lines(offered(directory(*services), person=person), TODAY.today))[1:]


def whole(place: Directory, *needs: Need, **person: Answer) -> list[str]:
    return shown(service_lines(place, offered(place, *needs, person=person), TODAY.today, person))


@pytest.mark.parametrize(("age", "told"), [("child", True), ("unsure", True), ("adult", False), (None, False)])
def test_where_a_child_needs_a_place_it_is_said_who_finds_it(age: str | None, told: bool) -> None:
    person: dict[str, Answer] = {} if age is None else {"age": age}
    unit = service("unit", offers=["child-protection"])

    assert (f"text: {ENGLISH.render(FIND_THE_PLACE)}" in in_full(service("home"), unit, **person)) is told
    assert f"text: {ENGLISH.render(FIND_THE_PLACE)}" not in in_full(service("home"), **person)


# --- one service -----------------------------------------------------------------------------------------------------


def test_all_that_is_known_of_a_service_is_told_in_the_order_in_which_a_call_goes() -> None:
    known = service(
        "home",
        names={"en": "Home", "zh-Hant": "家"},
        about="A house with ten beds.",
        informs_police="yes",
        only=["pregnant women"],
        ask_first=["Is a bed free?", "Until when?"],
        referral={"by": ["self", "social-worker"], "how": ["Bring a letter.", "Ring twice."]},
        barriers=[barrier("no"), barrier("no", "needs_legal_stay", evidence="official", page_date="unknown")],
        notes=["Closed in August.", "No pets."],
        contacts=[
            contact(
                "1",
                hours="24/7",
                note="Ask for the night desk.",
                conflict="another page has 2",
                spoken=[{"languages": ["en"]}, {"languages": ["tl"], "interpreter": True}],
            ),
            contact("a@b.hk", "email", evidence="unverified", page_date="unknown"),
        ],
    )

    assert in_full(known) == [
        "item: First: Home 家 - ask first",
        "detail: A house with ten beds.",
        "detail: CAREFUL: the police answer here, or are told.",
        "detail: Ask first: it takes only pregnant women",
        "detail: When you call: Is a bed free?",
        "detail: When you call: Until when?",
        "contact: Telephone: 1 (24 hours)",
        f"detail: Ask for the night desk. {SEEN}",
        "detail: Speaks English, Tagalog",
        "detail: CONFLICT: another page has 2",
        "contact: E-mail: a@b.hk [not sure]",
        "detail: [unverified, seen on no page, undated]",
        "detail: Seen at: x",
        "detail: Who may call: the person, a social worker.",
        "detail: To get in: Bring a letter.",
        "detail: To get in: Ring twice.",
        "detail: No local identity card is needed. [second hand, as of 2024]",
        "detail: No right to stay is needed. [official page, undated]",
        "detail: Closed in August.",
        "detail: No pets.",
    ]


def test_of_what_is_not_known_nothing_is_told() -> None:
    assert in_full(service("home")) == [
        "item: First: home",
        "contact: Telephone: 1 (hours not known)",
        f"detail: {SEEN}",
    ]


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"informs_police": "no"}, ["detail: As far as is known, it does not tell the police."]),
        ({"informs_police": "unknown"}, []),
        ({"listed_by": "An agency"}, []),
    ],
    ids=str,
)
def test_whether_it_tells_the_police_is_said_only_where_it_is_known(more: dict[str, Any], told: list[str]) -> None:
    assert in_full(service("home", **more))[1:-2] == told


def test_a_service_of_an_agencys_own_list_says_whose() -> None:
    assert in_full(service("home", listed_by="Harbour Aid"))[0] == "item: First: home - from Harbour Aid"
    assert in_short(service("home", listed_by="Harbour Aid")) == ["item: 1 - home - from Harbour Aid", NOT_CONFIRMED]


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ([], None),
        (["self", "police"], "detail: Who may call: the person, the police."),
        # What has to be asked first says it already.
        (["organisation"], None),
    ],
    ids=str,
)
def test_who_may_call_is_said_where_the_person_is_among_them(by: list[str], told: str | None) -> None:
    said = [line for line in in_full(service("home", referral={"by": by})) if "Who may call" in line]

    assert said == ([told] if told else [])


def test_whom_nobody_can_ask_for_themselves_is_asked_first_who_may() -> None:
    assert in_full(service("home", referral={"by": ["police", "organisation", "social-worker"]}))[:2] == [
        "item: First: home - ask first",
        "detail: Ask first: the person cannot apply alone, only an organisation or a social worker or the police",
    ]


@pytest.mark.parametrize(
    ("barriers", "told"),
    [
        ([barrier("no")], ["detail: No local identity card is needed. [second hand, as of 2024]"]),
        (
            [barrier("no", inferred=True), barrier("no", "needs_legal_stay", inferred=True)],
            [
                "detail: Whether they ask for an identity card is not known. They take people who often have none.",
                "detail: Whether they ask for a right to stay is not known. They take people who often have none.",
            ],
        ),
        ([barrier("unknown"), barrier("yes", "needs_legal_stay")], []),
    ],
    ids=["known", "inferred", "not-so"],
)
def test_that_no_paper_is_needed_is_said_as_surely_as_it_is_known(
    barriers: list[dict[str, Any]], told: list[str]
) -> None:
    lines = in_full(service("home", barriers=barriers))

    assert lines[lines.index(f"detail: {SEEN}") + 1 :] == told


def test_only_the_contacts_in_the_persons_language_are_told_where_there_are_such() -> None:
    lines = [
        contact("1", spoken=[{"languages": ["id"]}]),
        contact("2", spoken=[{"languages": ["tl"]}]),
        contact("3", spoken=[{"languages": ["th", "tl"]}]),
    ]

    def numbers(*languages: str) -> list[str]:
        told = in_full(service("home", contacts=lines), languages=languages)
        return [line for line in told if line.startswith("contact")]

    assert numbers("tl") == [
        "contact: Telephone: 2 (hours not known)",
        "contact: Telephone: 3 (hours not known)",
    ]
    assert len(numbers("fr")) == len(numbers()) == 3


@pytest.mark.parametrize(
    ("offers", "hours", "told"),
    [
        ("shelter", None, "contact: Telephone: 1 (hours not known)"),
        ("emergency", None, "contact: Telephone: 1"),
        ("emergency", "24/7", "contact: Telephone: 1 (24 hours)"),
    ],
)
def test_nobody_hesitates_to_dial_an_emergency_number_for_its_hours(offers: Need, hours: str | None, told: str) -> None:
    place = directory(service("home", offers=[offers], contacts=[contact("1", **({"hours": hours} if hours else {}))]))

    assert told in shown(need_lines(offered(place, offers), TODAY.today))


def test_wherever_a_closed_contact_is_told_it_says_when_it_opens() -> None:
    # It is a Sunday evening.
    closed = contact("1", hours="Mo-Fr 09:00-17:00", spoken=[{"languages": ["tl"], "hours": "Tu 09:00-10:00"}])
    both = service("both", offers=["shelter", "legal-advice"], contacts=[closed])
    fourth = [service(name, offers=["legal-advice"]) for name in "abc"]
    place = directory(both, *fourth)

    def lines(*needs: Need, **person: Answer) -> list[str]:
        return shown(need_lines(offered(place, *needs, person=person), TODAY.today))

    assert (
        "contact: Telephone: 1 (Mon-Fri 9:00-17:00; CLOSED NOW, opens Mon 9:00 unless that is a public holiday)"
        in lines("shelter")
    )
    assert (
        "detail: Speaks Tagalog: Tue 9:00-10:00; CLOSED NOW, opens Tue 9:00 unless that is a public holiday"
        in lines("shelter", languages=("tl",))
    )
    assert lines("legal-advice")[-1] == "item: 1 (CLOSED NOW, opens Mon 9:00 unless that is a public holiday) - both"
    alone = directory(both)
    again = shown(need_lines(offered(alone, "shelter", "legal-advice"), TODAY.today))
    assert again[-1] == "item: First: 1 (CLOSED NOW, opens Mon 9:00 unless that is a public holiday) - both (see above)"


def test_wherever_a_contact_is_told_it_warns_where_it_was_not_seen_for_years() -> None:
    assert in_full(service("home", page_date="2019"))[1:] == [
        "contact: Telephone: 1 [not sure] (hours not known)",
        "detail: [official page, as of 2019]",
        "detail: Seen at: x",
    ]
    assert in_full(*(service(name, page_date="2019") for name in "abcd"))[-1] == "item: 1 [not sure] - d"
    assert in_short(service("home", page_date="2019")) == ["item: 1 [not sure] - home", SIGN_MEANS]


def test_the_pages_of_what_is_in_doubt_are_named_once_and_those_of_the_rest_are_not() -> None:
    contacts = [
        contact("1", evidence="article", source="A paper"),
        contact("2", evidence="repository", source="A repository"),
        contact("3", evidence="repository", source="A repository"),
        contact("4", source="Its own page"),
    ]

    assert in_full(service("home", contacts=contacts))[-1] == "detail: Seen at: A paper; A repository"


# --- several services ------------------------------------------------------------------------------------------------


def test_the_first_few_are_told_in_full_and_in_order_and_the_others_in_short() -> None:
    asked = service("asked", serves={"gender": ["woman"], "ages": ["adult"]}, informs_police="yes")
    lines = in_full(*(service(name) for name in "abcd"), asked)

    assert IN_FULL == 3
    assert [line for line in lines if line.startswith(("item", "text"))] == [
        "item: First: a",
        "item: Then: b",
        "item: Then: c",
        "text: If these cannot help:",
        "item: 1 - d",
        "item: 1 - asked - POLICE answer or are told - ask first about: men or women, age",
    ]
    assert sum(line.startswith("contact") for line in lines) == IN_FULL


def test_where_all_are_told_in_full_there_are_no_others() -> None:
    assert "text: If these cannot help:" not in in_full(*(service(name) for name in "abc"))


def test_what_was_told_for_one_need_is_only_named_for_the_next() -> None:
    both = service("both", offers=["shelter", "legal-advice"], informs_police="yes")
    place = directory(both, service("lawyer", offers=["legal-advice"], contacts=[contact("2")]))

    assert shown(need_lines(offered(place, "shelter", "legal-advice"), TODAY.today)) == [
        "subheading: A safe place to stay",
        "item: First: both",
        "detail: CAREFUL: the police answer here, or are told.",
        "contact: Telephone: 1 (hours not known)",
        f"detail: {SEEN}",
        "subheading: Legal advice",
        "item: First: 1 - both - POLICE answer or are told (see above)",
        "item: Then: lawyer",
        "contact: Telephone: 2 (hours not known)",
        f"detail: {SEEN}",
    ]


def test_who_is_left_out_is_named_with_the_reasons_and_those_of_other_districts_are_counted() -> None:
    place = directory(
        service("men", serves={"gender": ["man"], "ages": ["child"]}),
        service("north", districts=["north"]),
        service("east", districts=["east"]),
        # That it is elsewhere is not all that stands in the way.
        service("boys", districts=["east"], serves={"gender": ["man"]}),
        districts={"north": "North", "east": "East", "south": "South"},
    )
    person: Answers = {"gender": "woman", "age": "adult", "district": "south"}
    lines = shown(need_lines(offered(place, person=person), TODAY.today))

    assert lines[2:] == [
        "text: Not for this person, or no contact known:",
        "detail: men: it is for: man or boy; it is for: under 18",
        "detail: boys: it is for: man or boy; it serves other districts",
        "detail: 2 that serve other districts only",
    ]


def test_one_of_another_district_is_counted_as_one_and_nobody_else_is_named() -> None:
    place = directory(service("north", districts=["north"]), districts={"north": "North", "south": "South"})

    assert shown(need_lines(offered(place, person={"district": "south"}), TODAY.today))[2:] == [
        "text: Not for this person, or no contact known:",
        "detail: 1 that serves other districts only",
    ]


def test_where_nobody_is_left_out_nothing_is_said_of_it() -> None:
    assert not any("Not for this person" in line or "other districts" in line for line in in_full(service("home")))


def test_where_nobody_is_listed_it_says_so_and_what_to_do_instead() -> None:
    general = [{"needs": ["legal-advice"], "do": ["Ask a union.", "Ask the bar."]}]
    place = directory(anywhere=general)
    lines = [
        "subheading: A safe place to stay",
        "text: No number is listed here for this.",
        "subheading: Legal advice",
        "text: No number is listed here for this. Do this instead:",
        "item: Ask a union.",
        "item: Ask the bar.",
    ]

    assert shown(need_lines(offered(place, "shelter", "legal-advice"), TODAY.today)) == lines
    assert shown(short_need_lines(offered(place, "shelter", "legal-advice"), TODAY.today)) == lines


def test_where_nobody_takes_this_person_it_names_who_is_listed_all_the_same() -> None:
    women = [service(name, serves={"gender": ["woman"]}) for name in ("ann", "bea", "cleo", "dot", "eve")]
    general = [{"needs": ["shelter"], "do": ["Ask a friend."]}]

    def told(*services: dict[str, Any], **more: Any) -> str:
        place = directory(*services, **more)
        return shown(short_need_lines(offered(place, person={"gender": "man"}), TODAY.today))[1]

    assert told(*women[:3]) == "text: Listed here, but not for this person, or with no contact known: ann, bea, cleo."
    assert (
        told(*women[:4])
        == "text: Listed here, but not for this person, or with no contact known: ann, bea, cleo, 1 more."
    )
    assert told(*women, anywhere=general) == (
        "text: Listed here, but not for this person, or with no contact known: ann, bea, cleo, 2 more. Do this instead:"
    )
    assert told() == "text: No number is listed here for this."


READY = service("ready", contacts=[contact("1")])
ASKED = service("asked", contacts=[contact("2")], serves={"gender": ["woman"]})
WRITTEN = service("written", contacts=[contact("a@b.hk", "email")])
NOWHERE = service("nowhere", contacts=[contact("3", evidence="unverified")])
ASKED_NOWHERE = service("asked-nowhere", contacts=[contact("4", evidence="unverified")], serves={"gender": ["woman"]})


@pytest.mark.parametrize(
    ("services", "named"),
    [
        ((ASKED_NOWHERE, NOWHERE, WRITTEN, ASKED, READY), ["ready"]),
        ((ASKED_NOWHERE, NOWHERE, WRITTEN, ASKED), ["asked"]),
        ((ASKED_NOWHERE, NOWHERE, WRITTEN), ["written", "nowhere"]),
        ((ASKED_NOWHERE,), ["asked-nowhere"]),
        ((*(service(name) for name in "abcd"),), ["a", "b", "c"]),
    ],
    ids=["ready", "to-be-asked", "cannot-be-called", "asked-and-seen-nowhere", "few"],
)
def test_in_short_the_less_sure_are_named_only_where_there_is_nobody_else(
    services: tuple[dict[str, Any], ...], named: list[str]
) -> None:
    lines = [line for line in in_short(*services) if line.startswith("item")]

    assert len(lines) == len(named)
    for name in named:
        assert sum(f" - {name} " in f"{line} " for line in lines) == 1


# --- everything ------------------------------------------------------------------------------------------------------


def test_first_is_the_emergency_number_then_what_to_say_then_how_fresh_the_list_is_then_whom_to_call() -> None:
    place = directory(service("home"))

    assert whole(place) == [
        "item: In danger now: 999 - x",
        f"paragraph: {ENGLISH.render(what_to_say({}))}",
        *shown(list_lines(place, offered(place), TODAY.today)),
        "subheading: A safe place to stay",
        *in_full(service("home")),
    ]


def test_where_there_is_nobody_to_call_nothing_is_said_of_calling() -> None:
    assert whole(directory(), police="no") == [
        "item: In danger now: 999 - x",
        "subheading: A safe place to stay",
        "text: No number is listed here for this.",
    ]


def test_one_need_that_somebody_answers_is_enough_to_say_what_to_say() -> None:
    lines = whole(directory(service("home")), "legal-advice", "shelter")

    assert f"paragraph: {ENGLISH.render(what_to_say({}))}" in lines


@pytest.mark.parametrize(
    ("circumstances", "is_said"),
    [({}, True), ({"may_call": "yes"}, True), ({"may_call": "no"}, False)],
    ids=["not-asked", "may-call", "may-call-nobody"],
)
def test_what_to_keep_from_an_authority_is_said_only_where_somebody_may_be_called(
    circumstances: dict[str, Answer], is_said: bool
) -> None:
    lines = whole(directory(service("station", offers=["police"])), "police", **circumstances)

    assert any("station" in line for line in lines)
    assert (f"text: {ENGLISH.render(SAY_NOTHING_TO)}" in lines) is is_said


@pytest.mark.parametrize(
    ("services", "needs", "is_said"),
    [
        ([service("a")], ["shelter"], False),
        ([service("a", informs_police="no")], ["shelter"], False),
        ([service("a"), service("b", informs_police="yes")], ["shelter"], True),
        ([service("a"), service("b", offers=["police"])], ["shelter", "police"], True),
        ([service("a")], ["shelter", "police"], False),
    ],
    ids=["nobody-tells", "it-does-not", "one-of-them-tells", "it-is-one", "none-is-listed"],
)
def test_what_to_keep_from_an_authority_is_said_where_one_could_be_called(
    services: list[dict[str, Any]], needs: list[Need], is_said: bool
) -> None:
    assert (f"text: {ENGLISH.render(SAY_NOTHING_TO)}" in whole(directory(*services), *needs)) is is_said


@pytest.mark.parametrize(
    ("informing", "police", "is_said"),
    [
        (["unknown"], "no", True),
        (["no", "unknown"], "no", True),
        (["no", "yes"], "no", False),
        (["unknown"], "yes", False),
        (["unknown"], "declined", False),
    ],
)
def test_who_does_not_want_the_police_has_every_service_asked_that_may_tell_them(
    informing: list[str], police: str, is_said: bool
) -> None:
    place = directory(*(service(f"s{number}", informs_police=informs) for number, informs in enumerate(informing)))

    assert (f"text: {ASK_WHO_TELLS}" in whole(place, police=police)) is is_said


# --- the emergency number --------------------------------------------------------------------------------------------

EMERGENCY = {"number": "999", "names": {"en": "Police"}, "evidence": "official", "source": "x", "page_date": "2026"}
GENERAL = "text: There is no directory for this place. What follows is general and applies anywhere."


@pytest.mark.parametrize(
    ("place", "abroad", "told"),
    [
        ({}, None, ["item: In danger now: 999 - Police"]),
        ({}, "no", ["item: In danger now: 999 - Police"]),
        (
            {},
            "yes",
            [
                "item: In danger now: call the emergency number of the place where the person is. "
                "Only in Xland: 999 - Police"
            ],
        ),
        ({"place": ANYWHERE}, "no", [GENERAL, "item: In danger now: 999 - Police"]),
        ({"place": ANYWHERE}, "yes", [GENERAL, "item: In danger now: 999 - Police"]),
        (
            {"emergency": {**EMERGENCY, "evidence": "unverified"}},
            None,
            ["item: In danger now: 999 - Police"],
        ),
        ({"emergency": {**EMERGENCY, "evidence": "article"}}, None, ["item: In danger now: 999 - Police"]),
    ],
    ids=["not-asked", "here", "abroad", "anywhere", "anywhere-abroad", "seen-nowhere", "seen-once"],
)
def test_whoever_is_abroad_is_not_led_to_a_number_that_works_only_here(
    place: dict[str, Any], abroad: str | None, told: list[str]
) -> None:
    person: Answers = {"abroad": abroad} if abroad is not None else {}
    made = directory(**{"names": {"zh-Hant": "某地", "en": "Xland"}, "emergency": EMERGENCY, **place})

    assert shown(emergency_lines(made, person)) == told


def test_a_place_without_an_english_name_goes_by_the_one_that_it_has() -> None:
    made = directory(names={"zh-Hant": "某地"})

    assert " Only in 某地: 999" in shown(emergency_lines(made, {"abroad": "yes"}))[0]


def test_what_is_noted_of_the_emergency_number_stands_right_below_it() -> None:
    place = directory(emergency={**EMERGENCY, "note": "A text works too."})

    assert whole(place)[:2] == ["item: In danger now: 999 - Police", "detail: A text works too."]
