"""A term that is translated otherwise than in the glossary."""

from collections.abc import Iterable, Iterator

from screening.glossary.terms import ENGLISH, Term, finder, folded, language_of
from screening.language.messages import Listing, gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.glossary import built_in_glossary
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.translations import Translated, TranslationFile, read_translations

RULE = Rule(id="glossary-term", scope=Scope.SOUND_SET, language="en")


def check(files: SetFiles) -> Iterator[Problem]:
    """A translation has none of the names that the glossary gives for a term of its English text.

    If one word is translated in two ways, it sounds like two things, to the person and in a report. Use a name from the
    glossary, or ignore the finding if the English word means something else here. Fuzzy entries are checked too.

    A term has to stand in the English text as whole words, also in the plural, and the longest one counts. Terms that
    the glossary marks as `everyday`, such as "transfer" and "receipt", pass, because they are also used in other ways.
    Languages that the glossary does not have are not checked.

    Passes:
        locale/zh-Hant.po: {set.title: {msgid: Signs of debt bondage, msgstr: 債務勞役的跡象}}

    Passes:
        locale/zh-Hant.po: {set.title: {msgid: The receipt for the debt, msgstr: 欠債收據}}

    Fails:
        locale/zh-Hant.po: {set.title: {msgid: Signs of debt bondage, msgstr: 欠債的跡象}}
    """
    translations = read_translations(files.folder)
    if not translations:
        return
    glossary = built_in_glossary()
    if glossary.problems:
        # They are told where the glossary is checked.
        return
    terms = [term for theme in glossary.themes for term in theme.terms]
    named = {language for term in terms for language in term.names} - {ENGLISH}
    find = finder(terms)
    for file in translations:
        language = language_of(file.language, named)
        for entry in file.entries:
            if entry.text and language is not None:
                yield from _in_entry(file, entry, language, find(entry.english))


def _in_entry(
    file: TranslationFile, entry: Translated, language: str, terms: Iterable[tuple[str, Term]]
) -> Iterator[Problem]:
    said = folded(entry.text)
    for name, term in terms:
        names = term.names.get(language, ())
        if not names or term.everyday or any(folded(each) in said for each in names):
            continue
        use, *others = names
        message = gettext(
            "{term} in {text} is called {use} in the glossary", term=quoted(name), text=quoted(entry.id), use=use
        )
        hint = (
            gettext("Write it, or {others}.", others=Listing(tuple(others), "or_or"))
            if others
            else gettext("Write it.")
        )
        if term.evidence(language, use) == "own_judgement":
            hint = gettext(
                "{hint} No native speaker has reviewed it: where it is wrong, correct the glossary.", hint=hint
            )
        yield Problem(file.file, entry.line, 1, message, hint)
