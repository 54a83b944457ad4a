"""裁量基准: how a fine is fixed within its legal span, a row for each level of a factor or each cell of the table."""

import re
from dataclasses import dataclass
from typing import Any

from generator.legal.money import parse_yuan
from generator.library import Library
from generator.lists.amounts import FineText
from generator.lists.citing import Cites, basis_of
from generator.lists.codecs import YES, Free, OneOf, Several, Whole, Words, per_cent, split
from generator.lists.labelled import Labelled
from generator.lists.layout import Cell, Column, Data, Layout, listed
from generator.lists.layouts._common import AWAITS, KEPT, NOTE, SAMPLE, rest
from generator.lists.naming import Named, names, plain_name


@dataclass(frozen=True, slots=True)
class Part(Free):
    """A share or a multiple of a sum: 货值金额的1倍以上5倍以下."""

    form: str

    def write(self, library: Library, value: Any) -> str:
        """In words."""
        return FineText().write(library, {self.form: value}) if value else ""

    def read(self, cell: Cell, text: str) -> Any:
        """Its parts."""
        return (FineText().read(cell, text) or {}).get(self.form)


@dataclass(frozen=True, slots=True)
class SpanText(Free):
    """A span of yuan: 2万元以上5万元以下."""

    def write(self, library: Library, value: Any) -> str:
        """In words."""
        return FineText().write(library, {"range": value}) if value else ""

    def read(self, cell: Cell, text: str) -> Any:
        """Its bounds."""
        found = FineText().read(cell, text)
        if found and "range" not in found:
            cell.wrong(f"“{text[:30]}”不是多少元以上多少元以下", "写成 2万元以上5万元以下。")
            return None
        return (found or {}).get("range")

    def amounts(self, text: str) -> str:
        """Its bounds one by one: those of a level lie within the article's."""
        return re.sub(r"以上|以下", "、", text).strip("、")


@dataclass(frozen=True, slots=True)
class Adjustments(Free):
    """What may follow: a name and from how many to how many per cent."""

    def write(self, library: Library, value: Any) -> str:
        """公开道歉：-50%至-30%, a line each."""
        return "\n".join(f"{one['title']}：{one['min_percent']}%至{one['max_percent']}%" for one in value or ())

    def read(self, cell: Cell, text: str) -> Any:
        """The lines."""
        found = []
        for line in filter(str.strip, text.split("\n")):
            part = re.fullmatch(r"(?P<title>.+)：(?P<low>-?\d+)%至(?P<high>-?\d+)%", line.strip())
            if part is None:
                cell.wrong(f"“{line[:30]}”读不成调整", "写成 公开道歉：-50%至-30%。")
                continue
            found.append({"title": part["title"], "min_percent": int(part["low"]), "max_percent": int(part["high"])})
        return found


def _yuan(text: str) -> int:
    return int(text) if text.isdecimal() else parse_yuan(text)


_HOW = Labelled(
    (
        ("base", "满100%的罚款（元）", Whole(_yuan)),
        ("rate", "按比例", Part("rate")),
        ("multiple", "按倍数", Part("multiple")),
        ("start", "起始（%）", Whole(per_cent)),
        ("cap", "上限（%）", Whole(per_cent)),
        ("floor", "法定最低（元）", Whole(_yuan)),
        ("upper_excluded", "“以下”不含本数", YES),
        ("act", "具体行为", Words()),
        ("adjustments", "可以再作的调整", Adjustments()),
    )
)
_METHODS = {"weight_sum": "按权重相加", "interval": "查区间"}


def _unfold(data: Data) -> Data:
    """Cells of a table as levels of one factor, which is called as its columns are."""
    if data.get("method") != "interval":
        return data
    cells = [{"label": cell["circumstances"], "span": cell["span"]} for cell in data.get("intervals", ())]
    return {**data, "factors": [{"title": list(data.get("columns", ())), "levels": cells}]}


def _fold(data: Data) -> Data:
    """Back into factors with weights, or columns and cells with spans."""
    if "factors" not in data:
        return data
    rest = {name: value for name, value in data.items() if name not in ("factors", "columns", "intervals")}
    levels = [level for factor in data["factors"] for level in factor.get("levels", ())]
    if not any(level.get("span") for level in levels):
        for factor in data["factors"]:
            factor["title"] = (
                "、".join(factor["title"]) if isinstance(factor.get("title"), list) else factor.get("title")
            )
            for level in factor.get("levels", ()):
                level["label"] = "".join(level["label"]) if isinstance(level.get("label"), list) else level.get("label")
        return {**rest, "method": "weight_sum", "factors": data["factors"]}
    cells = []
    for level in levels:
        grade = level.get("grade")
        said = [*([grade] if grade else []), *(level.get("label") or [])]
        cells.append({"circumstances": said, "span": level.get("span")})
    columns = list(dict.fromkeys(name for factor in data["factors"] for name in factor.get("title") or ()))
    widest = max(len(cell["circumstances"]) for cell in cells)
    if any(level.get("grade") for level in levels):
        columns = ["裁量阶次", *columns]
    if columns and len(columns) != widest:
        columns = [*columns, *(f"情形{n}" for n in range(len(columns) + 1, widest + 1))][:widest]
    named = {"columns": columns} if columns else {}
    return {**rest, "method": "interval", **named, "intervals": cells}


@dataclass(frozen=True, slots=True)
class Told(Free):
    """What a factor is called, or the columns of a table: one text, or several one a line."""

    def write(self, library: Library, value: Any) -> str:
        """As they are; several of a table are numbered."""
        return "" if value is None else Several("\n").write(library, value) if isinstance(value, list) else str(value)

    def read(self, cell: Cell, text: str) -> Any:
        """A list, which the fold makes one text of where weights follow."""
        return split(text, "\n")


def _derive(library: Library, data: Data, caption: str) -> None:
    """The conduct that the table's name means, or the only one punished under its articles."""
    if not data.get("conduct"):
        known = names(library, "conduct").get(plain_name(str(data.get("title", ""))))
        under = {
            entry.conduct.id
            for text in listed(data, "basis")
            for basis in [basis_of(library, text)]
            for entry in library.penalties_under(basis.regulation, basis.key)
            if basis.item is None or entry.penalty.basis.item in (None, basis.item)
        }
        data["conduct"] = known or (under.pop() if len(under) == 1 else "")
    if not data.get("issued_by"):
        issued = {getattr(one, "issued_by", "") for one in library.all("benchmark")}
        data["issued_by"] = next((id for id in sorted(issued) if library.regulation(id).name in caption), "")


LAYOUT = Layout(
    id="benchmark",
    title="裁量基准",
    also=("裁量基准表", "裁量权基准", "行政处罚裁量基准", "裁量表", "行政处罚裁量权基准"),
    columns=(
        Column("裁量表", "title", Words(), also=("违法行为", "违法行为名称", "名称", "违法行为种类", "违法情形"), width=22, needed=True, filled=True, says="违法行为，或者裁量表的名称"),
        Column("处罚依据", "basis", Cites(), also=("依据", "法律依据", "法定依据", "处罚条款"), width=24, filled=True, says="现在依据的条文"),
        Column("制定时的依据", "basis_then", Cites(then=True), also=("原依据",), width=22, says="制定时依据、后来废止的条文"),
        Column("裁量因素", "factors.title", Told(), also=("裁量要素", "考量因素", "裁量因子", "情节因素", "因素"), width=16, filled=True, says="一个因素几档的，因素写一次"),
        Column("裁量阶次", "factors.levels.grade", Words(), also=("裁量等级", "裁量档次", "违法程度", "阶次", "等级", "档次", "情节程度", "违法情节"), width=10, printed=False, says="轻微、较轻、一般、严重"),
        Column("裁量情形", "factors.levels.label", Told(), also=("情形", "适用条件", "适用情形", "具体情形", "情节", "裁量情节", "具体情节", "违法情形描述"), width=34, says="各档的情形"),
        Column("权重（%）", "factors.levels.weight", Whole(per_cent), also=("权重", "裁量百分值", "百分值", "裁量权重", "裁量百分比"), width=9, says="百分数；按区间的空着"),
        Column("罚款幅度", "factors.levels.span", SpanText(), also=("处罚标准", "裁量标准", "罚款标准", "处罚幅度", "裁量幅度", "具体标准", "罚款金额", "裁量罚款幅度"), width=20, sums="basis", says="2万元以上5万元以下；按权重的空着"),
        Column("算法", "*", _HOW, width=26, covers=tuple(field for field, _, _ in _HOW.parts), says="一行一项：满100%的罚款（元）：1000000"),
        Column("出自文件", "issued_by", Named("regulation"), also=("制定文件",), width=18, filled=True, says="哪个文件的裁量表"),
        NOTE,
        AWAITS,
        SAMPLE,
        Column("网站里的违法行为", "conduct", Named("conduct"), width=22, printed=False, says="空着的，按名称和依据推定"),
        Column("方法", "method", OneOf(_METHODS), width=10, printed=False, says="按权重相加或者查区间"),
        *KEPT,
        rest("confirmed"),
    ),
    levels=("factors", "levels"),
    keys=("title",),
    told=("title", "factors.levels.label"),
    derive=_derive,
    unfold=_unfold,
    fold=_fold,
)  # fmt: skip
