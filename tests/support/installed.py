"""The program as somebody has just installed it: in an environment of its own, from copied files."""

import compileall
import os
import re
import shutil
import subprocess
import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]
_SCRIPT = """
import re
import sys
from screening.cli import main
if __name__ == "__main__":
    sys.argv[0] = re.sub(r"(-script\\.pyw|\\.exe)?$", "", sys.argv[0])
    sys.exit(main())
"""


@dataclass(frozen=True)
class Installed:
    """An installed program.

    Attributes:
        python: its interpreter.
        package: where its modules are.
        script: what its user starts.
    """

    python: Path
    package: Path
    script: Path

    def command(self, *arguments: str) -> list[str]:
        """What its user types."""
        return [str(self.python), str(self.script), *arguments]

    def forget_compiled(self) -> None:
        """Be as fresh as on the first day, where nothing was compiled at the installation."""
        for folder in sorted(self.package.rglob("__pycache__")):
            shutil.rmtree(folder)


def install(folder: Path, *, compiled: bool) -> Installed:
    """Install the program; in the copy a key may come as fast as a test presses it.

    Args:
        folder: where, empty.
        compiled: whether its modules are compiled, as some installers do and others do not.
    """
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True, timeout=120)
    python = folder / "bin" / "python"
    (site,) = (folder / "lib").glob("python*/site-packages")
    package = site / "screening"
    shutil.copytree(_CHECKOUT / "src" / "screening", package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("indicators", "referrals", "glossary"):
        shutil.copytree(_CHECKOUT / name, package / "data" / name)
    _be_fast(package / "terminal" / "full.py")
    if compiled:
        assert compileall.compile_dir(str(package), quiet=1)
    # What it depends on is where it is here; what is listed there comes after its own, and is read as it is.
    there = dict.fromkeys(sysconfig.get_path(name) for name in ("purelib", "platlib"))
    (site / "dependencies.pth").write_text("".join(f"{path}\n" for path in there))
    script = folder / "bin" / "screening"
    script.write_text(f"#!{python}{_SCRIPT}")
    script.chmod(0o755)
    installed = Installed(python, package, script)
    found = subprocess.run(
        [str(python), "-B", "-c", "import screening; print(screening.__file__)"],
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert Path(found.stdout.decode().strip()) == package / "__init__.py"
    return installed


class Folders:
    """Folders in which a program might leave something. They are empty at first."""

    def __init__(self, parent: Path) -> None:
        """Args: parent: where they are made."""
        self._folders = {name: parent / name.lower() for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "HERE")}
        for folder in self._folders.values():
            folder.mkdir()
        self.here = self._folders.pop("HERE")

    @property
    def environment(self) -> dict[str, str]:
        """Leads there, and has nothing in it that tells Python what to do."""
        python = {name: "" for name in os.environ if name.startswith(("PYTHON", "XDG_"))}
        return python | {name: str(folder) for name, folder in self._folders.items()}

    def left(self) -> list[Path]:
        """Everything in them."""
        return [path for folder in (self.here, *self._folders.values()) for path in folder.rglob("*")]


def _be_fast(module: Path) -> None:
    text, count = re.subn(r"^QUIET_SECONDS = .*$", "QUIET_SECONDS = 0", module.read_text(), flags=re.MULTILINE)
    assert count == 1
    module.write_text(text)
