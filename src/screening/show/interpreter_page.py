"""The interpreter's sheet as a page for A4 and as Markdown."""

from collections.abc import Iterator

from screening.language.catalog import ENGLISH, Catalog
from screening.language.names import own_name
from screening.show.html import render_page
from screening.show.interpreter_sheet import InterpreterSheet, SheetPart
from screening.show.lines import Line
from screening.show.markdown import markdown, markdown_table
from screening.show.side_by_side import Sides, Words, marks


def interpreter_page(sheet: InterpreterSheet, catalog: Catalog) -> str:
    """The sheet on A4, the officer's language on the left.

    Args:
        sheet: what is on it.
        catalog: the officer's language.
    """
    values = {"sheet": sheet, "names": tuple(map(own_name, sheet.languages))}
    return render_page("interpreter.html", values, catalog)


def interpreter_markdown(sheet: InterpreterSheet) -> str:
    """The same for a text editor: a table for each part.

    Args:
        sheet: what is on it.
    """
    parts = (sheet.rules, sheet.pointing, *sheet.parts)
    top = markdown(
        [Line("title", _beside(sheet.title)), *(Line("item", _beside(each)) for each in sheet.legend)], ENGLISH
    )
    tables = "\n".join(_part(part, sheet) for part in parts)
    return f"{top}\n{tables}\n{markdown([Line('text', sheet.made_with)], ENGLISH)}"


def _part(part: SheetPart, sheet: InterpreterSheet) -> str:
    named = [f"{part.number} {words.text}".strip() for words in part.heading]
    heading = Line("heading", " / ".join(dict.fromkeys(named)))
    head = ("", *map(own_name, sheet.languages))
    return f"{markdown([heading], ENGLISH)}\n{markdown_table(head, _rows(part, sheet), (), ENGLISH)}"


def _rows(part: SheetPart, sheet: InterpreterSheet) -> Iterator[tuple[str, ...]]:
    for entry in part.entries:
        for place, row in enumerate(entry.rows):
            # An answer has its key, and the first text of a question its number.
            begins = row.key or (entry.number if place == 0 else "")
            yield (
                begins,
                *(_marked(words, language) for words, language in zip(row.sides, sheet.languages, strict=True)),
            )


def _marked(words: Words, language: str) -> str:
    return f"{words.text} {marks([words], language)}".strip()


def _beside(sides: Sides) -> str:
    return " / ".join(dict.fromkeys(words.text for words in sides))
