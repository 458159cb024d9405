"""The cut of a text into words."""

from __future__ import annotations

import pytest

from ingest.lexicon import jieba_words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("企业登记在线服务平台", ["企业", "登记", "在线", "服务平台"]),
        ("打通关键环节", ["打通", "关键环节"]),
        ("推行一网通办", ["推行", "一网通办"]),
        ("办结3件", ["办结", "3", "件"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert jieba_words().words(text) == words
