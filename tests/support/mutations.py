"""Small faults put into plain data: a key deleted or renamed, a value replaced by one of another kind."""

from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from hypothesis import strategies as st

Path = tuple[str | int, ...]

# One of every kind, the bounds of texts and numbers, and what nearly is a condition. There is no whole float: for
# JSON Schema 1.0 is an integer, and for us it is none.
VALUES: tuple[Any, ...] = (
    None,
    True,
    0,
    1,
    -1,
    10_001,
    1.5,
    "",
    "x",
    "no",
    "not an id",
    "2019-06",
    "x" * 301,
    "x" * 4001,
    [],
    ["x"],
    [1],
    [[]],
    ["x", "x"],
    {},
    {"x": 1},
    {"id": "x"},
    {"all": []},
    {"any": ["means", {"flag": "child"}]},
    {"not": {"flag": "child"}},
    {"question": "x"},
    {"question": "x", "is": ["yes"]},
    {"in": ["means"], "total": 1},
    {"in": ["means"]},
    {"level": "too_little_known"},
    {"adult": "means", "child": 1},
)


def paths(data: Any, path: Path = ()) -> list[Path]:
    """The path of everything in the data, the data itself among them."""
    found = [path]
    if isinstance(data, dict):
        for key, part in data.items():
            found += paths(part, (*path, key))
    elif isinstance(data, list):
        for index, part in enumerate(data):
            found += paths(part, (*path, index))
    return found


def replaced(data: Any, path: Path, value: Any) -> Any:
    """The data with another value at a path."""
    if not path:
        return value
    changed = deepcopy(data)
    _parent(changed, path)[path[-1]] = value
    return changed


def without(data: Any, path: Path) -> Any:
    """The data without what lies at a path."""
    changed = deepcopy(data)
    del _parent(changed, path)[path[-1]]
    return changed


def renamed(data: Any, path: Path, key: str) -> Any:
    """The data with another key, in the same place among its neighbours."""
    changed = deepcopy(data)
    parent = _parent(changed, path)
    items = [(key if name == path[-1] else name, value) for name, value in parent.items()]
    parent.clear()
    parent.update(items)
    return changed


def _parent(data: Any, path: Path) -> Any:
    for step in path[:-1]:
        data = data[step]
    return data


@st.composite
def mutated(draw: st.DrawFn, data: Any, words: Sequence[str] = ()) -> Any:
    """The data with one to three faults, which may happen to be none; `words` are put in its places besides `VALUES`."""
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(paths(data)))
        ways = ["replace", *(["delete"] if path else []), *(["rename"] if path and isinstance(path[-1], str) else [])]
        match draw(st.sampled_from(ways)):
            case "replace":
                data = replaced(data, path, draw(st.sampled_from([*VALUES, *words])))
            case "delete":
                data = without(data, path)
            case "rename":
                name = str(path[-1])
                data = renamed(
                    data, path, draw(st.sampled_from([name[:-1], f"{name}s", name.upper(), "Not an id", ""]))
                )
    return data
