"""A file that names another program's columns and values, checked against the set that they are read with."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from screening.language.messages import gettext, quoted
from screening.reading.files import read_file
from screening.reading.kinds import not_there
from screening.reading.problem import DidYouMean, Problem, Problems, Unsound
from screening.reading.shape import File, shape
from screening.reading.type_kinds import UNREADABLE
from screening.reading.yaml_text import YamlText
from screening.sets.answers import DECLINED, NOT_ASKED
from screening.sets.column_map import ColumnMap, MappedColumn
from screening.sets.data_path import DataPath
from screening.sets.items import Item, recordable
from screening.sets.model import IndicatorSet


def read_column_map(path: Path, indicator_set: IndicatorSet) -> File[ColumnMap]:
    """A map for the records of a set.

    Args:
        path: the file.
        indicator_set: the set.

    Returns:
        The file, with the positions of what it says.

    Raises:
        Unsound: it cannot be opened or has problems, or it names what the set does not have.
    """
    return shape_column_map(shape(read_file(path), ColumnMap), indicator_set)


def is_column_map(text: YamlText) -> bool:
    """Whether a file is meant to be a map, whatever is wrong in it. No directory and no glossary has this key."""
    return isinstance(text.data, dict) and "columns" in text.data


def shape_column_map(file: File[ColumnMap], indicator_set: IndicatorSet) -> File[ColumnMap]:
    """As `read_column_map`, of a file that is read already."""
    problems = Problems(file.problems)
    problems.extend(_strangers(file, recordable(indicator_set)))
    if problems:
        raise Unsound(problems)
    return file


def column_of(column: str | MappedColumn) -> MappedColumn:
    """A column as it is written in full."""
    return MappedColumn(item=column) if isinstance(column, str) else column


def values_of_item(item: Item) -> list[str]:
    """What a value of a map can mean for an item."""
    return [*(option.id for option in item.options), item.undecided, DECLINED, NOT_ASKED]


def _strangers(file: File[ColumnMap], items: Mapping[str, Item]) -> Iterator[Problem]:
    """What the set does not have, and columns that say the same thing twice."""
    first: dict[tuple[str, str | None], str] = {}
    for name, written in file.value.columns.items():
        at: DataPath = ("columns", name)
        if file.is_tainted(at):
            continue
        column = column_of(written)
        within: DataPath = (*at, "item") if isinstance(written, MappedColumn) else at
        item = items.get(column.item)
        if item is None:
            yield file.problem(
                within, not_there("question_or_circumstance", quoted(column.item)), DidYouMean(column.item, items)
            )
            continue
        yield from _option(file, at, column, item)
        for value, meant in column.values.items():
            if not item.open_ended and meant not in values_of_item(item):
                message = gettext("{name} has no answer {value}", name=quoted(item.id), value=quoted(meant))
                yield file.problem((*at, "values", value), message, DidYouMean(meant, values_of_item(item)))
        known = first.setdefault((column.item, column.option), name)
        if known != name:
            message = gettext(
                "{item} is already in the column {column}", item=quoted(column.item), column=quoted(known)
            )
            yield file.problem(at, message, gettext("Keep one of them."), at_key=True)
    yield from _values_of_all(file, items)


def _option(file: File[ColumnMap], at: DataPath, column: MappedColumn, item: Item) -> Iterator[Problem]:
    if column.option is None:
        return
    if not item.several:
        message = gettext("{item} takes one answer, and has no columns for its options", item=quoted(item.id))
        yield file.problem((*at, "option"), message, gettext("Leave the option out."))
    elif not item.open_ended and column.option not in values_of_item(item):
        message = gettext("{name} has no answer {value}", name=quoted(item.id), value=quoted(column.option))
        yield file.problem((*at, "option"), message, DidYouMean(column.option, values_of_item(item)))


def _values_of_all(file: File[ColumnMap], items: Mapping[str, Item]) -> Iterator[Problem]:
    """A value that stands for every column has to be an answer of some item."""
    known = dict.fromkeys(value for item in items.values() for value in values_of_item(item))
    for value, meant in file.value.values.items():
        if meant not in known and meant != UNREADABLE and not file.is_tainted(("values", value)):
            message = gettext("no question has an answer {value}", value=quoted(meant))
            yield file.problem(("values", value), message, DidYouMean(meant, known))
