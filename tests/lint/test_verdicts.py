"""No name and no sentence of a level or a band is a verdict, however it is spelt; and what says what to do is none."""

from pathlib import Path

import pytest

from screening.lint import verdict_word
from tests.lint.wise import read, wise


def is_found(folder: Path, text: str) -> bool:
    data = wise()
    data["set.yaml"]["headlines"] = {"some_concern": {"says": text}}
    files, _ = read(folder, data)
    assert list(files.problems) == []
    return bool(list(verdict_word.check(files)))


@pytest.mark.parametrize(
    "text",
    [
        "Victim",
        "VICTIMS",
        "a presumed victim",
        "Not a victim",
        "V-i-c-t-i-m",
        "v i c t i m",
        "v1ct1m",
        "Vic\u00adtim",
        "V\u00edctima",
        "Probable v\u00edctima de trata",
        "victime pr\u00e9sum\u00e9e",
        "Opfer",
        "Korban",
        "\u53d7\u5bb3\u4eba",
        "\u0436\u0435\u0440\u0442\u0432\u0430",
        "Trafficked",
        "was TRAFFICKED",
        "Genuine case",
        "not genuine",
        "Cleared",
        "cleared.",
        "Bogus",
        "Ruled out",
        "No trafficking",
        "\uff36\uff49\uff43\uff54\uff49\uff4d",
    ],
)
def test_a_verdict_is_found(text: str, tmp_path: Path) -> None:
    assert is_found(tmp_path, text)


@pytest.mark.parametrize(
    "text",
    [
        "Refer today",
        "Talk again this week, and say that help is free.",
        "Several items point to trafficking. Refer today.",
        "Below the cut-off. Nobody is sent away.",
        "Clear the room before you go on.",
        "Ofrezca otra charla esta semana.",
        "Remita hoy a la persona.",
        "Score of 3 or more: call 1 of the numbers.",
    ],
)
def test_what_says_what_to_do_is_none(text: str, tmp_path: Path) -> None:
    assert not is_found(tmp_path, text)
