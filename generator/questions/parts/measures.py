"""What else may follow under the article, besides putting right and the fine."""

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.measures import kinds_under, measures_of, usual
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, draw, rank
from generator.questions.parts.making import SHOWN
from generator.questions.writing.phrases import article, quoted


def measures_part(library: Library, told: Told, seed: str) -> Part | str:
    """What else the article has for it, light or serious; what it does not have stands beside it."""
    basis, conduct = told.penalty.basis.whole, told.conduct
    key = f"{seed}/measures"
    own: dict[str, str] = {}
    for measure in sorted(measures_of(conduct, basis), key=lambda m: rank(key, m.text)):
        if measure.kind and measure.kind not in {"改正", "罚款", *own}:
            own[measure.kind] = (
                measure.text if measure.condition == ORDINARY else f"{measure.condition}的，{measure.text}"
            )
    known = kinds_under(library, basis)
    other = [m for m in usual(library, basis.regulation) if m.kind not in known and m.kind not in {"改正", "罚款"}]
    right = list(own.values())[: SHOWN - 1]
    wrong = draw(other, SHOWN - len(right), key, key=lambda m: m.text)
    if not right or len(right) + len(wrong) < SHOWN:
        return "除改正和罚款外，措施凑不够选项"
    where = article(library, basis)
    options = [Option(text, True, f"{where}有此规定。") for text in right]
    for measure in wrong:
        there = f"那是{article(library, measure.basis)}里别的行为的后果"
        options.append(Option(measure.text, False, f"{where}没有写；{there}。"))
    claim = Claim("measures", (("conduct", conduct.id), ("regulation", basis.regulation), ("article", basis.key)))
    return Part(
        "处罚这一行为的条文，除责令改正和罚款以外，还规定了（不论情节轻重）：",
        tuple(sorted(options, key=lambda option: rank(f"{key}/order", option.text))),
        f"{where}对这一行为规定的还有{'、'.join(map(quoted, right))}。",
        (basis,), several=True, claim=claim,
    )  # fmt: skip
