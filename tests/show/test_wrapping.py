"""A text is wrapped at words, also in a language that writes no blanks between them, and nothing of it is lost."""

import subprocess
import sys
import time
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from wcwidth import width as cell_len

from screening.reading.set_catalog import read_catalog, set_ids
from screening.reading.sets import find_set
from screening.sets.texts import texts
from screening.show.line_breaks import unbroken_pieces
from screening.show.wrapping import wrap_text
from tests.support.thorough import one_in

# "Who keeps your papers, such as a passport?", "Do not leave the person alone", in words.
THAI_WORDS = ["ใคร", "เก็บ", "เอกสาร", "ของ", "คุณ", "ไว้", "เช่น", "หนังสือเดินทาง", "น้ำ", "อยู่", "คนเดียว"]
THAI = "อย่าปล่อยให้เขาอยู่คนเดียว ถ้าไม่แน่ใจให้โทรเรียกรถพยาบาล"
CHINESE = "如果你未滿 18 歲（或者有人有危險），我就必須告訴其他人，例如醫生、警察。「為甚麼？」"
NUMBER = "+852 2332-2441"
# Parts of these mean something else, or are no words: lord, face, at; to bury and to press.
TORN = (
    *(
        "เจ้าหน้าที่",
        "ครอบครัว",
        "บังคับ",
        "เอกสาร",
        "มนุษย์",
        "บันทึก",
        "ต้องการ",
        "ทำร้าย",
        "ฉุกเฉิน",
        "นายจ้าง",
        "อวัยวะ",
        "โรงพยาบาล",
    ),
    *("คัดกรอง", "อดีต", "ตำแหน่ง", "หลักฐาน"),
)
WIDTHS = st.integers(2, 100)
PARTS = st.lists(
    st.sampled_from(
        [*THAI_WORDS, *CHINESE.split(), NUMBER, "WhatsApp", "Ctrl-C", " ", "  ", "(", ")", "「", "」", "ๆ", "\u3000"]
    )
    | st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S"]), max_size=8),
    max_size=30,
).map("".join)
# What no row may begin with or end with, as far as there is room for what it belongs to.
CLOSING, OPENING = "，。、；：？！）」』》", "（「『《"


def without_blanks(text: str) -> str:
    return "".join(text.split(" "))


@given(PARTS, WIDTHS)
def test_the_rows_together_are_the_text(text: str, width: int) -> None:
    assert without_blanks("".join(wrap_text(text, width))) == without_blanks(text)


@given(PARTS, WIDTHS)
def test_each_row_fits(text: str, width: int) -> None:
    assert all(cell_len(row) <= width for row in wrap_text(f"{text}歲", width))


@given(PARTS, WIDTHS)
def test_no_row_begins_or_ends_with_a_blank_but_the_first(text: str, width: int) -> None:
    _, *others = wrap_text(f"{text}歲", width)

    assert [row for row in others if row != row.strip(" ") or not row] == []


@given(st.text(max_size=60))
def test_the_pieces_are_the_text(text: str) -> None:
    line = text.replace("\n", " ")

    assert "".join(unbroken_pieces(line)) == line


@given(st.lists(st.sampled_from(THAI_WORDS), min_size=1, max_size=20), st.integers(20, 80))
def test_a_row_of_thai_ends_where_a_word_does(words: list[str], width: int) -> None:
    text = " ".join(f"{first}{second}" for first, second in zip(words, words[1:] + words[:1], strict=True))
    pieces = [piece for piece in unbroken_pieces(text) if piece != " "]

    rest = "".join(pieces)
    ends = {sum(map(len, pieces[:count])) for count in range(len(pieces) + 1)}
    at = 0
    for row in wrap_text(text, width):
        at += len(without_blanks(row))
        assert at in ends, rest[:at]


@pytest.mark.parametrize("width", one_in(4, range(16, 60)))
def test_words_that_thai_readers_see_are_not_torn(width: int) -> None:
    rows = wrap_text(THAI, width)

    for word in ("ปล่อย", "พยาบาล", "แน่ใจ", "เรียก", "โทร", "เขา"):
        assert any(word in row for row in rows), (word, rows)


@pytest.mark.parametrize("width", one_in(3, [16, 21, 29, 37, 38, 52, 67, 74, 76, 78]))
def test_no_text_of_the_sets_tears_a_word_that_reads_as_others(width: int) -> None:
    told = [
        text
        for name in set_ids()
        for text in texts(find_set(name, replace(read_catalog(), language="th"))).values()
        if any(word in text for word in TORN)
    ]

    assert told
    assert [(word, row) for text in told for word, row in torn_words(wrap_text(text, width))] == []


@pytest.mark.parametrize(
    "pieces",
    [
        "บอก|เจ้าหน้าที่|คุ้มครอง|เด็กว่า|เป็น|เรื่อง|ด่วน",  # tell child protection that: lord, face, at; เด็ is no syllable
        "ให้|เลือกว่า|ไม่|ชัดเจน",  # mark that it is not clear: เลือ, and more
        "อาจ|เป็น|การค้ามนุษย์",  # may be trafficking: ม is no word
        "หรือยาเสพติด",  # or drugs: หรื is no syllable
        "ใช้|หนี้|เท่าไร|ก็|ไม่|หมด",  # ก็ is a word
    ],
)
def test_pieces_of_thai(pieces: str) -> None:
    assert list(unbroken_pieces(pieces.replace("|", ""))) == pieces.split("|")


def torn_words(rows: list[str]) -> list[tuple[str, str]]:
    """What of `TORN` goes on in the next row."""
    return [
        (word, before)
        for before, after in pairwise(rows)
        for word in TORN
        for at in range(1, len(word))
        if before.endswith(word[:at]) and after.startswith(word[at:])
    ]


@given(st.lists(st.sampled_from(THAI_WORDS), min_size=1, max_size=20).map("".join), st.integers(8, 80))
def test_no_row_of_thai_begins_with_what_belongs_to_the_letter_before_it(text: str, width: int) -> None:
    letters = "".join(row[0] for row in wrap_text(text, width))

    assert not [letter for letter in letters if letter in "ะาำๆฯ" or unicodedata.category(letter) == "Mn"]


@pytest.mark.parametrize("width", one_in(4, range(6, 90)))
def test_no_row_of_chinese_begins_with_what_closes_or_ends_with_what_opens(width: int) -> None:
    rows = wrap_text(CHINESE, width)

    assert not any(row[0] in CLOSING or row[-1] in OPENING for row in rows), rows


@pytest.mark.parametrize("before", ["請打 ", "請打", "โทร ", "โทร"])
@pytest.mark.parametrize("number", [NUMBER, "2332 2441", "(852) 2332 2441", "+852-2332-2441", "1-800-555-0100"])
@pytest.mark.parametrize("width", one_in(6, range(15, 40)))
def test_a_telephone_number_is_in_one_row(before: str, number: str, width: int) -> None:
    assert any(number in row for row in wrap_text(f"{before}{number} ได้ตลอดเวลา 隨時都可以。", width))


def test_a_number_that_is_longer_than_a_row_is_broken_at_its_blanks() -> None:
    assert wrap_text("打 2332 2441", 5) == ["打", "2332", "2441"]


def test_marks_take_no_cells() -> None:
    text = "ที่นี่ที่นี่"

    assert cell_len(text) == len(text) - 8
    assert wrap_text(text, cell_len(text) + 1) == [text]


def test_a_row_that_ends_in_a_mark_leaves_the_last_cell_of_a_screen_free() -> None:
    # Whoever paints it there leaves out the mark, and ให้ (to give) is no word without it.
    assert wrap_text("ขอให้ข้ามไป", 4) == ["ขอ", "ให้", "ข้าม", "ไป"]
    assert wrap_text("ขอให้ข้ามไป", 5) == ["ขอให้", "ข้ามไป"]


@given(PARTS, st.integers(10, 100))
def test_no_mark_stands_on_the_last_cell(text: str, width: int) -> None:
    rows = wrap_text(f"{text} ที่", width)

    assert [
        row for row in rows if cell_len(row) == width and unicodedata.category(row[-1]) == "Mn" and " " in row
    ] == []


def test_english_words_between_thai_ones_stay_whole() -> None:
    rows = wrap_text("กดCtrl-Cเพื่อจบ และส่งWhatsAppไปหาเขา", 12)

    assert any("Ctrl-C" in row for row in rows)
    assert any("WhatsApp" in row for row in rows)


@pytest.mark.parametrize(
    ("text", "width", "rows"),
    [
        ("", 10, [""]),
        (" ", 10, [""]),
        ("歲\u3000歲", 4, ["歲\u3000", "歲"]),
        ("  歲", 4, ["  歲"]),
        ("歲\n歲\t歲", 20, ["歲 歲       歲"]),
        ("歲  歲", 20, ["歲  歲"]),
        ("說……好", 4, ["說……", "好"]),
        ("人々", 2, ["人", "々"]),
        ("我說……好", 5, ["我", "說……", "好"]),
        ("很多人々", 6, ["很多", "人々"]),
        ("a歲b", 2, ["a", "歲", "b"]),
    ],
)
def test_examples(text: str, width: int, rows: list[str]) -> None:
    assert wrap_text(text, width) == rows


@pytest.mark.parametrize("language", ["zh-Hant", "th"])
def test_no_text_of_the_sets_begins_a_row_with_what_closes(language: str) -> None:
    told = texts(find_set("first-contact", replace(read_catalog(), language=language))).values()

    assert not [row for text in told for row in wrap_text(text, 37)[1:] if row[0] in f"{CLOSING}ๆฯ"]


@pytest.mark.parametrize("piece", ["1", "ก", "歲", "x", "1-", "「", "\u0e48", " ก"])
def test_a_long_text_takes_time_by_its_length(piece: str) -> None:
    def seconds(length: int) -> float:
        begin = time.process_time()
        wrap_text(f"歲{piece * length}", 40)
        return time.process_time() - begin

    seconds(10)
    assert seconds(20_000 // len(piece)) < 2


def test_nobody_waits_for_the_words_of_thai_who_reads_none() -> None:
    shown = "from screening.show.wrapping import wrap_text; wrap_text('Words ' * 40, 20); wrap_text('歲' * 40, 20)"

    subprocess.run([sys.executable, "-c", f"import sys; {shown}; assert 'budoux' not in sys.modules"], check=True)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Social Welfare Department hotline 社會福利署熱線", ["Social Welfare Department hotline", "社會福利署熱線"]),
        (
            "Bar Free Legal Service 大律師公會法律義助服務計劃 - ask",
            ["Bar Free Legal Service", "大律師公會法律義助服務計劃 - ask"],
        ),
        ("打電話給 Bethune House 的人，不論甚麼時候都可以", ["打電話給 Bethune House 的人，不論甚麼時", "候都可以"]),
    ],
)
def test_a_name_in_another_script_stays_whole_and_a_text_in_it_does_not(text: str, rows: list[str]) -> None:
    assert wrap_text(text, 40) == rows
