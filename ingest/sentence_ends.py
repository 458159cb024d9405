"""How sentences end, for every stage that asks whether a line is whole."""

from __future__ import annotations

import re
from typing import Final

_BEHIND: Final = r"[”’）》」』)\]】*]*"
SENTENCE_END: Final = re.compile(rf"(?:[。！？；：…!?;:]|(?<!\d)\.){_BEHIND}$")
"""“…办结。”, “…如下：”, “…服务.」”, but not “…下降36.”, whose number goes on."""
FULL_STOP: Final = re.compile(rf"[。！？]{_BEHIND}$")
CLOSED: Final = re.compile(rf"{SENTENCE_END.pattern}|[。！？][”’]?(?:[（(][^（）()]{{1,30}}[）)])?$")
"""The same, or with a remark in brackets behind the full stop: “…。（闻之）”."""
