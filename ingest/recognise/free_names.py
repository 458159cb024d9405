"""Whether the characters of a short name are a word of their own in running text, and that of a place."""

from __future__ import annotations

from ingest.lexicon import jieba_names, jieba_words
from ingest.recognise.naming import Token
from ingest.recognise.place_words import COUNTY_WORDS, LOCAL_BODY, NOT_AFTER_SHORT_NAME, SELDOM_PLACES

NO_GAIN = 1e-6
"""What rounding leaves of a gain of nothing."""


def is_known_place(token: Token, text: str) -> bool:
    """Whether a short name is that of one county only and no ordinary word to a general dictionary: 太仓, 余杭.

    What the dictionary knows as a name, but not as a place's, has to stand in the text more than once.
    """
    if len(token.namings) > 1 or token.surface in COUNTY_WORDS | SELDOM_PLACES:
        return False
    of_a_place = jieba_names().get(token.surface)
    return of_a_place is not None and (of_a_place or text.count(token.surface) > 1)


def stands_free(token: Token, text: str) -> bool:
    """Whether a short name is a word of its own: not 推广元宇宙, 长治久安, nor part of another name (宁波银行)."""
    if NOT_AFTER_SHORT_NAME.match(text, token.end):
        return False
    before, after = text[max(token.start - 4, 0) : token.start], text[token.end : token.end + 4]
    words = jieba_words()
    if words.gain(before, token.surface + after) >= NO_GAIN:
        return False
    ends_here = token.is_crossed or LOCAL_BODY.match(text, token.end)  # 昆山海关 has nothing to do with 山海关
    return bool(ends_here) or words.gain(before + token.surface, after) < NO_GAIN


def opens_clause(token: Token, text: str) -> bool:
    """Whether no word stands right before a name."""
    return token.start == 0 or not text[token.start - 1].isalnum()
