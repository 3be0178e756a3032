"""Where a row may end in Thai letters that stand together (pure).

Only a model of the language knows it (BudouX). It is corrected where it tears what nobody may tear: a syllable, or a
word whose parts mean something else. เจ้าหน้าที่ (somebody who works at an office) is lord, face and at.
"""

import re
from collections.abc import Callable
from functools import cache
from itertools import accumulate, pairwise
from typing import Final

# A vowel that cannot end a syllable, with its mark of tone. ก็ is the one word that ends so.
_UNFINISHED: Final = re.compile(r"(?:[\u0e31\u0e37][\u0e48-\u0e4b]?|(?:(?<!\u0e01)|(?<=[\u0e40\u0e41]\u0e01))\u0e47)\Z")
_CONSONANT: Final = re.compile(r"[\u0e01-\u0e2e]")
# Words of the built-in texts that the model tears, in an order of their own: people, things, acts, the rest, languages.
_WHOLE: Final = """
เจ้าหน้าที่ ครอบครัว นายจ้าง นายหน้า พี่น้อง มนุษย์ ใคร เด็ก เชี่ยวชาญ หน่วยงาน กงสุล โรงพยาบาล รถพยาบาล อุปถัมภ์
เอกสาร บาดแผล อวัยวะ กุญแจ ศาสนา รหัส เสื้อผ้า ของขวัญ หลักฐาน คะแนน ตำแหน่ง อำนาจ ค่าแรง ค่าจ้าง ห้องน้ำ วิดีโอ โฟลเดอร์
เบราว์เซอร์ แบบฟอร์ม บรรทัด จุดประสงค์ ภัยพิบัติ รอยสัก ร่องรอย หน้าต่าง ค่าธรรมเนียม
บังคับ บันทึก คัดกรอง ทำร้าย ช่วยเหลือ ร้องเรียน ยกเว้น ยืนยัน เกี่ยวข้อง ตกลง เลือก กรอก ผ่าตัด ควบคุม คุกคาม ปรึกษา ป้องกัน เผชิญหน้า
อธิบาย หัวเราะ ขอทาน สาปแช่ง แจ้งความ ให้การ ลงโทษ เอาเปรียบ ติดต่อ เดินทาง ใช้จ่าย เพศสัมพันธ์
ต้องการ ฉุกเฉิน อบอุ่น ยินดี เดือดร้อน หวาดกลัว รุนแรง ภักดี อดีต พรุ่งนี้ ทันที ทั้งหมด หรือ ยังไง เมื่อไร เท่าไร แต่ละ ฉบับ ไว้ใจ
กวางตุ้ง อินโดนีเซีย ฮินดี อูรดู ฟิลิปปินส์ ฝรั่งเศส รัสเซีย ญี่ปุ่น สิงหล มาเลย์ โรมาเนีย บัลแกเรีย แอลเบเนีย เซอร์เบีย ยูเครน
ไมถิลี อัมฮารา โซมาลี
"""


def thai_words(letters: str) -> list[str]:
    """The letters in pieces that stay whole: words, or parts of a word that mean what they say.

    Args:
        letters: Thai letters, with no blank between them.

    Returns:
        All of them, piece by piece.
    """
    parts = _model()(letters)
    ends = accumulate(map(len, parts))
    inside = {at for found in _whole_words().finditer(letters) for at in range(found.start() + 1, found.end())}
    cuts = [
        at
        for at, (part, after) in zip(ends, pairwise(parts), strict=False)
        if at not in inside and not _belong_together(part, after)
    ]
    return [letters[begin:end] for begin, end in pairwise([0, *cuts, len(letters)])]


def _belong_together(part: str, after: str) -> bool:
    """A consonant alone is no word, and a vowel that cannot end a syllable goes on."""
    return (
        _CONSONANT.fullmatch(part) is not None
        or _CONSONANT.fullmatch(after) is not None
        or _UNFINISHED.search(part) is not None
    )


@cache
def _whole_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(_WHOLE.split(), key=len, reverse=True)))


@cache
def _model() -> Callable[[str], list[str]]:
    # Imported when the first Thai text is shown: nobody else waits for it.
    from budoux import load_default_thai_parser  # noqa: PLC0415

    return load_default_thai_parser().parse
