"""What the program says in another language is made of what it says today, and keeps names, numbers and keys."""

import re
from collections.abc import Iterator

import polib

from screening.language.catalog import untranslated
from screening.lint.kept_in_translation import differences
from screening.reading.set_catalog import data_folder
from tests.support.languages import TEMPLATE


def entries() -> Iterator[tuple[str, polib.POEntry]]:
    """Every entry in use of every language that there is, with the language."""
    for path in sorted(data_folder("locale").glob("*/LC_MESSAGES/screening.po")):
        for entry in polib.pofile(str(path)):
            if not entry.obsolete:
                yield path.parents[1].name, entry


def said(entry: polib.POEntry) -> list[tuple[str, str]]:
    """What an entry says, each with its English. A form for one thing may leave out how many there are."""
    if not entry.msgid_plural:
        return [(entry.msgid, entry.msgstr)] if entry.msgstr else []
    without = re.compile(r"\{count\}")
    return [
        (without.sub("", entry.msgid_plural), without.sub("", text)) for text in entry.msgstr_plural.values() if text
    ]


def test_no_entry_is_of_a_text_that_is_not_in_the_template_any_more() -> None:
    """`screening translate program LANGUAGE` brings a file up to date."""
    today = {(each.msgctxt, each.msgid, each.msgid_plural) for each in polib.pofile(str(TEMPLATE))}

    assert [
        (language, each.msgid)
        for language, each in entries()
        if (each.msgctxt, each.msgid, each.msgid_plural) not in today
    ] == []


def test_nothing_is_translated_from_an_earlier_text() -> None:
    assert [
        (language, each.msgid) for language, each in entries() if each.fuzzy and each.previous_msgid and said(each)
    ] == []


def test_names_numbers_and_keys_are_kept() -> None:
    lost = [
        (language, english, untranslated(message))
        for language, each in entries()
        for english, text in said(each)
        for message, _ in differences(english, text)
    ]

    assert lost == []
