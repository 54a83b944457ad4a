"""Who else is liable: what the people responsible in the unit face."""

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, rank
from generator.questions.parts.fine import premise
from generator.questions.writing.phrases import article

#: Whether the people responsible are fined, and whether they are detained → how an option says it.
STAFF = {
    (True, False): "规定处以罚款，没有规定拘留",
    (False, True): "规定由公安机关处以拘留，没有规定罚款",
    (True, True): "规定处以罚款，也规定由公安机关处以拘留",
    (False, False): "没有规定对他们另外罚款或者拘留",
}


def staff_part(library: Library, told: Told, seed: str) -> Part | str:
    """What the people responsible in the unit face, without any further condition."""
    if "个人" in told.penalty.target or told.penalty.target == "其他生产经营者":
        return "处罚的不都是单位"
    own = [(p, tier) for p in told.conduct.penalties if "责任人员" in p.target for tier in p.tiers]
    if any(p.basis.whole != told.penalty.basis.whole for p, _ in own):
        return "对责任人员的处罚在别的条文里"
    now = [(p, tier) for p, tier in own if tier.condition == ORDINARY and (tier.detention or tier.fine)]
    if len({id(p) for p, _ in now}) != len({id(p) for p, _ in own}):
        return "对责任人员的处罚另有条件，或者不止一种"
    if not now and rank(seed, "asked of staff") % 7:
        return "这一条没有写对责任人员的处罚，七回只问一回，免得总是这一个答案"
    fined, held = (any(getattr(tier, name) for _, tier in now) for name in ("fine", "detention"))
    right = STAFF[fined, held]
    basis = now[0][0].basis if now else told.penalty.basis
    said = f"{article(library, basis)}{right}"
    options = tuple(Option(text, text == right, f"{said}。") for text in STAFF.values())
    return Part(
        f"{premise(told)}对单位直接负责的主管人员和其他直接责任人员，处罚这一行为的那一条：",
        tuple(sorted(options, key=lambda option: rank(f"{seed}/staff", option.text))),
        f"{said}。", (basis,), claim=Claim("staff", (("conduct", told.conduct.id), ("article", basis.key))),
    )  # fmt: skip
