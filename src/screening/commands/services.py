"""`screening services`: whom to call, for the desk."""

import sys
from collections.abc import Sequence
from typing import get_args

from msgspec.structs import replace

from screening.commands.card_words import card_languages
from screening.commands.exit_codes import DONE, BadInput
from screening.commands.option_values import Format
from screening.commands.place_names import named_places
from screening.commands.result_output import print_lines_as
from screening.commands.service_request import ServiceRequest, circumstances_of, directory_of, moment_of
from screening.language.catalog import Catalog
from screening.language.messages import Listing, gettext, quoted
from screening.language.tags import standard
from screening.referral.anywhere import ANYWHERE
from screening.referral.directory import Directory
from screening.referral.freshness import to_confirm
from screening.referral.matching import NeedServices, match_services
from screening.referral.moment import Moment
from screening.referral.numbers import dialled
from screening.sets.answers import Answer
from screening.sets.childhood import is_perhaps_a_child
from screening.sets.needs import ABROAD, Need
from screening.sets.vocabulary import YesNo
from screening.show.card import (
    ASK_FIRST,
    BEFORE,
    IS_IT_SAFE,
    NOT_SAFE,
    CarryCard,
    card_lines,
    carry_card,
    who_answers_lines,
)
from screening.show.card_languages import for_the_person, languages_of_card, not_reviewed
from screening.show.data import encode
from screening.show.directory_marks import OF_ALL, marked, texts_of
from screening.show.freshness import stale_lines
from screening.show.law import duty_lines
from screening.show.lines import Line
from screening.show.numbers import service_lines
from screening.show.service_details import detail_lines
from screening.show.services_data import card_data, services_data
from screening.terminal.outlet import put
from screening.terminal.yes_no import asked_yes_no

MOST_DAYS = 3650


def list_services(request: ServiceRequest, format_: Format) -> int:
    """List the services of a place for a person's circumstances, with what the law of the place says.

    Args:
        request: what is asked for.
        format_: how it is shown.

    Raises:
        BadInput: an unknown place, language, district or time.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    if format_ == "json":
        # Whoever reads it is a program, to which no mark says what nobody has reviewed.
        request = replace(request, texts_in=None)
    directory, directories = directory_of(request)
    moment = moment_of(request, directory)
    circumstances, by_need = _by_need(request, directory, moment)
    child = is_perhaps_a_child(circumstances)
    duties = directory.duties_for([each.need for each in by_need], child=child)
    if format_ == "json":
        data = services_data(request.place or directory.place, directory, moment, by_need, duties, request.language)
        put(encode(data) + "\n")
        return DONE
    others_here = [duty for duty in directory.duties_at(child=child) if duty not in duties]
    shown = (*texts_of(by_need, (*duties, *others_here)), *OF_ALL)
    lines = [
        Line("title", marked(gettext("Services: {place}", place=directory.name), directory, shown)),
        *service_lines(directory, by_need, moment.today, circumstances),
        *detail_lines(directory, by_need, moment.today),
        *duty_lines(duties, others_here),
    ]
    if directory.place == ANYWHERE:
        places = named_places(directories)
        lines.append(Line("paragraph", gettext("Places with a directory: {places}.", places=places)))
    print_lines_as(lines, sys.stdout, format_, request.language)
    return DONE


def make_card(
    request: ServiceRequest,
    safe: YesNo | None,
    format_: Format,
    names_in: str | None = None,
    left_off: Sequence[str] = (),
) -> int:
    """Make the card for the person, once it is said that carrying something is safe.

    Args:
        request: what is asked for.
        safe: what the person said about carrying one; it is asked where it is not given.
        format_: how it is shown.
        names_in: the language of it; where none is given, the person's.
        left_off: numbers that are not to be on it.

    Raises:
        BadInput: as for a list; there is nothing in this language, or no such number is on it; or nobody said whether
            it is safe, or there is no number with an everyday name.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    directory, _ = directory_of(request)
    circumstances, by_need = _by_need(request, directory, moment_of(request, directory))
    safe = safe or _asked_whether_safe(request.language)
    if safe == "no":
        if format_ == "json":
            put(encode({"give": None, "instead": [request.language.render(text) for text in NOT_SAFE]}) + "\n")
        else:
            print_lines_as([Line("do", text) for text in NOT_SAFE], sys.stdout, format_, request.language)
        return DONE
    # What holds anywhere has numbers of no place in particular.
    listed = by_need if directory.place != ANYWHERE else ()
    languages = card_languages(request.own, directory.place)
    tags = languages_of_card(languages, listed, circumstances)
    tag = for_the_person(languages, circumstances) if names_in is None else _language_of_card(names_in, tags)
    everyday = languages.everyday(tag)
    whole = carry_card(listed, circumstances, tag, (), everyday)
    dropped = _dialled_on(whole, left_off, directory.place.upper())
    card = carry_card(listed, circumstances, tag, dropped, everyday)
    if whole.entries and not card.entries:
        raise BadInput(gettext("every number is left off, and nothing stays on the card. Keep one, or give no card."))
    if not card.entries:
        raise BadInput(
            gettext("no service here has a name that is safe on a card. Let the person learn a number by heart.")
        )
    told = not_reviewed(languages, tag)
    for_the_screener = [
        *(Line("do", text) for text in ((told, *BEFORE) if told is not None else BEFORE)),
        *who_answers_lines(listed, circumstances, tag, dropped, everyday),
    ]
    print_lines_as(for_the_screener, sys.stderr, "terminal", request.language)
    words = languages.catalog(tag) if tag is not None else request.language
    match format_:
        case "html":
            # Imported here, as it alone needs the templates.
            from screening.show.html import carry_card_page  # noqa: PLC0415

            put(carry_card_page(card, words))
        case "json":
            put(encode(card_data(card, words)) + "\n")
        case _:
            print_lines_as(card_lines(card), sys.stdout, format_, words)
    return DONE


def _language_of_card(wanted: str, tags: Sequence[str]) -> str:
    found = next((tag for tag in tags if standard(tag).casefold() == standard(wanted).casefold()), None)
    if found is None:
        known = Listing(tuple(tags), "comma")
        message = gettext("no card can be in {language}. These can: {known}.", language=quoted(wanted), known=known)
        raise BadInput(message)
    return found


def _dialled_on(card: CarryCard, left_off: Sequence[str], region: str) -> set[str]:
    """What is dialled for the numbers that are left off, however they are written."""
    on_it = {dialled(entry.dials, region): entry.dials for entry in card.entries}
    for number in left_off:
        if dialled(number, region) not in on_it:
            known = Listing(tuple(on_it.values()), "comma")
            message = gettext(
                "{number} is not on the card. These numbers are: {known}.", number=quoted(number), known=known
            )
            raise BadInput(message)
    return {on_it[dialled(number, region)] for number in left_off}


def list_stale(request: ServiceRequest, format_: Format, within: int = 0) -> int:
    """List the contacts of a place that may be wrong, or will be within some days: those to call again.

    Args:
        request: the place and the day.
        format_: how it is shown.
        within: how many days.

    Raises:
        BadInput: an unknown place or time, or no such number of days.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    if not 0 <= within <= MOST_DAYS:
        raise BadInput(gettext("--within takes a number of days from 0 to {most}.", most=MOST_DAYS))
    directory, _ = directory_of(request)
    today = moment_of(request, directory).today
    found = to_confirm(directory, today, within)
    if format_ == "json":
        listed = [{"service": service.id, "contact": contact} for service, contact in found]
        put(encode({"place": directory.place, "to_confirm": listed}) + "\n")
    else:
        print_lines_as(stale_lines(directory, found, today), sys.stdout, format_, request.language)
    return DONE


def _by_need(
    request: ServiceRequest, directory: Directory, moment: Moment
) -> tuple[dict[str, Answer], tuple[NeedServices, ...]]:
    circumstances = circumstances_of(request, directory)
    offered = {need for service in directory.services for need in service.offers}
    if directory.place == ANYWHERE:
        offered |= directory.answers
    asked_for = {each.value for each in request.needs} or offered
    wanted: list[Need] = [need for need in get_args(Need) if need in asked_for]
    if circumstances.get("abroad") == "yes":
        wanted.sort(key=lambda need: need not in ABROAD)
    return circumstances, match_services(wanted, circumstances, directory, moment, request.seeks_protection)


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
