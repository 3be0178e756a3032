"""What a story may not have, and that a story without it is left alone."""

import pytest

from screening.lint.story import not_for_a_story
from tests.support.problems import said


@pytest.mark.parametrize(
    ("story", "says"),
    [
        ("Call her on +852 2345 6789.", "'+852 2345 6789' could be a real number, of a telephone or a paper"),
        ("Call her on 23456789.", "'23456789' could be a real number, of a telephone or a paper"),
        ("His card says A123456(3).", "'A123456(3)' could be a real number, of a telephone or a paper"),
        ("She wrote to job@example.org.", "'job@example.org' could lead to somebody real"),
        ("He found it on www.example.org today.", "'www.example.org' could lead to somebody real"),
        ("He follows @easymoney.", "'@easymoney' could lead to somebody real"),
        ("She works for Mrs. Example.", "'Mrs. Example' could be the name of somebody real"),
        ("A man called John Example works there.", "'called John Example' could be the name of somebody real"),
        ("She sleeps at 12 Long River Road.", "'12 Long River Road' could be a real address"),
        ("A victim of 29 works there.", "'victim' gives away what the case comes to"),
        ("She was trafficked.", "'trafficked' gives away what the case comes to"),
        ("\u5979\u662f\u53d7\u5bb3\u4eba\u3002", "'\u53d7\u5bb3\u4eba' gives away what the case comes to"),
    ],
)
def test_what_could_be_real_or_gives_the_key_away_is_found(story: str, says: str) -> None:
    assert [said(message) for message, _ in not_for_a_story(story)] == [says]


@pytest.mark.parametrize(
    "story",
    [
        "A woman of 29 works from 6 in the morning until midnight, for 4,170 dollars, less 2,000.",
        "A girl called Min came to Hong Kong in 2024 with 1,500,000 rupiah of debt.",
        "He says the dress is fake, the boss is lying, and 20 000 people live there.",
        "The agency near Yau Tsim Mong keeps his passport; Christmas Eve was his day off.",
    ],
)
def test_an_ordinary_story_is_left_alone(story: str) -> None:
    assert [*not_for_a_story(story)] == []
