"""What is asked of whoever writes a vignette: at a terminal by questionary's own prompts, elsewhere line by line.

Nothing here is secret, for everything is invented. Whatever is asked goes through one of these, so that a whole dialog
can be tried with a list of lines and no terminal.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, Protocol

from msgspec import Struct

from screening.language.catalog import Catalog
from screening.language.messages import Message, Text, gettext
from screening.show.characters import in_one_line
from screening.terminal.call_prompts import forget_typed_ahead
from screening.terminal.outlet import put

# What is left of a row of 80 columns beside the pointer and the key.
_LONGEST_LABEL: Final = 70
_CUT: Final = "..."
_END_OF_TEXT: Final = "."
_DUMB: Final = frozenset({"", "dumb"})

Mistake = Callable[[str], Text | None]


class Offered(Struct, frozen=True):
    """Something that can be chosen.

    Attributes:
        key: the character that chooses it.
        id: what comes back.
        label: how it is called.
    """

    key: str
    id: str
    label: Text


class Prompts(Protocol):
    """How somebody is asked."""

    def choose(self, question: Text, offered: Sequence[Offered]) -> str:
        """Have one thing chosen. The first is pointed at: it must be one that does no harm.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            EOFError: the input has ended.
        """
        ...

    def mark(self, question: Text, labels: Mapping[str, Text], alone: Iterable[str]) -> tuple[str, ...]:
        """Have at least one of several marked; those of `alone` only by themselves.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            EOFError: the input has ended.
        """
        ...

    def typed(self, question: Text, mistake: Mistake, suggested: str = "") -> str:
        """Have a line typed, until nothing is wrong with it.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            EOFError: the input has ended.
        """
        ...

    def long_text(self, question: Text, mistake: Mistake) -> str:
        """Have a text of several lines typed or pasted, until nothing is wrong with it.

        Raises:
            KeyboardInterrupt: Ctrl-C.
            EOFError: the input has ended.
        """
        ...


def author_prompts(catalog: Catalog, *, line_by_line: bool) -> Prompts:
    """How somebody at this terminal is asked; line by line where it is none.

    Args:
        catalog: the language.
        line_by_line: asked for by the user. `ACCESSIBLE` and a dumb terminal ask for it too.
    """
    dumb = os.name == "posix" and os.environ.get("TERM", "dumb") in _DUMB
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if line_by_line or dumb or not at_terminal or os.environ.get("ACCESSIBLE"):
        return LinePrompts(catalog)
    return ListPrompts(catalog)


def _in_a_row(label: str) -> str:
    """A label as it fits into a row of a list, which would be cut there anyhow."""
    label = in_one_line(label)
    return label if len(label) <= _LONGEST_LABEL else label[: _LONGEST_LABEL - len(_CUT)] + _CUT


class ListPrompts:
    """Lists to choose from with the arrows or a key."""

    def __init__(self, catalog: Catalog) -> None:
        """Args: catalog: the language."""
        self._catalog = catalog

    def choose(self, question: Text, offered: Sequence[Offered]) -> str:
        """As in `Prompts`."""
        from questionary import Choice, select  # noqa: PLC0415 - only who writes a vignette needs it

        choices = [Choice(self._label(each.label), value=each.id, shortcut_key=each.key) for each in offered]
        return str(self._asked(select, question, choices=choices, use_shortcuts=True, use_jk_keys=False))

    def mark(self, question: Text, labels: Mapping[str, Text], alone: Iterable[str]) -> tuple[str, ...]:
        """As in `Prompts`."""
        from questionary import Choice, checkbox  # noqa: PLC0415

        by_themselves = set(alone)

        def judged(marked: list[str]) -> bool | str:
            wrong = _wrong_marks(marked, by_themselves)
            return True if wrong is None else self._catalog.render(wrong)

        choices = [Choice(self._label(label), value=name) for name, label in labels.items()]
        instruction = self._catalog.render(gettext("(space marks, Enter ends)"))
        marked = self._asked(checkbox, question, choices=choices, validate=judged, instruction=instruction)
        return tuple(str(each) for each in marked)

    def typed(self, question: Text, mistake: Mistake, suggested: str = "") -> str:
        """As in `Prompts`."""
        from questionary import text  # noqa: PLC0415

        return str(self._asked(text, question, validate=self._judged(mistake), default=suggested)).strip()

    def long_text(self, question: Text, mistake: Mistake) -> str:
        """As in `Prompts`."""
        from questionary import text  # noqa: PLC0415

        # Bare Enter begins a new row: what is pasted may have several.
        instruction = self._catalog.render(gettext("(end with Esc and then Enter)")) + "\n"
        given = self._asked(text, question, validate=self._judged(mistake), multiline=True, instruction=instruction)
        return str(given).strip()

    def _asked(self, prompt: Callable[..., Any], question: Text, **named: Any) -> Any:
        forget_typed_ahead()
        named.setdefault("instruction", " ")
        return prompt(self._catalog.render(question), qmark="", **named).unsafe_ask()

    def _label(self, label: Text) -> str:
        return _in_a_row(self._catalog.render(label))

    def _judged(self, mistake: Mistake) -> Callable[[str], bool | str]:
        def judged(given: str) -> bool | str:
            wrong = mistake(given.strip())
            return True if wrong is None else in_one_line(self._catalog.render(wrong))

        return judged


class LinePrompts:
    """Line by line, for screen readers, and for whatever is at stdin."""

    def __init__(self, catalog: Catalog) -> None:
        """Args: catalog: the language."""
        self._catalog = catalog

    def choose(self, question: Text, offered: Sequence[Offered]) -> str:
        """As in `Prompts`."""
        while True:
            self._say(question)
            for each in offered:
                put(f"  {each.key}  {in_one_line(self._catalog.render(each.label))}\n")
            given = self._line()
            # An empty line is no answer: one too many would answer the next question.
            for each in offered:
                if given.casefold() in {each.key, each.id}:
                    return each.id
            self._say(gettext("Type one of the words or signs before the answers."))

    def mark(self, question: Text, labels: Mapping[str, Text], alone: Iterable[str]) -> tuple[str, ...]:
        """As in `Prompts`."""
        by_key = {str(number): name for number, name in enumerate(labels, 1)}
        known = by_key | {name: name for name in labels}
        by_themselves = set(alone)
        while True:
            self._say(question)
            for key, name in by_key.items():
                put(f"  {key}  {in_one_line(self._catalog.render(labels[name]))}\n")
            self._say(gettext("Several with blanks between them."))
            given = self._line().replace(",", " ").split()
            strange = [each for each in given if each not in known]
            marked = [name for name in labels if name in {known.get(each) for each in given}]
            wrong = _wrong_marks(marked, by_themselves)
            if not strange and wrong is None:
                return tuple(marked)
            self._say(wrong if wrong is not None and not strange else gettext("Type numbers from the list."))

    def typed(self, question: Text, mistake: Mistake, suggested: str = "") -> str:
        """As in `Prompts`."""
        while True:
            self._say(question)
            if suggested:
                self._say(gettext("An empty line takes: {text}", text=suggested))
            given = self._line() or suggested
            wrong = mistake(given)
            if wrong is None:
                return given
            self._say(wrong)

    def long_text(self, question: Text, mistake: Mistake) -> str:
        """As in `Prompts`."""
        while True:
            self._say(question)
            self._say(gettext("End it with a line that has only a full stop."))
            rows: list[str] = []
            while (row := self._line()) != _END_OF_TEXT:
                rows.append(row)
            given = "\n".join(rows).strip()
            wrong = mistake(given)
            if wrong is None:
                return given
            self._say(wrong)

    def _say(self, text: Text) -> None:
        put(f"{in_one_line(self._catalog.render(text))}\n")

    @staticmethod
    def _line() -> str:
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return line.strip()


def _wrong_marks(marked: Sequence[str], alone: Iterable[str]) -> Message | None:
    if not marked:
        return gettext("Mark at least one.")
    if len(marked) > 1 and set(alone) & set(marked):
        return gettext("One of these stands only by itself.")
    return None
