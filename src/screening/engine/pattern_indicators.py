"""How many indicators of a dimension there are, as fields of the sum that a record is to `patterns` (pure)."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from screening.engine.pattern_fields import Field, Room
from screening.engine.rules import Rules

# How many bits of a dimension are looked at together.
_WIDEST = 14


class _Mask(Struct, frozen=True):
    """Indicators that are counted together.

    Attributes:
        bits: they themselves; of one that several questions show, it alone, for it is counted once.
        questions: how many show it; 1 where there are several indicators.
        present, possible: the fields in which it stands how many are present, and how many could be.
    """

    bits: int
    questions: int
    present: Field
    possible: Field


class Indicators:
    """Where it stands how many indicators of a dimension are present, and how many could be.

    Between those that are counted together no rule makes a difference, for an adult or for a child.

    Attributes:
        dimension: its id.
        bytes: where they stand; more than one slice where there are very many combinations.
        masks: what is counted in each of these.
    """

    def __init__(self, dimension: str, rules: Rules, shown: Sequence[int], room: Room) -> None:
        """Take room.

        Args:
            dimension: its id.
            rules: of the set.
            shown: all that each question could show, as bits.
            room: of the sum.
        """
        self.dimension = dimension
        alike: dict[_Counted, int] = {}
        often: list[tuple[int, int]] = []
        for bit in _bits(rules.dimension(dimension)[1]):
            questions = sum(1 for could in shown if could & bit)
            if questions > 1:
                often.append((bit, questions))
            else:
                counted = _counted(bit, rules, None)
                alike[counted] = alike.get(counted, 0) | bit
        # Those that count for nearly the same lie together: then a part has fewer combinations that make a difference.
        masks = sorted(
            [*((bits, 1) for bits in alike.values()), *often],
            key=lambda mask: _counted(_lowest(mask[0]), rules, None).counts,
        )
        self.masks: list[list[_Mask]] = []
        self.bytes: list[slice] = []
        for part in _parts([max(bits.bit_count(), questions) for bits, questions in masks]):
            together = masks[part.start : part.stop]
            greatest = [max(bits.bit_count(), questions) for bits, questions in together for _ in range(2)]
            fields, looked = room.take(greatest)
            pairs = zip(fields[::2], fields[1::2], strict=True)
            self.masks.append([_Mask(*mask, *pair) for mask, pair in zip(together, pairs, strict=True)])
            self.bytes.append(looked)

    def of_question(self, shows: int) -> list[tuple[int, int, int]]:
        """What a question adds to, of what it could show: indicators, and what adds one that is present, or could be.

        Args:
            shows: all that it could show, as bits.
        """
        return [
            (mask.bits & shows, mask.present.one, mask.possible.one)
            for part in self.masks
            for mask in part
            if mask.bits & shows
        ]


class _Counted(Struct, frozen=True):
    """What an indicator counts for. No rule makes a difference between two that count for the same.

    Attributes:
        counts: for each count at each age, and for what is more than an impression, whether it adds one to it.
        alone: its bit where it has a weight, so that each is of its own kind.
    """

    counts: tuple[bool, ...]
    alone: int

    def stands_in_for(self, other: "_Counted") -> bool:
        """Whether it adds to everything that the other adds to, and to more."""
        more = self.counts != other.counts and all(map(int.__ge__, self.counts, other.counts))
        return more and not self.alone and not other.alone


class _Kind(Struct, frozen=True):
    """Indicators that count for the same at an age, and where their numbers stand in a count.

    Attributes:
        firsts: so many of the indicators, from none to as many as make a difference.
        stronger: the places of the kinds that stand in for this one.
        present, possible: by how much the numbers of those that are, and that could be, are shifted.
        mask: of each number.
    """

    firsts: list[int]
    stronger: list[int]
    present: int
    possible: int
    mask: int


class Counting:
    """Counts the indicators of a dimension as the rules of one age do."""

    def __init__(self, indicators: Indicators, rules: Rules, most: int, child: bool | None) -> None:
        """Prepare it.

        Args:
            indicators: where they stand.
            rules: of the set.
            most: so many make a difference, and no more.
            child: whether those for a child apply; None where that is not known.
        """
        self._most = most
        alike: dict[_Counted, list[int]] = {}
        for bit in _bits(rules.dimension(indicators.dimension)[1]):
            alike.setdefault(_counted(bit, rules, child), []).append(bit)
        self._kinds: list[_Kind] = []
        shift = 0
        for counted, bits in alike.items():
            width = len(bits).bit_length()
            firsts = [sum(bits[:number]) for number in range(min(len(bits), self._most) + 1)]
            stronger = [place for place, other in enumerate(alike) if other.stands_in_for(counted)]
            self._kinds.append(_Kind(firsts, stronger, shift, shift + width, (1 << width) - 1))
            shift += 2 * width
        places = {counted: place for place, counted in enumerate(alike)}
        # For each part, of what is counted together: where it stands, the place of its kind, and how many of it make a
        # difference.
        self._counts = [
            [
                (
                    mask.present.shift,
                    mask.possible.shift,
                    mask.present.mask,
                    places[_counted(_lowest(mask.bits), rules, child)],
                    1 if mask.questions > 1 else most,
                )
                for mask in part
            ]
            for part in indicators.masks
        ]

    def counted(self, part: int, looked: bytes) -> int:
        """How many indicators of each kind are present, and how many could be; all parts add up.

        Args:
            part: which of the bytes these are.
            looked: what stands there.
        """
        present, possible = [0] * len(self._kinds), [0] * len(self._kinds)
        number = int.from_bytes(looked, "little")
        for present_at, possible_at, mask, kind, most in self._counts[part]:
            present[kind] += min(number >> present_at & mask, most)
            possible[kind] += min(number >> possible_at & mask, most)
        return self._count(self._needed(present), self._needed(possible))

    def fewest(self, count: int) -> int:
        """The smallest count that comes to the same."""
        return self._count(*map(self._needed, self._numbers(count)))

    def like(self, count: int) -> tuple[int, int]:
        """The fewest indicators that come to the same: of those that are present, and of those that could be."""
        present, possible = (
            sum(kind.firsts[number] for kind, number in zip(self._kinds, self._needed(numbers), strict=True))
            for numbers in self._numbers(count)
        )
        return present, possible

    def _numbers(self, count: int) -> tuple[list[int], list[int]]:
        return (
            [count >> kind.present & kind.mask for kind in self._kinds],
            [count >> kind.possible & kind.mask for kind in self._kinds],
        )

    def _count(self, present: Iterable[int], possible: Iterable[int]) -> int:
        count = 0
        for kind, lower, upper in zip(self._kinds, present, possible, strict=True):
            count += (lower << kind.present) + (upper << kind.possible)
        return count

    def _needed(self, numbers: Sequence[int]) -> list[int]:
        """So many of each kind; of a weaker one no more than are needed beside the stronger ones."""
        needed = []
        for kind, number in zip(self._kinds, numbers, strict=True):
            most = self._most
            if number:
                for place in kind.stronger:
                    most -= numbers[place]
            needed.append(number if number <= most else most if most > 0 else 0)
        return needed


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


def _counted(bit: int, rules: Rules, child: bool | None) -> _Counted:
    counts = [
        bool(bits & bit) != (count == "not counted")
        for age in sorted({child is True, child is not False})
        for count, bits in rules.by_strength[age].items()
    ]
    return _Counted((*counts, not bit & rules.impressions), bit if rules.weights else 0)


def _bits(number: int) -> Iterable[int]:
    while number:
        yield _lowest(number)
        number ^= _lowest(number)


def _lowest(number: int) -> int:
    return number & -number
