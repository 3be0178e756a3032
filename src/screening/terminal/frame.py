"""What a full screen looks like at a size (pure): rows and titles, wrapped, paged, and put in the middle."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from wcwidth import width as cell_len

from screening.language.catalog import Catalog
from screening.language.messages import Message, Text, gettext
from screening.show.lines import Line
from screening.show.rows import Row, wrap_lines
from screening.terminal.pages import to_pages
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.view_state import KEYS, ViewState, key_shown, narrowed

# Longer rows are hard to read; a wide terminal leaves the rest blank on both sides.
WIDEST = 96
_POINTER_CELLS = 3
_FEWEST_CHOICES = 5
# A long answer code takes two rows at the most usual width.
ENTRY_ROWS = 4

_SEVERAL = gettext(
    "A letter, a number or the space bar marks; Enter is done. After a mark, u and d are about the rest only. "
    "No key loses a mark."
)
# Translators: stands in one row of 60 columns, below a list of which something is marked. u and d are keys.
_REST = gettext("Enter: the rest is no. u, d: it is unclear, or not said.")
_ONE = gettext("A letter or number answers at once; so do the arrow keys and Enter.")
_PAGES = gettext(
    "Enter or PageDown turns the page, PageUp turns back, and a letter below leads to its part. e, twice, ends."
)
_PAGES_TO_MENU = gettext("Enter or PageDown turns the page, and PageUp turns back.")
_ON = gettext("Enter goes on.")
_ABOUT_KEYS: Mapping[Key, Message] = {
    # Translators: the letter is the key, and the same in every language; so it is in the next six.
    "skip": gettext("s skips for now. It comes up again before the end."),
    "leave_section": gettext("j goes to the next section. What is left out here stays not asked."),
    "back": gettext("b goes back, as far as you want. Answers stay until you change them."),
    "pause": gettext("p pauses: a code to write down, and nothing else on the screen."),
    "finish": gettext("f finishes now, with what there is."),
    "hand_over": gettext("h gives the screen to the person, who answers the rest of this section alone."),
    "card": gettext("k shows a small card that the person can carry, to be copied by hand."),
    "menu": gettext("Esc leads back to the menu, and forgets what was chosen here."),
}
_FILTERING = gettext("/ and then a part of a name shows only the choices that have it. Enter takes one.")
_ABOUT_LEAVING = (
    gettext("x hides everything. Then r and Enter bring it back; a second x, or ten minutes, forgets all."),
    gettext("Ctrl-C ends at once, clears the screen and forgets all."),
)
# What stands below a screen: a key and, in a word or two, what it does.
_KEY_NAME: Mapping[Key, Message] = {
    # Translators: stands in the last row, with other keys. The letter is the key, and the same in every language.
    "skip": gettext("s skip"),
    # Translators: a key of the last row. It leaves out the rest of a section.
    "leave_section": gettext("j next section"),
    # Translators: a key of the last row.
    "back": gettext("b back"),
    # Translators: a key of the last row.
    "pause": gettext("p pause"),
    # Translators: a key of the last row.
    "finish": gettext("f finish"),
    # Translators: a key of the last row.
    "hand_over": gettext("h hand over"),
    # Translators: a key of the last row.
    "card": gettext("k card"),
    # Translators: a key of the last row.
    "menu": gettext("Esc menu"),
}
# Translators: a key of the last row. What is typed after it is a part of a name.
_FILTER_KEY = gettext("/ find")
_HELP_KEY = gettext("? help")
_ALWAYS = (gettext("x hide"), gettext("Ctrl-C end"))
# A letter is part of a name or a code then.
_WHILE_TYPING = (gettext("Ctrl-Z hide"), gettext("Ctrl-C end"))
_DONE, _NEXT_PAGE = gettext("Enter done"), gettext("Enter next page")
# Translators: the star marks, in the list above, what was chosen before.
_RECORDED_BEFORE = gettext("* recorded before")


class Frame(Struct, frozen=True):
    """A full screen, ready to be painted.

    Attributes:
        margin: blank columns on the left.
        width: columns of the text.
        header: the heading, and how far the dialog is.
        body: the page of the text that is shown.
        body_height: rows for it.
        pages: pages that the text has.
        parts: for the key of each part, the page on which it begins.
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
    parts: Mapping[str, int]
    titles: list[str | None]
    titles_height: int
    note: str
    footer: list[Row]


def lay_out(screen: Screen, view: ViewState, columns: int, rows: int, catalog: Catalog) -> Frame:
    """A screen, looked at in a way, at a size.

    Args:
        screen: what is shown.
        view: how it is looked at.
        columns: the width of the terminal.
        rows: its height.
        catalog: the language.
    """
    screen = narrowed(screen, view, catalog)
    width = max(20, min(columns - 2, WIDEST))
    heading, progress = (gettext("Help"), "") if view.help else (screen.heading, screen.progress)
    header = _header(heading, progress, width, catalog)
    titles = [] if view.help or not screen.choices else _titles(screen, view, width, catalog)
    # The footer hangs on the page and the pages on the footer's height: take the highest that there can be. In the
    # middle stand all keys that stand at the beginning; at the end there are others.
    footer = max((_footer(screen, replace(view, page=page), 3, width, catalog) for page in (1, 2)), key=len)
    # A blank row below the header, one above the choices or below the text, and the note.
    asked = [] if view.help else list(wrap_lines(screen.question, width, catalog))
    room = max(2, rows - len(header) - 3 - len(footer) - len(asked))
    body_rows = list(wrap_lines(_help(screen) if view.help else screen.lines, width, catalog))
    body_rows, titles = _closed_up(body_rows, titles, room)
    heights = _heights(titles)
    titles_rows, tallest = sum(heights), max(heights, default=0)
    needed = max(1, len(to_pages(body_rows, len(body_rows) + 1)[0]))
    typed = ENTRY_ROWS if screen.entry and not view.help else 0
    # Above a question of its own stands what was looked for, and is seen before every answer to the question is.
    least = min(room // 2, _FEWEST_CHOICES) if asked else room // 2
    titles_height = min(titles_rows or typed, max(least, room - needed, min(tallest, room - 1)))
    body_height = room - titles_height
    pages = to_pages(body_rows, body_height)
    parts: dict[str, int] = {}
    for part in () if view.help else screen.parts:
        parts[part.key] = len(pages)
        pages += to_pages(list(wrap_lines(part.lines, width, catalog)), body_height)
    page = min(view.page, len(pages) - 1)
    if titles_height:
        body_height = min(body_height, max(1, len(pages[page])))
    return Frame(
        margin=max(0, (columns - width) // 2),
        width=width,
        header=header,
        body=[*pages[page], *asked],
        body_height=body_height + len(asked),
        pages=len(pages),
        parts=parts,
        titles=titles,
        titles_height=titles_height,
        note=_note(screen, view, page, len(pages), catalog, hidden=titles_rows > titles_height),
        footer=_footer(screen, view, len(pages), width, catalog),
    )


def _closed_up(body: list[Row], titles: list[str | None], room: int) -> tuple[list[Row], list[str | None]]:
    """A text and its choices, without blank rows where only then all of it is seen at once."""
    close_body = [row for row in body if row.kind is not None]
    close_titles: list[str | None] = [title for title in titles if title is not None]
    for some_body, some_titles in ((body, titles), (close_body, titles), (close_body, close_titles)):
        needed = len(to_pages(some_body, len(some_body) + 1)[0])
        if titles and needed + sum(_heights(some_titles)) <= room:
            return some_body, some_titles
    return body, titles


def _heights(titles: Sequence[str | None]) -> list[int]:
    return [1 if title is None else title.count("\n") + 1 for title in titles]


def _header(title: Text, how_far: Text, width: int, catalog: Catalog) -> list[Row]:
    progress = catalog.render(how_far)
    rows = [row.text for row in wrap_lines([Line("text", title)], width, catalog)]
    gap = width - cell_len(rows[0]) - cell_len(progress)
    if progress and len(rows) == 1 and gap >= 2:
        rows = [f"{rows[0]}{' ' * gap}{progress}"]
    elif progress:
        rows += [row.text for row in wrap_lines([Line("text", progress)], width, catalog)]
    return [Row(row, "strong", "heading") for row in rows]


def _titles(screen: Screen, view: ViewState, width: int, catalog: Catalog) -> list[str | None]:
    keys = {choice.key for choice in screen.choices if key_shown(choice)}
    widest = max(map(len, keys), default=0)
    titles: list[str | None] = []
    for choice in screen.choices:
        if choice.apart and titles:
            titles.append(None)
        mark = _mark(screen, view, choice)
        before = f"{choice.key if choice.key in keys else '':>{widest}}  {mark}" if keys else mark
        indent = " " * (_POINTER_CELLS + len(before))
        parts = [row.text for row in wrap_lines([Line("text", choice.label)], width - len(indent), catalog)]
        titles.append(f"\n{indent}".join([before + parts[0], *parts[1:]]))
    return titles


def _mark(screen: Screen, view: ViewState, choice: Choice) -> str:
    if not screen.several:
        return "* " if choice.value in screen.chosen else ("  " if screen.chosen else "")
    if choice.undecided and choice.value not in view.ticked:
        return "    "
    return "[x] " if choice.value in view.ticked else "[ ] "


def _note(screen: Screen, view: ViewState, page: int, pages: int, catalog: Catalog, *, hidden: bool) -> str:
    told: list[Text] = []
    if view.hint:
        told = [view.hint]
    elif view.filter is not None and not view.help:
        # Translators: {typed} is the part of a name by which a list is narrowed down.
        told = [gettext("Names with: {typed}", typed=view.filter)]
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
        told.append(gettext("Page {number} of {total}", number=page + 1, total=pages))
    return " ".join(map(catalog.render, told))


def _footer(screen: Screen, view: ViewState, pages: int, width: int, catalog: Catalog) -> list[Row]:
    """The keys that do something here."""
    if screen.entry and not view.help:
        alone = gettext("Enter alone: back") if "back" in screen.keys else gettext("Enter alone: leave")
        return _in_rows([_DONE, alone, *_WHILE_TYPING], width, catalog)
    always: tuple[Message, ...] = _ALWAYS
    if view.filter is not None and not view.help:
        return _in_rows([gettext("Enter choose"), gettext("Esc back"), *_WHILE_TYPING], width, catalog)
    if view.help:
        keys = [gettext("Enter back") if view.page + 1 >= pages else _NEXT_PAGE]
    else:
        keys = _answer_keys(screen, view, pages)
        keys += [_FILTER_KEY] if screen.filters else []
        keys += [_KEY_NAME[key] for key in KEYS.values() if key in screen.keys]
        always = (_HELP_KEY, *_ALWAYS)
    together = _in_rows([*keys, *always], width, catalog)
    # What is at every screen stands in a row by itself rather than with its last word alone in one.
    return together if len(together) == 1 else [*_in_rows(keys, width, catalog), *_in_rows(always, width, catalog)]


def _answer_keys(screen: Screen, view: ViewState, pages: int) -> list[Message]:
    if screen.several:
        return [gettext("Space mark"), _DONE]
    if screen.choices:
        return [gettext("Enter choose")]
    if screen.last:
        onward = [_NEXT_PAGE] if view.page + 1 < pages else []
        # Translators: a key, and the part of a result to which it leads.
        to_part = [gettext("{key} {part}", key=part.key, part=part.label) for part in screen.parts]
        end = [] if "menu" in screen.keys else [gettext("e end")]
        return [*onward, *([gettext("PageUp")] if view.page else []), *to_part, *end]
    return [_NEXT_PAGE if view.page + 1 < pages else gettext("Enter go on")]


def _in_rows(keys: Iterable[Message], width: int, catalog: Catalog) -> list[Row]:
    rows: list[str] = []
    for key in map(catalog.render, keys):
        longer = f"{rows[-1]}  {key}" if rows else key
        if rows and cell_len(longer) <= width:
            rows[-1] = longer
        else:
            rows.append(key)
    return [Row(row, "plain", "text") for row in rows]


def _help(screen: Screen) -> list[Line]:
    # What is left out on the way from the menu to a service does not come again.
    untrue = {"skip"} if "menu" in screen.keys else set[Key]()
    others = (text for key, text in _ABOUT_KEYS.items() if key in screen.keys - untrue)
    filtering = (_FILTERING,) if screen.filters else ()
    about = (_about_passing(screen), *filtering, *others, *_ABOUT_LEAVING)
    return [*screen.help, Line("heading", gettext("Keys")), *(Line("item", text) for text in about)]


def _about_passing(screen: Screen) -> Message:
    if screen.choices:
        return _SEVERAL if screen.several else _ONE
    if "menu" in screen.keys:
        return _PAGES_TO_MENU
    return _PAGES if screen.last else _ON
