"""The rules on what a set holds, at the edges that their examples do not show."""

from pathlib import Path
from typing import Any

import pytest

from screening.interview.machine import Interview
from screening.language.catalog import ENGLISH, untranslated
from screening.lint import (
    brief_too_wide,
    glossary_term,
    missing_brief,
    missing_listen,
    missing_priority,
    missing_source,
    missing_why,
    need_not_offered,
    question_without_effect,
    second_line,
    set_findings,
    too_long,
    too_many_answers,
    too_many_questions,
    translation,
)
from screening.lint.kept_in_translation import differences
from screening.reading.glossary import read_glossary
from screening.sets.texts import texts
from screening.terminal.frame import lay_out
from screening.terminal.view_state import first_view_state
from tests.lint.wise import DIRECTORY, read, wise
from tests.support.building import asked
from tests.support.problems import said
from tests.terminal.talking import conversation, way_to

Data = dict[str, Any]


def questions(data: Data) -> list[Data]:
    """The questions of the section that is asked."""
    listed: list[Data] = data["sections/main.yaml"]["questions"]
    return listed


def found(rule: Any, folder: Path, data: Data) -> list[str]:
    """What a rule says of a set."""
    files, _ = read(folder, data)
    assert files.problems == ()
    return [said(finding.message) for finding in rule.check(files)]


# --- questions -------------------------------------------------------------------------------------------------------


def more(number: int, **keys: Any) -> list[Data]:
    """So many more questions."""
    return [{"id": f"more-{i}", "ask": "And?", "record": "M", **keys} for i in range(number)]


@pytest.mark.parametrize(("number", "says"), [(26, []), (27, ["an adult may be asked 31 questions; the limit is 30"])])
def test_thirty_questions_are_the_most(number: int, says: list[str], tmp_path: Path) -> None:
    data = wise()
    questions(data).extend(more(number))

    assert found(too_many_questions, tmp_path, data) == says


@pytest.mark.parametrize(
    ("keys", "counts"),
    [
        ({"when": {"circumstance": "age", "is": ["child", "unsure"]}}, False),
        ({"when": {"flag": "child"}}, False),
        ({"when": {"any": [{"flag": "child"}, {"question": "papers", "is": ["kept"]}]}}, True),
        ({"when": {"circumstance": "under_18_when_it_began", "is": ["yes"]}}, True),
        ({"kind": "known"}, False),
    ],
    ids=["of a child", "at the flag of a child", "of a child or at an answer", "begun in childhood", "filled in"],
)
def test_only_what_an_adult_may_be_asked_counts(keys: Data, counts: bool, tmp_path: Path) -> None:
    data = wise()
    questions(data).extend(more(27, **keys))

    assert bool(found(too_many_questions, tmp_path, data)) is counts


@pytest.mark.parametrize(
    ("stage", "counts"), [("questions", True), ("closing", True), ("urgent", False), ("safety", False), ("seen", False)]
)
def test_safety_and_what_is_seen_do_not_count(stage: str, counts: bool, tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"]["sections"].append({"id": "rest", "stage": stage})
    data["sections/rest.yaml"] = {"id": "rest", "questions": more(27, **{"kind": "seen"} if stage == "seen" else {})}

    assert bool(found(too_many_questions, tmp_path, data)) is counts


@pytest.mark.parametrize(
    ("options", "says"), [(16, []), (17, ["'papers' and its answers take 20 rows, and 19 fit a small screen"])]
)
def test_a_question_and_its_answers_fit_nineteen_rows(options: int, says: list[str], tmp_path: Path) -> None:
    data = wise()
    questions(data)[0]["options"] += [{"id": f"o{i}", "label": "O"} for i in range(options - 2)]

    assert found(too_long, tmp_path, data) == says


def test_rows_are_counted_as_they_are_wrapped(tmp_path: Path) -> None:
    data = wise()
    questions(data)[0] |= {"say_first": "word " * 190, "listen": "word " * 190}

    # 190 words of five cells, fifteen in a row of 78, and in the first one two less.
    assert found(too_long, tmp_path, data) == []
    questions(data)[0]["ask"] = "word " * 29
    assert found(too_long, tmp_path, data) == []
    questions(data)[0]["ask"] = "word " * 30
    assert found(too_long, tmp_path, data) == ["'papers' and its answers take 20 rows, and 19 fit a small screen"]


@pytest.mark.parametrize(
    ("keys", "fits"),
    [
        ({}, True),
        ({"ask_next": "word " * 28}, True),
        ({"ask_next": "word " * 29}, False),
        # What can always be answered shares a row where that has room.
        ({"ask_next": "word " * 28, "declined": "word " * 11}, True),
        ({"ask_next": "word " * 28, "declined": "word " * 12}, False),
        ({"ask_next": "And then?", "declined": "word " * 14}, True),
        ({"ask_next": "And then?", "declined": "word " * 15}, False),
        ({"ask_self": "How?", "ask_next": "And then?"}, True),
        ({"ask_self": "How?", "ask_next": "word " * 28}, False),
        ({"choose": "several", "ask_next": "And then?"}, True),
        ({"choose": "several", "ask_next": "And then?", "record": "word " * 13}, False),
    ],
    ids=[
        *(
            "just",
            "then",
            "long-then",
            "beside",
            "too-long-for-beside",
            "declined",
            "long-declined",
            "handed-over",
            "handed-over-then",
        ),
        *("several", "several-of-a-long-one"),
    ],
)
def test_rows_are_counted_as_the_screen_has_them(keys: Data, fits: bool, tmp_path: Path) -> None:
    data = wise()
    options = [{"id": f"o{number}", "label": "O"} for number in range(9)]
    said_first = "word " * 70  # five rows
    questions(data).append(asked("long", say_first=said_first, options=options, **keys))
    files, _ = read(tmp_path, data)
    interview = Interview(files.set)
    screen = conversation(*way_to("long", interview=interview), interview=interview).screen()
    frame = lay_out(screen, first_view_state(screen), 80, 24, ENGLISH)
    rows = len(frame.choices.rows)

    assert ((frame.pages, frame.choices_height) == (1, rows)) is fits
    assert (list(too_long.check(files)) == []) is fits


@pytest.mark.parametrize(
    ("number", "says"),
    [(9, []), (10, ["'tonight' has 10 answers, and the most that have a key of their own are 9"])],
)
def test_nine_answers_are_the_most(number: int, says: list[str], tmp_path: Path) -> None:
    data = wise()
    options = [{"id": f"o{each}", "label": "O"} for each in range(number)]
    questions(data)[2] |= {"options": options, "raises": []}

    assert found(too_many_answers, tmp_path, data) == says


def test_the_marks_of_a_rating_may_be_more(tmp_path: Path) -> None:
    data = wise()
    questions(data).append({"id": "rated", "ask": "And?", "record": "R", "rate": {f"m{i}": i for i in range(11)}})

    assert found(too_many_answers, tmp_path, data) == []


# --- second lines, and the first page --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({"ask_next": "And?"}, []),
        ({"ask_next": "And?", "ask_self": "S?", "ask_next_self": "And S?"}, []),
        ({"declined": "D", "declined_self": "Mine", "ask_self": "S?"}, []),
        ({"ask_self": "S, and then?", "ask_next": "And?", "declined": "D"}, []),
        ({"ask_next_self": "And?"}, ["'after' has 'ask_next_self', and not 'ask_self'"]),
        ({"declined_self": "D"}, ["'after' has 'declined_self', and not 'declined'"]),
    ],
)
def test_what_is_said_second_has_its_first(keys: Data, says: list[str], tmp_path: Path) -> None:
    data = wise()
    questions(data)[3] |= keys

    assert found(second_line, tmp_path, data) == says


@pytest.mark.parametrize(
    ("brief", "says"),
    [
        ("x" * 24, []),
        ("\u8b49\u4ef6" * 6, []),
        ("\u8b49\u4ef6" * 6 + "x", ["the brief of 'held' takes 25 columns; the limit is 24"]),
    ],
)
def test_a_brief_is_measured_in_columns(brief: str, says: list[str], tmp_path: Path) -> None:
    data = wise()
    data["indicators.yaml"][0]["brief"] = brief

    assert found(brief_too_wide, tmp_path, data) == says


def test_of_a_translation_only_briefs_are_measured(tmp_path: Path) -> None:
    data = wise() | {"locale/de.po": {"indicator.held.states": {"msgid": "Is held", "msgstr": "x" * 40}}}

    assert found(brief_too_wide, tmp_path, data) == []


def test_once_one_indicator_has_a_brief_each_of_the_others_needs_one(tmp_path: Path) -> None:
    data = wise()
    assert found(missing_brief, tmp_path, data) == []
    data["indicators.yaml"][1]["brief"] = "Afraid"

    assert found(missing_brief, tmp_path, data) == ["'held' has no brief, and others have one"]


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        ({}, []),
        ({"tonight": "T", "priority": 1}, []),
        ({"never": "N", "priority": 1}, []),
        ({"tonight": "T", "never": "N"}, ["'going_back' has 'tonight' and no priority, and others have one"]),
        ({"never": "N"}, ["'going_back' has 'never' and no priority, and others have one"]),
        ({"priority": 3}, ["'going_back' has a priority, and nothing that it is for"]),
    ],
)
def test_where_acts_have_their_order_each_has_its_place_in_it(keys: Data, says: list[str], tmp_path: Path) -> None:
    data = wise()
    data["guidance.yaml"][0] |= {"tonight": "T", "priority": 9}
    data["set.yaml"]["flags"][0] |= keys

    assert found(missing_priority, tmp_path, data) == says


def test_a_question_that_nothing_comes_of_is_told(tmp_path: Path) -> None:
    data = wise()
    questions(data).extend(more(1))

    assert found(question_without_effect, tmp_path, data) == ["no answer to 'more-0' has any effect"]


def test_a_gate_is_something_that_comes_of_a_question(tmp_path: Path) -> None:
    data = wise()
    questions(data).extend(more(2))
    questions(data)[-1] |= {"when": {"question": "more-0", "is": ["yes"]}, "shows": ["held"]}

    assert found(question_without_effect, tmp_path, data) == []


def test_a_gate_of_a_section_is_something_that_comes_of_a_question(tmp_path: Path) -> None:
    data = wise()
    questions(data).extend(more(1))
    data["set.yaml"]["sections"].append({"id": "rest", "stage": "closing"})
    rest = {"id": "last", "ask": "A?", "record": "R", "shows": ["held"]}
    data["sections/rest.yaml"] = {"id": "rest", "when": {"question": "more-0", "is": ["yes"]}, "questions": [rest]}

    assert found(question_without_effect, tmp_path, data) == []


def test_in_a_set_that_does_not_assess_a_question_may_only_be_asked(tmp_path: Path) -> None:
    data = wise()
    questions(data).extend(more(1))
    data["set.yaml"]["levels"] = {}

    assert found(question_without_effect, tmp_path, data) == []


@pytest.mark.parametrize(("rule", "key"), [(missing_why, "why"), (missing_listen, "listen")])
@pytest.mark.parametrize(("kind", "number"), [("asked", 1), ("known", 0)])
def test_only_what_is_asked_has_to_be_explained(rule: Any, key: str, kind: str, number: int, tmp_path: Path) -> None:
    data = wise()
    del questions(data)[0][key]
    questions(data)[0]["kind"] = kind

    assert len(found(rule, tmp_path, data)) == number


# --- indicators ------------------------------------------------------------------------------------------------------


def test_a_source_and_that_of_the_strength_are_two_things(tmp_path: Path) -> None:
    data = wise()
    del data["indicators.yaml"][0]["source"], data["indicators.yaml"][0]["strength_source"]

    assert found(missing_source, tmp_path, data) == [
        "the indicator 'held' does not say where it comes from",
        "the indicator 'held' does not say where its strength comes from",
    ]


def test_a_weight_alone_needs_no_source_for_a_strength(tmp_path: Path) -> None:
    data = wise()
    data["indicators.yaml"][0] |= {"weight": 2}
    del data["indicators.yaml"][0]["strength"], data["indicators.yaml"][0]["strength_source"]

    assert found(missing_source, tmp_path, data) == []


# --- needs -----------------------------------------------------------------------------------------------------------


def unmet(folder: Path, data: Data) -> list[str]:
    """What the rule on needs says of a set with its directory."""
    files, directory = read(folder, data)
    assert (list(files.problems), list(directory.problems)) == ([], [])
    return [said(finding.message) for finding in need_not_offered.check(files, [directory])]


def test_a_need_is_told_with_the_pathway_and_the_place(tmp_path: Path) -> None:
    data = wise()
    data["guidance.yaml"][0]["needs"] = ["shelter", "medical"]

    assert unmet(tmp_path, data) == [
        "nobody who can be reached in 'xx' offers 'medical', which the pathway 'help' needs"
    ]


def test_a_need_of_a_flag_is_told_too(tmp_path: Path) -> None:
    data = wise()
    data["set.yaml"]["flags"][0]["needs"] = ["crisis-line"]

    assert unmet(tmp_path, data) == [
        "nobody who can be reached in 'xx' offers 'crisis-line', which the flag 'going_back' needs"
    ]


def test_a_service_without_a_contact_meets_no_need(tmp_path: Path) -> None:
    data = wise()
    data[DIRECTORY]["services"][0] |= {"contacts": [], "notes": ["Closed"]}

    assert unmet(tmp_path, data) == [
        "nobody who can be reached in 'xx' offers 'shelter', which the pathway 'help' needs"
    ]


def test_every_place_has_to_meet_it(tmp_path: Path) -> None:
    data = wise()
    files, directory = read(tmp_path / "one", data)
    data[DIRECTORY] |= {"place": "yy"}
    data[DIRECTORY]["services"][0]["offers"] = ["medical"]
    _, other = read(tmp_path / "two", data)

    findings = list(need_not_offered.check(files, [directory, other]))

    assert [said(finding.message).split()[6] for finding in findings] == ["'yy'"]
    assert findings[0].file.endswith("guidance.yaml")


def test_without_directories_nobody_asks_what_is_offered(tmp_path: Path) -> None:
    data = wise()
    data["guidance.yaml"][0]["needs"] = ["medical"]
    files, _ = read(tmp_path, data)

    assert list(set_findings(files)) == []


# --- translations ----------------------------------------------------------------------------------------------------


def in_translation(folder: Path, changed: dict[str, Any]) -> list[str]:
    """What is said of a translation that has an entry for every text, save for these."""
    return found(translation, folder, {**wise(), "locale/de.po": changed})


def test_a_translation_with_an_entry_for_everything_passes_also_where_it_is_empty(tmp_path: Path) -> None:
    assert in_translation(tmp_path, {}) == []


def test_other_english_than_todays_is_told(tmp_path: Path) -> None:
    assert in_translation(tmp_path, {"flag.going_back.title": "Went back"}) == [
        "'flag.going_back.title' translates a text that has changed"
    ]


def test_a_text_that_the_set_does_not_have_is_told(tmp_path: Path) -> None:
    assert in_translation(tmp_path, {"question.paper.ask": "Paper?"}) == ["the set has no text 'question.paper.ask'"]


def test_a_text_without_an_entry_passes_where_nothing_is_promised(tmp_path: Path) -> None:
    assert in_translation(tmp_path, {"set.title": None}) == []


def promised(folder: Path, changed: dict[str, Any]) -> list[str]:
    """What is said of a translation of which all is promised, and all is there, save for these."""
    data = wise()
    files, _ = read(folder / "before", data)
    data["set.yaml"]["languages"] = ["de"]
    whole = {name: {"msgid": text, "msgstr": text} for name, text in texts(files.set).items()}
    return found(translation, folder / "now", {**data, "locale/de.po": {**whole, **changed}})


def test_what_is_promised_and_there_passes_also_where_it_is_fuzzy(tmp_path: Path) -> None:
    fuzzy = {"set.title": {"msgid": "A sound set", "msgstr": "Ein Satz", "flags": ["fuzzy"]}}

    assert promised(tmp_path, fuzzy) == []


def test_of_what_is_promised_missing_texts_are_counted_and_the_first_are_named(tmp_path: Path) -> None:
    gone = {f"question.papers.{key}": None for key in ("ask", "listen", "why", "record")}

    assert promised(tmp_path, {**gone}) == [
        "'de' is promised, and 4 texts are not translated: question.papers.ask, question.papers.listen, "
        "question.papers.why, ..."
    ]


def test_of_what_is_promised_one_that_is_empty_is_missing(tmp_path: Path) -> None:
    empty = {"msgid": "A sound set", "msgstr": ""}

    assert promised(tmp_path, {"set.title": empty}) == ["'de' is promised, and 1 text is not translated: set.title"]


def test_a_translation_of_an_earlier_text_is_told_while_the_file_keeps_that(tmp_path: Path) -> None:
    entry = {"msgid": "A sound set", "msgstr": "Satz", "previous_msgid": "A set", "flags": ["fuzzy"]}

    assert in_translation(tmp_path / "stale", {"set.title": entry}) == [
        "'set.title' translates a text that has changed"
    ]
    assert in_translation(tmp_path / "empty", {"set.title": {**entry, "msgstr": ""}}) == []
    assert in_translation(tmp_path / "reviewed", {"set.title": {**entry, "flags": []}}) == []


@pytest.mark.parametrize(
    ("english", "text", "says"),
    [
        ("Call: {call}.", "致電 {call}。", []),
        ("Call: {call}.", "致電。", ["{call}"]),
        ("Call now", "{call}", ["{call}"]),
        ("Under 18, for 24 hours", "二十四小時 18歲以下", ["24"]),
        ("Under 18, for 24 hours", "２４小時 18歲以下", []),
        ("1,000 a month", "1.000 sebulan", []),
        ("Two days", "2 hari", ["2"]),
        ("Since 8 September 2025", "由 2025 年 9 月 8 日起", []),
        ("Since 8 September 2025", "由 2025 年九月 8 日起", []),
        ("Since 8 September 2025", "sejak 8 September 2025", []),
        ("Since 8 September 2025", "由 2025 年 10 月 8 日起", ["10"]),
        ("Since 8 September 2025", "由 9 月 8 日起", ["2025"]),
        ("In September 2024 and October 2025", "tháng 9 năm 2024, tháng 10 năm 2025", []),
        ("In September 2024", "2024 年 9 月 9 日", ["9"]),
        ("May be given again", "可以給 5 次", ["5"]),
        ("Skip it with s, e.g. now", "按s跳過", []),
        ("Skip it with s.", "lewati", ["s"]),
        ("Press Enter", "กด Enter", []),
        ("Press Enter", "tekan Masuk", ["Enter"]),
        ("It was hers", "y tế", []),
        ("24 h", "24 jam", []),
        ("24\u00a0h, then s to skip", "24 ชม., s", []),
        ("24 h, then s to skip", "24 oras", ["s"]),
        ("Type h", "ketik", ["h"]),
    ],
)
def test_names_in_braces_numbers_and_keys_are_the_same_on_both_sides(english: str, text: str, says: list[str]) -> None:
    assert [untranslated(message).rpartition(": ")[2] for message, _ in differences(english, text)] == says


def test_a_broken_translation_is_told_once(tmp_path: Path) -> None:
    files, _ = read(tmp_path, {**wise(), "locale/de.po": {}})
    (tmp_path / "set" / "locale" / "de.po").write_text('msgctxt "set.title"\nmsgid "A" "B"\n')

    (finding,) = translation.check(files)

    assert (finding.line, said(finding.message)) == (2, "this is not a PO file, or is broken here")


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ('msgctxt "set.title"\nmsgid "A sound set"\nmsgstr ""\n', "'set.title' appears here a second time"),
        ('msgid "A sound set"\nmsgstr ""\n', "this entry has no msgctxt"),
    ],
)
def test_an_entry_stands_once_and_under_its_id(entry: str, says: str, tmp_path: Path) -> None:
    files, _ = read(tmp_path, {**wise(), "locale/de.po": {}})
    path = tmp_path / "set" / "locale" / "de.po"
    text = path.read_text().rstrip("\n") + "\n\n"
    path.write_text(text + entry)

    (finding,) = translation.check(files)

    assert (finding.line, said(finding.message)) == (text.count("\n") + 1, says)


# --- terms in translations -------------------------------------------------------------------------------------------


def called_otherwise(folder: Path, english: str, text: str, locale: str = "zh-Hant") -> list[str]:
    """What is said of one translated text."""
    entry = {"set.title": {"msgid": english, "msgstr": text}}
    return found(glossary_term, folder, {**wise(), f"locale/{locale}.po": entry})


DEBT = "'debt bondage' in 'set.title' is called 債役 in the glossary"


@pytest.mark.parametrize("locale", ["zh-Hant", "zh_Hant", "zh_Hant_HK", "zh_HK"])
def test_a_term_that_is_translated_otherwise_is_told(locale: str, tmp_path: Path) -> None:
    assert called_otherwise(tmp_path, "Debt bondage", "欠債", locale) == [DEBT]


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("zh_Hans", "债务奴役"),
        ("zh_CN", "债务奴役"),
        ("id", "jeratan utang"),
        ("in_ID", "jeratan utang"),
        ("fil", "pagkakatali sa utang"),
        ("tl_PH", "pagkakatali sa utang"),
        ("th", "แรงงานขัดหนี้"),
        ("vi_VN", "bị nợ trói buộc"),
    ],
)
def test_each_language_of_the_glossary_has_a_name_of_its_own(locale: str, name: str, tmp_path: Path) -> None:
    assert called_otherwise(tmp_path, "Debt bondage", "-", locale) == [DEBT.replace("債役", name)]


@pytest.mark.parametrize("locale", ["de", "zh_TW", "zh", "en_GB"])
def test_a_language_that_the_glossary_does_not_have_is_not_looked_at(locale: str, tmp_path: Path) -> None:
    assert called_otherwise(tmp_path, "Debt bondage", "Bonds of debt", locale) == []


@pytest.mark.parametrize(
    ("english", "text"),
    [
        ("Debt bondage", "債役"),
        ("Debt bondage", "這是債務束縛。"),
        ("Debt bondage", ""),
        ("The Palermo Protocol", "巴勒莫議定書"),
        ("A potential victim", "潛在受害人"),
        ("A receipt for the transfer", "轉賬單據"),
        ("A debt", "欠債"),
        ("Victimless", "無"),
    ],
    ids=[
        "the first name",
        "another name",
        "not translated yet",
        "without its marks",
        "a longer term",
        "everyday words",
        "a part of a term",
        "a part of a word",
    ],
)
def test_what_is_called_as_in_the_glossary_or_is_no_term_passes(english: str, text: str, tmp_path: Path) -> None:
    assert called_otherwise(tmp_path, english, text) == []


def test_the_longest_term_is_the_one_that_counts(tmp_path: Path) -> None:
    assert called_otherwise(tmp_path, "Potential victims", "受害人") == [
        "'potential victim' in 'set.title' is called 潛在受害人 in the glossary"
    ]


def test_each_term_of_a_text_is_told_by_itself(tmp_path: Path) -> None:
    said = called_otherwise(tmp_path, "Victims of debt bondage and other victims", "無")

    assert said == [DEBT, "'victim' in 'set.title' is called 受害人 in the glossary"]


def test_a_fuzzy_entry_is_looked_at_at_its_line_and_what_is_unreviewed_says_so(tmp_path: Path) -> None:
    files, _ = read(tmp_path, {**wise(), "locale/zh-Hant.po": {}})
    path = tmp_path / "set" / "locale" / "zh-Hant.po"
    path.write_text(
        f'{path.read_text()}\n\n#, fuzzy\nmsgctxt "a"\nmsgid "isolation, fraud"\nmsgstr "無"\n', encoding="utf-8"
    )

    isolation, fraud = glossary_term.check(files)

    assert path.read_text().splitlines()[isolation.line - 1] == 'msgctxt "a"'
    assert said(isolation.hint).startswith("Write it, or 孤立. No native speaker has reviewed it")
    assert said(fraud.hint) == "Write it."


def test_a_glossary_with_problems_says_nothing_of_translations(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "broken.yaml").write_text("title: T\nterms: none\n")
    monkeypatch.setattr(glossary_term, "built_in_glossary", lambda: read_glossary([tmp_path / "broken.yaml"]))

    assert called_otherwise(tmp_path, "Debt bondage", "欠債") == []
