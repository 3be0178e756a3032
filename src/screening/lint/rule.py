"""What a rule says of itself: the code of its findings, and what it looks at."""

from enum import Enum, auto

from msgspec import Struct


class Scope(Enum):
    """What a rule looks at, and so what its `check` takes, and when it is called.

    Attributes:
        ANY_SET: one file of a set or another; `check(files)`, though the set may have problems of reading.
        SOUND_SET: the whole set, which has to make sense, or its words, which come after its working at all;
            `check(files)`.
        SET_WITH_DIRECTORIES: a sound set and the directories with which it is checked; `check(files, directories)`.
        DIRECTORY: what only a directory has; `check(file)`.
        SERVICES: the services of a directory or of an agency's own file; `check(file)`.
        SERVICES_TODAY: those services, and how long ago something was; `check(file, today)`.
    """

    ANY_SET = auto()
    SOUND_SET = auto()
    SET_WITH_DIRECTORIES = auto()
    DIRECTORY = auto()
    SERVICES = auto()
    SERVICES_TODAY = auto()


class Rule(Struct, frozen=True, kw_only=True):
    """A module of this package that has one of these as `RULE` is a rule.

    Attributes:
        id: the code of its findings.
        scope: what it looks at.
        language: the only language whose words it knows; None where words do not matter to it.
        warns: its findings fail nothing: what the clock brings must not turn a build red.
    """

    id: str
    scope: Scope
    language: str | None = None
    warns: bool = False
