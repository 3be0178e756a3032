"""What each answer adds to the sum that a record is to `patterns`, and how to read it again (pure).

A field holds a number; fields that something looks at together lie in bytes of their own. An answer adds what it
changes: a question that was not answered yet is part of the sum already, as one that could still show everything.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from msgspec import Struct

from screening.engine.assess import Assessor, meant_by
from screening.engine.learned import Learned
from screening.engine.rules import Rules
from screening.engine.thresholds import Compared
from screening.sets.answers import DECLINED, UNCLEAR, Answer, Answers, rest_of, ticks_of, values_of
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.conditions.types import AnswerIs, Counts, FlagRaised
from screening.sets.conditions.walk import leaves
from screening.sets.model import IndicatorSet

# How many bits of a dimension are looked at together.
_WIDEST = 14


class Field(Struct, frozen=True):
    """A number within bytes.

    Attributes:
        one: what adds one to it in the whole sum.
        shift, mask: where it stands in its bytes.
    """

    one: int
    shift: int
    mask: int

    def read(self, looked: bytes) -> int:
        """The number."""
        return int.from_bytes(looked, "little") >> self.shift & self.mask


class _Room:
    """What was taken of the sum so far."""

    def __init__(self) -> None:
        self.size = 0

    def take(self, greatest: Iterable[int]) -> tuple[list[Field], slice]:
        """Fields for numbers up to these, in bytes of their own."""
        fields = []
        shift = 0
        for number in greatest:
            width = max(number.bit_length(), 1)
            fields.append(Field(1 << (8 * self.size + shift), shift, (1 << width) - 1))
            shift += width
        begin, self.size = self.size, self.size + (shift + 7) // 8
        return fields, slice(begin, self.size)


class _Kind(Struct, frozen=True):
    """Indicators of a dimension between which no rule makes a difference, and where their numbers stand in a count.

    Attributes:
        firsts: so many of the indicators, from none to all; no more than make a difference.
        present, possible: by how much the numbers of those that are, and that could be, are shifted.
        mask: of each number.
    """

    firsts: list[int]
    present: int
    possible: int
    mask: int


class Indicators:
    """How many indicators of a dimension are present, and how many could be, by what makes a difference to rules.

    Those that several questions show are kept apart, for they are counted once.

    Attributes:
        dimension: its id.
        bytes: where they stand; more than one slice where there are very many combinations.
    """

    def __init__(
        self, dimension: str, rules: Rules, most: int, child: bool | None, shown: Sequence[int], room: _Room
    ) -> None:
        """Take room.

        Args:
            dimension: its id.
            rules: of the set.
            most: the greatest number that a rule asks for: more of one kind make no difference.
            child: whether those for a child apply; None where that is not known.
            shown: all that each question could show, as bits.
            room: of the sum.
        """
        self.dimension = dimension
        self._most = max(most, 1)
        alike: dict[Any, list[int]] = {}
        for bit in _bits(rules.dimension(dimension)[1]):
            alike.setdefault(_kind(bit, rules, child), []).append(bit)
        self._kinds: list[_Kind] = []
        self._masks: list[int] = []
        # For each of the masks: its kind, and how many of it count.
        self._counts: list[tuple[_Kind, int]] = []
        greatest: list[int] = []
        shift = 0
        for bits in alike.values():
            width = len(bits).bit_length()
            firsts = [sum(bits[: min(number, self._most)]) for number in range(len(bits) + 1)]
            kind = _Kind(firsts, shift, shift + width, (1 << width) - 1)
            shift += 2 * width
            self._kinds.append(kind)
            questions = {bit: sum(1 for could in shown if could & bit) for bit in bits}
            once = [bit for bit, number in questions.items() if number <= 1]
            often = {bit: number for bit, number in questions.items() if number > 1}
            self._masks += [*([sum(once)] if once else []), *often]
            self._counts += [*([(kind, self._most)] if once else []), *[(kind, 1)] * len(often)]
            greatest += [*([len(once)] if once else []), *often.values()]
        self._fields: list[tuple[Field, Field]] = []
        self._parts: list[range] = []
        self.bytes: list[slice] = []
        for part in _parts(greatest):
            fields, looked = room.take(each for number in greatest[part.start : part.stop] for each in (number, number))
            self._fields += zip(fields[::2], fields[1::2], strict=True)
            self._parts.append(part)
            self.bytes.append(looked)

    def of_question(self, shows: int) -> list[tuple[int, int, int]]:
        """What a question adds to, of what it could show: indicators, and what adds one that is present, or could be.

        Args:
            shows: all that it could show, as bits.
        """
        return [
            (mask & shows, lower.one, upper.one)
            for mask, (lower, upper) in zip(self._masks, self._fields, strict=True)
            if mask & shows
        ]

    def counted(self, part: int, looked: bytes) -> int:
        """How many indicators of each kind are present, and how many could be; all parts add up.

        Args:
            part: which of the bytes these are.
            looked: what stands there.
        """
        count = 0
        for index in self._parts[part]:
            (lower, upper), (kind, most) = self._fields[index], self._counts[index]
            count += min(lower.read(looked), most) << kind.present
            count += min(upper.read(looked), most) << kind.possible
        return count

    def like(self, count: int) -> tuple[int, int]:
        """Indicators that come to the same: those that are present, and with them those that could be.

        Args:
            count: of all parts.
        """
        present = possible = 0
        for kind in self._kinds:
            present |= kind.firsts[count >> kind.present & kind.mask]
            possible |= kind.firsts[count >> kind.possible & kind.mask]
        return present, possible


def _parts(greatest: Sequence[int]) -> Iterable[range]:
    """Fields in a row, as many together as have few values: two fields for each number."""
    begin = width = 0
    for index, number in enumerate(greatest):
        more = 2 * number.bit_length()
        if index > begin and width + more > _WIDEST:
            yield range(begin, index)
            begin, width = index, 0
        width += more
    yield range(begin, len(greatest))


class PathwayLooks(Struct, frozen=True):
    """What a pathway looks at.

    Attributes:
        pathway: its id.
        bytes: where the answers and flags stand.
        compared: what it looks at of what is compared; 0 for nothing.
        answers: for each item and the answers that open it: whether one was given, and whether one could be.
        flags: for each flag, as a bit: how many raise it, and how many could.
    """

    pathway: str
    bytes: slice
    compared: int
    answers: list[tuple[str, tuple[str, ...], Field, Field]]
    flags: list[tuple[int, Field, Field]]

    def raised(self, raised: int, could_raise: int) -> int:
        """What flags add that are raised by an answer, or could be, as bits."""
        return sum(
            certain.one * bool(raised & bit) + possible.one * bool(could_raise & bit)
            for bit, certain, possible in self.flags
        )


class Layout:
    """Where everything stands in the sum.

    Attributes:
        questions: their ids, in order.
        size: of the whole sum, in bytes.
        dimensions, pathways: where they look.
        flags, aside, counts: the bytes of flags raised, of answers set aside, and of how many answers there are.
    """

    def __init__(self, indicator_set: IndicatorSet, assessor: Assessor, compared: Compared, child: bool | None) -> None:
        """Lay out a set.

        Args:
            indicator_set: the set.
            assessor: of the set.
            compared: what its levels and pathways compare.
            child: whether the rules for a child apply; None where that is not known.
        """
        room = _Room()
        self._assessor = assessor
        self._effects = {question: (could, effects) for question, could, effects in assessor.effects}
        self.questions = tuple(self._effects)
        number = len(self.questions)
        most = _most_asked_for(indicator_set)
        shown = [could.shows for could, _ in self._effects.values()]
        self.dimensions = [
            Indicators(name, assessor.rules, most, child, shown, room) for name in assessor.rules.dimensions
        ]
        self.pathways = [
            _looks(pathway.id, pathway.when, assessor, compared.by(pathway.when, child), room)
            for pathway in indicator_set.guidance
            if pathway.when is not None
        ]
        fields, self.flags = room.take([number + 1] * len(assessor.flag_bit))
        self._flags = list(zip(assessor.flag_bit.items(), fields, strict=True))
        fields, self.aside = room.take([1] * number)
        self._aside = dict(zip(self.questions, fields, strict=True))
        self._counts, self.counts = room.take([number] * 5)
        self.size = room.size
        self._touched = {
            question: [added for each in self.dimensions for added in each.of_question(could.shows)]
            for question, (could, _) in self._effects.items()
        }
        # For each item, what opens pathways: the answers, and what is added where one was given and where one could be.
        self._opening: dict[str, list[tuple[frozenset[str], int, int]]] = {
            item: [] for item in (*self.questions, *CIRCUMSTANCES)
        }
        for looks in self.pathways:
            for item, meant, given, unknown in looks.answers:
                self._opening[item].append((frozenset(meant), given.one, unknown.one))
        self._raised = Learned(self._flags_raised)
        self._unanswered = {item: self._added(item, None) for item in (*self.questions, *CIRCUMSTANCES)}

    def said(self, item: str, answer: Answer | None) -> int:
        """What an answer changes where its question is open.

        Args:
            item: the question or circumstance.
            answer: None where it was not asked.
        """
        return self._added(item, answer) - self._unanswered[item]

    def aside_of(self, question: str, answer: Answer | None) -> int:
        """What an answer to a closed question adds."""
        return self._aside[question].one if answer is not None else 0

    def base(self, answers: Answers, closed: Iterable[str]) -> int:
        """What a record begins with, before its answers: every question that applies as not answered, and the age."""
        shut = frozenset(closed)
        number = sum(added for item, added in self._unanswered.items() if item not in shut)
        age_raises = bool(is_perhaps_a_child(answers))
        could = age_raises or rest_of(answers.get("age")) is not None
        bit = self._assessor.flag_bit[CHILD_FLAG]
        return number + self._raised[bit if age_raises else 0, bit if could else 0]

    def flags_in(self, looked: bytes) -> tuple[str, ...]:
        """Raised flags, in order."""
        return tuple([flag for (flag, _), field in self._flags if field.read(looked)])

    def aside_in(self, looked: bytes) -> tuple[str, ...]:
        """Questions that were answered and are closed, in order."""
        return tuple([question for question, field in self._aside.items() if field.read(looked)])

    def counts_in(self, looked: bytes) -> list[int]:
        """How many questions are answered, open, unclear, declined and known in part."""
        return [field.read(looked) for field in self._counts]

    def _added(self, item: str, answer: Answer | None) -> int:
        number = 0
        rest, values = rest_of(answer), values_of(answer)
        for meant, given, unknown in self._opening[item]:
            if not meant.isdisjoint(values):
                number += given
            if rest is not None:
                number += unknown
        if item not in self._effects:
            return number
        could, effects = self._effects[item]
        shows = raises = 0
        for tick in ticks_of(answer):
            effect = effects[tick]
            shows |= effect.shows
            raises |= effect.raises
        could_show, could_raise = (shows, raises) if rest is None else (shows | could.shows, raises | could.raises)
        for mask, present, possible in self._touched[item]:
            number += (shows & mask).bit_count() * present + (could_show & mask).bit_count() * possible
        return number + self._raised[raises, could_raise] + self._counted(answer)

    def _flags_raised(self, bits: tuple[int, int]) -> int:
        raised, could_raise = bits
        number = sum(field.one for (_, bit), field in self._flags if raised & bit)
        return number + sum(looks.raised(raised, could_raise) for looks in self.pathways)

    def _counted(self, answer: Answer | None) -> int:
        answered, open_, unclear, declined, in_part = self._counts
        if answer is None:
            return open_.one
        rest = rest_of(answer)
        if rest is None:
            return answered.one
        return answered.one + (in_part if ticks_of(answer) else {UNCLEAR: unclear, DECLINED: declined}[rest]).one


def _looks(pathway: str, when: Any, assessor: Assessor, compared: int, room: _Room) -> PathwayLooks:
    found = list(leaves(when))
    answers = list(dict.fromkeys((leaf.item, meant_by(leaf)) for leaf in found if isinstance(leaf, AnswerIs)))
    flags = list(dict.fromkeys(assessor.flag_bit[leaf.flag] for leaf in found if isinstance(leaf, FlagRaised)))
    most = len(assessor.effects) + 1
    fields, looked = room.take([*([1] * 2 * len(answers)), *([most] * 2 * len(flags))])
    pairs = list(zip(fields[::2], fields[1::2], strict=True))
    return PathwayLooks(
        pathway,
        looked,
        compared,
        [(*each, *pair) for each, pair in zip(answers, pairs, strict=False)],
        [(bit, *pair) for bit, pair in zip(flags, pairs[len(answers) :], strict=True)],
    )


def _most_asked_for(indicator_set: IndicatorSet) -> int:
    """The greatest number of indicators that a rule, a level or a pathway asks for."""
    levels = indicator_set.about.levels
    rules = [rule for rule in (levels.clear_concern, levels.some_concern) if rule is not None]
    conditions: list[Any] = [condition for rule in rules for condition in (rule.adult, rule.child)]
    conditions += [pathway.when for pathway in indicator_set.guidance]
    counts: list[Any] = [leaf for condition in conditions for leaf in leaves(condition) if isinstance(leaf, Counts)]
    counts += [each for alternatives in indicator_set.about.rules.values() for each in alternatives]
    return max(
        (number or 0 for each in counts for number in (each.strong, each.medium_or_strong, each.total)), default=0
    )


def _kind(bit: int, rules: Rules, child: bool | None) -> Any:
    """What makes a difference between two indicators of a dimension. With weights, each is of its own kind."""
    ages = sorted({child is True, child is not False})
    strengths = [bool(bits & bit) for age in ages for _, bits in sorted(rules.by_strength[age].items())]
    return (*strengths, bool(bit & rules.impressions), bit if rules.weights else 0)


def _bits(number: int) -> Iterable[int]:
    while number:
        lowest = number & -number
        yield lowest
        number ^= lowest
