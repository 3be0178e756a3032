"""Terms of the glossary as lines, and as data: every name, and how well each is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from screening.glossary.terms import ENGLISH, Term, TermEvidence, Theme
from screening.language.messages import Listing, Message, gettext, pgettext
from screening.show.lines import Line

_EVIDENCE_NAME: Mapping[TermEvidence, Message] = {
    "seen": pgettext("a term", "seen"),
    "own_judgement": pgettext("a term", "own judgement, not reviewed by a native speaker"),
}
ABOUT = gettext(
    "Of several names, use the first. What was seen on no page is this project's own judgement, "
    "and no native speaker has reviewed it yet."
)
# Of a language that stands here, people know the name and not the code.
_LANGUAGE_NAME: Mapping[str, Message] = {"zh-Hant": pgettext("a language", "traditional Chinese")}


def glossary_lines(themes: Iterable[Theme]) -> Iterator[Line]:
    """The whole glossary, theme by theme."""
    yield Line("title", gettext("Glossary"))
    yield Line("text", ABOUT)
    for theme in themes:
        yield Line("heading", theme.title)
        yield from term_lines(theme.terms)


def term_lines(terms: Iterable[Term]) -> Iterator[Line]:
    """Terms: the English names, then those in other languages, and how these are known."""
    for term in terms:
        yield Line("item", _names(term.names[ENGLISH]))
        for language, names in term.translated.items():
            named = _LANGUAGE_NAME.get(language, language)
            yield Line("detail", gettext("{language}: {terms}", language=named, terms=_names(names)))
            yield from _known_from(term, language)
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


def _known_from(term: Term, language: str) -> Iterator[Line]:
    """How the names in a language are known. Which of them, is said only where not all are known from the same."""
    names = term.names[language]
    known = [(tuple(alike), pages) for pages, alike in groupby(names, lambda name: term.pages(language, name))]
    for alike, pages in known:
        how = _how(pages)
        if len(known) > 1:
            # Translators: {terms} are names of a term, {evidence} says how these are known.
            how = gettext("{terms}, {evidence}", terms=_names(alike), evidence=how)
        yield Line("detail", how)


def _how(pages: Sequence[str]) -> Message:
    if not pages:
        return _EVIDENCE_NAME["own_judgement"]
    # Translators: {evidence} is "seen", {pages} is where.
    return gettext("{evidence}: {pages}", evidence=_EVIDENCE_NAME["seen"], pages=Listing(tuple(pages), "semicolon"))
