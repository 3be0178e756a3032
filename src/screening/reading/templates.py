"""What a new set or directory begins as. It lies in the package, real and whole: `check` reads it as any other."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

from msgspec import Struct

from screening.reading.files import is_there, read_bytes, yaml_files
from screening.reading.set_catalog import data_folder
from screening.reading.yaml_text import read_yaml

# In the order in which somebody reads them for the first time.
_PARTS = ("set.yaml", "indicators.yaml", "sections", "guidance.yaml", "vignettes")


class Template(Struct, frozen=True):
    """A set to begin with.

    Attributes:
        set_id: the id that stands in its files for that of the new set.
        extends: the id that stands there for that of the set which is extended; None where it extends none.
        files: the texts of its files by their path within its folder, `set.yaml` first.
    """

    set_id: str
    extends: str | None
    files: Mapping[str, str]


def read_template(name: Literal["alone", "extending"]) -> Template:
    """A set to begin with: one by itself, or one that extends another."""
    folder = data_folder("templates") / name
    files = {path.relative_to(folder).as_posix(): read_bytes(path).decode() for path in _files(folder)}
    about = read_yaml(files["set.yaml"].encode(), "set.yaml").data
    return Template(about["id"], about.get("extends"), files)


def read_directory_template(name: Literal["whole", "own"]) -> str:
    """The text of a directory to begin with: a whole one of a place, or an agency's own services."""
    return read_bytes(data_folder("templates") / "directories" / f"{name}.yaml").decode()


def _files(folder: Path) -> Iterator[Path]:
    for part in _PARTS:
        path = folder / part
        if path.is_dir():
            yield from yaml_files(path)
        elif is_there(path):
            yield path
