"""Lines of guidance that are written by age."""

from collections.abc import Iterator
from typing import Any

from screening.language.messages import gettext
from screening.reading.problem import Problem
from screening.reading.shape import File
from screening.sets.data_path import DataPath
from screening.sets.fields import TextByAge
from screening.sets.guidance import Flag, Pathway


def in_guidance_texts(file: File[Any], path: DataPath, block: Flag | Pathway) -> Iterator[Problem]:
    listed = [(("do", number), line) for number, line in enumerate(block.do)]
    listed += [(("do_not", number), line) for number, line in enumerate(block.do_not)]
    alone = ((("tonight",), block.tonight), (("never",), block.never))
    for at, line in (*listed, *alone):
        if line == TextByAge() and not file.is_tainted((*path, *at)):
            yield file.problem(
                (*path, *at),
                gettext("this says nothing at any age"),
                gettext("Write for example {child: Stay with the child.}."),
            )
