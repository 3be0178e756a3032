"""From what happened to an exit code. The one place that turns exceptions into words for the user."""

import sys
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb

DONE = 0
PROBLEMS_FOUND = 1
BAD_INPUT = 2
OUR_FAULT = 3
QUICK_EXIT = 130


class BadInput(Exception):
    """The user gave something that cannot be used; the message says what and how to mend it."""


def carry_out(command: Callable[[], int]) -> int:
    """Run a command.

    Returns:
        Its exit code. Whatever goes wrong is told in a line, never with values: they could be answers.
    """
    try:
        return command()
    except KeyboardInterrupt:
        return QUICK_EXIT
    except BrokenPipeError:
        sys.stderr.close()
        return DONE
    except OSError as error:
        print(
            f"screening: this cannot be read or written: {error.strerror}. Check the disk and the path.",
            file=sys.stderr,
        )
        return BAD_INPUT
    except BadInput as error:
        print(f"screening: {error}", file=sys.stderr)
        return BAD_INPUT
    except Exception as error:
        return _told(error)


def _told(error: Exception) -> int:
    # Imported here, so that --help and --version never pay for it.
    from screening.reading.problem import Unsound

    if isinstance(error, Unsound):
        print(error, file=sys.stderr)
        return BAD_INPUT
    last = extract_tb(error.__traceback__)[-1]
    place = f"{Path(last.filename).name}:{last.lineno}"
    print(
        f"screening: a fault of this program ({type(error).__name__} at {place}). Nothing was stored. "
        "Please report this line; it holds no answers.",
        file=sys.stderr,
    )
    return OUR_FAULT
