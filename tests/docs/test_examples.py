"""The examples in the manual are what they say: the tutorial is carried out, and what is only a part fits where it belongs."""

import json
import re
import textwrap
from pathlib import Path
from typing import NamedTuple

import pytest

from screening.lint import set_findings
from screening.reading.schemas import FILES
from screening.reading.set_catalog import data_folder
from screening.reading.set_files import SetFiles
from screening.reading.sets import find_set, read_set
from screening.reading.shape import shape
from screening.reading.yaml_text import read_yaml
from screening.sets.model import SetFile
from screening.sets.questions import Section
from screening.writing.templates import extending_set, new_set
from tests.support.folders import write

MANUAL = Path(__file__).resolve().parents[2] / "docs" / "writing-a-set.md"
TEXT = MANUAL.read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_STEP = re.compile(
    r"# (?P<set>[a-z-]+)/(?P<file>[a-z-]+(?:/[a-z-]+)?\.yaml), (?P<how>new|at the end|at the beginning)\n"
)
_PARTS = {
    # What a part stands in, and what it is then.
    "# a part of set.yaml\n": ('id: x\nversion: "1"\ntitle: T\nsections: []\n', "", SetFile),
    "# questions of a section\n": ("id: x\nquestions:\n", "  ", Section),
}
# Not a file of a set: tests/test_hooks.py looks at it.
_OF_HOOKS = "# .pre-commit-config.yaml\n"


class Step(NamedTuple):
    """One change of the tutorial."""

    set_id: str
    file: str
    how: str
    text: str


def blocks(language: str) -> list[str]:
    """The examples in a language."""
    return [text for name, text in _BLOCK.findall(TEXT) if name == language]


def steps() -> list[Step]:
    """The changes of the tutorial, in order."""
    matches = [(match, text) for text in blocks("yaml") if (match := _STEP.match(text)) is not None]
    return [Step(match["set"], match["file"], match["how"], text[match.end() :]) for match, text in matches]


STEPS = steps()
PARTS = [text for text in blocks("yaml") if not _STEP.match(text) and not text.startswith(_OF_HOOKS)]


def carried_out(folder: Path, set_id: str, number: int | None = None, change: tuple[str, str] = ("", "")) -> SetFiles:
    """The set of the tutorial after so many of its steps, all where no number is given."""
    begun = new_set(set_id) if set_id == "our-house" else extending_set(set_id, find_set("palermo"))
    files = dict(begun)
    for step in [step for step in STEPS if step.set_id == set_id][:number]:
        before = files.get(step.file, "")
        text = step.text.replace(*change) if change[0] else step.text
        files[step.file] = {"new": text, "at the end": before + text, "at the beginning": text + before}[step.how]
    return read_set(write(folder / set_id, files))


def test_every_yaml_example_is_a_step_or_a_part() -> None:
    strangers = [text for text in PARTS if text.split("\n")[0] + "\n" not in _PARTS]

    assert strangers == []
    assert {step.set_id for step in STEPS} == {"our-house", "our-palermo"}
    assert len(STEPS) >= 10


def test_a_step_at_the_end_or_the_beginning_is_of_a_file_that_is_there_by_then() -> None:
    there = {("our-house", name) for name in new_set("our-house")}
    for step in STEPS:
        assert step.how == "new" or (step.set_id, step.file) in there, step
        there.add((step.set_id, step.file))


@pytest.mark.parametrize("set_id", ["our-house", "our-palermo"])
def test_the_set_of_the_tutorial_has_no_problem_and_no_finding_of_its_own(set_id: str, tmp_path: Path) -> None:
    files = carried_out(tmp_path, set_id)

    found = {*files.problems, *set_findings(files)}
    assert found - set(set_findings(read_set(data_folder("indicators") / "palermo"))) == set()


def test_the_tutorial_adds_what_it_says(tmp_path: Path) -> None:
    indicator_set = carried_out(tmp_path, "our-house").set

    assert {"owes", "debt-grows"} <= {question.id for _, _, question in indicator_set.questions()}
    assert "debt-used" in [indicator.id for indicator in indicator_set.indicators]
    assert indicator_set.guidance[0].id == "debt"
    assert "the-ticket" in [vignette.id for vignette in indicator_set.vignettes]


def test_the_set_that_extends_palermo_changes_what_the_manual_says_and_nothing_else(tmp_path: Path) -> None:
    palermo, ours = find_set("palermo"), carried_out(tmp_path, "our-palermo").set

    before = [question.id for _, _, question in palermo.questions()]
    after = [question.id for _, _, question in ours.questions()]
    assert ours.about.card[0].startswith("Use the room at the back.")
    assert set(after) - set(before) == {"our-palermo-again", "our-palermo-pets"}
    assert set(before) <= set(after)
    circumstances = [{wording.id for wording in each.about.circumstances} for each in (palermo, ours)]
    assert circumstances[0] - circumstances[1] == {"identity_card"}
    assert {each.id for each in palermo.vignettes} - {each.id for each in ours.vignettes} == {"night-boat"}
    assert ours.about.levels is not None
    assert repr(ours.about.levels.clear_concern) == repr(palermo.about.levels.clear_concern)


def test_the_mistake_that_is_shown_is_what_the_program_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shown,) = blocks("text")
    carried_out(tmp_path, "our-house", 2, ("shows: [debt-used]", "shows: [debt-usd]"))
    monkeypatch.chdir(tmp_path)

    problems = read_set(Path("our-house")).problems

    assert shown.strip() in [str(problem) for problem in problems]


@pytest.mark.parametrize("text", PARTS, ids=lambda text: text[:40])
def test_a_part_fits_where_it_belongs(text: str) -> None:
    first, rest = text.split("\n", 1)
    around, indent, type_ = _PARTS[f"{first}\n"]

    file = shape(read_yaml(f"{around}{textwrap.indent(rest, indent)}".encode(), "part.yaml"), type_)

    assert file.problems == []


def test_the_settings_of_the_editor_name_a_schema_that_there_is_for_each_file_of_a_set() -> None:
    (settings,) = map(json.loads, blocks("json"))

    assert {Path(name).stem for name in settings["yaml.schemas"]} == set(FILES) - {
        "referrals",
        "own-services",
        "glossary",
        "column-map",
    }
    for path in new_set("our-house"):
        assert any(Path("our-house", path).match(pattern) for pattern in settings["yaml.schemas"].values()), path
