"""Assessments, results, sets and services as JSON data for other programs. No free text about anyone is in it."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import msgspec

from screening.engine.assess import Assessment
from screening.engine.explain import DimensionExplained, Explanation
from screening.language.catalog import Catalog
from screening.referral.directory import Directory, Duty
from screening.referral.freshness import last_seen
from screening.referral.matching import ContactNow, NeedServices
from screening.referral.moment import Moment
from screening.referral.names import is_made_up
from screening.referral.reasons import Reason
from screening.referral.service import Service
from screening.result.evaluate import Result
from screening.sets.conditions.types import AnyLeaf, Condition, LevelRule
from screening.sets.conditions.write import as_written
from screening.sets.fingerprint import fingerprint
from screening.sets.model import Extended, IndicatorSet, Pathway
from screening.sets.questions import Question
from screening.sets.vocabulary import RANK
from screening.show.card import CarryCard
from screening.show.characters import visible_in_json
from screening.show.levels import headline
from screening.show.reasons import reason_text
from screening.show.translation_marks import is_unreviewed


def assessment_data(assessment: Assessment) -> dict[str, Any]:
    """What `score` says of one record."""
    return {
        "level": assessment.level,
        "bounds": assessment.bounds,
        "settled": assessment.settled,
        "elements": assessment.elements,
        "dimensions": assessment.dimensions,
        "flags": assessment.flags,
        "pathways": assessment.pathways,
        "may_open": assessment.may_open,
        "answered": assessment.answered,
        "open": assessment.open,
        "closed": assessment.closed,
    }


def _texts(result: Result, catalog: Catalog) -> dict[str, Any]:
    """In which language the texts are, and whether it was reviewed; nothing where they are as they were written."""
    wording = result.indicator_set.wording
    if wording is None and not is_unreviewed(result, catalog):
        return {}
    language = wording.language if wording is not None else catalog.language
    return {"texts": {"language": language, "reviewed": not is_unreviewed(result, catalog)}}


def result_data(result: Result, catalog: Catalog) -> dict[str, Any]:
    """A whole result. `status` is a word of IOM's Human Trafficking Case Data Standard, never more than "possible".

    Args:
        result: what to write.
        catalog: the language of what no file says.
    """
    assessment, advice = result.assessment, result.advice
    about, directory = result.indicator_set.about, advice.directory
    return {
        "set": {
            "id": about.id,
            "version": about.version,
            **_extends(result.indicator_set),
            "fingerprint": result.fingerprint,
        },
        **_texts(result, catalog),
        "headline": catalog.render(headline(result.indicator_set, assessment)),
        **({"status": "possible"} if RANK[assessment.level] >= RANK["some_concern"] else {}),
        **assessment_data(assessment),
        "observed_only": assessment.observed_only,
        **({"score": assessment.score, "band": assessment.band.id} if assessment.band is not None else {}),
        "advice": {
            "directory": {"place": directory.place, "as_of": directory.as_of} if directory is not None else None,
            "emergency": directory.emergency.number if directory is not None else None,
            "wishes": advice.wishes,
            "do": [
                {
                    "id": block.id,
                    "title": catalog.render(block.title),
                    "do": [catalog.render(text) for text in block.do],
                    "do_not": [catalog.render(text) for text in block.do_not],
                }
                for block in (*advice.flags, *advice.pathways)
            ],
            "services": _by_need_data(advice.by_need, advice.today, catalog),
            "duties": advice.duties,
        },
        "why": _explanation(result.explanation),
        "not_asked": [question.id for question in result.explanation.not_asked],
        "unclear": [question.id for question in result.explanation.unclear],
        "declined": [question.id for question in result.explanation.declined],
        "declined_as": {
            question.id: question.declined for question in result.explanation.declined if question.declined
        },
        "partly_known": sorted(result.explanation.partly),
    }


def services_data(
    asked_for: str,
    directory: Directory,
    moment: Moment,
    by_need: Iterable[NeedServices],
    duties: Iterable[Duty],
    catalog: Catalog,
) -> dict[str, Any]:
    """The services of a place.

    Args:
        asked_for: the place that was asked for, which may have no directory.
        directory: where the services are from.
        moment: the time, by the clock of the place.
        by_need: the services for each need.
        duties: what the law of the place says.
        catalog: the language of what no file says.
    """
    return {
        "place": asked_for,
        "directory": {"place": directory.place, "as_of": directory.as_of},
        "at": moment.local.isoformat(timespec="minutes"),
        "emergency": directory.emergency,
        "services": _by_need_data(by_need, moment.today, catalog),
        "duties": list(duties),
    }


def _by_need_data(by_need: Iterable[NeedServices], today: date, catalog: Catalog) -> list[dict[str, Any]]:
    """The services for each need, and who was left out and why."""
    return [
        {
            "need": need_services.need,
            "services": [
                {
                    "id": match.service.id,
                    # What a translator made up is no name that a program could look for.
                    "names": {code: name for code, name in match.service.names.items() if not is_made_up(name)},
                    "listed_by": match.service.listed_by,
                    "contacts": [
                        _contact_data(contact_now, match.service, today) for contact_now in match.contacts_now
                    ],
                    "about": match.service.about,
                    "only": match.service.only,
                    "ask_first": [_reason(reason, catalog) for reason in match.ask_first],
                    "when_you_call": match.service.ask_first,
                    "notes": match.service.notes,
                    "informs_police": match.service.informs_police,
                    "referral": match.service.referral,
                }
                for match in need_services.matches
            ],
            "left_out": [
                {"id": each.service.id, "reasons": [_reason(reason, catalog) for reason in each.reasons]}
                for each in need_services.left_out
            ],
            "generally": need_services.generally,
        }
        for need_services in by_need
    ]


def _contact_data(contact_now: ContactNow, service: Service, today: date) -> dict[str, Any]:
    """A contact, and whether somebody answers now, also in the person's language. Null: not known."""
    contact, way = contact_now.contact, contact_now.best_fit
    return {
        "kind": contact.kind,
        "number": contact.number,
        "hours": contact.hours,
        "open": contact_now.opening.open if contact_now.opening is not None else None,
        "dial_from": contact.dial_from,
        "languages": contact_now.known,
        "in_language": way.opening.open if way is not None and way.opening is not None else None,
        "note": contact.note,
        "conflict": contact.conflict,
        "evidence": contact.evidence,
        "seen": last_seen(contact, service, today),
    }


def card_data(card: CarryCard, catalog: Catalog) -> dict[str, Any]:
    """A card for the person, as it stands on paper."""
    return {
        "language": card.language or catalog.language,
        "title": catalog.render(card.title),
        "entries": [
            {
                "name": entry.name,
                "second_name": entry.second_name,
                "number": catalog.render(entry.number),
                "hours": catalog.render(entry.hours) if entry.hours is not None else None,
            }
            for entry in card.entries
        ],
    }


def set_data(indicator_set: IndicatorSet) -> dict[str, Any]:
    """A whole set: every question with its place, texts, effects and gates; every indicator; the rules and levels."""
    about = indicator_set.about
    return {
        "id": about.id,
        "version": about.version,
        **_extends(indicator_set),
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


def encode(data: Any) -> str:
    """Data as JSON, for people to read as well."""
    plain = msgspec.to_builtins(data)
    # Not msgspec's own JSON, which has none for half a character, as a name in an old encoding has them.
    return visible_in_json(json.dumps(plain, ensure_ascii=False, indent=2))


def _extends(indicator_set: IndicatorSet) -> dict[str, Any]:
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


def _reason(reason: Reason, catalog: Catalog) -> dict[str, Any]:
    return {"kind": reason.kind, "recorded": reason.recorded, "text": catalog.render(reason_text(reason))}


def _explanation(explanation: Explanation) -> list[dict[str, Any]]:
    return [_dimension(each) for dimensions in explanation.elements.values() for each in dimensions]


def _dimension(dimension: DimensionExplained) -> dict[str, Any]:
    return {
        "dimension": dimension.id,
        "element": dimension.element,
        "support": dimension.support,
        "held": [
            {
                "indicator": present.indicator.id,
                "strength": present.strength,
                **({"mark": present.mark.id, "weight": present.weight} if present.mark is not None else {}),
                "shown_by": [question.id for question in present.shown_by],
            }
            for present in dimension.present
        ],
        "unknown": [{"indicator": each.indicator.id, "why": each.why} for each in dimension.undetermined],
    }
