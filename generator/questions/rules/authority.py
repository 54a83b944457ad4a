"""Single choice: which authority acts on this conduct?  (谁执法)

Source:  the authorities of the penalties of a conduct.
Key:     those that one penalty names, as one option even where they are several.
Wrong:   authorities that act on other conduct, hold no power over this one or over related conduct, and cannot turn out
         to be the same body (powers.py).
Refused: keys that the local government designates or that name no definite body; detention, which is the police's anyway.
"""

from collections.abc import Iterator

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.questions.flaws.key import cue, longest
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.making import difficulty, level_of, place_key, span_in_force
from generator.questions.phrases import article, doing, law
from generator.questions.powers import apart, vague
from generator.questions.related import key as article_key
from generator.questions.related import related

WRONG = 3
Names = tuple[str, ...]
_STEMS = (
    "{doing}。依照{law}，由谁{action}？",
    "依照{law}，对“{doing}”的行为，有权{action}的是：",
    "群众反映：{doing}。经查属实，依照{law}应当由谁{action}？",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per conduct and set of authorities, in library order."""
    for conduct in library.conducts:
        seen: set[frozenset[str]] = set()
        for index, penalty in enumerate(conduct.penalties):
            names = frozenset(penalty.authority)
            if names not in seen and library.in_force(penalty.basis):
                seen.add(names)
                yield _ask(library, PenaltyOf(conduct, penalty, index))


def _ask(library: Library, entry: PenaltyOf) -> Item | Skip:
    penalty = entry.penalty
    at = entry.conduct.place("penalties", entry.index, "authority")
    open_names = sorted(name for name in powers_over(library, entry.conduct) if vague(name))
    if open_names:
        return Skip(at, f"“{'、'.join(open_names)}”也可能有权，不指明具体部门，别的部门都可能是它，无法出干扰项")
    if not any(tier.fine or tier.measures or tier.may for tier in penalty.tiers):
        return Skip(at, "只有行政拘留，一律由公安机关决定，不必考")
    key = f"authority/{entry.id}"
    rivals = _rivals(library, entry)
    taken = _draw(entry, rivals, key)
    if len(taken) < WRONG:
        return Skip(at, f"确定无权查处这一行为的其他机关不足：有 {len(taken)} 个，需 {WRONG} 个")
    if len(penalty.authority) > 1 and not any(len(rival.penalty.authority) > 1 for rival in taken):
        return Skip(at, "答案是几个机关，干扰项都只有一个机关，一看便知")
    right, wrong = [_text(penalty)], [_text(rival.penalty) for rival in taken]
    if longest(right, wrong):
        return Skip(at, f"“{right[0]}”比能用的干扰项都长得多，一看便知")
    if cue(doing(entry.conduct), right, wrong):
        return Skip(at, "行为的名称里已经说出主管部门的名称")
    return _item(library, entry, key, taken)


def powers_over(library: Library, conduct: Conduct) -> frozenset[str]:
    """Authorities with any power over the conduct, over related conduct, or under an article that punishes it."""
    names: set[str] = set()
    for other in (conduct, *related(library, conduct)):
        for penalty in other.penalties:
            names.update(penalty.authority)
            names.update([penalty.referral] if penalty.referral else [])
    for penalty in conduct.penalties:
        names.update(library.authorities_under(penalty.basis))
    return frozenset(names)


def _rivals(library: Library, entry: PenaltyOf) -> list[PenaltyOf]:
    """One penalty per set of authorities that is surely wrong, those of the same topic first."""
    holding = powers_over(library, entry.conduct)
    topic = entry.conduct.topics[0]
    single = len(entry.penalty.authority) == 1
    found: dict[Names, PenaltyOf] = {}
    for rival in sorted(library.penalties, key=lambda r: (topic not in r.conduct.topics, r.id)):
        names = rival.penalty.authority
        fits = len(names) == 1 if single else len(names) <= 3
        if fits and library.in_force(rival.penalty.basis) and apart(names, holding):
            found.setdefault(tuple(sorted(names)), rival)
    return list(found.values())


def _draw(entry: PenaltyOf, rivals: list[PenaltyOf], seed: str) -> list[PenaltyOf]:
    """Same topic first, then by rank; none that may coincide with one already taken."""
    topic = entry.conduct.topics[0]
    taken: list[PenaltyOf] = []
    several = len(entry.penalty.authority) > 1
    order = sorted(
        rivals,
        key=lambda r: (
            several and len(r.penalty.authority) == 1,
            topic not in r.conduct.topics,
            rank(seed, _text(r.penalty)),
        ),
    )
    for rival in order:
        if len(taken) < WRONG and all(apart(rival.penalty.authority, other.penalty.authority) for other in taken):
            taken.append(rival)
    return taken


def _text(penalty: Penalty) -> str:
    return "、".join(penalty.authority)


def _action(penalty: Penalty) -> str:
    """What the authority does, in a few words: 责令改正并处以罚款."""
    first = next((m for tier in penalty.tiers for m in tier.measures), None)
    fined = any(tier.fine for tier in penalty.tiers)
    verb = first if first and first.startswith(("责令", "没收")) else None
    if verb and fined:
        return f"{verb}并处以罚款"
    return verb or ("处以罚款" if fined else "查处")


def _item(library: Library, entry: PenaltyOf, key: str, taken: list[PenaltyOf]) -> Item:
    conduct, penalty = entry.conduct, entry.penalty
    stem = choose(_STEMS, key).format(doing=doing(conduct), law=law(library, penalty.basis), action=_action(penalty))
    several = len(penalty.authority) > 1
    where = article(library, penalty.basis)
    right = Option(
        _text(penalty), True, f"{where}把这一行为交由{_text(penalty)}{'按照职责分工' if several else ''}查处。"
    )
    wrong = [
        Option(
            _text(r.penalty),
            False,
            f"{article(library, r.penalty.basis)}交给{_text(r.penalty)}查处的是“{doing(r.conduct)}”。",
        )
        for r in taken
    ]
    close = sum(conduct.topics[0] in r.conduct.topics for r in taken) / WRONG
    hard = difficulty("single", close, stem, WRONG + 1)
    span = span_in_force(library, [penalty.basis])
    return Item(
        id=key,
        rule="authority",
        type="single",
        stem=stem,
        options=place_key(right, wrong, key),
        explanation=right.why,
        basis=(penalty.basis,),
        facts=(f"penalty/{entry.id}/authority",),
        topics=conduct.topics,
        at=conduct.place("penalties", entry.index, "authority"),
        level=level_of(hard),
        difficulty=hard,
        conduct=conduct.id,
        valid_from=span.valid_from,
        valid_until=span.valid_until,
        sample=conduct.sample or penalty.sample,
        claim=Claim("authority", (("conduct", conduct.id), ("basis", "/".join(article_key(penalty.basis))))),
    )


RULE = Rule(id="authority", title="谁执法", generate=generate)
