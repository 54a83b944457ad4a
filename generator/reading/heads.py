"""Heads of columns as people and platforms write them, and what a candidate is known by.

``考 号⏎（必填）``, ``* 姓名``, ``1、您的姓名：`` and ``所在单位`` are 考号, 姓名, 姓名 and 单位.
"""

import re
from collections.abc import Iterable, Sequence

#: Heads under which stands what tells candidates apart, the surest first.
NUMBER = (
    "考号", "准考证号", "考生号", "考生编号", "考试号", "报名号", "编号", "工号", "学号", "员工编号", "员工号", "职工号",
    "人员编号", "证号", "执法证号", "警号", "身份证号", "身份证号码", "证件号码", "考籍号", "学工号",
)  # fmt: skip
#: A running number: it tells the rows of one table apart, and nobody in another.
RUNNING = ("序号", "答卷序号", "答卷编号", "行号", "No", "No.", "#")
NAME = (
    "姓名", "考生姓名", "名字", "真实姓名", "学生姓名", "员工姓名", "学员姓名", "人员姓名", "答题人", "考生", "学员", "用户姓名",
)  # fmt: skip
UNIT = (
    "单位", "所在单位", "工作单位", "单位名称", "所属单位", "部门", "所在部门", "部门名称", "科室", "所在科室", "班级", "所在班级",
    "组织", "所属组织", "院系", "学院", "学校",
)  # fmt: skip

_MARKS = re.compile(r"^[\s*＊★☆#●]+|[\s*＊★☆:：。.]+$")
_ORDINAL = re.compile(r"^\d{1,3}\s*[、.．:：)）]\s*")
_NOTE = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_POLITE = re.compile(r"^(?:请)?(?:您|你)?(?:选择|填写|输入|填入|写上)?(?:您|你)?的?(?:所在的)?")


def head_words(text: str) -> frozenset[str]:
    """The words that a head may be known by: without spaces, stars, notes in brackets, its number and polite words."""
    bare = _MARKS.sub("", _NOTE.sub("", _MARKS.sub("", text)))
    bare = "".join(_ORDINAL.sub("", bare).split())
    bare = _MARKS.sub("", bare)
    words = {bare, _POLITE.sub("", bare, count=1)}
    if "/" in bare:
        words.update(bare.split("/"))
    return frozenset(word.casefold() for word in words if word)


def columns_named(header: Sequence[str], names: Iterable[str]) -> list[int]:
    """Columns, from 0, whose head is one of ``names``, in the order of ``names``."""
    known = [head_words(text) if len(text) < 40 else frozenset() for text in header]
    return list(
        dict.fromkeys(
            place for name in names for place, words in enumerate(known) if "".join(name.split()).casefold() in words
        )
    )


def tells_candidates(header: Sequence[str]) -> bool:
    """Whether a row can be the header of a table of candidates: it has a number or a name."""
    return bool(columns_named(header, (*NUMBER, *NAME)))
