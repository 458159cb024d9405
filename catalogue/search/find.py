"""The answer to a question."""

from __future__ import annotations

from .query import CaseQuery, SearchResult


def find(query: CaseQuery) -> SearchResult:
    """The page of hits asked for, the number of all cases that answer the question, and exact counts for refining it.

    An empty question is answered with every published case. A page beyond the last has no hits. Never raises for
    anything a `CaseFilter` lets through.
    """
    raise NotImplementedError


def find_all(query: CaseQuery) -> list[int]:
    """Primary keys of all cases that answer the question, in its order, whatever its page."""
    raise NotImplementedError
