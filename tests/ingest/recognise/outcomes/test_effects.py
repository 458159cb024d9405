"""Good or bad by what is measured; for whom, as the clause names them."""

from __future__ import annotations

import pytest

from ingest.recognise.outcomes.effects import beneficiary_of, effect_of
from ingest.types import Direction, Effect

UP, DOWN, LEVEL = Direction.UP, Direction.DOWN, Direction.LEVEL
BETTER, WORSE, UNJUDGED = Effect.BETTER, Effect.WORSE, Effect.UNJUDGED


@pytest.mark.parametrize(
    ("metric", "direction", "effect"),
    [
        ("企业开办时间", DOWN, BETTER),
        ("办电环节", DOWN, BETTER),
        ("申请材料", DOWN, BETTER),
        ("为企业节约成本", DOWN, BETTER),
        ("企业融资成本", UP, WORSE),
        ("小微企业贷款利率", DOWN, BETTER),
        ("普惠贷款余额", UP, BETTER),
        ("通关效率", UP, BETTER),
        ("群众满意率", UP, BETTER),
        ("解决商业纠纷全流程用时", UP, WORSE),
        ("免费堆存期", UP, BETTER),
        ("市场主体总量", UP, BETTER),
        ("破产申请案件数", UP, UNJUDGED),
        ("办理时间", LEVEL, UNJUDGED),
    ],
)
def test_effects(metric: str, direction: Direction, effect: Effect) -> None:
    assert effect_of(metric, direction) is effect


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
