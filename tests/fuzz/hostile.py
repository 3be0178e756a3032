"""What somebody might put where it does not belong: characters, texts, names and values."""

import json
from random import Random
from typing import Any

# Of each kind of character that acts on a terminal, hides, or turns the direction of text; and what looks harmless.
CONTROLS = [*map(chr, range(32)), "\x7f", *map(chr, range(0x80, 0xA0))]
FORMATS = [
    *("\u00ad", "\u0600", "\u061c", "\u06dd", "\u070f", "\u180e", "\u200b", "\u200c", "\u200d", "\u200e", "\u200f"),
    *("\u202a", "\u202b", "\u202c", "\u202d", "\u202e", "\u2060", "\u2061", "\u2064", "\u2066", "\u2067", "\u2068"),
    *("\u2069", "\u206a", "\u206f", "\ufeff", "\ufff9", "\ufffb", "\U000110bd", "\U00013430", "\U0001bca0"),
    *("\U0001d173", "\U000e0001", "\U000e0041", "\U000e007f"),
]
SEPARATORS = ["\n", "\r", "\r\n", "\x0b", "\x0c", "\x1c", "\x1e", "\x85", "\u2028", "\u2029"]
ODD = [
    *("\xa0", "\u2003", "\u3000", "\u0301", "\u0e33", "\u1ab0", "\ufe0f", "\ufdfa", "\ufffd", "\ufffe", "\uffff"),
    *("\ue000", "\U0001f468", "\U0001f3fd", "\U0001f1e9", "\U0001d538", "\U00020000", "\U0002fa1d", "\U000e0100"),
    *("\U000f0000", "\U0010ffff", "ß", "İ", "ı", "ſ", "ǆ", "ﬃ", "٣", "Ⅷ", "²", "O", "l"),
]
# How the system hands over bytes that are no UTF-8.
UNDECODED = ["\udc80", "\udc9b", "\udcff", "\udcc3("]
ESCAPES = [
    *("\x1b[2J", "\x1b[31m", "\x1b]52;c;cHduZWQ=\x07", "\x1b]0;title\x07", "\x1bc", "\x9b2J", "\x1bP+q\x1b\\"),
    *("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "\x1b[6n", "\r\x1b[K", "\x08\x08\x08", "\x0e", "%0A::error::"),
]
MARKUP = [
    *("<script>alert(1)</script>", "&amp;", "[bold red]x[/]", "[/x]", "{{ 7*7 }}", "{% raw %}", "{}", "{0}", "%s%n"),
    *("# x", "**x**", "`x`", "~~~", "---", "|a|b|", "![x](y)", "$(x)", "'; --", "\\", "\\x1b[2J", "..", "../../x"),
]
_PLAIN = ["", " ", "x", "no", "null", "~", "-", "?", ":", "0", "-1", "1e999", "0x10", ".inf", ".nan", "2019-02-30"]
# The tag, the anchor and the indicator of everything that YAML has.
YAML_WORDS = [
    *("!!python/object/apply:os.system [x]", "!!binary aGk=", "!!set {a, b}", "!local x", "! x", "!<tag:x> y", "!!"),
    *(
        "&a x",
        "*a",
        "&a [*a]",
        "<<: *a",
        "{<<: *a}",
        "? [a, b]\n: c",
        "? x",
        ": x",
        "- - - x",
        "[[[[x]]]]",
        "{a: {b: {c: d}}}",
    ),
    *(
        "|\n  x\n",
        ">\n  x\n",
        "|2-\n    x\n",
        ">+9\n x",
        "|\n\tx",
        '"\\x1b[2J"',
        '"\\u2028"',
        '"\\ud800"',
        '"\\U00110000"',
    ),
    *('"\\e\\a\\b\\0"', "'", '"', "'it''s'", '"\\\n  x"', "%YAML 1.1", "%TAG ! x", "---", "...", "--- x\n--- y", "\t"),
    *("@x", "`x`", "#x", " #x", "x: y: z", "[x", "x]", "{x", "x}", "[x, , y]", "{x, y}", "- x\n- y", "x:\n- y\n z: a"),
    *(
        "1_000",
        "1:30",
        "0o17",
        "+1",
        "1e3",
        ".5",
        "True",
        "NULL",
        "yes",
        "on",
        "=",
        "<<",
        "2001-12-14t21:59:43.10-05:00",
    ),
]
VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        False,
        0,
        -1,
        1,
        2**31,
        2**63,
        2**64,
        -(2**63) - 1,
        10**30,
        0.5,
        -0.0,
        1e308,
        float("nan"),
        float("inf"),
    ),
    *(
        "",
        " ",
        "yes",
        "no",
        "unclear",
        "declined",
        "adult",
        "child",
        "hk",
        "xx",
        "\x00",
        "\x1b[2J",
        "\ud800",
        "é",
        "x" * 300,
    ),
    *(
        [],
        {},
        [[]],
        [None],
        ["yes"],
        ["yes", "yes"],
        ["unclear"],
        ["x", 1],
        [["yes"]],
        {"a": 1},
        {"": {}},
        [True],
        [{}],
    ),
)


def character(choose: Random) -> str:
    """One of any kind; now and then any at all of any plane."""
    match choose.randrange(7):
        case 0:
            return choose.choice(CONTROLS)
        case 1:
            return choose.choice(FORMATS)
        case 2:
            return choose.choice(SEPARATORS)
        case 3:
            return choose.choice(ODD)
        case 4:
            return choose.choice(ESCAPES)
        case 5:
            plane = choose.choice((0, 0, 0, 1, 2, 3, 14, 15, 16))
            point = plane << 16 | choose.randrange(0x10000)
            return chr(point) if not 0xD800 <= point < 0xE000 else "\ufffd"
        case _:
            return choose.choice("abcXYZ019 -_.,:;#'\"[]{}()<>&|*!?%@`~/\\=+^$")


def text(choose: Random) -> str:
    """A hostile text, short as a rule and now and then very long. It may be encoded as UTF-8."""
    match choose.randrange(12):
        case 0:
            return choose.choice(_PLAIN)
        case 1:
            return choose.choice(MARKUP)
        case 2:
            return choose.choice(ESCAPES)
        case 3:
            return character(choose) * choose.choice((1, 2, 50, 301, 4_001))
        case 4:
            return choose.choice(("x", "é", "字", "a b ", "\u200b", "\u0301", "-")) * choose.choice(
                (60, 301, 5_000, 70_000)
            )
        case 5:
            return "".join(
                chr(choose.choice((0x4E00, 0x0E01, 0x0621, 0x1F600, 0x61))) + character(choose) for _ in range(5)
            )
        case _:
            return "".join(character(choose) for _ in range(choose.randint(1, 8)))


def file_name(choose: Random, ending: str) -> str:
    """A name that a file can have here, with anything in it."""
    stem = text(choose).replace("/", "_").replace("\0", "_")
    room = 240 - len(ending)
    while len(stem.encode()) > room:
        stem = stem[: len(stem) // 2]
    name = f"{stem}{ending}"
    # These two are the folder itself and the one above it.
    return name if name not in {"", ".", ".."} else "x"


def argument(choose: Random) -> str:
    """A text that the system hands to a program: anything but NUL, perhaps not UTF-8."""
    said = text(choose)[:5_000] if choose.random() < 0.9 else choose.choice(UNDECODED) + "x"
    return said.replace("\0", "\x01")


def value(choose: Random, depth: int = 0) -> Any:
    """Plain data of any kind."""
    match choose.randrange(8):
        case 0 | 1 | 2 | 3:
            return choose.choice(VALUES)
        case 4 | 5:
            return text(choose)
        case 6 if depth < 4:
            return [value(choose, depth + 1) for _ in range(choose.randint(0, 4))]
        case _ if depth < 4:
            return {text(choose)[:50]: value(choose, depth + 1) for _ in range(choose.randint(0, 4))}
        case _:
            return choose.getrandbits(choose.choice((3, 31, 64, 200)))


def as_yaml(choose: Random) -> str:
    """Something to put at a place of a YAML file, on one line or more."""
    match choose.randrange(8):
        case 0 | 1:
            return choose.choice(YAML_WORDS)
        case 2 | 3:
            return json.dumps(text(choose), ensure_ascii=choose.random() < 0.5)
        case 4:
            return text(choose)
        case 5:
            return choose.choice(("[", "{a: ", "- ", "!!x ", "&a ")) * choose.choice((1, 29, 31, 200, 200, 3_000))
        case _:
            # Not every value is JSON, and YAML has to bear that too.
            return json.dumps(value(choose), ensure_ascii=choose.random() < 0.5)
