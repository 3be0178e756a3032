"""A fault of the program, in whatever room: one line, and never an answer."""

import re
import sys
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import pytest

if sys.platform != "linux":
    pytest.skip("sessions are opened, and processes looked at, as on Linux", allow_module_level=True)

from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.program import program
from tests.support.thorough import one_in
from tests.support.walks import NOT_QUIET, Walker, walk

OUR_FAULT = 3
SECRET = "SECRET-ANSWER"
TOLD = re.compile(
    r"screening: a fault in this program \(RuntimeError at [\w<>.]+:\d+\)\. Nothing was stored\. "
    r"Please report this line; it holds no answers\.\r?\n"
)
FIRST_CONTACT = walk("first-contact", {"danger-now": "yes"})


@dataclass(frozen=True)
class Fault:
    """A function that fails.

    Attributes:
        where: the function, by its full name.
        when: how many calls of it are good before.
        error: what it raises.
        last: what is pressed at the last screen, where it fails only then.
        frontends: the frontends in which it is called.
    """

    where: str
    when: int = 0
    error: str = f"RuntimeError({SECRET!r})"
    last: str = ""
    frontends: tuple[str, ...] = ("full", "plain")

    def __str__(self) -> str:
        """The test's name."""
        return self.where.removeprefix("screening.")

    @property
    def before(self) -> str:
        """Python that makes it fail."""
        return f"""
import pkgutil
def fail(*given, real=pkgutil.resolve_name({self.where!r}), calls=[], **named):
    calls.append(given)
    if len(calls) > {self.when}:
        secret = {SECRET!r}
        raise {self.error}
    return real(*given, **named)
owner, _, name = {self.where!r}.rpartition(".")
setattr(pkgutil.resolve_name(owner), name, fail)
"""


FAULTS = (
    # In the rules.
    Fault("screening.engine.assess.Assessor.assess", 1),
    Fault("screening.engine.gating.Gates.test", 6),
    Fault("screening.interview.machine.Interview.answer", 4),
    Fault("screening.interview.machine.Interview.current", 20),
    Fault("screening.result.evaluate.explain"),
    Fault("screening.result.evaluate.advise"),
    Fault("screening.result.evaluate.fingerprint"),
    Fault("screening.terminal.flag_card.match_services", 1),
    # In the answer code.
    Fault("screening.interview.answer_code.encode", last="p"),
    Fault("screening.terminal.conversation.code_lines", last="p"),
    # In what is shown.
    Fault("screening.terminal.conversation.step_screen", 6),
    Fault("screening.terminal.flag_card.guidance_lines"),
    Fault("screening.terminal.question.values_of", 4),
    Fault("screening.terminal.plain.print_lines", 9, frontends=("plain",)),
    Fault("screening.terminal.plain.understand", 6, frontends=("plain",)),
    Fault("screening.terminal.frontends.read_line", 6, frontends=("plain",)),
    Fault("screening.show.terminal.wrap_lines", 12, frontends=("plain",)),
    Fault("screening.commands.after_talk.first_page_lines"),
    Fault("screening.commands.after_talk.result_parts"),
    # At a key, and while painting.
    Fault("screening.terminal.full.press", 6, frontends=("full",)),
    Fault("screening.terminal.full.answers", 6, frontends=("full",)),
    Fault("screening.terminal.full.next_screen", 5, frontends=("full",)),
    Fault("screening.terminal.full.lay_out", 12, frontends=("full",)),
    Fault("screening.terminal.full.first_view_state", 6, frontends=("full",)),
    Fault("screening.terminal.widgets._fragments", 40, frontends=("full",)),
    Fault("screening.terminal.full.FullFrontend._compose", 6, frontends=("full",)),
    Fault("screening.terminal.full.FullFrontend._forget_in_time", 6, frontends=("full",)),
    Fault("screening.terminal.full.FullFrontend._pressed", 6, frontends=("full",)),
    Fault("questionary.prompts.common.InquirerControl._get_choice_tokens", 6, frontends=("full",)),
    Fault("prompt_toolkit.renderer.Renderer.render", 6, frontends=("full",)),
    # Before the first screen.
    Fault("screening.interview.machine.Interview.__init__"),
    Fault("screening.terminal.frontends.TerminalGuard"),
    Fault("screening.terminal.full.FullFrontend._bindings", frontends=("full",)),
)
CASES = [(fault, frontend) for fault in FAULTS for frontend in fault.frontends]


def meet(fault: Fault, frontend: str, errors: Path | None = None) -> KeptTerminal:
    """Go through a screening until it fails, or is through; the terminal, after its end."""
    plain = frontend == "plain"
    terminal = KeptTerminal(
        "run", "first-contact", *(["--plain"] if plain else []), before=NOT_QUIET + fault.before, errors=errors
    )
    walker = Walker(terminal, plain=plain)
    stops = FIRST_CONTACT[:-1] if plain else FIRST_CONTACT
    for number, stop in enumerate(stops):
        try:
            walker.at(stop.sign)
        except AssertionError:
            if terminal.runs:
                raise
            break
        if fault.last and number == len(stops) - 2:
            walker.give(fault.last, fault.last)
            break
        walker.give(stop.keys, stop.line)
    terminal.end()
    return terminal


@pytest.mark.parametrize(("fault", "frontend"), one_in(9, CASES), ids=str)
def test_a_fault_is_told_in_one_line_without_an_answer(fault: Fault, frontend: str, tmp_path: Path) -> None:
    errors = tmp_path / "errors"

    terminal = meet(fault, frontend, errors)

    assert terminal.end() == OUR_FAULT
    assert TOLD.fullmatch(errors.read_text()), errors.read_text()
    assert SECRET.encode() not in terminal.raw
    assert b"Traceback" not in terminal.raw
    assert b"SECRET" not in terminal.raw
    assert terminal.modes_after == terminal.modes_before
    if frontend == "full" and b"\x1b[?1049h" in terminal.raw:
        assert terminal.raw.rindex(b"\x1b[?1049l") > terminal.raw.rindex(b"\x1b[?1049h")
        assert terminal.raw.rindex(b"\x1b[?25h") > terminal.raw.rindex(b"\x1b[?25l")
        # A key that came too late for the program may be shown by the terminal itself.
        assert not re.search(r"\w\w", terminal.raw.rpartition(CLEARED)[2].decode())
        assert not re.search(r"\w\w", terminal.text() + terminal.scrollback())


@pytest.mark.parametrize("frontend", ["full", "plain"])
def test_at_a_terminal_it_is_told_there(frontend: str) -> None:
    terminal = meet(Fault("screening.terminal.conversation.step_screen", 6), frontend)

    assert terminal.end() == OUR_FAULT
    assert SECRET.encode() not in terminal.raw
    assert b"Traceback" not in terminal.raw
    if frontend == "full":
        # At a terminal the line is broken between words.
        told = terminal.raw.rpartition(CLEARED)[2].decode()
        assert TOLD.fullmatch(" ".join(told.split()) + "\n"), told
        assert not terminal.scrollback().strip()


# What may be raised, with a text that must not be told.
ERRORS = [
    f"ValueError({SECRET!r})",
    f"KeyError({SECRET!r})",
    f"AssertionError({SECRET!r})",
    f"UnicodeEncodeError('ascii', {SECRET!r}, 0, 1, {SECRET!r})",
    f"RecursionError({SECRET!r})",
    f"MemoryError({SECRET!r})",
    f"StopIteration({SECRET!r})",
    f"RuntimeError({SECRET!r}) from ValueError({SECRET!r})",
    f"ExceptionGroup({SECRET!r}, [ValueError({SECRET!r})])",
    f"EOFError({SECRET!r})",
    f"OSError({SECRET!r})",
]


@pytest.mark.parametrize(("error", "frontend"), one_in(5, list(product(ERRORS, ["full", "plain"]))))
def test_whatever_is_raised_its_text_is_not_told(error: str, frontend: str, tmp_path: Path) -> None:
    errors = tmp_path / "errors"

    terminal = meet(Fault("screening.terminal.conversation.step_screen", 6, error=error), frontend, errors)

    assert terminal.end() != 0
    said = errors.read_text()
    assert said.count("\n") <= 1
    assert SECRET not in said
    assert "Traceback" not in said
    assert SECRET.encode() not in terminal.raw
    assert terminal.modes_after == terminal.modes_before


@pytest.mark.parametrize(
    "fault",
    [
        fault
        for fault in FAULTS
        if "plain" in fault.frontends and fault.where.startswith("screening.interview.machine.Interview.")
    ],
    ids=str,
)
@pytest.mark.parametrize("format_", one_in(2, ["terminal", "markdown", "json"]))
def test_without_a_terminal_a_fault_is_told_in_one_line_too(fault: Fault, format_: str) -> None:
    given = "".join(f"{stop.line}\n" for stop in FIRST_CONTACT[:-1])

    finished = program("run", "first-contact", "--format", format_, given=given, before=fault.before)

    assert finished.code == OUR_FAULT
    assert not finished.out
    # The prompts stand there too.
    assert TOLD.fullmatch(finished.err.splitlines(keepends=True)[-1].removeprefix("> "))
    assert SECRET not in finished.err
    assert "Traceback" not in finished.err
