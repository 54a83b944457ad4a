"""普法责任清单: which unit teaches which law to whom, by what means and when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from generator.auditing.document import judge
from generator.legal.citations import Mention, read_mentions
from generator.library import Library
from generator.library.names import law_ids, law_names
from generator.lists.citing import Cites, basis_of, citations_in
from generator.lists.codecs import Free, Several, Words
from generator.lists.layout import Cell, Column, Data, Layout
from generator.lists.layouts._common import AWAITS, KEPT, NOTE, SAMPLE, rest
from generator.lists.naming import Named, names, plain_name

_NAME = re.compile(r"《([^《》]+)》")
_LAWS, _ARTICLES = "法规：", "重点条文："


@dataclass(frozen=True, slots=True)
class Taught(Free):
    """What is taught: whole laws, and the articles that matter most."""

    def write(self, library: Library, value: Any) -> str:
        """法规：《…》《…》, and below it the articles."""
        laws = "".join(f"《{library.regulation(id).name}》" for id in value.get("regulations", ()))
        articles = Cites().write(library, value.get("articles"))
        return f"{_LAWS}{laws}" + (f"\n{_ARTICLES}{articles}" if articles else "")

    def read(self, cell: Cell, text: str) -> Any:
        """Laws and articles; the law of an article is taught as well."""
        library = cell.library
        laws, _, articles = text.partition(_ARTICLES) if _ARTICLES in text else (text, "", text)
        lines = _marked(library, laws.removeprefix(_LAWS)).split("\n")
        mentions = list(read_mentions(lines, law_names(library)))
        named = [one for one in mentions if one.law and not one.target.article]
        whole = [law_ids(library).get(one.law or "") for one in named]
        _judged(cell, lines, named)
        cited = citations_in(cell, articles) if "第" in articles else []
        if not whole and not cited and "第" not in articles:
            cell.wrong(f"“{text[:30]}”里没有读出法规", "写成《某某法》第107条，或者只写《某某法》。")
        own = laws.startswith(_LAWS) and _ARTICLES in text  # as we write it, whole laws are all that is taught
        regulations = [id for id in whole if id] + ([] if own else [basis_of(library, one).regulation for one in cited])
        return {"regulations": list(dict.fromkeys(regulations)), **({"articles": cited} if cited else {})}


def _marked(library: Library, text: str) -> str:
    """The text with the laws in 《》 that it only lists by name: 生态环境法典、行政处罚法."""
    if "《" in text:
        return text
    known = names(library, "regulation")
    return re.sub(
        r"[^、，,；;\n]+", lambda one: f"《{one[0].strip()}》" if known.get(plain_name(one[0])) else one[0], text
    )


def _judged(cell: Cell, lines: Sequence[str], laws: Sequence[Mention]) -> None:
    """Tell of each whole law that is not known, or not in force."""
    known = law_names(cell.library)
    for name in dict.fromkeys(_NAME.findall("\n".join(lines))):
        if known.full(name) is None:
            cell.wrong(f"没有收录《{name}》", "照法规的名称写；真是新的，先登记它。", "E821")
    for judgement in judge(cell.library, lines, laws):
        if judgement.verdict in ("repealed", "not_yet"):
            cell.wrong(f"“{judgement.mention.surface}”：{judgement.says}", judgement.hint, "E822")


def _derive(library: Library, data: Data, caption: str) -> None:
    """A name from whom it is for."""
    if not data.get("title"):
        data["title"] = f"面向{'、'.join(data.get('audiences') or ['公众'])}的普法"
    data.setdefault("when", "全年")


LAYOUT = Layout(
    id="education-duty",
    title="普法责任清单",
    also=("普法清单", "普法责任制清单", "谁执法谁普法责任清单"),
    columns=(
        Column("责任单位", "unit", Named("unit"), also=("单位", "普法单位", "责任部门", "牵头单位", "普法主体", "责任主体"), width=16, needed=True, filled=True, says="写单位的名称或者常用的简称"),
        Column("普法事项", "title", Words(), also=("普法名称", "项目名称", "普法项目", "事项", "普法任务"), width=20, says="这一项普法的名称；空着的，按对象起名"),
        Column("普法内容", "*", Taught(), also=("重点内容", "普法重点内容", "宣传内容", "重点普法内容", "法律法规", "普法目录", "重点法律法规"), width=36, needed=True, covers=("regulations", "articles"), says="《某某法》第107条、第174条；整部法的只写《…》"),
        Column("普法对象", "audiences", Several(), also=("对象", "宣传对象", "重点对象", "面向对象"), width=16, needed=True, says="用顿号分开"),
        Column("主要措施", "measures", Several(), also=("普法措施", "措施", "普法方式", "普法形式", "工作措施", "方式", "普法举措"), width=22, needed=True, says="用顿号分开"),
        Column("时间安排", "when", Words(), also=("时间", "完成时间", "完成时限", "普法时间", "时限", "频次"), width=14, says="什么时候、多久一次"),
        Column("职责依据", "basis", Cites(), also=("依据", "责任依据", "法律依据"), width=24, says="规定这项责任的条文"),
        NOTE,
        AWAITS,
        SAMPLE,
        *KEPT,
        rest("materials", "activities", "confirmed"),
    ),
    keys=("unit", "title"),
    told=("unit", "*", "audiences"),
    unit="unit",
    derive=_derive,
)  # fmt: skip
