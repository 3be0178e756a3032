"""The plans for a workshop add up, name cases that there are, and every command in them can be typed in their order."""

import re
import shlex
from itertools import pairwise
from pathlib import Path

import pytest

from screening.interview.answer_code import encode
from screening.language.catalog import ENGLISH
from screening.practice.agreement import wilson
from screening.practice.room import FEWEST_CASES, SMALLEST_ROOM
from screening.reading.records import RecordReader
from screening.reading.sets import load_set
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette
from screening.show.levels import level_name
from tests.support.program import Finished, program

DOCS = Path(__file__).resolve().parents[2] / "docs"
PAGE = (DOCS / "workshops.md").read_text(encoding="utf-8")
LEADING = (DOCS / "facilitating.md").read_text(encoding="utf-8")
_PLANS = {"Two hours": 120, "Half a day": 240}
_BLOCKS = re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
TYPED = [*re.findall(r"`(screening [^`]+)`", PAGE), *(line for block in _BLOCKS for line in block.splitlines())]
_IN_ORDER = [
    each
    for each in re.findall(r"^screening [^\n|`]+$|`(?:screening [^`]+)`", PAGE, re.MULTILINE)
    if each.strip("`") in TYPED
]
# In a talk nobody may type ahead: these go through a terminal, and others try them there.
_TALKS = ("screening practise palermo/", "screening demo")
ROOM = 6


def section(title: str) -> str:
    return PAGE.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def rows(title: str) -> list[list[str]]:
    """The rows of the table in a section, without its head."""
    table = [line for line in section(title).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", row)[1:-1]] for row in table[2:]]


def minutes(clock: str) -> int:
    hours, past = clock.split(":")
    return 60 * int(hours) + int(past)


@pytest.fixture(scope="module")
def palermo() -> IndicatorSet:
    return load_set("palermo")


def vignette_of(indicator_set: IndicatorSet, name: str) -> Vignette:
    return next(each for each in indicator_set.vignettes if each.id == name)


@pytest.mark.parametrize(("plan", "whole"), _PLANS.items(), ids=list(_PLANS))
def test_the_times_of_a_plan_add_up(plan: str, whole: int) -> None:
    begun = [(minutes(begins), int(lasts)) for begins, lasts, *_ in rows(plan) if begins]

    assert begun[0][0] == 0
    for (begins, lasts), (following, _) in pairwise(begun):
        assert begins + lasts == following
    assert sum(begun[-1]) == whole


def test_every_case_that_is_named_is_there_with_its_level_and_has_questions(palermo: IndicatorSet) -> None:
    told = {name.strip("`"): level for name, level, _ in rows("The cases, and what to ask")}

    assert set(re.findall(r"^\*\*([a-z-]+)\.\*\*", PAGE, re.MULTILINE)) == set(told)
    for name, level in told.items():
        expected = vignette_of(palermo, name).expect.level
        assert expected is not None
        assert ENGLISH.render(level_name(palermo, expected)) == level, name


def test_every_case_of_a_command_is_among_those_that_are_told_about() -> None:
    told = {name.strip("`") for name, *_ in rows("The cases, and what to ask")}
    practised = {name for each in TYPED for name in re.findall(r"palermo/([a-z-]+)", each)}
    printed = {
        word
        for each in TYPED
        if each.startswith("screening workshop handout")
        for word in shlex.split(each.partition(" --")[0])[3:]
    }

    assert practised | printed - {"the-late-bus"} == told


def test_no_code_of_a_case_has_more_groups_than_it_says(palermo: IndicatorSet) -> None:
    names = tuple(name.strip("`") for name, *_ in rows("The cases, and what to ask"))
    longest = max(line.count("-") + 1 for line in codes(palermo, names, 0).splitlines())

    assert longest <= int(re.findall(r"up to about (\d+) groups", PAGE)[0]) <= longest + 4


def test_what_it_says_of_the_measures_is_what_the_program_does() -> None:
    interval, told = wilson(18, 20), " ".join(PAGE.split())

    assert f"{interval.low:.0%} to {interval.high:.0%}".replace("%", " %") in told
    assert f"over at least {FEWEST_CASES} cases" in told
    assert f"fewer than {SMALLEST_ROOM} people there is no interval" in told
    # Of 1,000 people 14 are found, and of 986 others those of whom it is not right.
    assert round((14 + (1_000 - 14) * 0.39) / 14) == 28


def codes(indicator_set: IndicatorSet, names: tuple[str, ...], first: int) -> str:
    """What a room reads out, from one seat on: everybody as the key says, and each with one answer less."""
    reader = RecordReader(indicator_set)
    lines = []
    for name in names:
        case = vignette_of(indicator_set, name)
        record = dict(reader.record(case.answers, case.circumstances).answers)
        for seat in range(1, ROOM + 1):
            told = dict(list(record.items())[: len(record) - seat])
            lines.append(f"{first + seat} {encode(indicator_set, told, case=name)}\n")
    return "".join(lines)


def given_to(command: str, last: tuple[str, ...], indicator_set: IndicatorSet) -> str:
    if command.startswith("screening workshop collect"):
        # Two helpers take the codes of two halves of a room.
        return codes(indicator_set, last, ROOM if "-b.txt" in command else 0)
    if command.startswith("screening new vignette"):
        story = ("The late bus", "A man of 30 mends nets.", ".", "s", "more", "end", "yes", "Nothing is told.", ".")
        return "".join(f"{line}\n" for line in story)
    return ""


def run(command: str, given: str) -> Finished:
    """Type a command as a shell takes it."""
    line, _, into = command.partition(" > ")
    finished = program(*shlex.split(line)[1:], given=given)
    if into:
        Path(into).write_text(finished.out, encoding="utf-8")
    return finished


def test_every_command_can_be_typed_in_the_order_of_the_page(
    palermo: IndicatorSet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What it is forked from begins here, where the tests are.
    assert program("--version").code == 0
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SCREENING_PATH", raising=False)
    (tmp_path / "our-cases").mkdir()
    practised: tuple[str, ...] = ()
    for command in (each.strip("`") for each in _IN_ORDER):
        if command.startswith(_TALKS) and "--script" not in command:
            practised = tuple(re.findall(r"palermo/([a-z-]+)", command)) or practised
            continue
        finished = run(command, given_to(command, practised, palermo))

        assert (finished.code, finished.err) == (0, ""), f"{command}: {finished.out}{finished.err}"
        assert finished.out or "--save" in command, command


def test_both_pages_lead_somewhere_and_one_another() -> None:
    for text in (PAGE, LEADING):
        for link in re.findall(r"\]\(([^)]+)\)", text):
            name, _, anchor = link.partition("#")
            page = DOCS / name
            assert page.exists(), link
            headings = re.findall(r"^#+ (.*)$", page.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = {"-".join(re.sub(r"[^\w -]", "", each).lower().split()) for each in headings}
            assert not anchor or anchor in anchors, link
    assert "facilitating.md" in PAGE
    assert "workshops.md" in LEADING
    assert "docs/workshops.md" in (DOCS.parent / "README.md").read_text(encoding="utf-8")


def test_the_page_on_leading_says_whose_judgement_it_is_and_what_has_to_be_said() -> None:
    told = " ".join(LEADING.split())

    assert "Everything else on this page is our own judgement" in told
    for wanted in ("leave", "No real cases", "Nobody plays violence", "What it does to you", "confidentiality"):
        assert wanted in told
