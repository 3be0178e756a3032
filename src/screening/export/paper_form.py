"""A set as a form for paper: questions, cards, and how a result is reached with a pencil."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec.structs import replace

from screening.export.paper_calls import Calling, Numbers
from screening.export.paper_cards import cards_of, cards_part, titles_of
from screening.export.paper_codes import numbered
from screening.export.paper_guidance import guidance_part
from screening.export.paper_lines import PaperEntry, PaperForm, PaperPart, for_the_screener
from screening.export.paper_marks import changed, marked_once, without_marks
from screening.export.paper_scoring import Scoring
from screening.export.paper_talk import talk_parts
from screening.language.messages import gettext
from screening.sets.fingerprint import fingerprint
from screening.sets.model import IndicatorSet
from screening.show.made_with import made_with
from screening.show.side_by_side import Side, SideBySide, Sides, legend, once

# As neutral as the title of a screen: the form lies between two people.
_TITLE: Final = gettext("A form to fill in")
_PAGE, _PAGES = "\x00", "\x01"


def paper_form(*sides: Side, numbers: Numbers | None = None) -> PaperForm:
    """The form of a set.

    Args:
        sides: one language, or two that stand side by side; the first is that of whoever fills it in.
        numbers: whom to call in the place for which it is printed; None where it is for none.
    """
    first, languages = sides[0], tuple(side.language for side in sides)
    written, words = first.indicator_set.written, SideBySide(*sides)
    unmarked = without_marks(sides)
    parts = tuple(changed(_in_its_languages(part), unmarked) for part in _parts(first.indicator_set, numbers, words))
    return PaperForm(
        title=unmarked(words.say(_TITLE)),
        languages=languages,
        legend=tuple(map(unmarked, (*marked_once(sides, words), *legend(_shown(parts), languages, words)))),
        parts=parts,
        made_with=first.catalog.render(made_with(written, fingerprint(written))),
        page=_page_of(first),
    )


def _parts(indicator_set: IndicatorSet, numbers: Numbers | None, words: SideBySide) -> Iterator[PaperPart]:
    form = numbered(indicator_set, words)
    cards = cards_of(indicator_set, form)
    calling = Calling(indicator_set, form, numbers, words)
    yield from talk_parts(indicator_set, form, cards, words, calling)
    urgent = cards_part(indicator_set, cards, words, titles_of(indicator_set, cards, words), calling)
    if urgent is not None:
        yield urgent
    scoring = Scoring(indicator_set, form, cards, words)
    yield from scoring.parts()
    guidance = guidance_part(indicator_set, scoring.steps, words, calling, cards=bool(cards.codes))
    if guidance is not None:
        yield guidance
    yield calling.part()


def _in_its_languages(part: PaperPart) -> PaperPart:
    entries = tuple(PaperEntry(tuple(map(for_the_screener, entry.lines))) for entry in part.entries)
    return replace(part, entries=entries)


def _page_of(side: Side) -> tuple[str, str, str]:
    # Translators: at the foot of each page of a form.
    told = side.catalog.render(gettext("Page {page} of {pages}", page=_PAGE, pages=_PAGES))
    before, _, rest = told.partition(_PAGE)
    between, _, after = rest.partition(_PAGES)
    return before, between, after


def _shown(parts: Iterable[PaperPart]) -> Iterator[Sides]:
    for part in parts:
        yield part.heading
        yield from part.columns
        for line in (line for entry in part.entries for line in entry.lines):
            yield from map(once, (line.words, line.where, *line.cells, *(box.words for box in line.boxes)))
