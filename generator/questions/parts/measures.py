"""What else may follow under the article, and in which case: four consequences, each written for some conduct and not for other.

The options are always the same four, so that none is told by its words; which hold is for the article to say.  Closing down
(停业、关闭) is no halt for putting right (停业整治): where an article has the one near the other's condition, so that somebody
could argue for an option that the key leaves out, the part is not asked.
"""

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.measures import Measure, measures_of
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, rank
from generator.questions.writing.phrases import article

#: Option → under which condition (None: any), and words of which the measure must have one.
_FOLLOWS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "没收违法所得": (None, ("没收违法所得",)),
    "情节严重的，责令停业、关闭": ("情节严重", ("停业、关闭",)),
    "拒不改正的，责令限产或者停产、停工、停业（整治）": ("拒不改正", ("停产", "停工", "停业")),
    "不等拒不改正，就责令限制生产、停产整治": (ORDINARY, ("限制生产、停产整治",)),
}


def measures_part(library: Library, told: Told, seed: str) -> Part | str:
    """Which of the four the article has for this conduct; one at least, not all."""
    basis, conduct = told.penalty.basis.whole, told.conduct
    measures = measures_of(conduct, basis)
    if any(measure.condition == "逾期不改正" for measure in measures):
        return "条文写的是逾期不改正，与拒不改正分不清"
    if any(_arguable(measure) for measure in measures):
        return "条文的停业、关闭或者停产整治与选项的情形相近而不相同，可以争辩"
    true = {text for text, case in _FOLLOWS.items() if any(_is(measure, *case) for measure in measures)}
    if not true or len(true) == len(_FOLLOWS):
        return "除改正和罚款外，没有可以问的措施"
    where = article(library, basis)
    options = [
        Option(text, text in true, f"{where}{'有此规定' if text in true else '对这一行为没有这样写'}。")
        for text in sorted(_FOLLOWS, key=lambda text: rank(f"{seed}/measures", text))
    ]
    claim = Claim("follows", (("conduct", conduct.id), ("regulation", basis.regulation), ("article", basis.key)))
    return Part(
        "对这一行为，处罚它的那一条除责令改正和罚款以外，还写明了（以条文为限，写着“可以”的也算，报经批准的手续略去）：",
        tuple(options),
        f"{where}写明的是：{'；'.join(text for text in _FOLLOWS if text in true)}。",
        (basis,), several=True, claim=claim,
    )  # fmt: skip


def _is(measure: Measure, condition: str | None, words: tuple[str, ...]) -> bool:
    return condition in {None, measure.condition} and any(word in measure.text for word in words)


def _arguable(measure: Measure) -> bool:
    """Closing for who refuses, or at once; 停业 alone, where an option says 停业、关闭; a halt that awaits neither refusal nor nothing."""
    closes = "关闭" in measure.text or measure.text.endswith("停业")
    halts = "停产整治" in measure.text
    return {
        ORDINARY: closes or (halts and "限制生产" not in measure.text),
        "拒不改正": "关闭" in measure.text,
        "情节严重": (closes and "停业、关闭" not in measure.text) or halts,
    }.get(measure.condition, closes or halts)
