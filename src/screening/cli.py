"""The commands: names, options and help. Every body is one late import, so that --help costs next to nothing."""

import sys
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Annotated, Literal, Optional, ParamSpec

import typer

from screening import __version__
from screening.commands import exit_codes
from screening.commands.option_values import Age, FileKind, Gender, NeedOption, Situation, YesNoOption
from screening.terminal.outlet import open_streams, put

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    # A pretty traceback prints local variables, and those are answers.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="Screen for human trafficking with a checklist, and find whom to call. Works offline and stores nothing.",
)

SetName = Annotated[str, typer.Argument(metavar="SET", help="The id of a set, or the path of its folder.")]
Paths = Annotated[list[Path], typer.Argument(metavar="PATH...", help="Folders, or single sets and files.")]
OutputFormat = Annotated[
    Literal["terminal", "markdown", "json", "html"], typer.Option("--format", help="How to show it.")
]


def _plain_before_or_after(context: typer.Context, given: bool) -> bool:
    """Whether `--plain` was given before the command or after it."""
    return given or (context.parent is not None and context.parent.params.get("plain", False))


Plain = Annotated[
    bool, typer.Option("--plain", callback=_plain_before_or_after, help="Line by line, for screen readers.")
]


def _before_and_after(
    context: typer.Context, parameter: typer.CallbackParam, given: Optional[list[Path]]
) -> list[Path]:
    """The paths that an option was given before the command, and those after it, each once."""
    before: dict[str, list[Path]] = context.obj or {}
    option = parameter.opts[0]
    named = list(dict.fromkeys([*before.get(option, ()), *(given or ())]))
    context.obj = {**before, option: named}
    return named


Folders = Annotated[
    Optional[list[Path]],
    typer.Option(
        "--indicators",
        metavar="DIR",
        callback=_before_and_after,
        help="A folder of sets, besides the built-in ones and those in SCREENING_PATH. May be given again.",
    ),
]

OwnServicesOption = Annotated[
    Optional[list[Path]],
    typer.Option(
        "--services",
        metavar="FILE",
        envvar="SCREENING_SERVICES",
        callback=_before_and_after,
        help="Your agency's own services, besides the built-in ones. May be given again.",
    ),
]


Options = ParamSpec("Options")


def _run_command(command: Callable[Options, int]) -> Callable[Options, None]:
    """A command that ends with its exit code, and whose errors are told in a line."""

    @wraps(command)
    def run(*given: Options.args, **named: Options.kwargs) -> None:
        raise typer.Exit(exit_codes.run_command(lambda: command(*given, **named)))

    return run


def _command(body: Callable[Options, int]) -> Callable[Options, None]:
    """Make a command of the program; its name, options and help are the function's."""
    return app.command()(_run_command(body))


def _version(wanted: bool) -> None:
    if wanted:
        put(f"screening {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def screening(
    context: typer.Context,
    _: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
    plain: Plain = False,
    folders: Folders = None,
    own: OwnServicesOption = None,
) -> None:
    """Without a command, show what can be begun."""
    if context.invoked_subcommand is None:
        _menu(folders, own, plain=plain)


@_run_command
def _menu(folders: Optional[list[Path]], own: Optional[list[Path]], *, plain: bool) -> int:
    from screening.commands import menu, run_options

    return menu.menu(run_options.RunOptions(folders=folders or (), own=own or ()), line_by_line=plain)


@_command
def demo(
    vignette: Annotated[Optional[str], typer.Argument(help="The id of a vignette, or SET/VIGNETTE.")] = None,
    folders: Folders = None,
    own: OwnServicesOption = None,
) -> int:
    """Play a whole screening of an invented case."""
    from screening.commands import demo

    return demo.demo(vignette, folders or (), own or ())


@_command
def run(
    set_name: Annotated[
        Optional[str],
        typer.Argument(metavar="SET", show_default="the full set", help="The id of a set, or the path of its folder."),
    ] = None,
    format_: OutputFormat = "terminal",
    plain: Plain = False,
    folders: Folders = None,
    own: OwnServicesOption = None,
) -> int:
    """Screen somebody: ask, assess, and say what to do and whom to call."""
    from screening.commands import run, run_options

    options = run_options.RunOptions(format_, folders or (), own or ())
    return run.run(set_name, options, line_by_line=plain)


@_command
def resume(
    format_: OutputFormat = "terminal", plain: Plain = False, folders: Folders = None, own: OwnServicesOption = None
) -> int:
    """Go on with a screening, from its answer code. The code is asked for."""
    from screening.commands import resume, run_options

    options = run_options.RunOptions(format_, folders or (), own or ())
    return resume.resume(options, line_by_line=plain)


@_command
def sets(folders: Folders = None) -> int:
    """List the indicator sets."""
    from screening.commands import sets

    return sets.list_sets(folders or ())


@_command
def show(
    set_name: SetName,
    format_: Annotated[Literal["terminal", "json"], typer.Option("--format", help="How to show it.")] = "terminal",
    folders: Folders = None,
) -> int:
    """Show a set: its questions, indicators and rules."""
    from screening.commands import sets

    return sets.show_set(set_name, folders or (), as_json=format_ == "json")


@_command
def services(
    place: Annotated[
        Optional[str],
        typer.Option(
            envvar="SCREENING_PLACE",
            show_default="the home place",
            help="A code such as hk, or a name.",
        ),
    ] = None,
    need: Annotated[Optional[list[NeedOption]], typer.Option(help="Only this need. May be given again.")] = None,
    age: Annotated[Optional[Age], typer.Option(help="As far as is known.")] = None,
    gender: Annotated[Optional[Gender], typer.Option(help="For services that take some only.")] = None,
    situation: Annotated[Optional[list[Situation]], typer.Option(help="May be given again.")] = None,
    language: Annotated[Optional[list[str]], typer.Option(help="A code such as tl. May be given again.")] = None,
    identity_card: Annotated[
        Optional[YesNoOption], typer.Option(help="Whether the person has an identity card of the place.")
    ] = None,
    may_stay: Annotated[Optional[YesNoOption], typer.Option(help="Whether the person may stay in the place.")] = None,
    with_children: Annotated[Optional[YesNoOption], typer.Option(help="Whether children are with the person.")] = None,
    abroad: Annotated[Optional[YesNoOption], typer.Option(help="Whether the person is abroad.")] = None,
    district: Annotated[Optional[str], typer.Option(help="Such as wan-chai.")] = None,
    police: Annotated[Optional[YesNoOption], typer.Option(help="Whether the person agrees to the police.")] = None,
    seeks_protection: Annotated[
        Optional[YesNoOption], typer.Option(help="Whether the person fears a state's authorities.")
    ] = None,
    at: Annotated[Optional[str], typer.Option(metavar="TIME", help="When, such as 2026-11-28T03:00; else now.")] = None,
    own: OwnServicesOption = None,
    stale: Annotated[bool, typer.Option("--stale", help="List what nobody has seen for years, to call again.")] = False,
    to_carry: Annotated[bool, typer.Option("--to-carry", help="A small card that the person can carry.")] = False,
    safe_to_carry: Annotated[
        Optional[YesNoOption], typer.Option(help="What the person said about carrying a card.")
    ] = None,
    format_: OutputFormat = "terminal",
) -> int:
    """List whom to call, for a person's circumstances."""
    from screening.commands import services

    given: dict[str, str | Sequence[str] | None] = {
        "age": age,
        "gender": gender,
        "situation": [each.value for each in situation or ()] or None,
        "languages": language or None,
        "identity_card": identity_card,
        "may_stay": may_stay,
        "with_children": with_children,
        "abroad": abroad,
        "district": district,
        "police": police,
    }
    if stale and to_carry:
        raise exit_codes.BadInput("--stale and --to-carry are two different lists. Give one of them.")
    if safe_to_carry is not None and not to_carry:
        raise exit_codes.BadInput("--safe-to-carry is about the card of --to-carry. Give both, or neither.")
    circumstances = {name: value for name, value in given.items() if value is not None}
    request = services.Request(
        place, [each.value for each in need or ()], circumstances, seeks_protection, at, own or ()
    )
    if stale:
        return services.stale(request, format_)
    if to_carry:
        return services.to_carry(request, safe_to_carry, format_)
    return services.services(request, format_)


@_command
def glossary(
    term: Annotated[Optional[list[str]], typer.Argument(metavar="[TERM]...", help="A term, or words of it.")] = None,
    format_: Annotated[Literal["terminal", "json"], typer.Option("--format", help="How to show it.")] = "terminal",
) -> int:
    """Say what a term is called in another language, or list all terms."""
    from screening.commands import glossary

    return glossary.glossary(term or (), format_)


@_command
def check(
    paths: Paths,
    format_: Annotated[
        Literal["text", "json", "github"], typer.Option("--format", help="How to print what is found.")
    ] = "text",
    folders: Folders = None,
    today: Annotated[
        Optional[str], typer.Option(metavar="DAY", help="The day by which contacts are old, such as 2026-01-31.")
    ] = None,
) -> int:
    """Find what is wrong in sets, directories and glossaries."""
    from screening.commands import check

    return check.check(paths, format_, folders or (), today)


@_command
def test(paths: Paths, folders: Folders = None) -> int:  # noqa: PT028 - a command, and no test
    """Assess every vignette of a set and compare it with its key."""
    from screening.commands import vignettes

    return vignettes.test_vignettes(paths, folders or ())


@_command
def new(
    set_id: Annotated[str, typer.Argument(metavar="SET", help="The id of the new set, such as our-house.")],
    folder: Annotated[Path, typer.Option("--in", metavar="DIR", help="The folder for its folder.")] = Path(),
    extends: Annotated[Optional[str], typer.Option(metavar="SET", help="The id of the set that it changes.")] = None,
    folders: Folders = None,
) -> int:
    """Write a set to begin with: a small one of its own, or one that changes another."""
    from screening.commands import new

    return new.new(set_id, folder, extends, folders or ())


@_command
def schema(
    kind: Annotated[FileKind, typer.Argument(help="The kind of file.")],
    extending: Annotated[bool, typer.Option("--extending", help="Of a set that extends another.")] = False,
) -> int:
    """Print the JSON Schema of a kind of file, for editors."""
    from screening.commands import schema

    return schema.schema(kind, extending=extending)


@_command
def score(set_name: SetName, folders: Folders = None) -> int:
    """Assess de-identified records: JSON Lines on stdin, JSON Lines on stdout."""
    from screening.commands import score

    return score.score(set_name, folders or ())


def main() -> None:
    """Start the program."""
    open_streams()
    sys.exit(exit_codes.finish(app))
