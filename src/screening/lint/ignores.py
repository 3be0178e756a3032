"""Findings that a comment in the file passes over, and comments that pass over nothing.

`# screening: ignore CODE because ...` speaks of its own line; alone on its line, also of the next.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from screening.reading.comments import Comment, read_comments
from screening.reading.problem import READING_CODES, Problem, did_you_mean

CODE = "ignore"
_IGNORE = re.compile(r"ignore\s+(?P<code>\S+)(?:\s+because\s+(?P<reason>\S.*))?")
_FORM = "Write '# screening: ignore CODE because ...'."


def heeded(
    findings: Iterable[Problem], files: Collection[str], known: Collection[str], applied: Collection[str]
) -> Iterator[Problem]:
    """The findings that no comment passes over, and those about the comments themselves.

    Args:
        findings: what the rules found.
        files: the paths of the files whose comments are judged. In others, such as those of a set that is extended,
            they are heeded and no more.
        known: the codes of all rules.
        applied: the codes of the rules that were applied; a comment for another one may be idle.
    """
    kept = list(findings)
    for file in dict.fromkeys([*files, *(each.file for each in kept)]):
        for comment in read_comments(file):
            code, fault = _understood(file, comment, known)
            if fault is not None:
                if file in files:
                    yield fault
                continue
            passed = [each for each in kept if each.code == code and each.file == file and each.line in comment.lines]
            kept = [each for each in kept if each not in passed]
            if not passed and code in applied and file in files:
                yield _finding(file, comment, f"there is no {code!r} here to ignore", "Take the comment out.")
    yield from kept


def _understood(file: str, comment: Comment, known: Collection[str]) -> tuple[str, Problem | None]:
    """The code that a comment names, and what is wrong with the comment."""
    said = _IGNORE.fullmatch(comment.says)
    if said is None:
        return "", _finding(file, comment, "this comment is not understood", _FORM)
    code = said["code"]
    if code in READING_CODES:
        return code, _finding(
            file, comment, f"{code!r} keeps the file from being used and cannot be ignored", "Mend it."
        )
    if code not in known:
        return code, _finding(file, comment, f"there is no rule {code!r}", did_you_mean(code, known))
    if said["reason"] is None:
        return code, _finding(file, comment, f"{code!r} is ignored without a reason", _FORM)
    return code, None


def _finding(file: str, comment: Comment, what: str, mend: str) -> Problem:
    return Problem(file, comment.line, comment.column, what, mend, CODE)
