"""A translation that does not fit its list of whom to call any more."""

from collections.abc import Iterator
from pathlib import Path

from screening.language.messages import Message, gettext, quoted
from screening.lint.kept_in_translation import entry_problems
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile
from screening.reading.problem import Problem
from screening.reading.translations import read_translations_in
from screening.referral.directory import Directory
from screening.referral.directory_texts import directory_texts
from screening.referral.fit_to_show import unfit_to_show

RULE = Rule(id="services-translation", scope=Scope.SERVICES)


def check(file: AnyFile) -> Iterator[Problem]:
    """A file in `locale/NAME` beside a directory translates other English than today's, or a text that is not there.

    Then an officer would read what the directory does not say any more, such as whom a service takes. `screening
    translate` brings the file up to date. Names in braces, digits and keys are the same on both sides, as in
    `translation`. A translation that has a trap of the place in it, an everyday name that gives a card away, and a name
    that another service has too, fail, and are not shown. What is missing, empty or fuzzy passes.

    Passes:
        referrals/locale/xx/de.po: {service.house.name: {msgid: The old house, msgstr: Das alte Haus}}

    Fails:
        referrals/locale/xx/de.po: {service.house.name: {msgid: The house, msgstr: Das Haus}}

    Fails:
        referrals/locale/xx/de.po: {service.home.name: {msgid: The old house, msgstr: Das alte Haus}}

    Fails:
        referrals/xx.yaml: {services: [{id: house, everyday: {en: Aunty}}]}
        referrals/locale/xx/de.po: {service.house.everyday: {msgid: Aunty, msgstr: Hotline}}
    """
    path, services = Path(file.file.text.file), file.file.value
    today = directory_texts(services, None)
    traps = services.traps if isinstance(services, Directory) else ()
    for each in read_translations_in(path.parent / "locale" / path.stem):
        yield from each.problems
        if each.problems:
            continue
        found = list(entry_problems(each, today, _has_none))
        yield from found
        told = {entry.line for entry in found}
        shown = {
            entry.id: entry
            for entry in each.entries
            if entry.text and entry.line not in told and today.get(entry.id) == entry.english
        }
        texts = {name: entry.text for name, entry in shown.items()}
        for name, why in unfit_to_show(services, today, texts, traps):
            message = gettext("in {text}, {difference}", text=quoted(name), difference=why)
            yield Problem(each.file, shown[name].line, 1, message, gettext("Translate it in another way."))


def _has_none(name: str) -> Message:
    return gettext("the directory has no text {text}", text=quoted(name))
