"""What gives a card away."""

import pytest

from screening.referral.telltale import gives_away


@pytest.mark.parametrize(
    "text",
    ["Anti-Trafficking Unit", "POLICE", "Women's shelter", "Legal help", "庇護中心", "警察", "Night hotline", "Embassy",
     "Rape line", "Safe house", "Counselling", "IOM", "Migrants' friends", "求助熱線", "贩卖", "人蛇", "领事馆"],
)  # fmt: skip
def test_what_gives_a_card_away_is_found(text: str) -> None:
    assert gives_away(text) is not None


@pytest.mark.parametrize(
    "text", ["Bantuan korban", "Info polisi", "Tulong sa biktima", "Nhà nạn nhân", "ช่วยเหลือเหยื่อ", "Info imigrasi"]
)
def test_so_is_what_would_in_the_languages_of_lists_of_whom_to_call(text: str) -> None:
    assert gives_away(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Kelompok gereja",
        "Opisina ng simbahan",
        "Nhóm nhà thờ",
        "กลุ่มโบสถ์",
        "Work advice",
        "Family centre",
        "Sunday club",
        "家庭服務",
    ],
)
def test_an_everyday_word_gives_nothing_away(text: str) -> None:
    assert gives_away(text) is None


def test_a_word_of_a_services_own_name_gives_it_away_and_a_word_of_any_household_does_not() -> None:
    assert gives_away("Caritas hostel", ["Caritas men's hostel"]) == "caritas"
    assert gives_away("Family house", ["Family House of Caritas"]) is None
    assert gives_away("Caritas hostel", ["House"]) is None
