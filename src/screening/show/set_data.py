"""A whole set as data for other programs."""

from typing import Any

import msgspec

from screening.sets.conditions.types import AnyLeaf, Condition, LevelRule
from screening.sets.conditions.write import as_written
from screening.sets.fingerprint import fingerprint
from screening.sets.guidance import Pathway
from screening.sets.model import Extended, IndicatorSet
from screening.sets.questions import Question


def set_data(indicator_set: IndicatorSet) -> dict[str, Any]:
    """A whole set: every question with its place, texts, effects and gates; every indicator; the rules and levels."""
    about = indicator_set.about
    return {
        "id": about.id,
        "version": about.version,
        **base_data(indicator_set),
        "fingerprint": fingerprint(indicator_set),
        "title": about.title,
        "roles": about.roles,
        "language": about.language,
        "audience": about.audience,
        "settles": about.settles,
        "child_card": about.child_card,
        "about": about.about,
        "card": about.card,
        "agreement": about.agreement,
        "agreement_if_kept": about.agreement_if_kept,
        "not_now": about.not_now,
        "closing_card": about.closing_card,
        "circumstances": about.circumstances,
        "sections": [
            {"id": section.id, "title": section.title, "stage": staged.stage, "when": _written(section.when)}
            for staged in about.sections
            for section in indicator_set.sections
            if section.id == staged.id
        ],
        "questions": [
            {
                "id": question.id,
                "section": section.id,
                "stage": stage,
                **_question(question),
                "section_when": _written(section.when),
            }
            for stage, section, question in indicator_set.questions()
        ],
        "indicators": [
            {
                "id": indicator.id,
                "states": indicator.states,
                "brief": indicator.brief,
                "dimension": indicator.dimension,
                "strength": {"adult": indicator.strength_for(False), "child": indicator.strength_for(True)},
                "weight": indicator.weight,
                "covers": indicator.covers,
                **({"htcds": indicator.htcds} if indicator.htcds is not None else {}),
                "source": indicator.source,
                "strength_source": indicator.strength_source,
            }
            for indicator in indicator_set.indicators
        ],
        "elements": about.elements,
        "dimensions": about.dimensions,
        "rules": about.rules,
        "levels": {
            "clear_concern": _written(about.levels.clear_concern),
            "some_concern": _written(about.levels.some_concern),
        },
        "headlines": about.headlines,
        "bands": about.bands,
        "flags": about.flags,
        "guidance": [_pathway(pathway) for pathway in indicator_set.guidance],
        "vignettes": [vignette.id for vignette in indicator_set.vignettes],
        "sources": about.sources,
    }


def base_data(indicator_set: IndicatorSet) -> dict[str, Any]:
    """What a set extends; nothing where it extends none."""
    return {"extends": _extended(indicator_set.extends)} if indicator_set.extends is not None else {}


def _extended(extended: Extended) -> dict[str, Any]:
    further = {"extends": _extended(extended.extends)} if extended.extends is not None else {}
    return {"id": extended.id, "version": extended.version, **further}


def _question(question: Question) -> dict[str, Any]:
    return {
        "kind": question.kind,
        "say_first": question.say_first,
        "ask": question.ask,
        "ask_self": question.ask_self,
        "ask_next": question.ask_next,
        "ask_next_self": question.ask_next_self,
        "listen": question.listen,
        "why": question.why,
        "record": question.record,
        "choose": question.choose,
        "options": [
            {
                "id": option.id,
                "label": option.label,
                "label_self": option.label_self,
                "shows": option.shows,
                "raises": option.raises,
                "alone": option.alone,
                **({"weight": option.weight, "strength": option.strength} if option.marks else {}),
                **({"from": option.least, "below": option.below} if option.is_number_band else {}),
                **({"htcds": option.htcds} if option.htcds is not None else {}),
            }
            for option in question.choices
        ],
        "declined": question.declined,
        "declined_self": question.declined_self,
        "counts": question.counts,
        "always": question.always,
        "when": _written(question.when),
    }


def _pathway(pathway: Pathway) -> dict[str, Any]:
    """A pathway as it is written; what it leaves out is left out."""
    when = {"when": as_written(pathway.when)} if pathway.when is not None else {}
    return {"id": pathway.id, **when, **msgspec.to_builtins(msgspec.structs.replace(pathway, when=None))}


def _written(rule: Condition[AnyLeaf] | LevelRule | None) -> Any:
    """Written here, because conditions have a grammar of their own."""
    return as_written(rule) if rule is not None else None
