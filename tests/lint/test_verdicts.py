"""No name and no sentence of a level or a band is a verdict, however it is spelt; and what says what to do is none."""

from pathlib import Path

import pytest

from screening.lint import verdict_word
from tests.lint.wise import read, wise


def is_found(folder: Path, text: str, band: str = "low") -> bool:
    data = wise()
    data["set.yaml"]["headlines"] = {"some_concern": {"says": text}}
    data["set.yaml"]["bands"] = [{"id": band, "title": "Low", "score": 0, "level": "none_recorded"}]
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
        "nonvictim",
        "not_a_victim",
        "VoT",
        "PVOT",
        "victem",
        "vicitm",
        "traficked",
        "Trafficed",
        "v\u0456ctim",
        "n\u1ea1n nh\u00e2n",
        "\ud53c\ud574\uc790",
        "\u0e40\u0e2b\u0e22\u0e37\u0e48\u0e2d",
        "\u0636\u062d\u064a\u0629",
        "Clear",
        "All clear.",
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
        "Clear concern: refer today.",
        "Vote for a time to talk.",
        "Ofrezca otra charla esta semana.",
        "Remita hoy a la persona.",
        "Score of 3 or more: call 1 of the numbers.",
    ],
)
def test_what_says_what_to_do_is_none(text: str, tmp_path: Path) -> None:
    assert not is_found(tmp_path, text)


def test_the_id_of_a_band_which_is_in_every_record_is_none_either(tmp_path: Path) -> None:
    assert is_found(tmp_path, "Refer today", band="no_victim")


@pytest.mark.parametrize(("text", "found"), [("Mögliches Opfer", True), ("Heute weitergeben", False)])
def test_a_translation_is_looked_at_too(text: str, tmp_path: Path, *, found: bool) -> None:
    data = wise()
    data["set.yaml"]["headlines"] = {"some_concern": {"says": "Refer today"}}
    files, _ = read(tmp_path, data)
    po = f'msgid ""\nmsgstr ""\n\nmsgctxt "headline.some_concern.says"\nmsgid "Refer today"\nmsgstr "{text}"\n'
    (files.folder / "locale").mkdir(exist_ok=True)
    (files.folder / "locale" / "de.po").write_text(po, encoding="utf-8")

    assert bool(list(verdict_word.check(files))) is found


@pytest.mark.parametrize(
    ("brief", "found"),
    [("Trafficked here", True), ("A victim of lies", True), ("Fake papers made", False), ("Lies about the pay", False)],
)
def test_a_brief_says_what_happened_and_not_what_somebody_is(brief: str, found: bool, tmp_path: Path) -> None:
    data = wise()
    data["indicators.yaml"][0]["brief"] = brief
    files, _ = read(tmp_path, data)

    assert bool(list(verdict_word.check(files))) is found
