"""不予处罚清单: what is not punished, or need not be, under which conditions."""

import re
from dataclasses import dataclass
from typing import Any

from generator.kinds.exemption import EFFECTS
from generator.library import Library
from generator.lists.citing import Cites
from generator.lists.codecs import Free, OneOf, Words, split
from generator.lists.layout import Cell, Column, Data, Layout
from generator.lists.layouts._common import AWAITS, KEPT, NOTE, SAMPLE, rest
from generator.lists.naming import Named, names, plain_name

_ALL, _ANY = "同时符合：", "符合其一："
_HEADS = re.compile(
    r"(?P<all>同时(?:符合|满足|具备)[^：:\n]{0,12}[：:])|(?P<any>(?:符合|满足|具备|有)[^：:\n]{0,8}(?:其一|之一)[^：:\n]{0,6}[：:])"
)
_AND = re.compile("^(?:并且|而且|以及|且)(?=.)")
_EFFECT = OneOf(
    EFFECTS,
    {**{text.replace("处罚", "行政处罚"): value for value, text in EFFECTS.items()}, "首违不罚": "may", "轻微不罚": "must", "免罚": "must", "不罚": "must",
     "从轻": "lighter", "减轻": "lighter", "减轻处罚": "lighter", "从轻处罚": "lighter", "减轻行政处罚": "lighter", "依法不予处罚": "must", "依法不予行政处罚": "must"},
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conditions(Free):
    """Conditions that must all hold, and such of which one must."""

    def write(self, library: Library, value: Any) -> str:
        """Each sort under its head, numbered."""
        parts = []
        for field, head in (("all_of", _ALL), ("any_of", _ANY)):
            if found := value.get(field):
                parts.append(head + "\n" + "\n".join(f"{number}.{one}" for number, one in enumerate(found, 1)))
        return "\n".join(parts)

    def read(self, cell: Cell, text: str) -> Any:
        """Without a head they must all hold."""
        heads = list(_HEADS.finditer(text))
        found: dict[str, list[str]] = {}
        spans = [("all_of", 0, heads[0].start() if heads else len(text))]
        ends = [one.start() for one in heads[1:]] + [len(text)]
        spans += [("all_of" if one["all"] else "any_of", one.end(), end) for one, end in zip(heads, ends, strict=False)]
        for field, start, end in spans:
            found.setdefault(field, []).extend(_AND.sub("", one) for one in split(text[start:end].strip(), "；"))
        return {field: list(dict.fromkeys(parts)) for field, parts in found.items() if parts}


def _derive(library: Library, data: Data, caption: str) -> None:
    """What the list's own name says of the effect; the conduct that the row names, where it is one."""
    if not data.get("effect"):
        may = "可以不予" in caption or "首违" in caption
        data["effect"] = "may" if may else "lighter" if "减轻" in caption or "从轻" in caption else "must"
    conduct = names(library, "conduct").get(plain_name(str(data.get("title", ""))))
    data.pop("breach", None)
    if conduct and not data.get("conducts"):
        data["conducts"] = [conduct]


LAYOUT = Layout(
    id="exemption",
    title="不予处罚清单",
    also=("不予处罚", "免罚清单", "不予行政处罚清单", "轻微违法不予处罚清单", "免予处罚清单"),
    columns=(
        Column("事项", "title", Words(), also=("违法行为", "违法事项", "轻微违法行为", "不予处罚事项", "名称", "违法情形", "违法行为名称", "事项名称"), width=30, needed=True, says="不予处罚的行为"),
        Column("适用条件", "*", Conditions(), also=("不予处罚情形", "适用情形", "条件", "不予处罚条件", "具体情形", "不予处罚的情形", "免罚条件", "适用的条件", "不予行政处罚情形"), width=40, needed=True, covers=("all_of", "any_of"), says="写 1. 2. 3.；要同时符合的写“同时符合：”，符合其一的写“符合其一：”"),
        Column("处理", "effect", _EFFECT, also=("处理方式", "处理结果", "处理决定", "免罚类型", "处罚决定", "效果", "处理意见", "是否免罚", "是否处罚", "是否不予处罚", "裁量结果", "处罚裁量"), width=12, says="从列表里选"),
        Column("依据", "basis", Cites(), also=("不予处罚依据", "不予处罚的依据", "不予行政处罚依据", "免罚依据", "不予处罚法律依据", "法律依据", "法定依据"), width=28, needed=True, says="《行政处罚法》第33条第1款"),
        Column("违法依据", "breach", Cites(), also=("违反条款", "处罚依据", "法律依据", "违法行为依据", "原处罚依据", "处罚条款"), width=24, printed=False, says="别处的清单另写处罚依据的，读入时核对；自己的清单不填"),
        Column("出自文件", "issued_by", Named("regulation"), also=("清单依据", "文件"), width=20, says="列出它的文件，不是法律本身时写"),
        Column("配套措施", "follow_up", Words(), also=("配套监管措施", "监管措施", "后续监管", "后续措施"), width=22, says="不处罚时仍要做的事"),
        NOTE,
        AWAITS,
        SAMPLE,
        Column("针对的违法行为", "conducts", Named("conduct", several=True), width=24, printed=False, says="网站里违法行为的名称，一行一个；都适用的空着"),
        *KEPT,
        rest("aliases", "confirmed"),
    ),
    keys=("title",),
    told=("title", "*"),
    derive=_derive,
)  # fmt: skip
