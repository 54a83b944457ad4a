"""Single choice: under which article is this punished?  (依据哪一条)

Source:  a Penalty, once for each article under which a conduct is punished.
Key:     that article.
Wrong:   articles of the same law that punish other conduct of the same topic and neither forbid nor punish this one.
Refused: articles that no must-know list has, since their numbers are looked up; conduct with too few such neighbours; articles that say no more than that other laws punish (依照……的规定予以处罚),
         since a decision must cite those.
"""

from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.questions.facts.authorities import action
from generator.questions.facts.mastery import UNLISTED, by_heart
from generator.questions.facts.provisions import concerning, neighbours, punished_by
from generator.questions.facts.targets import phrase
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose
from generator.questions.writing.making import around, finish, of_penalty
from generator.questions.writing.phrases import article, doing, law, quoted

ID = "legal-basis"
WRONG = 3
_STEMS = (
    "{doing}。对{target}{action}，应当依据{law}的哪一条？",
    "对{quoted}的行为，{law}规定对{target}{action}的条文是：",
    "办案人员拟对{target}{action}，事由是：{doing}。处罚决定书应当引用{law}：",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per conduct and article that punishes it, in library order."""
    for conduct in library.conducts:
        seen: set[tuple[str, str]] = set()
        for index, penalty in enumerate(conduct.penalties):
            where = (penalty.basis.regulation, penalty.basis.key)
            if where not in seen and library.in_force(penalty.basis):
                seen.add(where)
                yield _ask(library, PenaltyOf(conduct, penalty, index))


def _ask(library: Library, entry: PenaltyOf) -> Item | Skip:
    basis = entry.penalty.basis.whole
    about = (("conduct", entry.conduct.id), ("regulation", basis.regulation), ("article", basis.key))
    subject = of_penalty(ID, entry, "basis", Claim("basis", about))
    done = "处以行政拘留" if all(tier.detention for tier in entry.penalty.tiers) else action(entry.penalty, sure=False)
    if done == "查处":
        return Skip(subject.at, "这一条没有写怎样处罚，要依照别的法律处罚，应当引用哪一条有争议")
    if not by_heart(library, basis):
        return Skip(subject.at, UNLISTED)
    own = _order(basis)
    others = neighbours(library, basis, entry.conduct.topics, concerning(library, entry.conduct), subject.key)
    lower = [b for b in others if _order(b) < own]
    higher = [b for b in others if _order(b) > own]
    below = around(len(lower), len(higher), WRONG, subject.key)
    if below is None:
        return Skip(subject.at, f"同一法律、同一专题里与这一行为无关的罚则仅 {len(others)} 条，需 {WRONG} 条")
    shown = sorted([basis, *lower[:below], *higher[: WRONG - below]], key=_order)
    stem = choose(_STEMS, subject.key).format(
        doing=doing(entry.conduct),
        quoted=quoted(doing(entry.conduct)),
        target=phrase(entry.penalty.target, entry.conduct),
        action=done,
        law=law(library, basis),
    )
    right = f"{article(library, basis)}规定了这一行为的处罚。"
    options = [Option(b.locus, b == basis, right if b == basis else _wrong(library, b)) for b in shown]
    close = sum(abs(b.article - basis.article) <= 10 for b in shown if b != basis) / WRONG
    return finish(
        library,
        subject,
        "single",
        stem,
        options,
        right[:-1] + f"，对象是{phrase(entry.penalty.target, entry.conduct)}。",
        close,
    )


def _order(basis: BasisValue) -> tuple[int, int]:
    return basis.article, basis.suffix


def _wrong(library: Library, basis: BasisValue) -> str:
    return f"{basis.locus}处罚的是{quoted(punished_by(library, basis))}等行为。"


RULE = Rule(id=ID, title="依据哪一条", generate=generate)
