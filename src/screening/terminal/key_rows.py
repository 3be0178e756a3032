"""The keys of a screen: what stands below it, and what the help says of them (pure)."""

from collections.abc import Iterable, Iterator, Mapping

from wcwidth import width as cell_len

from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext
from screening.show.lines import Line
from screening.show.looks import Style
from screening.show.rows import Row, row_of
from screening.terminal.choice_keys import KEYS
from screening.terminal.discreet import has_words_to_hide
from screening.terminal.screen import Key, Screen
from screening.terminal.their_words import has_theirs
from screening.terminal.view_state import LAST_KEYS, ViewState, has_more

_SEVERAL = gettext(
    "A letter, a number or the space bar marks; Enter is done. After a mark, u and d are about the rest only. "
    "No key loses a mark."
)
# Translators: stands in one row of 60 columns, below a list of which something is marked. u and d are keys.
_REST = gettext("Enter: the rest is no. u, d: it is unclear, or not said.")
_ONE = gettext("A letter or number answers at once; so do the arrow keys and Enter.")
_PAGES = gettext(
    "Enter or Down turns the page, Up turns back, g leads to page one, and a letter below to its part. e, twice, ends."
)
_PAGES_TO_MENU = gettext("Enter or Down turns the page, Up turns back, and g leads to page one.")
_ON = gettext("Enter goes on.")
_LOOKING_ON = gettext("This is an example. Enter or the space bar shows the next screen; e or q ends it.")
_ABOUT_KEYS: Mapping[Key, Message] = {
    # Translators: the letter is the key, and the same in every language; so it is in the next six.
    "skip": gettext("s skips for now. It comes up again before the end."),
    "leave_section": gettext("j goes to the next section. What is left out or was skipped here stays not asked."),
    "back": gettext("b goes back, as far as you want. Answers stay until you change them."),
    "pause": gettext("p pauses: a code to write down, and nothing else on the screen."),
    "finish": gettext("f finishes now, with what there is."),
    "hand_over": gettext("h gives the screen to the person, who answers the rest of this section alone."),
    "save": gettext("o saves or prints the result, a card or a summary, if the person agrees."),
    "card": gettext("k shows a small card that the person can carry, to be copied by hand."),
    "story": gettext("t shows the story of the case again. What you marked so far stays."),
    "in_full": gettext("f goes on with the full screening. What was told already is not asked again."),
    "next_person": gettext("n, twice, begins with the next person, at the same place. All else is forgotten."),
    "menu": gettext("Esc leads back to the menu, and forgets what was chosen here."),
    "language": gettext("l shows the questions in the person's language too, beside yours."),
}
_WORDS = gettext("l leaves only the person's words on the screen, then only yours, and then both again.")
_DISCREET = gettext("v leaves only the question on the screen, until v is pressed again. Keys answer as before.")
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
    "save": gettext("o save, print"),
    # Translators: a key of the last row, in a practice on an invented case.
    "story": gettext("t story"),
    # Translators: a key of the last row.
    "menu": gettext("Esc menu"),
    # Translators: a key of the last row. The short set of questions is followed by the full one.
    "in_full": gettext("f in full"),
    # Translators: a key of the last row.
    "next_person": gettext("n next"),
    # Translators: a key of the last row. It chooses the language of the person, or goes from one language to the other.
    "language": gettext("l language"),
}
# Translators: a key of the last row. What is typed after it is a part of a name.
_FILTER_KEY = gettext("/ find")
_HELP_KEY = gettext("? help")
_ALWAYS = (gettext("x hide"), gettext("Ctrl-C end"))
# A letter is part of a name or a code then.
_WHILE_TYPING = (gettext("Ctrl-Z hide"), gettext("Ctrl-C end"))
# Translators: keys of the last row while an example is played.
_NEXT_SCREEN, _END = gettext("Enter next screen"), gettext("e end")
_CHOOSE, _DONE, _NEXT_PAGE = gettext("Enter choose"), gettext("Enter done"), gettext("Enter next page")
# Translators: a key of the last row; it leads from any page of a result to its first one.
_FIRST_PAGE = gettext("g page one")


def footer_rows(
    screen: Screen, view: ViewState, pages: int, parts: Mapping[str, int], width: int, catalog: Catalog
) -> list[Row]:
    """The keys that do something here.

    Args:
        screen: what is shown.
        view: how it is looked at.
        pages: pages that the text has.
        parts: for the key of each part, the page on which it begins.
        width: columns.
        catalog: the language.
    """
    if screen.entry and not view.help:
        alone = gettext("Enter alone: back") if "back" in screen.keys else gettext("Enter alone: leave")
        return _in_rows([_DONE, alone, *_WHILE_TYPING], width, catalog)
    if view.filter is not None and not view.help:
        return _in_rows([_CHOOSE, gettext("Esc back"), *_WHILE_TYPING], width, catalog)
    if view.help:
        keys = [gettext("Enter back") if view.help_page + 1 >= pages else _NEXT_PAGE]
        return _together(keys, _ALWAYS, width, catalog)
    if screen.played is not None:
        to_part = _to_parts(screen, part_at(view.page, parts))
        next_screen = [] if screen.last else [_NEXT_SCREEN]
        onward = [_NEXT_PAGE] if has_more(view.page, pages, parts) else next_screen
        return _together([*onward, *to_part, _END], (_HELP_KEY, *_ALWAYS), width, catalog)
    keys = [*_answer_keys(screen), *_page_keys(screen, view, pages, parts)]
    keys += [_FILTER_KEY] if screen.filters else []
    here = screen.keys | {"language"} if has_theirs(screen) else screen.keys
    keys += [_KEY_NAME[key] for key in (*KEYS.values(), *LAST_KEYS.values()) if key in here]
    rows = _together(keys, (_HELP_KEY, *_ALWAYS), width, catalog)
    if len(rows) > 1 and keys[0] is _CHOOSE:
        # Each answer has a key of its own, and the hint at a first Enter names the arrows.
        fewer = _together(keys[1:], (_HELP_KEY, *_ALWAYS), width, catalog)
        return min(rows, fewer, key=len)
    return rows


def _together(keys: list[Message], always: tuple[Message, ...], width: int, catalog: Catalog) -> list[Row]:
    together = _in_rows([*keys, *always], width, catalog)
    apart = [*_in_rows(keys, width, catalog), *_in_rows(always, width, catalog)]
    # What is at every screen stands in a row by itself, where that takes no row more.
    return together if len(together) < len(apart) else apart


def _answer_keys(screen: Screen) -> list[Message]:
    if screen.several:
        return [gettext("Space mark"), _DONE]
    return [_CHOOSE] if screen.choices else []


def _page_keys(screen: Screen, view: ViewState, pages: int, parts: Mapping[str, int]) -> list[Message]:
    """What turns the pages of a text without choices, and ends it."""
    if screen.choices:
        return []
    here = part_at(view.page, parts)
    if not screen.last:
        return [_NEXT_PAGE if view.page + 1 < pages else gettext("Enter go on"), *_to_parts(screen, here)]
    onward = [_NEXT_PAGE] if view.page + 1 < pages else []
    first = [_FIRST_PAGE] if view.page else []
    end = [] if "menu" in screen.keys else [_END]
    return [*onward, *first, *_to_parts(screen, here), *end]


def _to_parts(screen: Screen, here: str) -> list[Message]:
    # Translators: a key, and the part of a result to which it leads.
    return [gettext("{key} {part}", key=part.key, part=part.label) for part in screen.parts if part.key != here]


def part_at(page: int, parts: Mapping[str, int]) -> str:
    """The key of the part to which a page belongs; nothing before the first."""
    return max((begin, key) for key, begin in {"": 0, **parts}.items() if begin <= page)[1]


def _in_rows(keys: Iterable[Message], width: int, catalog: Catalog) -> list[Row]:
    rows: list[list[str]] = []
    for key in map(catalog.render, keys):
        if rows and cell_len("  ".join([*rows[-1], key])) <= width:
            rows[-1].append(key)
        else:
            rows.append([key])
    return [row_of(_weighed(row), "text") for row in rows]


def _weighed(keys: list[str]) -> Iterator[tuple[Style, str]]:
    """A row of keys: each key stands out, and what it does does not."""
    for number, key in enumerate(keys):
        pressed, blank, does = key.partition(" ")
        yield "strong", pressed
        yield "plain", f"{blank}{does}{'' if number + 1 == len(keys) else '  '}"


def help_lines(screen: Screen) -> list[Line]:
    """What a screen says when help is asked for: its own, and then its keys."""
    # What is left out on the way from the menu to a service does not come again.
    untrue = {"skip"} if "menu" in screen.keys else set[Key]()
    if has_theirs(screen):
        untrue |= {"language"}
    others = (text for key, text in _ABOUT_KEYS.items() if key in screen.keys - untrue)
    filtering = (_FILTERING,) if screen.filters else ()
    hiding = (_DISCREET,) if has_words_to_hide(screen) else ()
    words = (_WORDS,) if has_theirs(screen) else ()
    about = (_about_passing(screen), *filtering, *others, *words, *hiding, *_ABOUT_LEAVING)
    return [*screen.help, Line("heading", gettext("Keys")), *(Line("item", text) for text in about)]


def _about_passing(screen: Screen) -> Message:
    if screen.played is not None:
        return _LOOKING_ON
    if screen.choices:
        return _SEVERAL if screen.several else _ONE
    if "menu" in screen.keys:
        return _PAGES_TO_MENU
    return _PAGES if screen.last else _ON
