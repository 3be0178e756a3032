"""`screening glossary`: what a term is called in another language."""

import sys
from collections.abc import Sequence
from typing import Literal

from screening.commands.exit_codes import DONE, BadInput
from screening.glossary.terms import Term, find, folded, languages_named
from screening.language.catalog import Catalog
from screening.language.messages import Message, gettext, quoted
from screening.reading.glossary import built_in_glossary
from screening.reading.problem import nearest
from screening.show.data import encode
from screening.show.glossary import glossary_data, glossary_lines, term_lines
from screening.show.terminal import print_lines
from screening.terminal.outlet import put


def glossary(words: Sequence[str], language: Catalog, format_: Literal["terminal", "json"]) -> int:
    """Show the terms that are called so or have these words in a name; all of them, by theme, where none are given.

    Raises:
        BadInput: there is no such term.
    """
    themes = built_in_glossary().themes
    query = " ".join(words)
    every = [term for theme in themes for term in theme.terms]
    terms = find(every, query) if words else None
    first = languages_named(every, language.language)
    if terms == ():
        hint = _hint(query, every)
        raise BadInput(gettext("there is no term {name} in the glossary. {hint}", name=quoted(query), hint=hint))
    if format_ == "json":
        put(encode(glossary_data(themes, terms)) + "\n")
    else:
        # Whoever asks in a language looks for what a term is called in it.
        print_lines(glossary_lines(themes, first) if terms is None else term_lines(terms, first), sys.stdout, language)
    return DONE


def _hint(query: str, terms: Sequence[Term]) -> Message:
    """How to find a term after all."""
    as_written = {folded(name): name for term in terms for names in term.names.values() for name in names}
    # Each word by itself: "forced labor" is nearer to "forced labour or services" than to "forced marriage".
    words = dict.fromkeys(word for name in as_written for word in name.split())
    meant = " ".join(word if word in words else nearest(word, words) or word for word in folded(query).split())
    near = [name for name in as_written if meant and meant in name]
    if near:
        return gettext("Did you mean {name}?", name=quoted(as_written[min(near, key=len)]))
    return gettext("'screening glossary' lists all terms.")
