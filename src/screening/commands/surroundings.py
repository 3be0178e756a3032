"""What several commands need to make a result: directories, the time, and the way it is shown."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, TextIO

from msgspec import Struct

from screening.engine.explain import explain
from screening.interview.agenda import State
from screening.interview.machine import Interview
from screening.reading.places import Directories
from screening.referral.directory import Directory, directory_of
from screening.referral.moment import moment_in
from screening.result.advise import advise
from screening.sets.fingerprint import fingerprint
from screening.show.data import encode, result_data
from screening.show.lines import Line
from screening.show.markdown import markdown
from screening.show.report import Result, result_lines
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


def make_result(interview: Interview, state: State, directories: Mapping[str, Directory]) -> Result:
    """The result of what was recorded, as of now."""
    answers, circumstances = state.answers, state.circumstances
    assessment = interview.assessment(state)
    directory = directory_of(circumstances, directories)
    return Result(
        indicator_set=interview.set,
        fingerprint=fingerprint(interview.set),
        assessment=assessment,
        explanation=explain(interview.set, interview.assessor, assessment, answers),
        advice=advise(interview.set, assessment, circumstances, directory, moment_in(directory, now())),
    )


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
