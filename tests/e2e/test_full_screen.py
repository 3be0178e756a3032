"""Whole screenings on the full screen, compared screen by screen with golden files."""

import re

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.reading.sets import find_set
from tests.support.golden import SIZES, Story
from tests.support.kept_terminal import at_once
from tests.support.terminal import KEYS
from tests.support.thorough import one_in
from tests.support.walks import before, walk

at_both_sizes = pytest.mark.parametrize("size", one_in(2, SIZES))

# Somebody who works in a home. What is asked last is not settled by the rest.
PERSON = {"place": "hk", "age": "adult", "gender": "woman", "situation": "domestic-work"}
QUIET_KITCHEN = {
    **PERSON,
    "found-as": "nothing",
    "looks": "neither",
    "start-force": "unclear",
    "start-used": "nothing",
    "brought-for": "declined",
    "papers": "kept",
    "says-no": "none",
    "go-out": "not-out",
    "long-hours": "yes",
    "stop-work": "penalty",
    "offer": "always_only",
    "still-there": "yes",
    "wants": "leave",
    "may_call": "yes",
    "safe_to_reach": "declined",
}


def keys_to(set_name: str, name: str) -> list[str]:
    """The keys that lead to a step, by its id."""
    return [key for stop in before(name, walk(set_name, PERSON)) for key in stop.turn.split()]


TO_THE_SITUATION = keys_to("palermo", "situation")
TO_THE_AGE = keys_to("first-contact", "age")
TO_THE_WORK = keys_to("first-contact", "work")
# Its last answer: none of the others.
NOTHING_OF_IT = "0 enter"


@at_both_sizes
def test_a_screening_from_the_opening_to_the_last_page_of_the_result(size: str) -> None:
    with Story("screening", size, "run", "palermo") as story:
        turns = {
            # How it began, with its help, and two of it.
            "how-began": ("?", "enter", "1 7 enter"),
            "promised": ("1 3 enter",),
            # Marked with the space bar, and looked at again before it is done.
            "hold-used": ("down space down down space", "up", "enter"),
            "depends-used": ("4 4 down space enter",),
        }
        # Once it is settled, the rest is left out; going back tonight brings a card.
        for stop in before("review", walk("palermo", QUIET_KITCHEN)):
            if stop.kind == "flag":
                story.read_on("enter")
            else:
                story.play(*turns.get(stop.name, ("space" if stop.kind == "turn" else stop.turn,)))
        story.play("up", "r")
        story.to_last_page("enter")
        story.play("enter", "e", "n", "e", "e")
        story.ends()


@at_both_sizes
def test_going_back_across_a_gate_sets_answers_aside_and_says_so(size: str) -> None:
    with Story("gate", size, "run", "palermo") as story:
        story.pass_by(*TO_THE_SITUATION)
        # Something else: now more is asked about. Most of what comes before that is skipped.
        nothing = {"crime": "nothing", "made-to": "none", "begging": "own", "marriage": "none", "operation": "none"}
        stops = {stop.name: stop for stop in walk("palermo", {**PERSON, **nothing, "situation": "other"})}
        story.play("up up up space", "enter")
        story.skip_to(stops["crime"].sign)
        story.play(*(stops[name].turn for name in nothing))
        # Back, past what was answered, to where it began.
        story.play("b", "b", "b", "b", "b", "b")
        story.back_to(stops["situation"].sign)
        story.play("space down down down space", "enter")
        assert "3 earlier answers are now set aside." in story.screen()
        story.play("n", "b", "b")
        # And once more: they apply again, and nobody has to answer them anew.
        story.play("space up up up space", "enter")
        story.skip_to(stops["crime"].sign)
        story.play("enter", "enter", "enter", "enter", "enter")


@at_both_sizes
def test_a_paused_screening_goes_on_where_it_was_and_comes_to_the_same_result(size: str) -> None:
    stops = walk("first-contact", PERSON)
    next_sign = stops[len(before("work", stops)) + 4].sign
    with Story("pause", size, "run", "first-contact") as paused:
        paused.pass_by(*TO_THE_WORK)
        paused.play(NOTHING_OF_IT, "y", "n", "n", "p", "g", "p")
        code = _code(paused.screen())
        paused.play("e")
        paused.ends()
    groups = code.split()
    wrong = " ".join([*groups[:2], _one_symbol_wrong(groups[2]), *groups[3:]])
    with Story("resume", size, "resume") as resumed:
        resumed.type(wrong)
        assert "group 3" in resumed.screen()
        resumed.type(f"3 {groups[2]}")
        resumed.play("enter", "enter", "enter", "y")
        assert next_sign in resumed.screen()
        resumed.play("b", "y", "y")
        result = _result_after(resumed)
    with Story("uninterrupted", size, "run", "first-contact") as uninterrupted:
        uninterrupted.pass_by(*TO_THE_WORK)
        uninterrupted.play(NOTHING_OF_IT, "y", "n", "n", "y")
        assert _result_after(uninterrupted) == result


def _result_after(story: Story) -> list[str]:
    """Where somebody stays tonight, the police, the last card, the turn, the review; then the pages of the result."""
    story.play("y")
    story.read_on("enter")
    story.play("d", "enter", "enter", "r")
    pages = [story.screen()]
    while (page := story.page()) and page[0] < page[1]:
        story.pass_by("enter")
        pages.append(story.screen())
    return pages


@at_both_sizes
def test_an_answer_is_corrected_from_the_review(size: str) -> None:
    with Story("review", size, "run", "first-contact") as story:
        story.pass_by(*TO_THE_WORK, "f", "enter")
        story.look("at the review")
        # To the doctor, and back without a change; then, from that row, to correct it, which brings the card.
        story.play("down down down down", "enter", "b", "enter", "y")
        story.read_on("enter")
        assert "Needs a doctor or medicine today - Yes" in story.screen()
        story.play("r", "e e")
        story.ends()


def test_the_review_names_every_answer_that_counts() -> None:
    terminal = at_once("run", "first-contact")
    terminal.until("Before you begin")
    # Back to the beginning, and from there to the end: what was said of age and papers still counts.
    for keys in (*TO_THE_WORK, NOTHING_OF_IT, "y", "b", "b", "b", "b", "b", "b", "b", "f", "enter"):
        terminal.press(*keys.split(), pause=0)
    terminal.until("All answers once more")

    papers = next(question for _, _, question in find_set("first-contact").questions() if question.id == "papers")
    assert "The person's age now - 18 or over" in terminal.text()
    assert f"{papers.record} - Yes" in " ".join(terminal.text().split())


@at_both_sizes
def test_finishing_early_leads_to_what_is_known_so_far(size: str) -> None:
    with Story("finish", size, "run", "palermo") as story:
        story.pass_by(*TO_THE_SITUATION)
        story.play("f", "b", "f", "enter", "r")
        assert "TOO LITTLE KNOWN" in story.screen()
        story.play("e e")
        story.ends()


@at_both_sizes
def test_the_pages_of_a_result_are_turned_both_ways(size: str) -> None:
    with Story("pages", size, "run", "first-contact") as story:
        story.pass_by(*TO_THE_AGE, "f", "enter", "r")
        story.look("at the result")
        story.play(
            "space", "enter", "pagedown", "pageup", "left", "right", "down", "up", "p", "g", "pagedown", "b", "r"
        )
        story.to_last_page("pagedown")
        # No key that turns pages ends it.
        story.play("enter", "space", "pagedown", "p", "down", "enter", "?", "q", "e e")
        story.ends()


@pytest.mark.parametrize("size", one_in(3, [*SIZES, "200x60"]))
def test_each_kind_of_screen_is_composed_at_every_size(size: str) -> None:
    stops = {stop.name: stop for stop in walk("first-contact", PERSON)}
    with Story("kinds", size, "run", "first-contact") as story:
        story.pass_by(*keys_to("first-contact", "danger-now"))
        # A question: what is pointed at, and the question alone.
        story.look("at a question")
        story.play("down", "v", "v")
        # A card.
        story.play("y", "enter")
        # A list to tick.
        story.skip_to(stops["work"].sign)
        story.play("down space")
        # The review, and the result.
        story.pass_by("f", "enter")
        story.look("at the review")
        story.play("down", "r", "e e")
        story.ends()


@at_both_sizes
def test_the_menu_leads_to_everything_and_back(size: str) -> None:
    with Story("menu", size) as story:
        # Enter alone does nothing; a number has to be meant.
        story.play(
            "enter",
            "0",
            "down",
            "7",
            "enter",
            "5",
            "b",
            "8",
            "1",
            "1",
            "2",
            "enter",
            "b",
            "b",
            "b",
            "2",
            "enter",
            "b",
            "6",
            "b",
            "1",
        )
        assert "Questions: palermo" in story.screen()
        story.terminal.send(KEYS["ctrl-c"])
        assert story.terminal.end() == 130


@at_both_sizes
def test_a_first_contact_begins_from_the_menu(size: str) -> None:
    with Story("menu-first-contact", size) as story:
        story.play("2", "enter", "2", "enter")


@at_both_sizes
def test_a_service_is_found_from_the_menu(size: str) -> None:
    with Story("menu-service", size) as story:
        story.play("5", "enter", "/", "s", "t", "a", "y", "enter", "2", "2", "?", "enter", "b")
        story.play("enter", "f")
        story.to_last_page("enter")
        story.play("k", "y", "1", "b", "e", "e", "9")
        story.ends()


@at_both_sizes
def test_the_example_is_played_from_the_menu(size: str) -> None:
    with Story("menu-example", size) as story:
        story.play("8", "3")
        assert "An invented case" in story.screen()
        story.play("enter", "space", "e")
        assert "What would you like to do?" in story.screen()
        story.play("9")
        story.ends()


@at_both_sizes
def test_the_menu_is_left(size: str) -> None:
    with Story("menu-leave", size) as story:
        story.play("9")
        story.ends()


@at_both_sizes
def test_with_a_child_going_on_has_to_be_meant(size: str) -> None:
    with Story("child", size, "run", "first-contact") as story:
        story.pass_by(*TO_THE_AGE)
        story.play("1")
        story.to_last_page("pagedown")
        # No key alone goes on: neither Enter nor a letter.
        story.play("enter", "g", "space", "2", "up", "enter")
        # The card comes again with the answer.
        story.play("b", "b", "enter", "enter", "f", "enter", "r")
        story.play("e e")
        story.ends()


@at_both_sizes
def test_several_answers_and_one_that_stands_alone(size: str) -> None:
    with Story("several", size, "run", "first-contact") as story:
        story.pass_by(*TO_THE_WORK)
        # Enter, before anything is marked, and with the pointer at something that is not marked.
        story.play("enter", "down", "enter")
        story.play("space", "down", "space", "4", "3", "3", "up up space", "?", "enter", "up", "up up", "enter", "b")
        # What is doubtful stands beside what is marked, with its letter as well as with the space bar.
        story.play("down down down down", "space", "enter", "b", "space", "1", "u", "b")


@at_both_sizes
def test_what_was_told_in_part_is_kept_by_every_key(size: str) -> None:
    with Story("told-in-part", size, "run", "first-contact") as story:
        story.pass_by(*TO_THE_WORK)
        # One thing told and the rest refused; corrected; left for later; and finished with a mark that nobody confirmed.
        story.play("1", "d", "b", "2", "b", "enter", "u", "b", "1 2", "s", "b", "1", "f", "enter")


@at_both_sizes
@pytest.mark.parametrize(("name", "key"), [("not-now", "n"), ("stop", "down down down enter")])
def test_without_agreement_there_is_no_screening(size: str, name: str, key: str) -> None:
    with Story(name, size, "run", "palermo") as story:
        story.pass_by("enter", "down", "enter", "enter")
        story.play("enter", key, "enter", "e", "e")
        story.ends()


def _code(screen: str) -> str:
    """The answer code on a screen, its groups with blanks between."""
    return " ".join(group for row in screen.splitlines() for group in re.findall(r"(?<=  )[0-9A-Z]{5}(?=  |$)", row))


def _one_symbol_wrong(group: str) -> str:
    return ("0" if group[0] != "0" else "1") + group[1:]
