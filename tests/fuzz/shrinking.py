"""A smaller input that fails alike: parts are left out for as long as it still fails."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from tests.fuzz.feeding import Feed
from tests.fuzz.given import Given
from tests.fuzz.watching import observe
from tests.fuzz.workplace import Workplace

# How many inputs are tried at most.
_TRIES = 600


def shrunk(feed: Feed, given: Given, kind: str, workplace: Workplace) -> Given:
    """An input that is at most as large and fails in the same way.

    Args:
        feed: what it is handed to.
        given: an input that fails.
        kind: how.
        workplace: where it is handed over.
    """
    left = _TRIES

    def fails(one: Given) -> bool:
        nonlocal left
        left -= 1
        return left >= 0 and any(failure.kind == kind for failure in observe(feed, one, workplace).failures)

    smaller = True
    while smaller and left > 0:
        smaller = False
        for part, put in _parts(given):
            shorter = _shortened(part, partial(_put_fails, put, fails))
            if len(shorter) < len(part):
                given, smaller = put(shorter), True
                break
    return given


_Put = Callable[[Any], Given]


def _put_fails(put: _Put, fails: Callable[[Given], bool], content: Sequence[Any]) -> bool:
    return fails(put(content))


def _parts(given: Given) -> Iterator[tuple[Sequence[Any], _Put]]:
    """Everything of an input that can be made shorter, and how to put it back."""
    if len(given.files) > 1:
        yield tuple(given.files), lambda names: replace(given, files={name: given.files[name] for name in names})
    if given.arguments:
        yield given.arguments, lambda arguments: replace(given, arguments=tuple(arguments))
    if given.typed:
        yield given.typed, lambda typed: replace(given, typed=typed)
    for name, content in given.files.items():
        if isinstance(content, bytes):
            yield content.splitlines(keepends=True), partial(_with_file, given, name)
            yield content, partial(_with_file, given, name)
    for index, said in enumerate(given.arguments):
        yield said, partial(_with_argument, given, index)


def _with_file(given: Given, name: str, content: bytes | Sequence[bytes]) -> Given:
    whole = content if isinstance(content, bytes) else b"".join(content)
    return replace(given, files={**given.files, name: whole})


def _with_argument(given: Given, place: int, said: str) -> Given:
    return replace(given, arguments=(*given.arguments[:place], said, *given.arguments[place + 1 :]))


def _shortened(content: Sequence[Any], fails: Callable[[Sequence[Any]], bool]) -> Sequence[Any]:
    """The content without every part, large ones first, that can be left out."""
    size = max(1, len(content) // 2)
    while True:
        at = 0
        while at < len(content):
            without = content[:at] + content[at + size :]  # type: ignore[operator]
            if fails(without):
                content = without
            else:
                at += size
        if size == 1:
            return content
        size //= 2
