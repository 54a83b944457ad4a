"""Flaws of the options among themselves: mixed kinds, repeats, overlap, catch-alls, absolute words."""

import re
from itertools import pairwise

from generator.legal.money import Amount
from generator.legal.sums import find_fines
from generator.library import Library
from generator.questions.flaws._base import Flaw
from generator.questions.item import Item

_CATCH_ALL = re.compile(
    r"(以上|上述|前述|以下|[A-H]、?[A-H](和|、)?)(各项|选项|说法|三项|都|均|全部?)*(都|均|全)(不?)(对|错|正确|错误|是)|都不对|都不是"
)
_ABSOLUTE = re.compile(r"一律|任何|绝对|必然|完全|所有|永远|从不|全部|只能|都必须|无论如何")
_CHINESE_FIGURE = re.compile(r"[一二三四五六七八九十百千两]+(万|亿|元|倍|日|年|个月|%)")
_ARABIC_FIGURE = re.compile(r"\d+(\.\d+)?(万|亿|元|倍|日|年|个月|%)")
_CLAUSE, _SHARE = 20, 10  # a clause of more characters, of which a figure is less than a tenth
_UNITS = ("元", "%", "倍", "日", "年", "个月", "条")


def unit(text: str) -> str:
    """What kind of thing an option names: 元, %, 倍, 日, 年, 条 …, or 文字 where it is no figure, or a long clause that has one."""
    figures = [found for pattern in (_ARABIC_FIGURE, _CHINESE_FIGURE) if (found := pattern.search(text))]
    figures = [] if "元" in text or "%" in text else figures
    if len(text) > _CLAUSE and figures and _SHARE * max(len(found[0]) for found in figures) < len(text):
        return "文字"
    if not (_ARABIC_FIGURE.search(text) or _CHINESE_FIGURE.search(text) or re.search(r"第\S{1,8}条", text)):
        return "文字"
    if re.search(r"\d{4}年\d{1,2}月", text):
        return "日期"
    return next((u for u in _UNITS if u in text), "文字")


def _texts(item: Item) -> list[str]:
    return [option.text for option in item.options]


def _mixed_kinds(item: Item, _: Library) -> str | None:
    kinds = sorted({unit(text) for text in _texts(item)})
    return f"选项类型混杂：{'、'.join(kinds)}" if len(kinds) > 1 else None


def _mixed_numerals(item: Item, _: Library) -> str | None:
    texts = _texts(item)
    if any(_CHINESE_FIGURE.search(t) for t in texts) and any(_ARABIC_FIGURE.search(t) for t in texts):
        return "选项里汉字数字与阿拉伯数字混用"
    return None


def _catch_all(item: Item, _: Library) -> str | None:
    found = next((text for text in _texts(item) if _CATCH_ALL.search(text)), None)
    return f"有“{found}”这样的选项" if found else None


def _absolute(item: Item, _: Library) -> str | None:
    texts = [(option.text, option.correct) for option in item.options]
    wrong = [text for text, right in texts if not right and _ABSOLUTE.search(text)]
    if wrong and not any(_ABSOLUTE.search(text) for text, right in texts if right):
        return f"绝对化的词只出现在错误项：{wrong[0]}"
    return None


def _repeated(item: Item, _: Library) -> str | None:
    plain = [re.sub(r"\s|[，。、；：（）()“”]", "", text) for text in _texts(item)]
    if len(set(plain)) < len(plain):
        return "有两个选项相同"
    values = [value for text in _texts(item) if (value := _value(text)) is not None]
    if len(set(values)) < len(values):
        return "有两个选项写法不同而数额相同"
    return None


def _overlapping(item: Item, _: Library) -> str | None:
    """Ranges that share values, where the stem does not ask for the range itself."""
    if re.search(r"幅度|区间|范围|怎样规定|如何规定", item.stem):
        return None
    spans = sorted(span for text in _texts(item) if (span := _span(text)) is not None)
    if any(later[0] < earlier[1] for earlier, later in pairwise(spans)):
        return "选项的数值范围互相重叠，可能不止一个成立"
    return None


def _value(text: str) -> tuple[object, ...] | None:
    """The sum that an option names and the base it is taken of, however they are written; None where it isn't one sum."""
    found = find_fines(text)
    return (found[0].value, found[0].base) if len(found) == 1 else None


def _span(text: str) -> tuple[float, float] | None:
    """Lower and upper bound of the one range that an option names."""
    found = find_fines(text)
    value = found[0].value if len(found) == 1 else None
    if not isinstance(value, Amount) or value.min == value.max:
        return None
    return float(value.min or 0), float("inf") if value.max is None else float(value.max)


MIXED = Flaw("options-mixed", "选项类型或单位混杂", _mixed_kinds)
OVERLAPPING = Flaw("options-overlap", "范围重叠", _overlapping)
#: Of all options that one chooses among, pairs or puts in order.
FLAWS = (
    Flaw("options-numerals", "数字写法混用", _mixed_numerals),
    Flaw("options-catch-all", "以上都对、都不对", _catch_all),
    Flaw("options-absolute", "绝对化的词只在错误项", _absolute),
    Flaw("options-repeated", "选项重复", _repeated),
)
