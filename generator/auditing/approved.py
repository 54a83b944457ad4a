"""What may be done only after somebody approved it is not told as if nobody had to: 报经有批准权的人民政府批准，责令停业、关闭."""

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.auditing.meaning import grams

#: Who approves, and what comes after it in the same clause or the next.
_APPROVED = re.compile(
    r"(?:经|报)(?P<who>[^，。；、（）]{0,24}?)(?:批准(?!权)|同意)(?:后|的)?，?(?P<what>[^。；\n，]+)"
)
#: Deeds that weigh on somebody or prolong a period.  Of the others own words often tell no more than the name (先行登记保存), and
#: only what tells when they may be done must tell the approval too.
_GRAVE = re.compile(r"责令|停业|关闭|拆除|吊销|延长|暂缓|分期|方可|转移|占用|开工")
#: Not an approval that has to be asked for (未经批准), and what is no deed of whoever asked (批准的机关).
_NONE = re.compile(r"(?:未|不|没有|擅自|无须|无需|已|的)$")
_NO_DEED = ("的", "文件", "机关", "部门", "之日")
#: An approval, in the law; and how a text tells of one.
_APPROVAL = re.compile(r"(?:报|经)(?!营)[^，。；、（）]{1,24}?(?:批准(?!权)|同意)(?!的)")
_ANY = re.compile(r"批准|核准|批复|报批|审批|同意|许可|准予|批")
_CLAUSE = re.compile(r"[^，。；：\n|（）]+")
_ASKED = re.compile(r"批准|核准|批复|报批|补批|同意|报请|审[批查核]|请示|准予|申请")
#: A duty to ask that comes after what it is for; and leave to prolong.
_ENDS = re.compile(r"(?P<case>[^。；\n，]+)，(?:应当)?(?:经|报)(?!营)[^，。；、（）]{0,30}?(?:批准|同意)(?=[。；\n]|$)")
_REPORTS = re.compile(r"批准|同意")
_PROLONG = frozenset({"延长"})
_CAN_PROLONG = re.compile(r"可[^，。；]{0,4}延长|确?需要?延长|要延长|复杂[^，。；]{0,4}延长|(?<!规定)延长的除外")
_IS = 0.6  # share of the pairs of letters of a deed that tells it again
_COMMON = frozenset(grams("应当可以依法有关部门主管部门人民政府规定情况单位责令方可个工作日"))


def no_approval(text: str, law: str) -> Iterator[str]:
    """Who must approve by the law, where a text that tells all of it tells of no approval at all."""
    found = [one for one in _APPROVAL.finditer(law) if not _NONE.search(law[: one.start()])]
    if found and not _ANY.search(text):
        yield found[0][0][:20]


def unapproved(text: str, law: str) -> Iterator[str]:
    """What the law lets be done only with approval, and a text tells without one, in few words."""
    if "批准" not in law and "同意" not in law:
        return
    needs = _needs(law)
    before = ""
    clauses = _CLAUSE.findall(text) if needs else []
    for clause, after in zip(clauses, [*clauses[1:], ""], strict=False):
        if not _ASKED.search(before + clause) and not _REPORTS.search(after):
            own, when = frozenset(grams(clause)), frozenset(grams(before + clause))
            for what, words, case in needs:
                if words is _PROLONG and not _CAN_PROLONG.search(clause):
                    continue
                if len(words & own) >= _IS * len(words) and (not case or len(case & when) >= _IS * len(case)):
                    yield what
        before = clause


@lru_cache(maxsize=1 << 12)
def _needs(law: str) -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """What the law never lets be done without approval, each with the pairs of letters that tell it, and those of when it may be
    done: empty where the approval must be told anyhow."""
    clauses = _CLAUSE.findall(law)
    plain = [
        clause
        for before, clause, after in zip(["", *clauses], clauses, [*clauses[1:], ""], strict=False)
        if not _ASKED.search(before + clause) and not _REPORTS.search(after)
    ]
    bare = [frozenset(grams(clause)) for clause in plain]
    found: list[tuple[str, frozenset[str], frozenset[str]]] = []
    for one in _ENDS.finditer(law):  # 确需延长的，应当报经颁发许可证的部门批准。
        words = frozenset(grams(one["case"])) - _COMMON
        if len(words) > 1 and not any(len(words & other) >= _IS * len(words) for other in bare):
            found.append((one["case"][-20:], words, frozenset()))
    for one in _APPROVED.finditer(law):
        if "延长" in one["what"]:
            if not any("可以" in other and "延长" in other for other in plain):
                found.append((one["what"][:20], _PROLONG, frozenset()))
            continue
        words, grave = frozenset(grams(one["what"])) - _COMMON, _GRAVE.search(one["what"])
        when = frozenset(grams("".join(_CLAUSE.findall(law[: one.start()])[-1:]))) - _COMMON
        if not words or not (grave or when) or _NONE.search(law[: one.start()]) or one["what"].startswith(_NO_DEED):
            continue
        if not any(len(words & other) >= _IS * len(words) for other in bare):
            found.append((one["what"][:20], words, frozenset() if grave else when))
    return tuple(found)
