"""The program: what every run takes, the commands that talk to somebody, and where all others are found.

Every body is one late import, so that --help costs next to nothing.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Literal, Optional

import typer

from screening import __version__
from screening.commands import exit_codes
from screening.commands.author_commands import author_app
from screening.commands.command_kinds import Group
from screening.commands.command_line import command_of, ending_with_its_code, language, spoken
from screening.commands.completed_names import case_names, set_names
from screening.commands.content_commands import content_app
from screening.commands.option_values import ASKED_BY, Shell
from screening.commands.options import (
    Folders,
    Language,
    LanguageBesideOnScreen,
    LanguageOfAll,
    OutputFormat,
    OwnServicesOption,
    PlaceOfTalk,
    Plain,
    VignetteFolder,
)
from screening.commands.service_commands import services_app
from screening.commands.workshop_commands import workshop_app
from screening.language.marks import gettext_noop
from screening.terminal.outlet import open_streams, put

app = typer.Typer(
    # typer's own writes into the files of the shell.
    add_completion=False,
    rich_markup_mode=None,
    # A pretty traceback prints local variables, and those are answers.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    cls=Group,
    epilog="screening --place hk",
    help=gettext_noop(
        "Screen for human trafficking with a checklist, and find whom to call. Works offline and stores nothing."
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        put(f"screening {__version__}\n")
        raise typer.Exit


def _show_completion(shell: Optional[Shell]) -> None:
    if shell is not None:
        from screening.commands.completion import script_for

        put(f"{script_for(shell)}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def screening(
    context: typer.Context,
    _: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help=gettext_noop("Print the version and stop.")),
    ] = False,
    plain: Plain = False,
    folders: Folders = None,
    own: OwnServicesOption = None,
    place: PlaceOfTalk = None,
    ___: LanguageOfAll = None,
    __: Annotated[
        Optional[Shell],
        typer.Option(
            "--show-completion",
            metavar="SHELL",
            callback=_show_completion,
            is_eager=True,
            help=gettext_noop("Print what a shell needs to complete commands and options, and stop."),
        ),
    ] = None,
) -> None:
    """Without a command, show what can be begun."""
    if context.invoked_subcommand is None:
        _menu(folders, own, place, plain=plain)


@ending_with_its_code
def _menu(folders: Optional[list[Path]], own: Optional[list[Path]], place: Optional[str], *, plain: bool) -> int:
    from screening.commands import menu, run_options

    options = run_options.RunOptions(
        language(), folders=folders or (), own=own or (), place=place, set_language=spoken()
    )
    return menu.menu(options, line_by_line=plain)


@command_of(app, gettext_noop("Play a screening of an invented case, screen by screen."), "screening demo")
def demo(
    vignette: Annotated[
        Optional[str],
        typer.Argument(metavar="VIGNETTE", help=gettext_noop("The id of a vignette, or SET/VIGNETTE.")),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help=gettext_noop("Print all of it, and wait for no key."))
    ] = False,
    plain: Plain = False,
    folders: Folders = None,
    own: OwnServicesOption = None,
    _: Language = None,
) -> int:
    from screening.commands import demo, run_options

    options = run_options.RunOptions(language(), folders=folders or (), own=own or (), set_language=spoken())
    return demo.demo(vignette, options, everything=everything, line_by_line=plain)


@command_of(
    app, gettext_noop("Screen somebody: ask, assess, and say what to do and whom to call."), "screening run --place hk"
)
def run(
    set_name: Annotated[
        Optional[str],
        typer.Argument(
            metavar="SET",
            autocompletion=set_names,
            show_default=gettext_noop("the full set"),
            help=gettext_noop("The id of a set, or the path of its folder."),
        ),
    ] = None,
    format_: OutputFormat = "terminal",
    plain: Plain = False,
    folders: Folders = None,
    own: OwnServicesOption = None,
    place: PlaceOfTalk = None,
    _: Language = None,
    beside: LanguageBesideOnScreen = None,
) -> int:
    from screening.commands import run, run_options

    options = run_options.RunOptions(language(), format_, folders or (), own or (), place, spoken(), beside)
    return run.run(set_name, options, line_by_line=plain)


@command_of(
    app,
    gettext_noop("Go on with a screening from its answer code. It asks for the code."),
    "screening resume --format html > result.html",
)
def resume(
    format_: OutputFormat = "terminal",
    plain: Plain = False,
    folders: Folders = None,
    own: OwnServicesOption = None,
    place: PlaceOfTalk = None,
    _: Language = None,
    beside: LanguageBesideOnScreen = None,
) -> int:
    from screening.commands import resume, run_options

    options = run_options.RunOptions(language(), format_, folders or (), own or (), place, spoken(), beside)
    return resume.resume(options, line_by_line=plain)


@command_of(
    app,
    gettext_noop("Practise on invented cases: the story, the interview, and then how it went."),
    "screening practise quiet-kitchen",
)
def practise(
    vignettes: Annotated[
        Optional[list[str]],
        typer.Argument(
            metavar="VIGNETTE...",
            autocompletion=case_names,
            show_default=gettext_noop("chosen from a list"),
            help=gettext_noop("The ids of cases, or SET/VIGNETTE. Several are an exercise."),
        ),
    ] = None,
    level: Annotated[
        Optional[Literal["easy", "medium", "hard"]],
        typer.Option("--level", metavar="LEVEL", help=gettext_noop("How hard the cases are to be.")),
    ] = None,
    by_chance: Annotated[bool, typer.Option("--random", help=gettext_noop("One case, left to chance."))] = False,
    count: Annotated[
        Optional[int],
        typer.Option("--cases", metavar="NUMBER", help=gettext_noop("So many cases, left to chance.")),
    ] = None,
    seed: Annotated[
        Optional[int],
        typer.Option("--seed", metavar="NUMBER", help=gettext_noop("The same cases come with the same number.")),
    ] = None,
    set_name: Annotated[
        Optional[str],
        typer.Option(
            "--set",
            metavar="SET",
            autocompletion=set_names,
            show_default=gettext_noop("the full set, or that of a named case"),
            help=gettext_noop("The set of the cases: its id, or the path of its folder."),
        ),
    ] = None,
    own_cases: VignetteFolder = None,
    listing: Annotated[
        bool, typer.Option("--list", help=gettext_noop("List the cases by how hard they are, and stop."))
    ] = False,
    script: Annotated[
        bool,
        typer.Option(
            "--script", help=gettext_noop("Print the sheet for the one who plays the person in a pair, and stop.")
        ),
    ] = False,
    save: Annotated[
        Optional[Path],
        typer.Option(
            "--save", metavar="FILE", help=gettext_noop("Keep how it went in a new file that ends in .json or .md.")
        ),
    ] = None,
    code_only: Annotated[
        bool,
        typer.Option(
            "--code-only", help=gettext_noop("At the end show the practice code alone, and no key: for a room.")
        ),
    ] = False,
    format_: Annotated[
        Literal["terminal", "markdown", "html"],
        typer.Option("--format", metavar="FORMAT", help=gettext_noop("How to show the sheet of --script.")),
    ] = "terminal",
    plain: Plain = False,
    folders: Folders = None,
    own: OwnServicesOption = None,
    place: PlaceOfTalk = None,
    _: Language = None,
) -> int:
    from screening.commands import practise
    from screening.commands.practice_cases import Wanted

    wanted = Wanted(
        vignettes or (), set_name, own_cases, level, count if count is not None else 1 if by_chance else None, seed
    )
    options = practise.Practising(language(), folders or (), own or (), place, save, code_only, spoken())
    if listing:
        return practise.list_cases(wanted, options)
    if script:
        return practise.print_scripts(wanted, options, format_)
    return practise.practise(wanted, options, line_by_line=plain)


app.add_typer(content_app)
app.add_typer(services_app, name="services")
app.add_typer(workshop_app, name="workshop")
app.add_typer(author_app)


def program() -> Callable[..., object]:
    """The commands, ready to be run."""
    if ASKED_BY in os.environ:
        from screening.commands.completion import understand_shells

        understand_shells()
    return app


def main() -> None:
    """Start the program."""
    open_streams()
    # typer's own way to tell what is wrong takes several lines, and breaks them anywhere.
    sys.exit(exit_codes.finish(lambda: program()(prog_name="screening", standalone_mode=False), language))
