"""The talk with one person: a set of questions, or two that follow one another, as dialogs."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from screening.commands.clock import now
from screening.commands.their_language import TheirLanguage
from screening.interview.machine import Interview
from screening.interview.state import State
from screening.interview.told_already import told_already
from screening.language.catalog import ENGLISH, Catalog
from screening.language.messages import gettext
from screening.reading.going_on import in_the_next_set
from screening.reading.places import Directories
from screening.reading.problem import Problems, Unsound
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.reading.sets import find_set, read_set
from screening.referral.looked_at import ServicesLookedAt
from screening.sets.answers import NOT_DEFINITE, Answers
from screening.sets.childhood import CHILD_FLAG, is_perhaps_a_child
from screening.sets.model import IndicatorSet
from screening.show.lines import Line
from screening.terminal.conversation import Conversation, opening_screen
from screening.terminal.screen import Dialog, Screen
from screening.terminal.session_context import SessionContext, place_names
from screening.terminal.taken_over import carried_over, going_on_screen, told_already_screen
from screening.terminal.wording_marks import about_the_wording

if TYPE_CHECKING:
    from screening.interview.answer_code import Decoded


class Surroundings(Struct, frozen=True):
    """What every talk of a session has in common.

    Attributes:
        catalog: where sets are found.
        directories: the directory of each place.
        opening: what the screener reads before the first talk.
        then: what follows the last step of a set.
        language: what the program says, as the screener reads it.
        beside: the tag of the person's language, where it is known before the talk.
    """

    catalog: SetCatalog
    directories: Directories
    opening: tuple[Line, ...]
    then: "Callable[[Talk, Interview, Conversation], Dialog | None]"
    language: Catalog = ENGLISH
    beside: str | None = None


class Talk:
    """The talk with one person; nothing of it is left when the next one begins, but where both are."""

    def __init__(
        self,
        around: Surroundings,
        begins_with: IndicatorSet,
        place: str | None = None,
        *,
        explained: bool = False,
    ) -> None:
        """Prepare it.

        Args:
            around: what it has in common with others.
            begins_with: the set that is asked first.
            place: where it is, by its code; None where that is asked for.
            explained: the screener has read already what holds for every talk.

        Raises:
            Unsound: an agency's own set for a child has problems, or two of its sets have that role.
        """
        self._around = around
        self._begins_with = begins_with
        self._place = place
        self._known: Answers = {"place": place} if place is not None else {}
        self._explained = explained
        self._started = time.monotonic()
        self.their_language = TheirLanguage(around.catalog, around.beside)
        self._child_set = self._set_for_a_child()
        self._next_set_is_sound()
        self._context = SessionContext(
            directories=around.directories,
            places=place_names(around.directories),
            minutes=lambda: int((time.monotonic() - self._started) // 60),
            now=now,
            has_child_set=self._child_set is not None,
            their_language=self.their_language,
        )

    def begin(self) -> Dialog:
        """The first question, or what comes before it."""
        interview = self._interview(self._begins_with)
        return self._converse(interview, interview.take_over(self._known), self._opening())

    def resume(self, decoded: "Decoded") -> Dialog:
        """Going on with what is recorded already.

        What may mean something else by now is confirmed first, answer by answer.
        """
        interview = self._interview(self._begins_with)

        def go_on(state: State, asked_again: int = 0, *, opening: Sequence[Screen] = ()) -> Dialog:
            return self._converse(interview, state, (*opening, going_on_screen(interview, state, asked_again)))

        if not decoded.same_meaning and decoded.answers:
            from screening.terminal.old_answers import OldAnswers

            return OldAnswers(interview, self._context, decoded, go_on, self._opening())
        state = interview.resume(interview.fitting({**self._known, **decoded.answers}))
        return go_on(state, opening=self._opening())

    def next_person(self, state: State) -> Dialog:
        """The same questions for somebody else, at the same place.

        Args:
            state: what was recorded of this person; nothing is taken of it but the place.
        """
        place = state.answers.get("place")
        same_place = place if isinstance(place, str) and place not in NOT_DEFINITE else self._place
        return Talk(self._around, self._begins_with, same_place, explained=True).begin()

    def _with_child(self, interview: Interview, so_far: State, back_to: Dialog) -> Dialog:
        """What is known already of a child is filled in, and the child is asked nothing."""
        assert self._child_set is not None
        for_child = self._interview(self._child_set())
        # The card for a child is another one there: it says never to question the child.
        seen = [flag for flag in interview.assessment(so_far).flags if flag != CHILD_FLAG]
        state = for_child.take_over(interview.in_force(so_far), seen)
        # Its card comes at once, and what is urgent was seen just now.
        return self._converse(for_child, state, notice=(carried_over(for_child, state),), back_to=back_to)

    def in_full(self, interview: Interview, so_far: State) -> Callable[[Dialog], Dialog] | None:
        """The longer set, which goes on with what was told; None where there is none, or it is not for a child.

        Args:
            interview: the interview that is over.
            so_far: where it ended.

        Returns:
            What begins it, given where going back leads.
        """
        goes_on = interview.set.about.goes_on
        # The questions stop for a child: those who protect children ask them.
        if goes_on is None or goes_on.set not in self._around.catalog.folders or is_perhaps_a_child(so_far.answers):
            return None

        def begin(back_to: Dialog) -> Dialog:
            following = self._interview(find_set(goes_on.set, self._around.catalog, vignettes=False))
            known = told_already(interview.in_force(so_far), goes_on, following.items)
            state = following.take_over(known, interview.assessment(so_far).flags)
            told = told_already_screen(following, state, self._context)
            return self._converse(following, state, (told,), back_to=back_to)

        return begin

    def _converse(
        self,
        interview: Interview,
        begins: State,
        before: Sequence[Screen] = (),
        notice: tuple[Line, ...] = (),
        back_to: Dialog | None = None,
    ) -> Conversation:
        def follow(conversation: Conversation) -> Dialog | None:
            # Whoever does not want to go on now still has what was before.
            if back_to is not None and interview.current(conversation.state).id != "result":
                return back_to
            return self._around.then(self, interview, conversation)

        return Conversation(
            interview,
            self._context if "child" not in interview.set.about.roles else replace(self._context, has_child_set=False),
            before=before,
            then=follow,
            for_child=partial(self._with_child, interview) if self._child_set is not None else None,
            begins=begins,
            notice=notice,
            back_to=(lambda: back_to) if back_to is not None else None,
        )

    def _interview(self, indicator_set: IndicatorSet) -> Interview:
        return Interview(indicator_set, ServicesLookedAt(self._around.directories))

    def _opening(self) -> tuple[Screen, ...]:
        if self._explained:
            return ()
        # Whoever comes to sit beside reads no more than which questions these are. The result has the title.
        title = Line("title", gettext("Questions: {set}", set=self._begins_with.about.id))
        told = about_the_wording(self._begins_with.wording, self._around.beside, self._around.language)
        return (opening_screen((title, *told, *self._around.opening)),)

    def _set_for_a_child(self) -> Callable[[], IndicatorSet] | None:
        """The set in which what is known already of a child is filled in; None where this one is for a child itself."""
        catalog = self._around.catalog
        name = set_with_role("child", catalog) if "child" not in self._begins_with.about.roles else None
        if name is None:
            return None
        read = partial(find_set, name, catalog, vignettes=False)
        if name not in catalog.built_in:
            # Whatever is wrong with an agency's own is told before the first question, and not when a child is found.
            read()
        return read

    def _next_set_is_sound(self) -> None:
        """As with the set for a child: an agency hears before the first question that its next set cannot be used."""
        catalog, goes_on = self._around.catalog, self._begins_with.about.goes_on
        name = self._begins_with.about.id
        if goes_on is None or {name, goes_on.set} <= catalog.built_in:
            return
        if name in catalog.folders:
            problems = Problems(in_the_next_set(read_set(catalog.folders[name], catalog, vignettes=False), catalog))
            if problems:
                raise Unsound(problems)
