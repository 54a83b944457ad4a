"""The figures that stand in a text, as a set, so that a digest can be held against its article.

十万元, 10万元 and 100000元 are one figure; 百分之二 and 2% are one.  Much that is written with a numeral is no figure
(一般, 统一, 第二款): those are taken out first, by the lists below.
"""

import re
from decimal import Decimal

from generator.legal.numerals import CHINESE, DIGITS, INTEGER, NUMBER, STARTS, TO, lift, parse_decimal, tidy

#: Words of environmental law in which a numeral does not count anything.
WORDS = (
    "上一级", "下一级", "同一级", "上一年", "下一年", "同一年", "同一日", "同一天", "同一次", "一次性", "一年四季",
    "三同时", "三线一单", "三北", "三废", "四至", "四周", "四季", "六价", "十字",
    "百姓", "百货", "千方百计", "千家万户", "千秋", "万一", "万物", "亿万", "成千上万", "两岸", "两侧", "两翼",
    "两高", "两用", "两者", "二者", "三者", "二手", "二氧化", "一氧化", "三氧化", "五氧化", "二噁英", "二恶英",
    "多氯二", "三氯", "四氯", "二次污染", "二次供水", "零排放", "一事不二罚", "不二", "三峡", "三江",
)  # fmt: skip
#: 一 counts only before a counter or unit; 一般, 一定, 统一, 一律, 一切, 一并, 唯一, 之一, 进一步 and their like hold none.
COUNTERS = (
    "年", "个月", "个工作日", "个小时", "个季度", "季度", "日", "天", "周", "小时", "分钟", "倍", "元", "角", "分之",
    "次", "级", "类", "吨", "千克", "公斤", "克", "米", "公里", "平方", "立方", "公顷", "亩", "升", "人", "户", "名",
    "家", "台", "辆", "艘", "套", "期", "号", "成", "等", "度", "条", "％", "%",
)  # fmt: skip

_MASKS = (
    # Not inside a numeral (六十八万一千 holds no 万一), nor across 以上 (六个月以上一年以下 holds no 上一年).
    re.compile(
        rf"{STARTS}(?<!以(?=[上下]))(?:{'|'.join(sorted(WORDS, key=len, reverse=True))})(?![{CHINESE}{DIGITS}])"
    ),
    re.compile(r"[A-Za-z]+[-/.]?[0-9]+(?:[.-][0-9]+)*"),  # PM2.5, CO2, GB3095-2012: names
    re.compile(rf"第?[（(]\s*{INTEGER}\s*[）)]\s*项?"),  # markers of items
    re.compile(rf"(?<=条)之{INTEGER}"),
    re.compile(rf"前{INTEGER}[款项条]"),
    re.compile(rf"第\s*{INTEGER}\s*分?[款项目编章节册卷届批]"),
    re.compile(r"十分(?!之)"),
    re.compile(rf"第[一二三四五六七八九十](?!{INTEGER}|条|[〇零百千])"),  # 第一, 第三方
    re.compile(rf"{STARTS}零(?![点元时度分{CHINESE}])"),  # 零进口, 零售, 零部件
)
_LONE_ONE = re.compile(rf"{STARTS}(?<!分之)一(?![{CHINESE}{DIGITS}点]|{TO}[{CHINESE}{DIGITS}]|{'|'.join(COUNTERS)})")
_NAMED_ONE = re.compile(r"(?<=[同单统唯每任专划不之上下某逐])一(?=级|类|次|人|户|家|等|度|期|号|条|成|台|名)")
_KILO = re.compile(r"[千百](?=克|瓦|米|伏|焦|帕|赫)")  # 5千克 is 5, as 5kg
_PAIR = re.compile(rf"{STARTS}(?P<low>{NUMBER})\s*(?P<unit>[万亿]?元?)\s*{TO}\s*(?P<high>{NUMBER})")
_PERMILLE = re.compile(rf"(?P<scale>[千万])分之(?P<part>{NUMBER})|{STARTS}(?P<sign>{NUMBER})‰")
_PERCENT = re.compile(rf"百分之(?P<part>{NUMBER})")
_NUMBER = re.compile(rf"{STARTS}{NUMBER}")


def numbers_in(text: str) -> set[Decimal]:
    """Every number that stands in a text as a figure.

    Args:
        text: an article, a digest, a sentence.

    Returns:
        Values in plain units: 十万元 is 100000, 百分之二 is 2 (as 2% is), 千分之五 is 0.5,
        第1095条 is 1095, 三分之二 gives 3 and 2.  Places below the article (第二款, （一）) and words like 一般 give nothing.
    """
    for mask in (*_MASKS, _NAMED_ONE, _LONE_ONE, _KILO):
        text = mask.sub(lambda match: "□" * len(match[0]), text)
    found: set[Decimal] = set()

    def take(value: Decimal | None) -> str:
        if value is not None:
            found.add(tidy(value))
        return "□"

    text = _PERMILLE.sub(lambda m: take(_permille(m)), text)
    text = _PERCENT.sub(lambda m: take(_value("一百" if m["part"] == "百" else m["part"])), text)
    for pair in _PAIR.finditer(text):
        take(_lower(pair))
    text = _PAIR.sub(lambda m: m["high"] if not m["unit"] else m[0], text)
    for match in _NUMBER.finditer(text):
        take(_value(match[0]))
    return found


def _value(numeral: str) -> Decimal | None:
    try:
        return parse_decimal(numeral)
    except ValueError:  # 数十, 十四五, 百万: no figure
        return None


def _permille(match: re.Match[str]) -> Decimal | None:
    value = _value(match["part"] or match["sign"])
    return None if value is None else value * (Decimal("0.01") if match["scale"] == "万" else Decimal("0.1"))


def _lower(pair: re.Match[str]) -> Decimal | None:
    if pair["unit"]:
        return None  # it names its own unit and is read by itself
    try:
        return lift(pair["low"], pair["high"])
    except ValueError:
        return None
