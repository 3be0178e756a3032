"""Which language the person reads: proposed as soon as it is recorded what they speak, or chosen from a list."""

from screening.commands.their_language import TheirLanguage
from screening.language.catalog import ENGLISH
from screening.reading.set_catalog import SetCatalog, read_catalog
from screening.reading.sets import find_set
from screening.sets.model import IndicatorSet
from screening.terminal.language_choice import LanguageChoice
from screening.terminal.screen import Dialog, Input, Screen, TextDialog

CATALOG = read_catalog()
SHORT: IndicatorSet = find_set("first-contact", vignettes=False)
BACK: Dialog = TextDialog(Screen("back"))
NOWHERE = SetCatalog({}, frozenset())


def labels(dialog: Dialog | None) -> list[str]:
    assert dialog is not None
    return [ENGLISH.render(choice.label) for choice in dialog.screen().choices]


def choose(dialog: Dialog | None, value: str) -> None:
    assert dialog is not None
    assert dialog.take(Input("choose", value)) is BACK


def test_nothing_stands_beside_the_screeners_words_until_somebody_chooses() -> None:
    assert TheirLanguage(CATALOG).words(SHORT) is None


def test_what_they_speak_and_somebody_has_translated_is_proposed_under_its_own_name() -> None:
    assert labels(TheirLanguage(CATALOG).proposed(SHORT, ("tl", "id", "ne"), BACK)) == [
        "Filipino",
        "Bahasa Indonesia",
        "No, only yours",
    ]


def test_whoever_speaks_cantonese_reads_traditional_characters() -> None:
    assert labels(TheirLanguage(CATALOG).proposed(SHORT, ("yue",), BACK))[0].endswith("(繁體中文)")


def test_nothing_is_proposed_for_a_language_that_there_is_not_or_that_was_not_said() -> None:
    their_language = TheirLanguage(CATALOG)

    for spoken in (("ne", "hi"), "unclear", "declined", ("en",), ()):
        assert their_language.proposed(SHORT, spoken, BACK) is None


def test_what_is_chosen_stands_beside_the_screeners_words_and_can_be_taken_away() -> None:
    their_language = TheirLanguage(CATALOG)

    choose(their_language.proposed(SHORT, ("id",), BACK), "id")
    words = their_language.words(SHORT)
    assert words is not None
    assert words.indicator_set.about.agreement != SHORT.about.agreement
    assert words.catalog.language == "id"
    # It stands there already.
    assert their_language.proposed(SHORT, ("id",), BACK) is None

    choose(their_language.proposed(SHORT, None, BACK), "none")
    assert their_language.words(SHORT) is None


def test_on_request_every_language_that_there_is_can_be_chosen_but_the_screeners() -> None:
    there = TheirLanguage(CATALOG).proposed(SHORT, None, BACK)
    assert isinstance(there, LanguageChoice)
    chinese = find_set("first-contact", SetCatalog(CATALOG.folders, CATALOG.built_in, "zh-Hant"), vignettes=False)
    fewer = TheirLanguage(CATALOG).proposed(chinese, None, BACK)

    assert {choice.value for choice in there.screen().choices} >= {"zh-Hant", "id", "fil", "none"}
    assert fewer is not None
    assert "zh-Hant" not in {choice.value for choice in fewer.screen().choices}


def test_going_back_from_it_changes_nothing() -> None:
    their_language = TheirLanguage(CATALOG, "id")
    dialog = their_language.proposed(SHORT, None, BACK)

    assert dialog is not None
    assert dialog.take(Input("back")) is BACK
    assert their_language.tag == "id"


def test_a_set_that_nobody_has_translated_offers_none() -> None:
    their_language = TheirLanguage(NOWHERE)

    assert not their_language.may_be_chosen(SHORT)
    assert their_language.proposed(SHORT, None, BACK) is None


def test_a_set_in_the_persons_language_has_no_second_one() -> None:
    indonesian = find_set("first-contact", SetCatalog(CATALOG.folders, CATALOG.built_in, "id"), vignettes=False)

    assert TheirLanguage(CATALOG, "id").words(indonesian) is None


def test_it_is_read_once() -> None:
    their_language = TheirLanguage(CATALOG, "id")

    assert their_language.words(SHORT) is their_language.words(SHORT)
