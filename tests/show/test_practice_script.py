"""The sheet for the one who plays the person: all that they say when they are asked, and nothing of the key."""

from operator import itemgetter

import pytest

from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.sets.vocabulary import RANK
from screening.show.levels import LEVEL_BADGE, LEVEL_NAME
from screening.show.practice_script import script_lines
from tests.support.thorough import one_in
from tests.terminal.talking import said

CASES = [(name, each) for name in sorted(read_catalog().built_in) for each in find_set(name).vignettes]


def script(set_name: str, name: str) -> str:
    indicator_set = find_set(set_name)
    vignette = next(each for each in indicator_set.vignettes if each.id == name)
    key = RecordReader(indicator_set).record(vignette.answers, vignette.circumstances).answers
    return said(script_lines(indicator_set, vignette, key))


@pytest.mark.parametrize(
    ("name", "case"), [(name, each.id) for name, each in one_in(20, CASES, itemgetter(0))]
)  # fmt: skip
def test_no_sheet_shows_the_key(name: str, case: str) -> None:
    indicator_set = find_set(name)
    vignette = next(each for each in indicator_set.vignettes if each.id == case)
    told = script(name, case)

    assert vignette.story.strip() in told
    assert vignette.teaches not in told
    for level in RANK:
        assert ENGLISH.render(LEVEL_NAME[level]) not in told
        assert ENGLISH.render(LEVEL_BADGE[level]) not in told
    follows = [*(each.states for each in indicator_set.indicators), *(each.title for each in indicator_set.guidance)]
    for text in follows:
        assert text not in told or text in vignette.story or _is_said(text, name), text


def _is_said(text: str, name: str) -> bool:
    """Whether a set says this in the very words of a question or an answer too."""
    words = [
        text
        for _, _, question in find_set(name).questions()
        for text in (question.record, *(option.label for option in question.choices))
    ]
    return any(text in word for word in words)


def test_question_by_question_it_says_what_is_so() -> None:
    told = script("palermo", "quiet-kitchen")

    assert "Who keeps your papers, such as a passport?" in told
    assert "You say: Somebody has them, and I cannot get them" in told
    assert "Could anybody hurt you, today or tonight?" in told
    assert "No. What is not so: Somebody there hit or hurt the person" in told
    assert "Yes. What is so: Works about 12 hours a day" in told


def test_what_they_do_not_say_stands_by_itself() -> None:
    told = script("palermo", "quiet-kitchen").partition("What you do not say")[2]

    assert "What others wanted of the person there: You do not want to say it." in told
    assert "What was done to make the person come: You do not know it" in told


def test_what_is_seen_is_told_and_not_asked() -> None:
    assert "Which services fit" in script("palermo", "quiet-kitchen").partition("What can be seen of you")[2]
