"""Every command, run as its user runs it."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from tests.support.program import PROGRAM, program
from tests.support.thorough import one_in

CHECKOUT = Path(__file__).resolve().parents[2]
COMMANDS = (
    *(
        "demo",
        "run",
        "resume",
        "sets",
        "show",
        "interpreter-sheet",
        "form",
        "services",
        "workshop",
        "glossary",
        "check",
        "test",
        "new",
        "schema",
    ),
    "score",
)


def test_version_and_help() -> None:
    assert re.fullmatch(r"screening \d+\.\d+\.\d+\n", program("--version").out)
    assert all(command in program("--help").out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str) -> None:
    finished = program(command, "--help")

    assert finished.code == 0
    assert len(finished.out.splitlines()) > 4


def test_the_demo_plays_a_whole_screening_without_a_terminal() -> None:
    finished = program("demo", "--all")

    assert (finished.code, finished.err) == (0, "")
    for words in (
        "An invented case: The quiet kitchen",
        "For you, before you begin",
        "Is that all right?",
        "Coming and going (section 4 of 8)",
        "Now, before anything else",
        "Turn the screen to yourself.",
        "All answers once more",
        "CLEAR CONCERN: Points clearly to possible trafficking.",
        "2332 2441 [not sure]",
        "Mission for Migrant Workers",
        "Po Leung Kuk",
        "No finding, no legal advice",
    ):
        assert words in finished.out, words
    assert finished.out.index("For you, before you begin") < finished.out.index("Now, before anything else")
    assert finished.out.index("Turn the screen") < finished.out.index("All answers") < finished.out.index("\nResult\n")
    assert finished.out.index("What to do now") < finished.out.index("Whom to call") < finished.out.index("\nWhy\n")


VIGNETTES = list(dict.fromkeys(each.id for name in set_ids() for each in find_set(name).vignettes))


@pytest.mark.parametrize("vignette", one_in(90, VIGNETTES))
def test_every_vignette_can_be_played(vignette: str) -> None:
    finished = program("demo", vignette, "--all")

    assert (finished.code, finished.err) == (0, "")
    assert "It was invented." in finished.out


def test_in_the_demo_of_a_child_the_card_comes_before_further_questions() -> None:
    out = program("demo", "fifteen", "--all").out

    assert out.index("How old are you?") < out.index("Stop the questions, so") < out.index("What you saw yourself")
    assert "With a child, stop here." in out


def test_an_unknown_vignette_says_which_was_meant() -> None:
    finished = program("demo", "quiet-kitchn")

    assert (finished.code, finished.out) == (2, "")
    assert finished.err == "screening: there is no vignette 'quiet-kitchn'. Did you mean 'quiet-kitchen'?\n"


def test_sets_are_listed() -> None:
    out = program("sets").out

    assert "palermo (version 1)" in out
    assert "first-contact (version 1)" in out


def test_a_set_is_shown_for_people_and_for_programs() -> None:
    assert "papers-kept: Identity papers are kept from the person" in program("show", "palermo").out
    assert json.loads(program("show", "palermo", "--format", "json").out)["id"] == "palermo"


def test_services_for_a_persons_circumstances() -> None:
    options = ("--gender", "man", "--age", "adult", "--need", "shelter", "--identity-card", "no")
    finished = program("services", "--place", "hk", *options)

    assert finished.code == 0
    assert "In danger now: 999" in finished.out
    assert "Caritas men's hostel 明愛勵苑 - ask first" in " ".join(finished.out.split())
    assert "Bethune House: it is for: woman or girl" in finished.out


def test_services_as_data_and_as_markdown() -> None:
    data = json.loads(program("services", "--need", "anti-trafficking", "--format", "json").out)
    assert "iom-hong-kong" in [service["id"] for service in data["services"][0]["services"]]
    assert program("services", "--need", "shelter", "--format", "markdown").out.startswith("# Services: Hong Kong\n")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--place", "hkk"), "there is no directory for 'hkk'. Did you mean 'hk'?"),
        (("--need", "sheltr"), "--need cannot be 'sheltr'. Did you mean 'shelter'?"),
        (("--age", "old"), "--age cannot be 'old'. Known: child, adult, unsure."),
        *(
            ((f"--{name}", "maybe"), f"--{name} cannot be 'maybe'. Known: yes, no.")
            for name in ("identity-card", "may-stay", "with-children", "abroad", "police", "seeks-protection")
        ),
        (
            ("card", "--safe-to-carry", "maybe"),
            "--safe-to-carry cannot be 'maybe'. Known: yes, no.",
        ),
        (("--situation", "xyz"), "--situation cannot be 'xyz'. Known: domestic-work, other-work, fishing,"),
    ],
)
def test_services_with_unknown_words_is_bad_usage(options: tuple[str, ...], error: str) -> None:
    finished = program("services", *options)

    assert (finished.code, finished.out) == (2, "")
    assert error in finished.err


def test_what_is_built_in_is_clean() -> None:
    # Each set is checked in tests/lint/test_rules.py, too.
    sets = [CHECKOUT / "indicators" / name for name in one_in(len(set_ids()), set_ids())]
    finished = program("check", *map(str, (*sets, CHECKOUT / "referrals", CHECKOUT / "glossary")))

    files = [path for name in ("referrals", "glossary") for path in (CHECKOUT / name).glob("*.yaml")]
    checked = len(sets) + len(files)
    assert finished.code == 0
    assert f"{checked} checked, 0 problems" in finished.out


def test_vignettes_are_run_and_counted() -> None:
    # Each vignette comes to its key in tests/sets/test_vignettes.py.
    sets = [CHECKOUT / "indicators" / name for name in one_in(2, set_ids()[::-1])]
    finished = program("test", *map(str, sets))

    assert finished.code == 0
    assert finished.out.endswith(" passed, 0 failed\n")


def test_a_vignette_with_a_wrong_key_fails_and_says_what_differs(tmp_path: Path) -> None:
    folder = tmp_path / "small"
    for source in (CHECKOUT / "indicators" / "first-contact").rglob("*.yaml"):
        target = folder / source.relative_to(CHECKOUT / "indicators" / "first-contact")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(source.read_text().replace("level: some_concern\n  bounds", "level: none_recorded\n  bounds"))

    finished = program("test", str(folder))

    assert finished.code == 1
    assert "level: the key says none_recorded, but the result is some_concern" in finished.out


@pytest.mark.parametrize("command", ["check", "test"])
def test_a_path_without_a_set_is_bad_usage(command: str, tmp_path: Path) -> None:
    finished = program(command, str(tmp_path))

    assert finished.code == 2
    assert "Traceback" not in finished.err


def test_an_unknown_schema_is_bad_usage() -> None:
    finished = program("schema", "sets")

    assert (finished.code, finished.out) == (2, "")
    assert "KIND cannot be 'sets'. Did you mean 'set'?" in finished.err


# What has to be read, the place, the card, the agreement, and no to all that is asked first.
URGENT = ["n" for stage, _, _ in find_set("palermo").questions() if stage == "urgent"]
TO_THE_AGE = ["", "hk", "", "y", *URGENT]
# After finishing, the turn and the review.
RUN = [*TO_THE_AGE, "adult", "f", "", "r"]


def test_run_without_a_terminal_reads_stdin_and_prints_only_the_result_to_stdout() -> None:
    finished = program("run", "palermo", given="\n".join(RUN) + "\n")

    assert finished.code == 0
    assert finished.out.lstrip().startswith("Result\n\nTOO LITTLE KNOWN: ")
    assert "Ask: How old are you?" in finished.err
    assert "TOO LITTLE KNOWN" not in finished.err


@pytest.mark.parametrize(("format_", "start"), [("markdown", "# Result"), ("json", "{")])
def test_run_shows_its_result_in_other_formats(format_: str, start: str) -> None:
    assert program("run", "--format", format_, given="\n".join(RUN) + "\n").out.startswith(start)


@pytest.mark.parametrize(("streams", "code"), [("<&-", 2), (">&-", 0)], ids=["stdin", "stdout"])
def test_a_closed_stream_is_no_fault_of_the_program(streams: str, code: int) -> None:
    command = "demo" if code == 0 else "run"
    finished = subprocess.run(
        ["sh", "-c", f'exec "$@" {streams}', "sh", *PROGRAM, command], capture_output=True, timeout=60, check=False
    )

    assert finished.returncode == code
    assert b"fault in this program" not in finished.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_a_line() -> None:
    finished = subprocess.run(
        ["sh", "-c", 'exec "$@" > /dev/full', "sh", *PROGRAM, "sets"], capture_output=True, timeout=60, check=False
    )

    assert finished.returncode == 2
    assert finished.stderr.startswith(b"screening: this cannot be read or written:")


def test_input_that_ends_too_early_is_bad_input() -> None:
    finished = program("run", given="\nhk\n")

    assert (finished.code, finished.out) == (2, "")
    assert finished.err.endswith("the input ended before the screening did. Give a line for every question.\n")


def test_what_the_terminal_keeps_is_explained_before_the_first_question() -> None:
    err = program("run", given="").err

    assert err.index("Questions: palermo") < err.index("has no history")
    assert "Mark:" not in err


# --- going on with a code, and the menu ---


def paused(*typed: str) -> str:
    """The answer code of a screening that is paused after these lines, and ended there."""
    err = program("run", given="\n".join([*typed, "p", "e"]) + "\n").err
    rows = re.findall(r"^ +[0-9]+(?: to [0-9]+)?   (.*)$", err[err.index("Answer code") :], re.MULTILINE)
    return "-".join("  ".join(rows).split())


def test_a_pause_ends_with_a_code_and_without_a_result() -> None:
    finished = program("run", given="\n".join([*RUN[:5], "p", "e"]) + "\n")

    assert (finished.code, finished.out) == (0, "")
    assert "Too little" not in finished.err


def test_a_screening_goes_on_from_its_code_and_comes_to_the_same_result() -> None:
    code = paused(*TO_THE_AGE, "adult")
    finished = program("resume", given="\n".join([code, "", "", "", "y", "f", "", "r"]) + "\n")

    assert finished.code == 0
    # The place and the age, besides.
    assert f"{len(URGENT) + 2} answers carried over." in finished.err
    assert "How old are you?" not in finished.err
    assert finished.out == program("run", given="\n".join(RUN) + "\n").out


def test_a_mistyped_code_is_asked_for_again() -> None:
    code = paused(*TO_THE_AGE, "adult")
    groups = code.split("-")
    wrong = "-".join([*groups[:1], f"{groups[1][:4]}{'1' if groups[1][4] == '0' else '0'}", *groups[2:]])
    finished = program("resume", given=f"{wrong}\n2 {groups[1]}\n")

    assert "There is a mistake in group 2." in finished.err
    assert "carried over" not in finished.err
    assert "Before you begin" in finished.err


@pytest.mark.parametrize("command", [["resume"], []], ids=["resume", "menu"])
def test_a_code_is_no_argument(command: list[str]) -> None:
    finished = program(*command, "RPE7B-V0GZW")

    assert finished.code == 2
    assert finished.out == ""


def test_nothing_typed_for_a_code_is_the_end() -> None:
    finished = program("resume", given="\n")

    assert (finished.code, finished.out) == (0, "")


def test_without_a_command_there_is_a_menu() -> None:
    finished = program(given="9\n")

    assert (finished.code, finished.out) == (0, "")
    for words in ("Start a screening", "First contact", "Find a service", "Go on with an answer code", "Leave"):
        assert words in finished.err


@pytest.mark.parametrize(
    ("typed", "comes"),
    [
        (["1"], "Questions: palermo"),
        (["2"], "Questions: first-contact"),
        (["3"], "Questions: child"),
        (["4"], "Questions: self-check"),
        (["5"], "Which place?"),
        (["6"], "Which place?"),
        (["6", "1", "shelter", "y", "b", "b", "b", "7"], "Type the answer code."),
        (["6", "1", "anything", "y"], "Useful numbers"),
        (["7"], "Type the answer code."),
        (["5", "b", "7"], "Type the answer code."),
        (["7", "", "5"], "Which place?"),
        (["5", "1", "shelter", *["s"] * 9], "In danger now: 999"),
        (["8", "1", "1"], "trafficking in persons: 販運人口"),
        (["8", "1", "1", "debt bondage"], "債役"),
        (["8", "1", "1", "debt bondage", "", "b", "b", "b", "5"], "Which place?"),
        (["8", "2"], "There are none."),
        (["8", "2", "", "b", "5"], "Which place?"),
    ],
)
def test_from_the_menu_everything_can_be_begun_and_gone_back_from(typed: list[str], comes: str) -> None:
    err = program(given="".join(f"{line}\n" for line in typed)).err

    assert comes in err[err.index("> ") :]


def test_the_menu_plays_an_example_which_leads_back_to_it() -> None:
    finished = program(given="8\n3\ne\n9\n")

    assert finished.code == 0
    played = finished.err.index("An invented case: The quiet kitchen")
    assert "What would you like to do?" in finished.err[played:]


def test_not_now_gives_steps_and_a_number_and_no_level() -> None:
    finished = program("run", given="\nhk\n\nn\n")

    assert (finished.code, finished.out) == (0, "")
    assert "Stop here. Do not press." in finished.err
    assert "999" in finished.err
    assert "Too little" not in finished.err


def test_nothing_leaks_when_something_breaks(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from screening.commands import exit_codes

    def broken() -> int:
        answers = {"papers": "kept"}
        raise RuntimeError(f"could not use {answers}")

    assert exit_codes.run_command(broken, lambda: ENGLISH) == 3
    told = capsys.readouterr().err
    assert "RuntimeError at test_commands.py:" in told
    assert "papers" not in told
    assert "Traceback" not in told


def test_ctrl_c_is_a_quick_exit() -> None:
    from screening.commands import exit_codes

    def interrupted() -> int:
        raise KeyboardInterrupt

    assert exit_codes.run_command(interrupted, lambda: ENGLISH) == 130
