"""Upon whom a penalty falls: the unit, its people or anybody, as the words before the amount say, and as the conduct's actor is."""

import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.governing import GENERAL_TARGETS, IN_CHARGE, amount_places, own_words, sentence_before, upon_at
from generator.auditing.lookup import with_articles
from generator.auditing.official import Official
from generator.library import Library, PenaltyOf
from generator.problems import Problem

_UNIT = re.compile(r"单位|企业|机构|厂$|场$|公司|医院|煤矿|港口|房地产开发")
#: Words for people, or for such as may be either; 或者 is nobody.
_ANY = re.compile(r"个人|(?<!或)(?<!开发经营)者|(?<!港口经营)人(?![民口类工])")
#: Units and people alike, so that neither target is told from it.
_EITHER = re.compile(r"其他生产经营者|养殖场|养殖小区|船舶|车辆")
#: A certain unit; nobody but people; nobody but people is kept in custody.
_CERTAIN = re.compile(r"^[一-龥]{2,8}(?:单位|机构|企业)$")
_ONLY_PEOPLE = re.compile(r"个人|居民|村民")
_OF_PEOPLE = re.compile(r"个人|拘留|治安管理处罚")
#: Targets of a certain sort → what the actor is called.
_SORTS = (
    ("建设单位", r"建设|开发|单位和个人"),
    ("施工单位", r"施工|作业"),
    ("技术单位", r"技术|编制|机构|环评"),
    ("监测机构", r"监测|检测|检验"),
    ("其他生产经营者", r"生产经营者"),
    ("机动车驾驶人", r"驾驶"),
    ("维修单位", r"维修"),
)

#: Actors of whom a target that names any unit says too much.
_CERTAIN_ACTORS = frozenset({"建设单位", "施工单位"})


def run(library: Library, official: Official) -> Iterator[Problem | Doubt]:
    """Yield E613 for each target that the words before the amount contradict, and each that the actor makes doubtful."""
    for entry, article in with_articles(library, official, library.penalties):
        at = entry.conduct.place("penalties", entry.index, "target")
        cited, target = library.cite(entry.penalty.basis), entry.penalty.target
        if wrong := _contradicted(entry, article):
            yield Problem(at, "E613", f"{cited}中这里罚的是{wrong}，不是“{target}”", "按条文写处罚对象。")
        elif why := _doubtful(entry, article):
            what = f"处罚对象 {entry.penalty.id} {target}"
            yield doubt(entry.conduct, what, at, "E613", f"{why}：{cited}")


def _contradicted(entry: PenaltyOf, article: OfficialArticle) -> str:
    """Whom the article names instead; empty where it does not contradict the target."""
    target = entry.penalty.target
    for _, text, places in amount_places(entry.penalty, article):
        wrong = [_against(target, text, place) for place in places]
        if all(wrong):
            return wrong[0]
    return "违法者本身" if IN_CHARGE.search(target) and not IN_CHARGE.search(article.text) else ""


def _against(target: str, text: Text, place: int) -> str:
    own = upon_at(own_words(text, place))
    if IN_CHARGE.search(target):
        return "" if IN_CHARGE.search(sentence_before(text.text, place)) else own or "违法者本身"
    if IN_CHARGE.search(own):
        return own if not _shares(target, own) else ""
    if own in ("单位", "个人") and own not in target:
        return own
    if target not in GENERAL_TARGETS and _CERTAIN.search(own) and not _shares(target, own) and own not in target:
        return own
    return ""


def _shares(target: str, words: str) -> bool:
    return any(part in words for part in re.split(r"、|和|或者", target) if part)


def _doubtful(entry: PenaltyOf, article: OfficialArticle) -> str:
    """Why the target can't be told from the article and does not go with the conduct's actor; empty where it does."""
    target, actor = entry.penalty.target, entry.conduct.actor or ""
    others = {other.target for other in entry.conduct.penalties if other.id != entry.penalty.id}
    if any(
        target in upon_at(sentence_before(text.text, place))
        for _, text, places in amount_places(entry.penalty, article)
        for place in places
    ):
        return ""
    sort = next((words for name, words in _SORTS if target == name), "")
    if sort and not re.search(sort, actor):
        return f"是特定的单位，{_who(actor)}"
    if target == "单位" and actor in _CERTAIN_ACTORS:
        return f"是随便什么单位，行为主体却是“{actor}”"
    if target == "个人" and not _OF_PEOPLE.search(article.text):
        return "是个人，条文没有写个人"
    return "" if _EITHER.search(actor) else _unlike(target, actor, bool(others & {"个人", "单位和个人"}))


def _who(actor: str) -> str:
    return f"行为主体却是“{actor}”" if actor else "没有写行为主体（actor），看不出是不是"


def _unlike(target: str, actor: str, people: bool) -> str:
    """Why a target is not the actor, who is units only or anybody; ``people``: another penalty falls on people."""
    units = bool(_UNIT.search(actor)) and not _ANY.search(actor)
    if target == "单位和个人" and units:
        return f"包括个人，行为主体却只有“{actor}”"
    if target == "单位" and not units and not people:
        return f"只有单位，{_who(actor)}"
    if "单位" in target and _ONLY_PEOPLE.fullmatch(actor):
        return f"有单位，行为主体却只有“{actor}”"
    return ""


CHECK = Check("targets", "处罚对象与条文、与行为主体一致", ("E613",), run)
