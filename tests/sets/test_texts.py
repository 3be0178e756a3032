"""Every text of a set has an id of its own, and nothing that is read is left out."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from screening.sets.texts import texts
from tests.support.building import asked, indicator, small_set

SMALL = small_set(
    [
        asked(
            "papers",
            say_first="First",
            ask_self="Yours?",
            ask_next="And now?",
            ask_next_self="And yours now?",
            declined="A lawyer first",
            declined_self="My lawyer first",
            listen="L",
            why="W",
            options=[{"id": "own", "label": "Has them"}, {"id": "kept", "label": "Kept", "shows": ["held"]}],
        ),
        asked("free", shows=["held"]),
    ],
    [indicator("held", "coercion", brief="Held")],
    guidance=[
        {
            "id": "help",
            "title": "Help",
            "do": ["One", "Two", {"adult": "Offer", "child": "See to"}],
            "do_not": ["Three", {"child": "Send away"}],
            "tonight": "A bed",
            "never": {"adult": "Rest"},
        }
    ],
    about="About",
    agreement="May I?",
    agreement_if_kept="May I write?",
    card=["Sit", "Listen"],
    not_now=["Stop"],
    closing_card=["Thank"],
    elements={"act": "Act"},
    circumstances=[
        {"id": "gender", "ask": "G?", "record": "G", "listen": "GL", "why": "GW", "labels": {"woman": "Women"}}
    ],
    flags=[{"id": "child", "title": "A child", "do": ["Call"], "do_not": ["Wait"], "never": "Ask on"}],
)


@pytest.mark.parametrize(
    ("name", "text"),
    {
        "set.title": "A small set",
        "set.about": "About",
        "set.agreement": "May I?",
        "set.agreement_if_kept": "May I write?",
        "set.card.1": "Listen",
        "set.not_now.0": "Stop",
        "set.closing_card.0": "Thank",
        "circumstance.gender.ask": "G?",
        "circumstance.gender.labels.woman": "Women",
        "question.papers.say_first": "First",
        "question.papers.ask": "papers?",
        "question.papers.ask_self": "Yours?",
        "question.papers.ask_next": "And now?",
        "question.papers.ask_next_self": "And yours now?",
        "question.papers.declined": "A lawyer first",
        "question.papers.declined_self": "My lawyer first",
        "question.papers.listen": "L",
        "question.papers.why": "W",
        "question.papers.record": "papers",
        "option.papers.kept.label": "Kept",
        "element.act": None,
        "element.act.title": "Act",
        "dimension.coercion.title": "Coercion",
        "indicator.held.states": "held",
        "indicator.held.brief": "Held",
        "flag.child.title": "A child",
        "flag.child.never": "Ask on",
        "pathway.help.tonight": "A bed",
        "flag.child.do_not.0": "Wait",
        "pathway.help.do.1": "Two",
        "pathway.help.do_not.0": "Three",
        "pathway.help.do.2": None,
        "pathway.help.do.2.adult": "Offer",
        "pathway.help.do.2.child": "See to",
        "pathway.help.do_not.1.adult": None,
        "pathway.help.do_not.1.child": "Send away",
        "pathway.help.never.adult": "Rest",
    }.items(),
)
def test_a_text_is_found_by_its_id(name: str, text: str | None) -> None:
    assert texts(SMALL).get(name) == text


def test_yes_and_no_are_the_programs_own_words() -> None:
    assert not any(name.startswith("option.free") for name in texts(SMALL))


def test_texts_come_in_the_order_of_the_interview() -> None:
    names = list(texts(SMALL))

    order = ["set.title", "circumstance.gender.ask", "question.papers.ask", "question.free.ask", "pathway.help.title"]
    assert [name for name in names if name in order] == order


# What is no text to translate: names, words of the grammar, and what is quoted as it was published.
_NO_TEXTS = {"id", "version", "sources", "vignettes", "stage", "audience", "rule", "element", "strength", "dimension"}
_NO_TEXTS |= {
    "source",
    "strength_source",
    "covers",
    "shows",
    "raises",
    "when",
    "kind",
    "choose",
    "needs",
    "keep_from",
    "extends",
}
_NO_TEXTS |= {"leave_out", "after", "roles", "goes_on", "languages", "htcds"}


def words(data: Any) -> Iterator[str]:
    """Every text in plain data, however deep."""
    if isinstance(data, dict):
        for key, part in data.items():
            if key == "labels":
                yield from part.values()  # its keys are values such as languages, one of which is called id
            elif key not in _NO_TEXTS:
                yield from words(part)
    elif isinstance(data, list | tuple):
        for part in data:
            yield from words(part)
    elif isinstance(data, str):
        yield data


def plain(indicator_set: IndicatorSet) -> Any:
    """A set as plain data; conditions, which hold no texts, are left out."""
    return msgspec.to_builtins(indicator_set, enc_hook=lambda _: None)


@pytest.mark.parametrize("indicator_set", [SMALL, *map(find_set, set_ids())], ids=["small", *set_ids()])
def test_no_text_of_a_set_is_forgotten(indicator_set: IndicatorSet) -> None:
    found = sorted(word for word in words(plain(indicator_set)))

    assert sorted(texts(indicator_set).values()) == found
