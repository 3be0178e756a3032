"""Assessments and results as data for other programs. No free text about anyone is in it."""

from typing import Any

from screening.engine.assess import Assessment
from screening.engine.explain import DimensionExplained, Explanation
from screening.language.catalog import Catalog
from screening.referral.result_document import FORMAT
from screening.result.evaluate import Result
from screening.sets.htcds import VERSION
from screening.sets.vocabulary import RANK
from screening.show.htcds import case_data
from screening.show.levels import headline
from screening.show.services_data import by_need_data
from screening.show.set_data import base_data
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


def _case(result: Result) -> dict[str, Any]:
    """That it is possible, also in the words of a standard for cases; below some concern nothing at all."""
    if RANK[result.assessment.level] < RANK["some_concern"]:
        return {}
    return {"status": "possible", "htcds": {"version": VERSION, **case_data(result.case)}}


def result_data(result: Result, catalog: Catalog) -> dict[str, Any]:
    """A whole result, as `ResultDocument` has it. `status` is never more than "possible".

    Args:
        result: what to write.
        catalog: the language of what no file says.
    """
    assessment, advice = result.assessment, result.advice
    about, directory = result.indicator_set.about, advice.directory
    return {
        "format": FORMAT,
        "set": {
            "id": about.id,
            "version": about.version,
            **base_data(result.indicator_set),
            "fingerprint": result.fingerprint,
        },
        **_texts(result, catalog),
        "headline": catalog.render(headline(result.indicator_set, assessment)),
        **_case(result),
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
            "services": by_need_data(advice.by_need, advice.today, catalog),
            "duties": [
                {
                    "id": duty.id,
                    "title": duty.title,
                    "text": duty.said(),
                    "evidence": duty.evidence,
                    "source": duty.source,
                    "page_date": duty.page_date,
                }
                for duty in advice.duties
            ],
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
