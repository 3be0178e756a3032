"""Messages come out in the language of their catalogue, and nothing else changes them."""

from gettext import NullTranslations

import pytest

from screening.language.catalog import ENGLISH, Catalog, untranslated
from screening.language.marks import gettext_noop
from screening.language.messages import (
    Listing,
    ListKind,
    NamedTwice,
    Text,
    gettext,
    ngettext,
    npgettext,
    pgettext,
)
from tests.support.languages import BRACKETED


class Chinese(NullTranslations):
    """Numbers have no plural here, and `Open` is two words."""

    def gettext(self, message: str) -> str:
        return {"Call {name}.": "致電{name}。", "the office": "辦事處"}.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return {"{count} answer": "{count}個答案"}.get(msgid1, msgid1)

    def pgettext(self, context: str, message: str) -> str:
        return {("hours", "Open"): "營業中", ("a door", "Open"): "打開"}.get((context, message), message)

    def npgettext(self, context: str, msgid1: str, msgid2: str, n: int) -> str:
        groups = {("a code", "{count} group", 1): "一組", ("a code", "{count} group", 5): "{count}組"}
        return groups.get((context, msgid1, n), msgid1)


CHINESE = Catalog("zh-Hant", Chinese())


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("The words of a set, {count} and all", "The words of a set, {count} and all"),
        (gettext("Nothing was stored."), "Nothing was stored."),
        (gettext("Section {here} of {all}", here=3, all=7), "Section 3 of 7"),
        (gettext("{name}: {note}", name="{note}", note="{name}"), "{note}: {name}"),
        (gettext("Write {head}: [yes]."), "Write {head}: [yes]."),
        (gettext("Write {head}: {name}.", head="flag"), "Write flag: {name}."),
        (ngettext("{count} answer", "{count} answers", 0), "0 answers"),
        (ngettext("{count} answer", "{count} answers", 1), "1 answer"),
        (ngettext("{count} of {what}", "{count} of all {what}", 2, what="them"), "2 of all them"),
        (npgettext("a code", "{count} group", "{count} groups", 2), "2 groups"),
        (pgettext("hours", "Open"), "Open"),
        (gettext("It is {level}.", level=gettext("some concern")), "It is some concern."),
        (gettext_noop("The id of a set."), "The id of a set."),
    ],
)
def test_a_text_in_english(text: Text, rendered: str) -> None:
    assert ENGLISH.render(text) == untranslated(text) == rendered


@pytest.mark.parametrize(
    ("kind", "rendered", "two"),
    [
        ("and", "a, b and c", "a and b"),
        ("or", "a, b or c", "a or b"),
        ("and_and", "a and b and c", "a and b"),
        ("or_or", "a or b or c", "a or b"),
        ("comma", "a, b, c", "a, b"),
        ("semicolon", "a; b; c", "a; b"),
        ("sentences", "a b c", "a b"),
    ],
)
def test_a_list_in_english(kind: ListKind, rendered: str, two: str) -> None:
    assert ENGLISH.render(gettext("{list}", list=Listing(("a", "b", "c"), kind))) == rendered
    assert ENGLISH.render(gettext("{list}", list=Listing(("a",), kind))) == "a"
    assert ENGLISH.render(gettext("{list}", list=Listing((), kind))) == ""
    assert ENGLISH.render(gettext("{list}", list=Listing(("a", "b"), kind))) == two
    assert [untranslated(Listing(items, kind)) for items in (("a", "b", "c"), ("a",), ())] == [rendered, "a", ""]


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        (gettext("Call {name}.", name=gettext("the office")), "致電辦事處。"),
        (ngettext("{count} answer", "{count} answers", 5), "5個答案"),
        (pgettext("hours", "Open"), "營業中"),
        (pgettext("a door", "Open"), "打開"),
        (npgettext("a code", "{count} group", "{count} groups", 1), "一組"),
        (npgettext("a code", "{count} group", "{count} groups", 5), "5組"),
        (gettext("Nobody translated this."), "Nobody translated this."),
        (gettext("{all}", all=Listing(("甲", "乙", "丙"))), "甲、乙和丙"),
    ],
)
def test_a_text_in_another_language(text: Text, rendered: str) -> None:
    assert CHINESE.render(text) == rendered


@pytest.mark.parametrize(
    ("sentences", "rendered"),
    [
        (("致電。", "不要等\uff01", "好嗎\uff1f"), "致電。不要等\uff01好嗎\uff1f"),
        (("「不要等。」", "致電。"), "「不要等。」致電。"),
        (("說「不」", "致電。"), "說「不」 致電。"),
        (("致電。",), "致電。"),
        (("Nobody translated this.", "致電。", "Nor this."), "Nobody translated this. 致電。Nor this."),
    ],
)
def test_no_blank_stands_after_a_full_stop_as_wide_as_a_letter(sentences: tuple[str, ...], rendered: str) -> None:
    """It brings its own, as in Chinese and Japanese. What stands between two sentences cannot be translated as nothing."""
    told = Listing(sentences, "sentences")

    assert CHINESE.render(told) == ENGLISH.render(told) == rendered


def test_one_message_stands_in_two_languages_at_once() -> None:
    message = pgettext("hours", "Open")

    assert (ENGLISH.render(message), CHINESE.render(message)) == ("Open", "營業中")


def test_a_translation_that_names_an_unknown_argument_stops_nobody() -> None:
    class Broken(NullTranslations):
        def gettext(self, message: str) -> str:
            return "{nobody.__class__} {0} {name"

    assert Catalog("de", Broken()).render(gettext("Hello {name}", name="you")) == "{nobody.__class__} {0} {name"


def test_the_catalogue_of_the_tests_marks_what_is_a_message_and_leaves_what_is_not() -> None:
    told = gettext("Call {name} in {language}.", name="Po Leung Kuk", language=gettext("Cantonese"))

    assert BRACKETED.render(told) == "[Call (Po Leung Kuk) in ([Cantonese]).]"
    assert BRACKETED.render("Po Leung Kuk") == "Po Leung Kuk"


@pytest.mark.parametrize(
    ("second", "told"), [("office", "the office (office)"), ("the office", "the office"), ("The Office", "the office")]
)
def test_of_two_names_that_are_one_only_the_first_is_said(second: str, told: str) -> None:
    named = NamedTwice("{here} ({there})", (("here", gettext("the office")), ("there", second)))

    assert ENGLISH.render(named) == told


def test_whether_two_names_are_one_is_found_out_in_the_language_in_which_they_are_said() -> None:
    named = NamedTwice("{here} ({there})", (("here", gettext("the office")), ("there", "the office")))

    assert CHINESE.render(named) == "辦事處 (the office)"
