"""What is given as text: records, lines for `score`, answer codes, and what is typed in a dialog."""

import json
from collections.abc import Sequence
from random import Random
from typing import Any

from screening.interview.answer_code import SYMBOLS, encode
from screening.reading.records import RecordReader
from screening.sets.circumstances import CIRCUMSTANCES
from screening.sets.model import IndicatorSet
from tests.fuzz import hostile
from tests.fuzz.given import Given


def record_of(choose: Random, indicator_set: IndicatorSet) -> tuple[dict[str, Any], dict[str, Any]]:
    """Answers and circumstances as they may be recorded, each of them there or not."""
    answers: dict[str, Any] = {}
    for _, _, question in indicator_set.questions():
        chance = choose.random()
        if chance < 0.3:
            continue
        if chance < 0.45:
            answers[question.id] = choose.choice(
                ("unclear", "declined", "unclear" if question.options or question.rate else "no")
            )
        elif question.several:
            together = [option.id for option in question.choices if not option.alone]
            alone = [[option.id] for option in question.choices if option.alone]
            several = choose.sample(together, choose.randint(1, len(together))) if together else None
            answers[question.id] = choose.choice([*([several] if several else []), *alone])
        else:
            answers[question.id] = choose.choice(question.choices).id
    circumstances: dict[str, Any] = {}
    for name, kind in CIRCUMSTANCES.items():
        if choose.random() < 0.6:
            value = choose.choice([*(kind.values or ("hk", "xx", "mo", "tl", "north")), "declined", kind.undecided])
            definite = value not in {"declined", kind.undecided}
            circumstances[name] = [value] if kind.several and definite else value
    return answers, circumstances


def _spoilt(choose: Random, data: dict[str, Any]) -> dict[str, Any]:
    """The data with something else at a key, or under another key."""
    changed = dict(data)
    for _ in range(choose.choice((1, 1, 2))):
        name = choose.choice([*changed, *CIRCUMSTANCES, "x"])
        match choose.randrange(4):
            case 0 | 1:
                changed[name] = hostile.value(choose)
            case 2:
                changed[hostile.text(choose)[:2_000]] = changed.pop(name, "yes")
            case _:
                changed[name] = [changed.get(name, "yes"), choose.choice(("yes", "unclear", 1, None, []))]
    return changed


def _line(choose: Random, indicator_set: IndicatorSet) -> bytes:
    """A line for `score`: a record, what nearly is one, and what is none."""
    chance = choose.random()
    if chance < 0.06:
        return choose.choice(
            (b"", b" ", b"\t \x0b\x0c\r", b"\r", b"\x00", b"\xef\xbb\xbf", "\u2028".encode(), b"\xa0", b"\x85")
        )
    answers, circumstances = record_of(choose, indicator_set)
    if chance < 0.35:
        answers = _spoilt(choose, answers)
    elif chance < 0.5:
        circumstances = _spoilt(choose, circumstances)
    name: Any = f"r-{choose.randrange(1_000)}" if choose.random() < 0.6 else hostile.value(choose)
    record: dict[str, Any] = {"id": name, "circumstances": circumstances, "answers": answers}
    if chance > 0.9:
        record = _spoilt(choose, record)
    line = json.dumps(record if chance < 0.97 else hostile.value(choose), ensure_ascii=choose.random() < 0.5)
    content = line.encode(errors="surrogatepass").replace(b"\n", b" ")
    if choose.random() < 0.15:
        at = choose.randrange(len(content))
        put = choose.choice(
            (b"", choose.randbytes(2), b'"', b"}", b'{"id":1,', b"[" * 5_000, b"\xff", b"9" * 400, b"1e400")
        )
        content = content[:at] + put + content[at + choose.randrange(3) :]
    return content


def lines_to_score(choose: Random, sets: Sequence[IndicatorSet]) -> Given:
    """Some lines for `score` with one of these sets, which is named first among the arguments."""
    place = choose.randrange(len(sets))
    lines = [_line(choose, sets[place]) for _ in range(choose.choice((1, 2, 5, 20)))]
    if choose.random() < 0.004:
        # Around the bound of a line, also where all of it is blank.
        long = choose.choice((b" ", b"x", b"[", b"\xe5", b"\x00")) * (2**20 + choose.randrange(-3, 4))
        lines.insert(choose.randint(0, len(lines)), long)
    end = choose.choice((b"\n", b"\n", b"\n", b"\r\n", b"\n\n"))
    typed = end.join(lines) + choose.choice((b"", b"\n", b"\r"))
    if choose.random() < 0.05:
        typed = b"\xef\xbb\xbf" + typed
    return Given(typed=typed, chosen=place)


def record(choose: Random, sets: Sequence[IndicatorSet]) -> Given:
    """One record as data of any type, for one of these sets."""
    place = choose.randrange(len(sets))
    answers, circumstances = record_of(choose, sets[place])
    if choose.random() < 0.4:
        answers = _spoilt(choose, answers)
    if choose.random() < 0.4:
        circumstances = _spoilt(choose, circumstances)
    data = json.dumps({"answers": answers, "circumstances": circumstances}).encode()
    return Given(typed=data, chosen=place)


# --- answer codes ----------------------------------------------------------------------------------------------------


def codes_of(sets: Sequence[IndicatorSet]) -> tuple[str, ...]:
    """Real codes of some sets, short and long ones."""
    found = []
    for number, each in enumerate(sets):
        for round_ in range(4):
            answers, circumstances = record_of(Random(f"code {number} {round_}"), each)
            reader = RecordReader(each)
            found.append(encode(each, {**reader.answers(answers), **reader.circumstances(circumstances)}))
    return tuple(found)


def typed_code(choose: Random, code: str) -> str:
    """A code as somebody might type it: right, wrong, in other letters, pasted twice, or no code at all."""
    for _ in range(choose.choice((0, 1, 1, 1, 2, 4))):
        at = choose.randint(0, len(code))
        match choose.randrange(12):
            case 0 | 1:
                code = code[:at] + choose.choice(SYMBOLS) + code[at + 1 :]
            case 2:
                code = code[:at] + code[at + choose.choice((1, 1, 5, 6, 12)) :]
            case 3:
                code = code[:at] + hostile.character(choose) + code[at:]
            case 4:
                code = code.replace("-", choose.choice((" ", "", "\n", "\u2014", "\u200b", "--", "\t", "\u3000")))
            case 5:
                code = code.lower().replace("0", "o").replace("1", "l")
            case 6:
                groups = code.split("-")
                choose.shuffle(groups)
                code = "-".join(groups)
            case 7:
                code = code[:at] + code + code[at:]
            case 8:
                code = "".join(chr(ord(each) + 0xFEE0) if each.isascii() and each.isalnum() else each for each in code)
            case 9:
                code = hostile.text(choose)
            case 10:
                code = f"{choose.randrange(100)} {hostile.text(choose)[:5]}"
            case _:
                code = code * choose.choice((2, 2, 3, 30) if choose.random() < 0.97 else (300, 3_000))
    return code


def answer_code(choose: Random, codes: Sequence[str]) -> Given:
    """An answer code as it is typed."""
    return Given(typed=typed_code(choose, choose.choice(codes)).encode(errors="replace"))


_KEYS = [
    "y",
    "n",
    "u",
    "d",
    "1",
    "2",
    "1 2",
    "s",
    "b",
    "p",
    "f",
    "h",
    "?",
    "x",
    "",
    "g",
    "e",
    "c",
    "r",
    "hand over",
    "go on",
]


def typed_talk(choose: Random) -> str:
    """A line of somebody who talks with the program, or does not."""
    return choose.choice(_KEYS) if choose.random() < 0.85 else hostile.text(choose)[:300]


def resuming(choose: Random, codes: Sequence[str]) -> Given:
    """An answer code that is typed to go on with, perhaps mended group by group, and what is typed after it."""
    lines = [typed_code(choose, choose.choice(codes)) for _ in range(choose.choice((1, 1, 2)))]
    lines += [f"{choose.randrange(20)} {choose.choice(codes)[:5]}"] if choose.random() < 0.2 else []
    lines.append(choose.choice(codes))
    lines += [typed_talk(choose) for _ in range(choose.randrange(12))]
    return Given(
        typed="\n".join(line[:20_000] for line in lines).encode(errors="replace"), chosen=choose.getrandbits(32)
    )
