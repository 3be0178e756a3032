"""Finding a service: a place and a need, numbers at once, and questions only where they would change the numbers."""

import re
from collections.abc import Collection, Mapping, Sequence

import pytest
from msgspec.structs import replace

from screening.commands.session import Session
from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import read_catalog
from screening.referral.directory import Directory
from screening.sets.answers import Answer
from screening.sets.needs import Need
from screening.show.lines import Line
from screening.terminal.desk import Desk
from screening.terminal.screen import Dialog, Screen, TextDialog
from screening.terminal.service_finder import ServiceFinder
from tests.support.building import build_directory, hong_kong
from tests.support.walks import Nobody
from tests.terminal.talking import after, said

HONG_KONG = hong_kong()
QUESTIONS = {
    "gender": "Services for women, or for men?",
    "age": "How old is the person?",
    "situation": "What does the person do, or what were they brought for? (one or more)",
}


class Numbers:
    """Whom to call, as somebody else says it: here only what was asked for, in one line."""

    def __init__(self, *questions: str) -> None:
        """Args: questions: what would change the numbers, the best first."""
        self._questions = questions

    def emergency(self, directory: Directory, circumstances: Mapping[str, Answer]) -> Sequence[Line]:
        return [Line("item", f"danger: {directory.emergency.number}")]

    def first(self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]) -> Sequence[Line]:
        return [*self.emergency(directory, circumstances), Line("item", f"first: {[*needs]} {dict(circumstances)}")]

    def in_full(
        self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]
    ) -> tuple[Sequence[Line], Sequence[Line]]:
        everything = Line("item", f"all: {[*needs]} {dict(circumstances)}")
        return [*self.emergency(directory, circumstances), everything], [Line("item", f"details: {[*needs]}")]

    def card(
        self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer], back_to: Dialog
    ) -> Dialog:
        return TextDialog(Screen("Card", lines=(Line("text", f"{[*needs]} {dict(circumstances)}"),)))

    def question(
        self,
        directory: Directory,
        needs: Sequence[Need],
        circumstances: Mapping[str, Answer],
        may_ask: Collection[str],
    ) -> str | None:
        return next((name for name in self._questions if name in may_ask), None)


def start(*questions: str, place: str | None = None) -> ServiceFinder:
    """The finder at its beginning, where these questions matter."""
    directories = {"hk": HONG_KONG, "aa": other_place("aa", "shelter", "medical")}
    return ServiceFinder(Desk(directories, Numbers(*questions), place, "hk"))


def finder(*inputs: Answer, questions: Sequence[str] = ("gender", "age")) -> Screen:
    """What is on the screen after these inputs."""
    dialog = start(*questions)
    assert after(dialog, *inputs) is dialog
    return dialog.screen()


def asked(screen: Screen) -> str:
    return said(screen.question)


# --- the way to the numbers ---


def test_it_asks_for_the_place_and_the_need_and_then_there_are_numbers() -> None:
    screens = [finder(), finder("hk"), finder("hk", "shelter")]

    assert [asked(screen) for screen in screens] == ["Which place?", "What is needed?", QUESTIONS["gender"]]
    assert said(screens[2].lines) == "danger: 999\nfirst: ['shelter'] {}"


def test_where_the_place_is_known_it_begins_with_the_need_and_back_leads_to_the_place() -> None:
    dialog = start(place="aa")

    assert asked(dialog.screen()) == "What is needed?"
    assert ENGLISH.render(dialog.screen().heading) == "Find a service: aa"
    assert after(dialog, "BACK") is dialog
    assert (asked(dialog.screen()), dialog.screen().chosen) == ("Which place?", ("aa",))


def test_the_home_place_is_pointed_at_and_nothing_is_said_to_be_recorded() -> None:
    assert (finder().suggested, finder().chosen) == ("hk", ())


def test_a_place_that_nobody_knows_is_asked_for() -> None:
    assert asked(start(place="zz").screen()) == "Which place?"


def test_the_number_for_danger_stands_first_wherever_the_place_is_known() -> None:
    for screen in (finder("hk"), finder("hk", "shelter"), finder("hk", "shelter", "man"), finder("hk", "FINISH")):
        assert said(screen.lines).startswith("danger: 999")


def test_only_needs_that_somebody_serves_there_can_be_chosen() -> None:
    assert {choice.value for choice in finder("hk").choices} == HONG_KONG.answers


# --- making them fit ---


def test_each_answer_changes_the_numbers_at_once() -> None:
    assert said(finder("hk", "shelter", "man").lines).endswith("first: ['shelter'] {'gender': 'man'}")


def test_only_what_would_change_the_numbers_is_asked() -> None:
    assert finder("hk", "shelter", questions=()).last
    assert finder("hk", "shelter", "man", questions=("gender",)).last
    assert asked(finder("hk", "shelter", "man", questions=("gender", "situation"))) == QUESTIONS["situation"]


def test_what_is_left_out_is_not_known_and_not_asked_again() -> None:
    assert asked(finder("hk", "shelter", "SKIP")) == QUESTIONS["age"]
    assert said(finder("hk", "shelter", "SKIP", "adult").lines).endswith("all: ['shelter'] {'age': 'adult'}")


def test_the_rest_can_be_seen_at_once_from_anywhere_and_back_leads_there_again() -> None:
    for way in (["hk"], ["hk", "shelter"], ["hk", "shelter", "man"]):
        assert "all:" in said(finder(*way, "FINISH").lines)
        assert finder(*way, "FINISH", "BACK") == finder(*way)


def test_before_a_need_is_said_everything_is_shown() -> None:
    assert "'shelter', 'social-welfare'" in said(finder("hk", "FINISH").lines)


@pytest.mark.parametrize("name", ["identity_card", "may_stay"])
def test_papers_can_be_left_out_and_it_is_said(name: str) -> None:
    assert "They can leave this out." in asked(finder("hk", "shelter", questions=(name,)))


def test_a_long_list_can_be_narrowed_down_and_a_short_one_need_not_be() -> None:
    assert finder("hk").filters
    assert finder("hk", "shelter", questions=("languages",)).filters
    assert finder("hk", "shelter", questions=("district",)).filters
    assert not finder("hk", "shelter").filters


def test_languages_and_districts_are_those_of_the_place() -> None:
    languages = finder("hk", "shelter", questions=("languages",)).choices
    districts = finder("hk", "shelter", questions=("district",)).choices

    assert [choice.value for choice in languages if not choice.undecided] == list(HONG_KONG.languages)
    assert "Tagalog" in [ENGLISH.render(choice.label) for choice in languages]
    assert [choice.value for choice in districts if not choice.undecided] == list(HONG_KONG.districts)


# --- back, and out ---


def test_back_leads_through_the_answers_and_out_to_the_menu() -> None:
    dialog = start("gender", "age")

    assert after(dialog, "hk", "shelter", "man", "BACK") is dialog
    assert (asked(dialog.screen()), dialog.screen().chosen) == (QUESTIONS["gender"], ("man",))
    assert after(dialog, "BACK") is dialog
    assert dialog.screen().chosen == ("shelter",)
    assert after(dialog, "BACK", "BACK") is None


def test_an_answer_can_be_changed_and_another_stands() -> None:
    screen = finder("hk", "shelter", "man", "adult", "BACK", "BACK", "woman")

    assert said(screen.lines).endswith("all: ['shelter'] {'gender': 'woman', 'age': 'adult'}")


def test_what_was_answered_stands_for_another_need_too() -> None:
    screen = finder("hk", "shelter", "man", "BACK", "BACK", "medical")

    assert said(screen.lines).endswith("first: ['medical'] {'gender': 'man'}")
    assert asked(screen) == QUESTIONS["age"]


def test_what_holds_in_one_place_only_is_forgotten_in_another() -> None:
    screen = finder("hk", "shelter", "wan-chai", *["BACK"] * 3, "aa", "FINISH", questions=("district",))

    assert "wan-chai" not in said(screen.lines)


def test_a_need_that_nobody_serves_in_another_place_is_forgotten() -> None:
    assert finder("hk", "legal-advice", "BACK", "BACK", "aa").chosen == ()
    assert finder("hk", "medical", "BACK", "BACK", "aa").chosen == ("medical",)


@pytest.mark.parametrize("way", [[], ["hk"], ["hk", "shelter"], ["hk", "shelter", "man"], ["hk", "FINISH"]], ids=str)
def test_one_key_leads_back_to_the_menu_from_everywhere(way: list[Answer]) -> None:
    assert after(start("gender", "age"), *way, "MENU") is None


def test_the_end_of_the_list_leads_to_the_menu_too() -> None:
    assert after(start(), "hk", "shelter", "ON") is None


def test_from_the_whole_list_there_is_a_card_for_what_was_asked() -> None:
    card = after(start("gender"), "hk", "shelter", "man", "CARD")

    assert card is not None
    assert said(card.screen().lines) == "['shelter'] {'gender': 'man'}"


# --- with the numbers of the program ---


def found(*inputs: Answer) -> Screen:
    """What is on the screen of a session after these inputs, for somebody in Hong Kong."""
    dialog: Dialog = Session(Nobody(), ENGLISH, place="hk").find_service()
    assert after(dialog, *inputs) is dialog
    return dialog.screen()


def test_a_man_gets_the_numbers_of_beds_for_men_and_of_no_house_for_women() -> None:
    numbers = said(found("shelter", "adult", "man").lines)

    assert "+852 2362 7350" in numbers
    assert "Caritas men's hostel" in numbers
    assert "Harmony House" not in numbers


def test_in_another_language_the_same_numbers_come_under_a_heading_that_has_one_mark() -> None:
    catalog = replace(read_catalog(), language="id")
    dialog = after(Session(Nobody(), ENGLISH, catalog=catalog, place="hk").find_service(), "shelter")
    assert dialog is not None
    screen = dialog.screen()
    english, numbers = said(found("shelter").lines), said(screen.lines)

    assert re.findall(r"[+0-9][0-9 ]{3,}", numbers)[:4] == re.findall(r"[+0-9][0-9 ]{3,}", english)[:4]
    assert ENGLISH.render(screen.heading) == "Whom to call: Hong Kong ~"
    assert "Darurat" in numbers
    assert "Darurat" not in english


def test_nobody_is_asked_for_their_papers_where_that_changes_nothing() -> None:
    dialog = Session(Nobody(), ENGLISH, place="hk").find_service()
    going = after(dialog, "medical")
    while going is not None and not going.screen().last:
        assert "right to stay" not in asked(going.screen())
        assert "identity card" not in asked(going.screen())
        going = after(going, "SKIP")


def test_the_whole_list_names_who_is_left_out_and_its_details_say_why() -> None:
    screen = found("shelter", "adult", "man", "FINISH")
    (details,) = screen.parts

    assert "no contact known: Bethune House" in said(screen.lines)
    assert "Bethune House: it is for: woman or girl" in said(details.lines)
    assert details.aside


def other_place(code: str, *needs: str) -> Directory:
    """A directory with one service."""
    shown = {"source": "x", "page_date": "2026"}
    return build_directory(
        {
            "place": code,
            "names": {"en": code},
            "as_of": "2026-11-22",
            "time_zone": "Asia/Hong_Kong",
            "emergency": {"number": "999", "names": {"en": "Police"}, "evidence": "official", **shown},
            "services": [
                {
                    "id": f"{code}-{need}",
                    "names": {"en": need},
                    "offers": [need],
                    "contacts": [{"kind": "telephone", "number": "1", "evidence": "official"}],
                    **shown,
                }
                for need in needs
            ],
        }
    )
