"""What an exemption leads to is what the law that grants it says: 不予, 免予, 从轻或者减轻, and whether the authority may choose."""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.lookup import part_of
from generator.auditing.meaning import grams
from generator.auditing.official import Official
from generator.kinds.exemption import EFFECTS, Exemption
from generator.library import Library
from generator.problems import Problem

#: Effect → how the law words it.
_SAYS: dict[str, str] = {
    "must": r"(?<!可以)(?<!可以依法)不予(?:行政|治安管理)?处罚|不再(?:给予|处罚)|不给予|不予追究",
    "may": r"可以(?:依法)?不予",
    "waive": r"(?<!可以)(?<!可以依法)免予",
    "may_waive": r"可以(?:依法)?免予",
    "lighter": r"(?<!可以)(?<!可以依法)从轻或者减轻",
    "may_lighter": r"可以(?:依法)?从轻或者减轻",
}
_SENTENCE = re.compile(r"[^。；]+")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E623 for an effect that none of the articles cited has; lists of authorities stand for themselves."""
    for exemption in library.of("exemption", Exemption):
        if exemption.issued_by or not exemption.basis:
            continue
        parts = [part_of(library, official, exemption, basis) for basis in exemption.basis]
        known = [_about(exemption, part.text) for part in parts if part is not None]
        if known and not any(re.search(_SAYS[exemption.effect], text) for text in known):
            cited = "、".join(library.cite(basis) for basis in exemption.basis)
            message = f"{cited}没有说“{EFFECTS[exemption.effect]}”"
            yield Problem(exemption.place("effect"), "E623", message, "对照条文改 effect，或者改正依据。")


def _about(exemption: Exemption, text: str) -> str:
    """The sentence that leads to what is exempted: of several, the one whose letters are most in the conditions."""
    ours = set(grams("；".join((exemption.title, *exemption.all_of, *exemption.any_of))))
    leading = [one for one in _SENTENCE.findall(text) if any(re.search(words, one) for words in _SAYS.values())]
    return max(leading, key=lambda one: len(ours & set(grams(one))) / max(1, len(set(grams(one)))), default=text)


CHECK = Check("exemptions", "不予、免予、从轻减轻处罚的效果在所引条文中", ("E623",), run)
