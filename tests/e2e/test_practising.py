"""A practice at a real terminal: the story first, the interview itself, and the key only when all of it is over."""

import re
from collections.abc import Sequence

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from screening.sets.answers import Answer
from screening.terminal.choice_keys import has_long_numbers
from tests.support.kept_terminal import CLEARED, KeptTerminal
from tests.support.practising import Stop, cases, practice
from tests.support.program import BEFORE_AT_ONCE
from tests.support.terminal import KEYS
from tests.support.thorough import one_in
from tests.support.walks import Walker

ONE = ("never-alone",)
THREE = ("her-own-business", "one-thing", "never-alone")
# What the officer at the clinic takes for granted: that nobody lets her out is not asked, and that work is fine.
OTHERWISE: dict[str, Answer] = {"go-out": "no", "work": ("none",)}
in_both_faces = pytest.mark.parametrize("plain", [False, True], ids=["full", "plain"])


def begun(*names: str, plain: bool, **environment: str) -> Walker:
    """A practice that waits at its first story."""
    faces = ["--plain"] if plain else []
    terminal = KeptTerminal("practise", *names, *faces, "--place", "hk", before=BEFORE_AT_ONCE, environment=environment)
    return Walker(terminal, plain=plain)


def pass_by(walker: Walker, stops: Sequence[Stop]) -> list[str]:
    """Get past all screens but the last one; what stood on the terminal at each of them."""
    seen = []
    for stop in stops[:-1]:
        walker.at(stop.sign)
        seen.append(walker.terminal.text())
        walker.give(stop.keys, stop.line)
    walker.at(stops[-1].sign, ends=b"" if stops[-1].screen.last else b"> ")
    if walker.plain and stops[-1].screen.last:
        # All of it is said at once then, and the program ends.
        walker.terminal.wait(reading=True)
        walker.terminal.settle()
    return seen


def told_of(case: str) -> str:
    """The beginning of what a case teaches, without line breaks."""
    return " ".join(cases(case)[0].vignette.teaches.split())[:25]


def in_a_row(text: str) -> str:
    return " ".join(text.split())


@in_both_faces
def test_a_whole_practice_of_one_case(plain: bool) -> None:
    stops, (attempt,) = practice(*ONE, otherwise=OTHERWISE)
    walker = begun(*ONE, plain=plain)
    seen = pass_by(walker, stops)

    before = in_a_row(re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", walker.terminal.raw.decode())).partition(stops[-1].sign)[0]
    assert told_of(ONE[0]) not in before
    assert "The key has" not in before
    assert attempt.code.split("-")[1] not in before
    if not plain:
        assert all("Practice: " in screen for screen in seen)
    told = in_a_row(walker.terminal.text() + (walker.terminal.raw.decode() if plain else ""))
    assert "You reached: too little known. The key has: some concern." in told
    assert "Under-referral." in told
    assert told_of(ONE[0]) in told
    if not plain:
        for key, sign in (("m", "This question would have told:"), ("d", "It should have said:"), ("c", "1 to 4")):
            walker.give(key, "")
            walker.at(sign)
        assert attempt.code.split("-")[0] in walker.terminal.text()
        walker.give("t", "")
        walker.at(stops[0].sign)
        walker.give("\r", "")
        walker.at(stops[-1].sign)
        walker.give("ee", "")
    assert walker.terminal.end() == 0


@pytest.mark.parametrize("plain", one_in(2, [False, True]))
def test_an_exercise_of_three_cases_ends_with_all_of_them_in_short(plain: bool) -> None:
    stops, attempts = practice(*THREE)
    walker = begun(*THREE, plain=plain)
    seen = pass_by(walker, stops)

    stories = [number for number, stop in enumerate(stops) if stop.screen.heading == stops[0].screen.heading]
    assert stories[0] == 0
    if not plain:
        assert "case 1 of 3" in seen[0]
    told = in_a_row(walker.terminal.text())
    assert "You reached the level of the key in 3 of 3 cases." in told
    assert "Under-referral: 0. Over-referral: 0." in told
    assert len(attempts) == 3
    if not plain:
        walker.give("ee", "")
    assert walker.terminal.end() == 0


@in_both_faces
def test_the_story_is_there_again_at_a_question_and_what_was_marked_stays(plain: bool) -> None:
    stops, _ = practice(*ONE)
    several = next(
        number for number, stop in enumerate(stops) if stop.screen.several and not has_long_numbers(stop.screen)
    )
    walker = begun(*ONE, plain=plain)
    pass_by(walker, stops[: several + 1])

    walker.give("1t", "1 t")
    walker.at(stops[0].sign)
    walker.give("\r", "")
    walker.at(stops[several].sign)
    if plain:
        assert "Recorded before:" in walker.terminal.text()
    else:
        assert "1  [x]" in walker.terminal.text() or "1  [✓]" in walker.terminal.text()
    walker.terminal.send(KEYS["ctrl-c"])
    assert walker.terminal.end() == 130


@pytest.mark.parametrize(
    ("number", "plain"), one_in(9, [(number, plain) for number in range(len(practice(*ONE)[0])) for plain in (True, False)])
)  # fmt: skip
def test_ctrl_c_at_any_screen_ends_at_once_and_leaves_nothing(number: int, plain: bool) -> None:
    stops, _ = practice(*ONE)
    walker = begun(*ONE, plain=plain)
    if number:
        pass_by(walker, stops[: number + 1]) if number + 1 < len(stops) else pass_by(walker, stops)
    else:
        walker.at(stops[0].sign)
    if plain and number + 1 == len(stops):
        # Line by line all is said then, and the program has ended.
        assert walker.terminal.end() == 0
        return
    walker.terminal.send(KEYS["ctrl-c"])

    assert walker.terminal.end() == 130
    assert walker.terminal.raw.endswith(CLEARED)


@in_both_faces
def test_a_pause_shows_no_code_and_ends_the_practice_if_that_is_wanted(plain: bool) -> None:
    stops, _ = practice(*ONE)
    walker = begun(*ONE, plain=plain)
    pass_by(walker, stops[:4])
    walker.give("p", "p")
    walker.at("In practice there is")
    walker.give("g", "g")
    walker.at(stops[3].sign)
    walker.give("p", "p")
    walker.at("In practice there is")
    walker.give("e", "e")

    assert walker.terminal.end() == 0


def test_from_the_menu_one_key_leads_to_the_cases_by_how_hard_they_are_and_back() -> None:
    terminal = KeptTerminal(before=BEFORE_AT_ONCE, environment={"SCREENING_PLACE": "hk"})
    walker = Walker(terminal, plain=False)
    walker.at("What would you like to do?")
    walker.give("p", "")
    walker.at("Which case would you like to practise on?")
    assert "Easy: " in terminal.text()
    walker.give("b", "")
    walker.at("What would you like to do?")
    walker.give("p", "")
    walker.at("Which case would you like to practise on?")
    walker.give("/quiet", "")
    walker.at("The quiet kitchen")
    walker.give("\r", "")
    walker.at("A woman of 29 works in a family's flat.")
    terminal.send(KEYS["ctrl-c"])
    assert terminal.end() == 130


def test_it_is_practised_where_the_person_in_the_room_is_and_the_case_elsewhere() -> None:
    stops, _ = practice(*ONE)
    terminal = KeptTerminal("practise", *ONE, "--place", "tw", before=BEFORE_AT_ONCE)
    walker = Walker(terminal, plain=False)
    pass_by(walker, stops[:4])
    walker.give("f", "")
    walker.at("Turn the screen to yourself.")
    walker.give("\r", "")
    walker.at("All answers once more")
    assert "The place where this talk takes place - Taiwan" in terminal.text()
    terminal.send(KEYS["ctrl-c"])
    assert terminal.end() == 130
