"""Whether what an option says of leaving a penalty out follows from what the question tells, by the statutes' conditions."""

from generator.kinds.exemption import Exemption
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said

#: The strongest first.
_SAYS = {
    "must": "应当不予处罚，机关没有裁量余地",
    "may": "可以不予处罚，由办案机关裁量",
    "lighter": "应当处罚，但依法从轻或者减轻",
    "none": "应当处罚，不存在从宽的法定理由",
}
_ELSEWHERE = "法律、行政法规没有另外规定"


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    asked = item.stem.rsplit("\n", 1)[-1]
    if said.text not in _SAYS.values() or "没有其他从重、从轻、免罚的情形" not in asked:
        return None
    facts = set(asked.split("：", 1)[-1].split("。", 1)[0].split("；"))
    met = {
        exemption.effect
        for exemption in library.of("exemption", Exemption)
        if not exemption.conducts and exemption.issued_by is None and _met(exemption, facts)
    }
    strongest = next((effect for effect in _SAYS if effect in met), "none")
    return said.text == _SAYS[strongest]


def _met(exemption: Exemption, facts: set[str]) -> bool:
    """All that it needs together and, where any of several will do, one of these: having no other period is not having passed it."""
    return set(exemption.all_of) - {_ELSEWHERE} <= facts and (
        not exemption.any_of or bool(set(exemption.any_of) & facts)
    )


DECIDER = Decider("exempt", decide)
