"""What was taken over from an earlier screening, before this one goes on (pure)."""

from collections.abc import Iterator

from screening.interview.machine import Interview
from screening.interview.state import State
from screening.language.messages import gettext, ngettext
from screening.show.lines import Line
from screening.terminal.review import reviewed
from screening.terminal.screen import Screen
from screening.terminal.session_context import SessionContext

_DO_NOT_ASK_AGAIN = gettext("Do not ask again what was told already. Ask whether the person agrees that you know it.")


def going_on_screen(interview: Interview, state: State, asked_again: int = 0) -> Screen:
    """How much is recorded, what is not any more, and what is urgent in it.

    Args:
        interview: the interview that goes on.
        state: where it goes on.
        asked_again: how many answers were not taken over.
    """
    lines = [carried_over(interview, state)] if interview.in_force(state) or not asked_again else []
    if asked_again:
        left_out = ngettext(
            "{count} old answer is not recorded any more. It is asked again if it still applies.",
            "{count} old answers are not recorded any more. Those that still apply are asked again.",
            asked_again,
        )
        lines.append(Line("text", left_out))
    lines.append(Line("text", _DO_NOT_ASK_AGAIN))
    return Screen(gettext("Going on"), lines=(*lines, *_urgent(interview, state)))


def carried_over(interview: Interview, state: State) -> Line:
    """How much is recorded where an interview goes on."""
    told = ngettext(
        "{count} answer carried over. All come up again before the result.",
        "{count} answers carried over. All come up again before the result.",
        len(interview.in_force(state)),
    )
    return Line("text", told)


def told_already_screen(interview: Interview, state: State, context: SessionContext) -> Screen:
    """Every answer that is known from the questions before, in the words of these, for the screener alone.

    Args:
        interview: the interview that goes on.
        state: where it goes on.
        context: what is around it.
    """
    known = interview.in_force(state)
    lines = [
        Line("text", gettext("This was told already, and is not asked again. It can be corrected before the result.")),
        *(Line("item", reviewed(item, state, context)) for name, item in interview.items.items() if name in known),
        *_urgent(interview, state),
        Line("text", gettext("Ask whether the person wants to go on now. It takes longer.")),
    ]
    return Screen(gettext("Told already, for you alone"), lines=tuple(lines), keys=frozenset({"back"}))


def _urgent(interview: Interview, state: State) -> Iterator[Line]:
    from screening.result.advise import flag_card  # noqa: PLC0415 - see session.what_comes_later

    titles = [flag_card(interview.set, flag).title for flag in interview.assessment(state).flags]
    if titles:
        yield Line("lead", gettext("Recorded before, and urgent:"))
        yield from (Line("item", title) for title in titles)
