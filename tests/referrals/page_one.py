"""How often each service stands on the first page of a built-in vignette, in each place."""

from collections import Counter
from collections.abc import Mapping

from screening.engine.assess import Assessor
from screening.reading.places import Directories, places
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.referral.moment import moment_in
from screening.result.evaluate import evaluate
from screening.result.first_calls import calls
from tests.support.program import THE_DAY

BEFORE = "# Written by `python -m tests.referrals.write_page_one`: services by how often page one of a vignette shows them.\n"


def shown() -> Mapping[str, list[str]]:
    """The ids of services by place, those that are shown most often first."""
    directories, moment = Directories(), moment_in(None, THE_DAY)
    found: dict[str, Counter[str]] = {place: Counter() for place in places()}
    for name in set_ids():
        indicator_set = find_set(name)
        assessor, reader = Assessor(indicator_set), RecordReader(indicator_set)
        for vignette in indicator_set.vignettes:
            for place, counted in found.items():
                record = reader.record(vignette.answers, {**vignette.circumstances, "place": place})
                result = evaluate(indicator_set, record, directories, moment, assessor)
                named = calls(result.advice)
                # The emergency number stands on every one of them, and is nobody's to try.
                counted.update(call.match.service.id for call in (*named.first, *named.besides) if call.match)
    return {place: [name for name, _ in each.most_common()] for place, each in found.items()}


def page() -> str:
    """The file."""
    rows = [f"{place}: [{', '.join(names)}]" for place, names in sorted(shown().items())]
    return BEFORE + "".join(f"{row}\n" for row in rows)
