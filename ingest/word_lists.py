"""Lists of words as patterns, so that a reader sees the words."""

from __future__ import annotations


def one_of(words: str) -> str:
    """The first that fits of the words, set off by blanks, which are patterns themselves."""
    return f"(?:{'|'.join(words.split())})"
