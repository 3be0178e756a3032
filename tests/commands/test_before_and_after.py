"""An option that belongs to the whole program may stand before the command or after it, and means the same there."""

import json
from pathlib import Path

import pytest

from screening.commands import menu, resume, run
from tests.support.inside import run_inside
from tests.support.program import Finished, program

CHECKOUT = Path(__file__).resolve().parents[2]
OWN = CHECKOUT / "tests" / "reading" / "own" / "harbour-house.yaml"
# Commands that go through a terminal, as they are typed.
TALKS = {"run": ("run",), "resume": ("resume",), "the menu": ()}
LISTS = {
    "services": ("services",),
    "services list": ("services", "list"),
    "services card": ("services", "card", "--safe-to-carry", "yes"),
    "services stale": ("services", "stale"),
    "services confirm": ("services", "confirm", "--sheet"),
}
WITH_A_PLACE = {**TALKS, **LISTS}
WITH_SERVICES = {**TALKS, "demo": ("demo",), **LISTS}
WITH_SETS = {
    **TALKS,
    "demo": ("demo",),
    "sets": ("sets",),
    "show": ("show", "palermo"),
    "check": ("check", "indicators"),
    "test": ("test", "palermo"),
    "new": ("new", "ours"),
    "score": ("score", "palermo"),
}
EVERY_COMMAND = {
    **WITH_SETS,
    **WITH_SERVICES,
    "glossary": ("glossary",),
    "schema": ("schema", "set"),
}
TABLE = [
    *(
        ((*command, "--place", "nowhere"), "--place", "there is no directory for 'nowhere'")
        for command in WITH_A_PLACE.values()
    ),
    *(((*command, "--services", "no.yaml"), "--services", "no.yaml") for command in WITH_SERVICES.values()),
    *(
        (
            (*command, "--indicators", "no-folder"),
            "--indicators",
            "there is no folder no-folder, which --indicators names",
        )
        for command in WITH_SETS.values()
    ),
]


def moved_before(arguments: tuple[str, ...], option: str) -> tuple[str, ...]:
    """The same, with an option and its value before everything else."""
    at = arguments.index(option)
    return (*arguments[at : at + 2], *arguments[:at], *arguments[at + 2 :])


@pytest.mark.parametrize(("arguments", "option", "said"), TABLE, ids=[" ".join(row[0]) for row in TABLE])
def test_what_an_option_names_counts_before_the_command_and_after_it(
    arguments: tuple[str, ...], option: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    after = run_inside(monkeypatch, *arguments)
    before = run_inside(monkeypatch, *moved_before(arguments, option))

    assert after.code == 2
    assert said in after.err
    assert len(after.err.splitlines()) == 1
    assert before == after


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("command", TALKS)
def test_line_by_line_is_heard_before_the_command_and_after_it(
    command: str, after: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[bool] = []

    def open_frontend(*_: object, line_by_line: bool) -> None:
        heard.append(line_by_line)
        raise KeyboardInterrupt

    for module in (menu, resume, run):
        monkeypatch.setattr(module, "open_frontend", open_frontend)
    words = TALKS[command]

    run_inside(monkeypatch, *((*words, "--plain") if after else ("--plain", *words)))
    run_inside(monkeypatch, *words)

    assert heard == [True, False]


@pytest.mark.parametrize("command", EVERY_COMMAND)
def test_no_command_refuses_to_go_line_by_line(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    words = EVERY_COMMAND[command]

    for arguments in ((*words, "--plain"), ("--plain", *words)):
        with_help = run_inside(monkeypatch, *arguments, "--help")
        assert (with_help.code, with_help.err) == (0, "")


# --- which of several counts -----------------------------------------------------------------------------------------


def place(*arguments: str, **environment: str) -> str:
    return str(json.loads(listed(*arguments, "--format", "json", **environment).out)["place"])


def listed(*arguments: str, **environment: str) -> Finished:
    return program(*arguments, environment=environment)


def test_a_place_after_the_command_comes_before_one_before_it_and_that_before_the_environments() -> None:
    assert place("--place", "gb", "services", "--place", "us") == "us"
    assert place("--place", "gb", "services", SCREENING_PLACE="us") == "gb"
    assert place("--place", "gb", "services", "list") == "gb"
    assert place("services", SCREENING_PLACE="us") == "us"


def test_services_of_ones_own_add_up_and_take_the_place_of_those_of_the_environment(tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    text = OWN.read_text(encoding="utf-8").replace("Harbour House", "Hill House").replace("harbour-house", "hill-house")
    other.write_text(text, encoding="utf-8")
    variable = {"SCREENING_SERVICES": "missing.yaml"}

    both = listed("--services", str(OWN), "services", "--services", str(other), "--need", "shelter", **variable).out
    first = listed("--services", str(OWN), "services", "--need", "shelter", **variable).out

    assert "Harbour House" in both
    assert "Hill House" in both
    assert "Harbour House" in first
