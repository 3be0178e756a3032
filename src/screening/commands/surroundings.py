"""What several commands need to make a result: directories, the time, and the way it is shown."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal, TextIO

from screening.advise import advise
from screening.agenda import State
from screening.explain import explain
from screening.fingerprint import fingerprint
from screening.interview import Interview
from screening.model import Answer, Directory
from screening.reading.library import find_directory, places
from screening.show.data import encode, result_data
from screening.show.markdown import markdown
from screening.show.report import Result, result_lines
from screening.show.terminal import print_lines

Format = Literal["terminal", "markdown", "json"]
OTHER_PLACE = "other"


def read_directories() -> dict[str, Directory]:
    """Every built-in directory, by the code of its place."""
    found = {code: find_directory(code) for code in places()}
    return {code: directory for code, directory in found.items() if directory is not None}


def place_names(directories: Mapping[str, Directory]) -> dict[str, str]:
    """Place codes with the names to choose from; somewhere else is always a choice."""
    names = {code: directory.names.get("en", code) for code, directory in directories.items()}
    return {**names, OTHER_PLACE: "Another place"}


def places_with_districts(directories: Mapping[str, Directory]) -> list[str]:
    """The places whose directory goes by district."""
    return [code for code, directory in directories.items() if directory.districts]


def directory_of(circumstances: Mapping[str, Answer], directories: Mapping[str, Directory]) -> Directory | None:
    """The directory of the place that was recorded, if there is one."""
    place = circumstances.get("place")
    return directories.get(place) if isinstance(place, str) else None


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
        advice=advise(interview.set, assessment, circumstances, directory, now()),
    )


def print_result(result: Result, output: TextIO, format_: Format, width: int | None = None) -> None:
    """Show a result in one of the formats."""
    match format_:
        case "terminal":
            print_lines(result_lines(result), output, width)
        case "markdown":
            output.write(markdown(result_lines(result)))
        case "json":
            output.write(encode(result_data(result)) + "\n")
