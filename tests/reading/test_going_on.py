"""Whether what a set says of the next one is true of that one, each fault at its place."""

from pathlib import Path

import pytest

from screening.reading.going_on import in_the_next_set
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import read_set
from tests.support.folders import SOUND, with_faults, write
from tests.support.inside import run_inside
from tests.support.problems import said

NEXT = {
    **SOUND,
    "set.yaml": SOUND["set.yaml"].replace("id: sound", "id: next"),
    "sections/main.yaml": SOUND["sections/main.yaml"].replace("label: K", "label: Somebody has them"),
}
GOES_ON = """\
goes_on:
  set: next
  same: [tonight]
  answers: {papers: {kept: {papers: kept}, declined: {papers: declined}}, with: {boss: {with: boss}}}
"""


def problems(folder: Path, goes_on: str) -> list[str]:
    """What is told of a set that goes on so, each with its place."""
    write(folder / "next", NEXT)
    marked = with_faults(("set.yaml", "sections:", f"{goes_on}sections:"))
    write(folder / "sound", marked.files)
    files = read_set(folder / "sound")
    assert not files.problems
    found = list(in_the_next_set(files, read_catalog([folder])))
    for problem in found:
        _, line, column = marked.place
        assert (problem.line, problem.column) == (line, column)
    return [f"{said(problem.message)}. {said(problem.hint)}" for problem in found]


def test_a_map_that_is_true_of_the_next_set_is_no_problem(tmp_path: Path) -> None:
    assert problems(tmp_path, f"@{GOES_ON}") == []


@pytest.mark.parametrize(
    ("fault", "says"),
    [
        (("set: next", "set: @nest"), "there is no set 'nest' to go on with. Did you mean 'next'?"),
        (("set: next", "set: @sound"), "there is no set 'sound' to go on with."),
        (("[tonight]", "[@papers]"), "the question 'papers' does not mean the same in both sets."),
        (("{papers: kept}", "{@paperz: kept}"), "there is no question 'paperz'. Did you mean 'papers'?"),
        (("{papers: kept}", "{papers: @keept}"), "there is no option 'keept'. Did you mean 'kept'?"),
    ],
    ids=str,
)
def test_what_the_next_set_does_not_have_is_told_at_its_place(
    fault: tuple[str, str], says: str, tmp_path: Path
) -> None:
    (told,) = problems(tmp_path, GOES_ON.replace(*fault))

    assert says in told


def test_a_next_set_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    write(tmp_path / "next", {**NEXT, "sections/main.yaml": "id: main\n"})
    write(tmp_path / "sound", {**SOUND, "set.yaml": SOUND["set.yaml"] + GOES_ON})
    (problem,) = in_the_next_set(read_set(tmp_path / "sound"), read_catalog([tmp_path]))

    assert "the set 'next' has problems of its own" in said(problem.message)


def test_check_tells_it_and_a_talk_does_not_begin_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path / "next", NEXT)
    wrong = GOES_ON.replace("{papers: kept}", "{papers: keept}")
    write(tmp_path / "sound", {**SOUND, "set.yaml": SOUND["set.yaml"] + wrong})
    sets = ("--indicators", str(tmp_path))

    for arguments in (("check", str(tmp_path / "sound"), *sets), ("run", "sound", *sets)):
        finished = run_inside(monkeypatch, *arguments)
        assert finished.code != 0
        assert "there is no option 'keept'. Did you mean 'kept'?" in finished.out + finished.err
