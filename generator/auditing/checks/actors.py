"""Who acts in the record of a conduct is somebody whom its articles speak of, and a power is of the sort that its articles give."""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import texts_of
from generator.auditing.meaning import grams
from generator.auditing.official import Official
from generator.kinds.power_item import PowerItem
from generator.library import Library
from generator.library.links import citations

_PIECES = re.compile(r"、|和|或者?|，")
#: Words for any body or person, by which none is known.
_ANYBODY = re.compile(
    r"企业事业单位|单位|个人|企业|事业|其他生产经营者|其他|经营者|生产者|使用者|所有者|管理者|产生者|经营人|所有人|人员|等|的|者|方|从事|被|要求|负责"
)
#: Type of power → what an article says that gives one.
_GIVES: dict[str, str] = {
    "处罚": r"罚|警告|吊销|没收|拘留|责令",
    "许可": r"批准|许可|审批|核发|同意|审查|证",
    "强制": r"查封|扣押|代|强制|拆除|责令|执行",
    "检查": r"检查|监督|抽查|监测",
    "确认": r"认定|确认|鉴定|证明|验收",
}


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E613 for an actor of whom the articles say nothing, E627 for a power that they don't give."""
    for conduct in library.conducts:
        bases = [citing.basis for citing in citations("conduct", conduct)]
        law = "\n".join(one.text for one in texts_of(library, official, conduct, bases))
        known = f"{law}\n{conduct.title}"
        for piece in _PIECES.split(conduct.actor or "") if law else ():
            own = grams(_ANYBODY.sub("□", piece))
            if (own and not any(pair in known for pair in own)) or piece.startswith(("全部", "所有", "任何", "一切")):
                what = f"行为主体 {piece}"
                yield doubt(conduct, what, conduct.place("actor"), "E613", "：违反的和处罚的条文都没有写这样的人")
    for power in library.of("power-item", PowerItem):
        law = "\n".join(one.text for one in texts_of(library, official, power, power.basis))
        gives = _GIVES.get(power.power_type)
        if law and gives and not re.search(gives, law):
            yield doubt(
                power, f"类型 {power.power_type}", power.place("power_type"), "E627", "：所引条文没有给这样的权力"
            )


CHECK = Check("actors", "行为主体、权力类型同所引条文", ("E613", "E627"), run)
