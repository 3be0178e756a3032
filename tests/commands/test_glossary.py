"""What `screening glossary` promises: a term either way round, how well it is known, and help where there is none."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import CliRunner

from screening.cli import app
from screening.commands.glossary import glossary
from screening.reading.catalogs import catalog_of
from screening.reading.glossary import built_in_glossary
from tests.lint.wise import read, wise

GLOSSARY = "title: Work\nterms:\n  - names: {en: [wages], zh-Hant: [工資]}\n"


def run(*arguments: str | Path) -> tuple[int, str, str]:
    """The exit code, what is printed, and what is said of it."""
    result = CliRunner().invoke(app, [*map(str, arguments)])
    return result.exit_code, result.stdout, result.stderr


@pytest.mark.parametrize(
    "words",
    [["debt", "bondage"], ["debt bondage"], ["Debt-Bondage"], ["債務束縛"], ["Penjeratan", "utang"], ["แรงงานขัดหนี้"]],
    ids=str,
)
def test_a_term_is_found_in_any_language_with_all_its_names(words: list[str]) -> None:
    assert run("glossary", *words) == (
        0,
        "  - debt bondage\n"
        "    Chinese, in traditional characters: 債役 / 債務勞役 / 債務束縛\n"
        "    債役, seen: Civic Party on debt bondage (civicparty.hk)\n"
        "    Bahasa Indonesia: jeratan utang / penjeratan utang\n"
        "    Filipino: pagkakatali sa utang / debt bondage\n"
        "    Thai: แรงงานขัดหนี้\n"
        "    Vietnamese: bị nợ trói buộc / lao động gán nợ\n"
        "    Chinese, in simplified characters: 债务奴役 / 债役 / 抵债劳动\n"
        "    all other names: own judgement, not reviewed by a native speaker\n"
        "    The second in Indonesian is the word of the law; the Philippine law says\n"
        "    debt bondage.\n",
        "",
    )


def test_in_a_language_its_names_come_first(capsys: pytest.CaptureFixture[str]) -> None:
    assert glossary(["debt bondage"], catalog_of("fil"), "terminal") == 0

    assert capsys.readouterr().out.splitlines()[1] == "    Filipino: pagkakatali sa utang / debt bondage"


def test_what_was_seen_is_shown_with_the_page_and_the_note() -> None:
    code, out, _ = run("glossary", "賣豬仔")

    assert (code, out.splitlines()) == (
        0,
        [
            "  - sold as a piglet",
            "    Chinese, in traditional characters: 賣豬仔",
            "    seen: Stand News (2016)",
            "    Chinese, in simplified characters: 卖猪仔",
            "    all other names: own judgement, not reviewed by a native speaker",
            "    Lured into forced work.",
        ],
    )


def test_the_whole_glossary_is_listed_by_theme() -> None:
    code, out, _ = run("glossary")

    themes = built_in_glossary().themes
    assert code == 0
    assert [line for line in out.splitlines() if line in {theme.title for theme in themes}] == [
        theme.title for theme in themes
    ]
    assert out.count("\n  - ") == 80
    # Each term says once that some of its names are own judgement: all but one have such names.
    assert out.count("own judgement, not reviewed by a native speaker") == 79
    # Names of a term that are known from the same page stand in one line.
    assert out.count("seen: ") == 75
    assert "no native speaker has reviewed it yet" in out


def test_terms_as_data_say_how_they_are_known() -> None:
    _, out, _ = run("glossary", "Standard Employment Contract", "--format", "json")

    (term,) = json.loads(out)["terms"]
    assert term == {
        "theme": "Work, pay and control",
        "names": {
            "en": ["Standard Employment Contract"],
            "zh-Hant": ["標準僱傭合約"],
            "id": ["kontrak kerja standar"],
            "fil": ["Standard Employment Contract"],
            "zh-Hans": ["标准雇佣合约"],
        },
        "evidence": {
            "zh-Hant": {"標準僱傭合約": "seen"},
            "id": {"kontrak kerja standar": "own_judgement"},
            "fil": {"Standard Employment Contract": "own_judgement"},
            "zh-Hans": {"标准雇佣合约": "own_judgement"},
        },
        "seen": {
            "zh-Hant": {
                "標準僱傭合約": [
                    "Labour Department (eaa.labour.gov.hk 2018-12-19; seen in simplified characters and converted)",
                ]
            }
        },
        "everyday": False,
        "note": None,
    }


def test_the_whole_glossary_as_data_has_every_term_once() -> None:
    terms = json.loads(run("glossary", "--format", "json")[1])["terms"]

    assert len({term["names"]["en"][0] for term in terms}) == len(terms) == 80


@pytest.mark.parametrize(
    ("query", "mend"),
    [
        ("explotation", "Did you mean 'exploitation'?"),
        ("forced labor", "Did you mean 'forced labour'?"),
        ("賣猪仔", "Did you mean '賣豬仔'?"),
        ("販売人", "'screening glossary' lists all terms."),
        ("zzz", "'screening glossary' lists all terms."),
        ("", "'screening glossary' lists all terms."),
    ],
)
def test_what_is_not_there_is_bad_input_and_told_in_a_line(query: str, mend: str) -> None:
    said = f"screening: there is no term {query!r} in the glossary. {mend}\n"

    assert run("glossary", query) == (2, "", said)


def test_an_unknown_format_is_bad_usage() -> None:
    assert run("glossary", "--format", "xml")[0] == 2


def test_its_schema_is_printed() -> None:
    code, out, _ = run("schema", "glossary")

    assert code == 0
    Draft202012Validator.check_schema(json.loads(out))


# --- check -----------------------------------------------------------------------------------------------------------


def test_a_glossary_is_checked_as_a_folder_and_as_a_file(tmp_path: Path) -> None:
    path = tmp_path / "work.yaml"
    path.write_text(GLOSSARY)

    assert run("check", tmp_path)[:2] == run("check", path)[:2] == (0, "1 checked, 0 problems\n")


def test_a_term_in_two_files_of_a_glossary_is_a_problem(tmp_path: Path) -> None:
    for name in ("pay.yaml", "work.yaml"):
        (tmp_path / name).write_text(GLOSSARY)

    code, out, _ = run("check", tmp_path)

    assert code == 1
    assert out == (
        f"{tmp_path}/work.yaml:3:18: there is already a term 'wages', in {tmp_path}/pay.yaml:3. "
        "Merge the two. [duplicate-id]\n2 checked, 1 problem\n"
    )


def test_a_set_its_directory_and_a_glossary_are_checked_together(tmp_path: Path) -> None:
    read(tmp_path, wise())
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "work.yaml").write_text(GLOSSARY.replace("en:", "eng:"))

    code, out, _ = run("check", tmp_path / "set", tmp_path / "referrals", tmp_path / "glossary")

    assert (code, out.splitlines()[-1]) == (1, "3 checked, 1 problem")
    assert "this term has no English name" in out


def test_a_translation_that_calls_a_term_otherwise_is_a_finding_that_a_comment_passes_over(tmp_path: Path) -> None:
    entry = {"msgid": "A sound set", "msgstr": "無"}
    data = wise()
    data["set.yaml"]["title"] = entry["msgid"] = "Victims"
    read(tmp_path, {**data, "locale/zh_Hant.po": {"set.title": entry}})
    path = tmp_path / "set" / "locale" / "zh_Hant.po"

    _, out, _ = run("check", tmp_path / "set")
    comment = "# screening: ignore glossary-term because it is the name of a song"
    path.write_text(path.read_text().replace('msgctxt "set.title"', f'{comment}\nmsgctxt "set.title"'))

    assert "'victim' in 'set.title' is called 受害人 in the glossary. Write it, or 受害者. [glossary-term]" in out
    assert run("check", tmp_path / "set")[:2] == (0, "1 checked, 0 problems\n")
