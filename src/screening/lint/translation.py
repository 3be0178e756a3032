"""A translation that does not fit its set any more."""

from collections.abc import Iterator, Mapping

from screening.language.messages import Listing, gettext, ngettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import DidYouMean, Problem
from screening.reading.sets import SetFiles
from screening.reading.translations import TranslationFile, read_translations
from screening.sets.fields import A_CALL
from screening.sets.texts import texts

RULE = Rule(id="translation", scope=Scope.SOUND_SET)

_SHOWN = 3


def check(files: SetFiles) -> Iterator[Problem]:
    """A file in `locale` translates a text that is not in the set, or other English than today's, or leaves a text out.

    Then the person would be asked something else than what is marked. Translate the text again, or take it out. An
    entry that is still empty or fuzzy passes: that shows that it is not done. `{call}`, where a number is put, stays.

    Passes:
        set.yaml: {title: Another title}
        locale/de.po: {set.title: Another title}

    Fails:
        set.yaml: {title: Another title}

    Fails:
        locale/de.po: {set.title: null}

    Fails:
        locale/de.po: {question.petrol.ask: Petrol?}
    """
    today = texts(files.set)
    for file in read_translations(files.folder):
        yield from file.problems
        if not file.problems:
            yield from _in_file(file, today)


def _in_file(file: TranslationFile, today: Mapping[str, str]) -> Iterator[Problem]:
    seen: set[str] = set()
    for entry in file.entries:
        if entry.id not in today:
            message = (
                gettext("the set has no text {text}", text=quoted(entry.id))
                if entry.id
                else gettext("this entry has no msgctxt")
            )
            yield Problem(
                file.file, entry.line, 1, message, DidYouMean(entry.id, today) if entry.id else gettext("Add it.")
            )
        elif entry.id in seen:
            yield Problem(
                file.file,
                entry.line,
                1,
                gettext("{text} appears here a second time", text=quoted(entry.id)),
                gettext("Keep one of them."),
            )
        elif entry.english != today[entry.id]:
            message = gettext("{text} translates a text that has changed", text=quoted(entry.id))
            yield Problem(
                file.file, entry.line, 1, message, gettext("Put today's text into msgid, and translate it again.")
            )
        elif entry.text and (A_CALL in entry.text) is not (A_CALL in entry.english):
            message = gettext("{text} has {call} in one of the two languages only", text=quoted(entry.id), call=A_CALL)
            hint = gettext("Leave it as it is, in its place: a number is put there.")
            yield Problem(file.file, entry.line, 1, message, hint)
        seen.add(entry.id)
    left = [name for name in today if name not in seen]
    if left:
        named = Listing((*left[:_SHOWN], *(("...",) if len(left) > _SHOWN else ())), "comma")
        message = ngettext(
            "{count} text has no entry: {texts}", "{count} texts have no entry: {texts}", len(left), texts=named
        )
        yield Problem(file.file, 1, 1, message, gettext("Add an entry for each."))
