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
from ingest.recognise.plain import plain
from ingest.types import CaseDraft, IndicatorMention
from ingest.vocabulary import IndicatorEntry

GENERAL = "government-services"

# “获得用气指标——减环节、缩时限”, “政务服务：…”, “（三）获得信贷指标”
PRINTED_INDICATOR = re.compile(
    r"^(?:[（(]?[一二三四五六七八九十\d]+[）)]?[、.．]?\s*)?(?P<name>[\u4e00-\u9fff]{2,14}?)(?:指标|——|--|：|:|\s|$)"
)
# A sentence with a figure treats its subject rather than mention it: 企业开办1日办结, 压减至50个工作日
FIGURE = re.compile(r"\d\s{0,3}(?:%|余|多)?\s{0,3}(?:个?工作日|小时|分钟|天|日|项|件|个|户|家|万|亿|%)")
SENTENCE_END = re.compile(r"[。！？；\n]")
WHOLE_ENVIRONMENT = re.compile(r"营商(?:服务)?环境|放管服|民营经济|市场主体|惠企|助企|政务")
# 法院优化营商环境, 法治化营商环境: the whole environment as one body sees it, which is none of 政务服务
OF_ONE_BODY = re.compile(r"法院|检察院|税务局|海关|法治化?营商")
# “办理破产”“执行合同”两项指标: names printed as those of indicators
QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{2,14})[”\"]")
# “中国法院50件典型知识产权案例”: an award's name is no subject
AWARD = re.compile(r"[“\"][^“”\"，。]{1,30}(?:案例|榜单|名单|百强|示范点)[”\"]")
# 市场监管局, 税务部门, 市场监管领域: the word names who acts, not what is reformed
OFFICE = re.compile(r"总?局|部门|厅|领域")
CLAUSE_END = re.compile(r"[，,、：:]")

TITLE_SUBJECT = 0.55
"""A word in the title of at least this weight makes its indicator a subject of the case."""
IN_A_NAME = 0.5
"""What is left of a word's weight inside the name of an office."""
# What a word counts for by its place: the square of its weight is multiplied by it. A word beside its own figure is
# treated, not mentioned. The steps were chosen on the annotated documents at hand
# (docs/ingest-quality.md); they are coarse, so that they fit no document in particular.
IN_PREAMBLE, IN_TITLE, IN_HEADING, BY_FIGURE, AS_INDICATOR = 2.0, 4.0, 3.0, 3.0, 3.0
WHOLE_LEAST, WHOLE_SHARE = 2.0, 0.3
"""A case of the whole environment treats what scores this much, and this share of the strongest."""
LEAST, NEAR_TOP = 2.0, 0.6
"""A case whose title names nothing is about what scores this much, and this share of the strongest."""
MOST = 6
"""More indicators than this are a list, not subjects."""


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
                    named = OFFICE.match(text, at + len(word))
                    yield from (replace(term, weight=term.weight * IN_A_NAME) if named else term for term in terms)
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
    for place, text in (("标题", plain(case.title.text)), ("所在栏目", plain(case.preamble.strip()))):
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
    subjects = _subjects(plain(case.title.text), lexicon, TITLE_SUBJECT)
    return [
        IndicatorMention(slug, round(0.6 + 0.35 * term.weight, 2), f"标题有“{term.word}”")
        for slug, term in sorted(subjects.items(), key=lambda item: -item[1].weight)
    ]


def _of_text(case: CaseDraft, lexicon: Lexicon) -> list[IndicatorMention]:
    """The indicators that preamble, headings and text treat, where the title names no subject."""
    scores: defaultdict[str, float] = defaultdict(float)
    words: dict[str, Counter[str]] = defaultdict(Counter)
    for passage in _passages(case):
        best: dict[str, float] = {}
        for text, factor in passage:
            for term in lexicon.find(text):
                best[term.slug] = max(best.get(term.slug, 0.0), factor * term.weight**2)
                words[term.slug][term.word] += 1
        for slug, score in best.items():
            scores[slug] += score
    for name in _named(case, lexicon):
        scores[lexicon.printed[name]] += AS_INDICATOR
        words[lexicon.printed[name]][name] += 1
    title = plain(case.title.text)
    whole, general = WHOLE_ENVIRONMENT.search(title), not OF_ONE_BODY.search(title)
    return [
        IndicatorMention(slug, round(min(0.9, 0.4 + scores[slug] / 20), 2), _reason(words[slug]))
        for slug in (_of_whole(scores, general=general) if whole else _of_one(scores))
    ]


def _named(case: CaseDraft, lexicon: Lexicon) -> list[str]:
    """The indicators that a sentence of the text prints by their names, in quotation marks, as what it works on."""
    sentences = (sentence for sentence in SENTENCE_END.split(plain(case.body)) if "指标" in sentence)
    names = (found["name"] for sentence in sentences for found in QUOTED.finditer(sentence))
    return list(dict.fromkeys(name for name in names if name in lexicon.printed))


def _passages(case: CaseDraft) -> Iterator[list[tuple[str, float]]]:
    """Preamble, title, headings and sentences, each in parts with what a word in the part counts for."""
    yield [(plain(case.preamble), IN_PREAMBLE)]
    yield [(plain(case.title.text), IN_TITLE)]
    for measure in case.walk():
        yield [(plain(measure.heading.text), IN_HEADING)]
    for text in (case.lead, *(measure.text for measure in case.walk())):
        for sentence in SENTENCE_END.split(AWARD.sub("", plain(text.text))):
            yield [(part, BY_FIGURE if FIGURE.search(part) else 1.0) for part in CLAUSE_END.split(sentence)]


def _of_whole(scores: Mapping[str, float], *, general: bool) -> list[str]:
    """What a case of the whole environment treats: all that its text treats at some length, and 政务服务 where the case
    is a `general` one, not that of one body."""
    top = max(scores.values(), default=0.0)
    treated = {slug for slug, score in scores.items() if score >= max(WHOLE_LEAST, WHOLE_SHARE * top)}
    ranked = sorted(treated | ({GENERAL} if general else set()), key=lambda slug: -scores.get(slug, 0.0))
    return [slug for slug in ranked if slug == GENERAL or slug in ranked[:MOST]]


def _of_one(scores: Mapping[str, float]) -> list[str]:
    """The subject of a case whose title names none: what its text speaks of most, and what comes near it."""
    top = max(scores.values(), default=0.0)
    near = [slug for slug, score in scores.items() if score >= max(LEAST, NEAR_TOP * top)]
    return sorted(near, key=lambda slug: -scores[slug])[:MOST]


def _reason(words: Counter[str]) -> str:
    if not words:
        return "标题谈整体营商环境，未指明单项指标"
    return "正文有" + "、".join(f"“{word}”{count} 处" for word, count in words.most_common(3))
