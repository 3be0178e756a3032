"""Old answers beside today's statements: nothing counts before it was confirmed."""

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screening.interview.answer_code import Decoded, decode, encode
from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.catalog import ENGLISH
from screening.sets.answers import Answer
from screening.sets.model import IndicatorSet
from screening.show.lines import Line
from screening.terminal.conversation import opening_screen
from screening.terminal.old_answers import OldAnswers
from screening.terminal.plain import PlainFrontend
from screening.terminal.screen import Dialog, Input, Screen, TextDialog
from tests.support.building import asked, indicator, small_set
from tests.terminal.talking import a_context, after, everything_on, many, said

OPENING = (Line("title", "Screening"), Line("item", "Nothing is kept."))
KEEP, AGAIN = "stands", "again"


def a_set(version: str = "1", papers: str = "Somebody keeps the papers", debt: str = "A debt") -> IndicatorSet:
    """A set whose statements and labels change from one version to the next."""
    options = [
        {"id": "debt", "label": debt, "shows": ["i"]},
        {"id": "family", "label": "The family", "shows": ["i"]},
        {"id": "none", "label": "None", "alone": True},
    ]
    return small_set(
        [
            {**asked("papers", shows=["i"]), "record": papers},
            {**asked("held"), "record": "What was used", "choose": "several", "options": options},
        ],
        [indicator("i", "coercion")],
        stages={"urgent": [{**asked("danger", raises=["danger_now"]), "record": "Is in danger"}]},
        circumstances=[
            {"id": "place", "record": "The place"},
            {"id": "age", "record": "The age", "labels": {"adult": "Grown up"}},
        ],
        flags=[{"id": "danger_now", "title": "Danger now", "do": ["Leave."]}],
        version=version,
    )


OLD, TODAY = a_set(), a_set("2", "Somebody else has the papers", "Money that is owed")
RECORDED: dict[str, Answer] = {
    "held": ("debt", "family"),
    "papers": "yes",
    "danger": "no",
    "age": "adult",
    "place": "hk",
}
ORDER = ["place", "danger", "age", "papers", "held"]
INTERVIEW = Interview(TODAY)


class Talk:
    """A talk about old answers, with what began after it."""

    def __init__(self, recorded: dict[str, Answer] | None = None, opening: tuple[Line, ...] = ()) -> None:
        """Args: recorded: the old answers; opening: what is explained before."""
        code = encode(OLD, RECORDED if recorded is None else recorded)
        self.decoded: Decoded = decode(code, [TODAY], other_meaning=True)
        self.begun: list[tuple[State, int]] = []
        self.next = TextDialog(Screen("Going on"))
        self.dialog = OldAnswers(
            INTERVIEW, a_context(), self.decoded, self._begin, [opening_screen(opening)] if opening else []
        )

    def _begin(self, state: State, asked_again: int) -> Dialog:
        self.begun.append((state, asked_again))
        return self.next

    def give(self, *inputs: Answer | Input) -> Dialog | None:
        return after(self.dialog, *inputs)

    @property
    def shown(self) -> str:
        return said(self.dialog.screen().lines)


def test_it_says_first_that_the_set_has_changed_and_from_which_version_to_which() -> None:
    talk = Talk(opening=OPENING)

    assert talk.dialog.screen().lines == OPENING
    talk.give("ON")
    assert "The set small has changed since this code was made: it was version 1, and is version 2 now." in talk.shown
    assert "Turn the screen to yourself." in talk.shown
    assert "urgent" not in talk.shown.lower()


def of_children(when: object) -> IndicatorSet:
    """A set with a question that has a gate, or none."""
    return small_set(
        [{**asked("held", when=when), "record": "A child is held"}, asked("other")],
        [],
        circumstances=[{"id": "age", "record": "The age"}],
        version="1" if when is None else "2",
    )


@pytest.mark.parametrize(
    ("age", "decided", "is_shown", "asked_again"),
    [("adult", KEEP, False, 0), ("adult", AGAIN, True, 1), ("unsure", KEEP, True, 0)],
    ids=["of an adult", "not kept that it is one", "perhaps a child"],
)
def test_an_old_answer_to_what_is_not_asked_of_this_person_any_more_is_not_shown(
    age: str, decided: str, *, is_shown: bool, asked_again: int
) -> None:
    old, today = of_children(None), of_children({"circumstance": "age", "is": ["child", "unsure"]})
    code = encode(old, {"age": age, "held": "yes", "other": "no"})
    begun: list[int] = []

    def begin(_: State, again: int) -> Dialog:
        begun.append(again)
        return TextDialog(Screen("Going on"))

    dialog = OldAnswers(Interview(today), a_context(), decode(code, [today], other_meaning=True), begin)
    after(dialog, "ON", decided)
    seen = []
    while not begun:
        seen.append(said(dialog.screen().lines).splitlines()[0])
        after(dialog, KEEP)

    assert ("Statement today: A child is held" in seen) is is_shown
    assert (seen[-1], begun) == ("Statement today: other", [asked_again])


def test_what_would_be_urgent_is_said_before_anything_is_confirmed() -> None:
    assert Talk({**RECORDED, "danger": "yes"}).shown.endswith("Urgent, if it is still so:\nDanger now")


def test_each_old_answer_stands_beside_the_statement_of_today_in_the_order_of_the_interview() -> None:
    talk, shown, progress = Talk(), [], []
    talk.give("ON")
    for _ in ORDER:
        screen = talk.dialog.screen()
        shown.append(said(screen.lines).splitlines())
        progress.append(ENGLISH.render(screen.progress))
        talk.give(KEEP)

    assert shown == [
        ["Statement today: The place", "Old answer: Hong Kong"],
        ["Statement today: Is in danger", "Old answer: No"],
        ["Statement today: The age", "Old answer: Grown up [adult]"],
        ["Statement today: Somebody else has the papers", "Old answer: Yes"],
        ["Statement today: What was used", "Old answer: Money that is owed [debt]; The family [family]"],
    ]
    assert (progress[0], progress[-1]) == ("answer 1 of 5", "answer 5 of 5")


@pytest.mark.parametrize(
    ("rest", "told"),
    [
        ("unclear", "the rest: unclear"),
        ("declined", "the rest: does not want to say"),
        ("not_asked", "the rest: not asked"),
    ],
)
def test_how_the_rest_of_a_list_stands_is_shown_and_kept(rest: str, told: str) -> None:
    talk = Talk({"held": ("debt", rest)})
    talk.give("ON")

    assert f"Old answer: Money that is owed [debt]; {told}" in talk.shown
    assert talk.give(KEEP) is talk.next
    assert talk.begun[0][0].answers == {"held": ("debt", rest)}


def test_only_what_is_kept_is_recorded_and_the_rest_is_asked_again_in_its_place() -> None:
    talk = Talk()

    assert talk.give("ON", KEEP, AGAIN, KEEP, AGAIN, KEEP) is talk.next
    ((state, asked_again),) = talk.begun
    assert state.answers == {"place": "hk", "age": "adult", "held": ("debt", "family")}
    assert asked_again == 2
    assert INTERVIEW.current(state) == Step("item", "danger")


@given(st.lists(st.sampled_from([KEEP, AGAIN, "BACK", "PAUSE"]), max_size=30), st.sets(st.sampled_from(ORDER)))
@many
def test_nothing_is_ever_taken_over_that_was_not_confirmed(inputs: list[str], names: set[str]) -> None:
    recorded = {name: answer for name, answer in RECORDED.items() if name in names}
    order = [name for name in ORDER if name in names]
    talk, last, at = Talk(recorded), dict[str, str](), 0
    going = talk.give("ON")
    for given_ in inputs:
        if going is not talk.dialog or at >= len(order):
            break
        if given_ == "PAUSE":
            going = talk.give("PAUSE", "go_on")
        elif given_ == "BACK":
            going = talk.give("BACK") if at else talk.give("BACK", "ON")
            at = max(0, at - 1)
        else:
            last[order[at]] = given_
            at += 1
            going = talk.give(given_)

    kept = {name for name, decision in last.items() if decision == KEEP}
    for state, asked_again in talk.begun:
        assert state.answers == {name: recorded[name] for name in kept}
        assert asked_again == len(order) - len(kept)
    assert bool(talk.begun) is (at >= len(order))


def test_going_back_shows_what_was_decided_and_it_can_be_decided_otherwise() -> None:
    talk = Talk({"place": "hk", "danger": "no"})
    talk.give("ON", KEEP, "BACK")

    assert talk.dialog.screen().chosen == (KEEP,)
    assert talk.give(AGAIN, KEEP) is talk.next
    assert talk.begun[0][0].answers == {"danger": "no"}


def test_back_from_the_first_answer_leads_to_what_it_is_about() -> None:
    talk = Talk()
    first = talk.shown
    talk.give("ON", "BACK")

    assert talk.shown == first


def test_a_pause_shows_the_kept_answers_as_a_code_and_says_that_the_others_are_in_the_old_one() -> None:
    talk = Talk()
    talk.give("ON", KEEP, AGAIN, KEEP)
    before = talk.dialog.screen()
    talk.give("PAUSE")
    screen = talk.dialog.screen()
    groups = [line for line in said(screen.lines).splitlines() if line.startswith(" ")]
    typed = " ".join(each.split("   ", 1)[1] for each in (group.strip() for group in groups))

    assert screen.clears
    assert "This new code holds the 2 answers that you kept. Keep the old code too" in said(screen.lines)
    assert decode(typed, [TODAY]).answers == {"place": "hk", "age": "adult"}
    assert talk.give("go_on") is talk.dialog
    assert talk.dialog.screen() == before
    assert talk.give("PAUSE", "end") is None
    assert talk.begun == []


def test_a_pause_before_anything_is_kept_shows_no_code() -> None:
    talk = Talk()
    talk.give("ON", AGAIN, "PAUSE")

    assert "Nothing is confirmed yet. Keep the old code: it still holds everything." in everything_on(
        talk.dialog.screen()
    )
    assert "Answer code" not in everything_on(talk.dialog.screen())


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (["", "", "y", "yes", "n", "1", "k", "a"], {"place": "hk"}),
        (["", "k", "x", "k"], {"place": "hk", "danger": "no"}),
        (["", "stands", "b", "", "again"], {"place": "hk"}),
        (["", "\uff4b", "\u4e0d", "\uff41"], {"place": "hk"}),
        (["", "s", "f", "u", "d", "k a", "a", "a"], {}),
    ],
    ids=["enter alone and answers", "hidden in between", "back", "full-width", "other keys"],
)
def test_line_by_line_nothing_but_its_key_keeps_an_answer(typed: list[str], kept: dict[str, Any]) -> None:
    talk = Talk({"place": "hk", "danger": "no"})
    lines, hidden = iter(typed), []

    def respond(prompt: str) -> str:
        del prompt
        if talk.begun:
            raise EOFError
        return next(lines)

    frontend = PlainFrontend(io.StringIO(), respond, ENGLISH, hide=lambda: hidden.append(True))
    with pytest.raises(EOFError):
        frontend.run(talk.dialog)

    assert [state.answers for state, _ in talk.begun] == [kept]
    assert [*lines] == []
    assert bool(hidden) is ("x" in typed)
