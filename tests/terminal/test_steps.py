"""What stands on the screen at each step of an interview."""

from collections.abc import Iterator
from typing import Any

import pytest
from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_set
from screening.result.advise import flag_card
from screening.sets.answers import Answer, values_of
from screening.show.levels import LEVEL_NAME, LEVEL_SENTENCE, SUPPORT_NAME
from screening.show.lines import Line
from screening.terminal.choices import choices_at, keyed
from screening.terminal.frame import lay_out
from screening.terminal.pressing import press
from screening.terminal.question import FACTS, WISHES
from screening.terminal.screen import GO_ON, Choice, Input, Screen
from screening.terminal.session_context import SessionContext
from screening.terminal.steps import step_screen
from screening.terminal.view_state import first_view_state
from tests.interview.interviews import go
from tests.support.building import asked, directories, indicator, small_set
from tests.support.program import THE_DAY
from tests.terminal.talking import (
    PALERMO,
    SERVICES,
    a_context,
    conversation,
    everything_on,
    palermo_question,
    said,
    way_to,
)

TO_THE_AGE = way_to("age")
TO_THE_LOOKS = way_to("found-as")


def at(*inputs: Answer, interview: Interview = PALERMO, minutes: int = 0) -> Screen:
    """What stands on the screen after these inputs."""
    state = conversation(*inputs, interview=interview).state
    return step_screen(interview, state, a_context(minutes))


def values(screen: Screen) -> list[str]:
    return [choice.value for choice in screen.choices]


def labels(screen: Screen) -> list[str]:
    return [ENGLISH.render(choice.label) for choice in screen.choices]


# --- each kind of step -----------------------------------------------------------------------------------------------


def test_it_begins_with_the_place_the_card_and_the_agreement() -> None:
    place, card, agreement = at(), at("hk"), at("hk", "ON")

    assert labels(place) == ["Hong Kong", "Another place", "Unclear"]
    assert "Find a private place." in said(card.lines)
    assert (ENGLISH.render(card.heading), card.choices) == ("For you, before you begin", ())
    assert "Is that all right?" in said(agreement.lines)
    assert values(agreement) == ["yes", "not_now", "stop"]


def card_screen(place: str, *, name: str = "palermo", age: str | None = None) -> Screen:
    """The card that the screener reads in a place before the person is asked to agree."""
    interview = Interview(find_set(name))
    answers: dict[str, Answer] = {"place": place} if age is None else {"place": place, "age": age}
    state = interview.resume(answers)
    while interview.current(state).kind != "card":
        state = interview.go_on(state)
    return step_screen(interview, state, replace(a_context(), directories=directories()))


def card_in(place: str, *, name: str = "palermo", age: str | None = None) -> str:
    return said(card_screen(place, name=name, age=age).lines)


@pytest.mark.parametrize(
    ("place", "duty"),
    [
        ("tw", "Somebody who may be trafficked."),
        ("gb", "An adult who does not agree, in England and Wales."),
        ("de", "Somebody without papers."),
    ],
)
@pytest.mark.parametrize("name", ["palermo", "first-contact", "self-check"])
def test_what_the_law_leaves_no_choice_about_adults_stands_on_the_card_before_they_agree(
    place: str, duty: str, name: str
) -> None:
    card = card_in(place, name=name)

    assert duty in card
    assert card.index("What the law here leaves no choice about") < card.index(duty)


@pytest.mark.parametrize("place", [code for code, each in directories().items() if each.no_choice(child=None)])
@pytest.mark.parametrize("name", ["palermo", "first-contact"])
def test_the_card_and_what_the_law_leaves_no_choice_about_fit_one_page_of_a_small_terminal(
    name: str, place: str
) -> None:
    screen = card_screen(place, name=name)

    assert lay_out(screen, first_view_state(screen), 80, 24, ENGLISH).pages == 1, said(screen.lines)


def test_on_the_card_stands_only_what_is_for_this_age_and_nothing_where_the_law_is_not_known() -> None:
    assert "An adult who does not agree" not in card_in("gb", age="unsure")
    assert "An adult who does not agree" not in card_in("gb", name="child")
    assert "A child, or perhaps a child." not in card_in("gb", age="adult")
    assert not any("no choice" in card_in(place) for place in ("other", "mo"))


@pytest.mark.parametrize(
    ("inputs", "keys"),
    [
        ([], {"back", "finish", "pause", "skip"}),
        (["hk"], {"back", "finish", "pause"}),
        (["hk", "ON"], {"back", "pause"}),
        (["hk", "ON", "yes"], {"back", "finish", "pause", "skip"}),
        (["hk", "ON", "yes", "yes"], {"back", "finish", "pause"}),
        (["FINISH"], {"back", "pause"}),
        (["hk", "FINISH", "ON"], {"back", "pause"}),
    ],
    ids=["circumstance", "card", "agreement", "question", "flag", "turn", "review"],
)
def test_every_step_has_its_keys_and_only_questions_can_be_skipped(inputs: list[str], keys: set[str]) -> None:
    assert at(*inputs).keys == keys


def test_a_question_says_what_to_ask_what_to_mark_and_how_far_it_is() -> None:
    screen = at("hk", "ON", "yes")
    danger = palermo_question("danger-now")

    assert (ENGLISH.render(screen.heading), ENGLISH.render(screen.progress)) == ("First, safety", "section 1 of 8")
    assert [ENGLISH.render(line.text) for line in screen.lines] == [
        f"Ask: {danger.ask}",
        f"Ask next: {danger.ask_next}",
        f"Mark: {danger.record}",
    ]
    assert [(choice.key, choice.value) for choice in screen.choices] == [
        ("y", "yes"),
        ("n", "no"),
        ("u", "unclear"),
        ("d", "declined"),
    ]
    assert labels(screen)[:2] == ["Yes", "No"]


def test_help_says_what_to_listen_for_why_it_is_asked_and_what_it_rests_on() -> None:
    papers = at(*way_to("papers"))

    assert "Who keeps the papers" in said(papers.lines)
    assert [ENGLISH.render(line.text).split(":")[0] for line in papers.help] == ["Listen for", "Why we ask", "Source"]


def test_help_says_what_yes_means_where_only_yes_and_no_can_be_marked() -> None:
    meant = "Yes means that what stands at Mark is so."

    assert ENGLISH.render(at("hk", "ON", "yes").help[-1].text) == meant
    assert meant not in said(at(*way_to("papers")).help)


def test_words_to_be_said_first_come_before_their_question() -> None:
    lines = at(*way_to("self-harm")).lines
    question = palermo_question("self-harm")

    assert [ENGLISH.render(line.text) for line in lines[:2]] == [
        f"Say first: {question.say_first}",
        f"Ask: {question.ask}",
    ]


def test_what_is_asked_after_the_first_answer_stands_right_below_the_question() -> None:
    interview = Interview(small_set([asked("one", ask_next="And when you say no?"), asked("two")], []))
    first, second = at(interview=interview), at("no", interview=interview)

    assert [(line.kind, ENGLISH.render(line.text)) for line in first.lines] == [
        ("lead", "Ask: one?"),
        ("text", "Ask next: And when you say no?"),
        ("mark", "Mark: one"),
    ]
    assert "Then" not in said(second.lines)


def test_not_wanting_to_say_has_the_name_that_it_has_at_its_question() -> None:
    questions = [asked("made", declined="Wants a lawyer first"), asked("other", shows=["i"])]
    interview = Interview(small_set(questions, [indicator("i", "forced_work")]))

    assert (labels(at(interview=interview))[-1], values(at(interview=interview))[-1]) == (
        "Wants a lawyer first",
        "declined",
    )
    assert labels(at("declined", interview=interview))[-1] == "Does not want to say"
    assert labels(at("declined", "no", "ON", interview=interview))[1:] == [
        "made - Wants a lawyer first",
        "other - No",
    ]


def test_the_rest_of_a_list_is_not_said_in_the_words_of_its_question() -> None:
    options = [{"id": "debt", "label": "A debt"}, {"id": "lies", "label": "Lies"}]
    question = asked("used", choose="several", options=options, declined="Wants a lawyer first")
    interview = Interview(small_set([question], []))

    assert labels(at(("debt", "declined"), "ON", interview=interview))[1] == (
        "used - A debt; the rest: Wants a lawyer first"
    )


def test_a_question_that_is_only_seen_is_not_to_be_read_out() -> None:
    assert ENGLISH.render(at(*TO_THE_LOOKS).lines[0].text) == "For you. Do not read it out."


def test_several_answers_are_numbered_and_what_stands_alone_is_known() -> None:
    screen = at(*TO_THE_LOOKS)

    assert screen.several
    assert "(one or more)" in said(screen.lines)
    options = palermo_question("found-as").options
    assert [option.alone for option in options] == [False] * (len(options) - 1) + [True]
    assert [(choice.key, choice.alone or choice.undecided) for choice in screen.choices] == [
        *((str(number), False) for number, _ in enumerate(options[:-1], 1)),
        ("0", True),
        ("u", True),
    ]


@pytest.mark.parametrize(
    ("more", "may_decline"),
    [
        ({}, True),
        ({"kind": "known", "ask": "Not to be asked?"}, False),
        ({"kind": "known", "declined": "A lawyer comes first"}, True),
    ],
    ids=["asked", "known", "known, with words of its own"],
)
def test_what_nobody_is_asked_cannot_be_declined_unless_the_question_has_words_for_it(
    more: dict[str, str], may_decline: bool
) -> None:
    interview = Interview(small_set([{**asked("made"), **more}], []))

    assert ("declined" in values(at(interview=interview))) is may_decline


def test_what_the_screener_saw_and_what_is_filled_in_cannot_be_declined() -> None:
    seen = {"seen": [{"id": "found", "kind": "seen", "record": "Found"}]}
    wordings = [{"id": "age", "record": "A", "ask": "How old?"}, {"id": "gender", "record": "G"}]
    interview = Interview(small_set([asked("one")], [], stages=seen, circumstances=wordings))

    assert values(at(interview=interview))[-1] == "declined"
    assert values(at("adult", interview=interview))[-1] == "unclear"
    assert values(at("adult", "woman", "no", "ON", interview=interview))[-1] == "unclear"


def test_what_was_declined_where_it_was_asked_still_stands_there() -> None:
    interview = Interview(small_set([{**asked("made"), "kind": "known"}], []))
    taken_over = step_screen(interview, State(answers={"made": "declined"}), a_context())

    assert (labels(taken_over)[-1], taken_over.chosen) == ("Does not want to say", ("declined",))


def test_doubt_has_the_name_that_it_has_there() -> None:
    assert [(choice.value, ENGLISH.render(choice.label)) for choice in at(*TO_THE_AGE).choices] == [
        ("child", "Under 18"),
        ("adult", "18 or over"),
        ("unsure", "Not sure"),
        ("declined", "Does not want to say"),
    ]


def test_a_set_may_name_doubt_about_the_age_too() -> None:
    wording = {"id": "age", "record": "Edad", "labels": {"child": "Menor de 18", "unsure": "No es seguro"}}
    interview = Interview(small_set([asked("one")], [], circumstances=[wording]))

    assert labels(at(interview=interview)) == ["Menor de 18", "18 or over", "No es seguro"]


def test_facts_and_wishes_have_headings_of_their_own() -> None:
    first_contact = Interview(find_set("first-contact"), SERVICES)
    police = at(*way_to("police", interview=first_contact), interview=first_contact)

    assert at(*TO_THE_AGE).heading == FACTS
    assert at(*TO_THE_LOOKS).heading == "What you saw yourself"
    assert police.heading == WISHES


def test_what_stands_recorded_is_chosen_when_it_comes_again() -> None:
    assert at("hk", "ON", "yes", "no", "BACK").chosen == ("no",)
    assert at(*TO_THE_LOOKS, ("injured", "locked-in"), "BACK").chosen == ("locked-in", "injured")
    assert at("hk", "ON", "yes").chosen == ()


def test_a_skipped_question_says_that_it_was_skipped_before() -> None:
    interview = Interview(small_set([asked("one"), asked("two", shows=["i"])], [indicator("i", "forced_work")]))

    assert said(at("SKIP", "unclear", interview=interview).lines).startswith("(skipped before, asked again now)")
    assert "skipped" not in said(at(interview=interview).lines)


def shown(screen: Screen) -> list[str]:
    """All that stands on a screen, in its order: the heading and how far it is, each line with its kind, the choices."""
    far = ENGLISH.render(screen.progress)
    return [
        ENGLISH.render(screen.heading) + (f" ({far})" if far else ""),
        *(f"{line.kind}: {ENGLISH.render(line.text)}" for line in screen.lines),
        *(f"[{choice.key}] {ENGLISH.render(choice.label)}{' (apart)' * choice.apart}" for choice in screen.choices),
        *(f"? {line.kind}: {ENGLISH.render(line.text)}" for line in screen.help),
    ]


A_TALK = Interview(
    small_set(
        [
            asked(
                "one", ask_self="One?", say_first="This is private.", listen="Pauses.", why="It counts.", shows=["a"]
            ),
            asked("two", shows=["p"]),
            {"id": "known", "kind": "known", "record": "Known", "ask": "Not to be asked?"},
        ],
        [indicator("a", "coercion"), indicator("p", "forced_work")],
        stages={
            "closing": [asked("tonight", choose="several", always=True, options=[{"id": "bed", "label": "A bed"}])]
        },
        card=["Find a private place.", "Sit down."],
        closing_card=["Thank them.", "Say when."],
        agreement="May I begin?",
        circumstances=[{"id": "wants", "record": "Wants"}],
    )
)
TO_THE_OFFER: list[Answer] = ["ON", "yes", "yes", "yes"]
DOUBT = ["[u] Unclear (apart)", "[d] Does not want to say"]
YES_NO_DOUBT = ["[y] Yes", "[n] No", *DOUBT]
MEANT_BY_YES = "? text: Yes means that what stands at Mark is so."
NOBODY_IS_ASKED = "lead: From what is known already. Do not read it out, and do not ask it."


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ([], ["For you, before you begin", "item: Find a private place.", "item: Sit down."]),
        (
            ["ON"],
            [
                "Agreement",
                "lead: Say: May I begin?",
                "[y] Yes, the person agrees to talk now",
                "[n] Not now",
                "[stop] Stop: the person does not want this",
            ],
        ),
        (
            ["ON", "yes"],
            [
                "main (section 1 of 2)",
                "paragraph: Say first: This is private.",
                "lead: Ask: one?",
                "mark: Mark: one",
                *YES_NO_DOUBT,
                "? text: Listen for: Pauses.",
                "? text: Why we ask: It counts.",
                MEANT_BY_YES,
            ],
        ),
        (
            TO_THE_OFFER,
            [
                "You may stop here (section 1 of 2)",
                "text: You know enough for now.",
                "lead: Leave out the other questions?",
                "[y] Yes, go to the last questions: tonight, and what the person wants",
                "[n] No, go on with all questions",
            ],
        ),
        (
            [*TO_THE_OFFER, "go_on"],
            ["main (section 1 of 2)", NOBODY_IS_ASKED, "mark: Mark: Known", *YES_NO_DOUBT[:-1], MEANT_BY_YES],
        ),
        (
            [*TO_THE_OFFER, "go_on", "SKIP"],
            [
                "main (section 1 of 2)",
                "text: (skipped before, asked again now)",
                NOBODY_IS_ASKED,
                "mark: Mark: Known",
                *YES_NO_DOUBT[:-1],
                MEANT_BY_YES,
            ],
        ),
        (
            [*TO_THE_OFFER, "always_only"],
            [
                "closing (section 2 of 2)",
                "lead: Ask: tonight?",
                "mark: Mark: tonight (one or more)",
                "[1] A bed",
                *DOUBT,
            ],
        ),
        (
            [*TO_THE_OFFER, "always_only", ("bed",)],
            [
                "What comes next",
                "lead: Fill this in yourself.",
                "mark: Mark: Wants",
                "[1] To get away from it",
                "[2] To stay where they are",
                "[3] To go home to where they come from",
                DOUBT[0],
            ],
        ),
        (
            [*TO_THE_OFFER, "always_only", ("bed",), "stay"],
            [
                "Before you end",
                "item: Thank them.",
                "item: Say when.",
                "lead: Turn the screen to yourself.",
                "text: What comes now is for you alone.",
            ],
        ),
        (
            [*TO_THE_OFFER, "FINISH"],
            ["For you", "lead: Turn the screen to yourself.", "text: What comes now is for you alone."],
        ),
        (
            [*TO_THE_OFFER, "always_only", ("bed",), "stay", "ON"],
            [
                "All answers once more",
                "text: Choose one to correct it, or show the result.",
                "[r] Show the result",
                "[1] one - Yes (apart)",
                "[2] two - Yes",
                "[3] tonight - A bed",
                "[4] Wants - To stay where they are",
            ],
        ),
    ],
    ids=[
        *("card", "agreement", "question", "offer", "known", "skipped-before", "several", "wish", "turn"),
        *("turn-early", "review"),
    ],
)
def test_each_step_says_what_it_is_for_and_nothing_else(inputs: list[Answer], told: list[str]) -> None:
    assert shown(at(*inputs, interview=A_TALK)) == told


def test_a_set_that_the_person_answers_alone_is_handed_over_answered_and_given_back() -> None:
    whole = Interview(
        small_set(
            [asked("one", ask_self="One?")], [indicator("i", "forced_work")], audience="person", agreement="May I?"
        )
    )
    over, alone, back = (at("yes", *inputs, interview=whole) for inputs in ([], ["hand_over"], ["hand_over", "yes"]))

    assert (ENGLISH.render(over.heading), values(over)) == ("Hand the screen over", ["hand_over"])
    assert over.keys == {"back", "pause"}
    assert [ENGLISH.render(line.text) for line in alone.lines] == ["One?"]
    assert values(alone) == ["yes", "no", "unclear", "declined"]
    assert (ENGLISH.render(back.heading), values(back)) == ("Thank you", ["returned"])


def test_the_districts_to_choose_from_are_those_of_the_directory() -> None:
    district = at(*way_to("district", {"age": "child"}))

    assert "Wan Chai" in labels(district)
    assert "wan-chai" in values(district)


# --- between and after -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("minutes", "told"),
    [
        (0, "Offer a break, water, the toilet."),
        (1, "Offer a break, water, the toilet."),
        (2, "2 minutes so far. Offer a break, water, the toilet."),
        (40, "40 minutes so far. Offer a break, water, the toilet."),
    ],
    ids=str,
)
def test_a_break_is_offered_above_the_first_question_of_the_next_section(minutes: int, told: str) -> None:
    to_the_papers = way_to("papers")
    first, second = at(*to_the_papers, minutes=minutes), at(*to_the_papers, "own", minutes=minutes)

    assert first.lines[0] == Line("text", first.lines[0].text)
    assert said(first.lines).startswith(f"{told}\nAsk: ")
    assert "break" not in said(second.lines)
    assert "break" not in said(at(*to_the_papers[:-1], minutes=minutes).lines)


def test_the_rest_of_a_section_of_questions_can_be_left_out_with_a_key() -> None:
    def may(name: str) -> bool:
        return "leave_section" in at(*way_to(name)).keys

    assert all(map(may, ("gender", "papers")))
    assert not any(map(may, ("danger-now", "age", "still-there", "looks")))


def test_once_more_answers_change_nothing_the_rest_can_be_left_out() -> None:
    interview = Interview(
        small_set(
            [asked("one", shows=["a"]), asked("two", shows=["p"]), asked("three")],
            [indicator("a", "coercion"), indicator("p", "forced_work")],
        )
    )
    offer = at("yes", "yes", interview=interview)

    assert ENGLISH.render(offer.heading) == "You may stop here"
    assert [(choice.key, choice.value) for choice in offer.choices] == [("y", "always_only"), ("n", "go_on")]


def test_where_answers_could_still_bring_advice_the_offer_says_which_where_nobody_beside_reads_it() -> None:
    def way(name: str, question: str) -> dict[str, Any]:
        opens = {"question": question, "is": ["yes"]}
        return {"id": name, "title": name.title(), "do": ["Ask."], "needs": ["shelter"], "when": opens}

    questions = [asked("one", shows=["a"]), asked("two", shows=["p"]), asked("three"), asked("four")]
    indicators = [indicator("a", "coercion"), indicator("p", "forced_work")]
    guidance = [way("bed", "three"), way("open", "one"), way("law", "four")]
    beside = Interview(small_set(questions, indicators, guidance=guidance))
    known = [{**question, "kind": "known"} for question in questions]
    nobody = Interview(small_set(known, indicators, guidance=guidance))

    assert shown(at("yes", "yes", interview=beside))[1:3] == [
        "text: You know enough for now. More answers could still bring advice.",
        "lead: Leave out the other questions?",
    ]
    assert shown(at("yes", "yes", interview=nobody))[1:3] == [
        "text: More answers can no longer change the level. They could still bring advice: Bed; Law.",
        "lead: Leave out the other questions?",
    ]
    settled = Interview(small_set([*known[:2], known[2]], indicators))
    assert shown(at("yes", "yes", interview=settled))[1:2] == ["text: More answers can no longer change the result."]


def test_before_what_the_screener_saw_the_screen_is_turned_when_all_was_said() -> None:
    turn = at(*TO_THE_LOOKS[:-1])

    assert said(turn.lines).endswith("Thank them.\nTurn the screen to yourself.\nWhat comes now is for you alone.")
    assert turn.choices == ()


def test_where_nobody_is_asked_nobody_sits_beside_from_whom_the_screen_is_turned() -> None:
    known = [{"id": "one", "kind": "known", "record": "One", "shows": ["i"]}]
    indicators = [indicator("i", "forced_work")]
    closed = Interview(small_set(known, indicators, closing_card=["Look through it."]))
    bare = Interview(small_set(known, indicators))

    assert shown(at("no", interview=closed)) == ["Before you end", "item: Look through it."]
    assert "lead: Turn the screen to yourself." in shown(at("no", interview=bare))


# --- choices ---------------------------------------------------------------------------------------------------------


def test_a_plain_yes_and_no_has_letters_and_everything_else_numbers() -> None:
    assert [choice.key for choice in keyed([("yes", "Y"), ("no", "N")])] == ["y", "n"]
    assert [choice.key for choice in keyed([("no", "N"), ("yes", "Y")])] == ["1", "2"]
    assert [choice.key for choice in keyed([("yes", "Y"), ("no", "N"), ("own", "O")], alone=["own"])] == ["1", "2", "3"]
    assert keyed([("a", "A")], alone=["a"]) == (Choice("1", "a", "A", alone=True),)


def test_what_says_that_there_is_nothing_has_the_key_nought() -> None:
    letters = [(name, name) for name in ("a", "b", "none", "c")]
    assert [choice.key for choice in keyed(letters, ["none"], "none")] == ["1", "2", "0", "3"]
    # Where that is a mark on a scale, it stays one.
    assert [choice.key for choice in keyed([("0", "0"), ("1", "1"), ("x", "x")], ["x"], "x")] == ["0", "1", "2"]


@pytest.mark.parametrize("name", set_ids())
def test_in_every_list_of_a_set_in_which_one_answer_excludes_all_others_it_has_the_key_nought(name: str) -> None:
    interview = Interview(find_set(name))
    lists = [item for item in interview.items.values() if item.counts and item.several]

    assert lists
    for item in lists:
        alone = [option.id for option in item.options if option.alone]
        shown = [choice.value for choice in choices_at(item, State(), a_context()) if choice.key == "0"]
        assert shown == alone


def test_in_a_list_that_has_none_nothing_has_the_key_nought() -> None:
    options = [{"id": name, "label": name} for name in ("a", "b")]
    one = [{"id": "a", "label": "a"}, {"id": "none", "label": "None", "alone": True}]
    interview = Interview(small_set([asked("q", choose="several", options=options), asked("r", options=one)], []))

    for item in interview.items.values():
        assert "0" not in {choice.key for choice in choices_at(item, State(), a_context())}


@pytest.mark.parametrize(("recorded", "ticks"), [(None, ()), ("a", ("a",)), (("a", "b"), ("a", "b"))])
def test_an_answer_as_the_values_chosen(recorded: Answer | None, ticks: tuple[str, ...]) -> None:
    assert values_of(recorded) == ticks


# --- every screen of the built-in sets -------------------------------------------------------------------------------


def walk(name: str, *, first: int, age: str) -> Iterator[tuple[Step, Screen]]:
    """Every screen of a set up to the review, with its step, when each question gets the same answer of those it has."""
    interview = Interview(find_set(name), SERVICES)
    chosen: dict[str, Any] = {"age": age, "place": "hk", "agreement": "yes", "offer": "go_on", "child": "go_on"}
    dialog = conversation(interview=interview)
    while dialog.step is not None and dialog.step.kind != "review":
        screen = dialog.screen()
        yield dialog.step, screen
        given: Input | None = GO_ON
        if screen.choices:
            listed = [choice.value for choice in screen.choices]
            value = chosen.get(dialog.step.id or dialog.step.kind, listed[first % len(listed)])
            given = screen.answer((value,))
        assert given is not None
        dialog.take(given)


@pytest.fixture(scope="module")
def every_screen() -> list[tuple[str, Step, Screen]]:
    """The screens of each set, with their steps; made while the tests run, so that one of them fails where this does."""
    return [
        (name, step, screen)
        for name in set_ids()
        for first, age in ((0, "adult"), (1, "child"), (-2, "unsure"))
        for step, screen in walk(name, first=first, age=age)
    ]


def test_the_walks_meet_every_question_and_every_card(
    every_screen: list[tuple[str, Step, Screen]],
) -> None:
    for name in set_ids():
        everything = "\n".join(everything_on(screen) for each, _, screen in every_screen if each == name)
        indicator_set = find_set(name)

        # Who reads alone reads other words.
        worded = [(question.id, (question.record, question.ask_self)) for _, _, question in indicator_set.questions()]
        assert [id_ for id_, texts in worded if not any(text in everything for text in texts if text is not None)] == []
        cards = {flag.id: flag_card(indicator_set, flag.id) for flag in indicator_set.about.flags}
        acts = {name: [ENGLISH.render(act) for act in card.do] for name, card in cards.items()}
        assert [name for name, listed in acts.items() if not any(act in everything for act in listed)] == []


def test_before_the_turn_no_screen_says_how_far_the_answers_point_or_calls_anybody_a_victim(
    every_screen: list[tuple[str, Step, Screen]],
) -> None:
    telling = [
        *map(ENGLISH.render, (*LEVEL_NAME.values(), *LEVEL_SENTENCE.values(), *SUPPORT_NAME.values())),
        "Observed only",
    ]
    for _, _, screen in every_screen:
        text = everything_on(screen).lower()
        for said_of_level in telling:
            assert said_of_level.lower() not in text
        for word in ("victim", "concern", "score", "trafficked"):
            assert word not in text


def test_whoever_sits_beside_reads_on_no_screen_what_it_is_about_unless_help_is_asked_for(
    every_screen: list[tuple[str, Step, Screen]],
) -> None:
    # What a question rests on is told where the screener asks for help.
    beside = [everything_on(replace(screen, help=())) for _, _, screen in every_screen]

    assert [text for text in beside if "traffick" in text.lower()] == []


def test_on_the_most_usual_terminal_every_question_stands_on_one_page_with_its_answers(
    every_screen: list[tuple[str, Step, Screen]],
) -> None:
    for name, step, screen in every_screen:
        # Before the first question there is time to turn a page.
        if step.kind == "card":
            continue
        frame = lay_out(screen, first_view_state(screen), 80, 24, ENGLISH)
        rows = len(frame.choices.rows)
        # A card with many numbers goes on, and there are more districts than rows.
        if step.kind != "flag" and step.id != "district":
            assert (frame.pages, rows) == (1, frame.choices_height), (name, said(screen.lines))


def test_a_card_has_every_number_and_all_that_is_to_be_done_on_one_page(
    every_screen: list[tuple[str, Step, Screen]],
) -> None:
    for name, step, screen in every_screen:
        frame = lay_out(screen, first_view_state(screen), 80, 24, ENGLISH)
        first = " ".join(row.text.strip() for row in frame.body)
        if step.kind == "flag":
            # What to do where nobody is listed may go on.
            assert frame.pages == 1 or "Do this instead:" in said(screen.lines), name
            assert "Danger" in first, name
            assert "999" in first, name
            assert all(ENGLISH.render(line.text) in first for line in screen.lines if line.kind in {"do", "avoid"}), (
                name
            )


def test_a_desk_that_knows_no_place_still_offers_doubt() -> None:
    bare = SessionContext({}, {}, lambda: 0, lambda: THE_DAY)

    assert values(step_screen(PALERMO, conversation().state, bare)) == ["unclear"]


@pytest.mark.parametrize(
    ("ids", "keys"),
    [
        (["0", "1", "2"], ["0", "1", "2"]),
        (["2", "1", "0"], ["2", "1", "0"]),
        (["1", "3", "na"], ["1", "3", "2"]),
        (["0", "10", "5"], ["0", "10", "5"]),
    ],
    ids=str,
)
def test_a_rating_is_its_own_key(ids: list[str], keys: list[str]) -> None:
    assert [choice.key for choice in keyed([(id_, id_) for id_ in ids])] == keys


@pytest.mark.parametrize("key", ["0", "1", "2"])
def test_the_key_that_is_typed_at_a_rating_is_the_rating(key: str) -> None:
    scale = Screen(choices=keyed([("0", "Nothing"), ("1", "Possible"), ("2", "Clear")]))

    assert press(scale, first_view_state(scale), key, 1) == Input("choose", key)


@pytest.mark.parametrize(
    ("more", "offered"),
    [
        ({}, "Yes, leave them out"),
        ({"stages": {"closing": [asked("tonight")]}}, "Yes, go to the last questions"),
        (
            {"circumstances": [{"id": "police", "ask": "x", "record": "x"}]},
            "Yes, go to the last questions: what the person wants",
        ),
        (
            {
                "circumstances": [{"id": "police", "ask": "x", "record": "x"}],
                "stages": {"closing": [asked("tonight", always=True)]},
            },
            "Yes, go to the last questions: tonight, and what the person wants",
        ),
    ],
    ids=["nothing", "a closing question", "a wish", "both"],
)
def test_the_offer_to_stop_promises_no_questions_that_the_set_does_not_ask(more: dict[str, Any], offered: str) -> None:
    indicator_set = small_set(
        [asked("one", shows=["i"]), asked("two")],
        [indicator("i", "coercion")],
        levels={"some_concern": {"in": ["means"], "total": 1}},
        **more,
    )
    interview = Interview(indicator_set)
    screen = step_screen(interview, go(interview, ["yes"]), a_context())

    assert ENGLISH.render(screen.choices[0].label) == offered
