"""How sure a reading of a figure is, from 0 to 1.

The values are the shares that proved right on annotated documents: a printed change is hardly ever misread, a figure
merely stated is the likeliest to be no result of the case.
"""

from __future__ import annotations

from ingest.recognise.outcomes.changes import FROM_TO, Reading
from ingest.recognise.outcomes.said import RESULT_WORD, Judgement
from ingest.types import Direction, OutcomeKind

COMPARED = 0.97
"""Before and after are printed."""
MOVED = 0.93
"""A verb says that it rose or fell."""
BROUGHT_ABOUT = 0.88
"""No movement, but a word of a result stands near: 办结、惠及、解决、满意率."""
STATED = 0.65
"""A figure without such a word."""
SET_APART = {
    OutcomeKind.TARGET: 0.9,
    OutcomeKind.ELSEWHERE: 0.85,
    OutcomeKind.INPUT: 0.8,
    OutcomeKind.BACKGROUND: 0.75,
}


def confidence_of(reading: Reading, judgement: Judgement, before: str, after: str) -> float:
    """How surely a figure is what it is taken for; `before` and `after` are what stands around it in its clause."""
    if judgement.kind is not OutcomeKind.RESULT:
        return SET_APART[judgement.kind]
    if reading.reason == FROM_TO:
        return COMPARED
    if reading.change is not None or reading.direction is not Direction.LEVEL:
        return MOVED
    return BROUGHT_ABOUT if RESULT_WORD.search(before[-16:] + after[:10]) or reading.main.is_time else STATED
