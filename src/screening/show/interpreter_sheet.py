"""What an interpreter holds in the hand: rules, and all that is said to the person in both languages, side by side.

Nothing is on it that only the screener reads: not what is marked, what to listen for, why it is asked, nor what follows
from an answer. The sheet lies between two people, so that its title is as neutral as that of a screen.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Final, Literal

from msgspec import Struct

from screening.language.messages import Message, gettext
from screening.sets.answers import DECLINED
from screening.sets.fingerprint import fingerprint
from screening.sets.items import Item, ItemOption, items_of
from screening.sets.model import IndicatorSet
from screening.show.answers import ANSWER_NAME
from screening.show.item_words import ItemWords
from screening.show.made_with import made_with
from screening.show.side_by_side import Side, SideBySide, Sides, legend, marks

_TITLE: Final = gettext("For the interpreter")
# What the manuals ask of interpreters: no tie to those who may be behind it, never somebody who came along, never alone
# with the person, nothing carried out of the room (First Responder Toolkit of the UK, 2026; WHO, 2003, by way of a
# manual that reproduces it). In whose name somebody speaks, and that a break is taken, is what interpreters are taught.
_RULES: Final = (
    # Translators: this and the next lines are read by the interpreter.
    gettext(
        "You have no tie to the other side: not to the employer, the recruiter, the people who came along, or the "
        "consulate. If you have one, say so now."
    ),
    gettext("If you know the person or somebody of their family, say so now, and ask for another interpreter."),
    gettext("Say everything that is said. Add nothing, and leave nothing out, even if it is rude or makes no sense."),
    gettext("Speak as the one who speaks. Say 'I', and not 'she says'."),
    gettext("Do not advise or argue, and do not answer for the person."),
    gettext("If you did not understand, or do not know a word, say so. Do not guess."),
    gettext("Stop when you are asked to stop."),
    gettext("What you hear here stays here. Tell nobody what was said, or who was here."),
    gettext("Do not stay alone with the person, and do not leave together."),
    gettext("Some of this is hard to hear. Ask for a break when you need one."),
    gettext("Not every question is asked. Wait for the one who asks, and do not read ahead."),
    gettext("Answers with a number are there to point at. Read them out only when you are asked to."),
    gettext("Give this sheet back when the talk is over."),
)
_TO_POINT_AT: Final = (
    ANSWER_NAME["yes"],
    ANSWER_NAME["no"],
    # Translators: read by the person who is asked, who may point at it instead of saying it. So are the next lines.
    gettext("I am not sure"),
    gettext("I do not want to say"),
    gettext("I did not understand"),
    gettext("I need a break"),
    gettext("I want another interpreter"),
    gettext("I want to stop"),
)
_RULES_NAME: Final = gettext("Rules for interpreters")
_POINTING_NAME: Final = gettext("To point at, at any time")
_AGREEMENT: Final = gettext("Agreement")
_CLOSING: Final = gettext("Before you end")
_THANKS: Final = gettext("Thank you")

# A rule, a line to point at, or what is said and not asked; what is said before a question; the question; what is asked
# on; an answer to point at.
RowKind = Literal["text", "first", "ask", "then", "answer"]


class Row(Struct, frozen=True):
    """A text on both sides: the officer's and the person's.

    Attributes:
        kind: what it is.
        sides: the two.
        key: of an answer, what is typed for it on the screen.
    """

    kind: RowKind
    sides: Sides
    key: str = ""


class Entry(Struct, frozen=True):
    """What belongs together: a question with its answers.

    Attributes:
        rows: its texts, in the order in which they are said.
        number: by which both find it; empty where there is none.
    """

    rows: tuple[Row, ...]
    number: str = ""

    def marks(self, side: int, language: str) -> str:
        """What stands beside its number: `~` where something is not reviewed, and a code where it is not translated.

        Args:
            side: 0 for the officer's, 1 for the person's.
            language: the tag of the side's language.
        """
        return marks([row.sides[side] for row in self.rows], language)


class SheetPart(Struct, frozen=True):
    """A part with a heading on both sides."""

    heading: Sides
    entries: tuple[Entry, ...]
    number: str = ""

    def marks(self, side: int, language: str) -> str:
        """What stands beside its heading: of the heading, and of what has no number of its own."""
        lines = [row.sides[side] for entry in self.entries if not entry.number for row in entry.rows]
        return marks([self.heading[side], *lines], language)


class InterpreterSheet(Struct, frozen=True):
    """The whole sheet.

    Attributes:
        title: what stands above, for the officer and for the interpreter.
        languages: the tags of the two languages.
        legend: what the marks beside the numbers mean, as far as there are any.
        rules, pointing: for the interpreter; for the person, at any time.
        parts: the talk.
        made_with: the set, its version and fingerprint.
    """

    title: Sides
    languages: tuple[str, str]
    legend: tuple[Sides, ...]
    rules: SheetPart
    pointing: SheetPart
    parts: tuple[SheetPart, ...]
    made_with: str


def interpreter_sheet(officer: Side, person: Side) -> InterpreterSheet:
    """The sheet of a set in two languages.

    Args:
        officer: the language of whoever asks; it stands on the left.
        person: the language of whoever is asked.
    """
    words = SideBySide(officer, person)
    every = (
        SheetPart(words.say(_RULES_NAME), tuple(_lines(_RULES, words))),
        SheetPart(words.say(_POINTING_NAME), tuple(_lines(_TO_POINT_AT, words))),
        *_numbered(_parts(officer.indicator_set, words)),
    )
    languages = officer.language, person.language
    written = officer.indicator_set.written
    return InterpreterSheet(
        title=words.say(_TITLE),
        languages=languages,
        legend=tuple(legend(_shown(every), languages, words)),
        rules=every[0],
        pointing=every[1],
        parts=every[2:],
        made_with=officer.catalog.render(made_with(written, fingerprint(written))),
    )


def says_anything(indicator_set: IndicatorSet) -> bool:
    """Whether anything of a set is said to the person; otherwise nobody has to interpret."""
    return any(item.is_asked for item in items_of(indicator_set).values())


def _lines(messages: Iterable[Message], words: SideBySide) -> Iterator[Entry]:
    return (Entry((Row("text", words.say(message)),)) for message in messages)


def _parts(indicator_set: IndicatorSet, words: SideBySide) -> Iterator[tuple[Sides, list[list[Row]]]]:
    """The talk, part by part, each with what belongs together in it."""
    about = indicator_set.about
    if about.agreement is not None:
        yield words.say(_AGREEMENT), [[Row("text", words.of_set("set.agreement"))]]
    asked = (item for item in items_of(indicator_set).values() if item.is_asked)
    questions = _Questions(indicator_set, words)
    for _, together in groupby(asked, lambda item: item.section.id if item.section is not None else item.kind):
        items = list(together)
        yield questions.heading(items[0]), [list(questions.rows(item)) for item in items]
    closing = [[Row("text", words.of_set(f"set.closing_card.{number}"))] for number in range(len(about.closing_card))]
    yield words.say(_CLOSING), [*closing, [Row("text", words.say(_THANKS))]]


def _numbered(parts: Iterator[tuple[Sides, list[list[Row]]]]) -> Iterator[SheetPart]:
    for number, (heading, entries) in enumerate(parts, 1):
        numbered = (Entry(tuple(rows), f"{number}.{place}") for place, rows in enumerate(entries, 1))
        yield SheetPart(heading, tuple(numbered), str(number))


class _Questions:
    """What is said and shown to the person of each question."""

    def __init__(self, indicator_set: IndicatorSet, words: SideBySide) -> None:
        self._words = ItemWords(indicator_set, words)
        self._alone = indicator_set.about.audience == "person"

    def heading(self, item: Item) -> Sides:
        return self._words.heading(item)

    def rows(self, item: Item) -> Iterator[Row]:
        """Its texts. Of a set that the person answers alone, those that they read."""
        own = "_self" if self._alone and item.counts and item.ask_self is not None else ""
        if item.say_first is not None:
            yield Row("first", self._words.text(item, "say_first"))
        yield Row("ask", self._words.text(item, f"ask{own}"))
        if (item.ask_next_self if own else item.ask_next) is not None:
            yield Row("then", self._words.text(item, f"ask_next{own}"))
        # A question is open, and whoever asks marks what is told: a list that was read out would put words into the
        # person's mouth. Only what they want is chosen, and everything where they answer alone.
        if self._alone or item.kind == "wish":
            yield from self._answers(item)

    def _answers(self, item: Item) -> Iterator[Row]:
        plain = all(option.label is None for option in item.options) and {option.id for option in item.options} <= {
            "yes",
            "no",
        }
        if item.open_ended or plain:
            return
        for key, option in keys_of(item).items():
            yield Row("answer", self._words.answer(item, option, to_the_person=True), key)
        if item.declined_label is not None:
            own = "_self" if item.declined_label_self is not None else ""
            yield Row("answer", self._words.text(item, f"{DECLINED}{own}"), "d")


def keys_of(item: Item) -> Mapping[str, ItemOption]:
    """The answers of a list by what is typed for them on the screen, so that one who points tells the key.

    Args:
        item: something with a list of answers.
    """
    own = {option.id for option in item.options if option.id.isdecimal()}
    alone = [option.id for option in item.options if option.alone]
    none = alone[0] if item.several and len(alone) == 1 and "0" not in own else None
    free = (str(number) for number in range(1, 1 + 2 * len(item.options)) if str(number) not in own)
    return {
        option.id if option.id in own else "0" if option.id == none else next(free): option for option in item.options
    }


def _shown(parts: Iterable[SheetPart]) -> Iterator[Sides]:
    for part in parts:
        yield part.heading
        yield from (row.sides for entry in part.entries for row in entry.rows)
