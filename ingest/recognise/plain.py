"""Text as the recognisers read it: Simplified characters, half-width figures, each at its own place.

What is kept and shown stays as printed; only the patterns look at the plain text, so that 辦電 is 办电 and １９．６％
is 19.6% to all of them. It is as long as the printed one: a place in one is the place in the other.
"""

from __future__ import annotations

from functools import cache

from opencc import OpenCC

_CJK = range(0x4E00, 0xA000)
# Marks stay as they are: （ ， and ： stand for themselves in every pattern.
_FIGURES = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９．％＋－", "0123456789.%+-", strict=True)}


@cache
def traditional() -> dict[str, str]:
    """The characters that only Traditional texts have, each with its Simplified one, taken singly."""
    characters = [chr(code) for code in _CJK]
    simplified = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    return {old: new for old, new in zip(characters, simplified, strict=True) if old != new and len(new) == 1}


@cache
def _table() -> dict[int, str]:
    return {ord(old): new for old, new in traditional().items()} | _FIGURES


def plain(text: str) -> str:
    """`text` in Simplified characters and half-width figures; as long as before."""
    return text.translate(_table())
