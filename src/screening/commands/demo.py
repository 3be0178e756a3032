"""`screening demo`: an invented case, played through the real engine from the first card to the referral."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from msgspec.structs import replace

from screening.commands.after_talk import result_screen
from screening.commands.clock import now, this_moment
from screening.commands.exit_codes import DONE, BadInput
from screening.commands.result_output import print_result
from screening.commands.run_options import RunOptions
from screening.commands.set_catalog import open_catalog, teller, usable_sets
from screening.commands.vignette_names import named_vignette
from screening.interview.machine import Interview
from screening.interview.state import Step
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext
from screening.reading.catalogs import catalog_of
from screening.reading.places import Directories
from screening.reading.records import RecordReader
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.referral.looked_at import ServicesLookedAt
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import NOT_ASKED, Answer, rest_of, ticks_of
from screening.sets.childhood import CHILD_FLAG
from screening.sets.model import IndicatorSet
from screening.sets.record import Record
from screening.sets.vignette import Vignette
from screening.show.characters import in_one_line
from screening.show.first_page import first_page_lines
from screening.show.lines import Line
from screening.show.terminal import print_lines
from screening.terminal.conversation import Conversation
from screening.terminal.frontends import open_frontend
from screening.terminal.outlet import put
from screening.terminal.plain import PlainFrontend
from screening.terminal.played import Played
from screening.terminal.review import SHOW_RESULT
from screening.terminal.screen import GO_ON, Choice, Dialog, Screen
from screening.terminal.session_context import SessionContext, place_names

_INVENTED = Line("text", gettext("It was invented. A real screening starts with: screening"))
_TO_SHOW_THE_REST = Line("text", gettext("(With a child, stop here. This goes on only to show the rest.)"))


def demo(name: str | None, options: RunOptions, *, everything: bool = False, line_by_line: bool = False) -> int:
    """Play a vignette; where none is named, the one that says it is the demo, of the full set if that has one.

    At a terminal it is played screen by screen. Elsewhere it is told in short, with the first page of its result last.

    Args:
        name: its id; with `SET/` before it, of that set and no other.
        options: the language, where sets are found besides the built-in ones, and an agency's own services.
        everything: print every screen and the whole result, and wait for no key.
        line_by_line: at a terminal, rather than on the whole screen.

    Raises:
        BadInput: there is no such vignette, or no such folder.
        Unsound: the agency's own services cannot be used; two of its own sets are the full one.
    """
    language = options.language
    catalog = open_catalog(options.folders, options.set_language)
    if name is None:
        found = _example(catalog, teller(language))
    else:
        found = named_vignette(name, usable_sets(catalog, teller(language)))
    case = Example(*found, options.own, options.set_language)
    if everything:
        case.print_everything(sys.stdout, language)
    elif sys.stdin.isatty() and sys.stdout.isatty():
        with open_frontend(language, line_by_line=line_by_line) as frontend:
            frontend.run(case.dialog())
    else:
        case.print_in_short(sys.stdout, language)
    return DONE


def example_dialog(catalog: SetCatalog, own: Sequence[Path]) -> Dialog:
    """The example as something that can be begun from a menu.

    Args:
        catalog: where sets are found. Those that cannot be used are left out, and nothing is said of them.
        own: an agency's own services.

    Raises:
        BadInput: no vignette is the example.
        Unsound: the agency's own services cannot be used; two of its own sets are the full one.
    """
    return Example(*_example(catalog, lambda _: None), own, catalog.language).dialog()


class Example:
    """An invented case, played through the real engine."""

    def __init__(
        self, indicator_set: IndicatorSet, vignette: Vignette, own: Sequence[Path] = (), language: str | None = None
    ) -> None:
        """Prepare to play.

        Args:
            indicator_set: the set.
            vignette: the case.
            own: an agency's own services.
            language: the tag of the language into which directories are put; None for as they were written.
        """
        self._vignette = vignette
        self._language = catalog_of(language)
        self._directories = Directories(own, language)
        self._interview = Interview(indicator_set, ServicesLookedAt(self._directories))
        self._record = RecordReader(indicator_set).record(vignette.answers, vignette.circumstances)
        context = SessionContext(
            directories=self._directories, places=place_names(self._directories), minutes=lambda: 0, now=now
        )
        self._conversation = Conversation(self._interview, context, then=lambda _: None)

    def dialog(self) -> Dialog:
        """The case screen by screen: the story, the talk, the result, and what it teaches."""
        story = Screen(
            gettext("An invented case: {title}", title=self._vignette.title),
            lines=(
                Line("text", self._vignette.story.strip()),
                Line("paragraph", gettext("What follows is what a screener would see and type.")),
            ),
        )
        return Played(self._conversation, self._typed, [story], self._ending, self._aside)

    def print_in_short(self, output: TextIO, language: Catalog) -> None:
        """The story, the talk in a line for each question, and the first page of the result last.

        Args:
            output: where it is printed.
            language: the language.
        """
        review: tuple[Choice, ...] = ()
        dialog = Played(self._conversation, self._typed, (), lambda: ())
        going: Dialog | None = dialog
        while going is not None:
            if dialog.step is not None and dialog.step.kind == "review":
                review = tuple(each for each in dialog.screen().choices if each.value != SHOW_RESULT)
            going = going.take(GO_ON)
        lines = [
            *self._told_first(),
            Line("heading", gettext("The talk in short")),
            *(Line("item", choice.label) for choice in review),
            Line("heading", gettext("The first page of the result")),
            *first_page_lines(self._result(), language),
            Line("paragraph", gettext("All of it, as a screener would see it: screening demo --all")),
            _INVENTED,
        ]
        print_lines(lines, output, language)

    def print_everything(self, output: TextIO, language: Catalog) -> None:
        """Every screen with what is typed at it, and the whole result.

        Args:
            output: where it is printed.
            language: the language.
        """
        told = Line("text", gettext("This is what a screener would see and type; what is typed follows the sign >."))
        print_lines([*self._told_first(), told], output, language)

        def respond(prompt: str) -> str:
            step = self._interview.current(self._conversation.state)
            text = self._typed(step)
            if aside := self._aside(step):
                print_lines(aside, output, language)
            put(f"{prompt}{in_one_line(text)}\n", output)
            return text

        PlainFrontend(output, respond, language).run(self._conversation)
        print_result(self._result(), output, "terminal", language)
        about = [Line("heading", gettext("About this case")), Line("text", self._vignette.teaches), _INVENTED]
        print_lines(about, output, language)

    def _told_first(self) -> tuple[Line, ...]:
        title = gettext("An invented case: {title}", title=self._vignette.title)
        return Line("title", title), Line("text", self._vignette.story.strip())

    def _result(self) -> Result:
        played = Record(self._conversation.state.answers)
        interview = self._interview
        return evaluate(interview.set, played, self._directories, this_moment(), interview.assessor)

    def _ending(self) -> Sequence[Screen]:
        result = self._result()
        about = (Line("text", self._vignette.teaches), Line("paragraph", _INVENTED.text))
        return (
            result_screen(result, self._language),
            Screen(gettext("About this case"), lines=about),
        )

    def _goes_on_with_a_child(self, step: Step) -> bool:
        return step.kind == "flag" and step.id == CHILD_FLAG and self._interview.asks

    def _aside(self, step: Step) -> Sequence[Line]:
        return (_TO_SHOW_THE_REST,) if self._goes_on_with_a_child(step) else ()

    def _typed(self, step: Step) -> str:
        """What somebody types who knows what the vignette says, and skips what it leaves open."""
        record, interview = self._record, self._interview
        match step.kind:
            case "agreement":
                return "y"
            case "offer":
                state = self._conversation.state
                known = record.answers.keys() - state.answers.keys() - set(interview.assessment(state).closed)
                left = [item for item in interview.items.values() if item.counts and item.id in known]
                return "y" if all(item.always for item in left) else "n"
            case "item":
                return _written(record.answers.get(step.id))
            case "flag" if self._goes_on_with_a_child(step):
                return "go on"
            case "flag" if self._interview.goes_on_alone(self._conversation.state):
                return "h"
            case "hand_over":
                return "h"
            case "give_back":
                return "r"
            case "review":
                return "r"
            case _:
                return ""


def _example(catalog: SetCatalog, tell: Callable[[Message], None]) -> tuple[IndicatorSet, Vignette]:
    full = set_with_role("full", catalog)
    first = {full: catalog.folders[full]} if full is not None else {}
    for _, indicator_set in usable_sets(replace(catalog, folders=first | dict(catalog.folders)), tell):
        for vignette in reversed(indicator_set.vignettes):
            if vignette.demo:
                return indicator_set, vignette
    raise BadInput(gettext("no vignette is marked as the demo. Name one, such as SET/VIGNETTE."))


def _written(answer: Answer | None) -> str:
    ticks, rest = ticks_of(answer), rest_of(answer)
    after = () if rest is None else ("s",) if rest == NOT_ASKED else (rest,)
    return " ".join((*ticks, *after))
