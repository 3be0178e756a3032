"""Conditions as frozen types, with a union of leaves for each use. Knows nothing else of the program.

A gate, a level and a pathway each look at different things. What each may look at is a type, so that whoever says what
the leaves of one mean has said it of all of them, and of no others: every `match` over leaves ends in `assert_never`.
"""

from typing import ClassVar, Final, Generic, Literal, TypeAlias, TypeVar

from msgspec import Struct

Leaf_co = TypeVar("Leaf_co", covariant=True)

# The levels that can be reached; silence is none.
ReachableLevel = Literal["clear_concern", "some_concern", "none_recorded"]

# --- leaves ---


class AnswerIs(Struct, frozen=True):
    """What was answered to a question, or as a circumstance, is one of the listed.

    Attributes:
        item: the id of the question or circumstance; they share one namespace.
        listed: the answers that count.
    """

    item: str
    listed: tuple[str, ...]


class FlagRaised(Struct, frozen=True):
    """An answer raised the flag."""

    flag: str


class Supported(Struct, frozen=True):
    """An element or a dimension is supported."""

    name: str


class LevelReached(Struct, frozen=True):
    """The level is at least this one."""

    level: ReachableLevel


class Counts(Struct, frozen=True):
    """Among the indicators of some elements or dimensions, at least so many; cumulative, all the counts must hold.

    Attributes:
        names: elements or dimensions; their indicators are pooled.
        strong, medium_or_strong, total: numbers of indicators; `None` asks for none.
        score: the sum of the indicators' weights.
    """

    names: tuple[str, ...]
    strong: int | None = None
    medium_or_strong: int | None = None
    total: int | None = None
    score: float | None = None


# What each use may look at; the table of the grammar has the forms of these, and no others.
GateLeaf: TypeAlias = AnswerIs | FlagRaised
LevelLeaf: TypeAlias = Supported | Counts
PathwayLeaf: TypeAlias = GateLeaf | LevelLeaf | LevelReached
AnyLeaf: TypeAlias = GateLeaf | LevelLeaf | PathwayLeaf

# --- trees ---


class All(Struct, Generic[Leaf_co], frozen=True):
    """Every one of the conditions."""

    of: "tuple[Tree[Leaf_co], ...]"


class AnyOf(Struct, Generic[Leaf_co], frozen=True):
    """At least one of the conditions."""

    of: "tuple[Tree[Leaf_co], ...]"


# There is no `not`: every condition is monotone (law 4).
Tree: TypeAlias = Leaf_co | All[Leaf_co] | AnyOf[Leaf_co]

# --- what a file holds ---


class OwnGrammar:
    """What has a grammar of its own in a file. Not a struct, for msgspec would read that by itself."""

    __slots__ = ()
    __match_args__: ClassVar[tuple[str, ...]] = ()

    def _parts(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__match_args__)

    def __eq__(self, other: object) -> bool:
        """Whether it is the same, of the same use."""
        return type(other) is type(self) and self._parts() == other._parts()

    def __hash__(self) -> int:
        return hash(self._parts())

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self._parts()))})"


class Condition(OwnGrammar, Generic[Leaf_co]):
    """One leaf, or `all` / `any` over conditions; of which leaves says each of the uses."""

    __slots__ = __match_args__ = ("tree",)

    def __init__(self, tree: Tree[Leaf_co]) -> None:
        """Args: tree: the leaf, or the leaves and how they are joined."""
        self.tree: Final = tree


class Gate(Condition[GateLeaf]):
    """When a question or a section is asked."""

    __slots__ = ()


class LevelCondition(Condition[LevelLeaf]):
    """When a level is reached at an age."""

    __slots__ = ()


class PathwayCondition(Condition[PathwayLeaf]):
    """When a pathway opens."""

    __slots__ = ()


class LevelRule(OwnGrammar):
    """When a level is reached. `child` is what counts for a child besides `adult`; nothing there is never reached."""

    __slots__ = __match_args__ = ("adult", "child")

    def __init__(self, adult: LevelCondition | None, child: LevelCondition | None) -> None:
        """Args: adult, child: the conditions."""
        self.adult: Final = adult
        self.child: Final = child
