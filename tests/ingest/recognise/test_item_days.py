"""Items of a document put together from several pages, each with the day in its own byline."""

import pytest

from ingest.recognise.dates import document_facts
from ingest.recognise.lines import lines_of
from ingest.recognise.years import recognise_year
from ingest.types import Block, CaseDraft, DocumentDraft, Section, SpannedText

ITEMS = [
    ("发布时间：2021-03-05 10:20", "推行改革。", "发布时间：2023-07-06 09:00", [2021, 2023]),
    ("来源：岳阳日报  2021年03月05日", "推行改革。", "来源：湘潭日报  2023年07月06日", [2021, 2023]),
    ("（2021年3月5日）", "推行改革。", "（2023年7月6日）", [2021, 2023]),
    ("", "全市推行改革。", "2023年9月6日", [2023, 2023]),
    # the day of a later item says nothing of an earlier one that names its year
    ("来源：岳阳日报", "这是2020年的项目。2020年，全市推行改革。", "时间：2023-07-06", [2020, 2023]),
    # one day over all of them
    ("发布时间：2021-03-05", "推行改革。", "来源：湘潭日报", [2021, 2021]),
    ("发布时间：2021-09-05", "2020年，全市推行改革。", "来源：湘潭日报", [2021, 2021]),
]


@pytest.mark.parametrize(("over_first", "first", "over_second", "expected"), ITEMS)
def test_each_item_is_of_the_year_of_its_own_day(
    over_first: str, first: str, over_second: str, expected: list[int]
) -> None:
    lines = ["一业一证", over_first, first, "拿地即开工", over_second, "推行另一项改革。"]
    text = "\n".join(lines)
    source = SpannedText.of_source(text)
    cut = [source[text.index(line) : text.index(line) + len(line)] for line in lines]
    pairs = ((cut[0], cut[2]), (cut[3], cut[5]))
    facts = document_facts(lines_of(text))
    document = DocumentDraft(
        "汇编",
        tuple(Section(title, (Block(words),)) for title, words in pairs),
        source[:0],
        published_on=facts.published_on,
        days=facts.days,
        evidence=facts.evidence,
    )
    cases = [CaseDraft(str(n), title, False, words, ()) for n, (title, words) in enumerate(pairs)]
    years = [recognise_year(case, document).year for case in cases]
    assert [year and year.year for year in years] == expected
