"""Writes what is known of the built-in numbers into `docs/whom-to-call.md`: `python -m tests.referrals.write_freshness`."""

from tests.referrals.freshness_table import PAGE, page

if __name__ == "__main__":
    PAGE.write_text(page(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
