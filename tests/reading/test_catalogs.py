"""What the program says in another language: found by its English text, and read when it is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import gettext, ngettext, npgettext, pgettext
from screening.reading import catalogs
from screening.reading.catalogs import catalog_languages, catalog_of, is_called

HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: {forms}\\n"\n'
BODY = """
#, fuzzy
msgid "Not now"
msgstr "Nicht jetzt"

msgctxt "an answer"
msgid "Yes"
msgstr "Ja"

#. over two lines, with what is escaped
msgid ""
"Say \\"{words}\\", and a "
"back\\\\slash."
msgstr ""
"Sage „{words}“, und "
"einen \\\\."

msgid "{count} answer"
msgid_plural "{count} answers"
msgstr[0] "{count} Antwort"
msgstr[1] "{count} Antworten"

#, fuzzy
#| msgid "Stopped long ago"
msgid "Stopped"
msgstr "Vor langem beendet"

msgid "Still empty"
msgstr ""

msgctxt "half done"
msgid "{count} day"
msgid_plural "{count} days"
msgstr[0] "{count} Tag"
msgstr[1] ""

#~ msgid "Gone"
#~ msgstr "Weg"
"""
TWO_FORMS = "nplurals=2; plural=(n != 1);"


@pytest.fixture
def locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(catalogs, "data_folder", lambda name: tmp_path / name)
    catalog_of.cache_clear()
    yield tmp_path / "locale"
    catalog_of.cache_clear()


def put(locale: Path, tag: str, text: str) -> None:
    folder = locale / tag / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "screening.po").write_bytes(text.encode())


def german(locale: Path, body: str = BODY, forms: str = TWO_FORMS) -> Catalog:
    put(locale, "de", HEAD.replace("{forms}", forms) + body)
    return catalog_of("de")


def test_a_message_is_said_in_the_language(locale: Path) -> None:
    catalog = german(locale)

    assert catalog.language == "de"
    assert catalog.render(gettext("Not now")) == "Nicht jetzt"
    assert catalog.render(pgettext("an answer", "Yes")) == "Ja"
    assert catalog.render(gettext('Say "{words}", and a back\\slash.', words="ja")) == "Sage „ja“, und einen \\."
    assert [catalog.render(ngettext("{count} answer", "{count} answers", count)) for count in (1, 2)] == [
        "1 Antwort",
        "2 Antworten",
    ]


@pytest.mark.parametrize("english", ["Stopped", "Still empty", "Gone", "Yes", "Said nowhere"])
def test_what_is_out_of_date_empty_gone_or_somebody_elses_stays_english(locale: Path, english: str) -> None:
    assert german(locale).render(gettext(english)) == english


def test_a_plural_of_which_a_form_is_missing_stays_english(locale: Path) -> None:
    catalog = german(locale)

    said = [catalog.render(npgettext("half done", "{count} day", "{count} days", count)) for count in (1, 2)]

    assert said == ["1 day", "2 days"]


def test_a_language_counts_as_its_head_says(locale: Path) -> None:
    one_form = '\nmsgid "{count} day"\nmsgid_plural "{count} days"\nmsgstr[0] "{count} hari"\n'

    catalog = german(locale, one_form, "nplurals=1; plural=0;")

    assert [catalog.render(ngettext("{count} day", "{count} days", count)) for count in (1, 5)] == ["1 hari", "5 hari"]


@pytest.mark.parametrize("forms", ["nplurals=2; plural=(n != ;", "", "nplurals=1; plural=nonsense;"])
def test_a_head_that_says_nonsense_counts_as_english_does(locale: Path, forms: str) -> None:
    catalog = german(locale, forms=forms)

    assert [catalog.render(ngettext("{count} answer", "{count} answers", count)) for count in (1, 2)] == [
        "1 Antwort",
        "2 Antworten",
    ]


def test_a_language_says_whether_somebody_has_still_to_review_it(locale: Path) -> None:
    assert german(locale).unreviewed
    put(locale, "id", HEAD.replace("{forms}", TWO_FORMS) + '\nmsgid "Not now"\nmsgstr "Nanti"\n')
    assert not catalog_of("id").unreviewed
    assert not ENGLISH.unreviewed


@pytest.mark.parametrize("tag", [None, "en", "fr"])
def test_without_translations_it_is_english(locale: Path, tag: str | None) -> None:
    german(locale)

    assert catalog_of(tag) is ENGLISH


def test_a_language_is_found_by_its_other_name(locale: Path) -> None:
    put(locale, "fil", HEAD.replace("{forms}", TWO_FORMS) + '\nmsgid "Not now"\nmsgstr "Mamaya"\n')
    put(locale, "zh-Hant", HEAD.replace("{forms}", TWO_FORMS) + '\nmsgid "Not now"\nmsgstr "暫時不要"\n')

    assert catalog_of("tl").render(gettext("Not now")) == "Mamaya"
    assert catalog_of("zh-HK").render(gettext("Not now")) == "暫時不要"
    assert catalog_languages() == ("fil", "zh-Hant")
    assert is_called("fil")
    assert not is_called("tl")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"no PO file at all", b"", b'msgid "Not now"\nmsgstr "Ni'])
def test_a_broken_file_is_english_and_stops_nobody(locale: Path, content: bytes) -> None:
    folder = locale / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "screening.po").write_bytes(content)

    assert catalog_of("de").render(gettext("Not now")) == "Not now"


def test_ends_of_lines_are_those_of_any_system(locale: Path) -> None:
    put(locale, "de", (HEAD.replace("{forms}", TWO_FORMS) + BODY).replace("\n", "\r\n"))

    assert catalog_of("de").render(pgettext("an answer", "Yes")) == "Ja"
