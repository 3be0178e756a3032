"""The texts of a new vignette: what may stand in its title, its story and what it teaches."""

from pathlib import Path
from typing import Final

from screening.commands.exit_codes import BadInput
from screening.language.messages import Message, gettext, ngettext
from screening.lint.story import not_for_a_story
from screening.reading.files import read_bytes
from screening.reading.forbidden import FORBIDDEN
from screening.reading.problem import sentences

_MOST_OF_STORY: Final = 4000
_MOST_OF_TITLE: Final = 300
_MOST_OF_TEACHES: Final = 1000


def read_story(path: Path) -> str:
    """A story from a file.

    Args:
        path: a text file.

    Raises:
        BadInput: what stands in it cannot be a story.
        Unsound: it cannot be read.
    """
    text = read_bytes(path, 8 * _MOST_OF_STORY).decode("utf-8-sig", errors="replace").strip()
    wrong = no_story(text)
    if wrong is not None:
        raise BadInput(gettext("{path} cannot be the story: {problem}", path=str(path), problem=wrong))
    return text


def no_story(given: str) -> Message | None:
    """Why something cannot be a story; None where it can."""
    return _no_text(given, _MOST_OF_STORY)


def no_title(given: str) -> Message | None:
    """Why something cannot be a title; None where it can."""
    wrong = _no_text(given, _MOST_OF_TITLE)
    if wrong is not None:
        return wrong
    # It stands above the story, and gives as much away.
    return next((sentences(message, hint) for message, hint in not_for_a_story(given)), None)


def no_teaches(given: str) -> Message | None:
    """Why something cannot be what a case teaches; None where it can."""
    return _no_text(given, _MOST_OF_TEACHES)


def as_id(title: str) -> str:
    """An id that is suggested for a title; nothing where no letter of it can stand in one."""
    letters = (each if each.isascii() and each.isalnum() else " " for each in title.lower())
    return "-".join("".join(letters).split())


def _no_text(given: str, most: int) -> Message | None:
    if not given.strip():
        return gettext("Write something.")
    if len(given) > most:
        return ngettext("At most {count} character fits.", "At most {count} characters fit.", most)
    if FORBIDDEN.search(given) is not None:
        return gettext("It has a character in it that no file may have. Type it again.")
    return None
