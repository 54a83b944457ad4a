"""What governs an amount in the words of the law: who acts, upon whom, and of which thing the amount speaks."""

import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.fines import fine_places, text_for, under
from generator.auditing.official import Edition
from generator.auditing.stands import body_stands, places
from generator.kinds import BasisValue
from generator.kinds.penalty import Penalty, Tier

#: Who acts: 由生态环境主管部门责令 …
_BY = re.compile(r"由(?P<who>[^，；。：\n]{2,120})")
#: The same, and who is named without 由: 的，县级以上环境保护行政主管部门可以处以 …
_ACTS = re.compile(
    r"(?:由|[，；。]\n?(?=[^，；。：\n由]{2,40}可以(?:责令|处(?![置理])|$)))(?P<who>[^，；。：\n]{2,120})"
)
_BODY = re.compile(r"部门|机关|机构|政府|海关")
#: Who gave a permit may take it back on the way (或者由原发证机关吊销许可证); that does not hand the rest over.
_ISSUER = re.compile(r"^(?:原)?(?:发证|批准|审批|登记|颁发)\S{0,4}?机关(?:吊销|暂扣|撤销|指定|收回)")
#: Our general terms for a target; every other one stands in the words of the article, some of these in parts.
GENERAL_TARGETS = frozenset({"单位", "个人", "单位和个人"})
#: People who answer for what their unit does.
IN_CHARGE = re.compile(r"直接负责|责任人员|主要负责人|法定代表人|主持人|负责人")
_UPON = re.compile(
    r"对(?P<whom>[^，；。对]{1,60}?)，?(?:可以)?并?(?:处(?![置理罚分])|给予)|(?P<bare>单位|个人)(?:可以)?并?处(?![置理罚分])"
)
_OF_EARLIER = re.compile(r"前[两二三四五]?款|第[一二三四五六七八九十]+款")
_SENTENCE = re.compile(r"[。\n]")
_PUNISHED = re.compile(r"责令[^；。\n]*罚款")


def amount_places(penalty: Penalty, article: OfficialArticle) -> Iterator[tuple[int, Text, list[int]]]:
    """For each tier with a fine or a detention in the article: its index, the text, and every place where the amount stands.

    Places under the tier's own condition come alone where there are any.
    """
    text, placed = text_for(penalty, article)
    for one in placed:
        if one.place is None or one.field == "ban":
            continue
        tier = penalty.tiers[one.tier]
        found = [one.place]
        if one.field == "fine" and tier.fine:
            found = sorted({one.place, *fine_places(tier.fine, text)})
        yield one.tier, text, [place for place in found if under(tier, text.text, place)] or found


def measure_places(tier: Tier, text: Text) -> list[int]:
    """Where the first measure of a tier that stands in the text does; empty where none does."""
    for measure in tier.every_measure:
        if found := places(measure, text.text):
            return [place for place in found if under(tier, text.text, place)] or found
    return []


def actor_at(text: Text, place: int, article: OfficialArticle) -> str:
    """The words that say who acts at a place: the last 由 … before it, in the text or above it; empty where none does."""
    if found := body_in(text.text[:place]):
        return found
    above = article.text.find(text.text[:30])
    return body_in(article.text[:above]) if above > 0 else ""


def given_to(name: str, basis: BasisValue, article: OfficialArticle, edition: Edition) -> bool:
    """Whether the law gives all its penalties to a body, and the paragraph cited names none that acts instead.

    A body that the paragraph names after it has punished (…处罚款；拒不改正的，由……注销) acts in that alone.
    """
    own = article.part(basis.paragraph, None) or article.whole
    text = article.text if _OF_EARLIER.search(own.text) else own.text
    acting = acting_from(text)
    if acting >= 0 and not _PUNISHED.search(text[:acting]):
        return False
    return any(body_stands(name, clause) for clause in edition.given)


def upon_at(words: str) -> str:
    """Upon whom falls what the words lead to: the last of them that says so (对个人处); empty where none does."""
    found = list(_UPON.finditer(words + "处"))
    return (found[-1]["whom"] or found[-1]["bare"]) if found else ""


def sentence_before(text: str, place: int) -> str:
    """What stands before a place in its sentence."""
    return text[max((found.end() for found in _SENTENCE.finditer(text[:place])), default=0) : place]


def own_words(text: Text, place: int) -> str:
    """What stands between the amount before and the place, within the clause."""
    spans = [*(one.end for one in text.sums), *(one.end for one in text.periods)]
    ends = [end for end in spans if end <= place]
    start = max([*ends, *(text.text.rfind(stop, 0, place) + 1 for stop in "；。\n"), 0])
    return text.text[start:place]


def acting_from(text: str) -> int:
    """Where a text comes to who acts (由生态环境主管部门 …); -1 where it names nobody."""
    found = (
        match.start() for match in _BY.finditer(text) if _BODY.search(match["who"]) and not _ISSUER.search(match["who"])
    )
    return next(found, -1)


def body_in(text: str) -> str:
    """The words of the last body that acts, after 由 or before 可以处, 可以责令; empty where none does."""
    found = [
        match["who"]
        for match in _ACTS.finditer(text)
        if _BODY.search(match["who"]) and not _ISSUER.search(match["who"])
    ]
    return found[-1] if found else ""
