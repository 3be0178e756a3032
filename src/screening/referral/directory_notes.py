"""What a translator is told of each text of a directory (pure). In English, beside the English text."""

from collections.abc import Mapping
from typing import Final

from screening.referral.directory import Directory
from screening.referral.own_services import OwnServices

# By the field that a text stands in.
_NOTES: Final[Mapping[str, str]] = {
    "name": "How it is called. A name that is known in the language is used as it is there.",
    "everyday": "A harmless name on a card that somebody else may find: at most 28 letters, and nothing telling.",
    "title": "What the law says, as a heading. Read by the screener.",
    "text": "What the law says. Read by the screener.",
    "no_choice": "What the screener must do by law, in short. It is told before the person agrees to talk.",
    "about": "What the service is. Read by the screener.",
    "represents": "The state that the office is an authority of.",
    "only": "Whom alone the service takes.",
    "referral": "How somebody gets in. Read by the screener.",
    "ask_first": "What has to be asked before anybody is sent there. Read by the screener.",
    "notes": "Read by the screener.",
    "note": "About a number. Read by the screener.",
    "conflict": "What another page says instead. Read by the screener.",
    "do": "What to do where nobody is listed. Read by the screener.",
}


def directory_note(directory: Directory | OwnServices, name: str) -> tuple[str, ...]:
    """What a translator is told of a text, in lines.

    Args:
        directory: where it stands.
        name: its id, as `directory_texts` gives it.
    """
    parts = name.split(".")
    told = [_NOTES[part] for part in parts if part in _NOTES][-1:]
    if parts[0] == "service":
        names = next(service.names for service in directory.services if service.id == parts[1])
        if parts[-1] != "name":
            told.append(f"Service: {names.get('en') or next(iter(names.values()))}")
    return tuple(told)
