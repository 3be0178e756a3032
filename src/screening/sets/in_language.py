"""A set in another language: every text replaced by its id, and nothing else (pure).

What is recorded, and in which order, stays as it is, so that answers fit both. The set as it was written stays with it:
fingerprints and codes are made of that one.
"""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from screening.sets.fields import TextByAge
from screening.sets.guidance import Flag, Pathway
from screening.sets.model import Indicator, IndicatorSet, SetFile, Wording
from screening.sets.questions import CircumstanceWording, Option, Question, Section
from screening.sets.ratings import RatedIndicator, rated_indicator
from screening.sets.translation import Translation

_Named = TypeVar("_Named", bound=Struct)
_Block = TypeVar("_Block", Flag, Pathway)

_OF_QUESTION = (
    "say_first",
    "ask",
    "ask_self",
    "ask_next",
    "ask_next_self",
    "listen",
    "why",
    "record",
    "declined",
    "declined_self",
)


def in_language(indicator_set: IndicatorSet, translation: Translation) -> IndicatorSet:
    """A set with its texts in another language. A text that has no translation stays as it was written.

    Args:
        indicator_set: a set without problems. Where it is in another language already, the set as it was written is
            taken.
        translation: of today's texts; what fits none of them says nothing.
    """
    written = indicator_set.written
    wording = Wording(
        language=translation.language,
        written=written,
        unreviewed=translation.unreviewed,
        as_written=frozenset(translation.in_english),
    )
    return replace(_Words(translation.texts).of(written), wording=wording)


class _Words:
    """Puts texts in the place of others. It mirrors `texts`: a test holds the two together."""

    def __init__(self, told: Mapping[str, str]) -> None:
        self._told = told

    def of(self, whole: IndicatorSet) -> IndicatorSet:
        about = self._about(whole.about)
        sections = tuple(self._section(section) for section in whole.sections)
        questions = {question.id: question for section in sections for question in section.questions}
        return replace(
            whole,
            about=about,
            sections=sections,
            indicators=tuple(self._indicator(each, about, questions) for each in whole.indicators),
            guidance=tuple(self._block(f"pathway.{pathway.id}", pathway) for pathway in whole.guidance),
        )

    def _about(self, about: SetFile) -> SetFile:
        return replace(
            self._named("set", about, "title", "about", "agreement", "agreement_if_kept"),
            card=self._numbered("set.card", about.card),
            not_now=self._numbered("set.not_now", about.not_now),
            closing_card=self._numbered("set.closing_card", about.closing_card),
            circumstances=tuple(map(self._circumstance, about.circumstances)),
            scales={
                name: self._rate(f"scale.{name}", scale)
                if isinstance(scale, dict)
                else self._options(f"scale.{name}", scale)
                for name, scale in about.scales.items()
            },
            elements={each: self._text(f"element.{each}.title", title) for each, title in about.elements.items()},
            dimensions={
                name: self._named(f"dimension.{name}", each, "title") for name, each in about.dimensions.items()
            },
            headlines={
                level: self._named(f"headline.{level}", each, "says", "name") for level, each in about.headlines.items()
            },
            bands=tuple(self._named(f"band.{band.id}", band, "title", "headline") for band in about.bands),
            flags=tuple(self._block(f"flag.{flag.id}", flag) for flag in about.flags),
        )

    def _circumstance(self, wording: CircumstanceWording) -> CircumstanceWording:
        base = f"circumstance.{wording.id}"
        labels = {value: self._text(f"{base}.labels.{value}", label) for value, label in wording.labels.items()}
        return replace(self._named(base, wording, "ask", "record", "listen", "why"), labels=labels)

    def _section(self, section: Section) -> Section:
        named = self._named(f"section.{section.id}", section, "title")
        return replace(named, questions=tuple(map(self._question, section.questions)))

    def _question(self, question: Question) -> Question:
        base = f"option.{question.id}" if question.scale is None else f"scale.{question.scale}"
        return replace(
            self._named(f"question.{question.id}", question, *_OF_QUESTION),
            options=self._options(base, question.options),
            rate=self._rate(base, question.rate),
        )

    def _options(self, base: str, options: Sequence[Option]) -> tuple[Option, ...]:
        return tuple(self._named(f"{base}.{option.id}", option, "label", "label_self") for option in options)

    def _rate(self, base: str, rate: Mapping[str, int]) -> dict[str, int]:
        said = {self._text(f"{base}.{number}.label", label): number for label, number in rate.items()}
        # Two marks that are called the same would be one: then they are told apart as they were written.
        return said if len(said) == len(rate) else dict(rate)

    def _indicator(self, each: Indicator, about: SetFile, questions: Mapping[str, Question]) -> Indicator:
        if isinstance(each, RatedIndicator):
            return rated_indicator(about, questions[each.id])
        return self._named(f"indicator.{each.id}", each, "states", "brief")

    def _block(self, base: str, block: _Block) -> _Block:
        lines = {name: self._line(f"{base}.{name}", getattr(block, name)) for name in ("tonight", "never")}
        return replace(
            self._named(base, block, "title", "brief"),
            do=tuple(self._line(f"{base}.do.{number}", line) for number, line in enumerate(block.do)),
            do_not=tuple(self._line(f"{base}.do_not.{number}", line) for number, line in enumerate(block.do_not)),
            **lines,
        )

    def _line(self, name: str, line: str | TextByAge | None) -> Any:
        if isinstance(line, TextByAge):
            return self._named(name, line, "adult", "child")
        return self._text(name, line) if line is not None else None

    def _numbered(self, base: str, lines: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._text(f"{base}.{number}", line) for number, line in enumerate(lines))

    def _named(self, base: str, struct: _Named, *fields: str) -> _Named:
        said = {
            name: self._told[f"{base}.{name}"]
            for name in fields
            if getattr(struct, name, None) is not None and f"{base}.{name}" in self._told
        }
        return replace(struct, **said) if said else struct

    def _text(self, name: str, text: str) -> str:
        return self._told.get(name, text)
