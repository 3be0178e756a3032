"""`screening sets` and `screening show`: which sets there are, and what is in one."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from screening.commands.exit_codes import DONE
from screening.commands.set_catalog import open_catalog, teller, usable_sets
from screening.language.catalog import Catalog
from screening.language.messages import Listing, Message, Text, gettext, ngettext, pgettext
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import find_set
from screening.sets.model import Indicator, IndicatorSet, Question, RatedIndicator
from screening.sets.vocabulary import Role, Strength
from screening.show.data import encode, set_data
from screening.show.levels import STRENGTH_NAME
from screening.show.lines import Line
from screening.show.report import extends_texts
from screening.show.terminal import print_lines
from screening.terminal.outlet import put

# What a set is taken for where none is named.
_TAKEN_FOR: Mapping[Role, Message] = {
    # Translators: the last of what is said of a set in a list of sets, after a semicolon. So are the next two.
    "full": gettext("the full set"),
    "short": gettext("the set for a first contact"),
    "child": gettext("the set for a child"),
}
_AUDIENCE_NAME: Mapping[str, Message] = {
    # Translators: who screens with a set. So are the next two.
    "officer": pgettext("whom a set is for", "officer"),
    "caseworker": pgettext("whom a set is for", "caseworker"),
    "person": pgettext("whom a set is for", "person"),
}


def list_sets(language: Catalog, folders: Sequence[Path] = ()) -> int:
    """List the built-in sets, and those of these folders.

    Raises:
        BadInput: there is no such folder.
        Unsound: two sets have one id, or two of an agency's own have one role.
    """
    catalog = open_catalog(folders)
    taken = {role: set_with_role(role, catalog) for role in _TAKEN_FOR}
    lines = []
    for name, indicator_set in usable_sets(catalog, teller(language)):
        about = indicator_set.about
        questions = sum(1 for _ in indicator_set.questions())
        named = gettext("{id} (version {version}): {title}", id=about.id, version=about.version, title=about.title)
        lines.append(Line("item", named))
        roles = (said for role, said in _TAKEN_FOR.items() if taken[role] == name)
        told = ngettext(
            # Translators: {audience} is who screens with the set; {origin} says where it is from, and what it is for.
            "for: {audience}; {count} question; {origin}",
            "for: {audience}; {count} questions; {origin}",
            questions,
            audience=_AUDIENCE_NAME[about.audience],
            origin=Listing((*_origin(name, indicator_set, catalog), *roles), "semicolon"),
        )
        lines.append(Line("detail", told))
    print_lines(lines, sys.stdout, language)
    return DONE


def show_set(name: str, language: Catalog, folders: Sequence[Path] = (), *, as_json: bool) -> int:
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
        print_lines(_lines(indicator_set, _origin(name, indicator_set, catalog)), sys.stdout, language)
    return DONE


def _origin(name: str, indicator_set: IndicatorSet, catalog: SetCatalog) -> tuple[Text, ...]:
    """Where a set is from, which was named by its id or its path, and what it extends."""
    origin = catalog.origin(name) if name in catalog.folders else gettext("from {path}", path=name)
    return (origin, *extends_texts(indicator_set.extends))


def _lines(indicator_set: IndicatorSet, origin: tuple[Text, ...]) -> Iterator[Line]:
    about = indicator_set.about
    yield Line(
        "title", gettext("{title} ({id}, version {version})", title=about.title, id=about.id, version=about.version)
    )
    # Translators: {origin} says where the set is from, such as "built in".
    yield Line("text", gettext("This set is {origin}.", origin=Listing(origin, "semicolon")))
    if about.about is not None:
        yield Line("text", about.about)
    if about.circumstances:
        yield Line("heading", gettext("Circumstances, never scored"))
        yield from (_named(wording.id, wording.ask or wording.record) for wording in about.circumstances)
    last = ""
    for stage, section, question in indicator_set.questions():
        if section.id != last:
            last = section.id
            heading = gettext("{section} (stage: {stage})", section=section.title or section.id, stage=stage)
            yield Line("heading", heading)
        yield from _question(question)
    yield Line("heading", gettext("Indicators"))
    for indicator in indicator_set.indicators:
        strength = _strength(indicator)
        yield _named(indicator.id, indicator.states)
        yield Line("detail", gettext("{dimension}; {strength}", dimension=indicator.dimension, strength=strength))
    yield Line("heading", gettext("Guidance"))
    yield from (_named(pathway.id, pathway.title) for pathway in indicator_set.guidance)
    if indicator_set.vignettes:
        yield Line("heading", gettext("Vignettes"))
        yield from (_named(vignette.id, vignette.title) for vignette in indicator_set.vignettes)


def _named(name: str, text: str) -> Line:
    return Line("item", gettext("{id}: {text}", id=name, text=text))


def _strength(indicator: Indicator) -> Text:
    """How much an indicator counts, for an adult and for a child; one that is rated, at most."""
    if indicator.weight is not None:
        weight = format(indicator.weight, "g")
        if isinstance(indicator, RatedIndicator):
            return gettext("counts up to {weight}", weight=weight)
        return pgettext("an indicator", "counts {weight}", weight=weight)
    adult, child = (_strength_name(indicator.strength_for(child)) for child in (False, True))
    # Translators: {adult} and {child} are strengths, such as "strong".
    differ = gettext("{adult} for an adult, {child} for a child", adult=adult, child=child)
    return adult if adult == child else differ


def _strength_name(strength: Strength | None) -> Text:
    return gettext("not counted") if strength is None else STRENGTH_NAME[strength]


def _question(question: Question) -> Iterator[Line]:
    yield _named(question.id, question.ask or question.record)
    for option in question.choices:
        if question.is_rating:
            # Translators: {id} is a mark, such as 2, and {label} what it says.
            yield Line("detail", gettext("{id}  {label}", id=option.id, label=option.label))
            continue
        # Translators: {flag} is the name of something urgent that an answer brings up.
        raised = (gettext("raises {flag}", flag=flag) for flag in option.raises)
        effects = Listing((*option.shows, *raised), "comma")
        # Translators: an answer, and what counts when it is given.
        told = gettext("{label}: {effects}", label=option.label, effects=effects)
        yield Line("detail", told if effects.items else option.label)
