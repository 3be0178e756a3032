"""Spark, in an environment of its own as on a cluster, and the job of the page on many records."""

import os
import re
import subprocess
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]
PAGE = (_CHECKOUT / "docs" / "at-scale.md").read_text(encoding="utf-8")
JOB, FROM_A_TABLE = re.findall(r"^```python\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
# `.ci/run` puts it there: python3 -m venv build/spark && build/spark/bin/pip install -e . 'pyspark>=4,<5' pandas pyarrow
HOME = _CHECKOUT / "build" / "spark"
INSTALLED = (HOME / "bin" / "spark-submit").exists()


def submit(folder: Path, master: str, *arguments: str, **settings: str | Path) -> str:
    """Run a job as the page says.

    Args:
        folder: where it begins.
        master: on what, such as `local[2]`.
        arguments: the file of the job, and what follows it.
        settings: of Spark, with `_` for the points in their names.

    Returns:
        All that it printed, on both streams.
    """
    environment = {**os.environ, "PYSPARK_PYTHON": str(HOME / "bin" / "python")}
    # It is found by what lies beside `spark-submit`.
    environment["PATH"] = f"{HOME / 'bin'}{os.pathsep}{environment['PATH']}"
    environment.pop("SPARK_HOME", None)
    # Spark takes a port for its web page wherever it finds one; nobody looks at it here.
    quiet = {"spark_ui_enabled": "false", **settings}
    given = [part for name, value in quiet.items() for part in ("--conf", f"{name.replace('_', '.')}={value}")]
    command = ["spark-submit", "--master", master, *given, *arguments]
    finished = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=900, check=False
    )
    printed = finished.stdout + finished.stderr
    if finished.returncode:
        raise RuntimeError(printed[-4000:])
    return printed


def lines_of(folder: Path) -> list[str]:
    """The lines of all parts that a job wrote, in any order."""
    return [line for part in folder.glob("part-*") for line in part.read_text(encoding="utf-8").split("\n") if line]
