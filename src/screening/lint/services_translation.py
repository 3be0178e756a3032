"""A translation that does not fit its list of whom to call any more."""

from collections.abc import Iterator
from pathlib import Path

from screening.language.messages import gettext, quoted
from screening.lint.kept_in_translation import entry_problems
from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile
from screening.reading.problem import Problem
from screening.reading.translations import read_translations_in
from screening.referral.directory_texts import directory_texts

RULE = Rule(id="services-translation", scope=Scope.SERVICES)


def check(file: AnyFile) -> Iterator[Problem]:
    """A file in `locale/NAME` beside a directory translates other English than today's, or a text that is not there.

    Then an officer would read what the directory does not say any more, such as whom a service takes. `screening
    translate` brings the file up to date. Names in braces, digits and keys are the same on both sides, as in
    `translation`. What is missing, empty or fuzzy passes.

    Passes:
        referrals/locale/xx/de.po: {service.house.name: {msgid: The old house, msgstr: Das alte Haus}}

    Fails:
        referrals/locale/xx/de.po: {service.house.name: {msgid: The house, msgstr: Das Haus}}

    Fails:
        referrals/locale/xx/de.po: {service.home.name: {msgid: The old house, msgstr: Das alte Haus}}
    """
    path = Path(file.file.text.file)
    today = directory_texts(file.file.value, None)
    for each in read_translations_in(path.parent / "locale" / path.stem):
        yield from each.problems
        if not each.problems:
            yield from entry_problems(
                each, today, lambda name: gettext("the directory has no text {text}", text=quoted(name))
            )
