"""What a published schema promises whoever reads a document, and whether a later one still keeps it."""

from collections.abc import Iterator
from typing import Any


def closed(schema: Any) -> Any:
    """A schema that lets no key pass that it does not name."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(part) for key, part in schema.items()}
    return {"additionalProperties": False, **inner} if "properties" in schema and "required" in schema else inner


def taken_away(before: dict[str, Any], after: dict[str, Any]) -> Iterator[str]:
    """What a reader of the earlier schema could rely on, and of the later one cannot: where it is, and what.

    Whatever it names is there under the same name, always where that was always so, and of the same kind. What is new
    may be added. Ids, words and texts of free choice are text in both.
    """
    yield from _Compared(before["$defs"], after["$defs"]).lost(before, after, "")


class _Compared:
    """Two schemas, by the types that they define."""

    def __init__(self, old: dict[str, Any], new: dict[str, Any]) -> None:
        self.old, self.new = old, new
        # One that holds itself is looked at once.
        self.looked_at: set[tuple[str, str]] = set()

    def lost(self, old: Any, new: Any, at: str) -> Iterator[str]:
        if "$ref" in old:
            yield from self._type(old["$ref"], new.get("$ref", ""), at)
        elif "anyOf" in old:
            yield from self._either(old["anyOf"], new.get("anyOf", [new]), at)
        elif "enum" in old:
            if not set(new.get("enum", [None])) <= set(old["enum"]):
                yield f"{at}: has words that it did not have"
        elif old.get("type") != new.get("type"):
            yield f"{at}: is of another kind"
        elif old.get("prefixItems") != new.get("prefixItems"):
            yield f"{at}: has other items"
        else:
            yield from self._within(old, new, at)

    def _type(self, old: str, new: str, at: str) -> Iterator[str]:
        name, other = old.removeprefix("#/$defs/"), new.removeprefix("#/$defs/")
        if other not in self.new:
            yield f"{at}: is no longer {name}"
        elif (name, other) not in self.looked_at:
            self.looked_at.add((name, other))
            yield from self.lost(self.old[name], self.new[other], at)

    def _within(self, old: Any, new: Any, at: str) -> Iterator[str]:
        for key in sorted(set(old.get("required", ())) - set(new.get("required", ()))):
            yield f"{at}.{key}: may be missing"
        for key, part in old.get("properties", {}).items():
            if key in new.get("properties", {}):
                yield from self.lost(part, new["properties"][key], f"{at}.{key}")
            else:
                yield f"{at}.{key}: is gone"
        for key in ("items", "additionalProperties"):
            if isinstance(old.get(key), dict):
                yield from self.lost(old[key], new.get(key) or {}, f"{at}[]")

    def _either(self, old: list[Any], new: list[Any], at: str) -> Iterator[str]:
        """Of several kinds, each of the later is one of the earlier."""
        for one in new:
            if all(any(self.lost(other, one, at)) for other in old):
                yield f"{at}: may be of another kind"
