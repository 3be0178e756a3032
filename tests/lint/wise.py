"""A small set and a directory with which every rule is content, and examples that are laid over them."""

import inspect
import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import polib
import yaml

from screening.lint import RULES
from screening.reading.directories import DirectoryFile, read_directory
from screening.reading.set_files import SetFiles
from screening.reading.sets import read_set
from screening.reading.yaml_text import read_yaml
from screening.sets.texts import texts
from tests.support.folders import SOUND

Data = dict[str, Any]
# By which contacts are old or not.
TODAY = date(2026, 11, 28)
_REFERRALS = "referrals/"
DIRECTORY = f"{_REFERRALS}xx.yaml"
_PO = ".po"

# What the sound set lacks to be wise: reasons, sources, and something that comes of every question.
_WISER = """
indicators.yaml:
  - {id: held, source: {ref: ilo, grade: A}, strength_source: {grade: project}}
  - {id: afraid, source: {ref: ilo, grade: B}, strength_source: {grade: project}}
sections/main.yaml:
  questions:
    - {id: papers, listen: Kept by a boss., why: Papers are used to hold people.}
    - {id: with, always: true, listen: Who is named first., why: It says which help fits.}
    - {id: tonight, listen: The boss's house., why: The night comes first.}
    - {id: after, listen: What was said., why: It says more., shows: [held]}
guidance.yaml:
  - {id: help, needs: [shelter]}
  - {id: home, when: {question: with, is: [boss]}, title: At home, do: [Listen]}
"""
_DIRECTORY = """
place: xx
names: {en: Nowhere}
as_of: "2026-01-31"
time_zone: Asia/Hong_Kong
emergency: {number: "555", names: {en: Emergency}, evidence: official, source: S, page_date: "2026"}
services:
  - id: house
    names: {en: The old house}
    offers: [shelter]
    contacts: [{kind: telephone, number: "18280", evidence: official}]
    source: S
    page_date: "2026"
"""
# In a docstring without its indent.
EXAMPLE = re.compile(r"^(Passes|Fails):\n((?:(?: {4}.*)?\n?)+)", re.MULTILINE)
_RANGE = re.compile(r"(.*)\{(\d+)\.\.(\d+)\}")


@dataclass(frozen=True)
class Example:
    """An example out of a rule's docstring.

    Attributes:
        code: the rule's code.
        passes: whether the rule has to be content with it.
        text: what is laid over the wise set, as YAML.
    """

    code: str
    passes: bool
    text: str


def examples(code: str) -> list[Example]:
    """The examples of a rule, in the order of its docstring."""
    return list(_examples(code, manual(RULES[code])))


def manual(rule: ModuleType) -> str:
    """What a rule says about itself: its docstring without indent."""
    return inspect.cleandoc(rule.check.__doc__ or "")


def _examples(code: str, text: str) -> Iterator[Example]:
    for block in EXAMPLE.finditer(text):
        yield Example(code, block[1] == "Passes", dedent(block[2]).strip())


@cache
def _wise() -> Data:
    sound = {file: read_yaml(text.encode(), file).data for file, text in SOUND.items()}
    return _laid(sound, _plain(_WISER)) | {DIRECTORY: _plain(_DIRECTORY)}


def wise() -> Data:
    """The wise set and its directory: file to plain data."""
    return deepcopy(_wise())


def _plain(text: str) -> Data:
    """YAML as this program reads it."""
    read = read_yaml(text.encode(), "example")
    assert not read.problems, "\n".join(map(str, read.problems))
    assert isinstance(read.data, dict), text
    return read.data


def laid_over(text: str) -> Data:
    """The wise set with an example laid over it.

    Args:
        text: YAML: file to what is other in it. Entries of a list go by their id, `more-{1..3}` stands for three of them;
            the keys of a mapping are replaced; nothing takes a key out.
    """
    return _laid(_wise(), _plain(text))


def _laid(base: Data, over: Data) -> Data:
    changed = deepcopy(base)
    for file, data in over.items():
        changed[file] = _merged(changed[file], data) if file in changed else data
    return changed


def _merged(base: Any, over: Any, depth: int = 0) -> Any:
    """Only files, their lists of entries, and the mappings right in them are merged; what is deeper is replaced."""
    if isinstance(base, dict) and isinstance(over, dict) and depth < 2:
        merged = {key: _merged(base[key], part, depth + 1) if key in base else part for key, part in over.items()}
        return {key: part for key, part in (base | merged).items() if part is not None}
    if isinstance(base, list) and _all_named(base) and _all_named(over):
        by_id = {part["id"]: part for part in base}
        for part in _spelt_out(over):
            name = part["id"]
            merged = {**by_id.get(name, {}), **part}
            by_id[name] = {key: value for key, value in merged.items() if value is not None}
        return list(by_id.values())
    return over


def _all_named(data: Any) -> bool:
    return isinstance(data, list) and all(isinstance(part, dict) and "id" in part for part in data)


def _spelt_out(entries: list[Data]) -> Iterator[Data]:
    for entry in entries:
        found = _RANGE.fullmatch(entry["id"])
        if found is None:
            yield entry
        else:
            yield from ({**entry, "id": f"{found[1]}{n}"} for n in range(int(found[2]), int(found[3]) + 1))


def as_yaml(data: Any) -> str:
    """Data as a person would write it."""
    text = yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=110, default_flow_style=None)
    assert isinstance(text, str)
    return text


def read(folder: Path, data: Mapping[str, Any]) -> tuple[SetFiles, DirectoryFile]:
    """Write a set and its directory to a folder, and read them.

    A file of translations has an entry for every text of the wise set, and for what the data says in its place: the
    English, or an entry with `msgid` and `msgstr`.
    """
    for name, content in data.items():
        path = folder / name if name.startswith(_REFERRALS) else folder / "set" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if not name.endswith(_PO):
            path.write_text(as_yaml(content), encoding="utf-8")
        elif name.startswith(_REFERRALS):
            path.write_text(_as_po(content), encoding="utf-8")
    files = read_set(folder / "set")
    for name in data:
        if name.endswith(_PO) and not name.startswith(_REFERRALS):
            (folder / "set" / name).write_text(_translated(folder, data[name]), encoding="utf-8")
    return files, read_directory(folder / DIRECTORY)


def _translated(folder: Path, changed: Mapping[str, str | Mapping[str, str] | None]) -> str:
    beside = folder / "beside"
    for name, content in _wise().items():
        if name != DIRECTORY:
            path = beside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(as_yaml(content), encoding="utf-8")
    return _as_po({**texts(read_set(beside).set), **changed})


def _as_po(entries: Mapping[str, str | Mapping[str, str] | None]) -> str:
    file = polib.POFile()
    file.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
    for name, entry in entries.items():
        if entry is not None:
            told = {"msgid": entry} if isinstance(entry, str) else entry
            file.append(polib.POEntry(msgctxt=name, **told))
    return str(file)
