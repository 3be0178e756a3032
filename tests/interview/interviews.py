"""Interviews of small sets, led by words."""

from collections.abc import Collection, Iterable
from typing import Any

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.sets.answers import Answers
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.model import IndicatorSet
from screening.sets.needs import Need
from tests.support.building import asked, build_set, indicator, small_set

# No interview of these sets has so many steps.
NEVER_ENDS = 300


CIRCUMSTANCES = [
    {"id": name, "ask": "x", "record": "x"}
    for name in ("wants", "gender", "age", "under_18_when_it_began", "police", "place", "district")
]


FLAGS = [{"id": "danger", "title": "x", "do": ["x"]}, {"id": "back", "title": "x", "do": ["x"]}]


class Districts:
    """Services of which some go by district, for children in one place."""

    def look_at(self, circumstance: str, needs: Collection[Need], recorded: Answers) -> bool:
        if circumstance != "district":
            return True
        return recorded.get("place") == "hk" and is_perhaps_a_child(recorded) is True


DISTRICTS = Districts()


def whole_set(**more: Any) -> IndicatorSet:
    """A set with something in every stage."""
    return small_set(
        [
            asked("one", shows=["a"]),
            asked("two", shows=["b"], when={"question": "one", "is": ["yes"]}),
            asked("three", shows=["p", "q"]),
            asked("four"),
        ],
        [
            indicator("a", "coercion"),
            indicator("b", "coercion"),
            indicator("p", "forced_work"),
            indicator("q", "conditions_of_work"),
        ],
        stages={
            "urgent": [asked("danger-now", raises=["danger"])],
            "safety": [asked("others")],
            "closing": [asked("tonight", raises=["back"], always=True), asked("extra")],
            "seen": [{"id": "found", "kind": "seen", "record": "x"}],
        },
        circumstances=CIRCUMSTANCES,
        card=["Find a private place."],
        agreement="May I?",
        closing_card=["Anything else?"],
        flags=FLAGS,
        **more,
    )


def go(interview: Interview, inputs: Iterable[Any], state: State | None = None) -> State:
    """Give inputs one after another: an answer, one of the words in capitals, or TO with the id of what is gone to."""
    state = state or State()
    actions = {
        "SKIP": interview.skip,
        "LEAVE": interview.leave_section,
        "BACK": interview.back,
        "FINISH": interview.finish,
        "ON": interview.go_on,
        "HAND OVER": interview.hand_over,
        "STOP": interview.stop_alone,
    }
    for each in inputs:
        if each in actions:
            state = actions[each](state)
        elif isinstance(each, str) and each.startswith("TO "):
            state = interview.go_to(state, reviewed(interview, state)[each.removeprefix("TO ")])
        else:
            state = interview.answer(state, each)
    return state


def reviewed(interview: Interview, state: State) -> dict[str, Step]:
    """What the review lists, by its ids."""
    return {step.id: step for step in interview.to_review(state)}


def steps(interview: Interview, inputs: Iterable[Any]) -> list[str]:
    """The steps that these inputs meet, and the one at which they leave the interview."""
    state, met = State(), []
    for each in inputs:
        met.append(told(interview.current(state)))
        state = go(interview, [each], state)
    return [*met, told(interview.current(state))]


def told(step: Step) -> str:
    """A step in a word."""
    name = step.kind if step.kind in {"hand_over", "give_back"} else step.id or step.kind
    prefix = {"flag": "card:"}.get(step.kind, "")
    return f"{prefix}{name}{' again' if step.again else ''}"


OPENING = ["hk", "ON", "yes", "no", "adult", "no", "woman", "no"]


TO_THE_REVIEW = [*OPENING, "no", "unclear", "yes", "no", "no", "leave", "no", "ON", "no"]


TO_THE_RESULT = [*TO_THE_REVIEW, "ON"]


def resumed(interview: Interview, state: State) -> State:
    """The state at which a screening goes on that was broken off at this one."""
    return interview.resume(interview.in_force(state))


def still_due(interview: Interview, state: State) -> list[Step]:
    """The steps that are left, where everything is passed by."""
    met: list[Step] = []
    while (step := interview.current(state)).kind != "end":
        met.append(step)
        assert len(met) < NEVER_ENDS
        state = go(interview, [{"item": "SKIP", "offer": "go_on"}.get(step.kind, "ON")], state)
    return met


def in_three_sections() -> IndicatorSet:
    """A set with three sections of questions: a and b, c, d."""
    about = {
        "id": "x",
        "version": "1",
        "title": "x",
        "sections": [{"id": name, "stage": "questions"} for name in ("first", "second", "third")],
        "dimensions": {"d": {"element": "means", "rule": "any", "title": "x"}},
        "rules": {"any": [{"total": 1}]},
        "levels": {"some_concern": "means"},
    }
    sections = [
        {"id": "first", "questions": [asked("a"), asked("b")]},
        {"id": "second", "questions": [asked("c", shows=["i"])]},
        {"id": "third", "questions": [asked("d")]},
    ]
    return build_set({"set": about, "indicators": [indicator("i", "d")], "sections": sections})


def own_words(name: str, **more: Any) -> dict[str, Any]:
    """A yes/no question that can also be read and answered alone."""
    return asked(name, ask_self=f"{name}, in my words?", **more)


def handing_set(**more: Any) -> IndicatorSet:
    """A set with a section that can be answered alone, but for one question of it, and something in every stage."""
    main = {
        "id": "main",
        "questions": [
            own_words("one", shows=["a"]),
            own_words("two", when={"question": "one", "is": ["yes"]}, raises=["danger"]),
            asked("three", shows=["b"]),
            own_words("four", raises=["back", "danger"]),
        ],
    }
    return build_set(
        {
            "set": {
                "id": "handing",
                "version": "1",
                "title": "x",
                "circumstances": [
                    {"id": "place", "record": "x"},
                    {"id": "age", "ask": "x", "record": "x"},
                    {"id": "gender", "record": "x"},
                    {"id": "wants", "ask": "x", "record": "x"},
                    {"id": "police", "record": "x"},
                ],
                "card": ["Find a private place."],
                "agreement": "May I?",
                "closing_card": ["Anything else?"],
                "flags": FLAGS,
                "sections": [
                    {"id": "first", "stage": "urgent"},
                    {"id": "then", "stage": "safety"},
                    {"id": "looks", "stage": "seen"},
                    {"id": "main", "stage": "questions"},
                    {"id": "more", "stage": "questions"},
                    {"id": "tonight", "stage": "closing"},
                ],
                "dimensions": {
                    "d": {"element": "means", "rule": "any", "title": "x"},
                    "p": {"element": "purpose", "rule": "any", "title": "x"},
                },
                "rules": {"any": [{"total": 1}]},
                # What is asked last could still change the result, so that nothing is left out before.
                "levels": {"clear_concern": "purpose", "some_concern": "means"},
                **more,
            },
            "indicators": [*(indicator(name, "d") for name in ("a", "b", "c")), indicator("last", "p")],
            "sections": [
                {"id": "first", "questions": [own_words("danger-now", raises=["danger"])]},
                {"id": "then", "questions": [own_words("others")]},
                {"id": "looks", "questions": [{"id": "found", "kind": "seen", "record": "x"}]},
                main,
                {"id": "more", "questions": [own_words("five", shows=["c"])]},
                {"id": "tonight", "questions": [own_words("tonight", shows=["last"], always=True)]},
            ],
        }
    )


HANDING = Interview(handing_set())


def due_after(*inputs: Any, interview: Interview = HANDING) -> str:
    """The step at which these inputs leave the interview, in a word."""
    return told(interview.current(go(interview, inputs)))
