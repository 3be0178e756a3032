"""Writes `docs/circumstances.md` anew: `python -m tests.sets.write_circumstances`."""

from tests.sets.circumstances_page import PAGE, circumstances_page

if __name__ == "__main__":
    PAGE.write_text(circumstances_page(), encoding="utf-8")
