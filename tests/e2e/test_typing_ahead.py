"""What was typed before a question could be read is no answer to it; and keys that are no answer record nothing."""

import time

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.language.catalog import ENGLISH
from screening.terminal.hints import TOO_FAST
from tests.support.kept_terminal import KeptTerminal
from tests.support.terminal import PAUSE, Terminal
from tests.support.thorough import one_in
from tests.support.walks import further, walk

WALK = walk("first-contact", {"age": "adult", "work": "none"})
NAMES = [stop.name for stop in WALK]
# So long that what is sent as soon as a screen has come is too soon on a slow machine too.
LONG = 0.7


def standing_at(name: str, *arguments: str, quiet: float | None = None) -> Terminal:
    """The program with a question on its screen that could be read for a while."""
    number = NAMES.index(name)
    patch = f"from screening.terminal import full\nfull.QUIET_SECONDS = {quiet}\n" if quiet is not None else ""
    terminal = KeptTerminal("run", "first-contact", *arguments, before=further(WALK[:number]) + patch)
    terminal.until_true(
        lambda: WALK[number].sign in terminal.text() and (not arguments or terminal.raw.endswith(b"> "))
    )
    rest(terminal, PAUSE if quiet is None else quiet)
    return terminal


def rest(terminal: Terminal, seconds: float) -> None:
    """Nothing is typed for a while."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        terminal.read(left)


def stays_at(terminal: Terminal, name: str) -> None:
    """This question is on the screen, and nothing is recorded or marked there."""
    number = NAMES.index(name)
    assert terminal.soon(lambda: WALK[number].sign in terminal.text()), terminal.text()
    rest(terminal, PAUSE)
    assert WALK[number].sign in terminal.text(), terminal.text()
    assert WALK[number + 1].sign not in terminal.text()
    assert "[x]" not in terminal.text()
    assert " * " not in terminal.text()


@pytest.mark.parametrize(
    ("question", "keys"),
    one_in(
        2,
        [
            ("danger-now", "n n n n n n enter enter enter enter enter"),
            ("danger-now", "down down enter enter enter enter down enter n"),
            ("danger-now", "s s s s s s"),
            ("age", "2 2 2 2 2 2"),
            ("gender", "1 space down space 4 enter enter"),
            ("work", "0 enter enter enter n n"),
            ("work", "up up up space enter enter y y y"),
            ("card", "space space space space y y y"),
            ("card", "enter enter enter down enter"),
            ("agreement", "y y y y enter enter"),
            ("review", "r e e e enter p"),
        ],
    ),
)
def test_keys_in_one_go_answer_only_the_question_on_the_screen(question: str, keys: str) -> None:
    terminal = standing_at(question)
    terminal.hit(*keys.split())
    following = NAMES[NAMES.index(question) + 1]
    if following != NAMES[-1]:
        stays_at(terminal, following)
        return
    assert terminal.shows("Result, for you alone")
    rest(terminal, PAUSE)
    assert terminal.shows("Result, for you alone")


@pytest.mark.parametrize("keys", one_in(3, ["n", "down enter", "s", "f", "y"]))
def test_a_key_at_once_is_too_soon_and_one_after_a_pause_is_not(keys: str) -> None:
    terminal = standing_at("danger-now", quiet=LONG)
    terminal.send("n")
    assert terminal.soon(lambda: WALK[NAMES.index("needs-doctor")].sign in terminal.text())
    terminal.hit(*keys.split())
    stays_at(terminal, "needs-doctor")
    assert terminal.shows(ENGLISH.render(TOO_FAST))
    rest(terminal, LONG)
    terminal.send("n")
    assert terminal.soon(lambda: WALK[NAMES.index("age")].sign in terminal.text()), terminal.text()


def test_keys_in_short_order_answer_each_screen_that_could_be_read() -> None:
    terminal = standing_at("danger-now")
    # A key that came too early does not begin the time anew.
    for _ in range(10):
        terminal.send("n")
        rest(terminal, 0.22)

    assert terminal.soon(lambda: WALK[NAMES.index("age")].sign in terminal.text()), terminal.text()


def test_a_key_that_is_held_down_answers_one_question() -> None:
    terminal = standing_at("danger-now")
    for _ in range(50):
        terminal.send("n")
        rest(terminal, 0.03)

    stays_at(terminal, "needs-doctor")


def test_a_key_just_after_the_screen_has_come_back_is_too_soon() -> None:
    terminal = standing_at("danger-now", quiet=LONG)
    terminal.send("x")
    assert terminal.soon(lambda: not terminal.text().strip())
    terminal.hit("r", "enter", "n", "n", "n")
    stays_at(terminal, "danger-now")


@pytest.mark.parametrize("typed", one_in(3, ["n\rn\rn\r", "n\r\r\r\r", "n\rn", "n\rf\r"]))
def test_lines_in_one_go_answer_only_the_question_on_the_screen(typed: str) -> None:
    terminal = standing_at("danger-now", "--plain")
    terminal.send(typed)
    following, then = (WALK[NAMES.index("danger-now") + number].sign for number in (1, 2))
    assert terminal.soon(lambda: following in terminal.text())
    rest(terminal, PAUSE)
    assert then not in terminal.text()
    assert "Not understood" not in terminal.text()
    terminal.send("n\r")
    assert terminal.soon(lambda: then in terminal.text()), terminal.text()


ODD = {
    "escape": "\x1b",
    "function keys": "\x1bOP\x1bOS\x1b[15~\x1b[24~\x1b[1;2P",
    "other keys": "\x1b[2~\x1b[3~\t\x7f\x1b[Z\x1b[1;5C",
    "control letters": "\x01\x02\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x12\x14\x15\x16\x17\x18\x19",
    "mouse": "\x1b[<0;5;6M\x1b[<0;5;6m\x1b[M !!\x1b[<64;5;6M",
    "paste": "\x1b[200~yyy\r2\r\x1b[201~",
    "other scripts": "é中ก",
    "letters with alt": "\x1by\x1b1\x1b2",
    "a sequence that nobody knows": "\x1b[1;99y\x1b[2;2y",
    "an answer of the terminal": "\x1b[?62;1;2c",
}


@pytest.mark.parametrize("odd", one_in(3, list(ODD)))
def test_keys_that_are_no_answer_record_nothing(odd: str) -> None:
    terminal = standing_at("age", quiet=0)
    terminal.send(ODD[odd])
    # A bare Escape is known as such only when nothing follows it for a while.
    rest(terminal, 0.7 if odd == "escape" else PAUSE)
    stays_at(terminal, "age")
    terminal.send("2")
    assert terminal.soon(lambda: WALK[NAMES.index("self-harm")].sign in terminal.text()), terminal.text()
    terminal.send("\x03")
    assert terminal.end() == 130


def test_with_caps_lock_a_letter_is_the_same_key() -> None:
    terminal = standing_at("danger-now")
    terminal.send("N")

    assert terminal.soon(lambda: WALK[NAMES.index("needs-doctor")].sign in terminal.text()), terminal.text()
