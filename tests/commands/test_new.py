"""`new`, and the sets of other folders in every command that names a set."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.support.folders import SOUND, write
from tests.support.program import Finished, program
from tests.support.walks import walk

ABOUT = 'id: mine\nversion: "3"\ntitle: Mine\nextends: first-contact\ncard: [Only one thing]\n'
# Every command that names a set, with the words by which it shows that it found this one.
FINDS = {
    "sets": (("sets",), "mine (version 3): Mine"),
    "show": (("show", "mine"), "Mine (mine, version 3)"),
    "run": (("run", "mine", "--plain"), "Only one thing"),
    "score": (("score", "mine"), '"level"'),
    "demo": (("demo", "--all", "mine/one-thing"), "Only one thing"),
}
GIVEN = {"score": '{"id": 1, "answers": {"papers": "yes"}}\n', "run": "\n1\n"}


@pytest.fixture
def mine(tmp_path: Path) -> Path:
    """A folder with a set in it."""
    write(tmp_path / "sets" / "mine", {"set.yaml": ABOUT})
    return tmp_path / "sets"


@pytest.fixture(autouse=True)
def _no_search_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SCREENING_PATH", raising=False)


# --- new -------------------------------------------------------------------------------------------------------------


def new(folder: Path, *arguments: str) -> Finished:
    if not folder.exists():
        folder.mkdir(parents=True)
    return program("new", *arguments, "--in", str(folder))


def test_what_is_written_passes_the_check_and_its_own_tests(tmp_path: Path) -> None:
    written = new(tmp_path, "our-house")
    checked = program("check", str(tmp_path / "our-house"))
    tested = program("test", str(tmp_path / "our-house"))

    assert (written.code, written.err) == (0, "")
    assert (checked.code, checked.out) == (0, "1 checked, 0 problems\n")
    assert (tested.code, tested.out.split("\n")[-2]) == (0, "3 passed, 0 failed")


def test_it_says_what_was_written_and_each_command_that_it_names_works(tmp_path: Path) -> None:
    out = new(tmp_path, "our-house").out

    assert f"Written to {tmp_path}/our-house: set.yaml, indicators.yaml, " in out
    commands = [line.split("    ")[0].split() for line in out.split("\n") if line.startswith("  screening ")]
    assert [command[1] for command in commands] == ["check", "test", "run"]
    assert [program(*command[1:]).code for command in commands[:2]] == [0, 0]


def test_a_set_that_extends_another_is_written_and_passes_its_tests(tmp_path: Path) -> None:
    written = new(tmp_path, "ours", "--extends", "palermo")
    tested = program("test", str(tmp_path / "ours"))

    assert (written.code, written.err) == (0, "")
    assert tested.code == 0
    assert "passed ours/ours-again" in tested.out
    assert "passed ours/quiet-kitchen" in tested.out


def test_a_question_that_counts_may_be_added_to_it_and_the_inherited_cases_still_pass(tmp_path: Path) -> None:
    new(tmp_path, "ours", "--extends", "palermo")
    section = tmp_path / "ours" / "sections" / "own.yaml"
    question = """\
  - id: ours-telephone
    ask: Where is your telephone at night?
    ask_self: Where is your telephone at night?
    listen: Kept by a boss.
    why: To be cut off is to be held.
    record: Somebody locks the telephone away
    shows: [ours-locked-telephone]
"""
    section.write_text(section.read_text(encoding="utf-8") + question, encoding="utf-8")
    (tmp_path / "ours" / "indicators.yaml").write_text(
        "- {id: ours-locked-telephone, states: The telephone is locked away, brief: Telephone locked away,\n"
        "   dimension: coercion_at_destination,\n"
        "   strength: medium, source: {grade: project}, strength_source: {grade: project}}\n",
        encoding="utf-8",
    )

    assert program("check", str(tmp_path / "ours")).out == "1 checked, 0 problems\n"
    assert " 0 failed" in program("test", str(tmp_path / "ours")).out


def test_one_that_extends_a_set_of_another_folder_says_how_to_name_it(mine: Path, tmp_path: Path) -> None:
    out = new(tmp_path, "ours", "--extends", "mine", "--indicators", str(mine)).out

    command = next(line.split("    ")[0].split() for line in out.split("\n") if "screening test" in line)
    assert program(*command[1:]).code == 0


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("Our House",), "'Our House' cannot be the id of a set. Use small letters, digits, and - or _ between them."),
        (("../ours",), "'../ours' cannot be the id of a set."),
        (("",), "'' cannot be the id of a set."),
        (("a" * 51,), "the id has 51 characters; at most 50 fit."),
        (("palermo",), "there is already a set 'palermo', built in. Choose another id."),
        (("ours", "--extends", "palerm"), "there is no set 'palerm' to extend. Did you mean 'palermo'?"),
        (("ours", "--indicators", "nowhere"), "there is no folder nowhere, which --indicators names."),
    ],
    ids=["capitals", "a path", "nothing", "too long", "taken", "nothing to extend", "no folder"],
)
def test_what_cannot_be_is_bad_input_and_writes_nothing(arguments: tuple[str, ...], says: str, tmp_path: Path) -> None:
    finished = new(tmp_path, *arguments)

    assert (finished.code, finished.out) == (2, "")
    assert finished.err.startswith(f"screening: {says}")
    assert finished.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "name", ["con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(10))]
)
def test_what_windows_keeps_for_devices_is_no_name_on_any_system(name: str, tmp_path: Path) -> None:
    finished = new(tmp_path, name)

    assert (finished.code, finished.out) == (2, "")
    assert finished.err == (
        f"screening: no folder can be called {name!r} on Windows, where it means a device. Choose another id.\n"
    )
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["con.txt", "nul.", "aux ", "CON", "com\N{SUPERSCRIPT ONE}", "con.yaml", "conin$"])
def test_nor_is_any_other_form_of_these(name: str, tmp_path: Path) -> None:
    finished = new(tmp_path, name)

    assert (finished.code, finished.err.count("\n")) == (2, 1)
    assert f"{name!r} cannot be the id of a set." in finished.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["cons", "com", "com10", "aux-1"])
def test_a_name_that_only_looks_like_one_of_these_is_one(name: str, tmp_path: Path) -> None:
    assert new(tmp_path, name).code == 0
    assert (tmp_path / name / "set.yaml").is_file()


def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()

    finished = new(tmp_path, "ours")

    assert (finished.code, finished.out) == (2, "")
    assert finished.err == (
        f"screening: {tmp_path}/ours already exists, and nothing was written. Choose another id or --in.\n"
    )
    assert list((tmp_path / "ours").iterdir()) == []


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_bad_input(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)

    assert new(tmp_path, "ours").code == 2


@pytest.mark.parametrize("words", [("ours",), ("directory", "np"), ("directory", "ours", "--adds-to", "hk")])
@pytest.mark.parametrize("typed", ["our-stes", "our-stes/mine", "far/away"])
def test_no_folder_is_made_of_a_typing_mistake(words: tuple[str, ...], typed: str, tmp_path: Path) -> None:
    (tmp_path / "our-sets").mkdir()

    finished = program("new", *words, "--in", str(tmp_path / typed))

    near = f"Did you mean '{tmp_path / 'our-sets'}'? If not, make it first." if typed.startswith("our") else None
    assert (finished.code, finished.out) == (2, "")
    assert finished.err == (
        f"screening: there is no folder {tmp_path / typed}, which --in names. "
        f"{near or 'Make it first, or name another one.'}\n"
    )
    assert [each.name for each in tmp_path.rglob("*")] == ["our-sets"]


def test_a_file_in_the_way_of_a_folder_is_bad_input(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")

    finished = new(tmp_path / "file", "ours")

    assert (finished.code, finished.out) == (2, "")
    assert (tmp_path / "file").read_text() == "mine"


# --- sets of other folders -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", FINDS)
@pytest.mark.parametrize("where", ["before", "after", "environment"])
def test_a_set_of_another_folder_is_found_by_every_command(
    command: str, where: str, mine: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments, says = FINDS[command]
    option: tuple[str, ...] = ("--indicators", str(mine))
    if where == "environment":
        monkeypatch.setenv("SCREENING_PATH", f"{mine.parent}{os.pathsep}{mine}")
        option = ()
    ordered = (*arguments, *option) if where == "after" else (*option, *arguments)

    finished = program(*ordered, given=GIVEN.get(command, ""))

    # What is asked goes beside the result.
    assert says in finished.out + finished.err


def test_folders_before_and_after_the_command_and_in_the_environment_all_count(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("b", "c"):
        write(tmp_path / name / name, {**SOUND, "set.yaml": SOUND["set.yaml"].replace("sound", name)})
    monkeypatch.setenv("SCREENING_PATH", str(tmp_path / "c"))

    out = program("--indicators", str(mine), "sets", "--indicators", str(tmp_path / "b")).out

    assert all(f"{name} (version " in out for name in ("mine", "b", "c", "palermo"))


def test_the_list_says_where_each_set_is_from_and_what_it_extends(mine: Path) -> None:
    # A long path is torn where no row holds it.
    out = "".join(program("sets", "--indicators", str(mine)).out.split())

    assert "for:officer;9questions;builtin" in out
    assert f"from{mine}/mine;extendsfirst-contact,version1" in out


def test_test_and_check_find_what_a_set_extends_there(mine: Path, tmp_path: Path) -> None:
    top = write(tmp_path / "top", {"set.yaml": 'id: top\nversion: "1"\ntitle: Top\nextends: mine\n'})

    tested = program("test", str(top), "--indicators", str(mine))

    assert (tested.code, tested.out.split("\n")[0]) == (0, "passed top/because-of-the-loan")
    assert "there is no set 'mine' to extend" in program("check", str(top)).out
    assert "there is no set" not in program("check", str(top), "--indicators", str(mine)).out


@pytest.mark.parametrize("command", [*(arguments for arguments, _ in FINDS.values()), ("resume",)], ids=lambda c: c[0])
def test_a_folder_that_is_not_there_is_bad_input_in_one_line(
    command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    finished = program(*command, "--indicators", "nowhere")
    monkeypatch.setenv("SCREENING_PATH", "not-there")
    from_environment = program(*command)

    assert (finished.code, finished.out) == (2, "")
    assert finished.err == "screening: there is no folder nowhere, which --indicators names. Check the path.\n"
    assert from_environment.err == (
        "screening: there is no folder not-there, which SCREENING_PATH names. Check the path.\n"
    )


def test_a_set_with_a_built_in_id_is_told_with_both_places(tmp_path: Path) -> None:
    write(tmp_path / "x", {"set.yaml": SOUND["set.yaml"].replace("id: sound", "id: palermo")})

    finished = program("sets", "--indicators", str(tmp_path))

    assert (finished.code, finished.out) == (2, "")
    assert finished.err.startswith(f"{tmp_path}/x/set.yaml:1:5: there is already a set 'palermo', in ")
    assert "indicators/palermo" in finished.err


# --- what a result says ----------------------------------------------------------------------------------------------

TYPED = "\n".join(stop.line for stop in walk("first-contact")) + "\n"


def test_a_result_says_what_its_set_extends(mine: Path) -> None:
    arguments = ("run", "mine", "--plain", "--indicators", str(mine))

    as_text = " ".join(program(*arguments, given=TYPED).out.split())
    as_data = program(*arguments, "--format", "json", given=TYPED).out
    as_markdown = program(*arguments, "--format", "markdown", given=TYPED).out

    says = "Made with: mine, version 3, extends first-contact, version 1, "
    assert says in as_text
    assert says in as_markdown
    made_with = json.loads(as_data[as_data.index("{\n") :])["set"]
    assert made_with["extends"] == {"id": "first-contact", "version": "1"}
    assert (
        json.loads(program("show", "mine", "--format", "json", "--indicators", str(mine)).out)["extends"]
        == (made_with["extends"])
    )


def test_a_screening_with_a_set_of_another_folder_is_resumed_where_that_folder_is_named(mine: Path) -> None:
    paused = program("run", "mine", "--plain", "--indicators", str(mine), given="\n1\np\n").err
    code = "".join(re.findall(r"^ +\d+(?: to \d+)? +([0-9A-Z ]+)$", paused, re.MULTILINE))
    assert code.startswith("R")

    known = program("resume", "--plain", "--indicators", str(mine), given=f"{code}\n").err
    unknown = program("resume", "--plain", given=f"{code}\n").err

    assert "\nQuestions: mine\n" in known
    assert "\nQuestions: mine\n" not in unknown
