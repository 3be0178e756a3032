"""A need that nobody in a place meets."""

from collections.abc import Iterator, Sequence
from typing import Any

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.directories import DirectoryFile
from screening.reading.kinds import KIND, Kind
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.shape import File
from screening.referral.emergency import emergency_service
from screening.sets.data_path import DataPath
from screening.sets.guidance import Flag, Pathway

RULE = Rule(id="need-not-offered", scope=Scope.SET_WITH_DIRECTORIES)


def check(files: SetFiles, directories: Sequence[DirectoryFile]) -> Iterator[Problem]:
    """A pathway or a flag needs something that no service in a place offers, or none that can be reached.

    Then the advice leads to nothing, at the worst moment. Find a service, or name another need. If nobody was looked up
    for it, write it under `not_listed`: then the program says what can be done anywhere. This is checked when sets and
    directories are checked together.

    Passes:
        guidance.yaml: [{id: help, needs: [shelter]}]

    Passes:
        guidance.yaml: [{id: help, needs: [asylum-advice]}]
        referrals/xx.yaml: {not_listed: [asylum-advice]}

    Fails:
        guidance.yaml: [{id: help, needs: [asylum-advice]}]
    """
    offered = {
        file.place: {need for service in file.services if service.contacts for need in service.offers}
        | {*emergency_service(file.file.value.emergency).offers, *file.file.value.not_listed}
        | {need for each in file.file.value.anywhere for need in each.needs}
        for file in directories
    }
    for file, path, kind, block in _blocks(files):
        for number, need in enumerate(block.needs):
            for place, offers in offered.items():
                if need not in offers:
                    message = gettext(
                        "nobody who can be reached in {place} offers {need}, which the {kind} {name} needs",
                        place=quoted(place),
                        need=quoted(need),
                        kind=KIND[kind],
                        name=quoted(block.id),
                    )
                    yield file.problem(
                        (*path, "needs", number), message, gettext("Find a service, or name another need.")
                    )


def _blocks(files: SetFiles) -> Iterator[tuple[File[Any], DataPath, Kind, Flag | Pathway]]:
    for index, flag in enumerate(files.about.value.flags):
        yield files.about, ("flags", index), "flag", flag
    if files.guidance is not None:
        for index, pathway in enumerate(files.guidance.value):
            yield files.guidance, (index,), "pathway", pathway
