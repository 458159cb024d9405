"""A sentence read for its outcomes, and figures written short in tables."""

from __future__ import annotations

from decimal import Decimal

from ingest.recognise.outcomes import recognise_outcomes
from ingest.types import CaseDraft, Figure, OutcomeDraft, SpannedText, YearMention


def read(text: str, *, plan: bool = False, year: int = 2021) -> list[OutcomeDraft]:
    """The outcomes of `text` as the lead of a case that reports on `year`."""
    title, lead = SpannedText.of_source("某市优化营商环境"), SpannedText.of_source(text)
    case = CaseDraft("1", title, False, lead, (), year=YearMention(year))
    return list(recognise_outcomes(case, plan=plan).outcomes)


def written(outcome: OutcomeDraft) -> str:
    """An outcome in short: “20 天 > 3 天 -85% down”; the before and the change only where they are printed."""
    before_unit = outcome.before_unit or outcome.unit
    parts = [f"{_figure(outcome.before)} {before_unit} >" if outcome.before else ""]
    parts.append(f"{_figure(outcome.after)} {outcome.unit}" if outcome.after else "")
    parts.append(f"{_figure(outcome.change)}%" if outcome.change else "")
    return " ".join([*(part for part in parts if part), outcome.direction.value])


def _figure(figure: Figure | None) -> str:
    values = [figure.low, figure.high] if figure else []
    return "—".join(format(Decimal(value).normalize(), "f") for value in values if value is not None)
