"""The table of the services that page one of the vignettes shows most often is true."""

import pytest

from screening.reading.page_one import shown_most
from screening.reading.places import Directories, places
from screening.reading.set_catalog import data_folder
from tests.referrals.page_one import page
from tests.support.thorough import THOROUGH


@pytest.mark.parametrize("place", places())
def test_every_service_in_it_is_one_of_the_place(place: str) -> None:
    shown = shown_most(place)

    assert shown
    assert set(shown) <= {service.id for service in Directories()[place].services}


def test_of_a_place_that_is_not_built_in_nothing_is_known() -> None:
    assert shown_most("zz") == ()


@pytest.mark.skipif(not THOROUGH, reason="every vignette is assessed in every place")
def test_it_is_that_of_the_vignettes_and_directories_as_they_are() -> None:
    written = (data_folder("desk") / "page_one.yaml").read_text(encoding="utf-8")

    assert written == page(), "Write it again: python -m tests.referrals.write_page_one"
