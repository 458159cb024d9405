"""The words of the field, which cutting a text must not break."""

from __future__ import annotations


def lexicon() -> tuple[str, ...]:
    """Names and aliases of indicators and regions, as the reference files have them."""
    return ()
