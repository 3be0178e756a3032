"""The commands of those who write sets and directories, and who assess many records. Every body is one late import."""

from pathlib import Path
from typing import Annotated, Literal

import typer

from screening.commands.command_line import command_of, language
from screening.commands.completed_names import set_names
from screening.commands.option_values import FileKind
from screening.commands.options import Folders, Paths, Plain, SetName, SetOfVignettes, VignetteFolder
from screening.language.marks import gettext_noop

author_app = typer.Typer(rich_markup_mode=None)


@command_of(
    author_app,
    gettext_noop("Find what is wrong in sets, directories and glossaries."),
    "screening check our-house our-services.yaml",
)
def check(
    paths: Paths = None,
    format_: Annotated[
        Literal["text", "json", "github"],
        typer.Option("--format", metavar="FORMAT", help=gettext_noop("How to print what is found.")),
    ] = "text",
    folders: Folders = None,
    today: Annotated[
        str | None,
        typer.Option(metavar="DAY", help=gettext_noop("The date to judge the age of contacts by, such as 2026-01-31.")),
    ] = None,
    vignettes: VignetteFolder = None,
    set_name: SetOfVignettes = None,
) -> int:
    from screening.commands import check
    from screening.commands import vignettes as cases

    own = cases.own_cases(vignettes, set_name)
    return check.check(paths or [], language(), format_, folders or (), today, own)


@command_of(
    author_app, gettext_noop("Assess every vignette of a set and compare it with its key."), "screening test our-house"
)
def test(
    paths: Paths = None,  # noqa: PT028 - a command, and no test
    folders: Folders = None,  # noqa: PT028
    vignettes: VignetteFolder = None,  # noqa: PT028
    set_name: SetOfVignettes = None,  # noqa: PT028
) -> int:
    from screening.commands import vignettes as cases

    return cases.test_vignettes(paths or [], language(), folders or (), cases.own_cases(vignettes, set_name))


@command_of(
    author_app,
    gettext_noop(
        "Write a set to start from; after the word directory, a list of whom to call; after vignette, a case."
    ),
    "screening new our-house",
)
def new(
    set_id: Annotated[
        str,
        typer.Argument(
            metavar="SET",
            help=gettext_noop("The id of the new set, such as our-house; or the word directory, or the word vignette."),
        ),
    ],
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="NAME",
            help=gettext_noop(
                "Of a directory: the code of its place, or with --adds-to any name. Of a vignette: its id, or its file."
            ),
        ),
    ] = None,
    folder: Annotated[
        Path, typer.Option("--in", metavar="DIR", help=gettext_noop("The folder to put it in."))
    ] = Path(),
    extends: Annotated[
        str | None,
        typer.Option(metavar="SET", autocompletion=set_names, help=gettext_noop("The id of the set that it changes.")),
    ] = None,
    adds_to: Annotated[
        str | None,
        typer.Option(metavar="PLACE", help=gettext_noop("Of a directory: the place that your own services are for.")),
    ] = None,
    set_name: Annotated[
        str | None,
        typer.Option(
            "--set",
            metavar="SET",
            autocompletion=set_names,
            help=gettext_noop("Of a vignette: the set that it is written for."),
        ),
    ] = None,
    story: Annotated[
        Path | None, typer.Option(metavar="FILE", help=gettext_noop("Of a vignette: a text file with its story."))
    ] = None,
    plain: Plain = False,
    folders: Folders = None,
) -> int:
    from screening.commands import new, new_directory, new_vignette

    if set_id == "vignette":
        new.must_be_about_a_vignette(extends, adds_to)
        given = new_vignette.NewVignette(name, folder, set_name, story, plain)
        return new_vignette.new_vignette(given, language(), folders or ())
    new.must_not_be_about_a_vignette(set_name, story)
    if set_id == "directory":
        new.must_be_about_a_directory(extends)
        return new_directory.new_directory_file(name, folder, adds_to, language())
    new.must_be_about_a_set(name, adds_to)
    return new.new(set_id, folder, extends, language(), folders or ())


@command_of(
    author_app,
    gettext_noop("Make a file of translations (PO) of a set, a directory or the program, or bring it up to date."),
    "screening translate our-house id",
)
def translate(
    what: Annotated[
        Path,
        typer.Argument(
            metavar="PATH", help=gettext_noop("The folder or id of a set, a file of services, or the word program.")
        ),
    ],
    tag: Annotated[
        str, typer.Argument(metavar="LANGUAGE", help=gettext_noop("The code of the language, such as id or zh-Hant."))
    ],
    only_check: Annotated[
        bool, typer.Option("--check", help=gettext_noop("Write nothing, and say whether there is anything to write."))
    ] = False,
    folders: Folders = None,
) -> int:
    from screening.commands import translate

    return translate.translate(what, tag, language(), folders or (), only_check=only_check)


@command_of(
    author_app, gettext_noop("Print the JSON Schema of a kind of file, for editors."), "screening schema section"
)
def schema(
    kind: Annotated[FileKind, typer.Argument(metavar="KIND", help=gettext_noop("The kind of file."))],
    extending: Annotated[
        bool, typer.Option("--extending", help=gettext_noop("For a set that extends another."))
    ] = False,
) -> int:
    from screening.commands import schema

    return schema.schema(kind, extending=extending)


@command_of(
    author_app,
    gettext_noop("Assess de-identified records on stdin: JSON Lines, or a table (CSV) with a header."),
    "screening score palermo --map our-map.yaml < records.csv",
)
def score(
    set_name: SetName,
    from_: Annotated[
        Literal["jsonl", "csv"] | None,
        typer.Option(
            "--from",
            metavar="FORMAT",
            show_default=gettext_noop("as they begin"),
            help=gettext_noop("What the records are written as."),
        ),
    ] = None,
    map_: Annotated[
        Path | None,
        typer.Option(
            "--map", metavar="FILE", help=gettext_noop("A file that says what the columns and values of a table mean.")
        ),
    ] = None,
    format_: Annotated[
        Literal["jsonl", "csv", "htcds"],
        typer.Option("--format", metavar="FORMAT", help=gettext_noop("How to write the assessments.")),
    ] = "jsonl",
    share: Annotated[
        bool,
        typer.Option("--share", help=gettext_noop("Counts that can be shared, without small ones, and no records.")),
    ] = False,
    folders: Folders = None,
) -> int:
    from screening.commands import score

    options = score.ScoreOptions(set_name, folders or (), from_, map_, format_, share)
    return score.score(options, language())
