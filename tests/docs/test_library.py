"""The page for programmers: its examples run, and what it names is there, and is all that is public."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

import screening

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "library.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_examples_run_one_after_another(capsys: pytest.CaptureFixture[str]) -> None:
    names: dict[str, object] = {}
    for example in EXAMPLES:
        exec(compile(example, "docs/library.md", "exec"), names)

    level, pathways, mistake, scored, wrong = capsys.readouterr().out.splitlines()
    assert level == "clear_concern"
    assert "anti-trafficking" in pathways
    assert mistake == "there is no question 'paper'. Did you mean 'papers'?"
    assert json.loads(scored)["level"] == "some_concern"
    assert json.loads(wrong) == {"id": "a-18", "line": 2, "error": mistake}


def test_every_public_name_is_there_and_the_functions_are_named_on_the_page() -> None:
    for name in screening.__all__:
        assert getattr(screening, name).__doc__ or name == "__version__"
        assert name[0].isupper() or name.startswith("__") or f"`{name}(" in PAGE

    with pytest.raises(AttributeError, match="nothing_of_ours"):
        _ = screening.nothing_of_ours


def test_importing_the_package_imports_nothing_that_costs() -> None:
    heavy = "{'yaml', 'msgspec', 'rich', 'typer', 'prompt_toolkit'}"

    subprocess.run([sys.executable, "-c", f"import screening, sys; assert not {heavy} & set(sys.modules)"], check=True)
