"""What on a card would tell whoever finds it what it is for (pure)."""

import re
from collections.abc import Iterable
from typing import Final

# On a card that an exploiter may find. Parts of words, small: "traffick" is in "trafficked" too.
_TELLTALE: Final = (
    *("traffick", "exploit", "slave", "victim", "police", "shelter", "refuge", "rescue", "crisis", "abuse", "violence"),
    *("sexual", "rape", "prostitut", "asylum", "scam", "complain", "hostage", "forced", "escape", "protect", "rights"),
    *("legal", "lawyer", "helpline", "hotline", "counsel", "safe house", "suicide", "embassy", "consul", "immigra"),
    *("migrant", "deport", "iom", "sos"),
    *("販", "贩", "人蛇", "賣", "卖", "剝削", "剥削", "奴", "受害", "警", "庇護", "庇护", "危機", "危机", "虐", "暴力"),
    *(
        "性",
        "姦",
        "奸",
        "妓",
        "投訴",
        "投诉",
        "逃",
        "救",
        "求助",
        "自殺",
        "自杀",
        "移民",
        "難民",
        "难民",
        "入境",
        "領事",
    ),
    *("领事", "律師", "律师"),
)
# The same in the languages into which lists of whom to call are drafted. No native speaker has reviewed these.
_TELLTALE_ELSEWHERE: Final = (
    *("korban", "polisi", "perdagangan", "eksploit", "budak", "kekeras", "perkosa", "pelacur", "suaka"),
    *("pengacara", "pengaduan", "bunuh", "kedutaan", "konsul", "krisis", "imigra", "penyelamat", "penyekap"),
    *("biktima", "pulis", "trapik", "pagsasamantala", "alipin", "karahasan", "abuso", "gahasa", "abogado"),
    *("reklamo", "embahada", "pagpapakamatay", "nailigtas", "takas"),
    *("nạn nhân", "cảnh sát", "bóc lột", "nô lệ", "bạo lực", "hiếp", "mại dâm", "luật sư", "tố cáo"),
    *("đại sứ", "lãnh sự", "tự tử", "giải cứu"),
    *("ตำรวจ", "เหยื่อ", "ค้ามนุษย์", "ข่มขืน", "ความรุนแรง", "ทนาย", "ร้องเรียน", "สถานทูต", "กงสุล", "ฆ่าตัวตาย", "ลี้ภัย"),
)
# What any number of a household may be called, though a service is called so too.
_HOUSEHOLD: Final = frozenset(
    (
        "advice",
        "ambulance",
        "center",
        "centre",
        "church",
        "clinic",
        "club",
        "community",
        "family",
        "group",
        "health",
        "house",
        "line",
        "office",
    ),
) | frozenset(("people", "service", "services", "women", "work", "workers", "youth"))
_WORD = re.compile(r"[^\W\d_]{4,}")


def gives_away(text: str, names: Iterable[str] = ()) -> str | None:
    """The part of a text that would tell whoever finds it on a card what it is for, if there is one.

    Args:
        text: the text.
        names: what the service is called: whoever finds a word of it can look the service up.
    """
    small = text.casefold()
    told = next((each for each in (*_TELLTALE, *_TELLTALE_ELSEWHERE) if each in small), None)
    if told is not None:
        return told
    own = {word for name in names for word in _WORD.findall(name.casefold())} - _HOUSEHOLD
    return next((word for word in _WORD.findall(small) if word in own), None)
