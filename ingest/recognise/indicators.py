"""Which of the 18 indicators a case is about, by the rules; `indicator_wording` weighs all its words beside them.

A case is *about* an indicator when the source prints so (获得用气指标——…, the group heading over it), or its title says
so and its text does not belie it; words in the text alone are mentions, and only carry a case whose title names no
subject.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from ingest.recognise.indicator_labels import printed_indicators
from ingest.recognise.indicator_lexicon import Lexicon, Term
from ingest.recognise.plain import plain
from ingest.types import MOST_PLACES, CaseDraft, IndicatorMention, Span, SpannedText

GENERAL = "government-services"
# A sentence with a figure treats its subject rather than mention it: 企业开办1日办结, 压减至50个工作日
FIGURE = re.compile(r"\d\s{0,3}(?:%|余|多)?\s{0,3}(?:个?工作日|小时|分钟|天|日|项|件|个|户|家|万|亿|%)")
# 创造了80%以上的就业, 外贸出口额增长: how the economy does, not what was reformed
OF_THE_ECONOMY = re.compile(
    r"生产总值|GDP|增加值|产值|营(?:业)?收(?:入)?|销售(?:额|收入)|总投资|固定资产投资|零售(?:总)?额|进出口(?:总)?[额值]|"
    r"出口(?:总)?[额值]|外贸出口|税收(?:收入|贡献)?[^，。；、]{0,4}\d|(?<!\d)\d+%以上的(?:税收|就业)"
)
SENTENCE_END = re.compile(r"[。！？；\n]")
# 破产案件繁简分流, 工程建设项目远程异地评标: how courts work, what is built, are no subjects beside what is done
BESIDE = {
    "construction-permits": {"tendering-and-bidding"},
    "enforcing-contracts": {
        "resolving-insolvency",
        "protecting-minority-investors",
        "intellectual-property",
        "labour-market-regulation",
    },
}
CLAUSE_END = re.compile(r"[，,、：:]")

MOST = 6
"""More indicators than this are a list, not subjects."""
FULL_LENGTH = 400
"""Characters of a text of which the full score is asked."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What a word counts for by its place, and what makes an indicator a subject.

    The square of a word's weight is multiplied by its place's; a word beside its own figure is treated, not mentioned.
    The steps are coarse, so that they fit no document in particular; docs/ingest-quality.md has what they score when
    each document is left out as they are chosen.
    """

    title_subject: float = 0.7
    """A word in the title of at least this weight makes its indicator a subject of the case."""
    in_preamble: float = 2.0
    in_title: float = 4.0
    in_heading: float = 3.0
    by_figure: float = 3.0
    of_others: float = 0.3
    most_of_others: float = 1.0
    """A sentence counts its surest word, and so much of the other words in it, up to `most_of_others`."""
    least: float = 2.0
    near_top: float = 0.7
    """A case whose title names nothing is about what scores `least`, and this share of the strongest."""
    near_general: float = 0.5
    """The same where 政务服务 is the strongest: its words stand beside every other subject."""
    short_share: float = 0.4
    """What is left of `least` for the shortest texts."""


DEFAULT = Weights()


@dataclass(slots=True)
class Support:
    """What a case says for one indicator."""

    score: float = 0.0
    words: Counter[str] = field(default_factory=Counter)
    spans: list[Span] = field(default_factory=list)

    def note(self, word: str, spans: Iterable[Span]) -> None:
        """Count a word; its first places are kept."""
        self.words[word] += 1
        if len(self.spans) < MOST_PLACES:
            self.spans += spans

    @property
    def reason(self) -> str:
        """Its commonest words, in Chinese for the editor."""
        return "正文有" + "、".join(f"“{word}”{count} 处" for word, count in self.words.most_common(3))


@dataclass(frozen=True, slots=True)
class RuleReading:
    """What the rules say: the indicators, the surest first; what speaks for each of all, by slug; and which of the
    specific ones the title has words of.

    Where the source prints its indicators there is nothing to weigh, and no support is looked for.
    """

    mentions: tuple[IndicatorMention, ...]
    support: Mapping[str, Support] = field(default_factory=dict)
    in_title: frozenset[str] = frozenset()
    is_printed: bool = False


def recognise_indicators(case: CaseDraft, lexicon: Lexicon, weights: Weights = DEFAULT) -> CaseDraft:
    """The case with its indicators by the rules alone, each at most once; none where nothing speaks for one.

    A mention's reason names, in Chinese, the deciding words; its spans are where they stand.
    """
    return replace(case, indicators=read_by_rules(case, lexicon, weights).mentions)


def read_by_rules(case: CaseDraft, lexicon: Lexicon, weights: Weights = DEFAULT) -> RuleReading:
    """The same, and what it was decided from."""
    if printed := printed_indicators(case, lexicon):
        return RuleReading(tuple(printed), is_printed=True)
    support = _support(case, lexicon, weights)
    mentions = _of_title(case, lexicon, weights) or _of_text(case, support, weights)
    best = _best(lexicon.find(plain(case.title.text)))
    in_title = {slug for slug, term in best.items() if slug != GENERAL and term.weight >= weights.title_subject}
    return RuleReading(tuple(mentions), support, frozenset(in_title))


def _best(terms: Iterable[Term]) -> dict[str, Term]:
    """The surest term of each indicator."""
    best: dict[str, Term] = {}
    for term in terms:
        if term.slug not in best or term.weight > best[term.slug].weight:
            best[term.slug] = term
    return best


def _subjects(text: str, lexicon: Lexicon, least: float) -> dict[str, Term]:
    """The indicators a title is about: the specific ones, 政务服务 only where there is none."""
    best = {slug: term for slug, term in _best(lexicon.find(text)).items() if term.weight >= least}
    specific = {slug: term for slug, term in best.items() if slug != GENERAL}
    top = max((term.weight for term in specific.values()), default=0.0)
    if not specific:
        return best
    near = {slug: term for slug, term in specific.items() if term.weight >= top - 0.3}
    return {slug: term for slug, term in near.items() if not BESIDE.get(slug, set()) & set(near)}


def _of_title(case: CaseDraft, lexicon: Lexicon, weights: Weights) -> list[IndicatorMention]:
    """What the title says."""
    subjects = _subjects(plain(case.title.text), lexicon, weights.title_subject)
    return [
        IndicatorMention(
            slug,
            round(0.65 + 0.3 * term.weight, 2),
            f"标题有“{term.shown}”",
            case.title[term.start : term.end].spans(),
        )
        for slug, term in sorted(subjects.items(), key=lambda item: -item[1].weight)
    ]


def _support(case: CaseDraft, lexicon: Lexicon, weights: Weights) -> dict[str, Support]:
    """What preamble, title, headings and text say for each indicator, passage by passage."""
    support: defaultdict[str, Support] = defaultdict(Support)
    for passage in _passages(case, weights):
        best: dict[str, float] = {}
        others: dict[str, float] = {}
        for part in passage:
            for term in lexicon.find(part.text.text):
                worth, so_far = part.factor * term.weight**2, best.get(term.slug, 0.0)
                best[term.slug] = max(so_far, worth)
                others[term.slug] = others.get(term.slug, 0.0) + min(so_far, worth)
                support[term.slug].note(term.shown, part.spans(term))
        for slug, surest in best.items():
            support[slug].score += surest + min(weights.of_others * others[slug], weights.most_of_others)
    return dict(support)


def _of_text(case: CaseDraft, support: Mapping[str, Support], weights: Weights) -> list[IndicatorMention]:
    """The indicators that preamble, headings and text treat, where the title names no subject."""
    scores = {slug: found.score for slug, found in support.items()}
    top = max(scores.values(), default=0.0)
    return [
        IndicatorMention(slug, _confidence(scores[slug], top), support[slug].reason, tuple(support[slug].spans))
        for slug in _of_one(scores, weights, length=len(case.body))
    ]


def _confidence(score: float, top: float) -> float:
    """How sure the text alone makes us: never as sure as a title, and less of what it speaks of second."""
    return round(min(0.85, 0.5 + score / 25) - (0.15 if score < top else 0.0), 2)


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of a passage, in plain characters, and what a term among them counts for."""

    text: SpannedText
    factor: float

    def spans(self, term: Term) -> tuple[Span, ...]:
        return self.text[term.start : term.end].spans()


def _passages(case: CaseDraft, weights: Weights) -> Iterator[list[_Part]]:
    """Preamble, title, headings and sentences, each in parts."""
    yield [_Part(_plain(case.preamble), weights.in_preamble)]
    yield [_Part(_plain(case.title), weights.in_title)]
    for measure in case.walk():
        yield [_Part(_plain(measure.heading), weights.in_heading)]
    for text in (case.lead, *(measure.text for measure in case.walk())):
        for sentence in _plain(text).split(SENTENCE_END):
            clauses = sentence.split(CLAUSE_END)
            yield [_Part(clause, weights.by_figure if _is_treated(clause.text) else 1.0) for clause in clauses]


def _is_treated(clause: str) -> bool:
    """Whether the clause has a figure of its own, and not one of the economy."""
    return bool(FIGURE.search(clause)) and not OF_THE_ECONOMY.search(clause)


def _plain(text: SpannedText) -> SpannedText:
    return text.rewritten(plain(text.text))


def _of_one(scores: Mapping[str, float], weights: Weights, *, length: int) -> list[str]:
    """The subject of a case whose title names none: what its text speaks of most, and what comes near it."""
    strongest = max(scores, key=lambda slug: scores[slug], default=GENERAL)
    top = scores.get(strongest, 0.0)
    least = weights.least * _shortness(length, weights)
    near = max(least, top * (weights.near_general if strongest == GENERAL else weights.near_top))
    found = [slug for slug, score in scores.items() if score >= near]
    return sorted(found, key=lambda slug: -scores[slug])[:MOST]


def _shortness(length: int, weights: Weights) -> float:
    """What is asked of a text of so many characters: one of a few lines cannot say a word as often as a page."""
    return min(1.0, max(weights.short_share, length / FULL_LENGTH))
