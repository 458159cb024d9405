"""Whether a document or one of its items is a regional reform case, and if not, why, in Chinese for the editor."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.indicator_lexicon import Lexicon
from ingest.recognise.indicators import recognise_indicators
from ingest.recognise.places import Place
from ingest.recognise.press import DATELINE
from ingest.recognise.set_phrases import SET_PHRASE
from ingest.segment import national, reasons
from ingest.segment.wording import wording_of
from ingest.types import CaseDraft, IndicatorMention, SpannedText

OTHER_FIELD: Final = "与营商环境改革无关"
NO_PLACE: Final = "没有提到具体地区"
ONLY_EXAMPLES: Final = "讲的是全国的工作，所提地区只是举例"
FROM_MANY: Final = "举了多地的例子，没有哪一地专门的改革"
NO_PRACTICE: Final = "没有讲采取了什么举措"
UNLIKE: Final = "用词不像改革案例"
_WANTING: Final = frozenset({OTHER_FIELD, NO_PLACE, ONLY_EXAMPLES, FROM_MANY, NO_PRACTICE})
OVERRULED: Final = frozenset({OTHER_FIELD, FROM_MANY, NO_PRACTICE})
"""Reasons that all words of a text together may overrule."""
SURE_OF_CASE, SURE_OF_NONE = 0.5, 1.0
"""How sure the words must be that it is a case, or that it is none, to overrule the rules, as logarithms of odds."""
SHORTEST: Final = 80
"""Characters of a text whose words can be counted."""
SURELY: Final = 0.05
"""Log odds from which a word is worth telling."""

# Places the text points to without a name: “我市”, “全县”, “新区”
_HERE: Final = re.compile(r"[我全本该](?:省|市|县|区|州|盟|旗|镇|乡)|(?:市|县|区|州)(?:委|政府|直)|(?:市|区|州)级")
# “市住房公积金管理中心联合市税务局……” “经开区行政审批局……”: bodies of a place that only the signature names
_OWN_BODY: Final = re.compile(
    r"(?:^|[，。；：、\s由]|联合|会同)(?:[省县州旗]|市(?!场)|区(?!域|块|别|间)|(?:经开|高新|开发|新|园|保税|综保)区)[\u4e00-\u9fff]{2,14}?(?:(?<!总)局|委员会|中心|厅)",
    re.MULTILINE,
)
# “湖南长沙的这家服装企业” “湘潭县一家公司”
_EXAMPLE: Final = re.compile(r"[^，。；]{0,6}?的?(?:[这那一某]|有)(?:家|位|名)")
MANY_PROVINCES: Final = 3
"""Provinces to which a text goes that may be on none of them."""
MOST_ON_NONE: Final = 0.5
"""The share of the places named of one province, up to which a text is on none of them."""
# “多地探索……” “各地优化……” “三省一市……” “长三角……”: says that it tells of several
_SEVERAL: Final = re.compile(
    r"[多各]地|[两三四五六七八九十]\s?(?:地|省|市|县|区|城)|[长珠]三角|大湾区|城市群|都市圈|经济圈|毗邻地区"
)
# “我市”: the place of whoever wrote the text
_OURS: Final = re.compile(r"[我本](?:省|市|县|区|州|盟|旗|镇|乡)")
# What the eighteen indicators are about, as one-line practices put it; in lists of every kind of reform (扶贫, 医疗,
# 环保 …) it tells which are of this field.
_BUSINESS: Final = re.compile(
    r"营商|审批|证照|许可|登记|不动产|无籍房|一窗|一网|政务|放管服|简政|办事|跑|企业|商事|市场主体|经营主体|民营|准入|执法|双随机|监管|信用|"
    r"通关|贸易|边贸|口岸|自贸|开放|招商|投资|外资|纳税|办税|退税|税费|降成本|电力|用电|用水|用气|信贷|融资|知识产权|专利|招标|招投标|采购|"
    r"施工(?!现场)|审图|工程建设|项目建设|项目开工|外国人|人才|双创|创业|科技创新|创新(?:驱动|平台|资源|高地)|破产|诉讼|法院|仲裁|用工"
)
# More words that texts of the field have, beside texts of others
_FIELD: Final = re.compile(
    rf"{_BUSINESS.pattern}|改革|创新|一件事|一次办|便民|[利惠助为]企|纾困|注销|报装|办电|接电|减税|降费|海关|保税|跨境|外贸|外商|港口|物流|贷款|"
    r"商标|就业|劳动力|亲清|代办|帮办|免申即享|兑现|奖补|标准地|拿地即"
)
# 营商环境 and what it was called before
_ENVIRONMENT: Final = re.compile(r"营商|软环境|(?:优化|改善|重塑)(?:经济)?发展环境")
# How offices deal with companies, whatever the matter: two such words make a text one of the field
_DEALING: Final = re.compile(
    r"政务服务|放管服|审批|许可|证照|一网通|一件事|一次办|跑一次|办事|窗口|便民|利企|惠企|纾困|助企|代办|帮办|一窗|免申即享|涉企|营业执照|"
    r"登记|注销|报装|接电|办税|退税|通关|融资|采购|招标|投标|知识产权|监管|执法|诉求|服务企业|为企业|企业家|办结|申请人|申请材料|办理时限|通办"
)
FEWEST_WORDS: Final = 2
# Verbs that say that something was set up or made better; figures of traffic and trade come without any
_PRACTICE: Final = re.compile(
    r"(?:推行|推出|推广|推进|推动|实施|建立|设立|组建|成立|构建|开展|打造|上线|压减|压缩|精简|整合|优化|创新(?!高|低)|深化|探索|出台|搭建|完善|采取|采用)(?!以来)|"
    r"试行|试点|启用|开通|开设|发布|核发|率先|首[张批本例单笔]|取消|减少|减至|缩短|缩减|降低|改革|机制|模式|制度|平台|专窗|专班|一站式|一体化|集成|"
    r"指导|支持|帮助|免费|协同|联动|承诺|梳理|公布|清单|简化|下放|共享|上门|“(?!一带一路)[^”]{2,14}”"
)
# Every kind of reform may serve these aims
_AIMS: Final = re.compile(r"扶贫|脱贫|贫困|搬迁")
ANYTHING: Final = "inclusive-innovation"
"""The indicator that takes in schools, hospitals and parks as well: alone it tells little."""
LIKELY: Final = 0.6
"""How sure the indicator of a text without a word of dealing must be."""
HEAD: Final = 120
"""Characters at the beginning of a text that stand for its title where none is printed."""
SURE: Final = 0.85
"""How sure the indicator of a one-line practice must be, where no common word of the field stands in it."""


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells regional reform cases from everything else, knowing the places and the words of the field."""

    gazetteer: Gazetteer
    lexicon: Lexicon

    def why_no_case(self, title: str, text: str, *, placed: bool = False) -> str | None:
        """The reason an item is no regional reform case; None where it is one.

        Where it is `placed` by what stands over it, it need not name a place itself.
        """
        by_rules = self._other_matter(title, text) or reasons.reason_told(title, text)
        return _weighed_by_words(by_rules or self._wanting(title, text, placed=placed), title, text)

    def outside_field(self, title: str) -> bool:
        """Whether a one-line practice is a reform of some other field (扶贫, 医疗, 环保 …)."""
        if _BUSINESS.search(title):
            return False
        return _AIMS.search(title) is not None or not any(
            mention.slug != ANYTHING and mention.confidence >= SURE for mention in self._indicators(title, "")
        )

    def names_place(self, text: str) -> bool:
        """Whether a region is named."""
        return bool(self.gazetteer.find(text))

    def _other_matter(self, title: str, text: str) -> str | None:
        """What a paper treats that no place does as a reform, as far as its make and its first words tell."""
        other = reasons.other_paper(title) or reasons.other_paper(reasons.circulated(text))
        if other := other or reasons.other_genre(title, text):
            return other
        if national.opens_for_nation(title) and not self.names_place(title[:30]):
            return "全国性政策、数据或部委工作，没有地方改革实践"
        return None

    def _wanting(self, title: str, text: str, *, placed: bool) -> str | None:
        """What a case has and this does not: a place, a subject of the field, something done."""
        misplaced = self._of_no_place(title, text)
        if misplaced and not (placed and misplaced == NO_PLACE):
            return misplaced
        if not self._is_of_field(title, text):
            return OTHER_FIELD
        return None if _PRACTICE.search(f"{title}\n{text}") else NO_PRACTICE

    def _of_no_place(self, title: str, text: str) -> str | None:
        """That no place is named, or all of them only as examples."""
        if self.names_place(title):
            return None
        if not (_HERE.search(text) or _OWN_BODY.search(text)):
            told = DATELINE.sub("", text)
            if not self.names_place(told[:2000]):
                return NO_PLACE
            if self._gives_examples(told):
                return ONLY_EXAMPLES
        return FROM_MANY if self._gathers_examples(title, text) else None

    def _gives_examples(self, text: str) -> bool:
        """Whether no place acts in the first paragraph, and the text speaks of the country more often than of any.

        A place is an example where it only says where a firm stands (湖南长沙的这家企业), or stands in a list of some.
        """
        opening, whole = len(text.partition("\n")[0]), SpannedText.of_source(text)
        found = [Place(match, whole) for match in self.gazetteer.find(text)]
        acting = [
            place.match.start for place in found if place.stands_alone and not _EXAMPLE.match(text, place.match.end)
        ]
        return national.times_of_nation(text) > len(acting) and not any(start < opening for start in acting)

    def _gathers_examples(self, title: str, text: str) -> bool:
        """Whether a text goes from province to province and is mostly on none of them.

        What several places do is a case where the title says that it tells of several (多地, 各地).
        """
        if _SEVERAL.search(title or text[:HEAD]) or _OURS.search(text):
            return False
        named = [place for place in self.gazetteer.find(text) if place.confidence > SET_PHRASE]  # 京津冀 is one word
        provinces = Counter(place.code[:2] for place in named)
        return len(provinces) >= MANY_PROVINCES and max(provinces.values()) <= MOST_ON_NONE * provinces.total()

    def _is_of_field(self, title: str, text: str) -> bool:
        """Whether a text is on offices and companies, its title on what a place did for them, or on an indicator."""
        words = f"{title}\n{text}"
        dealings = set(_DEALING.findall(words))
        if _ENVIRONMENT.search(words) or len(dealings) >= FEWEST_WORDS:
            return True
        if _PRACTICE.search(title) and has_word_of_field(title) and self.names_place(title):
            return True
        return has_word_of_field(words) and any(
            dealings or (mention.slug != ANYTHING and mention.confidence >= LIKELY)
            for mention in self._indicators(title, text)
        )

    def _indicators(self, title: str, text: str) -> tuple[IndicatorMention, ...]:
        draft = CaseDraft(
            key="",
            title=SpannedText.of_source(title),
            title_is_made=False,
            lead=SpannedText.of_source(text),
            measures=(),
        )
        return recognise_indicators(draft, self.lexicon).indicators


def is_wanting(reason: str | None) -> bool:
    """Whether the reason lies in what an item lacks; all others lie in what it is."""
    return reason in _WANTING or (reason or "").startswith(UNLIKE)


def _weighed_by_words(reason: str | None, title: str, text: str) -> str | None:
    """What the rules say, unless the words of the text say the contrary more surely than these are to be trusted."""
    if len(text) < SHORTEST or not (reason is None or reason in OVERRULED):
        return reason
    wording = wording_of(title, text)
    if reason is not None:
        return None if wording.log_odds > SURE_OF_CASE else reason
    if wording.log_odds > -SURE_OF_NONE:
        return None
    against = wording.most_against(SURELY)
    return UNLIKE + (f"，如{'、'.join(f'“{word}”' for word in against)}" if against else "")


def has_word_of_field(text: str) -> bool:
    """Whether any word stands in it that texts of this field have; others may have it too."""
    return bool(_FIELD.search(text))
