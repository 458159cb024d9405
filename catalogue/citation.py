"""References by GB/T 7714-2015 (信息与文献 参考文献著录规则)."""

from __future__ import annotations

from collections.abc import Iterable

from catalogue.models import CaseStudy, Source

DOCUMENT_TYPES = {
    Source.Kind.NEWSPAPER: "N",
    Source.Kind.NOTICE: "R",
    Source.Kind.PLAN: "R",
    Source.Kind.POLICY: "R",
    Source.Kind.COMPILATION: "G",
    Source.Kind.NEWS: "EB/OL",
    Source.Kind.OTHER: "Z",
}
"""Letters of GB/T 7714-2015, annex B: N newspaper, R report, G compilation, EB/OL page on the web, Z other."""


UNPAGED = (Source.Kind.NEWSPAPER, Source.Kind.NEWS)
"""Of a paper the standard wants the number of the printed sheet (8.5), which is not read; the web has no pages."""


def cite(source: Source, case: CaseStudy | None = None) -> str:
    """The reference for a source, or for one case printed in it; what is not known is left out.

    市营商办. 关于……的通报: 长营商〔2021〕3号[R]. 2021-02-18.
    获得电力[G]//营商智库. 每周营商环境优秀案例. 2021-12-19: 12-13.

    The pages of a case come last, after a colon (8.5.3), counted from the first page of the file.
    """
    letters = DOCUMENT_TYPES.get(Source.Kind(source.kind), "Z")
    title = _title(source)
    if case is None or case.title_is_made or case.title in title:
        parts = [_author(source), f"{title}[{letters}]"]
    else:
        # A part of a document (4.2): its own title bears the letters, "//" leads to the whole.
        parts = [f"{case.title}[{letters}]//{_joined([_author(source), title])}"]
    pages = "" if case is None or source.kind in UNPAGED else page_ranges(source.pages_of(case.spans))
    return f"{_joined([*parts, _issue(source)])}{': ' if pages else ''}{pages}."


def page_ranges(pages: Iterable[int], between: str = ", ") -> str:
    """Page numbers in ascending order as they are cited, those in a row as a range: “12-13, 15”."""
    ranges: list[list[int]] = []
    for page in pages:
        if ranges and page == ranges[-1][-1] + 1:
            ranges[-1] = [ranges[-1][0], page]
        else:
            ranges.append([page])
    return between.join("-".join(map(str, both)) for both in ranges)


def _title(source: Source) -> str:
    """The title; the number of an official document is further title information (8.2), after a colon."""
    return f"{source.title}: {source.document_number}" if source.document_number else source.title


def _author(source: Source) -> str:
    """Who answers for the text; of a newspaper that is its author, whom we don't know, not the paper."""
    return "" if source.kind == Source.Kind.NEWSPAPER else source.publisher


def _issue(source: Source) -> str:
    """Where and when it came out: a paper's name with the date; of a web page the date in brackets (8.4)."""
    day = source.published_on.isoformat() if source.published_on else ""
    if source.kind == Source.Kind.NEWSPAPER:
        return ", ".join(part for part in (source.publisher, day) if part)
    return f"({day})" if day and source.kind == Source.Kind.NEWS else day


def _joined(parts: list[str]) -> str:
    return ". ".join(part for part in parts if part)
