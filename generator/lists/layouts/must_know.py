"""应知应会清单: the articles that an audience has to master, one a row."""

import re

from generator.kinds._audience import OFFICIALS
from generator.kinds.must_know import MustKnow
from generator.library import Library
from generator.lists.citing import Cites
from generator.lists.codecs import Day, OneOf, Words
from generator.lists.layout import Column, Data, Layout, listed
from generator.lists.layouts._common import AWAITS, KEPT, NOTE, SAMPLE, rest

_MASTERY = OneOf(
    {"know": "了解", "understand": "理解", "apply": "会用"},
    {"知晓": "know", "知道": "know", "熟悉": "understand", "掌握": "understand", "熟知": "understand", "应知": "know", "应会": "apply", "熟练掌握": "apply", "运用": "apply", "应用": "apply"},
)  # fmt: skip
#: Where the name of a place or a body ends, before the people whom its list is for: 白水县市场监督管理局｜村干部.
_BODY = re.compile(r".*(?:省|市(?![场民])|县|区(?!域)|局|厅|署|委员会|委(?!员会)|协会|机关|系统|部门|年度?)")
_MARKS = re.compile(r"[\s《》“”（）()]")
_LONGEST = 14


def whom(library: Library, title: str) -> str:
    """Whom a list of this name is for: an audience that is known, else what stands before 应知应会, the body's own name apart."""
    known = {*OFFICIALS, *(record.audience for record in library.of("must-know", MustKnow))}
    named = [audience for audience in known if audience in title]
    if named:
        return max(named, key=lambda audience: (len(audience), audience))
    rest = _BODY.sub("", _MARKS.sub("", title.partition("应知应会")[0]))
    return rest if 2 <= len(rest) <= _LONGEST else OFFICIALS[0]


def _derive(library: Library, data: Data, caption: str) -> None:
    """Name and audience from what stands above the table."""
    data.setdefault("title", caption or "应知应会清单")
    data.setdefault("audience", whom(library, str(data["title"])))
    for part in data.get("articles", ()):
        part.setdefault("level", "know")


def _fold(data: Data) -> Data:
    """A row that names several articles stands for each of them."""
    parts = [
        {**part, **({"basis": text} if text else {})}
        for part in data.get("articles", ())
        for text in listed(part, "basis") or [""]
    ]
    return {**data, "articles": [{name: value for name, value in part.items() if value != []} for part in parts]}


LAYOUT = Layout(
    id="must-know",
    title="应知应会清单",
    also=("应知应会", "应知应会法律法规清单", "应知应会法律法规条文清单"),
    columns=(
        Column("清单", "title", Words(), also=("清单名称",), width=18, filled=True, says="清单的名称；只有一份的可以不要这一栏"),
        Column("对象", "audience", Words(), also=("适用对象", "人员", "适用人员", "学习对象", "人员类别"), width=12, filled=True, says="什么人要掌握"),
        Column("法律法规", "law", Words(), also=("法律法规名称", "法规名称", "法律名称", "名称", "法律、法规"), width=16, printed=False, filled=True, says="条文一栏只写条号的，在这里写法规"),
        Column("条文", "articles.basis", Cites(), also=("条款", "法律条文", "重点条款", "应知应会内容", "条", "具体条款", "法律依据", "条文条款", "依据"), width=26, needed=True, says="《某某法》第6条，一行一条"),
        Column("掌握程度", "articles.level", _MASTERY, also=("程度", "掌握要求", "要求", "学习要求"), width=10, says="了解、理解或者会用"),
        Column("掌握要点", "articles.why", Words(), also=("要点", "主要内容", "内容要点", "为什么", "应知应会要点", "内容", "重点内容", "学习要点"), width=48, says="为什么要掌握，用自己的话"),
        Column("制定依据", "basis", Cites(), width=22, says="要求制定清单的条文"),
        Column("印发日期", "adopted", Day(), width=14, printed=False, says="2026年8月15日"),
        Column("更新日期", "updated", Day(), width=14, printed=False, says="2026年8月15日"),
        NOTE,
        AWAITS,
        SAMPLE,
        *KEPT,
        rest("confirmed"),
    ),
    levels=("articles",),
    keys=("title",),
    told=("articles.basis",),
    derive=_derive,
    fold=_fold,
)  # fmt: skip
