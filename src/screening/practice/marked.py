"""What a record of an invented case comes to, held against the key, as frozen types (pure). `marking` makes it."""

from typing import Literal

from msgspec import Struct

from screening.sets.answers import Answer, Rest
from screening.sets.childhood import CHILDHOOD
from screening.sets.vocabulary import RANK, Level

# How something stands that is not recorded: the question was answered otherwise, or does not apply after an earlier
# answer, or how the rest of its answer stands.
Stands = Rest | Literal["otherwise", "closed"]


class Fact(Struct, frozen=True):
    """An answer from which something follows.

    Attributes:
        item: the question.
        option: the answer, or one of them.
    """

    item: str
    option: str


class Missed(Struct, frozen=True):
    """A fact of the key that is not recorded.

    Attributes:
        stands: how it was recorded instead.
        elsewhere: what follows from it follows from another answer that is recorded: nothing is lost.
        told_by: the question that would have told, and was answered otherwise or not at all; where it does not apply,
            those that closed it.
        level: what the record comes to with these answered as the key has them, and nothing else changed.
    """

    fact: Fact
    stands: Stands
    elsewhere: bool
    told_by: tuple[str, ...]
    level: Level


class Assumed(Struct, frozen=True):
    """A fact that is recorded, and that the story does not tell.

    Attributes:
        stands: how it stands in the key: not so, or unknown.
        elsewhere: what follows from it follows from another answer of the key: nothing is gained.
    """

    fact: Fact
    stands: Stands
    elsewhere: bool


class LeftOpen(Struct, frozen=True):
    """A question that is unknown in the key or in the record.

    Attributes:
        key, recorded: how the rest of it stands; None where it is *no*.
    """

    item: str
    key: Rest | None
    recorded: Rest | None


class Otherwise(Struct, frozen=True):
    """A circumstance or a wish that was recorded otherwise than the key has it.

    Attributes:
        key, recorded: both answers.
        level: what the record comes to with the key's answer and nothing else changed: whether somebody is a child, or
            was one, decides which rules hold.
    """

    item: str
    key: Answer
    recorded: Answer
    level: Level

    @property
    def decides_rules(self) -> bool:
        """Whether it is about childhood, and so more than a choice of whom to call."""
        return self.item in CHILDHOOD


class Ways(Struct, frozen=True):
    """Ways on to help.

    Attributes:
        trafficked: help as a person who may have been trafficked.
        flags, pathways: ids, in the set's order.
    """

    trafficked: bool = False
    flags: tuple[str, ...] = ()
    pathways: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return self.trafficked or bool(self.flags) or bool(self.pathways)


class Marked(Struct, frozen=True):
    """A record, marked.

    Attributes:
        level, key_level: what the record comes to, and the key.
        seen: the facts of the key that are recorded, in the order of the interview, as everything here.
        missed: those that are not.
        assumed: what is recorded and not told.
        taken_as_no: what the story leaves unclear or unsaid, and was recorded as no.
        left_open: what the story tells is not so, and was recorded as unclear or declined.
        kept_open: what the story leaves unclear or unsaid, and was recorded as unknown too.
        otherwise: circumstances and wishes. One that was not asked is not among them: it may not have mattered.
        under: the ways on that the key opens and the record does not: under-referral.
        over: those that the record opens and the key does not: over-referral.
    """

    level: Level
    key_level: Level
    seen: tuple[Fact, ...]
    missed: tuple[Missed, ...]
    assumed: tuple[Assumed, ...]
    taken_as_no: tuple[LeftOpen, ...]
    left_open: tuple[LeftOpen, ...]
    kept_open: tuple[LeftOpen, ...]
    otherwise: tuple[Otherwise, ...]
    under: Ways
    over: Ways

    @property
    def lost(self) -> tuple[Missed, ...]:
        """What was missed, without what was recorded elsewhere."""
        return tuple(each for each in self.missed if not each.elsewhere)

    @property
    def added(self) -> tuple[Assumed, ...]:
        """What was assumed, without what the key has elsewhere."""
        return tuple(each for each in self.assumed if not each.elsewhere)


def levels_apart(marked: Marked) -> int:
    """How far the record is from the key: above nought it comes to more, below to less."""
    return RANK[marked.level] - RANK[marked.key_level]
