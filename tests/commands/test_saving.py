"""From a result to a file: what there is to save, where it may be saved, and why not."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from screening.commands.saving import documents, keep, save_card
from screening.language.catalog import ENGLISH
from screening.language.messages import Message
from screening.reading.records import RecordReader
from screening.reading.sets import find_set
from screening.referral.moment import moment_in
from screening.result.evaluate import evaluate
from screening.show.card import carry_card
from screening.terminal.saving import Document, Kept
from screening.terminal.screen import Input
from tests.support.building import hong_kong
from tests.support.program import THE_DAY
from tests.terminal.talking import everything_on


def offered() -> dict[str, Document]:
    """What can be saved of an invented case, by the name of its file."""
    indicator_set = find_set("palermo")
    case = next(each for each in indicator_set.vignettes if each.id == "quiet-kitchen")
    record = RecordReader(indicator_set).record(case.answers, case.circumstances)
    moment = moment_in(hong_kong(), THE_DAY)
    result = evaluate(indicator_set, record, {"hk": hong_kong()}, moment)
    return {each.name: each for each in documents(result, record.answers, ENGLISH)}


def told(outcome: Kept | Message) -> str:
    """Why nothing was saved, in one line."""
    assert isinstance(outcome, Message)
    line = ENGLISH.render(outcome)
    assert "\n" not in line
    return line


def test_each_document_has_a_name_that_is_nobodys_and_is_whole() -> None:
    texts = {name: document.text() for name, document in offered().items()}

    assert list(texts) == ["first-page.html", "result.html", "result.md", "result.json", "referral.html", "referral.md"]
    assert texts["first-page.html"].startswith("<!doctype html>")
    assert len(texts["first-page.html"]) < len(texts["result.html"])
    # On paper, hours and numbers are of a day.
    assert all(THE_DAY.date().isoformat() in texts[name] for name in ("first-page.html", "referral.html"))
    assert texts["result.md"].startswith("# ")
    assert json.loads(texts["result.json"])["level"] == "clear_concern"
    assert all("passed on" in texts[name] for name in ("referral.html", "referral.md"))


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        (".", "result.html"),
        ("./", "result.html"),
        ("desk", "desk/result.html"),
        ("desk/", "desk/result.html"),
        ("mine.html", "mine.html"),
        ("desk/a b 說.html", "desk/a b 說.html"),
        ("~", "home/result.html"),
        ("~/x.html", "home/x.html"),
        # As another keyboard, or a file manager, writes the same.
        ("\uff0e", "result.html"),
        ("。", "result.html"),
        ("\uff5e\uff0fx.html", "home/x.html"),
        ("desk/報告\uff081\uff09.html", "desk/報告\uff081\uff09.html"),
        ('"desk/mine.html"', "desk/mine.html"),
        ("'desk'", "desk/result.html"),
        (" desk/mine.html ", "desk/mine.html"),
    ],
)
def test_a_folder_is_enough_and_a_tilde_is_home(
    typed: str, where: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    for folder in ("desk", "home"):
        (tmp_path / folder).mkdir()

    kept = keep(typed, "result.html", "told")

    assert kept == Kept(str(tmp_path / where), private=True)
    assert (tmp_path / where).read_text() == "told"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / where]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("nowhere/x.html", "There is no such folder"),
        ("nowhere/", "There is no such folder"),
        ("there/x.html", "There is no such folder"),
        ("there", "There is something of that name already"),
        ("link", "There is something of that name already"),
        ("/dev/full", "There is something of that name already"),
        ("a\0b", "not a valid file name"),
        ("~nobody-of-this-name/x", "not a valid file name"),
        ("n" * 300, "The name is too long"),
    ],
    ids=str,
)
def test_why_nothing_was_saved_is_said_in_a_line(
    typed: str, why: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "there").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")

    assert why in told(keep(typed, "result.html", "told"))
    assert {path.name for path in tmp_path.rglob("*")} == {"there", "link"}
    assert (tmp_path / "there").read_text() == "mine"


@pytest.mark.parametrize(
    "typed", ["a\x1b[31mb", "\u202elmth.x", "x\ny.html", "desk\x07/", "a\x00b", "\ud800"], ids=ascii
)
def test_no_file_gets_a_name_that_could_speak_to_a_terminal_or_be_read_as_another(
    typed: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    assert "not a valid file name" in told(keep(typed, "result.html", "told"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="whoever administers a computer may write anywhere")
def test_where_one_may_not_write_that_is_said(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    assert "You may not write there" in told(keep(str(tmp_path), "result.html", "told"))


def test_what_is_full_is_said_and_nothing_is_left(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)

    assert "The disk is full" in told(keep(str(tmp_path), "result.html", "told"))
    assert not list(tmp_path.iterdir())


def test_the_card_is_saved_under_a_name_that_gives_nothing_away(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    dialog = save_card(carry_card((), {}), NotImplemented, language=ENGLISH)

    assert "numbers.html" in everything_on(dialog.screen())
    dialog.take(Input("type", text="."))
    assert (tmp_path / "numbers.html").read_text().startswith("<!doctype html>")


def test_what_can_write_is_not_so_much_as_loaded_before_somebody_saves(tmp_path: Path) -> None:
    program = (
        "import sys\n"
        "from screening.commands import session\n"
        "from screening.commands.saving import keep\n"
        "before = [name for name in sys.modules if name.startswith('screening.writing')]\n"
        "keep(sys.argv[1], 'result.html', 'told')\n"
        "sys.exit(f'{before}' if before else 'screening.writing.results' not in sys.modules)"
    )

    assert subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False).returncode == 0
