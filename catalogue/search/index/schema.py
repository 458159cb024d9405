"""What the index holds of cases and of their measures. Nothing is stored: texts come from the database."""

from __future__ import annotations

from functools import cache

from tantivy import Schema, SchemaBuilder

VERSION = 12
"""Raise it whenever a field is added, dropped or filled differently: every index is then built anew."""

WORD_FIELDS = {"title_words": 4.0, "name_words": 2.2, "heading_words": 2.0, "text_words": 1.0}
"""Fields of a case's words with their weights: what a case is about goes before what it mentions."""
TITLE_PAIRS, ALL_PAIRS, NAME_PAIRS = "title_pairs", "all_pairs", "name_pairs"
"""Fields of character pairs: of the title, of everything that a case prints, and of what it is filed under, printed or
not: its regions and those above them, its indicators and agencies."""
SPELLINGS = "spellings"
"""How the title of a case and the heading of a measure may begin to be typed, in pinyin too (0.04 of the text)."""

EVERY_CASE = "every"
"""A field, and the one word in it that each case holds: what tells how many cases the statistics of words are of. They
count cases that were deleted or written anew until the engine merges them away."""

BY_CHANCE = "by_chance"
"""A field of words that stand in a text only where two others make them (通关 in 打通|关键), and then in no other field
of words, names aside. Words of two characters stand among the pairs all the same."""

SHORT = 2
"""Characters of a word that is a pair."""

MEASURE_WORD_FIELDS = {"heading_words": 2.5, "text_words": 1.0}
"""Fields of a measure's words with their weights.

Words only: pairs with their places would double the size of the whole index (measured: 0.92 of the text for the cases'
pairs, 0.96 again for the measures', 0.15 for the measures' words). What words cannot tell is looked up in the texts.
How often a word stands in a measure tells little of a text that short and is left out.
"""


def fields_of(word: str) -> dict[str, float]:
    """The fields in which to look for a word of the index, with their weights.

    A word of two characters is a pair, and in a case's lead and measures indexed as such alone: that saves a tenth of
    the text's size.
    """
    return WORD_FIELDS | {ALL_PAIRS: WORD_FIELDS["text_words"]} if is_pair(word) else WORD_FIELDS


def is_pair(word: str) -> bool:
    """Whether a word of the index is one of its pairs, too: 电力, but not 5g, which must not be found in b5g."""
    return len(word) == SHORT and not word.isascii()


@cache
def schema() -> Schema:
    """The fields of a case."""
    builder = SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_integer_field("source", indexed=True, fast=True)
    builder.add_integer_field("digest", fast=True)
    for facet in ("region", "indicator"):
        builder.add_text_field(facet, tokenizer_name="raw", index_option="basic", fast=True)
    for order in ("newest", "oldest"):
        builder.add_integer_field(order, fast=True)
    builder.add_float_field("freshness", fast=True)
    for words in WORD_FIELDS:
        builder.add_text_field(words, tokenizer_name="whitespace", index_option="freq")
    for pairs in (TITLE_PAIRS, ALL_PAIRS, NAME_PAIRS):
        builder.add_text_field(pairs, tokenizer_name="whitespace", index_option="position")
    for words in (BY_CHANCE, SPELLINGS):
        builder.add_text_field(words, tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field(EVERY_CASE, tokenizer_name="raw", index_option="basic")
    return builder.build()


@cache
def measure_schema() -> Schema:
    """The fields of a measure; `id` is its own, `case` the key of its case."""
    builder = SchemaBuilder()
    builder.add_integer_field("id", fast=True)
    builder.add_integer_field("case", indexed=True, fast=True)
    builder.add_integer_field("year", indexed=True, fast=True)
    builder.add_integer_field("source", indexed=True)
    builder.add_integer_field("digest", fast=True)
    for facet in ("region", "indicator"):
        builder.add_text_field(facet, tokenizer_name="raw", index_option="basic")
    for words in MEASURE_WORD_FIELDS:
        builder.add_text_field(words, tokenizer_name="whitespace", index_option="basic")
    for words in (BY_CHANCE, SPELLINGS):
        builder.add_text_field(words, tokenizer_name="whitespace", index_option="basic")
    return builder.build()
