"""What the tables of this folder share: how they write a tree of measures down, and prose that holds none."""

from __future__ import annotations

from ingest.outline import outline
from tests.ingest.pages import section

PROSE = "市政务服务局会同有关部门梳理高频事项，公布清单并逐项明确办理时限和所需材料，企业到一个窗口就能把事办完。"

Tree = list[tuple[int, str, str]]
"""Level, label and heading of each measure, in reading order."""


def tree(text: str) -> Tree:
    """The measures of a case with this text."""
    measures = outline(section(text), "1").measures
    return [(m.level, m.label, m.heading.text) for measure in measures for m in measure.walk()]
