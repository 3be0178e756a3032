"""The shell completes commands, options and values, and nothing is written for it."""

import os
from pathlib import Path
from typing import get_args

import pytest

from screening.commands.completion import script_for
from screening.commands.option_values import ASKED_BY, NeedOption, Shell
from tests.support.program import Finished, program
from tests.support.thorough import one_in

# A shell calls the program by its name.
BY_ITS_NAME = "import sys; sys.argv[0] = 'screening'"
SIGNS: dict[Shell, str] = {
    "bash": "complete -o default -F",
    "zsh": "#compdef screening",
    "fish": "complete --command screening",
    "powershell": "Register-ArgumentCompleter",
}


@pytest.mark.parametrize("shell", get_args(Shell))
def test_the_script_for_a_shell_is_printed_and_nothing_is_written(shell: Shell, tmp_path: Path) -> None:
    finished = program("--show-completion", shell, environment={**os.environ, "HOME": str(tmp_path)})

    assert (finished.code, finished.err) == (0, "")
    assert finished.out == f"{script_for(shell)}\n"
    assert SIGNS[shell] in finished.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments", [("--show-completion",), ("--show-completion", "tcsh"), ("--install-completion",)]
)
def test_no_shell_is_guessed_and_none_is_installed_for(arguments: tuple[str, ...], tmp_path: Path) -> None:
    finished = program(*arguments, environment={**os.environ, "HOME": str(tmp_path), "SHELL": "/bin/bash"})

    assert (finished.code, finished.out) == (2, "")
    assert list(tmp_path.iterdir()) == []


def completed(words: str, home: Path) -> Finished:
    """What bash is told at a Tab after these words."""
    asked = {ASKED_BY: "complete_bash", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    return program(environment={**os.environ, **asked, "HOME": str(home)}, before=BY_ITS_NAME)


@pytest.mark.parametrize(
    ("words", "known"),
    one_in(
        3,
        [
            ("screening glo", ["glossary"]),
            ("screening run --pl", ["--plain", "--place"]),
            ("screening services --age ", ["child", "adult", "unsure"]),
            ("screening services --need ", list(NeedOption)),
            ("screening services --need police-", ["police-complaint"]),
            ("screening services --see", ["--seeks-protection"]),
            ("screening services st", ["stale"]),
            ("screening services list --need police-", ["police-complaint"]),
            ("screening run --format ", ["terminal", "markdown", "json", "html"]),
            ("screening schema own", ["own-services"]),
            ("screening --show-completion f", ["fish"]),
            ("screening run first", ["first-contact"]),
            ("screening practise --set first-contact one-", ["one-thing"]),
            ("screening practise quiet", ["quiet-kitchen"]),
            ("screening show p", ["palermo"]),
            ("screening new ours --extends self", ["self-check"]),
            ("screening --place g", ["gb"]),
            ("screening run --place g", ["gb"]),
            ("screening services --district wan", ["wan-chai"]),
            ("screening services --place gb --district ", []),
            ("screening services --language ta", ["ta", "taj"]),
            ("screening --indicators no-folder run ", []),
        ],
    ),
)
def test_commands_options_and_their_values_are_completed(words: str, known: list[str], tmp_path: Path) -> None:
    finished = completed(words, tmp_path)

    assert (finished.code, finished.err) == (0, "")
    assert finished.out.split() == known
    assert list(tmp_path.iterdir()) == []
