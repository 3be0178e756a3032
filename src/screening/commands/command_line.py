"""How a function becomes a command: its name, its help, its language, and what is told when it fails."""

from collections.abc import Callable
from contextvars import ContextVar
from functools import partial, wraps
from typing import TYPE_CHECKING, ParamSpec, cast

import typer

from screening.commands import exit_codes
from screening.commands.command_kinds import Command

if TYPE_CHECKING:
    from screening.language.catalog import Catalog

Options = ParamSpec("Options")

_SPOKEN: ContextVar[str | None] = ContextVar("spoken", default=None)


def speak(tag: str | None) -> None:
    """Say everything from now on in a language, as far as the program's messages are translated.

    Args:
        tag: its tag, as `language.tags.written` gives it; None for English.
    """
    _SPOKEN.set(tag)


def spoken() -> str | None:
    """The tag of the language of this run, in which sets and directories are wanted too; None for as they are."""
    return _SPOKEN.get()


def language() -> "Catalog":
    """What the program says in the language of this run. Nothing else says which one it is."""
    # Imported here: most of what starts says nothing that has to be rendered.
    if spoken() is None:
        from screening.language.catalog import ENGLISH

        return ENGLISH
    from screening.reading.catalogs import catalog_of

    return catalog_of(spoken())


def ending_with_its_code(command: Callable[Options, int]) -> Callable[Options, None]:
    """A command that ends with its exit code, and whose errors are told in a line."""

    @wraps(command)
    def run(*given: Options.args, **named: Options.kwargs) -> None:
        raise typer.Exit(exit_codes.run_command(lambda: command(*given, **named), language))

    return run


def command_of(
    app: typer.Typer, told: str, example: str, name: str | None = None
) -> Callable[[Callable[Options, int]], Callable[Options, None]]:
    """Make a command of a program, or of a group of commands; its options are the function's.

    Args:
        app: the program, or the group.
        told: what it does. (A docstring could not be given to translators.)
        example: a command line that can be typed as it stands.
        name: its name; the function's where none is given.
    """

    def of(body: Callable[Options, int]) -> Callable[Options, None]:
        run = ending_with_its_code(body)
        # typer makes a command of anything that can be called as a class is.
        made = cast("type[Command]", partial(Command, body=run))
        app.command(name or body.__name__.replace("_", "-"), cls=made, help=told, epilog=example)(_not_read_yet)
        return run

    return of


def _not_read_yet() -> None:
    """What typer is given for the function of a command, whose options would all be read at every start."""
