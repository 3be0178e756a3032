"""What `screening check` promises: every problem with its code, in the format that is wanted, also across folders."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from screening.cli import app
from tests.lint.wise import read, wise


def run(*arguments: str | Path) -> tuple[int, str]:
    """The exit code, and what is printed."""
    result = CliRunner().invoke(app, ["check", *map(str, arguments)])
    assert result.stderr == ""
    return result.exit_code, result.stdout


def test_a_wise_set_and_its_directory_are_clean(tmp_path: Path) -> None:
    read(tmp_path, wise())

    assert run(tmp_path / "set", tmp_path / "referrals") == (0, "2 checked, 0 problems\n")


def test_each_problem_has_the_code_of_its_kind(tmp_path: Path) -> None:
    data = wise()
    data["indicators.yaml"].append(data["indicators.yaml"][0])
    data["sections/main.yaml"]["questions"][0] |= {"alwys": True}
    data["sections/main.yaml"]["questions"][3]["shows"] = ["hold"]
    data["sections/more.yml"] = {}
    data["gidance.yaml"] = []
    read(tmp_path, data)
    (tmp_path / "set" / "guidance.yaml").write_text("- {id: help\n")

    code, out = run(tmp_path / "set", "--format", "json")

    assert code == 1
    codes = {Path(each["file"]).name: each["code"] for each in json.loads(out)["problems"]}
    assert codes["indicators.yaml"] == "duplicate-id"
    assert codes["guidance.yaml"] == "yaml"
    assert codes["gidance.yaml"] == "file"
    assert codes["more.yml"] == "shape"
    in_main = [each["code"] for each in json.loads(out)["problems"] if each["file"].endswith("main.yaml")]
    assert sorted(in_main) == ["reference", "shape"]


def test_a_map_of_columns_is_checked_with_its_set(tmp_path: Path) -> None:
    read(tmp_path, wise())
    good, bad = tmp_path / "good.yaml", tmp_path / "bad.yaml"
    good.write_text("columns: {q7: papers, q8: {item: age, values: {1: child}}}\n")
    bad.write_text("columns:\n  q7: paper\n  q8: {item: papers, values: {1: keptt}}\n  q9: {}\n")

    assert run(tmp_path / "set", good) == (0, "2 checked, 0 problems\n")
    code, out = run(tmp_path / "set", bad)

    assert code == 1
    assert [line.split("bad.yaml:")[1] for line in out.splitlines()[:-1]] == [
        "2:7: there is no question or circumstance 'paper'. Did you mean 'papers'? [reference]",
        "3:34: 'papers' has no answer 'keptt'. Did you mean 'kept'? [reference]",
        "4:7: the key 'item' is missing here. Add 'item'. [shape]",
    ]


def test_a_map_without_its_set_is_not_taken_for_checked(tmp_path: Path) -> None:
    path = tmp_path / "map.yaml"
    path.write_text("columns: {q7: papers}\n")

    result = CliRunner().invoke(app, ["check", str(path)])

    assert (result.exit_code, result.stdout) == (2, "")
    assert "is checked with the set that they are read with. Give that too." in result.stderr


def test_a_finding_has_the_name_of_its_rule(tmp_path: Path) -> None:
    data = wise()
    del data["sections/main.yaml"]["questions"][0]["why"]
    read(tmp_path, data)

    code, out = run(tmp_path / "set")

    *lines, last = out.splitlines()
    assert (code, last) == (1, "1 checked, 1 problem")
    assert lines[0].endswith(": 'papers' does not say why it is asked. Add 'why'. [missing-why]")


def test_for_github_a_finding_is_a_command(tmp_path: Path) -> None:
    data = wise()
    del data["sections/main.yaml"]["questions"][0]["why"]
    read(tmp_path, data)

    _, out = run(tmp_path / "set", "--format", "github")

    assert out.startswith(f"::error file={tmp_path / 'set' / 'sections' / 'main.yaml'},line=")
    assert ",title=missing-why::'papers' does not say why it is asked. Add 'why'.\n" in out


def test_an_unknown_format_is_bad_usage(tmp_path: Path) -> None:
    assert CliRunner().invoke(app, ["check", str(tmp_path), "--format", "xml"]).exit_code == 2


@pytest.mark.parametrize("order", [("set", "referrals"), ("referrals", "set")], ids=" ".join)
def test_sets_and_directories_are_checked_against_each_other(order: tuple[str, str], tmp_path: Path) -> None:
    data = wise()
    data["guidance.yaml"][0]["needs"] = ["medical"]
    read(tmp_path, data)

    code, out = run(*(tmp_path / name for name in order))

    assert code == 1
    assert "nobody who can be reached in 'xx' offers 'medical', which the pathway 'help' needs" in out
    assert "[need-not-offered]" in out
    assert run(tmp_path / "set") == (0, "1 checked, 0 problems\n")


def test_a_directory_with_problems_says_nothing_of_what_is_offered(tmp_path: Path) -> None:
    data = wise()
    data["guidance.yaml"][0]["needs"] = ["medical"]
    data["referrals/xx.yaml"]["time_zone"] = "Nowhere/Land"
    read(tmp_path, data)

    _, out = run(tmp_path / "set", tmp_path / "referrals")

    assert out.count("\n") == 2
    assert "there is no time zone 'Nowhere/Land'" in out


def test_what_is_named_twice_is_checked_once(tmp_path: Path) -> None:
    read(tmp_path, wise())

    assert run(tmp_path / "set", tmp_path / "set" / "set.yaml", tmp_path / "set") == (0, "1 checked, 0 problems\n")


def test_a_text_cut_by_a_comma_is_told_with_how_to_mend_it(tmp_path: Path) -> None:
    read(tmp_path, wise())
    path = tmp_path / "set" / "sections" / "main.yaml"
    path.write_text(
        "id: main\nquestions:\n  - id: papers\n    ask: P?\n    record: P\n"
        "    options: [{id: own, label: Has them, or gets them}, {id: no, label: None}]\n"
    )

    _, out = run(tmp_path / "set")

    cut = (
        f"{path}:6:42: the key 'or gets them' is not known here. Quote the text: without quotes, a comma within braces"
    )
    assert cut in out


def test_a_key_that_is_only_misspelt_is_still_guessed(tmp_path: Path) -> None:
    read(tmp_path, wise())
    path = tmp_path / "set" / "set.yaml"
    path.write_text(path.read_text().replace("sources:", "sorces:"))

    assert "the key 'sorces' is not known here. Did you mean 'sources'?" in run(tmp_path / "set")[1]


def test_what_is_found_in_an_extended_set_too_is_told_once_by_the_path_that_was_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = wise()
    del data["sections/main.yaml"]["questions"][0]["why"]
    read(tmp_path, data)
    extending = tmp_path / "more"
    extending.mkdir()
    (extending / "set.yaml").write_text("{id: more, version: '1', title: More, extends: sound, sections: []}")
    monkeypatch.chdir(tmp_path)

    code, out = run("more", "set", "--indicators", tmp_path / "set")

    *lines, last = out.splitlines()
    assert (code, last) == (1, "2 checked, 1 problem")
    assert lines[0].startswith("set/sections/main.yaml:")


def test_idle_comments_of_an_extended_set_are_its_own_business(tmp_path: Path) -> None:
    data = wise()
    del data["sections/main.yaml"]["questions"][0]["why"]
    read(tmp_path, data)
    path = tmp_path / "set" / "sections" / "main.yaml"
    path.write_text(f"# screening: ignore too-long because of that\n{path.read_text()}")
    extending = tmp_path / "more"
    extending.mkdir()
    (extending / "set.yaml").write_text("{id: more, version: '1', title: More, extends: sound, sections: []}")

    of_both = [run(extending, "--indicators", tmp_path / "set")[1], run(tmp_path / "set")[1]]

    assert [out.count("[missing-why]") for out in of_both] == [1, 1]
    assert [out.count("[ignore]") for out in of_both] == [0, 1]


@pytest.mark.parametrize(
    ("label", "key"),
    [("{woman: Women, or girls}", "or girls"), ("{woman: Women, girls!}", "girls!")],
    ids=["of several words", "of one"],
)
def test_a_label_cut_by_a_comma_is_told_once(label: str, key: str, tmp_path: Path) -> None:
    read(tmp_path, wise())
    path = tmp_path / "set" / "set.yaml"
    text = path.read_text()
    assert text.count("{woman: Women}") == 1
    path.write_text(text.replace("{woman: Women}", label))

    _, out = run(tmp_path / "set")

    assert out.count("set.yaml") == 1
    assert f"{key!r} does not have the form that is expected here. Quote the text: " in out


def test_a_service_that_is_there_twice_has_a_code_of_its_own(tmp_path: Path) -> None:
    data = wise()
    data["referrals/xx.yaml"]["services"] *= 2
    read(tmp_path, data)

    assert (
        run(tmp_path / "referrals")[1].count("there is already a service 'house'. Give it another id. [duplicate-id]")
        == 1
    )


_NAMES = st.sampled_from(["", "age", "situation", "place", "papers", "with", "none", "boss", "kept", "unclear"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text() | _NAMES,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text() | _NAMES, inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(_NAMES, _JSON, max_size=3) | _JSON, st.dictionaries(_NAMES, _JSON, max_size=3) | _JSON)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_whatever_stands_in_a_vignette_is_checked(tmp_path: Path, circumstances: Any, answers: Any) -> None:
    if not (tmp_path / "set").is_dir():
        read(tmp_path, wise())
    path = tmp_path / "set" / "vignettes" / "case.yaml"
    path.write_text(json.dumps({**wise()["vignettes/case.yaml"], "circumstances": circumstances, "answers": answers}))

    code, out = run(path)

    assert code in {0, 1}
    assert (code == 0) is out.endswith("1 checked, 0 problems\n")
