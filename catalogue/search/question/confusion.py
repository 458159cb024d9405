"""Characters that are taken for one another, by eye or by ear."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from pypinyin import Style, pinyin

LOOKALIKES = """
人入八 大太犬天夫夭 土士工王 己已巳 千干于 力刀九 日曰目白 自目白 未末 本木术 广厂 万方 元无 开井并升 失矢夭
午牛 见贝 今令 办为苏 办协力 区匹巨 车东乐 去云 户尸 心必 田由甲申电 石右古 可司 号另 史吏央 四匹西 外处 务各备
名各 条务 鸟乌岛 闪闭间问闲闷 立产严 江汇汪 计订记 让证征 议仪 讯迅 加如 支皮 友发 发拔拨 台合会 纠纤 母毋每
全企金 仓仑创 仓合 冲仲种 决快块 庆厌 次欠 关天送 米来 字学宇 守宁 许评计 评坪抨 设没投 访防仿妨 农衣 诉拆析折斥
治冶 准淮推 免兔 券卷 倍陪培赔部 权杈仅 复夏覆 侯候 竟竞 税锐悦说脱 帐账胀 货贷贸贺 标棕 境镜 检险验捡俭 融触隔
监临 服报股 场扬汤 营宫管 管菅 商高裔 通迪 园圆团国 保堡褒呆 招抬 屐履 执热挚势 债绩积 续绩读 破波披被 退腿
缴激邀 款欵 项顶顷 建健键 收攻改政 规现观视 划戈刘 线钱浅绒 供洪共 水永冰 气汽 网冈罔 接按 巷港 查杳 句勺包 客容
普晋 惠慧思恩 亲新 知和如 识织职积 用甩角 丞承永 若诺 告吉 理埋 事争亊 窗窑囱 炮跑泡 景晨最 夕多 省着看 挎跨
域城 质贡员负 押抻抽 登豆凳 财则材 男南 湖糊胡 沙纱抄 州洲川 浙折 津律 重里童 川三 陕侠峡 甘廿 肃萧 坏怀环
优忧犹扰 充统 住注往主 册用朋 简筒 北比化此 申宙审 址扯止 拍柏 买卖实头 菜采策 构购沟 劳荣务 功动劲切 枝技 漳障
护沪驴 社杜 院完 庭廷延 调凋 解角 栽裁载 判叛刺 案桉安 伴件仵 撒撤 消销锁 歇揭喝 昭照 刻核孩 草章意 即印 签检
租组阻祖 赁凭 低抵底 过边达迈 层屋居 契楔 弗费 票栗粟 停亭 缓暖 排徘 污汚 燃然 首道 施旋 程呈 悔海侮 近进 出击
船舶 远运 输偷愉榆 斑班 列例烈 铁轶 铝铅 杭抗航肮 空控 双又叉 戎戒械 奖浆 励厉 补朴 占帖贴 代伐化 帮邦 掌拿 指脂
杯环坏 差羞 好奶 求救球 浮孵 亮高 成戍戌 果杲 转传 利剥刹 板版 浸侵 假暇 冒昌 伪为 引弓 才材 落洛 叶业亚 冈岗刚
圳训川 匠医 疗辽 善养 考老 托拖 幻幼 肓育 校较 数教 芳房 很银 但担 基墓 息熄 屏展 斯期 情清请 帅师 罗罚 经轻
徽微 违韦 借惜错 柔揉 性姓 互五 亨享 居据 平乎 璧壁 稳隐 滥槛 拦栏 单早 而面 内肉 张长 珠株朱 相湘 潭谭 街衡
阳阴 常堂 益盆 彬郴 凉京 上土 探深 湿温 式武 汉汊 横黄 锦绵 泸沪 责贵 尊遵 福副 夏厦 泉皋 肌肥 挤济 烟咽 莲连
宾滨 林材 春舂 持待特 厚原 兵乒乓 疆彊 便使 住佳 性牲 施拖 拓招 录隶 贯货 效郊 改效 信住 惩征 拥佣 廉兼 简间
谦廉 碑牌 牌脾 仟任 任仕 佐左 优伏 侦浈 俏销 债倩 偿尝 储诸 免勉 冻陈 净争 函画 初切 办功 劝权 勘堪 匿慝 危厄
厘里 变弯 叙斜 吊币 吸级 哨峭 唯准 嘱属 围图 困因 固因 垄龙 基其 塔搭 墙樯 夹来 奋备 委季 孤弧 宗示 宣宜 容窖
密蜜 对树 导异 尖夫 尺尽 屉展 岸崖 币市 帜织 幅副 幕墓 应庆 廊廓 弃弄 录绿 影彰 彻砌 徒徙 忙忘 急总 恢灰 悬县
惯贯 慢漫 懂董 戴载 扣和 扶抚 批比 抓爪 抗坑 护炉 拟似 择泽 挂桂 挖按 损捐 捷睫 授受 提题 摊滩 摘滴 播潘 操燥
擅檀 斗计 料科 旅族 旬句 易昜 映央 晰淅 暂渐 曾会 朗郎 杂染 束柬 枢抠 架驾 株殊 格恪 桥侨 梅海 棚硼 楼搂 概慨
模摸 次决 殖植 毁段 沿治 法汰 泄世 洁结 派脉 测侧 涉步 润闰 淘陶 清青 渠梁 源原 滞带 漏露 潜替 炼练 烦顷 牵牢
狂狱 珍诊 留贸 略路 疏流 痛通 盘盆 督睿 瞒满 确碓 碳炭 磁滋 祝兄 秘密 租粗 移侈 究穷 竣俊 端瑞 符府 第弟 筑巩
答塔 篇偏 精情 索素 紧系 纪记 级极 纳讷 纷份 细绅 终络 组姐 继断 维唯 综踪 缩宿 罪非 置直 耗秏 聊柳 胁协 船般
芝乏 苗笛 荐存 药约 营莹 衔街 览监 触烛 誉举 讨付 词伺 诚城 询洵 详洋 语悟 误娱 谈淡 谋媒 谐偕 贫贪 资咨 赋赔
赛塞 走足 起赶 超起 趋雏 距拒 践贱 踏蹈 身射 轨轧 软较 辅铺 辖豁 迁迂 迟尺 述术 适括 逃桃 选先 透诱 逐遂 递弟
逾愈 遇偶 遍篇 邮由 配酌 酬洲 释译 野墅 针计 钩沟 铺捕 镇填 闯闷 阅悦 阶介 附咐 陆击 陈阵 降绛 限很 隧遂 障樟
难准 雇顾 零雷 需雪 非韭 顺项 预顶 领颁 频濒 额客 风凤 饮次 馆管 驻住 驿译 骗编 鲁晋
"""
"""Groups of characters that one who reads or picks them quickly may confuse."""


@cache
def _by_shape() -> dict[str, frozenset[str]]:
    alike: defaultdict[str, set[str]] = defaultdict(set)
    for group in LOOKALIKES.split():
        for character in group:
            alike[character].update(group)
    return {character: frozenset(others) for character, others in alike.items()}


@cache
def _readings(character: str) -> frozenset[str]:
    """All readings of a character, tones aside: 都 → du, dou."""
    return frozenset(pinyin(character, style=Style.NORMAL, heteronym=True)[0])


def are_confused(one: str, other: str) -> bool:
    """Whether two characters look alike, or may be read the same, tones aside."""
    return other in _by_shape().get(one, ()) or not _readings(one).isdisjoint(_readings(other))
