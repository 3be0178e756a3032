"""How a form is scored with a pencil: facts, groups, elements, steps, and the level that they come to."""

from collections.abc import Iterator, Mapping
from typing import Final

from screening.export.paper_age import is_child, looks_at_age
from screening.export.paper_cards import Cards
from screening.export.paper_codes import Numbered
from screening.export.paper_conditions import (
    NEVER,
    worded,
)
from screening.export.paper_counts import Steps, alternatives, letters_of, room_for
from screening.export.paper_facts import Fact, Group, groups_of
from screening.export.paper_level import ComingTo
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.language.messages import Text, gettext, pgettext
from screening.sets.model import IndicatorSet
from screening.show.side_by_side import SideBySide

_SCORING: Final = gettext("Scoring by hand")
_LEVEL: Final = gettext("Scoring by hand: what it comes to")
_TICK: Final = gettext(
    "Tick a fact if one of the boxes named beside it is ticked. What was left out and crossed out does not count."
)
_STRENGTHS: Final = gettext("S is strong, M medium, W weak. S+M means: as many as S and M together.")
_POINTS: Final = gettext("P is points: add up the numbers.")
_STAR: Final = gettext("A star (*) marks what is only how somebody seems.")
_COLUMN_ADULT: Final = pgettext("a column on a form", "Adult")
_COLUMN_CHILD: Final = pgettext("a column on a form", "Child")
_COUNTS: Final = pgettext("a column on a form", "Counts")
_FROM: Final = pgettext("a column on a form", "Boxes")
_NOT_COUNTED: Final = gettext("A dash means: it does not count.")
# Translators: after the code of a group of facts on a form.
_CANNOT: Final = gettext("cannot be shown.")


class Scoring:
    """The pages on which a form is scored."""

    def __init__(
        self, indicator_set: IndicatorSet, form: Mapping[str, Numbered], cards: Cards, words: SideBySide
    ) -> None:
        """Args: indicator_set: the set; form: what is asked; cards: what is urgent; words: looks texts up."""
        self._about = indicator_set.about
        self._form = form
        self._words = words
        self.groups = groups_of(indicator_set, form, words)
        self.steps = Steps(self.groups, form, cards)
        facts = [fact for group in self.groups for fact in group.facts]
        self._by_age = any(fact.adult != fact.child for fact in facts)
        self._stars = any(fact.impression for fact in facts)
        self._level = ComingTo(indicator_set, form, self.steps, words)

    def parts(self) -> Iterator[PaperPart]:
        """The facts, and then what they come to."""
        columns = (_FROM, *((_COLUMN_ADULT, _COLUMN_CHILD) if self._by_age else (_COUNTS,)))
        yield PaperPart(
            self._words.say(_SCORING),
            (PaperEntry(tuple(self._how())), *map(self._group, self.groups)),
            new_page=True,
            columns=tuple(map(self._words.say, columns)),
        )
        yield PaperPart(self._words.say(_LEVEL), tuple(self._level.entries()))

    def _line(self, message: Text, kind: str = "text", code: str = "") -> PaperLine:
        words = self._words.text(message)
        return PaperLine("check", words, code) if kind == "check" else PaperLine("text", words)

    def _how(self) -> Iterator[PaperLine]:
        yield self._line(_TICK)
        letters = letters_of(self.groups)
        if set(letters) - {"P"}:
            yield self._line(_STRENGTHS)
        if "P" in letters:
            yield self._line(_POINTS)
        if self._stars:
            yield self._line(_STAR)
        if looks_at_age(self._about, self.groups):
            child = is_child(self._form)
            if child == NEVER:
                yield self._line(gettext("Use the column Adult."))
            else:
                yield self._line(gettext("Use the column Child if {condition}; else Adult.", condition=worded(child)))
            if self._by_age:
                yield self._line(_NOT_COUNTED)

    def _group(self, group: Group) -> PaperEntry:
        rule = self._about.rules[self._about.dimensions[group.name].rule]
        condition = alternatives(group, rule)
        lines = [
            PaperLine("title", group.words, group.code),
            *map(self._fact, group.facts),
            self._line(gettext("Count: {room}", room=room_for(letters_of([group])))),
        ]
        # Translators: {condition} is such as "S 2 or more".
        told = gettext("is shown if {condition}.", condition=worded(condition)) if condition != NEVER else _CANNOT
        lines.append(self._line(told, "check", group.code))
        return PaperEntry(tuple(lines))

    def _fact(self, fact: Fact) -> PaperLine:
        cells = (fact.adult, fact.child) if self._by_age else (fact.adult,)
        told = self._words.as_it_is(", ".join(fact.boxes) or "-")
        code = f"{fact.code}*" if fact.impression else fact.code
        return PaperLine("fact", fact.words, code, where=told, cells=cells)
