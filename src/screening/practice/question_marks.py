"""What a seat marked at one question, as marks that can be counted and compared (pure).

A question where one answer is chosen is one mark. A list is one mark for each of its options, so that a list that was
told in half counts as what it is: so much is known, and the rest is not.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from screening.practice.room import AgainstKey, Share, Tick
from screening.sets.answers import DECLINED, NOT_ASKED, UNCLEAR, Answer, rest_of, ticks_of
from screening.sets.circumstances import undecided
from screening.sets.items import Item

TICKED: Final[Tick] = "ticked"
NOT_TICKED: Final[Tick] = "not_ticked"
# The place of the mark of a question that is no list, which has no options apart.
WHOLE: Final = ""

# The bits of a mark, enough for as many different ones as there are people.
_WIDTH: Final = 16
_BITS: Final = (1 << _WIDTH) - 1

# The marks of one seat at one question: of each option, or at `WHOLE`. None where the question does not apply.
Marks = Mapping[str, str] | None


class QuestionMarks(Struct, frozen=True):
    """A question as it is marked.

    Attributes:
        item: what the set asks.
        places: where it has marks: the options of a list, or `WHOLE`.
    """

    item: Item
    places: tuple[str, ...]

    def marks(self, answer: Answer | None) -> Mapping[str, str]:
        """What an answer marks."""
        if not self.item.several:
            # Without several there is one value, and a list with one is the same.
            value = answer if answer is None or isinstance(answer, str) else answer[0]
            return {WHOLE: NOT_ASKED if value is None else value}
        ticks, rest = ticks_of(answer), rest_of(answer) or NOT_TICKED
        return {place: TICKED if place in ticks else rest for place in self.places}

    def beside(self, key: Marks, marks: Marks) -> AgainstKey:
        """What marks are beside those of the key. One option that differs is enough for a list to differ."""
        if key is None or all(mark == NOT_ASKED for mark in key.values()):
            return "no_key"
        if marks is None:
            return "closed"
        found = {self.mark_beside(key[place], marks[place]) for place in self.places}
        return next(each for each in _WORST_FIRST if each in found)

    def mark_beside(self, key: str, mark: str) -> AgainstKey:
        """What one mark is beside that of the key."""
        if key == NOT_ASKED:
            return "no_key"
        if mark == key:
            return "agrees"
        return "unknown" if mark in {UNCLEAR, undecided(self.item.id), DECLINED, NOT_ASKED} else "differs"


_WORST_FIRST: Final[tuple[AgainstKey, ...]] = ("differs", "unknown", "agrees", "no_key")


def question_of(item: Item, answers: Iterable[Answer | None]) -> QuestionMarks:
    """A question as it is marked.

    Args:
        item: what the set asks.
        answers: all that were given. Where the set has no list of its own, they say what can be ticked.
    """
    if not item.several:
        return QuestionMarks(item, (WHOLE,))
    listed = [option.id for option in item.options]
    ticked = (tick for answer in answers for tick in ticks_of(answer)) if item.open_ended else ()
    return QuestionMarks(item, tuple(dict.fromkeys([*listed, *ticked])))


def same_and_apart(question: QuestionMarks, room: Iterable[Marks]) -> tuple[int, int]:
    """How many pairs of people marked the same, and how many did not.

    *Unclear* and *declined* are marks: whoever wrote that down read the story in another way than whoever wrote *yes*.
    *Not asked* is none, and a pair of people with nothing that both marked is in neither number. One option that
    differs is enough to set two people apart.
    """
    codes: dict[str, int] = {}
    patterns = Counter(_pattern(question.places, marks, codes) for marks in room if marks is not None)
    told = [(*pattern, seats) for pattern, seats in patterns.items() if pattern[0]]
    same, apart = sum(pairs(seats) for _, _, seats in told), 0
    for index, (known, marked, seats) in enumerate(told):
        for others_known, others_marked, others in told[:index]:
            both = known & others_known
            if (marked ^ others_marked) & both:
                apart += seats * others
            elif both:
                same += seats * others
    return same, apart


def same_mark(marks: Iterable[str]) -> Share:
    """Of all pairs of people who marked one place, those who marked the same."""
    counts = [count for mark, count in Counter(marks).items() if mark != NOT_ASKED]
    return Share(sum(count * (count - 1) // 2 for count in counts), pairs(sum(counts)))


def pairs(people: int) -> int:
    """How many pairs so many people make."""
    return people * (people - 1) // 2


def _pattern(places: Sequence[str], marks: Mapping[str, str], codes: dict[str, int]) -> tuple[int, int]:
    """The marks of one seat as bits, for many people are compared with one another: what is known, and what it is."""
    known = marked = 0
    for index, place in enumerate(places):
        if marks[place] != NOT_ASKED:
            known |= _BITS << _WIDTH * index
            marked |= codes.setdefault(marks[place], len(codes)) << _WIDTH * index
    return known, marked
