"""A form as Markdown, for machines without a browser, and for those who set it themselves."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from screening.export.paper_lines import PaperEntry, PaperForm, PaperLine, PaperPart
from screening.language.catalog import ENGLISH
from screening.language.names import own_name
from screening.show.lines import Line
from screening.show.markdown import as_text, markdown, markdown_table
from screening.show.side_by_side import Sides, Words, marks, once

_ROOM = "\\_" * 60


def paper_markdown(form: PaperForm) -> str:
    """The form as a Markdown document; in two languages as a table for each part.

    Args:
        form: what is on it.
    """
    return "".join(_written(form))


def _written(form: PaperForm) -> Iterator[str]:
    yield f"# {as_text(_beside(form.title))}\n"
    for sides in form.legend:
        yield f"\n{as_text(_beside(sides))}\n"
    for part in form.parts:
        yield f"\n## {as_text(_beside(part.heading))}\n\n"
        # What has a table of its own is only for the screener, in one language.
        yield from _rows(part, form) if len(form.languages) > 1 and not part.table else _list(part, form)
    yield f"\n{markdown([Line('text', form.made_with)], ENGLISH)}"


def _list(part: PaperPart, form: PaperForm) -> Iterator[str]:
    # A table goes on through all entries.
    for table, together in groupby(part.entries, lambda entry: _set_as(entry.lines[0]) == "table"):
        entries = list(together)
        if table:
            entries = [PaperEntry(tuple(line for entry in entries for line in entry.lines))]
        yield from _entries(part, entries, form)


def _entries(part: PaperPart, entries: Iterable[PaperEntry], form: PaperForm) -> Iterator[str]:
    for entry in entries:
        for kind, together in groupby(entry.lines, _set_as):
            lines = list(together)
            yield _table(part, lines, form) if kind == "table" else "".join(_line(line, form) for line in lines)
            # A list ends before what follows it.
            yield "\n" if kind == "list" else ""


def _set_as(line: PaperLine) -> str:
    if line.kind in {"fact", "tally"}:
        return "table"
    return "list" if line.kind in {"answers", "check", "do", "avoid"} else "text"


def _line(line: PaperLine, form: PaperForm) -> str:
    if line.kind == "answers":
        return "".join(f"- [ ] {box.code} {as_text(_told(box.words, form))}\n" for box in line.boxes)
    told = as_text(_told(line.words, form))
    if line.kind == "check":
        return f"- [ ] {line.code} {told}\n"
    if line.kind in {"do", "avoid"}:
        return f"- {told}\n" if line.kind == "do" else f"- **{told}**\n"
    # A line of its own: two in a row would be one paragraph.
    code = f"{line.code} ".lstrip()
    if line.kind == "room":
        return f"{told}\n\n{_ROOM}\n\n{_ROOM}\n\n"
    strong = line.kind in {"before", "ask", "then", "title", "call"}
    return f"**{code}{told}**\n\n" if strong else f"{code}{told}\n\n"


def _table(part: PaperPart, lines: list[PaperLine], form: PaperForm) -> str:
    columns = [_beside(column) for column in part.columns]
    told = [(line, _told(line.words, form), _told(line.where, form)) for line in lines]
    cells = {id(line): [_told(cell, form) for cell in line.cells] or [""] * (len(columns) - 1) for line in lines}
    if part.table == "facts":
        head = (columns[0], "", "", *columns[1:])
        rows = [(where, line.code, words, *cells[id(line)]) for line, words, where in told]
    else:
        head = ("", "", *columns, "")
        rows = [(line.code, words, *cells[id(line)], f"[ ] {where}" if where else "") for line, words, where in told]
    return markdown_table(head, rows, (), ENGLISH) + "\n"


def _rows(part: PaperPart, form: PaperForm) -> Iterator[str]:
    head = ("", *map(own_name, form.languages))
    rows = (row for entry in part.entries for row in _table_rows(entry, form, len(head)))
    yield markdown_table(head, rows, (), ENGLISH)


def _table_rows(entry: PaperEntry, form: PaperForm, width: int) -> Iterator[tuple[str, ...]]:
    for line in entry.lines:
        for code, words in [(box.code, box.words) for box in line.boxes] or [(line.code, line.words)]:
            sides = [_marked(*each) for each in zip(once(words), form.languages, strict=False)]
            sides += [""] * (len(form.languages) - len(sides))
            row = (code, *sides)
            yield (*row, *[""] * (width - len(row)))


def _told(sides: Sides, form: PaperForm) -> str:
    """A text with what is marked of it, on every side where they differ."""
    return " / ".join(dict.fromkeys(_marked(*each) for each in zip(once(sides), form.languages, strict=False)))


def _marked(words: Words, language: str) -> str:
    return f"{words.text} {marks([words], language)}".strip()


def _beside(sides: Sides) -> str:
    return " / ".join(dict.fromkeys(words.text for words in sides))
