"""新旧对照: where the matter of a repealed article stands now, and what changed."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.kinds.concordance import RELATIONS
from generator.library import Library
from generator.lists.amounts import FineText
from generator.lists.citing import Cites
from generator.lists.codecs import Free, OneOf, Words, one_line
from generator.lists.layout import Cell, Column, Data, Layout
from generator.lists.layouts._common import AWAITS, KEPT, SAMPLE, rest
from generator.lists.naming import Named

_NONE = "无"
_LEFT_OUT = frozenset({"删除", "删去", "取消", "不再保留", "不再规定", "未保留", "无对应条文", "无对应条款", "无对应"})
_WORDS = {
    "条号变化": "renumbered", "不变": "renumbered", "无变化": "renumbered", "内容不变": "renumbered", "保留": "renumbered", "沿用": "renumbered", "修改": "reworded",
    "文字修改": "reworded", "调整": "reworded", "变更": "reworded", "完善": "reworded", "提高": "raised", "加重": "raised", "罚款提高": "raised", "降低": "lowered",
    "减轻": "lowered", "罚款降低": "lowered", "取消": "dropped", "废止": "dropped", "不再规定": "dropped", "增加": "new", "增设": "new",
}  # fmt: skip


#: What a remark on a change speaks of → the change; the first that alone is spoken of.
_SPOKEN = (
    (re.compile("删除|删去|取消|不再规定|未保留"), "dropped"),
    (re.compile("新增|增设"), "new"),
    (re.compile("提高|加重|上调|增加罚"), "raised"),
    (re.compile("降低|减轻|下调"), "lowered"),
    (re.compile("拆分|分为"), "split"),
    (re.compile("合并|并入"), "merged"),
)
_SHORT = 8


def _heads(sides: Sequence[str], *others: str) -> tuple[str, ...]:
    """Every way in which the two sides are headed: 原法律规定, 修改前条款."""
    said = (
        "",
        "条文",
        "条款",
        "法条",
        "规定",
        "依据",
        "内容",
        "条号",
        "条款号",
        "法律条文",
        "法律条款",
        "法律规定",
        "法律依据",
        "法律法规",
        "法条款",
        "法条文",
        "法规定",
        "法条号",
    )
    return (*(f"{side}{word}" for side in sides for word in said), *others)


_OLD = _heads(
    ("旧", "旧法", "旧法律", "原", "原法", "原法律", "原有", "修改前", "修订前", "编纂前", "衔接前"), "对应旧法"
)
_NEW = _heads(("新", "新法", "新法律", "现", "现法", "现法律", "现行", "现行法", "修改后", "修订后", "编纂后", "衔接后", "对应", "法典", "对应法典"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation(OneOf):
    """What became of an article; a remark on it stays as it is, for :func:`_fold`."""

    def read(self, cell: Cell, text: str) -> Any:
        """The word's value, or the remark."""
        bare = re.sub(r"\s", "", text).strip("。；;")
        known = bare in (*self.labels.values(), *self.also, *self.labels)
        return text if len(bare) > _SHORT and not known else OneOf.read(self, cell, text)


@dataclass(frozen=True, slots=True)
class Changes(Free):
    """Fines then and now, a line for each case: 一般情形：10万元以上 → 20万元以上."""

    def write(self, library: Library, value: Any) -> str:
        """The lines; what both fines fall on in brackets at the end."""
        lines = []
        for one in value or ():
            old, new = (FineText().write(library, one.get(side)) or _NONE for side in ("old", "new"))
            act = f"〔{one['act']}〕" if one.get("act") else ""
            lines.append(f"{one['label']}：{old} → {new}{act}")
        return "\n".join(lines)

    def read(self, cell: Cell, text: str) -> Any:
        """The cases."""
        found = []
        for line in filter(str.strip, text.split("\n")):
            label, _, rest = line.strip().replace("->", "→").replace("—>", "→").partition("：")
            both, _, act = rest.partition("〔")
            sides = {side: self._side(cell, part) for side, part in zip(("old", "new"), both.split("→"), strict=False)}
            if "→" not in rest:
                cell.wrong(f"“{line[:40]}”读不成罚款的变化", "写成 一般情形：10万元以上 → 20万元以上100万元以下。")
                continue
            kept = {side: fine for side, fine in sides.items() if fine}
            found.append({"label": label.strip(), **kept, **({"act": act.rstrip("〕")} if act else {})})
        return found

    def amounts(self, text: str) -> str:
        """The sums of now, which the new articles must say."""
        return "，".join(line.split("→")[1].split("〔")[0] for line in text.split("\n") if "→" in line)

    def _side(self, cell: Cell, text: str) -> Any:
        bare = text.strip()
        return None if bare in ("", _NONE) else FineText().read(cell, bare)


@dataclass(frozen=True, slots=True)
class Now(Cites):
    """Where the matter stands now; nowhere where the cell says that it was left out."""

    def read(self, cell: Cell, text: str) -> Any:
        """The citations."""
        return None if text.strip("（）() 。") in _LEFT_OUT else Cites.read(self, cell, text)


def _fold(data: Data) -> Data:
    """What a remark in place of the relation says of it; the remark itself is the summary."""
    remark = data.get("relation")
    if not remark or remark in RELATIONS:
        return data
    said = [relation for form, relation in _SPOKEN if form.search(remark)]
    relation = said[0] if len(said) == 1 else "reworded"
    return {"summary": one_line(remark), **data, "relation": relation}


def _derive(library: Library, data: Data, caption: str) -> None:
    """A relation where the row has one side only; of what changed at least that."""
    if not data.get("relation"):
        data["relation"] = "new" if not data.get("old") else "dropped" if not data.get("new") else "reworded"
    if not data.get("summary"):
        data["summary"] = f"{RELATIONS[data['relation']]}。"


LAYOUT = Layout(
    id="concordance",
    title="新旧对照",
    also=("新旧对照表", "新旧条文对照表", "法律条文对照表"),
    columns=(
        Column("旧条文", "old", Cites(one=True, then=True, gone=True), also=_OLD, width=24, says="《某某旧法》第31条第1款；新增的空着"),
        Column("内容", "title", Words(), also=("事项", "条文内容", "主要内容", "规定事项"), width=22, says="旧条文说的是什么，几个字"),
        Column("新条文", "new", Now(), also=_NEW, width=24, says="《某某法》第1095条第1款；删去的空着"),
        Column("变化", "relation", Relation(RELATIONS, _WORDS), also=("变化类型", "变化情况", "关系", "修改类型", "对照关系"), width=10, says="从列表里选"),
        Column("变化说明", "summary", Words(), also=("说明", "变化内容", "主要变化", "修改内容", "备注说明", "修改说明", "变化要点"), width=40, says="变了什么，用自己的话"),
        Column("罚款变化", "amounts", Changes(), also=("罚款的变化", "处罚变化", "金额变化"), width=34, sums="new", says="一行一档：一般情形：10万元以上50万元以下 → 20万元以上100万元以下"),
        Column("备注", "note", Words(), width=20, says="随记录显示的备注"),
        AWAITS,
        SAMPLE,
        Column("行为", "act", Words(), width=20, printed=False, says="新旧条文都针对的行为；不清楚的空着"),
        Column("针对的违法行为", "conducts", Named("conduct", several=True), width=24, printed=False, says="网站里违法行为的名称，一行一个"),
        *KEPT,
        rest("also", "unread", "unlike", "confirmed"),
    ),
    keys=("old", "new"),
    told=("old", "new"),
    derive=_derive,
    fold=_fold,
)  # fmt: skip
