"""Findings that a comment in the file passes over, and comments that pass over nothing.

`# screening: ignore CODE because ...` speaks of its own line; alone on its line, also of the next.
"""

import re
from collections.abc import Collection, Iterable, Iterator

from screening.language.messages import Message, gettext, quoted
from screening.reading.comments import Comment, read_comments
from screening.reading.problem import READING_CODES, DidYouMean, Hint, Problem

CODE = "ignore"
_IGNORE = re.compile(r"ignore\s+(?P<code>\S+)(?:\s+because\s+(?P<reason>\S.*))?")
_FORM = gettext("Write '# screening: ignore CODE because ...'.")


def apply_ignores(
    findings: Iterable[Problem], files: Collection[str], known: Collection[str], applied: Collection[str]
) -> Iterator[Problem]:
    """The findings that no comment passes over, and those about the comments themselves.

    Args:
        findings: what the rules found.
        files: the paths of the files whose comments are judged. In others, such as those of a set that is extended,
            they are applied and no more.
        known: the codes of all rules.
        applied: the codes of the rules that were applied; a comment for another one may be idle.
    """
    judged = dict.fromkeys(files)
    comments = {file: _Comments(file, known) for file in judged}
    for comment in comments.values():
        yield from comment.faults
    for each in findings:
        if each.file not in comments:
            comments[each.file] = _Comments(each.file, known)
        if not comments[each.file].passes_over(each):
            yield each
    for file in judged:
        yield from comments[file].idle(applied)


class _Comments:
    """The comments of a file that pass over findings, and those that were of use."""

    def __init__(self, file: str, known: Collection[str]) -> None:
        self.faults: list[Problem] = []
        self._file = file
        self._by_line: dict[tuple[str, int], list[Comment]] = {}
        self._idle: dict[Comment, str] = {}
        for comment in read_comments(file):
            code, fault = _understood(file, comment, known)
            if fault is not None:
                self.faults.append(fault)
                continue
            self._idle[comment] = code
            for line in comment.lines:
                self._by_line.setdefault((code, line), []).append(comment)

    def passes_over(self, finding: Problem) -> bool:
        speaking = self._by_line.get((finding.code, finding.line))
        if speaking:
            # Of several that say the same, the first is of use.
            self._idle.pop(speaking[0], None)
        return bool(speaking)

    def idle(self, applied: Collection[str]) -> Iterator[Problem]:
        for comment, code in self._idle.items():
            if code in applied:
                yield _finding(
                    self._file,
                    comment,
                    gettext("there is no {code} here to ignore", code=quoted(code)),
                    gettext("Take the comment out."),
                )


def _understood(file: str, comment: Comment, known: Collection[str]) -> tuple[str, Problem | None]:
    """The code that a comment names, and what is wrong with the comment."""
    said = _IGNORE.fullmatch(comment.says)
    if said is None:
        return "", _finding(file, comment, gettext("this comment is not understood"), _FORM)
    code = said["code"]
    if code in READING_CODES:
        return code, _finding(
            file,
            comment,
            gettext("{code} keeps the file from being used and cannot be ignored", code=quoted(code)),
            gettext("Correct it."),
        )
    if code not in known:
        return code, _finding(
            file, comment, gettext("there is no rule {code}", code=quoted(code)), DidYouMean(code, known)
        )
    if said["reason"] is None:
        return code, _finding(file, comment, gettext("{code} is ignored without a reason", code=quoted(code)), _FORM)
    return code, None


def _finding(file: str, comment: Comment, message: Message, hint: Hint) -> Problem:
    return Problem(file, comment.line, comment.column, message, hint, CODE)
