"""`resume` with what is no code."""

from tests.support.program import program


def test_a_line_that_no_code_is_as_long_as_is_refused_in_one_line() -> None:
    finished = program("resume", "--plain", given="A" * 1024 * 1024 + "\n")

    assert "\nThis is too long for a code. Type only the groups that are on the paper.\n" in finished.err
    assert len(finished.out + finished.err) < 1_000
