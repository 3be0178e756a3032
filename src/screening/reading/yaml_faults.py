"""What a parser's complaint most often comes from in a text that people write, and how to correct it (pure)."""

import re
from collections.abc import Mapping

from screening.language.messages import Message, gettext, quoted

_ELSE = gettext("Check the indentation, quotes and brackets here.")
_QUOTE = gettext("Put the whole text in quotes.")
# A key, and a text that begins behind it.
_KEY_WITH_TEXT = re.compile(r"""\s*(?:-\s+)*[^\s:"'#\[\]{}][^:]*:\s+[^\s#]""")
# In the words of both parsers, the one in C and the one in Python.
_COLON = re.compile("mapping values are not allowed")
_FIRST_CHARACTER = re.compile("cannot start any token")
_HINTS: Mapping[re.Pattern[str], Message] = {
    re.compile(r"expected ',' or"): gettext(
        "In braces or brackets, put a text in quotes that has a colon, a comma, a brace or a bracket in it."
    ),
    re.compile("sequence entries are not allowed"): gettext(
        "Begin a list on a line of its own. Put a text that begins with a hyphen in quotes."
    ),
}
_SPACES = gettext("Indent with spaces, not with a tab.")
_BESIDE_QUOTES = re.compile(r"""(?:^|[:,{\[-]\s+)(["']).*?\1\s*$""")


def fault(problem: str, line: str, column: int) -> tuple[Message, Message]:
    """What is wrong, and how to correct it.

    Args:
        problem: what the parser says, in English.
        line: the line where it stopped.
        column: how many characters of the line it had read.
    """
    before, after = line[:column], line[column:]
    if _COLON.search(problem):
        if _KEY_WITH_TEXT.match(before):
            return gettext("a text without quotes has a colon with a space after it"), _QUOTE
        return _told(problem), gettext("Indent it as far as the key above. If it belongs to a text, quote the text.")
    if line.lstrip(" ").startswith("\t"):
        return _told(problem), _SPACES
    if _FIRST_CHARACTER.search(problem) and after:
        return gettext("a text without quotes begins with {character}", character=quoted(after[0])), _QUOTE
    if _BESIDE_QUOTES.search(before) and after.strip():
        return gettext("there is text behind the quotes that end here"), gettext(
            "Put the whole text in quotes, and within it use the other kind of quotes."
        )
    return _told(problem), next((hint for pattern, hint in _HINTS.items() if pattern.search(problem)), _ELSE)


def _told(problem: str) -> Message:
    # Translators: {problem} is what the parser says, in English.
    return gettext("this is not YAML: {problem}", problem=problem or gettext("it cannot be parsed"))
