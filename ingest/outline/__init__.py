"""The outline of a case: its measures as a tree, read from the printed numbering and headings."""

from ingest.outline.tree import outline

__all__ = ["outline"]
