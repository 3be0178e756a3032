"""The commands of `screening workshop`, for who trains a room of people. Every body is one late import."""

from typing import Annotated, Literal

import typer

from screening.commands.command_kinds import Group
from screening.commands.command_line import command_of, language
from screening.commands.completed_names import set_names
from screening.commands.options import Folders
from screening.language.marks import gettext_noop

workshop_app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    epilog="screening workshop report codes.txt",
    help=gettext_noop("Train a room on invented cases, and see where it agrees and where not."),
)

OfSet = Annotated[
    str | None,
    typer.Option(
        "--set",
        metavar="SET",
        autocompletion=set_names,
        show_default=gettext_noop("any set"),
        help=gettext_noop("The set of the cases: its id, or the path of its folder."),
    ),
]


@command_of(
    workshop_app,
    gettext_noop("Print cases to hand out: the stories, and nothing of what they come to."),
    "screening workshop handout quiet-kitchen --format html > handout.html",
)
def handout(
    vignettes: Annotated[
        list[str],
        typer.Argument(metavar="VIGNETTE...", help=gettext_noop("The ids of cases, or SET/VIGNETTE.")),
    ],
    format_: Annotated[
        Literal["markdown", "html"],
        typer.Option("--format", metavar="FORMAT", help=gettext_noop("How to show it.")),
    ] = "markdown",
    set_name: OfSet = None,
    folders: Folders = None,
) -> int:
    from screening.commands import workshop_handout

    return workshop_handout.print_handout(vignettes, language(), format_, set_name, folders or ())
