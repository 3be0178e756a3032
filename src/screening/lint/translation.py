"""A translation that does not fit its set any more, or is less than the set promises."""

from collections.abc import Iterator, Mapping

from screening.language.messages import Listing, gettext, ngettext, quoted
from screening.lint.kept_in_translation import entry_problems
from screening.lint.rule import Rule, Scope
from screening.reading.language_files import read_language
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.translations import read_translations
from screening.sets.texts import texts

RULE = Rule(id="translation", scope=Scope.SOUND_SET)

_SHOWN = 3


def check(files: SetFiles) -> Iterator[Problem]:
    """A file in `locale` translates a text that is not in the set, or other English than today's.

    Then the person would be asked something else than what is marked. `screening translate` brings the file up to
    date: a text that has changed keeps its translation, and the English that this was made of, in a line `#| msgid`.
    Translate the text again, and delete that line; or empty the translation, so that the English is shown.

    Names in braces, digits and keys are the same on both sides: `{call}`, where a number is put; 18 and 24; `x` and
    Enter. An entry that is missing, still empty or fuzzy passes, and the English is shown where nothing else is. Only
    of a language that `languages` in `set.yaml` promises, each text has to be translated; it may be fuzzy.

    Passes:
        set.yaml: {title: Another title}
        locale/de.po: {set.title: Another title}

    Passes:
        locale/de.po: {set.title: null}

    Fails:
        set.yaml: {title: Another title}

    Fails:
        set.yaml: {languages: [de]}

    Fails:
        locale/de.po: {question.petrol.ask: Petrol?}

    Fails:
        locale/de.po: {set.title: {msgid: A sound set, msgstr: Ein Satz, previous_msgid: A set, flags: [fuzzy]}}

    Fails:
        set.yaml: {title: Press x after 24 hours}
        locale/de.po: {set.title: {msgid: Press x after 24 hours, msgstr: Nach 42 Stunden drücken}}
    """
    today = texts(files.set)
    for file in read_translations(files.folder):
        yield from file.problems
        if not file.problems:
            yield from entry_problems(
                file, today, lambda name: gettext("the set has no text {text}", text=quoted(name))
            )
    yield from _not_as_promised(files, today)


def _not_as_promised(files: SetFiles, today: Mapping[str, str]) -> Iterator[Problem]:
    """What lacks in a language that the set promises. What comes along from a set that it extends is there."""
    for number, language in enumerate(files.about.value.languages):
        left = read_language(files.locales, language, today).in_english
        if left:
            named = Listing((*left[:_SHOWN], *(("...",) if len(left) > _SHOWN else ())), "comma")
            message = ngettext(
                "{language} is promised, and {count} text is not translated: {texts}",
                "{language} is promised, and {count} texts are not translated: {texts}",
                len(left),
                language=quoted(language),
                texts=named,
            )
            hint = gettext("Translate what is missing, or take the language out.")
            yield files.about.problem(("languages", number), message, hint)
