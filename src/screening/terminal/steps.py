"""What stands on the screen at each step of an interview (pure)."""

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from screening.interview.machine import Interview
from screening.interview.state import State, StepKind
from screening.language.messages import Listing, Text, gettext
from screening.referral.anywhere import directory_of
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.record import circumstances_of
from screening.show.law import no_choice_lines
from screening.show.lines import Line
from screening.terminal.alone import alone_screen, give_back_screen, hand_over_screen
from screening.terminal.question import question_screen
from screening.terminal.review import review_screen
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.session_context import SessionContext
from screening.terminal.their_words import has_theirs, line_in_theirs
from screening.terminal.wording_marks import marked

_WAITS: frozenset[Key] = frozenset({"back", "finish", "pause"})
_KEYS: Mapping[StepKind, frozenset[Key]] = {
    "item": _WAITS | {"skip"},
    "agreement": frozenset({"back", "pause"}),
    "hand_over": frozenset({"back", "pause"}),
    "turn": frozenset({"back", "pause"}),
    "review": frozenset({"back", "pause"}),
}
_FOR_YOU_ALONE = Line("text", gettext("What comes now is for you alone."))

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
            return question_screen(interview, state, step, context, keys, progress)
        case "flag":
            from screening.terminal.flag_card import flag_screen  # noqa: PLC0415 - see session.what_comes_later

            return flag_screen(interview, state, step, context, keys)
        case "offer":
            return _offer(interview, state, keys, progress)
        case "hand_over":
            return hand_over_screen(keys)
        case "give_back":
            return give_back_screen(context.theirs(interview.set))
        case "turn":
            return _turn(interview, state, keys)
        case _:
            return review_screen(interview, state, context, keys)


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


def _turn(interview: Interview, state: State, keys: frozenset[Key]) -> Screen:
    """The end of the talk: what is still to be said, and then the screen is turned. Who stops early has said it."""
    to_say = () if state.finished else tuple(Line("item", text) for text in interview.set.about.closing_card)
    # Where nobody is asked, nobody sits beside.
    from screening.terminal.flag_card import TURN  # noqa: PLC0415

    turn = (TURN, _FOR_YOU_ALONE) if interview.asks or not to_say else ()
    return Screen(gettext("Before you end") if to_say else gettext("For you"), lines=(*to_say, *turn), keys=keys)


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
