"""The hooks that others put before their commits do what they say, and the manual names them rightly."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from screening.writing.templates import new_set
from tests.support.folders import write
from tests.support.inside import run_inside

TOP = Path(__file__).resolve().parents[1]
HOOKS: list[dict[str, Any]] = yaml.safe_load((TOP / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
EXAMPLE = re.compile(r"```yaml\n(# \.pre-commit-config\.yaml\n.*?)```", re.DOTALL)
every_hook = pytest.mark.parametrize("hook", HOOKS, ids=[hook["id"] for hook in HOOKS])


def command(hook: dict[str, Any]) -> list[str]:
    """What a hook runs, after the name of the program."""
    program, *arguments = shlex.split(hook["entry"])
    assert program == "screening"
    return [*arguments, *hook["args"]]


@every_hook
def test_a_hook_passes_a_sound_set_and_stops_one_whose_case_comes_to_something_else(
    hook: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files = new_set("our-house")
    write(tmp_path / "our-house", files)
    monkeypatch.chdir(tmp_path)

    assert run_inside(monkeypatch, *command(hook)).code == 0

    case = next(name for name in files if name.startswith("vignettes/"))
    (tmp_path / "our-house" / case).write_text(
        re.sub(r"level: \w+", "level: none_recorded", files[case]), encoding="utf-8"
    )

    assert run_inside(monkeypatch, *command(hook)).code == 1


@every_hook
@pytest.mark.parametrize("file", ["our-house/set.yaml", "our-house/sections/life.yaml", "referrals/hk.yml"])
def test_a_hook_runs_where_a_file_of_a_set_or_directory_was_changed(hook: dict[str, Any], file: str) -> None:
    assert re.search(hook["files"], file)
    # What a file makes sense with is not among those that were changed.
    assert hook["pass_filenames"] is False


def test_the_manual_names_hooks_that_there_are_with_options_that_they_have() -> None:
    (example,) = EXAMPLE.findall((TOP / "docs" / "writing-a-set.md").read_text(encoding="utf-8"))
    (repository,) = yaml.safe_load(example)["repos"]

    assert [hook["id"] for hook in repository["hooks"]] == [hook["id"] for hook in HOOKS]


def test_our_own_hooks_run_what_the_full_run_runs() -> None:
    (repository,) = yaml.safe_load((TOP / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]
    full_run = (TOP / ".ci" / "run").read_text(encoding="utf-8")

    for hook in repository["hooks"]:
        # Only the files that were changed are looked at before a commit, and none is altered in the full run.
        begun = hook["entry"].removesuffix(" --force-exclude")
        assert f"\n{begun}" in full_run
