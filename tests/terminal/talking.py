"""What these tests share: a context, giving inputs, random screens, and rows to text."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random
from typing import get_args

from hypothesis import strategies as st

from screening.interview.machine import Interview
from screening.language.catalog import ENGLISH
from screening.reading.sets import find_set
from screening.referral.directory import Directory
from screening.referral.looked_at import ServicesLookedAt
from screening.sets.answers import Answer
from screening.sets.items import Item
from screening.show.lines import Line, LineKind
from screening.terminal.choices import keyed, undecided_choices
from screening.terminal.conversation import Conversation
from screening.terminal.screen import GO_ON, Choice, Dialog, Input, Key, Part, Screen
from screening.terminal.session_context import SessionContext
from tests.support.building import hong_kong
from tests.support.program import THE_DAY
from tests.support.thorough import examples

some = examples(60)
many = examples(150)

DIRECTORIES: Mapping[str, Directory] = {"hk": hong_kong()}
SERVICES = ServicesLookedAt(DIRECTORIES)
PALERMO = Interview(find_set("palermo"), SERVICES)
_USUALLY: Mapping[str, Answer] = {
    "place": "hk",
    "agreement": "yes",
    "offer": "go_on",
    "age": "adult",
    "child": "go_on",
}
KEYS: Mapping[str, Input] = {
    "ON": GO_ON,
    "SKIP": Input("skip"),
    "LEAVE": Input("leave_section"),
    "BACK": Input("back"),
    "FINISH": Input("finish"),
    "PAUSE": Input("pause"),
    "HAND OVER": Input("hand_over"),
    "MENU": Input("menu"),
    "CARD": Input("card"),
    "SAVE": Input("save"),
    "IN FULL": Input("in_full"),
    "NEXT PERSON": Input("next_person"),
}


def a_context(minutes: int = 0) -> SessionContext:
    """The context of a session in Hong Kong."""
    return SessionContext(DIRECTORIES, {"hk": "Hong Kong", "other": "Another place"}, lambda: minutes, lambda: THE_DAY)


def conversation(*inputs: Answer | Input, interview: Interview = PALERMO) -> Conversation:
    """A conversation after these inputs."""
    dialog = Conversation(interview, a_context())
    assert after(dialog, *inputs) is dialog
    return dialog


def way_to(name: str, chosen: Mapping[str, Answer] | None = None, *, interview: Interview = PALERMO) -> list[Answer]:
    """What is given on the way to a step.

    Args:
        name: its id, or its kind.
        chosen: what is chosen before it, by the ids of steps. Elsewhere it is no, an adult, or unclear.
        interview: the interview.
    """
    wanted: dict[str, Answer] = {**_USUALLY, **(chosen or {})}
    dialog, way = Conversation(interview, a_context()), list[Answer]()
    while (step := dialog.step) is not None and name not in {step.id, step.kind}:
        assert step.kind != "review", f"the way does not come by {name}"
        given = wanted.get(step.id or step.kind)
        if given is None and dialog.screen().choices:
            values = [choice.value for choice in dialog.screen().choices]
            given = next((value for value in ("no", "unclear") if value in values), values[0])
        way.append(given or "ON")
        assert after(dialog, way[-1]) is dialog
    return way


def as_typed(inputs: Iterable[Answer]) -> list[str]:
    """What is typed for inputs, line by line."""
    lines = (" ".join(each) if isinstance(each, tuple) else each for each in inputs)
    return ["" if line == "ON" else line for line in lines]


def palermo_question(name: str) -> Item:
    """A question of the set that most of these tests talk through, whatever it says today."""
    return PALERMO.items[name]


def after(dialog: Dialog, *inputs: Answer | Input) -> Dialog | None:
    """The dialog that goes on after inputs: what is chosen, or one of the words in capitals."""
    going: Dialog | None = dialog
    for each in inputs:
        assert going is not None
        given = _input(going.screen(), each)
        assert given is not None, each
        assert is_allowed(going.screen(), given), given
        going = going.take(given)
    return going


def _input(screen: Screen, each: Answer | Input) -> Input | None:
    if isinstance(each, Input):
        return each
    return screen.answer(each) if isinstance(each, tuple) else KEYS.get(each) or screen.answer((each,))


def is_allowed(screen: Screen, given: Input) -> bool:
    """Whether a screen takes an input."""
    match given.act:
        case "choose":
            ticks = given.value if isinstance(given.value, tuple) else (given.value,)
            return screen.answer(ticks) == given
        case "type":
            return screen.entry
        case "go_on":
            return not screen.choices and not screen.entry
        case key:
            marked = given.value if isinstance(given.value, tuple) else (given.value,)
            kept = not given.value or screen.answer(marked) == Input("choose", given.value)
            return kept and (key in screen.keys or (key == "back" and screen.entry))


def screens_met(dialog: Dialog, reply: Callable[[Screen], Input]) -> Iterator[Screen]:
    """Every screen of a dialog, when each is replied to in some way."""
    going: Dialog | None = dialog
    while going is not None:
        screen = going.screen()
        yield screen
        going = going.take(reply(screen))


def said(lines: Iterable[Line]) -> str:
    """Lines as one text."""
    return "\n".join(ENGLISH.render(line.text) for line in lines)


def everything_on(screen: Screen) -> str:
    """All that can be read on a screen, its help included."""
    choices = "\n".join(ENGLISH.render(choice.label) for choice in screen.choices)
    lines = said((*screen.lines, *screen.more, *screen.question, *screen.help))
    return "\n".join([ENGLISH.render(screen.heading), ENGLISH.render(screen.progress), lines, choices])


# --- random screens --------------------------------------------------------------------------------------------------

_WORDS = [
    *("a", "of", "the", "person", "agreement,", "Mark:", "(one", "[x]", "+852", "2343", "2255"),
    *("self-determination", "naïve", "https://www.iom.int/hong-kong"),
    *("香港", "社會福利署熱線", "人口販運。", "สวัสดี", "ความช่วยเหลือ", "ผู้หญิง"),
]
# No row can hold one of these.
_LONG = ["請告訴我們你現在最擔心的是甚麼" * 4, "ข้อมูลทั้งหมดเป็นความลับ" * 5, "x" * 230]
_MIXED = Random(1).choices([*(_WORDS * 5), *_LONG], k=500)
_KINDS: tuple[LineKind, ...] = get_args(LineKind)
_ALL_KEYS: list[Key] = ["skip", "leave_section", "back", "finish", "pause", "hand_over", "menu", "card", "save"]


def texts(longest: int = 14) -> st.SearchStrategy[str]:
    """Texts in several scripts: so many words, from some place in the mixture."""
    begin, length = st.integers(0, len(_MIXED) - longest), st.integers(1, longest)
    return st.builds(lambda begin, length: " ".join(_MIXED[begin : begin + length]), begin, length)


def lines(longest: int = 8) -> st.SearchStrategy[tuple[Line, ...]]:
    """Lines of every kind."""
    return st.lists(st.builds(Line, st.sampled_from(_KINDS), texts()), max_size=longest).map(tuple)


@st.composite
def choices(draw: st.DrawFn) -> tuple[Choice, ...]:
    """Choices as screens have them: yes and no or numbers, then doubt; or letters; or none."""
    kind = draw(st.sampled_from(["none", "yes/no", "numbers", "numbers", "letters"]))
    if kind == "none":
        return ()
    if kind == "letters":
        return (Choice("f", "stop", draw(texts(9))), Choice("go on", "on", draw(texts(9))))
    named = [("yes", "Yes"), ("no", "No")]
    if kind == "numbers":
        named = [(f"value-{number}", draw(texts(9))) for number in range(draw(st.integers(1, 14)))]
    alone = draw(st.sets(st.sampled_from([value for value, _ in named]), max_size=2))
    undecided = undecided_choices("unclear", {}) if draw(st.booleans()) else ()
    return (*keyed(named, alone), *undecided)


@st.composite
def screens(draw: st.DrawFn) -> Screen:
    """Screens of every kind, but no entries."""
    chosen_from = draw(choices())
    several = draw(st.booleans())
    ways = [each for each in _ways_to_choose(chosen_from) if Screen(choices=chosen_from, several=several).answer(each)]
    return Screen(
        heading=draw(
            st.sampled_from(["", "For you", "Find a service", "想要甚麼幫助", "What the person has to do there"])
        ),
        progress=draw(st.sampled_from(["", "section 3 of 7"])),
        lines=draw(lines()),
        parts=draw(st.sampled_from([(), (Part("w", "why", draw(lines(3))),)])),
        choices=chosen_from,
        several=several and bool(chosen_from),
        chosen=draw(st.sampled_from([(), *ways])),
        keys=frozenset(draw(st.sets(st.sampled_from(_ALL_KEYS)))),
        help=draw(lines(2)),
        filters=draw(st.booleans()),
        last=not chosen_from and draw(st.booleans()),
    )


def _ways_to_choose(choices: tuple[Choice, ...]) -> list[tuple[str, ...]]:
    values = [choice.value for choice in choices]
    return [*((value,) for value in values), tuple(values[:2]), tuple(values[1:4])]


# --- other keyboards -------------------------------------------------------------------------------------------------


def beyond_ascii() -> st.SearchStrategy[str]:
    """Characters that no English keyboard has; more often those that look like its keys, or mean the same."""
    alike = [each for each in map(chr, range(0x80, 0x20000)) if unicodedata.normalize("NFKC", each).isascii()]
    digits = [each for each in map(chr, range(0x80, 0x20000)) if unicodedata.category(each) == "Nd"]
    return st.characters(min_codepoint=0x80) | st.sampled_from(alike) | st.sampled_from(digits)


def same_key(character: str) -> str | None:
    """The key of an English keyboard that a character beyond ASCII means; None where it means none."""
    if unicodedata.category(character) == "Nd":
        return str(unicodedata.digit(character))
    if character.isspace():
        return " "
    if unicodedata.east_asian_width(character) == "F" and "\uff01" <= character <= "\uff5e":
        return chr(ord(character) - 0xFEE0).lower()
    return {"\u061f": "?", "\ufe56": "?"}.get(character, "," if character in "\u060c\u3001\uff64" else None)
