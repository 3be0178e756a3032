"""A comment passes over a finding where it says why, and nothing else; idle and careless comments are told."""

from pathlib import Path

import pytest

from screening.lint import directory_findings, set_findings
from screening.reading.directories import read_directory
from screening.reading.sets import read_set
from tests.lint.wise import DIRECTORY, TODAY, as_yaml, read, wise
from tests.support.problems import said

MAIN = """\
id: main
questions:
  - {id: papers, ask: Papers?, record: P, listen: L, why: W, options: [{id: own, label: O}, {id: kept, label: K, shows: [held]}]}
  - {id: with, ask: W?, record: W, listen: L, why: W, raises: [going_back], always: true}
  - id: tonight
    ask: Tonight?
    record: Goes back
    why: W
    raises: [going_back]
    always: true
"""
BECAUSE = "# screening: ignore missing-listen because there is nothing to hear"


def codes(folder: Path, main: str, *, sound: bool = True) -> list[tuple[str, int, str]]:
    """What is found in the wise set with this section of questions: code, line, and the words about it."""
    data = wise()
    data["guidance.yaml"] = [{"id": "open", "title": "T", "do": ["D"]}]
    data["vignettes/case.yaml"]["expect"] = {"level": "some_concern"}
    files, _ = read(folder, data)
    (folder / "set" / "sections" / "main.yaml").write_text(main)
    files = read_set(folder / "set")
    assert (files.problems == ()) is sound
    return [(finding.code, finding.line, said(finding.message)) for finding in sorted(set_findings(files))]


def above(comment: str) -> str:
    return MAIN.replace("  - id: tonight", f"  {comment}\n  - id: tonight")


def test_what_stands_here_has_one_finding(tmp_path: Path) -> None:
    assert codes(tmp_path, MAIN) == [("missing-listen", 5, "'tonight' does not say what to listen for")]


@pytest.mark.parametrize(
    "main",
    [
        above(BECAUSE),
        MAIN.replace("id: tonight", f"id: tonight  {BECAUSE}"),
        above(f"{BECAUSE}\n  # and more on this\n"),
        above(BECAUSE.replace("# screening: ", "#screening:  ")),
    ],
    ids=["on the line above", "on the same line", "above another comment", "with other blanks"],
)
def test_a_comment_with_a_reason_passes_over_what_it_names(main: str, tmp_path: Path) -> None:
    assert codes(tmp_path, main) == []


def test_two_comments_above_pass_over_two_findings(tmp_path: Path) -> None:
    main = above(f"{BECAUSE}\n  {BECAUSE.replace('listen', 'why')}").replace("    why: W\n", "")

    assert codes(tmp_path, main) == []


@pytest.mark.parametrize(
    ("comment", "says"),
    [
        ("# screening: ignore missing-listen", "'missing-listen' is ignored without a reason"),
        ("# screening: ignore missing-listen because", "this comment is not understood"),
        ("# screening: ignore mising-listen because of that", "there is no rule 'mising-listen'"),
        ("# screening: ignore shape because of that", "'shape' keeps the file from being used and cannot be ignored"),
        ("# screening: pass over this", "this comment is not understood"),
    ],
)
def test_a_careless_comment_is_told_and_passes_over_nothing(comment: str, says: str, tmp_path: Path) -> None:
    found = codes(tmp_path, above(comment))

    assert ("ignore", 5, says) in found
    assert [code for code, _, _ in found] == ["ignore", "missing-listen"]


def test_a_comment_far_away_is_idle(tmp_path: Path) -> None:
    found = codes(tmp_path, MAIN.replace("questions:", f"questions:  {BECAUSE}"))

    assert [(code, line) for code, line, _ in found] == [("ignore", 2), ("missing-listen", 5)]
    assert found[0][2] == "there is no 'missing-listen' here to ignore"


def test_a_comment_at_the_end_of_a_line_does_not_speak_of_the_next(tmp_path: Path) -> None:
    found = codes(tmp_path, MAIN.replace("always: true}", f"always: true}}  {BECAUSE}"))

    assert [(code, line) for code, line, _ in found] == [("ignore", 4), ("missing-listen", 5)]


def test_a_comment_does_not_pass_over_another_code(tmp_path: Path) -> None:
    found = codes(tmp_path, above(BECAUSE.replace("listen", "why")))

    assert [(code, line) for code, line, _ in found] == [("ignore", 5), ("missing-listen", 6)]


@pytest.mark.parametrize(
    "text",
    [
        f"    record: 'Goes back {BECAUSE}'\n",
        f"    record: >-\n      Goes back\n      {BECAUSE}\n",
        f'    record: "Goes\n      back {BECAUSE}"\n',
    ],
    ids=["in quotes", "in a block", "in quotes over two lines"],
)
def test_what_stands_in_a_text_is_no_comment(text: str, tmp_path: Path) -> None:
    found = codes(tmp_path, MAIN.replace("    record: Goes back\n", text))

    assert [code for code, _, _ in found] == ["missing-listen"]


def test_a_comment_beside_the_mark_of_a_block_is_one(tmp_path: Path) -> None:
    main = MAIN.replace(
        "  - id: tonight\n    ask: Tonight?\n", f"  - ask: >-  {BECAUSE}\n      Tonight?\n    id: tonight\n"
    )

    assert codes(tmp_path, main) == []


def test_a_comment_for_a_rule_that_was_not_applied_is_not_idle(tmp_path: Path) -> None:
    comment = "# screening: ignore need-not-offered because this place has none"

    assert [code for code, _, _ in codes(tmp_path, above(comment))] == ["missing-listen"]


def test_a_comment_for_a_rule_that_waits_for_a_sound_set_is_not_idle(tmp_path: Path) -> None:
    assert codes(tmp_path, above(BECAUSE).replace("record: P,", "recrd: P,"), sound=False) == []


def test_a_comment_in_a_translation_passes_over_what_is_found_there(tmp_path: Path) -> None:
    files, _ = read(tmp_path, {**wise(), "locale/de.po": {"set.title": "Yesterday's title"}})
    path = tmp_path / "set" / "locale" / "de.po"
    comment = "# screening: ignore translation because it means the same"
    (before,) = set_findings(files)

    path.write_text(path.read_text().replace('msgctxt "set.title"', f'{comment}\nmsgctxt "set.title"'))

    assert (before.code, before.file) == ("translation", str(path))
    assert path.read_text().splitlines()[before.line - 1] == comment
    assert list(set_findings(files)) == []


def test_a_comment_in_a_directory_passes_over_a_trap(tmp_path: Path) -> None:
    data = wise()[DIRECTORY] | {"traps": [{"what": "18280", "why": "Dead"}]}
    path = tmp_path / "xx.yaml"
    text = as_yaml(data).replace("number: +1", '"number": +1')
    path.write_text(text)
    (trap,) = directory_findings(read_directory(path), TODAY)
    lines = text.splitlines()
    comment = "# screening: ignore trap-as-contact because it works again"

    lines.insert(trap.line - 1, comment)
    path.write_text("\n".join(lines))

    assert trap.code == "trap-as-contact"
    assert list(directory_findings(read_directory(path), TODAY)) == []
