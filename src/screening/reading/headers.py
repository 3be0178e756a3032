"""What the columns of a table of records are called, and which question, circumstance or option that means.

KoboToolbox, ODK Central and spreadsheets call a column by the id of a question or circumstance, with groups before it
(`group/question`, and `group-question` of ODK), or with an option behind it (`question/option`, ticked or not).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from screening.reading.column_maps import column_of, values_of_item
from screening.reading.problem import nearest
from screening.sets.column_map import OWN, ColumnMap, as_compared
from screening.sets.items import Item

_BETWEEN_GROUPS = re.compile(r"[/:.]")
# What a form that was made of a set works out by itself, in whatever group. No id is written so.
_OF_A_FORM: Final = re.compile(rf"(^|[/:.-]){OWN}", re.IGNORECASE)

# Columns with the id of a record, the best first, as `as_compared` writes them.
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
_ADDED: Final = _METADATA.union(_IDS)
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
        self._plain = _unique({as_compared(name): name for name in items}, items)
        self.id = self._id_column()
        self.held = dict(self._held())
        self.unknown = [
            name for index, name in enumerate(self.names) if index not in self.held and not self._is_passed_over(index)
        ]

    def guess(self, name: str) -> str | None:
        """The item that an unknown column is probably meant for."""
        near = nearest(as_compared(name), self._plain)
        return self._plain[near] if near is not None else None

    def _held(self) -> Iterator[tuple[int, tuple[str, str | None]]]:
        """The item of each column that holds one, and the option where it is about one alone."""
        groups = self._odk_groups()
        by_others: set[str] = set()
        # A question may be called as what servers add is. That is it only where no other column is.
        for index, name in sorted(enumerate(self.names), key=lambda each: self._may_be_added(each[1])):
            if index == self.id or name in self._meant.leave_out or _OF_A_FORM.search(name):
                continue
            if name in self._meant.columns:
                column = column_of(self._meant.columns[name])
                found: tuple[str, str | None] | None = (column.item, column.option)
            else:
                found = self._found(name, groups)
            if found is not None and not (self._may_be_added(name) and found[0] in by_others):
                by_others.add(found[0])
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
        called = self._called(name)
        return called or next((item for group, item in self._split(name) if group in groups), None)

    def _called(self, name: str) -> str | None:
        """The item of this name."""
        return name if name in self._items else self._plain.get(as_compared(name))

    def _split(self, name: str) -> Iterator[tuple[str, str]]:
        """Every way to take a name for a group and an item, the longest item first."""
        for match in re.finditer("[-_]", name):
            item = self._called(name[match.end() :])
            if match.start() and item is not None:
                yield as_compared(name[: match.start()]), item

    def _may_be_added(self, name: str) -> bool:
        """Whether a column is called as what servers add is, and not just as an item."""
        return name not in self._items and as_compared(name) in _ADDED

    def _odk_groups(self) -> frozenset[str]:
        """What stands before the hyphen in the names of at least two columns: no part of one question's id."""
        counts: dict[str, set[str]] = {}
        for name in self.names:
            for part in _BETWEEN_GROUPS.split(name)[-2:]:
                if self._called(part) is None:
                    for group, item in self._split(part):
                        counts.setdefault(group, set()).add(item)
        own = {self._called(name) for name in self.names if not self._may_be_added(name)}
        free = {group for group, items in counts.items() if not items & own}
        sections = {as_compared(item.section.id) for item in self._items.values() if item.section is not None}
        return frozenset(group for group in free if len(counts[group]) > 1 or group in sections)

    def _id_column(self) -> int | None:
        if self._meant.id is not None:
            return self.names.index(self._meant.id) if self._meant.id in self.names else None
        # What is called just as a question is, is that question.
        plain = [as_compared(name) if name not in self._items else None for name in self.names]
        return next((plain.index(name) for name in _IDS if name in plain), None)

    def _is_passed_over(self, index: int) -> bool:
        name = self.names[index]
        plain = as_compared(name)
        return (
            index == self.id
            or not name
            or name in self._meant.leave_out
            or _OF_A_FORM.search(name) is not None
            or plain in _ADDED
            or plain.startswith(_METADATA_GROUPS)
        )


def _option(item: Item, name: str) -> str | None:
    """The option of a tick list that a column is called by."""
    if not item.several:
        return None
    known = values_of_item(item)
    return name if name in known else _unique({as_compared(each): each for each in known}, known).get(as_compared(name))


def _unique(by_plain: Mapping[str, str], names: Iterable[str]) -> dict[str, str]:
    """Without those that two names share: there, only the exact name will do."""
    plain = [as_compared(name) for name in names]
    return {name: each for name, each in by_plain.items() if plain.count(name) == 1}
