"""What may stand in a field of a file: texts, ids, numbers, dates and codes; and the base of all that has fields."""

from collections.abc import Mapping
from typing import Annotated, Any, Final

from msgspec import Meta, Struct

from screening.language.marks import gettext_noop
from screening.sets.vocabulary import Grade

# Python's `$` would let a new line at the end pass, and the schema is read by others, who know no `\\Z`.
_END = r"$(?!\n)"

# Added to the schema of a text that may be written as a whole number, and is then the text of it.
NUMBER_TOO: Final[Mapping[str, Any]] = {"type": ["string", "integer"], "minimum": 0, "maximum": 10_000}

Id = Annotated[
    str,
    Meta(
        pattern=rf"^[a-z][a-z0-9]*([_-][a-z0-9]+)*{_END}",
        max_length=64,
        description=gettext_noop("Use small letters, digits, and - or _ between them."),
    ),
]
# Of an answer: a rating is named by its own number, and a file may write that as one.
OptionId = Annotated[
    str,
    Meta(
        pattern=rf"^[a-z0-9]+([_-][a-z0-9]+)*{_END}",
        max_length=64,
        description=gettext_noop("Use small letters, digits, and - or _ between them."),
        extra_json_schema=dict(NUMBER_TOO),
    ),
]
# What is answered, as a file writes it.
AnswerText = Annotated[str, Meta(extra_json_schema=dict(NUMBER_TOO))]
# Of a circumstance that a set brings its own values for: a language's code may have capitals.
Value = Annotated[
    str,
    Meta(
        pattern=rf"^[A-Za-z0-9]+([_-][A-Za-z0-9]+)*{_END}",
        max_length=64,
        description=gettext_noop("Use letters, digits, and - or _ between them."),
    ),
]
LongText = Annotated[str, Meta(min_length=1, max_length=1000)]
ShortText = Annotated[str, Meta(min_length=1, max_length=300)]
# A fact that stands on the first page of a result beside others; how wide it is, `check` sees.
BriefText = Annotated[str, Meta(min_length=1, max_length=24)]
# In an act of that page: there its row of the numbers is named, such as "Bed 2343 2255".
A_CALL: Final = "{call}"
# Which of the acts on that page come first: 1 before 2.
Priority = Annotated[int, Meta(ge=1, le=99)]
Count = Annotated[int, Meta(ge=1, le=10_000)]
Weight = Annotated[float, Meta(ge=0, le=10_000)]
Rating = Annotated[int, Meta(ge=0, le=10_000)]
# As exact as the page where it was seen, never more.
LooseDate = Annotated[
    str,
    Meta(
        pattern=rf"^(unknown|[0-9]{{4}}(-[0-9]{{2}}(-[0-9]{{2}})?)?){_END}",
        description=gettext_noop("Write a year, a year and month or a day, such as '2019-06', or unknown."),
    ),
]
Day = Annotated[
    str,
    Meta(
        pattern=rf"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_END}",
        description=gettext_noop("Write a day, such as '2026-01-31'."),
    ),
]
PlaceCode = Annotated[
    str,
    Meta(
        pattern=rf"^[a-z]{{2,8}}{_END}", description=gettext_noop("Write a place's code in small letters, such as hk.")
    ),
]

LanguageCode = Annotated[
    str,
    Meta(
        pattern=rf"^[a-z]{{2,3}}(-[A-Z][a-z]{{3}})?(-[A-Z]{{2}})?{_END}",
        description=gettext_noop("Write the code of a language, such as en, yue for Cantonese, or zh-Hant."),
    ),
]


class FileStruct(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The base of everything that is written in a file: frozen, named fields, nothing unknown."""


class TextByAge(FileStruct, frozen=True, kw_only=True):
    """What is said for an adult, and what for a child; without one of the two, nothing is said there.

    It goes by the age now, and doubt about that counts as childhood.
    """

    adult: ShortText | None = None
    child: ShortText | None = None


# A line of guidance: for everybody, or by age.
GuidanceText = ShortText | TextByAge


class SourceNote(FileStruct, frozen=True, kw_only=True):
    """Where something is from, and how well that was checked.

    A: text of the issuing body; B: a page that reproduces it; C: only a derived work; project: our own.
    """

    ref: Id | None = None
    grade: Grade
