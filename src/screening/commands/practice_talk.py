"""An exercise on one invented case or several, as dialogs: story, interview, and what is told after it.

Nothing here can write a file: what is saved on request is saved when all of it is over.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial

from screening.commands.clock import now, this_moment
from screening.commands.place_names import place_code
from screening.commands.practice_cases import Case, at_random
from screening.interview.machine import Interview
from screening.language.messages import Message, gettext, pgettext
from screening.practice.attempt import Attempt, attempt_at
from screening.reading.places import Directories
from screening.referral.anywhere import ANYWHERE
from screening.referral.looked_at import ServicesLookedAt
from screening.show.lines import Line
from screening.show.practice_cases import case_name
from screening.show.practice_feedback import FeedbackPart, feedback_parts, first_lines
from screening.show.practice_summary import codes_lines, summary_lines
from screening.show.practice_words import practising
from screening.terminal.conversation import Conversation
from screening.terminal.menu import Beginning, Menu
from screening.terminal.practice import Feedback, Practice, Story
from screening.terminal.screen import Dialog, Part
from screening.terminal.session_context import OTHER_PLACE, SessionContext, place_names

_PLACE = "place"
_SOME = 3
# What leads to each part of what is told, and what it is called below the page.
_PARTS: dict[FeedbackPart, tuple[str, Message]] = {
    # Translators: a key of the last row, after its letter; so are the next five.
    "missed": ("m", pgettext("part of what is told after a practice", "missed")),
    "assumed": ("a", pgettext("part of what is told after a practice", "assumed")),
    "open": ("u", pgettext("part of what is told after a practice", "unknown")),
    "seen": ("w", pgettext("part of what is told after a practice", "well seen")),
    "page_one": ("d", pgettext("part of what is told after a practice", "differences")),
    "code": ("c", pgettext("part of what is told after a practice", "code")),
}


class Exercise:
    """One case or several, one after another.

    Attributes:
        attempts: what was made of those that are over.
    """

    def __init__(
        self,
        cases: Sequence[Case],
        directories: Directories,
        place: str | None = None,
        *,
        tells: bool = True,
        code_only: bool = False,
    ) -> None:
        """Prepare it.

        Args:
            cases: the cases, one at least.
            directories: the directory of each place.
            place: where it is practised, by its code; that of each case where none is named.
            tells: whether it is told on the screen how it went; else the attempts are there for whoever prints them.
            code_only: nothing is told of how it went but the practice codes.
        """
        self._cases = cases
        self._directories = directories
        self._place = place
        self._tells = tells
        self._code_only = code_only
        self.attempts: list[Attempt] = []

    def begin(self) -> Dialog:
        """The first story."""
        return self._case(0)

    def _case(self, number: int) -> Dialog:
        case = self._cases[number]
        interview = Interview(case.indicator_set, ServicesLookedAt(self._directories))
        started = time.monotonic()
        context = SessionContext(
            directories=self._directories,
            places=place_names(self._directories),
            minutes=lambda: int((time.monotonic() - started) // 60),
            now=now,
        )
        place = self._place or case.key.get(_PLACE)
        story = self._story(number)
        conversation = Conversation(
            interview,
            context,
            then=lambda conversation: self._after(number, interview, conversation),
            begins=interview.take_over({_PLACE: place} if place is not None else {}),
        )
        return Practice(story, interview, conversation, self._ended_early)

    def _story(self, number: int) -> Story:
        vignette = self._cases[number].vignette
        several = len(self._cases) > 1
        told = gettext("case {number} of {total}", number=number + 1, total=len(self._cases)) if several else ""
        return Story(vignette.title, vignette.story, told)

    def _after(self, number: int, interview: Interview, conversation: Conversation) -> Dialog | None:
        """How it went, and then the next case, or the end."""
        case = self._cases[number]
        attempt = attempt_at(
            case.indicator_set,
            case.vignette,
            case.key,
            interview.in_force(conversation.state),
            self._directories,
            this_moment(),
            interview.assessor,
        )
        self.attempts.append(attempt)
        if not self._tells:
            return self._next(number)
        then = partial(self._next, number) if len(self._cases) > 1 else None
        if self._code_only:
            return Feedback(case.vignette.title, tuple(codes_lines([attempt])), (), self._story(number), then)
        parts = [Part(*_PARTS[name], lines) for name, lines in feedback_parts(attempt).items()]
        return Feedback(case.vignette.title, tuple(first_lines(attempt)), parts, self._story(number), then)

    def _next(self, number: int) -> Dialog | None:
        if number + 1 < len(self._cases):
            return self._case(number + 1)
        return self._summary() if self._tells else None

    def _ended_early(self) -> Dialog | None:
        return self._summary() if self.attempts and self._tells else None

    def _summary(self) -> Dialog:
        told = codes_lines(self.attempts) if self._code_only else summary_lines(self.attempts)
        return Feedback(gettext("The exercise in short"), tuple(told), ())


def place_of_practice(said: str | None, directories: Directories) -> str | None:
    """The code of the place that was named, as it is recorded; None where none was.

    Args:
        said: a code, a name or another word for it.
        directories: the directory of each place.

    Raises:
        BadInput: nobody knows such a place.
    """
    if said is None:
        return None
    code = place_code(said, directories)
    return code if code != ANYWHERE else OTHER_PLACE


def list_dialog(cases: Sequence[Case], begin: Callable[[Sequence[Case]], Dialog]) -> Dialog:
    """The cases to choose from, the easy ones first; or some of them, left to chance.

    Args:
        cases: the cases.
        begin: what begins with those that were chosen.
    """
    some = min(_SOME, len(cases))
    chance = [Beginning(gettext("Any case, left to chance"), lambda: begin(at_random(cases, 1, None)))]
    if some > 1:
        several = gettext("An exercise of {count} cases, left to chance", count=some)
        chance.append(Beginning(several, lambda: begin(at_random(cases, some, None))))
    named = [Beginning(case_name(case.listed), partial(begin, (case,))) for case in cases]
    told = Line("lead", gettext("Which case would you like to practise on? All are invented."))
    return Menu(practising(gettext("Cases")), [told], [*chance, *named])
