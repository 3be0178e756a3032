"""A file of translations is brought up to date, always in the same bytes, and nothing that somebody wrote is lost."""

import polib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.writing.translations import Counts, Head, Source, updated

HEAD = Head(of="screening small", language="id", called="Indonesian", plurals="nplurals=1; plural=(0);")
PLURALS = Head(of="screening", language="de", called="German", plurals="nplurals=2; plural=(n != 1);")


def source(name: str, english: str, *notes: str) -> Source:
    return Source(id=name, english=english, notes=notes)


FIRST = [source("q.a", "Where?", "Said to the person."), source("q.b", "Who?"), source("q.c", "Why?")]


def again(text: str) -> polib.POFile:
    return polib.pofile(text)


def entry(text: str, name: str) -> polib.POEntry:
    (found,) = (each for each in again(text) if each.msgctxt == name)
    return found


def translated(texts: dict[str, str], sources: list[Source] = FIRST) -> polib.POFile:
    """A file in which these are translated, with a comment of the translator."""
    file = again(updated(None, sources, HEAD)[0])
    for each in file:
        each.msgstr = texts.get(str(each.msgctxt), "")
        each.tcomment = f"about {each.msgctxt}" if each.msgstr else ""
    return file


def test_a_new_file_has_an_entry_for_each_text_in_order_with_what_a_translator_is_told() -> None:
    text, counts = updated(None, FIRST, HEAD)

    assert [(each.msgctxt, each.msgid, each.msgstr, each.comment) for each in again(text)] == [
        ("q.a", "Where?", "", "Said to the person."),
        ("q.b", "Who?", "", ""),
        ("q.c", "Why?", "", ""),
    ]
    assert counts == Counts(texts=3, added=3, changed=0, removed=0, missing=3, unreviewed=0)


def test_the_head_says_the_language_and_who_drafted_and_reviewed() -> None:
    metadata = again(updated(None, FIRST, HEAD)[0]).metadata

    assert (metadata["Language"], metadata["X-Drafted-By"], metadata["X-Reviewed-By"]) == (
        "id",
        "nobody yet",
        "nobody yet",
    )


def test_what_somebody_wrote_into_the_head_stays() -> None:
    file = again(updated(None, FIRST, HEAD)[0])
    file.metadata["X-Reviewed-By"] = "Sari"
    file.metadata["X-Generator"] = "Poedit 3"
    file.header = "Ours.\n\nBy hand."
    file.metadata_is_fuzzy = True

    changed = again(updated(file, FIRST, HEAD)[0])

    assert (changed.metadata["X-Reviewed-By"], changed.metadata["X-Generator"]) == ("Sari", "Poedit 3")
    assert (changed.header, bool(changed.metadata_is_fuzzy)) == ("Ours.\n\nBy hand.", True)


def test_a_file_that_says_otherwise_who_drafted_it_is_not_said_to_be_drafted_by_nobody() -> None:
    file = polib.pofile('msgid ""\nmsgstr "Last-Translator: Sari\\n"\n')

    metadata = again(updated(file, FIRST, HEAD)[0]).metadata

    assert metadata["Last-Translator"] == "Sari"
    assert "X-Drafted-By" not in metadata


def test_a_changed_text_keeps_its_translation_fuzzy_with_the_english_that_it_was_made_of() -> None:
    text, counts = updated(translated({"q.b": "Siapa?"}), [FIRST[0], source("q.b", "Who is it?"), FIRST[2]], HEAD)

    found = entry(text, "q.b")
    assert (found.msgid, found.msgstr, found.previous_msgid, found.fuzzy) == ("Who is it?", "Siapa?", "Who?", True)
    assert found.tcomment == "about q.b"
    assert (counts.changed, counts.unreviewed) == (1, 0)


def test_however_often_a_text_changes_the_english_that_was_translated_is_kept() -> None:
    once = again(updated(translated({"q.a": "Mana?"}), [source("q.a", "Where now?")], HEAD)[0])

    twice = updated(once, [source("q.a", "Where tonight?")], HEAD)[0]

    assert entry(twice, "q.a").previous_msgid == "Where?"


def test_a_text_that_is_again_what_was_translated_is_not_stale_any_more() -> None:
    once = again(updated(translated({"q.a": "Mana?"}), [source("q.a", "Where now?")], HEAD)[0])

    text, counts = updated(once, FIRST, HEAD)

    assert (entry(text, "q.a").previous_msgid, entry(text, "q.a").fuzzy) == (None, True)
    assert (counts.changed, counts.unreviewed) == (0, 1)


def test_a_changed_text_that_was_not_translated_is_just_another_one() -> None:
    found = entry(updated(translated({}), [source("q.a", "Where now?")], HEAD)[0], "q.a")

    assert (found.msgid, found.previous_msgid, found.fuzzy) == ("Where now?", None, False)


def test_what_is_not_needed_becomes_obsolete_and_comes_back() -> None:
    gone, counts = updated(translated({"q.b": "Siapa?"}), [FIRST[0]], HEAD)
    assert (entry(gone, "q.b").obsolete, counts.removed) == (True, 2)

    back = entry(updated(again(gone), FIRST, HEAD)[0], "q.b")

    assert (bool(back.obsolete), back.msgstr, back.tcomment, back.fuzzy) == (False, "Siapa?", "about q.b", False)


def test_a_stale_text_that_goes_and_comes_back_is_still_stale() -> None:
    stale = again(updated(translated({"q.a": "Mana?"}), [source("q.a", "Where now?"), FIRST[1]], HEAD)[0])
    gone = again(updated(stale, [FIRST[1]], HEAD)[0])

    back = entry(updated(gone, [source("q.a", "Where now?")], HEAD)[0], "q.a")

    assert (back.previous_msgid, back.fuzzy) == ("Where?", True)


def test_a_line_that_is_put_into_a_list_leaves_the_others_their_translations() -> None:
    lines = [source("card.0", "Sit down."), source("card.1", "Listen.")]
    file = translated({"card.0": "Duduk.", "card.1": "Dengar."}, lines)

    text, counts = updated(
        file, [source("card.0", "Close the door."), source("card.1", "Sit down."), source("card.2", "Listen.")], HEAD
    )

    assert [(each.msgctxt, each.msgstr, each.fuzzy) for each in again(text)] == [
        ("card.0", "", False),
        ("card.1", "Duduk.", False),
        ("card.2", "Dengar.", False),
    ]
    assert (counts.added, counts.changed, counts.removed) == (1, 0, 0)


def test_an_entry_that_stands_twice_is_kept_once_in_use_and_once_at_the_end() -> None:
    file = translated({"q.a": "Mana?"})
    file.append(polib.POEntry(msgctxt="q.a", msgid="Where?", msgstr="Di mana?"))

    found = [(each.msgstr, bool(each.obsolete)) for each in again(updated(file, FIRST, HEAD)[0]) if each.msgstr]

    assert found == [("Mana?", False), ("Di mana?", True)]


def test_a_comment_that_speaks_to_the_program_stays_one_line() -> None:
    file = translated({"q.a": "Mana?"})
    said = "screening: ignore glossary-term - " + "because here it means something else " * 3
    file[0].tcomment = said.strip()

    assert f"\n# {said.strip()}\n" in updated(file, FIRST, HEAD)[0]


def test_flags_of_other_tools_stay() -> None:
    file = translated({"q.a": "Mana?"})
    file[0].flags = ["fuzzy", "max-length:40"]

    assert entry(updated(file, FIRST, HEAD)[0], "q.a").flags == ["fuzzy", "max-length:40"]


def message(english: str, *, plural: str | None = None, context: str | None = None) -> Source:
    return Source(english=english, plural=plural, context=context, used_in=("show/x.py",))


def test_a_message_that_counts_has_as_many_forms_as_its_language() -> None:
    (found,) = again(updated(None, [message("{count} day", plural="{count} days")], PLURALS)[0])

    assert (found.msgid_plural, found.msgstr_plural) == ("{count} days", {0: "", 1: ""})


def test_a_message_with_other_words_is_found_again_where_it_stands() -> None:
    file = again(updated(None, [message("There is no such file."), message("Done.")], PLURALS)[0])
    file[0].msgstr = "Es gibt diese Datei nicht."

    found = again(updated(file, [message("There is no such file here."), message("Done.")], PLURALS)[0])[0]

    assert (found.msgstr, found.previous_msgid) == ("Es gibt diese Datei nicht.", "There is no such file.")


def test_a_message_with_quite_other_words_is_a_new_one() -> None:
    file = again(updated(None, [message("There is no such file.")], PLURALS)[0])
    file[0].msgstr = "Es gibt diese Datei nicht."

    new, old = again(updated(file, [message("Yes")], PLURALS)[0])

    assert (new.msgstr, bool(old.obsolete)) == ("", True)


@pytest.mark.parametrize("context", [None, "an answer"])
def test_a_message_is_known_by_its_words_and_its_context(context: str | None) -> None:
    sources = [message("Yes"), message("Yes", context="an answer")]
    file = again(updated(None, sources, PLURALS)[0])
    for each in file:
        each.msgstr = f"Ja {each.msgctxt}"

    found = {str(each.msgctxt): each.msgstr for each in again(updated(file, sources, PLURALS)[0])}

    assert found[str(context)] == f"Ja {context}"


IDS = st.sampled_from(["q.a", "q.b", "l.0", "l.1", "l.2.adult", "l.3.adult"])
ENGLISH = st.sampled_from(["Where?", "Who?", "Why is it so?", "A long line, which is broken where it ends. " * 3])
VERSIONS = st.dictionaries(IDS, ENGLISH, min_size=1).map(lambda made: [source(*each) for each in made.items()])


@given(st.lists(st.tuples(VERSIONS, st.dictionaries(IDS, st.sampled_from(["satu", "dua", "三\n四"]))), max_size=6))
def test_whatever_changes_no_translation_is_lost_and_writing_again_changes_nothing(
    history: list[tuple[list[Source], dict[str, str]]],
) -> None:
    file: polib.POFile | None = None
    for sources, texts in history:
        before = sorted(each.msgstr for each in file or () if each.msgstr)
        text, _ = updated(file, sources, HEAD)
        file = again(text)

        assert [each.msgctxt for each in file if not each.obsolete] == [each.id for each in sources]
        assert sorted(each.msgstr for each in file if each.msgstr) == before
        assert updated(file, sources, HEAD)[0] == text
        for each in file:
            if not each.obsolete and not each.msgstr:
                each.msgstr = texts.get(str(each.msgctxt), "")


@given(VERSIONS, VERSIONS)
def test_no_translation_of_other_english_passes_for_one_of_todays(before: list[Source], now: list[Source]) -> None:
    file = again(updated(None, before, HEAD)[0])
    for each in file:
        each.msgstr = f"<{each.msgid}>"

    for each in again(updated(file, now, HEAD)[0]):
        if not each.obsolete and each.msgstr and not each.previous_msgid:
            assert each.msgstr == f"<{each.msgid}>"
