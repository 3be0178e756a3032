"""Terms of the glossary as lines, and as data: every name, and how well each is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from screening.glossary.terms import ENGLISH, Term, TermEvidence, Theme
from screening.language.messages import Listing, Message, gettext, pgettext
from screening.show.languages import written_name
from screening.show.lines import Line

_EVIDENCE_NAME: Mapping[TermEvidence, Message] = {
    "seen": pgettext("a term", "seen"),
    "own_judgement": pgettext("a term", "own judgement, not reviewed by a native speaker"),
}
ABOUT = gettext(
    "Of several names, use the first. What was seen on no page is this project's own judgement, "
    "and no native speaker has reviewed it yet."
)


def glossary_lines(themes: Iterable[Theme], first: Sequence[str] = ()) -> Iterator[Line]:
    """The whole glossary, theme by theme.

    Args:
        themes: the glossary.
        first: the languages that come before the others.
    """
    yield Line("title", gettext("Glossary"))
    yield Line("text", ABOUT)
    for theme in themes:
        yield Line("heading", theme.title)
        yield from term_lines(theme.terms, first)


def term_lines(terms: Iterable[Term], first: Sequence[str] = ()) -> Iterator[Line]:
    """Terms: the English names, then those in other languages, and how these are known.

    Args:
        terms: the terms.
        first: the languages that come before the others.
    """
    for term in terms:
        yield Line("item", _names(term.names[ENGLISH]))
        for language in dict.fromkeys([*first, *term.translated]):
            names = term.translated.get(language)
            if names is not None:
                told = gettext("{language}: {terms}", language=written_name(language), terms=_names(names))
                yield Line("detail", told)
                yield from _seen_on(term, language)
        yield from _own_judgement(term)
        if term.note is not None:
            yield Line("detail", term.note)


def glossary_data(themes: Sequence[Theme], terms: Iterable[Term] | None = None) -> dict[str, Any]:
    """Terms for other programs, all where none are named."""
    themed = [(term, theme.title) for theme in themes for term in theme.terms]
    wanted = [term for term, _ in themed] if terms is None else terms
    return {"terms": [_data(each, next(title for term, title in themed if term is each)) for each in wanted]}


def _data(term: Term, theme: str) -> dict[str, Any]:
    return {
        "theme": theme,
        "names": term.names,
        "evidence": {
            language: {name: term.evidence(language, name) for name in names}
            for language, names in term.translated.items()
        },
        "seen": term.seen,
        "everyday": term.everyday,
        "note": term.note,
    }


def _names(names: Sequence[str]) -> str:
    return " / ".join(names)


def _seen_on(term: Term, language: str) -> Iterator[Line]:
    """Where the names in a language were seen. Which of them, is said only where not all are known from the same."""
    names = term.names[language]
    known = [(tuple(alike), pages) for pages, alike in groupby(names, lambda name: term.pages(language, name))]
    for alike, pages in known:
        if not pages:
            continue
        # Translators: {evidence} is "seen", {pages} is where.
        how = gettext("{evidence}: {pages}", evidence=_EVIDENCE_NAME["seen"], pages=Listing(pages, "semicolon"))
        if len(known) > 1:
            # Translators: {terms} are names of a term, {evidence} says how these are known.
            how = gettext("{terms}, {evidence}", terms=_names(alike), evidence=how)
        yield Line("detail", how)


def _own_judgement(term: Term) -> Iterator[Line]:
    """That nobody has reviewed what was seen nowhere: once, for all languages together."""
    known = {term.evidence(language, name) for language, names in term.translated.items() for name in names}
    if "own_judgement" not in known:
        return
    how = _EVIDENCE_NAME["own_judgement"]
    # Translators: of a term, after its names and where some of them were seen; {evidence} says how the rest is known.
    yield Line("detail", how if known == {"own_judgement"} else gettext("all other names: {evidence}", evidence=how))
