"""`screening form`, through the command line."""

import pytest

from screening.reading.set_catalog import read_catalog, set_ids
from screening.reading.sets import find_set
from screening.sets.texts import texts
from tests.support.inside import run_inside


@pytest.mark.parametrize("name", set_ids())
def test_every_set_is_printed_and_has_every_question(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    told = run_inside(monkeypatch, "form", name)

    assert (told.code, told.err) == (0, "")
    asked = [question.record for _, _, question in find_set(name).questions()]
    assert [record for record in asked if record not in told.out.replace("\\", "")] == []


def test_a_page_for_paper_is_one_file_that_loads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = run_inside(monkeypatch, "form", "first-contact", "--format", "html")

    assert told.out.startswith("<!doctype html>")
    assert not any(word in told.out for word in ("http-equiv", "<script", "<link", "<img", "src=", "url(", "@import"))


def test_two_languages_stand_side_by_side(monkeypatch: pytest.MonkeyPatch) -> None:
    from msgspec.structs import replace

    told = run_inside(monkeypatch, "form", "first-contact", "--language", "zh-Hant", "--with", "id")

    chinese, indonesian = (
        texts(find_set("first-contact", replace(read_catalog(), language=tag))) for tag in ("zh-Hant", "id")
    )
    name = "question.danger-now.ask"
    assert any(chinese[name] in row and indonesian[name] in row for row in told.out.splitlines())


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        (("nowhere",), "there is no such set"),
        (("first-contact", "--with", "ne"), "is translated into 'ne'"),
        (("first-contact", "--with", "en"), "both sides are in one language: 'en'. Name two."),
    ],
    ids=["no such set", "no such translation", "twice the same"],
)
def test_what_cannot_be_printed_is_said(monkeypatch: pytest.MonkeyPatch, typed: tuple[str, ...], says: str) -> None:
    told = run_inside(monkeypatch, "form", *typed)

    assert (told.code, told.out) == (2, "")
    assert says in told.err


def test_the_numbers_of_a_place_stand_on_it_with_their_doubts(monkeypatch: pytest.MonkeyPatch) -> None:
    with_place = run_inside(monkeypatch, "form", "first-contact", "--place", "hk")
    without = run_inside(monkeypatch, "form", "first-contact")

    assert "In danger now: 999" in with_place.out
    assert "[not sure]" in with_place.out.replace("\\", "")
    assert "This form was printed without a place." in without.out
