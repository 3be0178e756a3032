"""The last part of a form: what the answers come to, why, what to do, and what is not known (pure)."""

from collections.abc import Iterable, Iterator

from screening.export.xlsform_answers import Answered
from screening.export.xlsform_assessment import AssessmentFields
from screening.export.xlsform_expressions import FALSE, TRUE, all_of, any_of, field, negated, text
from screening.export.xlsform_guidance import GuidanceNotes
from screening.export.xlsform_rows import Notes, Row, Spoken, bold, listed
from screening.language.messages import Text, gettext, pgettext
from screening.sets.column_map import OWN
from screening.sets.items import Item
from screening.sets.model import IndicatorSet
from screening.sets.vocabulary import ELEMENTS, RANK, Level, Support
from screening.show.first_page import A_CHILD, PERHAPS_A_CHILD
from screening.show.levels import (
    BELOW,
    ELEMENT_NAME,
    LEVEL_SENTENCE,
    PROVES_NOTHING,
    SUPPORT_NAME,
    has_element,
)

_OBSERVED_ONLY = gettext("Observed only: appearance proves little.")
_BECAUSE = pgettext("heading over facts", "Because")
_NOT_KNOWN = gettext("What was not asked or not answered")
_LEAVE = gettext(
    "You need not send this. If you leave the form without saving it, nothing is kept. Whatever you save, send or "
    "write may have to be shown to a court."
)
RESULT = gettext("What was recorded, and what to do now")


class ResultNotes:
    """Makes the notes of the last part."""

    def __init__(self, spoken: Spoken, fields: AssessmentFields, answered: Answered, notes: Notes) -> None:
        """Prepare a language.

        Args:
            spoken: the language.
            fields: the assessment.
            answered: what was answered.
            notes: makes the notes.
        """
        self._spoken = spoken
        self._fields = fields
        self._answered = answered
        self._notes = notes

    def rows(self, items: Iterable[Item], guidance: GuidanceNotes, numbers: Iterable[Row]) -> Iterator[Row]:
        """The notes.

        Args:
            items: those that stand in the form.
            guidance: makes what is to be done.
            numbers: whom to call.
        """
        yield from self._child()
        yield from self._headline()
        yield from self._score()
        for flag, raised in self._fields.flags.items():
            yield from guidance.flag(flag, raised)
        yield from numbers
        for pathway, opens in self._fields.pathways.items():
            yield from guidance.pathway(pathway, opens)
        yield from self._because()
        yield from self._elements()
        yield from self._not_known(items)
        yield self._note(_LEAVE)

    def _note(self, *said: Text, relevant: str = TRUE) -> Row:
        return self._notes.note(*map(self._spoken.say, said), relevant=relevant)

    def _child(self) -> Iterator[Row]:
        if self._answered.is_recorded("age") == FALSE:
            return
        a_child = self._answered.any_of("age", ["child"])
        for said, condition in ((A_CHILD, a_child), (PERHAPS_A_CHILD, negated(a_child))):
            relevant = all_of([self._fields.child_now.true, condition])
            yield self._notes.note(bold(self._spoken.say(said)), relevant=relevant)

    # --- how far it points ---

    def _headline(self) -> Iterator[Row]:
        """The first sentence for each level, as in `show.levels`: the set's own for its band or level, or ours."""
        about, level = self._spoken.indicator_set.about, self._fields.level
        yield self._note(_OBSERVED_ONLY, relevant=self._fields.observed_only)
        of_bands: dict[Level, list[str]] = {}
        for band in about.bands:
            if band.headline is None or self._fields.band is None:
                continue
            here = all_of([f"{self._fields.band} = {text(band.id)}", f"{level} = {text(band.level)}"])
            of_bands.setdefault(band.level, []).append(here)
            yield self._sentence(band.headline, band.level, own=True, relevant=here)
        for name in LEVEL_SENTENCE:
            relevant = all_of([f"{level} = {text(name)}", negated(any_of(of_bands.get(name, ())))])
            yield self._sentence(*self._of_level(self._spoken.indicator_set, name), relevant=relevant)

    def _of_level(self, indicator_set: IndicatorSet, level: Level) -> tuple[Text, Level, bool]:
        own = indicator_set.about.headlines.get(level)
        if own is not None:
            return own.says, level, True
        below = level == "none_recorded" and not has_element(indicator_set)
        return BELOW if below else LEVEL_SENTENCE[level], level, False

    def _sentence(self, said: Text, level: Level, own: bool, *, relevant: str) -> Row:
        low = own and RANK[level] == 0
        after = self._spoken.say(PROVES_NOTHING) if low else ""
        return self._notes.note(bold(self._spoken.say(said)), after, relevant=relevant)

    def _score(self) -> Iterator[Row]:
        if self._fields.band is None:
            return
        for band in self._spoken.indicator_set.about.bands:
            told = gettext("Score so far, {score}: {band}.", score="\x00", band=band.title)
            # The number is a field, which must not be made plain.
            said = self._spoken.say(told).replace("\x00", field(f"{OWN}score"))
            yield self._notes.note(said, relevant=f"{self._fields.band} = {text(band.id)}")

    # --- why ---

    def _because(self) -> Iterator[Row]:
        present = [(each, self._fields.present(each.id)) for each in self._spoken.indicator_set.indicators]
        yield self._notes.note(bold(self._spoken.say(_BECAUSE)), relevant=self._fields.any_present)
        for indicator, condition in present:
            yield self._notes.note(listed([self._spoken.say(indicator.states)]), relevant=condition)

    def _elements(self) -> Iterator[Row]:
        supports: tuple[Support, ...] = ("supported", "possible", "not_supported")
        for element in ELEMENTS:
            if not has_element(self._spoken.indicator_set, element):
                continue
            for support in supports:
                # Translators: {element} is such as "Means: how it was done", {support} such as "possible".
                said = gettext("{element}: {support}", element=ELEMENT_NAME[element], support=SUPPORT_NAME[support])
                yield self._note(said, relevant=f"{field(f'{OWN}element_{element}')} = {text(support)}")

    # --- what is not known (law 1) ---

    def _not_known(self, items: Iterable[Item]) -> Iterator[Row]:
        unknown = [(item, self._answered.is_unknown(item.id)) for item in items if item.counts]
        yield self._notes.note(bold(self._spoken.say(_NOT_KNOWN)), relevant=self._fields.any_unknown)
        for item, condition in unknown:
            yield self._notes.note(listed([self._spoken.say(item.record)]), relevant=condition)
