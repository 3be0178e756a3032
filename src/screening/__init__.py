"""A checklist with which trained people screen for human trafficking and find whom to call.

For other programs: `from screening import load_set, load_directories, evaluate`; docs/library.md shows how.
"""

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screening.engine.assess import Assessment
    from screening.reading.places import load_directories
    from screening.reading.problem import Problem, Unsound
    from screening.reading.records import Misrecorded, read_record
    from screening.reading.sets import load_set
    from screening.referral.directory import Directory
    from screening.referral.moment import Moment, moment_in
    from screening.result.advise import Advice
    from screening.result.evaluate import Result, evaluate
    from screening.sets.model import IndicatorSet
    from screening.sets.record import Record
    from screening.show.scoring import score_lines

# Nothing may reach the disk, not even compiled modules; here, because every other module comes after this one.
sys.dont_write_bytecode = True

# A constant, because importlib.metadata costs 40 ms at every start; the build reads it from here.
__version__ = "0.1.0"

# Where each public name is from. They are imported when they are first used, for the commands start here too.
_PUBLIC = {
    "Advice": "result.advise",
    "Assessment": "engine.assess",
    "Directory": "referral.directory",
    "IndicatorSet": "sets.model",
    "Misrecorded": "reading.records",
    "Moment": "referral.moment",
    "Problem": "reading.problem",
    "Record": "sets.record",
    "Result": "result.evaluate",
    "Unsound": "reading.problem",
    "evaluate": "result.evaluate",
    "load_directories": "reading.places",
    "load_set": "reading.sets",
    "moment_in": "referral.moment",
    "read_record": "reading.records",
    "score_lines": "show.scoring",
}

__all__ = [
    "Advice",
    "Assessment",
    "Directory",
    "IndicatorSet",
    "Misrecorded",
    "Moment",
    "Problem",
    "Record",
    "Result",
    "Unsound",
    "__version__",
    "evaluate",
    "load_directories",
    "load_set",
    "moment_in",
    "read_record",
    "score_lines",
]


def __getattr__(name: str) -> object:
    """A public name, imported now."""
    if name not in _PUBLIC:
        raise AttributeError(f"module 'screening' has no attribute {name!r}")
    return getattr(import_module(f"screening.{_PUBLIC[name]}"), name)
