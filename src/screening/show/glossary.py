"""Terms of the glossary as lines, and as data: every name, and how well each is known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from screening.glossary.terms import ENGLISH, Term, TermEvidence, Theme
from screening.language.messages import Listing, Message, gettext, pgettext
from screening.show.lines import Line

_EVIDENCE_NAME: Mapping[TermEvidence, Message] = {
    "seen": pgettext("a term", "seen"),
    "own_knowledge": pgettext("a term", "own knowledge, not reviewed by a native speaker"),
}
# Of a language that stands here, people know the name and not the code.
_LANGUAGE_NAME: Mapping[str, Message] = {"zh-Hant": pgettext("a language", "traditional Chinese")}


def glossary_lines(themes: Iterable[Theme]) -> Iterator[Line]:
    """The whole glossary, theme by theme."""
    yield Line("title", gettext("Glossary"))
    yield Line(
        "text",
        gettext(
            "Of several names, use the first. What was seen on no page is this project's own knowledge, "
            "and no native speaker has reviewed it yet."
        ),
    )
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
            yield Line("detail", _known_from(term, language))
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
        "evidence": {language: term.evidence(language) for language in term.translated},
        "seen": term.seen,
        "everyday": term.everyday,
        "note": term.note,
    }


def _names(names: Sequence[str]) -> str:
    return " / ".join(names)


def _known_from(term: Term, language: str) -> Message:
    how = _EVIDENCE_NAME[term.evidence(language)]
    pages = term.seen.get(language)
    if not pages:
        return how
    # Translators: {evidence} is "seen", {pages} is where.
    return gettext("{evidence}: {pages}", evidence=how, pages=Listing(tuple(pages), "semicolon"))
