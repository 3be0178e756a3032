"""What a scored form comes to: elements, sums, steps and the level, with what is told apart where none is reached."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from screening.export.paper_age import is_adult, looks_at_age
from screening.export.paper_codes import Numbered
from screening.export.paper_conditions import ALWAYS, NEVER, PaperCondition, Said, Shown, every, some, worded
from screening.export.paper_counts import ELEMENT_CODE, LEVEL_CODE, Steps, sum_lines
from screening.export.paper_lines import PaperEntry, PaperLine
from screening.export.paper_second_look import SecondLook, second_look
from screening.language.messages import Listing, Text, gettext
from screening.sets.conditions.types import LevelRule
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import RANK, Level
from screening.show.levels import BELOW, ELEMENT_NAME, LEVEL_BADGE, LEVEL_SENTENCE, PROVES_NOTHING, has_element
from screening.show.side_by_side import SideBySide

_IS_CHILD: Final = gettext("the column is Child")
_OPEN: Final = gettext(
    "If neither L1 nor L2 applies, look what is open. A question is open if it was not left out, and nothing is "
    "ticked, or U or D is ticked, or it is a list and neither E nor Z is ticked."
)
_AGAIN: Final = gettext(
    "Put a question mark beside each fact that is not ticked, if a question with one of its boxes is open; of facts "
    "with a point in their code, such as I7.1 and I7.2, only beside the last. Then count ticks and question marks "
    "together."
)
_ONLY_SEEN: Final = gettext("If all facts that are ticked and count have a star: where L1 applies, take L2.")
_SEEN_ONLY_PROVES_LITTLE: Final = gettext("Observed only: appearance proves little.")
_NEVER_A_VERDICT: Final = gettext(
    "Take the first level from L1 to L4 that applies. It says how far what was recorded points to trafficking. It is "
    "never a verdict."
)


class ComingTo:
    """The page that says what a scored form comes to."""

    def __init__(
        self, indicator_set: IndicatorSet, form: Mapping[str, Numbered], steps: Steps, words: SideBySide
    ) -> None:
        """Args: indicator_set: the set; form: what is asked; steps: gets the steps of levels; words: looks texts up."""
        self._set = indicator_set
        self._about = indicator_set.about
        self._words = words
        self.groups = steps.groups
        self.steps = steps
        self._stars = any(fact.impression for group in self.groups for fact in group.facts)
        levels = self._about.levels
        # Those of levels come first, so that the steps of a page are in order.
        self._levels: dict[Level, PaperCondition] = {
            "clear_concern": self._level("clear_concern", levels.clear_concern),
            "some_concern": self._level("some_concern", levels.some_concern),
        }
        self._look = look = second_look(indicator_set, form, self.groups)
        self._by_age = looks_at_age(self._about, self.groups)
        by_age = bool(look.as_child or look.facts) if look is not None else self._by_age
        self._adult = steps.boxed(is_adult(form)) if by_age else NEVER
        self._sums = dict(steps.sums)
        self._of_levels = tuple(steps.steps.items())

    def entries(self) -> Iterator[PaperEntry]:
        """What stands on it."""
        yield from self._coming_to()

    def _line(self, message: Text, code: str = "") -> PaperLine:
        words = self._words.text(message)
        return PaperLine("check", words, code) if code else PaperLine("text", words)

    def _level(self, level: Level, rule: LevelRule | None) -> PaperCondition:
        reached: list[PaperCondition] = []
        if rule is not None:
            if rule.adult is not None:
                reached.append(self.steps.whole(rule.adult.tree))
            if rule.child is not None:
                reached.append(self.steps.boxed(every([Said(_IS_CHILD), self.steps.step(rule.child.tree)])))
        bands = [band.score for band in self._about.bands if RANK[band.level] >= RANK[level]]
        if bands:
            reached.append(self.steps.points_of_all(min(bands)))
        return some(reached)

    def _coming_to(self) -> Iterator[PaperEntry]:
        elements = tuple(self._elements())
        if elements:
            yield PaperEntry(elements)
        sums = tuple(self._line(message) for message in sum_lines(self._sums, self.steps))
        if sums:
            yield PaperEntry(sums)
        steps = [
            self._line(gettext("if {condition}.", condition=worded(condition)), code)
            for code, condition in self._of_levels
        ]
        if steps:
            yield PaperEntry(tuple(steps))
        yield PaperEntry((self._line(_NEVER_A_VERDICT),))
        yield from self._reached()
        yield from self._not_reached()

    def _elements(self) -> Iterator[PaperLine]:
        for element, code in ELEMENT_CODE.items():
            groups = tuple(group.code for group in self.groups if group.element == element)
            if groups:
                title = (
                    self._words.of_set(f"element.{element}.title")
                    if element in self._about.elements
                    else self._words.say(ELEMENT_NAME[element])
                )
                condition = worded(Shown(groups))
                # Translators: {code} is such as MEANS, {condition} such as "D6 or D7 is shown".
                told = gettext("{code} is shown if {condition}.", code=code, condition=condition)
                yield PaperLine("check", self._words.joined(self._words.say(told), title))

    def _reached(self) -> Iterator[PaperEntry]:
        stars = self._stars and self._levels["clear_concern"] != NEVER
        if stars:
            yield PaperEntry((self._line(_ONLY_SEEN), self._line(_SEEN_ONLY_PROVES_LITTLE)))
        for level, condition in self._levels.items():
            if condition == NEVER:
                continue
            told = (
                gettext("{level}, in any case.", level=LEVEL_BADGE[level])
                if condition == ALWAYS
                # Translators: {level} is such as CLEAR CONCERN.
                else gettext("{level}, if {condition}.", level=LEVEL_BADGE[level], condition=worded(condition))
            )
            yield PaperEntry((self._line(told, LEVEL_CODE[level]), *self._sentences(level)))

    def _not_reached(self) -> Iterator[PaperEntry]:
        """What is told apart where no level was reached."""
        too_little, none = LEVEL_BADGE["too_little_known"], LEVEL_BADGE["none_recorded"]
        if ALWAYS in self._levels.values():
            return
        yield PaperEntry((self._line(_OPEN),))
        look = self._look
        lines = list(self._enough(look)) if look is not None else [self._line(_AGAIN), *self._once_more()]
        told = [
            self._line(gettext("{level}, if one of these is so:", level=too_little), LEVEL_CODE["too_little_known"])
        ]
        if lines:
            yield PaperEntry((*told, *lines, *self._sentences("too_little_known")))
        last = gettext("{level}, if none of all this is so.", level=none)
        yield PaperEntry((self._line(last, LEVEL_CODE["none_recorded"]), *self._sentences("none_recorded")))

    def _enough(self, look: SecondLook) -> Iterator[PaperLine]:
        """What is enough to be open."""
        adult = self._adult
        always = look.always
        if adult == NEVER:
            # It is never certain that the rules for a child do not apply.
            always = tuple(sorted((*look.always, *look.as_child)))
        if always:
            yield self._line(gettext("One of these questions is open: {numbers}.", numbers=_numbers(always)))
        if look.as_child and adult != NEVER:
            yield self._line(
                gettext(
                    "Unless {condition}: one of these questions is open: {numbers}.",
                    condition=worded(adult),
                    numbers=_numbers(look.as_child),
                )
            )
        if look.facts and adult != NEVER:
            yield self._line(
                gettext(
                    "Unless {condition}: one of these facts is ticked: {facts}.",
                    condition=worded(adult),
                    facts=Listing(look.facts, "comma"),
                )
            )
        elif look.facts:
            yield self._line(gettext("One of these facts is ticked: {facts}.", facts=Listing(look.facts, "comma")))

    def _once_more(self) -> Iterator[PaperLine]:
        """Counting once more, in the column that may still be right."""
        if self._by_age:
            adult = self._adult
            yield self._line(
                gettext("Count in the column Child.")
                if adult == NEVER
                else gettext("Count in the column Child, unless {condition}.", condition=worded(adult))
            )
        reached = [LEVEL_CODE[level] for level, condition in self._levels.items() if condition != NEVER]
        if reached:
            yield self._line(
                gettext("With the question marks, {levels} applies.", levels=Listing(tuple(reached), "or"))
            )

    def _sentences(self, level: Level) -> Iterator[PaperLine]:
        """What a result of this level begins with."""
        own = level in self._about.headlines
        if own:
            yield PaperLine("text", self._words.of_set(f"headline.{level}.says"))
        else:
            below = level == "none_recorded" and not has_element(self._set)
            yield self._line(BELOW if below else LEVEL_SENTENCE[level])
        if own and RANK[level] == 0:
            yield self._line(PROVES_NOTHING)
        for band in self._about.bands:
            if band.level == level:
                points = self._words.say(gettext("From {points} points:", points=format(band.score, "g")))
                told = [self._words.of_set(f"band.{band.id}.title")]
                if band.headline is not None:
                    told.append(self._words.of_set(f"band.{band.id}.headline"))
                yield PaperLine("text", self._words.joined(points, *told))


def _numbers(numbers: Sequence[int]) -> Listing:
    return Listing(tuple(map(str, numbers)), "comma")
