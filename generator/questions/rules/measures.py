"""Multiple choice: what may follow under this article?  (措施)

Source:  the measures, fines and detention of a conduct under one article.
Key:     those of the article for this conduct, each of a kind of its own.
Wrong:   measures of other articles of the same law of a kind that this article does not know at all, drawn as often as
         those articles have them, so that no text is right only; what is done to things (sending back, pulling down, cleaning up
         for another) and licences stand beside conduct of their own first topic alone.
Refused: articles with fewer than two kinds.  「责令改正」 is never asked: it goes with every penalty (行政处罚法 28).  Nor are
         fines, which nearly every article has, so that 罚款 would be right wherever it stands.
"""

from collections.abc import Iterator

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.facts.conditions import plain_measure
from generator.questions.facts.measures import Measure, befits, kinds_of, kinds_under, measures_of, written
from generator.questions.facts.provisions import punished_by
from generator.questions.facts.related import key as article_key
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, likelier, rank
from generator.questions.writing.making import Subject, finish
from generator.questions.writing.phrases import article, doing, quoted

ID = "measures"
SHOWN = 4
LONGEST = 20  # characters of a wrong measure: one that fills two lines is read as an answer or as none, not weighed
_COMMON = frozenset({"改正", "罚款"})  # kinds that go with nearly every penalty: asking them asks nothing
_STEMS = (
    "依照{where}，{doing}，可能面临的有：",
    "{doing}，{where}规定的后果有：",
    "对{quoted}的行为，{where}规定可以或者应当采取的有：",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per conduct and article that punishes it, in library order."""
    for conduct in library.conducts:
        done = set()
        for index, penalty in enumerate(conduct.penalties):
            where = article_key(penalty.basis)
            if where not in done and library.in_force(penalty.basis):
                done.add(where)
                yield _ask(library, conduct, index)


def _ask(library: Library, conduct: Conduct, index: int) -> Item | Skip:
    basis = conduct.penalties[index].basis.whole
    at = conduct.place("penalties", index)
    key = f"{ID}/{conduct.id}/{basis.key}"
    own = _distinct(sorted(measures_of(conduct, basis), key=lambda m: rank(key, m.text)))
    known = kinds_under(library, basis)
    shown = sorted(written(library, basis.regulation), key=lambda one: likelier(key, one[0].text, one[1]))
    fitting = [m for m, _ in shown if befits(library, m, conduct, basis) and len(plain_measure(m.text)) <= LONGEST]
    other = _distinct([m for m in fitting if not known.intersection(kinds_of(m.text))])
    if len(own) < 2:
        return Skip(at, "该条对这一行为规定的措施，改正和罚款以外不足两种，不成多选")
    right = own[: min(len(own), SHOWN - 1)]
    wrong = other[: SHOWN - len(right)]
    if len(right) + len(wrong) < SHOWN:
        return Skip(at, "该条没有规定的措施种类不足，凑不够选项")
    where = article(library, basis)
    options = [Option(_text(m), True, f"{where}有此规定{_when(m)}。") for m in right]
    options += [
        Option(text, False, _elsewhere(library, m, where, right))
        for m, text in zip(wrong, _dressed(wrong, right), strict=True)
    ]
    subject = Subject(
        rule=ID, id=f"{conduct.id}/{basis.key}", basis=(basis,), topics=conduct.topics, at=at, conduct=conduct.id,
        facts=(f"penalty/{conduct.id}/{conduct.penalties[index].id}/measures",),
        sample=conduct.sample, claim=Claim("measures", (("conduct", conduct.id), ("regulation", basis.regulation), ("article", basis.key))),
    )  # fmt: skip
    stem = choose(_STEMS, key).format(where=where, doing=doing(conduct), quoted=quoted(doing(conduct)))
    explanation = f"{where}对这一行为规定了{_quoted([_text(m) for m in right])}，没有规定{_quoted([plain_measure(m.text) for m in wrong])}。"
    return finish(
        library,
        subject,
        "multiple",
        stem,
        sorted(options, key=lambda o: rank(f"{key}/order", o.text)),
        explanation,
        0.3,
    )


def _distinct(measures: list[Measure]) -> list[Measure]:
    """The first measure of each kind, what goes with every penalty left out."""
    found: dict[str, Measure] = {}
    for measure in measures:
        if measure.kind and not _COMMON.intersection(kinds_of(measure.text)):
            found.setdefault(measure.kind, measure)
    return list(found.values())


def _text(measure: Measure) -> str:
    return f"{'' if measure.condition == ORDINARY else measure.condition + '的，'}{plain_measure(measure.text)}"


def _dressed(wrong: list[Measure], right: list[Measure]) -> list[str]:
    """The wrong texts, the first under a condition where a right one bears one: else the condition would tell."""
    conditions = [m.condition for m in right if m.condition != ORDINARY]
    texts = [plain_measure(m.text) for m in wrong]
    return [f"{conditions[0]}的，{text}" if conditions and i == 0 else text for i, text in enumerate(texts)]


def _elsewhere(library: Library, measure: Measure, where: str, right: list[Measure]) -> str:
    """Why a measure is none of this article's: what it has instead, and for what another article has this one."""
    own = "、".join(dict.fromkeys(m.kind for m in right))
    act = punished_by(library, measure.basis)
    other = f"{article(library, measure.basis)}对{quoted(act)}规定了{plain_measure(measure.text)}"
    return f"处罚和措施要有法律写明才能用：{where}对这一行为写的是{own}一类；{other}。"


def _quoted(texts: list[str]) -> str:
    return "".join(quoted(text) for text in texts)


def _when(measure: Measure) -> str:
    return "" if measure.condition == ORDINARY else f"，适用于{measure.condition}"


RULE = Rule(id=ID, title="措施", generate=generate, thought="理解")
