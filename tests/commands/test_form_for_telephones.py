"""`screening form --format xlsform`, through the command line."""

import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.support.inside import run_inside
from tests.support.program import PROGRAM


def made(*options: str) -> str:
    """Every text of the workbook that comes to stdout."""
    done = subprocess.run(
        [*PROGRAM, "form", "first-contact", "--format", "xlsform", *options], capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")
    return ZipFile(BytesIO(done.stdout)).read("xl/sharedStrings.xml").decode()


def test_a_workbook_comes_to_stdout_with_every_language_of_the_set() -> None:
    texts = made()

    for language in ("English (en)", "Bahasa Indonesia (id)", "繁體中文 (zh)", "简体中文 (zh)", "ไทย (th)"):
        assert f"label::{language}" in texts


def test_two_languages_may_be_wanted_alone_and_a_place() -> None:
    texts = made("--language", "id", "--with", "th", "--place", "hk")

    assert "label::Bahasa Indonesia (id)" in texts
    assert "label::ไทย (th)" in texts
    assert "English (en)" not in texts
    # A number stays whole at the end of a line.
    assert "2343\xa02255" in texts


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("nowhere",), "there is no such set"),
        (("first-contact", "--place", "atlantis"), "there is no directory for 'atlantis'"),
    ],
    ids=["no such set", "no such place"],
)
def test_what_cannot_be_made_is_said(monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], says: str) -> None:
    told = run_inside(monkeypatch, "form", *typed, "--format", "xlsform")

    assert (told.code, told.out) == (2, "")
    assert says in told.err


def test_a_terminal_is_given_no_workbook(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.commands.form_for_telephones._is_a_terminal", lambda: True)
    told = run_inside(monkeypatch, "form", "first-contact", "--format", "xlsform")

    assert (told.code, told.out) == (2, "")
    assert "> form.xlsx" in told.err


def test_the_page_on_forms_names_commands_and_fields_that_there_are() -> None:
    page = (Path(__file__).parents[2] / "docs" / "forms.md").read_text(encoding="utf-8")

    (commands, _) = re.findall(r"^```sh\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert "label::" in made(*re.findall(r"first-contact --format xlsform (.*) > ", commands)[0].split())
    texts = made("--place", "hk")
    fields = re.findall(r"`(sr__[a-z_]+)(?:\.\.\.)?`", page.replace("`sr__score`, `sr__band`", ""))
    assert [field for field in fields if f">{field}" not in texts and field != "sr__"] == []
