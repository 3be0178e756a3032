"""Answers to assessment (pure): what was recorded, how far it points, and how sure that is.

The record is taken twice: everything unknown held to be absent, and held to be present. What lies between is what could
still be so. How indicators lead to levels is the business of `rules`.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import assert_never

from msgspec import Struct

from screening.engine.gating import Gates
from screening.engine.rules import Rules, Scenario
from screening.sets.answers import UNCLEAR, Answers, rest_of, ticks_of, values_of
from screening.sets.childhood import CHILD_FLAG, child_rule_applies, is_perhaps_a_child
from screening.sets.circumstances import undecided
from screening.sets.conditions.compile import Test, Truth, compiled
from screening.sets.conditions.types import AnswerIs, Counts, FlagRaised, LevelReached, PathwayLeaf, Supported
from screening.sets.items import recordable
from screening.sets.model import Band, IndicatorSet
from screening.sets.questions import Question
from screening.sets.vocabulary import ELEMENTS, RANK, Element, Level, Support


class Assessment(Struct, frozen=True):
    """How much what was recorded points to trafficking. Never a verdict (law 1).

    Attributes:
        level: the lower bound, or `too_little_known` where that is `none_recorded` and more is still possible.
        bounds: the levels with everything unknown taken as absent, and as present. Never `too_little_known`.
        elements, dimensions: supported, possible (what is unknown could still support it) or not supported.
        flags: raised flags in the set's order; `child` included.
        pathways: open pathways in the set's order, the always-open ones included.
        may_open: the pathways that are not open, and that a further answer could still open.
        closed: ids of the questions that do not apply, in order; their answers are set aside.
        answered, open: numbers of questions with any answer, and with none; with `closed` they make up the set.
        present, undetermined: ids of indicators that count for this person. While it is not decided whether the rules
            for a child apply, what counts for a child only is undetermined, also where it was recorded.
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
    may_open: tuple[str, ...]
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
    def level_is_settled(self) -> bool:
        """Whether no further answer can change the level."""
        return self.bounds[0] == self.bounds[1]

    @property
    def settled(self) -> bool:
        """Whether no further answer can change the level, or open a pathway."""
        return self.level_is_settled and not self.may_open


class _Recorded(Struct, frozen=True):
    """What a pathway looks at: the lower bound and the record itself; or what both could still become.

    Attributes:
        scenario: what is supported.
        answers: what was recorded.
        closed: the questions whose answers are set aside.
        flags: what is raised.
        unknown: the items that could still be answered, or answered otherwise; none where only the record counts.
    """

    scenario: Scenario
    answers: Answers
    closed: frozenset[str]
    flags: frozenset[str]
    unknown: Collection[str] = ()


class _Gathered(Struct):
    """What the answers come to, as bits: indicators that are present, or could be; flags raised, or that could be."""

    present: int = 0
    possible: int = 0
    raised: int = 0
    may_be_raised: int = 0
    answered: int = 0


class Effect(Struct, frozen=True):
    """What one answer shows and raises, as bits."""

    shows: int
    raises: int


class Assessor:
    """The rules of one set, ready to assess any number of records.

    Attributes:
        gates: which questions are open.
        rules: what indicators come to.
        flag_bit: the bit of each flag, in the set's order.
        effects: each question with all that it could show and raise, and with what each answer does.
    """

    def __init__(self, indicator_set: IndicatorSet) -> None:
        """Prepare the set; it must have been read without problems."""
        self.gates = Gates(indicator_set)
        self.rules = Rules(indicator_set)
        questions = [question for _, _, question in indicator_set.questions()]
        self._questions = len(questions)
        flag_ids = [flag.id for flag in indicator_set.about.flags]
        # A set may word the card of `child`, and so place it; a child comes before everything else where it does not.
        ordered = flag_ids if CHILD_FLAG in flag_ids else [CHILD_FLAG, *flag_ids]
        self.flag_bit = {flag: 1 << index for index, flag in enumerate(ordered)}
        self.effects = [
            (
                question.id,
                Effect(self.rules.bits(question.could_show), self._flag_bits(question.could_raise)),
                self._effects_of(question),
            )
            for question in questions
        ]
        self._recordable = tuple(recordable(indicator_set))
        self._pathways = tuple(
            (pathway.id, compiled(pathway.when, self._pathway_leaf) if pathway.when is not None else None)
            for pathway in indicator_set.guidance
        )

    def assess(self, answers: Answers, gates: Mapping[str, Truth] | None = None) -> Assessment:
        """Assess what was recorded.

        Args:
            answers: item id to answer, only ids and options of the set (`reading.records` sees to that); answers to
                closed questions may be among them and do not count.
            gates: what `gates` says of these answers, where somebody asked it already.

        Returns:
            The assessment. Total: every record of a sound set has one.
        """
        gates = gates if gates is not None else self.gates.test(answers)
        closed = tuple([question for question, truth in gates.items() if truth is False])
        set_aside = frozenset(closed)
        found = self._gather(answers, set_aside)
        child = child_rule_applies(answers)
        lower = self.rules.scenario(found.present, child is True)
        upper = self.rules.scenario(found.present | found.possible, child is not False)
        flags = self._flags(found.raised)
        recorded = _Recorded(lower, answers, set_aside, frozenset(flags))
        pathways = self._open(recorded)
        score = self.rules.score(found.present, lower.child) if self.rules.bands else None
        return Assessment(
            level="too_little_known" if RANK[lower.level] == 0 < RANK[upper.level] else lower.level,
            bounds=(lower.level, upper.level),
            elements={element: _support(element, lower, upper) for element in ELEMENTS},
            dimensions={name: _support(name, lower, upper) for name in self.rules.dimensions},
            flags=flags,
            pathways=pathways,
            may_open=self._may_open(pathways, found, recorded, upper, self._recordable),
            closed=closed,
            answered=found.answered,
            open=self._questions - len(closed) - found.answered,
            present=self.rules.names(lower.present),
            undetermined=self.rules.names(upper.present & ~lower.present),
            child=child is True,
            child_undecided=child is None,
            observed_only=self.rules.observed_only(lower.present),
            score=score,
            band=self.rules.band(score) if score is not None else None,
        )

    def could_be_opened_by(self, questions: Collection[str], answers: Answers) -> tuple[str, ...]:
        """The pathways that are not open, and that answers to these questions alone could still open.

        Args:
            questions: ids; everything else is taken as it is recorded.
            answers: what was recorded so far.
        """
        set_aside = frozenset(question for question, truth in self.gates.test(answers).items() if truth is False)
        found = self._gather(answers, set_aside, questions)
        child = child_rule_applies(answers)
        recorded = _Recorded(
            self.rules.scenario(found.present, child is True),
            answers,
            set_aside,
            frozenset(self._flags(found.raised)),
        )
        upper = self.rules.scenario(found.present | found.possible, child is True)
        return self._may_open(self._open(recorded), found, recorded, upper, questions)

    def _gather(
        self, answers: Answers, set_aside: Collection[str], unknown: Collection[str] | None = None
    ) -> _Gathered:
        """What the answers come to; where only some questions are held to be unknown, nothing else could still be."""
        found = _Gathered()
        for question, could, effects in self.effects:
            if question in set_aside:
                continue
            answer = answers.get(question)
            if answer is not None:
                found.answered += 1
            for tick in ticks_of(answer):
                effect = effects[tick]
                found.present |= effect.shows
                found.raised |= effect.raises
            if rest_of(answer) is not None and (unknown is None or question in unknown):
                found.possible |= could.shows
                found.may_be_raised |= could.raises
        if is_perhaps_a_child(answers):
            found.raised |= self.flag_bit[CHILD_FLAG]
        return found

    def _flags(self, bits: int) -> tuple[str, ...]:
        return tuple([flag for flag, bit in self.flag_bit.items() if bits & bit])

    def _open(self, recorded: _Recorded) -> tuple[str, ...]:
        return tuple([name for name, test in self._pathways if test is None or test(recorded)])

    def _may_open(
        self,
        opened: tuple[str, ...],
        found: _Gathered,
        recorded: _Recorded,
        upper: Scenario,
        asked: Collection[str],
    ) -> tuple[str, ...]:
        """The other pathways, as far as they would open if all that is unknown turned out to be so."""
        if len(opened) == len(self._pathways):
            return ()
        unknown = frozenset(name for name in asked if rest_of(recorded.answers.get(name)) is not None)
        bits = found.raised | found.may_be_raised
        if "age" in unknown:
            bits |= self.flag_bit[CHILD_FLAG]
        could_be = _Recorded(upper, recorded.answers, recorded.closed, frozenset(self._flags(bits)), unknown)
        return tuple([name for name in self._open(could_be) if name not in opened])

    def _effects_of(self, question: Question) -> dict[str, Effect]:
        effects = {}
        for option in question.choices:
            effects[option.id] = Effect(self.rules.shown_by(question, option), self._flag_bits(option.raises))
        return effects

    def _flag_bits(self, flags: Iterable[str]) -> int:
        bits = 0
        for flag in flags:
            bits |= self.flag_bit[flag]
        return bits

    def _pathway_leaf(self, leaf: PathwayLeaf) -> Test[_Recorded]:
        """Two-valued on what is recorded: nothing unknown opens a pathway, unless it is itself what is listed."""
        match leaf:
            case AnswerIs(item, _):
                meant = meant_by(leaf)
                return lambda record: (
                    item not in record.closed and (item in record.unknown or _is(record.answers.get(item), meant))
                )
            case FlagRaised(flag):
                return lambda record: flag in record.flags
            case LevelReached(level):
                return lambda record: RANK[record.scenario.level] >= RANK[level]
            case Supported() | Counts():
                test = self.rules.leaf(leaf)
                return lambda record: test(record.scenario)
            case _:
                assert_never(leaf)


def meant_by(leaf: AnswerIs) -> tuple[str, ...]:
    """The answers that a pathway lists. Doubt about age is recorded as `unsure`, and may be called `unclear` as any."""
    return (*leaf.listed, undecided(leaf.item)) if UNCLEAR in leaf.listed else leaf.listed


def _is(recorded: str | tuple[str, ...] | None, listed: tuple[str, ...]) -> bool:
    return any(value in listed for value in values_of(recorded))


def _support(name: str, lower: Scenario, upper: Scenario) -> Support:
    if name in lower.supported:
        return "supported"
    return "possible" if name in upper.supported else "not_supported"
