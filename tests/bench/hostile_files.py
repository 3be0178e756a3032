"""How long hostile files are read, and how much is needed and told: at most 5 s, 200 MB and 200 problems for each.

Run it by hand: python -m tests.bench.hostile_files [a part of a name]. It prints a table; it is no test, for a busy machine
must not turn a build red. Each file is read by a process of its own, whose own time and highest memory are taken.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeAlias

from tests.bench.figures import Figure
from tests.support.folders import SOUND

PROGRAM = [sys.executable, "-c", "from screening.__main__ import main; main()"]
PATIENCE = 120
MOST_SECONDS, MOST_MEGABYTES, MOST_LINES = 5, 200, 203

# The files of a case, each in pieces, so that this process stays small: a child's highest memory counts from its parent's.
Files: TypeAlias = dict[str, Iterable[str]]

DIRECTORY = """place: hk
names: {en: Here}
as_of: "2026-01-31"
time_zone: Asia/Hong_Kong
emergency: {number: "999", names: {en: E}, evidence: official, source: S, page_date: "2026"}
"""
SET = """id: large
version: '1'
title: Large
sections: [{id: main, stage: questions}]
dimensions: {d: {element: means, rule: any, title: D}}
rules: {any: [{total: 1}]}
levels: {some_concern: means}
"""
VIGNETTE = "id: v-{0}\ntitle: T\nstory: S\nanswers: {{{1}}}\nexpect: {{level: {2}}}\nteaches: T\n"


def times(count: int, piece: str) -> Iterator[str]:
    """A piece many times, with its number for {0}."""
    numbered = "{0}" in piece
    return (piece.replace("{0}", str(number)) if numbered else piece for number in range(count))


def options(begin: str, pieces: Iterable[str], end: str = "") -> Iterator[str]:
    yield begin
    yield from pieces
    yield end


def set_of(indicators: int, questions: int, more: Files | None = None) -> Files:
    return {
        "set.yaml": [SET],
        "indicators.yaml": times(indicators, "- {id: i-{0}, states: Number {0}, dimension: d, strength: weak}\n"),
        "sections/main.yaml": options(
            "id: main\nquestions:\n", times(questions, "  - {id: q-{0}, ask: Q?, record: R, shows: [i-{0}]}\n")
        ),
        **(more or {}),
    }


def service(more: str = "") -> str:
    return (
        "  - id: s-{0}\n    names: {en: House {0}}\n    offers: [shelter]\n    source: S\n    page_date: '2026'\n"
        f"    notes: [Ask.]\n{more}"
    )


def services(count: int, more: str = "", top: str = "") -> Files:
    return {"xx.yaml": options(f"{DIRECTORY}{top}services:\n", times(count, service(more)))}


def sound(more: Files) -> Files:
    return {**{name: [text] for name, text in SOUND.items()}, **more}


def po(pieces: Iterable[str]) -> Files:
    return sound({"locale/de.po": pieces})


def in_set(pieces: Iterable[str]) -> Files:
    return {"set.yaml": options(SET, pieces)}


def in_questions(pieces: Iterable[str], **more: Iterable[str]) -> Files:
    return {"set.yaml": [SET], "sections/main.yaml": options("id: main\nquestions:\n", pieces), **more}


def extending(**more: Iterable[str]) -> Files:
    return {f"base/{name}": pieces for name, pieces in set_of(15_000, 2_000).items()} | {
        f"top/{name}": pieces
        for name, pieces in {"set.yaml": ["id: top\nversion: '1'\ntitle: T\nextends: large\n"], **more}.items()
    }


CHECK = ("check", ".")
CASES: dict[str, tuple[Files, tuple[str, ...]]] = {
    # --- what has to go on working
    "fine: 10,000 indicators, 3,000 questions": (set_of(10_000, 3_000), CHECK),
    "fine: the same, listed": (set_of(10_000, 3_000), ("sets", "--indicators", ".")),
    "fine: 10,000 services": (
        services(
            10_000,
            "    contacts: [{kind: telephone, number: '+852 2{0}', hours: 'Mo-Fr 09:00-17:00', evidence: official}]\n",
        ),
        CHECK,
    ),
    "fine: the same, to be called": (
        services(
            10_000,
            "    contacts: [{kind: telephone, number: '+852 2{0}', hours: 'Mo-Fr 09:00-17:00', evidence: official}]\n",
        ),
        ("services", "--services", "xx.yaml", "--need", "shelter"),
    ),
    # --- many values
    "400,000 services of nothing": ({"xx.yaml": options("services: [", times(400_000, "{},"), "{}]\n")}, CHECK),
    "130,000 services of nothing": (
        {"xx.yaml": options(f"{DIRECTORY}services: [", times(130_000, "{},"), "{}]\n")},
        CHECK,
    ),
    "130,000 services of nothing, own": (
        {"xx.yaml": options("adds_to: hk\nservices: [", times(130_000, "{},"), "{}]\n")},
        CHECK,
    ),
    "190,000 services that are numbers": ({"xx.yaml": options("services: [", times(190_000, "1,"), "1]\n")}, CHECK),
    "900,000 unknown keys": ({"xx.yaml": times(900_000, "key{0}: 1\n")}, CHECK),
    "190,000 unknown keys": ({"xx.yaml": times(190_000, "key{0}: 1\n")}, CHECK),
    "190,000 keys nearly right": (
        {"xx.yaml": options("services: [", times(45_000, "{nam{0}: 1, offer: 1, contact: 1},"), "]")},
        CHECK,
    ),
    "190,000 unknown names": (
        {"xx.yaml": options(f"{DIRECTORY}names: {{", times(190_000, "Key{0}: 1, "), "}\n")},
        CHECK,
    ),
    "100,000 unknown keys of options": (
        in_questions(
            ["  - {id: q, record: R, options: [", *["{id: a, label: A, lable: x, show: x},"] * 25_000, "]}\n"]
        ),
        CHECK,
    ),
    "190,000 answers of a vignette": (
        sound(
            {
                "vignettes/case.yaml": options(
                    "id: c\ntitle: T\nstory: S\nteaches: T\nexpect: {}\nanswers:\n", times(190_000, "  paper{0}: x\n")
                )
            }
        ),
        CHECK,
    ),
    "190,000 circumstances of a vignette": (
        sound(
            {
                "vignettes/case.yaml": options(
                    "id: c\ntitle: T\nstory: S\nteaches: T\nexpect: {}\ncircumstances:\n",
                    times(190_000, "  ages{0}: x\n"),
                )
            }
        ),
        CHECK,
    ),
    "a key 240,000 times": ({"xx.yaml": times(190_000, "services: 1\n")}, CHECK),
    "an id 20,000 times": (
        {"xx.yaml": options(f"{DIRECTORY}services:\n", times(20_000, service().replace("s-{0}", "same")))},
        CHECK,
    ),
    "an indicator 38,000 times": (
        in_set([]) | {"indicators.yaml": times(38_000, "- {id: i, states: S, dimension: d, strength: weak}\n")},
        CHECK,
    ),
    "190,000 tags": ({"xx.yaml": options("a: [", times(190_000, "!x 1,"), "]\n")}, CHECK),
    "aliases of much": (
        {"xx.yaml": options("services:\n  - &a {", times(2_000, "k{0}: 1, "), "}\n" + "  - *a\n" * 120)},
        CHECK,
    ),
    "100,000 documents": ({"xx.yaml": times(100_000, "---\na: 1\n")}, CHECK),
    "100,000 brackets": ({"xx.yaml": times(100_000, "[")}, CHECK),
    "100,000 braces": ({"xx.yaml": times(100_000, "{a: ")}, CHECK),
    "100,000 dashes": ({"xx.yaml": times(100_000, "- ")}, CHECK),
    "100,000 question marks": ({"xx.yaml": times(100_000, "? ")}, CHECK),
    "100,000 levels of indent": ({"xx.yaml": (" " * number + "a:\n" for number in range(3_000))}, CHECK),
    "100,000 anchors": ({"xx.yaml": times(100_000, "- &a{0} 1\n")}, CHECK),
    # --- much text
    "500,000 escapes of a terminal": ({"xx.yaml": times(500_000, "a: \x1b\n")}, CHECK),
    "100,000 escapes in quotes": ({"xx.yaml": options("a:\n", times(100_000, '- "\\e"\n'))}, CHECK),
    "a line of 7 MB": ({"xx.yaml": options("a: ", times(7_000, "b" * 1000))}, CHECK),
    "a text of 7 MB with one wide letter": (
        {"xx.yaml": options("a: '\U0001f600", times(7_000, "b" * 1000), "'")},
        CHECK,
    ),
    "a key of 900,000 letters": ({"xx.yaml": options("? ", times(900, "b" * 1000), "\n: 1\n")}, CHECK),
    "7,000 keys of 1,000 letters": ({"xx.yaml": times(7_000, "{0}" + "k" * 990 + ": 1\n")}, CHECK),
    "7 MB of blank lines": ({"xx.yaml": times(7_000, "\n" * 1000)}, CHECK),
    "7 MB of comments": ({"xx.yaml": times(3_500_000, "#\n")}, CHECK),
    "7 MB of blanks": ({"xx.yaml": times(7_000, " " * 1000)}, CHECK),
    "7 MB of marks": ({"xx.yaml": options("a: |\n", times(3_500, "#: " * 700 + "\n"))}, CHECK),
    "20 MB": ({"xx.yaml": times(20_000, "b" * 1000)}, CHECK),
    # --- comments to the program
    "20,000 comments": (in_set(times(20_000, "# screening: ignore too-long because x\n")), CHECK),
    "150,000 comments": (in_set(times(150_000, "# screening: ignore too-long because x\n")), CHECK),
    "150,000 comments that are none": (in_set(times(150_000, "# screening: x\n")), CHECK),
    "3,000 comments that are heeded": (
        in_questions(times(3_000, "# screening: ignore missing-why because x\n  - {id: q-{0}, ask: Q?, record: R}\n")),
        CHECK,
    ),
    "50,000 comments in texts": (in_set(options("about: [", times(50_000, "'# screening: x',\n"), "]")), CHECK),
    # --- names
    "5,000 of 10,000 names unknown": (
        services(
            10_000,
            "    districts: [distric-{0}]\n",
            "districts: {" + ", ".join(f"district-{n}: D" for n in range(10_000)) + "}\n",
        ),
        CHECK,
    ),
    "16,000 unknown indicators": (
        set_of(16_000, 0)
        | {
            "sections/main.yaml": options(
                "id: main\nquestions:\n", times(16_000, "  - {id: q-{0}, ask: Q?, record: R, shows: [j-{0}]}\n")
            )
        },
        CHECK,
    ),
    "38,000 unknown dimensions": (
        in_set([]) | {"indicators.yaml": times(38_000, "- {id: i-{0}, states: S, dimension: e-{0}, strength: weak}\n")},
        CHECK,
    ),
    "20,000 rules and dimensions": (
        {
            "set.yaml": options(
                SET.replace("dimensions: {", "dimensions:\n  ")
                .replace("D}}", "D}\n")
                .replace("rules: {any: [{total: 1}]}", "")
                .replace("dimensions:", "rules: {any: [{total: 1}]}\ndimensions:"),
                [],
            )
        },
        CHECK,
    ),
    "a level on 60,000 names": (
        in_set(options("bands: [{id: b, title: B, score: 0, level: none_recorded}]\nflags: []\n", []))
        | {"guidance.yaml": options("- {id: g, title: T, do: [D], when: {any: [", times(120_000, "x{0}, "), "]}}\n")},
        CHECK,
    ),
    "38,000 bands": (
        in_set(options("bands:\n", times(38_000, "  - {id: b-{0}, title: B, score: {0}, level: some_concern}\n"))),
        CHECK,
    ),
    "20,000 options and as many conditions on them": (
        in_questions(
            [
                *options("  - {id: q, record: R, ask: Q, options: [", times(20_000, "{id: o{0}, label: L},"), "]}\n"),
                *times(10_000, "  - {id: q-{0}, ask: Q?, record: R, when: {question: q, is: [o{0}, p{0}]}}\n"),
            ]
        ),
        CHECK,
    ),
    "14,000 telling options that pathways list": (
        in_questions(
            options(
                "  - {id: q, record: R, ask: Q, options: [",
                times(14_000, "{id: o{0}, label: L, shows: [i-{0}]},"),
                "]}\n",
            )
        )
        | {
            "guidance.yaml": options(
                "- {id: g, title: T, do: [D], when: {question: q, is: [", times(10_000, "o{0}, "), "]}}\n"
            ),
            "indicators.yaml": times(14_000, "- {id: i-{0}, states: S, dimension: d, strength: weak}\n"),
        },
        CHECK,
    ),
    "5,000 gates on a flag that 5,000 questions raise": (
        {
            "set.yaml": [SET, "flags: [{id: f, title: F, do: [D]}]\n"],
            "sections/main.yaml": options(
                "id: main\nquestions:\n",
                [
                    *times(5_000, "  - {id: g-{0}, ask: Q?, record: R, when: {flag: f}}\n"),
                    *times(5_000, "  - {id: q-{0}, ask: Q?, record: R, raises: [f]}\n"),
                ],
            ),
        },
        CHECK,
    ),
    "5,000 gates on a flag that 5,000 raised before": (
        {
            "set.yaml": [SET, "flags: [{id: f, title: F, do: [D]}]\n"],
            "sections/main.yaml": options(
                "id: main\nquestions:\n",
                [
                    *times(
                        5_000,
                        "  - {id: q-{0}, record: R, ask: Q, options: [{id: a, label: A, raises: [f]}, {id: b, label: B, shows: [i]}]}\n",
                    ),
                    *times(5_000, "  - {id: g-{0}, ask: Q?, record: R, when: {flag: f}}\n"),
                ],
            ),
        },
        CHECK,
    ),
    "10,000 flags that 10,000 questions raise": (
        {
            "set.yaml": options(SET + "flags:\n", times(10_000, "  - {id: f-{0}, title: F, do: [D]}\n")),
            "sections/main.yaml": options(
                "id: main\nquestions:\n",
                times(10_000, "  - {id: q-{0}, ask: Q?, record: R, raises: [f-{0}], when: {flag: f-{0}}}\n"),
            ),
        },
        CHECK,
    ),
    "a chain of 10,000 gates": (
        set_of(10_000, 0)
        | {
            "sections/main.yaml": options(
                "id: main\nquestions:\n  - {id: q-0, ask: Q?, record: R}\n",
                (
                    f"  - {{id: q-{n}, ask: Q?, record: R, shows: [i-{n}], when: {{question: q-{n - 1}, is: [yes, no]}}}}\n"
                    for n in range(1, 10_000)
                ),
            )
        },
        CHECK,
    ),
    "2,000 vignettes of 3,000 questions": (
        set_of(
            3_000,
            3_000,
            {f"vignettes/v-{n}.yaml": [VIGNETTE.format(n, f"q-{n}: yes", "some_concern")] for n in range(2_000)},
        ),
        CHECK,
    ),
    "2,000 vignettes with a wrong key": (
        set_of(
            3_000,
            3_000,
            {f"vignettes/v-{n}.yaml": [VIGNETTE.format(n, f"q-{n}: no", "some_concern")] for n in range(2_000)},
        ),
        CHECK,
    ),
    "2,000 sections": (
        {
            "set.yaml": options(
                SET.replace("sections: [{id: main, stage: questions}]\n", "") + "sections:\n",
                times(2_000, "  - {id: s-{0}, stage: questions}\n"),
            )
        }
        | {
            f"sections/{n}.yaml": [f"id: s-{n}\nquestions: [{{id: q-{n}, ask: Q?, record: R}}]\n"] for n in range(2_000)
        },
        CHECK,
    ),
    "2,000 sections of 4 kB of comments": (
        {
            "set.yaml": [SET],
            **{f"sections/{n}.yaml": ["#" * 3_900, f"\nid: s-{n}\nquestions: []\n"] for n in range(2_000)},
        },
        CHECK,
    ),
    # --- extending
    "15,000 items with a place": (
        extending(
            **{
                "indicators.yaml": times(
                    15_000, "- {id: n-{0}, after: i-{0}, states: S, dimension: d, strength: weak}\n"
                )
            }
        ),
        ("check", "top", "--indicators", "."),
    ),
    "15,000 items moved": (
        extending(**{"indicators.yaml": times(15_000, "- {id: i-{0}, after: i-0}\n")}),
        ("check", "top", "--indicators", "."),
    ),
    "15,000 items with a place that is not there": (
        extending(
            **{
                "indicators.yaml": times(
                    15_000, "- {id: n-{0}, after: j-{0}, states: S, dimension: d, strength: weak}\n"
                )
            }
        ),
        ("check", "top", "--indicators", "."),
    ),
    "15,000 items left out": (
        extending(
            **{
                "set.yaml": options(
                    "id: top\nversion: '1'\ntitle: T\nextends: large\nleave_out: {indicators: [",
                    times(15_000, "i-{0}, "),
                    "]}\n",
                )
            }
        ),
        ("check", "top", "--indicators", "."),
    ),
    "15,000 items left out that are not there": (
        extending(
            **{
                "set.yaml": options(
                    "id: top\nversion: '1'\ntitle: T\nextends: large\nleave_out: {indicators: [",
                    times(15_000, "j-{0}, "),
                    "]}\n",
                )
            }
        ),
        ("check", "top", "--indicators", "."),
    ),
    # --- directories
    "5,000 traps and 5,000 services": (
        services(
            5_000,
            "    contacts: [{kind: telephone, number: '+852 2{0}', evidence: official}]\n",
            "traps: [" + ", ".join(f"{{what: '{n:07}', why: W}}" for n in range(5_000)) + "]\n",
        ),
        CHECK,
    ),
    "10,000 contacts of one number": (
        services(10_000, "    contacts: [{kind: telephone, number: '+852 23456789', evidence: official}]\n"),
        CHECK,
    ),
    "10,000 hours that are wrong": (
        services(
            10_000,
            "    contacts: [{kind: telephone, number: '+852 2{0}', hours: 'Mo-Fr 25:00-17:00,', evidence: official}]\n",
        ),
        CHECK,
    ),
    "10,000 hours that are long": (
        services(
            10_000,
            "    contacts: [{kind: telephone, number: '+852 2{0}', hours: '"
            + "Mo 00:00-01:00, " * 12
            + "', evidence: official}]\n",
        ),
        CHECK,
    ),
    "10,000 long e-mail addresses": (
        services(8_000, "    contacts: [{kind: email, number: 'a@" + "a." * 90 + "', evidence: official}]\n"),
        CHECK,
    ),
    "a need 10,000 times": (
        services(
            10_000,
            "    contacts: [{kind: telephone, number: '+852 2{0}', evidence: official}]\n",
            "not_listed: [" + "shelter, " * 10_000 + "]\n",
        ),
        CHECK,
    ),
    # --- glossaries
    "100,000 terms": (
        {"t.yaml": options("title: T\nterms:\n", times(100_000, "  - {names: {en: [word {0}]}}\n"))},
        CHECK,
    ),
    "45,000 terms": (
        {"t.yaml": options("title: T\nterms:\n", times(45_000, "  - {names: {en: [word {0}]}}\n"))},
        CHECK,
    ),
    "45,000 terms of one name": (
        {"t.yaml": options("title: T\nterms:\n", times(45_000, "  - {names: {en: [word]}}\n"))},
        CHECK,
    ),
    "20,000 terms of long words": (
        {"t.yaml": options("title: T\nterms:\n", times(8_000, "  - {names: {en: ['" + "\ufdfa" * 290 + "']}}\n"))},
        CHECK,
    ),
    # --- speech
    "5,000 questions of doubled words": (
        in_questions(times(5_000, "  - {id: q-{0}, record: R, ask: '" + "who and what is " * 18 + "?'}\n")),
        CHECK,
    ),
    "5,000 questions of requests": (
        in_questions(times(5_000, "  - {id: q-{0}, record: R, ask: '" + "tell and where " * 19 + "?'}\n")),
        CHECK,
    ),
    "5,000 questions of names": (
        in_questions(times(5_000, "  - {id: q-{0}, record: R, ask: '" + "what " * 58 + "?'}\n")),
        CHECK,
    ),
    "5,000 questions of passports": (
        in_questions(times(5_000, "  - {id: q-{0}, record: R, ask: '" + "tell passport " * 20 + "?'}\n")),
        CHECK,
    ),
    "5,000 questions of one word": (
        in_questions(times(5_000, "  - {id: q-{0}, record: R, ask: '" + "a" * 295 + "?'}\n")),
        CHECK,
    ),
    # --- translations
    "3,000,000 comments of a translation": (po(times(3_000_000, "# x\n")), CHECK),
    "a translation of one entry": (
        po(options('msgctxt "set.title"\nmsgid "A sound set"\nmsgstr ""\n', times(900, '"abcdefg"\n'))),
        CHECK,
    ),
    "a translation of one entry of comments": (po(times(99_000, "#. abcdefgh\n")), CHECK),
    "a translation of many entries": (po(times(33_000, 'msgctxt "q{0}"\nmsgid "a"\nmsgstr "b"\n')), CHECK),
    "a translation of many debts": (
        po(times(18_000, 'msgctxt "q{0}"\nmsgid "the debt bondage of a debt"\nmsgstr "b"\n\n')),
        CHECK,
    ),
    "a translation of one line": (po(options('msgid "', times(1_900, "\\\\n" * 300), '"\nmsgstr ""\n')), CHECK),
    "a translation of places": (po(options("#: ", times(1_900, "a:1 " * 250), "\n")), CHECK),
    "a translation of escapes": (po(times(33_000, 'msgctxt "q{0}"\nmsgid "a"\nmsgstr "\x1b"\n')), CHECK),
    "a translation of headers": (po(times(49_000, 'msgid ""\nmsgstr "a: b"\n')), CHECK),
    "100 translations": (
        sound({f"locale/l{n}.po": list(times(1_000, 'msgctxt "q{0}"\nmsgid "a"\nmsgstr "b"\n')) for n in range(100)}),
        CHECK,
    ),
    # --- records
    "100,000 wrong lines": (
        set_of(3_000, 3_000, {"lines": times(100_000, '{"id": 1, "answers": {"q{0}": "yes"}}\n')}),
        ("score", ".", "<lines"),
    ),
    "lines of brackets": (set_of(3, 3, {"lines": times(7, "[" * 1_000_000 + "\n")}), ("score", ".", "<lines")),
    "lines of quotes": (
        set_of(3, 3, {"lines": times(7, '{"id": "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[' + '\\"' * 500_000 + "\n")}),
        ("score", ".", "<lines"),
    ),
    "lines of one long name": (
        set_of(3, 3, {"lines": times(7, '{"id": 1, "answers": {"' + "x" * 1_000_000 + '": 1}}\n')}),
        ("score", ".", "<lines"),
    ),
    "lines of one long list": (
        set_of(3, 3, {"lines": times(7, '{"id": 1, "answers": {"q-1": [' + '"yes",' * 160_000 + '"no"]}}\n')}),
        ("score", ".", "<lines"),
    ),
}


def write(folder: Path, files: Files) -> int:
    """Write the files, and say how many bytes they have."""
    size = 0
    for name, pieces in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("w", encoding="utf-8") as file:
            for piece in pieces:
                file.write(piece)
        size += path.stat().st_size
    return size


def measure(folder: Path, arguments: tuple[str, ...]) -> tuple[float, float, int, int, int]:
    """Seconds of processor time, megabytes, exit code (-9 where it took too long), and lines and bytes that were told."""
    given = next((argument[1:] for argument in arguments if argument.startswith("<")), os.devnull)
    arguments = tuple(argument for argument in arguments if not argument.startswith("<"))
    with (folder.parent / "told").open("wb") as told, (folder / given).open("rb") as stdin:
        process = subprocess.Popen([*PROGRAM, *arguments], cwd=folder, stdin=stdin, stdout=told, stderr=told)
        signal.signal(signal.SIGALRM, lambda *_: process.kill())
        signal.alarm(PATIENCE)
        _, status, usage = os.wait4(process.pid, 0)
        signal.alarm(0)
    text = (folder.parent / "told").read_bytes()
    seconds = usage.ru_utime + usage.ru_stime
    return seconds, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status), text.count(b"\n"), len(text)


def last_line(folder: Path) -> str:
    with (folder.parent / "told").open("rb") as told:
        told.seek(max(0, (folder.parent / "told").stat().st_size - 300))
        return told.read().decode(errors="replace").strip().rpartition("\n")[2]


def rows(wanted: str = "") -> Iterator[tuple[str, float, float, bool]]:
    """Each case whose name has this in it: its row, its seconds and megabytes, and whether it went over a bound."""
    for name, (files, arguments) in CASES.items():
        if wanted not in name:
            continue
        with tempfile.TemporaryDirectory() as top:
            folder = Path(top) / "files"
            size = write(folder, files)
            seconds, megabytes, code, lines, told = measure(folder, arguments)
            # What `score` and `services` say of each line, or service, is no list of problems.
            too_much = lines > MOST_LINES and arguments[0] == "check"
            over = seconds > MOST_SECONDS or megabytes > MOST_MEGABYTES or too_much or code == 3
            row = f"{name:50} {size / 1e6:6.1f} {seconds:6.2f} {megabytes:5.0f} {lines:8} {told:10} {code}"
            yield f"{row}{' OVER' if over else ''}  {last_line(folder)[:60]}", seconds, megabytes, over


def figures() -> Iterator[Figure]:
    """How many go over a bound, and the most that one took."""
    measured = list(rows())
    yield Figure("hostile files over a bound", sum(over for *_, over in measured), f"of {len(measured)}", 0, digits=0)
    yield Figure("the slowest hostile file", max(seconds for _, seconds, _, _ in measured), "s", MOST_SECONDS, digits=1)
    yield Figure("the largest", max(megabytes for _, _, megabytes, _ in measured), "MB", MOST_MEGABYTES, digits=0)


def main(wanted: str) -> None:
    print(f"{'case':50} {'MB in':>6} {'s':>6} {'MB':>5} {'lines':>8} {'bytes':>10} exit")
    begin = time.perf_counter()
    for row, *_ in rows(wanted):
        print(row, flush=True)
    print(f"{time.perf_counter() - begin:.0f} s in all")


if __name__ == "__main__":
    main(" ".join(sys.argv[1:]))
