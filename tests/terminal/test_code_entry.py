"""Typing an answer code in: what is wrong with it is named, and only that has to be typed again."""

import pytest
from msgspec.structs import replace

from screening.interview.answer_code import SYMBOLS, Decoded, encode, groups_of
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.sets.answers import Answer
from screening.terminal.code_entry import CodeEntry
from screening.terminal.screen import Dialog, Input, Screen, TextDialog
from tests.terminal.talking import said

PALERMO, FIRST_CONTACT = find_set("palermo"), find_set("first-contact")
RECORDED: dict[str, Answer] = {
    "place": "hk",
    "danger-now": "no",
    "age": "adult",
    "papers": "kept",
    "found-as": ("injured",),
    "still-there": "unclear",
}
CODE = encode(PALERMO, RECORDED)
GROUPS = CODE.split("-")


class Entry:
    """A code entry, with what began after it."""

    def __init__(self, *typed: str) -> None:
        """Args: typed: the lines that are typed."""
        self.begun: list[Decoded] = []
        self.menu = TextDialog(Screen("Menu"))
        self.next = TextDialog(Screen("Going on"))
        self.entry = CodeEntry([FIRST_CONTACT, PALERMO], self._begin, lambda: self.menu)
        self.dialog: Dialog | None = self.entry
        for text in typed:
            assert self.dialog is self.entry
            self.dialog = self.entry.take(Input("type", text=text) if text else Input("back"))

    def _begin(self, decoded: Decoded) -> Dialog:
        self.begun.append(decoded)
        return self.next

    @property
    def told(self) -> str:
        return said(self.entry.screen().lines)

    @property
    def groups(self) -> list[str]:
        """The groups that stand on the screen, as they were typed."""
        rows = [ENGLISH.render(line.text) for line in self.entry.screen().lines if line.kind == "detail"]
        return " ".join(row.partition("   ")[2] if " to " in row else row.split()[-1] for row in rows).split()


def other(symbol: str) -> str:
    """Another symbol than this one."""
    return SYMBOLS[(SYMBOLS.index(symbol) + 1) % len(SYMBOLS)]


def mistaken(*numbers: int) -> str:
    """The code with a mistake in these groups."""
    wrong = [other(group[0]) + group[1:] if at in numbers else group for at, group in enumerate(GROUPS, 1)]
    return "-".join(wrong)


def test_it_asks_for_a_line_and_begins_empty() -> None:
    screen = Entry().entry.screen()

    assert (screen.entry, screen.choices) == (True, ())
    assert "Ask the person first" in said(screen.lines)


@pytest.mark.parametrize("typed", [CODE, CODE.lower(), CODE.replace("-", " "), CODE.replace("-", ""), f"  {CODE} "])
def test_with_a_code_its_answers_go_on(typed: str) -> None:
    entry = Entry(typed)

    assert entry.dialog is entry.next
    (decoded,) = entry.begun
    assert decoded.indicator_set is PALERMO
    assert decoded.answers == RECORDED


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (mistaken(3), "There is a mistake in group 3."),
        (mistaken(2, 4), "There are mistakes in groups 2 and 4."),
        (CODE[:-1], "4 characters instead of 5"),
        ("-".join(GROUPS[:-1]), "cut short"),
        ("hello", "group 1"),
        (encode(PALERMO, {}, case="quiet-kitchen"), "This is a practice code, of an invented case."),
    ],
    ids=["a mistake", "two mistakes", "a character missing", "a group missing", "no code", "practice"],
)
def test_a_mistake_is_named_and_what_was_typed_is_kept(typed: str, told: str) -> None:
    entry = Entry(typed)

    assert entry.dialog is entry.entry
    assert entry.begun == []
    assert told.lower() in entry.told.lower()
    assert entry.groups == groups_of(typed)
    assert entry.entry.screen().entry


def test_a_code_of_a_set_that_is_not_here_is_refused() -> None:
    entry = CodeEntry([FIRST_CONTACT], lambda _: None)

    assert entry.take(Input("type", text=CODE)) is entry
    assert "made with a set that is not here" in said(entry.screen().lines)


def test_only_the_last_mistake_is_told() -> None:
    entry = Entry(mistaken(3), mistaken(2))

    assert "group 2" in entry.told
    assert "mistake in group 3" not in entry.told


@pytest.mark.parametrize("typed", ["3 {}", " 3  {} ", "3: {}", "03 {}"])
def test_one_group_is_mended_by_its_number(typed: str) -> None:
    entry = Entry(mistaken(3), typed.format(GROUPS[2].lower()))

    assert entry.begun[0].answers == RECORDED


@pytest.mark.parametrize("zero", ["\uff10", "\u0660", "\u0966"], ids=["full-width", "Arabic-Indic", "Devanagari"])
def test_the_digits_of_any_script_are_those_of_the_code(zero: str) -> None:
    def in_script(text: str) -> str:
        return "".join(chr(ord(zero) + int(each)) if each.isdigit() else each for each in text)

    assert Entry(in_script(CODE)).begun[0].answers == RECORDED
    assert Entry(mistaken(3), in_script(f"3 {GROUPS[2]}")).begun[0].answers == RECORDED


def test_a_code_in_full_width_is_typed_and_mended() -> None:
    wide = {number: number + 0xFEE0 for number in range(0x21, 0x7F)} | {ord(" "): "\u3000"}

    assert Entry(mistaken(3).translate(wide), f"3: {GROUPS[2]}".translate(wide)).begun[0].answers == RECORDED


def test_another_keyboard_is_told() -> None:
    entry = Entry(mistaken(3), "\u0416" + GROUPS[0][1:])

    assert "Switch the keyboard to English." in entry.told
    assert entry.begun == []
    assert "Switch the keyboard" not in Entry(mistaken(3)).told


def test_groups_are_mended_one_after_another() -> None:
    entry = Entry(mistaken(2, 4), f"2 {GROUPS[1]}")

    assert "There is a mistake in group 4." in entry.told
    assert entry.groups == groups_of(mistaken(4))
    assert entry.entry.take(Input("type", text=f"4 {GROUPS[3]}")) is entry.next


def test_a_group_is_mended_wrong_and_then_right() -> None:
    assert Entry(mistaken(3), f"3 {other(GROUPS[2][0])}{GROUPS[2][1:]}", f"3 {GROUPS[2]}").begun


@pytest.mark.parametrize(
    "before",
    [
        mistaken(3).replace("-", " "),
        mistaken(3).replace("-", ""),
        mistaken(3).replace("-", "", 1),
        mistaken(3).replace("-", "\N{EN DASH}"),
        mistaken(3).replace("-", " - "),
    ],
    ids=["spaces", "nothing between", "two groups run together", "other dashes", "spaced hyphens"],
)
def test_a_group_is_mended_however_the_code_was_typed(before: str) -> None:
    assert Entry(before, f"3 {GROUPS[2]}").begun


@pytest.mark.parametrize("number", [0, len(GROUPS) + 1, 99])
def test_a_number_that_no_group_has_loses_nothing_of_what_was_typed(number: int) -> None:
    entry = Entry(mistaken(3), f"{number} {GROUPS[2]}")

    assert entry.dialog is entry.entry
    assert entry.entry.take(Input("type", text=f"3 {GROUPS[2]}")) is entry.next


def test_what_is_too_long_for_a_code_is_told_in_a_sentence_and_not_shown() -> None:
    entry = Entry("A" * 100_000)

    assert entry.dialog is entry.entry
    assert "This is too long for a code." in entry.told
    assert entry.groups == []
    assert entry.entry.take(Input("type", text=CODE)) is entry.next


def test_a_whole_code_may_be_typed_again_instead() -> None:
    assert Entry(mistaken(3), CODE).begun


def test_nothing_typed_goes_back() -> None:
    entry = Entry("")

    assert entry.dialog is entry.menu


def test_where_there_is_nothing_to_go_back_to_it_is_over() -> None:
    assert CodeEntry([PALERMO], lambda _: None).take(Input("back")) is None


def test_answers_that_may_mean_something_else_by_now_are_handed_on_as_such() -> None:
    changed = replace(PALERMO, guidance=PALERMO.guidance[1:])
    begun: list[Decoded] = []
    CodeEntry([FIRST_CONTACT, changed], begun.append).take(Input("type", text=CODE))

    assert [(each.same_meaning, each.answers) for each in begun] == [(False, RECORDED)]
