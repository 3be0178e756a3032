"""What the program imports is what it declares, so that a version of it can be asked for."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import screening

TOP = Path(screening.__file__).parents[2]
# Where a library is imported under another name than its project has.
PROJECT = {"yaml": "pyyaml"}
# Imported by Python itself, where the system has no time zones.
NOT_IMPORTED = {"tzdata"}


def imported() -> set[str]:
    """The libraries that any module of the program imports, early or late."""
    names: set[str] = set()
    for path in (TOP / "src").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module is not None and node.level == 0:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names) - {"screening"}


def names(declared: list[str]) -> set[str]:
    return {re.split("[^A-Za-z0-9._-]", each)[0].lower() for each in declared}


def test_what_is_imported_is_declared_and_nothing_else() -> None:
    project = tomllib.loads((TOP / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [*project["optional-dependencies"]["workshop"], *project["optional-dependencies"]["export"]]
    declared = names(project["dependencies"]) | names(extras)

    assert {PROJECT.get(name, name).lower() for name in imported()} == declared - NOT_IMPORTED
