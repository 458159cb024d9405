"""A word that staff write into a case, and the cases that are found by it."""

from __future__ import annotations

from catalogue.models import Agency, CaseStudy, Indicator, Measure, Region
from catalogue.search import find_all
from catalogue.search.query import CaseQuery

WORD = "麒麟"
"""Stands in none of the seeds."""


def found() -> list[int]:
    return find_all(CaseQuery(q=WORD))


def add_word(case: CaseStudy, part: str) -> None:
    """Write `WORD` into one part of a case, in the way that staff do: by saving that part."""
    match part:
        case "title":
            case.title += WORD
            case.save()
        case "lead":
            case.lead += f"\n{WORD}"
            case.save()
        case "measure":
            Measure.objects.create(case=case, position=99, heading="新举措", text=f"建成{WORD}平台。")
        case "label":
            Measure.objects.create(case=case, position=99, label=f"{WORD}、", heading="新举措")
        case "agency":
            Agency.objects.create(case=case, name=f"市{WORD}局")
        case "region":
            case.case_regions.first().delete()
            case.regions.add(Region.objects.create(code="999999", name=f"{WORD}省", short_name=WORD, level=1))
        case "indicator":
            case.indicators.set([Indicator.objects.create(slug="x", name=f"{WORD}指标")])
