"""What a desk asks about a number, on the screen and on paper."""

from typing import Any

import pytest

from screening.language.catalog import ENGLISH
from screening.referral.call_sheet import ToTry, to_try
from screening.show.call_sheet import before_lines, call_sheet, may_be_found, number_lines, questions
from screening.show.html import call_sheet_page
from tests.support.services import TODAY, directory, service


def to_call(**more: Any) -> ToTry:
    contact = {"kind": "telephone", "number": "+852 2345 6789", "evidence": "official", **more.pop("contact", {})}
    (each,) = to_try(directory(service("house", contacts=[contact], **more)), (), (), TODAY.today)
    return each


def asked(each: ToTry) -> list[str]:
    return [ENGLISH.render(text) for text in questions(each, each.contacts[0])]


def test_what_the_list_says_stands_beside_what_is_asked() -> None:
    each = to_call(contact={"hours": "Mo-Fr 09:00-17:00"}, languages=["en", "yue"], offers=["legal-advice"])

    assert asked(each) == [
        "Is this number right?",
        "When does somebody answer? Our list says: Mon-Fri 9:00-17:00.",
        "In which languages? Our list says: English, Cantonese.",
    ]


def test_the_languages_of_a_line_of_its_own_come_before_those_of_the_service() -> None:
    each = to_call(contact={"spoken": [{"languages": ["tl"]}]}, languages=["en"])

    assert "In which languages? Our list says: Tagalog." in asked(each)


@pytest.mark.parametrize(
    ("offers", "room", "nobody", "full"),
    [
        (["shelter"], True, True, True),
        (["legal-advice"], False, True, False),
        (["shelter", "crisis-line"], False, False, False),
    ],
)
def test_only_a_house_is_asked_for_room_and_only_what_is_rung_can_stay_unanswered(
    offers: list[str], room: bool, nobody: bool, full: bool
) -> None:
    each = to_call(offers=offers)

    assert ("Is there room now? If not, from which day?" in asked(each)) == room
    assert ("no-answer" in may_be_found(each), "full" in may_be_found(each)) == (nobody, full)


def test_a_lifeline_is_shown_with_its_page_and_the_warning_before_its_number() -> None:
    each = to_call(offers=["crisis-line"], source="example.org")
    said = [ENGLISH.render(line.text) for line in number_lines(each, each.contacts[0], 2, 7)]

    assert said[:4] == [
        "2 of 7: house",
        "Do not ring this line to try it: somebody may need it at this moment. Read its page, or ask its office.",
        "Its page: example.org",
        "+852 2345 6789",
    ]


def test_that_nobody_answered_before_is_said() -> None:
    each = to_call(contact={"unanswered_on": "2026-11-20"})

    assert "Called on 2026-11-20, and nobody answered." in [
        ENGLISH.render(line.text) for line in number_lines(each, each.contacts[0], 1, 1)
    ]


def test_before_the_first_call_it_is_said_that_nobody_is_spoken_of_and_how_many_there_are() -> None:
    said = " ".join(ENGLISH.render(line.text) for line in before_lines(directory(), [to_call()] * 12))

    assert "Say nothing about any person." in said
    assert "Services to call: 12." in said


def test_on_paper_texts_are_text_and_there_is_a_line_for_the_day_and_none_for_a_name() -> None:
    place = directory(service("house", names={"en": "<b>House</b>"}))

    page = call_sheet_page(call_sheet(place, to_try(place, (), (), TODAY.today)), ENGLISH)

    assert "&lt;b&gt;House&lt;/b&gt;" in page
    assert "Day:" in page
    assert "Name" not in page
    assert page.count('<td class="number">') == 1
