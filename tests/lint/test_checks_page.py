"""The page on the checks is what the rules say of themselves."""

from screening.lint import RULES
from screening.reading.problem import READING_CODES
from tests.lint.checks_page import PAGE, checks_page
from tests.lint.wise import examples


def test_the_page_is_written_anew_after_a_rule_was_changed() -> None:
    assert PAGE.read_text(encoding="utf-8") == checks_page(), "run python -m tests.lint.write_checks"


def test_every_rule_and_every_example_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert all(f"\n## {code}\n" in page for code in RULES)
    assert all(example.text in page for code in RULES for example in examples(code))


def test_every_kind_of_problem_of_reading_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")

    assert all(f"`{code}`" in page for code in READING_CODES)
