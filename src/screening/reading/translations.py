"""The translations of a set: PO files, one a language, in the folder `locale`."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib
from msgspec import Struct

from screening.language.messages import Message, gettext
from screening.reading.files import files_in, is_there, read_bytes
from screening.reading.forbidden import forbidden_in
from screening.reading.plain_po import PlainEntry, plain_entries
from screening.reading.problem import Problem, Unsound

# Less than of other files: they are read by a parser written in Python.
MAX_PO_BYTES = 4 * 1024 * 1024
MAX_LINES = 100_000
MAX_LINES_TOGETHER = 250_000
# How a line that keeps an earlier English text is handed on; no tool writes such a flag.
_EARLIER = "earlier"
# Of one entry, with all that stands in it.
MAX_TEXT_LINES = 1_000
MAX_TEXT = 50_000
# As Weblate and gettext break lines.
WIDTH = 78
_AT_LINE = re.compile(r"\(line (\d+)\)")


class Translated(Struct, frozen=True):
    """One text in another language.

    Attributes:
        id: the text's id (`msgctxt`).
        english: the English text that was translated (`msgid`).
        text: the translation; empty where nobody has written one yet.
        fuzzy: no native speaker has reviewed it.
        line: where it stands in the file.
        stale: it was made of an earlier English text, which the file keeps beside it (`#| msgid`).
    """

    id: str
    english: str
    text: str
    fuzzy: bool
    line: int
    stale: bool = False


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


def read_translation_file(path: Path) -> TranslationFile:
    """One file of translations.

    Args:
        path: the file.
    """
    return _read(path, MAX_LINES)[0]


def read_one_translation(path: Path, name: str) -> Translated | None:
    """One text of a file of translations, quickly: the rest of it is not understood, and may be broken.

    Args:
        path: the file.
        name: the text's id.

    Returns:
        The text, or None where it is not there, not written in one line, or cannot be read.
    """
    try:
        lines = read_bytes(path, MAX_PO_BYTES).decode("utf-8-sig").splitlines()
        at = lines.index(f'msgctxt "{name}"')
    except (Unsound, UnicodeDecodeError, ValueError):
        return None
    begin, end = at, at
    while begin > 0 and lines[begin - 1].startswith("#"):
        begin -= 1
    while end < len(lines) and lines[end].strip():
        end += 1
    # The head of a file stands before every text of it.
    lean, broken = _lean(['msgid ""', 'msgstr ""', "", *lines[begin:end]])
    try:
        entries = _translated(polib.pofile("\n".join([*lean, ""])), lines) if broken is None else ()
    except (OSError, ValueError, IndexError):
        return None
    return next((each for each in entries if each.id == name and forbidden_in(each.text) is None), None)


def read_for_change(path: Path) -> polib.POFile | None:
    """A file of translations with all that stands in it, comments too, to be brought up to date; None where none is.

    Args:
        path: the file.

    Raises:
        Unsound: it cannot be read, is broken, or has more in it than `check` reads.
    """
    if not is_there(path):
        return None
    file, _ = _read(path, MAX_LINES)
    if file.problems:
        raise Unsound(file.problems)
    lines = read_bytes(path, MAX_PO_BYTES).decode("utf-8-sig").splitlines()
    beyond = _comments_beyond(lines)
    if beyond is not None:
        message = gettext("the comments of an entry have more than {lines} lines", lines=MAX_TEXT_LINES)
        raise Unsound([Problem(str(path), beyond, 1, message, gettext("Take out what is not needed."), "file")])
    return polib.pofile("\n".join([*lines, ""]), wrapwidth=WIDTH)


def _comments_beyond(lines: Iterable[str]) -> int | None:
    """Where the comments of one entry are too many to be read on, if they are anywhere."""
    count = 0
    for number, line in enumerate(lines, 1):
        count = count + 1 if line.lstrip().startswith("#") else 0
        if count > MAX_TEXT_LINES:
            return number
    return None


def translation_paths(folder: Path) -> list[Path]:
    """The files of translations of the set in a folder, by name; none where `read_translations` tells why."""
    try:
        return paths_in(folder / "locale")
    except Unsound:
        return []


def read_translations(folder: Path) -> tuple[TranslationFile, ...]:
    """The translations of the set in a folder, by the names of their files; a folder that cannot be opened is one."""
    return read_translations_in(folder / "locale")


def read_translations_in(locale: Path) -> tuple[TranslationFile, ...]:
    """The translations in a folder of them, as `read_translations`."""
    try:
        paths = paths_in(locale)
    except Unsound as error:
        return (TranslationFile(str(locale), "", (), tuple(error.problems)),)
    files, left = [], MAX_LINES_TOGETHER
    for path in paths:
        file, lines = _read(path, left)
        files.append(file)
        left -= lines
    return tuple(files)


def paths_in(folder: Path) -> list[Path]:
    """The files of translations right below a folder, by name.

    Raises:
        Unsound: it cannot be opened.
    """
    return files_in(folder, ".po")


def _read(path: Path, most_lines: int) -> tuple[TranslationFile, int]:
    """The translations in a file, and how many lines it has; those of one with too many lines are not read."""
    file = str(path)

    def unread(line: int, message: Message, hint: Message) -> tuple[TranslationFile, int]:
        problem = Problem(file, line, 1, message, hint, "file")
        return TranslationFile(file, path.stem, (), (problem,)), 0

    try:
        content = read_bytes(path, MAX_PO_BYTES)
    except Unsound as error:
        return TranslationFile(file, path.stem, (), tuple(error.problems)), 0
    if len(content) > MAX_PO_BYTES:
        message = gettext(
            "a translation file may be at most {most} MiB, and this is larger", most=MAX_PO_BYTES // 1024 // 1024
        )
        return unread(1, message, gettext("Take out what is obsolete."))
    try:
        lines = content.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        return unread(line, gettext("the file is not UTF-8"), gettext("Save it as UTF-8."))
    if len(lines) > min(most_lines, MAX_LINES):
        message = (
            gettext("there are more than {most} lines of translations", most=MAX_LINES)
            if len(lines) > MAX_LINES
            else gettext(
                "with the files before it, there are more than {most} lines of translations", most=MAX_LINES_TOGETHER
            )
        )
        return unread(1, message, gettext("Take out what is obsolete."))
    lean, broken = _lean(lines)
    if broken is not None:
        message = gettext(
            "a text has more than {lines} lines or {characters} characters", lines=MAX_TEXT_LINES, characters=MAX_TEXT
        )
        return unread(broken, message, gettext("Check the quotes and keywords."))
    plain = plain_entries(lean)
    if plain is not None:
        translated = tuple(map(_of_plain, plain))
        return TranslationFile(file, path.stem, translated, tuple(_forbidden(file, translated))), len(lines)
    try:
        # A text that ends its line is never taken for the name of a file.
        translated = _translated(polib.pofile("\n".join([*lean, ""])), lines)
    except (OSError, ValueError, IndexError) as error:
        at = _AT_LINE.search(str(error))
        message = gettext("this is not a PO file, or is broken here")
        return unread(int(at[1]) if at else 1, message, gettext("Check the quotes and keywords."))
    return TranslationFile(file, path.stem, translated, tuple(_forbidden(file, translated))), len(lines)


def _of_plain(entry: PlainEntry) -> Translated:
    fuzzy = "fuzzy" in entry.flags
    # Whoever reviewed it has seen today's text, whatever a tool left standing.
    stale = fuzzy and _EARLIER in entry.flags
    return Translated(entry.context, entry.english, entry.text, fuzzy, entry.line, stale=stale)


def _translated(entries: Iterable[polib.POEntry], lines: list[str]) -> tuple[Translated, ...]:
    return tuple(
        Translated(
            entry.msgctxt or "",
            entry.msgid,
            entry.msgstr,
            entry.fuzzy,
            _first_word(lines, entry.linenum),
            # Whoever reviewed it has seen today's text, whatever a tool left standing.
            stale=entry.fuzzy and _EARLIER in entry.flags,
        )
        for entry in entries
        if not entry.obsolete
    )


def _lean(lines: Iterable[str]) -> tuple[list[str], int | None]:
    """Lines without their comments, and where a text is too long to be read on, if one is.

    For polib both take time by the square of their length.
    """
    lean = []
    count = size = 0
    marked = False
    for number, line in enumerate(lines, 1):
        bare = line.strip()
        if bare.startswith("#") and not bare.startswith("#~"):
            flags = [flag.strip() for flag in bare[2:].split(",")] if bare.startswith("#,") else ()
            marked = marked or (bare.startswith("#|") and bare[2:].lstrip().startswith("msgid"))
            lean.append("#, fuzzy" if "fuzzy" in flags else "")
            continue
        if marked:
            # Once for each entry, of however many lines that text is.
            lean[-1] = f"{lean[-1] or '#'}, {_EARLIER}"
            marked = False
        if bare.removeprefix("#~").lstrip().startswith(("msgctxt", "msgid")):
            count = size = 0
        count, size = count + bool(bare), size + len(bare)
        if count > MAX_TEXT_LINES or size > MAX_TEXT:
            return lean, number
        lean.append(line)
    return lean, None


def _first_word(lines: list[str], begins: int | None) -> int:
    """The line in which an entry's own words begin, after the blanks and comments above it."""
    number = begins or 1
    while number < len(lines) and (not lines[number - 1].strip() or lines[number - 1].startswith("#")):
        number += 1
    return number


def _forbidden(file: str, entries: tuple[Translated, ...]) -> Iterator[Problem]:
    for entry in entries:
        character = forbidden_in(entry.text)
        if character is not None:
            code = f"U+{ord(character):04X}"
            message = gettext("the character {code} is not allowed in a text", code=code)
            yield Problem(file, entry.line, 1, message, gettext("Delete it."), "file")
