"""Words that speak for an indicator without naming it.

The names and aliases of the indicators themselves (weight 1) come from the reference vocabulary; the words here are the
second-level topics of 中国营商环境评价 (87 二级指标) and the everyday words of the field. A weight says how often a
text that uses the word treats the indicator as its subject: 0.9 nearly always, 0.5 as often as not, 0.3 it is mentioned
on the way. They were judged by reading documents of the genre, not fitted by a program, and are kept in steps of 0.1 to
0.2: finer ones would be fitted to the documents at hand. docs/ingest-quality.md says which documents.
"""

from __future__ import annotations

from collections.abc import Mapping

_WORDS: Mapping[str, Mapping[float, str]] = {
    "starting-a-business": {
        0.9: "企业登记网上办",
        0.8: "设立登记 开办时间 住所登记 工商注册 企业注册 注册企业 办执照 领执照",
        0.7: "注册登记 登记注册 办照",
        0.6: "商事服务",
        0.5: "营业执照 电子营业执照",
        0.4: "准入门槛",
        0.3: "新设立",
    },
    "construction-permits": {
        0.9: "建设项目审批 先建后验",
        0.8: "项目审批 审图 工程建设项目 模拟审批 规划许可",
        0.7: "竣工验收",
        0.6: "项目开工 工程建设 用地审批 评审时限 项目评估 项目手续",
        0.5: "项目建设 施工",
        0.4: "项目落地",
        0.3: "环评 水土保持",
    },
    "getting-electricity": {
        0.9: "电力服务 水电气 水电气热 水电气暖 水电气网 水电气讯 供电方案 装表接电",
        0.7: "供电 电力 停电 配电网",
        0.6: "用电",
        0.5: "电价 电网 增容",
    },
    "water-and-gas": {
        0.8: "供气",
        0.7: "用气 供水 燃气",
        0.6: "用水 自来水",
        0.5: "水务 供热",
    },
    "registering-property": {
        0.7: "过户 不动产 权籍 房屋交易",
        0.6: "房产证",
    },
    "paying-taxes": {
        0.8: "报税 申报纳税",
        0.7: "税惠",
        0.6: "纳税人 税费 税企 涉税",
        0.5: "税务 税收 减税",
        0.4: "税务局 税务部门",
    },
    "trading-across-borders": {
        0.9: "贸易便利",
        0.7: "海关 口岸开放 验放",
        0.6: "外贸 进出口 货运班列 综保区 边贸 国际班列",
        0.5: "国际物流 保税",
        0.4: "查验",
        0.3: "自贸试验区 自贸区 对外开放",
        0.2: "一带一路",
    },
    "getting-credit": {
        0.9: "小微企业贷款 信贷产品",
        0.8: "知识产权质押融资 知识产权质押贷款",
        0.6: "融资 贷款 授信",
        0.5: "放款",
        0.4: "金融 担保 资本市场",
        0.3: "银行 上市公司 上市",
    },
    "protecting-minority-investors": {
        0.9: "示范判决",
        0.6: "投资者",
        0.5: "股东 信息披露 证券",
        0.4: "董事",
    },
    "enforcing-contracts": {
        0.9: "审理天数 审理周期 审判团队 审判质效 法院执行 执行案款 执行款 买卖合同纠纷",
        0.8: "买卖合同案件 执行案件 诉讼费 合同纠纷",
        0.7: "执行到位 涉企案件",
        0.6: "执结",
        0.5: "审判 诉讼",
        0.4: "法院 调解 仲裁 审理",
        0.3: "司法 纠纷",
        0.2: "立案",
    },
    "resolving-insolvency": {
        0.7: "重整 僵尸企业",
        0.5: "清算 债权人",
    },
    "labour-market-regulation": {
        0.8: "欠薪",
        0.7: "用工",
        0.6: "就业 招聘",
        0.5: "人社 劳动 劳动者 失业 职工权益",
        0.3: "岗位 社保 务工",
    },
    "government-procurement": {
        0.8: "采购人",
        0.7: "采购项目 采购文件 采购活动",
        0.6: "供应商",
        0.5: "采购",
    },
    "tendering-and-bidding": {
        0.9: "招标人",
        0.8: "招标 投标 开标 投标人",
        0.7: "标书",
        0.6: "保函",
        0.5: "中标",
        0.4: "保证金",
    },
    "government-services": {
        0.8: "跑一次",
        0.7: "审批服务 群众办事 简政放权 零跑动 零跑腿 不求人 一次办",
        0.6: "政务 不见面",
        0.5: "办件 网上办理 减材料 代办",
        0.4: "审批 窗口 办事 优化服务 直通车 服务专班 公共法律服务 政企",
        0.3: "纾困 自助",
        0.2: "解决问题 民营企业 市场主体 全链条",
    },
    "intellectual-property": {
        0.6: "版权 创造保护",
        0.4: "侵权",
    },
    "market-regulation": {
        0.9: "双随机抽查",
        0.8: "不正当竞争 监管执法 执法改革",
        0.7: "垄断",
        0.6: "抽查 监管机制",
        0.5: "执法 行政执法",
        0.4: "监管 处罚 市场秩序",
        0.3: "信用",
        0.2: "检查",
    },
    "inclusive-innovation": {
        0.5: "人才 孵化",
        0.4: "创业 空气质量 交通网络 商圈 外商投资 外资",
        0.3: "研发 科技 招商引资",
        0.2: "创新 医疗 养老 教育 开放",
    },
}

EVIDENCE: Mapping[str, Mapping[str, float]] = {
    slug: {word: weight for weight, words in by_weight.items() for word in words.split()}
    for slug, by_weight in _WORDS.items()
}
"""Slug of the indicator → word → weight."""
