"""All numbers, a line each."""

from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.directory import Directory
from screening.referral.emergency import with_emergency
from screening.sets.answers import Answer
from screening.sets.needs import Need
from screening.show.numbers import number_lines, service_lines
from screening.show.what_to_say import SAY_NOTHING_TO, what_to_say
from screening.show.whom_to_call import FIND_THE_PLACE
from tests.show.test_whom_to_call import EMERGENCY, contact, offered, shown
from tests.support.services import TODAY, directory, service

ASK_WHO_TELLS = "No police is wanted: before any name, ask every service whether it tells them."
MAY_HAVE_CHANGED = "text: [not sure]: that number may have changed. If it is wrong, call the next."
BED = "group: A safe place to stay"


def told(place: Directory, *needs: Need, **person: Answer) -> list[str]:
    """What stands below the headings of needs, and the headings."""
    return shown(number_lines(offered(place, *needs, person=person), TODAY.today))


def of_most(most: int, place: Directory, *needs: Need) -> list[str]:
    """The same where only so many of each need are named."""
    return shown(number_lines(offered(place, *needs), TODAY.today, most))


def whole(place: Directory, *needs: Need, **person: Answer) -> list[str]:
    return shown(service_lines(place, offered(place, *needs, person=person), TODAY.today, person))


def line_of(known: dict[str, Any], **person: Answer) -> str:
    return told(directory(known), **person)[1]


# --- one service -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "number: 1 - home"),
        ({"page_date": "2019"}, "number: 1 [not sure] - home"),
        ({"listed_by": "Harbour Aid"}, "number: 1 - home - from Harbour Aid"),
        ({"informs_police": "yes"}, "number: 1 - home - POLICE answer or are told"),
        ({"informs_police": "no"}, "number: 1 - home"),
        ({"contacts": [contact("1", hours="24/7")]}, "number: 1 - home - 24 hours"),
        # It is a Sunday evening.
        (
            {"contacts": [contact("1", hours="Su 18:00-22:00")]},
            "number: 1 - home - public holidays here are not known; today may be one",
        ),
        (
            {"contacts": [contact("1", hours="Mo-Fr 09:00-17:00")]},
            "number: 1 - home - CLOSED NOW, opens Mon 9:00 unless that is a public holiday",
        ),
        ({"contacts": [contact("a@b.hk", "email")]}, "number: E-mail a@b.hk - home"),
        ({"serves": {"gender": ["woman"], "ages": ["adult"]}}, "number: 1 - home - ask: men or women, age"),
        ({"only": ["pregnant women"]}, "number: 1 - home - it takes only pregnant women"),
        ({"contacts": [contact("1", conflict="Another page has 2.")]}, "number: 1 - home - CONFLICT: pages differ"),
    ],
    ids=[
        "bare",
        "in-doubt",
        "of-an-agency",
        "the-police",
        "not-the-police",
        "always",
        "open",
        "closed",
        "to-write",
        "to-ask",
        "only",
        "conflict",
    ],
)
def test_a_line_has_the_number_the_name_the_hours_and_what_to_ask(more: dict[str, Any], said: str) -> None:
    assert line_of(service("home", **more)) == said


def test_of_what_fills_more_than_two_rows_only_what_it_is_about_is_said() -> None:
    only = "women who are pregnant, or have a child who was born here, or who have come here with their children, alone"

    assert line_of(service("home", only=[only])) == "number: 1 - home - ask: whom it takes"


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ({"en": "Home", "zh-Hant": "家"}, "Home 家"),
        ({"en": "Home (a house)", "zh-Hant": "家"}, "Home 家"),
        ({"zh-Hant": "家"}, "家"),
        (
            {"en": "A home for everybody, with a long and friendly name", "zh-Hant": "一" * 20},
            "A home for everybody, with",
        ),
        ({"en": f"Home, {'very ' * 15}large", "zh-Hant": "家"}, "Home"),
    ],
    ids=["both", "no-brackets", "the-only-one", "no-room-for-the-other", "before-the-comma"],
)
def test_a_name_is_as_long_as_its_row_has_room_for(names: dict[str, str], said: str) -> None:
    line = line_of(service("home", names=names))

    assert line.removeprefix("number: 1 - ").startswith(said)
    assert len(line) <= 90


def test_a_name_is_never_so_short_that_it_could_be_another_ones() -> None:
    names = ["Unit (east)", "Unit (north)", "Office, east", "Office, north", "Home (a house), east"]
    place = directory(*(service(f"s{at}", names={"en": name}) for at, name in enumerate(names)))

    assert [line.removeprefix("number: 1 - ") for line in told(place)[1:]] == [
        "Unit (east)",
        "Unit (north)",
        "Office, east",
        "Office, north",
        "Home, east",
    ]


def test_of_an_interpreter_with_a_line_for_each_language_the_persons_is_named() -> None:
    lines = [contact(str(number), spoken=[{"languages": [code]}]) for number, code in enumerate(("id", "th", "tl"))]
    cheer = service("cheer", contacts=[*lines, contact("9")])

    assert line_of(cheer, languages=("tl",)) == "number: 2 - cheer - speaks Tagalog"
    # Nobody knows which of them to ring.
    assert line_of(cheer) == "number: 9 - cheer"


# --- several services ------------------------------------------------------------------------------------------------


def test_a_service_is_told_under_its_first_need_and_named_under_the_others() -> None:
    both = service("both", offers=["shelter", "legal-advice"])
    place = directory(both, service("lawyer", offers=["legal-advice"], contacts=[contact("2")]))

    assert told(place, "shelter", "legal-advice", "debt-advice") == [
        BED,
        "number: 1 - both",
        "group: Legal advice - above: both",
        "number: 2 - lawyer",
        "group: Advice on debt",
        "text: No number is listed here for this.",
    ]


def test_as_many_of_those_above_are_named_as_fit_beside_the_need() -> None:
    both = [service(f"{'house-' * 3}{name}", offers=["shelter", "legal-advice"]) for name in "abcde"]

    assert told(directory(*both), "shelter", "legal-advice")[-1] == (
        "group: Legal advice - above: house-house-house-a; house-house-house-b; 3 more"
    )


def test_who_is_closed_comes_last() -> None:
    closed = service("closed", listed_by="An agency", contacts=[contact("1", hours="Mo-Fr 09:00-17:00")])
    place = directory(closed, service("written", contacts=[contact("a@b.hk", "email")]))

    assert [line.split(" - ")[1] for line in told(place)[1:]] == ["written", "closed"]


def test_where_only_some_are_named_the_others_are_counted() -> None:
    place = directory(*(service(name) for name in "abcd"), service("e", offers=["legal-advice"]))

    assert of_most(2, place, "shelter", "legal-advice") == [
        BED,
        "number: 1 - a",
        "number: 1 - b",
        "group: Legal advice",
        "number: 1 - e",
        "text: 2 more stand with the details.",
    ]


def test_who_is_left_out_everywhere_is_named_in_one_line_and_why_is_not_said() -> None:
    women = [service(name, serves={"gender": ["woman"]}, offers=["shelter", "legal-advice"]) for name in ("ann", "bea")]
    place = directory(service("home"), *women)

    assert told(place, "shelter", "legal-advice", gender="man")[-1] == (
        "text: Not for this person, or no contact known: ann; bea."
    )


def test_where_nobody_is_listed_it_says_what_to_do_instead_and_in_short_the_first_thing() -> None:
    place = directory(anywhere=[{"needs": ["legal-advice"], "do": ["Ask a union.", "Ask the bar."]}])

    assert told(place, "legal-advice") == [
        "group: Legal advice",
        "text: No number is listed here for this. Do this instead:",
        "item: Ask a union.",
        "item: Ask the bar.",
    ]
    assert of_most(3, place, "legal-advice") == ["group: Legal advice", "item: Ask a union."]


@pytest.mark.parametrize(("age", "said"), [("child", True), ("unsure", True), ("adult", False), (None, False)])
def test_where_a_child_needs_a_place_it_is_said_who_finds_it(age: str | None, said: bool) -> None:
    person: dict[str, Answer] = {} if age is None else {"age": age}
    unit = service("unit", offers=["child-protection"])

    assert (f"text: {ENGLISH.render(FIND_THE_PLACE)}" in told(directory(service("home"), unit), **person)) is said
    assert f"text: {ENGLISH.render(FIND_THE_PLACE)}" not in told(directory(service("home")), **person)


# --- everything ------------------------------------------------------------------------------------------------------


def test_first_is_the_emergency_number_then_what_to_say_then_what_the_sign_means_then_whom_to_call() -> None:
    assert whole(directory(service("home", page_date="2019"))) == [
        "item: In danger now: 999 - x",
        f"text: {ENGLISH.render(what_to_say({}))}",
        MAY_HAVE_CHANGED,
        BED,
        "number: 1 [not sure] - home",
    ]
    assert MAY_HAVE_CHANGED not in whole(directory(service("home")))


def test_the_emergency_number_is_not_told_again() -> None:
    assert whole(with_emergency(directory(emergency=EMERGENCY)), "emergency")[::2] == [
        "item: In danger now: 999 - Police",
        "group: Emergency - above: 999",
    ]


def test_where_there_is_nobody_to_call_nothing_is_said_of_calling() -> None:
    assert whole(directory(), police="no") == [
        "item: In danger now: 999 - x",
        "group: A safe place to stay",
        "text: No number is listed here for this.",
    ]


def test_one_need_that_somebody_answers_is_enough_to_say_what_to_say() -> None:
    lines = whole(directory(service("home")), "legal-advice", "shelter")

    assert f"text: {ENGLISH.render(what_to_say({}))}" in lines


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


def test_what_is_noted_of_the_emergency_number_stands_right_below_it() -> None:
    place = directory(emergency={**EMERGENCY, "note": "A text works too."})

    assert whole(place)[:2] == ["item: In danger now: 999 - Police", "detail: A text works too."]
