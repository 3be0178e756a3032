"""What is to be translated of a set, of a directory and of the program, with what a translator is told of it."""

from collections.abc import Sequence

import polib

from screening.reading.set_files import SetFiles
from screening.referral.directory import Directory
from screening.referral.directory_notes import directory_note
from screening.referral.directory_texts import directory_texts
from screening.referral.own_services import OwnServices
from screening.sets.text_notes import notes
from screening.writing.translations import Source


def set_sources(files: SetFiles) -> Sequence[Source]:
    """The texts of a set: of one that extends another only its own, for the others come along with that one.

    Args:
        files: a set without problems.
    """
    told = notes(files.set)
    return [Source(id=name, english=text, notes=told[name]) for name, text in files.own_texts().items()]


def directory_sources(directory: Directory | OwnServices, language: str) -> Sequence[Source]:
    """The texts of a directory, as `directory_texts`."""
    return [
        Source(id=name, english=text, notes=directory_note(directory, name))
        for name, text in directory_texts(directory, language).items()
    ]


def program_sources(template: polib.POFile) -> Sequence[Source]:
    """The program's own messages.

    Args:
        template: as `python -m tests.language.write_template` writes it.
    """
    return [
        Source(
            english=entry.msgid,
            context=entry.msgctxt,
            plural=entry.msgid_plural or None,
            notes=tuple(entry.comment.split("\n")) if entry.comment else (),
            used_in=tuple(name for name, _ in entry.occurrences),
        )
        for entry in template
    ]
