"""The files of a set as plain data, laid over those of the set that it extends."""

from collections.abc import Collection
from pathlib import Path

from msgspec import Struct

from screening.language.messages import Message, gettext, quoted
from screening.reading.bounds import Bounds
from screening.reading.files import entries, is_there, missing, read_file, read_part, real_path, yaml_files
from screening.reading.overlay import asks_more, overlay
from screening.reading.problem import Problem, Problems, Unsound, did_you_mean
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.set_texts import SetTexts
from screening.reading.yaml_text import YamlText
from screening.sets.model import Extended

_FILES = ("set.yaml", "indicators.yaml", "guidance.yaml")
_FOLDERS = ("sections", "vignettes", "locale")


class Layers(Struct, frozen=True):
    """The files of a set with those of the set that it extends under them; `of_base` is wrong with that one's files."""

    texts: SetTexts
    problems: Problems
    of_base: Problems
    extends: Extended | None = None
    base: SetTexts | None = None
    asks_more: bool = False
    below: tuple[Path, ...] = ()


def read_layers(folder: Path, catalog: SetCatalog | None, *, vignettes: bool) -> Layers:
    """Read a set and what it extends.

    Args:
        folder: the folder in which `set.yaml` stands.
        catalog: where a set that it extends is looked up; the built-in sets where none is given.
        vignettes: false leaves them out.

    Raises:
        Unsound: there is no `set.yaml`, it or a folder cannot be opened, or the set that it extends is not there.
    """
    return _layers(folder, catalog, (), Bounds(), vignettes=vignettes)


def _layers(
    folder: Path, catalog: SetCatalog | None, above: tuple[tuple[Path, str], ...], bounds: Bounds, *, vignettes: bool
) -> Layers:
    """As `read_layers`; `above` are the folders and ids of the sets that extend it."""
    own = _read_texts(folder, bounds, vignettes=vignettes)
    problems = _strangers(folder)
    about = own.about.data if isinstance(own.about.data, dict) else {}
    name = about.get("extends")
    if not isinstance(name, str):
        return Layers(own, Problems(problems), Problems())
    catalog = catalog or read_catalog()
    above = (*above, (real_path(folder), str(about.get("id"))))
    if name not in catalog.folders:
        hint = gettext(
            "{hint} Sets of your own are found in the folders of --indicators.",
            hint=did_you_mean(name, catalog.folders),
        )
        missing_base = own.about.problem(
            ("extends",), gettext("there is no set {name} to extend", name=quoted(name)), hint
        )
        raise Unsound([missing_base, *own.about.problems])
    base_folder = catalog.folders[name]
    if real_path(base_folder) in [each for each, _ in above]:
        circle = " -> ".join([*(each for _, each in above), name])
        message = gettext("these sets extend one another in a circle: {circle}", circle=circle)
        raise Unsound([own.about.problem(("extends",), message, gettext("Let one of them stand on its own."))])
    base = _layers(base_folder, catalog, above, bounds, vignettes=vignettes)
    texts, own_problems = overlay(base.texts, own)
    version = base.texts.about.data.get("version") if isinstance(base.texts.about.data, dict) else None
    extends = Extended(id=name, version=str(version), extends=base.extends)
    own_problems.extend(problems)
    own_problems.extend(base.problems)
    more = base.asks_more or asks_more(base.texts, texts)
    return Layers(texts, own_problems, base.problems, extends, base.texts, more, (base_folder, *base.below))


def _read_texts(folder: Path, bounds: Bounds, *, vignettes: bool) -> SetTexts:
    set_file = folder / "set.yaml"

    def part(path: Path) -> YamlText | None:
        return read_part(path, bounds) if is_there(path) else None

    def parts(folder: Path) -> tuple[YamlText, ...]:
        return tuple(read_part(path, bounds) for path in yaml_files(folder))

    if not is_there(set_file):
        raise Unsound([missing(set_file, gettext("there is no such file"))])
    return SetTexts(
        about=read_file(set_file, bounds),
        indicators=part(folder / "indicators.yaml"),
        sections=parts(folder / "sections"),
        guidance=part(folder / "guidance.yaml"),
        vignettes=parts(folder / "vignettes") if vignettes else None,
    )


def _strangers(folder: Path) -> list[Problem]:
    """Files and folders that a set does not have: misspelt, they would be passed over in silence."""
    files = [path for path in yaml_files(folder) if path.name not in _FILES]
    folders = [path for path in entries(folder) if path.is_dir() and path.name not in _FOLDERS and yaml_files(path)]
    return [
        *(_stranger(path, gettext("a set has no file {name}", name=quoted(path.name)), _FILES) for path in files),
        *(_stranger(path, gettext("a set has no folder {name}", name=quoted(path.name)), _FOLDERS) for path in folders),
    ]


def _stranger(path: Path, message: Message, known: Collection[str]) -> Problem:
    return Problem(str(path), 1, 1, message, did_you_mean(path.name, known), "file")
