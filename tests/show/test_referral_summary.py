"""The summary for the next agency: what was recorded, and nothing that nobody recorded."""

import re
from operator import itemgetter

import pytest

from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.sets.answers import Answers, ticks_of
from screening.sets.items import items_of
from screening.show.html import referral_page
from screening.show.referral_summary import referral_lines, referral_summary
from tests.show.test_report import result, text
from tests.support.thorough import one_in

SETS = [name for name in read_catalog().folders if find_set(name).vignettes]
CASES = [(name, vignette.id) for name in SETS for vignette in find_set(name).vignettes]
some_vignettes = pytest.mark.parametrize(("name", "vignette"), one_in(12, CASES, itemgetter(0)), ids="/".join)


def summary(answers: Answers, name: str = "palermo") -> str:
    """The summary in Hong Kong, as text."""
    answers = {"place": "hk", **answers}
    return text(list(referral_lines(referral_summary(result(dict(answers), {}, name), answers))))


def recorded(name: str, vignette: str) -> Answers:
    indicator_set = find_set(name)
    case = next(each for each in indicator_set.vignettes if each.id == vignette)
    return RecordReader(indicator_set).record(case.answers, case.circumstances).answers


def test_whether_the_person_agrees_comes_first_and_is_filled_in_by_hand() -> None:
    rows = summary({"age": "adult"}).splitlines()

    assert rows[0] == "Referral summary"
    assert re.fullmatch(r"The person agrees that this is passed on \(yes or no\): _+", rows[1])
    assert [row.split(":")[0].split(" (")[0] for row in rows[2:5]] == ["From", "To", "Day and time"]
    assert "So that nobody has to tell it twice." in rows[5]


@pytest.mark.parametrize("age", ["child", "unsure", "declined"])
def test_of_a_child_child_protection_decides(age: str) -> None:
    said = summary({"age": age})

    assert "The person agrees that this is passed on" not in said
    assert "The child was told that this is passed on" in said
    assert "child protection decides who gets this" in said
    assert "For a child, safety and the duties of law come before wishes." in said


def test_nothing_of_a_child_is_said_of_an_adult() -> None:
    assert "child protection" not in summary({"age": "adult"}).lower()


def test_every_wish_stands_as_it_was_recorded_and_what_was_not_asked_is_no_no() -> None:
    said = summary({"age": "adult", "may_call": "no", "police": "declined", "safe_to_reach": "unclear"})

    assert "What the person wants - not asked" in said
    assert "Agrees that calls are made - No" in said
    assert "Agrees that the police are told - Does not want to say" in said
    assert "There is a safe way to reach the person - Unclear" in said


def test_a_wish_that_a_set_does_not_ask_for_was_not_asked() -> None:
    assert summary({"age": "adult"}, "first-contact").count(" - not asked\n") == 4


def test_of_a_list_it_says_what_was_marked_and_how_the_rest_stands() -> None:
    item = next(
        each
        for each in items_of(find_set("palermo")).values()
        if each.several and each.counts and len(each.options) > 2
    )
    first, second = item.options[:2]

    said = summary({"age": "adult", item.id: (first.id, "declined")})

    assert f"{item.record} - {first.label}; the rest: does not want to say" in said
    assert str(second.label) not in said


def test_what_the_screener_saw_is_told_as_the_screeners() -> None:
    items = items_of(find_set("palermo")).values()
    seen = next(each for each in items if each.how == "seen")
    impression = next(each for each in items if each.how == "impression")

    said = summary({"age": "adult", seen.id: (seen.options[0].id,), impression.id: (impression.options[0].id,)})

    assert f"{seen.record} (seen by the screener) - {seen.options[0].label}" in said
    assert f"{impression.record} (an impression of the screener) - {impression.options[0].label}" in said


@some_vignettes
def test_it_says_all_that_was_recorded_and_no_answer_that_nobody_marked(name: str, vignette: str) -> None:
    answers = recorded(name, vignette)
    said = summary(answers, name)

    for item in items_of(find_set(name)).values():
        rows = [row for row in said.splitlines() if row.startswith(item.record) and " - " in row]
        assert bool(rows) >= (item.id in answers), item.id
        marked = ticks_of(answers.get(item.id))
        told = [row.removeprefix(item.record) for row in rows]
        for option in item.options:
            if option.label is not None and option.id not in marked:
                assert not any(f"- {option.label}" == each.lstrip() for each in told), option.id


@some_vignettes
def test_it_has_the_level_in_its_sentence_the_set_its_version_and_the_day_and_no_number(
    name: str, vignette: str
) -> None:
    answers = recorded(name, vignette)
    said = summary(answers, name)
    about = find_set(name).about

    assert "This is not a finding." in said
    assert f"with set {about.id}, version {about.version}, fingerprint" in said
    assert re.search(r"Made on \d{4}-\d\d-\d\d ", said)
    # A number to call would have as many digits; a fingerprint has letters among them.
    assert not re.search(r"\d[\d ]{7,}", re.sub(r"\d{4}-\d\d-\d\d|fingerprint \w+", "", said))


def test_the_page_says_the_same_with_lines_to_write_on_and_escapes_what_a_set_says() -> None:
    answers = recorded("palermo", "quiet-kitchen")
    made = referral_summary(result(dict(answers), {}), answers)
    page = referral_page(made, ENGLISH)

    assert page.count('class="line"') == 4
    assert "<script" not in page
    for group in made.groups:
        assert ENGLISH.render(group.heading) in page
    assert "Boss, the employer&#39;s family" in page
