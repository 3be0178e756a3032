"""Prints the lowest version that pyproject.toml allows of each library, as constraints for pip."""

import re
import sys
import tomllib
from pathlib import Path

ALLOWED = re.compile(r"([A-Za-z0-9._-]+)>=([0-9.]+)(?:,[^;]+)?(;.+)?")

project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
for dependency in [*project["dependencies"], *project["optional-dependencies"]["workshop"]]:
    match = ALLOWED.fullmatch(dependency)
    if match is None:
        sys.exit(f"pyproject.toml: {dependency!r} names no lowest version. Write it as name>=version.")
    name, lowest, where = match.groups()
    print(f"{name}=={lowest}{where or ''}")
