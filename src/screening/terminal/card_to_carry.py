"""The card for the person, at the end of a talk: whether it is safe, in which language, and without which numbers.

It is shown to be copied by hand, and can be saved to print it where whoever calls the dialog offers that.
"""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Literal

from screening.language.messages import Message, Text, gettext
from screening.referral.matching import NeedServices
from screening.sets.answers import Answers
from screening.show.card import (
    ASK_FIRST,
    BEFORE,
    NOT_SAFE,
    CarryCard,
    card_lines,
    carry_card,
    who_answers_lines,
)
from screening.show.card_languages import (
    ENGLISH_ALONE,
    CardLanguages,
    for_the_person,
    languages_of_card,
    not_reviewed,
    rendered,
)
from screening.show.languages import named_for_both
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.screen import Choice, Dialog, Input, Screen

_SAFE = (
    Choice("y", "yes", gettext("It is safe to carry a card")),
    Choice("n", "no", gettext("It is not safe, or they are not sure")),
)
_IN_TWO, _LANGUAGE, _LANGUAGES, _NUMBER, _SAVE = "in-two", "language:", "languages", "number:", "save"
# As many languages as can be chosen by one digit below all the rest; more have a screen of their own.
_BESIDE = 3
_TITLE = gettext("Numbers to carry")
_TO_PRINT = gettext("To print it: screening services card --format html > card.html, with the same needs.")


class CardToCarry:
    """Asks whether a card is safe, and shows it."""

    def __init__(
        self,
        by_need: Collection[NeedServices],
        circumstances: Answers,
        back_to: Dialog,
        save: Callable[[CarryCard, Dialog], Dialog] | None = None,
        languages: CardLanguages = ENGLISH_ALONE,
    ) -> None:
        """Prepare the card.

        Args:
            by_need: the services for each need.
            circumstances: circumstance id to value.
            back_to: where it is called from, and leads back to.
            save: saving it to print it, which leads back to the dialog that it is given; None where it is printed by a
                command.
            languages: those that it can be in, besides those of its names. It begins in the person's.
        """
        self._by_need = by_need
        self._circumstances = circumstances
        self._back_to = back_to
        self._save = save
        self._stage: Literal["ask", "not_safe", "card", "languages"] = "ask"
        self._languages = languages
        self._language = for_the_person(languages, circumstances)
        self._left_off: frozenset[str] = frozenset()

    def screen(self) -> Screen:
        """The question, or the card, or what to do instead."""
        match self._stage:
            case "ask":
                lines: tuple[Line, ...] = (Line("text", ASK_FIRST),)
                return Screen(_TITLE, lines=lines, choices=_SAFE, keys=frozenset({"back"}))
            case "not_safe":
                lines = tuple(Line("do", text) for text in NOT_SAFE)
                return Screen(_TITLE, lines=lines, keys=frozenset({"back"}))
            case "card":
                return self._card_screen()
            case "languages":
                asked = Line("lead", gettext("In which language is the card to be?"))
                choices = keyed((f"{_LANGUAGE}{tag}", named_for_both(tag)) for tag in self._others())
                return Screen(_TITLE, question=(asked,), choices=choices, keys=frozenset({"back"}), filters=True)

    def take(self, given: Input) -> Dialog:
        """Answer, choose a language, leave a number off or put it back; or go back."""
        if given.act == "back" and self._stage == "languages":
            self._stage = "card"
            return self
        if given.act == "back" or self._stage == "not_safe":
            return self._back_to
        value = str(given.value)
        if self._stage == "ask":
            self._stage = "card" if value == "yes" else "not_safe"
        elif value == _SAVE and self._save is not None:
            return self._save(self._card(), self)
        elif value == _IN_TWO:
            self._language = None
        elif value.startswith(_LANGUAGE):
            self._stage, self._language = "card", value.removeprefix(_LANGUAGE)
        elif value == _LANGUAGES:
            self._stage = "languages"
        elif value.startswith(_NUMBER):
            self._left_off ^= {value.removeprefix(_NUMBER)}
        else:
            return self._back_to
        return self

    def _card_screen(self) -> Screen:
        if not self._whole().entries:
            told = gettext(
                "No service here has a name that is safe on a card. Help the person learn a number by heart."
            )
            return Screen(_TITLE, lines=(Line("text", told),), keys=frozenset({"back"}))
        lines = [
            *self._lines(),
            Line("heading", gettext("For you: who answers")),
            *who_answers_lines(self._by_need, self._circumstances, self._language, self._left_off, self._everyday()),
            *(Line("do", text) for text in self._before()),
        ]
        return Screen(
            _TITLE,
            lines=tuple(lines),
            choices=keyed(self._ways()),
            keys=frozenset({"back"}),
            question=(Line("lead", gettext("Change the card, or b to go back:")),),
        )

    def _lines(self) -> Iterator[Line]:
        """The card in the person's words, on a screen that is in the screener's."""
        lines = card_lines(self._card())
        return rendered(lines, self._languages.catalog(self._language)) if self._language is not None else lines

    def _before(self) -> Iterator[Message]:
        told = not_reviewed(self._languages, self._language)
        if told is not None:
            yield told
        yield from BEFORE
        if self._save is None:
            yield _TO_PRINT

    def _everyday(self) -> Mapping[str, str]:
        return self._languages.everyday(self._language)

    def _whole(self) -> CarryCard:
        return carry_card(self._by_need, self._circumstances, self._language, (), self._everyday())

    def _card(self) -> CarryCard:
        return carry_card(self._by_need, self._circumstances, self._language, self._left_off, self._everyday())

    def _ways(self) -> Iterator[tuple[str, Text]]:
        """What can be changed: each number on it or off it, and the language."""
        if self._save is not None:
            yield _SAVE, gettext("Save this card, to print it and cut it out")
        for entry in self._whole().entries:
            left_off = entry.dials in self._left_off
            yield f"{_NUMBER}{entry.dials}", _put_back(entry.name) if left_off else _leave_off(entry.name)
        others = self._others()
        if self._language is not None:
            yield _IN_TWO, gettext("Names in two languages")
        if len(others) > _BESIDE:
            yield _LANGUAGES, gettext("The card in another language")
        else:
            for tag in others:
                yield f"{_LANGUAGE}{tag}", gettext("The card in: {language}", language=named_for_both(tag))

    def _others(self) -> list[str]:
        """The languages that the card can be in, besides the one that it is in; none where there is no choice."""
        languages = languages_of_card(self._languages, self._by_need, self._circumstances)
        return [tag for tag in languages if tag != self._language] if len(languages) > 1 else []


def _leave_off(name: str) -> Message:
    return gettext("Leave off: {name}", name=name)


def _put_back(name: str) -> Message:
    return gettext("Put back: {name}", name=name)
