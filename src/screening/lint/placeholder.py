"""What a template left to be replaced."""

from collections.abc import Iterator

from msgspec.structs import replace

from screening.lint.rule import Rule, Scope
from screening.reading.directories import AnyFile
from screening.reading.placeholders import placeholders
from screening.reading.problem import Problem

RULE = Rule(id="placeholder", scope=Scope.SERVICES)


def check(file: AnyFile) -> Iterator[Problem]:
    """A text that begins with REPLACE has not been replaced yet, or a number is one that is kept for films. A warning.

    `screening new directory` writes such texts, and the examples of the manual have such numbers. They are the list of
    what you still have to find out. Until the last of them is gone, every other command refuses the file, so that
    nobody is ever sent to somebody who does not exist. Write what is so, or take the part out.

    Passes:
        referrals/xx.yaml: {services: [{id: house, notes: [Ask for the night team.]}]}

    Fails:
        referrals/xx.yaml: {services: [{id: house, notes: ["REPLACE: what else to know"]}]}

    Fails:
        referrals/xx.yaml:
          services:
            - {id: house, contacts: [{kind: telephone, number: "+1 202 555 0147", evidence: official}]}
    """
    yield from (replace(each, warning=True) for each in placeholders(file.file.text))
