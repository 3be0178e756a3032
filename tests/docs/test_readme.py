"""What the README says is typed can be typed."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import typer.main

from screening import cli
from tests.support.inside import run_inside

CHECKOUT = Path(__file__).resolve().parents[2]
README = (CHECKOUT / "README.md").read_text(encoding="utf-8")
_TYPED = [each for each in re.findall(r"`([^`\n]+)`", README) if re.match(r"(\.venv[^ ]*[/\\])?screening( |$)", each)]
# They go through a terminal, take a file that is not there, or write one.
_NOT_RUN = {
    "demo",
    "run",
    "practise",
    "resume",
    "confirm",
    "new",
    "check",
    "test",
    "score",
    "translate",
    "--show-completion",
    "",
}


def words(typed: str) -> list[str]:
    """What follows the name of the program, without what the shell does with it."""
    line = typed.replace("\\", "/")
    return shlex.split(re.split(r" [|>]", line)[0])[1:]


@pytest.mark.parametrize("typed", _TYPED)
def test_every_command_is_understood(typed: str) -> None:
    command: Any = typer.main.get_command(cli.app)
    given = [word for word in words(typed) if word not in {"--help", "--show-completion"}]
    if "--show-completion" in words(typed):
        given = []
    context, rest = None, given
    while True:
        context = command.make_context("screening", list(rest), parent=context)
        rest = [*context._protected_args, *context.args] if hasattr(command, "commands") else []
        if not rest:
            break
        command, rest = command.commands[rest[0]], rest[1:]


@pytest.mark.parametrize(
    "typed", [each for each in _TYPED if not _NOT_RUN & {*words(each)[:2], *([""] if not words(each) else [])}]
)
def test_what_needs_no_terminal_and_no_file_works(typed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    finished = run_inside(monkeypatch, *words(typed), *(["--safe-to-carry", "yes"] if "card" in typed else []))

    assert finished.code == 0, finished.err
    assert finished.out


def test_every_link_leads_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", README)

    assert len(links) > 10
    for link in links:
        assert link.startswith("https://") or (CHECKOUT / link).exists(), link


def test_it_begins_with_the_first_page_of_a_result() -> None:
    assert README.index("docs/screens/15-result.svg") < README.index("## Try it")


def test_each_of_the_two_commands_stands_in_one_line() -> None:
    for words_in_it in ("screening demo", "-m pytest"):
        first = next(line for line in README.splitlines() if words_in_it in line)
        assert first.startswith("python3 -m venv .venv && .venv/bin/pip install "), first
