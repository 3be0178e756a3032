"""What a screening costs is counted right. tests/bench/effort.py plays all of them, and is no test."""

import dataclasses

import pytest

from screening.interview.machine import Interview
from screening.sets.answers import Answer
from screening.terminal.conversation import Conversation
from screening.terminal.screen import Screen, TextDialog
from tests.bench.effort import BEGIN, END, MOST_PAGES, Case, Effort, effort_of, every_vignette, section, with_section
from tests.bench.player import Played, Player
from tests.bench.write_performance import PAGE
from tests.support.building import asked, indicator, small_set
from tests.terminal.talking import a_context

TWELVE = [{"id": f"o-{number}", "label": f"Number {number}"} for number in range(1, 13)]
SET = small_set(
    [
        asked("plain", shows=["lie"]),
        asked("left-open"),
        asked("long", choose="several", options=TWELVE),
    ],
    [indicator("lie", "deception")],
)


def played(answers: dict[str, Answer]) -> Played:
    result = TextDialog(Screen(last=True))
    dialog = Conversation(Interview(SET), a_context(), then=lambda _: result)
    return Player(answers).play(dialog)


def test_an_answer_is_a_key_and_what_is_left_open_is_skipped_as_often_as_it_comes() -> None:
    found = played({"plain": "yes", "long": ("o-2",)})

    assert (found.questions, found.ticks) == (3, 1)
    assert found.spent["skipped"] >= 1
    # One answer, one mark, Enter.
    assert found.spent["answers"] >= 3
    assert found.keys == sum(found.spent.values())


def test_a_number_of_two_digits_is_two_keys() -> None:
    short = played({"long": ("o-2",)})
    long = played({"long": ("o-12",)})

    assert long.keys > short.keys


@pytest.mark.parametrize(
    ("changes", "missed"),
    [
        ({}, ()),
        ({"keys": 22}, ("keys",)),
        ({"first_pages": 2}, ("page one",)),
        ({"pages": MOST_PAGES + 1}, ("pages",)),
    ],
    ids=str,
)
def test_what_is_over_a_target_misses_it(changes: dict[str, int], missed: tuple[str, ...]) -> None:
    # 1.15 times 12, and 8.
    kept = Played(keys=21, screens=15, questions=10, ticks=2, pages=MOST_PAGES)
    whole = dataclasses.replace(kept, **changes)  # type: ignore[arg-type]

    assert Effort(Case("somebody", "palermo", {}, most_pages=MOST_PAGES), whole, None).misses == missed
    with_stop = tuple("keys with the stop" if each == "keys" else each for each in missed)
    assert Effort(Case("somebody", "palermo", {}, most_pages=MOST_PAGES), kept, whole).misses == with_stop


def test_a_vignette_is_played_from_its_first_screen_to_its_result() -> None:
    case = next(each for each in every_vignette() if each.set_name == "first-contact")
    effort = effort_of(case)

    assert effort.whole.questions > 5
    assert effort.whole.keys >= effort.whole.questions
    assert effort.whole.lines > 10
    page = f"before\n{BEGIN}{END}after\n"
    assert f"| {case.name} | {effort.whole.keys} |" in with_section(page, section([effort]))


def test_the_page_on_performance_has_a_place_for_it() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert with_section(page, page.partition(BEGIN)[2].partition(END)[0]) == page
