"""How high the fine is, altered to another real fine; and on whom it falls, altered to somebody who is fined otherwise."""

import re
from collections.abc import Iterator

from generator.library import Library
from generator.library.remember import once
from generator.questions.facts.amounts import FineOf, case_data, distance, fines, rivals, same_case, truths
from generator.questions.facts.related import key
from generator.questions.facts.targets import overlap, phrase
from generator.questions.item import Claim, Skip, choose, rank
from generator.questions.statements._base import Statement, Statements
from generator.questions.writing.making import of_penalty
from generator.questions.writing.phrases import article, called, clauses, condition, doing, law, quoted, whole

_FIGURE = re.compile(r"\d+(?:\.\d+)?[万亿]?")
_AMOUNTS = (
    "依照{law}，{case}，对{target}{fine}。",
    "{case}，依照{law}对{target}{fine}。",
    "{told}。依照{law}，应当对{target}{fine}。",
)
_TARGETS = (
    "依照{where}，{case}，对{target}{fine}。",
    "{case}，{where}规定对{target}{fine}。",
    "{where}规定：{case}，对{target}{fine}。",
)


def statements(rule: str, library: Library) -> Iterator[Statement | Skip]:
    """One for each fine, then one for each fine that falls on one of several."""
    for case in fines(library):
        yield _amount(rule, library, case)
    for case in fines(library):
        other = _fined_too(library, case)
        if other is not None:
            yield _target(rule, library, case, other)


def _amount(rule: str, library: Library, case: FineOf) -> Statement | Skip:
    subject = of_penalty(rule, case.entry, case.index, Claim("fine", case_data(case)))
    if len(truths(library, case)) > 1:
        return Skip(subject.at, "同一行为、对象和情形有几种罚款，正误不定")
    others = [one for one in rivals(library, case, subject.key) if _frame(one.text) == _frame(case.text)]
    if not others:
        return Skip(subject.at, "没有形式相同、大小相近而又确定不适用的罚款可供改换")
    shown = others[0]
    words = _words(library, case)
    asked = _AMOUNTS if not case.tier.fine_free else _AMOUNTS[:2]
    stem = choose(asked, subject.key)
    return Statement(
        subject,
        stem.format(**words, fine=_fined(case, case.text)),
        stem.format(**words, fine=_fined(case, shown.text)),
        ((), ()),
        f"{words['where']}：{words['case']}，对{words['target']}的罚款幅度为{case.whole}",
        f"题中改成了{shown.text}，{_origin(library, case, shown)}",
        1.0 if distance(case, shown) <= 2 else 0.4,
    )


def _frame(text: str) -> str:
    """The amount without its figures: a range is altered to a range, since 可以处2万元的罚款 is no way to write one."""
    return _FIGURE.sub("#", text)


def _words(library: Library, case: FineOf) -> dict[str, str]:
    conduct, penalty = case.entry.conduct, case.entry.penalty
    told = clauses(doing(conduct, case.tier), condition(conduct, penalty, case.tier))
    return {
        "law": law(library, penalty.basis),
        "where": article(library, penalty.basis),
        "case": told,
        "told": whole(told),
        "target": phrase(penalty.target, conduct),
    }


def _fined(own: FineOf, shown: str) -> str:
    """处……的罚款, with the verb of the case's own fine, so that the verb is not a second alteration."""
    return f"{'可以处' if own.tier.fine_free else '处'}{shown}的罚款"


def _origin(library: Library, case: FineOf, shown: FineOf) -> str:
    where = article(library, shown.entry.penalty.basis)
    of = called(shown.entry.penalty, shown.tier)
    when = f"在{quoted(of)}时" if of else ""
    target = shown.entry.penalty.target
    whom = f"对{phrase(target, shown.entry.conduct)}"
    if shown.entry.conduct.id == case.entry.conduct.id:
        return f"那是{'' if shown.entry.id == case.entry.id else whom}{when}的幅度（{where}）"
    others = whom if not overlap(target, case.entry.penalty.target) else ""
    return f"那是{quoted(doing(shown.entry.conduct))}{when}{others}的幅度（{where}）"


def _fined_too(library: Library, case: FineOf) -> FineOf | None:
    """A fine of the same conduct, article and case on somebody else, whom the case's own fine can't hit."""
    by_conduct = _by_conduct(library)
    found = [
        other
        for other in by_conduct[case.entry.conduct.id]
        if key(other.entry.penalty.basis) == key(case.entry.penalty.basis)
        and not overlap(other.entry.penalty.target, case.entry.penalty.target)
        and same_case(other.tier, case.tier)
        and case.text not in truths(library, other)
    ]
    return min(found, key=lambda other: rank(case.id, other.id), default=None)


@once
def _by_conduct(library: Library) -> dict[str, list[FineOf]]:
    found: dict[str, list[FineOf]] = {}
    for case in fines(library):
        found.setdefault(case.entry.conduct.id, []).append(case)
    return found


def _target(rule: str, library: Library, case: FineOf, other: FineOf) -> Statement | Skip:
    made = of_penalty(rule, case.entry, case.index, Claim("fine", case_data(case)))
    if len(truths(library, case)) > 1:
        return Skip(made.at, "同一行为、对象和情形有几种罚款，正误不定")
    words = _words(library, case)
    whom = phrase(other.entry.penalty.target, other.entry.conduct)
    stem = choose(_TARGETS, f"{made.key}/target")
    fine = _fined(case, case.text)
    return Statement(
        made.named(f"{made.id}/target"),
        stem.format(**words, fine=fine),
        stem.format(**words | {"target": whom}, fine=fine),
        ((), (("target", other.entry.penalty.target),)),
        f"{words['where']}：{words['case']}，对{words['target']}的罚款幅度为{case.whole}",
        f"题中把处罚对象改成了{whom}，对{whom}的幅度是{_all_of(library, other)}",
        1.0,
    )


def _all_of(library: Library, other: FineOf) -> str:
    """Every fine of the other's penalty under its condition: 20万元以上100万元以下（收集）、100万元以上500万元以下（利用）."""
    by_conduct = _by_conduct(library)
    alike = [
        one
        for one in by_conduct[other.entry.conduct.id]
        if one.entry.id == other.entry.id and one.tier.condition == other.tier.condition
    ]
    if len(alike) == 1:
        return other.text
    return "、".join(f"{one.text}（{called(one.entry.penalty, one.tier)}）" for one in alike)


STATEMENTS = Statements("fine", statements)
