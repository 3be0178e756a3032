"""`screening sets` and `screening show`: which sets there are, and what is in one."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from screening.commands.exit_codes import DONE
from screening.commands.set_catalog import open_catalog, usable_sets
from screening.language.catalog import ENGLISH
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet, Question, Role
from screening.show.data import encode, set_data
from screening.show.lines import Line
from screening.show.report import extends_texts
from screening.show.terminal import print_lines
from screening.terminal.outlet import put

# What a set is taken for where none is named.
_TAKEN_FOR: Mapping[Role, str] = {
    "full": "the full set",
    "short": "the set for a first contact",
    "child": "the set for a child",
}


def list_sets(folders: Sequence[Path] = ()) -> int:
    """List the built-in sets, and those of these folders.

    Raises:
        BadInput: there is no such folder.
        Unsound: two sets have one id, or two of an agency's own have one role.
    """
    catalog = open_catalog(folders)
    taken = {role: set_with_role(role, catalog) for role in _TAKEN_FOR}
    lines = []
    for name, indicator_set in usable_sets(catalog):
        about = indicator_set.about
        questions = sum(1 for _ in indicator_set.questions())
        lines.append(Line("item", f"{about.id} (version {about.version}): {about.title}"))
        lines.append(
            Line(
                "detail",
                f"for: {about.audience}; {questions} questions; {_origin(name, indicator_set, catalog)}"
                + "".join(f"; {said}" for role, said in _TAKEN_FOR.items() if taken[role] == name),
            )
        )
    print_lines(lines, sys.stdout, ENGLISH)
    return DONE


def show_set(name: str, folders: Sequence[Path] = (), *, as_json: bool) -> int:
    """Show everything in a set, built in or of these folders.

    Raises:
        BadInput: there is no such folder.
        Unsound: there is no such set, or it has problems.
    """
    catalog = open_catalog(folders)
    indicator_set = find_set(name, catalog)
    if as_json:
        put(encode(set_data(indicator_set)) + "\n")
    else:
        print_lines(_lines(indicator_set, _origin(name, indicator_set, catalog)), sys.stdout, ENGLISH)
    return DONE


def _origin(name: str, indicator_set: IndicatorSet, catalog: SetCatalog) -> str:
    """Where a set is from, which was named by its id or its path, and what it extends."""
    origin = catalog.origin(name) if name in catalog.folders else f"from {name}"
    return "; ".join([origin, *map(ENGLISH.render, extends_texts(indicator_set.extends))])


def _lines(indicator_set: IndicatorSet, origin: str) -> Iterator[Line]:
    about = indicator_set.about
    yield Line("title", f"{about.title} ({about.id}, version {about.version})")
    yield Line("text", f"This set is {origin}.")
    if about.about is not None:
        yield Line("text", about.about)
    if about.circumstances:
        yield Line("heading", "Circumstances, never scored")
        yield from (Line("item", f"{wording.id}: {wording.ask or wording.record}") for wording in about.circumstances)
    last = ""
    for stage, section, question in indicator_set.questions():
        if section.id != last:
            last = section.id
            yield Line("heading", f"{section.title or section.id} (stage: {stage})")
        yield from _question(question)
    yield Line("heading", "Indicators")
    for indicator in indicator_set.indicators:
        adult, child = (indicator.strength_for(age) or "not counted" for age in (False, True))
        strength = adult if adult == child else f"{adult} for an adult, {child} for a child"
        yield Line("item", f"{indicator.id}: {indicator.states}")
        yield Line("detail", f"{indicator.dimension}; {strength}")
    yield Line("heading", "Guidance")
    yield from (Line("item", f"{pathway.id}: {pathway.title}") for pathway in indicator_set.guidance)
    if indicator_set.vignettes:
        yield Line("heading", "Vignettes")
        yield from (Line("item", f"{vignette.id}: {vignette.title}") for vignette in indicator_set.vignettes)


def _question(question: Question) -> Iterator[Line]:
    yield Line("item", f"{question.id}: {question.ask or question.record}")
    for option in question.choices:
        effects = [*option.shows, *(f"raises {flag}" for flag in option.raises)]
        yield Line("detail", f"{option.label}{': ' + ', '.join(effects) if effects else ''}")
