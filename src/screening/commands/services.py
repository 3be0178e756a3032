"""`screening services`: whom to call, for the desk."""

import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import get_args

from msgspec import Struct

from screening.commands.clock import now
from screening.commands.exit_codes import DONE, BadInput
from screening.commands.result_output import Format, print_lines_as
from screening.language.catalog import Catalog
from screening.language.messages import Listing, gettext
from screening.reading.places import Directories
from screening.reading.problem import did_you_mean, nearest, sentences
from screening.reading.records import Misrecorded, RecordReader
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.freshness import to_confirm
from screening.referral.matching import ABROAD, NeedServices, match_services
from screening.referral.moment import Moment, moment_in
from screening.sets.answers import NOT_DEFINITE, Answer
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.needs import Need
from screening.sets.vocabulary import YesNo
from screening.show.card import ASK_FIRST, BEFORE, IS_IT_SAFE, NOT_SAFE, card_lines, carry_card, who_answers_lines
from screening.show.data import card_data, encode, services_data
from screening.show.languages import LANGUAGE_NAME, LANGUAGES_ALSO_CALLED
from screening.show.lines import Line
from screening.show.whom_to_call import duty_lines, service_lines, stale_lines
from screening.terminal.outlet import put
from screening.terminal.yes_no import asked_yes_no


class Request(Struct, frozen=True):
    """What is asked for at the desk.

    Attributes:
        language: what the program says is said in it.
        place: the code of a place, its name or another word for it; the home place where none is named.
        needs: what is needed; everything that is offered where nothing is named.
        circumstances: circumstance id to value, as given.
        seeks_protection: whether the person fears the authorities of a state, or seeks protection from it.
        at: when, by the clock of the place; now where it is not given.
        own: an agency's own files.
    """

    language: Catalog
    place: str | None = None
    needs: Sequence[str] = ()
    circumstances: Mapping[str, str | Sequence[str]] | None = None
    seeks_protection: YesNo | None = None
    at: str | None = None
    own: Sequence[Path] = ()


def services(request: Request, format_: Format) -> int:
    """List the services of a place for a person's circumstances, with what the law of the place says.

    Raises:
        BadInput: an unknown place that is almost a known one, language, district or time.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    directory, others = _directory(request)
    moment = _moment(request, directory)
    circumstances, by_need = _by_need(request, directory, moment)
    child = is_perhaps_a_child(circumstances) is not False
    duties = directory.duties_for([each.need for each in by_need], child=child)
    if format_ == "json":
        data = services_data(request.place or directory.place, directory, moment, by_need, duties, request.language)
        put(encode(data) + "\n")
        return DONE
    lines = [
        Line("title", gettext("Services: {place}", place=directory.names.get("en", directory.place))),
        *service_lines(directory, by_need, moment.today, circumstances),
        *duty_lines(duties, [duty for duty in directory.duties if duty not in duties and (child or not duty.child)]),
    ]
    if directory.place == ANYWHERE:
        places = Listing(tuple(others), "comma")
        lines.append(Line("paragraph", gettext("Places with a directory: {places}.", places=places)))
    print_lines_as(lines, sys.stdout, format_, request.language)
    return DONE


def to_carry(request: Request, safe: YesNo | None, format_: Format) -> int:
    """Make the card for the person, once it is said that carrying something is safe.

    Raises:
        BadInput: as `services`; nobody said whether it is safe; there is no number with an everyday name.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    directory, _ = _directory(request)
    circumstances, by_need = _by_need(request, directory, _moment(request, directory))
    safe = safe or _asked_whether_safe(request.language)
    if safe == "no":
        if format_ == "json":
            put(encode({"give": None, "instead": [request.language.render(text) for text in NOT_SAFE]}) + "\n")
        else:
            print_lines_as([Line("do", text) for text in NOT_SAFE], sys.stdout, format_, request.language)
        return DONE
    # What holds anywhere has numbers of no place in particular.
    listed = by_need if directory.place != ANYWHERE else ()
    card = carry_card(listed, circumstances)
    if not card.entries:
        raise BadInput(
            gettext("no service here has a name that is safe on a card. Let the person learn a number by heart.")
        )
    for_the_screener = [*(Line("do", text) for text in BEFORE), *who_answers_lines(listed, circumstances)]
    print_lines_as(for_the_screener, sys.stderr, "terminal", request.language)
    match format_:
        case "html":
            # Imported here, as it alone needs the templates.
            from screening.show.html import carry_card_page  # noqa: PLC0415

            put(carry_card_page(card, request.language))
        case "json":
            put(encode(card_data(card, request.language)) + "\n")
        case _:
            print_lines_as(card_lines(card), sys.stdout, format_, request.language)
    return DONE


def stale(request: Request, format_: Format) -> int:
    """List the contacts of a place that nobody has seen for years: those to call again.

    Raises:
        BadInput: a time that is none.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    directory, _ = _directory(request)
    today = _moment(request, directory).today
    found = to_confirm(directory, today)
    if format_ == "json":
        listed = [{"service": service.id, "contact": contact} for service, contact in found]
        put(encode({"place": directory.place, "to_confirm": listed}) + "\n")
    else:
        print_lines_as(stale_lines(directory, found, today), sys.stdout, format_, request.language)
    return DONE


def _directory(request: Request) -> tuple[Directory, list[str]]:
    """The directory of the place, or of what can be done anywhere; and the places that have one."""
    directories = Directories(request.own)
    known = directories.names()
    said = request.place
    place = directories.code_of(said) if said is not None else directories.home
    near = nearest(said.lower(), list(known)) if said is not None and place is None else None
    if near is not None:
        message = gettext("there is no directory for {place}. Did you mean {near}?", place=repr(said), near=repr(near))
        raise BadInput(message)
    return directories[place or ANYWHERE], [f"{name} ({code})" for code, name in known.items()]


def _moment(request: Request, directory: Directory) -> Moment:
    """The time that is asked about: now where none is given."""
    if request.at is None:
        return moment_in(directory, now())
    try:
        return moment_in(directory, datetime.fromisoformat(request.at))
    except (ValueError, OverflowError):
        message = gettext("{given} is not a valid time. Write one such as 2026-11-28T03:00.", given=repr(request.at))
        raise BadInput(message) from None


def _by_need(
    request: Request, directory: Directory, moment: Moment
) -> tuple[dict[str, Answer], tuple[NeedServices, ...]]:
    known = get_args(Need)
    try:
        circumstances = RecordReader([]).circumstances(_coded(request.circumstances or {}, directory, request.language))
    except Misrecorded as error:
        raise BadInput(sentences(error.message, error.hint)) from None
    offered = {need for service in directory.services for need in service.offers}
    if directory.place == ANYWHERE:
        offered |= directory.answers
    wanted: list[Need] = [need for need in known if (need in request.needs if request.needs else need in offered)]
    if circumstances.get("abroad") == "yes":
        wanted.sort(key=lambda need: need not in ABROAD)
    return circumstances, match_services(wanted, circumstances, directory, moment, request.seeks_protection)


def _coded(
    given: Mapping[str, str | Sequence[str]], directory: Directory, language: Catalog
) -> dict[str, str | Sequence[str]]:
    """What was given, with the languages and the district by their codes.

    Raises:
        BadInput: one that nobody knows: it would exclude everybody, or nobody, unnoticed.
    """
    coded = dict(given)
    languages, district = given.get("languages"), given.get("district")
    if isinstance(languages, list) and NOT_DEFINITE.isdisjoint(languages):
        coded["languages"] = [code for each in languages for code in _languages(each, directory, language)]
    if isinstance(district, str) and district not in NOT_DEFINITE:
        coded["district"] = _district(district, directory)
    return coded


def _district(said: str, directory: Directory) -> str:
    if not directory.districts:
        name = directory.names.get("en", directory.place)
        raise BadInput(
            gettext("services are not listed by district here ({place}). Leave the district out.", place=name)
        )
    named = {name.casefold(): code for code, name in directory.districts.items()}
    code = named.get(said.casefold(), said.casefold())
    if code not in directory.districts:
        hint = did_you_mean(said.casefold(), list(directory.districts))
        raise BadInput(gettext("there is no district {name}. {hint}", name=repr(said), hint=hint))
    return code


def _languages(said: str, directory: Directory, language: Catalog) -> Sequence[str]:
    """The codes of a language; more than one where a word means several spoken ones."""
    known = {*LANGUAGE_NAME, *directory.languages}
    if said in known:
        return (said,)
    small = said.casefold()
    named = {language.render(name).casefold(): (code,) for code, name in LANGUAGE_NAME.items()}
    codes = LANGUAGES_ALSO_CALLED.get(small) or named.get(small)
    if codes is None:
        hint = did_you_mean(small, sorted(known))
        raise BadInput(gettext("there is no language {name} here. {hint}", name=repr(said), hint=hint))
    return codes


def _asked_whether_safe(language: Catalog) -> YesNo:
    """Ask whoever sits at the terminal, who asks the person."""
    if not sys.stdin.isatty():
        raise BadInput(
            gettext(
                "ask the person first whether it is safe to carry anything: somebody could find it. "
                "Then give --safe-to-carry yes or no."
            )
        )
    try:
        return "yes" if asked_yes_no(ASK_FIRST, IS_IT_SAFE, language) else "no"
    except EOFError:
        message = gettext("the input ended before the question was answered. Nothing was printed.")
        raise BadInput(message) from None
