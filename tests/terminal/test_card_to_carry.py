"""The card for the person at the end of a talk: only where it is safe, in their language, and without a number."""

from screening.language.catalog import ENGLISH
from screening.referral.matching import match_services
from screening.sets.answers import Answer
from screening.terminal.card_to_carry import CardToCarry
from screening.terminal.screen import GO_ON, Screen, TextDialog
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
    assert "Names in: Chinese, in traditional characters" in labels(card("yes"))
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
