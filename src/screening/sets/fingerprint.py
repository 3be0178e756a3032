"""What makes two versions of a set different for their answers (pure)."""

from hashlib import sha256

import msgspec

from screening.sets.model import Condition, IndicatorSet, LevelRule

LENGTH = 12


def fingerprint(indicator_set: IndicatorSet) -> str:
    """A short text that changes with ids, options, order, gates and rules, and not with wording.

    Returns:
        Twelve hexadecimal digits of a SHA-256.
    """
    about = indicator_set.about
    structure = {
        "set": about.id,
        "circumstances": [wording.id for wording in about.circumstances],
        "questions": [
            [
                stage,
                section.id,
                section.when,
                question.id,
                question.kind,
                question.choose,
                question.always,
                question.when,
                [[option.id, option.shows, option.raises, option.alone] for option in question.choices],
            ]
            for stage, section, question in indicator_set.questions()
        ],
        "indicators": [
            [indicator.id, indicator.dimension, indicator.strength, indicator.weight]
            for indicator in indicator_set.indicators
        ],
        "dimensions": [[name, each.element, each.rule] for name, each in about.dimensions.items()],
        "rules": about.rules,
        "levels": [about.levels.clear_concern, about.levels.some_concern],
        "bands": [[band.id, band.score, band.level] for band in about.bands],
        "flags": [flag.id for flag in about.flags],
        "pathways": [[pathway.id, pathway.when] for pathway in indicator_set.guidance],
    }
    encoded = msgspec.json.encode(structure, enc_hook=_condition)
    return sha256(encoded).hexdigest()[:LENGTH]


def _condition(value: object) -> object:
    assert isinstance(value, Condition | LevelRule), type(value)
    return repr(value)
