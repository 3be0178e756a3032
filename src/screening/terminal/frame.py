"""What a full screen looks like at a size (pure): rows and choices, wrapped, paged, and put in the middle."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace
from wcwidth import width as cell_len

from screening.language.catalog import Catalog
from screening.language.messages import Message, Text, gettext
from screening.show.columns import IN_COLUMNS
from screening.show.looks import Style
from screening.show.pages import to_pages
from screening.show.rows import Row, closed_up, row_of, wrap_lines
from screening.terminal.asked import POINTER_INDENT, asked_at, needed_rows
from screening.terminal.choice_rows import ChoiceRows
from screening.terminal.discreet import has_words_to_hide, without_words
from screening.terminal.header_rows import header_rows, page_of, with_page
from screening.terminal.key_rows import footer_rows
from screening.terminal.screen import Screen
from screening.terminal.signs import FINE, Signs
from screening.terminal.their_words import in_words
from screening.terminal.view_state import ViewState, narrowed

# Longer rows are hard to read; a wide terminal leaves the rest blank on both sides.
WIDEST = 96
# What is short leaves the rest of a high terminal blank above and below, rather than between a question and its keys.
LOWEST = 24
# Columns and rows with which every screen can still be used.
LEAST = (40, 12)
_FEWEST_CHOICES = 5
# A long answer code takes two rows at the most usual width.
ENTRY_ROWS = 4

# Translators: the star marks, in the list above, what was chosen before.
_RECORDED_BEFORE = gettext("* recorded before")
# Translators: stands in one row, below a question whose answers are hidden. v is a key.
_SHOWS_AGAIN = gettext("v shows the answers again.")
# Translators: stands in one row, where something is in the screener's language alone, for want of room. l is a key.
_SHOWS_THEIRS = gettext("l shows all of it in the person's words.")
# Translators: stands in one row of 60 columns, below a list of which something is marked. u and d are keys.
_REST = gettext("Enter: the rest is no. u, d: it is unclear, or not said.")


class Frame(Struct, frozen=True):
    """A full screen, ready to be painted.

    Below the header stands a rule, and above the footer another one, or the note in its place.

    Attributes:
        margin: blank columns on the left.
        width: columns of the text.
        above: blank rows above all of it.
        height: rows of all of it, from the header to the footer.
        header: the heading, and how far the dialog is.
        body: the page of the text that is shown.
        body_height: rows for it.
        pages: pages that the text has; where it ends for whoever turns them.
        parts: for the key of each part, the page on which it begins.
        choices: the choices.
        choices_height: rows for the choices, or for what is typed.
        choices_indent: blank columns before them.
        note: one row above the keys, blank where there is nothing to say.
        footer: the keys.
    """

    margin: int
    width: int
    above: int
    height: int
    header: list[Row]
    body: list[Row]
    body_height: int
    pages: int
    parts: Mapping[str, int]
    choices: ChoiceRows
    choices_height: int
    choices_indent: int
    note: str
    footer: list[Row]


def lay_out(screen: Screen, view: ViewState, columns: int, rows: int, catalog: Catalog, signs: Signs = FINE) -> Frame:
    """A screen, looked at in a way, at a size.

    Args:
        screen: what is shown.
        view: how it is looked at.
        columns: the width of the terminal.
        rows: its height.
        catalog: the language.
        signs: what lines are drawn with.
    """
    catalog = screen.reader or catalog
    screen = narrowed(in_words(screen, view.words), view, catalog)
    hides = view.discreet and not view.help and has_words_to_hide(screen)
    screen = without_words(screen) if hides else screen
    width = max(20, min(columns - 2, WIDEST))
    page = view.help_page if view.help else view.page
    header = header_rows(screen, view, width, catalog, signs)
    # The footer hangs on the page and the pages on the footer's height: take the highest that there can be. In the
    # middle stand all keys that stand at the beginning; at the end there are others.
    at = [replace(view, page=number, help_page=number) for number in (1, 2)]
    footer = max((footer_rows(screen, each, 3, {}, width, catalog) for each in at), key=len)
    # Two rules; and above what is chosen or typed a blank row.
    chosen = bool(screen.choices or screen.entry) and not view.help
    room = max(2, rows - len(header) - 2 - chosen - len(footer))
    asked = asked_at(screen, view, width, room, catalog, signs)
    room = max(2, room - len(asked.question))
    choices = asked.choices
    needed = max(1, needed_rows(asked.body))
    typed = ENTRY_ROWS if screen.entry and not view.help else 0
    # Above a question of its own stands what was looked for, and is seen before every answer to the question is.
    least = min(room // 2, _FEWEST_CHOICES) if asked.question else room // 2
    choices_height = min(len(choices.rows) or typed, max(least, room - needed, min(choices.tallest, room - 1)))
    body_height = room - choices_height
    closing = not view.help and any(line.kind in IN_COLUMNS for line in screen.lines)
    # Page one of a result has fewer keys than those after it, and may be as much higher if all of it fits there then.
    first = footer_rows(screen, replace(view, page=0), 3, {}, width, catalog)
    higher = len(footer) - len(first) if screen.parts and not view.help else 0
    pages = to_pages(closed_up(asked.body, body_height + higher) if closing else asked.body, body_height + higher)
    if higher and len(pages) > 1:
        higher = 0
        pages = to_pages(closed_up(asked.body, body_height) if closing else asked.body, body_height)
    parts: dict[str, int] = {}
    for part in () if view.help else screen.parts:
        parts[part.key] = len(pages)
        pages += to_pages(list(wrap_lines(part.lines, width, catalog)), body_height)
    page = min(page, len(pages) - 1)
    body_height += higher if page == 0 else 0
    # What is looked up begins where the rest ends, and is counted by itself.
    read = next((parts[part.key] for part in screen.parts if part.aside and part.key in parts), len(pages))
    ends, before = (read, 0) if page < read else (len(pages), read)
    paged = with_page(header, screen, view, page - before, ends - before, width, catalog)
    taken = len(header) + 2 + chosen + len(footer) + len(asked.question) + choices_height
    # The heading stays where it is from page to page, and the keys stand below what is on this one.
    highest, height = (min(rows, max(LOWEST, taken + most)) for most in (max(map(len, pages)), len(pages[page])))
    if choices_height:
        body_height = min(body_height, max(1, len(pages[page])))
    return Frame(
        margin=max(0, (columns - width) // 2),
        width=width,
        above=max(0, rows - highest) // 3,
        height=height,
        header=paged or header,
        body=[*pages[page], *asked.question],
        body_height=body_height + len(asked.question),
        pages=ends,
        parts=parts,
        choices=choices,
        choices_height=choices_height,
        choices_indent=POINTER_INDENT if asked.indent else 0,
        note=_note(
            screen,
            view,
            page - before,
            1 if paged else ends - before,
            catalog,
            hidden=len(choices.rows) > choices_height,
        )
        or (catalog.render(_SHOWS_AGAIN) if hides else catalog.render(_SHOWS_THEIRS) if asked.left_out else ""),
        footer=footer_rows(screen, replace(view, page=page, help_page=page), ends, parts, width, catalog),
    )


def too_small(columns: int, rows: int) -> Message | None:
    """What is said where a window has been made so small that nothing can be done in it; None where it can."""
    if columns >= LEAST[0] and rows >= LEAST[1]:
        return None
    # Translators: such as "This window has 30x8. 40x12 is needed."; columns and rows. It may stand in a few columns.
    return gettext(
        "This window has {columns}x{rows}. {least_columns}x{least_rows} is needed.",
        columns=columns,
        rows=rows,
        least_columns=LEAST[0],
        least_rows=LEAST[1],
    )


def note_row(frame: Frame, signs: Signs) -> Row:
    """The rule above the keys, or what is said in its place."""
    if not frame.note:
        return Row(signs.rule * frame.width, "rule", "text")
    left = frame.width - cell_len(frame.note)
    # A short note leaves some of the rule on either side.
    if left < 8:
        return Row(frame.note, "strong", "text")
    pieces: list[tuple[Style, str]] = [("rule", f"{signs.rule * 2} "), ("strong", frame.note)]
    return row_of([*pieces, ("rule", f" {signs.rule * (left - 4)}")], "text")


def _note(screen: Screen, view: ViewState, page: int, pages: int, catalog: Catalog, *, hidden: bool) -> str:
    told: list[Text] = []
    if view.hint:
        told = [view.hint]
    elif view.filter is not None and not view.help:
        # Translators: {typed} is the part of a name by which a list is narrowed down.
        told = [gettext("Names with: {typed}", typed=view.filter)]
    elif screen.played and not view.help:
        # Translators: at a screen of an example; {keys} are such as "y", or "1 3".
        told = [gettext("Typed here: {keys}", keys=screen.played)]
        if pages > 1:
            told.append(page_of(page, pages))
    elif screen.choices and not view.help:
        if screen.chosen and not screen.several:
            told.append(_RECORDED_BEFORE)
        if pages > 1:
            told.append(gettext("Text {number} of {total}: PageDown.", number=page + 1, total=pages))
        if hidden:
            told.append(gettext("More: arrows."))
        # Where the rest is marked, or there is none, Enter says nothing of it.
        if not told and screen.several and screen.leaves_a_rest(view.ticked):
            told.append(_REST)
    elif pages > 1:
        told.append(page_of(page, pages))
    return " ".join(map(catalog.render, told))
