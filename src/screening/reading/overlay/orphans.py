"""What has nothing left to say once something else is left out, and so is left out with it.

Only what is plainly meant: the questions of a section; an indicator that no question shows any more, and a flag that
none raises. What still speaks of something that is gone (a pathway, a gate) is for whoever leaves it out to decide.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from screening.reading.overlay.nodes import id_of, ids_of, items_of, value_at
from screening.reading.set_texts import SetTexts
from screening.reading.yaml_text import YamlText

Gone = Mapping[str, Collection[str]]


def with_orphans(base: SetTexts, own: SetTexts, gone: Gone) -> Gone:
    """What is left out, with what goes with it.

    Args:
        base: what is extended, whole.
        own: the set that extends it, which may show and raise the same by questions of its own.
        gone: ids of the base that are left out, by kind.
    """
    sections = [text for text in base.sections if id_of(text.data) in gone["sections"]]
    questions = {*gone["questions"], *(each for text in sections for each in _questions_of(text))}
    gone = {**gone, "questions": questions}
    if not questions:
        return gone
    named = set(_flags_named(text.data for text in (*base.sections, *own.sections) if text not in sections))
    named |= set(_flags_named([_kept(base.guidance, gone["pathways"]), own.guidance.data if own.guidance else None]))
    kept = {
        "indicators": set(ids_of(own.indicators.data)) if own.indicators is not None else set(),
        "flags": {*named, *ids_of(value_at(own.about.data, "flags"))},
    }
    for kind, key in (("indicators", "shows"), ("flags", "raises")):
        before = set(_effects(base.sections, key, ()))
        after = {*_effects(base.sections, key, questions), *_effects(own.sections, key, ())}
        gone = {**gone, kind: {*gone[kind], *(before - after - kept[kind])}}
    return gone


def _questions_of(text: YamlText) -> list[str]:
    return ids_of(value_at(text.data, "questions"))


def _effects(sections: Iterable[YamlText], key: str, without: Collection[str]) -> Iterator[str]:
    """What the questions show or raise, besides some of them."""
    for text in sections:
        for question in items_of(value_at(text.data, "questions")):
            if id_of(question) not in without:
                for answer in (question, *items_of(value_at(question, "options"))):
                    yield from (name for name in items_of(value_at(answer, key)) if isinstance(name, str))


def _kept(text: YamlText | None, gone: Collection[str]) -> list[Any]:
    return [item for item in items_of(text.data if text is not None else None) if id_of(item) not in gone]


def _flags_named(parts: Iterable[Any]) -> Iterator[str]:
    """Every flag that a condition looks at."""
    for part in parts:
        if isinstance(part, dict):
            name = part.get("flag")
            if isinstance(name, str):
                yield name
            yield from _flags_named(part.values())
        elif isinstance(part, list):
            yield from _flags_named(part)
