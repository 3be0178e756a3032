"""Write the table of the services that page one of the vignettes shows most often."""

from screening.reading.set_catalog import data_folder
from tests.referrals.page_one import page

if __name__ == "__main__":
    (data_folder("desk") / "page_one.yaml").write_text(page(), encoding="utf-8")
