"""The commands that print what there is: sets, terms, and what is taken into a talk. Every body is one late import."""

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
    TerminalOrJson,
)
from screening.language.marks import gettext_noop

content_app = typer.Typer(rich_markup_mode=None)


@command_of(content_app, gettext_noop("List the indicator sets."), "screening sets --indicators our-sets")
def sets(folders: Folders = None) -> int:
    from screening.commands import sets

    return sets.list_sets(language(), folders or (), spoken())


@command_of(content_app, gettext_noop("Show a set: its questions, indicators and rules."), "screening show palermo")
def show(
    set_name: SetName,
    format_: TerminalOrJson = "terminal",
    folders: Folders = None,
) -> int:
    from screening.commands import sets

    return sets.show_set(set_name, language(), folders or (), spoken(), as_json=format_ == "json")


@command_of(
    content_app,
    gettext_noop("Say what a term is called in another language, or list all terms."),
    "screening glossary debt bondage",
)
def glossary(
    term: Annotated[
        list[str] | None, typer.Argument(metavar="TERM...", help=gettext_noop("A term, or part of one."))
    ] = None,
    format_: TerminalOrJson = "terminal",
) -> int:
    from screening.commands import glossary

    return glossary.glossary(term or (), language(), format_)


@command_of(
    content_app,
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
    content_app,
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
    from screening.commands.form_request import FormRequest

    request = FormRequest(
        name=set_name,
        language=language(),
        texts_in=spoken(),
        beside=beside,
        place=place,
        own=own or (),
        folders=folders or (),
    )
    return form.print_form(request, format_)
