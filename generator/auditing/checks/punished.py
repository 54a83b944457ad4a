"""Nobody whom an article punishes is left out: those who answer for a unit, owners, workshops, natural persons, other traders.

And where an article leaves the amounts to another law (依照《森林法》……处罚), the penalty of some such law is there too; and
what breaks a law is punished by that law, unless a person has seen that another stands in.
"""

import re
from collections.abc import Iterator, Sequence

from generator.auditing.article import Text
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.fines import fine_places
from generator.auditing.governing import IN_CHARGE
from generator.auditing.nearer import of_another
from generator.auditing.official import Official
from generator.auditing.punishing import punishing
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty
from generator.library import Library, PenaltyOf

#: Upon whom something falls: 对直接负责的主管人员和其他直接责任人员处, 对所有人处, 由其所在单位对责任人员给予.
_UPON = re.compile(
    r"对(?P<who>[^，；。、对\n]{1,30}?(?:、[^，；。对\n]{1,30}?)?)，?(?:由[^，；。\n]{2,30}?)?(?:可以)?并?(?:依法)?(?:处(?![置理分])|给予)"
)
#: Words that end the name of whoever can be punished; what ends otherwise is a thing or a case.
_SOMEBODY = re.compile(r"(?:单位|个人|[^或]者|人|企业|机构|人员|户)$")
#: The amounts are another law's.
_BY_OTHERS = re.compile(r"依照《[^》]+》[^，；。]*(?:法律|规定)[^，；。]{0,6}处罚")
_JOINTS = re.compile(r"、|和|或者")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E626 for each person an article punishes and no penalty of the conduct does."""
    for one in punishing(library, official):
        for who in dict.fromkeys(_missing(one.conduct, one.penalties, one.others, one.text)):
            what = f"没有写 {library.cite(one.basis)} 对{who}的处罚"
            yield doubt(one.conduct, what, one.at, "E626", "：条文写了，这一行为的罚则里没有")
        if _left_to_others(one.conduct, one.penalties):
            what = f"没有写 {library.cite(one.basis)} 指向的法律"
            yield doubt(one.conduct, what, one.at, "E626", "：条文说依照别的法律处罚，这一行为没有一项罚则是别的法律的")
    for conduct in library.conducts:
        ours = {one.basis.regulation for one in conduct.penalties}
        broken = {basis.regulation: library.cite(basis).partition(" ")[0] for basis in conduct.prohibited_by}
        for id, law in broken.items() if ours else ():
            if id not in ours:
                what = f"没有写 {law} 的罚则"
                yield doubt(conduct, what, conduct.place("penalties"), "E626", "：违反的是这一部，罚则都是别的法律的")


def _missing(conduct: Conduct, penalties: Sequence[Penalty], others: Sequence[PenaltyOf], text: str) -> Iterator[str]:
    for found in _UPON.finditer(text):
        who = found["who"]
        rivals = [entry for entry in others if _falls_on(entry.penalty.target, who)]
        if any(_falls_on(one.target, who) for one in penalties) or not _SOMEBODY.search(who):
            continue
        start = _goes_on(penalties, text, found.start())
        if not of_another(conduct, rivals, text[start:], found.start() - start):
            yield who


def _goes_on(penalties: Sequence[Penalty], text: str, place: int) -> int:
    """From where the words before a place may be another's: behind the conduct's own last amount in the paragraph."""
    line = text.rfind("\n", 0, place) + 1
    fines = [tier.fine for one in penalties for tier in one.tiers if tier.fine]
    return max([at for fine in fines for at in fine_places(fine, Text(text)) if line <= at < place], default=0)


def _falls_on(target: str, who: str) -> bool:
    """Whether a penalty upon a target is one upon whom the article names."""
    if IN_CHARGE.search(who):
        return bool(IN_CHARGE.search(target))
    return who in target or who[-2:] in target or any(part in who for part in _JOINTS.split(target) if part)


def _left_to_others(conduct: Conduct, penalties: Sequence[Penalty]) -> bool:
    """Whether the penalties under one article say no more than that another law punishes, and none of another law is there."""
    measures = [measure for one in penalties for tier in one.tiers for measure in tier.every_measure]
    fines = [tier.fine for one in penalties for tier in one.tiers if tier.fine]
    if fines:
        pointing = all(fine.elsewhere for fine in fines)
    else:
        pointing = bool(measures) and all(_BY_OTHERS.search(one) for one in measures)
    return pointing and {one.basis.regulation for one in conduct.penalties} == {penalties[0].basis.regulation}


CHECK = Check("punished", "条文处罚的人没有漏", ("E626",), run)
