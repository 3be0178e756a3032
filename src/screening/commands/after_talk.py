"""What follows the last step of a talk: its result, as pages, and what can be taken along of it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from screening.commands.clock import this_moment
from screening.commands.numbers_now import card_to_carry
from screening.commands.saving import documents, save_as, save_card
from screening.commands.talk import Talk
from screening.interview.machine import Interview
from screening.interview.state import State
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext, pgettext
from screening.reading.catalogs import catalog_of
from screening.reading.places import Directories
from screening.referral.anywhere import directory_of
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answers
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.record import Record, circumstances_of
from screening.show.card import CarryCard
from screening.show.first_page import first_page_lines
from screening.show.lines import Line
from screening.show.report import ResultPart, result_parts
from screening.show.translation_marks import over_a_result
from screening.show.whom_to_call import emergency_lines
from screening.terminal.conversation import Conversation
from screening.terminal.menu import Beginning
from screening.terminal.result_pages import RESULT_TITLE, ResultPages
from screening.terminal.saving import SaveOrPrint
from screening.terminal.screen import Dialog, Part, Screen, TextDialog

# What leads to each part of a result, and what it is called below the page.
_PARTS: Mapping[ResultPart, tuple[str, Message]] = {
    # Translators: a key of the last row, after its letter; so are the next four.
    "steps": ("d", pgettext("part of a result", "steps")),
    "numbers": ("c", pgettext("part of a result", "numbers")),
    "law": ("l", pgettext("part of a result", "law")),
    "why": ("w", pgettext("part of a result", "why")),
    "more": ("m", pgettext("part of a result", "more")),
}


def result_of(interview: Interview, state: State, directories: Directories) -> Result:
    """What a talk came to.

    Args:
        interview: the interview.
        state: where it ended.
        directories: the directory of each place.
    """
    return evaluate(interview.set, Record(state.answers), directories, this_moment(), interview.assessor)


def result_pages(
    result: Result,
    talk: Talk,
    interview: Interview,
    conversation: Conversation,
    *,
    own: Sequence[Path],
    language: Catalog,
) -> Dialog:
    """A result on the screen, and what can be done then.

    Args:
        result: the result.
        talk: the talk that it is of.
        interview: the interview.
        conversation: the dialog that ended with it.
        own: an agency's own services.
        language: what the program says.
    """
    state, advice = conversation.state, result.advice
    card = (
        partial(
            card_to_carry,
            own,
            advice.directory,
            advice.by_need,
            advice.circumstances,
            save=partial(_save_card, language),
            reads=talk.their_language.tag,
        )
        if advice.directory is not None
        else None
    )
    return ResultPages(
        result_screen(result, language),
        conversation.code,
        conversation.reopen,
        card,
        partial(_save, result, interview.in_force(state), language, card),
        in_full=talk.in_full(interview, state),
        next_person=lambda: talk.next_person(state),
    )


def without_result(interview: Interview, state: State, directories: Directories) -> Dialog:
    """What to say when nobody was asked anything: steps and a number, and no level.

    Args:
        interview: the interview.
        state: where it ended.
        directories: the directory of each place.
    """
    about = interview.set.about
    is_not_now = interview.current(state).id == "not_now"
    if is_not_now:
        lines = [Line("do", text) for text in about.not_now]
    else:
        lines = [Line("text", gettext("Nothing was recorded. The person may come back at any time."))]
    circumstances = circumstances_of(state.answers)
    directory = directory_of(circumstances, directories)
    number = emergency_lines(directory, circumstances) if directory is not None else ()
    heading = gettext("Not now") if is_not_now else gettext("Stopped")
    return TextDialog(Screen(heading, lines=(*lines, *number), last=True))


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


def _save(
    result: Result,
    answers: Answers,
    language: Catalog,
    card: Callable[[Dialog], Dialog] | None,
    pages: ResultPages,
) -> Dialog:
    """What can be taken along of a result, and what is to be known first."""
    others = [Beginning(gettext("The answer code, to write on paper"), pages.with_code)]
    if card is not None:
        others.insert(0, Beginning(gettext("A card for the person to carry"), partial(card, pages)))
    child = is_perhaps_a_child(answers) is True
    return SaveOrPrint(documents(result, answers, language), others, save_as, pages, child=child)


def _save_card(language: Catalog, card: CarryCard, back_to: Dialog) -> Dialog:
    words = catalog_of(card.language) if card.language is not None else language
    return save_card(card, back_to, language=words)
