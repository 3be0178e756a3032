"""A command line that cannot be understood gets one line: what is wrong, and how to mend it."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from screening import cli
from tests.support.inside import run_inside
from tests.support.kept_terminal import opened
from tests.support.thorough import one_in

WRONG = {
    "servces": "there is no command 'servces'. Did you mean 'services'?",
    "services lst": "there is no command 'lst'. Did you mean 'list'?",
    "services zz": "there is no command 'zz'. Known: list, card, stale, codes, confirm.",
    "run --plian": "there is no option '--plian' here. Did you mean --plain?",
    "--plian": "there is no option '--plian' here. Did you mean --plain?",
    "sets -z": "there is no option '-z' here. More: screening sets --help",
    "run --plain=yes": "--plain takes no value. More: screening run --help",
    "run --indicators": "a value has to follow --indicators. More: screening run --help",
    "services --age": "a value has to follow --age. Known: child, adult, unsure.",
    "services --age chld": "--age cannot be 'chld'. Did you mean 'child'?",
    "run --format xml": "--format cannot be 'xml'. Known: terminal, markdown, json, html.",
    "schema sections": "KIND cannot be 'sections'. Did you mean 'section'?",
    "--show-completion tcsh": "--show-completion cannot be 'tcsh'. Known: bash, zsh, fish, powershell.",
    "show": "SET is missing. For example: screening show palermo",
    "schema": "KIND is missing. Known: set, indicators, section, guidance, referrals, own-services, vignette, "
    "glossary, column-map, record, score, htcds, result.",
    "show palermo x y": "this is more than it takes: 'x y'. More: screening show --help",
    "services stale --within soon": "--within needs a whole number, such as 30.",
    "services stale --within 9999": "--within takes a number of days from 0 to 3650.",
}


@pytest.mark.parametrize(("typed", "said"), WRONG.items(), ids=WRONG)
def test_what_is_wrong_is_told_in_one_line(typed: str, said: str, monkeypatch: pytest.MonkeyPatch) -> None:
    finished = run_inside(monkeypatch, *typed.split())

    assert (finished.code, finished.out) == (2, "")
    assert finished.err == f"screening: {said}\n"


@pytest.mark.parametrize("value", ['it\'s "x"', "\x1b[31m", "人口販運", " is not one of ", ""])
def test_a_value_of_any_kind_is_named_as_it_was_typed(value: str, monkeypatch: pytest.MonkeyPatch) -> None:
    finished = run_inside(monkeypatch, "services", "--age", value)

    assert finished.code == 2
    assert finished.err.startswith("screening: --age cannot be '")
    assert len(finished.err.splitlines()) == 1
    assert "\x1b" not in finished.err


def commands() -> Iterator[tuple[str, Any]]:
    """Every command and group, as it is typed."""
    program: Any = typer.main.get_command(cli.app)
    yield "", program
    for name, command in program.commands.items():
        yield name, command
        for below, each in getattr(command, "commands", {}).items():
            yield f"{name} {below}", each


COMMANDS = dict(commands())


@pytest.mark.parametrize("name", COMMANDS)
def test_help_has_one_notation_fits_the_row_and_ends_with_an_example(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    told = run_inside(monkeypatch, *name.split(), "--help").out

    assert max(map(len, told.splitlines())) <= 80
    assert not set("<>{}|") & set(told.partition("\nExample:\n")[0].replace("...", ""))
    assert told.splitlines()[-2:-1] == ["Example:"]
    assert "..." not in re.sub(r"(\[ARGS\]|TERM|VIGNETTE|FILE|PATH)\.\.\.", "", told)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_example_can_be_typed_as_it_stands(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCREENING_PLACE", raising=False)
    command = COMMANDS[name]
    typed = command.epilog.partition(" > ")[0].partition(" < ")[0].split()
    words = name.split()

    assert typed[: 1 + len(words)] == ["screening", *words]
    context = command.make_context(name, typed[1 + len(words) :])
    assert not context.args or name in {"services", "workshop"}


@pytest.mark.parametrize("columns", one_in(2, [30, 47, 80, 200]))
def test_a_terminal_gets_it_without_a_word_broken_at_the_end_of_a_row(columns: int) -> None:
    terminal = opened("services", "--need", "zzzzz", columns=columns, rows=40)
    assert terminal.end() == 2

    said = " ".join(terminal.text().split())
    assert "anti-trafficking, migrant-worker-help, shelter, social-welfare" in said
    assert said.endswith("discrimination-advice.")
