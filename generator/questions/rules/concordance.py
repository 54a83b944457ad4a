"""Single choice: where does an article of the old law stand now?  (新旧条文)

Source:  a row of the concordance with one new article.
Key:     that article.
Wrong:   new articles of other rows of the same topic or law, to which no row for the old article leads.
Caption: the row's own title of the old provision: what the new article is about may be more, or other.
Refused: articles that no must-know list has, and those of which the number alone changed; rows that lead to several articles; too few neighbours.
"""

from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.kinds.concordance import RELATIONS, Concordance
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts.mastery import UNLISTED, by_heart
from generator.questions.facts.related import Key, key
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, around, finish

ID = "concordance"
WRONG = 3
#: In brackets what the old provision is about: a number alone would ask for a number alone.
_STEMS = (
    "《{old}》{locus}规定的内容{about}，现在见于{new}的哪一条？",
    "《{old}》{locus}{about}的规定，由{new}的哪一条承接？",
    "{new}施行以后，《{old}》{locus}{about}的内容写在哪一条？",
)
_PUNISHES = (
    *_STEMS[:1],
    "{new}施行以后发生的行为，不再依照《{old}》{locus}{about}处罚，应当引用{new}的哪一条？",
    "《{old}》{locus}{about}的处罚规定，由{new}的哪一条承接？",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per row with an old article, in library order."""
    for row in library.of("concordance", Concordance):
        if row.old and row.new:
            yield _ask(library, row, row.old)


def _ask(library: Library, row: Concordance, old: BasisValue) -> Item | Skip:
    right = tuple(dict.fromkeys(basis.whole for basis in row.new))
    if len(right) > 1:
        return Skip(row.at, "内容分到几条，答案不唯一")
    if not library.in_force(right[0]):
        return Skip(row.at, "新条文没有施行")
    if not by_heart(library, right[0]):
        return Skip(row.at, UNLISTED)
    if row.relation == "renumbered":
        return Skip(row.at, "只换了条号，别的没有变，不考条号")
    seed = f"{ID}/{row.id}"
    others = _others(library, row, old, right[0])
    ranked = sorted(others, key=lambda b: (_far(library, row, b), rank(seed, b.key)))
    lower = [b for b in ranked if b.article < right[0].article]
    higher = [b for b in ranked if b.article > right[0].article]
    below = around(len(lower), len(higher), WRONG, seed)
    if below is None:
        return Skip(row.at, f"可作干扰项的新条文仅 {len(ranked)} 条，需 {WRONG} 条")
    shown = sorted([right[0], *lower[:below], *higher[: WRONG - below]], key=lambda b: (b.article, b.suffix))
    conducts = [c for c in library.conducts if c.id in row.conducts]
    regulation = library.regulation(old.regulation)
    subject = Subject(
        rule=ID, id=row.id, basis=right, facts=(f"concordance/{row.id}",), at=row.at, sample=row.sample,
        topics=conducts[0].topics if conducts else regulation.topics,
        conduct=conducts[0].id if len(conducts) == 1 else None,
        claim=Claim("successor", (("regulation", old.regulation), ("article", old.key), ("locus", old.locus))),
    )  # fmt: skip
    new = library.regulation(right[0].regulation).name
    punishes = any(penalty.basis.whole == right[0] for conduct in conducts for penalty in conduct.penalties)
    stem = choose(_PUNISHES if punishes else _STEMS, seed).format(
        old=library.name_of(old), locus=old.locus, new=new, about=f"（{row.title}）",
    )  # fmt: skip
    options = [Option(b.locus, b == right[0], _why(library, row, b, right[0])) for b in shown]
    explanation = f"现为{new}{right[0].locus}（{RELATIONS[row.relation]}）：{row.summary.rstrip('。')}。"
    return finish(library, subject, "single", stem, options, explanation, 0.5)


def _others(library: Library, row: Concordance, old: BasisValue, right: BasisValue) -> list[BasisValue]:
    """New articles of other rows that no row for the old article, and no penalty of the row's conduct, leads to."""
    out: set[Key] = {
        key(basis) for r in library.concordances(old) if r.old and key(r.old) == key(old) for basis in r.new
    }
    for conduct in library.conducts:
        if conduct.id in row.conducts:
            out |= {key(p.basis) for p in conduct.penalties} | {key(basis) for basis in conduct.prohibited_by}
    found = _new_articles(library).get(right.regulation, {})
    return [basis for where, (basis, _) in found.items() if where not in out]


@once
def _new_articles(library: Library) -> dict[str, dict[Key, tuple[BasisValue, BasisValue]]]:
    """Regulation → each of its articles that takes the place of an old one, with the first old one it does so for."""
    found: dict[str, dict[Key, tuple[BasisValue, BasisValue]]] = {}
    for row in library.of("concordance", Concordance):
        if row.old:
            for basis in row.new:
                found.setdefault(basis.regulation, {}).setdefault(key(basis), (basis.whole, row.old))
    return found


def _far(library: Library, row: Concordance, basis: BasisValue) -> bool:
    """False for articles to which another article of the same old law leads."""
    return not any(r.old and row.old and r.old.regulation == row.old.regulation for r in library.concordances(basis))


def _why(library: Library, row: Concordance, basis: BasisValue, right: BasisValue) -> str:
    if basis == right:
        return f"{basis.locus}承接了这一内容（{RELATIONS[row.relation]}）。"
    _, source = _new_articles(library)[basis.regulation][key(basis)]
    return f"{basis.locus}承接的是《{library.name_of(source)}》{source.locus}。"


RULE = Rule(id=ID, title="新旧条文", generate=generate)
