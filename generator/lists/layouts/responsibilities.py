"""责任清单: which unit answers for what, in the lead or in support, by which articles."""

import re

from generator.library import Library
from generator.lists.citing import Cites
from generator.lists.codecs import OneOf, Several, Words
from generator.lists.layout import Column, Data, Layout, listed
from generator.lists.layouts._common import AWAITS, KEPT, NOTE, SAMPLE, rest, topics_of
from generator.lists.naming import Named

ROLES = OneOf(
    {"lead": "牵头", "support": "配合"},
    {"牵头单位": "lead", "主责": "lead", "主办": "lead", "负责": "lead", "主要责任": "lead", "牵头责任": "lead", "配合单位": "support",
     "协办": "support", "协助": "support", "参与": "support", "配合责任": "support"},
)  # fmt: skip


def _derive(library: Library, data: Data, caption: str) -> None:
    """The topic of the articles; a duty whose role is not told is the unit's own."""
    data.setdefault("role", "lead")
    if not data.get("topic"):
        topics = topics_of(library, listed(data, "basis"))
        data["topic"] = next(iter(topics), next(iter(library.general_topics), ""))


def _fold(data: Data) -> Data:
    """A remark that says 牵头 or 配合, or begins with it, tells the role where no column does; what else it says stays."""
    said, *more = re.split("[，,；;。]", str(data.get("note", "")).strip("。（）() "), maxsplit=1)
    role = {**{word: role for role, word in ROLES.labels.items()}, **ROLES.also}.get(said.strip())
    if role is None or "role" in data:
        return data
    return {**{name: value for name, value in data.items() if more or name != "note"}, "role": role}


LAYOUT = Layout(
    id="responsibility",
    title="责任清单",
    also=("生态环境保护责任清单",),
    columns=(
        Column("责任单位", "unit", Named("unit"), also=("单位", "责任部门", "部门", "牵头单位", "责任主体", "单位名称"), width=14, needed=True, filled=True, says="写单位的名称或者常用的简称"),
        Column("专题", "topic", Named("topic"), also=("领域", "类别", "要素"), width=9, filled=True, says="从列表里选；空着的，按依据推定"),
        Column("责任类型", "role", ROLES, also=("责任性质", "角色", "职责类型", "牵头/配合", "牵头或配合"), width=7, says="牵头或者配合"),
        Column("责任事项", "duty", Words(), also=("职责", "工作职责", "主要职责", "责任内容", "职责内容", "责任", "工作任务", "任务", "工作内容", "事项", "职责事项"), width=40, needed=True, says="做什么，一行一项，用自己的话"),
        Column("共同负责", "with_others", Several(), also=("共同负责单位",), width=14, says="同一条文写明一起负责的其他机关，用顿号分开"),
        Column("依据", "basis", Cites(), also=("法律依据", "职责依据", "法定依据", "责任依据", "设定依据", "依据条款", "法律法规依据"), width=28, needed=True, says="《某某法》第102条第1款、第103条；几部法的，一行一部"),
        Column("追责依据", "accountability", Cites(), also=("追责情形", "问责依据", "追责条款"), width=20, says="没做到时追究责任的条文"),
        NOTE,
        AWAITS,
        SAMPLE,
        *KEPT,
        rest("confirmed"),
    ),
    keys=("unit", "duty"),
    told=("unit", "duty", "basis"),
    unit="unit",
    derive=_derive,
    fold=_fold,
)  # fmt: skip
