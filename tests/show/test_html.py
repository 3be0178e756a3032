"""Pages to print: everything that is said, escaped, with what belongs together kept together."""

from html.parser import HTMLParser
from pathlib import Path

import msgspec
import pytest

from screening.language.catalog import ENGLISH
from screening.language.messages import Dialled
from screening.referral.matching import match_services
from screening.referral.service import Contact
from screening.show.card import CarryCard, Entry, carry_card
from screening.show.contacts import number_of
from screening.show.html import carry_card_page, page
from screening.show.lines import Line
from screening.show.numbers import service_lines
from tests.support.browser import shown
from tests.support.building import hong_kong
from tests.support.hidden import SPEAKS, hidden_in
from tests.support.services import TODAY
from tests.support.thorough import one_in


class Texts(HTMLParser):
    """The texts of a page outside its style, and the elements that were opened and closed."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and "style" not in self.open:
            self.texts.append(data.strip())


LINES = [
    Line("title", "Services"),
    Line("lead", "One sentence."),
    Line("heading", "Part"),
    Line("subheading", "Need"),
    Line("do", "Do <this> & that"),
    Line("avoid", "Not that"),
    Line("item", "House 屋"),
    Line("contact", "Telephone: 1"),
    Line("detail", "Detail"),
    Line("item", "Alone"),
    Line("paragraph", "Paragraph"),
    Line("text", "Text"),
    Line("detail", "About the text"),
]


def test_everything_is_said_once_in_its_order() -> None:
    parsed = Texts(page(LINES, ENGLISH))

    assert parsed.texts == ["Services", *(line.text for line in LINES)]
    assert parsed.open == []


def test_what_comes_right_below_the_title_is_said_too() -> None:
    assert Texts(page([Line("title", "T"), Line("detail", "D"), Line("text", "X")], ENGLISH)).texts[-3:] == [
        "T",
        "D",
        "X",
    ]


def test_a_page_says_its_language_once_and_ends_with_its_end() -> None:
    for source in (page(LINES, ENGLISH), carry_card_page(CarryCard("Numbers", ()), ENGLISH)):
        assert source.startswith('<!doctype html>\n<html lang="en-GB">\n')
        assert source.endswith("</html>\n")


def test_a_page_has_no_blank_rows_where_the_template_decides() -> None:
    body = page(LINES, ENGLISH).split("<body>")[1]

    assert not any(line != line.strip() or not line for line in body.strip().split("\n"))


def test_contacts_and_details_stand_in_the_box_of_what_they_belong_to() -> None:
    (box,) = (part.split("</div>")[0] for part in page(LINES, ENGLISH).split('<div class="item">')[1:])

    assert [text in box for text in ("House 屋", "Telephone: 1", "Detail", "Alone")] == [True, True, True, False]


def test_a_page_loads_nothing_from_anywhere() -> None:
    offers = match_services(["shelter"], {}, hong_kong(), TODAY)
    for source in (
        page(service_lines(hong_kong(), offers, TODAY.today, {}), ENGLISH),
        carry_card_page(carry_card(offers, {}), ENGLISH),
    ):
        assert not any(word in source for word in ("http-equiv", "<script", "<link", "<img", "src=", "url(", "@import"))


# Whether what is in the card fits into it is known only where it was laid out.
_MEASURE = """<script>
const card = document.querySelector(".card");
document.title = [card.scrollHeight <= card.clientHeight, card.scrollWidth <= card.clientWidth,
                  card.offsetWidth < 330, card.offsetHeight < 210].join(" ");
</script>"""


@pytest.mark.slow
@pytest.mark.parametrize("language", one_in(3, ["tl", "yue", None]))
def test_in_a_browser_the_card_is_small_and_everything_fits_into_it(language: str | None, tmp_path: Path) -> None:
    person = {"languages": (language,)} if language is not None else {}
    offers = match_services(["shelter", "labour-advice", "crisis-line", "medical"], person, hong_kong(), TODAY)
    source = carry_card_page(carry_card(offers, {}), ENGLISH).replace("</body>", f"{_MEASURE}</body>")

    assert "<title>true true true true</title>" in shown(source, tmp_path, "--dump-dom")


def test_nothing_on_a_card_speaks_turns_or_hides() -> None:
    card = CarryCard(SPEAKS, (Entry(SPEAKS, SPEAKS, f"<{SPEAKS}>", SPEAKS),))

    source = carry_card_page(card, ENGLISH)

    assert not hidden_in(source)
    assert "&lt;\\x1b" in source


# --- numbers ---


@pytest.mark.parametrize(
    ("contact", "address"),
    [
        ({"kind": "telephone", "number": "+852 2345 6789"}, "tel:+85223456789"),
        ({"kind": "telephone", "number": "18281"}, "tel:18281"),
        ({"kind": "whatsapp", "number": "+852 5936 3780"}, "https://wa.me/85259363780"),
        ({"kind": "sms", "number": "233733"}, "sms:233733"),
    ],
)
def test_a_number_can_be_pressed(contact: dict[str, str], address: str) -> None:
    line = Line("contact", number_of(msgspec.convert({**contact, "evidence": "official"}, Contact)))

    shown = page([Line("title", "T"), line], ENGLISH)

    assert f'<bdi dir="ltr"><a href="{address}">{contact["number"]}</a></bdi>' in shown


def test_an_address_is_no_number() -> None:
    contact = msgspec.convert({"kind": "website", "number": "www.cfr.org.hk/1", "evidence": "official"}, Contact)

    assert "bdi dir" not in page([Line("title", "T"), Line("contact", number_of(contact))], ENGLISH)


def test_in_words_that_run_from_the_right_a_number_reads_from_the_left() -> None:
    shown = page(
        [Line("title", "T"), Line("text", "دن رات مدد +852 2345 6789 پر"), Line("text", "Call 2345 6789")], ENGLISH
    )

    assert '<p class="text">دن رات مدد <bdi dir="ltr">+852 2345 6789</bdi> پر</p>' in shown
    assert '<p class="text">Call 2345 6789</p>' in shown


def test_nothing_in_a_number_is_markup() -> None:
    shown = page([Line("title", "T"), Line("contact", Dialled("<b>1</b>", '"><script>'))], ENGLISH)

    assert "<b>" not in shown
    assert "<script>" not in shown
