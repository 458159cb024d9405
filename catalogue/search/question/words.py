"""A part of a question cut into the words that must be found, without those that only make it a question."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

Cut = Callable[[str], Sequence[str]]
"""Cuts a folded text into words with nothing left out."""

YEAR = re.compile(r"(?<![0-9~-])(?:19|20)[0-9]{2}(?:年度?|(?![0-9~.,万亿%个家件户项种号-]))")
"""A year: 2021, 2021年; not the 2021 of 20211, 2021万元 or 2019-2021."""

FIGURE = re.compile(r"(?<![a-z0-9.])[0-9]+(?:[.,][0-9]+)*(?:[-~][0-9]+(?:[.,][0-9]+)*)?[%‰]?(?![a-z0-9])")
"""A number or range as it is printed: 0.5, 52-56, 1,200, 30%."""

ASKING = re.compile(
    "请问|我想知道|我想了解|我想|想要|想知道|帮我|有没有|有哪些|有什么|是不是|能不能|可不可以|要不要|是否|可否|能否|可以|应该|"
    "需要|怎么办(?!理)|怎么样|怎么做|怎么|怎样|如何|为什么|为何|什么样|什么|哪些|哪里|哪儿|哪个|哪家|哪种|谁|做得好|做得最好|最好|"
    "以及|还有|关于|方面|以后|之后|以前|之前|几个|吗|呢|吧|啊|呀"
)
"""What makes words a question and need not be found: 怎么|缩短接电时间, 企业招不到工人|怎么办."""

ASKING_IN_ENGLISH = frozenset(
    (
        *("a", "an", "the", "of", "in", "on", "for", "to", "and", "or", "by", "with", "from", "at"),
        *("as", "into", "is", "are", "was", "do", "does", "has", "have", "how", "what", "which", "who", "where"),
        *("between", "among", "without", "within", "under", "through", "using", "via", "about", "after", "before"),
        *("not", "can", "could", "should", "be", "it", "its", "this", "that", "their", "our", "my", "new", "more"),
        *("get", "need", "want", "help", "together", "rule", "quickly", "faster", "easier", "set", "up"),
        *("development", "service", "system", "mechanism", "promotion", "improvement", "management", "work"),
        *("program", "programme", "scheme", "initiative", "model", "process"),
        *("when", "why", "there", "any", "all", "best", "good", "practice", "case", "example", "reform", "measure"),
        *("time", "day", "cost", "procedure", "step", "company", "companies", "enterprise", "firm", "business"),
    )
)
"""The same among English words beside others, without the -s of a plural: how to get a loan in Changsha."""

YEARS = re.compile(r"(?<![0-9~-])((?:19|20)[0-9]{2})年?[-~至到]((?:19|20)[0-9]{2})(?:年度?|(?![0-9]))")
"""A range of years, folded: 2019-2021, 2019年至2021年."""

NUMBERS = re.compile(f"{YEARS.pattern}|{YEAR.pattern}|{FIGURE.pattern}")

FUNCTION_CHARACTERS = frozenset(
    "的了和与及或等在对为是有将把被从向到之其并让使给于以而所各该本要我他她你您们个就都还也又很太再想能会可去来做"
)
"""Characters that may stand between words and need not be found."""

ABOUT_CASES = frozenset(
    (
        *(
            "案例",
            "经验",
            "做法",
            "举措",
            "措施",
            "办法",
            "典型",
            "典型案例",
            "典型经验",
            "典型做法",
            "先进经验",
            "经验做法",
        ),
        *("改革案例", "优秀案例", "资料", "情况", "相关", "有关", "地方", "各地", "城市"),
        *("机制", "制度", "体系", "体制", "模式", "方式", "工作", "建设", "发展", "试点", "应用", "行动", "带动"),
    )
)
"""What every case is or tells of: beside other words it says nothing and need not be found."""


def words_of(text: str, cut: Cut) -> list[str]:
    """The words of a folded text that a case must hold, each once; the text itself where it has nothing else.

    A year goes with its 年, a figure stays whole. A character that stands alone says too little by itself and is joined
    to its neighbour: 减|材料 → 减材料.
    """
    found: list[str] = []
    for piece in _pieces(text):
        found += [piece] if NUMBERS.fullmatch(piece) else _joined(cut(piece))
    return list(dict.fromkeys(found)) or [text]


def _pieces(text: str) -> Iterator[str]:
    at = 0
    for match in NUMBERS.finditer(text):
        yield from filter(None, ASKING.split(text[at : match.start()]))
        yield match[0]
        at = match.end()
    yield from filter(None, ASKING.split(text[at:]))


def _joined(cut: Sequence[str]) -> list[str]:
    """Words of two characters and more, single ones joined to what stands beside them."""
    words: list[str] = []
    alone = ""
    beside = False
    """Whether `alone` follows the last word at once."""
    for word in cut:
        if not word.isalnum() or word in FUNCTION_CHARACTERS:
            words, alone, beside = _with_rest(words, alone, beside=beside), "", False
        elif len(word) == 1:
            alone += word
        elif len(alone) == 1:
            words.append(alone + word)
            alone, beside = "", True
        else:
            words += [alone, word] if alone else [word]
            alone, beside = "", True
    return _with_rest(words, alone, beside=beside)


def _with_rest(words: list[str], alone: str, *, beside: bool) -> list[str]:
    if len(alone) == 1 and beside and words:
        return [*words[:-1], words[-1] + alone]
    return [*words, alone] if alone else words
