"""What is given as files: one or two of them changed, made of what a random source says and nothing else."""

import json
from collections.abc import Mapping, Sequence
from random import Random

from screening.lint import RULES
from screening.reading.problem import READING_CODES
from tests.fuzz import hostile, plausible
from tests.fuzz.bases import Base, Kind, bases, sheets, words
from tests.fuzz.given import Given, Oddity
from tests.fuzz.mutation import mutated_po, mutated_text, mutated_yaml, with_comments

ODDITIES: Sequence[Oddity] = (
    *("missing", "missing", "folder", "dangling link", "link to itself", "pipe", "null device", "endless device"),
)
_CODES = [*RULES, *READING_CODES, "no-such-rule", "ignore"]


def _content(choose: Random, base: Base, path: str) -> bytes:
    """A file of a base, changed."""
    sheet = base.sheet(path)
    if path.endswith(".po"):
        return mutated_po(choose, sheet, [sheet])
    content = mutated_yaml(choose, sheet, sheets(base.kind), words(base.kind))
    return (
        with_comments(choose, content.decode(errors="replace"), _CODES).encode() if choose.random() < 0.05 else content
    )


def _chosen(choose: Random) -> int:
    return choose.getrandbits(32)


def _of_kind(kind: Kind, *but: str) -> list[Base]:
    return [base for base in bases().values() if base.kind == kind and base.name not in but]


_LARGE = ("palermo-copy", "child-copy", "first-contact-copy", "self-check-copy", "like-palermo")


def small_set(choose: Random) -> Given:
    """A small set with one or two of its files changed."""
    return _set(choose, choose.choice(_of_kind("set", *_LARGE)))


def real_set(choose: Random) -> Given:
    """A set as it is used, or one that extends one, with one or two of its files changed."""
    return _set(choose, bases()[choose.choice(_LARGE)])


def _set(choose: Random, base: Base) -> Given:
    files: dict[str, bytes | Oddity] = {}
    for _ in range(choose.choice((1, 1, 1, 2))):
        path = choose.choice(list(base.files))
        chance = choose.random()
        if chance < 0.03:
            files[path] = choose.choice(ODDITIES)
        elif chance < 0.06:
            ending = choose.choice((".yaml", ".yaml", ".yml", ".po", ""))
            folder = choose.choice(
                ("", "sections/", "vignettes/", "locale/", f"{hostile.file_name(choose, 'x')[:40]}/")
            )
            files[f"{folder}{hostile.file_name(choose, ending)}"] = _content(choose, base, path)
        elif chance < 0.12:
            # One id is another everywhere, so that all fits together again.
            files |= _renamed(choose, base)
        else:
            files[path] = _content(choose, base, path)
    return Given(base.name, files, chosen=_chosen(choose))


def _renamed(choose: Random, base: Base) -> Mapping[str, bytes]:
    ids = [
        (path, node)
        for path in base.files
        for node in base.sheet(path).nodes
        if (node.key == "id" or path == "set.yaml") and not node.block
    ]
    if not ids:
        return {}
    path, node = choose.choice(ids)
    old = base.sheet(path).text[node.start : node.end]
    new = json.dumps(
        hostile.text(choose)[:500] if choose.random() < 0.7 else plausible.text(choose), ensure_ascii=False
    )
    return {name: content.replace(old.encode(), new.encode()) for name, content in base.files.items()}


def translations(choose: Random) -> Given:
    """A small set with a changed PO file, perhaps with comments to this program in it."""
    base = choose.choice([base for base in _of_kind("set", *_LARGE) if "locale/de.po" in base.files])
    content = _content(choose, base, "locale/de.po")
    if choose.random() < 0.2:
        content = with_comments(choose, content.decode(errors="replace"), _CODES).encode()
    name = "de.po" if choose.random() < 0.97 else hostile.file_name(choose, ".po")
    odd = choose.random() < 0.003
    return Given(base.name, {f"locale/{name}": choose.choice(ODDITIES) if odd else content}, chosen=_chosen(choose))


def comments(choose: Random) -> Given:
    """A small file with comments to this program, in YAML or PO."""
    base = choose.choice([base for base in bases().values() if base.name not in _LARGE])
    path = choose.choice([path for path, content in base.files.items() if len(content) < 8_000] or list(base.files))
    text = with_comments(choose, base.sheet(path).text, _CODES)
    content = text.encode(errors="replace") if choose.random() < 0.4 else mutated_text(choose, text, sheets(base.kind))
    return Given(base.name, {path: content}, chosen=_chosen(choose))


def directory(choose: Random) -> Given:
    """A directory with its file changed: most often the small one, seldom the largest."""
    base = bases()["somewhere"] if choose.random() < 0.7 else choose.choice(_of_kind("directory", "place-hk"))
    return _one_file(choose, bases()["place-hk"] if choose.random() < 0.02 else base)


def own_services(choose: Random) -> Given:
    """An agency's own file, changed."""
    return _one_file(choose, bases()["small-house" if choose.random() < 0.85 else "harbour-house"])


def glossary(choose: Random) -> Given:
    """A file of a glossary, changed."""
    return _one_file(choose, choose.choice(_of_kind("glossary")))


def _one_file(choose: Random, base: Base) -> Given:
    (path,) = base.files
    odd = choose.random() < 0.003
    return Given(
        base.name,
        {path: choose.choice(ODDITIES) if odd else _content(choose, base, path)},
        chosen=_chosen(choose),
    )
