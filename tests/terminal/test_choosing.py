"""What a key does among choices."""

import pytest
from msgspec.structs import replace

from screening.language.catalog import ENGLISH
from screening.terminal.choices import keyed
from screening.terminal.hints import (
    ALONE_IS_MARKED,
    CHOOSE_FIRST,
    MARK_FIRST,
    NOT_HERE,
    NOTHING_NAMED_LIKE,
    TO_ANSWER,
    TO_MARK,
)
from screening.terminal.pressing import answers, press
from screening.terminal.screen import Choice, Input, Screen
from screening.terminal.view_state import ENTER, NOTHING_POINTED, ViewState, first_view_state
from tests.terminal.test_pressing import NUMBERS, SEVERAL, TEN, UNDECIDED, YES_NO, pressed, viewed

NOTHING_MARKED = press(SEVERAL, ViewState(), ENTER, 1).hint  # type: ignore[union-attr]


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


def test_a_letter_that_stands_before_an_answer_goes_before_the_key() -> None:
    assert pressed(BY_TWO, ["f"]) == Input("choose", "stop")


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


def test_what_stands_recorded_but_cannot_be_chosen_here_is_not_marked() -> None:
    elsewhere = Screen(choices=SEVERAL.choices, several=True, chosen=("b", "from-elsewhere"))

    assert first_view_state(elsewhere).ticked == ("b",)
    assert pressed(elsewhere, ["1", ENTER]) == Input("choose", ("a", "b"))
