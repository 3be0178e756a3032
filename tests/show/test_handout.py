"""What is handed out to practise on: the story, what to do with it, and nothing of what it comes to."""

from pathlib import Path

import pytest

from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.vignette import Expect, Vignette
from screening.show.handout import GROUPS, INVENTED, Handout, handout, handout_lines
from screening.show.html import handout_page
from screening.show.markdown import markdown
from tests.support.browser import paper
from tests.support.hidden import SPEAKS, hidden_in
from tests.support.thorough import one_in

VIGNETTES = [(name, each) for name in set_ids() for each in find_set(name).vignettes]


def case(title: str = "Tea", story: str = "A man drinks tea.\n\nHe pays for it.", name: str = "tea") -> Vignette:
    expect = Expect(level="none_recorded")
    return Vignette(id=name, title=title, story=story, teaches="Tea.", expect=expect, answers={"danger-now": "no"})


def both(sheet: Handout) -> tuple[str, str]:
    return markdown(handout_lines(sheet), ENGLISH), handout_page(sheet, ENGLISH)


@pytest.mark.parametrize("written", both(handout([("house", case()), ("house", case(title="Milk"))])))
def test_each_case_has_its_story_its_seat_its_command_and_says_that_it_is_invented(written: str) -> None:
    assert [
        written.count(words) for words in ("A man drinks tea.", "He pays for it.", "Seat:", "nobody is in danger")
    ] == [2] * 4
    assert written.count("screening practise house/tea") == 2
    assert "Write no name." in written


@pytest.mark.parametrize(("set_id", "vignette"), one_in(20, VIGNETTES), ids=lambda each: getattr(each, "id", each))
def test_nothing_of_the_key_is_on_it(set_id: str, vignette: Vignette) -> None:
    other = case(vignette.title, vignette.story, vignette.id)

    # What differs in all but the title, the story and the id is the same on paper.
    assert both(handout([(set_id, vignette)])) == both(handout([(set_id, other)]))


def test_there_is_a_box_for_each_group_of_a_code() -> None:
    page = handout_page(handout([("house", case())]), ENGLISH)

    assert [f"<li>{number}</li>" in page for number in (1, GROUPS, GROUPS + 1)] == [True, True, False]


def test_what_a_file_says_is_text_and_hides_nothing() -> None:
    page = handout_page(handout([("house", case(title=f"<b>{SPEAKS}", story=SPEAKS))]), ENGLISH)

    assert "&lt;b&gt;" in page
    assert not hidden_in(page)


def test_a_title_in_chinese_is_as_it_was() -> None:
    written = both(handout([("house", case(title="安靜的廚房", story="她在別人家裡工作。"))]))

    assert all("安靜的廚房" in each and "她在別人家裡工作。" in each for each in written)


@pytest.mark.slow
def test_each_case_takes_one_side_of_paper(tmp_path: Path) -> None:
    longest = sorted(VIGNETTES, key=lambda each: len(each[1].story))[-2:]

    assert paper(handout_page(handout(longest), ENGLISH), tmp_path) == len(longest)


def test_the_sentence_about_the_invented_case_is_one_for_all() -> None:
    assert handout([]).invented == INVENTED
