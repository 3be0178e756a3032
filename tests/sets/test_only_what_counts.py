"""Nothing is said of a person that does not count for them, by any built-in set and in any format (law 10)."""

import io
import re
from collections.abc import Iterator
from itertools import product
from typing import get_args

import pytest

from screening.commands.option_values import Format
from screening.commands.result_output import print_result
from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.moment import moment_in
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answer, with_rest
from screening.sets.fields import TextByAge
from screening.sets.guidance import Flag, Pathway
from screening.sets.model import ByAge, IndicatorSet
from screening.sets.questions import Question
from screening.sets.record import Record
from screening.show.first_page import first_page_lines
from tests.support.building import directories, hong_kong
from tests.support.program import THE_DAY, program
from tests.support.thorough import one_in

# It goes through the content, which a quick look leaves out.
pytestmark = pytest.mark.slow
ADULT: dict[str, Answer] = {"age": "adult", "under_18_when_it_began": "no"}
CHILD: dict[str, Answer] = {"age": "child"}
NO_AGE: dict[str, Answer] = {}


def everything(question: Question) -> Answer:
    """All that can be told in answer to a question: of several each, of one what shows most."""
    if question.several:
        told = with_rest((option.id for option in question.choices if not option.alone), None)
        assert told is not None
        return told
    return max(question.choices, key=lambda option: (len(option.shows), len(option.raises))).id


def results(indicator_set: IndicatorSet, age: dict[str, Answer]) -> Iterator[Result]:
    """What a record comes to in which all is told, or nothing but the age; where the law has most to say of children."""
    told = {question.id: everything(question) for _, _, question in indicator_set.questions()}
    recorded = ({**told, **age}, {**dict.fromkeys(told, "unclear"), **age}, {**age})
    # By default each record and each place comes up, but not each record in each place.
    for answers, place in one_in(4, [*product(recorded, ("hk", "gb", "sg"))]):
        record = Record({**answers, "place": place, "wants": "leave"})
        yield evaluate(indicator_set, record, directories(), moment_in(hong_kong(), THE_DAY))


def printed(result: Result) -> str:
    """A result in every format, and its first page."""
    output = io.StringIO()
    for format_ in get_args(Format):
        print_result(result, output, format_, ENGLISH, 1_000)
    return output.getvalue() + "\n".join(ENGLISH.render(line.text) for line in first_page_lines(result))


def said_at(indicator_set: IndicatorSet, age: str) -> set[str]:
    """The lines that a set has for one age, and not for the other."""
    blocks: list[Flag | Pathway] = [*indicator_set.about.flags, *indicator_set.guidance]
    lines = {line for block in blocks for line in (*block.do, *block.do_not)}
    texts = {getattr(line, age) for line in lines if isinstance(line, TextByAge)} - {None}
    return {text for text in texts if text not in lines}


@pytest.mark.parametrize("name", one_in(2, set_ids()))
def test_of_an_adult_nothing_is_said_that_counts_for_a_child_only(name: str) -> None:
    indicator_set = find_set(name)
    of_a_child = [
        each for each in indicator_set.indicators if isinstance(each.strength, ByAge) and each.strength.adult is None
    ]
    unsaid = {text for each in of_a_child for text in (each.states, each.brief, f'"{each.id}"') if text is not None}
    unsaid |= said_at(indicator_set, "child")
    unsaid |= {duty.title for place in directories().values() for duty in place.duties if duty.child}

    for result in results(indicator_set, ADULT):
        text = printed(result)
        assert {said for said in unsaid if said in text} == set()


@pytest.mark.parametrize("name", one_in(2, set_ids()))
def test_of_a_child_nothing_is_said_that_is_meant_for_an_adult(name: str) -> None:
    indicator_set = find_set(name)
    only_of_an_adult = {
        duty.title
        for place in directories().values()
        for duty in place.duties
        if all(isinstance(line, TextByAge) and line.child is None for line in duty.text)
    }
    unsaid = said_at(indicator_set, "adult") | only_of_an_adult

    for result in results(indicator_set, CHILD):
        text = printed(result)
        assert {said for said in unsaid if said in text} == set()


@pytest.mark.parametrize("name", set_ids())
def test_what_was_recorded_is_held_of_nobody_while_no_age_says_whether_it_counts(name: str) -> None:
    indicator_set = find_set(name)
    of_a_child = {
        each.id for each in indicator_set.indicators if isinstance(each.strength, ByAge) and each.strength.adult is None
    }

    for result in results(indicator_set, NO_AGE):
        assert of_a_child.isdisjoint(result.assessment.present)


# What is asked of everybody, and about others than the person.
_OF_OTHERS = (
    "A child or somebody else is in danger now",
    "Has children along",
    "The person was under 18 when it began",
)


@pytest.mark.parametrize("vignette", ["own-terms", "knew-the-script"])
def test_the_example_of_an_adult_says_nothing_of_a_child_and_nothing_of_what_the_person_did_wrong(
    vignette: str,
) -> None:
    out = program("demo", vignette, "--all").out
    after = out[out.index("All answers once more") : out.index("About this case")]
    lines = [line for line in after.splitlines() if not any(said in line for said in _OF_OTHERS)]

    assert [line for line in lines if re.search(r"\bchild", line, re.IGNORECASE)] == []
    own_deeds = r"others gained|nobody made|own choice|sells sex|did wrong|for others' gain|paid to be"
    assert [line for line in lines if re.search(own_deeds, line, re.IGNORECASE)] == []
