"""What a form for telephones says, where and when: each of its promises by itself."""

from typing import Any

import pytest
from msgspec.structs import replace

from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken
from screening.language.catalog import ENGLISH
from screening.language.messages import Message
from screening.referral.directory import Directory
from screening.sets.model import IndicatorSet, Wording
from screening.show.first_page import A_CHILD, PERHAPS_A_CHILD
from screening.show.levels import PROVES_NOTHING
from tests.export.test_xlsform import rows_of
from tests.support.building import asked, build_directory, indicator, small_set

AGE = [{"id": "age", "record": "Age"}]
LABEL = "label::English (en)"
DANGER = {"id": "danger", "title": "Danger", "do": ["Go."], "needs": ["shelter"]}


def rows(indicator_set: IndicatorSet, directory: Directory | None = None) -> list[dict[str, str]]:
    """The rows of its form in English."""
    return rows_of(xlsform([Spoken(indicator_set, ENGLISH, {"hk": "Hong Kong"}, directory)]))


def saying(told: str | Message, found: list[dict[str, str]]) -> list[dict[str, str]]:
    """The rows that say something."""
    text = told if isinstance(told, str) else ENGLISH.render(told)
    return [row for row in found if text in row[LABEL].replace("\\", "")]


def relevant(told: str | Message, found: list[dict[str, str]]) -> str:
    """When the one row that says something is shown."""
    (row,) = saying(told, found)
    return row["relevant"]


def np_directory(*services: dict[str, Any]) -> Directory:
    """A directory of shelters."""
    seen = {"evidence": "official", "source": "https://example.org", "page_date": "2026-01"}
    return build_directory(
        {
            "place": "np",
            "names": {"en": "Nepal"},
            "as_of": "2026-11-01",
            "time_zone": "Asia/Kathmandu",
            "emergency": {"names": {"en": "Police"}, "number": "100", **seen},
            "services": [
                {
                    "id": f"house-{number}",
                    "names": {"en": f"House {number}"},
                    "offers": ["shelter"],
                    "informs_police": "no",
                    "contacts": [{"kind": "telephone", "number": f"+977 1 444444{number}", "evidence": "official"}],
                    "source": "https://example.org",
                    "page_date": "2026-01",
                    **more,
                }
                for number, more in enumerate(services)
            ],
        }
    )


def test_what_to_listen_for_and_why_it_is_asked_stand_beside_the_question() -> None:
    question = {**asked("q"), "listen": "Listen.", "why": "Because.", "ask_next": "And then?", "say_first": "First."}
    (row,) = (row for row in rows(small_set([question], [])) if row["name"] == "q")

    assert (row["hint::English (en)"], row["guidance_hint::English (en)"]) == ("Listen.", "\u2060\n\nBecause.")
    assert row[LABEL] == "First.\n\n**q?**\n\nAsk next: And then?\n\nMark: q"


def test_who_answers_alone_reads_words_of_their_own() -> None:
    question = {
        **asked("q", ask_self="Are you?", declined="Said no", declined_self="I will not say"),
        "options": [{"id": "a", "label": "They are", "label_self": "I am"}, {"id": "b", "label": "B"}],
    }
    sheets = xlsform([Spoken(small_set([question], [], audience="person"), ENGLISH)])

    (row,) = (row for row in rows_of(sheets) if row["name"] == "q")
    assert row[LABEL] == "**Are you?**"
    assert {"I am", "I will not say"} <= {each[LABEL] for each in rows_of(sheets, "choices")}


def test_what_always_is_asked_does_not_wait_for_an_earlier_answer() -> None:
    gate = {"question": "q", "is": ["yes"]}
    found = rows(small_set([asked("q"), asked("waits", when=gate), asked("comes", when=gate, always=True)], []))

    shown = {row["name"]: row["relevant"] for row in found}
    assert shown["waits"] == "${sr__gate_waits} = 'open'"
    assert shown["comes"] == "${sr__gate_comes} != 'closed'"


def test_a_child_and_who_may_be_one_are_told_apart_at_the_top_of_the_result() -> None:
    found = rows(small_set([asked("q")], [], circumstances=AGE))

    child = "${age} = 'child'"
    assert child in relevant(A_CHILD, [row for row in found if not saying(PERHAPS_A_CHILD, [row])])
    assert f"not({child})" in relevant(PERHAPS_A_CHILD, found)


@pytest.mark.parametrize("card", [True, False])
def test_the_card_of_a_child_comes_right_behind_the_age_unless_the_set_is_for_children(card: bool) -> None:
    child = {"id": "child", "title": "A child is here", "do": ["Stop."]}
    found = rows(small_set([asked("q")], [], flags=[child], circumstances=AGE, child_card=card))

    behind = found[[row["name"] for row in found].index("age") + 1]
    assert ("A child is here" in behind[LABEL]) is card


def test_what_is_done_for_one_age_is_shown_for_that_age_alone() -> None:
    by_age = {"id": "help", "title": "Help", "do": [{"adult": "To an adult.", "child": "To a child."}, "To both."]}
    found = rows(small_set([asked("q")], [], guidance=[by_age], circumstances=AGE))

    child = "(${age} = 'child' or ${age} = 'unsure' or ${age} = 'declined')"
    adult = f"(${{age}} != '' and not({child}))"
    told = {row["relevant"]: row[LABEL].partition("- ")[2] for row in saying("To both.", found)}
    assert told == {
        child: "To a child.\n- To both.",
        adult: "To an adult.\n- To both.",
        # Where nobody knows it, each says for whom it is.
        f"(not({child}) and not({adult}))": (
            "If the person is under 18, or may be: To a child.\n- If the person is an adult: To an adult.\n- To both."
        ),
    }


def test_what_was_only_seen_is_said_to_prove_little() -> None:
    look = {"id": "look", "kind": "impression", "record": "Looks afraid", "shows": ["afraid"]}
    seen = small_set([asked("q")], [indicator("afraid", "coercion", "weak")], stages={"seen": [look]})
    found = rows(seen)

    assert relevant("Observed only", found) == "${sr__observed_only} = 1"
    names = [row["name"] for row in found]
    (turn,) = saying("Turn the screen to yourself", found)
    assert names.index("q") < names.index(turn["name"]) < names.index("look")


def test_a_sentence_of_the_sets_own_about_a_low_result_is_followed_by_what_it_does_not_prove() -> None:
    own = {"none_recorded": {"says": "Nothing here."}, "some_concern": {"says": "Something here."}}
    found = rows(small_set([asked("q")], [], headlines=own))

    assert saying("Nothing here.", found) == saying(PROVES_NOTHING, saying("Nothing here.", found))
    assert saying(PROVES_NOTHING, saying("Something here.", found)) == []


def test_a_score_is_told_with_the_name_of_its_band() -> None:
    bands = [
        {"id": "low", "title": "Low *", "score": 0, "level": "none_recorded"},
        {"id": "high", "title": "High", "score": 2.5, "level": "some_concern"},
    ]
    weighed = {"id": "shown", "states": "x", "dimension": "coercion", "weight": 3}
    found = rows(small_set([asked("q", shows=["shown"])], [weighed], bands=bands, levels={}))

    assert relevant("Score so far, ${sr__score}: High.", found) == "${sr__band} = 'high'"
    assert relevant("Score so far, ${sr__score}: Low *.", found) == "${sr__band} = 'low'"


def test_who_says_not_now_gets_the_steps_of_the_set_and_whoever_goes_on_its_last_card() -> None:
    found = rows(
        small_set([asked("q")], [], agreement="May we?", not_now=["Be safe."], closing_card=["Anything else?"])
    )

    assert relevant("Be safe.", found) == "(${sr__agreement} = 'not_now' or ${sr__agreement} = 'stop')"
    assert relevant("Anything else?", found) == "${sr__agreement} = 'yes'"


def test_the_last_page_says_that_nothing_need_be_sent() -> None:
    found = rows(small_set([asked("q")], []))

    end = next(number for number, row in enumerate(found) if row["name"] == "sr__fields_1")
    assert "You need not send this" in found[end - 2][LABEL]


def test_a_form_has_a_page_for_each_question() -> None:
    (settings,) = rows_of(xlsform([Spoken(small_set([asked("q")], []), ENGLISH)]), "settings")

    assert settings["style"] == "pages"


def test_who_is_at_no_place_on_the_list_can_say_so() -> None:
    place = small_set([asked("q")], [], circumstances=[{"id": "place", "record": "Place"}])
    sheets = xlsform([Spoken(place, ENGLISH, {"hk": "Hong Kong"})])

    named = [(row["name"], row[LABEL]) for row in rows_of(sheets, "choices")]
    assert named[:2] == [("hk", "Hong Kong"), ("other", "Another place")]


def test_two_at_most_are_named_for_a_need_with_what_to_ask_and_a_sign_of_doubt() -> None:
    own = small_set([asked("q", raises=["danger"])], [], flags=[DANGER])
    directory = np_directory({}, {"page_date": "2012"}, {})
    few = np_directory({"serves": {"gender": ["woman"]}})

    (row,) = saying("House 0", rows(own, directory))
    assert row[LABEL].split("\n- ")[1:] == [
        "[01-4444440](tel:+97714444440), House 0",
        "[01-4444441](tel:+97714444441) [not sure], House 1",
    ]
    (row,) = saying("House 0", rows(own, few))
    assert row[LABEL].split("\n- ")[1:] == ["[01-4444440](tel:+97714444440), House 0, ask first"]


def test_who_tells_the_police_is_named_only_to_whom_that_may_be_told() -> None:
    wish = [{"id": "police", "record": "Police"}]
    own = small_set([asked("q", raises=["danger"])], [], flags=[DANGER], circumstances=[*AGE, *wish])
    found = saying("House 0", rows(own, np_directory({"informs_police": "yes"})))
    shown = " ".join(row["relevant"] for row in found)

    assert "(${age} = 'adult' and ${police} = 'yes')" in shown
    assert "(${age} = 'child' and ${police} = 'yes')" in shown
    # Whoever may be a child is told of them unless they said no, as on the first page of a result.
    for age in ("child", "unsure", "declined"):
        assert f"(${{age}} = '{age}' and not(" in shown
        assert f"(${{age}} = '{age}' and ${{police}} = 'no')" not in shown
    assert "(${age} = 'adult' and ${police} = 'no')" not in shown
    assert "(${age} = 'adult' and not(" not in shown


@pytest.mark.parametrize("whole", [True, False])
def test_the_first_page_says_where_words_are_not_translated(whole: bool) -> None:
    written = small_set([asked("q")], [])
    wording = Wording(language="en", written=written, as_written=frozenset() if whole else frozenset({"q.ask"}))

    assert bool(saying("not translated yet", rows(replace(written, wording=wording)))) is not whole


def test_a_number_that_nobody_has_seen_anywhere_is_not_named() -> None:
    number = {"kind": "telephone", "number": "+977 1 4444449", "evidence": "unverified"}
    own = small_set([asked("q", raises=["danger"])], [], flags=[DANGER])

    assert saying("House", rows(own, np_directory({"contacts": [number]}))) == []
