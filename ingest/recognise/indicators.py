"""Which of the 18 indicators a case is about, by the rules; `indicator_wording` weighs all its words beside them.

A case is *about* an indicator when the source prints so (获得用气指标——…, the group heading over it), or its title says
so and its text does not belie it; words in the text alone are mentions, and only carry a case whose title names no
subject. A whole-environment case (…打造一流营商环境) is 政务服务; what a place does for its private firms
(…支持民营经济发展) is 包容普惠创新, besides what the text speaks of most.
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
OF_FIRMS = "inclusive-innovation"
"""What a place does for its private firms as a whole counts as."""

# A sentence with a figure treats its subject rather than mention it: 企业开办1日办结, 压减至50个工作日
FIGURE = re.compile(r"\d\s{0,3}(?:%|余|多)?\s{0,3}(?:个?工作日|小时|分钟|天|日|项|件|个|户|家|万|亿|%)")
SENTENCE_END = re.compile(r"[。！？；\n]")
WHOLE_ENVIRONMENT = re.compile(r"营商(?:服务)?环境|放管服|民营经济|市场主体|惠企|助企|政务")
# 多举措支持民营企业发展, 助企纾困稳经济: what is done for private firms as a whole
PRIVATE_FIRMS = re.compile(r"民营(?:经济|企业|中小)|民企|纾困|(?:稳住?|恢复|重振).{0,2}经济|经济(?:恢复|重振)")
OFFICES_AT_WORK = re.compile(r"营商(?:服务)?环境|发展环境|放管服|政务")
# 创造了80%以上的就业, 外贸出口额增长: how the economy does, not what was reformed
OF_THE_ECONOMY = re.compile(
    r"生产总值|GDP|增加值|产值|营(?:业)?收(?:入)?|销售(?:额|收入)|总投资|固定资产投资|零售(?:总)?额|进出口(?:总)?[额值]|"
    r"出口(?:总)?[额值]|外贸出口|税收(?:收入|贡献)?[^，。；、]{0,4}\d|(?<!\d)\d+%以上的(?:税收|就业)"
)
# 相关市场主体违规进入禁止的行业: what went wrong is told, not the whole environment
OF_WRONGS = re.compile(r"违规|违法|违背|侵害")
# 法院优化营商环境, 法治化营商环境: the whole environment as one body sees it, which is none of 政务服务
OF_ONE_BODY = re.compile(r"法院|检察|税务|海关|公安|司法|仲裁|法治化?营商")
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
# “办理破产”“执行合同”两项指标: names printed as those of indicators
QUOTED = re.compile(r"[“\"](?P<name>[^“”\"]{2,14})[”\"]")
# “中国法院50件典型知识产权案例”: an award's name is no subject
AWARD = re.compile(r"[“\"][^“”\"，。]{1,30}(?:案例|榜单|名单|百强|示范点)[”\"]")
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
    as_indicator: float = 3.0
    """For an indicator that the text prints by its name, as one it works on."""
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
    second_share: float = 0.2
    """Of several subjects that a title names, one is dropped that the text treats less than this share of the first."""


DEFAULT = Weights()


@dataclass(slots=True)
class Support:
    """What a case says for one indicator."""

    score: float = 0.0
    in_text: float = 0.0
    """The part of the score that headings and sentences give."""
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
        if not self.words:
            return "标题谈整体营商环境，未指明单项指标"
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
    mentions = _of_title(case, lexicon, support, weights) or _of_text(case, support, weights)
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


def _of_title(
    case: CaseDraft, lexicon: Lexicon, support: Mapping[str, Support], weights: Weights
) -> list[IndicatorMention]:
    """What the title says, as far as the text bears it out."""
    subjects = _subjects(plain(case.title.text), lexicon, weights.title_subject)
    if set(subjects) == {GENERAL} and _of_firms(plain(case.title.text)):
        return []
    treated = {slug: found.in_text for slug, found in support.items()}
    most = max((treated.get(slug, 0.0) for slug in subjects), default=0.0)
    if most >= weights.least:
        subjects = {
            slug: term for slug, term in subjects.items() if treated.get(slug, 0.0) >= weights.second_share * most
        }
    return [
        IndicatorMention(
            slug,
            round(0.65 + 0.3 * term.weight, 2),
            f"标题有“{term.shown}”",
            case.title[term.start : term.end].spans(),
        )
        for slug, term in sorted(subjects.items(), key=lambda item: -item[1].weight)
    ]


def _of_firms(title: str) -> re.Match[str] | None:
    """Where the title is about private firms as a whole; not about the environment that they work in, nor one body."""
    whole = OFFICES_AT_WORK.search(title) or OF_ONE_BODY.search(title)
    return None if whole else PRIVATE_FIRMS.search(title)


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
            score = surest + min(weights.of_others * others[slug], weights.most_of_others)
            support[slug].score += score
            support[slug].in_text += score if passage[0].in_text else 0.0
    for name in _named(case, lexicon):
        support[lexicon.printed[name]].score += weights.as_indicator
        support[lexicon.printed[name]].note(name, ())
    return dict(support)


def _of_text(case: CaseDraft, support: Mapping[str, Support], weights: Weights) -> list[IndicatorMention]:
    """The indicators that preamble, headings and text treat, where the title names no subject."""
    title = plain(case.title.text)
    whole = None if OF_WRONGS.search(title) else WHOLE_ENVIRONMENT.search(title)
    of_firms = _of_firms(title)
    general = not OF_ONE_BODY.search(title) and not of_firms
    scores = {slug: found.score for slug, found in support.items()}
    if of_firms and GENERAL in support:  # 助企纾困 says whom it is for, not what is done
        scores[GENERAL] = support[GENERAL].in_text
    top, length = max(scores.values(), default=0.0), len(case.body)
    chosen = [GENERAL] if whole and general else _of_one(scores, weights, length=length)
    said = case.title[whole.start() : whole.end()].spans() if whole else ()
    mentions = [
        IndicatorMention(slug, _confidence(found.score, top), found.reason, tuple(found.spans) or said)
        for slug, found in ((slug, support.get(slug, Support())) for slug in chosen)
    ]
    if of_firms and OF_FIRMS not in chosen:
        place = case.title[of_firms.start() : of_firms.end()].spans()
        mentions.append(IndicatorMention(OF_FIRMS, 0.5, f"标题谈“{of_firms[0]}”整体，未指明单项指标", place))
    return mentions


def _confidence(score: float, top: float) -> float:
    """How sure the text alone makes us: never as sure as a title, and less of what it speaks of second."""
    return round(min(0.85, 0.5 + score / 25) - (0.15 if score < top else 0.0), 2)


def _named(case: CaseDraft, lexicon: Lexicon) -> list[str]:
    """The indicators that a sentence of the text prints by their names, in quotation marks, as what it works on."""
    sentences = (sentence for sentence in SENTENCE_END.split(plain(case.body)) if "指标" in sentence)
    names = (found["name"] for sentence in sentences for found in QUOTED.finditer(sentence))
    return list(dict.fromkeys(name for name in names if name in lexicon.printed))


@dataclass(frozen=True, slots=True)
class _Part:
    """Words of a passage, in plain characters, and what a term among them counts for."""

    text: SpannedText
    factor: float
    in_text: bool = True

    def spans(self, term: Term) -> tuple[Span, ...]:
        return self.text[term.start : term.end].spans()


def _passages(case: CaseDraft, weights: Weights) -> Iterator[list[_Part]]:
    """Preamble, title, headings and sentences, each in parts."""
    yield [_Part(_plain(case.preamble), weights.in_preamble, in_text=False)]
    yield [_Part(_plain(case.title), weights.in_title, in_text=False)]
    for measure in case.walk():
        yield [_Part(_plain(measure.heading), weights.in_heading)]
    for text in (case.lead, *(measure.text for measure in case.walk())):
        for sentence in _plain(text).sub(AWARD, "").split(SENTENCE_END):
            yield [
                _Part(part, weights.by_figure if _is_treated(part.text) else 1.0) for part in sentence.split(CLAUSE_END)
            ]


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
