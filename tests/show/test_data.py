"""What other programs are given: whole documents, compared with files that a person can open and read.

Where `UPDATE_GOLDEN` is set, the files are written instead. Look at what changed in them.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from screening.language.catalog import ENGLISH
from screening.language.messages import gettext
from screening.referral.matching import match_services
from screening.result.evaluate import Result, evaluate
from screening.sets.answers import Answer
from screening.sets.model import Extended, IndicatorSet
from screening.sets.record import Record
from screening.show.card import CarryCard, Entry
from screening.show.data import encode
from screening.show.result_data import result_data
from screening.show.services_data import card_data, services_data
from screening.show.set_data import set_data
from tests.support.building import asked, build_set, indicator, small_set
from tests.support.golden import UPDATE
from tests.support.services import TODAY, directory, service

FOLDER = Path(__file__).parent / "golden"
PAGE = {"source": "x", "page_date": "2024"}
PLACE = directory(
    service(
        "home",
        names={"en": "Home", "zh-Hant": "家"},
        about="Ten beds.",
        only=["crew"],
        ask_first=["Is a bed free?"],
        notes=["No pets."],
        informs_police="no",
        referral={"by": ["self", "police"], "how": ["Ring."]},
        contacts=[
            {
                "kind": "telephone",
                "number": "1",
                "evidence": "official",
                "hours": "24/7",
                "dial_from": "inside",
                "note": "Ask for May.",
                "conflict": "another page has 2",
                "confirmed_on": "2026-11-01",
                "spoken": [{"languages": ["en"]}, {"languages": ["tl"], "hours": "Mo-Fr 09:00-17:00"}],
            },
            {"kind": "email", "number": "a@b.hk", "evidence": "article"},
        ],
    ),
    service("agencys", listed_by="Harbour Aid", contacts=[{"kind": "form", "number": "x", "evidence": "official"}]),
    service("men", serves={"gender": ["man"]}, districts=["north"]),
    duties=[{"id": "report", "title": "Report", "text": ["Tell."], "evidence": "official", **PAGE}],
    anywhere=[{"needs": ["legal-advice"], "do": ["Ask a union."]}],
    districts={"north": "North", "south": "South"},
)
SET = small_set(
    [
        asked(
            "held",
            shows=["held"],
            raises=["danger"],
            always=True,
            say_first="This is private.",
            ask_self="Are you held?",
            ask_next="And at night?",
            ask_next_self="And at night, are you?",
            listen="Pauses.",
            why="It counts.",
        ),
        asked(
            "lied",
            declined="A lawyer first",
            declined_self="My lawyer first",
            shows=["lied"],
            when={"question": "held", "is": ["yes"]},
        ),
        asked(
            "worked",
            choose="several",
            options=[
                {
                    "id": "hours",
                    "label": "Long hours",
                    "label_self": "I work long",
                    "shows": ["worked"],
                    "htcds": {"control": ["ExcessiveWorkingHours"]},
                },
                {"id": "none", "label": "None", "alone": True},
            ],
        ),
        asked("paid", shows=["paid"]),
    ],
    [
        indicator(
            "held",
            "coercion",
            brief="Held",
            source={"ref": "ilo", "grade": "B"},
            strength_source={"grade": "project"},
            htcds={"control": ["RestrictsMovement", "WithholdsDocuments"]},
        ),
        indicator("lied", "deception", {"adult": "weak", "child": "medium"}),
        indicator("worked", "forced_work", "medium", weight=2),
        indicator("paid", "forced_work", "medium"),
    ],
    guidance=[
        {"id": "always", "title": "Always", "do": ["Wait."], "do_not": ["Rush."], "needs": ["shelter", "legal-advice"]},
        {"id": "urgent", "title": "Urgent", "do": ["Run."], "when": {"flag": "danger"}},
    ],
    stages={"closing": [asked("tonight", when={"circumstance": "age", "is": ["child", "unsure"]})]},
    flags=[
        {
            "id": "danger",
            "title": "Danger",
            "do": ["Go."],
            "do_not": ["Stay."],
            "tonight": "Leave.",
            "never": "Return.",
            "priority": 1,
            "needs": ["police"],
        }
    ],
    sources={"ilo": {"title": "Indicators", "short": "ILO", "year": "2012"}},
    elements={"means": "How"},
    circumstances=[{"id": "age", "record": "Age"}, {"id": "wants", "record": "Wants"}],
    card=["Sit down."],
    closing_card=["Thank them."],
    not_now=["Another day."],
    agreement="May I?",
    agreement_if_kept="May I write?",
)


def same_as_the_file(name: str, data: Any) -> None:
    """Compare data, as it is printed, with a file; or write the file."""
    path, printed = FOLDER / f"{name}.json", encode(data) + "\n"
    if os.environ.get(UPDATE):
        path.write_text(printed, encoding="utf-8")
    assert json.loads(printed) == json.loads(path.read_text(encoding="utf-8"))
    # The order is for whoever reads it.
    assert printed == path.read_text(encoding="utf-8")


def of(indicator_set: IndicatorSet, **recorded: Answer) -> Result:
    """The result of a record in that place."""
    return evaluate(indicator_set, Record({"place": "xx", **recorded}), {"xx": PLACE}, TODAY)


def test_the_whole_of_a_result() -> None:
    case = of(
        SET,
        held="yes",
        lied="declined",
        worked=("hours",),
        paid="unclear",
        wants="stay",
        gender="woman",
        languages=("tl",),
    )

    same_as_the_file("result", result_data(replace(case, fingerprint="0123456789ab"), ENGLISH))


def test_the_whole_of_a_list_of_services() -> None:
    person: dict[str, Answer] = {"gender": "woman", "languages": ("tl",), "district": "south"}
    offered = match_services(("shelter", "legal-advice"), person, PLACE, TODAY)

    same_as_the_file("services", services_data("yy", PLACE, TODAY, offered, iter(PLACE.duties), ENGLISH))


def test_the_whole_of_a_set() -> None:
    extends = Extended(id="ilo", version="3", extends=Extended(id="base", version="2"))
    gated = tuple(replace(section, when=section.questions[-1].when) for section in SET.sections)
    data = set_data(replace(SET, extends=extends, sections=gated))
    assert len(data["fingerprint"]) == 12

    same_as_the_file("set", {**data, "fingerprint": "0123456789ab"})


def test_the_whole_of_a_card() -> None:
    entries = (
        Entry("Sunday club", "家庭服務", gettext("{kind} 1", kind="WhatsApp"), gettext("daily")),
        Entry("Aunt", None, "2", None),
    )

    assert card_data(CarryCard(gettext("Useful numbers"), entries), ENGLISH) == {
        "language": "en-GB",
        "title": "Useful numbers",
        "entries": [
            {"name": "Sunday club", "second_name": "家庭服務", "number": "WhatsApp 1", "hours": "daily"},
            {"name": "Aunt", "second_name": None, "number": "2", "hours": None},
        ],
    }


@pytest.mark.parametrize("recorded", [{}, {"held": "no", "worked": ("none",)}], ids=["nothing", "little"])
def test_without_a_directory_a_result_names_no_number(recorded: dict[str, Answer]) -> None:
    advice = result_data(evaluate(SET, Record(recorded), {}, TODAY), ENGLISH)["advice"]

    assert (advice["directory"], advice["emergency"], advice["services"]) == (None, None, [])


@pytest.mark.parametrize(
    ("recorded", "possible"),
    [({}, False), ({"held": "no", "lied": "no", "worked": ("none",), "paid": "no"}, False), ({"paid": "yes"}, True)],
    ids=["too-little-known", "none-recorded", "some-concern"],
)
def test_a_status_is_only_given_from_some_concern_on_and_is_never_more_than_possible(
    recorded: dict[str, Answer], possible: bool
) -> None:
    assert result_data(of(SET, age="adult", **recorded), ENGLISH).get("status") == ("possible" if possible else None)


def test_a_set_without_bands_has_no_score_and_one_with_bands_has_both() -> None:
    summed = replace(
        SET,
        about=replace(
            SET.about,
            bands=build_set(
                {
                    "set": {
                        "id": "sums",
                        "version": "1",
                        "title": "Sums",
                        "sections": [{"id": "main", "stage": "questions"}],
                        "bands": [{"id": "low", "title": "Low", "score": 0, "level": "none_recorded"}],
                    },
                    "sections": [{"id": "main", "questions": [asked("one")]}],
                }
            ).about.bands,
        ),
    )

    assert not {"score", "band"} & set(result_data(of(SET), ENGLISH))
    assert result_data(of(summed, worked=("hours",)), ENGLISH).items() >= {("score", 2), ("band", "low")}
