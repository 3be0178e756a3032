"""What is known of a directory before it is read is what it says, and it is read only when it is needed."""

from pathlib import Path

import pytest

from screening.reading import places as room
from screening.reading.places import Directories, places
from screening.reading.problem import Unsound
from screening.reading.set_catalog import data_folder
from screening.referral.anywhere import ANYWHERE
from screening.referral.emergency import EMERGENCY
from tests.support.problems import said


def test_the_place_where_it_is_used_most_comes_first_and_what_holds_anywhere_last() -> None:
    directories = Directories()
    first, *others, last = directories

    assert (first, last) == ("hk", ANYWHERE) == (directories.home, ANYWHERE)
    assert [directories[place].names["en"] for place in others] == sorted(directories.names()[each] for each in others)
    assert sorted(directories) == sorted([*places(), ANYWHERE])
    assert len(directories) == len(places()) + 1


def test_names_are_those_of_the_whole_directory() -> None:
    unread, read = Directories(), Directories()
    whole = {code: read[code] for code in read}

    assert unread.names() == {code: each.names["en"] for code, each in whole.items() if code != ANYWHERE}
    assert [unread.home] == [code for code, each in whole.items() if each.home]


def test_to_choose_a_place_no_directory_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screening.reading.directories.read_directory", lambda path: pytest.fail(f"{path} was read"))
    directories = Directories()

    assert directories.names()["hk"] == "Hong Kong"
    assert directories.home == "hk"


DIRECTORY = """\
place: zz
{top}
as_of: "2026-01-31"
time_zone: Asia/Hong_Kong
emergency: {{number: "999", names: {{en: Emergency}}, evidence: official, source: S, page_date: "2026"}}
services:
  - id: house
    names: {{en: House}}
    offers: [shelter]
    contacts: [{{kind: telephone, number: "123", evidence: official}}]
    source: S
    page_date: "2026"
{end}
"""
NAMES = "names: {en: Nowhere}"


# As the districts of a place can be written.
@pytest.mark.parametrize("top", ["names: {en: Nowhere", "names: Nowhere", "? []"])
def test_a_directory_whose_top_is_broken_has_no_name_made_up(
    top: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built_in(tmp_path, monkeypatch, DIRECTORY.format(top=top, end=""))

    with pytest.raises(Unsound):
        Directories().names()


def built_in(folder: Path, monkeypatch: pytest.MonkeyPatch, directory: str) -> None:
    """Put a directory in the place of the built-in ones, beside that of what can be done anywhere."""
    for name, text in (("zz.yaml", directory), ("intl.yaml", (data_folder("referrals") / "intl.yaml").read_text())):
        (folder / name).write_text(text)
    monkeypatch.setattr(room, "data_folder", lambda _: folder)


def test_a_directory_is_read_once() -> None:
    directories = Directories()

    assert directories["hk"] is directories["hk"]


@pytest.mark.parametrize("place", ["xx", "", "HK", "../referrals/hk", "hk.yaml"])
def test_a_place_without_a_directory_has_none(place: str) -> None:
    assert Directories().get(place) is None


@pytest.mark.parametrize(
    ("said", "code"),
    [
        *(("hk", "hk"), ("HK", "hk"), ("Hong Kong", "hk"), ("hong-kong", "hk"), (" hong  kong ", "hk")),
        *(("uk", "gb"), ("England", "gb"), ("USA", "us"), ("macao", "mo"), ("intl", "intl")),
        *(("xx", None), ("", None), ("hon", None), ("../referrals/hk", None)),
    ],
)
def test_a_place_goes_by_its_code_its_name_and_other_words_for_it(said: str, code: str | None) -> None:
    assert Directories().code_of(said) == code


# --- an agency's own files ---

OWN = Path(__file__).parent / "own" / "harbour-house.yaml"


def whole(folder: Path, place: str, number: str = "123") -> Path:
    """A whole directory of a place, with one number."""
    path = folder / "whole.yaml"
    path.write_text(
        f"""\
place: {place}
names: {{en: Nowhere}}
as_of: "2026-01-31"
time_zone: Asia/Hong_Kong
emergency: {{number: "999", names: {{en: Emergency}}, evidence: official, source: S, page_date: "2026"}}
services:
  - id: samaritan-befrienders
    names: {{en: House}}
    offers: [shelter]
    contacts: [{{kind: telephone, number: "{number}", evidence: official}}]
    source: S
    page_date: "2026"
""",
        encoding="utf-8",
    )
    return path


def home(folder: Path, place: str) -> Path:
    """A whole directory of a place that is to be offered first."""
    folder.mkdir(exist_ok=True)
    path = whole(folder, place)
    path.write_text(f"home: true\n{path.read_text()}")
    return path


def test_an_agency_says_which_place_is_offered_first(tmp_path: Path) -> None:
    directories = Directories([home(tmp_path, "zz")])

    assert directories.home == "zz"
    assert next(iter(directories)) == next(iter(directories.names())) == "zz"


def test_a_place_stays_the_first_though_an_agency_writes_its_directory_anew(tmp_path: Path) -> None:
    assert Directories([whole(tmp_path, "hk")]).home == "hk"


def test_an_agency_has_one_place_that_is_offered_first(tmp_path: Path) -> None:
    with pytest.raises(Unsound, match="'zz' is already the home place"):
        Directories([home(tmp_path / "a", "zz"), home(tmp_path / "b", "yy")])


def test_where_no_directory_says_so_no_place_is_offered_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built_in(tmp_path, monkeypatch, DIRECTORY.format(top=NAMES, end=""))
    directories = Directories()

    assert directories.home is None
    assert list(directories) == ["zz", ANYWHERE]


def test_services_are_added_to_a_whole_directory_of_the_agency_whatever_the_order_of_the_files(tmp_path: Path) -> None:
    mine = whole(tmp_path, "hk")

    for files in ([OWN, mine], [mine, OWN]):
        assert [(each.id, each.listed_by) for each in Directories(files)["hk"].services] == [
            ("harbour-house-night-team", "Harbour House"),
            (EMERGENCY, "whole.yaml"),
            ("samaritan-befrienders", "whole.yaml"),
        ]


def test_a_directory_says_by_which_other_words_its_place_goes(tmp_path: Path) -> None:
    mine, built_in_too = whole(tmp_path, "zz"), tmp_path / "gb.yaml"
    built_in_too.write_text(mine.read_text().replace("place: zz", "place: gb").replace("Nowhere", "Our Britain"))
    mine.write_text(mine.read_text().replace("as_of", "also_called: [Erehwon, Over the Hills]\nas_of"))
    directories = Directories([mine, built_in_too])

    assert [directories.code_of(said) for said in ("erehwon", "over-the-hills", "Nowhere", "uk", "Our Britain")] == [
        *("zz", "zz", "zz"),
        *("gb", "gb"),
    ]


def test_a_trap_of_the_built_in_directory_is_one_in_a_whole_directory_too(tmp_path: Path) -> None:
    with pytest.raises(Unsound) as error:
        Directories([whole(tmp_path, "hk", "+852 5190 8909")])

    assert "is a trap: An old WhatsApp number" in str(error.value.problems[0])
    assert Directories([whole(tmp_path, "zz", "+852 5190 8909")])["zz"].traps == ()


@pytest.mark.parametrize(
    ("leave_out", "says"),
    [
        ("harbour-house-night-team", "the service 'harbour-house-night-team' is added here and left out"),
        (EMERGENCY, "the emergency number cannot be left out"),
    ],
)
def test_what_nobody_may_leave_out_is_told(leave_out: str, says: str, tmp_path: Path) -> None:
    mine = tmp_path / "mine.yaml"
    mine.write_text(OWN.read_text().replace("leave_out: [samaritan-befrienders]", f"leave_out: [{leave_out}]"))

    with pytest.raises(Unsound) as error:
        Directories([mine])

    assert [said(each.message) for each in error.value.problems] == [says]


def test_an_emergency_number_that_is_a_trap_is_told_where_it_stands(tmp_path: Path) -> None:
    mine = whole(tmp_path, "zz")
    mine.write_text(f"{mine.read_text()}\ntraps: [{{what: '999', why: It is dead.}}]\n")

    with pytest.raises(Unsound, match=r"'999' is a trap: It is dead\. Take it out\."):
        Directories([mine])


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("found: another-number", "another number was found, and it is not said which"),
        ("found: full", "it is not said until when"),
        ('found: closed, until: "2026-02-30"', "there is no such date as '2026-02-30'"),
        ('found: another-number, now: "5190 8909"', "'5190 8909' is a trap"),
    ],
)
def test_a_call_that_cannot_be_used_is_told(call: str, says: str, tmp_path: Path) -> None:
    mine = tmp_path / "own.yaml"
    calls = f'calls: [{{service: iom-hong-kong, number: "+852 2332 2441", called_on: "2026-11-25", {call}}}]\n'
    mine.write_text(OWN.read_text() + calls)

    with pytest.raises(Unsound) as error:
        Directories([mine])

    assert says in " ".join(said(each.message) for each in error.value.problems)
