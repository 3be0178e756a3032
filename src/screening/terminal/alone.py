"""Screens for a person who reads and answers alone, and what stands around them (pure)."""

from collections.abc import Mapping

from msgspec.structs import replace

from screening.interview.state import State
from screening.language.messages import Message, Text, gettext
from screening.sets.answers import DECLINED, UNCLEAR, values_of
from screening.sets.items import Item, ItemOption
from screening.show.lines import Line
from screening.terminal.choices import choices_at
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.session_context import SessionContext
from screening.terminal.their_words import TheirWords

# Translators: the heading over each question that the person reads alone.
ALONE = gettext("For you to read and answer")
# Somebody who answers alone cannot pause, see a result, or get to what was said before.
_ALONE_KEYS: frozenset[Key] = frozenset({"back", "skip", "finish"})
_UNDECIDED: Mapping[str, Message] = {
    # Translators: read and chosen by the person who is screened, as is the next one.
    UNCLEAR: gettext("I am not sure"),
    DECLINED: gettext("I do not want to say"),
}
# Each has a letter that means nothing else, and nothing but it counts: neither may happen by mistake.
HAND_OVER = Choice("h", "hand_over", gettext("The person has the screen now"))
_GIVE_BACK = Choice("r", "returned", gettext("The screener has the screen again"))


def hand_over_screen(keys: frozenset[Key] = frozenset({"back"})) -> Screen:
    """What the screener reads before the person answers alone."""
    told = (
        gettext("The person reads and answers alone. Let nobody look on, and do not look on yourself."),
        # Translators: s, f, x and Ctrl-C are keys, the same in every language.
        gettext("Show how: s leaves a question out, f stops, x hides everything, Ctrl-C ends and forgets all."),
        gettext("Ask whether the person can read this, and wants to. If not, go on asking."),
        gettext("Anything urgent is shown to you as soon as the screen comes back."),
    )
    return Screen(
        gettext("Hand the screen over"),
        lines=tuple(Line("item", text) for text in told),
        choices=(HAND_OVER,),
        keys=keys,
    )


def alone_screen(item: Item, state: State, context: SessionContext, theirs: TheirWords | None = None) -> Screen:
    """An item in the person's own words, and nothing that is meant for somebody else.

    Args:
        item: what is asked.
        state: what is recorded.
        context: what is around it.
        theirs: the words of the person, where they read another language than the screener.
    """
    item = theirs.items[item.id] if theirs is not None else item
    choices = choices_in_own_words(item, state, context)
    say_first = (Line("paragraph", item.say_first),) if item.say_first is not None else ()
    lead = Line("lead", item.ask_self or "")
    then = (Line("text", item.ask_next_self),) if item.ask_next_self is not None else ()
    return Screen(
        ALONE,
        lines=(*say_first, lead, *then, *((Line("text", gettext("(one or more)")),) if item.several else ())),
        choices=choices,
        several=item.several,
        chosen=values_of(state.answers.get(item.id)),
        keys=_ALONE_KEYS,
        # In a terminal that goes on line by line, too, nobody reads what was said before.
        clears=True,
        reader=theirs.catalog if theirs is not None else None,
    )


def choices_in_own_words(item: Item, state: State, context: SessionContext) -> tuple[Choice, ...]:
    """What can be chosen at an item, as the person says it of themselves."""
    options = {option.id: option for option in item.options}
    return tuple(_in_own_words(choice, item, options.get(choice.value)) for choice in choices_at(item, state, context))


def _in_own_words(choice: Choice, item: Item, option: ItemOption | None) -> Choice:
    if choice.value == DECLINED and item.declined_label is not None:
        return replace(choice, label=item.declined_label_self or item.declined_label)
    if option is not None and option.label is not None:
        return replace(choice, label=option.label_self or option.label)
    return replace(choice, label=_UNDECIDED.get(choice.value, choice.label))


def give_back_screen(theirs: TheirWords | None = None) -> Screen:
    """Thanks, and nothing of a result. Only the screener goes on from here, and reads how.

    Args:
        theirs: the words of the person, where they read another language than the screener.
    """
    told: tuple[Text, Text] = (gettext("Thank you"), gettext("Please give the screen back now."))
    heading, thanks = map(theirs.catalog.render, told) if theirs is not None else told
    lines = (Line("lead", thanks),)
    return Screen(heading, lines=lines, choices=(_GIVE_BACK,), keys=frozenset({"back"}), clears=True)
