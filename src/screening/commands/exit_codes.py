"""From what happened to an exit code. The one place that turns exceptions into words for the user."""

import sys
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb
from typing import TYPE_CHECKING

from screening.terminal.outlet import Closed, tell

if TYPE_CHECKING:
    from screening.language.catalog import Catalog
    from screening.language.messages import Text

DONE = 0
PROBLEMS_FOUND = 1
# Also where something cannot be read or written: the user can mend it, and has nothing to report.
BAD_INPUT = 2
OUR_FAULT = 3
QUICK_EXIT = 130
# As every Unix tool that is ended by SIGPIPE: a script sees that not all was read, and knows the number.
NOBODY_READS = 141


class BadInput(Exception):
    """The user gave something that cannot be used.

    Attributes:
        message: what that is, and how to mend it.
    """

    def __init__(self, message: "Text") -> None:
        """Args: message: what cannot be used, and how to mend it."""
        self.message = message
        super().__init__(message)


def finish(program: Callable[[], object], language: Callable[[], "Catalog"]) -> int:
    """Run the whole program, until everything that it said is out.

    Args:
        program: ends with its exit code, or by SystemExit.
        language: gives the language of what is told; asked only where something is, for it takes time.

    Returns:
        Its exit code.
    """

    def until_all_is_out() -> int:
        try:
            code = program()
        except SystemExit as end:
            code = end.code
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE

    return run_command(until_all_is_out, language)


def run_command(command: Callable[[], int], language: Callable[[], "Catalog"]) -> int:
    """Run a command.

    Args:
        command: ends with its exit code, or raises what is wrong.
        language: gives the language of what is told; asked only where something is.

    Returns:
        Its exit code. Whatever goes wrong is told in a line, never with values: they could be answers.
    """
    try:
        return command()
    except KeyboardInterrupt:
        return QUICK_EXIT
    except Closed:
        return NOBODY_READS
    except Exception as error:
        try:
            return _told(error, language())
        except Closed:
            return NOBODY_READS


def _told(error: Exception, language: "Catalog") -> int:
    # Imported here, so that --help and --version never pay for it.
    from screening.commands.usage import UsageError, misuse
    from screening.language.messages import gettext
    from screening.reading.problem import Unsound
    from screening.show.findings import problem_lines

    match error:
        case Unsound():
            for line in problem_lines(error.problems, language):
                tell(line)
            return BAD_INPUT
        case BadInput():
            code, message = BAD_INPUT, error.message
        case UsageError():
            code, message = BAD_INPUT, misuse(error)
        case OSError():
            reason = str(error.strerror)
            code = BAD_INPUT
            message = gettext("this cannot be read or written: {reason}. Check the disk and the path.", reason=reason)
        case _:
            last = extract_tb(error.__traceback__)[-1]
            position = f"{Path(last.filename).name}:{last.lineno}"
            code = OUR_FAULT
            # Translators: {kind} and {position} are for whoever fixes the program.
            message = gettext(
                "a fault in this program ({kind} at {position}). Nothing was stored. "
                "Please report this line; it holds no answers.",
                kind=type(error).__name__,
                position=position,
            )
    tell(f"screening: {language.render(message)}")
    return code
