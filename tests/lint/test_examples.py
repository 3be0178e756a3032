"""What a rule's docstring says passes, passes, and what it says fails, fails: the manual is run."""

from pathlib import Path

import pytest

from screening.lint import RULES, directory_findings, set_findings
from screening.reading.problem import Problem
from tests.lint.wise import TODAY, Example, examples, laid_over, read, wise

pytestmark = pytest.mark.slow


EXAMPLES = [example for code in RULES for example in examples(code)]


def found(folder: Path, data: dict[str, object]) -> list[Problem]:
    """Everything that is found in a set and its directory; both must be readable."""
    files, directory = read(folder, data)
    assert files.problems == ()
    assert directory.problems == ()
    return [*set_findings(files, [directory]), *directory_findings(directory, TODAY)]


def _named(example: Example) -> str:
    return f"{example.code}-{'passes' if example.passes else 'fails'}"


def test_every_rule_is_content_with_the_wise_set(tmp_path: Path) -> None:
    assert list(map(str, found(tmp_path, {**wise(), "locale/de.po": {}}))) == []


@pytest.mark.parametrize("example", EXAMPLES, ids=_named)
def test_an_example_comes_to_what_it_says(example: Example, tmp_path: Path) -> None:
    data = laid_over(example.text)
    if example.code == "translation":
        data.setdefault("locale/de.po", {})

    findings = [finding for finding in found(tmp_path, data) if finding.code == example.code]

    assert bool(findings) is not example.passes, findings


@pytest.mark.parametrize("code", RULES)
def test_a_rule_has_an_example_that_passes_and_one_that_fails(code: str) -> None:
    assert {example.passes for example in examples(code)} == {True, False}
