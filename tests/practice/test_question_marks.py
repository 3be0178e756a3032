"""Marks are counted and compared as what they are."""

from itertools import combinations
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.practice.question_marks import Marks, QuestionMarks, question_of, same_and_apart, same_mark
from screening.practice.room import Share
from screening.sets.answers import Answer
from screening.sets.items import Item, ItemOption, items_of
from tests.practice.small_room import works_set
from tests.support.any_answers import any_answer
from tests.support.thorough import examples

HOLDS = QuestionMarks(items_of(works_set())["holds"], ("papers", "watched", "none"))
AGE = QuestionMarks(items_of(works_set())["age"], ("",))


@pytest.mark.parametrize(
    ("answer", "marks"),
    [
        (("papers",), ("ticked", "not_ticked", "not_ticked")),
        (("papers", "unclear"), ("ticked", "unclear", "unclear")),
        (("papers", "declined"), ("ticked", "declined", "declined")),
        (("papers", "not_asked"), ("ticked", "not_asked", "not_asked")),
        (("none",), ("not_ticked", "not_ticked", "ticked")),
        ("unclear", ("unclear",) * 3),
        ("declined", ("declined",) * 3),
        (None, ("not_asked",) * 3),
    ],
)
def test_what_is_not_ticked_is_no_only_where_nothing_else_is_said_of_the_rest(
    answer: Answer | None, marks: tuple[str, ...]
) -> None:
    assert tuple(HOLDS.marks(answer).values()) == marks


@pytest.mark.parametrize(
    ("key", "mark", "beside"),
    [
        ("adult", "adult", "agrees"),
        ("adult", "child", "differs"),
        ("adult", "unsure", "unknown"),
        ("adult", "declined", "unknown"),
        ("adult", "not_asked", "unknown"),
        ("unsure", "unsure", "agrees"),
        ("unsure", "adult", "differs"),
        ("unsure", "declined", "unknown"),
        ("not_asked", "adult", "no_key"),
        ("not_asked", "not_asked", "no_key"),
    ],
)
def test_a_mark_beside_that_of_the_key(key: str, mark: str, beside: str) -> None:
    assert AGE.mark_beside(key, mark) == beside
    assert AGE.beside({"": key}, {"": mark}) == beside


@pytest.mark.parametrize(
    ("key", "answer", "beside"),
    [
        (("papers", "watched"), ("papers", "watched"), "agrees"),
        (("papers", "watched"), ("papers",), "differs"),
        (("papers", "watched"), ("papers", "unclear"), "unknown"),
        # What was ticked and should not have been is wrong, whatever the rest.
        (("papers",), ("watched", "unclear"), "differs"),
        (("papers", "unclear"), ("papers",), "differs"),
        (("papers", "unclear"), ("papers", "unclear"), "agrees"),
        (("papers", "unclear"), ("papers", "declined"), "unknown"),
        # Of the rest the key says nothing.
        (("papers", "not_asked"), ("papers", "watched"), "agrees"),
        ("declined", ("papers", "declined"), "differs"),
    ],
)
def test_a_list_beside_that_of_the_key(key: Answer, answer: Answer, beside: str) -> None:
    assert HOLDS.beside(HOLDS.marks(key), HOLDS.marks(answer)) == beside


def test_where_the_question_does_not_apply_there_is_no_mark_and_without_a_key_nothing_to_be_beside() -> None:
    assert HOLDS.beside(HOLDS.marks(("papers",)), None) == "closed"
    assert HOLDS.beside(HOLDS.marks(None), None) == "no_key"
    assert HOLDS.beside(None, None) == HOLDS.beside(None, HOLDS.marks(("papers",))) == "no_key"


def test_of_a_list_that_has_no_options_of_its_own_everything_that_was_said_is_one() -> None:
    languages = Item(id="languages", kind="circumstance", stage="circumstances", record="x", several=True)
    open_ended = Item(
        id="languages",
        kind="circumstance",
        stage="circumstances",
        record="x",
        several=True,
        open_ended=True,
        options=(ItemOption("en"),),
    )
    said: list[Answer | None] = [("ne", "en"), ("hi", "unclear"), None, "declined"]

    assert question_of(open_ended, said).places == ("en", "ne", "hi")
    assert question_of(languages, said).places == ()


def pairwise(question: QuestionMarks, room: list[Marks]) -> tuple[int, int]:
    """The same, two people at a time."""
    same = apart = 0
    for one, other in combinations([marks for marks in room if marks is not None], 2):
        both = [place for place in question.places if "not_asked" not in (one[place], other[place])]
        if any(one[place] != other[place] for place in both):
            apart += 1
        elif both:
            same += 1
    return same, apart


@given(data=st.data())
@examples(200)
def test_pairs_are_counted_as_two_people_at_a_time_would(data: st.DataObject) -> None:
    asked = {each.id: each for _, _, each in works_set().questions()}
    for name, item in items_of(works_set()).items():
        if name in asked:
            answer = st.one_of(st.none(), any_answer(asked[name]))
            answers = data.draw(st.lists(answer, max_size=7))
            question = question_of(item, answers)
            room: list[Marks] = [question.marks(answer) for answer in answers] + [None]
            same, apart = same_and_apart(question, room)
            assert (same, apart) == pairwise(question, room)
            assert same + apart <= comb(len(answers), 2)


def test_two_people_who_were_asked_different_options_neither_agree_nor_disagree() -> None:
    papers, watched = HOLDS.marks(("papers", "not_asked")), HOLDS.marks(("watched", "not_asked"))

    assert same_and_apart(HOLDS, [papers, watched]) == (0, 0)


def test_many_people_with_the_same_marks_are_as_many_pairs() -> None:
    half, whole, none = HOLDS.marks(("papers", "not_asked")), HOLDS.marks(("papers",)), HOLDS.marks(("none",))

    # Three and one pairs among themselves, and six between them; five pairs have somebody who ticked nothing.
    assert same_and_apart(HOLDS, [half] * 3 + [whole] * 2 + [none]) == (3 + 1 + 6, 5)


def test_people_who_were_not_asked_agree_with_nobody() -> None:
    assert same_mark(["yes", "yes", "no", "not_asked", "not_asked"]) == Share(1, 3)
    assert same_mark(["not_asked", "yes"]) == Share(0, 0)
    assert Share(0, 0).rate is None
