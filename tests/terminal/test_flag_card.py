"""The card of a flag: whom to call and what to do, before anything else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.language.catalog import ENGLISH
from screening.referral.freshness import doubts
from screening.result.advise import flag_card
from screening.show.call_rows import CALL
from screening.show.lines import Line
from screening.show.whom_to_call import NO_DIRECTORY
from screening.terminal.flag_card import FIRST
from screening.terminal.steps import step_screen
from screening.terminal.view_state import first_view_state
from tests.interview.interviews import go
from tests.support.building import asked, hong_kong, indicator, small_set
from tests.support.clocks import BEFORE, MIDNIGHT, closing_at_midnight, running
from tests.support.program import THE_DAY
from tests.support.services import directory, service
from tests.terminal.talking import PALERMO, a_context, conversation, said, way_to
from tests.terminal.test_steps import TO_THE_AGE, at, shown


def test_a_flag_shows_its_card_with_the_emergency_number_first() -> None:
    screen = at("hk", "ON", "yes", "yes")
    text = said(screen.lines)

    card = flag_card(PALERMO.set, "danger_now")
    assert (screen.heading, screen.choices) == (FIRST, ())
    assert text.index("Danger: 999") < text.index(ENGLISH.render(card.do[0]))


def test_a_card_names_itself_only_where_nobody_beside_has_just_said_it() -> None:
    words: dict[str, Any] = {"flags": [{"id": "alarm", "title": "Alarm", "do": ["Act."]}]}
    own = asked("hurt", raises=["alarm"], ask_self="Hurt?")
    looks = {"seen": [{"id": "found", "kind": "seen", "record": "Found", "raises": ["alarm"]}]}
    beside = Interview(small_set([own], [], stages=looks, **words))
    nobody = Interview(small_set([{**asked("hurt", raises=["alarm"]), "kind": "known"}], [], **words))

    turn = "lead: Turn the screen to yourself."
    assert [line for line in shown(at("yes", interview=beside)) if "Alarm" in line] == []
    assert turn in shown(at("yes", interview=beside))
    for inputs, interview in (
        (("HAND OVER", "hand_over", "yes", "returned"), beside),
        (("no", "ON", "yes"), beside),
        (("yes",), nobody),
    ):
        assert shown(at(*inputs, interview=interview))[-2:] == ["subheading: Alarm", "do: Act."]


@pytest.mark.parametrize(
    ("age", "is_said"),
    [("adult", ["adult's"]), ("unsure", ["child's"]), ("SKIP", ["adult's", "child's"])],
)
def test_a_card_says_only_what_is_meant_for_this_age(age: str, is_said: list[str]) -> None:
    card = {"id": "alarm", "title": "Alarm", "do": [{"adult": "An adult's line."}, {"child": "A child's line."}]}
    interview = Interview(
        small_set(
            [asked("alarm", raises=["alarm"]), asked("more", always=True)],
            [],
            circumstances=[{"id": "age", "record": "A"}],
            flags=[card],
            settles=False,
        )
    )
    state = go(interview, [age, *(["ON"] if age == "unsure" else []), "yes"])

    lines = step_screen(interview, state, a_context()).lines

    assert interview.current(state).id == "alarm"
    assert [word for word in ("adult's", "child's") if word in said(lines)] == is_said


def test_a_card_names_the_numbers_for_its_needs() -> None:
    text = said(at(*way_to("self-harm"), "yes").lines)

    assert text.index("999") < text.index("To talk: 18111") < text.index("If nobody answers: +852 2896 0000")
    assert text.index("If nobody answers") < text.index("Stay with the person.")


def test_a_card_names_whoever_has_to_be_asked_first_where_there_is_nobody_else() -> None:
    call: Mapping[str, str] = {"kind": "telephone", "evidence": "official"}
    asked = service(
        "asked", offers=["crisis-line"], serves={"gender": ["woman"]}, contacts=[{**call, "number": "2345 6789"}]
    )
    ready = service("ready", offers=["crisis-line"], contacts=[{**call, "number": "3456 7890"}])
    state = conversation(*way_to("self-harm"), "yes").state

    def shown(*services: dict[str, Any]) -> str:
        here = replace(a_context(), directories={"hk": directory(*services)})
        return said(step_screen(PALERMO, state, here).lines)

    assert "2345 6789 - asked - ask first" in shown(asked)
    # The number for danger is listed.
    assert "No number is listed" not in shown(asked)
    assert "2345 6789" not in shown(asked, ready)
    assert "To talk: 3456 7890" in shown(asked, ready)


def test_the_card_for_a_child_says_that_there_is_no_number_only_where_there_is_none() -> None:
    contact = {"kind": "telephone", "evidence": "official", "number": "2345 6789"}
    asked = service("asked", offers=["child-protection"], serves={"gender": ["woman"]}, contacts=[contact])
    page = service("page", offers=["child-protection"], contacts=[{**contact, "kind": "website", "number": "x.org"}])
    state = conversation(*way_to("age"), "child").state

    def shown(*services: dict[str, Any]) -> str:
        here = replace(a_context(), directories={"hk": directory(*services)})
        return said(step_screen(PALERMO, state, here).lines)

    assert "2345 6789 - asked - ask first" in shown(asked)
    assert "no number here" not in shown(asked)
    assert "Child protection: no number here fits." in shown(page)
    assert "Child protection: no number here fits." in shown()


def test_a_card_goes_by_one_reading_of_the_clock() -> None:
    state = conversation(*way_to("self-harm"), "yes").state
    whole = replace(a_context(), directories={"hk": closing_at_midnight()})

    def shown(*times: datetime) -> tuple[Line, ...]:
        return step_screen(PALERMO, state, replace(whole, now=running(*times))).lines

    assert shown(BEFORE) != shown(MIDNIGHT)
    assert shown(BEFORE, MIDNIGHT) in {shown(BEFORE), shown(MIDNIGHT)}


def test_a_card_warns_of_numbers_that_may_be_wrong() -> None:
    warned = {
        contact.number: bool(doubts(contact, service, THE_DAY.date()))
        for service in hong_kong().services
        for contact in service.contacts
    }
    shown = said(at(*way_to("self-harm"), "yes").lines).split("\n")
    told = " ".join(shown)
    named = {number: told.split(number)[1] for number in warned if number in told}

    assert {"18111", "+852 2896 0000", "+852 2389 2222"} <= named.keys()
    assert {number: after.startswith(" [not sure]") for number, after in named.items()} == {
        number: warned[number] for number in named
    }


def test_a_card_without_a_directory_says_so() -> None:
    text = said(at("other", "ON", "yes", "yes").lines)

    assert ENGLISH.render(NO_DIRECTORY) in text
    assert "999" not in text


def test_a_card_without_a_directory_has_its_lines_as_any_text() -> None:
    assert Line("call", NO_DIRECTORY, CALL) in at("other", "ON", "yes", "yes").lines


def test_the_card_for_a_child_offers_to_fill_in_what_is_known_where_there_is_a_set_for_that() -> None:
    state = conversation(*TO_THE_AGE, "child").state
    screen = step_screen(PALERMO, state, replace(a_context(), has_child_set=True))

    assert [(choice.key, choice.value) for choice in screen.choices] == [
        ("f", "finish"),
        ("c", "child_set"),
        ("go on", "go_on"),
    ]


@pytest.mark.parametrize("age", ["child", "unsure", "declined"])
def test_the_card_for_a_child_lets_nobody_go_on_by_one_key(age: str) -> None:
    screen = at(*TO_THE_AGE, age)

    assert "Stop the questions" in said(screen.lines)
    assert "2343 2255" in said(screen.lines)
    assert [choice.key for choice in screen.choices] == ["f", "go on"]
    assert first_view_state(screen).pointer == -1


def test_a_set_without_a_card_for_a_child_gets_one_all_the_same() -> None:
    interview = Interview(
        small_set(
            [asked("one", shows=["i"])], [indicator("i", "forced_work")], circumstances=[{"id": "age", "record": "x"}]
        )
    )

    assert "Call child protection now" in said(at("child", interview=interview).lines)
