"""Writes `docs/checks.md` anew: `python -m tests.lint.write_checks`."""

from tests.lint.checks_page import PAGE, checks_page

if __name__ == "__main__":
    PAGE.write_text(checks_page(), encoding="utf-8")
