"""A code in groups of five characters, because that is how people copy without losing their place (pure).

They are written in Crockford's base 32: it has no I, L, O or U, so that nothing looks like something else. A group is
four symbols of data and one that checks them: the five, weighted by powers of a primitive element of GF(32), add up to
the group's position. So one wrong character, two characters that changed places and two groups that changed places are
always found and the groups can be named; what a sound group adds up to tells its place, so that a missing one is seen.
A last group is a hash of the whole, for what else may happen.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Final

from screening.interview.answer_code.mistake import CodeMistake
from screening.language.catalog import untranslated
from screening.language.messages import Listing, Message, Text, gettext, ngettext, pgettext, quoted
from screening.language.scripts import in_english

SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
DO_NOT_FIT: Final = gettext(
    "Every group looks right, but together they do not fit. A group is missing, or the code is cut short. "
    "Compare it with the paper, to its end."
)
_LOOKALIKES: Final = str.maketrans("OIL", "011")
# Pd: dashes. Cf: marks that nobody sees, and that come along when a text is copied.
_BETWEEN: Final[Mapping[str, str]] = {"Pd": " ", "Cf": ""}
# What other keyboards and programs write where a hyphen was meant.
_HYPHENS: Final = "\N{MINUS SIGN}\N{KATAKANA-HIRAGANA PROLONGED SOUND MARK}"
_FIELD: Final = 0b100101  # x^5 + x^2 + 1, which is primitive
_POSITIONS: Final = 32
_DATA: Final = 4  # symbols of data in a group
_GROUP: Final = _DATA + 1
_SLIP: Final = 7  # a longer word is several groups run together
_MOST_NAMED: Final = 20
_MOST_TYPED: Final = 50_000  # characters: more than a code of 10,000 answers has


def seal(body: str) -> str:
    """Data in groups with their checks, hyphens between them, and zeros behind it up to the last group.

    Args:
        body: symbols.
    """
    body += "0" * (-len(body) % _DATA)
    data = body + _hash(body)
    groups = (data[start : start + _DATA] for start in range(0, len(data), _DATA))
    return "-".join(group + _check(group, position) for position, group in enumerate(groups))


def read_groups(text: str) -> str:
    """The data in groups that were typed, with the zeros behind it.

    Raises:
        CodeMistake: groups are wrong or missing; it names them all where it can.
    """
    data = "".join(group[:_DATA] for group in _sound_groups(text))
    body, whole = data[:-_DATA], data[-_DATA:]
    if whole != _hash(body):
        raise CodeMistake(DO_NOT_FIT)
    return body


def groups_of(text: str) -> list[str]:
    """The groups of a code as it was typed, right or wrong, in its letters; none where it is too long to be a code."""
    return _split(text)[0] if len(text) <= _MOST_TYPED else []


def _hash(body: str) -> str:
    """The first bits of a SHA-256, as the data of a group."""
    bits = int.from_bytes(sha256(body.encode()).digest())
    return "".join(SYMBOLS[bits >> (256 - 5 * index) & 31] for index in range(1, _DATA + 1))


def _double(symbol: int) -> int:
    """Times x, the primitive element."""
    return symbol << 1 if symbol < 16 else (symbol << 1) ^ _FIELD


def _add_up(group: str) -> int:
    """The sum of the symbols with the weights x^4, x^3, x^2, x and 1: in a sound group its position, from 0."""
    total = 0
    for symbol in group:
        total = _double(total) ^ SYMBOLS.index(symbol)
    return total


def _check(data: str, position: int) -> str:
    """The symbol that makes a group of data sound: with a 0 for it, the group adds up to what it has to mend."""
    return SYMBOLS[_add_up(data + "0") ^ position % _POSITIONS]


def _is_sound(group: str, position: int) -> bool:
    return len(group) == _GROUP and set(group) <= set(SYMBOLS) and _add_up(group) == position % _POSITIONS


def _sound_groups(text: str) -> list[str]:
    """The groups as typed, all of them sound.

    Raises:
        CodeMistake: some are not; it names them all.
    """
    if len(text) > _MOST_TYPED:
        raise CodeMistake(gettext("This is too long for a code. Type only the groups that are on the paper."))
    groups, wrong = _split(text)
    if not groups:
        raise CodeMistake(gettext("There is no code. Type the groups that are on the paper."))
    in_place = not wrong
    for number, group in enumerate(groups, 1):
        strange = sorted(map(quoted, set(group) - set(SYMBOLS)))
        if strange:
            # Translators: {characters} are such as 'U', '?'.
            sentence = gettext(
                "Group {number} has {characters}, which codes never use.",
                number=number,
                characters=Listing(tuple(strange), "comma"),
            )
            wrong.append((number, sentence))
    named = {number for number, _ in wrong}
    sentences = [sentence for _, sentence in sorted(wrong, key=lambda each: (each[0], untranslated(each[1])))]
    sentences[_MOST_NAMED:] = [gettext("And so on.")] if len(sentences) > _MOST_NAMED else []
    # Where a length is wrong, the groups behind it may be out of place, and are not to blame.
    unsound = [number for number, group in enumerate(groups, 1) if not _is_sound(group, number - 1)]
    failed = [number for number in unsound if in_place and number not in named]
    if failed:
        sentences.append(_explain(failed, groups))
        named.update(failed)
    if named:
        # Translators: {sentences} say what is wrong with the groups of a code; "it" and "them" are these groups.
        message = ngettext(
            "{sentences} Compare it with the paper.",
            "{sentences} Compare them with the paper.",
            len(named),
            sentences=Listing(tuple(sentences), "sentences"),
        )
        raise CodeMistake(message, named)
    return groups


def _split(text: str) -> tuple[list[str], list[tuple[int, Message]]]:
    """The groups, in the code's letters, and a sentence on each whose length is wrong."""
    plain = text.translate({ord(each): _plain(each) for each in set(text)})
    groups: list[str] = []
    wrong: list[tuple[int, Message]] = []
    for word in plain.split():
        pieces = [word] if len(word) <= _SLIP else [word[at : at + _GROUP] for at in range(0, len(word), _GROUP)]
        if len(word) % _GROUP and len(pieces) == 1:
            number = len(groups) + 1
            sentence = ngettext(
                "Group {number} has {count} character instead of {wanted}.",
                "Group {number} has {count} characters instead of {wanted}.",
                len(word),
                number=number,
                wanted=_GROUP,
            )
            wrong.append((number, sentence))
        elif len(word) % _GROUP:
            number = next(at for at, piece in enumerate(pieces, len(groups)) if not _is_sound(piece, at)) + 1
            sentence = gettext("A character is missing or extra in group {number}, or just before it.", number=number)
            wrong.append((number, sentence))
        groups += pieces
    return groups, wrong


def _plain(character: str) -> str:
    """A character as codes have it; one that stands for several, as no code has any, is left as it is."""
    folded = unicodedata.normalize("NFKC", in_english(character)).upper()
    if len(folded) != 1:
        return character
    if folded in _HYPHENS:
        return " "
    return _BETWEEN.get(unicodedata.category(folded), folded.translate(_LOOKALIKES))


def _explain(failed: Sequence[int], groups: Sequence[str]) -> Message:
    """What is wrong with groups that do not check: where all to the end are off by as much, some are missing."""
    shift, *others = {(_add_up(groups[number - 1]) - number + 1) % _POSITIONS for number in failed}
    to_the_end = len(failed) == len(groups) - failed[0] + 1
    if len(failed) == 1:
        return gettext("There is a mistake in group {number}.", number=failed[0])
    if others or not to_the_end:
        # Translators: {numbers} is such as "1 to 4 and 7".
        return gettext("There are mistakes in groups {numbers}.", numbers=_numbers(failed))
    # Positions begin again at 32, so that a long code which was typed twice would look like groups missing.
    typed_before = groups[failed[0] - 1] in groups[: failed[0] - 1]
    if 2 * shift < _POSITIONS and not typed_before:
        return ngettext(
            "It looks as if a group is missing before group {number}.",
            "It looks as if {count} groups are missing before group {number}.",
            shift,
            number=failed[0],
        )
    return gettext("It looks as if there are too many groups, at group {number}.", number=failed[0])


def _numbers(numbers: Sequence[int]) -> Listing:
    """`1 to 4 and 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts: list[Text] = []
    for first, *rest in runs:
        if len(rest) < 2:
            parts += map(str, (first, *rest))
        else:
            parts.append(pgettext("numbers of groups", "{first} to {last}", first=first, last=rest[-1]))
    if len(parts) > _MOST_NAMED:
        parts[_MOST_NAMED:] = [pgettext("numbers of groups", "others")]
    return Listing(tuple(parts))
