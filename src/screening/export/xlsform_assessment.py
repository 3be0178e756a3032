"""The assessment of a form as calculated fields: what `engine.assess` and `engine.rules` say, as XPath (pure)."""

from collections.abc import Collection, Iterable
from typing import Final, assert_never

from screening.engine.assess import meant_by
from screening.export.xlsform_answers import Answered
from screening.export.xlsform_calculations import Calculations
from screening.export.xlsform_expressions import FALSE, TRUE, all_of, any_of, chosen, field, first_that_holds, text
from screening.export.xlsform_gates import is_childhood
from screening.export.xlsform_indicators import MICRO, Indicators
from screening.sets.childhood import CHILD_FLAG
from screening.sets.column_map import OWN
from screening.sets.conditions.types import (
    All,
    AnswerIs,
    AnyOf,
    Counts,
    FlagRaised,
    LevelLeaf,
    LevelReached,
    LevelRule,
    PathwayLeaf,
    Supported,
    Tree,
)
from screening.sets.items import Item
from screening.sets.model import Alternative, IndicatorSet
from screening.sets.vocabulary import ELEMENTS, RANK, Level

_KINDS: Final = ("strong", "medium_or_strong", "total")


class AssessmentFields:
    """The fields of an assessment, put into a form.

    Attributes:
        child_now: whether the person is a child, or may be one.
        flags, pathways: whether each is raised or open.
        observed_only: whether all that is present are impressions.
        any_present, any_unknown: whether there is an indicator, and a question of which something is not known.
        level: the field with the level.
        band: the field with the band; None where the set has none.
    """

    def __init__(
        self,
        indicator_set: IndicatorSet,
        items: Collection[Item],
        answered: Answered,
        calculations: Calculations,
        begun: str = TRUE,
    ) -> None:
        """Put them.

        Args:
            indicator_set: a set without problems.
            items: those that stand in the form.
            answered: what was answered, with the gates.
            calculations: where the fields go.
            begun: whether there is a level at all; not where the person did not agree.
        """
        self._begun = begun
        self._set = indicator_set
        self._answered = answered
        self._calculations = calculations
        self._indicators = Indicators(indicator_set, answered, calculations)
        self._rules = self._indicators.rules
        self.child_now = is_childhood("age", answered)
        self.flags = self._raised(items)
        for name in self._rules.dimensions:
            self._support(f"dimension_{name}", *(self._supported(name, upper=upper) for upper in (False, True)))
        for element in ELEMENTS:
            names = [name for name in self._rules.dimensions if self._rules.dimension(name)[0] == element]
            dimensions = [f"dimension_{name}" for name in names]
            lower, upper = (
                calculations.any_of(_is_supported(each, upper=up) for each in dimensions) for up in (False, True)
            )
            self._support(f"element_{element}", lower, upper)
        self.observed_only = calculations.holds("observed_only", [self._indicators.observed_only(upper=False)])
        every = self._indicators.terms(sum(self._indicators.names), upper=False)
        self.any_present = calculations.holds("any_present", [f"{term} = 1" for term in every])
        unknown = [answered.is_unknown(item.id) for item in items if item.counts]
        self.any_unknown = calculations.holds("any_unknown", unknown)
        self._ranks = {upper: self._rank(upper=upper) for upper in (False, True)}
        self.level = self._level()
        self.band = self._band()
        self.pathways = {
            pathway.id: calculations.holds(f"pathway_{pathway.id}", [self._opens(pathway.when.tree)])
            if pathway.when is not None
            else TRUE
            for pathway in indicator_set.guidance
        }
        self._list("flags", self.flags)
        self._list("pathways", self.pathways)

    def present(self, indicator: str) -> str:
        """Whether an indicator is present, and counts for this person."""
        terms = self._indicators.terms(self._rules.bits([indicator]), upper=False)
        return any_of(f"{term} = 1" for term in terms)

    # --- flags ---

    def _raised(self, items: Collection[Item]) -> dict[str, str]:
        flags = [flag.id for flag in self._set.about.flags]
        ordered = flags if CHILD_FLAG in flags else [CHILD_FLAG, *flags]
        return {flag: self._calculations.holds(f"flag_{flag}", self._raisers(flag, items)) for flag in ordered}

    def _raisers(self, flag: str, items: Collection[Item]) -> Iterable[str]:
        if flag == CHILD_FLAG:
            yield self.child_now.true
        for item in items:
            raising = [option.id for option in item.options if flag in option.raises]
            if raising:
                yield self._answered.any_of(item.id, raising)

    # --- dimensions, elements ---

    def _supported(self, name: str, *, upper: bool) -> str:
        bits = self._rules.dimension(name)[1]
        rule = self._set.about.rules[self._set.about.dimensions[name].rule]
        found = self._calculations.any_of(f"{term} = 1" for term in self._indicators.terms(bits, upper=upper))
        enough = self._calculations.any_of(self._enough((name,), alternative, upper=upper) for alternative in rule)
        return all_of([found, enough])

    def _support(self, name: str, lower: str, upper: str) -> None:
        cases = [(lower, text("supported")), (upper, text("possible"))]
        self._calculations.put(name, first_that_holds(cases, text("not_supported")))

    def _enough(self, names: Iterable[str], wanted: Alternative | Counts, *, upper: bool) -> str:
        """Whether the indicators of some dimensions and elements, taken together, are as many as wanted."""
        dimensions = self._dimensions(names)
        parts = []
        for kind in _KINDS:
            number = getattr(wanted, kind)
            if number is not None:
                counts = [self._of(name, kind, upper=upper) for name in dimensions]
                parts.append(f"({self._calculations.total(counts)}) >= {number}")
        if wanted.score is not None:
            sums = [self._score(name, upper=upper) for name in dimensions]
            parts.append(f"({self._calculations.total(sums)}) >= {round(wanted.score * MICRO)}")
        return all_of(parts)

    def _dimensions(self, names: Iterable[str]) -> list[str]:
        """Dimensions and those of elements, each once."""
        named = set(names)
        elements = named - set(self._rules.dimensions)
        return [name for name in self._rules.dimensions if name in named or self._rules.dimension(name)[0] in elements]

    def _of(self, dimension: str, kind: str, *, upper: bool) -> str:
        return self._indicators.count(dimension, self._rules.dimension(dimension)[1], kind, upper=upper)

    def _score(self, dimension: str, *, upper: bool) -> str:
        return self._indicators.score(dimension, self._rules.dimension(dimension)[1], upper=upper)

    # --- the level ---

    def _rank(self, *, upper: bool) -> str:
        """The rank of the level, as a field; 0 where nothing is reached."""
        levels = self._set.about.levels
        clear = self._reached(levels.clear_concern, upper=upper)
        some = self._reached(levels.some_concern, upper=upper)
        word = "upper" if upper else "lower"
        if not self._rules.bands:
            cases = [(clear, str(RANK["clear_concern"])), (some, str(RANK["some_concern"]))]
        else:
            score = self._whole_score(upper=upper)
            cases = []
            by_rule: tuple[tuple[Level, str], ...] = (("clear_concern", clear), ("some_concern", some))
            for level, reached in by_rule:
                in_band = [
                    self._in_band(score, number)
                    for number, band in enumerate(self._rules.bands)
                    if RANK[band.level] == RANK[level]
                ]
                cases.append((any_of([reached, *in_band]), str(RANK[level])))
        rank = self._calculations.put(f"rank_before_looks_{word}", first_that_holds(cases, "0"))
        only = self._indicators.observed_only(upper=upper)
        # Demeanour alone is weak evidence of anything: on impressions only, no more than some concern.
        capped = all_of([f"{rank} = {RANK['clear_concern']}", only]) if only != FALSE else FALSE
        return self._calculations.put(f"rank_{word}", chosen(capped, str(RANK["some_concern"]), rank))

    def _reached(self, rule: LevelRule | None, *, upper: bool) -> str:
        if rule is None:
            return FALSE
        adult = self._condition(rule.adult.tree, upper=upper) if rule.adult is not None else FALSE
        child = self._condition(rule.child.tree, upper=upper) if rule.child is not None else FALSE
        return any_of([adult, all_of([self._indicators.child(upper=upper), child])])

    def _condition(self, tree: Tree[LevelLeaf], *, upper: bool) -> str:
        match tree:
            case All(of):
                return self._calculations.all_of(self._condition(part, upper=upper) for part in of)
            case AnyOf(of):
                return self._calculations.any_of(self._condition(part, upper=upper) for part in of)
            case _:
                return self._leaf(tree, upper=upper)

    def _leaf(self, leaf: LevelLeaf, *, upper: bool) -> str:
        match leaf:
            case Supported(name):
                kind = "element" if name in ELEMENTS and name not in self._rules.dimensions else "dimension"
                return _is_supported(f"{kind}_{name}", upper=upper)
            case Counts(names):
                return self._enough(names, leaf, upper=upper)
            case _:
                assert_never(leaf)

    def _level(self) -> str:
        lower, upper = self._ranks[False], self._ranks[True]
        reached: list[tuple[str, Level]] = [
            (f"{lower} = {RANK['clear_concern']}", "clear_concern"),
            (f"{lower} = {RANK['some_concern']}", "some_concern"),
            (f"{upper} > 0", "too_little_known"),
        ]
        cases = [(condition, text(level)) for condition, level in reached]
        level = first_that_holds(cases, text("none_recorded"))
        return self._calculations.put("level", chosen(self._begun, level, text("")))

    # --- bands ---

    def _whole_score(self, *, upper: bool) -> str:
        """The sum of all weights in millionths, as a field."""
        every_bit = sum(self._indicators.names)
        return self._indicators.score("_of_all", every_bit, upper=upper)

    def _in_band(self, score: str, number: int) -> str:
        bands = self._rules.bands
        above = f"{score} >= {round(bands[number].score * MICRO)}" if number else TRUE
        below = f"{score} < {round(bands[number + 1].score * MICRO)}" if number + 1 < len(bands) else TRUE
        return all_of([above, below])

    def _band(self) -> str | None:
        bands = self._rules.bands
        if not bands:
            return None
        score = self._whole_score(upper=False)
        self._calculations.put("score", f"{score} div {MICRO}")
        cases = [(self._in_band(score, number), text(band.id)) for number, band in enumerate(bands)]
        return self._calculations.put("band", first_that_holds(cases, text("")))

    # --- guidance ---

    def _opens(self, tree: Tree[PathwayLeaf]) -> str:
        match tree:
            case All(of):
                return self._calculations.all_of(map(self._opens, of))
            case AnyOf(of):
                return self._calculations.any_of(map(self._opens, of))
            case _:
                return self._pathway_leaf(tree)

    def _pathway_leaf(self, leaf: PathwayLeaf) -> str:
        match leaf:
            case AnswerIs(item, _):
                return self._answered.any_of(item, dict.fromkeys(meant_by(leaf)))
            case FlagRaised(flag):
                return self.flags.get(flag, FALSE)
            case LevelReached(level):
                return f"{self._ranks[False]} >= {RANK[level]}"
            case Supported() | Counts():
                return self._leaf(leaf, upper=False)
            case _:
                assert_never(leaf)

    def _list(self, name: str, conditions: dict[str, str]) -> None:
        """The ids of what holds, one after the other, with a blank after each."""
        parts = [chosen(condition, text(f"{id_} "), text("")) for id_, condition in conditions.items()]
        self._calculations.put(name, self._calculations.in_a_row(parts))


def _is_supported(name: str, *, upper: bool) -> str:
    # Recording one more fact never lowers anything (law 4): what is supported now would be then, too.
    here = field(f"{OWN}{name}")
    return f"{here} != 'not_supported'" if upper else f"{here} = 'supported'"
