"""A blueprint as a workbook that a trainer can fill: the paper, its sections, and what each section must hold."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from generator.exports.support import MARKINGS
from generator.exports.workbook import Sheet, Value, workbook
from generator.kinds.blueprint import Blueprint, BlueprintSection, Quota
from generator.kinds.question import Grade, Thought
from generator.library import Library
from generator.questions import types
from generator.questions.bank import rule_titles

PAPER, SECTIONS, QUOTAS, GUIDE = "试卷", "大题", "要求", "说明"
_ROOM = 12  # empty rows to fill


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a blueprint as people fill it.

    Attributes:
        name: of the model's field; of a pair of bounds with ``.0`` or ``.1`` behind it.
        label: what the sheet calls it.
        kind: ``text``, ``whole``, ``number``, ``yes``, ``day``, ``list`` (one a line, or split by ；), ``lines`` (one a line), or a key of ``Names.known``, whose titles are written.
        told: what to fill in.
        needed: must not be empty.
    """

    name: str
    label: str
    kind: str
    told: str
    needed: bool = False


PAPER_FIELDS = (
    Field("id", "编号", "text", "小写英文字母、数字和连字符，例如 new-staff；命令里用它", True),
    Field("title", "试卷名称", "text", "印在卷首", True),
    Field("audience", "对象", "text", "考谁，例如 执法人员、企业负责人、社会公众", True),
    Field("minutes", "时间（分钟）", "whole", "整数", True),
    Field("pass_mark", "及格分", "number", "不能高于总分", True),
    Field("marking", "多选题给分", "marking", "、".join(MARKINGS.values())),
    Field("forms", "出几套卷", "whole", "A、B、C……，不填是 1"),
    Field("seed", "种子", "whole", "整数，换一个数换一套题，不填是 1"),
    Field("must_know", "应知应会清单", "must-know", "只从这份清单的条文里出题；不限的空着"),
    Field("cover", "每条都要考到的清单", "must-know", "题数够时，这份清单的每一条至少考一题；不要求的空着"),
    Field("publish", "在网站公开", "yes", "“是”：网站上有一份模拟卷，答案也公开"),
    Field("formats", "写成哪些格式", "list", "例如 docx、pdf、chaoxing，一行一个，不填是 docx"),
    Field("instructions", "注意事项", "lines", "一行一条，印在卷首"),
    Field("include", "必选的题", "list", "题号，一行一个"),
    Field("ban", "不要的题", "list", "题号或者规则编号，一行一个"),
    Field("sample", "示例", "yes", "“是”：卷首印“示例”"),
    Field("topics", "只考这些专题", "list", "专题编号，一行一个；不限的空着"),
    Field("per_article", "同一条文至多几题", "whole", "不填是 2"),
    Field("per_amount", "同一数额至多几题", "whole", "不填是 1"),
    Field("judge_true.0", "判断题正确的至少占", "number", "0 到 1，不填是 0.4；与下一行一起填"),
    Field("judge_true.1", "判断题正确的至多占", "number", "0 到 1，不填是 0.6"),
    Field("one_phrasing", "同一种问法至多占", "number", "0 到 1，不填是 0.2"),
    Field("amounts", "问数额的题至多占", "number", "0 到 1，不填不限"),
    Field("article_numbers", "只问条号的题至多占", "number", "0 到 1，不填不限"),
    Field("as_of", "按哪一天的法律", "day", "写成 2026-08-15；不填是出卷当天"),
)
SECTION_FIELDS = (
    Field("title", "大题", "text", "大题名称，不写“一、”", True),
    Field("type", "题型", "type", "从列表里选", True),
    Field("count", "题数", "whole", "整数；案例组题数小题", True),
    Field("points", "分值", "number", "每题几分，可以有半分", True),
    Field("difficulty.0", "平均难度从", "number", "0 最易，1 最难；不限的空着"),
    Field("difficulty.1", "平均难度到", "number", "不小于前一格"),
)
QUOTA_FIELDS = (
    Field("topic", "专题", "topic", "从列表里选；不限的空着"),
    Field("rule", "考法", "rule", "出题规则，从列表里选"),
    Field("level", "级别", "level", "入门、进阶或专业"),
    Field("thought", "思维层次", "thought", "记忆、理解或应用"),
    Field("industry", "行业", "industry", "从列表里选；不限的空着"),
    Field("regulation", "法规", "regulation", "依据哪部法规，从列表里选"),
    Field("audience", "写明对象", "text", "题目写明适用于这类人"),
    Field("difficulty.0", "难度从", "number", "只数难度在两个数之间的题"),
    Field("difficulty.1", "难度到", "number", "不小于前一格"),
    Field("min", "至少", "whole", "题数"),
    Field("max", "至多", "whole", "题数；0 是一道也不要"),
)
#: The column that says which section a row of requirements is for.
OF_SECTION = "第几大题"
#: What stands there where the whole paper is meant.
WHOLE_PAPER = "全卷"


class Names:
    """Titles of everything that a blueprint names by id."""

    def __init__(self, library: Library) -> None:
        records = {
            kind: {r.id: r.label for r in library.all(kind)}
            for kind in ("topic", "industry", "regulation", "must-know")
        }
        self.known: Mapping[str, Mapping[str, str]] = {
            **records,
            "rule": rule_titles(),
            "type": types.titles(),
            "marking": MARKINGS,
            "level": {level: level for level in get_args(Grade)},
            "thought": {thought: thought for thought in get_args(Thought)},
        }


def plan_book(library: Library, plan: Blueprint | None) -> bytes:
    """The workbook of a blueprint, with empty rows to add to; of none, an empty one to fill."""
    names = Names(library)
    data = {} if plan is None else plan.model_dump(mode="json")
    paper = [(f.label, _shown(f, data, names), f.told) for f in PAPER_FIELDS]
    sections = () if plan is None else plan.sections
    quotas: list[tuple[Value, Quota]] = [
        (n, quota) for n, section in enumerate(sections, 1) for quota in section.quotas
    ]
    quotas += [] if plan is None else [(WHOLE_PAPER, quota) for _, _, quota in plan.whole]
    return workbook(
        (
            Sheet(PAPER, ("项目", "填写", "怎么填"), paper, (18, 40, 60), filtered=False),
            _sheet(SECTIONS, SECTION_FIELDS, [_cells(SECTION_FIELDS, s, names) for s in sections], names),
            _sheet(QUOTAS, QUOTA_FIELDS, [(n, *_cells(QUOTA_FIELDS, q, names)) for n, q in quotas], names, OF_SECTION),
            Sheet(GUIDE, ("表", "列", "怎么填"), list(_guide()), (10, 16, 70), filtered=False),
        ),
        library.as_of,
    )


def _sheet(
    title: str, fields: Sequence[Field], rows: Sequence[Sequence[Value]], names: Names, first: str = ""
) -> Sheet:
    header = (*((first,) if first else ()), *(f.label for f in fields))
    choices = {}
    for place, field in enumerate(fields, len(header) - len(fields)):
        listed = list(dict.fromkeys(names.known.get(field.kind, {}).values()))
        if listed:
            choices[place] = listed
    empty = [tuple(None for _ in header)] * _ROOM
    return Sheet(title, header, [*rows, *empty], tuple(16 for _ in header), choices=choices, filtered=False)


def _guide() -> Iterator[tuple[str, str, str]]:
    yield (QUOTAS, OF_SECTION, f"这一行说的是第几大题，填 1、2、3……；说全卷的填“{WHOLE_PAPER}”；可以有几行")
    for title, fields in ((SECTIONS, SECTION_FIELDS), (QUOTAS, QUOTA_FIELDS)):
        yield from ((title, f.label, f.told) for f in fields)


def _cells(fields: Sequence[Field], part: BlueprintSection | Quota, names: Names) -> tuple[Value, ...]:
    data = part.model_dump(mode="json")
    return tuple(_shown(field, data, names) for field in fields)


def _shown(field: Field, data: Mapping[str, Any], names: Names) -> Value:
    """A value as it is filled in."""
    name, _, place = field.name.partition(".")
    value = data.get(name)
    if value is None or (place and not value):
        return None
    if place:
        return float(value[int(place)])
    if field.kind in ("list", "lines"):
        return "\n".join(value)
    if field.kind == "yes":
        return "是" if value else None
    known = names.known.get(field.kind)
    return str(known.get(value, value)) if known else value
