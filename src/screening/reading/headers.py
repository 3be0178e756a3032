"""What the columns of a table of records are called, and which question, circumstance or option that means.

KoboToolbox, ODK Central and spreadsheets call a column by the id of a question or circumstance, with groups before it
(`group/question`, and `group-question` of ODK), or with an option behind it (`question/option`, ticked or not).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from screening.reading.column_maps import column_of
from screening.reading.problem import nearest
from screening.sets.answers import DECLINED, NOT_ASKED
from screening.sets.column_map import OWN, ColumnMap
from screening.sets.items import Item

_BETWEEN_GROUPS = re.compile(r"[/:.]")
# What a form that was made of a set works out by itself, in whatever group. No id is written so.
_OF_A_FORM: Final = re.compile(rf"(^|[/:.-]){OWN}", re.IGNORECASE)

# Columns with the id of a record, the best first, as `_plain` writes them.
_IDS: Final = ("id", "-id", "-uuid", "meta/instanceid", "meta-instanceid", "key", "instanceid", "-index")
# What the servers add to every record. Nothing of it is an answer.
_METADATA: Final = frozenset(
    {
        *("start", "end", "today", "deviceid", "device-id", "subscriberid", "simserial", "phonenumber", "username"),
        *("email", "audit", "start-geopoint", "background-audio", "caseid", "xform-id-string"),
        *("instanceid", "instancename", "rootuuid", "key", "parent-key", "submissiondate", "submitterid"),
        *("submittername", "attachmentspresent", "attachmentsexpected", "status", "reviewstate", "edits"),
        "formversion",
    }
)
_METADATA_GROUPS: Final = ("meta/", "meta-", "formhub/", "-", "set-of-")


class Header:
    """The names of the columns of one table.

    Attributes:
        names: of the columns, in order.
        id: the number of the column with the id of each record; None where there is none.
        held: the item of each column that holds one, and the option where it is about one alone.
        unknown: columns that hold nothing of the set, and are not what servers add to every record.
    """

    def __init__(self, names: Sequence[str], items: Mapping[str, Item], meant: ColumnMap) -> None:
        """Find out what each column holds.

        Args:
            names: of the columns.
            items: what can be recorded with the set.
            meant: what a map calls them.
        """
        self.names = [name.strip() for name in names]
        self._items = items
        self._meant = meant
        self._plain = _unique({_plain(name): name for name in items}, items)
        self.id = self._id_column()
        self.held = dict(self._held())
        self.unknown = [
            name for index, name in enumerate(self.names) if index not in self.held and not self._is_passed_over(index)
        ]

    def guess(self, name: str) -> str | None:
        """The item that an unknown column is probably meant for."""
        near = nearest(_plain(name), self._plain)
        return self._plain[near] if near is not None else None

    def _held(self) -> Iterator[tuple[int, tuple[str, str | None]]]:
        """The item of each column that holds one, and the option where it is about one alone."""
        groups = self._odk_groups()
        for index, name in enumerate(self.names):
            if index == self.id or name in self._meant.leave_out or _OF_A_FORM.search(name):
                continue
            if name in self._meant.columns:
                column = column_of(self._meant.columns[name])
                yield index, (column.item, column.option)
            elif (found := self._found(name, groups)) is not None:
                yield index, found

    def _found(self, name: str, groups: frozenset[str]) -> tuple[str, str | None] | None:
        """What a column holds by its own name."""
        *_, before, last = ["", *_BETWEEN_GROUPS.split(name)]
        list_before = self._item(before, groups)
        if list_before is not None and (option := _option(self._items[list_before], last)) is not None:
            return list_before, option
        item = self._item(last, groups)
        return (item, None) if item is not None else None

    def _item(self, name: str, groups: frozenset[str]) -> str | None:
        """The item of this name, with a group of ODK before it perhaps."""
        if name in self._items:
            return name
        plain = _plain(name)
        if plain in self._plain:
            return self._plain[plain]
        return next((item for group, item in _split(plain, self._plain) if group in groups), None)

    def _odk_groups(self) -> frozenset[str]:
        """What stands before the hyphen in the names of at least two columns: no part of one question's id."""
        counts: dict[str, set[str]] = {}
        for name in self.names:
            for part in _BETWEEN_GROUPS.split(name)[-2:]:
                plain = _plain(part)
                if plain not in self._plain:
                    for group, item in _split(plain, self._plain):
                        counts.setdefault(group, set()).add(item)
        own = {_plain(part) for part in self.names}
        free = {group for group, items in counts.items() if not items & {self._plain.get(each) for each in own}}
        sections = {_plain(item.section.id) for item in self._items.values() if item.section is not None}
        return frozenset(group for group in free if len(counts[group]) > 1 or group in sections)

    def _id_column(self) -> int | None:
        if self._meant.id is not None:
            return self.names.index(self._meant.id) if self._meant.id in self.names else None
        plain = [_plain(name) for name in self.names]
        return next((plain.index(name) for name in _IDS if name in plain), None)

    def _is_passed_over(self, index: int) -> bool:
        name = self.names[index]
        plain = _plain(name)
        return (
            index == self.id
            or not name
            or name in self._meant.leave_out
            or _OF_A_FORM.search(name) is not None
            or plain in _METADATA
            or plain in _IDS
            or plain.startswith(_METADATA_GROUPS)
        )


def _option(item: Item, name: str) -> str | None:
    """The option of a tick list that a column is called by."""
    if not item.several:
        return None
    known = [*(option.id for option in item.options), item.undecided, DECLINED, NOT_ASKED]
    return name if name in known else _unique({_plain(each): each for each in known}, known).get(_plain(name))


def _split(plain: str, known: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Every way to take a name for a group and an item, the longest item first."""
    for match in re.finditer("-", plain):
        rest = plain[match.end() :]
        if match.start() and rest in known:
            yield plain[: match.start()], known[rest]


def _plain(name: str) -> str:
    """A name as names are compared: spreadsheets write capitals, and other programs no hyphens."""
    return name.casefold().replace("_", "-")


def _unique(by_plain: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Without those that two names share: there, only the exact name will do."""
    plain = [_plain(name) for name in names]
    return {name: each for name, each in by_plain.items() if plain.count(name) == 1}
