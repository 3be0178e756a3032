"""What was recorded as a short code on paper, and back: its groups, its digits, and what both are of (pure)."""

from screening.interview.answer_code.case import find_vignette, tag_of
from screening.interview.answer_code.code import Decoded, decode, encode, what_changed
from screening.interview.answer_code.coded_set import CodedSet
from screening.interview.answer_code.groups import SYMBOLS, groups_of
from screening.interview.answer_code.mistake import CodeMistake, MeaningChanged, ProgramChanged, RealCode

__all__ = [
    "SYMBOLS",
    "CodeMistake",
    "CodedSet",
    "Decoded",
    "MeaningChanged",
    "ProgramChanged",
    "RealCode",
    "decode",
    "encode",
    "find_vignette",
    "groups_of",
    "tag_of",
    "what_changed",
]
