"""The card of a flag: whom to call and what to do, before anything else (pure)."""

from screening.interview.machine import Interview
from screening.interview.state import State, Step
from screening.language.messages import gettext
from screening.referral.anywhere import directory_of
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.result.advise import Advice, flag_card
from screening.result.first_calls import calls, without_a_call
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.needs import NEEDS
from screening.sets.record import circumstances_of
from screening.show.call_rows import call_lines, if_nobody_answers
from screening.show.lines import Line
from screening.show.steps import guidance_lines
from screening.show.whom_to_call import first_instead_lines, first_numbers_lines
from screening.terminal.alone import HAND_OVER
from screening.terminal.card_choices import CHILD_SET, FINISH, GO_ON
from screening.terminal.screen import Choice, Key, Screen
from screening.terminal.session_context import SessionContext

FIRST = gettext("Now, before anything else")
TURN = Line("lead", gettext("Turn the screen to yourself."))
_STOP = Choice("f", FINISH, gettext("Stop the questions here, and see whom to call"))
_WITH_CHILD_SET = Choice("c", CHILD_SET, gettext("Fill in what is known already, without asking the child"))
_ASK_ON = (
    # Not one key: with a child, going on has to be meant.
    Choice("go on", GO_ON, gettext("Go on with the questions anyway")),
)


def flag_screen(
    interview: Interview, state: State, step: Step, context: SessionContext, keys: frozenset[Key]
) -> Screen:
    """The card of the flag at a step.

    Args:
        interview: the interview.
        state: where it stands.
        step: the step.
        context: what it needs from around it.
        keys: what can be done besides.
    """
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
    turn = (TURN,) if beside else ()
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
