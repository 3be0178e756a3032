"""Answers to assessment (pure): what was recorded, how far it points, and how sure that is.

The rules are the set's own data; this room only knows how to apply them. Indicators are held as bits of an integer, so
that "one more indicator" is one more bit, and a whole file of records can be assessed in reasonable time.

Sources of the method: dimensions with strong, medium and weak indicators follow the operational indicators of the ILO
and the European Commission (2009); act, means and purpose follow Article 3 of the Palermo Protocol. The pooled rules
across dimensions are the project's own.
"""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass

from screening.conditions import Test, Truth, compiled
from screening.gating import Gates
from screening.model import (
    CHILD_AGES,
    CHILD_FLAG,
    CHILD_WHEN_IT_BEGAN,
    CIRCUMSTANCES,
    ELEMENTS,
    NOT_DEFINITE,
    RANK,
    UNCLEAR,
    Alternative,
    Answers,
    Band,
    CircumstanceIs,
    Condition,
    Counts,
    Element,
    FlagRaised,
    Indicator,
    IndicatorSet,
    Level,
    LevelReached,
    LevelRule,
    Question,
    QuestionIs,
    Support,
    Supported,
)


@dataclass(frozen=True, slots=True)
class Assessment:
    """How much what was recorded points to trafficking. Never a verdict (law 1).

    Attributes:
        level: the lower bound, or `too_little_known` where that is `none_recorded` and more is still possible.
        bounds: the levels with everything unknown taken as absent, and as present. Never `too_little_known`.
        elements, dimensions: supported, possible (what is unknown could still support it) or not supported.
        flags: raised flags in the set's order; `child` included.
        pathways: open pathways in the set's order, the always-open ones included.
        closed: ids of the questions that do not apply, in order; their answers are set aside.
        answered, open: numbers of questions with any answer, and with none; with `closed` they make up the set.
        present, undetermined: ids of indicators.
        child: whether the rules for a child apply; `child_undecided`: whether that may still change.
        observed_only: every present indicator is an impression.
        score, band: the sum of weights and the band it falls in; None for sets without bands.
    """

    level: Level
    bounds: tuple[Level, Level]
    elements: Mapping[Element, Support]
    dimensions: Mapping[str, Support]
    flags: tuple[str, ...]
    pathways: tuple[str, ...]
    closed: tuple[str, ...]
    answered: int
    open: int
    present: tuple[str, ...]
    undetermined: tuple[str, ...]
    child: bool
    child_undecided: bool
    observed_only: bool
    score: float | None
    band: Band | None

    @property
    def settled(self) -> bool:
        """Whether no further answer can change the level."""
        return self.bounds[0] == self.bounds[1]


# How many outcomes of one dimension's rule are kept, so that memory does not grow with the number of records.
_MOST_KNOWN = 4096


@dataclass(frozen=True, slots=True)
class _Scenario:
    """One way to take the unknown: the indicators held to be present, under one age's rules."""

    present: int
    child: bool
    supported: Set[str]
    level: Level


@dataclass(frozen=True, slots=True)
class _Recorded:
    """What a pathway looks at: the lower bound and the record itself."""

    scenario: _Scenario
    answers: Answers
    circumstances: Answers
    closed: frozenset[str]
    flags: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Effect:
    """What one answer shows and raises, as bits."""

    shows: int
    raises: int


def child_rule(circumstances: Answers) -> Truth:
    """Whether the rules for a child apply: True, False, or None where that is not decided yet.

    Palermo 3(c) and 3(d); doubt counts as childhood (Convention of the Council of Europe, 10(3)), and so does having
    been under 18 when it began.
    """
    age = circumstances.get("age")
    began = circumstances.get("under_18_when_it_began")
    if age in CHILD_AGES or began in CHILD_WHEN_IT_BEGAN:
        return True
    return False if age == "adult" and began == "no" else None


class Assessor:
    """The rules of one set, ready to assess any number of records."""

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Prepare the set; it must have been read without problems."""
        about = indicator_set.about
        self._gates = Gates(indicator_set)
        self._indicators = indicator_set.indicators
        self._ids = tuple(indicator.id for indicator in indicator_set.indicators)
        self._bit = {name: 1 << place for place, name in enumerate(self._ids)}
        questions = [question for _, _, question in indicator_set.questions()]
        self._question_ids = tuple(question.id for question in questions)

        flag_ids = [flag.id for flag in about.flags]
        # A set may word the card of `child`, and so place it; a child comes before everything else where it does not.
        self._flag_ids = tuple(flag_ids) if CHILD_FLAG in flag_ids else (CHILD_FLAG, *flag_ids)
        self._flag_bit = {flag: 1 << place for place, flag in enumerate(self._flag_ids)}

        self._effects = [
            (question.id, self._bits(question.could_show), self._effects_of(question)) for question in questions
        ]
        impressions = [name for question in questions if question.kind == "impression" for name in question.could_show]
        self._impressions = self._bits(impressions)

        self._dimensions = {
            name: (dimension.element, self._bits(self._in_dimension(name)))
            for name, dimension in about.dimensions.items()
        }
        self._by_strength = {child: self._strength_bits(child) for child in (False, True)}
        self._weights = {
            self._bit[indicator.id]: indicator.weight for indicator in self._indicators if indicator.weight is not None
        }
        self._rules = {
            name: self._alternatives(self._dimensions[name][1], about.rules[dimension.rule])
            for name, dimension in about.dimensions.items()
        }
        self._tested = [(name, *self._dimensions[name], rule) for name, rule in self._rules.items()]
        self._clear = self._level_rule(about.levels.clear_concern)
        self._some = self._level_rule(about.levels.some_concern)
        self._bands = tuple(sorted(about.bands, key=lambda band: band.score))
        self._pathways = tuple(
            (pathway.id, compiled(pathway.when, self._pathway_leaf) if pathway.when is not None else None)
            for pathway in indicator_set.guidance
        )

    def assess(self, answers: Answers, circumstances: Answers) -> Assessment:
        """Assess what was recorded.

        Args:
            answers: question id to answer, only ids and options of the set (`reading.records` sees to that); answers
                to closed questions may be among them and do not count.
            circumstances: circumstance id to value.

        Returns:
            The assessment. Total: every record of a sound set has one.
        """
        gates = self._gates.test(answers, circumstances)
        closed = tuple([question for question, truth in gates.items() if truth is False]) if gates else ()
        set_aside = frozenset(closed)
        present = possible = raised = answered = 0
        for question, could_show, effects in self._effects:
            if question in set_aside:
                continue
            answer = answers.get(question)
            if answer is None:
                possible |= could_show
                continue
            answered += 1
            if isinstance(answer, tuple):
                for tick in answer:
                    effect = effects[tick]
                    present |= effect.shows
                    raised |= effect.raises
            elif answer in NOT_DEFINITE:
                possible |= could_show
            else:
                effect = effects[answer]
                present |= effect.shows
                raised |= effect.raises
        if circumstances.get("age") in CHILD_AGES:
            raised |= self._flag_bit[CHILD_FLAG]

        child = child_rule(circumstances)
        lower = self._scenario(present, child is True)
        upper = self._scenario(present | possible, child is not False)
        flags = tuple([flag for flag, bit in self._flag_bit.items() if raised & bit])
        recorded = _Recorded(lower, answers, circumstances, set_aside, frozenset(flags))
        score = self._score(present, lower.child) if self._bands else None
        return Assessment(
            level="too_little_known" if RANK[lower.level] == 0 < RANK[upper.level] else lower.level,
            bounds=(lower.level, upper.level),
            elements={element: _support(element, lower, upper) for element in ELEMENTS},
            dimensions={name: _support(name, lower, upper) for name in self._dimensions},
            flags=flags,
            pathways=tuple([name for name, test in self._pathways if test is None or test(recorded)]),
            closed=closed,
            answered=answered,
            open=len(self._question_ids) - len(closed) - answered,
            present=self._names(present),
            undetermined=self._names(possible & ~present),
            child=child is True,
            child_undecided=child is None,
            observed_only=present != 0 and present & ~self._impressions == 0,
            score=score,
            band=self._band(score) if score is not None else None,
        )

    def supports(self, dimension: str, present: Iterable[str], child: bool) -> bool:
        """Whether these indicators, and no others, support the dimension under the rules of that age."""
        return self._rules[dimension](self._bits(present), child)

    # --- one scenario ---

    def _scenario(self, present: int, child: bool) -> _Scenario:
        supported: set[str] = set()
        for name, element, bits, rule in self._tested:
            if present & bits and rule(present, child):
                supported.add(name)
                if element is not None:
                    supported.add(element)
        return _Scenario(present, child, supported, self._level(present, child, supported))

    def _level(self, present: int, child: bool, supported: Set[str]) -> Level:
        scenario = _Scenario(present, child, supported, "none_recorded")
        level: Level = "none_recorded"
        if self._clear(scenario):
            level = "clear_concern"
        elif self._some(scenario):
            level = "some_concern"
        if self._bands:
            level = max(level, self._band(self._score(present, child)).level, key=RANK.__getitem__)
        # Demeanour alone is weak evidence of anything: on impressions only, no more than some concern.
        if level == "clear_concern" and present & ~self._impressions == 0:
            return "some_concern"
        return level

    def _score(self, present: int, child: bool) -> float:
        counted = present & ~self._by_strength[child]["not counted"]
        return sum(weight for bit, weight in self._weights.items() if counted & bit)

    def _band(self, score: float) -> Band:
        reached = [band for band in self._bands if band.score <= score]
        return reached[-1] if reached else self._bands[0]

    # --- preparing ---

    def _bits(self, names: Iterable[str]) -> int:
        bits = 0
        for name in names:
            bits |= self._bit[name]
        return bits

    def _names(self, bits: int) -> tuple[str, ...]:
        names = []
        while bits:
            lowest = bits & -bits
            names.append(self._ids[lowest.bit_length() - 1])
            bits ^= lowest
        return tuple(names)

    def _in_dimension(self, name: str) -> list[str]:
        return [indicator.id for indicator in self._indicators if indicator.dimension == name]

    def _effects_of(self, question: Question) -> dict[str, _Effect]:
        effects = {}
        for option in question.choices:
            raises = 0
            for flag in option.raises:
                raises |= self._flag_bit[flag]
            effects[option.id] = _Effect(self._bits(option.shows), raises)
        return effects

    def _strength_bits(self, child: bool) -> dict[str, int]:
        """Cumulative: a stronger indicator stands in for a weaker one."""
        strengths = {indicator.id: indicator.strength_for(child) for indicator in self._indicators}
        held = {
            "strong": ["strong"],
            "medium_or_strong": ["strong", "medium"],
            "total": ["strong", "medium", "weak"],
        }
        bits = {
            count: self._bits(name for name, strength in strengths.items() if strength in ranks)
            for count, ranks in held.items()
        }
        bits["not counted"] = self._bits(
            indicator.id for indicator in self._indicators if not _counts_at_all(indicator, strengths[indicator.id])
        )
        return bits

    def _alternatives(self, bits: int, alternatives: tuple[Alternative, ...]) -> Callable[[int, bool], bool]:
        tests = [self._counts(bits, alternative) for alternative in alternatives]
        # The same few indicators of a dimension come again and again in a file of records.
        known: dict[tuple[int, bool], bool] = {}

        def rule(present: int, child: bool) -> bool:
            held = (present & bits, child)
            if held not in known:
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                known[held] = any(test(present, child) for test in tests)
            return known[held]

        return rule

    def _counts(self, bits: int, wanted: Alternative | Counts) -> Callable[[int, bool], bool]:
        """A test of counts among the indicators in `bits`. All the counts named must hold."""
        counts = [
            (number, {child: bits & self._by_strength[child][count] for child in (False, True)})
            for count, number in (
                ("strong", wanted.strong),
                ("medium_or_strong", wanted.medium_or_strong),
                ("total", wanted.total),
            )
            if number is not None
        ]
        score = wanted.score

        def enough(present: int, child: bool) -> bool:
            for number, among in counts:
                if (present & among[child]).bit_count() < number:
                    return False
            return score is None or self._score(present & bits, child) >= score

        return enough

    def _level_rule(self, rule: LevelRule | None) -> Callable[[_Scenario], bool]:
        if rule is None:
            return lambda _: False
        adult = compiled(rule.adult, self._scenario_leaf) if rule.adult is not None else None
        child = compiled(rule.child, self._scenario_leaf) if rule.child is not None else None

        def reached(scenario: _Scenario) -> bool:
            if adult is not None and adult(scenario):
                return True
            return scenario.child and child is not None and bool(child(scenario))

        return reached

    def _scenario_leaf(self, leaf: Condition) -> Test[_Scenario]:
        match leaf:
            case Supported(name):
                return lambda scenario: name in scenario.supported
            case Counts(names):
                among = 0
                for name in names:
                    among |= self._pool(name)
                enough = self._counts(among, leaf)
                return lambda scenario: enough(scenario.present, scenario.child)
            case _:
                raise AssertionError(f"no level may use {leaf}")

    def _pool(self, name: str) -> int:
        if name in self._dimensions:
            return self._dimensions[name][1]
        pooled = 0
        for element, bits in self._dimensions.values():
            if element == name:
                pooled |= bits
        return pooled

    def _pathway_leaf(self, leaf: Condition) -> Test[_Recorded]:
        """Two-valued on what is recorded: nothing unknown opens a pathway, unless it is itself what is listed."""
        match leaf:
            case QuestionIs(question, listed):
                return lambda record: question not in record.closed and _is(record.answers.get(question), listed)
            case CircumstanceIs(circumstance, listed):
                # Doubt about age is recorded as `unsure`; a pathway may call it `unclear` like any other.
                meant = (*listed, CIRCUMSTANCES[circumstance].undecided) if UNCLEAR in listed else listed
                return lambda record: _is(record.circumstances.get(circumstance), meant)
            case FlagRaised(flag):
                return lambda record: flag in record.flags
            case LevelReached(level):
                return lambda record: RANK[record.scenario.level] >= RANK[level]
            case _:
                test = self._scenario_leaf(leaf)
                return lambda record: test(record.scenario)


def _is(recorded: str | tuple[str, ...] | None, listed: tuple[str, ...]) -> bool:
    if isinstance(recorded, tuple):
        return any(value in listed for value in recorded)
    return recorded in listed


def _support(name: str, lower: _Scenario, upper: _Scenario) -> Support:
    if name in lower.supported:
        return "supported"
    return "possible" if name in upper.supported else "not_supported"


def _counts_at_all(indicator: Indicator, strength: str | None) -> bool:
    """An indicator with only a weight counts at every age; one with a strength counts where it has one."""
    return strength is not None or indicator.strength is None
