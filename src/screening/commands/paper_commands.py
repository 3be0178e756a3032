"""The commands that print what is taken into a talk. Every body is one late import."""

from typing import Annotated, Literal

import typer

from screening.commands.command_line import command_of, language, spoken
from screening.commands.options import (
    Folders,
    Language,
    LanguageBesideOnForm,
    LanguageBesideOnSheet,
    OwnServicesOption,
    PlaceOfForm,
    SetName,
)
from screening.language.marks import gettext_noop

paper_app = typer.Typer(rich_markup_mode=None)


@command_of(
    paper_app,
    gettext_noop("Print what is said to the person in two languages, side by side, for an interpreter."),
    "screening interpreter-sheet palermo --with id --format html > sheet.html",
    name="interpreter-sheet",
)
def interpreter_sheet(
    set_name: SetName,
    beside: LanguageBesideOnSheet,
    format_: Annotated[
        Literal["markdown", "html"],
        typer.Option("--format", metavar="FORMAT", help=gettext_noop("How to show it.")),
    ] = "markdown",
    folders: Folders = None,
    _: Language = None,
) -> int:
    from screening.commands import interpreter

    return interpreter.print_sheet(set_name, (spoken(), beside), language(), folders or (), format_)


@command_of(
    paper_app,
    gettext_noop("Print a set as a form, to fill in where no laptop is: on paper, or on telephones."),
    "screening form first-contact --format html > form.html",
)
def form(
    set_name: SetName,
    format_: Annotated[
        Literal["markdown", "html", "xlsform"],
        typer.Option(
            "--format",
            metavar="FORMAT",
            help=gettext_noop("How to show it. xlsform is for KoboToolbox and ODK, in all languages of the set."),
        ),
    ] = "markdown",
    beside: LanguageBesideOnForm = None,
    place: PlaceOfForm = None,
    own: OwnServicesOption = None,
    folders: Folders = None,
    _: Language = None,
) -> int:
    from screening.commands import form

    request = form.FormRequest(
        name=set_name,
        language=language(),
        texts_in=spoken(),
        beside=beside,
        place=place,
        own=own or (),
        folders=folders or (),
    )
    return form.print_form(request, format_)
