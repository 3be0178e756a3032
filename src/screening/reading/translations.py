"""The translations of a set: PO files, one a language, in the folder `locale`."""

import re
from pathlib import Path

import polib
from msgspec import Struct

from screening.reading.files import files_in, read_bytes
from screening.reading.problem import Problem, Unsound
from screening.reading.yaml_text import MAX_BYTES, forbidden_in

_AT_LINE = re.compile(r"\(line (\d+)\)")


class Translated(Struct, frozen=True):
    """One text in another language.

    Attributes:
        id: the text's id (`msgctxt`).
        english: the English text that was translated (`msgid`).
        text: the translation; empty where nobody has written one yet.
        fuzzy: no native speaker has reviewed it.
        line: where it stands in the file.
    """

    id: str
    english: str
    text: str
    fuzzy: bool
    line: int


class TranslationFile(Struct, frozen=True):
    """A file of translations; where it has problems, perhaps not all of them.

    Attributes:
        file: its path as the user gave it.
        language: its name without the ending.
        entries: the translations, in the order of the file.
        problems: what is wrong with the file.
    """

    file: str
    language: str
    entries: tuple[Translated, ...]
    problems: tuple[Problem, ...]


def translation_paths(folder: Path) -> list[Path]:
    """The files of translations of the set in a folder, by name; none where `read_translations` tells why."""
    try:
        return _paths(folder)
    except Unsound:
        return []


def read_translations(folder: Path) -> tuple[TranslationFile, ...]:
    """The translations of the set in a folder, by the names of their files; a folder that cannot be opened is one."""
    try:
        return tuple(_read(path) for path in _paths(folder))
    except Unsound as error:
        return (TranslationFile(str(folder / "locale"), "", (), error.problems),)


def _paths(folder: Path) -> list[Path]:
    return files_in(folder / "locale", ".po")


def _read(path: Path) -> TranslationFile:
    file = str(path)

    def unread(problem: Problem) -> TranslationFile:
        return TranslationFile(file, path.stem, (), (problem,))

    try:
        content = read_bytes(path)
    except Unsound as error:
        return TranslationFile(file, path.stem, (), error.problems)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return unread(Problem(file, line, 1, "the file is not UTF-8", "Save it as UTF-8.", "file"))
    if len(content) > MAX_BYTES:
        what = f"the file is larger than {MAX_BYTES // 1024 // 1024} MiB"
        return unread(Problem(file, 1, 1, what, "Split it.", "file"))
    try:
        # A text that ends its line is never taken for the name of a file.
        entries = tuple(polib.pofile(f"{text}\n"))
    except (OSError, ValueError, IndexError) as error:
        at = _AT_LINE.search(str(error))
        what = "this is not a PO file, or is broken here"
        return unread(Problem(file, int(at[1]) if at else 1, 1, what, "Check the quotes and keywords.", "file"))
    lines = text.split("\n")
    kept = [entry for entry in entries if not entry.obsolete]
    translated = tuple(
        Translated(entry.msgctxt or "", entry.msgid, entry.msgstr, entry.fuzzy, _first_word(lines, entry.linenum))
        for entry in kept
    )
    return TranslationFile(file, path.stem, translated, tuple(_forbidden(file, translated)))


def _first_word(lines: list[str], begins: int | None) -> int:
    """The line in which an entry's own words begin, after the blanks and comments above it."""
    number = begins or 1
    while number < len(lines) and (not lines[number - 1].strip() or lines[number - 1].startswith("#")):
        number += 1
    return number


def _forbidden(file: str, entries: tuple[Translated, ...]) -> list[Problem]:
    found = [(entry.line, forbidden_in(entry.text)) for entry in entries]
    return [
        Problem(file, line, 1, f"the character U+{ord(character):04X} is not allowed in a text", "Delete it.", "file")
        for line, character in found
        if character is not None
    ]
