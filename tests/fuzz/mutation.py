"""Changed texts: bytes, characters, lines, halves of two files, the nodes of a YAML file, the entries of a PO file."""

import json
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import Any, Final, NamedTuple

import yaml

from tests.fuzz import hostile, plausible

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Node(NamedTuple):
    """A word or text in a YAML file: where it stands, and the key that it stands at; itself, where it is a key."""

    start: int
    end: int
    key: str
    is_key: bool
    block: bool


class Sheet(NamedTuple):
    """A text that is mutated, with its nodes."""

    text: str
    nodes: tuple[Node, ...] = ()


def sheet_of(content: bytes, *, is_yaml: bool) -> Sheet:
    """A file, ready to be mutated."""
    text = content.decode()
    nodes: list[Node] = []
    if is_yaml:
        _collect(yaml.compose(text, Loader=_Loader), "", nodes)
    return Sheet(text, tuple(nodes))


def _collect(node: Any, key: str, found: list[Node], *, is_key: bool = False) -> None:
    if isinstance(node, yaml.ScalarNode):
        start, end = node.start_mark.index, node.end_mark.index
        found.append(Node(start, end, key, is_key, node.style in {"|", ">"}))
    elif isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            _collect(name, str(name.value), found, is_key=True)
            _collect(value, str(name.value), found)
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            _collect(item, key, found)


# What stands at each key anywhere: put elsewhere at that key, it often makes sense.
Vocabulary = Mapping[str, Sequence[str]]


def vocabulary_of(sheets: Sequence[Sheet]) -> Vocabulary:
    """Every word and text of some files, by its key."""
    words: dict[str, dict[str, None]] = {}
    for sheet in sheets:
        for node in sheet.nodes:
            if not node.is_key and not node.block:
                words.setdefault(node.key, {})[sheet.text[node.start : node.end]] = None
    return {key: list(values) for key, values in words.items()}


# --- YAML ------------------------------------------------------------------------------------------------------------


def mutated_yaml(choose: Random, sheet: Sheet, others: Sequence[Sheet], words: Vocabulary) -> bytes:
    """A YAML file with a few changes: about half of them such that it may still make sense."""
    chance = choose.random()
    if sheet.nodes and chance < 0.75:
        text = _at_nodes(choose, sheet, words, _gentle if chance < 0.45 else _harsh)
        return text.encode(errors="surrogatepass") if choose.random() < 0.9 else mutated_text(choose, text, others)
    return mutated_text(choose, sheet.text, others)


_AtNode = Callable[[Random, str, Node, Vocabulary], str]


def _at_nodes(choose: Random, sheet: Sheet, words: Vocabulary, change: _AtNode) -> str:
    text = sheet.text
    chosen = {choose.randrange(len(sheet.nodes)) for _ in range(choose.choice((1, 1, 1, 2, 3)))}
    # From the end, so that what stands before keeps its place.
    for place in sorted(chosen, reverse=True):
        node = sheet.nodes[place]
        put = change(choose, text[node.start : node.end], node, words)
        text = f"{text[: node.start]}{put}{text[node.end :]}"
    return text


def _gentle(choose: Random, old: str, node: Node, words: Vocabulary) -> str:
    if node.is_key:
        return old
    end = "\n" if node.block else ""
    if choose.random() < 0.4 and node.key in plausible.AT_KEY:
        return choose.choice(plausible.AT_KEY[node.key]) + end
    if choose.random() < 0.5 and node.key in words:
        return choose.choice(words[node.key]) + end
    said = plausible.text(choose)
    kept = old if choose.random() < 0.5 and old.isprintable() and not node.block else ""
    return json.dumps(f"{kept} {said}" if kept else said, ensure_ascii=False) + end


def _harsh(choose: Random, old: str, node: Node, words: Vocabulary) -> str:
    del words
    if node.is_key and choose.random() < 0.3:
        return choose.choice((f"{old}s", old[:-1], old.upper(), f"&a {old}", f"!!str {old}", f"? {old}\n", '""', "<<"))
    if choose.random() < 0.3 and old.isprintable():
        # A hostile text that YAML itself takes.
        at = choose.randint(0, len(old))
        return json.dumps(f"{old[:at]}{hostile.text(choose)}{old[at:]}", ensure_ascii=choose.random() < 0.7)
    return hostile.as_yaml(choose) + ("\n" if node.block else "")


# --- any text --------------------------------------------------------------------------------------------------------


def mutated_text(choose: Random, text: str, others: Sequence[Sheet]) -> bytes:
    """A text with a few changes to its characters, lines or bytes, or with a part of another file."""
    for _ in range(choose.choice((1, 1, 2, 3))):
        text = choose.choice(_TEXT_CHANGES)(choose, text, others)
    content = text.encode(errors="surrogatepass")
    return _bytes(choose, content) if choose.random() < 0.2 else content


def _put_in(choose: Random, text: str, others: Sequence[Sheet]) -> str:
    del others
    at = choose.randint(0, len(text))
    what = hostile.character(choose) if choose.random() < 0.6 else hostile.as_yaml(choose)
    return f"{text[:at]}{what}{text[at + choose.choice((0, 0, 1, 5)) :]}"


def _take_out(choose: Random, text: str, others: Sequence[Sheet]) -> str:
    del others
    at = choose.randint(0, len(text))
    return text[:at] + text[at + choose.choice((1, 2, 10, 100, 10_000)) :]


def _lines(choose: Random, text: str, others: Sequence[Sheet]) -> str:
    lines = text.split("\n")
    at, other = choose.randrange(len(lines)), choose.randrange(len(lines))
    match choose.randrange(9):
        case 0:
            del lines[at : at + choose.choice((1, 1, 2, 5))]
        case 1:
            lines.insert(other, lines[at])
        case 2:
            lines[at], lines[other] = lines[other], lines[at]
        case 3:
            lines[at:at] = lines[at : at + choose.choice((1, 3, 10))] * choose.choice((2, 2, 10, 100))
        case 4:
            lines[at] = choose.choice((" ", "  ", "\t", "- ", "# ", "\ufeff")) + lines[at]
        case 5:
            lines[at] = lines[at][choose.choice((1, 2, 4)) :]
        case 6:
            source = choose.choice(others).text.split("\n") if others else lines
            lines.insert(at, choose.choice(source))
        case 7:
            lines[at] += choose.choice(hostile.SEPARATORS) + lines[other]
        case _:
            lines.insert(at, hostile.as_yaml(choose))
    return "\n".join(lines)


def _splice(choose: Random, text: str, others: Sequence[Sheet]) -> str:
    other = choose.choice(others).text if others else text
    return text[: choose.randint(0, len(text))] + other[choose.randint(0, len(other)) :]


def _long(choose: Random, text: str, others: Sequence[Sheet]) -> str:
    """Something very long, though seldom: it takes long to read."""
    del others
    lines = text.split("\n")
    at = choose.randrange(len(lines))
    times = choose.choice((100, 100, 1_000, 1_000, 1_000, 10_000, 10_000, 200_000))
    thing = choose.choice(("x", "[", "- ", "a: b\n", "{}, ", "# x\n", " ", "\n", '"', "字", "&a ", lines[at] + "\n"))
    lines.insert(at, thing * (times if len(thing) * times < 2_000_000 else 100))
    return "\n".join(lines)


def _ends(choose: Random, text: str, others: Sequence[Sheet]) -> str:
    del others
    match choose.randrange(6):
        case 0:
            return text.replace("\n", choose.choice(("\r\n", "\r", "\x85", "\u2028")))
        case 1:
            return f"\ufeff{text}"
        case 2:
            return f"{text}\n---\n{text}"
        case 3:
            return text[: choose.randint(0, len(text))]
        case 4:
            return f"{choose.choice(hostile.YAML_WORDS)}\n{text}"
        case _:
            return choose.choice(("", "\n", "\0", "[]", "{}", "null", "x", "- ", "#"))


def _bytes(choose: Random, content: bytes) -> bytes:
    at = choose.randint(0, len(content))
    match choose.randrange(5):
        case 0:
            return content[:at] + bytes([choose.randrange(256)]) + content[at + 1 :]
        case 1:
            return content[:at] + choose.randbytes(choose.choice((1, 2, 4, 100))) + content[at:]
        case 2:
            return content[:at]
        case 3:
            kept = content.decode(errors="ignore")
            return kept.encode(choose.choice(("utf-16", "utf-32", "utf-7", "cp037")), errors="replace")
        case _:
            return (
                content[:at]
                + choose.choice((b"\xff\xfe", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\0"))
                + content[at:]
            )


_TextChange = Callable[[Random, str, Sequence[Sheet]], str]
_TEXT_CHANGES: Final[Sequence[_TextChange]] = (
    *(_put_in, _put_in, _put_in, _take_out, _take_out, _lines, _lines, _lines, _lines, _lines, _splice, _ends),
    *(_put_in, _put_in, _put_in, _take_out, _take_out, _lines, _lines, _lines, _lines, _lines, _splice, _long),
)

# --- PO --------------------------------------------------------------------------------------------------------------

_PO_WORDS = [
    *('msgid "x"', 'msgstr "x"', 'msgctxt "set.title"', 'msgstr[0] "x"', 'msgstr[99999999999] "x"', 'msgid_plural "x"'),
    *("#, fuzzy", '#~ msgid "x"', '#| msgid "x"', "#: a:1", "#. x", "#", "# screening: ignore translation because x"),
    *('"', '"x', 'x"', '""', '"\\x1b[2J"', '"\\033[2J"', '"\\n"', '"\\"', '"\\u2028"', "msgstr", "msgid", 'domain "x"'),
    *('"Content-Type: text/plain; charset=utf-16\\n"', '"Plural-Forms: nplurals=9999999; plural=n/0;\\n"', "msgctxt"),
    *(
        'msgid ""',
        'msgstr ""',
        "msgstr 'x'",
        '#~| msgid "x"',
        "#~ x",
        "#, c-format, fuzzy, ",
        'msgstr[] "x"',
        "\t",
        "%",
    ),
]


def mutated_po(choose: Random, sheet: Sheet, others: Sequence[Sheet]) -> bytes:
    """A PO file with a few changes."""
    text = sheet.text
    if choose.random() < 0.3:
        return mutated_text(choose, text, others)
    for _ in range(choose.choice((1, 1, 2, 4))):
        lines = text.split("\n")
        at = choose.randrange(len(lines))
        match choose.randrange(5):
            case 0:
                lines.insert(at, choose.choice(_PO_WORDS) * choose.choice((1, 1, 1, 50)))
            case 1:
                quoted = json.dumps(hostile.text(choose), ensure_ascii=choose.random() < 0.3)
                lines[at] = f"{lines[at].partition(' ')[0]} {quoted}"
            case 2:
                quoted = json.dumps(plausible.text(choose), ensure_ascii=False)
                lines[at] = f"{lines[at].partition(' ')[0]} {quoted}"
            case 3:
                lines[at : at + choose.choice((1, 2, 4))] = []
            case _:
                lines[at:at] = lines[at : at + choose.choice((1, 4))] * choose.choice((1, 1, 2, 300))
        text = "\n".join(lines) or "\n"
    return text.encode(errors="surrogatepass")


# --- comments --------------------------------------------------------------------------------------------------------

_COMMENTS = [
    *(
        "# screening: ignore {} because the words are the law's",
        "# screening: ignore {}",
        "# screening: ignore",
        "# screening:",
    ),
    *(
        "#screening:ignore {} because x",
        "# screening: ignore {} because {}",
        "# screening: {}",
        "#  screening: ignore  {}  because  {}",
    ),
]


def with_comments(choose: Random, text: str, codes: Sequence[str]) -> str:
    """A text with comments to this program, right ones and others, at the end of its lines or between them."""
    lines = text.split("\n")
    for _ in range(choose.choice((1, 1, 2, 5, 60))):
        said = choose.choice(_COMMENTS)
        while "{}" in said:
            word = choose.choice(codes) if choose.random() < 0.7 else hostile.text(choose)[:400]
            said = said.replace("{}", word.replace("{}", ""), 1)
        at = choose.randrange(len(lines))
        if choose.random() < 0.5:
            lines.insert(at, choose.choice(("", "  ", "    ")) + said)
        else:
            lines[at] += f" {said}"
    return "\n".join(lines)
