"""Writes the table of `docs/interoperability.md` anew: `python -m tests.sets.write_htcds`."""

from tests.sets.htcds_page import PAGE, TABLE, table

if __name__ == "__main__":
    PAGE.write_text(TABLE.written(PAGE.read_text(encoding="utf-8"), table()), encoding="utf-8")
