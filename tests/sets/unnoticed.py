"""What could be otherwise in the built-in sets without any of their vignettes noticing it.

`python -m tests.sets.unnoticed` lists it; names of sets may follow. Where a line can go and every vignette still comes to
its key, nothing shows that it is right, or that it is there: it needs a case. Where a rule can be easier to meet, a near
miss is wanting. Exit code 1 means that there is something to write.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from screening.engine.assess import Assessor
from screening.lint.vignettes import differences
from screening.reading.records import RecordReader
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.sets.answers import Answers, ticks_of
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette
from tests.sets.changes import Change, easier, left_out

_FOR_A_CHILD: Final = "it tells a child's case by name; what is done there is as strong, and stands beside it"
_IN_ANOTHER: Final = (
    "whatever meets it, meets the next alternative too; it stands there because the published rule says it"
)
# What changes nothing that a vignette could tell, and why that is so.
WITHOUT_EFFECT: Final[Mapping[str, str]] = {
    "sexual, forced: does not show child-in-commercial-sex": _FOR_A_CHILD,
    "sexual, camera: does not show child-in-commercial-sex": _FOR_A_CHILD,
    "sexual, money-taken: does not show child-in-commercial-sex": _FOR_A_CHILD,
    "sexual, debt: does not show child-in-commercial-sex": _FOR_A_CHILD,
    "crime, made: does not show child-offends-for-others": _FOR_A_CHILD,
    "begging, made: does not show child-begs-for-others": _FOR_A_CHILD,
    "rule delphi: without {strong: 2}": _IN_ANOTHER,
    "rule delphi: without {medium_or_strong: 3}": _IN_ANOTHER,
}


class Vignettes:
    """The vignettes of a set that come to their key, each read once: one that does not, would notice everything."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Read what was answered in each."""
        reader, assessor = RecordReader(indicator_set), Assessor(indicator_set)
        read = [(each, reader.record(each.answers, each.circumstances).answers) for each in indicator_set.vignettes]
        self._told: list[tuple[Vignette, Answers]] = [
            (each, answers) for each, answers in read if not differences(each, indicator_set, assessor.assess(answers))
        ]

    def unnoticed(self, changes: Iterable[Change]) -> Iterator[Change]:
        """The changes with which every vignette still comes to its key."""
        return (change for change in changes if not self._notice(change))

    def _notice(self, change: Change) -> bool:
        assessor = Assessor(change.changed)
        return any(
            differences(vignette, change.changed, assessor.assess(answers))
            for vignette, answers in self._told
            if change.answer is None or change.answer[1] in ticks_of(answers.get(change.answer[0]))
        )


def unnoticed(name: str) -> list[str]:
    """What goes unnoticed in a built-in set.

    Rules and levels that are those of another set, word for word, are shown by the vignettes of either.
    """
    others = [each for each in set_ids() if each != name and _rules_of(find_set(each)) == _rules_of(find_set(name))]
    told_elsewhere = {what for each in others for what in _changes_of(each) - {got.what for got in _unnoticed_in(each)}}
    return [each.what for each in _unnoticed_in(name) if each.answer is not None or each.what not in told_elsewhere]


@cache
def _unnoticed_in(name: str) -> list[Change]:
    indicator_set = find_set(name)
    return list(Vignettes(indicator_set).unnoticed(_changes(indicator_set)))


def _changes_of(name: str) -> set[str]:
    return {change.what for change in _changes(find_set(name))}


def _changes(indicator_set: IndicatorSet) -> list[Change]:
    return [*left_out(indicator_set), *easier(indicator_set)]


def _rules_of(indicator_set: IndicatorSet) -> tuple[object, ...]:
    about = indicator_set.about
    return about.levels, about.rules, about.dimensions


def main(names: Sequence[str]) -> int:
    """Print what goes unnoticed. Returns 1 where anything does that is not said to have no effect."""
    to_write = 0
    for name in names or set_ids():
        for what in unnoticed(name):
            reason = WITHOUT_EFFECT.get(what)
            print(f"{name}: {what}" + ("" if reason is None else f" (without effect: {reason})"))
            to_write += reason is None
    return min(to_write, 1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
