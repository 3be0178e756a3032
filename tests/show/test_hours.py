"""Hours and languages as they are read."""

from datetime import date, datetime
from gettext import NullTranslations

import pytest

from screening.language.catalog import ENGLISH, Catalog
from screening.referral.contact_now import ContactNow, LanguageFit
from screening.referral.opening import Opening
from screening.referral.service import Contact, ContactKind, Spoken
from screening.show.hours import contact_hours_text, hours_text, now_text, spoken_texts

WEDNESDAY = date(2026, 11, 25)


def until(moment: str, *, is_open: bool) -> Opening:
    return Opening(is_open, datetime.fromisoformat(moment))


def hours_of(contact_now: ContactNow) -> str | None:
    text = contact_hours_text(contact_now, WEDNESDAY)
    return ENGLISH.render(text) if text is not None else None


def contact(hours: str | None = None, *spoken: Spoken) -> Contact:
    return Contact(kind="telephone", number="1", hours=hours, spoken=spoken, evidence="official")


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        ("24/7", "24 hours"),
        ("Mo-Su 08:00-22:00; PH off", "daily 8:00-22:00, not on public holidays"),
        ("Mo,We 09:00-12:00; Sa 10:00-24:00", "Mon, Wed 9:00-12:00, Sat 10:00-24:00"),
        ("Mo-Fr 08:45-13:00,14:00-17:15", "Mon-Fri 8:45-13:00 and 14:00-17:15"),
        ("Th 08:00-09:00,10:00-11:00,20:00-21:00", "Thu 8:00-9:00 and 10:00-11:00 and 20:00-21:00"),
        ("Tu-Fr 09:00-21:30; PH 09:00-18:00", "Tue-Fri 9:00-21:30, public holidays 9:00-18:00"),
    ],
)
def test_hours_are_written_out(hours: str, text: str) -> None:
    assert ENGLISH.render(hours_text(hours)) == text


class Drafted(NullTranslations):
    """Of hours only what is between two days or times is translated."""

    def __init__(self, between: str) -> None:
        super().__init__()
        self._between = between

    def pgettext(self, context: str, message: str) -> str:
        return self._between if message == "{first}-{last}" else message


@pytest.mark.parametrize(
    ("language", "between", "text"),
    [
        ("id", "{first}-{last}", "Sen-Jum 8:45-13:00 dan 14:00-17:15, Sab 9:00-12:00"),
        ("zh-Hant", "{first}至{last}", "週一至週五 8:45至13:00和14:00至17:15, 週六 9:00至12:00"),
        ("th", "{first}-{last}", "จันทร์-ศุกร์ 8:45-13:00และ14:00-17:15, เสาร์ 9:00-12:00"),
        # A short day with a digit would be read with the time after it.
        ("vi", "{first}-{last}", "Thứ Hai-Thứ Sáu 8:45-13:00 và 14:00-17:15, Thứ Bảy 9:00-12:00"),
        ("ur", "{first} سے {last}", "پیر سے جمعہ 8:45 سے 13:00 اور 14:00 سے 17:15, ہفتہ 9:00 سے 12:00"),
        # Nothing is known of it.
        ("xx", "{first}-{last}", "Mon-Fri 8:45-13:00 and 14:00-17:15, Sat 9:00-12:00"),
    ],
)
def test_days_and_lists_are_those_of_the_language_and_no_translator_is_asked(
    language: str, between: str, text: str
) -> None:
    hours = hours_text("Mo-Fr 08:45-13:00,14:00-17:15; Sa 09:00-12:00")

    assert Catalog(language, Drafted(between)).render(hours) == text


@pytest.mark.parametrize(
    ("opening", "text"),
    [
        (Opening(True, None), "open now"),
        (Opening(False, None), "closed"),
        (until("2026-11-25T17:15", is_open=True), "open now, until 17:15"),
        (until("2026-11-25T14:00", is_open=False), "CLOSED NOW, opens 14:00"),
        (until("2026-11-26T08:05", is_open=False), "CLOSED NOW, opens Thu 8:05"),
        (until("2026-12-01T08:45", is_open=False), "CLOSED NOW, opens Tue 8:45"),
        (until("2026-12-02T08:45", is_open=False), "CLOSED NOW, opens Wed 2026-12-02 8:45"),
        (until("2026-12-28T08:45", is_open=False), "CLOSED NOW, opens Mon 2026-12-28 8:45"),
    ],
)
def test_whether_somebody_answers_now_is_said_with_until_or_from_when(opening: Opening, text: str) -> None:
    assert ENGLISH.render(now_text(opening, WEDNESDAY)) == text


def test_a_telephone_says_that_its_hours_are_not_known_and_no_more_than_that_where_they_never_end() -> None:
    assert hours_of(ContactNow(contact())) == "hours not known"
    form = Contact(kind="form", number="x", evidence="official")
    assert hours_of(ContactNow(form)) is None
    assert hours_of(ContactNow(contact("24/7"), Opening(True, None))) == "24 hours"
    open_now = ContactNow(contact("Mo-Fr 09:00-17:15"), until("2026-11-25T17:15", is_open=True))
    assert hours_of(open_now) == "Mon-Fri 9:00-17:15; open now, until 17:15"


def test_hours_are_told_though_it_is_not_known_whether_somebody_answers_now() -> None:
    assert hours_of(ContactNow(contact("Mo-Fr 09:00-17:15"))) == "Mon-Fri 9:00-17:15"


@pytest.mark.parametrize(
    ("hours", "interpreter", "said"),
    [
        (None, False, "Speaks Tagalog, Thai"),
        (None, True, "Speaks Tagalog, Thai, through an interpreter"),
        ("Sa 08:00-22:00", False, "Speaks Tagalog, Thai: Sat 8:00-22:00"),
        ("Sa 08:00-22:00", True, "Speaks Tagalog, Thai, through an interpreter: Sat 8:00-22:00"),
    ],
)
def test_it_is_said_when_somebody_speaks_the_persons_languages_and_how(
    hours: str | None, interpreter: bool, said: str
) -> None:
    spoken = Spoken(languages=("tl", "th"), hours=hours, interpreter=interpreter)
    fitting = ContactNow(contact("24/7", spoken), None, ("tl", "th"), "spoken", (LanguageFit(("tl", "th"), spoken),))

    assert [ENGLISH.render(text) for text in spoken_texts(fitting, WEDNESDAY)] == [said]


def test_nobody_writes_to_a_form_in_hours_of_its_own() -> None:
    spoken = Spoken(languages=("tl",), hours="Sa 08:00-22:00")
    fits = (LanguageFit(("tl",), spoken),)

    def said_at(kind: ContactKind) -> list[str]:
        written = Contact(kind=kind, number="x", spoken=(spoken,), evidence="official")
        fitting = ContactNow(written, None, ("tl",), "spoken", fits)
        return [ENGLISH.render(text) for text in spoken_texts(fitting, WEDNESDAY)]

    assert said_at("whatsapp") == said_at("telephone") == ["Speaks Tagalog: Sat 8:00-22:00"]
    assert said_at("form") == said_at("email") == ["Speaks Tagalog"]


def test_a_language_with_hours_of_its_own_says_them_and_who_speaks_it() -> None:
    spoken = Spoken(languages=("tl", "id"), hours="Mo-Su 08:00-22:00", interpreter=True)
    english = Spoken(languages=("en",))
    line = contact("24/7", english, spoken)
    closed = until("2026-11-26T08:00", is_open=False)

    fits = (LanguageFit(("tl",), spoken, closed), LanguageFit(("en",), english))

    fitting = ContactNow(line, Opening(True, None), ("en", "tl", "id"), "spoken", fits)
    assert [ENGLISH.render(text) for text in spoken_texts(fitting, WEDNESDAY)] == [
        "Speaks Tagalog, through an interpreter: daily 8:00-22:00; CLOSED NOW, opens Thu 8:00",
        "Speaks English",
    ]


def test_all_languages_of_a_contact_are_named_where_the_persons_are_not_known() -> None:
    line = contact("24/7", Spoken(languages=("en",)), Spoken(languages=("tl", "id"), interpreter=True))

    assert [ENGLISH.render(text) for text in spoken_texts(ContactNow(line), WEDNESDAY)] == [
        "Speaks English, Tagalog, Bahasa Indonesia"
    ]
    assert spoken_texts(ContactNow(contact()), WEDNESDAY) == []
