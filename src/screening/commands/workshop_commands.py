"""The commands of `screening workshop`, for who trains a room of people. Every body is one late import."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from screening.commands.command_kinds import Group
from screening.commands.command_line import command_of, language
from screening.commands.completed_names import case_names, set_names
from screening.commands.options import Folders, OutputFormat, Plain, VignetteFolder
from screening.language.marks import gettext_noop

if TYPE_CHECKING:
    from screening.commands.workshop_cases import CaseOptions

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
CodeFiles = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="FILE...",
        show_default=gettext_noop("typed, or stdin"),
        help=gettext_noop("Files with a code a line, and perhaps a seat before it. A hyphen is stdin."),
    ),
]
Save = Annotated[
    Path | None,
    typer.Option("--save", metavar="FILE", help=gettext_noop("Write it into a new file, for you alone to read.")),
]


def _cases(set_name: str | None, vignettes: Path | None, folders: list[Path] | None) -> "CaseOptions":
    from screening.commands.workshop_cases import CaseOptions

    return CaseOptions(language(), set_name, vignettes, folders or ())


@command_of(
    workshop_app,
    gettext_noop("Print cases to hand out: the stories, and nothing of what they come to."),
    "screening workshop handout quiet-kitchen --format html > handout.html",
)
def handout(
    names: Annotated[
        list[str],
        typer.Argument(
            metavar="VIGNETTE...",
            autocompletion=case_names,
            help=gettext_noop("The ids of cases, or SET/VIGNETTE."),
        ),
    ],
    format_: Annotated[
        Literal["markdown", "html"],
        typer.Option("--format", metavar="FORMAT", help=gettext_noop("How to show it.")),
    ] = "markdown",
    set_name: OfSet = None,
    vignettes: VignetteFolder = None,
    folders: Folders = None,
) -> int:
    from screening.commands import workshop_handout

    return workshop_handout.print_handout(names, _cases(set_name, vignettes, folders), format_)


@command_of(
    workshop_app,
    gettext_noop("Take the practice codes that a room reads out: typed, or from files."),
    "screening workshop collect --save codes.txt",
)
def collect(
    files: CodeFiles = None,
    save: Save = None,
    case: Annotated[
        list[str] | None,
        typer.Option(
            metavar="VIGNETTE",
            autocompletion=case_names,
            help=gettext_noop("Only codes of this case. May be given again."),
        ),
    ] = None,
    plain: Plain = False,
    set_name: OfSet = None,
    vignettes: VignetteFolder = None,
    folders: Folders = None,
) -> int:
    from screening.commands import workshop_collect

    options = workshop_collect.CollectOptions(_cases(set_name, vignettes, folders), case or (), save)
    return workshop_collect.collect(files or (), options, line_by_line=plain)


@command_of(
    workshop_app,
    gettext_noop("Show where a room agrees, where not, whom it missed and whom it referred for nothing."),
    "screening workshop report codes.txt --format html --save report.html",
)
def report(
    files: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="FILE...",
            show_default=gettext_noop("stdin"),
            help=gettext_noop("Files with the codes that were collected. A hyphen is stdin."),
        ),
    ] = None,
    before: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help=gettext_noop("The codes of an earlier round. May be given again.")),
    ] = None,
    format_: OutputFormat = "terminal",
    for_authors: Annotated[
        bool, typer.Option("--for-authors", help=gettext_noop("Also the questions whose two readings moved a level."))
    ] = False,
    save: Save = None,
    plain: Plain = False,
    set_name: OfSet = None,
    vignettes: VignetteFolder = None,
    folders: Folders = None,
) -> int:
    from screening.commands import workshop_report

    cases = _cases(set_name, vignettes, folders)
    options = workshop_report.ReportOptions(cases, before or (), format_, for_authors, save, plain)
    return workshop_report.report_room(files or (), options)
