"""From what happened to an exit code. The one place that turns exceptions into words for the user."""

import sys
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb

from screening.terminal.outlet import Closed, tell

DONE = 0
PROBLEMS_FOUND = 1
# Also where something cannot be read or written: the user can mend it, and has nothing to report.
BAD_INPUT = 2
OUR_FAULT = 3
QUICK_EXIT = 130
# As every Unix tool that is ended by SIGPIPE: a script sees that not all was read, and knows the number.
NOBODY_READS = 141


class BadInput(Exception):
    """The user gave something that cannot be used; the message says what and how to mend it."""


def finish(program: Callable[[], object]) -> int:
    """Run the whole program, until everything that it said is out.

    Args:
        program: ends by SystemExit, as the programs of typer do.

    Returns:
        Its exit code.
    """

    def until_all_is_out() -> int:
        code: object = DONE
        try:
            program()
        except SystemExit as end:
            code = end.code
        sys.stdout.flush()
        return code if isinstance(code, int) else DONE

    return run_command(until_all_is_out)


def run_command(command: Callable[[], int]) -> int:
    """Run a command.

    Returns:
        Its exit code. Whatever goes wrong is told in a line, never with values: they could be answers.
    """
    try:
        return command()
    except KeyboardInterrupt:
        return QUICK_EXIT
    except Closed:
        return NOBODY_READS
    except OSError as error:
        tell(f"screening: this cannot be read or written: {error.strerror}. Check the disk and the path.")
        return BAD_INPUT
    except BadInput as error:
        tell(f"screening: {error}")
        return BAD_INPUT
    except Exception as error:
        return _told(error)


def _told(error: Exception) -> int:
    # Imported here, so that --help and --version never pay for it.
    from screening.reading.problem import Unsound

    if isinstance(error, Unsound):
        for line in error.lines:
            tell(line)
        return BAD_INPUT
    last = extract_tb(error.__traceback__)[-1]
    position = f"{Path(last.filename).name}:{last.lineno}"
    tell(
        f"screening: a fault of this program ({type(error).__name__} at {position}). Nothing was stored. "
        "Please report this line; it holds no answers."
    )
    return OUR_FAULT
