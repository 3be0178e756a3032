"""`screening demo`: an invented case, played through the real engine from the first card to the referral."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TextIO

from msgspec.structs import replace

from screening.commands.clock import now, this_moment
from screening.commands.exit_codes import DONE, BadInput
from screening.commands.result_output import print_result
from screening.commands.set_catalog import open_catalog, teller, usable_sets
from screening.interview.machine import Interview
from screening.interview.state import Step
from screening.language.catalog import Catalog
from screening.language.messages import gettext, quoted
from screening.reading.places import Directories
from screening.reading.problem import did_you_mean
from screening.reading.records import RecordReader
from screening.reading.roles import set_with_role
from screening.reading.set_catalog import SetCatalog
from screening.result.evaluate import evaluate
from screening.sets.answers import NOT_ASKED, Answer, rest_of, ticks_of
from screening.sets.childhood import CHILD_FLAG
from screening.sets.model import IndicatorSet
from screening.sets.record import Record
from screening.sets.vignette import Vignette
from screening.show.characters import in_one_line
from screening.show.lines import Line
from screening.show.terminal import print_lines
from screening.terminal.conversation import Conversation
from screening.terminal.outlet import put
from screening.terminal.plain import PlainFrontend
from screening.terminal.session_context import SessionContext, place_names


def demo(name: str | None, language: Catalog, folders: Sequence[Path] = (), own: Sequence[Path] = ()) -> int:
    """Play a vignette; where none is named, the one that says it is the demo, of the full set if that has one.

    Args:
        name: its id; with `SET/` before it, of that set and no other.
        language: what the program says is said in it.
        folders: where sets are found besides the built-in ones.
        own: an agency's own services.

    Raises:
        BadInput: there is no such vignette, or no such folder.
        Unsound: the agency's own services cannot be used; two of its own sets are the full one.
    """
    catalog = open_catalog(folders)
    indicator_set, vignette = _example(catalog, language) if name is None else _find(name, catalog, language)
    reader = RecordReader(indicator_set)
    record = reader.record(vignette.answers, vignette.circumstances)
    output = sys.stdout
    lines = [
        Line("title", gettext("An invented case: {title}", title=vignette.title)),
        Line("text", vignette.story.strip()),
        Line("text", gettext("This is what a screener would see and type; what is typed follows the sign >.")),
    ]
    print_lines(lines, output, language)
    directories = Directories(own)
    interview = Interview(indicator_set, directories.with_districts())
    context = SessionContext(directories=directories, places=place_names(directories), minutes=lambda: 0, now=now)
    conversation = Conversation(interview, context)
    PlainFrontend(output, _typist(interview, conversation, record, output, language), language).run(conversation)
    played = Record(conversation.state.answers)
    result = evaluate(indicator_set, played, directories, this_moment(), interview.assessor)
    print_result(result, output, "terminal", language)
    print_lines(
        [
            Line("heading", gettext("About this case")),
            Line("text", vignette.teaches),
            Line("text", gettext("It was invented. A real screening starts with: screening")),
        ],
        output,
        language,
    )
    return DONE


def _example(catalog: SetCatalog, language: Catalog) -> tuple[IndicatorSet, Vignette]:
    full = set_with_role("full", catalog)
    first = {full: catalog.folders[full]} if full is not None else {}
    for _, indicator_set in usable_sets(replace(catalog, folders=first | dict(catalog.folders)), teller(language)):
        for vignette in reversed(indicator_set.vignettes):
            if vignette.demo:
                return indicator_set, vignette
    raise BadInput(gettext("no vignette is marked as the demo. Name one, such as SET/VIGNETTE."))


def _find(name: str, catalog: SetCatalog, language: Catalog) -> tuple[IndicatorSet, Vignette]:
    known = []
    for set_id, indicator_set in usable_sets(catalog, teller(language)):
        for vignette in indicator_set.vignettes:
            if name in {vignette.id, f"{set_id}/{vignette.id}"}:
                return indicator_set, vignette
            known.append(vignette.id)
    hint = did_you_mean(name, known)
    # Translators: {hint} is a sentence that says which there are, as in the messages after this one.
    raise BadInput(gettext("there is no vignette {name}. {hint}", name=quoted(name), hint=hint))


def _typist(
    interview: Interview,
    conversation: Conversation,
    record: Record,
    output: TextIO,
    language: Catalog,
) -> Callable[[str], str]:
    """Somebody who types what the vignette says, and skips what it leaves open."""

    def typed(step: Step) -> str:
        match step.kind:
            case "agreement":
                return "y"
            case "offer":
                state = conversation.state
                known = record.answers.keys() - state.answers.keys() - set(interview.assessment(state).closed)
                left = [item for item in interview.items.values() if item.counts and item.id in known]
                return "y" if all(item.always for item in left) else "n"
            case "item":
                return _written(record.answers.get(step.id))
            case "flag" if step.id == CHILD_FLAG and interview.asks:
                why = gettext("(With a child, stop here. This goes on only to show the rest.)")
                print_lines([Line("text", why)], output, language)
                return "go on"
            case "hand_over":
                return "hand over"
            case "give_back":
                return "returned"
            case "review":
                return "r"
            case _:
                return ""

    def respond(prompt: str) -> str:
        text = typed(interview.current(conversation.state))
        put(f"{prompt}{in_one_line(text)}\n", output)
        return text

    return respond


def _written(answer: Answer | None) -> str:
    ticks, rest = ticks_of(answer), rest_of(answer)
    after = () if rest is None else ("s",) if rest == NOT_ASKED else (rest,)
    return " ".join((*ticks, *after))
