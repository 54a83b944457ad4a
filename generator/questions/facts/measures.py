"""Measures as options: each is of a kind, and two of one kind are never told apart by a question."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache

from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts.related import Key, key

#: Kind → words that show it; the first that fits counts.
_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("改正", ("停止违法行为",)),  # no more than 责令改正, and hard to deny beside it
    ("关停", ("停业、关闭", "停业", "关闭", "停产整治", "限制生产", "停工", "暂停", "停止")),
    ("吊销", ("吊销", "撤销", "暂扣")),
    ("没收", ("没收",)),
    ("拘留", ("拘留",)),
    ("警告", ("警告", "通报")),
    ("恢复", ("恢复原状",)),
    ("拆除", ("拆除",)),
    ("代履行", ("代为",)),
    ("治理", ("治理措施", "消除污染", "补救", "修复")),
    ("退运", ("退运", "退出")),
    ("禁业", ("禁止从", "不得从事", "不得再次申请")),
    ("罚款", ("罚款",)),
    ("改正", ("责令改正", "责令限期改正", "说服")),
)
#: Texts that read well as wrong options, one a kind; each is shown only where an article of the law has it.  A licence has
#: another name in every field: of 吊销 it is the text that most articles have.
_PLAIN = {
    "没收": "没收违法所得", "关停": "责令停业、关闭", "吊销": "", "拘留": "行政拘留", "警告": "警告",
    "恢复": "责令恢复原状", "禁业": "禁止从业",
}  # fmt: skip


#: Kinds, and texts of other kinds, that may befall whatever conduct; the rest is done to a thing (a heap taken away, cargo sent
#: back, a wall pulled down) or takes a licence of a field, and tells itself beside conduct of another field.
_AT_LARGE_KINDS = frozenset({"拘留", "警告", "禁业"})
_AT_LARGE = re.compile(
    r"没收违法所得|(?:责令)?(?:立即)?停止违法行为|(?:责令)?(?:采取)?(?:停产整治|停产停业|停业整顿|限制生产、停产整治(?:等措施)?|停业(?:、关闭)?)"
)
#: What befalls a business, its gains and its works, and no driver: 责令停业 or 没收违法所得 beside a horn tells itself.
_OF_BUSINESS = frozenset({"关停", "禁业", "没收", "恢复", "拆除", "代履行", "治理", "退运"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure, its kind (empty where none is known), its condition, and the article that has it."""

    text: str
    kind: str
    condition: str
    basis: BasisValue


@cache  # rules ask of every measure of a law, conduct after conduct
def kinds_of(text: str) -> tuple[str, ...]:
    """The kinds of a measure: 关停 and 吊销 for 责令限制生产、停产整治或者吊销许可证; none where no word tells."""
    return tuple(kind for kind, words in _KINDS if any(word in text for word in words))


def kind_of(text: str) -> str:
    """The first of its kinds, or empty."""
    return next(iter(kinds_of(text)), "")


def measures_of(conduct: Conduct, basis: BasisValue) -> list[Measure]:
    """What may follow for the conduct under the article, fines and detention included, in the order of the record."""
    found = []
    for penalty in conduct.penalties:
        if key(penalty.basis) != key(basis):
            continue
        for tier in penalty.tiers:
            texts = list(tier.every_measure)
            texts += ["罚款"] if tier.fine else []
            texts += ["行政拘留"] if tier.detention else []
            texts += [barred(tier.ban.trade)] if tier.ban else []
            found += [Measure(text, kind_of(text), tier.condition, basis) for text in texts]
    return found


def barred(trade: str) -> str:
    """What a ban is called: who may not ask for a licence again is not banned from a trade."""
    applying = all(what.lstrip("再次重新").startswith("申请") for what in trade.split("、"))
    return "一定期限内不得再次申请" if applying else "禁止从业"


@once
def usual(library: Library, regulation: str) -> list[Measure]:
    """Measures that articles of the regulation have, one a kind, as wrong options word them."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in _PLAIN}
    first: dict[str, BasisValue] = {}
    for conduct in _by_regulation(library).get(regulation, ()):
        for basis in dict.fromkeys(p.basis.whole for p in conduct.penalties if p.basis.regulation == regulation):
            for measure in measures_of(conduct, basis):
                if measure.kind in counts:
                    counts[measure.kind][measure.text] += 1
                    first.setdefault(measure.text, basis)
    commonest = {kind: max(found, key=lambda text: found[text], default="") for kind, found in counts.items()}
    texts = [(kind, plain or commonest[kind]) for kind, plain in _PLAIN.items()]
    return [Measure(text, kind, "", first[text]) for kind, text in texts if text in counts[kind]]


@once
def written(library: Library, regulation: str) -> list[tuple[Measure, int]]:
    """Measures as articles of the regulation write them, each text once, with how many conducts it befalls."""
    counts: Counter[str] = Counter()
    first: dict[str, Measure] = {}
    for conduct in _by_regulation(library).get(regulation, ()):
        for basis in dict.fromkeys(p.basis.whole for p in conduct.penalties if p.basis.regulation == regulation):
            for measure in measures_of(conduct, basis):
                counts[measure.text] += 1
                first.setdefault(measure.text, replace(measure, condition=""))
    return [(measure, counts[text]) for text, measure in first.items()]


@once
def _by_regulation(library: Library) -> dict[str, list[Conduct]]:
    found: dict[str, list[Conduct]] = {}
    for conduct in library.conducts:
        for regulation in dict.fromkeys(penalty.basis.regulation for penalty in conduct.penalties):
            found.setdefault(regulation, []).append(conduct)
    return found


def befits(library: Library, measure: Measure, conduct: Conduct, basis: BasisValue) -> bool:
    """Whether somebody might take the measure to befall the conduct under the article: it may befall any act, or befalls some
    act of the conduct's first topic; and nothing that shuts a business befalls acts that only people are punished for.
    """
    targets = {penalty.target for penalty in conduct.penalties if key(penalty.basis) == key(basis)}
    if measure.kind in _OF_BUSINESS and all(target == "个人" or target.endswith("驾驶人") for target in targets):
        return False
    if measure.kind in _AT_LARGE_KINDS or _AT_LARGE.fullmatch(measure.text):
        return True
    known = (one.conduct.topics[:1] for one in library.penalties_under(*key(measure.basis)))
    return conduct.topics[:1] in known


def kinds_under(library: Library, basis: BasisValue) -> frozenset[str]:
    """The kinds of all measures that the article has, for whatever conduct."""
    kinds = _kinds_by_article(library)
    return frozenset(kinds.get(key(basis), ()))


@once
def _kinds_by_article(library: Library) -> dict[Key, set[str]]:
    found: dict[Key, set[str]] = {}
    for conduct in library.conducts:
        for basis in dict.fromkeys(penalty.basis.whole for penalty in conduct.penalties):
            for measure in measures_of(conduct, basis):
                found.setdefault(key(basis), set()).update(kinds_of(measure.text))
    return found
