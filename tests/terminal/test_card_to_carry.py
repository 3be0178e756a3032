"""The card for the person at the end of a talk: only where it is safe, in their language, and without a number."""

from gettext import NullTranslations

from screening.language.catalog import ENGLISH, Catalog
from screening.referral.matching import match_services
from screening.sets.answers import Answer
from screening.show.card import CarryCard
from screening.show.card_languages import CardLanguages, CardNames
from screening.terminal.card_to_carry import CardToCarry
from screening.terminal.screen import GO_ON, Dialog, Screen, TextDialog
from tests.support.services import TODAY, directory, service
from tests.terminal.talking import after, said

RESULT = TextDialog(Screen("Result"))
PLACE = directory(
    service("a", everyday={"en": "Sunday club", "zh-Hant": "家庭服務"}, names={"en": "Refuge One"}),
    service(
        "b",
        everyday={"en": "Aunt May"},
        names={"en": "Refuge Two"},
        contacts=[{"kind": "telephone", "number": "2345 6789", "evidence": "official"}],
    ),
)


def card(*inputs: Answer) -> Screen:
    """What is on the screen after these inputs."""
    dialog = CardToCarry(match_services(["shelter"], {}, PLACE, TODAY), {}, RESULT)
    assert after(dialog, *inputs) is dialog
    return dialog.screen()


def labels(screen: Screen) -> list[str]:
    return [ENGLISH.render(choice.label) for choice in screen.choices]


def on_it(screen: Screen) -> str:
    """What stands on the card itself, and not what is for the screener."""
    return said(screen.lines).partition("For you: who answers")[0]


def test_it_is_asked_first_whether_a_card_is_safe() -> None:
    assert "could somebody find a card on you" in said(card().lines)
    assert "Sunday club" not in said(card().lines)


def test_where_it_is_not_safe_there_is_no_card_and_it_is_said_what_to_do_instead() -> None:
    screen = card("no")

    assert "Give nothing to carry" in said(screen.lines)
    assert "Sunday club" not in said(screen.lines)


def test_the_card_has_everyday_names_and_tells_the_screener_who_answers() -> None:
    screen = card("yes")

    assert "Sunday club 家庭服務" in on_it(screen)
    assert "Refuge" not in on_it(screen)
    assert "Sunday club: Refuge One" in said(screen.lines)


def test_a_number_is_left_off_and_put_back() -> None:
    assert "2345 6789" in on_it(card("yes"))
    left_off = card("yes", "number:2345 6789")
    assert "2345 6789" not in on_it(left_off)
    assert "Aunt May: Refuge Two" not in said(left_off.lines)
    assert "Put back: Aunt May" in labels(left_off)
    assert card("yes", "number:2345 6789", "number:2345 6789") == card("yes")


def test_the_names_are_in_the_language_that_is_chosen_and_in_english_where_it_has_none() -> None:
    assert "The card in: Chinese, in traditional characters (繁體中文)" in labels(card("yes"))
    chinese = card("yes", "language:zh-Hant")

    assert "家庭服務" in on_it(chinese)
    assert "Sunday club" not in on_it(chinese)
    assert "Aunt May" in on_it(chinese)
    assert "Sunday club 家庭服務" in on_it(card("yes", "language:zh-Hant", "in-two"))


def test_a_number_that_was_left_off_stays_off_in_another_language() -> None:
    assert "2345 6789" not in on_it(card("yes", "number:2345 6789", "language:zh-Hant"))


def test_where_no_name_is_safe_there_is_no_card() -> None:
    bare = CardToCarry((), {}, RESULT)
    assert after(bare, "yes") is bare

    assert "No service here has a name that is safe on a card" in said(bare.screen().lines)


def test_back_leads_to_where_it_was_called_from() -> None:
    for way in ([], ["yes"], ["no"]):
        dialog = CardToCarry(match_services(["shelter"], {}, PLACE, TODAY), {}, RESULT)
        assert after(dialog, *way, "BACK") is RESULT
    dialog = CardToCarry((), {}, RESULT)
    assert after(dialog, "no", GO_ON) is RESULT
    assert after(CardToCarry((), {}, RESULT), "yes", GO_ON) is RESULT


# --- in the person's language ---


class Words(NullTranslations):
    """What a card says in another language."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def gettext(self, message: str) -> str:
        return {"Useful numbers": self._title}.get(message, message)


CATALOGS = {
    "id": Catalog("id", Words("Nomor penting"), unreviewed=True),
    "fil": Catalog("fil", Words("Mga magagamit na number")),
}
LANGUAGES = CardLanguages(
    ("fil", "id"),
    lambda tag: CATALOGS.get(tag, ENGLISH),
    lambda tag: CardNames({"b": "Bibi May"} if tag == "id" else {}),
)
NOT_REVIEWED = "No native speaker has reviewed the words of this card."


def in_theirs(
    spoken: tuple[str, ...], *inputs: Answer, kept: list[CarryCard] | None = None
) -> tuple[Screen, CardToCarry]:
    person: dict[str, Answer] = {"languages": spoken}

    def save(card: CarryCard, back_to: Dialog) -> Dialog:
        assert kept is not None
        kept.append(card)
        return back_to

    dialog = CardToCarry(match_services(["shelter"], {}, PLACE, TODAY), person, RESULT, save, LANGUAGES)
    assert after(dialog, "yes", *inputs) is dialog
    return dialog.screen(), dialog


def test_the_card_begins_in_the_language_that_the_person_speaks() -> None:
    screen, _ = in_theirs(("en", "id"))

    assert "Nomor penting" in on_it(screen)
    assert "Bibi May" in on_it(screen)
    assert "Sunday club" in on_it(screen)
    assert "Bibi May: Refuge Two" in said(screen.lines)
    assert "Mga magagamit na number" in on_it(in_theirs(("tl",))[0])


def test_for_somebody_whose_languages_are_not_known_or_not_there_it_is_as_it_was() -> None:
    for spoken in ((), ("en",), ("taj",), ("unclear",)):
        assert "Useful numbers" in on_it(in_theirs(spoken)[0])
        assert "Sunday club 家庭服務" in on_it(in_theirs(spoken)[0])


def test_the_screener_is_told_that_nobody_has_reviewed_the_words_and_the_card_says_nothing_of_it() -> None:
    screen, _ = in_theirs(("id",))

    assert NOT_REVIEWED in said(screen.lines)
    assert NOT_REVIEWED not in on_it(screen)
    assert NOT_REVIEWED not in said(in_theirs(("tl",))[0].lines)
    assert NOT_REVIEWED not in said(in_theirs(())[0].lines)


def test_every_language_of_the_program_and_of_the_names_can_be_chosen() -> None:
    offered = [label for label in labels(in_theirs(("id",))[0]) if label.startswith(("The card in", "Names in"))]

    assert offered == [
        "Names in two languages",
        "The card in: English",
        "The card in: Chinese, in traditional characters (繁體中文)",
        "The card in: Filipino",
    ]


def test_many_languages_have_a_screen_of_their_own_the_persons_first_and_back_leads_to_the_card() -> None:
    # The card is in two languages, and so none of the four is the one that it is in.
    screen, dialog = in_theirs(("id",), "in-two", "languages")

    assert labels(screen) == [
        "Bahasa Indonesia",
        "English",
        "Chinese, in traditional characters (繁體中文)",
        "Filipino",
    ]
    assert after(dialog, "BACK") is dialog
    assert "The card in another language" in labels(dialog.screen())
    assert "Nomor penting" in on_it(in_theirs(("id",), "in-two", "languages", "language:id")[0])


def test_the_card_that_is_saved_is_the_one_on_the_screen() -> None:
    kept: list[CarryCard] = []
    _, dialog = in_theirs(("id",), "number:2345 6789", "save", kept=kept)

    assert kept[0].language == "id"
    assert [entry.name for entry in kept[0].entries] == ["Sunday club"]
    assert "Nomor penting" in on_it(dialog.screen())
