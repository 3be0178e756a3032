"""The mark of words that nobody has reviewed: once at the head of a form, where it would stand on every line."""

from collections.abc import Callable, Collection, Iterator
from typing import TypeAlias

from msgspec.structs import replace

from screening.export.paper_lines import PaperBox, PaperEntry, PaperLine, PaperPart
from screening.language.messages import Listing, gettext
from screening.language.names import is_english, own_name
from screening.sets.texts import texts
from screening.show.side_by_side import Side, SideBySide, Sides

_Change: TypeAlias = Callable[[Sides], Sides]


def nothing_is_reviewed(side: Side) -> bool:
    """Whether of all words of a language none are reviewed: a mark on each line would then tell nobody anything.

    Args:
        side: the language.
    """
    wording = side.indicator_set.wording
    if wording is None:
        return False
    translated = texts(side.indicator_set).keys() - wording.as_written
    said = side.catalog.unreviewed or is_english(side.catalog.language)
    return bool(translated) and translated <= wording.unreviewed and said


def marked_once(sides: Collection[Side], words: SideBySide) -> Iterator[Sides]:
    """What stands at the head instead of marks on lines.

    Args:
        sides: the languages of the form.
        words: looks up what is said of them.
    """
    names = tuple(own_name(side.language) for side in sides if nothing_is_reviewed(side))
    if names:
        # Translators: {languages} are names of languages.
        yield words.say(
            gettext(
                "~ {languages}: no native speaker has reviewed these words. Say so if they are wrong.",
                languages=Listing(names, "comma"),
            )
        )


def without_marks(sides: Collection[Side]) -> _Change:
    """Takes the mark from the words of each language in which nothing is reviewed.

    Args:
        sides: the languages of the form.
    """
    alike = [nothing_is_reviewed(side) for side in sides]

    def unmarked(told: Sides) -> Sides:
        if len(told) != len(alike):
            return told
        return tuple(
            replace(words, unreviewed=False) if same else words for words, same in zip(told, alike, strict=True)
        )

    return unmarked


def changed(part: PaperPart, change: _Change) -> PaperPart:
    """A part with all of its texts changed.

    Args:
        part: the part.
        change: what is made of a text.
    """

    def line(each: PaperLine) -> PaperLine:
        boxes = tuple(PaperBox(box.code, change(box.words), box.kind) for box in each.boxes)
        cells = tuple(map(change, each.cells))
        return replace(each, words=change(each.words), where=change(each.where), boxes=boxes, cells=cells)

    entries = tuple(PaperEntry(tuple(map(line, entry.lines))) for entry in part.entries)
    return replace(part, heading=change(part.heading), columns=tuple(map(change, part.columns)), entries=entries)
