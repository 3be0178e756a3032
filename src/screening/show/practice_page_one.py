"""Where the first page of a result would have been another one: what it said, and what it should have said."""

from collections.abc import Iterator, Sequence

from screening.language.messages import Message, Text, gettext, pgettext
from screening.practice.attempt import Attempt
from screening.show.first_page import first_page_lines
from screening.show.lines import Line, LineKind

_LEVEL = pgettext("heading, a part of the first page", "What it comes to")
_ACTS = pgettext("heading, a part of the first page", "What to do now")
_NEVER = pgettext("heading, a part of the first page", "What never to do")


def page_one_lines(attempt: Attempt) -> tuple[Line, ...]:
    """What differs on the two first pages. Whom to call is left out: it hangs on the hour, and on what is opened.

    Args:
        attempt: the attempt.
    """
    said, should = first_page_lines(attempt.said), first_page_lines(attempt.should)
    labels = dict.fromkeys(line.label for line in (*should, *said) if line.kind == "told" and line.label is not None)
    lines = [
        *_differing(_LEVEL, _of(said, "badge"), _of(should, "badge")),
        *(each for label in labels for each in _differing(label, _of(said, "told", label), _of(should, "told", label))),
        *_differing(_ACTS, _of(said, "act"), _of(should, "act")),
        *_differing(_NEVER, _of(said, "never"), _of(should, "never")),
    ]
    heading = Line("heading", gettext("Page one: what it said, and what it should have said"))
    if not lines:
        return heading, Line("text", gettext("It said what it should have said."))
    return heading, *lines


def _of(lines: Sequence[Line], kind: LineKind, label: Text | None = None) -> list[Text]:
    """What stands there, piece by piece."""
    told: list[Text] = []
    for line in lines:
        if line.kind != kind or (label is not None and line.label != label):
            continue
        if kind == "badge":
            told.append(_badge(line))
        elif kind == "act":
            told.append(line.text)
        else:
            # How many there are besides, and how much is not known, follows from the rest.
            told += [cell for cell in line.cells if not (isinstance(cell, Message) and cell.plural is not None)]
    return told


def _badge(line: Line) -> Text:
    if not line.text:
        return line.label or ""
    # Translators: a level in capitals, and the sentence beside it.
    return gettext("{level}. {sentence}", level=line.label or "", sentence=line.text)


def _differing(heading: Text, said: Sequence[Text], should: Sequence[Text]) -> Iterator[Line]:
    """What stands on one of the two only, under its heading."""
    missing = [text for text in should if text not in said]
    besides = [text for text in said if text not in should]
    if missing or besides:
        yield Line("group", heading)
        yield from (Line("item", gettext("It said: {text}", text=text)) for text in besides)
        yield from (Line("item", gettext("It should have said: {text}", text=text)) for text in missing)
