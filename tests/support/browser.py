"""Headless Chromium: what it makes of a page, on paper and on a small screen, and what axe finds in it."""

import json
import re
import shutil
import subprocess
from html import escape, unescape
from pathlib import Path

import pytest

from tests.support.thorough import THOROUGH

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
# `.ci/run` puts it there: npm install --prefix build/npm --no-save axe-core@4
AXE = Path(__file__).parents[2] / "build" / "npm" / "node_modules" / "axe-core" / "axe.min.js"
ALWAYS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    # It asks nobody anything while it looks at a page.
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A browser whose window is dark; it is up to the page what that means.
DARK = "--blink-settings=preferredColorScheme=0"
# What is found stands in the title in the end. Three elements are enough to see what is meant.
_ASK_AXE = """<script>{axe}</script><script>
axe.run(document, {{resultTypes: ["violations"]}}).then(found => {{
  const told = each => [each.id, each.help, ...each.nodes.slice(0, 3).map(node => node.html)].join(": ");
  document.title = JSON.stringify(found.violations.map(told));
}});
</script>"""
# A window is never narrower than 500: a small screen is a frame in it.
_ON_A_PHONE = """<!doctype html><html><body style="margin: 0">
<iframe id="phone" style="border: 0" width="375" height="{height}" srcdoc="{page}"></iframe><script>
const phone = document.getElementById("phone");
phone.onload = () => {{ document.title = phone.contentDocument.documentElement.scrollWidth; }};
</script></body></html>"""


def shown(source: str, folder: Path, *options: str) -> str:
    """What a browser makes of a page, as it stands in the end.

    Args:
        source: the page.
        folder: where it may leave files.
        options: what else is said to Chromium.
    """
    if CHROMIUM is None:
        assert not THOROUGH, "Chromium is not installed, and a build must look at the pages."
        pytest.skip("Chromium is not installed")
    file = folder / "page.html"
    file.write_text(source, encoding="utf-8")
    command = [CHROMIUM, *ALWAYS, f"--user-data-dir={folder / 'profile'}"]
    finished = subprocess.run([*command, *options, file.as_uri()], capture_output=True, timeout=120, check=True)
    return finished.stdout.decode()


def violations(source: str, folder: Path, *options: str) -> list[str]:
    """What axe finds wrong with a page: for each rule its name, what it wants, and some elements that break it."""
    if not AXE.exists():
        assert not THOROUGH, "axe-core is not installed, and a build must look at the pages."
        pytest.skip("axe-core is not installed: npm install --prefix build/npm --no-save axe-core@4")
    script = _ASK_AXE.format(axe=AXE.read_text(encoding="utf-8"))
    looked_at = source.replace("</body>", f"{script}</body>")
    return list(json.loads(_title(shown(looked_at, folder, "--dump-dom", "--virtual-time-budget=20000", *options))))


def on_a_phone(source: str, height: int = 800) -> str:
    """A page that shows another as a telephone would, 375 wide."""
    return _ON_A_PHONE.format(page=escape(source), height=height)


def width_on_a_phone(source: str, folder: Path) -> int:
    """How wide a page is where there is room for 375: more, if it has to be pushed from side to side."""
    return int(_title(shown(on_a_phone(source), folder, "--dump-dom")))


def _title(dom: str) -> str:
    found = re.search("<title>(.*?)</title>", dom, re.DOTALL)
    assert found is not None
    return unescape(found.group(1))


def paper(source: str, folder: Path) -> int:
    """How many sides a page takes when it is printed."""
    file = folder / "page.pdf"
    shown(source, folder, f"--print-to-pdf={file}", "--no-pdf-header-footer")
    printed = file.read_bytes()
    assert printed.startswith(b"%PDF")
    return len(re.findall(rb"/Type\s*/Page\b", printed))
