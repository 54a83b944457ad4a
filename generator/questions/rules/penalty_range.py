"""Single choice: how high is the fine?  (罚款幅度)

Source:  a tier of a Penalty that sets a fine.
Key:     that fine, for the conduct, category, condition and target that the stem names.
Wrong:   real fines of neighbouring tiers and of other conduct, none of which this case can lead to under any article held.
Refused: cases with two true fines; fines that too few others can stand beside.
"""

from collections.abc import Iterator, Sequence

from generator.library import Library
from generator.library.wording import tier_name
from generator.questions.amounts import FineOf, amount_text, comparable, fines, shape, size, truths, uncertain
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.making import around, difficulty, level_of, span_in_force
from generator.questions.phrases import article, clauses, condition, doing, law
from generator.questions.targets import phrase

WRONG = 3
_STEMS = (
    "{doing}，{condition}依照{law}，对{target}的罚款幅度是：",
    "依照{law}，{doing}，{condition}对{target}应当在什么幅度内罚款？",
    "执法人员查实：{doing}。{condition}依照{law}，对{target}罚款的法定幅度是：",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per tier with a fine, in library order."""
    pool = tuple(fines(library))
    for case in pool:
        yield _ask(library, case, pool)


def _ask(library: Library, case: FineOf, pool: Sequence[FineOf]) -> Item | Skip:
    at = case.entry.conduct.place("penalties", case.entry.index, "tiers", case.index)
    true = truths(library, case)
    if len(true) > 1:
        return Skip(at, f"同一行为、对象和情形有 {len(true)} 种罚款，答案不唯一")
    rivals = _rivals(case, pool, true | uncertain(library, case))
    key = f"penalty-range/{case.id}"
    lower = [r for r in rivals if size(r.fine) < size(case.fine)]
    higher = [r for r in rivals if size(r.fine) > size(case.fine)]
    below = around(len(lower), len(higher), WRONG, key)
    if below is None:
        return Skip(at, f"同一形式、大小相近而又确定不适用的罚款仅 {len(rivals)} 种，需 {WRONG} 种")
    taken = [*_nearest(case, lower, key)[:below], *_nearest(case, higher, key)[: WRONG - below]]
    return _item(library, case, key, sorted([case, *taken], key=lambda f: size(f.fine)))


def _rivals(case: FineOf, pool: Sequence[FineOf], out: frozenset[str]) -> list[FineOf]:
    """Fines that can be wrong answers, each amount once, by the fine that lies nearest in the law."""
    found: dict[str, FineOf] = {}
    for rival in sorted(pool, key=lambda r: _distance(case, r)):
        text = amount_text(rival.fine)
        if text not in out and comparable(case.fine, rival.fine):
            found.setdefault(text, rival)
    return list(found.values())


def _distance(case: FineOf, rival: FineOf) -> int:
    """0 the same penalty, 1 the same conduct, 2 the same article, 3 the same topic, 4 elsewhere."""
    one, other = case.entry, rival.entry
    if one.id == other.id:
        return 0
    if one.conduct.id == other.conduct.id:
        return 1
    if one.penalty.basis.whole == other.penalty.basis.whole:
        return 2
    return 3 if one.conduct.topics[0] in other.conduct.topics else 4


def _nearest(case: FineOf, rivals: Sequence[FineOf], seed: str) -> list[FineOf]:
    return sorted(rivals, key=lambda r: (_distance(case, r), rank(seed, amount_text(r.fine))))


def _item(library: Library, case: FineOf, key: str, options: Sequence[FineOf]) -> Item:
    conduct, penalty, tier = case.entry.conduct, case.entry.penalty, case.tier
    said = condition(penalty, tier)
    stem = choose(_STEMS, key).format(
        doing=doing(conduct, tier),
        condition=f"{said}，" if said else "",
        law=law(library, penalty.basis),
        target=phrase(penalty.target),
    )
    close = sum(_distance(case, o) <= 2 for o in options if o is not case) / WRONG
    hard = difficulty("single", close, stem, len(options))
    span = span_in_force(library, [penalty.basis])
    return Item(
        id=key,
        rule="penalty-range",
        type="single",
        stem=stem,
        options=tuple(Option(amount_text(o.fine), o is case, _why(library, case, o)) for o in options),
        explanation=_explanation(library, case),
        basis=(penalty.basis,),
        facts=(f"penalty/{case.id}",),
        topics=conduct.topics,
        at=conduct.place("penalties", case.entry.index, "tiers", case.index),
        level=level_of(hard),
        difficulty=hard,
        conduct=conduct.id,
        valid_from=span.valid_from,
        valid_until=span.valid_until,
        sample=conduct.sample or penalty.sample,
        claim=Claim(
            "fine",
            (
                ("conduct", conduct.id),
                ("target", penalty.target),
                ("category", tier.category or ""),
                ("condition", tier.condition),
                ("form", shape(case.fine)[0]),
            ),
        ),
    )


def _explanation(library: Library, case: FineOf) -> str:
    penalty, tier = case.entry.penalty, case.tier
    named = clauses(doing(case.entry.conduct, tier), condition(penalty, tier))
    deemed = case.fine.multiple.deemed if case.fine.multiple else None
    tail = "；计算基数不足法定数额的，按条文规定的数额计算" if deemed else ""
    return f"{article(library, penalty.basis)}：{named}，对{phrase(penalty.target)}的罚款幅度为{amount_text(case.fine)}{tail}。"


def _why(library: Library, case: FineOf, option: FineOf) -> str:
    entry = option.entry
    where = article(library, entry.penalty.basis)
    if option is case:
        return f"{where}对这一情形规定的就是这个幅度。"
    of = f"{tier_name(option.tier)}"
    if entry.id == case.entry.id:
        return f"这是同一罚则“{of}”的幅度（{where}）。"
    if entry.conduct.id == case.entry.conduct.id:
        return f"这是对{phrase(entry.penalty.target)}的幅度，情形为“{of}”（{where}）。"
    return f"这是“{doing(entry.conduct)}”的幅度，情形为“{of}”（{where}）。"


RULE = Rule(id="penalty-range", title="罚款幅度", generate=generate)
