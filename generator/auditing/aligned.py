"""Turns of a text that show beside its nearest clause of law, or by the kind of sentence that it is.

A name of conduct tells a breach, so that what keeps the rule is denied in it (不达标, 没有按规定); of a list of things not to do
each is denied; and a clause that has most of its words from one clause of the article has its mode too.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.auditing.meaning import grams

_CLAUSE = re.compile(r"[^，。；：\n（）]+")
_PART = re.compile(r"[^，；。]+")
#: What keeps the rule.
_KEEPS = re.compile(
    r"达标|合格|一致|正常(?!情况)|符合|合规|按(?:照)?(?:规定|要求|标准|方法|国家|证|期|时|指定|排污许可证)"
    r"|守(?:监测|规范|技术|国家)|如实|齐全|公示|及时(?!查处)|达到"
)
#: What breaks it, in the same part of a name.
_BREAKS = re.compile(r"[不没未无非拒难违擅假骗弄虚超冒]|以前|之前|而")
_DENIES = re.compile(r"[不没未无禁免拒勿别非]|以外|杜绝|除外")
_NOT_TO = re.compile(r"(?:也|更|又)?不")
_MODE = re.compile(r"(?<!没有)(?<![不未])(?:可以|有权|允许|应当|必须)")
#: The same in the law, and what it says besides.
_THEIRS = re.compile(r"可以|有权|允许|享有|的权利|应当|必须|不得|禁止(?!令)|严禁")
_MAY, _MUST, _NO = (
    frozenset({"可以", "有权", "允许", "享有", "的权利"}),
    frozenset({"应当", "必须"}),
    frozenset({"不得", "禁止", "严禁"}),
)
_FEW = 3  # pairs of letters below which nothing is near
_NEAR, _RIVAL = 0.5, 0.2  # share of a clause's pairs that one of the article must have; how much less another may have


def kept_rules(name: str, conduct: bool) -> Iterator[str]:
    """What keeps the rule in a name of conduct, or where a duty tells what is looked for (查处…), and nothing denies it."""
    for part in _PART.findall(name):
        if conduct or "查处" in part:
            for found in _KEEPS.finditer(part):
                if not _BREAKS.search(part):
                    yield f"“{part[:14]}”里“{found[0]}”没有否定"


def broken_lists(text: str) -> Iterator[str]:
    """Lists of what not to do whose first is not denied (换样、不干扰采样)."""
    for part in _PART.findall(text):
        first, *others = part.split("、")
        if others and not _DENIES.search(first) and all(map(_NOT_TO.match, others)):
            yield f"“{part[:14]}”第一件像是漏了“不”"


def turned_beside(text: str, law: str) -> Iterator[str]:
    """Clauses that allow or demand what their nearest clause of the law does not."""
    for clause in _CLAUSE.findall(text):
        found = _MODE.search(clause)
        own = frozenset(grams(_MODE.sub("", clause))) if found else frozenset()
        modes = {mode for there in _nearest(own, law) for mode in _THEIRS.findall(there)}
        if found is None or not modes:
            continue
        allows = found[0] in _MAY and not modes & _MAY
        demands = found[0] in _MUST and not modes & (_MUST | _NO)
        if allows or demands:
            yield f"条文这一句没有说“{found[0]}”：{clause[:14]}"


def _nearest(own: frozenset[str], law: str) -> Iterator[str]:
    """The clauses of the law that have most of the pairs, or nearly as many, where they have enough of them."""
    if len(own) < _FEW:
        return
    shares = [(len(own & pairs) / len(own), clause) for clause, pairs in _clauses(law)]
    best = max((share for share, _ in shares), default=0.0)
    yield from (clause for share, clause in shares if share >= max(_NEAR, best - _RIVAL))


@lru_cache(maxsize=1 << 12)
def _clauses(law: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple((clause, frozenset(grams(clause))) for clause in _CLAUSE.findall(law))
