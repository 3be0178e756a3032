"""All that was recorded in a screening as a short code, to be written on paper and typed in again later (pure).

What stands in the groups, one after another:

| symbols | what | a false match |
|---|---|---|
| 1 | `R` for a real screening, `P` for practice | |
| 1 | the number of this format | |
| 2 | a hash of the set's id | 1 in 1,024 |
| 1 | a hash of the program's closed lists | 1 in 32 |
| 3 | a hash of the layout: what can be recorded, and in which order, the closed lists included | 1 in 32,768 |
| 4 | a hash of the meaning | 1 in 1,048,576 |
| 3 | in a practice code only: a hash of the vignette's id (`case`) | 1 in 32,768 |
| the rest | the set's version and then the record, as one number | |

A code is read only where all of them fit. The meaning changes whenever the set's part of the layout does, and the
closed lists count twice, so that whatever changed is overlooked once in a million times at most. The two small hashes
only decide which sentence is said.

What every format keeps: the groups, the first symbol and the second. So each can tell a later one from a mistake.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from screening.interview.answer_code.case import TAG, first_symbols, tag_of
from screening.interview.answer_code.coded_set import CodedSet
from screening.interview.answer_code.digits import Digits, misfit, number_of
from screening.interview.answer_code.groups import DO_NOT_FIT, SYMBOLS, read_groups, seal
from screening.interview.answer_code.mistake import CodeMistake, MeaningChanged, ProgramChanged, RealCode
from screening.interview.answer_code.version import read_version, version_digits
from screening.language.messages import Listing, Message, gettext, quoted
from screening.sets.answers import Answer, Answers
from screening.sets.fingerprint import hash_closed_lists
from screening.sets.model import IndicatorSet

# Another number as soon as the same record of the same set has other symbols here: where the head, the digits or the
# order in which the program lays a set out are others.
FORMAT: Final = 3
_KIND: Final[Mapping[bool, str]] = {False: "R", True: "P"}
_SET, _LISTS, _LAYOUT, _MEANING = slice(2, 4), slice(4, 5), slice(5, 8), slice(8, 12)
_HEAD: Final = 12


class Decoded(Struct, frozen=True):
    """What a code holds. Several ticks stand in the set's order.

    Attributes:
        indicator_set: the set.
        answers: what was recorded with it.
        version: which version of the set the code was made with.
        same_meaning: whether an answer means today what it meant when the code was made. Where not, none counts before
            somebody has confirmed it.
        tag: in a practice code, which invented case it is of (`find_vignette` finds it); in a real one there is none.
    """

    indicator_set: IndicatorSet
    answers: dict[str, Answer]
    version: str
    same_meaning: bool = True
    tag: str | None = None


def encode(indicator_set: IndicatorSet, answers: Answers, *, case: str | None = None) -> str:
    """The code of a screening.

    Args:
        indicator_set: the set it was made with.
        answers: what was recorded, set aside or not.
        case: in an exercise, the id of its vignette: the code is then a practice code, which is never taken for a real
            one.

    Returns:
        Groups of five characters with hyphens between them.

    Raises:
        ValueError: an item or a value that the set does not have, or a text that no code can hold.
    """
    coded = CodedSet(indicator_set)
    for name in answers.keys() - coded.slots.keys():
        raise ValueError(f"the set has no item {name!r}")
    recorded = (digit for name, slot in coded.slots.items() for digit in slot.digits(answers.get(name)))
    number = number_of([*version_digits(indicator_set.about.version), *recorded])
    tag = "" if case is None else tag_of(case)
    kind = _KIND[case is not None]
    head = [kind, SYMBOLS[FORMAT], coded.id, _lists(), coded.layout, coded.meaning, tag]
    return seal("".join([*head, *_symbols(number)]))


def decode(
    text: str,
    sets: Iterable[IndicatorSet | CodedSet],
    *,
    practice: bool = False,
    other_meaning: bool = False,
) -> Decoded:
    """What a code holds.

    Args:
        text: as typed: in small or capital letters, with or without hyphens, spaces and new lines between the groups.
        sets: the sets that the code may have been made with. Who reads many codes gives each as a `CodedSet`.
        practice: whether a practice code is wanted, and not a real one.
        other_meaning: whether answers are wanted too that may mean something else by now. Who wants them asks somebody
            to confirm each (`Decoded.same_meaning`).

    Raises:
        MeaningChanged: the answers may mean something else by now, and are not wanted then.
        ProgramChanged: another version of the program made it, and this one cannot read it.
        RealCode: it is of a real screening, and a practice code is wanted.
        CodeMistake: the code cannot be used for any other reason.
    """
    body = read_groups(text)
    _check_kind(body, practice)
    head = _head(practice)
    digits = Digits(sum(SYMBOLS.index(symbol) << 5 * index for index, symbol in enumerate(body[head:])))
    version = read_version(digits)
    known = [each if isinstance(each, CodedSet) else CodedSet(each) for each in sets]
    coded = _choose_set(body, version, known)
    same_meaning = body[_MEANING] == coded.meaning
    if not same_meaning and not other_meaning:
        raise MeaningChanged(
            gettext(
                "{changed} The same answers mean something else now. Use the set's folder as it was then, or the "
                "version of the program that had it.",
                changed=what_changed(version, [coded.set]),
            )
        )
    read = {name: slot.read(digits) for name, slot in coded.slots.items()}
    if digits.left:
        raise misfit()
    answers = {name: value for name, value in read.items() if value is not None}
    return Decoded(coded.set, answers, version, same_meaning, body[_HEAD:head] or None)


def what_changed(version: str, sets: Sequence[IndicatorSet]) -> Message:
    """That a set is another one than it was, and not the program.

    Args:
        version: the version with which a code was made.
        sets: that set as it is now; where several may be meant, all of them.
    """
    ids = Listing(tuple(sorted({each.about.id for each in sets})), "or_or")
    known = tuple(sorted({each.about.version for each in sets}))
    if known == (version,):
        return gettext(
            "The set {set} has changed since this code was made, though it is version {version} as it was then.",
            set=ids,
            version=_named(version),
        )
    return gettext(
        "The set {set} has changed since this code was made: it was version {version}, and is version {known} now.",
        set=ids,
        version=_named(version),
        known=Listing(tuple(map(_named, known)), "or_or"),
    )


def _named(version: str) -> str:
    return version if version.isprintable() else quoted(version)


def _check_kind(body: str, practice: bool) -> None:
    """Whether it is the code of a real screening or an exercise, as is wanted, in the format of this program.

    Raises:
        CodeMistake: it is not.
    """
    if not body:
        raise CodeMistake(DO_NOT_FIT)
    kind, number = body[0], SYMBOLS.index(body[1])
    if kind == _KIND[True] and not practice:
        raise CodeMistake(gettext("This is a practice code, of an invented case. Type the code of a real screening."))
    if kind == _KIND[False] and practice:
        raise RealCode
    if kind != _KIND[practice]:
        raise CodeMistake(gettext("This kind of code is not known here. Use the version of the program that made it."))
    if number != FORMAT:
        raise ProgramChanged(
            gettext(
                "This code was made by another version of the program, which writes codes in another way "
                "(format {number}; here it is {known}). Use the version of the program that made it.",
                number=number,
                known=FORMAT,
            )
        )
    if len(body) < _head(practice):
        raise CodeMistake(DO_NOT_FIT)


def _choose_set(body: str, version: str, sets: Sequence[CodedSet]) -> CodedSet:
    """The set that the code was made with; where there are several versions of it, that in which answers mean the same.

    Raises:
        CodeMistake: it is not among these, or lays out something else; so does the program.
    """
    named = [each for each in sets if each.id == body[_SET]]
    if not named:
        here = sorted({each.set.about.id for each in sets})
        raise CodeMistake(
            gettext(
                "This code was made with a set that is not here. Available here: {sets}. Use the set that made it.",
                sets=Listing(tuple(here), "comma"),
            )
            if here
            else gettext(
                "This code was made with a set that is not here. Available here: none. Use the set that made it."
            )
        )
    if body[_LISTS] != _lists():
        raise ProgramChanged(
            gettext(
                "This code was made by another version of the program, in which something else can be recorded of a "
                "person's circumstances. Use the version of the program that made it."
            )
        )
    alike = [each for each in named if each.layout == body[_LAYOUT]]
    if not alike:
        raise CodeMistake(
            gettext(
                "{changed} It has other questions or answers now, or another order, so that the code cannot be read. "
                "Use the set's folder as it was then, or the version of the program that had it.",
                changed=what_changed(version, [each.set for each in named]),
            )
        )
    return next((each for each in alike if each.meaning == body[_MEANING]), alike[0])


def _symbols(number: int) -> Iterator[str]:
    """A number, small end first, without zeros at its end."""
    for start in range(0, number.bit_length(), 5):
        yield SYMBOLS[number >> start & 31]


def _head(practice: bool) -> int:
    """How many symbols stand before the version: a practice code has its case there too."""
    return _HEAD + TAG if practice else _HEAD


def _lists() -> str:
    return first_symbols(hash_closed_lists(), _LISTS.stop - _LISTS.start)
