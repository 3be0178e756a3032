"""What is said where a command line cannot be understood: one line, what is wrong and how to mend it."""

import ast
import re
from collections.abc import Sequence
from typing import Any

# typer gives these no public name; pyproject.toml says between which versions they stay what they are.
from typer._click.exceptions import BadOptionUsage, BadParameter, MissingParameter, NoSuchOption, UsageError

from screening.commands.exit_codes import BadInput
from screening.language.messages import Listing, Message, gettext, quoted
from screening.reading.problem import nearest

__all__ = ["UsageError", "misuse", "no_such_command"]

_TOO_MANY = "Got unexpected extra argument"
_WRITTEN = re.compile(r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\"""")


def no_such_command(name: str, context: Any) -> BadInput:
    """What to raise where a command was typed that there is not.

    Args:
        name: the command.
        context: that of the group in which it was looked for.
    """
    commands = list(context.command.commands)
    return BadInput(
        gettext("there is no command {name}. {hint}", name=quoted(name), hint=_nearest_or_all(name, commands))
    )


def misuse(error: UsageError) -> Message:
    """What typer found wrong, as we say it."""
    parameter: Any = getattr(error, "param", None)
    match error:
        case NoSuchOption(option_name=name):
            near = nearest(name, _options(error))
            hint = gettext("Did you mean {word}?", word=near) if near is not None else _help_of(error)
            return gettext("there is no option {name} here. {hint}", name=quoted(name), hint=hint)
        case BadOptionUsage(option_name=name) if name in _options(error, flags=True):
            return gettext("{name} takes no value. {hint}", name=name, hint=_help_of(error))
        case BadOptionUsage(option_name=name):
            return gettext("a value has to follow {name}. {hint}", name=name, hint=_values_of(name, error))
        case MissingParameter() if parameter is not None:
            # Translators: {name} is what has to be given, such as SET.
            return gettext("{name} is missing. {hint}", name=_name_of(parameter), hint=_example_of(error, parameter))
        case BadParameter() if parameter is not None and _choices(parameter):
            value, known = _value_in(error.message), _choices(parameter)
            hint = _nearest_or_all(value, known)
            return gettext("{name} cannot be {value}. {hint}", name=_name_of(parameter), value=quoted(value), hint=hint)
        case BadParameter() if parameter is not None and parameter.type.name in {"int", "integer"}:
            return gettext("{name} needs a whole number, such as 30.", name=_name_of(parameter))
        case BadParameter() if parameter is not None:
            # Translators: {problem} is in English, whatever the language.
            return gettext("{name}: {problem}", name=_name_of(parameter), problem=error.message)
        case UsageError(message=message) if message.startswith(_TOO_MANY):
            words = message.partition("(")[2].removeprefix("s) (").removesuffix(")")
            return gettext("this is more than it takes: {words}. {hint}", words=quoted(words), hint=_help_of(error))
        case _:
            return gettext("{problem} {hint}", problem=error.format_message(), hint=_help_of(error))


def _options(error: UsageError, *, flags: bool = False) -> list[str]:
    """The options that a command has; of those without a value, where only they are asked for."""
    command: Any = error.cmd
    given = [each for each in command.params if not getattr(each, "hidden", False)] if command is not None else []
    return [name for each in given if not flags or getattr(each, "is_flag", False) for name in each.opts]


def _choices(parameter: Any) -> list[str]:
    return [str(choice) for choice in getattr(parameter.type, "choices", ())]


def _name_of(parameter: Any) -> str:
    """An option as it is typed; what stands without a name as the help calls it."""
    return str(parameter.opts[0]) if parameter.param_type_name == "option" else str(parameter.human_readable_name)


def _value_in(message: str) -> str:
    """The value that typer found wrong. It is nowhere but in its message, at the beginning, as Python writes it."""
    written = _WRITTEN.match(message)
    return str(ast.literal_eval(written[0])) if written is not None else message


def _nearest_or_all(word: str, known: Sequence[str]) -> Message:
    near = nearest(word, known)
    if near is not None:
        return gettext("Did you mean {word}?", word=quoted(near))
    return gettext("Known: {words}.", words=Listing(tuple(known), "comma"))


def _values_of(name: str, error: UsageError) -> Message:
    command: Any = error.cmd
    known = [choice for each in command.params if name in each.opts for choice in _choices(each)] if command else []
    return gettext("Known: {words}.", words=Listing(tuple(known), "comma")) if known else _help_of(error)


def _example_of(error: UsageError, parameter: Any) -> Message:
    known = _choices(parameter)
    if known:
        return gettext("Known: {words}.", words=Listing(tuple(known), "comma"))
    example = getattr(error.cmd, "epilog", None)
    return gettext("For example: {command}", command=example) if example else _help_of(error)


def _help_of(error: UsageError) -> Message:
    command = error.ctx.command_path if error.ctx is not None else "screening"
    return gettext("More: {command} --help", command=command)
