"""Good or bad by what is measured; for whom, as the clause names them."""

from __future__ import annotations

import pytest

from ingest.recognise.outcomes.effects import beneficiary_of
from ingest.types import Effect
from tests.ingest.recognise.outcomes.reading import read

BETTER, WORSE, UNJUDGED = Effect.BETTER, Effect.WORSE, Effect.UNJUDGED


@pytest.mark.parametrize(
    ("text", "effect"),
    [
        ("企业开办时间压缩至1天。", BETTER),
        ("办电环节由6个减至2个。", BETTER),
        ("低压报装精简至“申请、接电”2个环节。", BETTER),
        ("申请材料减少70%。", BETTER),
        ("为企业节约成本500万元。", BETTER),
        ("为市场主体减税降费54亿元。", BETTER),
        ("审批时效提速50%以上。", BETTER),
        ("小微企业贷款利率下降0.5个百分点。", BETTER),
        ("双随机抽查比例从5%降至3%。", BETTER),
        ("普惠贷款余额增长12%。", BETTER),
        ("通关效率提升30%。", BETTER),
        ("群众满意率提高到98%。", BETTER),
        ("免费堆存期延长30天。", BETTER),
        ("空气质量优良天数309天，同比增加34天。", BETTER),
        ("解决商业纠纷用时266天，较上月增长13天。", WORSE),
        ("破产申请案件数增长19%。", UNJUDGED),
        ("企业开办由5个环节压减为1个环节。", BETTER),
        ("操作处理人员减少22人。", UNJUDGED),
        ("办理时间为3天。", UNJUDGED),
    ],
)
def test_effects(text: str, effect: Effect) -> None:
    assert [outcome.effect for outcome in read(text)] == [effect]


@pytest.mark.parametrize(
    ("clause", "who"),
    [
        ("累计惠及个体工商户3.2万户", "个体工商户"),
        ("为中小微企业节约成本500万元", "中小微企业"),
        ("减轻纳税人负担1.2亿元", "纳税人"),
        ("办事群众平均等候时间缩短一半", "群众"),
        ("企业开办时间压缩至1天", ""),
        ("审批环节由9个减至3个", ""),
    ],
)
def test_for_whom(clause: str, who: str) -> None:
    assert beneficiary_of(clause) == who


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("办证环节由9个减至3个。", 0.95, 1),
        ("审批时间压减60%。", 0.9, 0.95),
        ("受理申请3200件，同比增长12%。", 0.9, 0.95),
        ("累计惠及企业500家。", 0.7, 0.9),
        ("全区共有楼宇120座。", 0, 0.7),
        ("力争全年为企业减负2亿元。", 0.7, 0.9),
        ("选派128名干部担任驻企专员。", 0.7, 0.9),
    ],
)
def test_a_printed_change_is_surer_than_a_figure_merely_stated(text: str, least: float, most: float) -> None:
    (outcome,) = read(text)
    assert least <= outcome.confidence <= most
