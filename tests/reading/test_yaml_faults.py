"""What is said of a text that is not YAML: what was probably meant, at its place, whichever parser stopped there."""

import pytest
import yaml

from screening.reading import yaml_text
from screening.reading.yaml_text import read_yaml

FAULTS: dict[str, tuple[str, str]] = {
    "a colon in a text": (
        "- ask: Tell me: where do you sleep?\n",
        "1:15: a text without quotes has a colon with a space after it. Put the whole text in quotes.",
    ),
    "a colon in an item of a list": (
        "do:\n  - Say: first: you are safe\n",
        "2:15: a text without quotes has a colon with a space after it. Put the whole text in quotes.",
    ),
    "a key that is indented too far": ("ask: Where?\n  record: R\n", "Indent it as far as the key above."),
    "a colon in a text that goes on": ("why: It is long\n  and says: no\n", "If it belongs to a text, quote the text."),
    "a colon in braces": ("- {id: a, label: Tell: me}\n", "put a text in quotes that has a colon"),
    "a text that begins with a sign": ("ask: @home\n", "1:6: a text without quotes begins with '@'. Put the whole"),
    "a text behind quotes": ('- ask: "Kept" by whom?\n', "1:15: there is text behind the quotes that end here."),
    "an apostrophe within quotes of its kind": (
        "- ask: 'It's gone'\n",
        "there is text behind the quotes that end here.",
    ),
    "a text that begins with a hyphen": ("ask: - where?\n", "Put a text that begins with a hyphen in quotes."),
    "a tab": ("a: x\nb:\n\tc: d\n", "with a tab"),
    "a bracket that stays open": ("a: [x\nb: y\n", "this is not YAML: "),
}


@pytest.mark.parametrize("parser", ["CSafeLoader", "SafeLoader"])
@pytest.mark.parametrize(("content", "says"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_with_how_to_correct_it(
    content: str, says: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_text, "_Loader", getattr(yaml, parser))

    (problem,) = read_yaml(content.encode(), "file.yaml").problems

    assert says in str(problem)
