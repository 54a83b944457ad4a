"""Each amount is given to the authority, the thing and the people that the article gives it to, not to another of the same article."""

import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.checks._base import Check
from generator.auditing.fines import text_for, under
from generator.auditing.governing import actor_at, amount_places, body_in, given_to, measure_places
from generator.auditing.lookup import article_of, day_of
from generator.auditing.official import Official
from generator.auditing.reaching import clause_of_item
from generator.auditing.stands import body_cut, body_stands, clause_before, condition_before, stands
from generator.kinds.penalty import ORDINARY
from generator.legal.periods import Mention as Span
from generator.library import Library, PenaltyOf
from generator.problems import Problem

_ISSUING = re.compile(r"^由?(?:原|发证|所属)|^原?(?:发证|批准|审批|登记)")
#: What makes of a name the beginning of another.
_GOES_ON = re.compile(r"(?:指定|确定|规定|授权|设立)的|、机构")
_LEVEL = re.compile(r"(?:人民政府|以上|国务院|省级|所在地)$")
#: The level of government that a cut name lacks, whole: 县级以上人民政府.
_LEVEL_WHOLE = re.compile(
    r"(?:国务院|[省市县][^，；、由]{0,12}?(?:人民政府|以上|所在地)|设区的市级[^，；、由]{0,10}?人民政府)$"
)
#: 县级以上人民政府, whose own department it is that acts.
_DEPARTMENT = re.compile(r"(?![和或及与对责按依]|确定|指定|批准|决定|组织)[一-龥]{2,10}?(?:部门|机构)")
#: 由原发证机关吊销许可证: for this alone another body acts.
_TAKES_BACK = re.compile(
    r"由(?P<who>原?(?:发证|批准|审批|登记|颁发)[^，；。、]{0,4}?(?:机关|部门))(?:依法)?(?P<verb>吊销|暂扣|撤销)"
)
#: Between the bodies of a list; where what they do begins; how a body's name ends.
_JOINTS = re.compile(r"、|以及|和|或者|及其")
_DOING = re.compile(r"按照|依照|依据|根据|责令|给予|没收|处以|[按依对在]|处(?!理)|吊销|撤销|扣")
_BODY_ENDS = re.compile(r"[一-龥]{2,}(?:部门|机关|机构|政府)$|海关$")
_PIECES = re.compile(r"[，；]")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E607 for an authority that does not act there or is left out, E613 for a category that the amount is not of."""
    for entry in library.penalties:
        article = article_of(library, official, entry.conduct, entry.penalty.basis)
        if article is not None:
            yield from _authorities(library, official, entry, article)
            yield from _categories(library, entry, article)
            yield from _items(library, entry, article)
            yield from _bans(library, entry, article)
        yield from _twice(entry)


def _authorities(library: Library, official: Official, entry: PenaltyOf, article: OfficialArticle) -> Iterator[Problem]:
    basis = entry.penalty.basis
    edition = official.edition(library.regulation(basis.regulation), day_of(library, entry.conduct))
    if edition and all(given_to(name, basis, article, edition) for name in entry.penalty.authority):
        return
    acting = [who for who, _ in _acting(entry, article)]
    if not acting:
        return
    cited = library.cite(entry.penalty.basis)
    at = entry.conduct.place("penalties", entry.index, "authority")
    for name in entry.penalty.authority:
        if _ISSUING.search(name):
            continue  # takes back the permit that it gave, which other checks hold
        if not any(body_stands(name, who) and not _cut(name, who) for who in acting):
            yield Problem(at, "E607", *_not_by(name, acting, cited))
            return
    if issuer := _issuer(entry, article):
        hint = "收回许可证的是发证的机关，也写进 authority。"
        yield Problem(at, "E607", f"{cited}把收回许可证交给“{issuer}”", hint)
    near = [who for who, own in _acting(entry, article) if own]
    if near and all(missing := [_left_out(library, entry.penalty.authority, who) for who in near]):
        yield Problem(at, "E607", f"{cited}还把这项处罚交给“{'”“'.join(missing[0])}”", "按照职责分工的机关都写上。")


def _not_by(name: str, acting: list[str], cited: str) -> tuple[str, str]:
    """What is wrong with an authority, and what to do: its name is cut short, or another body acts."""
    for who in acting:
        before = who[: who.find(name)] if name in who else ""
        if found := _LEVEL_WHOLE.search(before):
            whole = found[0] + name
            return f"{cited}写的是“{whole}”，这里只写了“{name}”", f"级别一起写上：{whole}。"
    hint = "写条文里“由”字后面的机关；同一条里另一个行为的机关不能用。"
    return f"{cited}中这里的处罚不由“{name}”作出，由{acting[0][:40]}", hint


def _acting(entry: PenaltyOf, article: OfficialArticle) -> Iterator[tuple[str, bool]]:
    """Who acts at the first amount of the penalty, at its first measure where it has none; and whether its own text says so."""
    basis = entry.penalty.basis
    part = article.part(basis.paragraph, basis.item) or article.whole
    places = measure_places(entry.penalty.tiers[0], part)
    text = part
    if found := next(amount_places(entry.penalty, article), None):
        _, text, places = found
        if text.text != part.text and (own := body_in(part.text)):
            yield own, True  # 由某某部门依照前款规定处罚
            return
    for place in places:
        if who := actor_at(text, place, article):
            yield who, bool(body_in(text.text[:place]))


def _issuer(entry: PenaltyOf, article: OfficialArticle) -> str:
    """Who takes a permit back by the article, where the penalty takes one back and names no such body; else empty."""
    if any(_ISSUING.search(name) for name in entry.penalty.authority):
        return ""
    measures = [measure for tier in entry.penalty.tiers for measure in tier.every_measure]
    basis = entry.penalty.basis
    part = article.part(basis.paragraph, basis.item) or article.whole
    for found in _TAKES_BACK.finditer(part.text):
        if any(measure.startswith(found["verb"]) for measure in measures):
            return found["who"]
    return ""


def _cut(name: str, who: str) -> bool:
    """Whether a name is only a part of what the words name: the beginning (人民政府 of 人民政府确定的监督管理部门), the end
    (主管部门 of 水行政主管部门), or without its level of government (生态环境主管部门 of 县级以上人民政府生态环境主管部门)."""
    found = [(who[: match.start()], who[match.end() :]) for match in re.finditer(re.escape(name), who)]
    goes_on = (
        (lambda after: _GOES_ON.match(after) or _DEPARTMENT.match(after)) if name.endswith("政府") else _GOES_ON.match
    )
    return body_cut(name, who) or (
        bool(found) and all(goes_on(after) or _LEVEL.search(before) for before, after in found)
    )


def _left_out(library: Library, ours: tuple[str, ...], who: str) -> list[str]:
    """Authorities that the words name and the record does not; a name within a longer one is none."""
    named = [name for name in library.authorities if name in who and not _ISSUING.search(name)]
    longest = [name for name in named if not any(name != other and name in other for other in named)]
    lacking = [name for name in longest if not any(name in one or one in name for one in ours)]
    for name in _listed(who):
        if not any(_same_body(name, one) for one in (*ours, *lacking)):
            lacking.append(name)
    return lacking


def _listed(who: str) -> list[str]:
    """The bodies of a list (水行政主管部门、流域管理机构按照职责分工 …), each with its own name; none where it is no list."""
    pieces = [piece for piece in _JOINTS.split(_DOING.split(who)[0]) if piece]
    return (
        [piece for piece in pieces if _BODY_ENDS.search(piece) and not _ISSUING.search(piece)]
        if len(pieces) > 1
        else []
    )


def _same_body(name: str, one: str) -> bool:
    if name in one or one in name:
        return True
    return body_stands(name, one) or body_stands(one, name)


def _categories(library: Library, entry: PenaltyOf, article: OfficialArticle) -> Iterator[Problem]:
    for index, text, places in amount_places(entry.penalty, article):
        category = entry.penalty.tiers[index].category
        if not category:
            continue
        governed = [clause_before(text.text, place) for place in places]
        others = {tier.category for one in entry.conduct.penalties for tier in one.tiers if tier.category} - {category}
        if not any(_speaks_of(category, others, words) for words in governed):
            at = entry.conduct.place("penalties", entry.index, "tiers", index, "category")
            message = f"{library.cite(entry.penalty.basis)}中这一金额说的不是“{category}”"
            yield Problem(at, "E613", message, "对照条文，把类别和金额对准。")


def _speaks_of(category: str, others: set[str], words: str) -> bool:
    """Whether the words before an amount are of the category, and no other of the conduct's categories stands nearer."""
    if not all(stands(piece, words) for piece in _PIECES.split(category)):
        return False
    own = words.rfind(category)
    return own < 0 or all(words.rfind(other) <= own for other in others if other not in category)


def _items(library: Library, entry: PenaltyOf, article: OfficialArticle) -> Iterator[Problem]:
    basis = entry.penalty.basis
    for index, text, places in amount_places(entry.penalty, article):
        if not any(clause_of_item(text.text, place, basis.item) for place in places):
            at = entry.conduct.place("penalties", entry.index, "tiers", index)
            message = f"{library.cite(basis)}中这一金额不是给这一项的"
            yield Problem(at, "E613", message, "写“有前款第几项情形的”后面的金额。")


def _bans(library: Library, entry: PenaltyOf, article: OfficialArticle) -> Iterator[Problem]:
    """A ban stands under the condition of its tier: 五年内 for the ordinary, 十年内 for the grave."""
    text, placed = text_for(entry.penalty, article)
    for one in placed:
        if one.field != "ban" or one.place is None:
            continue
        tier = entry.penalty.tiers[one.tier]
        length = tier.ban.years if tier.ban else None
        found = [span.start for span in text.periods if span.start == one.place or _same(text, span, one.place)]
        words = [condition_before(text.text, place, tier.category or "") for place in found]
        wrong = all(words) if tier.condition == ORDINARY else not any(under(tier, text.text, place) for place in found)
        if length and found and wrong:
            at = entry.conduct.place("penalties", entry.index, "tiers", one.tier, "ban")
            message = f"{library.cite(entry.penalty.basis)}中这一禁业年限不是“{tier.condition}”的"
            yield Problem(at, "E613", message, "对照条文，把情形和年限对准。")


def _same(text: Text, span: Span, place: int) -> bool:
    at = next((one for one in text.periods if one.start == place), None)
    return at is not None and text.text[at.start : at.end] == text.text[span.start : span.end]


def _twice(entry: PenaltyOf) -> Iterator[Problem]:
    """No two tiers of a penalty fine the same thing under the same condition differently."""
    seen: dict[tuple[str | None, str], int] = {}
    for index, tier in enumerate(entry.penalty.tiers):
        if tier.fine is None or not tier.fine.range:
            continue
        first = seen.setdefault((tier.category, tier.condition), index)
        if first != index and entry.penalty.tiers[first].fine != tier.fine:
            at = entry.conduct.place("penalties", entry.index, "tiers", index)
            yield Problem(
                at, "E613", f"第{first + 1}档与第{index + 1}档的情形、类别一样，罚款不同", "对照条文，写明各管哪一类。"
            )


CHECK = Check("governed", "机关、类别、项管着这一金额", ("E607", "E613"), run)
