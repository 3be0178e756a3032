"""`screening services`: the desk, the card for the person, what to call again, and an agency's own file."""

import json
import os
import pty
import re
import subprocess
from pathlib import Path

import pytest

from screening.reading.catalogs import catalog_languages
from tests.commands.desk import services
from tests.support.program import PROGRAM, program
from tests.support.thorough import one_in

CHECKOUT = Path(__file__).resolve().parents[2]
OWN = CHECKOUT / "tests" / "reading" / "own" / "harbour-house.yaml"
NIGHT = ("--at", "2026-11-27T21:00")


def listed(*options: str) -> list[str]:
    """The ids of the services for a bed, in their order."""
    data = json.loads(services("--need", "shelter", "--format", "json", *options).out)
    return [each["id"] for each in data["services"][0]["services"]]


# --- the desk ---


def test_it_says_what_is_open_at_a_time_and_when_it_opens_again() -> None:
    asked = ("--need", "child-protection", "--age", "child", "--district", "kwun-tong")

    assert "open now, until 13:00" in services(*asked, "--at", "2026-11-25T10:00").out
    assert "CLOSED NOW, opens Mon 8:45" in " ".join(services(*asked, *NIGHT[:1], "2026-11-28T15:00").out.split())


def test_json_has_the_time_and_whether_each_contact_answers() -> None:
    data = json.loads(
        services("--need", "labour-advice", "--situation", "domestic-work", "--language", "tl", "--format", "json",
                 "--at", "2026-11-25T23:00").out
    )  # fmt: skip
    line = next(each for each in data["services"][0]["services"] if each["id"] == "labour-department-domestic-helpers")

    assert (data["place"], data["directory"]["place"], data["at"]) == ("hk", "hk", "2026-11-25T23:00")
    assert (line["contacts"][0]["open"], line["contacts"][0]["in_language"]) == (True, False)


def test_the_law_of_the_place_is_told_and_that_on_children_where_it_may_be_a_child() -> None:
    assert "Cap. 650" in services("--age", "unsure").out
    assert "Cap. 650" in services().out
    assert "Cap. 650" not in services("--age", "adult").out
    assert "section 129" in services("--age", "adult").out.lower().replace("\n", " ")


def test_who_does_not_want_the_police_is_told_to_ask_first_and_who_tells_them() -> None:
    said = " ".join(services("--police", "no", "--need", "scam-advice", "--need", "police").out.split())

    assert "No police is wanted: before any name, ask every service whether it tells them." in said
    assert "CAREFUL: the police answer here, or are told." in said


def test_as_a_page_it_can_be_printed() -> None:
    assert services("--need", "shelter", "--format", "html").out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("options", "error"),
    [
        (("--place", "hkk"), "there is no directory for 'hkk'. Did you mean 'hk'?"),
        (("stale", "--place", "hkk"), "there is no directory for 'hkk'. Did you mean 'hk'?"),
        (("--at", "tomorrow"), "'tomorrow' is not a valid time. Write one such as 2026-11-28T03:00."),
        (("card",), "ask the person first whether it is safe to carry anything"),
        (("--services", "/nowhere.yaml"), "/nowhere.yaml:1:1: this cannot be read"),
        (("card", "--need", "police", "--safe-to-carry", "yes"), "no service here has a name that is safe"),
        (
            ("card", "--safe-to-carry", "yes", "--names-in", "xx"),
            "no card can be in 'xx'. These can: en, zh-Hant",
        ),
        (
            ("card", "--safe-to-carry", "yes", "--leave-off", "12345678"),
            "'12345678' is not on the card. These numbers are",
        ),
    ],
)
def test_what_cannot_be_used_is_told_in_a_line(options: tuple[str, ...], error: str) -> None:
    finished = program("services", *options)

    assert (finished.code, finished.out) == (2, "")
    assert error in finished.err
    assert finished.err.count("\n") == 1


# --- the card for the person ---


def test_the_card_is_made_after_it_was_said_that_carrying_it_is_safe() -> None:
    finished = services("card", "--safe-to-carry", "yes", "--gender", "woman", "--need", "shelter")

    assert finished.out.startswith("\nUseful numbers\n")
    assert "+852 2343 2255" in finished.out
    assert "shelter" not in finished.out.lower()
    assert "ask where the person will keep it" in finished.err


@pytest.mark.parametrize("format_", ["terminal", "html", "json"])
def test_who_answers_each_number_is_told_to_the_screener_and_never_on_the_card(format_: str) -> None:
    options = ("card", "--safe-to-carry", "yes", "--need", "shelter", "--format", format_)
    finished = services(*options)

    assert "Family services: Social Welfare Department hotline" in finished.err
    assert "Social Welfare" not in finished.out


def test_where_it_is_not_safe_nothing_is_printed_to_carry() -> None:
    finished = services("card", "--safe-to-carry", "no", "--need", "shelter")

    assert "+852" not in finished.out
    assert "Give nothing to carry" in finished.out


def test_that_nothing_is_to_be_given_is_said_in_the_format_that_is_wanted() -> None:
    said = {name: services("card", "--safe-to-carry", "no", "--format", name).out for name in ("json", "html")}

    assert json.loads(said["json"])["give"] is None
    assert said["html"].lower().startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("typed", "shown"), one_in(2, [("?\nn\n", "Give nothing to carry"), ("y\n", "Useful numbers")])
)
def test_at_a_terminal_it_is_asked_whether_carrying_anything_is_safe(typed: str, shown: str) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*PROGRAM, "services", "card", "--need", "shelter"],
        stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as process:  # fmt: skip
        os.write(ours, typed.encode())
        out, err = process.communicate(timeout=60)
    os.close(ours)
    os.close(theirs)

    assert shown in out.decode()
    assert "could somebody find a card on you" in err.decode()


def test_the_card_is_in_the_language_of_the_names_and_without_a_number_that_is_left_off() -> None:
    options = ("card", "--safe-to-carry", "yes", "--need", "shelter", "--format", "json")
    whole = json.loads(services(*options).out)["entries"]

    smaller = json.loads(services(*options, "--leave-off", whole[0]["number"].replace(" ", "")).out)["entries"]
    english = json.loads(services(*options, "--names-in", "en").out)["entries"]

    assert smaller == whole[1:]
    assert all(entry["second_name"] is None for entry in english)


def test_the_card_is_in_the_language_that_the_person_speaks_and_the_screener_is_told_that_it_is_a_draft() -> None:
    options = ("card", "--safe-to-carry", "yes", "--need", "shelter", "--language", "id", "--format", "html")
    theirs, english = services(*options), services(*options, "--names-in", "en")

    assert '<html lang="id">' in theirs.out
    assert "Useful numbers" not in theirs.out
    assert "No native speaker has reviewed the words of this card." in " ".join(theirs.err.split())
    assert '<html lang="en">' in english.out
    assert "Useful numbers" in english.out
    assert "No native speaker" not in english.err


def test_a_card_can_be_in_any_language_in_which_the_program_has_words() -> None:
    for tag in catalog_languages():
        made = json.loads(
            services("card", "--safe-to-carry", "yes", "--need", "shelter", "--names-in", tag, "--format", "json").out
        )
        assert made["language"] == tag
        assert made["title"] != "Useful numbers"
        assert {entry["number"] for entry in made["entries"]} >= {"+852 2343 2255"}


def test_the_card_as_data_and_as_a_page() -> None:
    options = ("card", "--safe-to-carry", "yes", "--need", "shelter", "--format")

    assert json.loads(services(*options, "json").out)["entries"][0]["number"] == "+852 2343 2255"
    assert "+852 2343 2255" in services(*options, "html").out
    assert services(*options, "markdown").out.startswith("# Useful numbers\n")


# --- what to call again ---


def test_what_nobody_has_seen_for_years_is_listed_the_least_known_first() -> None:
    said = services("stale", "--at", "2026-11-25T10:00").out

    assert said.index("2332 2441") < said.index("999")
    assert "2343 2255" in said
    assert "18111" not in said


def test_as_time_goes_by_more_has_to_be_called_again() -> None:
    def count(moment: str) -> int:
        data = json.loads(services("stale", "--at", moment, "--format", "json").out)
        return len(data["to_confirm"])

    assert count("2026-11-25T10:00") < count("2028-01-01T10:00") < count("2030-01-01T10:00")


def test_what_has_to_be_called_again_soon_is_listed_before_it_is_too_late() -> None:
    def listed_within(days: str) -> list[str]:
        said = services("stale", "--at", "2026-11-25T10:00", "--within", days, "--format", "json").out
        return [each["contact"]["number"] for each in json.loads(said)["to_confirm"]]

    now, soon = listed_within("0"), listed_within("365")

    assert set(now) < set(soon)
    assert "These will have to be called again soon." in services("stale", "--within", "365").out
    assert program("services", "stale", "--within", "-1").code == 2


# --- an agency's own services ---


def test_an_agencys_own_services_are_named_as_its_own_and_others_left_out() -> None:
    assert "harbour-house-night-team" in listed("--services", str(OWN))
    by_night = services("--services", str(OWN), "--need", "shelter", *NIGHT).out
    lines = [line for line in by_night.splitlines() if " - from Harbour House" in line]
    assert "Harbour House night team - from Harbour House" in lines[0]
    with_own = " ".join(services("--services", str(OWN), "--need", "crisis-line").out.split())
    assert "香港撒瑪利亞防止自殺會: Harbour House does not want it named" in with_own
    assert "2389 2222" not in with_own
    assert "2389 2222" in services("--need", "crisis-line").out


def test_its_hours_and_languages_count_as_those_of_others() -> None:
    assert listed("--services", str(OWN), *NIGHT)[0] == "harbour-house-night-team"
    assert listed("--services", str(OWN), "--at", "2026-11-27T10:00")[0] != "harbour-house-night-team"


def test_it_may_be_named_before_the_command_or_in_the_environment() -> None:
    before = program("--services", str(OWN), "services", "--need", "shelter")
    inside = services("--need", "shelter", environment={"SCREENING_SERVICES": str(OWN)})

    assert "Harbour House" in before.out
    assert "Harbour House" in inside.out


def test_a_whole_directory_of_its_own_adds_a_place(tmp_path: Path) -> None:
    text = (CHECKOUT / "referrals" / "hk.yaml").read_text(encoding="utf-8").replace("place: hk", "place: zz", 1)
    path = tmp_path / "zz.yaml"
    path.write_text(text, encoding="utf-8")

    said = services("--services", str(path), "--place", "zz", "--need", "shelter").out

    assert "CEASE Crisis Centre (Tung Wah Group of Hospitals) 東華三院芷若園 - from zz.yaml" in " ".join(said.split())


@pytest.mark.parametrize(
    ("old", "new", "error"),
    [
        ("+852 2345 6789", "+852 5190 8909", ":19:17: '+852 5190 8909' is a trap: An old WhatsApp number"),
        ("adds_to: hk", "adds_to: zz", ":2:10: there is no directory for 'zz' to add to."),
        ("samaritan-befrienders", "samaritan", ":28:13: there is no service 'samaritan'. Did you mean 'samaritans'?"),
        ("agency: Harbour House", "agncy: Harbour House", ":3:1: the key 'agncy' is not known here."),
    ],
)
def test_a_fault_in_it_is_told_at_its_place_by_every_command(old: str, new: str, error: str, tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(OWN.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")

    used = program("services", "--services", str(path))
    checked = program("check", str(path))

    assert (used.code, checked.code) == (2, 1)
    assert f"{path}{error}" in used.err
    assert f"{path}{error}" in checked.out


def test_a_sound_one_passes_the_check() -> None:
    finished = program("check", str(OWN))

    assert (finished.code, finished.out) == (0, "1 checked, 0 problems\n")


def test_a_number_that_somebody_was_given_on_the_telephone_is_checked_too(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        f'{OWN.read_text(encoding="utf-8")}calls:\n  - {{service: bethune-house, number: "+852 9338 0035", '
        'called_on: "2026-11-25", found: another-number, now: "+852 2343 225"}\n',
        encoding="utf-8",
    )

    finished = program("check", str(path), "--today", "2026-11-28")

    assert finished.code == 1
    assert "'+852 2343 225' does not look like a telephone" in finished.out


def test_a_screening_names_it_too() -> None:
    finished = program("demo", "--all", "--services", str(OWN))

    assert finished.code == 0
    assert "Harbour House night team - from Harbour House" in " ".join(finished.out.split())


# --- the clock and `check` ---


def test_check_warns_of_old_contacts_by_the_day_it_is_given_and_fails_nothing() -> None:
    path = str(CHECKOUT / "referrals" / "hk.yaml")
    early, late = (program("check", path, "--today", day) for day in ("2026-11-28", "2040-01-01"))

    assert (early.code, late.code) == (0, 0)
    assert re.search(r"warning: ([0-9]{3}) of \1 contacts were last seen more than 3 years ago", late.out)
    assert "0 problems, 1 warning" in late.out


def test_a_day_that_is_none_is_told() -> None:
    finished = program("check", str(CHECKOUT / "referrals"), "--today", "soon")

    assert (finished.code, finished.err) == (
        2,
        "screening: 'soon' is not a valid date. Write one such as 2026-01-31.\n",
    )


# --- what is said on the telephone ---


def test_whoever_is_called_is_told_only_what_they_must_know() -> None:
    options = ("--situation", "commercial-sex", "--identity-card", "no", "--gender", "woman", "--age", "adult")
    said = " ".join(services("--need", "shelter", "--with-children", "yes", *options).out.split())

    assert "only this about the person: woman or girl; 18 or over; has children with them. Say no name yet." in said


@pytest.mark.parametrize("need", ["police", "immigration-enquiries", "consulate", "police-complaint", "scam-advice"])
def test_to_an_authority_nothing_is_said_before_the_person_agrees(need: str) -> None:
    warning = "tell the police, the immigration office or a consulate nothing about the person before they agree."

    assert warning in " ".join(services("--need", need).out.split())
    assert warning not in " ".join(services("--need", "legal-advice").out.split())


@pytest.mark.parametrize(
    ("options", "known"),
    [
        (("--place", "us", "--need", "emergency"), False),
        (("--place", "gb", "--need", "police"), True),
    ],
)
def test_at_an_emergency_number_nobody_reads_that_its_hours_are_not_known(
    options: tuple[str, ...], known: bool
) -> None:
    assert ("hours not known" in services(*options).out) is known


def test_where_no_number_is_listed_it_is_said_what_to_do_instead() -> None:
    said = services("--place", "us", "--need", "debt-advice").out

    assert "No number is listed here for this. Do this instead:\n" in said


def test_whoever_is_abroad_is_told_of_the_number_there() -> None:
    said = " ".join(services("--abroad", "yes", "--need", "residents-abroad").out.split())

    assert "call the emergency number of the place where the person is. Only in Hong Kong: 999" in said


def test_whoever_is_abroad_gets_help_from_there_first_and_on_the_card() -> None:
    abroad = ("--abroad", "yes", "--age", "adult")
    needs = [each["need"] for each in json.loads(services(*abroad, "--format", "json").out)["services"]]
    card = json.loads(services("card", *abroad, "--safe-to-carry", "yes", "--format", "json").out)

    assert needs[0] == "residents-abroad"
    assert card["entries"][0]["number"] == "+852 1868"
    assert all("+852" in entry["number"] for entry in card["entries"])


def test_in_a_line_it_is_said_who_is_the_police_and_whom_alone_a_service_takes() -> None:
    woman = ("--gender", "woman", "--age", "adult", "--may-stay", "yes", "--situation", "domestic-work")
    said = " ".join(services("--need", "emergency", "--need", "medical", "--need", "shelter", *woman).out.split())

    assert "Emergency - above: 999" in said
    assert "CAREFUL: the police answer here, or are told." in said
    assert "it takes only women who are pregnant, or have a child who was born in Hong Kong" in said
    assert "They take people who often have none." in said


# --- public holidays ---


def own_line(folder: Path, place: str, number: str, hours: str) -> str:
    """A file of an agency's own with one line for shelter."""
    path = folder / "own.yaml"
    path.write_text(
        f'adds_to: {place}\nagency: Our house\nas_of: "2026-11-25"\nservices:\n'
        f"  - id: our-line\n    names: {{en: Our line}}\n    offers: [shelter]\n"
        f'    contacts: [{{kind: telephone, number: "{number}", hours: "{hours}", evidence: official}}]\n'
        '    source: Our own list\n    page_date: "2026-11-25"\n    confirmed_on: "2026-11-25"\n',
        encoding="utf-8",
    )
    return str(path)


@pytest.mark.parametrize(
    ("place", "number", "hours", "moment", "said"),
    [
        ("hk", "+852 2345 6789", "Mo-Fr 09:00-17:00", "2026-12-25T10:30", "a public holiday: may be closed"),
        ("gb", "+44 20 7946 0958", "Mo-Fr 09:00-17:00; PH off", "2027-01-01T10:00", "CLOSED NOW"),
        ("gb", "+44 20 7946 0958", "Mo-Fr 09:00-17:00; PH off", "2027-03-29T10:00", "perhaps a public holiday: may be"),
        ("id", "+62 21 2924 4800", "Mo-Fr 09:00-17:00; PH off", "2027-03-10T10:00", "perhaps a public holiday: may be"),
        ("tw", "+886 2 2345 6789", "Mo-Fr 09:00-17:00; PH off", "2027-02-08T10:00", "CLOSED NOW"),
        ("hk", "+852 2345 6789", "Mo-Su 00:00-03:00,18:00-24:00; PH off", "2026-12-25T01:00", "open now, until 3:00"),
        ("hk", "+852 2345 6789", "Mo-Su 00:00-03:00,18:00-24:00; PH off", "2026-12-27T01:00", "CLOSED NOW"),
    ],
)
def test_a_holiday_closes_a_line_or_leaves_it_in_doubt(
    place: str, number: str, hours: str, moment: str, said: str, tmp_path: Path
) -> None:
    own = own_line(tmp_path, place, number, hours)

    told = services("--place", place, "--need", "shelter", "--at", moment, "--services", own).out

    line = " ".join(told.partition(number)[2].split())[:100]
    assert said in line
    assert ("open now" in line) == ("open now" in said)
