"""What a new directory begins with: whole, and with nothing in it that anybody could call before it is replaced."""

import json
import re
from datetime import date

from msgspec import Struct

from screening.reading.templates import read_directory_template
from screening.referral.directory import Directory

_DISTRICTS = "    districts"


class Country(Struct, frozen=True):
    """What is known of a country.

    Attributes:
        code: in small letters.
        name: in English.
        time_zone: the only one that it has; None where there are several.
    """

    code: str
    name: str
    time_zone: str | None


def country_of(said: str) -> Country | None:
    """The country that is given by its code or its English name; None where there is none.

    Args:
        said: the code of two letters, or the name.
    """
    # Imported here, for nothing else needs its tables of places.
    from babel import Locale  # noqa: PLC0415
    from babel.core import get_global  # noqa: PLC0415

    wanted = said.replace("-", " ").casefold()
    zones: dict[str, list[str]] = {}
    for zone, code in get_global("zone_territories").items():
        if not zone.startswith("Etc/"):
            zones.setdefault(code, []).append(zone)
    # Without what is no country, such as a part of the world: it has no clock.
    named = {code: name for code, name in Locale("en").territories.items() if code in zones and code.isalpha()}
    for code, name in named.items():
        if wanted in {code.casefold(), name.casefold()}:
            return Country(code.lower(), name, zones[code][0] if len(zones[code]) == 1 else None)
    return None


def new_directory(place: str, today: date) -> str:
    """The text of a whole directory.

    Args:
        place: the code of its place.
        today: the day on which it is drawn up.
    """
    text = _with(_with(read_directory_template("whole"), "place", place), "as_of", f'"{today}"')
    country = country_of(place)
    if country is None:
        return text
    text = _with(text, "  en", json.dumps(country.name, ensure_ascii=False))
    return text if country.time_zone is None else _with(text, "time_zone", country.time_zone)


def new_services(directory: Directory, today: date) -> str:
    """The text of an agency's own services.

    Args:
        directory: of the place that they are added to.
        today: the day on which they are drawn up.
    """
    text = _with(_with(read_directory_template("own"), "adds_to", directory.place), "as_of", f'"{today}"')
    district = next(iter(directory.districts), None)
    if district is None:
        return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(f"{_DISTRICTS}:"))
    return _with(text, _DISTRICTS, f"[{district}]")


def _with(text: str, key: str, value: str) -> str:
    """A text with another value of a key, the first of this name and indent; what stands behind it is kept."""
    return re.sub(rf'^({key}: )("[^"]*"|\S+)', lambda found: f"{found[1]}{value}", text, count=1, flags=re.MULTILINE)
