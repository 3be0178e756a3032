"""One session at a terminal: the dialogs of a screening, strung together, and what is left to print after them."""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TextIO

from screening.commands.card_words import card_languages
from screening.commands.clock import now, this_moment
from screening.commands.exit_codes import BadInput
from screening.commands.place_names import place_code
from screening.commands.result_output import Format, print_result
from screening.commands.saving import documents, save_as, save_card
from screening.commands.talk import Surroundings, Talk
from screening.interview.answer_code import Decoded
from screening.interview.machine import Interview
from screening.interview.state import State
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext, pgettext
from screening.reading.catalogs import catalog_of
from screening.reading.places import Directories
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.referral.anywhere import ANYWHERE, directory_of
from screening.referral.directory import Directory
from screening.referral.matching import NeedServices, match_services
from screening.referral.moment import moment_in
from screening.referral.refining import best_question
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answer, Answers
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.model import IndicatorSet
from screening.sets.needs import Need
from screening.sets.record import Record, circumstances_of
from screening.show.card import CarryCard
from screening.show.first_page import first_page_lines
from screening.show.law import duty_lines
from screening.show.lines import Line
from screening.show.numbers import service_lines
from screening.show.report import ResultPart, result_parts
from screening.show.service_details import detail_lines
from screening.show.translation_marks import over_a_result
from screening.show.whom_to_call import emergency_lines, first_numbers_lines
from screening.terminal.card_request import CardRequest
from screening.terminal.card_to_carry import CardToCarry
from screening.terminal.code_entry import CodeEntry
from screening.terminal.conversation import Conversation
from screening.terminal.frontends import Frontend
from screening.terminal.leading_back import LeadingBack
from screening.terminal.menu import Beginning
from screening.terminal.result_pages import RESULT_TITLE, ResultPages
from screening.terminal.saving import SaveOrPrint
from screening.terminal.screen import Dialog, Part, Screen, TextDialog
from screening.terminal.service_finder import ServiceFinder
from screening.terminal.session_context import OTHER_PLACE

# What leads to each part of a result, and what it is called below the page.
_PARTS: Mapping[ResultPart, tuple[str, Message]] = {
    # Translators: a key of the last row, after its letter; so are the next four.
    "steps": ("d", pgettext("part of a result", "steps")),
    "numbers": ("c", pgettext("part of a result", "numbers")),
    "law": ("l", pgettext("part of a result", "law")),
    "why": ("w", pgettext("part of a result", "why")),
    "more": ("m", pgettext("part of a result", "more")),
}


class Session:
    """What the dialogs of one run of the program share."""

    def __init__(
        self,
        frontend: Frontend,
        language: Catalog,
        format_: Format = "terminal",
        stdout: TextIO | None = None,
        catalog: SetCatalog | None = None,
        own: Sequence[Path] = (),
        place: str | None = None,
        beside: str | None = None,
    ) -> None:
        """Begin.

        Args:
            frontend: what shows the dialogs.
            language: the one in which a result is printed.
            format_: how a result is shown.
            stdout: where a result goes; the program's own where it is not given.
            catalog: where sets are found; the built-in ones where it is not given.
            own: an agency's own services.
            place: where the talk is, by its code, its name or another word for it; it is asked for where none is named.
            beside: the tag of the language of the person who is asked, where it is known before the talk.

        Raises:
            BadInput: nobody knows such a place.
            Unsound: a directory cannot be used.
        """
        self._frontend = frontend
        self._language = language
        self._format = format_
        self._stdout = stdout or sys.stdout
        self._catalog = catalog or read_catalog()
        self._own = tuple(own)
        self._directories = Directories(own, self._catalog.language)
        self._place = place_code(place, self._directories) if place is not None else None
        self._beside = beside
        self._to_print: Result | None = None

    def run(self, dialog: Dialog) -> None:
        """Show a dialog until it is over, and print the result where it was not shown as a part of the dialog.

        Raises:
            BadInput: the input ended before the dialog did.
        """
        try:
            self._frontend.run(dialog)
        except EOFError:
            message = gettext("the input ended before the screening did. Give a line for every question.")
            raise BadInput(message) from None
        if self._to_print is not None:
            print_result(self._to_print, self._stdout, self._format, self._language)

    def screening(self, indicator_set: IndicatorSet, recorded: Decoded | None = None) -> Dialog:
        """A screening with a set; going on with what is recorded already where there is something.

        What may mean something else by now is confirmed first, answer by answer.

        Raises:
            Unsound: an agency's own set for a child has problems, or two of its sets have that role.
        """
        place = self._place if self._place != ANYWHERE else OTHER_PLACE
        around = Surroundings(
            self._catalog, self._directories, tuple(self._frontend.opening), self._after, self._language, self._beside
        )
        talk = Talk(around, indicator_set, place)
        return talk.begin() if recorded is None else talk.resume(recorded)

    def resume(
        self, sets: Iterable[IndicatorSet], *, goes_back: bool = False, passed_over: Sequence[Message] = ()
    ) -> Dialog:
        """Going on with an answer code.

        Args:
            sets: those whose codes are understood.
            goes_back: there is something to go back to when it is over; where there is nothing, it leaves.
            passed_over: of each set that cannot be used, a sentence that says so.
        """
        back = (lambda: None) if goes_back else None
        notes = [Line("text", gettext("Note: {problem}", problem=why)) for why in passed_over]
        return CodeEntry(sets, lambda decoded: self.screening(decoded.indicator_set, decoded), back, notes)

    def find_service(self) -> Dialog:
        """Finding a service without a screening."""
        return ServiceFinder(self._directories, _NumbersNow(self._own), self._place, self._directories.home)

    def card(self) -> Dialog:
        """A card for the person without a screening."""
        return CardRequest(self._directories, _NumbersNow(self._own), self._place, self._directories.home)

    def leading_back(self, dialog: Dialog, menu: Callable[[], Dialog]) -> Dialog:
        """What is begun from a menu. It leads back there, and nothing of it stays; or ends, with a result to print.

        Args:
            dialog: what is begun.
            menu: makes the menu as it stands then.
        """
        return LeadingBack(dialog, lambda: menu() if self._to_print is None else None)

    def _after(self, talk: Talk, interview: Interview, conversation: Conversation) -> Dialog | None:
        """What follows the last step of a screening."""
        state = conversation.state
        outcome = interview.current(state).id
        if outcome != "result":
            directory = directory_of(circumstances_of(state.answers), self._directories)
            return TextDialog(_without_result(interview, state, directory, outcome))
        record = Record(state.answers)
        result = evaluate(interview.set, record, self._directories, this_moment(), interview.assessor)
        if self._format == "terminal" and self._stdout.isatty():
            advice = result.advice
            card = (
                partial(
                    _card,
                    self._own,
                    advice.directory,
                    advice.by_need,
                    advice.circumstances,
                    save=self._save_card,
                    reads=talk.their_language.tag,
                )
                if advice.directory is not None
                else None
            )
            return ResultPages(
                result_screen(result, self._language),
                conversation.code,
                conversation.reopen,
                card,
                partial(self._save, result, interview.in_force(state), card),
                in_full=talk.in_full(interview, state),
                next_person=lambda: talk.next_person(state),
            )
        self._to_print = result
        return None

    def _save(
        self, result: Result, answers: Answers, card: Callable[[Dialog], Dialog] | None, pages: ResultPages
    ) -> Dialog:
        """What can be taken along of a result, and what is to be known first."""
        others = [Beginning(gettext("The answer code, to write on paper"), pages.with_code)]
        if card is not None:
            others.insert(0, Beginning(gettext("A card for the person to carry"), partial(card, pages)))
        child = is_perhaps_a_child(answers) is True
        return SaveOrPrint(documents(result, answers, self._language), others, save_as, pages, child=child)

    def _save_card(self, card: CarryCard, back_to: Dialog) -> Dialog:
        words = catalog_of(card.language) if card.language is not None else self._language
        return save_card(card, back_to, language=words)


def _card(
    own: Sequence[Path],
    directory: Directory,
    by_need: Collection[NeedServices],
    circumstances: Answers,
    back_to: Dialog,
    save: Callable[[CarryCard, Dialog], Dialog] | None = None,
    reads: str | None = None,
) -> Dialog:
    """The card for the person. What holds anywhere has numbers of no place in particular."""
    listed = by_need if directory.place != ANYWHERE else ()
    return CardToCarry(listed, circumstances, back_to, save, card_languages(own, directory.place, reads))


def result_screen(result: Result, catalog: Catalog) -> Screen:
    """The first page of a result, and its parts, each with the key that leads to it.

    Args:
        result: the result.
        catalog: the language in which it has to fit on a small screen.
    """
    heading = over_a_result(RESULT_TITLE, result, catalog)
    return Screen(heading, lines=tuple(first_page_lines(result, catalog)), parts=tuple(_parts_of(result)))


def _parts_of(result: Result) -> Iterator[Part]:
    for name, lines in result_parts(result).items():
        key, label = _PARTS[name]
        yield Part(key, label, lines, aside=name == "more")


class _NumbersNow:
    """Whom to call at this moment; each answer goes by one reading of the clock."""

    def __init__(self, own: Sequence[Path]) -> None:
        self._own = own

    def emergency(self, directory: Directory, circumstances: Mapping[str, Answer]) -> Sequence[Line]:
        return tuple(emergency_lines(directory, circumstances))

    def first(self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]) -> Sequence[Line]:
        moment = moment_in(directory, now())
        by_need = match_services(needs, circumstances, directory, moment)
        return [*emergency_lines(directory, circumstances), *first_numbers_lines(by_need, moment.today)]

    def in_full(
        self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer]
    ) -> tuple[Sequence[Line], Sequence[Line]]:
        moment = moment_in(directory, now())
        by_need = match_services(needs, circumstances, directory, moment)
        duties = directory.duties_for(needs, child=is_perhaps_a_child(circumstances))
        numbers = list(service_lines(directory, by_need, moment.today, circumstances))
        return numbers, [*detail_lines(directory, by_need, moment.today), *duty_lines(duties)]

    def card(
        self, directory: Directory, needs: Sequence[Need], circumstances: Mapping[str, Answer], back_to: Dialog
    ) -> Dialog:
        by_need = match_services(needs, circumstances, directory, moment_in(directory, now()))
        return _card(self._own, directory, by_need, circumstances, back_to)

    def question(
        self,
        directory: Directory,
        needs: Sequence[Need],
        circumstances: Mapping[str, Answer],
        may_ask: Collection[str],
    ) -> str | None:
        return best_question(needs, circumstances, directory, moment_in(directory, now()), may_ask)


def _without_result(interview: Interview, state: State, directory: Directory | None, outcome: str) -> Screen:
    """What to say when nobody was asked anything: steps and a number, and no level."""
    about = interview.set.about
    if outcome == "not_now":
        lines = [Line("do", text) for text in about.not_now]
    else:
        lines = [Line("text", gettext("Nothing was recorded. The person may come back at any time."))]
    number = emergency_lines(directory, circumstances_of(state.answers)) if directory is not None else ()
    heading = gettext("Not now") if outcome == "not_now" else gettext("Stopped")
    return Screen(heading, lines=(*lines, *number), last=True)
