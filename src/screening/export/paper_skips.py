"""Where the form says what is crossed out: the gates of a set, from their other side.

A gate closes only where it is definitely false: another answer was ticked, or the question that it looks at was itself
crossed out. Unclear, not said and not asked leave it open. So each leaf turns into the boxes that close it.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import assert_never

from msgspec import Struct

from screening.export.paper_codes import ANOTHER, NOTHING_ELSE, Numbered
from screening.export.paper_conditions import ALWAYS, NEVER, LeftOut, PaperCondition, Ticked, every, some, worded
from screening.language.messages import Message, Text, gettext, pgettext
from screening.sets.answers import DECLINED, UNCLEAR
from screening.sets.childhood import CHILD_FLAG, CHILDHOOD
from screening.sets.conditions.types import All, AnswerIs, AnyOf, FlagRaised, Gate, GateLeaf, Tree
from screening.sets.model import IndicatorSet


class Skip(Struct, frozen=True):
    """What is crossed out, and when.

    Attributes:
        first, last: the numbers of the first and the last question that are crossed out.
        condition: when.
    """

    first: int
    last: int
    condition: PaperCondition

    def message(self, numbers: int) -> Message:
        """The instruction.

        Args:
            numbers: how many questions there are.
        """
        if self.condition == ALWAYS:
            # Translators: {numbers} are those of questions on a form, such as "28 to 31".
            return gettext("Cross out {numbers}.", numbers=self._numbers)
        condition = worded(self.condition)
        if self.last == numbers:
            return gettext(
                "If {condition} - then cross out {numbers} and go to the end of the questions.",
                condition=condition,
                numbers=self._numbers,
            )
        # Translators: {numbers} are those of questions on a form, such as "28 to 31", and {number} is that of the next;
        # {condition} is such as "9b or 9c is ticked".
        return gettext(
            "If {condition} - then cross out {numbers} and go to {number}.",
            condition=condition,
            numbers=self._numbers,
            number=self.last + 1,
        )

    @property
    def _numbers(self) -> Text:
        if self.first == self.last:
            return str(self.first)
        # Translators: {first} and {last} are numbers of questions on a form.
        return pgettext("on a form", "{first} to {last}", first=self.first, last=self.last)


def skips(indicator_set: IndicatorSet, form: Mapping[str, Numbered]) -> tuple[Skip, ...]:
    """Every instruction to cross questions out, in order; of a whole section before those of its questions.

    Args:
        indicator_set: the set.
        form: what is asked, with its numbers.
    """
    closes = _Closing(indicator_set, form)
    placed = [(section, question) for _, section, question in indicator_set.questions()]
    found: list[Skip] = []
    for gate, together in groupby(placed, lambda each: (each[0].id, each[0].when)):
        found += _skip(gate[1], [question.id for _, question in together], closes, form)
    for _, together in groupby(placed, lambda each: each[0].id):
        for gate_of, alike in groupby(together, lambda each: each[1].when):
            found += _skip(gate_of, [question.id for _, question in alike], closes, form)
    return tuple(sorted(found, key=lambda skip: (skip.first, -skip.last)))


def _skip(gate: Gate | None, names: list[str], closes: "_Closing", form: Mapping[str, Numbered]) -> Iterator[Skip]:
    if gate is None:
        return
    condition = closes.when_false(gate.tree)
    if condition != NEVER:
        yield Skip(form[names[0]].number, form[names[-1]].number, condition)


class _Closing:
    """Turns what opens a question into what closes it."""

    def __init__(self, indicator_set: IndicatorSet, form: Mapping[str, Numbered]) -> None:
        self._form = form
        self._raisers: dict[str, list[AnswerIs]] = {CHILD_FLAG: [AnswerIs("age", CHILDHOOD["age"])]}
        for _, _, question in indicator_set.questions():
            for flag in question.could_raise:
                raising = tuple(option.id for option in question.choices if flag in option.raises)
                if flag != CHILD_FLAG:
                    self._raisers.setdefault(flag, []).append(AnswerIs(question.id, raising))

    def when_false(self, tree: Tree[GateLeaf]) -> PaperCondition:
        """When a gate is definitely false."""
        match tree:
            case All(parts):
                return some([self.when_false(part) for part in parts])
            case AnyOf(parts):
                return every([self.when_false(part) for part in parts])
            case AnswerIs():
                return self._answered_otherwise(tree)
            case FlagRaised(flag):
                return every([self._answered_otherwise(raiser) for raiser in self._raisers.get(flag, ())])
            case _:
                assert_never(tree)

    def _answered_otherwise(self, leaf: AnswerIs) -> PaperCondition:
        asked = self._form.get(leaf.item)
        if asked is None:
            # What the form does not ask is never answered, and what waits for it is asked.
            return NEVER
        item = asked.item
        opens = {*leaf.listed, UNCLEAR, DECLINED, item.undecided}
        if item.several:
            ends = (NOTHING_ELSE, *(option.id for option in item.options if option.alone and option.id not in opens))
            listed = [name for name in asked.answers if name in leaf.listed and name not in {UNCLEAR, DECLINED}]
            closed: PaperCondition = Ticked(asked.codes(ends), asked.codes(listed))
        else:
            others = [name for name in asked.answers if name not in opens or name == ANOTHER]
            closed = Ticked(asked.codes(others)) if others else NEVER
        return some([closed, LeftOut(asked.number)]) if asked.gated else closed
