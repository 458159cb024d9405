"""Which of a case's figures to show first."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from catalogue.models import Outcome


def strongest(outcomes: Iterable[Outcome]) -> Outcome | None:
    """The outcome that tells a reader most in one line; None where there is no result."""
    return next(iter(by_strength(outcomes)), None)


def by_strength(outcomes: Iterable[Outcome]) -> list[Outcome]:
    """The results among these, those first that tell a reader most.

    Only results count: targets, inputs and other places' figures are never shown as what a case achieved. A result
    that prints both before and after beats one that prints only a change, which beats a bare figure; among equals the
    greater change wins, then the one printed first.
    """
    results = [outcome for outcome in outcomes if outcome.kind == Outcome.Kind.RESULT]
    return sorted(results, key=strength, reverse=True)


class Figures(Protocol):
    """What of an outcome its strength is weighed by; a row of these columns will do."""

    @property
    def before(self) -> Decimal | None: ...
    @property
    def after(self) -> Decimal | None: ...
    @property
    def change_pct(self) -> Decimal | None: ...
    @property
    def direction(self) -> str: ...
    @property
    def position(self) -> int: ...


def strength(outcome: Figures) -> tuple[int, float, int]:
    """Sort key: how much the outcome says, the size of its change, and its place (earlier is greater)."""
    if outcome.before is not None and outcome.after is not None:
        says = 3
    elif outcome.change_pct is not None:
        says = 2
    elif outcome.direction != Outcome.Direction.LEVEL:
        says = 1
    else:
        says = 0
    return says, abs(float(outcome.change_pct or 0)), -outcome.position
