"""Whether a grave measure or a fine must follow or is left to the authority (可以), altered to the other.

Asked only where it matters: whether a business is stopped, a licence lost, a fine imposed at all; once an article.
"""

import re
from collections.abc import Iterator

from generator.library import Library
from generator.library.model import PenaltyOf
from generator.questions.facts.conditions import Consequence, of_tier, plain_measure
from generator.questions.facts.measures import kind_of
from generator.questions.facts.related import Key, key
from generator.questions.facts.targets import of_staff
from generator.questions.item import Claim, Skip, choose, rank
from generator.questions.statements._base import Statement, Statements
from generator.questions.writing.making import of_penalty
from generator.questions.writing.phrases import article, clauses, condition, doing, whole

_STEMS = {
    True: (
        "{case}，依照{where}，{whom}是否{text}，由执法机关裁量。",
        "{told}。依照{where}，{whom}是否{text}，由执法机关裁量。",
    ),
    False: (
        "{case}，依照{where}，应当{whom}{text}；是否作出，执法机关没有裁量余地。",
        "{told}。依照{where}，应当{whom}{text}；是否作出，执法机关没有裁量余地。",
    ),
}
#: Kinds of which it matters to the wrongdoer whether they must follow.
_KINDS = frozenset({"关停", "吊销"})
#: What a government has to approve first is neither simply a must nor left to the authority alone.
_APPROVED = re.compile(r"停业|关闭")


def statements(rule: str, library: Library) -> Iterator[Statement | Skip]:
    """One for each measure or fine of an article that surely is one of the two, whatever conduct it follows."""
    found: dict[tuple[Key, str, str], list[Consequence]] = {}
    for entry in library.penalties:
        if library.in_force(entry.penalty.basis):
            for index, tier in enumerate(entry.penalty.tiers):
                for one in of_tier(entry, index):
                    found.setdefault((key(entry.penalty.basis), tier.condition, _bare(one)), []).append(one)
    asked: dict[tuple[Key, str], Consequence] = {}
    for (where, _, _), alike in found.items():
        fits = [one for one in alike if _asked(one)]
        if fits and len({one.may for one in alike}) > 1:
            at = fits[0].entry.conduct.place("penalties", fits[0].entry.index, "tiers", fits[0].index)
            yield Skip(at, "同一条对这一措施有的用“可以”，有的没有用")
            continue
        for one in fits:
            before = asked.setdefault((where, one.sort), one)
            asked[where, one.sort] = min(before, one, key=lambda each: rank(rule, _name(each)))
    for one in asked.values():
        yield _of(rule, library, one)


def _name(one: Consequence) -> str:
    return f"{one.entry.id}/{one.index}"


def _bare(one: Consequence) -> str:
    return one.text.removeprefix("可以")


def _asked(one: Consequence) -> bool:
    """Fines only where they are left to the authority: that they must follow is what everybody expects.

    Not a measure beside which the authority may go up to a graver one (暂扣证书，直至吊销): neither must it follow nor is it left out at will.
    """
    if one.tier.up_to and one.sort == "measure":
        return False
    if one.sort == "fine":
        return one.may
    approved = _APPROVED.search(one.text)
    return one.sort == "measure" and kind_of(one.text) in _KINDS and not approved and "停止违法行为" not in one.text


def _of(rule: str, library: Library, one: Consequence) -> Statement:
    entry: PenaltyOf = one.entry
    made = of_penalty(rule, entry, one.index, Claim("choice", ()))
    where = article(library, entry.penalty.basis)
    case = clauses(doing(entry.conduct, one.tier), condition(entry.conduct, entry.penalty, one.tier))
    target = entry.penalty.target
    whom = f"对{target}" if one.sort == "fine" and of_staff(target) else ""  # people beside the wrongdoer
    words = {
        "whom": whom,
        "case": case,
        "told": whole(case),
        "where": where,
        "text": _bare(one),
    }
    about = (
        ("conduct", entry.conduct.id), ("penalty", entry.penalty.id), ("category", one.tier.category or ""),
        ("condition", one.tier.condition), ("text", _bare(one)),
    )  # fmt: skip
    seed = f"{made.key}/choice"
    true, false = (choose(_STEMS[may], seed).format(**words) for may in (one.may, not one.may))
    fact = "写的是“可以”，由执法机关裁量" if one.may else "没有写“可以”，符合条件就应当作出"
    return Statement(
        made.named(f"{made.id}/{one.sort}-choice{_place(one)}", Claim("choice", about)),
        true,
        false,
        ((("may", str(one.may)),), (("may", str(not one.may)),)),
        f"{where}对“{_bare(one)}”{fact}",
        f"题中改成了{'一定要作出' if one.may else '由执法机关裁量'}",
        0.6,
    )


def _place(one: Consequence) -> str:
    """Which measure of its tier it is, from the second on: an id for each."""
    texts = [plain_measure(text) for text in one.tier.every_measure]
    place = texts.index(one.text) if one.text in texts else 0
    return f"-{place + 1}" if place else ""


STATEMENTS = Statements("choice", statements)
