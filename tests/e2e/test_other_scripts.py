"""The full screen in scripts whose letters are wide, or stand above one another."""

from pathlib import Path

import pytest

pytest.importorskip("ptyprocess", reason="pseudo-terminals need a POSIX system")

from rich.cells import cell_len

from tests.support.folders import write
from tests.support.golden import Story
from tests.support.kept_terminal import at_once

CHINESE_ASK = "如果你今天想要拿回你的護照或身份證,你會怎樣做?有沒有人替你保管這些文件,而你不能隨時取回?"
CHINESE_OPTION = "有人拿走了證件,而且不肯歸還,除非先付一筆錢,或者先做完所有的工作,並且不可以告訴任何人。"
THAI_ASK = "ถ้าวันนี้คุณอยากได้หนังสือเดินทางของคุณคืน คุณต้องทำอย่างไร และใครเป็นคนเก็บไว้"
THAI_OPTION = "มีคนเก็บเอกสารไว้ และไม่ยอมคืนให้ จนกว่าจะจ่ายเงินหรือทำงานให้เสร็จทั้งหมด"
IN_OTHER_SCRIPTS = {
    "set.yaml": """\
id: scripts
version: "1"
title: 一套 ภาษาไทย
circumstances:
  - {id: age, record: 年齡 อายุ}
sections:
  - {id: chinese, stage: questions}
  - {id: thai, stage: questions}
dimensions:
  control: {element: means, rule: one, title: 控制}
rules:
  one: [{total: 1}]
levels:
  some_concern: {in: [means], total: 1}
""",
    "indicators.yaml": "- {id: held, states: 證件被扣留, dimension: control, strength: medium}\n",
    "sections/chinese.yaml": f"""\
id: chinese
title: 自由與控制
questions:
  - id: papers
    ask: "{CHINESE_ASK}"
    record: 證件
    options: [{{id: own, label: 自己保管}}, {{id: kept, label: "{CHINESE_OPTION}", shows: [held]}}]
""",
    "sections/thai.yaml": f"""\
id: thai
title: อิสรภาพและการควบคุม
questions:
  - id: thai-papers
    ask: "{THAI_ASK}"
    record: เอกสาร
    choose: several
    options: [{{id: own, label: เก็บไว้เอง}}, {{id: kept, label: "{THAI_OPTION}", shows: [held]}}]
""",
}


def test_chinese_and_thai_stand_in_their_columns(tmp_path: Path) -> None:
    folder = write(tmp_path / "scripts", IN_OTHER_SCRIPTS)
    with Story("other-scripts", "80x24", "run", str(folder)) as story:
        story.play("enter", "2")
        can_be_read(story, CHINESE_ASK, CHINESE_OPTION, "自己保管", "自由與控制")
        assert cell_len(story.terminal.lines()[0]) == len(" ") + 78
        story.play("down down", "1", "enter")
        can_be_read(story, THAI_ASK, THAI_OPTION, "เก็บไว้เอง", "อิสรภาพและการควบคุม")
        assert cell_len(story.terminal.lines()[0]) == len(" ") + 78
        story.play("2", "?", "enter", "enter", "enter")
        can_be_read(story, "自己保管", THAI_OPTION)


def can_be_read(story: Story, *texts: str) -> None:
    """Texts can be read from the screen, row after row, and no row goes beyond the edge."""
    rows = story.terminal.lines()
    screen = "".join("".join(rows).split())
    for text in texts:
        assert "".join(text.split()) in screen
    assert max(map(cell_len, rows)) <= 79


def test_a_mark_at_the_end_of_a_row_is_painted_once(tmp_path: Path) -> None:
    folder = write(tmp_path / "scripts", IN_OTHER_SCRIPTS)
    terminal = at_once("run", str(folder))
    terminal.until("Before you begin")
    terminal.hit("enter")
    assert terminal.shows("Mark: 年齡 อายุ")

    assert terminal.text().count("\u0e38") == 1
