"""What becomes of a document in the catalogue: last machine reading, new machine reading and live values, merged."""

from .document import CaseMerge, DocumentMerge, merge_document
from .reading import records_of
from .records import (
    AgencyRecord,
    CaseRecord,
    EvidenceRecord,
    IndicatorRecord,
    MeasureRecord,
    OutcomeRecord,
    Reading,
    RegionRecord,
    SourceRecord,
)

__all__ = [
    "AgencyRecord",
    "CaseMerge",
    "CaseRecord",
    "DocumentMerge",
    "EvidenceRecord",
    "IndicatorRecord",
    "MeasureRecord",
    "OutcomeRecord",
    "Reading",
    "RegionRecord",
    "SourceRecord",
    "merge_document",
    "records_of",
]
