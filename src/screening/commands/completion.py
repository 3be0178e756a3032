"""Completion in the shell: the script that a shell is given, and what it asks for at each Tab.

typer's own options for it are switched off: one writes into the files of the shell, and both guess which shell it is
from the processes around them. Nothing here writes a file.
"""

# typer gives these no public name; pyproject.toml says between which versions they stay what they are.
from typer._completion_classes import completion_init
from typer._completion_shared import get_completion_script

from screening.commands.option_values import ASKED_BY, Shell

PROGRAM = "screening"


def script_for(shell: Shell) -> str:
    """What a shell has to be given so that it completes the program's words."""
    return get_completion_script(prog_name=PROGRAM, complete_var=ASKED_BY, shell=shell)


def understand_shells() -> None:
    """Have the program answer shells that were given one of these scripts."""
    completion_init()
