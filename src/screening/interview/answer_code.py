"""All that was recorded in a screening as a short code, to be written on paper and typed in again later (pure).

It stands in groups of five characters, because that is how people copy without losing their place, in Crockford's
base 32: it has no I, L, O or U, so that nothing looks like something else. A group is four symbols of data and one that
checks them: the five, weighted by powers of a primitive element of GF(32), add up to the group's position. So one
wrong character, two characters that changed places and two groups that changed places are always found and the groups
can be named; what a sound group adds up to tells its place, so that a missing one is seen. A last group is a hash of
the whole, for what else may happen.

The data: real or practice; a hash of the set's id, and one of its version, because answers mean nothing under other
questions; then one number in mixed radix, small end first. Its digits stand roughly in the order of the interview, and
0 is always "not asked", so that a screening which is broken off early has a short code. Circumstances that the set does
not ask for come last, where they cost nothing as long as nothing is recorded of them.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final

from msgspec import Struct

from screening.sets.fingerprint import canonical_json, fingerprint
from screening.sets.model import CIRCUMSTANCES, DECLINED, UNCLEAR, Answer, Answers, IndicatorSet

SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOKALIKES: Final = str.maketrans("OIL", "011")
# Pd: dashes. Cf: marks that nobody sees, and that come along when a text is copied.
_BETWEEN: Final[Mapping[str, str]] = {"Pd": " ", "Cf": ""}
_FIELD: Final = 0b100101  # x^5 + x^2 + 1, which is primitive
_POSITIONS: Final = 32
_DATA: Final = 4  # symbols of data in a group
_GROUP: Final = _DATA + 1
_SLIP: Final = 7  # a longer word is several groups run together
_MOST_NAMED: Final = 20
_MOST_TYPED: Final = 50_000  # characters: more than a code of 10,000 answers has
_KIND: Final[Mapping[bool, str]] = {False: "R", True: "P"}
_ID, _VERSION, _WHOLE = 2, 4, _DATA  # symbols of each hash
_HEAD: Final = 1 + _ID + _VERSION

_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz0123456789-_ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LONGEST_TEXT: Final = 64
_MOST_TEXTS: Final = 32

_Digits = Iterator[tuple[int, int]]  # each digit with its radix


class CodeMistake(ValueError):
    """A code that cannot be used; the text says what is wrong and how to mend it, in one line.

    Attributes:
        groups: the numbers, from 1, of the groups that hold a mistake; empty where it is about no groups.
    """

    def __init__(self, text: str, groups: Iterable[int] = ()) -> None:
        """Args: text: for the user; groups: numbers from 1."""
        self.groups = tuple(sorted(set(groups)))
        super().__init__(text)


class Decoded(Struct, frozen=True):
    """What a code holds: the set, and what was recorded with it. Several ticks stand in the set's order."""

    indicator_set: IndicatorSet
    answers: dict[str, Answer]


def encode(indicator_set: IndicatorSet, answers: Answers, *, practice: bool = False) -> str:
    """The code of a screening.

    Args:
        indicator_set: the set it was made with.
        answers: what was recorded, set aside or not.
        practice: whether it was an exercise; such a code is never taken for a real one.

    Returns:
        Groups of five characters with hyphens between them.

    Raises:
        ValueError: an item or a value that the set does not have, or a text that no code can hold.
    """
    layout = _lay_out(indicator_set)
    for name in answers.keys() - layout.keys():
        raise ValueError(f"the set has no item {name!r}")
    number = 0
    digits = [digit for name, slot in layout.items() for digit in slot.write(answers.get(name))]
    for digit, radix in reversed(digits):
        number = number * radix + digit
    body = _KIND[practice] + _hash(indicator_set.about.id, _ID) + _version(indicator_set, layout)
    while number:
        number, symbol = divmod(number, len(SYMBOLS))
        body += SYMBOLS[symbol]
    body += "0" * (-len(body) % _DATA)
    data = body + _hash(body, _WHOLE)
    groups = [data[start : start + _DATA] for start in range(0, len(data), _DATA)]
    # With a 0 for its check a group adds up to what the check symbol has to mend.
    checks = [_add_up(group + "0") ^ position % _POSITIONS for position, group in enumerate(groups)]
    return "-".join(group + SYMBOLS[check] for group, check in zip(groups, checks, strict=True))


def decode(text: str, sets: Iterable[IndicatorSet], *, practice: bool = False) -> Decoded:
    """What a code holds.

    Args:
        text: as typed: in small or capital letters, with or without hyphens, spaces and new lines between the groups.
        sets: the sets that the code may have been made with.
        practice: whether a practice code is wanted, and not a real one.

    Raises:
        CodeMistake: the code cannot be used.
    """
    data = "".join(group[:_DATA] for group in _read_groups(text))
    body, whole = data[:-_WHOLE], data[-_WHOLE:]
    if len(body) < _HEAD or whole != _hash(body, _WHOLE):
        raise CodeMistake(
            "Every group looks right, but together they do not fit. A group is missing, or the code is cut short. "
            "Compare it with the paper, to its end."
        )
    if body[0] == _KIND[True] and not practice:
        raise CodeMistake("This is a practice code from a workshop. Type the code of a real screening.")
    if body[0] == _KIND[False] and practice:
        raise CodeMistake("This is the code of a real screening. Practise with a practice code only.")
    if body[0] != _KIND[practice]:
        raise CodeMistake("This code is of a kind that is not known here. Use the version of the program that made it.")
    indicator_set = _choose_set(body, sets)
    stream = _Stream(sum(SYMBOLS.index(symbol) << 5 * index for index, symbol in enumerate(body[_HEAD:])))
    read = {name: slot.read(stream) for name, slot in _lay_out(indicator_set).items()}
    if stream.number:
        raise _misfit()
    return Decoded(indicator_set, {name: value for name, value in read.items() if value is not None})


def groups_of(text: str) -> list[str]:
    """The groups of a code as it was typed, right or wrong, in its letters; none where it is too long to be a code."""
    return _split(text)[0] if len(text) <= _MOST_TYPED else []


# --- the number ------------------------------------------------------------------------------------------------------


class _Stream(Struct):
    """The digits of a number that are still to be read."""

    number: int

    def take(self, radix: int) -> int:
        self.number, digit = divmod(self.number, radix)
        return digit


class _Slot(Struct, frozen=True):
    """Something that can be recorded: a digit, and letters where the answers are not known here, such as a place.

    Attributes:
        single: the answers that exclude all others.
        together: those that may be ticked together; where there is neither, the answer is text.
        several: whether an answer is a tuple.
        undecided: how doubt is recorded.
    """

    single: tuple[str, ...]
    together: tuple[str, ...]
    several: bool
    undecided: str

    @property
    def _subsets(self) -> int:
        return 1 << len(self.together)

    @property
    def _is_text(self) -> bool:
        return not self.single and not self.together

    @property
    def _radix(self) -> int:
        return 2 + self._subsets + (1 if self._is_text else len(self.single))

    def write(self, answer: Answer | None) -> _Digits:
        without = (None, self.undecided, DECLINED)
        if answer is None or answer in without:
            yield without.index(answer), self._radix
            return
        ticks = answer if isinstance(answer, tuple) else (answer,)
        if isinstance(answer, tuple) is not self.several or not ticks:
            raise ValueError("an answer is single where there may be several, or the other way round")
        if self._is_text:
            yield 3, self._radix
            yield from self._spell(ticks)
        elif set(ticks) <= set(self.together):
            yield 2 + sum(1 << index for index, name in enumerate(self.together) if name in ticks), self._radix
        elif len(ticks) == 1 and ticks[0] in self.single:
            yield 2 + self._subsets + self.single.index(ticks[0]), self._radix
        else:
            raise ValueError("an answer is none of those that the set has")

    def _spell(self, texts: tuple[str, ...]) -> _Digits:
        """The letters of each text up to a 0, and whether another text follows."""
        if len(texts) > _MOST_TEXTS:
            raise ValueError("a circumstance has more texts than a code can hold")
        for left, text in enumerate(texts, 1 - len(texts)):
            if not 1 <= len(text) <= _LONGEST_TEXT or not set(text) <= set(_LETTERS):
                raise ValueError("a circumstance has a text that no code can hold")
            yield from ((_LETTERS.index(letter) + 1, len(_LETTERS) + 1) for letter in text)
            yield 0, len(_LETTERS) + 1
            if self.several:
                yield int(left < 0), 2

    def read(self, stream: _Stream) -> Answer | None:
        digit = stream.take(self._radix)
        if digit <= 2:
            return (None, self.undecided, DECLINED)[digit]
        if digit < 2 + self._subsets:
            return tuple(name for index, name in enumerate(self.together) if (digit - 2) >> index & 1)
        ticks = self._read_texts(stream) if self._is_text else (self.single[digit - 2 - self._subsets],)
        return ticks if self.several else ticks[0]

    def _read_texts(self, stream: _Stream) -> tuple[str, ...]:
        texts = [""]
        while True:
            while letter := stream.take(len(_LETTERS) + 1):
                texts[-1] += _LETTERS[letter - 1]
            if not 1 <= len(texts[-1]) <= _LONGEST_TEXT or len(texts) > _MOST_TEXTS:
                raise _misfit()
            if not self.several or not stream.take(2):
                return tuple(texts)
            texts.append("")


def _lay_out(indicator_set: IndicatorSet) -> dict[str, _Slot]:
    """Everything that can be recorded, in the order of the digits: the wishes are asked last."""
    worded = [wording.id for wording in indicator_set.about.circumstances]
    first = [name for name in worded if not CIRCUMSTANCES[name].wish]
    last = [name for name in (*worded, *CIRCUMSTANCES) if name not in first]
    layout = {name: _circumstance(name) for name in first}
    for _, _, question in indicator_set.questions():
        single = tuple(each.id for each in question.choices if each.alone or not question.several)
        together = tuple(each.id for each in question.choices if question.several and not each.alone)
        layout[question.id] = _Slot(single, together, question.several, UNCLEAR)
    return {**layout, **{name: _circumstance(name) for name in last}}


def _circumstance(name: str) -> _Slot:
    kind = CIRCUMSTANCES[name]
    definite = tuple(value for value in kind.values if value != kind.undecided)
    single, together = ((), definite) if kind.several else (definite, ())
    return _Slot(single, together, kind.several, kind.undecided)


def _misfit() -> CodeMistake:
    return CodeMistake(
        "The groups are right, but they hold nothing that fits the questions. "
        "Use the version of the program that made the code."
    )


# --- the set ---------------------------------------------------------------------------------------------------------


def _hash(text: str, length: int) -> str:
    """The first bits of a SHA-256, as so many symbols."""
    number = int.from_bytes(sha256(text.encode()).digest())
    return "".join(SYMBOLS[number >> (256 - 5 * index) & 31] for index in range(1, length + 1))


def _version(indicator_set: IndicatorSet, layout: Mapping[str, _Slot]) -> str:
    """What the digits mean: the fingerprint of the set, and the circumstances' values, which it does not know."""
    kinds = [(name, CIRCUMSTANCES[name]) for name in layout if name in CIRCUMSTANCES]
    values = [[name, list(kind.values), kind.several, kind.undecided] for name, kind in kinds]
    return _hash(canonical_json([fingerprint(indicator_set), values]).decode(), _VERSION)


def _choose_set(body: str, sets: Iterable[IndicatorSet]) -> IndicatorSet:
    here = list(sets)
    named = [each for each in here if _hash(each.about.id, _ID) == body[1 : 1 + _ID]]
    for each in named:
        if _version(each, _lay_out(each)) == body[1 + _ID : _HEAD]:
            return each
    if named:
        ids = " or ".join(sorted({each.about.id for each in named}))
        raise CodeMistake(
            f"This code was made with another version of the set {ids}. Use the version of the program that made it."
        )
    ids = ", ".join(sorted({each.about.id for each in here})) or "none"
    raise CodeMistake(f"This code was made with a set that is not here. Here are: {ids}. Use the set that made it.")


# --- the groups ------------------------------------------------------------------------------------------------------


def _double(symbol: int) -> int:
    """Times x, the primitive element."""
    return symbol << 1 if symbol < 16 else (symbol << 1) ^ _FIELD


def _add_up(group: str) -> int:
    """The sum of the symbols with the weights x^4, x^3, x^2, x and 1: in a sound group its position, from 0."""
    total = 0
    for symbol in group:
        total = _double(total) ^ SYMBOLS.index(symbol)
    return total


def _is_sound(group: str, position: int) -> bool:
    return len(group) == _GROUP and set(group) <= set(SYMBOLS) and _add_up(group) == position % _POSITIONS


def _read_groups(text: str) -> list[str]:
    """The groups as typed, all of them sound.

    Raises:
        CodeMistake: some are not; it names them all.
    """
    if len(text) > _MOST_TYPED:
        raise CodeMistake("This is too long for a code. Type only the groups that stand on the paper.")
    groups, wrong = _split(text)
    if not groups:
        raise CodeMistake("There is no code. Type the groups that stand on the paper.")
    in_place = not wrong
    for number, group in enumerate(groups, 1):
        strange = sorted(map(repr, set(group) - set(SYMBOLS)))
        if strange:
            wrong.append((number, f"Group {number} has {', '.join(strange)}, which no code has."))
    named = {number for number, _ in wrong}
    sentences = [sentence for _, sentence in sorted(wrong)]
    sentences[_MOST_NAMED:] = ["And so on."] if len(sentences) > _MOST_NAMED else []
    # Where a length is wrong, the groups behind it may be out of place, and are not to blame.
    unsound = [number for number, group in enumerate(groups, 1) if not _is_sound(group, number - 1)]
    failed = [number for number in unsound if in_place and number not in named]
    if failed:
        sentences.append(_explain(failed, groups))
        named.update(failed)
    if named:
        raise CodeMistake(f"{' '.join(sentences)} Compare {'it' if len(named) == 1 else 'them'} with the paper.", named)
    return groups


def _split(text: str) -> tuple[list[str], list[tuple[int, str]]]:
    """The groups, in the code's letters, and a sentence on each whose length is wrong; wide letters are letters too."""
    plain = text.translate({ord(each): _plain(each) for each in set(text)})
    groups: list[str] = []
    wrong: list[tuple[int, str]] = []
    for word in plain.split():
        pieces = [word] if len(word) <= _SLIP else [word[at : at + _GROUP] for at in range(0, len(word), _GROUP)]
        if len(word) % _GROUP and len(pieces) == 1:
            number = len(groups) + 1
            characters = "1 character" if len(word) == 1 else f"{len(word)} characters"
            wrong.append((number, f"Group {number} has {characters} instead of {_GROUP}."))
        elif len(word) % _GROUP:
            number = next(at for at, piece in enumerate(pieces, len(groups)) if not _is_sound(piece, at)) + 1
            wrong.append((number, f"In group {number} or just before it a character is missing or too many."))
        groups += pieces
    return groups, wrong


def _plain(character: str) -> str:
    """A character as codes have it; one that stands for several, as no code has any, is left as it is."""
    folded = unicodedata.normalize("NFKC", character).upper()
    if len(folded) != 1:
        return character
    return _BETWEEN.get(unicodedata.category(folded), folded.translate(_LOOKALIKES))


def _explain(failed: Sequence[int], groups: Sequence[str]) -> str:
    """What is wrong with groups that do not check: where all to the end are off by as much, some are missing."""
    shift, *others = {(_add_up(groups[number - 1]) - number + 1) % _POSITIONS for number in failed}
    to_the_end = len(failed) == len(groups) - failed[0] + 1
    if len(failed) == 1 or others or not to_the_end:
        return f"There {'is a mistake' if len(failed) == 1 else 'are mistakes'} in {_name(failed)}."
    if shift < _POSITIONS // 2:
        missing = "a group is" if shift == 1 else f"{shift} groups are"
        return f"It looks as if {missing} missing before group {failed[0]}."
    return f"It looks as if there are groups too many, at group {failed[0]}."


def _name(numbers: Sequence[int]) -> str:
    """`group 3`, or `groups 1 to 4 and 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = [part for run in runs for part in (map(str, run) if len(run) < 3 else [f"{run[0]} to {run[-1]}"])]
    parts[_MOST_NAMED:] = ["others"] if len(parts) > _MOST_NAMED else []
    named = f"{', '.join(parts[:-1])} and {parts[-1]}" if len(parts) > 1 else parts[0]
    return f"group{'s' if len(numbers) > 1 else ''} {named}"
