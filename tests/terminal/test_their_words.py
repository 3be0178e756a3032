"""The words of the person beside those of the screener: what a key leaves of them, and that no answer is out of sight."""

from collections.abc import Iterator
from functools import cache

import pytest
from msgspec.structs import replace

from screening.commands.their_language import TheirLanguage
from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.catalog import ENGLISH
from screening.reading.catalogs import catalog_of
from screening.reading.set_catalog import read_catalog
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from screening.show.lines import Line
from screening.terminal.conversation import Conversation
from screening.terminal.frame import Frame, lay_out
from screening.terminal.pressing import press
from screening.terminal.question import is_said
from screening.terminal.screen import GO_ON, Choice, Input, Screen
from screening.terminal.session_context import SessionContext
from screening.terminal.steps import step_screen
from screening.terminal.their_words import WORDS_KEY, has_theirs, in_words, less_of_both, next_words
from screening.terminal.view_state import ViewState, first_view_state
from tests.support.thorough import one_in
from tests.terminal.talking import KEYS, SERVICES, a_context, way_to

CATALOG = read_catalog()
# What the officer reads, and what the person reads: Chinese is wide, Thai has no blanks, the others are long.
PAIRS = [
    ("en", "id"),
    ("zh-Hant", "id"),
    ("en", "th"),
    ("en", "fil"),
    ("en", "vi"),
    ("zh-Hant", "fil"),
    ("id", "zh-Hant"),
]
SETS = ("palermo", "first-contact", "child")
BOTH = Screen(
    "Pay",
    lines=(Line("lead", "Ask: Who keeps it?"), Line("theirs", "Siapa?"), Line("mark", "Mark: kept")),
    choices=(Choice("1", "kept", "Kept", "Disimpan"), Choice("u", "unclear", "Unclear", "Tidak tahu", undecided=True)),
    theirs="Gaji",
)


@cache
def own_set(name: str, language: str) -> IndicatorSet:
    return find_set(name, replace(CATALOG, language=language if language != "en" else None), vignettes=False)


@cache
def around(theirs: str) -> SessionContext:
    return replace(a_context(), their_language=TheirLanguage(CATALOG, theirs))


def screens(name: str, own: str, theirs: str) -> Iterator[tuple[str, Screen]]:
    """Every question that is put to the person, in both languages, as if nothing had been recorded yet."""
    interview = Interview(own_set(name, own), SERVICES)
    for item in interview.items.values():
        if is_said(item):
            yield item.id, step_screen(interview, State(back_at=Step("item", item.id)), around(theirs))


def at(screen: Screen, own: str, size: tuple[int, int] = (80, 24), view: ViewState | None = None) -> Frame:
    catalog = catalog_of(own) if own != "en" else ENGLISH
    return lay_out(screen, view or first_view_state(screen), *size, catalog)


def rows_of(frame: Frame) -> str:
    return "\n".join(row.text for row in (*frame.header, *frame.body, *frame.choices.rows))


@pytest.mark.parametrize(("own", "theirs"), one_in(3, PAIRS))
@pytest.mark.parametrize("name", SETS)
def test_in_two_languages_every_answer_stands_on_the_smallest_screen(name: str, own: str, theirs: str) -> None:
    hidden = {}
    for item, screen in screens(name, own, theirs):
        for words in ("both", "theirs", "own"):
            frame = at(screen, own, view=replace(first_view_state(screen), words=words))
            if len(frame.choices.rows) > frame.choices_height or frame.pages > 1:
                hidden[item, words] = (len(frame.choices.rows), frame.choices_height, frame.pages)

    assert hidden == {}


@pytest.mark.parametrize(("own", "theirs"), one_in(3, PAIRS))
@pytest.mark.parametrize("name", SETS)
def test_on_a_larger_one_every_answer_stands_there_in_both(name: str, own: str, theirs: str) -> None:
    for item, screen in screens(name, own, theirs):
        shown = "".join(rows_of(at(screen, own, (120, 40))).split())
        named = [each for each in screen.choices if not each.undecided]
        catalog = catalog_of(theirs)
        for choice in named if len(named) < 10 else ():
            first = catalog.render(choice.theirs).split()[:1]
            assert not first or first[0][:8] in shown, (item, choice.value)


def test_a_key_goes_from_both_to_theirs_to_the_screeners_and_back() -> None:
    view, seen = first_view_state(BOTH), []
    for _ in range(3):
        pressed = press(BOTH, view, WORDS_KEY, 1)
        assert isinstance(pressed, ViewState)
        view = pressed
        seen.append(view.words)

    assert seen == ["theirs", "own", "both"]
    assert next_words("both") == "theirs"


def test_theirs_alone_has_no_word_of_the_screeners() -> None:
    shown = rows_of(at(BOTH, "en", view=replace(first_view_state(BOTH), words="theirs")))

    assert all(word in shown for word in ("Gaji", "Siapa?", "Disimpan", "Tidak tahu"))
    assert not any(word in shown for word in ("Pay", "Ask", "Mark", "Kept", "Unclear"))


def test_the_screeners_alone_is_what_it_was_without_theirs() -> None:
    without = replace(
        BOTH,
        lines=(BOTH.lines[0], BOTH.lines[2]),
        choices=tuple(replace(choice, theirs="") for choice in BOTH.choices),
        theirs="",
    )

    assert replace(in_words(BOTH, "own"), theirs="") == without


@pytest.mark.parametrize("words", ["both", "theirs", "own"])
def test_a_screen_with_no_words_of_theirs_stays_as_it_is(words: str) -> None:
    plain = replace(BOTH, lines=BOTH.lines[:1], theirs="")

    assert not has_theirs(plain)
    assert in_words(plain, words) == plain  # type: ignore[arg-type]
    assert list(less_of_both(replace(plain, choices=()))) == []


def test_less_stands_on_it_step_by_step_and_the_question_stays_in_both_the_longest() -> None:
    unmarked, own_answers, own = less_of_both(BOTH)

    assert [line.kind for line in unmarked.lines] == ["lead", "theirs"]
    assert [choice.theirs for choice in unmarked.choices] == ["Disimpan", ""]
    assert [choice.theirs for choice in own_answers.choices] == ["", ""]
    assert has_theirs(own_answers)
    assert own == in_words(BOTH, "own")


def test_where_the_answers_are_in_one_language_a_note_says_how_to_see_the_other() -> None:
    many = tuple(
        Choice(str(number), f"{number}", f"Answer {number}", f"Jawaban {number} " * 12) for number in range(1, 10)
    )
    frame = at(replace(BOTH, choices=many), "en")

    assert len(frame.choices.rows) <= frame.choices_height
    assert frame.note == "l shows all of it in the person's words."


# --- a person answers alone in their own language ---------------------------------------------------------------------


def alone(theirs: str) -> Screen:
    interview = Interview(own_set("palermo", "en"), SERVICES)
    dialog = Conversation(interview, around(theirs))
    for each in way_to("start-force"):
        given = dialog.screen().answer(each) if isinstance(each, tuple) else None
        going = dialog.take(given or KEYS.get(str(each)) or dialog.screen().answer((str(each),)) or GO_ON)
        dialog = going if isinstance(going, Conversation) else going.take(Input("choose", "none"))  # type: ignore[union-attr,assignment]
    dialog.take(Input("hand_over"))
    dialog.take(Input("choose", "hand_over"))
    return dialog.screen()


@pytest.mark.parametrize("theirs", ["id", "zh-Hant", "th"])
def test_whoever_answers_alone_reads_their_own_language_and_no_other(theirs: str) -> None:
    screen = alone(theirs)
    catalog = catalog_of(theirs)
    english = find_set("palermo", vignettes=False)
    item = Interview(english, SERVICES).items["start-force"]

    assert screen.reader is catalog
    told = {catalog.render(line.text) for line in screen.lines} | {
        catalog.render(each.label) for each in screen.choices
    }
    own = {
        item.ask,
        item.ask_self,
        *(option.label for option in item.options),
        *(option.label_self for option in item.options),
    }
    assert not told & {text for text in own if text}
    assert catalog.render(screen.heading).removesuffix(" ~") != "For you to read and answer"
