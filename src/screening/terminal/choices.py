"""What can be chosen at a step of an interview (pure)."""

from collections.abc import Iterable, Mapping

from screening.interview.agenda import State, Step
from screening.interview.machine import Interview
from screening.language.messages import Text
from screening.referral.directory import directory_of
from screening.sets.model import CIRCUMSTANCES, DECLINED, UNCLEAR
from screening.show import words
from screening.terminal.screen import Choice
from screening.terminal.session_context import SessionContext


def choices_at(interview: Interview, state: State, step: Step, context: SessionContext | None) -> tuple[Choice, ...]:
    """What can be chosen at a question or circumstance, in the order in which it is shown."""
    if step.kind == "question":
        question = interview.question(step)
        named = [
            (option.id, option.label if question.options else words.ANSWER_NAME[option.id])
            for option in question.choices
        ]
        alone = {option.id for option in question.choices if option.alone}
        return (*keyed(named, alone), *undecided_choices(UNCLEAR, {}))
    kind = CIRCUMSTANCES[step.id]
    labels = interview.wording[step.id].labels
    directory = directory_of(state.circumstances, context.directories) if context is not None else None
    if step.id == "place" and context is not None:
        named = list(context.places.items())
    elif step.id == "district" and directory is not None:
        named = list(directory.districts.items())
    else:
        values = kind.values or tuple(labels)
        named = [(value, labels.get(value, words.value_name(step.id, value))) for value in values]
    named = [(value, label) for value, label in named if value != kind.undecided]
    return (*keyed(named), *undecided_choices(kind.undecided, words.VALUE_NAME.get(step.id, {})))


def keyed(named: Iterable[tuple[str, Text]], alone: Iterable[str] = ()) -> tuple[Choice, ...]:
    """Numbers for options; y and n for a plain yes/no."""
    named, alone = list(named), set(alone)
    plain = [value for value, _ in named] == ["yes", "no"]
    keys = [value[0] for value, _ in named] if plain else [str(number) for number in range(1, len(named) + 1)]
    return tuple(
        Choice(key, value, label, alone=value in alone) for key, (value, label) in zip(keys, named, strict=True)
    )


def undecided_choices(undecided: str, labels: Mapping[str, Text]) -> tuple[Choice, Choice]:
    """What can always be answered: doubt, under the name that it has here, and not wanting to say."""
    label = labels.get(undecided, words.ANSWER_NAME.get(undecided, undecided))
    return (
        Choice("u", undecided, label, undecided=True, apart=True),
        Choice("d", DECLINED, words.ANSWER_NAME[DECLINED], undecided=True),
    )
