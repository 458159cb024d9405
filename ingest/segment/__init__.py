"""A document taken apart: what it is, which of its parts are cases, and why the rest is none."""

from ingest.segment.sections import segment

__all__ = ["segment"]
