"""What reading a translation promises: its entries at their lines, and a broken file as a problem."""

from pathlib import Path

import pytest

from screening.reading.translations import Translated, TranslationFile, read_one_translation, read_translations
from tests.support.problems import said

GERMAN = """\
# A translation.
msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"

# Not reviewed.
#, fuzzy
msgctxt "set.title"
msgid "A set"
msgstr "Ein Fragebogen"

msgctxt "question.papers.ask"
msgid ""
"Where are "
"they?"
msgstr ""

#~ msgctxt "question.gone.ask"
#~ msgid "Gone?"
#~ msgstr "Weg?"
"""


def read(folder: Path, content: str | bytes, name: str = "de.po") -> TranslationFile:
    """The only translation of a set."""
    (folder / "locale").mkdir()
    (folder / "locale" / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    (file,) = read_translations(folder)
    return file


def test_entries_have_their_english_their_text_and_their_line(tmp_path: Path) -> None:
    file = read(tmp_path, GERMAN)

    assert (file.language, list(file.problems)) == ("de", [])
    assert file.entries == (
        Translated("set.title", "A set", "Ein Fragebogen", fuzzy=True, line=8),
        Translated("question.papers.ask", "Where are they?", "", fuzzy=False, line=12),
    )


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        ('msgctxt "a"\nmsgid "A" "B"\n', 2, "this is not a PO file, or is broken here"),
        ("anything\n", 1, "this is not a PO file, or is broken here"),
        (b'msgid ""\nmsgstr "\xff"\n', 2, "the file is not UTF-8"),
        ('msgctxt "a"\nmsgid "A"\nmsgstr "\x1b[2J"\n', 1, "the character U+001B is not allowed in a text"),
        ('\n\nmsgctxt "a"\nmsgid "A"\nmsgstr "\u202eA"\n', 3, "the character U+202E is not allowed in a text"),
    ],
    ids=["quotes within quotes", "no PO at all", "other bytes", "a terminal escape", "a change of direction"],
)
def test_what_is_wrong_is_told_at_its_line(content: str | bytes, line: int, what: str, tmp_path: Path) -> None:
    (problem,) = read(tmp_path, content).problems

    assert (problem.line, said(problem.message)) == (line, what)


def test_a_file_that_is_only_the_name_of_another_is_not_followed(tmp_path: Path) -> None:
    other = tmp_path / "other.po"
    other.write_text(GERMAN)

    assert read(tmp_path, str(other)).entries == ()


def test_a_set_without_translations_has_none(tmp_path: Path) -> None:
    assert read_translations(tmp_path) == ()


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('msgctxt "b"\nmsgid "B"\nmsgstr "zwei"\n', ("B", "zwei", False, False)),
        ('#. Note.\n#, fuzzy\nmsgctxt "b"\nmsgid "B"\nmsgstr "zwei"\n', ("B", "zwei", True, False)),
        ('#, fuzzy\n#| msgid "Old"\nmsgctxt "b"\nmsgid "B"\nmsgstr "zwei"\n', ("B", "zwei", True, True)),
        ('msgctxt "b"\nmsgid ""\n"B "\n"C"\nmsgstr "zwei"\n', ("B C", "zwei", False, False)),
        ('msgctxt "b"\nmsgid "B"\nmsgstr "\x1b"\n', None),
        ('msgctxt "b"\nanything B\n', None),
        ('#~ msgctxt "b"\n#~ msgid "B"\n#~ msgstr "zwei"\n', None),
        ("", None),
    ],
)
def test_one_text_is_read_without_the_rest(
    written: str, told: tuple[str, str, bool, bool] | None, tmp_path: Path
) -> None:
    path = tmp_path / "de.po"
    path.write_text(f'msgid ""\nmsgstr ""\n\nmsgctxt "a"\nmsgid "A"\nmsgstr "eins"\n\n{written}\nbroken\n')

    found = read_one_translation(path, "b")

    said = (found.english, found.text, found.fuzzy, found.stale) if found is not None else None
    assert said == told
    assert read_one_translation(tmp_path / "no.po", "b") is None
