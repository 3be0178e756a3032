"""A set as it is shown: everything that whoever extends it has to name, in lines that fit."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.reading.yaml_text import read_yaml
from screening.sets.conditions.types import AnyLeaf, Condition
from screening.sets.conditions.write import as_text, as_written
from screening.sets.model import IndicatorSet
from screening.show.indicator_set import set_lines
from screening.show.rows import wrap_lines
from tests.support.building import asked, indicator, small_set
from tests.support.conditions import ANY_CONDITION
from tests.support.thorough import examples

EXAMPLES = Path(__file__).parents[1] / "sets" / "examples"
SETS = [*set_ids(), *(str(path) for path in sorted(EXAMPLES.iterdir()) if path.is_dir())]


@cache
def whole(name: str) -> IndicatorSet:
    """A set by its id or its folder."""
    return find_set(name)


def shown(indicator_set: IndicatorSet) -> list[str]:
    """The rows of 80 columns in which a set is shown."""
    return [row.text for row in wrap_lines(set_lines(indicator_set, ("here",)), 80, ENGLISH)]


def ids(indicator_set: IndicatorSet) -> Iterator[str]:
    """Every id that a set which extends this one may name."""
    about = indicator_set.about
    yield from (wording.id for wording in about.circumstances)
    for _, section, question in indicator_set.questions():
        yield from (section.id, question.id, *(option.id for option in question.options))
    yield from (each.id for each in indicator_set.indicators)
    yield from (*about.dimensions, *about.rules, *about.sources)
    for listed in (about.flags, about.bands, indicator_set.guidance, indicator_set.vignettes):
        yield from (each.id for each in listed)


@pytest.mark.parametrize("name", SETS, ids=lambda name: Path(name).name)
def test_every_id_of_a_set_is_shown_and_every_row_fits(name: str) -> None:
    rows = shown(whole(name))

    words = set("\n".join(rows).replace(":", " ").replace(",", " ").replace(")", " ").split())
    assert {each for each in ids(whole(name)) if each not in words} == set()
    assert max(map(len, rows)) <= 80


OPTIONS = [{"id": "a", "label": "One", "shows": ["i"]}, {"id": "b", "label": "None of these", "alone": True}]


def test_what_counts_and_when_is_shown_as_it_is_written() -> None:
    indicator_set = small_set(
        [
            asked("q", options=OPTIONS, choose="several", ask_next="And then?", declined="Wants a lawyer first"),
            asked("r", when={"question": "q", "is": ["a"]}),
        ],
        [indicator("i", "coercion", {"adult": "weak", "child": "strong"}, weight=2.5)],
        rules={
            "delphi": [{"strong": 2}, {"strong": 1, "total": 2}],
            "any": [{"total": 1}],
            "any_strong": [{"score": 1}],
        },
        levels={"some_concern": {"adult": {"any": ["means", {"in": ["act"], "total": 1}]}, "child": "purpose"}},
        bands=[{"id": "low", "title": "Low", "score": 0, "level": "none_recorded"}],
        guidance=[{"id": "p", "title": "P", "do": ["D"], "when": {"flag": "child"}, "needs": ["shelter"]}],
    )

    text = "\n".join([*shown(indicator_set), ""])

    for part in (
        "\nmain (section main, stage questions)\n",
        "  - q: q?\n    ask next: And then?\n    several of:\n    a: One (i)\n    b: None of these (excludes the others)\n"
        "    declined: Wants a lawyer first\n",
        "  - r: r?\n    when: {question: q, is: [a]}\n    yes or no\n",
        "  - i: i\n    coercion; weak for an adult, strong for a child; weight 2.5\n",
        "  - coercion: Coercion\n    element means, rule delphi\n",
        "  - delphi: {strong: 2}, {strong: 1, total: 2}\n",
        "  - some_concern\n    for an adult:\n    any of:\n    - means\n    - {in: [act], total: 1}\n"
        "    for a child besides:\n    purpose\n",
        "  - low: Low\n    from 0; none_recorded\n",
        "  - p: P\n    when: {flag: child}\n    needs shelter\n",
    ):
        assert part in text


def test_a_mark_is_shown_with_its_key_and_what_it_counts() -> None:
    text = "\n".join(shown(whole(str(EXAMPLES / "rating"))))

    assert (
        "  - pay: Pay\n    0: None of this\n    1: comes late (weight 1)\n    2: has not come for months (weight 2)\n"
        in text
    )
    assert "  - pay: Pay\n    crew; weight 2 at most\n" in text


@examples(200)
@given(condition=ANY_CONDITION)
def test_a_condition_that_is_shown_can_be_written_into_a_file(condition: Condition[AnyLeaf]) -> None:
    written: Any = as_written(condition)

    assert read_yaml(as_text(written).encode(), "file.yaml").data == written


def test_what_a_set_says_of_itself_is_shown() -> None:
    hours = [{"id": "short", "label": "Short", "below": 8}, {"id": "long", "label": "Long", "from": 8, "weight": 3}]
    indicator_set = small_set(
        [asked("met", counts=False), asked("hours", options=hours, dimension="coercion")],
        [],
        bands=[{"id": "low", "title": "Low", "score": 0, "level": "none_recorded", "headline": "Below."}],
        headlines={"some_concern": {"says": "Talk again.", "name": "another talk"}},
    )

    text = "\n".join([*shown(indicator_set), ""])

    for part in (
        "  - met: met?\n    counts nothing\n    yes or no\n",
        "    short: Short (below 8)\n    long: Long (from 8, weight 3)\n",
        "    from 0; none_recorded\n    Below.\n",
        "  - some_concern: Talk again.\n    another talk\n",
    ):
        assert part in text
