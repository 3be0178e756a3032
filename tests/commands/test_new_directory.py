"""`new directory`: what is written is whole, says what is invented, and is used only once nothing invented is left."""

import re
from pathlib import Path

import pytest

from screening.reading.directories import read_services
from screening.reading.placeholders import PLACEHOLDER
from tests.support.program import Finished, program


def new(folder: Path, *arguments: str) -> Finished:
    folder.mkdir(parents=True, exist_ok=True)
    return program("new", "directory", *arguments, "--in", str(folder))


@pytest.mark.parametrize(
    ("arguments", "file"),
    [
        (("np",), "np.yaml"),
        (("zz",), "zz.yaml"),
        (("our-services", "--adds-to", "hk"), "our-services.yaml"),
        (("ours", "--adds-to", "United Kingdom"), "ours.yaml"),
    ],
    ids=" ".join,
)
def test_what_is_written_has_no_problem_and_check_says_what_is_invented(
    arguments: tuple[str, ...], file: str, tmp_path: Path
) -> None:
    written = new(tmp_path, *arguments)
    checked = program("check", str(tmp_path / file))

    text = (tmp_path / file).read_text(encoding="utf-8")
    left = text.count(f'"{PLACEHOLDER}: ')
    assert (written.code, written.err) == (0, "")
    assert f"{left} texts in it begin with {PLACEHOLDER}." in written.out
    assert (checked.code, checked.out.splitlines()[-1]) == (0, f"1 checked, 0 problems, {left} warnings")


@pytest.mark.parametrize("arguments", [("np",), ("our-services", "--adds-to", "hk")], ids=" ".join)
@pytest.mark.parametrize("command", [("services",), ("services", "stale"), ("run", "--plain")], ids=" ".join)
def test_nothing_invented_reaches_anybody(arguments: tuple[str, ...], command: tuple[str, ...], tmp_path: Path) -> None:
    new(tmp_path, *arguments)

    finished = program(*command, "--services", str(tmp_path / f"{arguments[0]}.yaml"), given="\n1\n")

    assert (finished.code, finished.out) == (2, "")
    assert "has not been replaced yet" in finished.err


def test_no_number_of_a_template_can_be_dialled(tmp_path: Path) -> None:
    new(tmp_path, "np")
    new(tmp_path, "ours", "--adds-to", "hk")

    for file in (tmp_path / "np.yaml", tmp_path / "ours.yaml"):
        numbers = re.findall(r"number: (.*)", file.read_text(encoding="utf-8"))
        assert numbers
        assert all(number.startswith(f'"{PLACEHOLDER}: ') for number in numbers)


@pytest.mark.parametrize("arguments", [("np",), ("our-services", "--adds-to", "hk")], ids=" ".join)
def test_once_everything_is_replaced_each_command_that_it_names_works(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    out = program("new", "directory", *arguments).out
    file = Path(f"{arguments[0]}.yaml")
    text = re.sub(rf'number: "{PLACEHOLDER}: [^"]*"', 'number: "18281"', file.read_text(encoding="utf-8"))
    text = text.replace(f"{PLACEHOLDER}: as on the card", "Aunty").replace(f"{PLACEHOLDER}: ", "The ")
    file.write_text(text.replace("18281", "100", 1) if "emergency:" in text else text, encoding="utf-8")

    commands = [line.split("    ")[0].split() for line in out.split("\n") if line.startswith("  screening ")]

    assert [command[1] for command in commands] == ["check", "services", "--services"]
    assert [program(*command[1:]).code for command in commands[:2]] == [0, 0]
    assert "18281" in program(*commands[1][1:], "--need", "shelter").out
    assert program(*commands[2][1:], "sets").code == 0


def test_what_is_known_of_a_country_is_written_and_what_is_not_is_left_to_be_found_out(tmp_path: Path) -> None:
    for place in ("np", "br", "zz"):
        new(tmp_path, place)
    nepal, brazil, nowhere = (read_services(tmp_path / f"{place}.yaml").file.text.data for place in ("np", "br", "zz"))

    assert (nepal["place"], nepal["names"], nepal["time_zone"]) == ("np", {"en": "Nepal"}, "Asia/Kathmandu")
    assert brazil["names"] == {"en": "Brazil"}
    assert brazil["time_zone"].startswith(PLACEHOLDER)
    assert nowhere["names"]["en"].startswith(PLACEHOLDER)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ((), "name the place, such as 'screening new directory np'; or the file of your own services, such as"),
        (("hk",), "there is a directory for 'hk' already. Add your own services to it: 'screening new directory"),
        (("nepal",), "'nepal' is not a code. Write 'screening new directory np'."),
        (("our-services",), "'our-services' cannot be the code of a place. Write two to eight small letters"),
        (("NP",), "'NP' cannot be the name of a directory. Use small letters, digits, and - or _ between them."),
        (("../np",), "'../np' cannot be the name of a directory."),
        (("con",), "no folder can be called 'con' on Windows"),
        (("ours", "--adds-to", "hkk"), "there is no directory for 'hkk' to add to. Did you mean 'hk'?"),
        (("ours", "--adds-to", "intl"), "there is no directory for 'intl' to add to."),
        (("np", "--extends", "palermo"), "--extends is about a set. A directory takes --adds-to."),
    ],
    ids=str,
)
def test_what_cannot_be_begun_is_told_in_a_line_and_nothing_is_written(
    arguments: tuple[str, ...], says: str, tmp_path: Path
) -> None:
    finished = new(tmp_path, *arguments)

    assert (finished.code, finished.out, finished.err.count("\n")) == (2, "", 1)
    assert says in finished.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ours", "np"), "there is one word too many: np. A directory is begun with 'screening new directory np'."),
        (("ours", "--adds-to", "hk"), "--adds-to is about a directory."),
    ],
)
def test_a_set_takes_nothing_of_a_directory(arguments: tuple[str, ...], says: str, tmp_path: Path) -> None:
    finished = program("new", *arguments, "--in", str(tmp_path))

    assert (finished.code, finished.out) == (2, "")
    assert says in finished.err
    assert list(tmp_path.iterdir()) == []


def test_no_directory_is_ever_overwritten(tmp_path: Path) -> None:
    (tmp_path / "np.yaml").write_text("mine")

    finished = new(tmp_path, "np")

    assert finished.code == 2
    assert "np.yaml already exists, and nothing was written. Choose another name or --in." in finished.err
    assert (tmp_path / "np.yaml").read_text() == "mine"
