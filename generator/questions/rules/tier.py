"""Single choice: which condition leads to which consequence?  (情形与档次)

Source:  the tiers of a penalty; consequences that one condition alone has (conditions.py).
Asks:    from a fine, measure or ban to its condition; from a condition to its measure; from a fine to the one of an
         article's cases that it belongs to.  What a stated case is fined is penalty-range's to ask.
Wrong:   other conditions, measures and cases of the same article first; then conditions that the article does not know,
         and measures of other articles of a kind that the article does not know at all; none that is never an answer.
Refused: conditions that the title of the conduct says; consequences that several conditions share; too few others; what
         tells its answer: 强制拆除 of 逾期不拆除, what falls on forests of 造成林木毁坏, leniency of the one light condition.
"""

from collections.abc import Iterator

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.library.remember import once
from generator.library.wording import tier_name
from generator.questions.facts.amounts import FineOf, fines, truths, uncertain
from generator.questions.facts.conditions import (
    Consequence,
    asked_measures,
    condition_name,
    consequences,
    fined,
    light,
    of_tier,
    others,
)
from generator.questions.facts.measures import befits, kind_of, kinds_under, usual
from generator.questions.facts.provisions import punished_by
from generator.questions.facts.related import Key, key
from generator.questions.facts.targets import phrase
from generator.questions.flaws.key import cue, longest
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, draw, rank
from generator.questions.writing.making import Subject, finish, of_penalty, place_key
from generator.questions.writing.phrases import article, called, condition, doing, quoted

ID = "tier"
WRONG = 3
_CONDITIONS = (
    "{doing}。{where}规定{may}{upon}“{what}”，适用于下列哪一种情形？",
    "对{quoted}的行为，{where}规定{may}{upon}“{what}”，条文写明的情形是：",
    "执法人员查实：{doing}。依照{where}，属于下列哪一种情形的，才{may}{upon}“{what}”？",
)
_MEASURES = (
    "{doing}，{condition}，{where}专门规定的措施是：",
    "依照{where}，{doing}，{condition}，另行规定的措施是：",
    "对{quoted}的行为，{where}专门为{named}规定的措施是：",
)
#: Conditions that come after an order to mend: it is no answer to what follows then.
_AFTER_ORDER = frozenset({"拒不改正", "逾期不改正"})
_CUE = 2  # characters of what is asked about that the key alone repeats: stems at large may repeat them, a few words may not
_CASES = (
    "依照{where}，下列哪一种情形对{target}{fine}？",
    "{where}规定“{fine}”，针对的是下列哪一种情形？",
    "{where}规定对{target}{fine}，说的是下列哪一种情形？",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per consequence of a special condition, then one per fine of an article with several."""
    for one in consequences(library):
        if one.sort != "measure" or rank(_seed(one), "direction") % 2:
            yield _condition_of(library, one) or _measure_of(library, one) or _too_few(one)
        else:
            yield _measure_of(library, one) or _condition_of(library, one) or _too_few(one)
    for cases in _by_article(library).values():
        for text in dict.fromkeys(case.text for case in cases):
            yield _case_of(library, [case for case in cases if case.text == text], cases)


def _seed(one: Consequence) -> str:
    return f"{ID}/{one.entry.id}/{one.index}/{one.sort}"


def _too_few(one: Consequence) -> Skip:
    return Skip(
        one.entry.at, "确定与这一后果无关的其他情形、与这一情形无关的其他措施都不足 3 个，或者读题就知道是哪一个"
    )


def _tells(asked: str, right: str, wrong: list[str]) -> bool:
    """Whether the few words asked about share some with the key that no other option has."""
    return cue(asked, [right], wrong, at_least=_CUE) is not None


def _subject(one: Consequence, claim: Claim) -> Subject:
    made = of_penalty(ID, one.entry, one.index, claim)
    return made.named(f"{made.id}/{one.sort}")


def _condition_of(library: Library, one: Consequence) -> Item | None:
    """From a consequence to its condition."""
    near, far = others(library, one, _seed(one))
    wrong = [*draw(near, WRONG, _seed(one)), *far][:WRONG]
    if len(wrong) < WRONG or longest([one.name], wrong) or _tells(one.bare, one.name, wrong):
        return None
    if light(one.name) and not any(light(name) for name in wrong):
        return None
    entry = one.entry
    where = article(library, entry.penalty.basis)
    subject = _subject(
        one, Claim("condition", (("conduct", entry.conduct.id), ("penalty", entry.penalty.id), ("text", one.bare)))
    )
    stem = choose(_CONDITIONS, subject.key).format(
        where=where, quoted=quoted(doing(entry.conduct)), doing=doing(entry.conduct), upon=one.upon, what=one.bare,
        may="可以" if one.may else "",
    )  # fmt: skip
    why = f"{where}：{one.sentence}。"
    options = [Option(name, False, _no_condition(library, one, name)) for name in wrong]
    close = len(near[:WRONG]) / WRONG
    return finish(
        library, subject, "single", stem, place_key(Option(one.name, True, why), options, subject.key), why, close
    )


def _no_condition(library: Library, one: Consequence, name: str) -> str:
    """What the article ties to the condition instead."""
    where = article(library, one.entry.penalty.basis)
    for index, tier in enumerate(one.entry.penalty.tiers):
        if condition_name(one.entry.conduct, tier) == name:
            leads = "、".join(dict.fromkeys(c.ordered for c in of_tier(one.entry, index)))
            more = "另外" if tier.adds else ""
            return (
                f"{where}对“{name}”{more}规定的是{leads}。"
                if leads
                else f"{where}把{one.bare}系于“{one.name}”，不系于“{name}”。"
            )
    return f"{where}把{one.bare}系于“{one.name}”；这一行为“{name}”的，该条没有另作规定。"


def _measure_of(library: Library, one: Consequence) -> Item | None:
    """From a condition to its measure."""
    said = condition(one.entry.conduct, one.entry.penalty, one.tier)
    if one.sort != "measure" or not said or light(one.name):
        return None
    penalty, conduct = one.entry.penalty, one.entry.conduct
    own = [c for index in range(len(penalty.tiers)) for c in of_tier(one.entry, index) if c.sort == "measure"]
    elsewhere = {
        c.text: f"{article(library, penalty.basis)}对“{called(penalty, c.tier) or c.name}”规定的才是{c.text}。"
        for c in own
    }
    found = {text: why for text, why in elsewhere.items() if not (text in one.text or one.text in text)}
    # What the tier adds to follows as well, so that it is no wrong answer.
    bases = penalty.bases(one.index)
    mine = {c.text for c in own if c.name == one.name or c.index in bases}
    done = one.tier.condition in _AFTER_ORDER
    near = [text for text in found if text not in mine and not (done and kind_of(text) == "改正")]
    known = kinds_under(library, penalty.basis) | {kind_of(one.text)}
    far = {m.text: f"{article(library, m.basis)}对{quoted(punished_by(library, m.basis))}规定了{m.text}；"
                   f"{penalty.basis.whole.locus}在{quoted(one.name)}时写的是{one.ordered}。"
           for m in usual(library, penalty.basis.regulation)
           if m.kind not in known and m.text in asked_measures(library)
           and befits(library, m, conduct, penalty.basis)}  # fmt: skip
    wrong = [*draw(near, WRONG, _seed(one)), *draw(list(far), WRONG, _seed(one))][:WRONG]
    if len(wrong) < WRONG or longest([one.text], wrong) or _tells(one.name, one.text, wrong):
        return None
    where = article(library, penalty.basis)
    about = (("conduct", conduct.id), ("penalty", penalty.id), ("category", one.tier.category or ""))
    subject = _subject(one, Claim("tier-measure", (*about, ("condition", one.tier.condition))))
    stem = choose(_MEASURES, subject.key).format(
        where=where, doing=doing(conduct, one.tier), quoted=quoted(doing(conduct, one.tier)), condition=said,
        named=quoted(one.tier.condition),
    )  # fmt: skip
    why = f"{where}：{one.sentence}。"
    options = [Option(text, False, found.get(text) or far[text]) for text in wrong]
    right = Option(one.text, True, why)
    close = len(near[:WRONG]) / WRONG
    return finish(library, subject, "single", stem, place_key(right, options, subject.key), why, close)


@once
def _by_article(library: Library) -> dict[Key, list[FineOf]]:
    """Cases that are fined under each article which knows enough different fines."""
    found: dict[Key, list[FineOf]] = {}
    for case in fines(library):
        if "前款" not in case.text:
            found.setdefault(key(case.entry.penalty.basis), []).append(case)
    return {where: cases for where, cases in found.items() if len({case.text for case in cases}) > WRONG}


def _case_of(library: Library, true: list[FineOf], cases: list[FineOf]) -> Item | Skip:
    """From a fine to the case: one of those with the fine, beside cases of the same article and target with others."""
    case = min(true, key=lambda c: rank(ID, c.id))
    rivals: dict[str, FineOf] = {}
    for other in sorted(cases, key=lambda c: rank(case.id, c.id)):
        fits = other.entry.penalty.target == case.entry.penalty.target and other.shape == case.shape
        if fits and case.text not in truths(library, other) | uncertain(library, other):
            rivals.setdefault(other.text, other)
    taken = list(rivals.values())[:WRONG]
    wrong = [Option(_case(c), False, _no_case(library, c)) for c in taken]
    at = case.entry.at
    if all(other.entry.id == case.entry.id for other in taken):
        return Skip(at, "这一条只有一种行为按情形分档，已从罚款问情形")
    if len(wrong) < WRONG or longest([_case(case)], [option.text for option in wrong]):
        return Skip(at, f"同一条里对象相同、罚款不同的情形仅 {len(wrong)} 种，需 {WRONG} 种，或者答案明显最长")
    basis = case.entry.penalty.basis
    where = article(library, basis)
    claim = Claim("fined", (("regulation", basis.regulation), ("article", basis.key), ("fine", case.text),
                            ("target", case.entry.penalty.target)))  # fmt: skip
    made = of_penalty(ID, case.entry, case.index, claim)
    subject = made.named(f"{made.id}/case")
    stem = choose(_CASES, subject.key).format(
        where=where, target=phrase(case.entry.penalty.target, case.entry.conduct), fine=fined(case.tier)
    )
    right = Option(_case(case), True, f"{where}：{_case(case)}，{fined(case.tier)}。")
    return finish(library, subject, "single", stem, place_key(right, wrong, subject.key), right.why, 1.0)


def _case(case: FineOf) -> str:
    """The case as an option, its condition said where the penalty fines under more than one."""
    several = len({tier_name(tier) for tier in case.entry.penalty.tiers if tier.fine}) > 1
    title = doing(case.entry.conduct)
    plain = case.tier.condition == ORDINARY and not case.tier.category
    name = called(case.entry.penalty, case.tier) if plain else condition_name(case.entry.conduct, case.tier)
    return f"{title}（{name}）" if name and (several or (not plain and name not in title)) else title


def _no_case(library: Library, case: FineOf) -> str:
    return f"这一情形{fined(case.tier)}（{article(library, case.entry.penalty.basis)}）。"


RULE = Rule(id=ID, title="情形与档次", generate=generate, thought="理解")
