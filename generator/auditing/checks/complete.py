"""Nothing that an article leads to is left out: every amount and measure that reaches a conduct stands in one of its penalties.

And every item of a penal article that conducts cite is cited by some conduct.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.fines import fine_places, is_ban, is_detention
from generator.auditing.governing import acting_from
from generator.auditing.lookup import article_of
from generator.auditing.nearer import of_another
from generator.auditing.official import Official
from generator.auditing.punishing import punishing
from generator.auditing.reaching import paragraphs_spoken_of
from generator.auditing.sorts import MEASURES, SORTS
from generator.auditing.stands import places
from generator.kinds import BasisValue
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty
from generator.legal import money
from generator.library import Library, PenaltyOf

_CLOSE = 8  # characters between a span of days and the word 拘留
_SHOWN = 14  # characters of a measure that is left out
#: Told by their amounts, which are held one by one.
_AMOUNTS = frozenset({"罚款", "拘留", "禁止从业", "移送", "按日连续处罚"})
#: A measure that is the condition of another (不恢复原状的，…).
_IF = re.compile(r"[^，；。\n]*(?:的，|所需费用|，经催告)")
#: A paragraph that goes on from the breach of another.
_DONE_BEFORE = re.compile(
    r"[款条](?:规定的?|所列)(?:违法)?(?:情形|行为)|(?:有|因)[^，；。]{0,12}款[^，；。]{0,8}(?:情形|行为)"
)
#: After a span of time: a ban of that length.
_BAN = re.compile(r"内?(?:禁止|不得)")
#: What is confiscated: several things behind one verb.
_CONFISCATED = re.compile(r"没收(?P<what>[^，；：。\n（]{2,60}?)(?=[，；：。\n]|$|并处|的，)")
_PUNISHES = re.compile(r"罚款|拘留|吊销|没收|责令|警告|禁止从事")
_PARTS = re.compile(r"、|或者|以及|和|及|，")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E626 for each amount, measure and item of a cited penal article that no penalty has."""
    for one in punishing(library, official):
        text, cited = Text(one.text), library.cite(one.basis)
        shared = not any(_itemed(one.article, basis) for basis in one.cited)
        following = _following(one.article, one.cited)
        for place, missing in _left_out(text, one.penalties):
            line = text.text[text.text.rfind("\n", 0, place) + 1 :].partition("\n")[0]
            if shared and line not in following and _of_another(one.conduct, one.others, text, place, missing):
                continue
            yield doubt(one.conduct, f"没有写 {cited} {missing}", one.at, "E626", "：条文写了，这一行为的罚则里没有")
        for paragraph in _untold(one.article, one.cited):
            yield doubt(one.conduct, f"没有写 {cited} {paragraph}", one.at, "E626", "：引了后一款，后一款说的就是它")
    yield from _items(library, official)


def _following(article: OfficialArticle, bases: Sequence[BasisValue]) -> frozenset[str]:
    """The paragraphs that punish further what a cited one describes (有前款规定情形，拒不执行的 …): they are every such conduct's."""
    cited = {basis.paragraph - 1 for basis in bases if basis.paragraph}
    return frozenset(
        one.lead
        for at, one in enumerate(article.paragraphs)
        if _DONE_BEFORE.search(one.lead) and paragraphs_spoken_of(at, one.lead) & cited
    )


def _untold(article: OfficialArticle, bases: Sequence[BasisValue]) -> Iterator[str]:
    """Paragraphs of whose breaches a cited one speaks, and of which none is cited though they punish."""
    cited = {basis.paragraph - 1 for basis in bases if basis.paragraph}
    if len(cited) < len({basis.paragraph for basis in bases}):
        return  # one cites the whole article
    for at in sorted(cited):
        lead = article.paragraphs[at].lead if at < len(article.paragraphs) else ""
        told = paragraphs_spoken_of(at, lead) if _DONE_BEFORE.search(lead) else set()
        punish = {n for n in told if 0 <= n < len(article.paragraphs) and _PUNISHES.search(article.paragraphs[n].text)}
        if punish and not punish & cited:
            yield f"第{min(punish) + 1}款"


def _itemed(article: OfficialArticle, basis: BasisValue) -> bool:
    """Whether the cited part has items: then what follows says itself which of them it follows."""
    paragraphs = (
        article.paragraphs if basis.paragraph is None else article.paragraphs[basis.paragraph - 1 : basis.paragraph]
    )
    return bool(basis.item) or any(one.items for one in paragraphs)


def _left_out(text: Text, penalties: Sequence[Penalty]) -> Iterator[tuple[int, str]]:
    yield from _amounts(text, penalties)
    yield from _measures(text, penalties)
    yield from _confiscated(text.text, penalties)


def _amounts(text: Text, penalties: Sequence[Penalty]) -> Iterator[tuple[int, str]]:
    """The amounts of the text that no tier has: where, and in its words.

    Not those that a measure tells (补种毁坏株数一倍以上三倍以下的树木), or that damages stand beside.
    """
    tiers = [tier for one in penalties for tier in one.tiers]
    fines = [tier.fine for tier in tiers if tier.fine]
    have = {place for fine in fines for place in fine_places(fine, text)}
    told = "；".join(measure for tier in tiers for measure in tier.every_measure)
    deemed = {fine.deemed for fine in fines if fine.deemed}
    for mention in text.sums:
        words = text.text[mention.start : mention.end]
        if isinstance(mention.value, money.Threshold) or mention.value in deemed or mention.start in have:
            continue
        if words not in told and not any(tier.damages for tier in tiers):
            yield mention.start, words
    for span in text.periods:
        if "拘留" not in text.text[span.end : span.end + _CLOSE]:
            continue
        if not any(tier.detention and is_detention(tier.detention, span, text.text) for tier in tiers):
            yield span.start, f"{text.text[span.start : span.end]}拘留"
    bans = [tier.ban for tier in tiers if tier.ban]
    for span in text.periods:
        if (found := _BAN.match(text.text, span.end)) and not any(is_ban(ban, span) for ban in bans):
            yield span.start, f"{text.text[span.start : span.end]}{found[0]}"


def _measures(text: Text, penalties: Sequence[Penalty]) -> Iterator[tuple[int, str]]:
    """The sorts of measures in the text that no tier has: where, and what they are called.

    A measure that the text has twice (没收违法所得, 没收产品) is held each time, as far as our words lead to a place.
    """
    every = list(_consequences(penalties))
    ours = "；".join(every)
    spans = list(_sanctions(text.text))
    for name, there, told in (*SORTS, *_ORDERS):
        if name in _TOLD_ELSEWHERE:
            continue
        where = [
            match.start()
            for start, end in spans
            for match in re.finditer(there, text.text[:end])
            if match.start() >= start
        ]
        if not re.search(told, ours):
            yield from ((place, name) for place in where[:1])
        elif name not in _AMOUNTS and len(where) > 1:
            covered = [span for measure in every if re.search(told, measure) for span in _spans(measure, text.text)]
            bare = [
                place
                for place in where
                if not any(start <= place < end for start, end in covered) and not _IF.match(text.text, place)
            ]
            yield from ((place, f"{name}（{text.text[place : place + _SHOWN]}）") for place in bare[:1] if covered)


def _confiscated(text: str, penalties: Sequence[Penalty]) -> Iterator[tuple[int, str]]:
    """The things that the text confiscates and no measure names, where some measure confiscates."""
    ours = "；".join(_consequences(penalties))
    for found in _CONFISCATED.finditer(text) if "没收" in ours else ():
        missing = [thing for thing in _PARTS.split(found["what"]) if thing and thing not in ours]
        if missing:
            yield found.start(), f"没收{missing[0][:_SHOWN]}"


def _spans(measure: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a measure stands in a text, from its first letter to its last, with what it shares a verb with."""
    for start in places(measure, text):
        yield (
            start,
            start + max(len(measure), *(text.find(part, start) - start + len(part) for part in _PARTS.split(measure))),
        )


def _sanctions(text: str) -> Iterator[tuple[int, int]]:
    """Where a text says what follows: in a sentence that names who acts, from there on; never in an item that names nobody."""
    for line in re.finditer(r"[^\n]+", text):
        item = line[0].startswith(("（", "("))
        for sentence in re.finditer(r"[^。]+", line[0]):
            start, end = line.start() + sentence.start(), line.start() + sentence.end()
            acting = acting_from(sentence[0])
            if acting >= 0:
                yield start + acting, end
            elif not item:
                yield start, end


def _of_another(conduct: Conduct, others: Iterable[PenaltyOf], text: Text, place: int, missing: str) -> bool:
    """Whether what is missing belongs to another conduct under the article: it has it, and what is its own in its name
    stands nearer before the place, or more of its name, within the clause, else within the paragraph."""
    return of_another(conduct, [entry for entry in others if not _lacks(entry, text, place, missing)], text.text, place)


def _lacks(entry: PenaltyOf, text: Text, place: int, missing: str) -> bool:
    of_article = [p for p in entry.conduct.penalties if p.basis.whole == entry.penalty.basis.whole]
    return (place, missing) in set(_left_out(text, of_article))


def _consequences(penalties: Sequence[Penalty]) -> Iterator[str]:
    for penalty in penalties:
        yield penalty.referral or ""
        for tier in penalty.tiers:
            yield from (*tier.every_measure, *tier.discipline)
            yield "罚款" * bool(tier.fine) + "按日" * bool(tier.fine and tier.fine.daily)
            yield f"拘留{'；禁止从业不得' * bool(tier.ban)}" if tier.detention else "禁止不得" * bool(tier.ban)


_ORDERS = tuple(row for row in MEASURES if row[0] in ("责令改正", "责令停止违法行为", "采取治理措施", "消除污染"))
_TOLD_ELSEWHERE = frozenset({"报经批准"})


def _items(library: Library, official: Official) -> Iterator[Doubt]:
    cited: dict[BasisValue, list[tuple[Conduct, BasisValue]]] = {}
    for entry in library.penalties:
        cited.setdefault(entry.penalty.basis.whole, []).append((entry.conduct, entry.penalty.basis))
    for basis, entries in cited.items():
        conduct = entries[0][0]
        article = article_of(library, official, conduct, basis)
        for number, paragraph in enumerate(article.paragraphs if article else (), 1):
            here = [b for _, b in entries if b.paragraph in (None, number)]
            if not here or any(b.item is None for b in here):
                continue
            for item in paragraph.items.keys() - {b.item for b in here}:
                what = f"没有写 {library.cite(basis)} 第{number}款第{item}项"
                yield doubt(conduct, what, conduct.place("penalties"), "E626", "：没有一种违法行为引它")


CHECK = Check("complete", "所引罚则的金额、措施、各项没有漏", ("E626",), run)
