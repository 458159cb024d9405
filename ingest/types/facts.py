"""What is recognised in a case: regions, indicators, year, agencies, outcomes, each with its evidence."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .spans import Span, SpannedText

MOST_PLACES = 3
"""So many places are enough to show an editor what told a fact."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a fact of a document was read: the reason in Chinese words for the editor, how sure (0-1), and where."""

    reason: str
    confidence: float
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class RegionMention:
    """A region recognised: which, where, how sure (0-1) and why, in Chinese words for the editor."""

    code: str
    spans: tuple[Span, ...] = ()
    confidence: float = 1.0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class IndicatorMention:
    """An indicator recognised: its slug (national), how sure (0-1), which words decided, in Chinese, and where."""

    slug: str
    confidence: float = 1.0
    reason: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class YearMention:
    """The year of a practice: how sure (0-1), why, in Chinese words for the editor, and where the case names it."""

    year: int
    confidence: float = 1.0
    reason: str = ""
    spans: tuple[Span, ...] = ()


class AgencyRole(StrEnum):
    LEAD = "lead"
    RESPONSIBLE = "responsible"
    COOPERATING = "cooperating"


@dataclass(frozen=True, slots=True)
class AgencyDraft:
    name: str
    role: AgencyRole = AgencyRole.RESPONSIBLE
    spans: tuple[Span, ...] = ()
    full_name: str = ""
    """The official name, where the printed one is an abbreviation that leaves no doubt or is that name itself."""
    confidence: float = 1.0
    """How sure it is (0-1) that the body has this part in it."""
    reason: str = ""
    """Which words gave it its part, in Chinese for the editor."""


class OutcomeKind(StrEnum):
    RESULT = "result"
    TARGET = "target"
    INPUT = "input"
    ELSEWHERE = "elsewhere"
    BACKGROUND = "background"


class Direction(StrEnum):
    UP = "up"
    DOWN = "down"
    LEVEL = "level"


class Effect(StrEnum):
    """Whether a change is good for whoever does business; unjudged is stored as an empty word."""

    BETTER = "better"
    WORSE = "worse"
    UNJUDGED = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number or a range of numbers."""

    low: Decimal
    high: Decimal | None = None


@dataclass(frozen=True, slots=True)
class OutcomeDraft:
    """One figure clause. `change` is in %, signed by the direction; figures are in `unit` as printed."""

    text: SpannedText
    metric: str
    unit: str
    kind: OutcomeKind = OutcomeKind.RESULT
    reason: str = ""
    """Which words decided what it is, in Chinese for the editor."""
    before: Figure | None = None
    before_unit: str = ""
    after: Figure | None = None
    change: Figure | None = None
    direction: Direction = Direction.LEVEL
    effect: Effect = Effect.UNJUDGED
    beneficiary: str = ""
    """For whom, as the clause names them: 企业, 群众."""
    confidence: float = 1.0
