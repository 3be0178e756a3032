"""`screening run`: a real screening."""

import sys
import time
from collections.abc import Mapping
from typing import TextIO

from screening.commands.outcome import DONE, QUICK_EXIT, BadInput
from screening.commands.surroundings import (
    Format,
    directory_of,
    make_result,
    place_names,
    places_with_districts,
    print_result,
    read_directories,
)
from screening.interview import Interview
from screening.model import Directory
from screening.reading.library import find_set
from screening.show.report import Line, Result, emergency_lines
from screening.show.terminal import print_lines
from screening.terminal.keyboard import clear, prompts, read_line
from screening.terminal.plain import WHAT_STAYS, Conversation, Desk


def run(set_name: str, format_: Format) -> int:
    """Screen with a set, line by line. Prompts go to the terminal, the result to stdout.

    Raises:
        Unsound: the set, or a directory, cannot be used.
    """
    directories = read_directories()
    interview = Interview(find_set(set_name), places_with_districts(directories))
    with prompts() as output:
        try:
            result = _screen(interview, directories, output)
            if result is not None:
                print_result(result, sys.stdout, format_)
        except KeyboardInterrupt:
            clear(output)
            return QUICK_EXIT
        except EOFError:
            if sys.stdin.isatty():
                clear(output)
                return QUICK_EXIT
            raise BadInput("the input ended before the screening did. Give a line for every question.") from None
    return DONE


def _screen(interview: Interview, directories: Mapping[str, Directory], output: TextIO) -> Result | None:
    """The whole talk; None where nobody agreed to it."""
    started = time.monotonic()
    desk = Desk(
        output=output,
        respond=lambda _step, _state, prompt: read_line(prompt, output),
        find_directory=directories.get,
        places=place_names(directories),
        minutes=lambda: int((time.monotonic() - started) // 60),
    )
    print_lines([Line("title", interview.set.about.title), *(Line("text", text) for text in WHAT_STAYS)], output)
    state = Conversation(interview, desk).run()
    outcome = interview.current(state).id
    if outcome != "result":
        print_lines(_no_result(interview, directory_of(state.circumstances, directories), outcome), output)
        return None
    if sys.stdin.isatty():
        print_lines([Line("heading", "Turn the screen to yourself.")], output)
        read_line("[Enter shows the result] > ", output)
    return make_result(interview, state, directories)


def _no_result(interview: Interview, directory: Directory | None, outcome: str) -> list[Line]:
    """What to say when nobody was asked anything: steps and a number, and no level."""
    about = interview.set.about
    lines = [Line("heading", "Not now" if outcome == "not_now" else "Stopped")]
    if outcome == "not_now":
        lines += [Line("do", text) for text in about.not_now]
    else:
        lines += [Line("text", "Nothing was recorded. The person may come back at any time.")]
    return [*lines, *(emergency_lines(directory) if directory is not None else [])]
