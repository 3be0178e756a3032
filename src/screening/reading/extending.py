"""One set laid over another, as plain data with positions: all that is said keeps the file it stands in.

Mappings are laid over key by key, and lists whose items have an id by that id. All else is replaced whole, and so are
conditions, notes on sources and vignettes: each is one thing, and half of another would change what it says.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, get_args

from msgspec import Struct
from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.kinds import KIND, Kind
from screening.reading.problem import DidYouMean, Problem, Problems
from screening.reading.yaml_text import Position, YamlText
from screening.sets.childhood import CHILD_FLAG
from screening.sets.model import LeaveOut
from screening.sets.order import SAFETY
from screening.sets.vocabulary import Level

# What is replaced whole though it is a mapping.
_WHOLE = frozenset({"when", "source", "strength_source"})
# What a set never has from another one.
_OWN = ("id", "version", "title", "roles", "extends", "leave_out")
_AGES = ("adult", "child")

# Before the first of an order, and behind its last.
_BEGIN, _END = object(), object()

# Of what can be left out.
_ONE_OF: Mapping[str, Kind] = {
    "circumstances": "circumstance",
    "sections": "section",
    "questions": "question",
    "indicators": "indicator",
    "flags": "flag",
    "pathways": "pathway",
    "vignettes": "vignette",
}

# Data with its position.
_Node = tuple[Any, Position]


class SetTexts(Struct, frozen=True):
    """The files of a set as plain data, before they are given a shape; `None` or empty where there are none.

    Vignettes are `None` where they were not read.
    """

    about: YamlText
    indicators: YamlText | None
    sections: tuple[YamlText, ...]
    guidance: YamlText | None
    vignettes: tuple[YamlText, ...] | None


def overlay(base: SetTexts, own: SetTexts) -> tuple[SetTexts, Problems]:
    """Lay a set over the one that it extends.

    Args:
        base: what is extended, whole.
        own: what differs. Its `leave_out` is taken out of the base first.

    Returns:
        The whole set, and what is wrong with the laying over itself. Never raises for anything that stands in a file.
    """
    layer = _Layer()
    base = _without(base, layer.left_out(base, own.about))
    about = _altered(base.about, lambda node: _keyed(node, lambda key: key not in _OWN))
    texts = SetTexts(
        about=layer.text(about, own.about),
        indicators=layer.optional(base.indicators, own.indicators),
        sections=_by_id(base.sections, own.sections, layer.text),
        guidance=layer.optional(base.guidance, own.guidance),
        vignettes=(
            _by_id(base.vignettes, own.vignettes, lambda _, vignette: vignette)
            if base.vignettes is not None and own.vignettes is not None
            else None
        ),
    )
    return texts, layer.problems


class _Order:
    """Names in an order in which each can be moved at once, however many there are."""

    def __init__(self, names: Iterable[object]) -> None:
        self._next: dict[object, object] = {}
        self._before: dict[object, object] = {}
        self._last: object = _BEGIN
        for name in names:
            self.append(name)

    def append(self, name: object) -> None:
        self.insert_after(self._last, name)

    def insert_after(self, anchor: object, name: object) -> None:
        following = self._next.get(anchor, _END)
        self._next[anchor], self._before[name] = name, anchor
        self._next[name], self._before[following] = following, name
        if following is _END:
            self._last = name

    def remove(self, name: object) -> None:
        before, following = self._before.pop(name), self._next.pop(name)
        self._next[before], self._before[following] = following, before
        if following is _END:
            self._last = before

    def __iter__(self) -> Iterator[object]:
        name = self._next.get(_BEGIN, _END)
        while name is not _END:
            yield name
            name = self._next[name]


class _Known:
    """The ids of the items of a list besides one, for when they are told."""

    def __init__(self, nodes: Mapping[object, _Node], besides: object) -> None:
        self._nodes, self._besides = nodes, besides

    def __iter__(self) -> Iterator[str]:
        return (each for each in self._nodes if isinstance(each, str) and each != self._besides)


class _Layer:
    """Lays data over data and collects what is wrong with that."""

    def __init__(self) -> None:
        self.problems = Problems()

    def optional(self, base: YamlText | None, own: YamlText | None) -> YamlText | None:
        return self.text(base, own) if base is not None and own is not None else own or base

    def text(self, base: YamlText, own: YamlText) -> YamlText:
        problems = Problems(base.problems)
        problems.extend(own.problems)
        if not (base.readable and own.readable):
            return replace(own, problems=problems, readable=False)
        data, position = self._laid("", (base.data, base.position), (own.data, own.position))
        return replace(own, data=data, position=position, problems=problems)

    def _laid(self, key: str, base: _Node, own: _Node) -> _Node:
        if key in _WHOLE:
            return own
        if isinstance(base[0], dict) and isinstance(own[0], dict):
            self._strength_has_its_source(base[0], own)
            return _mapping(base, own, self._level if key == "levels" else self._laid)
        if isinstance(own[0], list) and _has_ids(base[0]):
            return self._list(base, own)
        return own

    def _level(self, key: str, base: _Node, own: _Node) -> _Node:
        """A level's rule: of each age the condition of its own; one for every age leaves what counts for a child."""
        if key not in get_args(Level) or own[0] is None:
            return own
        return _mapping(_for_ages(base), _for_ages(own), lambda _, __, condition: condition)

    def _list(self, base: _Node, own: _Node) -> _Node:
        """Items by their id: those of the base in their order, new ones at the end or where `after` says."""
        nodes: dict[object, _Node] = {}
        for number in range(len(base[0])):
            node = _part(base, number)
            # The second of two with one id is kept, so that it is told.
            nodes[(number,) if _id(node[0]) in nodes else _id(node[0])] = node
        order = _Order(nodes)
        named: set[str] = set()
        last_after: dict[str, object] = {}
        for number in range(len(own[0])):
            node, after = _without_after(_part(own, number))
            name: object = _id(node[0])
            if name is None or name in named:
                name = (number, name)
            else:
                named.add(str(name))
            new = name not in nodes
            nodes[name] = node if new else self._laid("", nodes[name], node)
            if new and after is None:
                order.append(name)
            if after is None:
                continue
            anchor = after[0] if isinstance(after[0], str) else None
            if anchor is None or anchor == name or anchor not in nodes:
                self._nothing_to_stand_after(after, name, nodes)
                if new:
                    order.append(name)
                continue
            if not new:
                order.remove(name)
            order.insert_after(last_after.get(anchor, anchor), name)
            last_after[anchor] = name
        names = list(order)
        return [nodes[each][0] for each in names], replace(
            own[1], parts={number: nodes[each][1] for number, each in enumerate(names)}
        )

    def _nothing_to_stand_after(self, after: _Node, name: object, nodes: Mapping[object, _Node]) -> None:
        anchor, position = after
        message = (
            gettext("there is no {name} here to stand after", name=quoted(anchor))
            if isinstance(anchor, str)
            else gettext("'after' takes one id")
        )
        hint = DidYouMean(str(anchor), _Known(nodes, name))
        self.problems.add(Problem(position.file, position.line, position.column, message, hint))

    def _strength_has_its_source(self, base: Mapping[str, Any], own: _Node) -> None:
        """Everything said has a source (law 8): that of the base does not vouch for another strength."""
        changed = own[0].get("strength", base.get("strength")) != base.get("strength")
        if changed and "strength_source" in base and "strength_source" not in own[0]:
            _, position = _part(own, "strength")
            message = gettext("the strength is another one, and its source is still that of the set that is extended")
            hint = gettext("Add strength_source, such as {grade: project}.")
            self.problems.add(Problem(position.file, position.line, position.column, message, hint))

    def left_out(self, base: SetTexts, about: YamlText) -> Mapping[str, Collection[str]]:
        """What is to be left out, by kind: what is there, and what safety does not rest on."""
        listed = about.data.get("leave_out") if isinstance(about.data, dict) else None
        listed = listed if isinstance(listed, dict) else {}
        known, needed = _ids_by_kind(base), _needed_for_safety(base)
        gone: dict[str, set[str]] = {}
        for kind, ids in known.items():
            one, names = _ONE_OF[kind], listed.get(kind)
            gone[kind] = set()
            if kind == "vignettes" and base.vignettes is None:
                continue
            for number, name in enumerate(names if isinstance(names, list) else ()):
                path = ("leave_out", kind, number)
                if not isinstance(name, str):
                    continue
                if name not in ids:
                    message = gettext("there is no {kind} {name} to leave out", kind=KIND[one], name=quoted(name))
                    self.problems.add(about.problem(path, message, DidYouMean(name, ids)))
                elif name in needed.get(kind, ()):
                    message = gettext(
                        "the {kind} {name} may not be left out: safety rests on it", kind=KIND[one], name=quoted(name)
                    )
                    self.problems.add(about.problem(path, message, gettext("Take it out of this list.")))
                else:
                    gone[kind].add(name)
        return gone


# --- what can be left out --------------------------------------------------------------------------------------------


def _ids_by_kind(base: SetTexts) -> Mapping[str, Mapping[str, None]]:
    ids = {
        "circumstances": _ids(_value(base.about.data, "circumstances")),
        "sections": _ids(_value(base.about.data, "sections")),
        "questions": [name for text in base.sections for name in _ids(_value(text.data, "questions"))],
        "indicators": _ids(base.indicators.data) if base.indicators is not None else [],
        "flags": _ids(_value(base.about.data, "flags")),
        "pathways": _ids(base.guidance.data) if base.guidance is not None else [],
        "vignettes": [name for text in base.vignettes or () if (name := _id(text.data)) is not None],
    }
    assert tuple(ids) == LeaveOut.__struct_fields__
    return {kind: dict.fromkeys(names) for kind, names in ids.items()}


def _needed_for_safety(base: SetTexts) -> Mapping[str, Collection[str]]:
    """Safety before score (law 3): its questions and the flags that they raise, and the age with its flag."""
    listed = _value(base.about.data, "sections")
    sections = {_id(each) for each in _items(listed) if _value(each, "stage") in SAFETY}
    texts = [text for text in base.sections if _id(text.data) in sections]
    questions = [question for text in texts for question in _items(_value(text.data, "questions"))]
    answers = [*questions, *(option for question in questions for option in _items(_value(question, "options")))]
    raised = {flag for answer in answers for flag in _items(_value(answer, "raises")) if isinstance(flag, str)}
    return {
        "circumstances": {"age"},
        "sections": {name for name in sections if name is not None},
        "questions": frozenset(_ids(questions)),
        "flags": {CHILD_FLAG, *raised},
    }


def _without(base: SetTexts, gone: Mapping[str, Collection[str]]) -> SetTexts:
    """The base without what is left out, and without the mentions that say nothing once it is gone."""
    if not any(gone.values()):
        return base

    def kept(kind: str) -> Callable[[_Node], _Node]:
        return lambda node: _each(node, lambda item: None if _id(item[0]) in gone[kind] else item)

    def named(kind: str) -> Callable[[_Node], _Node]:
        return lambda node: _each(node, lambda item: None if _is_one_of(item[0], gone[kind]) else item)

    def effects(node: _Node) -> _Node:
        return _at(_at(node, "shows", named("indicators")), "raises", named("flags"))

    def question(node: _Node) -> _Node:
        return _at(effects(node), "options", lambda options: _each(options, effects))

    def section(node: _Node) -> _Node:
        return _at(node, "questions", lambda questions: _each(kept("questions")(questions), question))

    def about(node: _Node) -> _Node:
        for kind in ("circumstances", "sections", "flags"):
            node = _at(node, kind, kept(kind))
        return node

    def vignette(node: _Node) -> _Node:
        node = _at(node, "answers", lambda answers: _keyed(answers, lambda key: key not in gone["questions"]))
        return _at(node, "expect", lambda key: _at(_at(key, "flags", named("flags")), "pathways", named("pathways")))

    return SetTexts(
        about=_altered(base.about, about),
        indicators=_altered(base.indicators, kept("indicators")) if base.indicators is not None else None,
        sections=tuple(_altered(text, section) for text in base.sections if _id(text.data) not in gone["sections"]),
        guidance=_altered(base.guidance, kept("pathways")) if base.guidance is not None else None,
        vignettes=(
            tuple(_altered(text, vignette) for text in base.vignettes if _id(text.data) not in gone["vignettes"])
            if base.vignettes is not None
            else None
        ),
    )


# --- data with its position ------------------------------------------------------------------------------------------


def _id(data: Any) -> str | None:
    name = _value(data, "id")
    return name if isinstance(name, str) else None


def _ids(data: Any) -> list[str]:
    return [name for item in _items(data) if (name := _id(item)) is not None]


def _value(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, dict) else None


def _items(data: Any) -> Iterator[Any]:
    return iter(data if isinstance(data, list) else ())


def _is_one_of(data: Any, names: Collection[str]) -> bool:
    return isinstance(data, str) and data in names


def _has_ids(data: Any) -> bool:
    return isinstance(data, list) and bool(data) and all(_id(item) is not None for item in data)


def _part(node: _Node, step: str | int) -> _Node:
    data, position = node
    # What came through an alias has no parts of its own: it stands where the alias stands.
    return data[step], position.parts.get(step) or replace(position, parts={})


def _mapping(base: _Node, own: _Node, lay: Callable[[str, _Node, _Node], _Node]) -> _Node:
    nodes = {key: _part(base, key) for key in base[0]}
    for key in own[0]:
        nodes[key] = lay(key, nodes[key], _part(own, key)) if key in nodes else _part(own, key)
    return _with_parts(own[1], nodes)


def _with_parts(position: Position, nodes: Mapping[str, _Node]) -> _Node:
    data = {key: part for key, (part, _) in nodes.items()}
    return data, replace(position, parts={key: where for key, (_, where) in nodes.items()})


def _keyed(node: _Node, keep: Callable[[str], bool]) -> _Node:
    """A mapping with only these keys; anything else as it is."""
    data, position = node
    if not isinstance(data, dict):
        return node
    return _with_parts(position, {key: _part(node, key) for key in data if keep(key)})


def _at(node: _Node, key: str, change: Callable[[_Node], _Node]) -> _Node:
    """A mapping with another value at a key; as it is where it has none."""
    data, position = node
    if not isinstance(data, dict) or key not in data:
        return node
    return _with_parts(
        position, {each: change(_part(node, each)) if each == key else _part(node, each) for each in data}
    )


def _each(node: _Node, change: Callable[[_Node], _Node | None]) -> _Node:
    """A list with every item changed, or taken out; anything else as it is."""
    data, position = node
    if not isinstance(data, list):
        return node
    changed = [item for number in range(len(data)) if (item := change(_part(node, number))) is not None]
    return [item for item, _ in changed], replace(position, parts={i: where for i, (_, where) in enumerate(changed)})


def _altered(text: YamlText, change: Callable[[_Node], _Node]) -> YamlText:
    data, position = change((text.data, text.position))
    return replace(text, data=data, position=position)


def _for_ages(node: _Node) -> _Node:
    data, position = node
    if isinstance(data, dict) and any(age in data for age in _AGES):
        return node
    return {"adult": data}, replace(position, parts={"adult": position})


def _without_after(node: _Node) -> tuple[_Node, _Node | None]:
    """An item, and what it says about its place among the others."""
    data, _ = node
    if not isinstance(data, dict) or "after" not in data:
        return node, None
    return _keyed(node, lambda key: key != "after"), _part(node, "after")


def _by_id(
    base: Iterable[YamlText], own: tuple[YamlText, ...], lay: Callable[[YamlText, YamlText], YamlText]
) -> tuple[YamlText, ...]:
    """Files by the id in them: those of the base, each laid over where there is one for it, and then the new ones."""
    first = {name: number for number, text in reversed(list(enumerate(own))) if (name := _id(text.data)) is not None}
    used: set[int] = set()
    texts: list[YamlText] = []
    for text in base:
        number = first.get(_id(text.data) or "")
        if number is None or number in used:
            texts.append(text)
            continue
        used.add(number)
        texts.append(lay(text, own[number]))
    return (*texts, *(text for number, text in enumerate(own) if number not in used))
