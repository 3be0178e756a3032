"""Practice codes typed at a real pseudo-terminal while they are read out: each is answered at once."""

from pathlib import Path

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from tests.support.kept_terminal import KeptTerminal
from tests.support.practice_codes import CASE, mistyped, practice_code, real_code
from tests.support.program import PROGRAM
from tests.support.terminal import Terminal
from tests.support.thorough import one_in

FIRST, SECOND, THIRD = practice_code(), practice_code(hurt=None), practice_code(papers="own")
QUICK = {"PROMPT_TOOLKIT_NO_CPR": "1"}


def at_the_desk(*options: str, columns: int = 80, rows: int = 24, **variables: str) -> Terminal:
    terminal = KeptTerminal(
        "workshop", "collect", *options, columns=columns, rows=rows, environment={**QUICK, **variables}
    )
    terminal.until("Type each practice code as it is read out", "Code:")
    return terminal


def typed(terminal: Terminal, line: str, *signs: str) -> str:
    """Type a line, and wait for what is said to it; the screen then."""
    terminal.send(f"{line}\r")
    terminal.until(*signs)
    return " ".join(terminal.text().split())


@pytest.mark.parametrize(
    ("options", "columns", "rows"), one_in(3, [((), 80, 24), ((), 120, 40), (("--plain",), 80, 24)]), ids=str
)
def test_a_trainer_types_what_is_read_out(options: tuple[str, ...], columns: int, rows: int, tmp_path: Path) -> None:
    path = tmp_path / "codes.txt"
    terminal = at_the_desk("--save", str(path), *options, columns=columns, rows=rows)

    typed(terminal, f"1 {FIRST}", "Seat 1: The quiet kitchen. 1 code so far.")
    assert path.read_text() == f"1 {CASE} {FIRST}\n"
    typed(terminal, f"2 {mistyped(SECOND)}", "Seat 2, not kept. There is a mistake in group 6.", "3 ABCDE")
    assert path.read_text() == f"1 {CASE} {FIRST}\n"
    typed(terminal, f"6 {SECOND.split('-')[5]}", "Seat 2: The quiet kitchen. 2 codes so far.")
    typed(terminal, f"Maria {THIRD}", "A name is never written down.")
    typed(terminal, f"1 {THIRD}", "Type yes or no:")
    typed(terminal, "", "The earlier code of seat 1 counts.")
    typed(terminal, f"1 {SECOND}", "Type yes or no:", "1 P3")
    typed(terminal, "yes", "2 codes so far.")
    typed(terminal, f"3 {THIRD}", "Seat 3: The quiet kitchen. 3 codes so far.")
    terminal.send("\r")

    assert terminal.end() == 0
    assert path.read_text() == f"1 {CASE} {SECOND}\n2 {CASE} {SECOND}\n3 {CASE} {THIRD}\n"
    assert "3 codes are in" in " ".join(terminal.text().split())


def test_a_real_code_does_not_stay_on_the_screen_and_is_not_kept() -> None:
    terminal = at_the_desk()
    code = real_code()

    typed(terminal, f"1 {FIRST}", "1 code so far.")
    shown = typed(terminal, f"2 {code}", "Put it away")
    terminal.send("\r")

    assert code[:11] not in shown
    assert terminal.end() == 0
    assert code[:11] not in terminal.text() + terminal.scrollback()
    assert f"1 {CASE} {FIRST[:11]}" in terminal.text()


def test_what_was_mistyped_and_left_so_is_said_at_the_end() -> None:
    terminal = at_the_desk()

    typed(terminal, f"7 {mistyped(FIRST)}", "Seat 7, not kept.")
    typed(terminal, f"8 {SECOND}", "1 code so far.")
    terminal.send("\r")

    assert terminal.end() == 1
    assert "Not kept: the code of seat 7, which was mistyped." in terminal.text()


def test_a_code_without_a_seat_that_was_mistyped_is_not_taken_for_the_next_one() -> None:
    terminal = at_the_desk(rows=40)

    typed(terminal, mistyped(FIRST), "Not kept. There is a mistake in group 6.")
    typed(terminal, SECOND, "Seat x1: The quiet kitchen. 1 code so far.")
    typed(terminal, mistyped(THIRD, 9), "There is a mistake in group 9.")
    typed(terminal, THIRD, "Seat x2: The quiet kitchen. 2 codes so far.")
    typed(terminal, f"7 {mistyped(FIRST)}", "Seat 7, not kept.")
    typed(terminal, FIRST, "Seat 7: The quiet kitchen. 3 codes so far.")
    terminal.send("\r")

    assert terminal.end() == 1
    assert terminal.text().count("Not kept: a code without a seat that was mistyped.") == 1


def test_a_list_that_is_pasted_is_taken_line_by_line() -> None:
    terminal = at_the_desk(rows=40)

    typed(terminal, f"\x1b[200~1 {FIRST}\n2 {SECOND}\n\x1b[201~", "Seat 1: The quiet kitchen.", "2 codes so far.")
    terminal.send("\r")

    assert terminal.end() == 0


def test_ctrl_c_loses_nothing() -> None:
    terminal = at_the_desk()

    typed(terminal, f"1 {FIRST}", "1 code so far.")
    terminal.send("\x03")

    assert terminal.end() == 130
    assert f"1 {CASE} {FIRST[:11]}" in terminal.text()


def test_where_stdout_is_a_file_it_holds_the_codes_alone(tmp_path: Path) -> None:
    path = tmp_path / "codes.txt"
    command = ["sh", "-c", f'exec "$@" workshop collect > {path}', "sh", *PROGRAM]
    terminal = Terminal(command=command, environment=QUICK)
    terminal.until("Code:")

    typed(terminal, f"1 {FIRST}", "1 code so far.")
    terminal.send("\r")

    assert terminal.end() == 0
    assert path.read_text() == f"1 {CASE} {FIRST}\n"


@pytest.mark.parametrize(("variables", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_heat_map_has_colours_besides_its_signs_and_none_where_none_are_wanted(
    variables: dict[str, str], coloured: bool, tmp_path: Path
) -> None:
    path = tmp_path / "codes.txt"
    path.write_text(f"1 {FIRST}\n2 {THIRD}\n3 {SECOND}\n")
    terminal = KeptTerminal("workshop", "report", str(path), environment={"NO_COLOR": "", **variables})

    assert terminal.end() == 0
    # Behind the sign for another answer, and behind that for what was left open.
    assert [each in terminal.raw for each in (b"\x1b[30;106mX", b"\x1b[30;107m?")] == [coloured] * 2
    assert "X  another answer" in terminal.text() + terminal.scrollback()
