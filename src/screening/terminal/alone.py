"""Screens for a person who reads and answers alone, and what stands around them (pure)."""

from msgspec.structs import replace

from screening.interview.agenda import State, Step
from screening.interview.machine import Interview
from screening.sets.model import CIRCUMSTANCES, DECLINED, NOT_DEFINITE, UNCLEAR, values_of
from screening.show.lines import Line
from screening.terminal.choices import choices_at
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.session_context import SessionContext

ALONE = "For you to read and answer"
# Somebody who answers alone cannot pause, see a result, or get to what was said before.
_ALONE_KEYS: frozenset[Key] = frozenset({"back", "skip", "finish"})
_YES_NO = {"yes": "Yes", "no": "No", UNCLEAR: "I am not sure", DECLINED: "I do not want to say"}
# Not one key: neither may happen by mistake.
_HAND_OVER = (Choice("hand over", "hand_over", "The person has the screen now"),)
_GIVE_BACK = (Choice("returned", "returned", "The screener has the screen again"),)


def hand_over_screen(keys: frozenset[Key] = frozenset({"back"})) -> Screen:
    """What the screener reads before the person answers alone."""
    told = (
        "The person reads and answers alone. Let nobody look on, and do not look on yourself.",
        "Show how: s leaves a question out, f stops, x hides everything, Ctrl-C ends and forgets all.",
        "Ask whether the person can read this, and wants to. If not, go on asking.",
        "What is urgent is shown to you as soon as the screen comes back.",
    )
    return Screen(
        "Hand the screen over", lines=tuple(Line("item", text) for text in told), choices=_HAND_OVER, keys=keys
    )


def alone_screen(interview: Interview, state: State, step: Step, context: SessionContext) -> Screen:
    """A question in the person's own words, and nothing that is meant for somebody else."""
    asked = interview.question(step) if step.kind == "question" else None
    wording = asked if asked is not None else interview.wording[step.id]
    text = (asked.ask_self if asked is not None else None) or wording.ask or ""
    several = asked.several if asked is not None else CIRCUMSTANCES[step.id].several
    plain = not asked.options if asked is not None else not interview.wording[step.id].labels
    labels = {name: label for name, label in _YES_NO.items() if plain or name in NOT_DEFINITE}
    for option in asked.options if asked is not None else ():
        labels[option.id] = option.label_self or option.label
    choices = (
        replace(choice, label=labels.get(choice.value, choice.label))
        for choice in choices_at(interview, state, step, context)
    )
    say_first = (Line("paragraph", asked.say_first),) if asked is not None and asked.say_first is not None else ()
    return Screen(
        ALONE,
        lines=(*say_first, Line("lead", text), *((Line("text", "(one or more)"),) if several else ())),
        choices=tuple(choices),
        several=several,
        chosen=values_of(state.recorded(step)),
        keys=_ALONE_KEYS,
        # In a terminal that goes on line by line, too, nobody reads what was said before.
        clears=True,
    )


def give_back_screen() -> Screen:
    """Thanks, and nothing of a result. Only the screener goes on from here."""
    thanks = (Line("lead", "Please give the screen back now."),)
    return Screen("Thank you", lines=thanks, choices=_GIVE_BACK, keys=frozenset({"back"}), clears=True)
