"""The review: all answers once more, each with what stands recorded for it (pure)."""

from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.messages import Argument, Listing, Text, gettext
from screening.sets.answers import values_of
from screening.sets.items import Item
from screening.show.answers import answer_names
from screening.show.lines import Line
from screening.terminal.choices import choices_at, keyed
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.session_context import SessionContext

SHOW_RESULT = "result"


def review_screen(interview: Interview, state: State, context: SessionContext, keys: frozenset[Key]) -> Screen:
    """Every answer once more. Each can be gone back to.

    Args:
        interview: the interview.
        state: where it stands.
        context: what it needs from around it.
        keys: what can be done besides.
    """
    steps = interview.to_review(state)
    named = [(review_value(step), reviewed(interview.item(step), state, context)) for step in steps]
    first, *others = keyed(named)
    return Screen(
        gettext("All answers once more"),
        lines=(Line("text", gettext("Choose one to correct it, or show the result.")),),
        choices=(Choice("r", SHOW_RESULT, gettext("Show the result")), replace(first, apart=True), *others),
        keys=keys,
    )


def review_value(step: Step) -> str:
    """How a step is named among the choices of the review."""
    return f"{step.kind} {step.id}"


def reviewed(item: Item, state: State, context: SessionContext) -> Text:
    """An item with what stands recorded for it."""
    return gettext("{statement} - {answer}", statement=item.record, answer=answer_text(item, state, context))


def answer_text(item: Item, state: State, context: SessionContext, *, ids: bool = False) -> Argument:
    """What stands recorded for an item, in the words of its choices.

    Args:
        item: the item.
        state: what is recorded.
        context: what is around it.
        ids: whether an option that the set words is told by its id too.
    """
    values = values_of(state.answers.get(item.id))
    worded = {option.id for option in item.options if ids and option.label is not None}
    labels: dict[str, Text] = {
        choice.value: _with_id(choice) if choice.value in worded else choice.label
        for choice in choices_at(item, state, context)
    }
    return Listing(answer_names(values, labels), "semicolon") if values else gettext("not asked")


def _with_id(choice: Choice) -> Text:
    # Translators: an answer to choose, and the short name of it in the set's file.
    return gettext("{answer} [{name}]", answer=choice.label, name=choice.value)
