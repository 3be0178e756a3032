"""What `screening translate` promises: a file that Weblate and Poedit take, made and kept up to date, for every kind."""

from pathlib import Path

import polib
import pytest
from typer.testing import CliRunner

from screening.cli import app
from screening.reading.set_catalog import data_folder
from screening.reading.sets import read_set
from screening.sets.texts import texts
from tests.lint.wise import read, wise

EXTENDING = """\
id: ours
version: "1"
title: Ours
extends: sound
sections: [{id: more, stage: questions}]
"""
MORE = """\
id: more
questions: [{id: sleep, ask: Where do you sleep?, record: Sleeps elsewhere, shows: [held]}]
"""


def run(*arguments: str | Path) -> tuple[int, list[str]]:
    """The exit code, and the lines that are printed or told."""
    result = CliRunner().invoke(app, ["translate", *map(str, arguments)])
    return result.exit_code, (result.stdout + result.stderr).splitlines()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The folder of a set."""
    read(tmp_path, wise())
    return tmp_path / "set"


def test_every_text_of_a_set_has_an_entry_in_its_order_and_a_note_for_the_translator(folder: Path) -> None:
    code, lines = run(folder, "id")

    file = polib.pofile(str(folder / "locale" / "id.po"))
    assert (code, lines[0]) == (0, f"Written to {folder / 'locale' / 'id.po'}.")
    assert {str(each.msgctxt): each.msgid for each in file} == dict(texts(read_set(folder).set))
    assert [each.msgctxt for each in file] == list(texts(read_set(folder).set))
    assert [each.msgctxt for each in file if not each.comment] == []


def test_a_question_is_told_with_what_to_listen_for_and_why(folder: Path) -> None:
    run(folder, "id")

    (ask,) = (each for each in polib.pofile(str(folder / "locale/id.po")) if each.msgctxt == "question.papers.ask")
    assert "Said to the person" in ask.comment
    assert "Listen for: Kept by a boss." in ask.comment
    assert "Why: Papers are used to hold people." in ask.comment


def test_what_is_up_to_date_is_not_written(folder: Path) -> None:
    run(folder, "id")
    path = folder / "locale" / "id.po"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    code, lines = run(folder, "id")

    assert (code, lines[0]) == (0, f"{path} is up to date.")
    assert b"\r\n" in path.read_bytes()


def test_a_check_writes_nothing_and_says_so_by_its_code(folder: Path) -> None:
    code, lines = run(folder, "id", "--check")
    assert (code, (folder / "locale").exists()) == (1, False)
    assert lines[0].endswith(f"Write: screening translate {folder} id.")

    run(folder, "id")

    assert run(folder, "id", "--check")[0] == 0


def test_it_is_said_how_far_a_file_is(folder: Path) -> None:
    run(folder, "id")
    path = folder / "locale" / "id.po"
    file = polib.pofile(str(path))
    (title,) = (each for each in file if each.msgctxt == "set.title")
    title.msgid, title.msgstr = "An older title", "Judul"
    file[-1].msgstr, file[-1].flags = "Dengar", ["fuzzy"]
    file.save()

    _, lines = run(folder, "id")

    assert "1 translates an earlier English text. Translate it again, and delete its line '#| msgid'." in lines
    assert "1 is translated, and no native speaker has reviewed it." in lines


@pytest.mark.parametrize(
    ("tag", "meant"),
    [("idn", "id"), ("Indonesian", "id"), ("zh-Hnat", "zh-Hant"), ("thai", "th"), ("filipino", "fil")],
)
def test_what_is_no_language_is_refused_with_what_was_probably_meant(tag: str, meant: str, folder: Path) -> None:
    assert run(folder, tag) == (2, [f"screening: there is no language '{tag}'. Did you mean '{meant}'?"])
    assert not (folder / "locale").exists()


def test_the_language_of_the_texts_themselves_is_refused(folder: Path) -> None:
    assert run(folder, "en")[0] == 2


@pytest.mark.parametrize(("there", "asked"), [("fil", "tl"), ("zh_Hant", "zh-Hant"), ("id", "ind")])
def test_a_file_that_is_there_by_another_name_of_the_language_is_the_one(there: str, asked: str, folder: Path) -> None:
    (folder / "locale").mkdir()
    (folder / "locale" / f"{there}.po").write_text('msgid ""\nmsgstr ""\n')

    run(folder, asked)

    assert [path.name for path in (folder / "locale").iterdir()] == [f"{there}.po"]


def test_a_broken_file_is_told_and_left_as_it_is(folder: Path) -> None:
    (folder / "locale").mkdir()
    path = folder / "locale" / "id.po"
    path.write_text("anything\n")

    code, lines = run(folder, "id")

    assert (code, path.read_text()) == (2, "anything\n")
    assert "this is not a PO file, or is broken here" in lines[0]


def test_of_a_set_that_extends_another_only_its_own_texts_are_to_be_translated(folder: Path, tmp_path: Path) -> None:
    ours = tmp_path / "ours"
    (ours / "sections").mkdir(parents=True)
    (ours / "set.yaml").write_text(EXTENDING)
    (ours / "sections" / "more.yaml").write_text(MORE)

    run(ours, "id", "--indicators", folder)

    assert {each.msgctxt for each in polib.pofile(str(ours / "locale" / "id.po"))} == {
        "set.title",
        "question.sleep.ask",
        "question.sleep.record",
    }


def test_a_directory_has_its_translations_in_a_folder_of_its_name(tmp_path: Path) -> None:
    read(tmp_path, wise())

    code, _ = run(tmp_path / "referrals" / "xx.yaml", "id")

    file = polib.pofile(str(tmp_path / "referrals" / "locale" / "xx" / "id.po"))
    assert code == 0
    assert [(each.msgctxt, each.msgid) for each in file] == [
        ("place.name", "Nowhere"),
        ("emergency.name", "Emergency"),
        ("service.house.name", "The old house"),
    ]


def test_a_name_that_a_directory_has_in_the_language_is_not_translated_again(tmp_path: Path) -> None:
    data = wise()
    data["referrals/xx.yaml"]["services"][0]["names"]["id"] = "Rumah tua"
    read(tmp_path, data)

    run(tmp_path / "referrals" / "xx.yaml", "id")

    file = polib.pofile(str(tmp_path / "referrals" / "locale" / "xx" / "id.po"))
    assert "service.house.name" not in {each.msgctxt for each in file}


def test_the_programs_own_messages_go_where_gettext_looks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    template = (data_folder("locale") / "screening.pot").read_bytes()
    (tmp_path / "screening.pot").write_bytes(template)
    monkeypatch.setattr("screening.commands.translate.data_folder", lambda _: tmp_path)

    run("program", "th")

    file = polib.pofile(str(tmp_path / "th" / "LC_MESSAGES" / "screening.po"))
    wanted = polib.pofile(template.decode())
    assert [(each.msgctxt, each.msgid, each.msgid_plural) for each in file] == [
        (each.msgctxt, each.msgid, each.msgid_plural) for each in wanted
    ]
    assert len({len(each.msgstr_plural) for each in file if each.msgid_plural}) == 1


def test_a_new_file_can_be_read_by_others(folder: Path) -> None:
    run(folder, "id")

    assert (folder / "locale" / "id.po").stat().st_mode & 0o600 == 0o600
    assert not [path for path in (folder / "locale").iterdir() if path.name.endswith(".part")]


def test_where_nothing_is_there_it_is_told(tmp_path: Path) -> None:
    code, lines = run(tmp_path / "nothing", "id")

    assert (code, "there is no such set" in lines[0]) == (2, True)
