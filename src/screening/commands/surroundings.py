"""What several commands need to make a result: directories, the time, and the way it is shown."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Literal, TextIO

from screening.advise import advise
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


def place_names() -> dict[str, str]:
    """Place codes with the names to choose from; somewhere else is always a choice."""
    names = {}
    for code in places():
        directory = find_directory(code)
        if directory is not None:
            names[code] = directory.names.get("en", code)
    return {**names, OTHER_PLACE: "Another place"}


def places_with_districts() -> list[str]:
    """The places whose directory goes by district."""
    found = [(code, find_directory(code)) for code in places()]
    return [code for code, directory in found if directory is not None and directory.districts]


def make_result(interview: Interview, answers: Mapping[str, Answer], circumstances: Mapping[str, Answer]) -> Result:
    """The result of what was recorded, as of now."""
    assessment = interview.assessor.assess(answers, circumstances)
    place = circumstances.get("place")
    directory: Directory | None = find_directory(place) if isinstance(place, str) else None
    return Result(
        indicator_set=interview.set,
        fingerprint=fingerprint(interview.set),
        assessment=assessment,
        explanation=explain(interview.set, interview.assessor, assessment, answers),
        advice=advise(interview.set, assessment, circumstances, directory, datetime.now(UTC)),
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
