"""A project of any size, made of words that mean nothing: the same numbers give the same files, to the byte.

Titles, headings and digests read like those of law, so that the index holds as many different pairs of characters as
real ones do; nothing in them is law.
"""

import datetime
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench import _asked


def _words(text: str) -> list[str]:
    return text.split()


PLACES = _words(
    "临江 望海 青岭 白沙 南坪 东港 西塘 北原 云溪 鹤山 石湾 松林 柳河 桃源 玉泉 金滩 银湖 丹霞 翠屏 龙门 虎丘 凤鸣 麟游 雁荡 鹭岛"
)
THINGS = _words(
    "管廊 炉窑 塔吊 渠道 泵房 罐区 堆棚 料仓 闸门 围堰 井盖 喷枪 滤池 风机 锅筒 转炉 烟道 脱硫 除尘 膜组 药剂 污泥 残渣 边角 油品 "
    "冷媒 溶剂 涂料 胶黏 电镀 酸洗 磷化 铸件 锻件 板材 型钢 木屑 纸浆 皮革 织物 染料 陶坯 玻纤 水泥 砂石 沥青 橡胶 塑粒 薄膜 电池 "
    "元件 芯片 线缆 灯管 屏幕 样品 试剂 标签 台账 图纸 表格 档案 印章 密码 终端 探头 仪表 数据 日志 备件 车辆 船舶 拖轮 吊具 集装 "
    "托盘 苗木 种子 饲料 畜舍 鱼塘 稻田 果园 茶山 竹林 草场 湿洼 滩涂 礁盘 珊瑚 候鸟 巢箱 兽径 水源 井泉 沟渠 河段 库区 港池 航道 "
    "岸线"
)
ACTS = _words(
    "登记 备查 公示 送检 校准 维护 检修 更换 封存 转运 交接 盘点 拆除 清洗 回收 再生 焚化 填埋 覆盖 遮挡 围护 洒扫 冲洗 导流 分流 "
    "截留 沉降 过滤 吸附 中和 固化 稳定 监看 巡查 抽查 复核 报送 归集 披露 通报 预警 演练 撤离 抢修 补种 迁移 放流 养护 修枝 间伐 "
    "限行 限产 错峰 停用 试运 验收 移交 委托 评估 论证 协商 听取 签收 签发 撤回 注销 变更 延续 补正 受理 审看 核定 摊派 返还 追缴"
)
MANNERS = _words(
    "按时 逐日 逐月 逐批 如实 完整 连续 当场 事先 事后 就近 分类 分区 分时 集中 统一 联合 单独 书面 口头 电子 公开 定点 定量 定期 "
    "及时 全程 双人 交叉 随机 优先 限期 减半 加倍 足额 妥善 规范 独立 共同 分批"
)
PEOPLE = _words("经营 运营 施工 承运 仓储 养殖 种植 检验 监理 设计 出租 承租 进口 出口 代理 生产 销售 维修 加工 拆解")
DUTIES = _words("应当 不得 可以 负责 有权 必须先 需要 一般由其")
RANKS = _words("法律 行政法规 地方性法规 部门规章 地方政府规章 规范性文件")
TOPICS = UNITS = _asked.SHELVES
#: Records in one file, so that none nears the limit that reading sets.
IN_A_FILE = 100
Row = dict[str, Any]


def write_project(root: Path, mkdocs: str, regulations: int, articles: int, conducts: int) -> list[str]:
    """Write a project and return up to 20 queries that its search should answer: titles of conducts.

    Args:
        root: a new or empty folder.
        mkdocs: text of its mkdocs.yml.
        regulations, articles: how many regulations, each of how many articles.
        conducts: how many conducts, each citing two articles.
    """
    _write(root / "mkdocs.yml", mkdocs)
    _write(root / "docs" / "about.md", "# 关于\n\n为测速而造的内容，没有一句是法律。\n")
    bodies = [f"{PLACES[n]}{THINGS[-n - 1]}主管部门" for n in range(UNITS)]
    offences = [_conduct(n, regulations, articles, bodies) for n in range(conducts)]
    _records(root, "topics", [{"id": f"t{n}", "title": f"{THINGS[n]}管理", "order": n} for n in range(TOPICS)])
    _records(root, "units", [_unit(n, name) for n, name in enumerate(bodies)])
    _records(root, "regulations", [_regulation(n, articles) for n in range(regulations)])
    for number in range(regulations):
        _records(root, "articles", [_article(number, n + 1) for n in range(articles)], f"r{number}-")
    _records(root, "conducts", offences)
    for folder, rows in _asked.records(regulations, articles, offences, _title, _clause).items():
        _records(root, folder, rows, "asked-")
    return [str(offence["title"]) for offence in offences[:: max(1, conducts // 20)]][:20]


def _records(root: Path, folder: str, rows: Sequence[Row], prefix: str = "part-") -> None:
    for start in range(0, len(rows), IN_A_FILE):
        part = rows[start : start + IN_A_FILE]
        text = yaml.dump(part, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=1000)
        _write(root / "content" / folder / f"{prefix}{start // IN_A_FILE:03}.yml", text)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _title(number: int) -> str:
    """A name that no other number has: one regulation must not be taken for another."""
    rest, thing = divmod(number, len(THINGS))
    level, place = divmod(rest, len(PLACES))
    return f"{PLACES[place]}{THINGS[thing]}{ACTS[(7 * number + level) % len(ACTS)]}办法" + "之补" * level


def _clause(random: Random) -> str:
    who, duty, manner = random.choice(PEOPLE), random.choice(DUTIES), random.choice(MANNERS)
    return f"{who}{random.choice(THINGS)}的{duty}{manner}{random.choice(ACTS)}{random.choice(THINGS)}"


def _unit(number: int, name: str) -> Row:
    return {"id": f"u{number}", "name": name, "unit_class": "测速单位", "acts_as": [name], "source": _asked.SOURCE}


def _regulation(number: int, articles: int) -> Row:
    half = max(1, articles // 2)
    outline = [{"title": "第一章 总则", "articles": [1, half]}]
    if half < articles:
        outline.append({"title": "第二章 罚则", "articles": [half + 1, articles]})
    return {
        "id": f"r{number}",
        "title": _title(number),
        "rank": RANKS[number % len(RANKS)],
        "issuer": f"{PLACES[number % len(PLACES)]}议事会",
        "topics": [_asked.topic(number)],
        "versions": [_version(number, articles)],
        "outline": outline,
        **_asked.articles_of(number, articles),
        "source": _asked.SOURCE,
    }


def _version(number: int, articles: int) -> Row:
    begun = datetime.date(2000 + number % 25, 1 + number % 12, 1)
    if _asked.old(number):
        return {
            "effective": begun,
            "repealed_on": _asked.CHANGED,
            "repealed_by": f"r{number - 1}",
            "articles": articles,
        }
    return {"effective": _asked.CHANGED if _asked.renewed(number) else begun, "articles": articles}


def _article(regulation: int, number: int) -> Row:
    random = Random(f"article/{regulation}/{number}")
    within = f"{random.randint(2, 30)}日内"
    return {
        "regulation": f"r{regulation}",
        "number": number,
        "heading": f"{random.choice(THINGS)}{random.choice(THINGS)}的{random.choice(MANNERS)}{random.choice(ACTS)}",
        "digest": f"{_clause(random)}，{_clause(random)}；{within if _asked.figured(regulation) else ''}{random.choice(ACTS)}。",
    }


def _conduct(number: int, regulations: int, articles: int, bodies: Sequence[str]) -> Row:
    random = Random(f"conduct/{number}")
    regulation = _asked.penal(number, regulations)
    half = max(1, articles // 2)
    place = number % _asked.CONDUCTS
    forbidding, punishing = min(half, 1 + place), min(articles, half + place)
    return {
        "id": f"c{number}",
        "title": f"{random.choice(PEOPLE)}{random.choice(THINGS)}未{random.choice(MANNERS)}{random.choice(ACTS)}"
        f"{random.choice(THINGS)}{random.choice(THINGS)}",
        "topics": [_asked.topic(regulation)],
        "prohibited_by": [f"{_title(regulation)} 第{forbidding}条"],
        "penalties": _asked.penalties(random, number, f"{_title(regulation)} 第{punishing}条", bodies),
        "do": [f"{_clause(random)}。"],
        "daily": place == 0,
    }
