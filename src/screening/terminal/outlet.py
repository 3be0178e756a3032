"""The one door out of the program: stdout and stderr, through which no text can speak to the terminal.

Commands say what they have to say by `put` and `tell`. Besides, the streams of a running program are `Outlet`s, so that
what others write for us (usage errors, warnings, a traceback) goes through the same door.
"""

import contextlib
import os
import sys
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from screening.show.characters import Control, in_one_line, visible


class Closed(Exception):
    """Whoever read the output reads no more of it.

    It is no OSError: libraries take a broken pipe for their own business, and end the program in their own way.
    """


class Outlet(TextIOWrapper):
    """A stream out of the program, always UTF-8."""

    def write(self, text: str) -> int:
        """Write a text, visible.

        Raises:
            Closed: nobody reads it any more.
            OSError: it cannot be written.
        """
        # typer writes nothing at all, to see what stream it is, and keeps to itself what comes of it.
        if text == "":
            return 0
        try:
            super().write(str(text) if isinstance(text, Control) else visible(text))
        except OSError as error:
            raise self._lost(error) from None
        return len(text)

    def flush(self) -> None:
        """Let out what was written.

        Raises:
            Closed: nobody reads it any more.
            OSError: it cannot be written.
        """
        try:
            super().flush()
        except OSError as error:
            raise self._lost(error) from None

    def _lost(self, error: OSError) -> Exception:
        """What to raise. What is still held goes nowhere, or the end of the program would try, and fail, once more."""
        with contextlib.suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.fileno())
            os.close(nowhere)
        return Closed() if isinstance(error, BrokenPipeError) else error


def open_streams() -> None:
    """Make the streams that the program was started with its own, whatever encoding they were given."""
    # A stream that was closed before we began is an empty one, not a fault. They stay open as long as the program.
    nothing = Path(os.devnull)
    sys.stdin = sys.stdin or nothing.open(encoding="utf-8")
    sys.stdout = _outlet(sys.stdout or nothing.open("w", encoding="utf-8"))
    sys.stderr = _outlet(sys.stderr or nothing.open("w", encoding="utf-8"))
    if isinstance(sys.stdin, TextIOWrapper):
        # What is typed is ASCII, or is not understood. In UTF-16 not even that could be read.
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")


def _outlet(stream: TextIO) -> TextIO:
    if not isinstance(stream, TextIOWrapper):
        return stream
    line_buffering, write_through = stream.line_buffering, stream.write_through
    return Outlet(
        stream.detach(),
        encoding="utf-8",
        errors="replace",
        newline="\n",
        line_buffering=line_buffering,
        write_through=write_through,
    )


def put(text: str, output: TextIO | None = None) -> None:
    """Write a text, of several lines perhaps.

    Args:
        text: what to write, with a new line at its end.
        output: where; stdout where it is not given.
    """
    output = output or sys.stdout
    # An outlet makes it visible by itself; any other stream has to be given it so.
    output.write(str(text) if isinstance(output, Outlet) else visible(text))


def put_bytes(data: bytes) -> None:
    """Write what is no text, to stdout. To a terminal it would speak: that is for whoever calls to see to.

    Raises:
        Closed: nobody reads it any more.
        OSError: it cannot be written.
    """
    sys.stdout.flush()
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        raise Closed from None


def tell(message: str) -> None:
    """Say on stderr, in one line, what went wrong. Where that cannot be written either, there is nobody to tell.

    A terminal gets it in rows: it would break a word wherever a row ends.
    """
    with contextlib.suppress(OSError):
        line = in_one_line(message)
        for row in _rows(line) if sys.stderr.isatty() else [line]:
            sys.stderr.write(f"{row}\n")


def _rows(line: str) -> list[str]:
    # Imported here: most of what starts says nothing of the kind.
    from wcwidth import wrap  # noqa: PLC0415

    try:
        columns = os.get_terminal_size(sys.stderr.fileno()).columns
    except OSError:
        columns = 0
    # What is longer than a row, such as a path, is copied whole only where it stays whole. Some terminals do not know
    # their width, and say nought.
    return wrap(line, columns, break_on_hyphens=False, break_long_words=False) if columns else [line]
