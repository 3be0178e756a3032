"""What the built-in sets have for the first page of a result: a fact in few words, one act for tonight and one never."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from wcwidth import wcswidth

from screening.reading.sets import find_set
from screening.sets.fields import TextByAge
from screening.sets.guidance import Flag, Pathway
from screening.sets.model import IndicatorSet

pytestmark = pytest.mark.slow

# A line of the page of 80 columns also has room for what the act is for.
ACT_WIDTH = 60
BRIEF_WIDTH = 24
SETS = {name: find_set(name) for name in ("palermo", "first-contact", "child", "self-check")}


def advice(about: IndicatorSet) -> list[Flag | Pathway]:
    """All that says what to do, flags first."""
    return [*about.about.flags, *about.guidance]


def said(text: str | TextByAge | None) -> list[str]:
    """A line as it is said to each age."""
    each = (text.adult, text.child) if isinstance(text, TextByAge) else (text,)
    return [one for one in each if one is not None]


@pytest.mark.parametrize("name", SETS)
def test_every_flag_and_pathway_has_one_act_for_tonight_and_something_not_to_do_that_fit_a_line(name: str) -> None:
    for each in advice(SETS[name]):
        acts, nevers = said(each.tonight), said(each.never)

        assert acts, each.id
        assert nevers or each.keep_from, each.id
        assert [text for text in acts + nevers if len(text) > ACT_WIDTH] == []
        assert all(text.startswith("Do not ") for text in nevers), each.id
        assert not any(text.startswith("Do not ") for text in acts), each.id


@pytest.mark.parametrize("name", SETS)
def test_no_act_leads_to_whoever_stands_first_for_that_may_be_the_police(name: str) -> None:
    found = [act for each in advice(SETS[name]) for act in said(each.tonight) if "first service" in act]

    assert found == []


@pytest.mark.parametrize("name", SETS)
def test_no_child_is_told_to_come_back_as_if_it_could_be_left(name: str) -> None:
    for each in advice(SETS[name]):
        act = each.tonight.child if isinstance(each.tonight, TextByAge) else each.tonight

        assert "come back" not in (act or ""), each.id


@pytest.mark.parametrize("name", SETS)
def test_every_flag_and_pathway_has_a_place_of_its_own_and_flags_come_first(name: str) -> None:
    flags = [flag.priority for flag in SETS[name].about.flags]
    pathways = [pathway.priority for pathway in SETS[name].guidance]
    places = [place for place in flags + pathways if place is not None]

    assert len(places) == len(advice(SETS[name]))
    assert [place for place, count in Counter(places).items() if count > 1] == []
    assert max(places[: len(flags)]) < min(places[len(flags) :])


@pytest.mark.parametrize("name", SETS)
def test_what_is_most_urgent_comes_in_one_order_in_every_set(name: str) -> None:
    order = ["child", "danger_now", "medical", "self_harm", "expected_back", "others_at_risk", "going_back"]
    places = {flag.id: flag.priority for flag in SETS[name].about.flags}
    known = [places[flag] or 0 for flag in order if flag in places]

    assert all(first < second for first, second in pairwise(known))


@pytest.mark.parametrize("name", SETS)
def test_every_indicator_has_a_few_words_of_its_own(name: str) -> None:
    briefs = {indicator.id: indicator.brief for indicator in SETS[name].indicators}

    assert [indicator for indicator, brief in briefs.items() if brief is None] == []
    assert [brief for brief in briefs.values() if brief is not None and wcswidth(brief) > BRIEF_WIDTH] == []
    assert [brief for brief, count in Counter(briefs.values()).items() if count > 1] == []


@pytest.mark.parametrize("name", SETS)
def test_no_few_words_say_what_somebody_is_or_did_wrong(name: str) -> None:
    wrong = re.compile(
        r"\b(victim|traffick\w*|illegal\w*|guilty|(?<!was told )lies|lied for|smuggl\w*|prostitut\w*|offend\w*)\b", re.I
    )

    assert [each.brief for each in SETS[name].indicators if each.brief is not None and wrong.search(each.brief)] == []
