"""What something rests on, and how well that was checked, as part of a sentence."""

from screening.language.messages import Listing, Message, Text, gettext, pgettext
from screening.sets.fields import SourceNote
from screening.sets.items import Item
from screening.sets.model import IndicatorSet


def source_text(note: SourceNote, indicator_set: IndicatorSet) -> Text:
    """A source by its short name, with how it was seen."""
    if note.grade == "project":
        return pgettext("a source", "the judgement of those who wrote this")
    source = indicator_set.about.sources.get(note.ref or "")
    title = (source.short or source.title) if source is not None else note.ref or ""
    match note.grade:
        case "B":
            return gettext("{source}, as reproduced by others", source=title)
        case "C":
            return gettext("{source}, seen only in a derived work", source=title)
        case _:
            return title


def rests_on(item: Item, indicator_set: IndicatorSet) -> tuple[Message, Listing | None]:
    """What an item rests on: the sources of what its answers can show, each once.

    Returns:
        What it is called, and the sources; None where it shows nothing that has one.
    """
    shown = set(item.could_show)
    notes = [each.source for each in indicator_set.indicators if each.id in shown and each.source is not None]
    texts = tuple(dict.fromkeys(source_text(note, indicator_set) for note in notes))
    return pgettext("before sources", "Source"), Listing(texts, "semicolon") if texts else None
