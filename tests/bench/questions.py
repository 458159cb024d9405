"""The questions that are timed: kinds of words, with and without filters, in both orders, first and deep pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

TEXTS: dict[str, tuple[str, ...]] = {
    "browse": ("",),
    "common word": ("企业", "服务", "审批"),
    "domain word": ("获得电力", "不动产登记", "跨境贸易"),
    "rare word": (),  # those that stand in few of the cases at hand, see `peers.store.rare_words`
    "two words": ("企业 登记", "政务服务 审批", "不动产 税收"),
    "phrase": ("“一窗受理”", "“最多跑一次”", "“一网通办”"),
    "badly split": ("目审批", "务大厅", "业开办"),  # runs that jieba cuts through: 项目|审批, 服务|大厅, 企业|开办
    "number": ("30天", "2个工作日", "100%"),
}
PROVINCE = "430000"
FILTERS: dict[str, dict[str, str | int]] = {
    "": {},
    "province": {"region": PROVINCE},
    "indicator": {"indicator": "government-services"},
    "year": {"year": 2021},
}
DEEP = 50


@dataclass(frozen=True)
class Question:
    """What is asked, as every engine can understand it."""

    q: str = ""
    region: str = ""
    indicator: str = ""
    year: int | None = None
    by_year: bool = False
    """The newest first; else the most relevant first, where there are words."""
    page: int = 1
    again: bool = False
    """What was counted for it before may be remembered."""

    @property
    def address(self) -> str:
        """The query string of our own pages."""
        pairs = {"q": self.q, "region": self.region, "indicator": self.indicator, "year": self.year or ""}
        pairs |= {"sort": "-year" if self.by_year and self.q else "", "page": self.page if self.page > 1 else ""}
        return urlencode({name: value for name, value in pairs.items() if value})

    @property
    def terms(self) -> list[str]:
        """The words, phrases without their quotes."""
        return [term.strip("“”") for term in self.q.split()]

    @property
    def is_phrase(self) -> bool:
        return self.q.startswith("“")


@dataclass(frozen=True)
class Kind:
    """Questions of one kind: their times go into one row."""

    name: str
    questions: tuple[Question, ...]


def kinds(rare: Sequence[str]) -> Iterator[Kind]:
    """All kinds; `rare` are words of the cases at hand that few of them hold."""
    for text, words in (TEXTS | {"rare word": tuple(rare)}).items():
        for name, filters in FILTERS.items():
            yield _kind(words, text, f"+ {name}" if name else "", **filters)
        if text == "browse":
            yield _kind(words, text, "again", again=True)
        else:
            yield _kind(words, text, "by year", by_year=True)
            yield _kind(words, text, "by year + province", by_year=True, region=PROVINCE)
        if text not in ("rare word", "badly split", "number"):
            yield _kind(words, text, f"page {DEEP}", page=DEEP)


def _kind(words: Sequence[str], *name: str, **how: object) -> Kind:
    return Kind(" ".join(filter(None, name)), tuple(Question(q, **how) for q in words))  # type: ignore[arg-type]
