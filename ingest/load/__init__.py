"""The only part of the ingest that writes: a reading into the models, one transaction a document."""

from .document import load_document, patience, unchanged
from .report import DocumentReport, RunReport, Status
from .vocabulary import vocabulary

__all__ = ["DocumentReport", "RunReport", "Status", "load_document", "patience", "unchanged", "vocabulary"]
