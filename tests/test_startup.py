"""`--help` and `--version` start without anything that costs."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

STARTED = [sys.executable, "-c", "from screening.__main__ import main; main()"]
LATE = ("questionary", "prompt_toolkit", "rich", "yaml", "jinja2", "msgspec", "importlib.metadata")


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_nothing_heavy_is_imported(option: str) -> None:
    finished = subprocess.run(
        [sys.executable, "-X", "importtime", *STARTED[1:], option],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    imported = {line.rsplit("|", 1)[-1].strip() for line in finished.stderr.splitlines() if "|" in line}

    assert "typer" in imported
    for module in LATE:
        assert not any(name == module or name.startswith(f"{module}.") for name in imported), module


def test_the_full_screen_does_not_wait_for_what_only_other_ways_to_show_need() -> None:
    imported = "import sys, screening.commands.run, screening.commands.menu, screening.terminal.full"

    subprocess.run(
        [sys.executable, "-c", f"{imported}; assert not {{'rich', 'jinja2'}} & set(sys.modules)"], check=True
    )


def test_the_first_screen_does_not_wait_for_what_only_others_need() -> None:
    imported = "import sys, screening.commands.run, screening.terminal.full"
    late = [
        *("rich", "jinja2", "questionary"),
        *("screening.commands.after_talk", "screening.commands.numbers_now", "screening.commands.result_output"),
        *("screening.interview.answer_code", "screening.reading.directories", "screening.terminal.flag_card"),
        *("screening.show.report", "screening.show.first_page", "screening.show.card"),
    ]

    subprocess.run([sys.executable, "-c", f"{imported}; assert not set({late!r}) & sys.modules.keys()"], check=True)


def test_what_comes_later_is_there_before_anything_is_asked() -> None:
    whole = "from screening.commands.session import what_comes_later; assert len(list(what_comes_later()))"
    later = [
        "screening.interview.answer_code",
        "screening.reading.directories",
        "screening.commands.after_talk",
        "screening.commands.numbers_now",
        "screening.terminal.flag_card",
    ]

    subprocess.run(
        [sys.executable, "-c", f"import sys; {whole}; assert set({later!r}) <= sys.modules.keys()"], check=True
    )


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent as POSIX systems do")
def test_ctrl_c_while_it_starts_ends_it_in_silence(tmp_path: Path) -> None:
    (tmp_path / "typer.py").write_text("print('importing', flush=True)\nimport time\ntime.sleep(60)\n")
    running = subprocess.Popen(
        STARTED,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    with running:
        assert running.stdout is not None
        assert running.stdout.readline() == "importing\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=60)

    # A shell shows it as 130.
    assert running.returncode == -signal.SIGINT
    assert (out, err) == ("", "")


def test_a_start_reads_the_options_of_no_command_but_the_one_that_is_called() -> None:
    script = (
        "import typer.main; from screening.cli import app;\n"
        "program = typer.main.get_command(app)\n"
        "read = [name for name, each in program.commands.items() if '_read' in vars(each)]\n"
        "assert not read, read\n"
        "assert [each.name for each in program.commands['score'].params][:1] == ['set_name']"
    )

    subprocess.run([sys.executable, "-c", script], check=True)
