"""Who leads and who helps: the role of a responsibility is that which its article, its own words or its neighbours give it.

会同 tells the two apart: who stands before it leads, who stands after it helps.  Else the duty's own words do (配合, 参加), and of
bodies that act each within its own remit (在各自职责范围内), those that rest on one place of the law have one role.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import part_of
from generator.auditing.official import Official
from generator.auditing.unit_names import acts
from generator.kinds import BasisValue
from generator.kinds.responsibility import Responsibility
from generator.kinds.unit import Unit
from generator.library import Library

_SENTENCE = re.compile(r"[^。；\n]+")
#: Whom another body acts with: to the end of the row, or of the clause.
_WITH = re.compile(r"会同(?P<others>[^，]*?(?:部门|机关|机构|海关)(?![、和及])|[^，]*)")
#: What a duty does that helps another.
_HELPS = re.compile(
    r"配合|参与|参加|协助|协同|联动|提出(?:是否同意的)?意见|交送|^支持|^与[^，]{2,20}?(?:一起|监测|划定|共享)"
)
_WITHIN_REMIT = re.compile(r"职责(?:范围)?内|按职责(?!分工|查处)")
_OWN = "做的事是自己的"
_USUAL = 0.95  # share of the duties that tell of no help which a list gives to leaders
_NAMES = {"lead": "牵头", "support": "配合"}


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E627 for each role that is not the one that the duty has by its article, its words or its neighbours."""
    duties = library.of("responsibility", Responsibility)
    within: dict[BasisValue, list[Responsibility]] = defaultdict(list)
    for duty in duties:
        if _WITHIN_REMIT.search(duty.duty):
            for basis in duty.basis:
                within[basis].append(duty)
    told = [(duty, *_given(library, official, duty, within)) for duty in duties]
    plain = Counter(duty.role for duty, _, why in told if why == _OWN)
    usual = plain["lead"] >= _USUAL * plain.total() > 0  # else the list calls by support what others call their own
    for duty, given, why in told:
        if given and given != duty.role and (why != _OWN or usual):
            what = f"角色 {duty.role} {duty.duty[:16]}"
            message = f"：{why}，看来是{_NAMES[given]}"
            yield doubt(duty, what, duty.place("role"), "E627", message)


def _given(
    library: Library, official: Official, duty: Responsibility, within: Mapping[BasisValue, Sequence[Responsibility]]
) -> tuple[str, str]:
    """The role and what gives it; empty where nothing does."""
    unit = library.get("unit", duty.unit)
    texts = [part.text for basis in duty.basis if (part := part_of(library, official, duty, basis)) is not None]
    sides = {side for text in texts for side in _sides(unit, text)} if isinstance(unit, Unit) else set()
    if len(sides) == 1:
        return sides.pop(), "条文写了会同"
    if _HELPS.search(duty.duty):
        return "support", "做的事是配合别的单位"
    if not _WITHIN_REMIT.search(duty.duty):
        return "lead", _OWN
    others = Counter(other.role for basis in duty.basis for other in within.get(basis, ()) if other.id != duty.id)
    return (others.most_common(1)[0][0], "条文并列的别的单位") if len(others) == 1 else ("", "")


def _sides(unit: Unit, text: str) -> set[str]:
    """On which side of 会同 the unit stands, of all sentences that have it."""
    found: set[str] = set()
    for sentence in _SENTENCE.findall(text):
        if joined := _WITH.search(sentence):
            found |= {"lead"} if acts(unit, sentence[: joined.start()]) else set()
            found |= {"support"} if acts(unit, joined["others"]) else set()
    return found


CHECK = Check("roles", "牵头还是配合，与条文、与并列的单位一致", ("E627",), run)
