"""An indicator that counts for nothing."""

from collections.abc import Iterator, Mapping

from screening.language.messages import Message, gettext, quoted
from screening.lint.reach import Reach, counts_asked, is_counted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.sets.conditions.types import Counts, Supported
from screening.sets.conditions.walk import leaves
from screening.sets.model import Indicator, IndicatorSet
from screening.sets.ratings import rated_indicator

RULE = Rule(id="counted-nowhere", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """An indicator can change no level, no band and no pathway.

    The result would be the same without it. Bands, and counts of `score`, add weights; all other counts are of
    strengths. So a `weight` counts nowhere in a set that only counts strengths, a `strength` counts nowhere in a set
    that only has bands, and a weak indicator counts nowhere if only strong ones are counted.

    What counts is what a level or a pathway counts in a dimension or an element; what the rule of a dimension counts,
    where a level or a pathway names that dimension or its element; and every weight, where there are bands. The rule of
    a dimension that is named nowhere counts only in a set without levels and bands.

    Passes:
        indicators.yaml: [{id: held, strength: strong, weight: 2}]

    Fails:
        indicators.yaml: [{id: held, strength: null, weight: 2}]

    Fails:
        set.yaml: {levels: null, bands: [{id: low, title: Low, score: 0, level: none_recorded}]}
        guidance.yaml: [{id: help, when: {level: none_recorded}}]

    Fails:
        set.yaml: {dimensions: {spare: {rule: one, title: Named in no level}}}
        indicators.yaml: [{id: held, dimension: spare}]
    """
    counted = _counted(files.set)
    stated = files.indicators.value if files.indicators is not None else ()
    for index, indicator in enumerate(stated):
        if files.indicators is not None and _is_counted_nowhere(indicator, counted):
            yield files.indicators.problem((index, "id"), *_told(indicator, counted))
    for placed in files.questions():
        if placed.question.is_rating:
            rated = rated_indicator(files.about.value, placed.question)
            if _is_counted_nowhere(rated, counted):
                yield placed.file.problem((*placed.path, "id"), *_told(rated, counted))


def _is_counted_nowhere(indicator: Indicator, counted: Mapping[str, frozenset[str]]) -> bool:
    counts = counted.get(indicator.dimension, frozenset())
    return not any(is_counted(indicator, count, child) for count in counts for child in (False, True))


def _counted(indicator_set: IndicatorSet) -> Mapping[str, frozenset[str]]:
    """What is counted in each dimension, such as `strong` or `score`."""
    about, reach = indicator_set.about, Reach(indicator_set)
    rules = [about.levels.clear_concern, about.levels.some_concern]
    conditions = [part for rule in rules if rule is not None for part in (rule.adult, rule.child)]
    named = [leaf for condition in conditions for leaf in leaves(condition)]
    named += [
        leaf
        for pathway in indicator_set.guidance
        for leaf in leaves(pathway.when)
        if isinstance(leaf, Supported | Counts)
    ]
    counted: dict[str, set[str]] = {name: {"score"} if about.bands else set() for name in about.dimensions}
    supported: dict[str, None] = {}
    for leaf in named:
        names = (leaf.name,) if isinstance(leaf, Supported) else leaf.names
        dimensions = dict.fromkeys(each for name in names for each in reach.dimensions_of(name))
        if isinstance(leaf, Supported):
            supported |= dimensions
        else:
            for name in dimensions:
                counted[name].update(count for count, _ in counts_asked(leaf))
    if not about.bands and not any(rules):
        supported = dict.fromkeys(about.dimensions)
    for name in supported:
        for alternative in about.rules[about.dimensions[name].rule]:
            counted[name].update(count for count, _ in counts_asked(alternative))
    return {name: frozenset(counts) for name, counts in counted.items()}


def _told(indicator: Indicator, counted: Mapping[str, frozenset[str]]) -> tuple[Message, Message]:
    counts = counted.get(indicator.dimension, frozenset())
    name, dimension = quoted(indicator.id), quoted(indicator.dimension)
    if counts == {"score"}:
        return (
            gettext(
                "the indicator {indicator} has no weight, and only weights are added, so it counts nowhere",
                indicator=name,
            ),
            gettext("Give it a weight."),
        )
    if counts and indicator.strength is None:
        return (
            gettext(
                "the indicator {indicator} has no strength, and only strengths are counted, so it counts nowhere",
                indicator=name,
            ),
            gettext("Give it a strength. To add weights, write bands, or a rule with 'score'."),
        )
    if counts:
        return (
            gettext(
                "the indicator {indicator} is too weak for all that is counted, so it counts nowhere", indicator=name
            ),
            gettext("Count weaker ones too, as with 'total', or take it out."),
        )
    return (
        gettext("no level, band or pathway counts the indicator {indicator}", indicator=name),
        gettext("Name its dimension {dimension} in a level or a pathway.", dimension=dimension),
    )
