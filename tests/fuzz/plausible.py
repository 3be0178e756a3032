"""What may well be taken, and is odd all the same."""

from collections.abc import Mapping, Sequence
from random import Random

from tests.fuzz.hostile import MARKUP

# What can be read at a key and is still odd: the ends of calendars, clocks and counts, and what is like another thing.
AT_KEY: Mapping[str, Sequence[str]] = {
    "hours": [
        *('"Mo-Su 00:00-24:00"', '"Mo-Su 08:00-20:00,20:00-08:00"', "24/7", '"Su-Mo 23:59-00:01"', '"Mo 24:00-24:00"'),
        *('"Sa-Tu 00:00-00:00"', '"Mo-Fr 09:00-17:00; PH 00:00-24:00"', '"Mo 00:00-00:00,00:00-00:00; PH off"'),
        '"'
        + "; ".join(
            f"{day} 0{hour}:00-1{hour}:30" for hour, day in enumerate(("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"))
        )
        + '"',
    ],
    "page_date": ['"0001"', '"9999-12-31"', '"2026-02"', '"2100-02-29"', "unknown", '"2026"', "2026", '"2026-11-28"'],
    "confirmed_on": ['"0001-01-01"', '"9999-12-31"', '"2026-02-29"', '"2026-11-29"', "null"],
    "as_of": ['"0001-01-01"', '"9999-12-31"', '"2030-01-01"'],
    "time_zone": [
        *("Etc/GMT+12", "Pacific/Kiritimati", "UTC", "localtime", "posixrules", "Factory", "../zoneinfo/UTC"),
        '""',
        "Asia",
    ],
    "number": ['"+852 2332 2441"', '"999"', '"1234 5678"', '"١١٦ ١١١"', '"a@b@c"', '"https://"', '"+"', '"0" ', "999"],
    "what": ['"999"', '"852"', '"A shelter"', '"a"', '"1234 5678"'],
    "place": ["hk", "intl", "mo", "zz"],
    "adds_to": ["hk", "mo", "intl", "xx", "zz"],
    "extends": ["palermo", "child", "our-set", "kitchen", "any-yes", "nothing"],
    "version": ['"1"', "1", '"2026.1-rc+x"', '"' + "9" * 40 + '"'],
    "total": ["1", "10000", "0", "10001", "1.0"],
    "strong": ["1", "10000", "0"],
    "weight": ["0", "0.1", "1e-300", "10000", "1e4", "-0", ".5"],
    "score": ["0", "1e-9", "0.30000000000000004", "1e4", "-1"],
    "strength": [
        "weak",
        "medium",
        "strong",
        "{child: strong}",
        "{adult: weak, child: strong}",
        "{}",
        "{adult: strong}",
    ],
    "when": [
        *(
            "{flag: child}",
            "{level: some_concern}",
            "{level: none_recorded}",
            "{element: means}",
            "{question: no-such, is: [x]}",
        ),
        *(
            "{circumstance: age, is: [child, unsure]}",
            "{circumstance: place, is: [hk]}",
            "{in: [means, purpose], total: 1}",
            "means",
        ),
        *(
            "{all: [means, {any: [purpose, act]}]}",
            "{any: [{circumstance: age, is: [declined]}]}",
            "{all: []}",
            "{in: [means]}",
        ),
    ],
    "choose": ["one", "several", "yes/no"],
    "kind": ["asked", "seen", "impression", "telephone", "website", "email", "sms", "form"],
    "always": ["true", "false"],
    "alone": ["true", "false"],
    "stage": ["safety", "seen", "questions", "closing"],
    "age": ["child", "adult", "unsure", "declined", '""', "[child]", "[]", '["", x]', "null"],
    "level": ["clear_concern", "some_concern", "too_little_known", "none_recorded"],
    "theme": ['""'],
}


def text(choose: Random) -> str:
    """A text that may well be taken, and is then shown: other scripts, marks that join, markup, a long word."""
    return choose.choice(
        (
            *("Ein ganz anderer Text", "香港的電話號碼", "ห้องพักสำหรับผู้หญิง", "خط المساعدة", "קו חם", "нет связи"),
            *("\U0001f468\u200d\U0001f469\u200d\U0001f467 family", "क\u094d\u200dष", "می\u200cخواهم", "e\u0301" * 20),
            *(
                "\U0001d538\U00020000\U0010fffd",
                "W" * 200,
                "字" * 120,
                "a-" * 90,
                *MARKUP[:9],
                "x\u3000y\u2003z",
                "\u0301",
                "٣",
            ),
        )
    )
