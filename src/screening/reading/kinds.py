"""The kinds of what files name by an id, in words."""

from collections.abc import Mapping
from typing import Final, Literal

from screening.language.messages import Message, gettext, pgettext

Kind = Literal[
    "band",
    "circumstance",
    "dimension",
    "district",
    "element_or_dimension",
    "flag",
    "indicator",
    "option",
    "pathway",
    "question",
    "question_or_circumstance",
    "rule",
    "scale",
    "section",
    "section_file",
    "service",
    "situation",
    "source",
    "vignette",
]

# Within a sentence, before the id.
KIND: Final[Mapping[Kind, Message]] = {
    "band": pgettext("what a file names", "band"),
    "circumstance": pgettext("what a file names", "circumstance"),
    "dimension": pgettext("what a file names", "dimension"),
    "district": pgettext("what a file names", "district"),
    "element_or_dimension": pgettext("what a file names", "element or dimension"),
    "flag": pgettext("what a file names", "flag"),
    "indicator": pgettext("what a file names", "indicator"),
    "option": pgettext("what a file names", "option"),
    "pathway": pgettext("what a file names", "pathway"),
    "question": pgettext("what a file names", "question"),
    "question_or_circumstance": pgettext("what a file names", "question or circumstance"),
    "rule": pgettext("what a file names", "rule"),
    "scale": pgettext("what a file names", "scale"),
    "section": pgettext("what a file names", "section"),
    "section_file": pgettext("what a file names", "file for the section"),
    "service": pgettext("what a file names", "service"),
    "situation": pgettext("what a file names", "situation"),
    "source": pgettext("what a file names", "source"),
    "vignette": pgettext("what a file names", "vignette"),
}
# Of which English says "an".
_AN = frozenset({"element_or_dimension", "indicator", "option"})


def not_there(kind: Kind, name: str) -> Message:
    """That nothing of a kind has an id.

    Args:
        kind: the kind.
        name: the id, quoted.
    """
    # Translators: {kind} is "question", "flag" and the like, {name} its id.
    return gettext("there is no {kind} {name}", kind=KIND[kind], name=name)


def already_there(kind: Kind, name: str, file: str) -> Message:
    """That something of a kind has an id already.

    Args:
        kind: the kind.
        name: the id, quoted.
        file: where that one stands.
    """
    if kind in _AN:
        # Translators: {kind} is "indicator" or "option", {name} its id.
        return gettext("there is already an {kind} {name} in {file}", kind=KIND[kind], name=name, file=file)
    # Translators: {kind} is "question", "flag" and the like, {name} its id.
    return gettext("there is already a {kind} {name} in {file}", kind=KIND[kind], name=name, file=file)
