"""Who else is liable: whether the people responsible in the unit are to be handed over for detention, and when."""

from generator.kinds.penalty import ORDINARY, Penalty
from generator.library import Library
from generator.library.remember import once
from generator.questions.chained import Part
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, rank
from generator.questions.parts.fine import premise
from generator.questions.writing.phrases import article, doing, law, quoted

NOW = "要移送：这种行为本身就规定了拘留，情节较轻的期限短一些"
REFUSED = "现在不移送：责令以后拒不执行、拒不停止的，才规定了拘留"
GRAVE = "现在不移送：情节严重或者造成严重后果的，才规定了拘留"
NEVER = "不移送：对这一行为没有规定拘留"
_LIGHTER = "情节较轻"
_GRAVE = frozenset({"情节严重", "造成严重后果"})
_SPARED = 17  # most conduct knows no detention; it is asked of one in so many, or 不移送 would always be right
_HALVED = 2  # nor is the commonest of the other answers always asked, or it would be known without law
_UNITS = ("公司", "厂", "医院")  # names that no single person bears


def custody_part(library: Library, told: Told, seed: str) -> Part | str:
    """Whether those responsible are handed over, where the case is one without further circumstances."""
    alone = "个人" in told.penalty.target and not told.who(seed).endswith(_UNITS)
    if alone or told.penalty.target in {"个人", "其他生产经营者"}:
        return "处罚的不都是单位"
    if told.case.tier.condition != ORDINARY:
        return "这一情形另有条件，看不出拘留是不是也要"
    named = law(library, told.penalty.basis)
    held = [
        (penalty, tier)
        for penalty in told.conduct.penalties
        for tier in penalty.tiers
        if tier.detention and penalty.basis.regulation == told.penalty.basis.regulation
    ]
    right = _case({tier.condition for _, tier in held} - {_LIGHTER})
    if right is None:
        return "拘留的条件不止一种"
    if right == NEVER and rank(seed, "asked of custody") % _SPARED:
        return "对这一行为没有规定拘留，十七回只问一回，免得总是这一个答案"
    if right == REFUSED and rank(seed, "asked of custody") % _HALVED:
        return "拒不执行才拘留的最多，两回只问一回，免得总是这一个答案"
    basis = (held[0][0] if held else told.penalty).basis.whole
    why = f"{article(library, basis)}{right.partition('：')[2]}。" if held else f"{named}对这一行为没有规定拘留。"
    options = [
        Option(text, text == right, why if text == right else _elsewhere(library, text, basis.regulation) or why)
        for text in (NOW, REFUSED, GRAVE, NEVER)
    ]
    return Part(
        f"{premise(told)}尚不构成犯罪；机关责令过的，当事人都照办了。要不要把单位的责任人员移送公安机关拘留？只看{named}：",
        tuple(sorted(options, key=lambda option: rank(f"{seed}/custody", option.text))),
        why, (basis,), claim=Claim("custody", (("conduct", told.conduct.id), ("regulation", basis.regulation))),
    )  # fmt: skip


#: Answer → how the conduct is called for which it would be right.
_OF = {
    NOW: "行为本身就规定了拘留",
    REFUSED: "拒不执行、拒不停止才规定拘留",
    GRAVE: "情节严重或者造成严重后果才规定拘留",
}


def _elsewhere(library: Library, answer: str, regulation: str) -> str:
    """Where a wrong answer would be right; empty where the law knows no such conduct."""
    known = _examples(library).get((regulation, answer))
    return f"{_OF[answer]}的，是{known}那样的；这里不是。" if known else ""


@once
def _examples(library: Library) -> dict[tuple[str, str], str]:
    """Regulation and answer → the first conduct of the library, with its article, for which that is the answer."""
    found: dict[tuple[str, str], str] = {}
    for conduct in library.conducts:
        held: dict[str, list[tuple[Penalty, str]]] = {}
        for penalty in conduct.penalties:
            for tier in penalty.tiers:
                if tier.detention and library.in_force(penalty.basis):
                    held.setdefault(penalty.basis.regulation, []).append((penalty, tier.condition))
        for regulation, tiers in held.items():
            answer = _case({condition for _, condition in tiers} - {_LIGHTER})
            if answer in _OF:
                where = article(library, tiers[0][0].basis.whole)
                found.setdefault((regulation, answer), f"{quoted(doing(conduct))}（{where}）")
    return found


def _case(conditions: set[str]) -> str | None:
    """Which of the four, by the conditions of detention beside the lighter one."""
    if not conditions:
        return NEVER
    if ORDINARY in conditions:
        return NOW
    if all(condition.startswith("拒不") for condition in conditions):
        return REFUSED
    return GRAVE if conditions <= _GRAVE else None
