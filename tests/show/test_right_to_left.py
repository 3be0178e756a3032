"""A card in a language that runs from the right, in each way to show it, compared with files that a person can open.

Where `UPDATE_GOLDEN` is set, the files are written instead. Look at what changed in them.
"""

import io
import os
from collections.abc import Callable
from gettext import NullTranslations
from pathlib import Path
from typing import Any

import pytest

from screening.language.catalog import Catalog
from screening.referral.matching import match_services
from screening.show.card import CarryCard, card_lines, carry_card
from screening.show.html import carry_card_page, page
from screening.show.lines import Line
from screening.show.markdown import markdown
from screening.show.terminal import print_lines
from tests.support.browser import shown
from tests.support.golden import UPDATE
from tests.support.services import TODAY, directory, service

FOLDER = Path(__file__).parent / "golden"
HOURS = "Mo-Fr 08:45-13:00,14:00-17:15; Sa 09:00-12:00; PH off"


class Urdu(NullTranslations):
    """What a card says, and no more; the catalogue that the program has may change."""

    def gettext(self, message: str) -> str:
        return {"Useful numbers": "کام کے نمبر"}.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        texts = {
            "WhatsApp": "واٹس ایپ",
            "24 hours": "24 گھنٹے",
            "{hours}, {more}": "{hours}، {more}",
            "not on public holidays": "سرکاری چھٹی کے دن بند",
            "{first}-{last}": "{first} سے {last} تک",
        }
        return texts.get(message, message)


URDU = Catalog("ur", Urdu())


def urdu_card() -> CarryCard:
    """A telephone, one with many hours that is no telephone, and one whose name is English."""

    def contact(number: str, hours: str, kind: str = "telephone") -> list[dict[str, Any]]:
        return [{"kind": kind, "number": number, "evidence": "official", "hours": hours}]

    place = directory(
        service(
            "a",
            names={"en": "x"},
            everyday={"en": "Sunday club", "ur": "اتوار کی سہیلیاں"},
            contacts=contact("+852 2343 2255", "24/7"),
        ),
        service(
            "b",
            names={"en": "x"},
            everyday={"en": "Aunt May"},
            contacts=contact("+852 5936 3780", HOURS, "whatsapp"),
        ),
        service(
            "c", names={"en": "x"}, everyday={"en": "Advice office"}, contacts=contact("18281", "Mo,We 09:00-21:30")
        ),
    )
    return carry_card(match_services(("shelter",), {}, place, TODAY), {}, "ur", (), {"b": "خالہ مے"})


def as_text() -> str:
    output = io.StringIO()
    print_lines(card_lines(urdu_card()), output, URDU, 60)
    return output.getvalue()


@pytest.mark.parametrize(
    ("name", "printed"),
    [
        ("card-ur.txt", as_text),
        ("card-ur.md", lambda: markdown(card_lines(urdu_card()), URDU)),
        ("card-ur.html", lambda: carry_card_page(urdu_card(), URDU)),
    ],
)
def test_a_card_in_urdu(name: str, printed: Callable[[], str]) -> None:
    path = FOLDER / name
    if os.environ.get(UPDATE):
        path.write_text(printed(), encoding="utf-8")

    assert printed() == path.read_text(encoding="utf-8")


def test_in_a_terminal_a_number_has_a_row_of_its_own_and_no_character_is_sent_that_nobody_sees() -> None:
    rows = [row.strip() for row in as_text().splitlines()]

    assert {"+852 2343 2255", "+852 5936 3780", "18281"} <= {*rows}
    assert not {"\u2066", "\u2067", "\u2068", "\u2069", "\u200e", "\u200f"} & {*as_text()}


def test_every_page_says_from_which_side_it_is_read() -> None:
    lines = [Line("title", "T"), Line("text", "X")]

    assert '<html lang="ur" dir="rtl">' in carry_card_page(urdu_card(), URDU)
    assert '<html lang="ur" dir="rtl">' in page(lines, URDU)
    assert " dir=" not in page(lines, Catalog("id", NullTranslations()))


def test_a_time_in_words_that_run_from_the_right_keeps_its_hour_before_its_minutes() -> None:
    printed = page([Line("title", "T"), Line("text", "پیر 8:45 سے 13:00 تک"), Line("text", "عمر 18: 2 بچے")], URDU)

    assert 'پیر <bdi dir="ltr">8:45</bdi> سے <bdi dir="ltr">13:00</bdi> تک' in printed
    assert 'عمر <bdi dir="ltr">18</bdi>: 2 بچے' in printed


# Where the first and the last character of each number and time stand, from the left; and whether all of it fits.
_LOOK = """<script>
const ends = node => [0, node.length - 1].map(place => {
  const range = document.createRange();
  range.setStart(node, place);
  range.setEnd(node, place + 1);
  return range.getBoundingClientRect().left;
});
const numbers = [...document.querySelectorAll('bdi[dir="ltr"]')].map(each => {
  let inner = each;
  while (inner.firstChild) inner = inner.firstChild;
  return inner;
});
const [card, name, number] = [".card", "td", "td + td"].map(each => document.querySelector(each));
document.title = [numbers.length, numbers.every(each => ends(each)[0] < ends(each)[1]),
                  name.getBoundingClientRect().left > number.getBoundingClientRect().left,
                  card.scrollHeight <= card.clientHeight, card.scrollWidth <= card.clientWidth].join(" ");
</script>"""


@pytest.mark.slow
def test_in_a_browser_the_words_run_from_the_right_and_the_numbers_from_the_left(tmp_path: Path) -> None:
    source = carry_card_page(urdu_card(), URDU).replace("</body>", f"{_LOOK}</body>")

    # Three numbers, eight times, and the 24 of 24 hours.
    assert "<title>12 true true true true</title>" in shown(source, tmp_path, "--dump-dom")
