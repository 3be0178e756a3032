"""A record as one number in mixed radix, small end first, and back (pure).

Each item has a digit, with a radix of as many as there are answers to it; 0 is always "not asked", so
that a screening which is broken off early is a small number. What is seldom recorded has digits of its own only where
it is: the letters of a text, and how the rest of a tick list stands (`("debt", "declined")`: a debt, and the rest was
not said). So it costs next to nothing where it is not recorded.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from screening.interview.answer_code.mistake import CodeMistake
from screening.language.messages import gettext
from screening.sets.answers import DECLINED, RESTS, Answer, Rest, rest_of, ticks_of
from screening.sets.items import Item

Digit = tuple[int, int]  # with its radix

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LETTER: Final = len(_LETTERS) + 1  # 0 ends a text
_LONGEST_TEXT: Final = 64
_MOST_TEXTS: Final = 32
_DEFINITE: Final = 3  # the digits below: not asked, undecided, declined
_END, _MORE, _REST = 0, 1, 2  # what follows a text: nothing, another one, how the rest stands
_AFTER_TEXT: Final = _REST + len(RESTS)


def number_of(digits: Iterable[Digit]) -> int:
    """The number that has these digits, small end first."""
    number = 0
    for digit, radix in reversed([*digits]):
        number = number * radix + digit
    return number


class Digits(Struct):
    """The digits of a number that are still to be read."""

    left: int

    def take(self, radix: int) -> int:
        """The next digit."""
        self.left, digit = divmod(self.left, radix)
        return digit


def misfit() -> CodeMistake:
    """What is said of digits that no record has."""
    return CodeMistake(
        gettext(
            "The groups are right, but they hold nothing that fits the questions. "
            "Use the version of the program that made the code."
        )
    )


class Slot(Struct, frozen=True):
    """The digits of one item.

    Attributes:
        single: the answers that exclude all others.
        together: those that may be ticked together; where there is neither, the answer is text.
        several: whether an answer is a tuple.
        vague: how doubt and a refusal are recorded.
    """

    single: tuple[str, ...]
    together: tuple[str, ...]
    several: bool
    vague: tuple[str, str]

    @property
    def _ticked(self) -> int:
        """In how many ways something may be ticked together."""
        return (1 << len(self.together)) - 1

    @property
    def _is_text(self) -> bool:
        return not self.single and not self.together

    @property
    def _radix(self) -> int:
        if self._is_text:
            return _DEFINITE + 1
        return _DEFINITE + self._ticked + len(self.single) + bool(self.together)

    def digits(self, answer: Answer | None) -> Iterator[Digit]:
        """The digits of an answer.

        Raises:
            ValueError: the item does not take it.
        """
        without = (None, *self.vague)
        if answer is None or answer in without:
            yield without.index(answer), self._radix
            return
        if isinstance(answer, tuple) is not self.several:
            raise ValueError("an answer is single where there may be several, or the other way round")
        ticks, rest = ticks_of(answer), rest_of(answer)
        if not ticks:
            raise ValueError("nothing is ticked in an answer")
        yield from self._spell(ticks, rest) if self._is_text else self._tick(ticks, rest)

    def _tick(self, ticks: tuple[str, ...], rest: Rest | None) -> Iterator[Digit]:
        if set(ticks) <= set(self.together):
            subset = sum(1 << index for index, name in enumerate(self.together) if name in ticks) - 1
            if rest is None:
                yield _DEFINITE + subset, self._radix
            else:
                yield self._radix - 1, self._radix
                yield RESTS.index(rest) * self._ticked + subset, len(RESTS) * self._ticked
        elif len(ticks) == 1 and ticks[0] in self.single and rest is None:
            yield _DEFINITE + self._ticked + self.single.index(ticks[0]), self._radix
        else:
            raise ValueError("an answer is none of those that the set has")

    def _spell(self, texts: tuple[str, ...], rest: Rest | None) -> Iterator[Digit]:
        """The letters of each text up to a 0, and what follows it."""
        if len(texts) > _MOST_TEXTS:
            raise ValueError("a circumstance has more texts than a code can hold")
        yield _DEFINITE, self._radix
        for left, text in enumerate(texts, 1 - len(texts)):
            if not self._may_stand(text) or not set(text) <= set(_LETTERS):
                raise ValueError("a circumstance has a text that no code can hold")
            yield from ((_LETTERS.index(letter) + 1, _LETTER) for letter in text)
            yield 0, _LETTER
            if self.several:
                end = _END if rest is None else _REST + RESTS.index(rest)
                yield _MORE if left < 0 else end, _AFTER_TEXT

    def _may_stand(self, text: str) -> bool:
        return 1 <= len(text) <= _LONGEST_TEXT and text not in {*self.vague, *RESTS}

    def read(self, digits: Digits) -> Answer | None:
        """The answer that comes next.

        Raises:
            CodeMistake: there is none that has these digits.
        """
        digit = digits.take(self._radix)
        if digit < _DEFINITE:
            return (None, *self.vague)[digit]
        if self._is_text:
            texts = self._read_texts(digits)
            return texts if self.several else texts[0]
        index = digit - _DEFINITE
        if index < self._ticked:
            return self._subset(index)
        if index < self._ticked + len(self.single):
            name = self.single[index - self._ticked]
            return (name,) if self.several else name
        rest, subset = divmod(digits.take(len(RESTS) * self._ticked), self._ticked)
        return (*self._subset(subset), RESTS[rest])

    def _subset(self, number: int) -> tuple[str, ...]:
        return tuple(name for index, name in enumerate(self.together) if (number + 1) >> index & 1)

    def _read_texts(self, digits: Digits) -> tuple[str, ...]:
        texts: list[str] = []
        after = _MORE
        while after == _MORE:
            text = ""
            while letter := digits.take(_LETTER):
                text += _LETTERS[letter - 1]
            texts.append(text)
            if not self._may_stand(text) or len(texts) > _MOST_TEXTS:
                raise misfit()
            after = digits.take(_AFTER_TEXT) if self.several else _END
        return (*texts, RESTS[after - _REST]) if after >= _REST else tuple(texts)


def slot_of(item: Item) -> Slot:
    """The digits of an item. Where any text may be an answer, the labels of a set are not all there is."""
    options = () if item.open_ended else item.options
    single = tuple(option.id for option in options if option.alone or not item.several)
    together = tuple(option.id for option in options if option.id not in single)
    return Slot(single, together, item.several, (item.undecided, DECLINED))
