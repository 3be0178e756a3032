"""The screen is handed over at a real terminal, answered alone, and given back."""

import sys
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened, and processes looked at, as on Linux", allow_module_level=True)

from screening.language.catalog import ENGLISH
from screening.terminal.alone import ALONE
from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.terminal import KEYS
from tests.support.walks import NOT_QUIET, Walker

FILES = {
    "set.yaml": """\
id: handed
version: "1"
title: A set to hand over
sections: [{id: main, stage: questions}, {id: late, stage: closing}]
dimensions: {control: {element: means, rule: one, title: Control}}
rules: {one: [{total: 1}]}
levels: {some_concern: {in: [means], total: 1}}
flags: [{id: danger_now, title: Somebody is in danger, do: [Find a safe room]}]
""",
    "indicators.yaml": "- {id: held, states: Is held, dimension: control, strength: medium}\n",
    "sections/main.yaml": """\
id: main
title: What was told in confidence
questions:
  - {id: before, ask: How was it at first, record: Was well at first}
  - {id: held, ask: Who has the key, ask_self: Can you leave, record: Cannot leave}
  - {id: danger, ask: What will happen, ask_self: Are you in danger, record: Is in danger, raises: [danger_now]}
  - {id: after, ask: What came after it, record: Something came after it}
""",
    "sections/late.yaml": """\
id: late
questions:
  - {id: late, ask: Where is that, record: Is still there, shows: [held]}
""",
}
CTRL_C = KEYS["ctrl-c"]
OPENING, FIRST, HELD, THANKS, CARD = (
    "Before you begin",
    "Mark: Was well at first",
    "Mark: Cannot leave",
    "give the screen back",
    "Somebody is in danger",
)
# What only the screener may read: of what was said before, of what is asked and marked, and of what follows from it.
SCREENERS = ("What was told", "How was it", "Was well", "Who has the key", "Mark:", "Ask:", CARD)
in_both_faces = pytest.mark.parametrize("plain", [False, True], ids=["full", "plain"])


@pytest.fixture
def walker(tmp_path: Path, *, plain: bool) -> Walker:
    """Somebody at the question that can be handed over."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    terminal = KeptTerminal("run", str(tmp_path), *(["--plain"] if plain else []), before=NOT_QUIET)
    walker = Walker(terminal, plain=plain)
    walker.at(OPENING)
    walker.give("\r", "")
    walker.at(FIRST)
    walker.give("n", "n")
    walker.at(HELD)
    return walker


def hand_over(walker: Walker) -> None:
    """Give the screen to the person."""
    walker.give("h", "h")
    walker.at("Let nobody look on")
    walker.give("h", "h")
    walker.at("Can you leave")


def on(walker: Walker) -> str:
    """Everything that can be read at the terminal, scrolled back too."""
    walker.terminal.settle()
    return walker.terminal.scrollback() + walker.terminal.text()


def assert_nothing_of_the_screeners(walker: Walker) -> None:
    """Nothing that is not for the person can be read."""
    assert [text for text in SCREENERS if text in on(walker)] == []


@in_both_faces
def test_the_screen_is_handed_over_answered_given_back_and_shows_the_card_first(walker: Walker) -> None:
    hand_over(walker)
    assert_nothing_of_the_screeners(walker)
    walker.give("y", "y")
    walker.at("Are you in danger")
    assert ENGLISH.render(ALONE) in on(walker)
    assert "Can you leave" not in on(walker)
    walker.give("y", "y")
    walker.at(THANKS)
    assert_nothing_of_the_screeners(walker)
    assert "Are you in danger" not in on(walker)
    walker.give("r", "r")
    walker.at(CARD)
    walker.give("\r", "")
    walker.at("Mark: Something came after it")


@in_both_faces
def test_stopping_alone_leads_to_the_thanks_and_only_a_deliberate_choice_from_there(walker: Walker) -> None:
    hand_over(walker)
    walker.give("f", "f")
    walker.at(THANKS)
    for keys, line in (("\r", ""), ("y", "y"), (" ", "yes"), ("h", "h"), ("g", "go on"), ("p", "p"), ("f", "f")):
        walker.give(keys, line)
        walker.terminal.settle()
        assert_nothing_of_the_screeners(walker)
        assert THANKS in on(walker)
    walker.give("r", "r")
    walker.at(HELD)


@in_both_faces
@pytest.mark.parametrize("where", ["question", "thanks"])
def test_ctrl_c_at_the_persons_screens_leaves_nothing(walker: Walker, where: str) -> None:
    hand_over(walker)
    if where == "thanks":
        walker.give("f", "f")
        walker.at(THANKS)
    walker.terminal.send(CTRL_C)

    assert walker.terminal.end() == 130
    assert walker.terminal.raw.endswith(CLEARED)
    assert walker.terminal.is_blank
    assert walker.terminal.modes_after == walker.terminal.modes_before


@in_both_faces
def test_x_hides_the_persons_question_and_r_brings_it_back(walker: Walker) -> None:
    hand_over(walker)
    walker.hide()
    assert "Can you leave" not in on(walker)
    assert ENGLISH.render(ALONE) not in on(walker)
    walker.give("r\r", "r")
    walker.at("Can you leave")

    assert ENGLISH.render(ALONE) in on(walker)
    assert_nothing_of_the_screeners(walker)


@in_both_faces
def test_a_second_x_at_the_persons_question_forgets_everything(walker: Walker) -> None:
    hand_over(walker)
    walker.hide()
    walker.terminal.send("x\r" if walker.plain else "x")

    assert walker.terminal.end() == 130
    assert walker.terminal.is_blank
