"""What a key does to a full screen."""

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screening.language.catalog import ENGLISH
from screening.language.messages import Text
from screening.language.scripts import is_other_script
from screening.show.lines import Line
from screening.terminal.choices import keyed
from screening.terminal.hints import (
    ALONE_IS_MARKED,
    CHOOSE_FIRST,
    END_ONCE_MORE,
    END_TO_MENU,
    LAST_PAGE,
    MARK_FIRST,
    NEXT_ONCE_MORE,
    NOT_HERE,
    NOTHING_NAMED_LIKE,
    OTHER_KEYBOARD,
    TO_ANSWER,
    TO_MARK,
)
from screening.terminal.screen import GO_ON, Choice, Input, Screen
from screening.terminal.typed import as_key
from screening.terminal.view_state import ENTER, NOTHING_POINTED, ViewState, answers, first_view_state, press
from tests.terminal.talking import beyond_ascii, is_allowed, many, same_key, screens

UNDECIDED = (Choice("u", "unclear", "Unclear", undecided=True), Choice("d", "declined", "Declined", undecided=True))
YES_NO = Screen(choices=(Choice("y", "yes", "Yes"), Choice("n", "no", "No"), *UNDECIDED))
NUMBERS = Screen(choices=(Choice("1", "a", "A"), Choice("2", "b", "B"), *UNDECIDED))
SEVERAL = Screen(
    choices=(Choice("1", "a", "A"), Choice("2", "b", "B"), Choice("3", "none", "None", alone=True), *UNDECIDED),
    several=True,
)
NOTHING_MARKED = press(SEVERAL, ViewState(), ENTER, 1).hint  # type: ignore[union-attr]
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
    ("screen", "key", "value"),
    [
        (YES_NO, "y", "yes"),
        (YES_NO, "n", "no"),
        (YES_NO, "u", "unclear"),
        (YES_NO, "d", "declined"),
        (NUMBERS, "1", "a"),
        (NUMBERS, "2", "b"),
        (SEVERAL, "u", "unclear"),
        (SEVERAL, "d", "declined"),
        (TEN, "u", "unclear"),
    ],
)
def test_a_letter_or_a_number_answers_at_once(screen: Screen, key: str, value: str) -> None:
    assert pressed(screen, [key]) == Input("choose", value)


@pytest.mark.parametrize(
    ("keys", "pointer"),
    [
        (["1"], 0),
        (["9"], 8),
        (["1", "0"], 9),
        # What begins no number begins another one.
        (["9", "1"], 0),
        (["1", "2"], 1),
        (["1", "0", "2"], 1),
        # Any other key ends a number.
        (["1", "down", "0"], None),
        (["0"], None),
    ],
    ids=str,
)
def test_with_more_than_nine_numbers_digits_point_and_answer_nothing(keys: list[str], pointer: int | None) -> None:
    view = viewed(TEN, *keys)

    assert view.hint == (NOT_HERE if pointer is None else TO_ANSWER)
    if pointer is not None:
        assert pressed(TEN, [*keys, ENTER]) == Input("choose", TEN.choices[pointer].value)


def test_a_scale_from_0_to_10_is_marked_by_its_own_numbers() -> None:
    scale = Screen(choices=(*(Choice(str(number), str(number), "V") for number in range(11)), *UNDECIDED))

    for number in range(11):
        assert pressed(scale, [*str(number), ENTER]) == Input("choose", str(number))
    several = Screen(choices=TEN.choices, several=True)
    assert pressed(several, ["1", "0", " ", "2", " ", ENTER]) == Input("choose", ("v2", "v10"))


def test_up_to_nine_numbers_each_digit_answers_at_once() -> None:
    nine = Screen(choices=TEN.choices[:9])

    assert [pressed(nine, [str(number)]) for number in range(1, 10)] == [
        Input("choose", f"v{number}") for number in range(1, 10)
    ]


def test_with_more_than_nine_numbers_the_arrows_reach_every_one() -> None:
    assert pressed(TEN, ["down"] * 10 + [ENTER]) == Input("choose", "v10")


def test_a_first_enter_answers_nothing() -> None:
    for screen, hint in ((YES_NO, CHOOSE_FIRST), (SEVERAL, NOTHING_MARKED)):
        assert first_view_state(screen).pointer == NOTHING_POINTED
        assert viewed(screen, ENTER) == ViewState(hint=hint)


@pytest.mark.parametrize(
    ("keys", "pointer"),
    [
        (["down"], 0),
        (["up"], 3),
        (["down", "down"], 1),
        (["down", "up"], 3),
        (["down", "down", "up"], 0),
        (["end", "up"], 2),
        (["end", "up", "up"], 1),
        (["down"] * 5, 0),
        (["end"], 3),
        (["end", "down"], 0),
        (["end", "home"], 0),
    ],
)
def test_arrows_point_and_wrap_around(keys: list[str], pointer: int) -> None:
    assert viewed(NUMBERS, *keys) == ViewState(pointer=pointer)


def test_enter_answers_what_is_pointed_at() -> None:
    assert pressed(NUMBERS, ["down", "down", ENTER]) == Input("choose", "b")


def test_the_view_begins_at_what_stands_recorded() -> None:
    again = Screen(choices=NUMBERS.choices, chosen=("b",))

    assert first_view_state(again) == ViewState(pointer=1)
    assert pressed(again, [ENTER]) == Input("choose", "b")


def test_what_is_suggested_is_pointed_at_where_nothing_stands_recorded() -> None:
    suggesting = Screen(choices=NUMBERS.choices, suggested="b")

    assert first_view_state(suggesting) == ViewState(pointer=1)
    assert pressed(suggesting, [ENTER]) == Input("choose", "b")
    assert first_view_state(replace(suggesting, chosen=("a",))).pointer == 0


@pytest.mark.parametrize(
    ("chosen", "view", "kept"),
    [
        (("b",), ViewState(pointer=1, ticked=("b",)), ("b",)),
        (("a", "b"), ViewState(pointer=0, ticked=("a", "b")), ("a", "b")),
        (("unclear",), ViewState(pointer=3, ticked=("unclear",)), "unclear"),
    ],
)
def test_where_several_can_be_marked_enter_keeps_what_stands_recorded(
    chosen: tuple[str, ...], view: ViewState, kept: object
) -> None:
    again = Screen(choices=SEVERAL.choices, several=True, chosen=chosen)

    assert first_view_state(again) == view
    assert pressed(again, [ENTER]) == Input("choose", kept)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("keys", "ticked"),
    [
        (["down", " "], ("a",)),
        (["down", " ", " "], ()),
        (["down", " ", "down", " "], ("a", "b")),
        (["1"], ("a",)),
        (["2", "1"], ("b", "a")),
        (["1", "1"], ()),
        (["1", "2", "3"], ("none",)),
        (["3", "1"], ("a",)),
        (["1", "end", " "], ("a", "declined")),
        (["1", "end", " ", "1"], ("declined",)),
        (["1", "end", " ", "up", " "], ("a", "unclear")),
        (["1", "end", " ", "3"], ("none",)),
        (["end", " ", "2"], ("declined", "b")),
        (["3", "end", " "], ("none",)),
    ],
)
def test_marking_ticks_and_what_stands_alone_excludes_the_others(keys: list[str], ticked: tuple[str, ...]) -> None:
    assert viewed(SEVERAL, *keys).ticked == ticked


@pytest.mark.parametrize(
    ("keys", "answer"),
    [
        (["2", "1", ENTER], ("a", "b")),
        (["3", ENTER], ("none",)),
        (["up", ENTER], "declined"),
        (["end", " ", ENTER], "declined"),
        (["u"], "unclear"),
        (["1", "u"], ("a", "unclear")),
        (["2", "1", "d"], ("a", "b", "declined")),
        (["1", "end", ENTER], ("a", "declined")),
        (["1", "end", " ", ENTER], ("a", "declined")),
        (["1", "end", " ", "u"], ("a", "unclear")),
    ],
)
def test_enter_is_done_with_what_is_marked(keys: list[str], answer: object) -> None:
    assert pressed(SEVERAL, keys) == Input("choose", answer)  # type: ignore[arg-type]


def test_enter_with_nothing_marked_gives_a_hint_wherever_it_points() -> None:
    assert viewed(SEVERAL, "down", ENTER) == ViewState(pointer=0, hint=NOTHING_MARKED)
    assert viewed(replace(SEVERAL, choices=SEVERAL.choices[:2]), ENTER).hint == MARK_FIRST
    assert viewed(SEVERAL, "down", ENTER, "down").hint == ""


def test_enter_with_nothing_marked_says_what_else_may_be_meant() -> None:
    none = Choice("0", "none", "None", alone=True)
    listed = replace(SEVERAL, choices=(*SEVERAL.choices[:2], none, *UNDECIDED), keys=frozenset({"skip"}))

    def hint(screen: Screen) -> str:
        view = viewed(screen, ENTER)
        assert view.ticked == ()
        return ENGLISH.render(view.hint)

    assert hint(listed) == "Nothing is marked: 0 none, s skip, u unclear."
    assert (
        hint(replace(SEVERAL, choices=(*SEVERAL.choices[:2], *UNDECIDED), keys=listed.keys))
        == "Nothing is marked: s skip, u unclear."
    )
    assert pressed(listed, ["0", ENTER]) == Input("choose", ("none",))


def test_the_space_bar_points_where_nothing_is_pointed_at_and_says_what_then_answers() -> None:
    assert viewed(SEVERAL, " ") == ViewState(pointer=0, hint=TO_MARK)
    assert viewed(SEVERAL, " ", " ").ticked == ("a",)
    assert viewed(NUMBERS, " ") == ViewState(pointer=0, hint=TO_ANSWER)
    assert viewed(NUMBERS, "down", "down", " ", " ") == ViewState(pointer=1, hint=TO_ANSWER)


@pytest.mark.parametrize(("keys", "pointer"), [("t", 3), ("m", 1), ("mm", 2), ("mmm", 1), ("hm", 1), ("tt", 3)])
def test_a_letter_points_at_the_next_name_that_begins_with_it(keys: str, pointer: int) -> None:
    assert viewed(LIST, *keys) == ViewState(pointer=pointer, hint=TO_ANSWER)
    assert viewed(replace(LIST, several=True), *keys).hint == TO_MARK


def test_a_letter_that_is_a_key_or_begins_no_name_points_at_nothing() -> None:
    assert pressed(replace(LIST, keys=frozenset({"finish"})), ["f"]) == Input("finish")
    assert pressed(replace(LIST, choices=(*LIST.choices, *UNDECIDED)), ["u"]) == Input("choose", "unclear")
    assert viewed(LIST, "z") == ViewState(hint=NOT_HERE)
    # What has a letter of its own is answered by that one.
    doubt = replace(LIST, choices=(*LIST.choices, replace(UNDECIDED[0], label="Not sure")))
    assert viewed(doubt, "n") == ViewState(hint=NOT_HERE)
    # Where answers are letters themselves, another letter is a slip.
    assert viewed(replace(YES_NO, choices=YES_NO.choices[:2]), "d") == ViewState(hint=NOT_HERE)


# --- what is not to happen by one key ---

BY_TWO = Screen(choices=(Choice("f", "stop", "Stop"), Choice("go on", "on", "Go on")), keys=frozenset({"finish"}))


def test_what_is_not_to_happen_by_one_key_happens_when_its_letter_is_pressed_twice() -> None:
    view = viewed(BY_TWO, "g")

    assert (view.pointer, ENGLISH.render(view.hint)) == (1, "Press g once more to choose this.")
    assert pressed(BY_TWO, ["g", "g"]) == Input("choose", "on")
    assert answers(BY_TWO, ViewState(), "g")


@pytest.mark.parametrize("between", ["up", "z", " ", "home"])
def test_another_key_between_the_two_takes_the_first_back(between: str) -> None:
    assert viewed(BY_TWO, "g", between, "g").once == "g"


def test_a_letter_that_means_something_else_is_not_pressed_twice() -> None:
    taken = Screen(choices=(Choice("back", "on", "Go on"),), keys=frozenset({"back"}))

    assert pressed(taken, ["b"]) == Input("back")


@pytest.mark.parametrize(
    ("key", "act"), [("s", "skip"), ("b", "back"), ("p", "pause"), ("f", "finish")], ids=lambda value: value
)
def test_a_key_does_what_the_screen_has_it_for_and_nothing_elsewhere(key: str, act: str) -> None:
    for choices in (YES_NO.choices, tuple(replace(each, label="-") for each in SEVERAL.choices), ()):
        bare = Screen(choices=choices)
        with_key = Screen(choices=choices, keys=frozenset({act}))  # type: ignore[arg-type]

        assert pressed(with_key, [key]) == Input(act)  # type: ignore[arg-type]
        assert viewed(bare, key) == ViewState(hint=NOT_HERE)


def test_a_letter_that_stands_before_an_answer_goes_before_the_key() -> None:
    assert pressed(BY_TWO, ["f"]) == Input("choose", "stop")


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


@pytest.mark.parametrize("keys", [["3", "u"], ["3", "end", ENTER], ["3", "end", " "]])
def test_beside_what_stands_alone_there_is_no_rest_and_the_mark_stays(keys: list[str]) -> None:
    view = viewed(SEVERAL, *keys)

    assert (view.ticked, view.hint) == (("none",), ALONE_IS_MARKED)


@pytest.mark.parametrize(("key", "act"), [("s", "skip"), ("b", "back"), ("p", "pause"), ("f", "finish")])
@pytest.mark.parametrize(
    ("chosen", "marks", "kept"),
    [
        ((), ["1"], ("a", "not_asked")),
        ((), ["2", "1"], ("a", "b", "not_asked")),
        ((), ["1", "end", " "], ("a", "declined")),
        ((), ["3"], ("none",)),
        ((), [], ""),
        (("a",), [], ("a",)),
        (("a",), ["2"], ("a", "b")),
        (("a", "unclear"), ["2"], ("a", "b", "unclear")),
        (("a", "not_asked"), [], ("a", "not_asked")),
        (("unclear",), [], "unclear"),
        (("a",), ["1"], ""),
        (("a", "unclear"), ["1"], "unclear"),
    ],
    ids=str,
)
def test_a_key_that_leaves_a_list_takes_the_marks_along(
    chosen: tuple[str, ...], marks: list[str], kept: object, key: str, act: str
) -> None:
    screen = Screen(
        choices=SEVERAL.choices, several=True, chosen=chosen, keys=frozenset({"skip", "back", "pause", "finish"})
    )

    assert pressed(screen, [*marks, key]) == Input(act, kept)  # type: ignore[arg-type]


# --- narrowing a list down by typing ---

PLACES = ("Hong Kong", "Macau", "Malaysia", "Thailand")
LIST = Screen(
    choices=tuple(Choice(str(number), name.lower(), name) for number, name in enumerate(PLACES, start=1)),
    keys=frozenset({"back", "menu"}),
    filters=True,
)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("/thai", "thailand"),
        ("/ma", "macau"),
        ("/land", "thailand"),
        ("/kong hong", "hong kong"),
        ("/mala", "malaysia"),
        # Keys that mean something elsewhere are letters of a name here.
        ("/s", "malaysia"),
    ],
)
def test_a_part_of_a_name_finds_it_and_enter_takes_it(typed: str, value: str) -> None:
    assert pressed(LIST, [*typed, ENTER]) == Input("choose", value)


def test_among_what_was_found_the_arrows_point() -> None:
    assert pressed(LIST, [*"/ma", "down", ENTER]) == Input("choose", "malaysia")
    assert pressed(LIST, [*"/ma", "down", "down", ENTER]) == Input("choose", "macau")


def test_backspace_takes_a_letter_back_and_at_last_the_whole_list_is_there() -> None:
    assert pressed(LIST, [*"/thx", "c-h", ENTER]) == Input("choose", "thailand")
    assert viewed(LIST, *"/t", "c-h", "c-h") == ViewState()


def test_nothing_is_taken_where_nothing_is_called_so_or_nothing_was_typed() -> None:
    assert viewed(LIST, *"/q").hint == NOTHING_NAMED_LIKE
    assert viewed(LIST, *"/q", ENTER).hint == NOTHING_NAMED_LIKE
    assert viewed(LIST, "/", ENTER).hint == CHOOSE_FIRST


def test_escape_leaves_the_narrowed_list_first_and_then_the_screen() -> None:
    assert viewed(LIST, *"/q", "escape") == ViewState()
    assert pressed(LIST, [*"/q", "escape", "escape"]) == Input("menu")


def test_what_is_found_is_marked_where_several_can_be() -> None:
    several = Screen(choices=LIST.choices, several=True, filters=True)

    assert viewed(several, *"/thai", ENTER) == ViewState(pointer=3, ticked=("thailand",))
    assert pressed(several, [*"/thai", ENTER, *"/mac", ENTER, ENTER]) == Input("choose", ("macau", "thailand"))


def test_a_long_list_is_passed_ten_at_a_time() -> None:
    long = Screen(choices=keyed((f"value-{number}", f"{number}") for number in range(35)), filters=True)

    pointers = [viewed(long, *keys).pointer for keys in (["pagedown"], ["pagedown"] * 2, ["pagedown"] * 9, ["pageup"])]
    assert pointers == [9, 19, 34, 0]
    assert viewed(long, "end", "pageup").pointer == 24


def test_beside_a_text_of_several_pages_it_is_the_text_that_is_turned() -> None:
    assert press(LIST, ViewState(pointer=2), "pagedown", 3) == ViewState(pointer=2, page=1)


def test_only_a_list_that_says_so_is_narrowed_down() -> None:
    assert viewed(NUMBERS, "/").hint == NOT_HERE


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


def test_what_stands_recorded_but_cannot_be_chosen_here_is_not_marked() -> None:
    elsewhere = Screen(choices=SEVERAL.choices, several=True, chosen=("b", "from-elsewhere"))

    assert first_view_state(elsewhere).ticked == ("b",)
    assert pressed(elsewhere, ["1", ENTER]) == Input("choose", ("a", "b"))


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
