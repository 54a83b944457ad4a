"""Marking rule × format × item type: what a format holds exactly, what goes as the nearest it has, and what it can't hold.

One table: exporters ask it, the docs print it.  A new item type is a row in each platform's column.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.questions.types import named

How = Literal["exact", "nearest", "refused"]
#: What platforms call their questions, and so what an item may be written as; ``parts`` and ``asks`` go as several of them,
#: ``letters`` as one blank for all letters in a row.
Form = Literal["single", "multiple", "judge", "blank", "essay", "parts", "asks", "letters"]


@dataclass(frozen=True, slots=True)
class Held:
    """How a format holds a type of item.

    Attributes:
        how: exactly, as the nearest there is, or not at all.
        form: the platform's kind of question that it is written as; empty where there is none, or none is asked for.
        says: how the nearest differs, or why there is none.
    """

    how: How
    form: Form | Literal[""] = ""
    says: str = ""


EXACT = Held("exact")
_SINGLE, _MULTIPLE, _JUDGE = Held("exact", "single"), Held("exact", "multiple"), Held("exact", "judge")
_BLANK = Held("nearest", "blank", "平台逐字比对，能接受的写法都列出了，没有列出的写法要人工改判")
_PAIRS = Held("nearest", "blank", "写成填空题，每一项填一个字母，题目里列出两栏")
_LETTERS = Held("nearest", "letters", "写成填空题，照左栏的次序连着填字母，题目里列出两栏；全对才得分")
_ORDER = Held("nearest", "blank", "写成填空题，填写字母的先后")
_SUM = Held("nearest", "blank", "写成填空题，只比对得数，能接受的写法都列出了")
_ESSAY = Held("nearest", "essay", "写成简答题，各问和要点写在一起，人工评分，平台没有逐点给分")
_CHOICES: Mapping[str, Held] = {"single": _SINGLE, "multiple": _MULTIPLE, "judge": _JUDGE}
_PARTS = Held(
    "nearest",
    "parts",
    "每道小题写成一道题，单选写成单选题、不定项写成多选题（只有一项对的也是，答案是一个字母），材料在每道题前面都写一遍",
)
_ALL_FORMS: Mapping[str, Held] = {
    **_CHOICES,
    "blank": _BLANK,
    "match": _PAIRS,
    "order": _ORDER,
    "calc": _SUM,
    "case": _ESSAY,
    "chain": _PARTS,
}
_NESTED = "写成“阅读理解”：材料在大题题干，"
_SMALL_PARTS = Held("nearest", "parts", f"{_NESTED}小题一行一道，不定项写成多选题（只有一项对的也是，答案是一个字母）")
_SMALL_ESSAYS = Held("nearest", "asks", f"{_NESTED}各问一行一道简答，要点写在答案里，人工评分")
_NO_ESSAY = Held("refused", says="导入模板里没有简答题")

#: Format → item type → how it is held.  ``*`` is every type that is not named.
TYPES: Mapping[str, Mapping[str, Held]] = {
    "json": {"*": EXACT},
    "docx": {"*": EXACT},
    "pdf": {"*": EXACT},
    "markdown": {"*": EXACT},
    "answer-sheet": {"*": EXACT},
    "audit": {"*": EXACT},
    "xlsx": {"*": EXACT},
    "chaoxing": {**_ALL_FORMS, "case": _SMALL_ESSAYS, "chain": _SMALL_PARTS},
    "kaoshibao": _ALL_FORMS,
    "motibang": {**_ALL_FORMS, "match": _LETTERS, "case": _NO_ESSAY},
    "wjx": {**_ALL_FORMS, "match": _LETTERS},
}

_SET_THERE = "给分办法不在导入文件里，要在平台的考试设置里选"
#: Format → rule of marking → how it is held, for items with several right options.  ``*`` as above.
RULES: Mapping[str, Mapping[str, Held]] = {
    "json": {"*": EXACT},
    **{name: {"*": EXACT} for name in ("docx", "pdf", "markdown", "answer-sheet", "audit", "xlsx")},
    "chaoxing": {
        "all_or_nothing": Held("nearest", says=f"{_SET_THERE}“全部选对才得分”"),
        "half": Held("nearest", says=f"{_SET_THERE}“未选全给一半分”"),
        "proportional": Held("nearest", says="平台没有见到按比例给分的设置，漏选的要导出后用 pufa mark 评"),
    },
    "kaoshibao": {"*": Held("nearest", says=f"{_SET_THERE}；选不到的，导出答卷用 pufa mark 评")},
    "motibang": {"*": Held("nearest", says="导入文件只写满分，漏选怎么给分由平台定；要照方案给分的，用 pufa mark 评")},
    "wjx": {
        "all_or_nothing": Held("nearest", says=f"{_SET_THERE}“答对得分”"),
        "half": Held("nearest", says=f"{_SET_THERE}“漏选得一半”；平台取整数分，pufa mark --half-whole 与它一致"),
        "proportional": Held("nearest", says="平台没有见到按比例给分的设置，漏选的要导出后用 pufa mark 评"),
    },
}
#: Rules of marking as people call them.
MARKINGS: Mapping[str, str] = {"all_or_nothing": "全部选对才得分", "half": "漏选得一半", "proportional": "漏选按比例"}
_UNKNOWN = Held("refused", says="还没有为这种题型定下写法")


def held(format: str, type: str) -> Held:
    """How ``format`` holds items of ``type``; refused where nobody has said."""
    cells = TYPES.get(format, {})
    return cells.get(type) or cells.get("*") or _UNKNOWN


def rule_held(format: str, marking: str) -> Held:
    """How ``format`` holds the rule of marking for items with several right options."""
    cells = RULES.get(format, {})
    return cells.get(marking) or cells.get("*") or _UNKNOWN


def cells(
    types: Mapping[str, str], markings: Mapping[str, str], formats: Mapping[str, str]
) -> Iterator[tuple[str, ...]]:
    """The whole table in words, a row for each format and type, for several right options one for each rule.

    Args:
        types, markings, formats: ids → what people call them.
    """
    signs = {"exact": "原样", "nearest": "最接近", "refused": "写不了"}
    for format, title in formats.items():
        if TYPES.get(format) == {"*": EXACT}:
            yield (title, "各种", "各种", signs["exact"], "")
            continue
        for type, name in types.items():
            cell = held(format, type)
            if cell.form not in {"multiple", "parts"} and not named(type).several:
                yield (title, name, "各种", signs[cell.how], cell.says)
                continue
            for marking, rule in markings.items():
                ruled = rule_held(format, marking)
                worse = max(cell.how, ruled.how, key=list(signs).index)
                yield (title, name, rule, signs[worse], "；".join(filter(None, (cell.says, ruled.says))))
