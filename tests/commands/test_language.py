"""`--language`: the set is in another language as far as it is translated, and the officer is told how far that goes."""

from pathlib import Path

import polib
import pytest

from screening.interview.answer_code import encode
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set, read_set
from screening.sets.answers import Answer
from screening.sets.fingerprint import fingerprint
from screening.sets.texts import texts
from tests.lint.wise import read, wise
from tests.support.program import Finished, program

NOT_TRANSLATED = "question.with.ask"
# A language that the program itself does not speak: what it says stays English.
LANGUAGE = "sw"
STALE = "question.papers.ask"
# Passes every screen, also one on which the one or the other says nothing.
ANYTHING = "\ns\n" * 40
RECORDED: dict[str, Answer] = {"age": "adult", "look": "no"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set that is drafted in Swahili, but for one text that is missing and one that has changed since."""
    read(tmp_path, wise())
    file = polib.POFile()
    for name, english in texts(read_set(tmp_path / "set").set).items():
        if name == STALE:
            file.append(
                polib.POEntry(msgctxt=name, msgid=english, msgstr="LAMA", flags=["fuzzy"], previous_msgid="Older")
            )
        elif name != NOT_TRANSLATED:
            file.append(polib.POEntry(msgctxt=name, msgid=english, msgstr=f"sw:{name}", flags=["fuzzy"]))
    (tmp_path / "set" / "locale").mkdir()
    file.save(str(tmp_path / "set" / "locale" / "sw.po"))
    return tmp_path / "set"


def run(folder: Path, *more: str, typed: str = "") -> Finished:
    return program("run", str(folder), "--plain", "--place", "hk", *more, given=typed)


def said(finished: Finished) -> str:
    """All that was shown, without the breaks of its lines."""
    return " ".join(finished.err.split())


def in_all(folder: Path, *more: str) -> str:
    """What is shown on all screens to the end, with every question skipped."""
    return said(run(folder, *more, typed="\n" + "s\n" * 40))


def test_the_questions_are_in_the_language_and_what_is_not_translated_is_in_english(folder: Path) -> None:
    shown = in_all(folder, "--language", LANGUAGE)

    assert "sw:question.tonight.record" in shown
    assert "LAMA" not in shown
    assert f"Ask: {texts(read_set(folder).set)[STALE]}" in shown
    assert f"Ask: {texts(read_set(folder).set)[NOT_TRANSLATED]}" in shown


def test_the_officer_is_told_once_that_nobody_has_reviewed_it_and_what_the_marks_mean(folder: Path) -> None:
    shown = in_all(folder, "--language", LANGUAGE)

    assert shown.count("no native speaker has reviewed these words") == 1
    assert shown.count("Show them rather than read them out, and prefer an interpreter.") == 1
    assert shown.count("(en) beside a heading: not all of it is translated.") == 1


def test_a_screen_has_a_mark_where_it_is_not_reviewed_and_another_where_it_is_not_all_translated(folder: Path) -> None:
    shown = in_all(folder, "--language", LANGUAGE)

    before, _, _ = shown.partition(f"Ask: {texts(read_set(folder).set)[STALE]}")
    assert " ~ (en)" in before[-120:]
    assert " ~ (" not in shown.partition("sw:question.look.record")[0][-60:]


def test_without_the_option_nothing_is_marked_and_nothing_is_read(folder: Path) -> None:
    (folder / "locale" / "sw.po").write_text("broken\n")

    shown = in_all(folder)

    assert "~" not in shown
    assert "native speaker" not in shown


def test_a_fingerprint_is_that_of_the_set_as_it_was_written(folder: Path) -> None:
    catalog = read_catalog([folder])

    finished = run(folder, "--language", LANGUAGE, "--format", "json", typed="\nf\n\n")

    assert fingerprint(find_set("sound", catalog)) in finished.out


def test_a_code_that_was_made_in_english_goes_on_in_another_language(folder: Path) -> None:
    code = encode(read_set(folder).set, RECORDED)

    finished = program(
        "resume", "--plain", "--indicators", str(folder), "--language", LANGUAGE, given=f"{code}\n{ANYTHING}"
    )

    assert "sw:question.tonight.record" in said(finished)
    assert "has changed since this code was made" not in said(finished)


@pytest.mark.parametrize(
    ("language", "says"),
    [
        ("ru", "nothing of the set 'sound' is translated into 'ru'. There is: sw."),
        ("idn", "there is no language 'idn'. Did you mean 'id'?"),
        ("Indonesian", "there is no language 'Indonesian'. Did you mean 'id'?"),
        ("../locale/id", "there is no language '../locale/id'."),
    ],
)
def test_a_language_that_there_is_not_is_refused_before_anybody_is_asked(
    language: str, says: str, folder: Path
) -> None:
    finished = run(folder, "--language", language)

    assert finished.code == 2
    assert says in said(finished)


@pytest.mark.parametrize("language", ["swa", "sw"])
def test_a_language_has_all_its_names(language: str, folder: Path) -> None:
    assert "sw:question.tonight.record" in in_all(folder, "--language", language)


def test_in_the_language_that_it_was_written_in_a_set_is_as_it_is(folder: Path) -> None:
    assert in_all(folder, "--language", "en") == in_all(folder)
