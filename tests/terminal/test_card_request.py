"""A card without a talk: a place, a need, and the card."""

from collections.abc import Sequence

import pytest

from screening.terminal.card_request import CardRequest
from screening.terminal.desk import Desk
from screening.terminal.screen import Dialog
from tests.terminal.talking import after, said
from tests.terminal.test_service_finder import HONG_KONG, Numbers, other_place

DIRECTORIES = {"hk": HONG_KONG, "aa": other_place("aa", "shelter", "medical")}


def request(place: str | None = None) -> CardRequest:
    return CardRequest(Desk(DIRECTORIES, Numbers(), place, "hk"))


def asked(*inputs: str, place: str | None = None) -> str:
    dialog = request(place)
    assert after(dialog, *inputs) is dialog
    return said(dialog.screen().question)


def card(*inputs: str, place: str | None = None) -> Dialog:
    dialog = after(request(place), *inputs)
    assert dialog is not None
    return dialog


def test_the_place_is_asked_for_and_then_what_is_needed() -> None:
    assert (asked(), asked("hk")) == ("Which place?", "What is needed?")


def test_a_place_that_is_known_is_not_asked_for_but_can_be_changed() -> None:
    assert (asked(place="hk"), asked("BACK", place="hk")) == ("What is needed?", "Which place?")


@pytest.mark.parametrize(("chosen", "needs"), [("shelter", ["shelter"]), ("anything", ["medical", "shelter"])])
def test_the_card_is_for_what_is_needed_and_says_nothing_of_a_person(chosen: str, needs: Sequence[str]) -> None:
    assert said(card("aa", chosen).screen().lines) == f"{needs} {{}}"


def test_from_the_card_one_comes_back_to_what_is_needed_and_from_there_out() -> None:
    dialog = request("aa")
    after(dialog, "shelter")

    assert dialog.screen().suggested == "shelter"
    assert after(dialog, "BACK", "BACK") is None


@pytest.mark.parametrize("way", [(), ("hk",)], ids=["at the place", "at the need"])
def test_one_key_leads_out_from_anywhere(way: Sequence[str]) -> None:
    assert after(request(), *way, "MENU") is None


def test_a_place_and_a_need_are_found_by_a_part_of_their_names() -> None:
    assert request().screen().filters
    assert request("hk").screen().filters
