"""What a full screen looks like at a size (pure): rows and titles, wrapped, paged, and put in the middle."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rich.cells import cell_len

from screening.show.report import Line
from screening.show.terminal import Row, wrap_lines
from screening.terminal.pages import to_pages
from screening.terminal.screen import Choice, Screen
from screening.terminal.view import View, pressable

# Longer rows are hard to read; a wide terminal leaves the rest blank on both sides.
WIDEST = 96
_POINTER_CELLS = 3
# A long answer code takes two rows at the most usual width.
ENTRY_ROWS = 4

ABOUT_KEYS = (
    "y, n, u, d or a number answers at once; or the arrow keys, and Enter.",
    "Where several can be marked: the space bar marks, Enter is done.",
    "s skips for now. It comes once more before the end.",
    "b goes back, as far as you want. Answers stay until you change them.",
    "p pauses: a code to write down, and nothing else on the screen.",
    "f finishes now, with what there is.",
    "x hides everything. Then r and Enter bring it back; a second x, or ten minutes, forgets all.",
    "Ctrl-C ends at once, clears the screen and forgets all.",
)


@dataclass(frozen=True, slots=True)
class Picture:
    """A full screen, ready to be painted.

    Attributes:
        margin: blank columns on the left.
        width: columns of the text.
        header: the heading, and how far the talk is.
        body: the page of the text that is shown.
        body_height: rows for it.
        pages: pages that the text has.
        titles: for each choice its rows, joined; None for a blank row.
        titles_height: rows for the choices, or for what is typed.
        note: one row above the keys, blank where there is nothing to say.
        footer: the keys.
    """

    margin: int
    width: int
    header: list[Row]
    body: list[Row]
    body_height: int
    pages: int
    titles: list[str | None]
    titles_height: int
    note: str
    footer: list[Row]


def draw(screen: Screen, view: View, columns: int, rows: int) -> Picture:
    """A screen, looked at in a way, at a size.

    Args:
        screen: what is shown.
        view: how it is looked at.
        columns: the width of the terminal.
        rows: its height.
    """
    width = max(20, min(columns - 2, WIDEST))
    header = _header("Help" if view.help else screen.heading, "" if view.help else screen.progress, width)
    titles = [] if view.help or not screen.choices else _titles(screen, view, width)
    heights = [1 if title is None else title.count("\n") + 1 for title in titles]
    titles_rows, tallest = sum(heights), max(heights, default=0)
    # The footer hangs on the page and the pages on the footer's height: take the highest that there can be.
    footer = max((_footer(screen, replace(view, page=page), 3, width) for page in (0, 1, 2)), key=len)
    # A blank row below the header, one above the choices or below the text, and the note.
    room = max(2, rows - len(header) - 3 - len(footer))
    body_rows = list(wrap_lines(_help(screen) if view.help else screen.lines, width))
    needed = max(1, len(to_pages(body_rows, len(body_rows) + 1)[0]))
    typed = ENTRY_ROWS if screen.entry and not view.help else 0
    titles_height = min(titles_rows or typed, max(room // 2, room - needed, min(tallest, room - 1)))
    body_height = max(1, room - titles_height)
    pages = to_pages(body_rows, body_height)
    if screen.more and not view.help:
        # What did not fit on the first page goes on where everything else begins.
        over = [row for page in pages[1:] for row in page]
        pages = [pages[0], *to_pages([*over, Row(""), *wrap_lines(screen.more, width)], body_height)]
    page = min(view.page, len(pages) - 1)
    if titles_height:
        body_height = min(body_height, max(1, len(pages[page])))
    return Picture(
        margin=max(0, (columns - width) // 2),
        width=width,
        header=header,
        body=pages[page],
        body_height=body_height,
        pages=len(pages),
        titles=titles,
        titles_height=titles_height,
        note=view.hint or _note(screen, view, page, len(pages), hidden=titles_rows > titles_height),
        footer=_footer(screen, view, len(pages), width),
    )


def _header(heading: str, progress: str, width: int) -> list[Row]:
    gap = width - cell_len(heading) - cell_len(progress)
    if progress and gap >= 2:
        return [Row(f"{heading}{' ' * gap}{progress}", "bold", "heading")]
    lines = [Line("text", heading), *([Line("text", progress)] if progress else [])]
    return [Row(row.text, "bold", "heading") for row in wrap_lines(lines, width)]


def _titles(screen: Screen, view: View, width: int) -> list[str | None]:
    keys = [choice.key if pressable(screen, choice) else "" for choice in screen.choices]
    widest = max(len(key) for key in keys)
    titles: list[str | None] = []
    for choice, key in zip(screen.choices, keys, strict=True):
        if choice.undecided and titles and not any(each.undecided for each in screen.choices[: len(titles)]):
            titles.append(None)
        mark = _mark(screen, view, choice)
        before = f"{key.rjust(widest)}  {mark}" if widest else mark
        indent = " " * (_POINTER_CELLS + len(before))
        room = max(2, width - len(indent))
        parts = [row.text for row in wrap_lines([Line("text", choice.label)], room)]
        titles.append(f"\n{indent}".join([before + parts[0], *parts[1:]]))
    return titles


def _mark(screen: Screen, view: View, choice: Choice) -> str:
    if not screen.several:
        return "* " if choice.value in screen.chosen else ("  " if screen.chosen else "")
    if choice.undecided and choice.value not in view.ticked:
        return "*   " if choice.value in screen.chosen else "    "
    return "[x] " if choice.value in view.ticked else "[ ] "


def _note(screen: Screen, view: View, page: int, pages: int, *, hidden: bool) -> str:
    if screen.choices and not view.help:
        told = []
        if pages > 1:
            told.append(f"Text {page + 1} of {pages}: PageDown.")
        if hidden:
            told.append("More: arrows.")
        return " ".join(told)
    return f"Page {page + 1} of {pages}" if pages > 1 else ""


def _footer(screen: Screen, view: View, pages: int, width: int) -> list[Row]:
    """The keys that do something here."""
    if view.help:
        keys = ["Enter back" if view.page + 1 >= pages else "Enter next page"]
    elif screen.entry:
        keys = ["Enter done", "Enter alone back", "Ctrl-Z hide", "Ctrl-C end"]
        return _in_rows(keys, width)
    else:
        keys = _answer_keys(screen, view, pages)
        keys += [
            f"{key} {does}"
            for key, does in (("s", "skip"), ("b", "back"), ("p", "pause"), ("f", "finish"))
            if does in screen.keys
        ]
        keys.append("? help")
    return _in_rows([*keys, "x hide", "Ctrl-C end"], width)


def _answer_keys(screen: Screen, view: View, pages: int) -> list[str]:
    if screen.several:
        return ["Space mark", "Enter done"]
    if screen.choices:
        return ["Arrows, Enter choose"]
    if screen.last:
        return [*(["Enter next page"] if view.page + 1 < pages else []), *(["PageUp"] if view.page else []), "e end"]
    return ["Enter next page" if view.page + 1 < pages else "Enter go on"]


def _in_rows(keys: Iterable[str], width: int) -> list[Row]:
    rows: list[str] = []
    for key in keys:
        longer = f"{rows[-1]}  {key}" if rows else key
        if rows and cell_len(longer) <= width:
            rows[-1] = longer
        elif rows:
            rows.append(key)
        else:
            rows = [key]
    return [Row(row, "", "text") for row in rows]


def _help(screen: Screen) -> list[Line]:
    return [*screen.help, Line("heading", "Keys"), *(Line("item", text) for text in ABOUT_KEYS)]
