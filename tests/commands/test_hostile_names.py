"""Every command with names that speak to the terminal: none of them gets there, in any format, and errors are one line."""

import json
import os
import shutil
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.lint.wise import DIRECTORY, as_yaml, read, wise
from tests.support.hidden import SPEAKS, WHOLE, hidden_in
from tests.support.inside import run_inside
from tests.support.program import Finished
from tests.support.thorough import one_in

POSIX = os.name == "posix"
# JSON has no half characters.
IN_JSON = SPEAKS.replace("\udcff", "")
# An argument cannot hold the first, and of halves of characters only those that stand for a byte.
LONG = WHOLE.replace("\0", "") + "\udcff"
FORMATS = ("terminal", "markdown", "json", "html")
RUN = Callable[..., Finished]

pytestmark = pytest.mark.skipif(not POSIX, reason="such names can only be given on POSIX systems")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> RUN:
    """Runs the program; it may fail, but not by a fault of its own, and nothing that it writes speaks."""

    def checked(*arguments: str, given: str = "", **variables: str) -> Finished:
        finished = run_inside(monkeypatch, *arguments, given=given, variables=variables)
        assert finished.code in {0, 1, 2}, finished.err
        assert not hidden_in(finished.out)
        assert not hidden_in(finished.err)
        if finished.code == 0 and "json" in arguments:
            json.loads(finished.out)
        return finished

    return checked


ONE_LINE = [
    ("demo", LONG),
    ("demo", "--indicators", SPEAKS),
    ("run", SPEAKS),
    ("sets", "--indicators", SPEAKS),
    ("show", SPEAKS),
    ("show", "palermo", "--indicators", SPEAKS),
    ("services", "--services", SPEAKS),
    *(("services", f"--{name}", LONG) for name in ("language", "district")),
    ("services", "--place", f"hk{SPEAKS}", "--district", "x"),
    ("services", "--at", LONG),
    ("glossary", LONG),
    ("glossary", "--format", "json", LONG),
    ("check", SPEAKS),
    ("check", ".", "--today", LONG),
    ("test", SPEAKS),
    ("new", LONG),
    ("new", SPEAKS),
    ("new", "ours", "--extends", LONG),
    ("score", SPEAKS),
]


@pytest.mark.parametrize(
    "arguments", ONE_LINE, ids=lambda given: " ".join(given)[:30].encode("unicode_escape").decode()
)
def test_an_error_with_what_was_typed_in_it_is_one_line(arguments: tuple[str, ...], run: RUN) -> None:
    finished = run(*arguments)

    assert (finished.code, finished.out) == (2, "")
    assert finished.err.count("\n") == 1


@pytest.mark.parametrize("typed", [LONG, SPEAKS], ids=["every", "some"])
@pytest.mark.parametrize(
    "before",
    [
        (),
        ("demo", "x"),
        ("schema",),
        *(("services", f"--{name}") for name in ("format", "need", "situation", "age", "police", "safe-to-carry")),
        ("check", "--format"),
        ("show",),
        ("run", "--format"),
        ("schema", "set"),
    ],
    ids=" ".join,
)
def test_usage_errors_do_not_say_what_was_typed_as_it_was(before: tuple[str, ...], typed: str, run: RUN) -> None:
    for mistyped in (typed, f"--{typed}", f"-{typed}", f"--format={typed}", f"--plain{typed}"):
        finished = run(*before, mistyped)

        assert (finished.code, finished.out) == (2, "")


@pytest.mark.parametrize("variable", ["SCREENING_PATH", "SCREENING_SERVICES"])
def test_nor_do_errors_of_the_environment(variable: str, run: RUN) -> None:
    finished = run("sets" if variable == "SCREENING_PATH" else "services", **{variable: SPEAKS.replace(":", "")})

    assert finished.code == 2


@pytest.mark.parametrize("format_", FORMATS)
def test_a_place_without_a_directory_may_be_called_anything(format_: str, run: RUN) -> None:
    for command in ("list", "stale"):
        finished = run("services", command, "--place", LONG, "--format", format_)

        assert (finished.code, finished.out) == (2, "")


@pytest.mark.parametrize("command", [(), ("resume",), ("run",), ("run", "first-contact", "--plain")], ids=" ".join)
def test_nothing_that_is_typed_comes_back_as_it_was(command: tuple[str, ...], run: RUN) -> None:
    typed = SPEAKS.replace("\n", "").replace("\r", "")
    code = f"RPE7B-{typed}-V0GZW-{LONG}".replace("\n", "").replace("\r", "")

    run(*command, given="\n".join(["4", code, f"2 {typed}", "", "hk", "?", typed, code]) + "\n")


def test_a_pasted_code_is_shown_with_what_is_wrong_in_it(run: RUN) -> None:
    err = run("resume", given="RPE7B-\x1b]52;c;eA==\x07\x9b-V0GZW\n").err

    assert "\\x1b" in err
    assert "\\x9b" in err


def test_ids_of_records_come_back_escaped_and_whole(run: RUN) -> None:
    lines = [json.dumps({"id": WHOLE, "answers": answers}) for answers in ({}, {IN_JSON: "yes"}, {"papers": WHOLE})]

    finished = run("score", "palermo", given="\n".join(lines) + "\n")

    told = [json.loads(line) for line in finished.out.splitlines()]
    assert [each["id"] for each in told] == [WHOLE] * 3
    assert "level" in told[0]
    assert "error" in told[1]


# --- files ---


def file_name(text: str) -> str:
    return text.replace("/", "").replace("\0", "")


@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_names_of_files_and_folders(format_: str, tmp_path: Path, run: RUN) -> None:
    read(tmp_path / "plain", wise())
    folder = tmp_path / file_name(SPEAKS)
    shutil.copytree(tmp_path / "plain", folder)
    broken = folder / "set" / "sections" / f"{file_name(SPEAKS)}.yaml"
    broken.write_text("id: [\n", encoding="utf-8")
    (folder / "referrals" / f"{file_name(SPEAKS)}.yaml").write_text("place: 1\n", encoding="utf-8")

    for path in (folder / "set", folder / "referrals", broken, folder):
        out = run("check", str(path), "--format", format_).out
        if format_ == "json" and path == broken:
            assert str(broken) in [problem["file"] for problem in json.loads(out)["problems"]]
    if format_ != "text":
        return
    problems = run("check", str(broken)).out
    assert (
        len(problems.splitlines())
        == problems.count("[yaml]") + problems.count("[shape]") + problems.count("[refer") + 1
    )
    for arguments in (["show"], ["run"], ["score"], ["test"]):
        assert run(*arguments, str(folder / "set")).code == 2
    assert run("services", "--services", str(folder / "referrals" / f"{file_name(SPEAKS)}.yaml")).code == 2
    broken.unlink()
    for arguments in (["show"], ["test"]):
        assert run(*arguments, str(folder / "set")).code == 0
    assert "sound" in run("sets", "--indicators", str(folder)).out
    assert run("sets", "--indicators", str(folder), "--indicators", str(tmp_path / "plain")).code == 2
    assert run("new", "ours", "--in", str(folder)).code == 0
    assert run("new", "ours", "--in", str(folder)).code == 2
    assert run("new", "more", "--in", str(folder), "--extends", "sound", "--indicators", str(folder)).code == 0


def test_a_circle_of_sets_is_told_with_their_names_visible(tmp_path: Path, run: RUN) -> None:
    for name, other in (("a", "b\x1b[2J\u202e"), ("b\x1b[2J\u202e", "a")):
        (tmp_path / name).mkdir()
        told = json.dumps({"id": name, "version": "1", "title": "T", "extends": other, "sections": []})
        (tmp_path / name / "set.yaml").write_text(told, encoding="utf-8")

    for command in (["sets"], ["show", "a"], ["run", "a"], ["check", str(tmp_path)]):
        # A broken set is passed over where sets are listed, and named.
        assert run(*command, "--indicators", str(tmp_path)).code in ({0} if command == ["sets"] else {1, 2})


def hostile(data: dict[str, Any], text: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The data with this text in the place of each text and key in turn, and before it, with the name of the file."""
    for file, content in data.items():
        for path in _paths(content):
            for name in (text, *([f"{path[-1]}{text}"] if isinstance(path[-1], str) else [])):
                changed = deepcopy(data)
                options = changed[file]
                for step in path[:-1]:
                    options = options[step]
                if isinstance(options[path[-1]], str) and name == text:
                    options[path[-1]] += text
                elif isinstance(options, dict):
                    options[name] = options.pop(path[-1])
                yield file, changed


def _paths(content: Any) -> Iterator[tuple[str | int, ...]]:
    for step, part in content.items() if isinstance(content, dict) else enumerate(content):
        yield (step,)
        if isinstance(part, dict | list):
            yield from ((step, *rest) for rest in _paths(part))


IN_FILES = SPEAKS.replace("\udcff", "\ud800")


@pytest.mark.parametrize("number", one_in(40, range(40)))
def test_texts_and_keys_of_files(number: int, tmp_path: Path, run: RUN) -> None:
    variants = list(hostile(wise(), IN_FILES))[number::40]
    read(tmp_path, wise())
    for turn, (file, data) in enumerate(variants):
        path = tmp_path / file if file == DIRECTORY else tmp_path / "set" / file
        sound = path.read_text(encoding="utf-8")
        # With escapes, as YAML has them for what is not printed, and with the characters themselves.
        written = as_yaml(data[file])
        raw = (
            written.replace("\\e", "\x1b").replace("\\u202E", "\u202e").replace("\\x9B", "\x9b").replace("\\b", "\x08")
        )
        for text in (written, raw):
            path.write_text(text, encoding="utf-8")
            format_ = ("text", "json", "github")[turn % 3]
            run("check", str(tmp_path / "set"), str(tmp_path / "referrals"), "--format", format_)
        run("show", str(tmp_path / "set"))
        run("services", "--services", str(tmp_path / DIRECTORY))
        path.write_text(sound, encoding="utf-8")


def test_what_reading_lets_pass_is_visible_in_a_whole_screening(tmp_path: Path, run: RUN) -> None:
    data = wise()
    # Forbidden in files are only those that turn or control; these others hide.
    text = "\u200b\ufeff\xad\u200e\u061c\ue000\u2060\U000e0041\u200d"
    for section in ("sections/main.yaml", "sections/looks.yaml"):
        for question in data[section]["questions"]:
            question["record"] += text
            for option in question.get("options", []):
                option["label"] += text
    for pathway in data["guidance.yaml"]:
        pathway["title"] += text
        pathway["do"] = [f"{each}{text}" for each in pathway["do"]]
    data["set.yaml"]["title"] += text
    read(tmp_path, data)
    assert run("show", str(tmp_path / "set")).code == 0
    for format_ in FORMATS:
        finished = run(
            "run",
            str(tmp_path / "set"),
            "--plain",
            "--format",
            format_,
            given="\n" * 2 + "adult\ns\n?\nf\n" + "\nr\n" * 9,
        )
        assert finished.code == 0
        assert ("\\\\u200b" if format_ == "markdown" else "\\u200b") in finished.out
