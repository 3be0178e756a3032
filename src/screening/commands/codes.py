"""`screening services codes`: the codes of places, of the districts of one, and of languages."""

import sys
from collections.abc import Iterator, Mapping
from typing import Literal

from msgspec.structs import replace

from screening.commands.exit_codes import DONE
from screening.commands.service_request import ServiceRequest, directory_of
from screening.language.messages import Text, gettext
from screening.show.data import encode
from screening.show.directory_marks import marked
from screening.show.languages import LANGUAGE_NAME
from screening.show.lines import Line
from screening.show.terminal import print_lines
from screening.terminal.outlet import put


def list_codes(request: ServiceRequest, format_: Literal["terminal", "json"]) -> int:
    """List the codes that `--place`, `--district` and `--language` take.

    Args:
        request: the place whose districts are listed.
        format_: how it is shown.

    Raises:
        BadInput: an unknown place.
        Unsound: a directory, or an agency's own file, cannot be used.
    """
    if format_ == "json":
        request = replace(request, texts_in=None)
    directory, directories = directory_of(request)
    places = directories.names()
    named: dict[str, Text] = {**{code: code for code in directory.languages}, **LANGUAGE_NAME}
    languages = {code: named[code] for code in sorted(named)}
    if format_ == "json":
        in_words = {code: request.language.render(name) for code, name in languages.items()}
        data = {"places": places, "place": directory.place, "districts": directory.districts, "languages": in_words}
        put(encode(data) + "\n")
        return DONE
    lines = [Line("heading", gettext("Places, for --place")), *_rows(places)]
    if directory.districts:
        heading = gettext("Districts, for --district: {place}", place=directory.name)
        lines.append(Line("heading", marked(heading, directory, ("district.",))))
        lines += _rows(directory.districts)
    lines += [Line("heading", gettext("Languages, for --language")), *_rows(languages)]
    print_lines(lines, sys.stdout, request.language)
    return DONE


def _rows(named: Mapping[str, Text]) -> Iterator[Line]:
    widest = max(map(len, named))
    for code, name in named.items():
        # Translators: a code, as it is typed, and what it means.
        yield Line("detail", gettext("{code}  {name}", code=code.ljust(widest), name=name))
