"""Plain data with its position, and that with something changed in it."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from screening.reading.position import Position
from screening.reading.yaml_text import YamlText

# Data with its position.
Node = tuple[Any, Position]


def id_of(data: Any) -> str | None:
    """The id of an item, if it has one: text, or a rating's number."""
    name = value_at(data, "id")
    if isinstance(name, int) and not isinstance(name, bool):
        return str(name)
    return name if isinstance(name, str) else None


def ids_of(data: Any) -> list[str]:
    """The ids of the items of a list, in their order."""
    return [name for item in items_of(data) if (name := id_of(item)) is not None]


def value_at(data: Any, key: str) -> Any:
    """What stands at a key; `None` where there is no such key."""
    return data.get(key) if isinstance(data, dict) else None


def items_of(data: Any) -> Iterator[Any]:
    """The items of a list; none of anything else."""
    return iter(data if isinstance(data, list) else ())


def is_one_of(data: Any, names: Collection[str]) -> bool:
    """Whether it is text, and one of some names."""
    return isinstance(data, str) and data in names


def has_ids(data: Any) -> bool:
    """Whether it is a list of items that all have an id."""
    return isinstance(data, list) and bool(data) and all(id_of(item) is not None for item in data)


def part_of(node: Node, step: str | int) -> Node:
    """What stands at a key or a number, with its position."""
    data, position = node
    # What came through an alias has no parts of its own: it stands where the alias stands.
    return data[step], position.parts.get(step) or replace(position, parts={})


def merged(base: Node, own: Node, lay: Callable[[str, Node, Node], Node]) -> Node:
    """One mapping over another: what both have is laid over by `lay`, and the rest is kept."""
    nodes = {key: part_of(base, key) for key in base[0]}
    for key in own[0]:
        nodes[key] = lay(key, nodes[key], part_of(own, key)) if key in nodes else part_of(own, key)
    return _with_parts(own[1], nodes)


def _with_parts(position: Position, nodes: Mapping[str, Node]) -> Node:
    data = {key: part for key, (part, _) in nodes.items()}
    return data, replace(position, parts={key: where for key, (_, where) in nodes.items()})


def with_keys(node: Node, keep: Callable[[str], bool]) -> Node:
    """A mapping with only these keys; anything else as it is."""
    data, position = node
    if not isinstance(data, dict):
        return node
    return _with_parts(position, {key: part_of(node, key) for key in data if keep(key)})


def with_key(node: Node, key: str, value: Node) -> Node:
    """A mapping with one key more."""
    data, position = node
    return _with_parts(position, {**{each: part_of(node, each) for each in data}, key: value})


def changed_at(node: Node, key: str, change: Callable[[Node], Node]) -> Node:
    """A mapping with another value at a key; as it is where it has none."""
    data, position = node
    if not isinstance(data, dict) or key not in data:
        return node
    return _with_parts(
        position, {each: change(part_of(node, each)) if each == key else part_of(node, each) for each in data}
    )


def changed_items(node: Node, change: Callable[[Node], Node | None]) -> Node:
    """A list with every item changed, or taken out; anything else as it is."""
    data, position = node
    if not isinstance(data, list):
        return node
    changed = [item for number in range(len(data)) if (item := change(part_of(node, number))) is not None]
    return [item for item, _ in changed], replace(position, parts={i: where for i, (_, where) in enumerate(changed)})


def altered(text: YamlText, change: Callable[[Node], Node]) -> YamlText:
    """A file with all that stands in it changed."""
    data, position = change((text.data, text.position))
    return replace(text, data=data, position=position)
