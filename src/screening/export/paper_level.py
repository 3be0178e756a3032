"""What a scored form comes to: elements, sums, steps and the level, with what is told apart where none is reached."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from screening.export.paper_age import CHILD, adult_for_certain, looks_at_age
from screening.export.paper_cards import ADULT, Cards
from screening.export.paper_codes import Numbered
from screening.export.paper_conditions import ALWAYS, NEVER, PaperCondition, Ticked, in_runs, some, worded
from screening.export.paper_counts import LEVEL_CODE, Steps
from screening.export.paper_lines import PaperEntry, PaperLine, PaperPart
from screening.export.paper_second_look import SecondLook, second_look, stars_reach_clear_concern
from screening.language.messages import Listing, Message, Text, gettext
from screening.sets.childhood import CHILD_FLAG, CHILDHOOD
from screening.sets.conditions.types import LevelRule
from screening.sets.model import IndicatorSet
from screening.sets.order import SAFETY
from screening.sets.vocabulary import RANK, Level
from screening.show.levels import BELOW, LEVEL_BADGE, LEVEL_SENTENCE, PROVES_NOTHING, has_element
from screening.show.side_by_side import SideBySide

_LEVEL: Final = gettext("Scoring by hand: what it comes to")
_OPEN: Final = gettext(
    "If no level above applies, look what is open. A question that is not crossed out is open if nothing is ticked "
    "in it, if U or D is ticked, or if it has a box E and neither E nor Z is ticked."
)
_AGAIN: Final = gettext(
    "Put a question mark beside each fact that is not ticked, if a question with one of its boxes is open; of facts "
    "with a point in their code, such as F7.1 and F7.2, only beside the last. Then count ticks and question marks "
    "together, in the columns with a question mark."
)
_ONLY_SEEN: Final = gettext("If all facts that are ticked and count have a star, appearance proves little.")
_TAKE_L2: Final = gettext(
    "If all facts that are ticked and count have a star, appearance proves little: where L1 applies, take L2."
)
_NEVER_A_VERDICT: Final = gettext(
    "Take the first level that applies, from the top. It says how far what was recorded points to trafficking. It is "
    "never a verdict."
)


class ComingTo:
    """The page that says what a scored form comes to."""

    def __init__(
        self,
        indicator_set: IndicatorSet,
        form: Mapping[str, Numbered],
        cards: Cards,
        steps: Steps,
        words: SideBySide,
    ) -> None:
        """Prepare it.

        Args:
            indicator_set: the set.
            form: what is asked.
            cards: what is urgent.
            steps: gets the steps of levels.
            words: looks texts up.
        """
        self._set = indicator_set
        self._about = indicator_set.about
        self._form = form
        self._card = cards.codes.get(CHILD_FLAG)
        self._stopping = cards.stopping
        self._words = words
        self._steps = steps
        levels = self._about.levels
        rules: dict[Level, LevelRule | None] = {
            "clear_concern": levels.clear_concern,
            "some_concern": levels.some_concern,
        }
        adult = {level: self._for_all(level, rule) for level, rule in rules.items()}
        # Those of a child come behind the others, which everybody goes through.
        self._levels: dict[Level, PaperCondition] = {
            level: some([condition, self._for_a_child(rules[level])]) for level, condition in adult.items()
        }
        self._look = second_look(indicator_set, form)
        self._by_age = looks_at_age(self._about, steps.groups)
        self._adult = adult_for_certain(form) if self._by_age else NEVER
        self._of_levels = tuple(steps.steps.items())
        # Guidance names no box that is not there.
        steps.levels = frozenset(level for level, condition in self._levels.items() if condition != NEVER)

    @property
    def counts_once_more(self) -> bool:
        """Whether all may have to be counted once more, with question marks."""
        return self._look is None and ALWAYS not in self._levels.values()

    def part(self) -> PaperPart:
        """The page."""
        return PaperPart(self._words.say(_LEVEL), tuple(self._coming_to()))

    def _line(self, message: Text, code: str = "") -> PaperLine:
        words = self._words.text(message)
        return PaperLine("check", words, code) if code else PaperLine("text", words)

    def _for_all(self, level: Level, rule: LevelRule | None) -> PaperCondition:
        reached = [self._steps.whole(rule.adult.tree)] if rule is not None and rule.adult is not None else []
        bands = [band.score for band in self._about.bands if RANK[band.level] >= RANK[level]]
        if bands:
            reached.append(self._steps.points_of_all(min(bands)))
        return some(reached)

    def _for_a_child(self, rule: LevelRule | None) -> PaperCondition:
        return self._steps.for_child(rule.child.tree) if rule is not None and rule.child is not None else NEVER

    def _coming_to(self) -> Iterator[PaperEntry]:
        steps = [self._step(code, condition) for code, condition in self._of_levels]
        if steps:
            yield PaperEntry(tuple(steps))
        of_child = [self._step_of_child(code, condition) for code, condition in self._steps.of_child.items()]
        if of_child:
            yield PaperEntry(tuple(of_child))
        yield PaperEntry((*self._safety_first(), *map(self._line, self._before_a_level())))
        yield from self._reached()
        yield from self._not_reached()

    def _step(self, code: str, condition: PaperCondition) -> PaperLine:
        return self._line(gettext("if {condition}.", condition=worded(condition)), code)

    def _step_of_child(self, code: str, condition: PaperCondition) -> PaperLine:
        # Translators: {box} is the code of a box on a form, {condition} such as "G11 is shown".
        told = gettext(
            "only if {box} is ticked:{new_line}if {condition}.", box=CHILD, new_line="\n", condition=worded(condition)
        )
        return self._line(told, code)

    def _safety_first(self) -> Iterator[PaperLine]:
        """What has to be asked of everybody, by a box, so that it is seen. No card asks a child more than it says."""
        wanted = [
            each
            for each in self._form.values()
            if each.item.id not in CHILDHOOD and (each.item.stage in SAFETY or each.item.always)
        ]
        if not wanted:
            return
        numbers = Listing(in_runs([str(each.number) for each in wanted]), "or")
        told = (
            # Translators: {numbers} are those of questions on a form.
            gettext("Was {numbers} not asked? See to that first: no level waits for it.", numbers=numbers)
            if self._stopping is None
            # Translators: {card} is the code of a card on a form, {numbers} are those of questions.
            else gettext(
                "Unless card {card} is due: was {numbers} not asked? See to that first: no level waits for it.",
                card=self._stopping,
                numbers=numbers,
            )
        )
        yield PaperLine("check", self._words.say(told))

    def _before_a_level(self) -> Iterator[Message]:
        """What is never left to a level, and what a level is."""
        if self._card is not None:
            # Translators: {card} is the code of a card on a form.
            yield gettext("If card {card} is due, it comes before any level: do first what it says.", card=self._card)
        yield _NEVER_A_VERDICT
        if any(fact.impression for group in self._steps.groups for fact in group.facts):
            yield _TAKE_L2 if stars_reach_clear_concern(self._set) else _ONLY_SEEN

    def _reached(self) -> Iterator[PaperEntry]:
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
        if look.boxes:
            boxes = worded(Ticked(look.boxes))
            yield self._line(
                gettext("Unless {condition}: {boxes} (for a child it counts).", condition=worded(adult), boxes=boxes)
                if adult != NEVER
                # Translators: {boxes} is such as "9a or 9b is ticked".
                else gettext("{boxes} (for a child it counts, and the person may have been one).", boxes=boxes)
            )

    def _once_more(self) -> Iterator[PaperLine]:
        """Counting once more, in the column that may still be right."""
        if self._by_age:
            yield self._line(
                gettext("Do all this as if {box} were ticked.", box=CHILD)
                if self._adult == NEVER
                # Translators: {condition} is such as "A2 is ticked".
                else gettext(
                    "Do all this as if {box} were ticked, unless {condition}.",
                    box=CHILD,
                    condition=worded(self._adult),
                )
            )
        reached = [LEVEL_CODE[level] for level, condition in self._levels.items() if condition != NEVER]
        if reached:
            yield self._line(
                gettext("With the question marks, {levels} applies.", levels=Listing(tuple(reached), "or"))
            )

    def _sentences(self, level: Level) -> Iterator[PaperLine]:
        """What a result of this level begins with."""
        own = level in self._about.headlines
        below = level == "none_recorded" and not has_element(self._set)
        said = (
            self._words.of_set(f"headline.{level}.says")
            if own
            else self._words.say(BELOW if below else LEVEL_SENTENCE[level])
        )
        # What some concern comes to is for somebody who decides: a child's card is not one of several ways.
        if self._card is not None and level == "some_concern":
            # Translators: {card} is the code of a card on a form.
            child = self._words.say(gettext("Under 18, or perhaps: do what card {card} says.", card=self._card))
            said = self._words.joined(self._words.say(ADULT), said, child)
        yield PaperLine("text", said)
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
    return Listing(in_runs(tuple(map(str, numbers))), "comma")
