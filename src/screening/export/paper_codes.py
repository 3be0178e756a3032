"""By which number a question goes on paper, and by which code each of its boxes.

Options have small letters. Capitals mean the same everywhere: Y yes, N no, U unclear, D does not want to say; of a list
E that all of it was gone through, Z an answer that excludes the others; X another one than those that the form knows.
"""

from collections.abc import Collection, Iterator, Mapping
from typing import Final

from msgspec import Struct

from screening.export.paper_lines import BoxKind, PaperBox
from screening.language.messages import Message, pgettext
from screening.sets.answers import DECLINED, UNCLEAR
from screening.sets.childhood import CHILDHOOD
from screening.sets.conditions.types import AnswerIs, Condition
from screening.sets.conditions.walk import leaves
from screening.sets.items import Item, ItemOption, items_of
from screening.sets.model import IndicatorSet
from screening.show.answers import ANSWER_NAME
from screening.show.item_words import ItemWords
from screening.show.side_by_side import SideBySide, Sides

# Translators: below a list on a form. Whoever ticks it has asked about all that stands in the list.
_WHOLE_LIST: Final = pgettext("a box below a list on a form", "List done")
# Translators: below a list on a form, of what was not ticked, which may be all of it.
_UNCLEAR: Final = pgettext("a box below a list on a form", "Rest unclear")
_DECLINED: Final = pgettext("a box below a list on a form", "Does not want to say the rest")
_ANOTHER: Final = pgettext("a box below a list on a form", "Another one")
_LETTERS: Final = "abcdefghijklmnopqrstuvwxyz"
# What stands for an answer that the form does not know, and for having gone through a list.
ANOTHER: Final = "another"
NOTHING_ELSE: Final = "nothing_else"
_KINDS: Final[Mapping[str, BoxKind]] = {"Z": "alone", "E": "whole", "U": "unclear", "D": "declined"}


class Numbered(Struct, frozen=True):
    """Something that is asked, with its number.

    Attributes:
        number: its number on the form.
        item: what is asked.
        answers: each answer, as it is recorded, with its box; also `ANOTHER`, and of a list `NOTHING_ELSE`.
        used: whether anything on the form looks at it: a fact, a condition, or the age by which all is counted.
        gated: whether it may be crossed out.
    """

    number: int
    item: Item
    answers: Mapping[str, PaperBox]
    used: bool = True

    @property
    def gated(self) -> bool:
        """Whether it may be crossed out."""
        return self.item.when is not None

    def codes(self, answers: Collection[str]) -> tuple[str, ...]:
        """The codes of some answers, in the order of their boxes."""
        wanted = {self.item.undecided if answer == UNCLEAR else answer for answer in answers}
        known = {self.item.undecided if name == UNCLEAR else name: box for name, box in self.answers.items()}
        return tuple(box.code for name, box in known.items() if name in wanted)


def numbered(indicator_set: IndicatorSet, words: SideBySide) -> Mapping[str, Numbered]:
    """Everything that the form asks, by its id, in the order of the interview.

    What is answered with a place or a district is left out, for the form is made for one; unless a condition looks at
    it.

    Args:
        indicator_set: the set.
        words: looks its texts up.
    """
    named = _named_by_conditions(indicator_set)
    on_form: dict[str, Numbered] = {}
    item_words = ItemWords(indicator_set, words)
    alone = indicator_set.about.audience == "person"
    for name, item in items_of(indicator_set).items():
        options = _options(item, named.get(name, ()))
        if options:
            number = len(on_form) + 1
            boxes = _boxes(item, options, _Boxes(words, item_words, alone=alone), named=name in named)
            answers = {
                answer: PaperBox(f"{number}{letter}", told, _KINDS.get(letter[0], "answer"))
                for answer, letter, told in boxes
            }
            on_form[name] = Numbered(number, item, answers, item.counts or name in named or name in CHILDHOOD)
    return on_form


class _Boxes(Struct, frozen=True):
    """How boxes are called."""

    words: SideBySide
    items: ItemWords
    alone: bool = False


def _named_by_conditions(indicator_set: IndicatorSet) -> Mapping[str, tuple[str, ...]]:
    """The items that conditions look at, with the answers that they list."""
    conditions: list[Condition[object] | None] = [pathway.when for pathway in indicator_set.guidance]
    for _, section, question in indicator_set.questions():
        conditions += [section.when, question.when]
    named: dict[str, tuple[str, ...]] = {}
    for condition in conditions:
        for leaf in leaves(condition) if condition is not None else ():
            if isinstance(leaf, AnswerIs):
                named[leaf.item] = tuple(dict.fromkeys((*named.get(leaf.item, ()), *leaf.listed)))
    return named


def _options(item: Item, named: Collection[str]) -> tuple[ItemOption, ...]:
    if not item.open_ended:
        return item.options
    known = {option.id for option in item.options} | {item.undecided, DECLINED, UNCLEAR}
    return (*item.options, *(ItemOption(name) for name in named if name not in known))


def _boxes(
    item: Item, options: tuple[ItemOption, ...], boxes: _Boxes, *, named: bool
) -> Iterator[tuple[str, str, Sides]]:
    """Each answer with its letter and its words."""
    plain = not item.several and {option.id for option in options} == {"yes", "no"}
    letters, alone = _letters(), 0
    for option in sorted(options, key=lambda option: item.several and option.alone):
        told = boxes.items.answer(item, option, to_the_person=boxes.alone)
        if plain:
            yield option.id, option.id[0].upper(), told
        elif item.several and option.alone:
            alone += 1
            yield option.id, "Z" * alone, told
        else:
            yield option.id, next(letters), told
    if item.open_ended and named:
        yield ANOTHER, "X", boxes.words.say(_ANOTHER)
    if item.several:
        yield NOTHING_ELSE, "E", boxes.words.say(_WHOLE_LIST)
    yield item.undecided, "U", _undecided(item, boxes)
    if item.is_asked or item.declined_label is not None or not item.counts:
        yield DECLINED, "D", _declined(item, boxes)


def _undecided(item: Item, boxes: _Boxes) -> Sides:
    if item.undecided_label is not None:
        return boxes.items.text(item, f"labels.{item.undecided}")
    if item.several:
        return boxes.words.say(_UNCLEAR)
    return boxes.items.value(item, item.undecided)


def _declined(item: Item, boxes: _Boxes) -> Sides:
    if item.declined_label is not None:
        own = "_self" if boxes.alone and item.declined_label_self is not None else ""
        return boxes.items.text(item, f"{DECLINED}{own}")
    name: Message = _DECLINED if item.several else ANSWER_NAME[DECLINED]
    return boxes.words.say(name)


def _letters() -> Iterator[str]:
    """a, b, ... z, aa, ab, ..."""
    yield from _LETTERS
    for before in _letters():
        yield from (before + letter for letter in _LETTERS)
