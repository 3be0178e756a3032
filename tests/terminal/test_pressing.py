"""What a key does to a full screen."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.language.messages import Text
from screening.language.scripts import is_other_script
from screening.show.lines import Line
from screening.terminal.hints import (
    END_ONCE_MORE,
    END_TO_MENU,
    LAST_PAGE,
    NEXT_ONCE_MORE,
    NOT_HERE,
    OTHER_KEYBOARD,
)
from screening.terminal.pressing import answers, press
from screening.terminal.screen import GO_ON, Choice, Input, Screen
from screening.terminal.typed import as_key
from screening.terminal.view_state import ENTER, NOTHING_POINTED, ViewState, first_view_state
from tests.terminal.talking import beyond_ascii, is_allowed, many, same_key, screens

UNDECIDED = (Choice("u", "unclear", "Unclear", undecided=True), Choice("d", "declined", "Declined", undecided=True))
YES_NO = Screen(choices=(Choice("y", "yes", "Yes"), Choice("n", "no", "No"), *UNDECIDED))
NUMBERS = Screen(choices=(Choice("1", "a", "A"), Choice("2", "b", "B"), *UNDECIDED))
SEVERAL = Screen(
    choices=(Choice("1", "a", "A"), Choice("2", "b", "B"), Choice("3", "none", "None", alone=True), *UNDECIDED),
    several=True,
)
TEN = Screen(choices=(*(Choice(str(number), f"v{number}", "V") for number in range(1, 11)), *UNDECIDED))
TEXT = Screen(lines=(Line("text", "x"),), keys=frozenset({"back", "pause"}))
LAST = Screen(lines=(Line("text", "x"),), keys=frozenset({"back"}), last=True)


def pressed(screen: Screen, keys: Sequence[str], pages: int = 1) -> ViewState | Input:
    """What these keys come to, from the first view of a screen."""
    done: ViewState | Input = first_view_state(screen)
    for key in keys:
        assert isinstance(done, ViewState), f"{key} came after the screen was passed"
        done = press(screen, done, key, pages)
    return done


def viewed(screen: Screen, *keys: str, pages: int = 1) -> ViewState:
    """How a screen is looked at after keys that do not pass it."""
    view = pressed(screen, keys, pages)
    assert isinstance(view, ViewState)
    return view


@pytest.mark.parametrize(
    ("key", "act"), [("s", "skip"), ("b", "back"), ("p", "pause"), ("f", "finish")], ids=lambda value: value
)
def test_a_key_does_what_the_screen_has_it_for_and_nothing_elsewhere(key: str, act: str) -> None:
    for choices in (YES_NO.choices, tuple(replace(each, label="-") for each in SEVERAL.choices), ()):
        bare = Screen(choices=choices)
        with_key = Screen(choices=choices, keys=frozenset({act}))  # type: ignore[arg-type]

        assert pressed(with_key, [key]) == Input(act)  # type: ignore[arg-type]
        assert viewed(bare, key) == ViewState(hint=NOT_HERE)


@pytest.mark.parametrize("key", ["z", "f5", "tab", "1", "é"])
def test_an_unknown_key_gives_a_hint(key: str) -> None:
    for screen in (YES_NO, TEXT, LAST):
        assert viewed(screen, key) == ViewState(hint=NOT_HERE)


@pytest.mark.parametrize("key", ["ж", "ㅏ", "ñ"])
def test_a_key_of_another_keyboard_is_told_apart_from_one_that_does_nothing(key: str) -> None:
    for screen in (YES_NO, TEXT):
        assert viewed(screen, key) == ViewState(hint=NOT_HERE if key == "ñ" else OTHER_KEYBOARD)


# --- the question alone ---

QUESTION = Screen(lines=(Line("lead", "Ask: x"), Line("mark", "Mark: y")), choices=YES_NO.choices)


def test_v_leaves_the_question_alone_until_it_is_pressed_again_and_keys_answer_as_before() -> None:
    assert viewed(QUESTION, "v") == ViewState(discreet=True)
    assert viewed(QUESTION, "v", "v") == ViewState()
    assert pressed(QUESTION, ["v", "n"]) == Input("choose", "no")


def test_where_nothing_is_marked_v_has_nothing_to_hide() -> None:
    for screen in (TEXT, LAST, YES_NO):
        assert viewed(screen, "v") == ViewState(hint=NOT_HERE)


# --- pages ---


def test_text_is_paged_and_its_last_page_leads_on() -> None:
    assert viewed(TEXT, ENTER, pages=3).page == 1
    assert viewed(TEXT, ENTER, " ", pages=3).page == 2
    assert viewed(TEXT, "pagedown", "right", "pagedown", pages=3).page == 2
    assert viewed(TEXT, "down", "left", "pageup", pages=3).page == 0
    assert viewed(TEXT, ENTER, ENTER, "pageup", pages=3).page == 1
    assert pressed(TEXT, [ENTER, ENTER, ENTER], pages=3) == GO_ON
    assert pressed(TEXT, [" "]) == GO_ON


@pytest.mark.parametrize("key", ["pagedown", "right", "down"])
def test_turning_the_pages_never_leads_on_to_the_next_screen(key: str) -> None:
    assert viewed(TEXT, key, key, key, pages=2).page == 1


def test_text_above_choices_is_paged_by_its_own_keys() -> None:
    assert viewed(NUMBERS, "pagedown", "pagedown", pages=2) == ViewState(page=1)
    assert viewed(NUMBERS, "pagedown", "pageup", "pageup", pages=2) == ViewState(page=0)
    assert viewed(NUMBERS, "pagedown", pages=4) == ViewState(page=1)
    assert pressed(NUMBERS, ["pagedown", "1"], pages=2) == Input("choose", "a")


def test_a_last_screen_ends_only_with_its_key() -> None:
    assert viewed(LAST, ENTER, ENTER, " ", pages=2) == ViewState(page=1, hint=LAST_PAGE)
    assert pressed(LAST, ["b"], pages=2) == Input("back")
    assert viewed(TEXT, "e") == ViewState(hint=NOT_HERE)


def test_a_last_screen_ends_only_with_its_key_pressed_twice() -> None:
    assert viewed(LAST, "e", pages=2) == ViewState(hint=END_ONCE_MORE, asked="go_on")
    assert pressed(LAST, ["e", "e"], pages=2) == GO_ON
    assert viewed(LAST, "e", "down", "e", pages=2) == ViewState(page=1, hint=END_ONCE_MORE, asked="go_on")
    assert viewed(LAST, "e", "z", pages=2) == ViewState(hint=NOT_HERE)


AFTER_IT = replace(LAST, keys=frozenset({"back", "in_full", "next_person"}))


def test_the_next_person_takes_its_key_twice_and_the_full_screening_takes_it_once() -> None:
    assert viewed(AFTER_IT, "n", pages=2) == ViewState(hint=NEXT_ONCE_MORE, asked="next_person")
    assert pressed(AFTER_IT, ["n", "n"], pages=2) == Input("next_person")
    assert pressed(AFTER_IT, ["f"], pages=2) == Input("in_full")
    # Only the same key twice.
    assert viewed(AFTER_IT, "n", "e", pages=2) == ViewState(hint=END_ONCE_MORE, asked="go_on")
    assert viewed(AFTER_IT, "n", "down", "n", pages=2) == ViewState(page=1, hint=NEXT_ONCE_MORE, asked="next_person")
    assert viewed(LAST, "n", pages=2) == ViewState(hint=NOT_HERE)


def test_where_a_letter_has_two_meanings_it_has_the_one_that_is_possible() -> None:
    assert pressed(replace(YES_NO, keys=frozenset({"finish"})), ["f"]) == Input("finish")


def test_the_key_that_ends_a_result_passes_it_and_so_is_not_taken_when_it_comes_too_early() -> None:
    assert answers(LAST, ViewState(), "e")
    assert answers(LAST, ViewState(asked="go_on"), "e")


@pytest.mark.parametrize("key", [ENTER, " ", "s", "f", "e", "y", "n", "u", "d"])
def test_a_key_that_may_pass_a_screen_is_not_taken_when_it_comes_too_early(key: str) -> None:
    assert answers(YES_NO, ViewState(), key)


def test_the_pages_of_a_result_are_turned_by_arrows_and_by_home_and_end() -> None:
    assert viewed(LAST, "down", "down", "up", pages=5).page == 1
    assert viewed(LAST, "up", pages=5).page == 0
    assert viewed(LAST, "end", pages=5).page == 4
    assert viewed(LAST, "end", "home", pages=5).page == 0
    assert viewed(LAST, "end", "g", pages=5).page == 0
    assert viewed(TEXT, "end", "up", pages=5).page == 3
    assert viewed(TEXT, "g", pages=5).hint == NOT_HERE


def test_q_ends_a_result_as_e_does() -> None:
    assert viewed(LAST, "q") == ViewState(hint=END_ONCE_MORE, asked="go_on")
    for keys in ("qq", "qe", "eq"):
        assert pressed(LAST, [*keys]) == GO_ON
    assert answers(LAST, ViewState(), "q")


def test_help_leads_back_to_the_page_that_was_shown() -> None:
    assert viewed(LAST, "down", "down", "?", "z", pages=5) == ViewState(page=2)
    assert viewed(LAST, "end", "?", "down", "up", "z", pages=5) == ViewState(page=4)


def test_a_key_goes_from_part_to_part() -> None:
    def part(page: int, parts: Mapping[str, int]) -> ViewState | Input:
        return press(LAST, ViewState(page=page), "w", 9, parts)

    assert part(0, {"w": 3}) == ViewState(page=3)
    assert part(5, {"c": 1, "w": 3}) == ViewState(page=3)
    assert part(0, {}) == ViewState(hint=NOT_HERE)


def test_a_list_that_was_found_from_a_menu_ends_there() -> None:
    found = Screen(lines=(Line("text", "x"),), keys=frozenset({"menu"}), last=True, to_menu=True)

    assert viewed(found, "e").hint == END_TO_MENU
    assert pressed(found, ["e", "e"]) == GO_ON
    assert pressed(found, ["escape"]) == Input("menu")


# --- help ---


def test_help_opens_and_any_key_closes_it() -> None:
    for key in ("?", ENTER, "y", "b", "x", "f5"):
        assert viewed(YES_NO, "down", "?").help
        assert viewed(YES_NO, "down", "?", key) == ViewState(pointer=0)


def test_help_begins_at_its_beginning_and_the_text_stays_where_it_was() -> None:
    assert viewed(TEXT, ENTER, "?", pages=3) == ViewState(page=1, help=True)
    assert viewed(TEXT, ENTER, "?", "y", pages=3) == ViewState(page=1)


def test_help_is_paged_before_it_closes() -> None:
    assert viewed(YES_NO, "?", "pageup", pages=2) == ViewState()
    assert viewed(YES_NO, "?", ENTER, pages=2) == ViewState(help=True, help_page=1)
    assert viewed(YES_NO, "?", ENTER, "pageup", pages=2) == ViewState(help=True)
    assert viewed(YES_NO, "?", ENTER, ENTER, pages=2) == ViewState()


def test_nothing_is_answered_while_the_help_is_open() -> None:
    for key in ("y", ENTER, "s", "f", "e"):
        assert not answers(YES_NO, ViewState(help=True), key)


# --- over random screens ---

KEYS = ["up", "down", "left", "right", "home", "end", "pageup", "pagedown", ENTER, " ", "?", "e", "s", "b", "p", "f"]
KEYS += ["/", "escape", "c-h"]
OTHERS = ["x", "y", "n", "u", "d", "g", "0", "1", "2", "9", "go on", "tab", "s-tab", "f1", "é", "香"]
KEY = st.sampled_from(KEYS + OTHERS)


@st.composite
def views(draw: st.DrawFn, screen: Screen) -> ViewState:
    """Any view of a screen, whether or not keys lead to it."""
    values = [choice.value for choice in screen.choices]
    hints: list[Text] = ["", NOT_HERE]
    return ViewState(
        pointer=draw(st.integers(NOTHING_POINTED, len(values) - 1)),
        ticked=tuple(draw(st.lists(st.sampled_from(values), unique=True))) if values and screen.several else (),
        page=draw(st.integers(0, 3)),
        help=draw(st.booleans()),
        hint=draw(st.sampled_from(hints)),
        asked=draw(st.sampled_from([None, "go_on", "next_person"])),
    )


@many
@given(screens(), st.data())
def test_from_any_view_any_key_gives_a_view_or_what_the_screen_takes(screen: Screen, data: st.DataObject) -> None:
    pages = data.draw(st.integers(1, 3))
    view = data.draw(views(screen))
    for key in data.draw(st.lists(KEY, min_size=1, max_size=12)):
        done = press(screen, view, key, pages)
        if isinstance(done, Input):
            assert is_allowed(screen, done)
            assert answers(screen, view, key) or done.act in {"back", "pause", "menu", "card"}
            return
        view = done
        assert NOTHING_POINTED <= view.pointer < max(1, len(screen.choices))
        assert set(view.ticked) <= {choice.value for choice in screen.choices}
        assert view.page >= 0


@many
@given(screens(), st.lists(KEY, max_size=12))
def test_from_the_first_view_what_is_marked_is_always_an_answer(screen: Screen, keys: list[str]) -> None:
    view = first_view_state(screen)
    for key in keys:
        done = press(screen, view, key, pages=1)
        view = done if isinstance(done, ViewState) else first_view_state(screen)

        assert not view.ticked or screen.answer(view.ticked) is not None


@many
@given(screens())
def test_enter_at_the_first_view_answers_nothing_but_what_stands_recorded(screen: Screen) -> None:
    done = press(screen, first_view_state(screen), ENTER, pages=1)

    if isinstance(done, Input) and done.act == "choose":
        assert done == screen.answer(screen.chosen)


@many
@given(screens(), st.data())
def test_keys_that_only_look_around_never_count_as_an_answer(screen: Screen, data: st.DataObject) -> None:
    view = data.draw(views(screen))
    for key in ("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "?", "b", "p", "x"):
        assert not answers(screen, view, key)


@given(screens(), beyond_ascii())
@many
def test_no_character_but_one_that_means_the_same_key_does_anything(screen: Screen, typed: str) -> None:
    view, same = first_view_state(screen), same_key(typed)
    done = press(screen, view, as_key(typed), pages=1)

    if done != replace(view, hint=OTHER_KEYBOARD if is_other_script(typed) else NOT_HERE):
        assert same is not None
        assert done == press(screen, view, same, pages=1)


def test_a_letter_that_is_not_latin_says_to_switch_the_keyboard() -> None:
    for screen in (YES_NO, SEVERAL, TEXT, LAST):
        for letter in "不ㄌхχخप":
            assert viewed(screen, letter).hint == OTHER_KEYBOARD
