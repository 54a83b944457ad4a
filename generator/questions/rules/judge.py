"""True or false: a fine or an authority as the law has it, or altered in one place.  (判断)

Source:  a tier that sets a fine; the authorities of a penalty.
True:    the statement gives the fact as it is.
False:   one value is replaced by another real one that is false for this case; the explanation names what was altered.
Refused: facts for which no surely false value is at hand, so that they could only ever be stated as true.
"""

from collections.abc import Iterator

from generator.kinds.penalty import Fine
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.wording import ORDINARY, tier_name
from generator.questions.amounts import FineOf, case_data, distance, fines, rivals, truths
from generator.questions.authorities import (
    acting,
    action,
    names_text,
    open_powers,
    right_because,
    without_power,
    wrong_because,
)
from generator.questions.item import Claim, Item, Rule, Skip, choose
from generator.questions.making import Subject, finish, judge_options, of_penalty, truth
from generator.questions.phrases import article, clauses, condition, doing, law, quoted
from generator.questions.targets import phrase

ID = "judge"
_FINES = (
    "依照{law}，{case}，对{target}{fine}。",
    "{case}，依照{law}对{target}{fine}。",
)
_AUTHORITIES = (
    "依照{law}，{doing}，由{names}{action}。",
    "{doing}，依照{law}应当由{names}{action}。",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per fine, then one per set of authorities, in library order."""
    for case in fines(library):
        yield _fine(library, case)
    for entry in acting(library):
        yield _authority(library, entry)


def _fine(library: Library, case: FineOf) -> Item | Skip:
    subject = of_penalty(ID, case.entry, case.index, Claim("fine", case_data(case)))
    if len(truths(library, case)) > 1:
        return Skip(subject.at, "同一行为、对象和情形有几种罚款，正误不定")
    others = rivals(library, case, subject.key)
    if not others:
        return Skip(subject.at, "没有形式相同、大小相近而又确定不适用的罚款可供改换")
    true = truth(subject.key)
    shown = case if true else others[0]
    conduct = case.entry.conduct
    case_text = clauses(doing(conduct, case.tier), condition(conduct, case.entry.penalty, case.tier))
    target = phrase(case.entry.penalty.target)
    where = article(library, case.entry.penalty.basis)
    stem = choose(_FINES, subject.key).format(
        law=law(library, case.entry.penalty.basis), case=case_text, target=target, fine=_fined(case.fine, shown.text)
    )
    why = f"{where}：{case_text}，对{target}的罚款幅度为{case.text}"
    if not true:
        why += f"；题中改成了{shown.text}，{_origin(library, case, shown)}"
    close = 1.0 if not true and distance(case, shown) <= 2 else 0.4
    return finish(library, subject, "judge", stem, judge_options(true, f"{why}。"), f"{why}。", close)


def _fined(own: Fine, shown: str) -> str:
    """处……的罚款, with the verb of the case's own fine, so that the verb is not a second alteration."""
    return f"{'可以处' if own.may else '处'}{shown}的罚款"


def _origin(library: Library, case: FineOf, shown: FineOf) -> str:
    where = article(library, shown.entry.penalty.basis)
    if shown.entry.conduct.id == case.entry.conduct.id:
        whom = "" if shown.entry.id == case.entry.id else f"对{phrase(shown.entry.penalty.target)}"
        return f"那是{whom}{quoted(tier_name(shown.tier))}的幅度（{where}）"
    of = tier_name(shown.tier)
    when = "" if of == ORDINARY else f"在{quoted(of)}时"
    return f"那是{quoted(doing(shown.entry.conduct))}{when}的幅度（{where}）"


def _authority(library: Library, entry: PenaltyOf) -> Item | Skip:
    claim = Claim("authority", (("conduct", entry.conduct.id), ("penalty", entry.penalty.id), ("names", "")))
    subject = of_penalty(ID, entry, "authority", claim)
    if open_powers(library, entry.conduct):
        return Skip(subject.at, "执法主体由地方人民政府确定或者只作概括规定，换成别的部门未必错")
    others = without_power(library, entry, subject.key, 1)
    if not others:
        return Skip(subject.at, "没有确定无权的机关可供改换")
    true = truth(subject.key)
    shown = entry if true else others[0]
    stem = choose(_AUTHORITIES, subject.key).format(
        law=law(library, entry.penalty.basis),
        doing=doing(entry.conduct),
        names=names_text(shown.penalty) + ("按照职责分工" if len(shown.penalty.authority) > 1 else ""),
        action=action(entry.penalty),
    )
    why = right_because(library, entry)
    if not true:
        why += f"题中把机关改成了{names_text(shown.penalty)}；{wrong_because(library, shown)}"
    return finish(library, _naming(subject, shown), "judge", stem, judge_options(true, why), why, 0.3)


def _naming(subject: Subject, shown: PenaltyOf) -> Subject:
    """The subject with the authorities that the statement names in its claim, and its own place among the ids."""
    about = dict(subject.claim.about if subject.claim else ()) | {"names": "、".join(sorted(shown.penalty.authority))}
    return Subject(
        rule=subject.rule,
        id=f"{subject.id}/authority",
        basis=subject.basis,
        facts=subject.facts,
        topics=subject.topics,
        at=subject.at,
        conduct=subject.conduct,
        sample=subject.sample,
        claim=Claim("authority", tuple(about.items())),
    )


RULE = Rule(id=ID, title="判断：照实或改一处", generate=generate)
