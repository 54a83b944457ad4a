"""新旧对照: where the matter of a repealed article stands now, and what changed."""

from dataclasses import dataclass
from typing import Any

from generator.kinds.concordance import RELATIONS
from generator.library import Library
from generator.lists.amounts import FineText
from generator.lists.citing import Cites
from generator.lists.codecs import Free, Named, OneOf, Words
from generator.lists.layout import Cell, Column, Data, Layout
from generator.lists.layouts._common import AWAITS, KEPT, SAMPLE, rest

_NONE = "无"
_LEFT_OUT = frozenset({"删除", "删去", "取消", "不再保留", "不再规定", "未保留", "无对应条文", "无对应条款", "无对应"})
_WORDS = {
    "条号变化": "renumbered", "不变": "renumbered", "无变化": "renumbered", "内容不变": "renumbered", "保留": "renumbered", "沿用": "renumbered", "修改": "reworded",
    "文字修改": "reworded", "调整": "reworded", "变更": "reworded", "完善": "reworded", "提高": "raised", "加重": "raised", "罚款提高": "raised", "降低": "lowered",
    "减轻": "lowered", "罚款降低": "lowered", "取消": "dropped", "废止": "dropped", "不再规定": "dropped", "增加": "new", "增设": "new",
}  # fmt: skip


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
        Column("旧条文", "old", Cites(one=True, then=True, gone=True), also=("原条文", "原规定", "旧法条文", "旧法", "原法条", "旧规定", "原条款", "旧条款", "原依据", "原法律条文", "旧法条款"), width=24, says="《某某旧法》第31条第1款；新增的空着"),
        Column("内容", "title", Words(), also=("事项", "条文内容", "主要内容", "规定事项"), width=22, says="旧条文说的是什么，几个字"),
        Column("新条文", "new", Now(), also=("现条文", "新规定", "新法条文", "新法", "现行条文", "对应条文", "现行规定", "新条款", "新依据", "法典条文", "现行法条", "新法条款", "现条款"), width=24, says="《某某法》第1095条第1款；删去的空着"),
        Column("变化", "relation", OneOf(RELATIONS, _WORDS), also=("变化类型", "变化情况", "关系", "修改类型", "对照关系"), width=10, says="从列表里选"),
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
)  # fmt: skip
