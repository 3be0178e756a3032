"""Of all that stands on the screens of a talk, nothing is said by the program that a catalogue has not rendered.

In the language of these tests every message stands in brackets of its own, and what it is given in others. Outside of
all brackets, and where something is given, only words of the set or the directories may stand, keys, and layout.
"""

import contextlib
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from random import Random
from typing import Any, get_args

import msgspec
import pytest

from screening.commands import menu, numbers_now, their_language
from screening.commands.run_options import RunOptions
from screening.commands.session import Session
from screening.interview.state import StepKind
from screening.language.catalog import ENGLISH
from screening.language.names import own_name
from screening.reading.catalogs import catalog_languages
from screening.reading.glossary import built_in_glossary
from screening.reading.places import Directories
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.show.call_rows import forms_of_name
from screening.show.card_languages import CardLanguages
from screening.terminal.conversation import Conversation
from screening.terminal.frame import lay_out
from screening.terminal.opening import FULL_SCREEN, LINE_BY_LINE
from screening.terminal.plain import PlainFrontend
from screening.terminal.pressing import press
from screening.terminal.screen import GO_ON, Dialog, Input, Screen, TextDialog
from screening.terminal.view_state import ENTER, ViewState, first_view_state
from tests.support.languages import ARGUMENT_MARKS, MARKED, MESSAGE_MARKS, not_of_messages
from tests.support.thorough import THOROUGH, one_in
from tests.support.walks import Nobody

# Somebody who does this and that, and somebody who does otherwise.
WALKS = 2 if THOROUGH else 1
WRONG_CODE = "ABCDE-FGHJK-MNPQR"
MOST_SCREENS = 400
_LAYOUT = "-*+!.,:;/()[]>\u00bb0123456789\u2500\u2501\u00b7"
# What stands before a line or a choice: its key, whether it is marked, and of what must not be done, an x.
_MARK = re.compile(r"^[\s»]*(?:(?:[0-9]+|[ud])\s+)?(?:\[x\]|x)\s+")
# Of an answer code, and what names a version of a set.
_GROUP = re.compile(r"\b(?:[0-9A-Z]{5}|[0-9a-f]{10,})\b")


@pytest.fixture(autouse=True)
def _a_card_is_rendered_here_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is in the person's language, and has a catalogue of its own."""
    theirs = CardLanguages(catalog_languages(), lambda _: MARKED)
    monkeypatch.setattr(numbers_now, "card_languages", lambda *_: theirs)


@pytest.fixture(autouse=True)
def _the_set_is_the_same_for_whoever_reads_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its words in another language are nobody's here."""
    monkeypatch.setattr(their_language, "set_in", lambda indicator_set, *_: indicator_set.written)
    monkeypatch.setattr(their_language, "catalog_of", lambda _: MARKED)


class Terminal(io.StringIO):
    """Passes for a terminal, so that a result is shown page by page."""

    def isatty(self) -> bool:
        return True


# --- whose words there may be ----------------------------------------------------------------------------------------


def _texts(data: Any) -> Iterator[str]:
    match data:
        case str():
            yield data
        case Mapping():
            yield from _texts([*data.keys(), *data.values()])
        case msgspec.Struct():
            yield from _texts([getattr(data, name) for name in data.__struct_fields__])
        case list() | tuple() | set():
            for each in data:
                yield from _texts(each)
        case _:
            return


def _squeezed(text: str) -> str:
    """Without blanks: a row may end anywhere."""
    return "".join(text.split())


@cache
def whole_texts() -> frozenset[str]:
    """The texts of the sets, the directories and the glossary, without blanks."""
    sets = [find_set(name) for name in set_ids()]
    directories = list(Directories().values())
    named = [names for each in directories for names in (each.emergency.names, *(of.names for of in each.services))]
    # What stands in the middle of a sentence, and alone at the beginning of a page.
    levels = [each.name[:1].upper() + each.name[1:] for of in sets for each in of.about.headlines.values() if each.name]
    # A name is shortened where it has a row to share.
    # By what those call a language who speak it, they find it.
    own = [own_name(tag) for tag in ("zh-Hant", *catalog_languages())]
    short = [form for names in named for form in forms_of_name(names, cut=True)]
    return frozenset(
        _bare(text) for text in _texts([*sets, *directories, *built_in_glossary().themes, short, levels, own])
    )


@cache
def known() -> str:
    """All of them, of which a page may show a part."""
    return "\n".join(whole_texts())


def _bare(text: str) -> str:
    """Without blanks, for a row may end anywhere, and without what stands before a text and behind it."""
    return _squeezed(_MARK.sub("", text)).strip(_LAYOUT)


def strange(text: str, keys: set[str]) -> list[str]:
    """What the program says in a text and no catalogue has rendered."""
    return [piece for piece in not_of_messages(text) if not _may_stand(piece, keys)]


def _may_stand(piece: str, keys: set[str]) -> bool:
    # The pointer stands before the key, within a row too; a name that has no room ends in dots.
    return any(_is_known(piece.lstrip("\u00bb ").removesuffix("\u2026").removeprefix(key)) for key in ("", *keys))


@cache
def _is_known(piece: str) -> bool:
    """Whether it is a part of a text of the files, or several of them in a row."""
    # A code is nobody's words.
    return _is_made_of_texts(_bare(piece)) or _is_made_of_texts(_bare(_GROUP.sub("", piece)))


def _is_made_of_texts(rest: str) -> bool:
    while rest and rest not in known():
        ends = (end for end in range(len(rest), 1, -1) if rest[:end].rstrip(_LAYOUT) in whole_texts())
        end = next(ends, 0)
        if not end:
            return False
        rest = rest[end:].strip(_LAYOUT)
        # A mark, where the blanks that tell it from a word are gone.
        if rest not in known():
            rest = rest.removeprefix("x")
    return True


# --- every screen ----------------------------------------------------------------------------------------------------


def walked(dialog: Dialog, choose: Random, kinds: set[str]) -> Iterator[Screen]:
    """The screens of a dialog with somebody who does this and that."""
    going: Dialog | None = dialog
    for _ in range(MOST_SCREENS):
        if going is None:
            return
        screen = going.screen()
        if isinstance(going, Conversation) and going.step is not None:
            kinds.add(going.step.kind)
        yield screen
        going = going.take(_reply(screen, choose))


def _reply(screen: Screen, choose: Random) -> Input:
    if screen.entry:
        return Input("type", text=WRONG_CODE)
    keys = sorted(screen.keys - {"finish"})
    if keys and choose.random() < 0.12:
        return Input(choose.choice(keys))
    if not screen.choices:
        return GO_ON
    # Rather not what ends it all.
    values = [choice.value for choice in screen.choices if choice.value not in {"not_now", "stop", "end", "child_set"}]
    if screen.several:
        values = [value for value in values if choose.random() < 0.4] or values[:1]
        return screen.answer(tuple(values)) or screen.answer(tuple(values[:1])) or GO_ON
    return screen.answer((choose.choice(values),)) or GO_ON


def of_a_set(name: str, seeds: int, kinds: set[str]) -> Iterator[Screen]:
    for seed in range(seeds):
        opening = LINE_BY_LINE if seed % 2 else FULL_SCREEN
        session = Session(Nobody(opening=opening), ENGLISH, stdout=Terminal())
        yield from walked(session.screening(find_set(name)), Random(seed), kinds)
        for last in ("not_now", "stop"):
            yield from _ended_at_the_agreement(session.screening(find_set(name)), last)


def _ended_at_the_agreement(dialog: Dialog, value: str) -> Iterator[Screen]:
    going: Dialog | None = dialog
    while going is not None:
        screen = going.screen()
        yield screen
        first = screen.choices[0].value if screen.choices else ""
        values = {choice.value for choice in screen.choices}
        given = screen.answer((value if value in values else first,)) if screen.choices else GO_ON
        if len(values) > 3 and value not in values and "hk" not in values:
            return
        assert given is not None
        going = going.take(given)


def of_the_menu(monkeypatch: pytest.MonkeyPatch) -> Iterator[Screen]:
    """The menu, the service finder, and a code that is wrong."""
    dialogs: list[Dialog] = []

    class Kept(Nobody):
        def run(self, dialog: Dialog, meanwhile: Iterable[None] = ()) -> None:
            del meanwhile
            dialogs.append(dialog)

    @contextmanager
    def kept(*given: object, **named: object) -> Iterator[Kept]:
        yield Kept()

    monkeypatch.setattr(menu, "open_frontend", kept)
    assert menu.menu(RunOptions(ENGLISH), line_by_line=True) == 0
    start = dialogs[0]
    yield start.screen()
    for choice in start.screen().choices:
        going = start.take(Input("choose", choice.value))
        if going is not None and "Before you begin" not in ENGLISH.render(going.screen().heading):
            for seed in range(3 if THOROUGH else 1):
                going = start.take(Input("choose", choice.value))
                assert going is not None
                yield from (screen for screen, _ in zip(walked(going, Random(seed), set()), range(40), strict=False))


# --- as it is shown --------------------------------------------------------------------------------------------------


def shown_full(screen: Screen) -> Iterator[str]:
    """Every text of a screen at the full screen: its pages, its help, and what a key is answered with."""
    for columns, rows in one_in(2, ((80, 24), (60, 20))):
        first = first_view_state(screen)
        helped = ViewState(help=True)
        views = [first, helped]
        for begun in (first, helped):
            frame = lay_out(screen, begun, columns, rows, MARKED)
            views += [msgspec.structs.replace(begun, page=page) for page in range(1, frame.pages)]
        frame = lay_out(screen, first, columns, rows, MARKED)
        for key in ("Q", "\u0449", ENTER, " ", "e", "n"):
            if not screen.entry and isinstance(after := press(screen, first, key, frame.pages, frame.parts), ViewState):
                views.append(after)
        for view in views:
            frame = lay_out(screen, view, columns, rows, MARKED)
            yield " ".join(row.text for row in frame.header)
            yield from _lines([(row.text, row.begins) for row in frame.body])
            yield from _lines([(row.text, row.begins) for row in frame.choices.rows])
            yield frame.note
            yield " ".join(row.text for row in frame.footer)


def _lines(rows: list[tuple[str, bool]]) -> Iterator[str]:
    line = ""
    for text, begins in rows:
        if begins and line:
            yield line
            line = ""
        # A page may begin within a line.
        line = f"{line} {text}"
    yield line


def shown_line_by_line(screen: Screen) -> Iterator[str]:
    """Everything that is printed for a screen, and the answers to what is typed there."""
    output, typed = io.StringIO(), iter(["?", "Q", "\u0449", "x"])

    def respond(prompt: str) -> str:
        output.write(f"{prompt}\n")
        if (line := next(typed, None)) is None:
            raise EOFError
        return line

    with contextlib.suppress(EOFError):
        PlainFrontend(output, respond, MARKED, width=10_000).run(TextDialog(screen))
    yield from output.getvalue().splitlines()


def _cut(text: str) -> bool:
    """Whether a page ends or begins within a message."""
    return any(text.count(begin) != text.count(end) for begin, end in (MESSAGE_MARKS, ARGUMENT_MARKS))


def some_of(screens: Iterator[Screen]) -> list[Screen]:
    """Each screen once; by default one in eight of each kind."""
    return one_in(8, list(dict.fromkeys(screens)), _kind)


def _kind(screen: Screen) -> object:
    heading = screen.heading if isinstance(screen.heading, str) else screen.heading.text
    return heading, len(screen.choices) > 0, screen.several, screen.entry, screen.last, len(screen.parts) > 0


def said_by_nobody(screens: list[Screen]) -> list[str]:
    """All that the program says on these screens past a catalogue."""
    found: dict[str, None] = {}
    for screen in screens:
        keys = {choice.key for choice in screen.choices}
        for text in (*shown_full(screen), *shown_line_by_line(screen)):
            if not _cut(text):
                found |= dict.fromkeys(strange(text, keys))
    return list(found)


@pytest.mark.slow
@pytest.mark.parametrize("name", one_in(2, sorted(set_ids())))
def test_a_whole_screening_says_nothing_past_the_catalogue(name: str) -> None:
    assert said_by_nobody(some_of(of_a_set(name, WALKS, set()))) == []


@pytest.mark.slow
def test_the_menu_and_what_it_leads_to_says_nothing_past_the_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    assert said_by_nobody(some_of(of_the_menu(monkeypatch))) == []


@pytest.mark.slow
def test_the_walks_come_by_every_kind_of_step() -> None:
    kinds: set[str] = set()
    wanted = set(get_args(StepKind)) - {"end"}
    for name in set_ids():
        for _ in of_a_set(name, 4, kinds):
            if kinds >= wanted:
                return

    pytest.fail(f"none comes by {wanted - kinds}")


def test_a_plain_text_is_found() -> None:
    found = said_by_nobody([Screen("Nobody wrote thus anywhere", lines=())])

    assert found == ["Nobody wrote thus anywhere"]
