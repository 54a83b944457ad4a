"""Is it exempt: what the authority finds besides, held against the conditions that statutes set for all conduct."""

import re

from generator.kinds.exemption import Exemption
from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, rank
from generator.questions.parts.fine import decided_by_consequence
from generator.questions.writing.phrases import law, quoted

#: Acts whose fine reaches this, or for which people are detained, are never called slight in a question.
_SLIGHT = 500_000
#: Words of acts that are done on purpose: who forges or lies about figures has done no slight wrong that a question may call so.
_ON_PURPOSE = re.compile("弄虚作假|篡改|伪造|虚假|谎报|冒充|夹带|欺骗|逃避")
#: Words of what was told before and not heeded: who was reminded twice has not mended in time.
_WARNED = re.compile("催|责令|限期|上门通知|叫停|约谈")
#: Effect → how an option says it.
OPTIONS = {
    "must": "应当不予处罚，机关没有裁量余地",
    "may": "可以不予处罚，由办案机关裁量",
    "lighter": "应当处罚，但依法从轻或者减轻",
    "": "应当处罚，不存在从宽的法定理由",
}
#: Effect → what it needs, where it is not the answer.
_NEEDS = {
    "must": "不予处罚，要行为轻微、及时改正又没有危害后果。",
    "may": "由机关裁量可以不罚，要初次违法、危害后果轻微、及时改正，三样都有。",
    "lighter": "从轻或者减轻，要有法律写明的情形，如主动减轻后果、受胁迫、主动供述、有立功表现；这里不是这样。",
    "": "这里有法律写明的从宽理由。",
}
#: Words of what no situation bears: nobody is forced or lured into leaving a pump unmended or a paper unfiled.
_UNLIKELY = ("胁迫", "诱骗")
#: A condition → what is told where it is lacking; none of them holds the condition's own words, nor says that an order to mend
#: was disobeyed, for which the article may have another tier than the letter's.
_LACKING = {
    "违法行为轻微": "情节不算轻",
    "及时改正": "案子查完了还没有改好",
    "没有造成危害后果": "已经造成明显的危害后果",
    "初次违法": "去年因同样的行为被处罚过",
    "危害后果轻微": "危害后果比较大",
}


#: Those that tell of harm: where a consequence decides the tier, the letter's sum would be another one's; and whoever has not filed
#: a paper has done none that could be great, or be cleared away.
_HARMED = ("没有造成危害后果", "危害后果轻微")
_HARM = "后果"


def exemption_part(library: Library, told: Told, seed: str) -> Part | str:
    """Whether a penalty must, may or can't be left out, where some conditions are met and perhaps one is not."""
    span = told.case.fine.range
    held = any(tier.detention for penalty in told.conduct.penalties for tier in penalty.tiers)
    told_before = f"{told.situation.scene}{told.finding.found}"
    if _ON_PURPOSE.search(f"{told.conduct.label}{told.finding.found}") or _WARNED.search(told_before):
        return "故意做的、提醒过还不改的，再说轻微、及时改正就自相矛盾，不问免罚"
    if told.finding.tier != ORDINARY or span is None or held or (span.max or _SLIGHT) >= _SLIGHT:
        return "这样的行为不会是轻微的，不问免罚"
    known = [one for one in library.of("exemption", Exemption) if general(one) and not _of_fault(one)]
    cases = [(one, lacking) for one in known for lacking in (None, *_missing(one)) if _fits(told, one, lacking)]
    if not cases:
        return "没有收录法律直接规定的不予处罚"
    effects = sorted({_effect(*case) for case in cases})
    wanted = effects[rank(seed, "effect") % len(effects)]
    fitting = [case for case in cases if _effect(*case) == wanted]
    exemption, lacking = min(fitting, key=lambda case: rank(f"{seed}/exemption", f"{case[0].id}/{case[1]}"))
    conditions = (*exemption.all_of, *_one_of(exemption, seed, told.finding.harm))
    facts = [_LACKING[text] if text == lacking else text for text in conditions]
    facts = [text for text in facts if "法律、行政法规" not in text]
    effect = _effect(exemption, lacking)
    where = "、".join(f"{law(library, basis)}{basis.locus}" for basis in exemption.basis)
    why = (
        f"{where}要求{'、'.join(map(quoted, conditions))}，这里{quoted(_LACKING[lacking])}，不符合。"
        if lacking
        else f"{where}：{'、'.join(map(quoted, conditions))}的，{OPTIONS[effect]}。"
    )
    options = tuple(
        Option(text, name == effect, why if name == effect else _NEEDS[name]) for name, text in OPTIONS.items()
    )
    stem = f"调查还认定：{'；'.join(facts)}。没有其他从重、从轻、免罚的情形，法律、行政法规也没有另外的规定。只看法律，对当事人："
    claim = Claim("exempt", (("all", "law"),))
    return Part(stem, options, why, exemption.basis, claim=claim)


def general(exemption: Exemption) -> bool:
    """Whether a statute sets it for all conduct, and not by periods."""
    return not (exemption.conducts or exemption.issued_by) and exemption.effect in OPTIONS and _in_kind(exemption)


def _in_kind(exemption: Exemption) -> bool:
    """Whether what is told can meet it whole: a period since the act, which may stand beside other conditions, is told nowhere."""
    return not any("年内" in text for text in exemption.any_of)


def _fits(told: Told, exemption: Exemption, lacking: str | None) -> bool:
    """Whether the story bears the conditions, one of them perhaps lacking: no harm where some is told, none that is great where none is."""
    if lacking in _HARMED:
        return told.finding.harm and not decided_by_consequence(told)
    return not (told.finding.harm and _HARMED[0] in exemption.all_of)


def _one_of(exemption: Exemption, seed: str, harm: bool) -> tuple[str, ...]:
    """One of those of which one is enough, such that the story of the situation bears it."""
    unlikely = _UNLIKELY if harm else (*_UNLIKELY, _HARM)
    fitting = [text for text in exemption.any_of if not any(word in text for word in unlikely)]
    return (min(fitting, key=lambda text: rank(f"{seed}/any", text)),) if fitting else ()


def _effect(exemption: Exemption, lacking: str | None) -> str:
    return "" if lacking else exemption.effect


def _of_fault(exemption: Exemption) -> bool:
    """Whether it turns on fault, which the facts of a situation already show."""
    return any("过错" in text for text in exemption.all_of)


def _missing(exemption: Exemption) -> list[str]:
    return [text for text in exemption.all_of if text in _LACKING]
