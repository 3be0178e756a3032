"""An act without its place among the others."""

from collections.abc import Iterator
from typing import Any

from screening.language.messages import gettext, quoted
from screening.lint.rule import Rule, Scope
from screening.reading.problem import Problem
from screening.reading.set_files import SetFiles
from screening.reading.shape import File
from screening.sets.data_path import DataPath
from screening.sets.guidance import Flag, Pathway

RULE = Rule(id="missing-priority", scope=Scope.SOUND_SET)


def check(files: SetFiles) -> Iterator[Problem]:
    """A flag or pathway has `tonight`, `never` or `keep_from` and no `priority`, though others have; or only that.

    The first page of a result has room for a few acts and one thing not to do, in the order of their priorities. What
    has none comes after all others, and may fall off the page; a priority with nothing to say does nothing. A set that
    gives no priorities keeps the order of its files.

    Passes:
        guidance.yaml: [{id: help, tonight: Find a bed., priority: 2}]

    Passes:
        guidance.yaml: [{id: help, tonight: Find a bed.}]

    Fails:
        guidance.yaml: [{id: help, tonight: Find a bed.}, {id: home, never: Call the boss., priority: 1}]

    Fails:
        guidance.yaml: [{id: help, priority: 2}]
    """
    blocks = list(_blocks(files))
    some_have_one = any(block.priority is not None for _, _, block in blocks)
    for file, path, block in blocks:
        said = [key for key in ("tonight", "never", "keep_from") if getattr(block, key)]
        if said and block.priority is None and some_have_one:
            message = gettext(
                "{name} has {key} and no priority, and others have one", name=quoted(block.id), key=quoted(said[0])
            )
            yield file.problem((*path, said[0]), message, gettext("Add 'priority'; 1 comes first."), at_key=True)
        elif block.priority is not None and not said:
            message = gettext("{name} has a priority, and nothing that it is for", name=quoted(block.id))
            hint = gettext("Add 'tonight' or 'never', or leave it out.")
            yield file.problem((*path, "priority"), message, hint, at_key=True)


def _blocks(files: SetFiles) -> Iterator[tuple[File[Any], DataPath, Flag | Pathway]]:
    for index, flag in enumerate(files.about.value.flags):
        yield files.about, ("flags", index), flag
    if files.guidance is not None:
        for index, pathway in enumerate(files.guidance.value):
            yield files.guidance, (index,), pathway
