"""A new directory is whole, and says of each invented thing that it is."""

from datetime import date

import pytest

from screening.reading.directories import DirectoryFile, OwnFile, misfits, shape_services
from screening.reading.placeholders import is_placeholder
from screening.reading.places import Directories, places
from screening.reading.yaml_text import read_yaml
from screening.writing.directories import country_of, new_directory, new_services

TODAY = date(2026, 11, 28)


def test_a_new_directory_has_something_of_everything() -> None:
    file = shape_services(read_yaml(new_directory("np", TODAY).encode(), "np.yaml"))

    assert isinstance(file, DirectoryFile)
    assert file.problems == ()
    directory, (service,) = file.file.value, file.services
    assert (directory.place, directory.as_of) == ("np", "2026-11-28")
    assert all(
        (directory.districts, directory.duties, directory.traps, directory.not_listed, directory.emergency.offers)
    )
    assert all((service.barriers, service.districts, service.languages, service.referral.by, service.everyday))
    assert service.contacts[0].hours


@pytest.mark.parametrize("place", places())
def test_services_to_add_fit_every_built_in_place(place: str) -> None:
    directory = Directories()[place]
    file = shape_services(read_yaml(new_services(directory, TODAY).encode(), "ours.yaml"))

    assert isinstance(file, OwnFile)
    assert [*file.problems, *misfits(file, directory)] == []
    assert file.file.value.adds_to == place
    assert bool(file.services[0].districts) is bool(directory.districts)


def test_beside_every_invented_number_hours_and_barrier_something_is_left_to_be_replaced() -> None:
    text = read_yaml(new_directory("np", TODAY).encode(), "np.yaml")
    service = text.data["services"][0]
    (contact,), (barrier,) = service["contacts"], service["barriers"]

    left = [contact["number"], contact["note"], barrier["source"], service["source"], text.data["emergency"]["number"]]
    assert all(map(is_placeholder, left))


@pytest.mark.parametrize(
    ("said", "code"), [("np", "np"), ("Nepal", "np"), ("united-states", "us"), ("zz", None), ("001", None), ("", None)]
)
def test_a_country_is_known_by_its_code_and_its_name(said: str, code: str | None) -> None:
    country = country_of(said)

    assert (country.code if country is not None else None) == code
