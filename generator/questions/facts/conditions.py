"""Conditions (情节严重, 拒不改正, 工业噪声 …) and what an article ties to each: consequences that one condition alone has.

What a title already says as its condition, what several tiers share, and what points to another paragraph is left out.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY, Penalty, Tier
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.remember import once
from generator.library.wording import ban_text
from generator.questions.facts.amounts import amount_text
from generator.questions.facts.related import Key, key, related
from generator.questions.facts.targets import overlap, phrase
from generator.questions.item import rank

Sort: TypeAlias = Literal["measure", "fine", "ban"]
#: Points elsewhere, is no measure of its own, or bears a condition inside.
_UNFIT = re.compile(r"罚款|拘留|前款|上述|该|^有|或者吊销|扣押船舶")
#: Conditions of one meaning or nearly so: beside one of them another is never surely wrong.
_FAMILIES = (re.compile(r"拒不|逾期|未按|期限内未"), re.compile(r"严重|重大|[3三]次以上"), re.compile(r"较轻|轻微"))
_AFTER, _LIGHT = 0, 2  # places among the families
#: Figures as statutes write them, which items show in Arabic or not at all.
_NUMERAL = re.compile(r"[一二两三四五六七八九十百千]+(?:[万亿元倍年次日]|个月)")
#: Beginnings of measures whose object is not the wrongdoer.
_OTHERS = ("指定", "委托", "由", "依法由")
_ENOUGH = 3  # foreign conditions that an item may need
_USUAL = 8  # conditions found in most articles, from which foreign ones are taken
_LONGEST = 10  # characters of a foreign condition


@dataclass(frozen=True, slots=True)
class Consequence:
    """What one tier alone leads to.

    Attributes:
        entry, index: the penalty, and the tier's place in it.
        text: 责令停业、关闭; 处20万元以上100万元以下的罚款; 5年内禁止监测业务.
        sort: what kind of thing it is.
        may: the article leaves it to the authority (可以).
        approval: who must approve before the measure is taken, where the article says so.
    """

    entry: PenaltyOf
    index: int
    text: str
    sort: Sort
    may: bool = False
    approval: str | None = None

    @property
    def tier(self) -> Tier:
        """The tier that leads to it."""
        return self.entry.penalty.tiers[self.index]

    @property
    def name(self) -> str:
        """What the tier is called."""
        return condition_name(self.entry.conduct, self.tier)

    @property
    def sentence(self) -> str:
        """情节严重的，责令停业、关闭; 属于工业噪声的，处2万元以上20万元以下的罚款."""
        return f"{'属于' if self.tier.condition == ORDINARY else ''}{self.name}的，{self.ordered}"

    @property
    def bare(self) -> str:
        """The text without 可以."""
        return self.text.removeprefix("可以")

    @property
    def ordered(self) -> str:
        """The text as the article orders it: 可以责令停业整顿; 报经有批准权的人民政府批准，责令停业、关闭."""
        words = f"{'可以' if self.may else ''}{self.bare}"
        return f"报经{self.approval}批准，{words}" if self.approval else words

    @property
    def upon(self) -> str:
        """对单位; empty before what others are told to do or to approve: 指定有治理能力的单位代为治理."""
        if self.approval or self.bare.startswith(_OTHERS):
            return ""
        return f"对{phrase(self.entry.penalty.target, self.entry.conduct)}"


def condition_name(conduct: Conduct, tier: Tier) -> str:
    """What tells the tier from the others: 情节严重; 报告书，情节严重; 工业噪声; 一般情形.

    A category that the title says already and that is the only one is left out, as in ``phrases.doing``.
    """
    known = {other.category for penalty in conduct.penalties for other in penalty.tiers if other.category}
    category = tier.category if tier.category and not (tier.category in conduct.title and len(known) == 1) else None
    if category and tier.condition == ORDINARY:
        return category
    return f"{category}，{tier.condition}" if category else tier.condition


def fined(tier: Tier) -> str:
    """处……的罚款, or 可以处……的罚款 where the authority may leave it or pick another consequence."""
    return f"{'可以处' if tier.fine_free else '处'}{amount_text(tier.fine)}的罚款" if tier.fine else ""


def plain_measure(text: str) -> str:
    """A measure without what it costs whom: 指定有治理能力的单位代为治理."""
    return text.partition("，")[0]


def of_tier(entry: PenaltyOf, index: int, sure: bool = True) -> Iterator[Consequence]:
    """Everything that a tier leads to and that can be said in a sentence, the order as in the record.

    Args:
        entry, index: the penalty and the tier's place in it.
        sure: leave out what is one of several (``one_of``): that it follows is not certain.
    """
    tier = entry.penalty.tiers[index]
    for may, texts in ((False, tier.measures), (True, tier.may if sure else (*tier.may, *tier.choices))):
        for text in texts:
            if not _UNFIT.search(text):
                yield Consequence(entry, index, plain_measure(text), "measure", may, tier.approval_of(text))
    if (
        tier.fine
        and tier.fine.measured
        and not (sure and tier.optional("罚款"))
        and "前款" not in amount_text(tier.fine)
    ):
        yield Consequence(entry, index, fined(tier), "fine", tier.fine.may)
    if tier.ban and tier.ban.length and not (sure and tier.optional("禁业")) and not _UNFIT.search(tier.ban.trade):
        yield Consequence(entry, index, ban_text(tier), "ban")


@once
def consequences(library: Library) -> tuple[Consequence, ...]:
    """Of every tier under a special condition, the first measure, the fine and the ban that no other condition of the
    article has, in library order.
    """
    return tuple(_consequences(library))


def _consequences(library: Library) -> Iterator[Consequence]:
    for entry in library.penalties:
        if not library.in_force(entry.penalty.basis) or len(entry.penalty.tiers) < 2:
            continue
        for index, tier in enumerate(entry.penalty.tiers):
            named = condition_name(entry.conduct, tier)
            if (
                named == ORDINARY
                or _NUMERAL.search(named)
                or (tier.condition != ORDINARY and tier.condition in entry.conduct.title)
            ):
                continue
            seen: set[Sort] = set()
            for one in of_tier(entry, index):
                if (
                    one.sort not in seen
                    and not _unfit(one)
                    and not any(_shared(one, other) for other in _beside(library, entry))
                ):
                    seen.add(one.sort)
                    yield one


def _unfit(one: Consequence) -> bool:
    """Whether the consequence repeats the words of its condition (有违法所得的，没收违法所得), or has figures in Chinese."""
    condition = one.tier.condition
    return bool(_NUMERAL.search(one.text)) or any(
        condition[at : at + 3] in one.text for at in range(len(condition) - 2)
    )


def _shared(one: Consequence, other: Consequence) -> bool:
    """Whether the other has the same, or a part of it, under another condition."""
    alike = one.text in other.text or other.text in one.text
    return alike and other.name != one.name and overlap(one.entry.penalty.target, other.entry.penalty.target)


def _beside(library: Library, entry: PenaltyOf) -> Iterator[Consequence]:
    """What the conduct and related conduct can lead to under the same article."""
    for conduct in (entry.conduct, *related(library, entry.conduct)):
        for place, penalty in enumerate(conduct.penalties):
            if key(penalty.basis) == key(entry.penalty.basis):
                for index in range(len(penalty.tiers)):
                    yield from of_tier(PenaltyOf(conduct, penalty, place), index, sure=False)


def others(library: Library, one: Consequence, seed: str) -> tuple[list[str], list[str]]:
    """Names of conditions that surely do not lead to ``one``: those of its own penalty, then foreign ones by rank.

    No foreign one means nearly the same as the true one, and no two foreign ones as each other while others are left.  The
    two that most articles know come first.
    Where there are enough, only conditions that are asked for elsewhere: one that never is the answer would be known for it (一般情形, 有违法所得).  A tier that adds to the one's own leads to what
    that leads to, and is left out.
    """
    penalty = one.entry.penalty
    own = dict.fromkeys(
        condition_name(one.entry.conduct, tier)
        for index, tier in enumerate(penalty.tiers)
        if not _inherits(penalty, index, one)
    )
    near = [name for name in own if name not in {one.name, ORDINARY} and not _NUMERAL.search(name)]
    usual = _usual_conditions(library)
    if len(asked := [name for name in usual if name in _asked_conditions(library)]) > _ENOUGH:
        usual = asked
    known = {tier.condition for penalty in one.entry.conduct.penalties for tier in penalty.tiers}
    far = [name for name in usual if name not in known and not set(_families(name)) & set(_families(one.name))]
    ranked = sorted(far, key=lambda name: rank(seed, name))
    first = {families: name for name in reversed(ranked) if (families := _families(name))}
    return near, sorted(ranked, key=lambda name: (name not in usual[:2], first.get(_families(name), name) != name))


def told_apart(one: Tier, other: Tier) -> bool:
    """Whether no article means the one where it says the other, so that the one in the other's place is surely wrong.

    Two categories exclude each other.  What follows a refusal or a day let pass (逾期不采取措施) follows only where there was
    something to be done before, so that either of the two could be named; grave consequences are another name of 情节严重.
    """
    if one.category != other.category:
        return one.category is not None and other.category is not None
    mine, its = set(_families(one.condition)), set(_families(other.condition))
    return not (mine & its) and _AFTER not in mine | its


def light(name: str) -> bool:
    """情节较轻; 情节轻微，经批评教育后改正."""
    return _LIGHT in _families(name)


def _inherits(penalty: Penalty, index: int, one: Consequence) -> bool:
    """Whether the tier adds to the one that leads to ``one``, and sets nothing of its own in the place of it."""
    tier = penalty.tiers[index]
    own = {"fine": tier.fine, "ban": tier.ban}.get(one.sort)
    return one.index in penalty.bases(index) and own is None


def _families(name: str) -> tuple[int, ...]:
    return tuple(number for number, family in enumerate(_FAMILIES) if family.search(name))


@once
def _asked_conditions(library: Library) -> frozenset[str]:
    """Conditions that something is asked about."""
    return frozenset(one.name for one in consequences(library))


@once
def asked_measures(library: Library) -> frozenset[str]:
    """Measures that are the answer somewhere."""
    return frozenset(one.text for one in consequences(library) if one.sort == "measure")


@once
def _usual_conditions(library: Library) -> list[str]:
    """Conditions by the number of articles that know them, 一般情形 left out."""
    articles: set[tuple[str, Key]] = {
        (tier.condition, key(entry.penalty.basis)) for entry in library.penalties for tier in entry.penalty.tiers
    }
    counts = Counter(
        name for name, _ in articles if name != ORDINARY and len(name) <= _LONGEST and not _NUMERAL.search(name)
    )
    return sorted(counts, key=lambda name: (-counts[name], name))[:_USUAL]
