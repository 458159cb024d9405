"""Which of the 18 indicators a case is about.

A case is *about* an indicator when its title says so, or its printed indicator line (获得用气指标——…), the group
heading over it, its measure headings; words in the text alone are mentions, and only carry a case whose title names no
subject.
A whole-environment case (…打造一流营商环境) is 政务服务 where its text speaks of it, and any other that it treats with
headings or with figures.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from ingest.recognise.indicator_terms import EVIDENCE
from ingest.types import CaseDraft, IndicatorMention
from ingest.vocabulary import IndicatorEntry

GENERAL = "government-services"

# “获得用气指标——减环节、缩时限”, “政务服务：…”, “（三）获得信贷指标”
PRINTED_INDICATOR = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?\s*)?(?P<name>[\u4e00-\u9fff]{2,14}?)(?:指标|——|--|：|:|\s|$)"
)
# A sentence with a figure treats its subject rather than mention it: 企业开办1日办结, 压减至50个工作日
FIGURE = re.compile(r"\d+(?:\.\d+)?\s*(?:%|余|多)?\s*(?:个?工作日|小时|分钟|天|日|项|件|个|户|家|万|亿|%)")
SENTENCE_END = re.compile(r"[。！？；\n]")
WHOLE_ENVIRONMENT = re.compile(r"营商(?:服务)?环境|放管服|民营经济|市场主体|惠企|助企|政务")

TITLE_SUBJECT = 0.55
"""A word in the title of at least this weight makes its indicator a subject of the case."""
HEADING_SUBJECT = 0.7
MIN_SCORE = 1.5
"""What the text alone must give before an indicator is taken from it."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, the indicator it speaks for, and how surely (0-1)."""

    word: str
    slug: str
    weight: float


class Lexicon:
    """All words that speak for an indicator, found longest first, so that 知识产权质押融资 is not 融资."""

    def __init__(self, entries: Iterable[IndicatorEntry]) -> None:
        terms: dict[str, list[Term]] = defaultdict(list)
        self.printed: dict[str, str] = {}
        for entry in entries:
            slug = entry.parent or entry.slug
            self.printed[entry.name] = slug
            for word in {entry.name, *entry.aliases}:
                terms[word].append(Term(word, slug, 1.0))
        for slug, words in EVIDENCE.items():
            for word, weight in words.items():
                if all(term.slug != slug for term in terms[word]):
                    terms[word].append(Term(word, slug, weight))
        self._by_head: dict[str, list[tuple[str, list[Term]]]] = defaultdict(list)
        for word in sorted(terms, key=len, reverse=True):
            self._by_head[word[:2]].append((word, terms[word]))

    def find(self, text: str) -> Iterator[Term]:
        """The terms of `text` in order, none inside another."""
        at = 0
        while at < len(text):
            for word, terms in self._by_head.get(text[at : at + 2], ()):
                if text.startswith(word, at):
                    yield from terms
                    at += len(word) - 1
                    break
            at += 1


@lru_cache(maxsize=4)
def _lexicon(entries: tuple[IndicatorEntry, ...]) -> Lexicon:
    return Lexicon(entries)


def recognise_indicators(case: CaseDraft, entries: Iterable[IndicatorEntry]) -> CaseDraft:
    """The case with its indicators, the surest first, each at most once; none where nothing speaks for one.

    `entries` are the national indicators and the local ones that point at them. A mention's reason names, in Chinese,
    where the deciding words stand.
    """
    lexicon = _lexicon(tuple(entries))
    mentions = _printed(case, lexicon) or _of_title(case, lexicon) or _of_text(case, lexicon)
    return replace(case, indicators=tuple(mentions))


def _printed(case: CaseDraft, lexicon: Lexicon) -> list[IndicatorMention]:
    """The indicator that the source prints over the case: in its title, or as the group heading it stands under."""
    for place, text in (("标题", case.title.text), ("所在栏目", case.preamble.strip())):
        found = PRINTED_INDICATOR.match(text)
        if found and (slug := lexicon.printed.get(found["name"])):
            return [IndicatorMention(slug, 0.99, f"{place}印有指标名“{found['name']}”")]
    return []


def _best(terms: Iterable[Term]) -> dict[str, Term]:
    """The surest term of each indicator."""
    best: dict[str, Term] = {}
    for term in terms:
        if term.slug not in best or term.weight > best[term.slug].weight:
            best[term.slug] = term
    return best


def _subjects(text: str, lexicon: Lexicon, least: float) -> dict[str, Term]:
    """The indicators a title or heading is about: the specific ones, 政务服务 only where there is none."""
    best = {slug: term for slug, term in _best(lexicon.find(text)).items() if term.weight >= least}
    specific = {slug: term for slug, term in best.items() if slug != GENERAL}
    top = max((term.weight for term in specific.values()), default=0.0)
    if not specific:
        return best
    return {slug: term for slug, term in specific.items() if term.weight >= top - 0.3}


def _of_title(case: CaseDraft, lexicon: Lexicon) -> list[IndicatorMention]:
    subjects = _subjects(case.title.text, lexicon, TITLE_SUBJECT)
    return [
        IndicatorMention(slug, round(0.6 + 0.35 * term.weight, 2), f"标题有“{term.word}”")
        for slug, term in sorted(subjects.items(), key=lambda item: -item[1].weight)
    ]


def _of_text(case: CaseDraft, lexicon: Lexicon) -> list[IndicatorMention]:
    """The indicators that preamble, headings and text treat, where the title names no subject."""
    scores: defaultdict[str, float] = defaultdict(float)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for text, factor in _passages(case):
        for slug, term in _best(lexicon.find(text)).items():
            scores[slug] += factor * term.weight**2
            words[slug][term.word] += 1
    whole = bool(WHOLE_ENVIRONMENT.search(case.title.text))
    chosen = _choose(scores, whole)
    return [
        IndicatorMention(slug, round(min(0.9, 0.4 + scores[slug] / 20), 2), _reason(words[slug])) for slug in chosen
    ]


def _passages(case: CaseDraft) -> Iterator[tuple[str, float]]:
    """Preamble, headings and sentences, each with what a word in it counts for."""
    yield case.preamble, 2.0
    yield case.title.text, 4.0
    for measure in case.walk():
        yield measure.heading.text, 3.0
    for text in (case.lead, *(measure.text for measure in case.walk())):
        for sentence in SENTENCE_END.split(text.text):
            yield sentence, 2.0 if FIGURE.search(sentence) else 1.0


def _choose(scores: Mapping[str, float], whole: bool) -> list[str]:
    ranked = sorted(scores, key=lambda slug: -scores[slug])
    total = sum(scores.values())
    if not ranked or scores[ranked[0]] < MIN_SCORE:
        return []
    chosen = [slug for slug in ranked if scores[slug] >= max(MIN_SCORE, 0.6 * scores[ranked[0]])][:5]
    if whole and scores[GENERAL] >= MIN_SCORE and GENERAL not in chosen:
        chosen.append(GENERAL)
    return chosen if total else []


def _reason(words: Counter[str]) -> str:
    return "正文有" + "、".join(f"“{word}”{count} 处" for word, count in words.most_common(3))
