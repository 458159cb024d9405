"""The vocabulary of the field as Django models; the database is the only truth."""

from .agency import Agency
from .case import CaseIndicator, CaseRegion, CaseStudy, CaseStudyQuerySet
from .change import CaseChange
from .finding import Finding, IngestRun
from .fingerprint import CaseFingerprint
from .indicator import Indicator, IndicatorQuerySet
from .measure import Measure
from .outcome import Outcome, OutcomeQuerySet
from .page_image import PageImage
from .region import Region, RegionQuerySet
from .source import Source
from .upload import Upload

__all__ = [
    "Agency",
    "CaseChange",
    "CaseFingerprint",
    "CaseIndicator",
    "CaseRegion",
    "CaseStudy",
    "CaseStudyQuerySet",
    "Finding",
    "Indicator",
    "IndicatorQuerySet",
    "IngestRun",
    "Measure",
    "Outcome",
    "OutcomeQuerySet",
    "PageImage",
    "Region",
    "RegionQuerySet",
    "Source",
    "Upload",
]
