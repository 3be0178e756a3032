"""The program's own messages in another language: one PO file, of which only what is said is read."""

import re
from collections.abc import Callable, Mapping
from functools import cache
from gettext import c2py
from pathlib import Path
from typing import Final

import polib

from screening.language.catalog import ENGLISH, Catalog
from screening.language.tags import is_one_in_writing
from screening.reading.files import entries, is_there, read_bytes
from screening.reading.problem import Unsound
from screening.reading.set_catalog import data_folder
from screening.reading.translations import MAX_PO_BYTES

_LOCALE: Final = "locale"
_FILE: Final = Path("LC_MESSAGES") / "screening.po"
_BETWEEN_ENTRIES: Final = re.compile(r"\n[ \t]*(?=\n)")
# What an entry is found by, as it stands in the file: its context, if it has one, and its English text.
_KEY: Final = re.compile(r'^(?:msgctxt[ \t]+((?:"[^\n]*"\s*\n)+))?msgid[ \t]+((?:"[^\n]*"\s*\n)+)', re.MULTILINE)
_PIECES: Final = re.compile(r'"[ \t]*\n[ \t]*"')
# Where nobody says how a language counts, as in English.
_FORMS: Final = "n != 1"
_FORMS_IN_HEAD: Final = re.compile(r"plural\s*=\s*([^;]+)")

_Key = tuple[str | None, str]


@cache
def catalog_of(tag: str | None) -> Catalog:
    """What the program says, in a language; English where none is named, or none of its messages is translated.

    Args:
        tag: the tag of the language, as `language.tags.written` gives it.
    """
    path = _path_of(tag) if tag is not None else None
    if path is None or tag is None:
        return ENGLISH
    try:
        text = read_bytes(path, MAX_PO_BYTES + 1).decode("utf-8-sig")
    except (Unsound, UnicodeDecodeError):
        return ENGLISH
    if len(text) > MAX_PO_BYTES:
        return ENGLISH
    texts = _Texts(text.replace("\r\n", "\n"))
    return Catalog(tag, texts, unreviewed=texts.unreviewed)


def is_called(tag: str) -> bool:
    """Whether messages of the program are translated into a language, and their folder is called by this very tag.

    Args:
        tag: the tag of the language.
    """
    return is_there(data_folder(_LOCALE) / tag / _FILE)


def catalog_languages() -> tuple[str, ...]:
    """The tags of the languages into which messages of the program are translated, by name."""
    try:
        folders = entries(data_folder(_LOCALE))
    except Unsound:
        return ()
    return tuple(folder.name for folder in folders if is_there(folder / _FILE))


def _path_of(tag: str) -> Path | None:
    path = data_folder(_LOCALE) / tag / _FILE
    if is_there(path):
        return path
    there = (each for each in catalog_languages() if is_one_in_writing(each, tag))
    return next((data_folder(_LOCALE) / each / _FILE for each in there), None)


class _Texts:
    """Translations by their English texts. An entry is read when somebody is told it: most never are.

    polib takes longer for all of a file than the first screen may take.
    """

    def __init__(self, text: str) -> None:
        self._unread: dict[_Key, str] = {}
        self._read: dict[_Key, tuple[str, ...]] = {}
        self._form: Callable[[int], int] = c2py(_FORMS)
        self.unreviewed = False
        for block in _BETWEEN_ENTRIES.split(text):
            found = _KEY.search(block)
            if found is None:
                continue
            key = (_joined(found[1]) if found[1] is not None else None, _joined(found[2]))
            if key == (None, ""):
                self._form = _counting(block)
            else:
                self._unread.setdefault(key, block)
        self.unreviewed = any("fuzzy" in block for block in self._unread.values())

    def gettext(self, message: str, /) -> str:
        return self._of(None, message)

    def pgettext(self, context: str, message: str, /) -> str:
        return self._of(context, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        return self._of(None, msgid1, msgid2, n)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int, /) -> str:
        return self._of(context, msgid1, msgid2, n)

    def _of(self, context: str | None, message: str, plural: str | None = None, count: int = 1) -> str:
        key = (polib.escape(context) if context is not None else None, polib.escape(message))
        if key not in self._read:
            self._read[key] = _forms_of(self._unread[key]) if key in self._unread else ()
        forms = self._read[key]
        if plural is None:
            return forms[0] if forms else message
        form = self._form(count)
        return forms[form] if form < len(forms) else (message if count == 1 else plural)


def _joined(strings: str) -> str:
    """The strings of a keyword as one, still escaped."""
    return _PIECES.sub("", strings.strip())[1:-1]


def _counting(head: str) -> Callable[[int], int]:
    """How a language counts, as the head of its file says it."""
    found = _FORMS_IN_HEAD.search(head)
    try:
        form: Callable[[int], int] = c2py(found[1].replace("\\n", "").strip(' "') if found is not None else _FORMS)
    except ValueError:
        form = c2py(_FORMS)
    return form


def _forms_of(block: str) -> tuple[str, ...]:
    """What an entry says, in each of its plural forms; nothing where it says nothing that fits.

    What was made of an earlier English text does not fit this one.
    """
    try:
        entry = next(iter(polib.pofile(f"{block}\n")), None)
    except (OSError, ValueError, IndexError):
        return ()
    # A file that was cut off ends in half a text.
    if entry is None or not block.rstrip().endswith('"') or (entry.fuzzy and entry.previous_msgid is not None):
        return ()
    by_form: Mapping[int, str] = entry.msgstr_plural or {0: entry.msgstr}
    forms = tuple(by_form[form] for form in sorted(by_form))
    return forms if all(forms) else ()
