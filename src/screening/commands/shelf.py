"""The sets that a command can name: the built-in ones, and those of the folders that the user names."""

import os
from collections.abc import Iterable
from pathlib import Path

from screening.commands.outcome import BadInput
from screening.reading.shelf import Shelf, read_shelf

# Folders as in PATH, with the system's separator between them.
VARIABLE = "SCREENING_PATH"


def open_shelf(folders: Iterable[Path]) -> Shelf:
    """Find the sets of these folders, and of those named in the environment, besides the built-in ones.

    Raises:
        BadInput: there is no such folder.
        Unsound: two sets have one id.
    """
    named = [(folder, "--indicators") for folder in folders]
    named += [(Path(part), VARIABLE) for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part]
    for folder, where in named:
        if not folder.is_dir():
            raise BadInput(f"there is no folder {folder}, which {where} names. Check the path.")
    return read_shelf([folder for folder, _ in named])
