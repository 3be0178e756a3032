"""Which invented cases are practised on: those that were named, or that were left to chance."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from random import Random

from msgspec import Struct
from msgspec.structs import replace

from screening.commands.exit_codes import BadInput
from screening.commands.set_catalog import usable_sets
from screening.commands.vignette_names import named_vignette
from screening.engine.assess import Assessor
from screening.language.messages import Message, gettext
from screening.practice.difficulty import DIFFICULTIES, Difficulty, difficulty
from screening.reading.own_vignettes import find_set_with
from screening.reading.records import RecordReader
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.sets.answers import Answers
from screening.sets.model import IndicatorSet
from screening.sets.vignette import Vignette
from screening.show.practice_cases import Listed


class Wanted(Struct, frozen=True):
    """What was said of the cases.

    Attributes:
        names: their ids, or `SET/VIGNETTE`; none where they are chosen otherwise.
        set_name: the set that they are of; where none is named, the full one, or that of a case that is named.
        folder: a folder of own vignettes: they take the place of the set's own.
        level: how hard they are to be.
        count: how many are left to chance; None where none is.
        seed: the same cases come with the same one.
    """

    names: Sequence[str] = ()
    set_name: str | None = None
    folder: Path | None = None
    level: Difficulty | None = None
    count: int | None = None
    seed: int | None = None


class Case(Struct, frozen=True):
    """A case to practise on.

    Attributes:
        key: what is to be recorded of it.
    """

    indicator_set: IndicatorSet
    vignette: Vignette
    key: Answers
    difficulty: Difficulty

    @property
    def listed(self) -> Listed:
        """As it stands in a list."""
        return Listed(self.vignette.id, self.vignette.title, self.difficulty)


def cases_to_choose_from(wanted: Wanted, catalog: SetCatalog) -> tuple[Case, ...]:
    """The cases of a set, the easy ones first; those as hard as was wanted.

    Args:
        wanted: what was said of them.
        catalog: where sets are found.

    Raises:
        BadInput: no set is the full one, or there is no such case.
        Unsound: the set or the own vignettes cannot be used.
    """
    name = wanted.set_name or set_with_role("full", catalog)
    if name is None:
        raise BadInput(gettext("no set is the full one. Name the set of the cases with --set."))
    found = find_set_with(name, wanted.folder, catalog)
    vignettes = found.set.vignettes if wanted.folder is None else found.given
    cases = _prepared(found.set, vignettes)
    chosen = [case for case in cases if wanted.level in {None, case.difficulty}]
    if not chosen:
        raise BadInput(_none_such(wanted, found.set))
    return tuple(sorted(chosen, key=lambda case: (DIFFICULTIES.index(case.difficulty), case.vignette.title.casefold())))


def named_cases(wanted: Wanted, catalog: SetCatalog, tell: Callable[[Message], None]) -> tuple[Case, ...]:
    """The cases that were named, in that order. One that several sets have is that of the full set.

    Args:
        wanted: what was said of them.
        catalog: where sets are found.
        tell: told of each set that cannot be used.

    Raises:
        BadInput: there is no such case.
        Unsound: the set that was named, or the own vignettes, cannot be used.
    """
    name = wanted.set_name or (set_with_role("full", catalog) if wanted.folder is not None else None)
    if name is not None:
        only = find_set_with(name, wanted.folder, catalog).set
        found = [named_vignette(each, [(only.about.id, only)]) for each in wanted.names]
    else:
        full = set_with_role("full", catalog)
        first = {full: catalog.folders[full]} if full is not None else {}
        sets = _Once(usable_sets(replace(catalog, folders=first | dict(catalog.folders)), tell))
        found = [named_vignette(each, sets) for each in wanted.names]
    return tuple(case for indicator_set, vignette in found for case in _prepared(indicator_set, (vignette,)))


class _Once:
    """Sets that are read one after another, as far as somebody wants them, and none twice."""

    def __init__(self, unread: Iterator[tuple[str, IndicatorSet]]) -> None:
        self._unread = unread
        self._read: list[tuple[str, IndicatorSet]] = []

    def __iter__(self) -> Iterator[tuple[str, IndicatorSet]]:
        yield from self._read
        for each in self._unread:
            self._read.append(each)
            yield each


def at_random(cases: Sequence[Case], count: int, seed: int | None) -> tuple[Case, ...]:
    """Some of the cases, each once.

    Args:
        cases: those to choose from.
        count: how many.
        seed: the same ones come with the same one.

    Raises:
        BadInput: there are not so many.
    """
    if count < 1:
        raise BadInput(gettext("an exercise has one case at least. Ask for more."))
    if count > len(cases):
        raise BadInput(gettext("there are only {count} such cases. Ask for fewer.", count=len(cases)))
    return tuple(Random(seed).sample(list(cases), count))


def _prepared(indicator_set: IndicatorSet, vignettes: Sequence[Vignette]) -> list[Case]:
    assessor, reader = Assessor(indicator_set), RecordReader(indicator_set)
    cases = []
    for vignette in vignettes:
        key = reader.record(vignette.answers, vignette.circumstances).answers
        cases.append(Case(indicator_set, vignette, key, difficulty(indicator_set, key, assessor)))
    return cases


def _none_such(wanted: Wanted, indicator_set: IndicatorSet) -> Message:
    if wanted.level is None:
        return gettext("the set {set} has no cases. Name another with --set.", set=indicator_set.about.id)
    return gettext(
        "the set {set} has no case that is {level}. 'screening practise --list' lists all.",
        set=indicator_set.about.id,
        level=wanted.level,
    )
