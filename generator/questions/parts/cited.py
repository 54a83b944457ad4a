"""Which article forbids it, and which punishes: the pair that a decision has to cite (违反第…条，依照第…条)."""

from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.provisions import concerning
from generator.questions.facts.related import key
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, rank
from generator.questions.parts.making import WRONG
from generator.questions.writing.phrases import article, doing, law, quoted

#: Duty and penalty.
_Pair = tuple[BasisValue, BasisValue]


def cited_part(library: Library, told: Told, seed: str) -> Part | str:
    """The article that sets the duty and the one that punishes, each mixed with those of what the facts might have been."""
    own = _pair(told.conduct, told.penalty.basis)
    if own is None:
        return "义务和处罚不在同一部法律里，或者没有收录义务条文"
    others = list(_others(library, told, own))
    if not others:
        return "同一情境的别的事实，义务和处罚都在同样的条文里"
    wrong = list(dict.fromkeys(_mixed(own, others)))[:WRONG]
    if len(wrong) < WRONG:
        return "能混在一起的条文不足"
    shown = sorted([own, *wrong], key=lambda pair: [(basis.article, basis.suffix) for basis in pair])
    duty, penal = own
    options = tuple(Option(_text(pair), pair == own, f"{_why(library, told, pair, own)}") for pair in shown)
    claim = Claim("cited", (("conduct", told.conduct.id), ("regulation", penal.regulation)))
    stem = f"处罚决定书认定违法、给予处罚，都引用{law(library, penal)}，应当写："
    says = f"义务在{article(library, duty)}，处罚在{article(library, penal)}。"
    return Part(stem, options, says, tuple(dict.fromkeys((duty, penal))), claim=claim)


def _pair(conduct: Conduct, penal: BasisValue) -> _Pair | None:
    duty = next((basis.whole for basis in conduct.prohibited_by if basis.regulation == penal.regulation), None)
    return None if duty is None or key(duty) == key(penal) else (duty, penal.whole)


def _others(library: Library, told: Told, own: _Pair) -> Iterator[_Pair]:
    """Pairs of the other findings and rivals, none of whose articles has to do with the conduct."""
    near = concerning(library, told.conduct)
    ids = dict.fromkeys([*(finding.conduct for finding in told.situation.findings), *told.situation.rivals])
    for id in sorted(ids, key=lambda id: rank(f"{told.id}/cited", id)):
        conduct = library.get("conduct", id)
        if not isinstance(conduct, Conduct) or id == told.conduct.id:
            continue
        penal = next((p.basis for p in conduct.penalties if p.basis.regulation == own[1].regulation), None)
        pair = _pair(conduct, penal) if penal else None
        if pair and key(pair[0]) not in near and key(pair[1]) not in near - {key(own[1])}:
            yield pair


def _mixed(own: _Pair, others: list[_Pair]) -> Iterator[_Pair]:
    """The duty with another's penalty, another's duty with the penalty, and others whole, without the pair itself."""
    duty, penal = own
    apart = [pair for pair in others if key(pair[1]) != key(penal)]
    for pair in apart[:1]:
        yield duty, pair[1]
    yield others[0][0], penal
    yield from apart[:1]
    yield from ((pair[0], penal) for pair in others[1:])


def _text(pair: _Pair) -> str:
    return f"违反{pair[0].locus}，依照{pair[1].locus}处罚"


def _why(library: Library, told: Told, pair: _Pair, own: _Pair) -> str:
    wrong = [
        f"{basis.locus}{said}的不是这一行为"
        for basis, right, said in zip(pair, own, ("规定", "处罚"), strict=True)
        if key(basis) != key(right)
    ]
    return f"{'，'.join(wrong)}。" if wrong else f"两条都是针对{quoted(doing(told.conduct))}的。"
