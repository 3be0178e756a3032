"""A vignette as frozen types: an invented case, and what it must come to."""

from typing import Annotated

from msgspec import Meta

from screening.sets.fields import AnswerText, FileStruct, Id, LongText, ShortText
from screening.sets.vocabulary import Element, Level, Support


class Expect(FileStruct, frozen=True, kw_only=True):
    """What a vignette must come to. What is named must be equal; `flags` and `pathways` are whole lists."""

    level: Level | None = None
    bounds: tuple[Level, Level] | None = None
    settled: bool | None = None
    elements: dict[Element, Support] = {}
    dimensions: dict[Id, Support] = {}
    flags: tuple[Id, ...] | None = None
    pathways: tuple[Id, ...] | None = None


class Vignette(FileStruct, frozen=True, kw_only=True):
    """An invented case with a key: a test of the set, and an exercise for a workshop.

    Attributes:
        demo: it is the example that is played where none is named. The last of a set counts.
    """

    id: Id
    title: ShortText
    demo: bool = False
    story: Annotated[str, Meta(min_length=1, max_length=4000)]
    circumstances: dict[str, str | tuple[str, ...]] = {}
    answers: dict[str, AnswerText | tuple[AnswerText, ...]] = {}
    expect: Expect
    teaches: LongText
