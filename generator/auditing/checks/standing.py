"""Whether a regulation is in force, and whose it is: no text ends without a successor, an order is of the body that issued the text.

A text of a province or a city is made by one of its own bodies.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.official import Official
from generator.kinds.regulation import Regulation
from generator.library import Library

#: 生态环境部、公安部令第23号, 国务院令第736号: whose order.
_ORDER = re.compile(r"^(?P<bodies>[一-龥、]+?)令第")
#: The province or the city that a title begins with.
_REGION = re.compile(r"^(?P<name>[一-龥]{2,7}?(?:省|自治区|市|自治州))(?=[一-龥])")
#: What a text is called → the ranks of such texts (立法法).
_CALLED: tuple[tuple[str, frozenset[str]], ...] = (
    (r"(?:(?<!办)法|典)$", frozenset({"法律"})),
    (r"条例$", frozenset({"行政法规", "监察法规", "地方性法规"})),
)
_NATIONAL = frozenset({"法律", "行政法规", "监察法规", "部门规章", "司法解释"})


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E616 for an end without a successor, and a body that is not the one of the order or of the region."""
    for regulation in library.regulations:
        last = len(regulation.versions) - 1
        version = regulation.versions[last]
        ended = any(edition.effective_to for edition in official.of(regulation.title))
        if version.repealed_on and not version.repealed_by and not ended:
            at = regulation.place("versions", last, "repealed_on")
            yield doubt(
                regulation, f"废止 {version.repealed_on}", at, "E616", "：没有写被什么取代，官方文本也没有写废止"
            )
        yield from _rank(regulation)
        yield from _issuer(regulation)


def _rank(regulation: Regulation) -> Iterator[Doubt]:
    ranks = next((ranks for words, ranks in _CALLED if re.search(words, regulation.title)), frozenset())
    if ranks and regulation.rank not in ranks:
        message = f"：这样的名称是{'、'.join(sorted(ranks))}的"
        yield doubt(regulation, f"位阶 {regulation.rank}", regulation.place("rank"), "E616", message)


def _issuer(regulation: Regulation) -> Iterator[Doubt]:
    issuer = regulation.issuer or ""
    order = _ORDER.search(regulation.document_number or "")
    bodies = order["bodies"].split("、") if order else []
    region = None if regulation.rank in _NATIONAL else _REGION.search(regulation.title)
    strange = [body for body in bodies if body not in issuer] or [
        name for name in ([region["name"]] if region else []) if name not in issuer
    ]
    if issuer and strange:
        what = f"制定机关 {issuer}"
        yield doubt(regulation, what, regulation.place("issuer"), "E616", f"：文号、标题写的是{'、'.join(strange)}")


CHECK = Check("standing", "废止的写明被什么取代，制定机关同文号和标题", ("E616",), run)
