"""Which set is taken where none is named. Each says its role itself; an agency's own comes before a built-in one."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from screening.language.messages import gettext, quoted
from screening.reading.files import read_file
from screening.reading.problem import Problem, Unsound
from screening.reading.set_catalog import SetCatalog
from screening.sets.vocabulary import Role

# It stands at the top of `set.yaml`, and the rest need not be read to find a set.
_TOP = frozenset({"roles"})


def set_with_role(role: Role, catalog: SetCatalog) -> str | None:
    """The name in the catalog of the set that has a role; None where none has.

    Raises:
        Unsound: two of an agency's own sets have it, and nobody can tell which is meant.
    """
    own = [name for name in catalog.folders if name not in catalog.built_in]
    with_it = [name for name in own if role in _roles(catalog.folders[name])]
    problems = list(roles_twice((catalog.folders[name] for name in with_it), only=role))
    if problems:
        raise Unsound(problems)
    if with_it:
        return with_it[0]
    # Each of the built-in ones is looked at only until it is found: somebody waits for the first question.
    return next(
        (name for name in catalog.folders if name in catalog.built_in and role in _roles(catalog.folders[name])), None
    )


def roles_twice(folders: Iterable[Path], only: Role | None = None) -> Iterator[Problem]:
    """Every role of a set that one before it has already.

    Args:
        folders: the folders of the sets.
        only: the role to look at; every one where it is not given.
    """
    first: dict[str, Path] = {}
    for folder in folders:
        for role, at in _roles(folder).items():
            if only in {None, role} and first.setdefault(role, folder) != folder:
                message = gettext(
                    "the set in {folder} already has the role {role}", folder=str(first[role]), role=quoted(role)
                )
                yield Problem(*at, message, gettext("Give it to one of the two only."), "role-twice")


def _roles(folder: Path) -> dict[str, tuple[str, int, int]]:
    """The roles that the set in a folder says it has, with where; none where its file cannot be read."""
    try:
        text = read_file(folder / "set.yaml", until=_TOP)
    except Unsound:
        return {}
    said = text.data.get("roles") if text.readable and isinstance(text.data, dict) else None
    listed = said if isinstance(said, list) else []
    positions = ((role, text.position.find(("roles", number))) for number, role in enumerate(listed))
    return {role: (at.file, at.line, at.column) for role, at in positions if isinstance(role, str)}
