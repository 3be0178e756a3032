"""A question outside of any dialog."""

import io
import sys

import pytest

from screening.language.catalog import ENGLISH
from screening.terminal.yes_no import asked_yes_no


def answered(monkeypatch: pytest.MonkeyPatch, *typed: str) -> bool:
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
    return asked_yes_no("Before.", "Is it so?", ENGLISH)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [("y", True), (" YES ", True), ("\uff59", True), ("n", False), ("\uff4e\uff4f\u3000", False)],
)
def test_it_is_answered_in_english_letters_of_any_width(
    typed: str, answer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert answered(monkeypatch, typed) is answer


def test_it_is_asked_again_until_the_answer_is_one_of_both(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answered(monkeypatch, "", "perhaps", "是", "y")
    assert capsys.readouterr().err == (
        "Before.\nIs it so? Is it so? Is it so? Switch the keyboard to English. Ctrl-C still ends at once.\nIs it so? "
    )


def test_input_that_ends_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EOFError):
        answered(monkeypatch, "perhaps")
