"""A line that is typed at a terminal outside of any screening: nothing that is typed here is secret."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from msgspec import Struct

from screening.language.catalog import Catalog
from screening.language.messages import Text
from screening.show.characters import Control, in_one_line
from screening.show.lines import Line
from screening.show.terminal import print_lines
from screening.terminal.keyboard import prompts, read_line
from screening.terminal.terminal_guard import CLEAR


class LinePrompt(Struct):
    """Asks for lines, one after another, and says things between.

    Attributes:
        output: where it asks; never where the result goes that is redirected.
        catalog: the language.
        line_by_line: without an editor for the line, as a screen reader or a dumb terminal wants it.
    """

    output: TextIO
    catalog: Catalog
    line_by_line: bool

    def ask(self, question: Text) -> str | None:
        """What was typed; several lines where they were pasted together, None where the input was ended.

        What was typed before the question stood there is no mistake here: a list may be pasted.

        Raises:
            KeyboardInterrupt: Ctrl-C.
        """
        shown = in_one_line(self.catalog.render(question))
        try:
            if self.line_by_line:
                return read_line(f"{shown} ", self.output)
            from prompt_toolkit.output import create_output  # noqa: PLC0415 - only who is asked needs them
            from questionary import text  # noqa: PLC0415

            return str(text(shown, qmark="", output=create_output(self.output)).unsafe_ask())
        except EOFError:
            return None

    def say(self, *texts: Text) -> None:
        """Say something, each on lines of its own."""
        print_lines([Line("text", each) for each in texts], self.output, self.catalog)

    def clear(self) -> None:
        """Take away all that stands on the screen and above it."""
        if self.output.isatty():
            self.output.write(Control(CLEAR))
            self.output.flush()


@contextmanager
def open_line_prompt(catalog: Catalog, *, line_by_line: bool) -> Iterator[LinePrompt]:
    """Prompts for lines at the terminal that the program was started at.

    Args:
        catalog: the language.
        line_by_line: asked for by the user. `ACCESSIBLE` and a dumb terminal ask for it too.
    """
    dumb = os.name == "posix" and os.environ.get("TERM", "dumb") in {"", "dumb"}
    with prompts() as output:
        wanted = line_by_line or bool(os.environ.get("ACCESSIBLE")) or dumb or not output.isatty()
        yield LinePrompt(output, catalog, wanted)
