"""All that is known of a service, in words."""

from typing import Any

import pytest

from screening.referral.directory import Directory
from screening.sets.answers import Answer, Answers
from screening.sets.needs import Need
from screening.show.service_details import detail_lines
from tests.show.test_whom_to_call import contact, offered, shown
from tests.support.services import TODAY, directory, service

SEEN = "[official page, as of 2026]"


def barrier(value: str, kind: str = "needs_identity_card", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "value": value, "evidence": "second_hand", "source": "x", "page_date": "2024", **more}


def details(place: Directory, *needs: Need, **person: Answer) -> list[str]:
    """What is told of services, below what is said of the whole list."""
    lines = shown(detail_lines(place, offered(place, *needs, person=person), TODAY.today))
    return lines[next((at for at, line in enumerate(lines) if line.startswith(("item", "detail"))), len(lines)) :]


def in_full(*services: dict[str, Any], **person: Answer) -> list[str]:
    return details(directory(*services), **person)


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
        "item: Home 家 - ask first",
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
        "detail: No visa or right to stay is needed. [official page, undated]",
        "detail: Closed in August.",
        "detail: No pets.",
    ]


def test_of_what_is_not_known_nothing_is_told() -> None:
    assert in_full(service("home")) == [
        "item: home",
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
    assert in_full(service("home", listed_by="Harbour Aid"))[0] == "item: home - from Harbour Aid"


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
        "item: home - ask first",
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
                "detail: Whether they ask for a visa or right to stay is not known. They take people who often have none.",
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

    assert told in shown(detail_lines(place, offered(place, offers), TODAY.today))


def test_of_a_closed_contact_it_says_when_it_opens() -> None:
    # It is a Sunday evening.
    closed = contact("1", hours="Mo-Fr 09:00-17:00", spoken=[{"languages": ["tl"], "hours": "Tu 09:00-10:00"}])

    assert (
        "contact: Telephone: 1 (Mon-Fri 9:00-17:00; CLOSED NOW, opens Mon 9:00 unless that is a public holiday)"
        in in_full(service("both", contacts=[closed]))
    )
    assert (
        "detail: Speaks Tagalog: Tue 9:00-10:00; CLOSED NOW, opens Tue 9:00 unless that is a public holiday"
        in in_full(service("both", contacts=[closed]), languages=("tl",))
    )


def test_a_contact_that_was_not_seen_for_years_has_the_sign_and_its_page() -> None:
    assert in_full(service("home", page_date="2019")) == [
        "item: home",
        "contact: Telephone: 1 [not sure] (hours not known)",
        "detail: [official page, as of 2019]",
        "detail: Seen at: x",
    ]


def test_the_pages_of_what_is_in_doubt_are_named_once_and_those_of_the_rest_are_not() -> None:
    contacts = [
        contact("1", evidence="article", source="A paper"),
        contact("2", evidence="repository", source="A repository"),
        contact("3", evidence="repository", source="A repository"),
        contact("4", source="Its own page"),
    ]

    assert in_full(service("home", contacts=contacts))[-1] == "detail: Seen at: A paper; A repository"


# --- several services ------------------------------------------------------------------------------------------------


def test_a_service_of_several_needs_is_told_once_with_all_that_has_to_be_asked() -> None:
    # Whether a bed is free matters for a bed alone.
    both = service("both", offers=["legal-advice", "shelter"], serves={"gender": ["woman"]})
    lines = details(directory(both), "legal-advice", "shelter")

    assert [line for line in lines if line.startswith("item")] == ["item: both - ask first"]
    assert sum("Ask first: it is for: woman or girl" in line for line in lines) == 1


def test_who_is_left_out_is_named_with_the_reasons_and_those_of_other_districts_are_counted() -> None:
    place = directory(
        service("men", offers=["shelter", "legal-advice"], serves={"gender": ["man"], "ages": ["child"]}),
        service("north", districts=["north"]),
        service("east", districts=["east"]),
        # That it is elsewhere is not all that stands in the way.
        service("boys", districts=["east"], serves={"gender": ["man"]}),
        districts={"north": "North", "east": "East", "south": "South"},
    )
    person: Answers = {"gender": "woman", "age": "adult", "district": "south"}
    lines = shown(detail_lines(place, offered(place, "shelter", "legal-advice", person=person), TODAY.today))

    assert lines[lines.index("text: Not for this person, or no contact known:") + 1 :] == [
        "detail: men: it is for: man or boy; it is for: under 18",
        "detail: boys: it is for: man or boy; it serves other districts",
        "detail: 2 that serve other districts only",
    ]


def test_one_of_another_district_is_counted_as_one_and_nobody_else_is_named() -> None:
    place = directory(service("north", districts=["north"]), districts={"north": "North", "south": "South"})

    assert details(place, district="south") == ["detail: 1 that serves other districts only"]


def test_where_nobody_is_left_out_nothing_is_said_of_it() -> None:
    assert not any("Not for this person" in line or "other districts" in line for line in in_full(service("home")))


def test_what_to_do_where_nobody_is_listed_is_told_whole() -> None:
    place = directory(anywhere=[{"needs": ["legal-advice"], "do": ["Ask a union.", "Ask the bar."]}])

    assert details(place, "legal-advice") == ["item: Legal advice", "detail: Ask a union.", "detail: Ask the bar."]


def test_where_nothing_is_needed_nothing_is_told() -> None:
    assert list(detail_lines(directory(service("home")), (), TODAY.today)) == []
