"""The options that several commands take, and how one is given before the command or after it."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from screening.language.marks import gettext_noop

SetName = Annotated[
    str, typer.Argument(metavar="SET", help=gettext_noop("The id of a set, or the path of its folder."))
]
Paths = Annotated[
    list[Path], typer.Argument(metavar="PATH...", help=gettext_noop("Folders, or single sets and files."))
]
OutputFormat = Annotated[
    Literal["terminal", "markdown", "json", "html"], typer.Option("--format", help=gettext_noop("How to show it."))
]
TerminalOrJson = Annotated[Literal["terminal", "json"], typer.Option("--format", help=gettext_noop("How to show it."))]


def _plain_before_or_after(context: typer.Context, given: bool) -> bool:
    """Whether `--plain` was given before the command or after it."""
    return given or (context.parent is not None and context.parent.params.get("plain", False))


Plain = Annotated[
    bool,
    typer.Option("--plain", callback=_plain_before_or_after, help=gettext_noop("Line by line, for screen readers.")),
]


def _before_and_after(context: typer.Context, parameter: typer.CallbackParam, given: list[Path] | None) -> list[Path]:
    """The paths that an option was given before the command, and those after it, each once."""
    before: dict[str, list[Path]] = context.obj or {}
    option = parameter.opts[0]
    named = list(dict.fromkeys([*before.get(option, ()), *(given or ())]))
    context.obj = {**before, option: named}
    return named


Folders = Annotated[
    list[Path] | None,
    typer.Option(
        "--indicators",
        metavar="DIR",
        callback=_before_and_after,
        help=gettext_noop(
            "A folder of sets, besides the built-in ones and those in SCREENING_PATH. May be given again."
        ),
    ),
]

OwnServicesOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--services",
        metavar="FILE",
        envvar="SCREENING_SERVICES",
        callback=_before_and_after,
        help=gettext_noop("Your agency's own services, besides the built-in ones. May be given again."),
    ),
]
