"""On whom a penalty falls: which targets take in which.

A target is one of the general terms or the words of an article (广告主, 检验机构, 明知而提供场所的人).  Of words that nobody has
sorted it is only known whether they mean staff of a body, and that they may be anybody else.
"""

import re

from generator.kinds.conduct import Conduct

_ORGANISATIONS = frozenset({"单位", "建设单位", "施工单位", "技术单位", "监测机构", "维修单位"})
_PEOPLE = frozenset({"个人", "机动车驾驶人"})
_STAFF = frozenset({"责任人员"})
_OPERATOR = frozenset({"其他生产经营者"})
_MEMBERS: dict[str, frozenset[str]] = {
    "单位": _ORGANISATIONS,
    "个人": _PEOPLE,
    "单位和个人": _ORGANISATIONS | _PEOPLE | _OPERATOR,
}
#: Words for people who answer beside the body they work for.
_OF_STAFF = re.compile(
    r"(?:(?:责任|主管|主要|工作|执法|从业|管理|编制|检验|监测|技术)人员|(?:负责|法定代表|代表|主持)人|船长|船员)"
    r"(?=$|[、，和或及（])"
)
_EVERYBODY = _ORGANISATIONS | _PEOPLE | _OPERATOR
_SORTED = _ORGANISATIONS | _PEOPLE | _OPERATOR


def members(target: str) -> frozenset[str]:
    """The kinds of person that ``target`` takes in; all but staff for words of an article that do not tell."""
    if target in _MEMBERS:
        return _MEMBERS[target]
    if target in _SORTED:
        return frozenset({target})
    return _STAFF if _OF_STAFF.search(target) else _EVERYBODY


def of_staff(target: str) -> bool:
    """Whether it is people who answer beside the body they work for: 直接责任人员, but not 人员密集场所."""
    return members(target) == _STAFF


def overlap(one: str, other: str) -> bool:
    """Whether somebody can be both: 单位 and 建设单位, but not 单位 and 个人."""
    return bool(members(one) & members(other))


def phrase(target: str, conduct: Conduct | None = None) -> str:
    """The target in a sentence: 违法者 for 单位和个人, else as the law names it.

    Where the conduct also costs the people responsible in a unit, 违法者 says that it does not mean them.
    """
    if target != "单位和个人":
        return target
    staff = conduct is not None and any(of_staff(penalty.target) for penalty in conduct.penalties)
    return "违法者本身（不是单位的责任人员）" if staff else "违法者"
