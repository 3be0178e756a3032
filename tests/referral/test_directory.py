"""What a directory tells of the law, and to whom."""

from typing import Any

import pytest

from tests.support.services import directory


@pytest.mark.parametrize(
    ("duty", "child", "told"),
    [
        ({}, False, True),
        ({"child": True}, False, False),
        ({"child": True}, True, True),
        ({"needs": ["medical", "shelter"]}, False, True),
        ({"needs": ["medical"]}, True, False),
        ({"needs": ["shelter"], "child": True}, False, False),
    ],
)
def test_a_law_is_told_of_where_it_matters(duty: dict[str, Any], child: bool, told: bool) -> None:
    law = {"id": "law", "title": "x", "text": ["x"], "evidence": "official", "source": "x", "page_date": "2026", **duty}

    assert bool(directory(duties=[law]).duties_for(["shelter", "police"], child=child)) is told


@pytest.mark.parametrize(
    ("child", "told"),
    [
        (True, {"law": ("All.", "A child."), "of a child": ("A child.",)}),
        (False, {"law": ("All.", "An adult."), "of an adult": ("An adult.",)}),
        (
            None,
            {"law": ("All.", "A child.", "An adult."), "of a child": ("A child.",), "of an adult": ("An adult.",)},
        ),
    ],
    ids=["child", "adult", "nobody in particular"],
)
def test_of_the_law_only_what_is_meant_for_this_age_is_told(
    child: bool | None, told: dict[str, tuple[str, ...]]
) -> None:
    texts = {
        "law": ["All.", {"adult": "An adult.", "child": "A child."}],
        "of a child": [{"child": "A child."}],
        "of an adult": [{"adult": "An adult."}],
    }
    laws = [
        {
            "id": name.replace(" ", "-"),
            "title": name,
            "text": text,
            "evidence": "official",
            "source": "x",
            "page_date": "2026",
        }
        for name, text in texts.items()
    ]

    place = directory(duties=laws)

    assert {duty.title: duty.text for duty in place.duties_for(["shelter"], child=child)} == told
    assert place.duties_at(child=child) == place.duties_for(["shelter"], child=child)
