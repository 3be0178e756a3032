"""`screening workshop handout`, through the command line."""

from pathlib import Path

import pytest

from tests.support.inside import run_inside


def test_cases_are_printed_once_each_in_the_order_in_which_they_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_inside(monkeypatch, "workshop", "handout", "fifteen", "palermo/quiet-kitchen", "fifteen")

    assert (told.code, told.err) == (0, "")
    titles = [line for line in told.out.splitlines() if line.startswith("## ")]
    assert titles == ['## "I decide that myself"', "## The quiet kitchen"]
    assert "screening practise palermo/quiet-kitchen" in told.out


def test_a_page_for_paper_is_one_file_that_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_inside(monkeypatch, "workshop", "handout", "quiet-kitchen", "--format", "html")

    assert told.out.startswith("<!doctype html>")
    assert not any(word in told.out for word in ("http-equiv", "<script", "<link", "<img", "src=", "url(", "@import"))


def test_a_case_of_one_set_is_looked_for_in_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    of_another = run_inside(monkeypatch, "workshop", "handout", "quiet-kitchen", "--set", "first-contact")
    of_it = run_inside(monkeypatch, "workshop", "handout", "counts-the-money", "--set", "first-contact")

    assert (of_another.code, of_another.out) == (2, "")
    assert "there is no vignette 'quiet-kitchen'." in of_another.err
    assert of_it.code == 0


def test_a_case_that_is_mistyped_says_which_was_meant_and_prints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_inside(monkeypatch, "workshop", "handout", "fifteen", "quiet-kitchn")

    assert (told.code, told.out) == (2, "")
    assert told.err == "screening: there is no vignette 'quiet-kitchn'. Did you mean 'quiet-kitchen'?\n"


def test_without_a_case_an_example_says_what_to_type(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_inside(monkeypatch, "workshop", "handout")

    assert told.code == 2
    assert "screening workshop handout quiet-kitchen" in told.err


def test_of_an_agencys_own_case_the_folder_is_named_too(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "our-case.yaml").write_text(
        "id: our-case\ntitle: 我們的個案\nstory: Tea.\nanswers: {danger-now: no}\n"
        "expect: {level: too_little_known}\nteaches: Never on paper.\n",
        encoding="utf-8",
    )

    told = run_inside(monkeypatch, "workshop", "handout", "our-case", "--vignettes", str(tmp_path))

    assert f"screening practise palermo/our-case --vignettes {tmp_path}" in told.out.replace("\\", "")
    assert "## 我們的個案" in told.out
    assert "Never on paper" not in told.out
