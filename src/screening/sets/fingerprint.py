"""What makes two versions of a set different for their answers, as hashes of canonical JSON (pure).

There are two, because they are different things to do something about. The *layout* is what can be recorded, and in
which order: with another one, what was recorded cannot even be read. The *meaning* is what an answer says, and what
follows from it: with another one, what was recorded can be read, but was not said of the statement that it stands at.
Neither covers how something is asked, explained, advised or translated, nor how this program names its own types: they
are on paper, and have to outlive them.

What can be recorded of the circumstances is a list of the program's and not of the set's. It is part of the layout, and
has a hash of its own besides, so that it can be told which of the two is another.
"""

import json
from collections.abc import Iterator
from hashlib import sha256
from itertools import groupby
from typing import Any

from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import AnyLeaf, Condition
from screening.sets.conditions.write import as_written
from screening.sets.items import Item, recordable
from screening.sets.model import ByAge, Indicator, IndicatorSet, SetFile
from screening.sets.questions import CircumstanceWording, Option, Question

LENGTH = 12


def fingerprint(indicator_set: IndicatorSet) -> str:
    """A short text that changes with what an answer means: the beginning of `hash_meaning`, as results print it.

    Args:
        indicator_set: the set; in which language does not matter.

    Returns:
        Twelve hexadecimal digits.
    """
    return hash_meaning(indicator_set)[:LENGTH]


def hash_meaning(indicator_set: IndicatorSet) -> str:
    """Changes with what an answer means: what it answers, when it is asked, and what follows from it.

    It covers ids, options and their order; the statements that are recorded (`record`, labels, what it says not to want
    to say, what an indicator states); what an answer shows and raises; gates with their `all` and `any`; rules, levels
    and bands; and when pathways open. So it covers the set's part of the layout too.

    Args:
        indicator_set: the set; in which language does not matter, for it is made of what was written.

    Returns:
        A SHA-256 in hexadecimal digits.
    """
    return _hash(_meaning(indicator_set.written))


def hash_layout(indicator_set: IndicatorSet) -> str:
    """Changes with what can be recorded, and in which order: ids, options, which are alone, whether there are several.

    Args:
        indicator_set: the set; in which language does not matter.

    Returns:
        A SHA-256 in hexadecimal digits, of the program's closed lists too.
    """
    return _hash([_closed_lists(), [_item(item) for item in recordable(indicator_set).values()]])


def hash_closed_lists() -> str:
    """Changes with what this version of the program can record of circumstances, whatever set is used.

    Returns:
        A SHA-256 in hexadecimal digits.
    """
    return _hash(_closed_lists())


def canonical_json(plain: Any) -> bytes:
    """Plain data as JSON of which there is one form only: keys sorted, no spaces, ASCII, 1.0 written as 1."""
    return json.dumps(_one_form(plain), sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def _one_form(plain: Any) -> Any:
    match plain:
        case dict():
            return {key: _one_form(part) for key, part in plain.items()}
        case list():
            return [_one_form(part) for part in plain]
        case float() if plain.is_integer():
            return int(plain)
    return plain


def _hash(plain: Any) -> str:
    return sha256(canonical_json(plain)).hexdigest()


def _closed_lists() -> list[dict[str, Any]]:
    """The circumstances with their values, in the program's order."""
    return [
        {
            "id": name,
            "values": list(kind.values),
            **_written(several=kind.several, wish=kind.wish),
            "undecided": kind.undecided,
        }
        for name, kind in CIRCUMSTANCES.items()
    ]


def _item(item: Item) -> dict[str, Any]:
    """What the set says of something that can be recorded: of a circumstance only that it stands here."""
    if not item.counts:
        return {"circumstance": item.id}
    return {
        "question": item.id,
        "choose": "several" if item.several else "one",
        "options": [option.id for option in item.options],
        "alone": [option.id for option in item.options if option.alone],
    }


def _meaning(indicator_set: IndicatorSet) -> dict[str, Any]:
    """What answers mean, as plain data in the words of the files."""
    about = indicator_set.about
    return {
        "id": about.id,
        "circumstances": [_circumstance(wording) for wording in about.circumstances],
        "sections": list(_sections(indicator_set)),
        "indicators": {indicator.id: _indicator(indicator) for indicator in indicator_set.indicators},
        "dimensions": {name: _written(element=each.element, rule=each.rule) for name, each in about.dimensions.items()},
        "rules": {name: [as_written(each) for each in alternatives] for name, alternatives in about.rules.items()},
        "levels": _levels(about),
        "bands": [{"id": band.id, "score": band.score, "level": band.level} for band in about.bands],
        "flags": [flag.id for flag in about.flags],
        "guidance": [_written(id=pathway.id, when=_gate(pathway.when)) for pathway in indicator_set.guidance],
    }


def _circumstance(wording: CircumstanceWording) -> dict[str, Any]:
    return _written(id=wording.id, record=wording.record, labels=dict(wording.labels))


def _sections(indicator_set: IndicatorSet) -> Iterator[dict[str, Any]]:
    """The sections that ask anything, in the order of the interview."""
    for _, together in groupby(indicator_set.questions(), lambda each: each[1].id):
        questions = list(together)
        stage, section, _ = questions[0]
        yield _written(
            id=section.id,
            stage=stage,
            when=_gate(section.when),
            questions=[_question(question) for _, _, question in questions],
        )


def _question(question: Question) -> dict[str, Any]:
    return _written(
        id=question.id,
        kind=question.kind,
        record=question.record,
        choose=question.choose,
        options=[_option(option) for option in question.choices] if question.options or question.rate else [],
        declined=question.declined,
        shows=list(question.shows),
        raises=list(question.raises),
        always=question.always,
        when=_gate(question.when),
    )


def _option(option: Option) -> dict[str, Any]:
    return _written(
        id=option.id,
        label=option.label,
        shows=list(option.shows),
        raises=list(option.raises),
        alone=option.alone,
        weight=option.weight if option.marks else None,
        strength=option.strength,
        least=option.least,
        below=option.below,
    )


def _indicator(indicator: Indicator) -> dict[str, Any]:
    strength = indicator.strength
    return _written(
        states=indicator.states,
        dimension=indicator.dimension,
        strength=_written(adult=strength.adult, child=strength.child) if isinstance(strength, ByAge) else strength,
        weight=indicator.weight,
    )


def _levels(about: SetFile) -> dict[str, Any]:
    rules = {"clear_concern": about.levels.clear_concern, "some_concern": about.levels.some_concern}
    return {level: as_written(rule) for level, rule in rules.items() if rule is not None}


def _gate(when: Condition[AnyLeaf] | None) -> Any:
    return as_written(when) if when is not None else None


def _written(**keys: Any) -> dict[str, Any]:
    """Without what a file may leave out, so that a new key which a set does not use changes nothing of it."""
    return {
        key: value for key, value in keys.items() if value is not None and value is not False and value not in ([], {})
    }
