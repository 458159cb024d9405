"""The title among lines that no rule knows: its words are those of the text, and theirs are not."""

from __future__ import annotations

import pytest

from ingest.segment.title_wording import title_odds, traits_of
from ingest.types import SpannedText
from tests.ingest.test_titles_and_places import NEWS, PROSE, read

TEXT = f"近日，衡南县行政审批局推行改革。{NEWS}\n{PROSE}"
TITLE = "衡南县“三集中”改革让企业办事少跑腿"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("听新闻 ▶ 00:00/03:12  倍速 1.0x", ""),
        ("天气：多云 18℃～25℃  空气质量 良", "阅读量 1.3万+"),
        ("手机版  电脑版  老年版  无障碍阅读", "我要评论（0）"),
        ("雁峰区政府办（用户02） 待办3 已办118 退出系统", "报送单位：县行政审批局  采用情况：已采用"),
        ("雁城新风 APP 下载  扫码看更多", "3,208 人看过"),
        ("第12页 共48页  上一页 下一页 目录", "全文检索命中 17 处"),
    ],
)
def test_frames_in_words_of_their_own(above: str, below: str) -> None:
    reading = read("\n".join(filter(None, (above, TITLE, below, TEXT))))
    assert [case.title.text for case in reading.cases] == [TITLE]
    assert above not in reading.cases[0].body


def test_a_caption_below_the_title_is_no_part_of_it() -> None:
    reading = read(f"{TITLE}\n\n服务大厅外景（资料照片）\n\n{TEXT}")
    assert reading.cases[0].title.text == TITLE


@pytest.mark.parametrize(
    "first", ["衡南县推行“三集中”改革，企业办事少跑腿。", "衡南县行政审批局把审批事项集中到一个窗口。"]
)
def test_a_short_first_paragraph_stays_text(first: str) -> None:
    """With a title over it and without."""
    assert first in read(f"{TITLE}\n{first}\n{TEXT}").cases[0].body
    assert first in read(f"{first}\n{TEXT}").cases[0].body


def test_a_line_by_its_words_and_where_it_stands() -> None:
    lines = [SpannedText.of_source(line) for line in ("首页 要闻", "衡南县2022年办电提速", TEXT)]
    menu, title = traits_of(lines)
    assert {"首", "页 ", "pieces 2", "line 0", "above the text 1", "shared 0"} <= menu
    assert {"衡南", "县0", "0年", "longer than 10", "pieces 1", "line 1", "above the text 0"} <= title
    assert "shares most" in title - menu
    low, high = title_odds(lines)
    assert low < 0 < high


def test_nothing_is_said_where_no_paragraph_stands_below() -> None:
    assert title_odds([SpannedText.of_source(TITLE), SpannedText.of_source("县行政审批局")]) == ()
