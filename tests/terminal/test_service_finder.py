"""Finding a service: a few circumstances, and then whom to call."""

from collections.abc import Mapping, Sequence

import pytest
from msgspec.structs import replace

from screening.language.catalog import ENGLISH
from screening.referral.directory import Directory
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.sets.answers import Answer
from screening.sets.needs import Need
from screening.show.lines import Line
from screening.show.whom_to_call import service_lines
from screening.terminal.screen import Dialog, Screen, TextDialog
from screening.terminal.service_finder import ServiceFinder
from screening.terminal.view_state import first_view_state
from tests.support.building import build_directory, hong_kong
from tests.support.program import THE_DAY
from tests.terminal.talking import after, said

HONG_KONG = hong_kong()
MENU = TextDialog(Screen("Menu"))
SKIP_ALL: list[Answer] = ["SKIP"] * 9


def lines(directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]) -> list[Line]:
    offers = match_services(needs, circumstances, directory, moment_in(directory, THE_DAY))
    return list(service_lines(directory, offers, THE_DAY.date(), circumstances))


def finder(*inputs: Answer) -> ServiceFinder:
    """The finder after these inputs."""
    dialog = ServiceFinder({"hk": HONG_KONG}, lines, lambda: MENU)
    assert after(dialog, *inputs) is dialog
    return dialog


def asked(*inputs: Answer) -> str:
    """What is asked after these inputs."""
    return said(finder(*inputs).screen().lines)


def found(*circumstances: Answer, needs: tuple[str, ...] = ("shelter",)) -> str:
    """The services that are shown for circumstances, the rest of them skipped."""
    dialog = finder("hk", needs, *circumstances)
    while not dialog.screen().last:
        assert after(dialog, "SKIP") is dialog
    return said(dialog.screen().lines)


def test_it_asks_for_the_place_the_needs_and_then_what_services_go_by() -> None:
    questions = [asked(), asked("hk"), *(asked("hk", ("shelter",), *SKIP_ALL[:count]) for count in range(9))]

    assert questions == [
        "Which place?",
        "What is needed? (one or more)",
        "How old is the person?",
        "Services for women, or for men?",
        "What does the person do, or what were they brought for? (one or more)",
        "Do they have a local identity card?",
        "Do they have a right to stay?",
        "Do they have children with them?",
        "In which languages can they talk easily? (one or more)",
        "Do they agree to the police being told?",
        "Are they abroad now?",
    ]


def test_each_question_says_how_many_there_are() -> None:
    assert ENGLISH.render(finder().screen().progress) == "1 of 11"
    assert ENGLISH.render(finder("hk", ("shelter",), "SKIP").screen().progress) == "4 of 11"


def test_only_what_the_person_is_like_can_be_skipped() -> None:
    assert finder().screen().keys == {"back"}
    assert finder("hk").screen().keys == {"back"}
    assert finder("hk", ("shelter",)).screen().keys == {"back", "skip"}


def test_only_needs_that_somebody_serves_there_can_be_chosen() -> None:
    assert {choice.value for choice in finder("hk").screen().choices} == HONG_KONG.answers


def test_a_language_can_be_chosen_where_somebody_is_known_to_speak_it() -> None:
    choices = finder("hk", ("shelter",), *SKIP_ALL[:6]).screen().choices

    assert [choice.value for choice in choices if not choice.undecided] == list(HONG_KONG.languages)
    assert "Tagalog" in [ENGLISH.render(choice.label) for choice in choices]


def test_languages_are_not_asked_where_none_is_known() -> None:
    silent = replace(HONG_KONG, services=())
    dialog = ServiceFinder({"hk": silent}, lines, lambda: MENU)

    assert after(dialog, "hk", ("shelter",), *SKIP_ALL[:8]) is dialog
    assert dialog.screen().last


def test_what_was_skipped_excludes_nobody() -> None:
    everybody = found()

    assert "Caritas men's hostel" in everybody
    assert "Bethune House" in everybody
    assert "it is for: woman or girl. Ask the person whether that fits" in everybody
    left_out = everybody.partition("Not for this person, or no contact known:\n")[2].splitlines()
    assert all(line.endswith(": no contact is known") for line in left_out)


@pytest.mark.parametrize("doubt", ["unsure", "declined"])
def test_doubt_excludes_nobody_either(doubt: str) -> None:
    assert found(doubt).count("Telephone") == found().count("Telephone")


def test_what_is_known_leaves_out_who_serves_others_and_says_so() -> None:
    men = found("SKIP", "man")

    assert "Bethune House: it is for: woman or girl" in men
    assert "Caritas men's hostel" in men


def test_the_services_are_shown_with_the_emergency_number_first_and_how_fresh_they_are() -> None:
    screen = finder("hk", ("shelter",), *SKIP_ALL).screen()

    assert ENGLISH.render(screen.heading) == "Whom to call"
    assert screen.last
    assert ENGLISH.render(screen.lines[0].text).startswith("In danger now: 999")
    assert ENGLISH.render(screen.lines[2].text).startswith("Choose what is needed, and call its first number.")
    assert "This list was drawn up on" in ENGLISH.render(screen.lines[3].text)


def test_needs_come_in_one_order_however_they_were_marked() -> None:
    assert found(needs=("shelter", "medical")) == found(needs=("medical", "shelter"))
    assert "Medical help" in found(needs=("shelter", "medical"))


def test_back_leads_through_the_questions_with_what_was_chosen_and_out_to_the_menu() -> None:
    dialog = finder("hk", ("shelter",), "adult", "BACK")

    assert dialog.screen().chosen == ("adult",)
    assert after(dialog, "BACK") is dialog
    assert dialog.screen().chosen == ("shelter",)
    assert after(dialog, "BACK", "BACK") is MENU


def test_from_the_services_back_leads_to_the_last_question() -> None:
    dialog = finder("hk", ("shelter",), *SKIP_ALL, "BACK")

    assert ENGLISH.render(dialog.screen().progress) == "11 of 11"


def test_another_answer_finds_other_services() -> None:
    dialog = finder("hk", ("shelter",), "SKIP", "man", *SKIP_ALL[2:], *["BACK"] * 8, "woman", *SKIP_ALL[2:])

    assert "Bethune House: it is for" not in said(dialog.screen().lines)


def test_after_the_services_it_is_over() -> None:
    assert after(finder("hk", ("shelter",), *SKIP_ALL), "ON") is None


def place(code: str, *needs: str) -> Directory:
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


def test_after_another_place_only_needs_that_are_served_there_stand_marked() -> None:
    directories = {"aa": place("aa", "shelter", "medical"), "bb": place("bb", "shelter", "legal-advice")}
    dialog: Dialog = ServiceFinder(directories, lines, lambda: MENU)

    assert after(dialog, "aa", ("shelter", "medical"), "BACK", "BACK", "bb") is dialog
    assert first_view_state(dialog.screen()).ticked == ("shelter",)
    assert after(dialog, ("shelter",), *SKIP_ALL[:8]) is dialog
    assert "legal" not in said(dialog.screen().lines)
