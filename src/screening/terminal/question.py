"""The screen of a question, of a circumstance or of a wish, as the screener asks it (pure)."""

from collections.abc import Iterable, Iterator

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.messages import Argument, Text, gettext, ngettext
from screening.sets.answers import values_of
from screening.sets.items import Item
from screening.show.lines import Line
from screening.show.sources import rests_on
from screening.terminal.alone import choices_in_own_words
from screening.terminal.choices import choices_at
from screening.terminal.screen import Key, Screen
from screening.terminal.session_context import SessionContext
from screening.terminal.their_words import line_in_theirs, with_their_labels

_FOR_YOU = gettext("For you. Do not read it out.")
# Whoever sits beside reads this, and need not wonder what is kept from them.
_FILL_IN = gettext("Fill this in yourself.")
_KNOWN = gettext("From what is known already. Do not read it out, and do not ask it.")
FACTS = gettext("A few facts, to find help that fits")
WISHES = gettext("What comes next")
# Translators: before what to listen for in the answer to a question.
_LISTEN = gettext("Listen for")
# Translators: before why a question is asked.
_WHY = gettext("Why we ask")
# Whoever is asked where their papers are may begin with "no".
_YES = Line("text", gettext("Yes means that what stands at Mark is so."))


def question_screen(
    interview: Interview, state: State, step: Step, context: SessionContext, keys: frozenset[Key], progress: Text
) -> Screen:
    """What is asked at a step, with what can be chosen; beside it, the person's own words.

    Args:
        interview: the interview.
        state: where it stands.
        step: the step, which asks an item.
        context: what it needs from around it.
        keys: what can be done at every question.
        progress: how far the interview is.
    """
    item = interview.item(step)
    known = ((_LISTEN, item.listen), (_WHY, item.why), rests_on(item, interview.set))
    yes = (_YES,) if any(option.id == "yes" and option.label is None for option in item.options) else ()
    pause = (_break(context),) if interview.begins_section(state) else ()
    theirs = context.theirs(interview.set) if is_said(item) else None
    choices = choices_at(item, state, context)
    read = _asked_in_theirs(item, theirs.items[item.id]) if theirs is not None else ()
    if theirs is not None and read:
        own = choices_in_own_words(theirs.items[item.id], state, context)
        choices = with_their_labels(choices, {each.value: each.label for each in own}, theirs.catalog)
    return Screen(
        _heading(item),
        progress if item.counts else "",
        (*pause, *_asked(item, read, again=step.again, beside=interview.is_read_beside(state))),
        choices=choices,
        several=item.several,
        chosen=values_of(state.recorded(step)),
        keys=keys | set(_more_keys(interview, state)),
        help=(*_told(*known), *yes),
        theirs=theirs.catalog.render(_heading(theirs.items[item.id])) if theirs is not None and read else "",
    )


def is_said(item: Item) -> bool:
    """Whether an item is asked of the person, who may read it then."""
    return item.ask is not None and item.how != "known"


def _asked_in_theirs(item: Item, theirs: Item) -> tuple[Line, ...]:
    """What is asked, as the person reads it: what is said before it, the question, and what is asked after it.

    Nothing, where nobody has translated the question: the rest of it would say nothing to them.
    """
    if theirs.ask == item.ask:
        return ()
    pairs = ((theirs.say_first, item.say_first), (theirs.ask, item.ask), (theirs.ask_next, item.ask_next))
    return tuple(line for pair in pairs for line in line_in_theirs(*pair))


def _more_keys(interview: Interview, state: State) -> Iterator[Key]:
    """What can be done at some questions only."""
    if interview.may_leave_section(state):
        yield "leave_section"
    if interview.may_hand_over(state):
        yield "hand_over"


def _heading(item: Item) -> Text:
    if item.section is not None:
        return item.section.title or item.section.id
    return WISHES if item.kind == "wish" else FACTS


def _asked(item: Item, theirs: tuple[Line, ...], *, again: bool, beside: bool) -> tuple[Line, ...]:
    say_first: tuple[Line, ...] = ()
    if item.say_first is not None:
        say_first = (Line("paragraph", gettext("Say first: {words}", words=item.say_first)),)
    once_more = (Line("text", gettext("(skipped before, asked again now)")),) if again else ()
    silent = _KNOWN if item.how == "known" else _FILL_IN if beside else _FOR_YOU
    lead = gettext("Ask: {question}", question=item.ask) if item.ask is not None and is_said(item) else silent
    then: tuple[Line, ...] = ()
    if item.ask_next is not None and lead is not silent:
        # Translators: {question} is said to the person too, once the question above it was answered.
        then = (Line("text", gettext("Ask next: {question}", question=item.ask_next)),)
    if item.several:
        mark = gettext("Mark: {statement} (one or more)", statement=item.record)
    else:
        # Translators: {statement} is what is so, or not so, of the person; the screener marks which.
        mark = gettext("Mark: {statement}", statement=item.record)
    return (*say_first, *once_more, Line("lead", lead), *then, *theirs, Line("mark", mark))


def _told(*parts: tuple[Text, Argument | None]) -> Iterable[Line]:
    return (
        Line("text", gettext("{title}: {text}", title=title, text=text)) for title, text in parts if text is not None
    )


def _break(context: SessionContext) -> Line:
    """Between two sections, above the first question of the next one."""
    minutes = context.minutes()
    told = ngettext(
        "{count} minute so far. Offer a break, water, the toilet.",
        "{count} minutes so far. Offer a break, water, the toilet.",
        minutes,
    )
    return Line("text", told if minutes > 1 else gettext("Offer a break, water, the toilet."))
