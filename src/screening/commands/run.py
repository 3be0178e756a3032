"""`screening run`: a real screening."""

import sys
import time
from typing import TextIO

from screening.commands.outcome import DONE, QUICK_EXIT, BadInput
from screening.commands.surroundings import Format, make_result, place_names, places_with_districts, print_result
from screening.interview import Interview, State
from screening.model import Directory
from screening.reading.library import find_directory, find_set
from screening.show.report import Line, Result, emergency_lines
from screening.show.terminal import print_lines
from screening.terminal.keyboard import clear, prompts, read_line
from screening.terminal.plain import WHAT_STAYS, Conversation, Desk


def run(set_name: str, format_: Format) -> int:
    """Screen with a set, line by line. Prompts go to the terminal, the result to stdout.

    Raises:
        Unsound: the set, or a directory, cannot be used.
    """
    interview = Interview(find_set(set_name), places_with_districts())
    with prompts() as output:
        try:
            result = _screen(interview, output)
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


def _screen(interview: Interview, output: TextIO) -> Result | None:
    """The whole talk; None where nobody agreed to it."""
    started = time.monotonic()
    desk = Desk(
        output=output,
        respond=lambda _step, _state, prompt: read_line(prompt, output),
        find_directory=find_directory,
        places=place_names(),
        minutes=lambda: int((time.monotonic() - started) // 60),
    )
    print_lines([Line("title", interview.set.about.title), *(Line("text", text) for text in WHAT_STAYS)], output)
    state = Conversation(interview, desk).run()
    outcome = interview.current(state).id
    if outcome != "result":
        print_lines(_no_result(interview, state, outcome), output)
        return None
    if sys.stdin.isatty():
        print_lines([Line("heading", "Turn the screen to yourself.")], output)
        read_line("[Enter shows the result] > ", output)
    return make_result(interview, state.answers, state.circumstances)


def _no_result(interview: Interview, state: State, outcome: str) -> list[Line]:
    """What to say when nobody was asked anything: steps and a number, and no level."""
    place = state.circumstances.get("place")
    directory: Directory | None = find_directory(place) if isinstance(place, str) else None
    about = interview.set.about
    lines = [Line("heading", "Not now" if outcome == "not_now" else "Stopped")]
    if outcome == "not_now":
        lines += [Line("do", text) for text in about.not_now]
    else:
        lines += [Line("text", "Nothing was recorded. The person may come back at any time.")]
    return [*lines, *(emergency_lines(directory) if directory is not None else [])]
