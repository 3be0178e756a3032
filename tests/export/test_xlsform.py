"""A set as an XLSForm: what stands in it, and what never does."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest

from screening.export.xlsform import xlsform
from screening.export.xlsform_rows import Spoken, plainly
from screening.export.xlsform_sheets import Sheets
from screening.language.catalog import ENGLISH
from screening.reading.catalogs import catalog_of
from screening.reading.directories import read_directory
from screening.reading.set_catalog import set_ids
from screening.reading.sets import find_files, find_set
from screening.referral.emergency import with_emergency
from screening.referral.in_language import english_first
from screening.sets.column_map import OWN
from screening.sets.items import recordable
from screening.writing.workbooks import workbook
from tests.support.building import asked, build_directory, hong_kong, indicator, small_set
from tests.support.odk import PLACES, in_english, needs_java, xform
from tests.support.thorough import THOROUGH, one_in

EXAMPLES = sorted(str(path) for path in (Path(__file__).parents[1] / "sets" / "examples").iterdir())
HOSTILE = [
    '=HYPERLINK("http://x","y")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "${age} and ${nothing}",
    "<script>alert(1)</script> <b>bold</b> &amp; ]]>",
    "*a* _b_ # c [d](http://e) `f` \\",
    "it's \"quoted\" 'twice'",
    "\u05d0\u05d1 \u0627\u0644 \u200f 中文 ไทย",
    "long " * 190,
]


def rows_of(sheets: Sheets, sheet: str = "survey") -> list[dict[str, str]]:
    """The rows of a sheet by the names of its columns."""
    head, *rows = sheets[sheet]
    return [dict(zip(head, row, strict=True)) for row in rows]


@cache
def english(name: str) -> Sheets:
    """The form of a set in English."""
    return xlsform([Spoken(find_set(name).written, ENGLISH, PLACES)])


def hostile_set() -> Sheets:
    """The form of a set whose every text is meant to do harm, with a list of 200 answers."""
    options = [{"id": f"o-{number}", "label": HOSTILE[number % len(HOSTILE)][:300]} for number in range(200)]
    texts = [text[:300] for text in HOSTILE]
    questions = [
        {
            **asked(f"q-{number}", shows=["shown"], raises=["danger"]),
            "ask": text,
            "record": text,
            "listen": text,
            "why": text,
            "say_first": text,
        }
        for number, text in enumerate(texts)
    ]
    # Ids that are words of XForms, of XPath, or of ours.
    names = ("meta", "data", "instance", "and", "div", "not", "result", "level", "note", "id-of-it")
    questions += [asked(name, shows=["shown"]) for name in names]
    questions.append({**asked("many"), "choose": "several", "options": options})
    hostile = small_set(
        questions,
        [{**indicator("shown", "coercion"), "states": texts[0]}],
        flags=[{"id": "danger", "title": texts[2], "do": texts, "needs": ["shelter"]}],
        guidance=[{"id": "help", "title": texts[3], "do": texts}],
        agreement=HOSTILE[0],
        agreement_if_kept=HOSTILE[3],
        card=texts,
        closing_card=texts,
    )
    return xlsform([Spoken(hostile, ENGLISH, PLACES)])


@pytest.mark.parametrize("name", [*set_ids(), *EXAMPLES])
def test_whatever_is_asked_is_called_by_its_id_and_all_else_has_a_name_that_no_id_has(name: str) -> None:
    known = recordable(find_set(name))

    for row in rows_of(english(name)):
        if row["type"].startswith("select_"):
            assert row["name"].casefold() in known or row["name"].startswith((f"{OWN}agreement", f"{OWN}back"))
        elif row["type"] in {"note", "calculate"}:
            assert row["name"].startswith(OWN)


@pytest.mark.parametrize("name", [*set_ids(), *EXAMPLES])
def test_every_question_is_asked(name: str) -> None:
    names = [row["name"] for row in rows_of(english(name))]

    assert [question.id for _, _, question in find_set(name).questions() if question.id not in names] == []


@pytest.mark.parametrize("name", [*set_ids(), *EXAMPLES])
def test_nothing_can_be_written_and_nothing_is_noted_of_time_place_or_device(name: str) -> None:
    kinds = {row["type"].split(" ")[0] for row in rows_of(english(name))}

    assert kinds <= {"note", "calculate", "select_one", "select_multiple", "begin_group", "end_group"}
    settings = rows_of(english(name), "settings")[0]
    assert set(settings) == {"form_title", "form_id", "version", "style", "name", "default_language"}


def test_the_first_page_says_what_a_server_keeps() -> None:
    first = rows_of(english("palermo"))[0]

    assert first["type"] == "note"
    assert "servers keep what is sent" in first["label::English (en)"]
    assert "leave the form without saving" in first["label::English (en)"]


@cache
def in_all_languages(name: str) -> tuple[Sequence[Spoken], Sheets]:
    """The form of a set in all its languages."""
    files = find_files(name, vignettes=False)
    tags = [files.set.about.language, *files.set.about.languages]
    spoken = [Spoken(files.set_in(tag), catalog_of(tag), PLACES) for tag in tags]
    return spoken, xlsform(spoken)


def test_every_text_has_a_column_for_every_language_and_says_something_in_each() -> None:
    spoken, sheets = in_all_languages("first-contact")
    columns = sheets["survey"][0]

    for kind in ("label", "hint", "guidance_hint", "constraint_message"):
        assert sum(column.startswith(f"{kind}::") for column in columns) == len(spoken)
    for row in rows_of(sheets):
        said = [bool(text) for column, text in row.items() if column.startswith("label::")]
        assert len(set(said)) == 1
    for row in rows_of(sheets, "choices"):
        assert all(row.values())


def test_what_nobody_reviewed_is_said_once_for_each_language_on_the_first_page() -> None:
    spoken, sheets = in_all_languages("first-contact")
    labels = [column for column in sheets["survey"][0] if column.startswith("label::")]

    for each, column in zip(spoken, labels, strict=True):
        marked = [row["name"] for row in rows_of(sheets) if "~" in row[column]]
        assert marked == (["sr__note_1"] if each.language != "en" else [])


def test_the_same_set_makes_the_same_bytes_twice() -> None:
    assert in_english(find_set("first-contact")) == in_english(find_set("first-contact"))


def test_no_answer_stands_beside_one_that_stands_alone() -> None:
    listed = {
        **asked("q"),
        "choose": "several",
        "options": [{"id": "a", "label": "A"}, {"id": "none", "label": "None", "alone": True}],
    }
    sheets = xlsform([Spoken(small_set([listed], []), ENGLISH)])

    (row,) = (row for row in rows_of(sheets) if row["name"] == "q")
    assert "not((selected(., 'none') and count-selected(.) > 1))" in row["constraint"]
    assert "not((selected(., 'unclear') and selected(., 'declined')))" in row["constraint"]
    assert row["constraint_message::English (en)"]


def test_a_card_is_shown_right_behind_the_question_that_raises_it() -> None:
    flag = {"id": "danger", "title": "Danger", "do": ["Go."]}
    sheets = xlsform([Spoken(small_set([asked("q", raises=["danger"])], [], flags=[flag]), ENGLISH)])

    rows = rows_of(sheets)
    behind = rows[[row["name"] for row in rows].index("q") + 1]
    assert (behind["type"], behind["relevant"]) == ("note", "${q} = 'yes'")
    assert "Go." in behind["label::English (en)"]


def test_a_form_for_one_place_has_its_numbers_and_does_not_ask_for_it() -> None:
    sheets = xlsform([Spoken(find_set("palermo").written, ENGLISH, PLACES, hong_kong())])
    rows = rows_of(sheets)

    (place,) = (row for row in rows if row["name"] == "place")
    assert (place["type"], place["calculation"]) == ("calculate", "'hk'")
    known = {contact.number for service in hong_kong().services for contact in service.contacts}
    said = "\n".join(row["label::English (en)"] for row in rows)
    assert sum(number.removeprefix("+852 ").replace(" ", "\u00a0") in said for number in known) > 5
    assert "made for no place" not in said


def test_an_agencys_own_place_has_its_numbers() -> None:
    # As it is read: its numbers are those of films, with which no directory is used.
    file = read_directory(Path(__file__).parents[1] / "referral" / "examples" / "np.yaml").file
    own = with_emergency(english_first(file.value))
    rows = rows_of(xlsform([Spoken(find_set("first-contact").written, ENGLISH, {}, own)]))

    said = "\n".join(row["label::English (en)"] for row in rows)
    assert own.emergency.number in said


def test_a_form_for_no_place_names_no_number() -> None:
    said = "\n".join(row["label::English (en)"] for row in rows_of(english("palermo")))

    assert "Call the numbers on your list" in said


def test_who_takes_only_women_is_named_to_no_man() -> None:
    service = {
        "id": "house",
        "names": {"en": "The house"},
        "offers": ["shelter"],
        "serves": {"gender": ["woman"]},
        "informs_police": "no",
        "contacts": [{"kind": "telephone", "number": "+977 1 4444444", "evidence": "official"}],
        "source": "https://example.org",
        "page_date": "2026-01",
    }
    emergency = {
        "names": {"en": "Police"},
        "number": "100",
        "evidence": "official",
        "source": "x",
        "page_date": "2026-01",
    }
    directory = build_directory(
        {
            "place": "np",
            "names": {"en": "Nepal"},
            "as_of": "2026-11-01",
            "time_zone": "Asia/Kathmandu",
            "emergency": emergency,
            "services": [service],
        }
    )
    flag = {"id": "danger", "title": "Danger", "do": ["Go."], "needs": ["shelter"]}
    wording = [{"id": "gender", "record": "Gender"}]
    own = small_set([asked("q", raises=["danger"])], [], flags=[flag], circumstances=wording)
    rows = rows_of(xlsform([Spoken(own, ENGLISH, {}, directory)]))

    named = [row["relevant"] for row in rows if "The house" in row["label::English (en)"]]
    man = "${gender} = 'man'"
    some = "${gender} = 'woman' or ${gender} = 'man' or ${gender} = 'other'"
    assert len(named) == 2
    assert not any(man in relevant.replace(some, "") for relevant in named)


def test_texts_are_shown_as_they_are() -> None:
    assert plainly("${age}") == "$\u2060{age}"
    assert plainly("a < b, <b>") == "a < b, <\u2060b>"
    assert plainly("*a* [b](c)") == "\\*a\\* [b]\u2060(c)"


@pytest.mark.slow
@pytest.mark.parametrize("name", one_in(20, [*EXAMPLES, *set_ids()]))
def test_the_servers_take_the_form_without_a_warning(name: str) -> None:
    needs_java()

    assert "<h:html" in xform(workbook(english(name)), validate=True)


@pytest.mark.slow
def test_a_form_in_all_languages_is_taken_without_a_warning() -> None:
    needs_java()
    _, sheets = in_all_languages("first-contact")

    assert (
        xform(workbook(sheets), validate=True).count("<translation")
        == len(find_set("first-contact").about.languages) + 1
    )


@pytest.mark.slow
def test_a_form_with_the_numbers_of_a_place_is_taken_without_a_warning() -> None:
    if THOROUGH:
        needs_java()

    # By default pyxform alone looks at it; Java looks at others.
    xform(workbook(xlsform([Spoken(find_set("palermo").written, ENGLISH, PLACES, hong_kong())])), validate=THOROUGH)


@pytest.mark.slow
def test_a_hostile_set_is_text_and_nothing_else() -> None:
    needs_java()
    form = xform(workbook(hostile_set()), validate=True)

    assert "<script" not in form
    assert "<b>" not in form
    assert form.count("<output") == 0
