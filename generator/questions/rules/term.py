"""Single choice: which term is meant?  (术语)

Source:  a Term with a basis.
Key:     the term.
Wrong:   other terms of its topic.  None that is said to be related or shares words with the term.
Refused: terms of fields (固体废物, 噪声), beside which a wider term would be true as well and one of another field says nothing;
         definitions that say the term or half of it, so that a word common to stem and key tells; too few other terms.
"""

from collections.abc import Iterator

from generator.kinds.term import Term
from generator.library import Library
from generator.questions.facts.terms import apart, meaning, told
from generator.questions.flaws.key import cue, longest
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish, place_key, validity
from generator.questions.writing.phrases import article, quoted

ID = "term"
WRONG = 3
_STEMS = ("{quoted}说的是：", "下列术语中，意思是{quoted}的是：")


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per term, in library order."""
    terms = library.of("term", Term)
    for term in terms:
        yield _ask(library, term, terms)


def _ask(library: Library, term: Term, terms: tuple[Term, ...]) -> Item | Skip:
    if not term.basis or validity(library, term.basis) is None:
        return Skip(term.at, "没有写依据，或者依据没有施行")
    seed = f"{ID}/{term.id}"
    topics = term.topics or library.regulation(term.basis[0].regulation).topics
    if not set(topics) & library.general_topics:
        return Skip(term.at, "只问程序和责任方面的术语：别的专题里没有相近而又肯定不对的术语")
    others = [o for o in terms if apart(library, term, o) and set(o.topics) & set(topics)]
    taken = sorted(others, key=lambda o: rank(seed, o.id))[:WRONG]
    if len(taken) < WRONG:
        return Skip(term.at, f"可作干扰项的术语仅 {len(taken)} 个，需 {WRONG} 个")
    definition = meaning(term.definition)
    wrong = [Option(o.title, False, f"{o.title}：{o.definition.rstrip('。')}。") for o in taken]
    texts = [option.text for option in wrong]
    said = any(name in definition for name in (term.title, *term.aliases)) or told(definition, term.title, texts)
    if said or cue(definition, [term.title], texts) or longest([term.title], texts):
        return Skip(term.at, "释义里说出了术语本身，或者术语的长短会泄露答案")
    right = Option(term.title, True, f"见{article(library, term.basis[0])}。")
    subject = Subject(
        rule=ID, id=term.id, basis=term.basis, facts=(f"term/{term.id}",), topics=topics, at=term.at,
        sample=term.sample, claim=Claim("term", (("term", term.id),)),
    )  # fmt: skip
    stem = choose(_STEMS, seed).format(quoted=quoted(definition))
    explanation = f"{term.title}：{term.definition.rstrip('。')}（{article(library, term.basis[0])}）。"
    return finish(library, subject, "single", stem, place_key(right, wrong, seed), explanation, 1.0)


RULE = Rule(id=ID, title="术语", generate=generate)
