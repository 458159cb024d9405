"""Whether a document or one of its items is a regional reform case, and if not, why, in Chinese for the editor."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Final

from ingest.recognise.gazetteer import Gazetteer
from ingest.recognise.indicator_lexicon import Lexicon
from ingest.recognise.indicators import recognise_indicators
from ingest.recognise.naming import RegionMatch
from ingest.recognise.places import DATELINE, Place
from ingest.recognise.set_phrases import SET_PHRASE
from ingest.segment import national, reasons
from ingest.segment.wording import wording_of
from ingest.types import CaseDraft, IndicatorMention, SpannedText

OTHER_FIELD: Final = "与营商环境改革无关"
NO_PLACE: Final = "没有提到具体地区"
ONLY_EXAMPLES: Final = "讲的是全国的工作，所提地区只是举例"
FROM_MANY: Final = "举了多地的例子，没有哪一地专门的改革"
SURVEY: Final = "全国性综述、评论，没有哪一地的改革实践"
MERE_PRAISE: Final = "获评、获奖的消息，没有改革内容"
ONLY_FIGURES: Final = "只有数据或动态，没有改革举措"
NO_PRACTICE: Final = "没有讲采取了什么举措"
UNLIKE: Final = "用词不像改革案例"
_WANTING: Final = frozenset({OTHER_FIELD, NO_PLACE, ONLY_EXAMPLES, FROM_MANY, MERE_PRAISE, ONLY_FIGURES, NO_PRACTICE})
TRUST: Final = {
    None: 1.0,
    OTHER_FIELD: 0.5,
    ONLY_FIGURES: 1.0,
    FROM_MANY: 2.0,
    SURVEY: 2.0,
    NO_PRACTICE: 0.0,
    reasons.PUBLISHED: 0.0,
}
"""What the rules say that all words together may overrule, and how sure these must be, as a logarithm of odds.

Of -1 to 3 those with the fewest errors on sets of texts that the weights had not been learned from; a practice is often
told without any of the verbs that the rules know, and news of a paper may tell what is done by it.
"""
SHORTEST: Final = 80
"""Characters of a text whose words can be counted."""
SURELY: Final = 0.05
"""Log odds from which a word is worth telling."""

# “【权威部门话开局】海关总署：……”
_COLUMN_BEFORE: Final = re.compile(r"^【[^【】]{2,24}】\s?(?=\S)")
# “统计公报[1]”, “……的实践①”: the mark of a note behind a title
_NOTE_MARK: Final = re.compile(r"(?:[\[〔【]\d{1,2}[\]〕】]|[①-⑳*＊※])$")
# Places the text points to without a name: “我市”, “全县”, “新区”
_HERE: Final = re.compile(r"[我全本该](?:省|市|县|区|州|盟|旗|镇|乡)|(?:市|县|区|州)(?:委|政府|直)|(?:市|区|州)级")
# “市住房公积金管理中心联合市税务局……” “经开区行政审批局……”: bodies of a place that only the signature names
_OWN_BODY: Final = re.compile(
    r"(?:^|[，。；：、\s由]|联合|会同)(?:[省县州旗]|市(?!场)|区(?!域|块|别|间)|(?:经开|高新|开发|新|园|保税|综保)区)[\u4e00-\u9fff]{2,14}?(?:(?<!总)局|委员会|中心|厅)",
    re.MULTILINE,
)
# “某省市场监管局出台……”: an example of nowhere
_SOME_PLACE: Final = re.compile(r"某(?:省|市(?!民|场)|县|区)")
_ACTIVITY: Final = re.compile(r"调研|考察|视察|走访|慰问|会见|督导|座谈|检查|签[订署约]")
SHORTEST_OTHER: Final = 200
"""Characters of a text that would say so if it told of what its title says."""
# “我国优化营商环境……”
_WHOLE_COUNTRY: Final = re.compile(r"我国|全国|中国")
# “各地加快产业升级”
_EVERYWHERE: Final = "各地"
# “财政部在香港发行国债”: where a body of the country acts, not who does
_VENUE_BEFORE: Final = re.compile(r".[在赴]$")
# “湖南长沙的这家服装企业” “湘潭县一家公司”
_EXAMPLE: Final = re.compile(r"[^，。；]{0,6}?的?(?:[这那一某]|有)(?:家|位|名)")
MANY_PROVINCES: Final = 3
"""Provinces from which a comment without a place of its own takes its examples."""
MOST_ON_NONE: Final = 0.5
"""The share of the places named of one province, up to which a text is on none of them."""
# “多地探索……” “各地优化……” “三省一市……” “长三角……”: says that it tells of several
_SEVERAL: Final = re.compile(
    r"[多各]地|[两三四五六七八九十]\s?(?:地|省|市|县|区|城)|[长珠]三角|大湾区|城市群|都市圈|经济圈|毗邻地区"
)
# “我市”: the place of whoever wrote the text
_OURS: Final = re.compile(r"[我本](?:省|市|县|区|州|盟|旗|镇|乡)")
# “下一步，某省将优化营商环境……”: what is not yet done says nothing of the field
_INTENDED: Final = re.compile(r"(?:下一步|下一阶段|接下来|今后|未来)，?[^。\n]{0,200}(?:。|$)", re.MULTILINE)
# “优化营商环境，首先要解决认识问题”: what ought to be done
_OUGHT: Final = re.compile(
    r"(?:^|[，。；：、]|(?<=[首更还都就也才]))[\u4e00-\u9fff]{0,4}?(?:要(?![求件素点])|必须|应当|应该|需要|不能|离不开|才能)",
    re.MULTILINE,
)
SHORTEST_PARAGRAPH: Final = 20
"""Characters of a paragraph that is no heading and no name."""
FEWEST_PARAGRAPHS, FEWEST_DEMANDS, MOST_EXAMPLES = 4, 2, 0.34
"""Paragraphs and demands of a comment, and the share of its paragraphs that name places."""
_REFORM: Final = re.compile(
    r"营商|政务服务|放管服|放管结合|审批|许可|一网通|一件事|一次办|最多跑|跑一次|零跑|办事|便民|利企|惠企|纾困|助企|为企|"
    r"企业开办|开办企业|登记|注销|报装|办电|获得电力|接电|用电|用水|用气|不动产|纳税|办税|税费|减税|降费|通关|口岸|海关|保税|跨境|外贸|港口|物流|贸易|信贷|融资|贷款|投资者|"
    r"执行合同|诉讼|仲裁|法院|破产|就业|用工|劳动力|采购|招标|投标|招投标|知识产权|专利|商标|监管|执法|信用|创新|对外开放|外资|外商|"
    r"市场主体|经营主体|民营|改革|证照|工程建设|施工(?!现场)|亲清|代办|帮办|一窗|拎包入驻|免申即享|兑现|奖补|惠及企业|服务企业|企业诉求|标准地|标准厂房|拿地即|招商|投产"
)
# “做强实体经济 构建现代产业体系”: what a place makes, not how it deals with those who make it
_INDUSTRY: Final = re.compile(r"产业|实体经济|制造业|能源|工业|农业|文旅|旅游|项目建设|绿色|生态|振兴|增长极")
_BUSINESS_TITLE: Final = re.compile(
    r"营商|亲清|软环境|发展环境|[好优]环境|[惠助帮稳]企|纾困|企业|民企|民营|主体|审批|服务|政务|办事|开放|自贸|贸易|外贸|口岸|通关|市场|融资|金融|信贷|贷款|招商|引资|改革|机制|人才|创新|知识产权|监管|执法|法治|用电|供电|登记|政策"
)
# 营商环境 and what it was called before
_ENVIRONMENT: Final = re.compile(r"营商|软环境|(?:优化|改善|重塑)(?:经济)?发展环境")
# “中欧班列开通新线路”: what runs where, unless offices deal with somebody otherwise or change the rules
_TRANSPORT: Final = re.compile(r"班列|专列|列车|航线|航班|高铁|铁路|机场")
_RULES: Final = re.compile(r"制度|改革|自贸")
MANY_LINES: Final = 4
"""Words for traffic that make a text one of it."""
MENTIONED, MENTIONED_SHARE = 2, 0.25
"""Sentences on dealings with companies, in number and as a share, that a text on what a place makes only mentions."""
FEWEST_SENTENCES, MOST_SENTENCES = 5, 20
"""Sentences of such news; in fewer each counts, in more even a few may be a part of its own."""
# How offices deal with companies, whatever the matter: two such words make a text one of the field
_DEALING: Final = re.compile(
    r"政务服务|放管服|审批|许可|证照|一网通|一件事|一次办|跑一次|办事|窗口|便民|利企|惠企|纾困|助企|代办|帮办|一窗|免申即享|涉企|营业执照|"
    r"登记|注销|报装|接电|办税|退税|通关|融资|采购|招标|投标|知识产权|监管|执法|诉求|服务企业|为企业|企业家|办结|申请人|申请材料|办理时限|通办"
)
_FOR_EVERYBODY: Final = frozenset({"便民", "办事"})
"""Words of dealing that are of citizens' daily life as well."""
FEWEST_WORDS: Final = 2
# In a title one such word is enough: “一套数据让群众办事更方便” “上海自贸试验区80条试点措施已基本落地”
_SERVICE: Final = re.compile(
    r"亲清|政商关系|政务服务|放管服|审批|一网通|一件事|一次办|跑一次|办事(?!处)|自贸(?:试验)?[区港][^，。]{0,16}(?:措施|举措|制度|试点|改革|创新)"
)
# Whom and what a place's reform serves: one such word is enough where the title says which place set up what
_SERVED: Final = re.compile(
    rf"{_DEALING.pattern}|民营|小微|中小企业|商户|个体|经营主体|市场主体|账款|外籍|外商|外资|劳动争议|劳动纠纷|用工|调解|仲裁|破产|法院|专利|商标|信用|"
    r"贷款|信贷|担保|税费|减税|口岸|港口|海关|跨境|物流|不动产|用电|用水|用气|环评|施工|标准地|科技成果|人才|金融(?:政策|服务|支持)|物流成本"
)
# “政府打造的创新服务综合体” “搭建适应中小企业的服务平台”: a text about firms that tells what their place does for them
_FOR_FIRMS: Final = re.compile(
    r"政府[^，。；]{0,10}(?:打造|搭建|建设|建起|设立|出台)|(?:打造|搭建|建设|建立|设立|成立)[^，。；]{0,16}(?:服务(?:平台|中心|综合体|体系|专班|联盟))"
)
_FIRMS: Final = re.compile(r"中小企业|民营|小微|民企|外资|外商|外企|个体工商户|经营主体|市场主体|[助惠帮稳]企")
# “典型案例” “优秀案例” “典型经验做法”
_CASE_WORDS: Final = re.compile(r"案例|典型经验|典型做法|经验做法|创新做法|创新举措|改革成果")
# What the eighteen indicators are about, as one-line practices put it; in lists of every kind of reform (扶贫, 医疗,
# 环保 …) it tells which are of this field.
_BUSINESS: Final = re.compile(
    r"营商|审批|证照|许可|登记|不动产|无籍房|一窗|一网|政务|放管服|简政|办事|跑|企业|商事|市场主体|经营主体|民营|准入|执法|双随机|监管|信用|"
    r"通关|贸易|边贸|口岸|自贸|开放|招商|投资|外资|纳税|办税|退税|税费|降成本|电力|用电|用水|用气|信贷|融资|知识产权|专利|招标|招投标|采购|"
    r"施工(?!现场)|审图|工程建设|项目建设|项目开工|外国人|人才|双创|创业|科技创新|创新驱动|创新平台|创新资源|创新高地|破产|诉讼|法院|仲裁|用工"
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

    def why_no_case(self, title: str, text: str) -> str | None:
        """The reason an item is no regional reform case; None where it is one."""
        return _weighed_by_words(self._why_by_rules(title, text), title, text)

    def _why_by_rules(self, title: str, text: str) -> str | None:
        title = _NOTE_MARK.sub("", title)
        if matter := self._other_matter(title, text):
            return matter
        if reasons.is_told_by_those_who_did_it(title, text) and self.names_place(title):
            return None if _REFORM.search(title + text) else OTHER_FIELD
        title = "" if reasons.REPORTED_ALOUD.search(title) or self._is_of_another_item(title, text) else title
        return reasons.reason_told(title, text) or self._wanting(title, text)

    def _wanting(self, title: str, text: str) -> str | None:
        """What a case has and this does not: a place, something done, a subject of the field."""
        if misplaced := self._of_no_place(title, text):
            return misplaced
        if reasons.is_mere_praise(title, text):
            return MERE_PRAISE
        if reasons.is_mere_figures(title, text) or reasons.is_mere_event(title, text):
            return ONLY_FIGURES
        done = _INTENDED.sub("", text)
        if not self._is_of_field(title, done) or _is_of_industry(title, done):
            return OTHER_FIELD
        return None if reasons.tells_of_practice(f"{title}\n{done}") else NO_PRACTICE

    def _of_no_place(self, title: str, text: str) -> str | None:
        """That no place is named, or all of them only as examples."""
        if self.names_place(title):
            return None
        points_here = _HERE.search(text) or _OWN_BODY.search(text)
        if not points_here or _SOME_PLACE.search(text):
            told = DATELINE.sub("", text)
            if not self.names_place(told[:2000]):
                return NO_PLACE
            if self._gives_examples(told) or self._argues(told):
                return ONLY_EXAMPLES
        return FROM_MANY if self._gathers_examples(title, text) else None

    def outside_field(self, title: str) -> bool:
        """Whether a one-line practice is a reform of some other field (扶贫, 医疗, 环保 …)."""
        if _BUSINESS.search(title):
            return False
        return _AIMS.search(title) is not None or not any(
            mention.slug != ANYTHING and mention.confidence >= SURE for mention in self._indicators(title, "")
        )

    def names_place(self, text: str) -> bool:
        """Whether a region is named."""
        return bool(self._places(text))

    def _places(self, text: str) -> list[RegionMatch]:
        """The places that are named, but for the seats of national bodies: 上海黄金交易所."""
        return [place for place in self.gazetteer.find(text) if not national.is_seat(text, place.end)]

    def _other_matter(self, title: str, text: str) -> str | None:
        """What a paper treats that no place does as a reform, as far as its first words tell."""
        if other := reasons.other_paper(title) or reasons.other_paper(reasons.circulated(text)):
            return other
        if other := reasons.other_genre(title, text):
            return other
        if national.opens_for_nation(_COLUMN_BEFORE.sub("", title)) and not self._has_actor(title[:30]):
            return "全国性政策、数据或部委工作，没有地方改革实践"
        if self._surveys_country(title, text):
            return SURVEY
        return None

    def _surveys_country(self, title: str, text: str) -> bool:
        """Whether title and first paragraph name no place but the country, and places of many provinces follow.

        The one-sentence examples of many provinces are nobody's case, unless all are of what they do for firms.
        """
        opening = text.partition("\n")[0]
        of_field = "营商" in title + opening or set(_DEALING.findall(title + opening)) - _FOR_EVERYBODY
        surveys = _WHOLE_COUNTRY.search(opening) or (_EVERYWHERE in title + opening and not of_field)
        if not surveys or _HERE.search(opening) or self.names_place(title + opening):
            return False
        return len({place.code[:2] for place in self._places(text)}) >= MANY_PROVINCES

    def _has_actor(self, title: str) -> bool:
        """Whether a place is named that is not only where something happened."""
        return any(not _VENUE_BEFORE.search(title[: place.start]) for place in self._places(title))

    def _gives_examples(self, text: str) -> bool:
        """Whether no place acts in the first paragraph, and the text speaks of the country more often than of any.

        A place is an example where it only says where a firm stands (湖南长沙的这家企业), or stands in a list of some.
        """
        opening = len(text.partition("\n")[0])
        found = [Place(match, SpannedText.of_source(text)) for match in self._places(text)]
        acting = [
            place.match.start for place in found if place.stands_alone and not _EXAMPLE.match(text, place.match.end)
        ]
        return national.times_of_nation(text) > len(acting) and not any(start < opening for start in acting)

    def _argues(self, text: str) -> bool:
        """Whether a text says what ought to be done, and some paragraph of it takes a place for an example.

        The example may open the text, if nothing further down comes back to it.
        """
        paragraphs = [line for line in text.splitlines() if len(line) >= SHORTEST_PARAGRAPH]
        placed = [{place.code[:2] for place in self._places(paragraph)} for paragraph in paragraphs]
        if len(placed) < FEWEST_PARAGRAPHS or sum(map(bool, placed)) > MOST_EXAMPLES * len(placed):
            return False
        comes_back = any(placed[0] & provinces for provinces in placed[1:])
        return not comes_back and len(_OUGHT.findall(text)) >= FEWEST_DEMANDS

    def _gathers_examples(self, title: str, text: str) -> bool:
        """Whether a text goes from province to province and is mostly on none of them.

        What several places do is a case where the title says that it tells of several (多地, 各地).
        """
        if _SEVERAL.search(title or text[:HEAD]) or _OURS.search(text):
            return False
        named = [place for place in self._places(text) if place.confidence > SET_PHRASE]  # 京津冀 is one word
        provinces = Counter(place.code[:2] for place in named)
        return len(provinces) >= MANY_PROVINCES and max(provinces.values()) <= MOST_ON_NONE * provinces.total()

    def _is_of_another_item(self, title: str, text: str) -> bool:
        """Whether the title tells of a visit or meeting of which the text says nothing: a page put together wrongly.

        Neither the places the title names nor what was done there stand in the text.
        """
        activity = _ACTIVITY.search(title)
        if activity is None or len(text) < SHORTEST_OTHER or _ACTIVITY.search(text):
            return False
        names = self.gazetteer.find(title)
        return bool(names) and not any(name.surface in text for name in names)

    def _is_of_field(self, title: str, text: str) -> bool:
        """Whether a text speaks of offices and companies, its title of what offices do, or it treats an indicator."""
        words = f"{title}\n{text}"
        dealings = set(_DEALING.findall(words))
        if _ENVIRONMENT.search(words) or len(dealings) >= FEWEST_WORDS or _SERVICE.search(title):
            return True
        if not dealings and not _RULES.search(words) and len(_TRANSPORT.findall(words)) >= MANY_LINES:
            return False
        steps = reasons.steps_told(words)
        set_up = _SERVED.search(words) and (reasons.names_practice(title) or "改革" in title)
        opening = text.partition("\n")[0][:HEAD]
        for_firms = _FIRMS.search(title + opening) and (_FOR_FIRMS.search(text) or steps >= reasons.FEWEST_STEPS)
        if (set_up or for_firms) and self.names_place(title):
            return True
        treated = {
            mention.slug
            for mention in self._indicators(title, text)
            if dealings or (mention.slug != ANYTHING and mention.confidence >= LIKELY)
        }
        told = steps > 0 or self.names_place(title)
        return told and has_word_of_field(words) and bool(_CASE_WORDS.search(title) or treated)

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
    if reason not in TRUST or len(text) < SHORTEST:
        return reason
    wording = wording_of(title, text)
    if reason is not None:
        return None if wording.log_odds > TRUST[reason] else reason
    if wording.log_odds > -TRUST[None]:
        return None
    against = wording.most_against(SURELY)
    return UNLIKE + (f"，如{'、'.join(f'“{word}”' for word in against)}" if against else "")


def _is_of_industry(title: str, text: str) -> bool:
    """Whether a title tells what a place makes, and the text hardly mentions how it deals with companies."""
    if not _INDUSTRY.search(title) or _BUSINESS_TITLE.search(_COLUMN_BEFORE.sub("", title)):
        return False
    sentences = [sentence for sentence in re.split(r"[。！？\n]", text) if sentence]
    told = sum(bool(_ENVIRONMENT.search(sentence) or _DEALING.search(sentence)) for sentence in sentences)
    is_news = FEWEST_SENTENCES <= len(sentences) <= MOST_SENTENCES
    return is_news and told <= MENTIONED and told <= MENTIONED_SHARE * len(sentences)


def has_word_of_field(text: str) -> bool:
    """Whether any word stands in it that texts of this field have; others may have it too."""
    return bool(_REFORM.search(text) or _BUSINESS.search(text))
