"""On whom a penalty falls: which targets take in which."""

from generator.kinds.conduct import Conduct

_ORGANISATIONS = frozenset({"单位", "建设单位", "施工单位", "技术单位", "监测机构"})
_PEOPLE = frozenset({"个人", "机动车驾驶人"})
_MEMBERS: dict[str, frozenset[str]] = {
    "单位": _ORGANISATIONS,
    "个人": _PEOPLE,
    "单位和个人": _ORGANISATIONS | _PEOPLE | {"其他生产经营者"},
    "直接负责的主管人员和其他直接责任人员": frozenset({"责任人员"}),
    "法定代表人、主要负责人、直接负责的主管人员和其他直接责任人员": frozenset({"责任人员"}),
    "编制主持人和主要编制人员": frozenset({"责任人员"}),
    "主持编制的主要人员": frozenset({"责任人员"}),
    "维修单位": frozenset({"单位"}),
    "所有人": frozenset({"单位", "个人"}),
    "违法船舶的所有人、经营人或者管理人": frozenset({"单位", "个人"}),
}


def members(target: str) -> frozenset[str]:
    """The kinds of person that ``target`` takes in."""
    return _MEMBERS.get(target, frozenset({target}))


def overlap(one: str, other: str) -> bool:
    """Whether somebody can be both: 单位 and 建设单位, but not 单位 and 个人."""
    return bool(members(one) & members(other))


def phrase(target: str, conduct: Conduct | None = None) -> str:
    """The target in a sentence: 违法者 for 单位和个人, else as the law names it.

    Where the conduct also costs the people responsible in a unit, 违法者 says that it does not mean them.
    """
    if target != "单位和个人":
        return target
    staff = conduct is not None and any("人员" in penalty.target for penalty in conduct.penalties)
    return "违法者本身（不是单位的责任人员）" if staff else "违法者"
