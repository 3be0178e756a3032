"""The full screen at every size: nothing cut, no word broken, no colour, and a terminal that is left as it was."""

import dataclasses
import re
from functools import cache, partial

import pytest
from msgspec import structs

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.commands import clock
from screening.language.catalog import ENGLISH
from screening.show.lines import Line
from screening.terminal.choice_keys import shown_key
from screening.terminal.frame import lay_out
from screening.terminal.hints import CHOOSE_FIRST, NOT_HERE
from screening.terminal.opening import FULL_SCREEN
from screening.terminal.screen import Screen
from screening.terminal.view_state import ViewState
from tests.support.clocks import standing
from tests.support.kept_terminal import CLEARED, at_once, opened
from tests.support.program import THE_DAY
from tests.support.terminal import STILL, Terminal
from tests.support.thorough import one_in
from tests.support.walks import Stop, walk

at_every_size = pytest.mark.parametrize(("columns", "rows"), one_in(4, [(60, 20), (80, 24), (120, 40), (200, 60)]))
# With cards, and with a question of which several answers can be marked.
CHOSEN = {"danger-now": "yes", "self-harm": "yes", "age": "child", "work": "bad"}
ANSWERED_TO_THE_WORK = ("enter", "down", "enter", "enter", "y", "n", "n", "2", "n", "1")


def started(columns: int, rows: int, *arguments: str, **environment: str) -> Terminal:
    """The program, whose first screen has come."""
    terminal = at_once(*(arguments or ("run", "first-contact")), columns=columns, rows=rows, environment=environment)
    terminal.until_true(lambda: bool(terminal.text().strip()))
    return terminal


def flat(text: str) -> str:
    """Text as it is read: wherever a row ends, there is a blank, save in Chinese, whose rows end anywhere."""
    return re.sub(r"(?<=[\u2e80-\uffef]) (?=[\u2e80-\uffef])", "", " ".join(text.split()))


# --- at every size ---------------------------------------------------------------------------------------------------


def all_pages(terminal: Terminal, screen: Screen) -> str:
    """The text of a screen, turned page by page to the last one."""
    texts = []
    number, pages = 0, 1
    while number < pages:
        frame = lay_out(screen, ViewState(page=number), terminal.display.columns, terminal.display.lines, ENGLISH)
        top, pages = frame.above + len(frame.header) + 1, frame.pages
        body = slice(top, top + len(frame.body))
        painted = [f"{' ' * frame.margin}{row.text}".rstrip() for row in frame.body]
        terminal.soon(partial(lambda part, rows: terminal.lines()[part] == rows, body, painted))
        texts += terminal.lines()[body]
        number += 1
        if number < pages:
            terminal.hit("pagedown")
    return flat("\n".join(texts))


def missing_on(terminal: Terminal, screen: Screen) -> list[str]:
    """What a screen has to say and does not say in whole words, whatever is turned and pointed at."""
    said = all_pages(terminal, screen)
    turned_to = [line for part in screen.parts if not part.aside for line in part.lines]
    missing = [ENGLISH.render(line.text) for line in (*screen.lines, *turned_to) if not is_told(line, said)]
    if not terminal.shows(ENGLISH.render(screen.heading)):
        missing.append(ENGLISH.render(screen.heading))
    if screen.sections is not None and not terminal.shows("{}/{}".format(*screen.sections)):
        missing.append(ENGLISH.render(screen.progress))
    for choice in screen.choices:
        terminal.hit("down")
        pointed = flat(f"» {shown_key(screen, choice)} {ENGLISH.render(choice.label)}")
        if not terminal.soon(partial(lambda text: text in unmarked(terminal.text()), pointed), wrong=1.0):
            missing.append(pointed)
    return missing


def is_told(line: Line, said: str) -> bool:
    """Whether a line stands in a text, as it is read aloud or, of the first page of a result, in pieces."""
    pieces = [flat(ENGLISH.render(cell)) for cell in line.cells]
    match line.kind:
        case "call":
            need, number, _, hours, narrow, *names = pieces
            answers = hours in said or narrow in said
            # A name of two rows has the hours between them.
            named = any(all(word in said for word in name.split()) for name in names)
            return need in said and number in said and answers and named
        case "told" | "act" | "never" | "legend" if pieces:
            return all(piece in said for piece in pieces)
        case _:
            return flat(ENGLISH.render(line.text)) in said


def unmarked(text: str) -> str:
    """Text as it is read, without the boxes before answers."""
    return flat(text.replace("[ ]", "").replace("[x]", ""))


def get_past(terminal: Terminal, stop: Stop) -> None:
    """Choose with the arrow keys, or go on."""
    if stop.screen.choices:
        value = stop.given.value
        wanted = value if isinstance(value, str) else value[0]
        number = [choice.value for choice in stop.screen.choices].index(wanted)
        terminal.hit("home", *["down"] * number, *(["space"] if stop.screen.several else []), "enter")
    else:
        terminal.hit("enter")


def looked_through(monkeypatch: pytest.MonkeyPatch) -> list[Stop]:
    """All screens of a screening, on the day on which the program is started."""
    monkeypatch.setattr(clock, "datetime", standing(THE_DAY))
    opening, *stops = walk("first-contact", CHOSEN)
    explained = structs.replace(opening.screen, lines=(*opening.screen.lines, *FULL_SCREEN))
    return [dataclasses.replace(opening, screen=explained), *stops]


@at_every_size
def test_nothing_is_cut_and_no_word_is_broken(columns: int, rows: int, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = started(columns, rows)
    missing = []
    *stops, result = looked_through(monkeypatch)
    for stop in stops:
        missing += missing_on(terminal, stop.screen)
        get_past(terminal, stop)
    missing += missing_on(terminal, result.screen)
    terminal.hit("e", "e")

    assert not missing
    assert terminal.end() == 0


@at_every_size
def test_no_hint_is_cut(columns: int, rows: int) -> None:
    terminal = started(columns, rows)
    terminal.hit("q")
    assert terminal.shows(ENGLISH.render(NOT_HERE))
    while "Before you begin" in terminal.text():
        terminal.press("enter", pause=0)
    terminal.hit("enter")
    assert terminal.shows(ENGLISH.render(CHOOSE_FIRST))


def test_a_resized_screen_looks_as_if_it_had_been_so_from_the_beginning() -> None:
    small, large = started(60, 20), started(120, 40)
    for terminal in (small, large):
        # Where the place is not known, no law of it makes the card longer than the small screen.
        for key in ("enter", "s", *ANSWERED_TO_THE_WORK[3:]):
            terminal.press(key, pause=0)
        assert terminal.shows("» 1  [x]")
    as_small, as_large = small.lines(), large.lines()
    small.resize(120, 40)
    assert small.soon(lambda: small.lines() == as_large), small.text()
    small.resize(60, 20)
    assert small.soon(lambda: small.lines() == as_small), small.text()
    # Where there is no room at all, nothing is lost.
    small.resize(30, 8)
    small.read(1.0)
    small.resize(120, 40)
    assert small.soon(lambda: small.lines() == as_large), small.text()
    small.hit("enter")
    assert small.shows("You may stop here")


@pytest.mark.parametrize(("columns", "rows"), [(59, 24), (80, 19)])
def test_a_terminal_without_room_gets_it_line_by_line(columns: int, rows: int) -> None:
    terminal = opened("run", columns=columns, rows=rows)
    terminal.until("[Enter] >")

    assert b"\x1b[?1049h" not in terminal.raw
    terminal.send("\x03")
    assert terminal.end() == 130


# --- one look, and no trace ------------------------------------------------------------------------------------------


@cache
def shown(**environment: str) -> bytes:
    """All that is written to the terminal in a screening, from the first byte to the last."""
    terminal = started(80, 24, **environment)
    for key in (*ANSWERED_TO_THE_WORK, "?", "enter", "x", "r", "enter", "1", "p", "g", "f", "enter"):
        terminal.press(key, pause=0)
    terminal.press("up", "r", "pagedown", "p", "g", pause=0)
    # Two at once would be one that is held down.
    terminal.press("e", "e", pause=0.2)
    assert terminal.end() == 0
    return terminal.raw


# Nothing, bold, dim, underlined and reversed; and black on bright cyan, of the terminal's own palette.
WEIGHTS, COLOURS = {b"", b"0", b"1", b"2", b"4", b"7"}, {b"30", b"106"}
# What is written when a style begins anew: the terminal's own colours.
OWN = {b"39", b"49"}


def codes_in(raw: bytes) -> set[bytes]:
    """The weights and colours in what was written to a terminal."""
    return {code for codes in re.findall(rb"\x1b\[([\d;:]*)m", raw) for code in re.split(rb"[;:]", codes)}


def test_there_is_weight_and_one_colour_with_its_own_background() -> None:
    codes = codes_in(shown())

    assert codes <= WEIGHTS | COLOURS | OWN
    assert COLOURS | {b"1", b"2"} <= codes


@pytest.mark.parametrize("environment", one_in(3, [{"NO_COLOR": "1"}, {"TERM": "xterm"}, {"TERM": "vt100"}]), ids=str)
def test_without_colours_there_is_weight_alone(environment: dict[str, str]) -> None:
    codes = codes_in(shown(**environment))

    assert codes <= WEIGHTS
    # What is pointed at is reversed.
    assert b"7" in codes


def test_a_key_paints_what_changes_and_never_clears_the_screen_first() -> None:
    terminal = started(80, 24)
    for key in ("enter", "down", "enter", "enter", "y", "down", "n", "n", "?", "enter", "v", "v"):
        before, shown_before = len(terminal.raw), terminal.text()
        terminal.hit(key)
        assert terminal.soon(partial(lambda text: terminal.text() != text, shown_before)), key
        while terminal.read(STILL):
            pass
        painted = terminal.raw[before:]
        # Neither is the whole screen erased, nor all that is below the cursor.
        assert not re.search(rb"\x1b\[[0-3]?J", painted), key
        assert len(painted) < 80 * 24, key
    terminal.kill()


def test_a_window_that_was_made_too_small_says_how_large_it_is_and_how_large_it_has_to_be() -> None:
    terminal = started(80, 24)
    terminal.resize(38, 10)
    assert terminal.shows("This window has 38x10. 40x12 is needed.")
    terminal.resize(40, 12)
    assert terminal.shows("Before you begin: this screen")
    terminal.kill()


def test_where_the_locale_has_no_lines_they_are_drawn_with_what_it_has() -> None:
    # Started anew: a program that was forked has the locale that it began with.
    terminal = Terminal("run", "first-contact", environment={"LC_ALL": "C"})
    terminal.until("Before you begin")

    assert "-" * 78 in terminal.text()
    terminal.kill()


def test_the_terminal_keeps_its_title_and_gets_everything_back() -> None:
    raw = shown()

    assert b"\x1b]" not in raw
    assert not re.search(rb"\x1b\[\?(9|100\d|101[56])h", raw)
    assert [raw.count(b"\x1b[?1049h"), raw.count(b"\x1b[?1049l")] == [1, 1]
    assert raw.rindex(b"\x1b[?2004l") > raw.rindex(b"\x1b[?2004h")
    assert raw.rindex(b"\x1b[?25h") > raw.rindex(b"\x1b[?25l")
    assert raw.endswith(CLEARED)
