"""Whoever tells what follows tells all of it: no sort of consequence that the article has is lost on the way.

A digest says in few words what a long article says, and a guide what follows in a grave case; that a business may be closed,
a licence revoked, a person held and whose approval it needs must not get lost.  Amounts are held by other checks.
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check
from generator.auditing.lookup import day_of, part_of
from generator.auditing.official import Official
from generator.auditing.running import Claim, claims, names_of
from generator.kinds.article import Article
from generator.kinds.guide import Guide
from generator.library import Library
from generator.problems import Place, Problem

#: What the article has → what a digest may call it.  The first names the sort of consequence for people.
SORTS: tuple[tuple[str, str, str], ...] = (
    ("报经批准", r"报(?:经|请)[^，；。]{2,20}批准，", r"批准|报批"),
    ("警告", r"警告", r"警告"),
    ("通报批评", r"通报批评", r"通报"),
    ("没收", r"没收", r"没收"),
    ("罚款", r"罚款", r"罚"),
    ("限制生产", r"(?:责令|采取|，)限制生产", r"限产|限制生产"),
    ("停产", r"停产整治|停产停业|停业整顿", r"停产|停业"),
    ("停业", r"责令停业", r"停业"),
    ("关闭", r"责令[^，；。]{0,8}关闭", r"关闭|关停"),
    ("拆除", r"(?:责令|组织|强制|限期)[^，；。]{0,6}拆除", r"拆"),
    ("恢复原状", r"恢复原状", r"恢复"),
    ("代为治理", r"代为", r"代"),
    ("吊销", r"吊销", r"吊销"),
    ("暂扣", r"暂扣", r"暂扣"),
    ("撤销", r"撤销", r"撤销"),
    ("扣押", r"(?:予以|可以|依法)扣押", r"扣押"),
    ("拘留", r"日以(?:上|下)[^，；。]{0,8}拘留", r"拘留"),
    ("禁止从业", r"(?:禁止从事|不得(?:再次)?(?:从事|申请|担任))[^，；。]*(?=[，；。]|$)", r"不得|禁止|禁业"),
    ("移送", r"移送公安机关", r"移送|公安"),
    ("销毁", r"没收销毁|责令[^，；。]{0,8}销毁", r"销毁"),
    ("召回", r"责令[^，；。]{0,8}召回", r"召回"),
    ("停航", r"停航", r"停航"),
    ("按日连续处罚", r"按日连续处罚", r"按日|逐日"),
)
#: An article that punishes: somebody orders or fines.
_PENAL = re.compile(r"由[^。；]{2,60}(?:责令|没收|处|给予|吊销)[^。]*罚款|日以下拘留")


#: What a grave case leads to, up to the next clause.
_GRAVE = re.compile(r"情节严重的，([^；。]*)")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E620 for each digest, and each passage of a guide on a grave case, that drops a sort of consequence."""
    yield from _digests(library, official)
    names = names_of(library.regulations)
    for guide in library.of("guide", Guide):
        for claim in claims(guide.body, names):
            if "情节严重" in claim.text and len(claim.bases) == 1:
                yield from _claim(library, official, guide, claim)


def _digests(library: Library, official: Official) -> Iterator[Problem]:
    for record in library.of("article", Article):
        if not record.digest or library.get("regulation", record.regulation) is None:
            continue
        edition = official.edition(library.regulation(record.regulation), day_of(library, record))
        article = edition.articles.get((record.number, record.suffix)) if edition else None
        if article is None or not _PENAL.search(article.text):
            continue
        if lost := _lost(article.text, f"{record.heading}，{record.digest}"):
            message = f"{article.locus}的摘要漏了后果：{'、'.join(lost)}"
            yield Problem(record.place("digest"), "E620", message, "把条文规定的每一种后果都写进摘要，可以简短。")


def _claim(library: Library, official: Official, guide: Guide, claim: Claim) -> Iterator[Problem]:
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
