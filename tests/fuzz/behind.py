"""What a sound set or directory is used for: everything that is made of it, and everything that is shown of it."""

import contextlib
import io
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any, get_args

from screening.interview.answer_code import decode, encode
from screening.interview.machine import Interview
from screening.language.catalog import ENGLISH
from screening.reading.records import RecordReader
from screening.referral.directory import Directory
from screening.referral.freshness import to_confirm
from screening.referral.looked_at import ServicesLookedAt
from screening.referral.matching import match_services
from screening.referral.moment import moment_in
from screening.result.evaluate import evaluate
from screening.sets.answers import Answer
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from screening.sets.needs import Need
from screening.sets.record import Record
from screening.sets.texts import texts
from screening.show.card import card_lines, carry_card, who_answers_lines
from screening.show.data import encode as as_json
from screening.show.first_page import first_page_lines
from screening.show.freshness import stale_lines
from screening.show.html import carry_card_page, page
from screening.show.law import duty_lines
from screening.show.lines import Line
from screening.show.markdown import markdown
from screening.show.numbers import service_lines
from screening.show.report import result_lines
from screening.show.result_data import result_data
from screening.show.service_details import detail_lines
from screening.show.services_data import card_data, services_data
from screening.show.set_data import set_data
from screening.show.terminal import print_lines
from screening.terminal.conversation import Conversation
from screening.terminal.session_context import SessionContext
from tests.fuzz.given import Broken, Printed, printed
from tests.fuzz.typed import record_of, typed_talk
from tests.fuzz.workplace import TypedFrontend, Workplace

_NEEDS: tuple[Need, ...] = get_args(Need)


def moment(choose: Random) -> datetime:
    """A time, aware of its zone: most often of these years, now and then of any that a clock may show."""
    chance = choose.random()
    years = (2025, 2029) if chance < 0.8 else (1970, 2100) if chance < 0.95 else (2, 9_998)
    start = datetime(choose.randint(*years), 1, 1, tzinfo=UTC)
    return start + timedelta(seconds=choose.randrange(366 * 24 * 3_600))


def shown(where: str, lines: Sequence[Line], choose: Random) -> Iterator[Printed]:
    """Lines in one of the ways in which they are shown; a page takes longest."""
    (way,) = choose.choices(("text", "Markdown", "page"), (5, 5, 1))
    match way:
        case "text":
            output = io.StringIO()
            print_lines(lines, output, ENGLISH, choose.choice((20, 40, 60, 80, 80, 200)))
            yield printed(f"{where} as text", output.getvalue())
        case "Markdown":
            yield printed(f"{where} as Markdown", markdown(lines, ENGLISH))
        case _:
            yield printed(f"{where} as a page", page(lines, ENGLISH))


# --- a set -----------------------------------------------------------------------------------------------------------


def of_set(indicator_set: IndicatorSet, choose: Random, workplace: Workplace) -> Iterator[Printed]:
    """Everything that is made and shown of a sound set, with one of its vignettes or a record of any kind."""
    yield printed("show as JSON", as_json(set_data(indicator_set)), "json")
    texts(indicator_set)
    reader = RecordReader(indicator_set)
    written: tuple[Mapping[str, Any], Mapping[str, Any]] = record_of(choose, indicator_set)
    if indicator_set.vignettes and choose.random() < 0.4:
        vignette = choose.choice(indicator_set.vignettes)
        written = vignette.answers, vignette.circumstances
    yield from of_record(indicator_set, reader.record(*written), choose, workplace)
    yield from dialog(indicator_set, choose, workplace)


def of_record(
    indicator_set: IndicatorSet,
    record: Record,
    choose: Random,
    workplace: Workplace,
) -> Iterator[Printed]:
    """The result of a record, and its answer code."""
    now = moment_in(None, moment(choose))
    result = evaluate(indicator_set, record, workplace.directories, now)
    yield printed("a result as JSON", as_json(result_data(result, ENGLISH)), "json")
    yield from shown("a result", list(result_lines(result)), choose)
    yield from shown("a first page", list(first_page_lines(result)), choose)
    _code_comes_back(indicator_set, record.answers)


def _code_comes_back(indicator_set: IndicatorSet, answers: Mapping[str, Answer]) -> None:
    """A code that can be made can be read, and holds what was recorded."""
    try:
        code = encode(indicator_set, answers)
    except ValueError:
        # A place or language that is longer than any that there is.
        return
    decoded = decode(code, [indicator_set])
    if _in_any_order(decoded.answers) != _in_any_order(answers):
        raise Broken("an answer code holds something else than was recorded")


def _in_any_order(recorded: Mapping[str, Answer]) -> dict[str, object]:
    return {name: frozenset(value) if isinstance(value, tuple) else value for name, value in recorded.items()}


def dialog(indicator_set: IndicatorSet, choose: Random, workplace: Workplace) -> Iterator[Printed]:
    """The beginning of a screening with a set, typed at random."""
    interview = Interview(indicator_set, ServicesLookedAt(workplace.directories) if choose.random() < 0.1 else None)
    conversation = Conversation(interview, context(choose, workplace))
    lines = ["", "y", *(typed_talk(choose) for _ in range(choose.choice((0, 5, 15))))]
    output = io.StringIO()
    with contextlib.suppress(EOFError):
        TypedFrontend(output, iter(lines)).run(conversation)
    yield printed("a screening", output.getvalue())


def context(choose: Random, workplace: Workplace) -> SessionContext:
    """The context of a dialog, at any time."""
    now = moment(choose)
    return SessionContext(
        directories=workplace.directories, places=workplace.places, minutes=lambda: 7, now=lambda: now
    )


# --- a directory -----------------------------------------------------------------------------------------------------


def of_directory(directory: Directory, choose: Random) -> Iterator[Printed]:
    """Whom a sound directory names for some circumstances at some time, in every way in which that is shown."""
    now = moment_in(directory, moment(choose))
    needs = choose.sample(_NEEDS, choose.choice((1, 3, len(_NEEDS))))
    circumstances = _circumstances(choose, directory)
    offers = match_services(needs, circumstances, directory, now, choose.choice((None, "yes", "no")))
    duties = directory.duties_for(needs, child=choose.random() < 0.5)
    data = services_data(directory.place, directory, now, offers, duties, ENGLISH)
    yield printed("services as JSON", as_json(data), "json")
    others = [duty for duty in directory.duties if duty not in duties]
    lines = [
        *service_lines(directory, offers, now.today, circumstances),
        *detail_lines(directory, offers, now.today),
        *duty_lines(duties, others),
    ]
    yield from shown("services", [Line("title", directory.names.get("en", directory.place)), *lines], choose)
    stale = to_confirm(directory, now.today)
    listed = [{"service": service.id, "contact": contact} for service, contact in stale]
    yield printed("what is stale as JSON", as_json(listed), "json")
    yield from shown("what is stale", list(stale_lines(directory, stale, now.today)), choose)
    card = carry_card(offers, circumstances)
    yield from shown("a card", [*card_lines(card), *who_answers_lines(offers, circumstances)], choose)
    if choose.random() < 0.2:
        yield printed("a card to carry as a page", carry_card_page(card, ENGLISH))
    yield printed("a card as JSON", as_json(card_data(card, ENGLISH)), "json")


def _circumstances(choose: Random, directory: Directory) -> dict[str, Answer]:
    found: dict[str, Answer] = {"place": directory.place}
    for name, kind in CIRCUMSTANCES.items():
        if name == "place" or choose.random() < 0.5:
            continue
        values = {"district": [*directory.districts], "languages": [*directory.languages]}.get(name, [*kind.values])
        value = choose.choice([*values, "declined", kind.undecided])
        found[name] = (value,) if kind.several and value not in {"declined", kind.undecided} else value
    return found
