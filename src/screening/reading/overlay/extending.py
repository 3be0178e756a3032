"""One set laid over another, as plain data with positions: all that is said keeps the file it stands in.

Mappings are laid over key by key, and lists whose items have an id by that id. All else is replaced whole, and so are
conditions, notes on sources and vignettes: each is one thing, and half of another would change what it says.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_args

from msgspec.structs import replace

from screening.language.messages import gettext, quoted
from screening.reading.overlay.leave_out import left_out, without
from screening.reading.overlay.movable_order import MovableOrder
from screening.reading.overlay.nodes import Node, altered, has_ids, id_of, merged, part_of, value_at, with_keys
from screening.reading.overlay.orphans import with_orphans
from screening.reading.problem import DidYouMean, Problem, Problems
from screening.reading.set_texts import SetTexts
from screening.reading.yaml_text import YamlText
from screening.sets.vocabulary import Level

# What is replaced whole though it is a mapping.
_WHOLE = frozenset({"when", "source", "strength_source", "rate"})
# What a set never has from another one.
_OWN = ("id", "version", "title", "roles", "extends", "leave_out", "goes_on", "languages")
# What says the same as another text, where that would not be true: it goes with the one that it was written for.
_TOGETHER = {"agreement": "agreement_if_kept"}
_AGES = ("adult", "child")


def overlay(base: SetTexts, own: SetTexts) -> tuple[SetTexts, Problems]:
    """Lay a set over the one that it extends.

    Args:
        base: what is extended, whole.
        own: what differs. Its `leave_out` is taken out of the base first.

    Returns:
        The whole set, and what is wrong with the laying over itself. Never raises for anything that stands in a file.
    """
    layer = _Layer()
    base = without(base, with_orphans(base, own, left_out(base, own.about, layer.problems)))
    said_anew = {second for first, second in _TOGETHER.items() if value_at(own.about.data, first) is not None}
    not_theirs = {*_OWN, *said_anew}
    about = altered(base.about, lambda node: with_keys(node, lambda key: key not in not_theirs))
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


class _Known:
    """The ids of the items of a list besides one, for when they are told."""

    def __init__(self, nodes: Mapping[object, Node], besides: object) -> None:
        self._nodes, self._besides = nodes, besides

    def __iter__(self) -> Iterator[str]:
        return (each for each in self._nodes if isinstance(each, str) and each != self._besides)


class _Layer:
    """Lays data over data and collects what is wrong with that."""

    def __init__(self) -> None:
        self.problems = Problems()
        # A scale is one thing, and so is the rule of a level at an age.
        self._within = {"levels": self._level, "scales": lambda _, __, own: own}

    def optional(self, base: YamlText | None, own: YamlText | None) -> YamlText | None:
        return self.text(base, own) if base is not None and own is not None else own or base

    def text(self, base: YamlText, own: YamlText) -> YamlText:
        problems = Problems(base.problems)
        problems.extend(own.problems)
        if not (base.readable and own.readable):
            return replace(own, problems=problems, readable=False)
        data, position = self._laid("", (base.data, base.position), (own.data, own.position))
        return replace(own, data=data, position=position, problems=problems)

    def _laid(self, key: str, base: Node, own: Node) -> Node:
        if key in _WHOLE:
            return own
        if isinstance(base[0], dict) and isinstance(own[0], dict):
            self._strength_has_its_source(base[0], own)
            return merged(base, own, self._within.get(key, self._laid))
        if isinstance(own[0], list) and has_ids(base[0]):
            return self._list(base, own)
        return own

    def _level(self, key: str, base: Node, own: Node) -> Node:
        """A level's rule: of each age the condition of its own; one for every age leaves what counts for a child."""
        if key not in get_args(Level) or own[0] is None:
            return own
        return merged(_for_ages(base), _for_ages(own), lambda _, __, condition: condition)

    def _list(self, base: Node, own: Node) -> Node:
        """Items by their id: those of the base in their order, new ones at the end or where `after` says."""
        nodes: dict[object, Node] = {}
        for number in range(len(base[0])):
            node = part_of(base, number)
            # The second of two with one id is kept, so that it is told.
            nodes[(number,) if id_of(node[0]) in nodes else id_of(node[0])] = node
        order = MovableOrder(nodes)
        named: set[str] = set()
        last_after: dict[str, object] = {}
        for number in range(len(own[0])):
            node, after = _without_after(part_of(own, number))
            name: object = id_of(node[0])
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

    def _nothing_to_stand_after(self, after: Node, name: object, nodes: Mapping[object, Node]) -> None:
        anchor, position = after
        message = (
            gettext("there is no {name} here to put it after", name=quoted(anchor))
            if isinstance(anchor, str)
            else gettext("'after' takes one id")
        )
        hint = DidYouMean(str(anchor), _Known(nodes, name))
        self.problems.add(Problem(position.file, position.line, position.column, message, hint))

    def _strength_has_its_source(self, base: Mapping[str, Any], own: Node) -> None:
        """Everything said has a source (law 8): that of the base does not vouch for another strength."""
        changed = own[0].get("strength", base.get("strength")) != base.get("strength")
        if changed and "strength_source" in base and "strength_source" not in own[0]:
            _, position = part_of(own, "strength")
            message = gettext("the strength has changed, but its source is still that of the extended set")
            hint = gettext("Add strength_source, such as {grade: project}.")
            self.problems.add(Problem(position.file, position.line, position.column, message, hint))


def _for_ages(node: Node) -> Node:
    data, position = node
    if isinstance(data, dict) and any(age in data for age in _AGES):
        return node
    return {"adult": data}, replace(position, parts={"adult": position})


def _without_after(node: Node) -> tuple[Node, Node | None]:
    """An item, and what it says about its place among the others."""
    data, _ = node
    if not isinstance(data, dict) or "after" not in data:
        return node, None
    return with_keys(node, lambda key: key != "after"), part_of(node, "after")


def _by_id(
    base: Iterable[YamlText], own: tuple[YamlText, ...], lay: Callable[[YamlText, YamlText], YamlText]
) -> tuple[YamlText, ...]:
    """Files by the id in them: those of the base, each laid over where there is one for it, and then the new ones."""
    first = {name: number for number, text in reversed(list(enumerate(own))) if (name := id_of(text.data)) is not None}
    used: set[int] = set()
    texts: list[YamlText] = []
    for text in base:
        number = first.get(id_of(text.data) or "")
        if number is None or number in used:
            texts.append(text)
            continue
        used.add(number)
        texts.append(lay(text, own[number]))
    return (*texts, *(text for number, text in enumerate(own) if number not in used))
