"""ODK's own pages in headless Chromium: a form is filled by touches, and tells what was to be seen.

The pages come with `npm install --prefix build/npm --no-save @getodk/web-forms vue`, as `.ci/run` does it.
"""

import json
import subprocess
import threading
from collections.abc import Sequence
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from queue import Queue
from typing import Any
from xml.etree import ElementTree

import pytest
from msgspec import Struct

from screening.sets.answers import Answers, values_of
from tests.support.browser import ALWAYS, CHROMIUM
from tests.support.odk import MODULES
from tests.support.thorough import THOROUGH

_PAGE = Path(__file__).parents[1] / "export" / "odk" / "web_form.html"
# A window is never narrower than 500: a small screen is a frame in it.
WIDTH = 390
_TELEPHONE = f'<!doctype html><iframe src="/web_form.html" width="{WIDTH}" height="844" style="border: 0"></iframe>'


class Seen(Struct, frozen=True):
    """What a form showed.

    Attributes:
        next: behind each question that was answered, what stood there then.
        shown: all that stood there in the end, question by question and note by note.
        links: what opens by a touch.
        items: how many lines stood in lists.
        wide: how wide it was.
        sent: the fields of what was sent.
    """

    next: dict[str, str]
    shown: list[str]
    links: list[str]
    items: int
    wide: int
    sent: dict[str, str]


def touched(form: str, record: Answers, folder: Path) -> Seen:
    """Fill a form with a record, by touching one answer after the other, and send it.

    Args:
        form: an XForm.
        record: what to answer, in the order of asking; all of it has to be asked.
        folder: where to put what the page needs.
    """
    _needs_pages()
    (folder / "form.xml").write_text(form, encoding="utf-8")
    (folder / "answers.json").write_text(json.dumps([(name, values_of(answer)) for name, answer in record.items()]))
    (folder / "web_form.html").write_bytes(_PAGE.read_bytes())
    (folder / "telephone.html").write_text(_TELEPHONE)
    (folder / "node_modules").symlink_to(MODULES.resolve())
    told = _in_browser(folder)
    assert "error" not in told, told
    root = ElementTree.fromstring(told.pop("sent"))
    sent = {each.tag.rpartition("}")[2]: each.text or "" for each in root.iter() if not len(each)}
    return Seen(**told, sent=sent)


def _needs_pages() -> None:
    missing = ["chromium"] if CHROMIUM is None else []
    missing += [name for name in ("@getodk/web-forms", "vue") if not (MODULES / name).is_dir()]
    if missing and THOROUGH:
        pytest.fail(f"{', '.join(missing)} must be installed here; .ci/run says how")
    if missing:
        pytest.skip(f"needs {', '.join(missing)}")


def _in_browser(folder: Path) -> dict[str, Any]:
    told: Queue[dict[str, Any]] = Queue()

    class Handler(SimpleHTTPRequestHandler):
        def do_POST(self) -> None:
            told.put(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_: Sequence[Any]) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}/telephone.html"
        # With this port it stays until it is ended.
        stays = ("--remote-debugging-port=0", f"--user-data-dir={folder / 'profile'}")
        command = [str(CHROMIUM), *ALWAYS, *stays, address]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as browser:
            try:
                return told.get(timeout=240)
            finally:
                browser.terminate()
                browser.wait(timeout=30)
                server.shutdown()
