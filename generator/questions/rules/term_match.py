"""Match: which definition belongs to which term?  (术语连线)

Source:  terms with a basis and a definition.
Key:     each term with the first sentence of its own definition.
Wrong:   the definitions of the other terms, and at times one more: of other topics, or of procedure and liability, where a
         wider term is never true of a narrower one; never of terms that are linked, share words or an article.
Refused: definitions that say a term shown, repeat half of its characters, or a word of it that stands in no other
         definition shown; that hold figures in Chinese numerals; that are too long or too short to be held together.
"""

import re
from collections.abc import Iterator

from generator.kinds.term import Term
from generator.library import Library
from generator.questions.facts.terms import apart, meaning, told
from generator.questions.item import Claim, Item, Option, Response, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import article, quoted

ID = "term-match"
PAIRS = 4
SHORTEST, LONGEST = 10, 75  # characters of a definition
_FIGURE = re.compile(r"[一二三四五六七八九十百千两]+(万|亿|元|倍|日|年|个月|%|小时|点)")
_STEMS = (
    "把术语与它的意思连起来：",
    "下列术语各是什么意思？请连线：",
    "下面是{field}法律里常见的术语和它们的意思，请连起来：",
    "为下列每个术语找出它的意思：",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per term, in library order."""
    terms = [term for term in library.of("term", Term) if _refused(library, term) is None]
    for term in library.of("term", Term):
        refused = _refused(library, term)
        if refused:
            yield Skip(term.at, refused)
        else:
            yield _ask(library, term, terms)


def _refused(library: Library, term: Term) -> str | None:
    text = meaning(term.definition)
    if not term.basis or validity(library, term.basis) is None:
        return "没有写依据，或者依据没有施行"
    if not set(_topics(library, term)) & library.general_topics:
        return "只问程序和责任方面的术语：别的专题的，看字眼就连得上"
    letters = [sign for sign in term.title if sign.isalpha()]
    if _says(term, text) or told(text, term.title, []) or 2 * sum(sign in text for sign in letters) >= len(letters):
        return "释义里说出了术语本身，或者它的一半"
    if _FIGURE.search(text) or not SHORTEST <= len(text) <= LONGEST:
        return "释义的第一句太长、太短，或者含有数字"
    return None


def _ask(library: Library, term: Term, terms: list[Term]) -> Item | Skip:
    seed = f"{ID}/{term.id}"
    taken = _drawn(library, term, terms, PAIRS + rank(seed, "extra") % 2, seed)
    if len(taken) < PAIRS:
        return Skip(term.at, f"意思互不相干、释义又不露底的术语有 {len(taken)} 个，需 {PAIRS} 个")
    shown = sorted(taken[:PAIRS], key=lambda one: rank(f"{seed}/terms", one.id))
    meanings = sorted(taken, key=lambda one: rank(f"{seed}/meanings", one.id))
    options = [
        Option(meaning(one.definition), one in shown, f"是{quoted(one.title)}的意思（{article(library, one.basis[0])}）。")
        for one in meanings
    ]  # fmt: skip
    subject = Subject(
        rule=ID, id=term.id, basis=tuple(dict.fromkeys(one.basis[0] for one in shown)), at=term.at,
        facts=tuple(f"term/{one.id}" for one in shown), sample=any(one.sample for one in shown),
        topics=tuple(dict.fromkeys(topic for one in shown for topic in _topics(library, one))),
        claim=Claim("defines"),
    )  # fmt: skip
    parts = [f"{one.title}：{one.definition.rstrip('。')}（{article(library, one.basis[0])}）" for one in shown]
    spare = [f"多出的一项说的是{quoted(one.title)}" for one in taken[PAIRS:]]
    response = Response(prompts=tuple(one.title for one in shown), sequence=tuple(meanings.index(one) for one in shown))
    stem = choose(_STEMS, seed).format(field=library.site.field)
    return finish(library, subject, "match", stem, options, f"{'。'.join([*parts, *spare])}。", 0.1, response)  # fmt: skip


def _drawn(library: Library, term: Term, terms: list[Term], count: int, seed: str) -> list[Term]:
    """The term and others, first such as use its own words in their definitions, so that these tell nothing.

    Fewer come back where the words of one would still tell, or too few terms keep clear of each other.
    """
    needed = _shared(term)
    ranked = sorted(
        terms, key=lambda one: (-sum(word in meaning(one.definition) for word in needed), rank(seed, one.id))
    )
    taken = [term]
    for other in ranked:
        texts = [meaning(one.definition) for one in taken]
        open_words = [word for word in _shared(other) if not any(word in text for text in texts)]
        if len(taken) < count and not open_words and all(_together(library, other, one) for one in taken):
            taken.append(other)
    told_by = [word for word in needed if not any(word in meaning(one.definition) for one in taken[1:])]
    return taken[:1] if told_by else taken


def _shared(term: Term) -> list[str]:
    """Words of two characters that the term has in common with its own definition."""
    text = meaning(term.definition)
    return [term.title[at : at + 2] for at in range(len(term.title) - 1) if term.title[at : at + 2] in text]


def _together(library: Library, one: Term, other: Term) -> bool:
    """Whether the two can stand in one item: each surely means something else, and neither definition speaks of the other."""
    return (
        apart(library, one, other)
        and apart(library, other, one)
        and not _says(one, meaning(other.definition))
        and not _says(other, meaning(one.definition))
        and not told(meaning(one.definition), other.title, [])
        and not told(meaning(other.definition), one.title, [])
    )


def _says(term: Term, text: str) -> bool:
    return any(name in text for name in (term.title, *term.aliases))


def _topics(library: Library, term: Term) -> tuple[str, ...]:
    return term.topics or library.regulation(term.basis[0].regulation).topics


RULE = Rule(id=ID, title="术语连线", generate=generate)
