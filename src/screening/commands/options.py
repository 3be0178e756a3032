"""The options that several commands take, and how one is given before the command or after it."""

from pathlib import Path
from typing import Annotated, Any, Literal

import typer

from screening.commands.command_line import speak
from screening.commands.completed_names import place_codes, program_languages, set_names
from screening.commands.option_values import Format
from screening.language.marks import gettext_noop

SetName = Annotated[
    str,
    typer.Argument(
        metavar="SET", autocompletion=set_names, help=gettext_noop("The id of a set, or the path of its folder.")
    ),
]
Paths = Annotated[
    list[Path] | None, typer.Argument(metavar="PATH...", help=gettext_noop("Folders, or single sets and files."))
]
VignetteFolder = Annotated[
    Path | None,
    typer.Option(
        "--vignettes", metavar="DIR", help=gettext_noop("A folder of your own vignettes, each in a file of its own.")
    ),
]
SetOfVignettes = Annotated[
    str | None,
    typer.Option(
        "--set",
        metavar="SET",
        autocompletion=set_names,
        show_default=gettext_noop("the full set"),
        help=gettext_noop("The set that they are written for: its id, or the path of its folder."),
    ),
]
OutputFormat = Annotated[
    Format,
    typer.Option("--format", metavar="FORMAT", help=gettext_noop("How to show it.")),
]
TerminalOrJson = Annotated[
    Literal["terminal", "json"], typer.Option("--format", metavar="FORMAT", help=gettext_noop("How to show it."))
]


def _is_typed(context: Any, name: str) -> bool:
    """Whether an option was typed, and is not from the environment."""
    source = context.get_parameter_source(name)
    return source is not None and source.name == "COMMANDLINE"


def _before_or_after(context: typer.Context, parameter: typer.CallbackParam, given: Any) -> Any:
    """What was typed after the command, or else before it, or else what the environment says."""
    name, above = str(parameter.name), context.parent
    while above is not None and not _is_typed(context, name):
        if _is_typed(above, name):
            return above.params[name]
        above = above.parent
    return given


Plain = Annotated[
    bool,
    typer.Option("--plain", callback=_before_or_after, help=gettext_noop("Line by line, for screen readers.")),
]


def _place_option(**more: Any) -> Any:
    return typer.Option(
        "--place",
        metavar="PLACE",
        autocompletion=place_codes,
        envvar="SCREENING_PLACE",
        callback=_before_or_after,
        **more,
    )


PlaceOfTalk = Annotated[
    str | None,
    _place_option(help=gettext_noop("Where you are: a code such as hk, or a name. It is not asked then.")),
]
PlaceOfForm = Annotated[
    str | None,
    _place_option(
        show_default=gettext_noop("no numbers"),
        help=gettext_noop("Whose numbers stand on it: a code such as hk, or a name."),
    ),
]
Place = Annotated[
    str | None,
    _place_option(
        show_default=gettext_noop("the home place"),
        help=gettext_noop("A code such as hk, or a name. 'screening services codes' lists them."),
    ),
]


def _before_and_after(context: typer.Context, parameter: typer.CallbackParam, given: list[Path] | None) -> list[Path]:
    """The paths that an option was given before the command and after it, each once; else those of the environment."""
    before: dict[str, list[Path]] = context.obj or {}
    option = parameter.opts[0]
    earlier = before.get(option, [])
    if not _is_typed(context, str(parameter.name)):
        # What is typed anywhere takes the place of what the environment says.
        return earlier or given or []
    named = list(dict.fromkeys([*earlier, *(given or ())]))
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


def _said_in(context: typer.Context, given: str | None) -> str | None:
    """Have everything said in a language from here on, what is wrong with the rest of the command line too."""
    if given and not context.resilient_parsing:
        # Imported here: nobody else waits for what reads languages.
        from screening.commands.language_tags import language_tag

        speak(language_tag(given))
    return given


def _tag_of(context: typer.Context, given: str | None) -> str | None:
    """The tag of a language, written in the one way."""
    if not given or context.resilient_parsing:
        return None
    from screening.commands.language_tags import language_tag

    return language_tag(given)


def _language_option(**more: Any) -> Any:
    return typer.Option(
        "--language",
        metavar="LANGUAGE",
        callback=_said_in,
        is_eager=True,
        autocompletion=program_languages,
        help=gettext_noop("Your language, such as zh-Hant, as far as this is translated. English otherwise."),
        **more,
    )


# Before a command. The environment says it here, and what is typed after a command counts more.
LanguageOfAll = Annotated[str | None, _language_option(envvar="SCREENING_LANGUAGE")]
Language = Annotated[str | None, _language_option()]


def _second_language_option(**more: Any) -> Any:
    return typer.Option("--with", metavar="LANGUAGE", callback=_tag_of, autocompletion=program_languages, **more)


LanguageBesideOnScreen = Annotated[
    str | None,
    _second_language_option(
        help=gettext_noop("The person's language, such as id: on the same screen, beside yours."),
    ),
]
LanguageBesideOnSheet = Annotated[str, _second_language_option(help=gettext_noop("The person's language, such as id."))]
LanguageBesideOnForm = Annotated[
    str | None, _second_language_option(help=gettext_noop("A second language, such as id, beside the first."))
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
