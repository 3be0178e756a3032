"""What a form says to do: the cards of flags at once, and guidance at its end (pure)."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from screening.export.xlsform_expressions import TRUE, Truth, all_of, any_of, negated
from screening.export.xlsform_numbers import lines_at_once
from screening.export.xlsform_rows import Notes, Row, Spoken, bold
from screening.language.messages import Message, Text, gettext
from screening.result.advise import Guidance, flag_card, guidance_of
from screening.sets.childhood import CHILD_FLAG
from screening.sets.guidance import Pathway
from screening.sets.items import Item
from screening.sets.model import IndicatorSet

# What is to be done, in a language and for an age.
_Said: TypeAlias = Callable[[IndicatorSet, bool | None], Guidance]


class GuidanceNotes:
    """Makes notes of guidance. What goes by the age is said for the age that was told, as `result.advise` does."""

    def __init__(self, spoken: Spoken, child: Truth, notes: Notes) -> None:
        """Prepare a language.

        Args:
            spoken: the language.
            child: whether the person is a child now, or may be one.
            notes: makes the notes.
        """
        self._spoken = spoken
        self._notes = notes
        not_known = all_of([negated(child.true), negated(child.false)])
        self._ages = ((True, child.true), (False, child.false), (None, not_known))

    def due(self, item: Item, raised: Callable[[str, tuple[str, ...]], str]) -> Iterator[tuple[str, str]]:
        """The flags that an answer to a question may raise, each with when it does.

        Args:
            item: the question.
            raised: whether one of some answers to an item was given.
        """
        for flag in dict.fromkeys(name for option in item.options for name in option.raises):
            raising = tuple(option.id for option in item.options if flag in option.raises)
            yield flag, raised(item.id, raising)
        if item.id == "age" and self._spoken.indicator_set.about.child_card:
            yield CHILD_FLAG, self._ages[0][1]

    def card(self, flag: str, relevant: str) -> Iterator[Row]:
        """The card of a flag as it is read at once: it says so, and names whom to call without waiting."""

        def numbers(*, child: bool) -> Sequence[str]:
            return lines_at_once(flag_card(self._spoken.indicator_set, flag, child=child).needs, self._spoken, child)

        yield from self._by_age(self._of_flag(flag), relevant, _at_once, numbers)

    def flag(self, flag: str, relevant: str) -> Iterator[Row]:
        """What is to be done about a flag, at the end."""
        yield from self._by_age(self._of_flag(flag), relevant)

    def pathway(self, pathway: str, relevant: str) -> Iterator[Row]:
        """The guidance of a pathway."""
        yield from self._by_age(lambda indicator_set, age: guidance_of(_pathway(indicator_set, pathway), age), relevant)

    def _of_flag(self, flag: str) -> _Said:
        return lambda indicator_set, age: flag_card(indicator_set, flag, child=age)

    def _by_age(
        self,
        said: _Said,
        relevant: str,
        titled: Callable[[Text], Text] = lambda title: title,
        numbers: Callable[..., Sequence[str]] = lambda *, child: (),  # noqa: ARG005 - no numbers for anybody
    ) -> Iterator[Row]:
        """One note where all ages are told the same, else one for each. The set as it was written decides that."""
        ages: dict[tuple[tuple[Text, ...], ...], list[tuple[bool | None, str]]] = {}
        for age, condition in self._ages:
            written = said(self._spoken.indicator_set.written, age)
            if written.do or written.do_not:
                ages.setdefault((written.do, written.do_not), []).append((age, condition))
        for told in ages.values():
            whenever = TRUE if len(told) == len(self._ages) else any_of(condition for _, condition in told)
            card, say = said(self._spoken.indicator_set, told[0][0]), self._spoken.say
            lines = [*map(say, card.do), *map(say, card.do_not)]
            called = numbers(child=all(age is True for age, _ in told))
            heading = "\n\n".join([bold(say(titled(card.title))), *called])
            yield from self._notes.of_lines(lines, heading=heading, relevant=all_of([relevant, whenever]))


def _at_once(title: Text) -> Message:
    # Translators: on a form, over a card that is read before the next question. {title} is such as "Danger now".
    return gettext("AT ONCE: {title}", title=title)


def _pathway(indicator_set: IndicatorSet, name: str) -> Pathway:
    return next(pathway for pathway in indicator_set.guidance if pathway.id == name)
