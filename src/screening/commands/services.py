"""`screening services`: whom to call, for the desk."""

import sys
from typing import get_args

from screening.advise import match_services, today_in
from screening.commands.outcome import DONE, BadInput
from screening.commands.surroundings import Format, now
from screening.model import Need
from screening.reading.library import find_directory, places
from screening.reading.problem import did_you_mean
from screening.reading.records import Misrecorded, RecordReader
from screening.show.data import encode, offers_data
from screening.show.markdown import markdown
from screening.show.report import Line, service_lines
from screening.show.terminal import print_lines


def services(place: str, needs: list[str], circumstances: dict[str, str | list[str]], format_: Format) -> int:
    """List the services of a place for a person's circumstances, all needs where none is named.

    Raises:
        BadInput: an unknown place, need, circumstance or value.
    """
    directory = find_directory(place)
    if directory is None:
        raise BadInput(f"there is no directory for {place!r}. {did_you_mean(place, places())}")
    known = get_args(Need)
    for need in needs:
        if need not in known:
            raise BadInput(f"there is no need {need!r}. {did_you_mean(need, known)}")
    try:
        recorded = RecordReader([]).circumstances(circumstances)
    except Misrecorded as error:
        raise BadInput(str(error)) from None
    offered = {need for service in directory.services for need in service.offers}
    wanted = [need for need in known if (need in needs if needs else need in offered)]
    offers = match_services(wanted, recorded, directory)
    title = Line("title", f"Services: {directory.names.get('en', place)}")
    lines = [title, *service_lines(directory, offers, today_in(directory, now()))]
    match format_:
        case "json":
            data = {"place": place, "as_of": directory.as_of, "emergency": directory.emergency.number}
            sys.stdout.write(encode({**data, "services": offers_data(offers)}) + "\n")
        case "markdown":
            sys.stdout.write(markdown(lines))
        case "terminal":
            print_lines(lines, sys.stdout)
    return DONE
