"""What stands on the screen at each step of an interview (pure)."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import State, Step, StepKind
from screening.language.messages import Argument, Listing, Text, gettext, ngettext
from screening.referral.anywhere import directory_of
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.result.advise import Advice, flag_card
from screening.result.first_calls import calls, without_a_call
from screening.sets.answers import values_of
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.items import Item
from screening.sets.needs import NEEDS
from screening.sets.record import circumstances_of
from screening.show.answers import answer_names
from screening.show.call_rows import call_lines, if_nobody_answers
from screening.show.law import no_choice_lines
from screening.show.lines import Line
from screening.show.sources import rests_on
from screening.show.steps import guidance_lines
from screening.show.whom_to_call import first_instead_lines, first_numbers_lines
from screening.terminal.alone import (
    HAND_OVER,
    alone_screen,
    choices_in_own_words,
    give_back_screen,
    hand_over_screen,
)
from screening.terminal.choices import choices_at, keyed
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.session_context import SessionContext
from screening.terminal.their_words import has_theirs, line_in_theirs, with_their_labels
from screening.terminal.wording_marks import marked

_WAITS: frozenset[Key] = frozenset({"back", "finish", "pause"})
_KEYS: Mapping[StepKind, frozenset[Key]] = {
    "item": _WAITS | {"skip"},
    "agreement": frozenset({"back", "pause"}),
    "hand_over": frozenset({"back", "pause"}),
    "turn": frozenset({"back", "pause"}),
    "review": frozenset({"back", "pause"}),
}
_FOR_YOU = gettext("For you. Do not read it out.")
# Whoever sits beside reads this, and need not wonder what is kept from them.
_FILL_IN = gettext("Fill this in yourself.")
_KNOWN = gettext("From what is known already. Do not read it out, and do not ask it.")
FACTS = gettext("A few facts, to find help that fits")
WISHES = gettext("What comes next")
FIRST = gettext("Now, before anything else")
_TURN = Line("lead", gettext("Turn the screen to yourself."))
_FOR_YOU_ALONE = Line("text", gettext("What comes now is for you alone."))
# What is chosen at the card for a child, besides finishing.
GO_ON = "go_on"
FINISH = "finish"
CHILD_SET = "child_set"
SHOW_RESULT = "result"
# Translators: before what to listen for in the answer to a question.
_LISTEN = gettext("Listen for")
# Translators: before why a question is asked.
_WHY = gettext("Why we ask")
# Whoever is asked where their papers are may begin with "no".
_YES = Line("text", gettext("Yes means that what stands at Mark is so."))

_AGREEMENT = (
    Choice("y", "yes", gettext("Yes, the person agrees to talk now")),
    Choice("n", "not_now", gettext("Not now")),
    Choice("stop", "stop", gettext("Stop: the person does not want this")),
)
_ENOUGH = gettext("You know enough for now.")
_ENOUGH_BUT_ADVICE = gettext("You know enough for now. More answers could still bring advice.")
_TO_TONIGHT_AND_THE_WISHES = gettext("Yes, go to the last questions: tonight, and what the person wants")
_TO_THE_WISHES = gettext("Yes, go to the last questions: what the person wants")
_TO_THE_LAST = gettext("Yes, go to the last questions")
_LEAVE_OUT = gettext("Yes, leave them out")
_STOP = Choice("f", FINISH, gettext("Stop the questions here, and see whom to call"))
_WITH_CHILD_SET = Choice("c", CHILD_SET, gettext("Fill in what is known already, without asking the child"))
_ASK_ON = (
    # Not one key: with a child, going on has to be meant.
    Choice("go on", GO_ON, gettext("Go on with the questions anyway")),
)


def step_screen(interview: Interview, state: State, context: SessionContext) -> Screen:
    """The screen of the step at which the interview stands.

    Args:
        interview: the interview.
        state: where it stands; not at its end.
        context: what it needs from around it.
    """
    screen = _step_screen(interview, state, context)
    theirs = context.theirs(interview.set) if has_theirs(screen) or screen.reader is not None else None
    wordings = (theirs.indicator_set.wording if theirs is not None else None, interview.set.wording)
    # Whoever answers alone reads their own words only.
    shown = wordings[:1] if screen.reader is not None else wordings
    step = interview.current(state)
    screen = replace(
        screen,
        heading=marked(screen.heading, interview, step, shown),
        theirs=marked(screen.theirs, interview, step, wordings[:1]) if screen.theirs else "",
    )
    return replace(screen, sections=interview.progress(state)) if screen.progress else screen


def _step_screen(interview: Interview, state: State, context: SessionContext) -> Screen:
    step = interview.current(state)
    about = interview.set.about
    if step.kind == "item" and interview.handed_over(state) is not None:
        return alone_screen(interview.item(step), state, context, context.theirs(interview.set))
    keys = _KEYS.get(step.kind, _WAITS)
    number, of = interview.progress(state)
    progress = gettext("section {number} of {total}", number=number, total=of)
    match step.kind:
        case "card":
            lines = (*(Line("item", text) for text in about.card), *_no_choice(interview, state, context))
            return Screen(gettext("For you, before you begin"), lines=lines, keys=keys)
        case "agreement":
            return _agreement(interview, context, keys)
        case "item":
            return _item(interview, state, step, context, keys, progress)
        case "flag":
            return _flag(interview, state, step, context, keys)
        case "offer":
            return _offer(interview, state, keys, progress)
        case "hand_over":
            return hand_over_screen(keys)
        case "give_back":
            return give_back_screen(context.theirs(interview.set))
        case "turn":
            return _turn(interview, state, keys)
        case _:
            return _review(interview, state, context, keys)


def _no_choice(interview: Interview, state: State, context: SessionContext) -> Iterable[Line]:
    """Law 9: the person hears before agreeing where others decide. A set for children speaks of children alone."""
    circumstances = circumstances_of(state.answers)
    directory = directory_of(circumstances, context.directories)
    about = interview.set.about
    child = True if "child" in about.roles else is_perhaps_a_child(circumstances)
    return no_choice_lines(directory, child=child) if directory is not None else ()


def _agreement(interview: Interview, context: SessionContext, keys: frozenset[Key]) -> Screen:
    own, theirs = interview.set.about.agreement or "", context.theirs(interview.set)
    say = Line("lead", gettext("Say: {words}", words=own))
    screen = Screen(gettext("Agreement"), lines=(say,), choices=_AGREEMENT, keys=keys)
    if context.their_language is not None and context.their_language.may_be_chosen(interview.set):
        screen = replace(screen, keys=keys | {"language"})
    if theirs is None:
        return screen
    read = tuple(line_in_theirs(theirs.indicator_set.about.agreement, own))
    return replace(screen, lines=(say, *read), theirs=theirs.catalog.render(screen.heading) if read else "")


def _item(
    interview: Interview, state: State, step: Step, context: SessionContext, keys: frozenset[Key], progress: Text
) -> Screen:
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


def _flag(interview: Interview, state: State, step: Step, context: SessionContext, keys: frozenset[Key]) -> Screen:
    circumstances = circumstances_of(state.answers)
    card = flag_card(interview.set, step.id, child=is_perhaps_a_child(circumstances))
    directory = directory_of(circumstances, context.directories)
    moment = moment_in(directory, context.now())
    by_need = match_services(card.needs, circumstances, directory, moment)
    advice = Advice((card,), (), directory, by_need, (), circumstances, moment.today)
    choices: tuple[Choice, ...] = ()
    # Where nobody is asked anything, there is nothing to stop.
    if step.id == CHILD_FLAG and interview.asks:
        choices = (_STOP, *((_WITH_CHILD_SET,) if context.has_child_set else ()), *_ASK_ON)
    elif interview.goes_on_alone(state):
        # How it is done was read when it was handed over first.
        choices = (HAND_OVER,)
    # Whoever sits beside has just said it, and need not read what it is called. What was answered alone is named.
    handed_over = any(entry.step.kind == "give_back" for entry in state.trail)
    beside = interview.is_read_beside(state)
    turn = (_TURN,) if beside else ()
    told = guidance_lines(card, titled=handed_over or not beside)
    # All of those who have to be asked first are told below.
    named = calls(advice, ask_first=False)
    unmet = without_a_call(advice, named)
    to_ask = first_numbers_lines((each for each in unmet if each.matches), moment.today, on_card=True)
    instead = first_instead_lines(
        each for each in unmet if not each.matches and not (advice.of_child and NEEDS[each.need].first_for_child)
    )
    numbers = (*call_lines(advice, named), *if_nobody_answers(advice, named), *to_ask)
    # Whom to call stands before all that is to be done: no number of a card may be on its second page.
    return Screen(FIRST, lines=(*turn, *numbers, *instead, *told), choices=choices, keys=keys)


def _turn(interview: Interview, state: State, keys: frozenset[Key]) -> Screen:
    """The end of the talk: what is still to be said, and then the screen is turned. Who stops early has said it."""
    to_say = () if state.finished else tuple(Line("item", text) for text in interview.set.about.closing_card)
    # Where nobody is asked, nobody sits beside.
    turn = (_TURN, _FOR_YOU_ALONE) if interview.asks or not to_say else ()
    return Screen(gettext("Before you end") if to_say else gettext("For you"), lines=(*to_say, *turn), keys=keys)


def _break(context: SessionContext) -> Line:
    """Between two sections, above the first question of the next one."""
    minutes = context.minutes()
    told = ngettext(
        "{count} minute so far. Offer a break, water, the toilet.",
        "{count} minutes so far. Offer a break, water, the toilet.",
        minutes,
    )
    return Line("text", told if minutes > 1 else gettext("Offer a break, water, the toilet."))


def _offer(interview: Interview, state: State, keys: frozenset[Key], progress: Text) -> Screen:
    """What is settled, and what is not: who stops here may lose advice that an answer would have brought."""
    lost = interview.may_be_lost(state)
    if interview.is_read_beside(state):
        # Whoever sits beside need not read that they have a level, nor of what they could be thought to have suffered.
        settled = _ENOUGH_BUT_ADVICE if lost else _ENOUGH
    elif lost:
        titles = Listing(tuple(pathway.title for pathway in lost), "semicolon")
        settled = gettext(
            "More answers can no longer change the level. They could still bring advice: {titles}.", titles=titles
        )
    else:
        settled = gettext("More answers can no longer change the result.")
    told = (Line("text", settled), Line("lead", gettext("Leave out the other questions?")))
    return Screen(gettext("You may stop here"), progress, told, choices=_offered(interview), keys=keys)


def _offered(interview: Interview) -> tuple[Choice, ...]:
    """Nothing is said to come that the set does not ask."""
    items = interview.items.values()
    others = any(item.counts and (item.always or item.stage == "closing") for item in items)
    if any(item.kind == "wish" for item in items):
        leaving_out = _TO_TONIGHT_AND_THE_WISHES if others else _TO_THE_WISHES
    else:
        leaving_out = _TO_THE_LAST if others else _LEAVE_OUT
    return (Choice("y", "always_only", leaving_out), Choice("n", "go_on", gettext("No, go on with all questions")))


def _review(interview: Interview, state: State, context: SessionContext, keys: frozenset[Key]) -> Screen:
    """Every answer once more. Each can be gone back to."""
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
