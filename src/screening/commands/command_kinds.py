"""Commands, and groups of them, as they are told: one notation, the values of each option, and an example at the end.

`SET` has to be given, `[SET]` may be. What follows an option is in capitals; what it can be stands in its help.
(typer has click inside, and gives its types no public name.)
"""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from functools import cached_property
from typing import Any, cast

# typer gives it no public name; pyproject.toml says between which versions it stays what it is.
from typer._click.exceptions import UsageError
from typer.core import TyperCommand, TyperGroup, TyperOption
from typer.main import get_command_from_info
from typer.models import CommandInfo

from screening.language.marks import gettext_noop

WORDS: Mapping[str, str] = {
    "argument": gettext_noop("Arguments"),
    "option": gettext_noop("Options"),
    "commands": gettext_noop("Commands"),
    "example": gettext_noop("Example"),
    # Translators: the values of an option follow.
    "values": gettext_noop("One of:"),
}
_INDENT = 2
_WIDEST_NAME = 25


class _Told:
    """What both have in common: how their help is written.

    Attributes:
        words: those of the help that stand in no option, in its language.
    """

    words: Mapping[str, str] = WORDS
    epilog: str | None

    def parse_args(self, context: Any, given: list[str]) -> list[str]:
        """Read what was typed. Of every mistake it is known at which command it was made."""
        try:
            parsed: list[str] = super().parse_args(context, given)  # type: ignore[misc]
        except UsageError as error:
            error.ctx, error.cmd = error.ctx or context, error.cmd or context.command
            raise
        return parsed

    def collect_usage_pieces(self, context: Any) -> list[str]:
        """What stands in the first line. What has to be given stands there as it is, and in no braces."""
        pieces: list[str] = super().collect_usage_pieces(context)  # type: ignore[misc]
        return [piece.removeprefix("{").removesuffix("}") for piece in pieces]

    def format_help(self, context: Any, formatter: Any) -> None:
        """Write the help, in the language of this run."""
        # Imported here: most runs tell no help.
        from screening.commands.command_line import language, spoken

        if spoken() is not None:
            from screening.commands.help_texts import translate_help

            translate_help(self, language())
        super().format_help(context, formatter)  # type: ignore[misc]

    def format_options(self, context: Any, formatter: Any) -> None:
        """Write what can be given, each with its values where they are a closed list."""
        given: list[Any] = self.get_params(context)  # type: ignore[attr-defined]
        for kind in ("argument", "option"):
            told = [self._told(each, context) for each in given if each.param_type_name == kind and not each.hidden]
            self._write(kind, told, formatter)
        commands = getattr(self, "commands", {})
        self._write("commands", [(name, str(below.help)) for name, below in commands.items()], formatter)

    def format_epilog(self, context: Any, formatter: Any) -> None:
        """Write the example."""
        del context
        if self.epilog:
            with formatter.section(self.words["example"]):
                formatter.write(f"{'':{_INDENT}}{self.epilog}\n")

    def _told(self, parameter: Any, context: Any) -> tuple[str, str]:
        shown, values = copy(parameter), getattr(parameter.type, "choices", ())
        if values:
            shown.help = f"{parameter.help or ''} {self.words['values']} {', '.join(map(str, values))}.".strip()
        name, told = shown.get_help_record(context)
        return name, told

    def _write(self, kind: str, told: Sequence[tuple[str, str]], formatter: Any) -> None:
        """Write names and what they mean, side by side. typer would break the values at their hyphens."""
        if not told:
            return
        column = _INDENT + min(max(len(name) for name, _ in told), _WIDEST_NAME) + 2
        with formatter.section(self.words[kind]):
            for name, meaning in told:
                rows = textwrap.wrap(
                    meaning, max(formatter.width - column, 20), break_on_hyphens=False, break_long_words=False
                )
                before = f"{'':{_INDENT}}{name}"
                beside = len(before) + 2 <= column
                first = f"{before:{column}}{rows[0]}" if beside and rows else before
                rest = rows[1:] if beside else rows
                formatter.write("\n".join([first, *(f"{'':{column}}{row}" for row in rest)]) + "\n")


class Command(_Told, TyperCommand):
    """A command. Each can be told to go line by line, those too that always do.

    What it takes is read from its function when somebody wants to know: a start needs that of one command, and to read
    that of all of them would take a tenth of `--version`.
    """

    def __init__(self, name: str | None, *, body: Callable[..., None], **about: Any) -> None:
        """Args: name: how it is called; body: its function; about: what else typer says of it."""
        self._body = body
        super().__init__(name, **about)

    @cached_property
    def _read(self) -> TyperCommand:
        """What typer makes of the function."""
        info = CommandInfo(self.name, callback=self._body)
        read = cast("TyperCommand", get_command_from_info(info, pretty_exceptions_short=False, rich_markup_mode=None))
        if all(each.name != "plain" for each in read.params):
            read.params.append(TyperOption(param_decls=["--plain"], is_flag=True, hidden=True, expose_value=False))
        return read

    @property
    def params(self) -> list[Any]:
        """What can be given."""
        return self._read.params

    @params.setter
    def params(self, given: list[Any]) -> None:
        """What typer says here is of a function without options, which stands for the command's until that is read."""

    @property
    def callback(self) -> Callable[..., Any] | None:
        """What is called with it."""
        return self._read.callback

    @callback.setter
    def callback(self, given: Callable[..., Any] | None) -> None:
        """As with `params`."""


class Group(_Told, TyperGroup):
    """A group of commands."""

    def resolve_command(self, context: Any, given: list[str]) -> Any:
        """Find the command that was typed."""
        if given and given[0] not in self.commands and not context.resilient_parsing:
            # Imported here: it is told only where something is wrong.
            from screening.commands.usage import no_such_command

            raise no_such_command(given[0], context)
        return super().resolve_command(context, given)
