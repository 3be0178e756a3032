"""The first page of a form: what becomes of the answers, for whoever opens it (pure)."""

from collections.abc import Iterator
from typing import Final

from screening.export.xlsform_rows import Notes, Row, Spoken, bold, listed
from screening.language.messages import Message, gettext
from screening.sets.fingerprint import fingerprint
from screening.show.made_with import made_with

_HEADING: Final = gettext("Read this first: what becomes of the answers")
_STORED: Final = (
    gettext("The screening program keeps nothing. This form is different: telephones and servers keep what is sent."),
    gettext(
        "What is kept can be lost, stolen, read by others, or demanded by a court. It can show those who harm the "
        "person that they spoke."
    ),
    gettext(
        "You can use this form and keep nothing: fill it in, read the last page, and leave the form without saving. "
        "Send nothing."
    ),
    gettext(
        "Save or send it only if the person agrees, your office needs it, and a rule says who may read it and when it "
        "is deleted."
    ),
    gettext("Nothing here asks who the person is. Write no name, number, address or birth date anywhere."),
    gettext("The form notes no time and no device. The server may add when the answers came, and who was signed in."),
    gettext("The result says how far the answers point to trafficking. It never says who is a victim and who is not."),
)
# Translators: read once, at the top of a form. The sign is used in other places too.
_NOT_REVIEWED: Final = gettext("~: no native speaker has reviewed these words. Say so if they are wrong.")
_NOT_TRANSLATED: Final = gettext("Some of these words are not translated yet. They are in another language.")
_CARD: Final = gettext("Before you begin")


def opening_notes(spoken: Spoken, notes: Notes) -> Iterator[Row]:
    """What becomes of the answers, and then what the screener does before the talk.

    Args:
        spoken: the language.
        notes: makes the notes.
    """
    indicator_set, say = spoken.indicator_set, spoken.say
    written = indicator_set.written
    yield notes.note(
        bold(say(_HEADING)),
        listed(map(say, _STORED)),
        *map(say, _marks(spoken)),
        say(made_with(written, fingerprint(written))),
    )
    yield from notes.of_lines(list(map(say, indicator_set.about.card)), heading=bold(say(_CARD)))


def _marks(spoken: Spoken) -> Iterator[Message]:
    """How far the words of this language can be relied on, once for all of them."""
    wording = spoken.indicator_set.wording
    if spoken.catalog.unreviewed or (wording is not None and wording.unreviewed):
        yield _NOT_REVIEWED
    if wording is not None and wording.as_written:
        yield _NOT_TRANSLATED
