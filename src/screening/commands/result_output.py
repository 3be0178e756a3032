"""A result, or lines, put out in the format that was asked for."""

from collections.abc import Iterable
from typing import TextIO

from screening.commands.option_values import Format
from screening.language.catalog import Catalog
from screening.result.evaluate import Result
from screening.show.data import encode
from screening.show.lines import Line
from screening.show.markdown import markdown
from screening.show.report import result_lines
from screening.show.result_data import result_data
from screening.show.terminal import print_lines
from screening.terminal.outlet import put


def print_result(result: Result, output: TextIO, format_: Format, language: Catalog, width: int | None = None) -> None:
    """Show a result in one of the formats."""
    if format_ == "json":
        put(encode(result_data(result, language)) + "\n", output)
    else:
        print_lines_as(result_lines(result, language), output, format_, language, width)


def print_lines_as(
    lines: Iterable[Line], output: TextIO, format_: Format, language: Catalog, width: int | None = None
) -> None:
    """Print lines as text for a terminal, as Markdown, or as a page to print."""
    match format_:
        case "markdown":
            put(markdown(lines, language), output)
        case "html":
            # Imported here, as it alone needs the templates.
            from screening.show.html import page  # noqa: PLC0415

            put(page(lines, language), output)
        case _:
            print_lines(lines, output, language, width)
