"""Whether a condition is one of those that an exemption names."""

from generator.kinds.exemption import Exemption
from generator.legal.figures import numbers_in
from generator.library import Library
from generator.questions.answers import normal
from generator.questions.deciders._base import Decider
from generator.questions.item import Claim, Item
from generator.questions.said import Said


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``: numerals may be written otherwise, words not; half a condition is undecided."""
    exemption = library.get("exemption", claim.get("exemption") or "")
    if not isinstance(exemption, Exemption):
        return None
    own = (*exemption.all_of, *exemption.any_of)
    if any(_same(said.text, condition) for condition in own):
        return True
    loose = any(normal(said.text) in normal(condition) or normal(condition) in normal(said.text) for condition in own)
    return None if loose else False


def _same(one: str, other: str) -> bool:
    """Whether two texts have the same words and the same figures."""
    return _words(one) == _words(other) and numbers_in(one) == numbers_in(other)


def _words(text: str) -> str:
    return "".join(c for c in normal(text) if c not in "0123456789.〇零一二两三四五六七八九十百千万亿")


DECIDER = Decider("exemption-condition", decide)
