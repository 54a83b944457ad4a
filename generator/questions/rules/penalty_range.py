"""Single choice: how high is the fine?  (罚款幅度)

Source:  a tier of a Penalty that sets a fine.
Key:     that fine, for the conduct, category, condition and target that the stem names.
Wrong:   real fines of neighbouring tiers and of other conduct, none of which this case can lead to under any article held.
Refused: cases with two true fines; fines that too few others can stand beside.
"""

from collections.abc import Iterator

from generator.library import Library
from generator.questions.facts.amounts import FineOf, case_data, distance, fines, rivals, truths, whose
from generator.questions.facts.targets import phrase
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose
from generator.questions.writing.making import around, finish, of_penalty
from generator.questions.writing.phrases import article, clauses, condition, doing, law

ID = "penalty-range"
WRONG = 3
_STEMS = (
    "{doing}，{condition}依照{law}，对{target}的罚款幅度是：",
    "依照{law}，{doing}，{condition}对{target}的罚款应当在什么幅度内确定？",
    "执法人员查实：{doing}。{condition}依照{law}，对{target}罚款的法定幅度是：",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per tier with a fine, in library order."""
    for case in fines(library):
        yield _ask(library, case)


def _ask(library: Library, case: FineOf) -> Item | Skip:
    subject = of_penalty(ID, case.entry, case.index, Claim("fine", case_data(case)))
    true = truths(library, case)
    if len(true) > 1:
        return Skip(subject.at, f"同一行为、对象和情形有 {len(true)} 种罚款，答案不唯一")
    candidates = rivals(library, case, subject.key)
    lower = [r for r in candidates if r.size < case.size]
    higher = [r for r in candidates if r.size > case.size]
    below = around(len(lower), len(higher), WRONG, subject.key)
    if below is None:
        return Skip(subject.at, f"同一形式、大小相近而又确定不适用的罚款仅 {len(candidates)} 种，需 {WRONG} 种")
    shown = sorted([case, *lower[:below], *higher[: WRONG - below]], key=lambda f: f.size)
    close = sum(distance(case, o) <= 2 for o in shown if o is not case) / WRONG
    options = [Option(o.text, o is case, _why(library, case, o)) for o in shown]
    return finish(
        library, subject, "single", _stem(library, case, subject.key), options, _explain(library, case), close
    )


def _stem(library: Library, case: FineOf, key: str) -> str:
    penalty = case.entry.penalty
    said = condition(case.entry.conduct, penalty, case.tier)
    return choose(_STEMS, key).format(
        doing=doing(case.entry.conduct, case.tier),
        condition=f"{said}，" if said else "",
        law=law(library, penalty.basis),
        target=phrase(penalty.target, case.entry.conduct),
    )


def _explain(library: Library, case: FineOf) -> str:
    penalty, tier = case.entry.penalty, case.tier
    named = clauses(doing(case.entry.conduct, tier), condition(case.entry.conduct, penalty, tier))
    where = article(library, penalty.basis)
    return f"{where}：{named}，对{phrase(penalty.target, case.entry.conduct)}的罚款幅度为{case.whole}。"


def _why(library: Library, case: FineOf, option: FineOf) -> str:
    if option is case:
        return f"{article(library, case.entry.penalty.basis)}对这一情形规定的就是这个幅度。"
    return whose(library, option, case)


RULE = Rule(id=ID, title="罚款幅度", generate=generate)
