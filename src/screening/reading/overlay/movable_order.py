"""Names in an order in which each can be moved at once."""

from collections.abc import Iterable, Iterator

# Before the first of an order, and behind its last.
_BEGIN, _END = object(), object()


class MovableOrder:
    """Names in an order in which each can be moved at once, however many there are."""

    def __init__(self, names: Iterable[object]) -> None:
        self._next: dict[object, object] = {}
        self._before: dict[object, object] = {}
        self._last: object = _BEGIN
        for name in names:
            self.append(name)

    def append(self, name: object) -> None:
        """Put a name behind all others."""
        self.insert_after(self._last, name)

    def insert_after(self, anchor: object, name: object) -> None:
        """Put a name right behind another one."""
        following = self._next.get(anchor, _END)
        self._next[anchor], self._before[name] = name, anchor
        self._next[name], self._before[following] = following, name
        if following is _END:
            self._last = name

    def remove(self, name: object) -> None:
        """Take a name out."""
        before, following = self._before.pop(name), self._next.pop(name)
        self._next[before], self._before[following] = following, before
        if following is _END:
            self._last = before

    def __iter__(self) -> Iterator[object]:
        name = self._next.get(_BEGIN, _END)
        while name is not _END:
            yield name
            name = self._next[name]
