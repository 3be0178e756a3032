"""A small sound set as the text of its files, and ways to write it to a folder with faults in it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

# Line by line, so that a fault can be put into one line.
SOUND: Mapping[str, str] = {
    "set.yaml": """\
id: sound
version: "1"
title: A sound set
circumstances:
  - {id: age, record: The age}
  - {id: gender, record: Which services fit, labels: {woman: Women}}
sections:
  - {id: looks, stage: seen}
  - {id: main, stage: questions}
dimensions:
  control: {element: means, rule: one, title: Control}
rules:
  one: [{total: 1}]
levels:
  some_concern: {in: [means], total: 1}
flags:
  - {id: going_back, title: Goes back, do: [Stay]}
sources:
  ilo: {title: ILO}
""",
    "indicators.yaml": """\
- {id: held, states: Is held, dimension: control, strength: medium}
- {id: afraid, states: Looks afraid, dimension: control, strength: weak}
""",
    "sections/looks.yaml": """\
id: looks
questions:
  - {id: look, kind: impression, record: Looks afraid, shows: [afraid]}
""",
    "sections/main.yaml": """\
id: main
questions:
  - {id: papers, ask: Papers?, record: Papers, options: [{id: own, label: O}, {id: kept, label: K, shows: [held]}]}
  - {id: with, ask: With?, record: W, choose: several, options: [{id: boss, label: B}, {id: none, label: N, alone: true}]}
  - {id: tonight, ask: Tonight?, record: Goes back, raises: [going_back], always: true}
  - {id: after, ask: After?, record: After, when: {question: papers, is: [kept]}}
""",
    "guidance.yaml": """\
- {id: help, when: {in: [control], total: 1}, title: Help, do: [Help]}
- {id: open, title: Always, do: [Listen]}
""",
    "vignettes/case.yaml": """\
id: case
title: A case
story: Somebody keeps the papers.
circumstances: {age: adult}
answers: {papers: kept}
expect: {level: some_concern, dimensions: {control: supported}, flags: [], pathways: [help]}
teaches: One is enough.
""",
}

# Stands in a text where a problem is expected. No plain word of YAML may begin with it.
MARK = "@"


@dataclass(frozen=True)
class Marked:
    """Files without their mark, and where it stood: file, line and column."""

    files: Mapping[str, str]
    place: tuple[str, int, int]


def with_faults(*faults: tuple[str, str, str]) -> Marked:
    """The sound set with faults.

    Args:
        faults: file, what stands there, and what to put there instead. To `""` in the place of what stands there, the
            rest is added at the end of the file, or is a new file. One of the faults holds the mark.
    """
    files = dict(SOUND)
    for file, old, new in faults:
        text = files.get(file, "")
        assert text.count(old) == 1 or not old, f"{old!r} is not once in {file}"
        files[file] = text.replace(old, new) if old else text + new
    (marked,) = [file for file, text in files.items() if MARK in text]
    before, after = files[marked].split(MARK)
    files[marked] = before + after
    return Marked(files, (marked, before.count("\n") + 1, len(before) - before.rfind("\n")))


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a set to a folder.

    Returns:
        The folder.
    """
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
