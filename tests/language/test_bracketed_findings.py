"""Everything that is told of a file comes from the catalogue, but for what stands in the file."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from screening.language.messages import Argument, Listing, Message, gettext
from screening.lint import RULES, directory_findings, set_findings
from screening.reading.problem import Problem, Problems, looked_up
from screening.reading.sets import read_set
from screening.show.findings import findings_text, problem_lines
from tests.lint.wise import TODAY, Example, examples, laid_over, read
from tests.reading.test_references import FAULTS, problems_of
from tests.reading.test_shape import MISFITS, shaped
from tests.support.folders import with_faults, write
from tests.support.languages import BRACKETED, outside

BROKEN = Path(__file__).parents[1] / "reading" / "broken"
FAILING = [example for code in RULES for example in examples(code) if not example.passes]
_WORDS = re.compile(r"[A-Za-z]{2,}[,:;]? [A-Za-z]{2,}")


def put_together(sentences: str) -> str:
    """What of a message and its hint, as one message says them, is from no catalogue."""
    plain = outside(sentences, depth=1).removeprefix("warning: ")
    return outside(sentences) + ("" if plain == "(). ()" else plain)


def said_by_nobody(problems: Problems) -> list[str]:
    """What is told of problems, in any format, and is neither layout nor from the catalogue."""
    *lines, count = findings_text(problems, 1, "text", BRACKETED).splitlines()
    *commands, _ = findings_text(problems, 1, "github", BRACKETED).splitlines()
    listed = json.loads(findings_text(problems, 1, "json", BRACKETED))["problems"]
    told = [count]
    sentences = []
    for problem, line, command, data in zip(problems, lines, commands, listed, strict=True):
        position = f"{problem.file}:{problem.line}:{problem.column}: "
        kind = "warning" if problem.warning else "error"
        head = f"::{kind} file={problem.file},line={problem.line},col={problem.column},title={problem.code}::"
        sentences += [line.removeprefix(position).removesuffix(f" [{problem.code}]"), command.removeprefix(head)]
        told += [data["message"], data["hint"]]
    return [found for found in (*map(put_together, sentences), *map(outside, told)) if found]


def _words(argument: Argument) -> Iterator[str]:
    """What is put into a message as it is."""
    match argument:
        case Message(_, arguments):
            for _, each in arguments:
                yield from _words(each)
        case Listing(items):
            for item in items:
                yield from _words(item)
        case str():
            yield argument
        case int():
            pass


def strange_words(problems: Problems, files: str) -> list[str]:
    """Sentences that are put into messages and stand in none of the files."""
    found = [word for each in problems for text in (each.message, looked_up(each.hint)) for word in _words(text)]
    return [word for word in found if _WORDS.search(word) and word.strip("'\"") not in files]


def content(folder: Path) -> str:
    """All that stands in the files of a folder, and where they are."""
    paths = [path for path in folder.rglob("*") if path.is_file()]
    return "\n".join([*map(str, paths), *(path.read_text(encoding="utf-8") for path in paths)])


def test_of_broken_files_nothing_is_told_but_messages() -> None:
    files = read_set(BROKEN)
    problems = Problems([*files.problems, *set_findings(files)])

    assert len(problems) == 10
    assert said_by_nobody(problems) == []
    assert [put_together(line.partition(": ")[2]) for line in problem_lines(problems, BRACKETED)] == [""] * 10
    assert strange_words(problems, content(BROKEN)) == []


@pytest.mark.slow
def test_of_a_fault_in_a_set_nothing_is_told_but_messages(tmp_path: Path) -> None:
    for number, (faults, _) in enumerate(FAULTS.values()):
        folder = tmp_path / str(number)
        folder.mkdir()

        problems = Problems(problems_of(write(folder, with_faults(*faults).files)))

        assert said_by_nobody(problems) == []
        assert strange_words(problems, content(folder)) == []


@pytest.mark.parametrize(("text", "type_", "says"), MISFITS.values(), ids=MISFITS)
def test_of_what_does_not_fit_nothing_is_told_but_messages(text: str, type_: Any, says: str) -> None:
    problems = shaped(text, type_).problems

    assert said_by_nobody(problems) == []
    assert strange_words(problems, text) == []


@pytest.mark.slow
@pytest.mark.parametrize("example", FAILING, ids=lambda example: example.code)
def test_of_what_is_unwise_nothing_is_told_but_messages(example: Example, tmp_path: Path) -> None:
    data = laid_over(example.text)
    if example.code == "translation":
        data.setdefault("locale/de.po", {})
    files, directory = read(tmp_path, data)

    problems = Problems([*set_findings(files, [directory]), *directory_findings(directory, TODAY)])

    assert example.code in {problem.code for problem in problems}
    assert said_by_nobody(problems) == []
    assert strange_words(problems, content(tmp_path)) == []


def test_a_plain_text_among_messages_would_be_found() -> None:
    sound = Problem("f.yaml", 1, 1, gettext("this is {wrong}", wrong="'it'"), gettext("Correct it."))
    plain = replace(sound, message=gettext("{wrong}", wrong="put together"))

    assert said_by_nobody(Problems([sound])) == []
    assert put_together("[(this is wrong). ([Correct it.])]") == "(this is wrong). ()"
    assert put_together("warning: [([this is wrong]). ([Correct it.])]") == "warning: "
    assert strange_words(Problems([sound, plain]), "f: it") == ["put together"]
