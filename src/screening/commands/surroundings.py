"""What several commands need to make a result: directories, the time, and the way it is shown."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TextIO

from msgspec import Struct

from screening.reading.places import Directories
from screening.referral.moment import Moment, moment_in
from screening.result.evaluate import Result
from screening.show.data import encode, result_data
from screening.show.lines import Line
from screening.show.markdown import markdown
from screening.show.report import result_lines
from screening.show.terminal import print_lines
from screening.terminal.outlet import put

Format = Literal["terminal", "markdown", "json", "html"]
OTHER_PLACE = "other"


class Around(Struct, frozen=True):
    """What a sitting is given besides its set.

    Attributes:
        format: how a result is shown.
        folders: folders of sets besides the built-in ones.
        own: an agency's own services.
    """

    format: Format = "terminal"
    folders: Sequence[Path] = ()
    own: Sequence[Path] = ()


def place_names(directories: Directories) -> dict[str, str]:
    """Place codes with the names to choose from; somewhere else is always a choice."""
    return {**directories.names(), OTHER_PLACE: "Another place"}


def now() -> datetime:
    """The time, aware."""
    return datetime.now(UTC)


def this_moment() -> Moment:
    """The time, for `evaluate`, which tells it by the clock of the place that was recorded."""
    return moment_in(None, now())


def print_result(result: Result, output: TextIO, format_: Format, width: int | None = None) -> None:
    """Show a result in one of the formats."""
    if format_ == "json":
        put(encode(result_data(result)) + "\n", output)
    else:
        print_lines_as(result_lines(result), output, format_, width)


def print_lines_as(lines: Iterable[Line], output: TextIO, format_: Format, width: int | None = None) -> None:
    """Print lines as text for a terminal, as Markdown, or as a page to print."""
    match format_:
        case "markdown":
            put(markdown(lines), output)
        case "html":
            # Imported here, as it alone needs the templates.
            from screening.show.html import page  # noqa: PLC0415

            put(page(lines), output)
        case _:
            print_lines(lines, output, width)
