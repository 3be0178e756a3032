"""What the things that a set asks are called on paper: their headings, and their answers."""

from typing import Final

from screening.language.messages import Message, gettext
from screening.sets.items import Item, ItemOption
from screening.sets.model import IndicatorSet
from screening.show.answers import value_name
from screening.show.side_by_side import SideBySide, Sides

_FACTS: Final = gettext("A few facts, to find help that fits")
_WISHES: Final = gettext("What comes next")


class ItemWords:
    """Looks up the texts of what a set asks."""

    def __init__(self, indicator_set: IndicatorSet, words: SideBySide) -> None:
        """Args: indicator_set: the set; words: looks its texts up."""
        self._words = words
        self._answers_of = {
            question.id: f"option.{question.id}" if question.scale is None else f"scale.{question.scale}"
            for _, _, question in indicator_set.questions()
        }

    def heading(self, item: Item) -> Sides:
        """What stands above the part in which something is asked."""
        if item.section is None:
            return self._words.say(_WISHES if item.kind == "wish" else _FACTS)
        if item.section.title is None:
            return self._words.as_it_is(item.section.id)
        return self._words.of_set(f"section.{item.section.id}.title")

    def text(self, item: Item, field: str) -> Sides:
        """One of its texts, such as `ask`."""
        return self._words.of_set(f"{base_of(item)}.{field}")

    def answer(self, item: Item, option: ItemOption, *, to_the_person: bool) -> Sides:
        """What an answer is called.

        Args:
            item: what is asked.
            option: the answer.
            to_the_person: in their own words, where the set has them.
        """
        if option.label is None:
            return self.value(item, option.id)
        if not item.counts:
            return self._words.of_set(f"{base_of(item)}.labels.{option.id}")
        field = "label_self" if to_the_person and option.label_self is not None else "label"
        return self._words.of_set(f"{self._answers_of[item.id]}.{option.id}.{field}")

    def value(self, item: Item, value: str) -> Sides:
        """What an answer is called that the set leaves to the program."""
        name = value_name(item.id, value)
        return self._words.say(name) if isinstance(name, Message) else self._words.as_it_is(name)


def base_of(item: Item) -> str:
    """What the ids of its texts begin with."""
    return f"question.{item.id}" if item.counts else f"circumstance.{item.id}"
