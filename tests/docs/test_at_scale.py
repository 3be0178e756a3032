"""The page on many records: its commands and its job do what it says, and leave behind what it says."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from screening.reading.sets import find_set
from tests.support import kobo
from tests.support.program import PROGRAM, program
from tests.support.spark import FROM_A_TABLE, INSTALLED, JOB, PAGE, lines_of, submit
from tests.support.thorough import THOROUGH, one_in

PALERMO = find_set("palermo")
COMMANDS = [
    line for block in re.findall(r"^```sh\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL) for line in block.splitlines()
]
MARK = "zq-told-in-confidence"
WRONG = [
    json.dumps({"id": f"wrong-{MARK}", "answers": {"papers": MARK}}),
    json.dumps({"id": f"named-{MARK}", "name": MARK, "answers": {}}),
]


def written(file: Path, number: int) -> Path:
    """A file of records, all different, with two among them that cannot be read."""
    lines = list(kobo.lines(PALERMO, number))
    lines[number // 2 : number // 2] = [line.encode() + b"\n" for line in WRONG]
    file.write_bytes(b"".join(lines))
    return file


def scored(file: Path) -> list[str]:
    """The lines that `score` prints of a file."""
    with file.open("rb") as stream:
        command = [*PROGRAM, "score", "palermo"]
        finished = subprocess.run(command, stdin=stream, capture_output=True, text=True, timeout=600, check=False)
    assert (finished.returncode, finished.stderr) == (1, "")
    return finished.stdout.splitlines()


def without_place(lines: list[str]) -> list[str]:
    """Lines without the line that an error names: that counts from the beginning of a part."""
    return sorted(re.sub(r'^(\{"id":[^{}]*),"line":\d+(,"error":)', r"\1\2", line) for line in lines)


def spark_or_skip() -> None:
    if not INSTALLED:
        assert not THOROUGH, "Spark is not installed in build/spark, and a build must run the job."
        pytest.skip("Spark is not installed in build/spark (.ci/run says how)")
    if shutil.which("java") is None:
        assert not THOROUGH, "Java is not installed, and a build must run the job."
        pytest.skip("Java is not installed")


def test_the_job_writes_line_by_line_what_score_prints_and_leaves_nothing_else_behind(tmp_path: Path) -> None:
    spark_or_skip()
    (tmp_path / "archive.py").write_text(JOB, encoding="utf-8")
    source = written(tmp_path / "records.jsonl", 200_000 if THOROUGH else 2_000)
    (events := tmp_path / "events").mkdir()
    (command,) = (line for line in COMMANDS if line.startswith("spark-submit"))

    printed = submit(
        tmp_path,
        "local[2]",
        *command.removeprefix("spark-submit --master 'local[2]' ").split(),
        # Many parts, as an archive has; and all that Spark can tell.
        spark_sql_files_maxPartitionBytes="16m",
        spark_eventLog_enabled="true",
        spark_eventLog_compress="false",
        spark_eventLog_dir=events.as_uri(),
        spark_local_dir=tmp_path / "local",
    )

    results = lines_of(tmp_path / "results")
    assert without_place(results) == without_place(scored(source))
    # What is looked for is really there, and nowhere else.
    assert sum(MARK in line for line in results) == len(WRONG)
    told = [path.read_text(encoding="utf-8") for path in events.rglob("*") if path.is_file()]
    assert "SparkListenerTaskEnd" in "".join(told)
    assert all(MARK not in text and "hold-used" not in text for text in [printed, *told])


# Around the lines of the page: an archive with a name in it, and what lies on the disk before and behind.
_BEFORE = f'''
from pathlib import Path

source, target, local = sys.argv[2:]
spark.read.json(spark.sparkContext.parallelize([""" {{"id": "a", "name": "A. {MARK}", "born": "{MARK}", "age": "adult",
    "place": "hk", "papers": "kept", "hold-used": ["debt", "declined"]}} """.replace("\\n", "")])).union(
    spark.sql("select 'adult', '{MARK}', cast(null as array<string>), 'b', '{MARK}', 'unclear', null")).write.parquet(source)

def on_disk():
    return sorted(path.name for path in Path(local).rglob("shuffle_*") if path.stat().st_size)
'''
_BEHIND = """
records.mapInPandas(assessed, "value string").write.text(target)
print("ON DISK", on_disk())
print(records.mapInPandas(assessed, "value string")._jdf.queryExecution().toString())
records.repartition(2).write.text(target + "-again")
print("ON DISK THEN", on_disk())
"""


def test_a_table_is_assessed_by_its_named_columns_and_nothing_of_it_stays_on_the_disk(tmp_path: Path) -> None:
    spark_or_skip()
    assessing, _, _ = JOB.partition("records = ")
    job = (
        assessing.replace("name, source, target = sys.argv[1:]", "name = sys.argv[1]")
        + _BEFORE
        + FROM_A_TABLE
        + _BEHIND
    )
    (tmp_path / "table.py").write_text(job, encoding="utf-8")

    arguments = ("table.py", "palermo", "table.parquet", "results", "local")
    # Encrypted, as the page advises: the job goes on all the same.
    settings: dict[str, str | Path] = {"spark_io_encryption_enabled": "true", "spark_local_dir": tmp_path / "local"}
    printed = submit(tmp_path, "local[1]", *arguments, **settings)

    results: list[dict[str, Any]] = [json.loads(line) for line in lines_of(tmp_path / "results")]
    given = [
        {
            "id": "a",
            "circumstances": {"age": "adult", "place": "hk"},
            "answers": {"papers": "kept", "hold-used": ["debt", "declined"]},
        },
        {"id": "b", "circumstances": {"age": "adult"}, "answers": {"papers": "unclear"}},
    ]
    same = program("score", "palermo", given="".join(json.dumps(record) + "\n" for record in given))
    assert sorted(results, key=lambda result: str(result["id"])) == [json.loads(line) for line in same.out.splitlines()]
    # Of the file only the named columns are read: its name and its birthday are not.
    (read,) = re.findall(r"ReadSchema: (.*)", printed)
    assert "papers" in read
    assert "name" not in read
    assert "born" not in read
    assert "ON DISK []" in printed
    assert "ON DISK THEN ['shuffle_" in printed


# The filters of the page: the file that each reads, what makes it of the records, and the one that it writes.
FILTERS = [
    ("gunzip", "archive.jsonl.gz", "gzip -c records.jsonl > archive.jsonl.gz", "gunzip -c results.jsonl.gz"),
    (
        "jq",
        "case-files.jsonl",
        """jq -c '. + {"notes": "none"}' records.jsonl > case-files.jsonl""",
        "cat results.jsonl",
    ),
    ("parallel", "records.jsonl", ":", "cat results.jsonl"),
]


@pytest.mark.parametrize(("tool", "reads", "made", "shown"), one_in(2, FILTERS), ids=lambda each: each[:8])
def test_each_filter_gives_the_same_lines_in_the_same_order(
    tmp_path: Path, tool: str, reads: str, made: str, shown: str
) -> None:
    if shutil.which(tool) is None:
        assert not THOROUGH, f"{tool} is not installed, and a build must try what the page says."
        pytest.skip(f"{tool} is not installed")
    lines = b"".join(kobo.lines(PALERMO, 500 if THOROUGH else 100))
    (tmp_path / "records.jsonl").write_bytes(lines)
    (command,) = (line for line in COMMANDS if line.startswith(tool) and reads in line)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"

    finished = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", f"{made}\n{command}\n{shown}"],
        cwd=tmp_path,
        # parallel asks there, once, to be cited.
        env={**os.environ, "PATH": path, "PARALLEL_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )

    assert finished.stdout == program("score", "palermo", given=lines.decode()).out
