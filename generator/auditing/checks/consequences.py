"""Whoever tells what follows tells all of it: no sort of consequence that the article has is lost on the way.

A digest says in few words what a long article says, and a guide what follows in a grave case; that a business may be closed,
a licence revoked, a person held and whose approval it needs must not get lost.  Amounts are held by other checks.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.lookup import part_of, with_digests
from generator.auditing.official import Official
from generator.auditing.own_texts import claims_of
from generator.auditing.running import CitedWords
from generator.auditing.sorts import SORTS
from generator.kinds.guide import Guide
from generator.library import Library
from generator.problems import Place, Problem

#: An article that punishes: somebody orders or fines.
_PENAL = re.compile(r"由[^。；]{2,60}(?:责令|没收|处|给予|吊销)[^。]*罚款|日以下拘留")


#: What a grave case leads to, up to the next clause.
_GRAVE = re.compile(r"情节严重的，([^；。]*)")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E620 for each digest, and each passage of a guide on a grave case, that drops a sort of consequence."""
    yield from _digests(library, official)
    for guide in library.of("guide", Guide):
        for claim in claims_of(library, guide.id):
            if "情节严重" in claim.text and len(claim.bases) == 1:
                yield from _claim(library, official, guide, claim)


def _digests(library: Library, official: Official) -> Iterator[Problem]:
    for record, digest, article in with_digests(library, official):
        if not _PENAL.search(article.text):
            continue
        if lost := _lost(article.text, f"{record.heading}，{digest}"):
            message = f"{article.locus}的摘要漏了后果：{'、'.join(lost)}"
            yield Problem(record.place("digest"), "E620", message, "把条文规定的每一种后果都写进摘要，可以简短。")


def _claim(library: Library, official: Official, guide: Guide, claim: CitedWords) -> Iterator[Problem]:
    basis = claim.bases[0]
    part = part_of(library, official, guide, basis)
    if part is None:
        return
    grave = "，".join(found[1] for found in _GRAVE.finditer(part.text))
    if lost := _lost(grave, claim.text):
        body = guide.place("body")
        message = f"正文写了情节严重的后果，漏了{library.cite(basis)}的{'、'.join(lost)}"
        hint = "把情节严重时的每一种后果写全，可以简短。"
        yield Problem(Place(body.file, body.line + claim.line), "E620", message, hint)


def _lost(law: str, ours: str) -> list[str]:
    """The sorts of consequence that the law has and our words have not."""
    return [name for name, there, told in SORTS if re.search(there, law) and not re.search(told, ours)]


CHECK = Check("consequences", "摘要和指南没有漏掉条文规定的后果", ("E620",), run)
