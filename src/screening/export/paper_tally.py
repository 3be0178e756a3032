"""The sheet on which all that counts is written together: a row for each group, and one for what is added up."""

from collections.abc import Iterator
from typing import Final

from screening.export.paper_conditions import NEVER, Shown, in_runs, worded
from screening.export.paper_counts import ELEMENT_CODE, Steps
from screening.export.paper_enough import alternatives, letters_of
from screening.export.paper_facts import NOT_COUNTED, Group
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.language.messages import Listing, Message, Text, gettext
from screening.sets.model import IndicatorSet
from screening.show.levels import ELEMENT_NAME
from screening.show.side_by_side import SideBySide, Sides

# The list of so many facts shares a page with its tally.
SHORT: Final = 20
_TALLY: Final = gettext("Scoring by hand: tally sheet")
_FILL_IN: Final = gettext("When all is written here, tick on the right what is shown.")
_IN_ALL: Final = gettext("In all means: the strokes below all letters of the row together.")


class Tally:
    """The tally sheet."""

    def __init__(self, indicator_set: IndicatorSet, steps: Steps, words: SideBySide, *, twice: bool) -> None:
        """Prepare it.

        Args:
            indicator_set: the set.
            steps: knows the groups, and what is added up.
            words: looks texts up.
            twice: whether question marks may have to be counted too.
        """
        self._about = indicator_set.about
        self._steps = steps
        self._words = words
        self._twice = twice
        self._letters = letters_of(steps.groups)

    def part(self) -> PaperPart:
        """The sheet."""
        rows = [PaperEntry((row,)) for row in (*map(self._group, self._steps.groups), *self._elements(), *self._sums())]
        columns = [self._words.as_it_is(letter) for letter in self._letters]
        if self._twice:
            columns += [self._words.as_it_is(f"{letter}?") for letter in self._letters]
        told = [_FILL_IN, *([_IN_ALL] if len(set(self._letters) - {"P"}) > 1 else [])]
        facts = sum(len(group.facts) for group in self._steps.groups)
        how = PaperEntry(tuple(PaperLine("text", self._words.say(message)) for message in told))
        return PaperPart(
            self._words.say(_TALLY), (how, *rows), new_page=facts > SHORT, columns=tuple(columns), table="tally"
        )

    def _row(self, code: Text, words: Sides, letters: frozenset[str], shown: Message | None) -> PaperLine:
        filled = [() if letter in letters else self._words.as_it_is(NOT_COUNTED) for letter in self._letters]
        where = self._words.say(shown) if shown is not None else ()
        told = self._words.text(code)[0].text
        return PaperLine("tally", words, told, where=where, cells=tuple(filled * (2 if self._twice else 1)))

    def _group(self, group: Group) -> PaperLine:
        rule = self._about.rules[self._about.dimensions[group.name].rule]
        condition = alternatives(group, rule)
        shown = (
            # Translators: {code} is of a group of facts on a form, such as G3.
            gettext("{code} cannot be shown.", code=group.code)
            if condition == NEVER
            else _shown_if(group.code, worded(condition))
        )
        return self._row(group.code, group.words, frozenset(letters_of([group])), shown)

    def _elements(self) -> Iterator[PaperLine]:
        for element, code in ELEMENT_CODE.items():
            groups = tuple(group.code for group in self._steps.groups if group.element == element)
            if not groups:
                continue
            title = (
                self._words.of_set(f"element.{element}.title")
                if element in self._about.elements
                else self._words.say(ELEMENT_NAME[element])
            )
            added = self._steps.added.get(code, frozenset())
            if added:
                title = self._words.joined(self._words.say(_add(groups)), title)
            yield self._row(code, title, added, _shown_if(code, worded(Shown(groups))))

    def _sums(self) -> Iterator[PaperLine]:
        for name, parts in self._steps.sums.items():
            if name not in ELEMENT_CODE.values():
                yield self._row(name, self._words.say(_add(parts)), self._steps.added[name], None)


def _shown_if(code: Text, condition: Text) -> Message:
    # Translators: {code} is such as MEANS or G6, {condition} such as "G6 or G7 is shown" or "S 2 or more".
    return gettext("{code} is shown if {condition}.", code=code, condition=condition)


def _add(parts: tuple[str, ...]) -> Message:
    # Translators: {groups} are rows of a table, such as "G6 to G10", whose numbers are added.
    return gettext("Write the sums of {groups} here.", groups=Listing(in_runs(parts), "comma"))
