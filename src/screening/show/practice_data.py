"""An exercise as data, for a training file: ids, levels and lists, and no text of a set."""

from collections.abc import Sequence
from typing import Any

from screening.practice.attempt import Attempt
from screening.practice.marked import Ways
from screening.show.data import encode


def exercise_data(attempts: Sequence[Attempt]) -> str:
    """The attempts as JSON. That it is practice stands first: nobody is to take it for a record of somebody.

    Args:
        attempts: in the order in which they were made.
    """
    return encode({"practice": True, "cases": [_case(each) for each in attempts]})


def _case(attempt: Attempt) -> dict[str, Any]:
    marked, about = attempt.marked, attempt.indicator_set.about
    return {
        "set": {"id": about.id, "version": about.version},
        "case": attempt.vignette.id,
        "code": attempt.code,
        "level": {"reached": marked.level, "key": marked.key_level},
        "under_referral": _ways(marked.under),
        "over_referral": _ways(marked.over),
        "seen": [[fact.item, fact.option] for fact in marked.seen],
        "missed": [
            {
                "fact": [each.fact.item, each.fact.option],
                "recorded": each.stands,
                "recorded_elsewhere": each.elsewhere,
                "told_by": each.told_by,
                "level": each.level,
            }
            for each in marked.missed
        ],
        "assumed": [
            {"fact": [each.fact.item, each.fact.option], "key": each.stands, "told_elsewhere": each.elsewhere}
            for each in marked.assumed
        ],
        "taken_as_no": [{"item": each.item, "key": each.key} for each in marked.taken_as_no],
        "left_open": [{"item": each.item, "recorded": each.recorded} for each in marked.left_open],
        "kept_open": [{"item": each.item, "key": each.key, "recorded": each.recorded} for each in marked.kept_open],
        "otherwise": [
            {"item": each.item, "key": each.key, "recorded": each.recorded, "level": each.level}
            for each in marked.otherwise
        ],
        "answers": attempt.recorded,
    }


def _ways(ways: Ways) -> dict[str, Any]:
    return {"trafficked": ways.trafficked, "flags": ways.flags, "pathways": ways.pathways}
