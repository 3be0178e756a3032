"""The rows of a form, in the one order of an interview (pure)."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from screening.export.kept_answers import said_besides
from screening.export.xlsform_alone import after_the_person, cannot_wait, given_back
from screening.export.xlsform_answers import Answered
from screening.export.xlsform_assessment import AssessmentFields
from screening.export.xlsform_calculations import Calculations
from screening.export.xlsform_expressions import FALSE, TRUE, all_of, any_of, field, text
from screening.export.xlsform_gates import gate_all
from screening.export.xlsform_groups import groups_of
from screening.export.xlsform_guidance import GuidanceNotes
from screening.export.xlsform_numbers import NeedNumbers, number_notes
from screening.export.xlsform_opening import opening_notes
from screening.export.xlsform_questions import is_read_by_the_person, question_row
from screening.export.xlsform_result import RESULT, ResultNotes
from screening.export.xlsform_rows import Notes, Row, Spoken, bold
from screening.language.messages import gettext
from screening.sets.column_map import OWN
from screening.sets.items import Item
from screening.sets.model import IndicatorSet

_AGREEMENT: Final = f"{OWN}agreement"
_AGREES: Final = (("yes", gettext("Yes")), ("not_now", gettext("Not now")), ("stop", gettext("Stop")))
_TURN: Final = gettext("Turn the screen to yourself.")
_TOGETHER: Final = "field-list"
_BESIDE_ONE_ANOTHER: Final = 40
_NEVER: Final = "1 = 0"


class Logic(Struct, frozen=True):
    """What is the same in every language.

    Attributes:
        items: what the form asks, in order.
        answered: what was answered to it.
        calculations: the calculated fields.
        assessment: those of the assessment.
        begun: whether the talk goes on after the agreement.
        place: where the form is for one place, its code.
    """

    items: Mapping[str, Item]
    answered: Answered
    calculations: Calculations
    assessment: AssessmentFields
    begun: str
    place: str | None


def logic_of(indicator_set: IndicatorSet, items: Mapping[str, Item], place: str | None) -> Logic:
    """The conditions and calculations of a form.

    Args:
        indicator_set: a set without problems.
        items: what the form asks, in the order of the interview.
        place: the code of the place that the form is for, where it is for one.
    """
    calculations = Calculations()
    answered = Answered(items, calculations, {"place": place} if place is not None else None)
    begun = f"{field(_AGREEMENT)} = 'yes'" if indicator_set.about.agreement else TRUE
    gate_all(items, answered, calculations)
    assessment = AssessmentFields(indicator_set, list(items.values()), answered, calculations, begun)
    return Logic(items, answered, calculations, assessment, begun, place)


def survey_in(spoken: Spoken, logic: Logic, numbers: Sequence[NeedNumbers]) -> list[Row]:
    """The rows of a form in one language. But for what is said, they are the same in each.

    Args:
        spoken: the language.
        logic: the conditions and calculations.
        numbers: whom to call.
    """
    return [row for row in _Survey(spoken, logic, numbers).rows() if row.relevant != FALSE]


class _Survey:
    def __init__(self, spoken: Spoken, logic: Logic, numbers: Sequence[NeedNumbers]) -> None:
        self._spoken = spoken
        self._about = spoken.indicator_set.about
        self._logic = logic
        # What the person who answers alone does not read comes when the screener has the screen again.
        self._alone = self._about.audience == "person"
        self._back, is_back = given_back(spoken, logic.begun)
        self._after = all_of([logic.begun, is_back]) if self._alone else logic.begun
        self._later = after_the_person(logic.items, spoken.indicator_set)
        self._notes = Notes()
        self._numbers = numbers
        self._guidance = GuidanceNotes(spoken, logic.assessment.child_now, self._notes)
        # In the language of the form, in which the same is asked.
        self._sections = {section.id: section for section in spoken.indicator_set.sections}

    def rows(self) -> Iterator[Row]:
        yield from opening_notes(self._spoken, self._notes)
        yield from self._agreement()
        yield from self._asked()
        if not any(item.stage == "seen" for item in self._logic.items.values()):
            yield from self._turn()
        yield from self._result()
        if self._logic.place is not None:
            yield Row(type="calculate", name="place", calculation=text(self._logic.place))
        yield from self._calculated()

    def _agreement(self) -> Iterator[Row]:
        if self._about.agreement is None:
            return
        besides = said_besides(self._about)
        if besides is not None:
            yield self._notes.note(bold(self._spoken.say(besides)))
        choices = tuple((name, self._spoken.say(said)) for name, said in _AGREES)
        label = self._spoken.say(self._about.agreement_if_kept or self._about.agreement)
        yield Row(type="select_one", name=_AGREEMENT, choices=choices, label=label)
        here = field(_AGREEMENT)
        stops = any_of(f"{here} = {text(name)}" for name in ("not_now", "stop"))
        yield from self._notes.of_lines(list(map(self._spoken.say, self._about.not_now)), relevant=stops)

    def _asked(self) -> Iterator[Row]:
        turned = False
        groups = groups_of(self._spoken.indicator_set.written)
        asked = [item for item in self._logic.items.values() if item not in self._later]
        for section, together in groupby(asked, lambda item: item.section):
            items = list(together)
            if items[0].stage == "seen" and not turned:
                turned = True
                yield from self._turn()
            begun = self._after if turned else self._logic.begun
            rows = [row for item in items for row in self._of_item(item)]
            if section is None or section.id not in groups:
                yield from (_where(begun, row) for row in rows)
                continue
            title = self._sections[section.id].title
            label = self._spoken.say(title) if title is not None else self._spoken.say(section.id)
            yield Row(type="begin_group", name=section.id, label=label, relevant=begun)
            yield from rows
            yield Row(type="end_group")

    def _of_item(self, item: Item) -> Iterator[Row]:
        yield question_row(item, self._logic.answered, self._spoken)
        due = list(self._guidance.due(item, self._logic.answered.any_of))
        is_back = TRUE
        if due and is_read_by_the_person(item, self._spoken.indicator_set):
            if not cannot_wait(item):
                # They stand in the last part too, which the screener reads.
                return
            back, is_back = given_back(self._spoken, any_of(raised for _, raised in due), item)
            yield back
        for flag, raised in due:
            yield from self._guidance.card(flag, all_of([raised, is_back]))

    def _turn(self) -> Iterator[Row]:
        if self._alone:
            yield self._back
        to_say = list(map(self._spoken.say, self._about.closing_card))
        yield from self._notes.of_lines(to_say, relevant=self._after)
        if self._spoken.indicator_set.asks and not self._alone:
            yield self._notes.note(bold(self._spoken.say(_TURN)), relevant=self._after)
        for item in self._later:
            yield from (_where(self._after, row) for row in self._of_item(item))

    def _result(self) -> Iterator[Row]:
        group = Row(
            type="begin_group",
            name=f"{OWN}result",
            label=self._spoken.say(RESULT),
            relevant=self._after,
            appearance=_TOGETHER,
        )
        result = ResultNotes(self._spoken, self._logic.assessment, self._logic.answered, self._notes)
        numbers = number_notes(self._numbers, self._spoken, self._notes)
        yield group
        yield from result.rows(self._logic.items.values(), self._guidance, numbers)
        yield Row(type="end_group")

    def _calculated(self) -> Iterator[Row]:
        """The calculated fields. Engines look a field up among all that stand beside it: so a few together.

        No group may be without a note or a question: each has one that is never shown.
        """
        fields = list(self._logic.calculations.fields.items())
        for number, start in enumerate(range(0, len(fields), _BESIDE_ONE_ANOTHER), 1):
            yield Row(type="begin_group", name=f"{OWN}fields_{number}", label=self._spoken.say(RESULT))
            for name, calculation in fields[start : start + _BESIDE_ONE_ANOTHER]:
                yield Row(type="calculate", name=name, calculation=calculation)
            yield self._notes.note(self._spoken.say(RESULT), relevant=_NEVER)
            yield Row(type="end_group")


def _where(condition: str, row: Row) -> Row:
    return replace(row, relevant=all_of([condition, row.relevant]))
