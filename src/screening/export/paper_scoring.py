"""How a form is scored with a pencil: the facts as their boxes come, a tally, and the level that it comes to."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from screening.export.paper_age import age_lines, looks_at_age
from screening.export.paper_cards import Cards
from screening.export.paper_codes import Numbered
from screening.export.paper_counts import Steps
from screening.export.paper_enough import letters_of
from screening.export.paper_facts import NOT_COUNTED, Fact, Group, groups_of, in_box_order
from screening.export.paper_level import ComingTo
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.export.paper_tally import SHORT, Tally
from screening.language.messages import Listing, Message, Text, gettext, pgettext
from screening.sets.model import IndicatorSet
from screening.show.side_by_side import SideBySide, Sides

_SCORING: Final = gettext("Scoring by hand")
_TICK: Final = gettext(
    "Go through this list from the top. Tick a fact if one of the boxes before it is ticked and not crossed out. Each "
    "fact is here once, with all its boxes."
)
_STROKE: Final = gettext(
    "For each fact that is ticked, make one stroke, also if several of its boxes are ticked: on the tally sheet, which "
    "comes next, beside its group, below its letter."
)
_MOSTLY_EMPTY: Final = "NUDEZ"
_STRENGTHS: Final = gettext("S is strong, M medium, W weak.")
_POINTS: Final = gettext(
    "Write its points on the tally sheet, which comes next, beside its group below P, to be added."
)
_STAR: Final = gettext("A star (*) marks what is only how somebody seems.")
_COLUMN_ADULT: Final = pgettext("a column on a form", "Adult")
_COLUMN_CHILD: Final = pgettext("a column on a form", "Child")
_COUNTS: Final = pgettext("a column on a form", "Counts")
_FROM: Final = pgettext("a column on a form", "Boxes")
_GROUP: Final = pgettext("a column on a form", "Group")
_NOT_COUNTED: Final = pgettext("a fact, at an age", "does not count")


class Scoring:
    """The pages on which a form is scored."""

    def __init__(
        self, indicator_set: IndicatorSet, form: Mapping[str, Numbered], cards: Cards, words: SideBySide
    ) -> None:
        """Args: indicator_set: the set; form: what is asked; cards: what is urgent; words: looks texts up."""
        self._form = form
        self._words = words
        self._set = indicator_set
        self.groups = groups_of(indicator_set, form, words)
        self.steps = Steps(self.groups, form, cards)
        self._by_age = looks_at_age(indicator_set.about, self.groups)
        self._stars = any(fact.impression for group in self.groups for fact in group.facts)
        self._level = ComingTo(indicator_set, form, cards, self.steps, words)
        # What guidance adds up stands on the tally sheet too: its steps stand beside it, and are made there.
        asked = Steps(self.groups, form, cards)
        asked.sums.update(self.steps.sums)
        asked.added.update(self.steps.added)
        for pathway in indicator_set.guidance:
            if pathway.when is not None:
                asked.whole(pathway.when.tree)
        self.steps.sums.update(asked.sums)
        self.steps.added.update(asked.added)

    def parts(self) -> Iterator[PaperPart]:
        """The facts, the tally, and then what they come to."""
        columns = (_FROM, _GROUP, *((_COLUMN_ADULT, _COLUMN_CHILD) if self._by_age else (_COUNTS,)))
        yield PaperPart(
            self._words.say(_SCORING),
            (*self._how(), *self._facts()),
            new_page=True,
            columns=tuple(map(self._words.say, columns)),
            table="facts",
        )
        yield Tally(self._set, self.steps, self._words, twice=self._level.counts_once_more).part()
        yield self._level.part()

    def _line(self, message: Text, code: str = "") -> PaperLine:
        words = self._words.text(message)
        return PaperLine("check", words, code) if code else PaperLine("text", words)

    def _how(self) -> Iterator[PaperEntry]:
        if self._by_age:
            yield PaperEntry(tuple(self._line(told, code) for code, told in age_lines(self._form)))
        letters = letters_of(self.groups)
        told = [_TICK]
        strengths = set(letters) - {"P"}
        if strengths:
            told.append(_STROKE)
        if len(strengths) > 1:
            told.append(_STRENGTHS)
        if "P" in letters:
            told.append(_POINTS)
        if self._stars:
            told.append(_STAR)
        lines = list(map(self._line, told))
        if sum(len(group.facts) for group in self.groups) > SHORT:
            lines.insert(0, PaperLine("room", self._words.say(self._written_first())))
        yield PaperEntry(tuple(lines))

    def _written_first(self) -> Message:
        """A list of what is ticked, so that nobody turns the pages at each fact."""
        boxes = "".join(box for group in self.groups for fact in group.facts for box in fact.boxes)
        on_form = "".join(box.code for each in self._form.values() for box in each.answers.values())
        # Most of what is ticked says that nothing is so.
        empty = tuple(letter for letter in _MOSTLY_EMPTY if letter in on_form and letter not in boxes)
        if not empty:
            return gettext("Write here first the codes of all boxes that are ticked and not crossed out:")
        # Translators: {letters} are those of codes, such as "N, U, D, E and Z".
        return gettext(
            "Write here first the codes of all boxes that are ticked and not crossed out. Leave out those with "
            "{letters}:",
            letters=Listing(empty, "and"),
        )

    def _facts(self) -> Iterator[PaperEntry]:
        """The facts, those of a question together. Each stands once: told again, it would be counted twice."""
        placed: list[tuple[str, PaperLine]] = []
        for fact, group in in_box_order(self.groups):
            # One that only stands for what is not known comes with the others of its indicator.
            here = fact.boxes[0] if fact.boxes else placed[-1][0]
            placed.append((here, self._fact(fact, group)))
        for _, together in groupby(placed, key=lambda each: number_of(each[0])):
            yield PaperEntry(tuple(line for _, line in together))

    def _fact(self, fact: Fact, group: Group) -> PaperLine:
        counts = (fact.adult, fact.child) if self._by_age else (fact.adult,)
        boxes = self._words.as_it_is(", ".join(fact.boxes) or "-")
        code = f"{fact.code}*" if fact.impression else fact.code
        cells = (self._words.as_it_is(group.code), *map(self._cell, counts))
        return PaperLine("fact", fact.words, code, where=boxes, cells=cells)

    def _cell(self, told: str) -> Sides:
        return self._words.say(_NOT_COUNTED) if told == NOT_COUNTED else self._words.as_it_is(told)


def number_of(box: str) -> int:
    """The number of a box's question."""
    return int("".join(character for character in box if character.isdecimal()))
