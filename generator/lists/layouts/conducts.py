"""违法行为与罚则: what somebody does against the law and what follows, a row for each tier of each penalty."""

import re
from dataclasses import dataclass, replace
from typing import Any

from generator.kinds.conduct import BOTH_STAND
from generator.kinds.penalty import ORDINARY
from generator.legal.sums import find_fines
from generator.library import Library
from generator.library.remember import once
from generator.lists.amounts import BanText, DamagesText, DetentionText, FineText, fine_of
from generator.lists.citing import Cites, basis_of
from generator.lists.codecs import YES, Free, OneOf, Several, Whole, Words
from generator.lists.labelled import Labelled
from generator.lists.layout import Cell, Column, Data, Layout, listed
from generator.lists.layouts._common import AWAITS, KEPT, NOTE, SAMPLE, rest, topics_of
from generator.lists.naming import Named


@dataclass(frozen=True, slots=True)
class Adds(Free):
    """What a tier adds to: the ordinary one, or the one that is named."""

    def write(self, library: Library, value: Any) -> str:
        """一般情形, or the condition."""
        return ORDINARY if value is True else str(value or "")

    def read(self, cell: Cell, text: str) -> Any:
        """True for the ordinary one."""
        return True if text == ORDINARY else text


_REST = Labelled(
    (
        ("adds", "另加在", Adds()),
        ("one_of", "择一", Several("；")),
        ("several", "可以并用几种", YES),
        ("up_to", "直至", Words()),
        ("detention", "拘留", DetentionText()),
        ("ban", "禁业", BanText()),
        ("points", "记分", Whole()),
        ("discipline", "处分", Several("；")),
        ("damages", "赔偿", DamagesText()),
        ("approval", "报经批准", Words()),
        ("approval_for", "须经批准的措施", Several("；")),
    )
)
_KEPT_OF_PENALTY = Labelled((("referral", "移送", Words()), ("note", "备注", Words()), ("source", "出处", Words())))
_WHEN = re.compile(r"^(?P<when>[^，,。；;]{2,40}?)的[，,](?=.)")
_THEN = re.compile(r"[；;。\n]")


@dataclass(frozen=True, slots=True)
class Follows(Free):
    """A penalty in one text, as offices have it: 责令改正，处十万元以上一百万元以下的罚款；情节严重的，责令停业、关闭."""

    def write(self, library: Library, value: Any) -> str:
        """Nothing: our own lists tell each part in a column."""
        return ""

    def read(self, cell: Cell, text: str) -> Any:
        """The tiers that it tells."""
        tiers = []
        for sentence in filter(str.strip, _THEN.split(text)):
            bare = re.sub(r"\s", "", sentence)
            when = _WHEN.match(bare)
            sums = [one for one in find_fines(bare) if "罚款" in bare]
            fine = fine_of(_around(bare, sums[0].start)) if sums else None
            measures = _measures(cell.library, bare)
            may = "可以" in bare
            tier: Data = {"condition": when["when"]} if when else {}
            if fine:
                tier["fine"] = {**fine, "may": True} if may and "可以处" in bare.replace("并", "") else fine
            if measures:
                tier["measures"] = measures
            if len(tier) > bool(when):
                tiers.append(tier)
        if not tiers:
            cell.wrong(f"“{text[:40]}”里没有读出处罚", "写成：责令改正，处10万元以上100万元以下的罚款。")
        return tiers


def _around(text: str, at: int) -> str:
    """The clause in which a sum stands, from its own verb on."""
    start = max(text.rfind(mark, 0, at) for mark in "，,、")
    clause = re.split(r"[，,。；;]|的?罚款", text[start + 1 :])[0]
    return re.sub(r"^(?:并|可以|单|处以?)+", "", clause)


@once
def _known(library: Library) -> tuple[str, ...]:
    """Every measure that some penalty orders, the longest first."""
    found = {one for entry in library.penalties for tier in entry.penalty.tiers for one in tier.every_measure}
    return tuple(sorted(found, key=lambda one: (-len(one), one)))


def _measures(library: Library, text: str) -> list[str]:
    found: list[tuple[int, str]] = []
    for measure in _known(library):
        at = text.find(measure)
        if at >= 0:
            found.append((at, measure))
            text = text.replace(measure, "＿" * len(measure))
    return [measure for _, measure in sorted(found)]


def _derive(library: Library, data: Data, caption: str) -> None:
    """Topics of the articles, ids of penalties, whom they fall on; tiers that one cell told."""
    penalties = data.get("penalties") or []
    for number, penalty in enumerate(penalties, 1):
        told = [tier for part in penalty.get("tiers", ()) for tier in part.pop("told", [])]
        if told:
            penalty["tiers"] = told
        penalty.setdefault("id", f"p{number}")
        penalty.setdefault("target", "单位")
        penalty.setdefault("authority", _authority(library, str(penalty.get("basis", ""))))
    if not data.get("topics"):
        bases = [penalty["basis"] for penalty in penalties if penalty.get("basis")] + listed(data, "prohibited_by")
        data["topics"] = list(topics_of(library, bases)[:1]) or [next(iter(library.general_topics), "")]


def _authority(library: Library, basis: str) -> list[str]:
    """Who punishes under an article, as its recorded penalties say: lists of one office leave it out."""
    cited = basis_of(library, basis) if basis else None
    under = library.penalties_under(cited.regulation, cited.key) if cited else ()
    same = [one for one in under if cited and one.penalty.basis.paragraph in (None, cited.paragraph or None)]
    said = {tuple(one.penalty.authority) for one in same or under}
    return list(said.pop()) if len(said) == 1 else []


def _fold(data: Data) -> Data:
    """A penalty rests on one citation; what an office cites beside it is a remark."""
    for penalty in data.get("penalties", ()):
        cited = listed(penalty, "basis")
        if cited:
            penalty["basis"] = cited[0]
        if cited[1:]:
            penalty.setdefault("note", f"同时依据{'、'.join(cited[1:])}。")
    return data


LAYOUT = Layout(
    id="conduct",
    title="违法行为与罚则",
    also=("违法行为", "罚则", "违法行为清单", "处罚清单", "行政处罚事项清单", "行政处罚事项目录"),
    columns=(
        Column("违法行为", "title", Words(), also=("违法行为名称", "处罚事项", "事项名称", "违法行为种类", "行为", "违法事项"), width=24, needed=True, filled=True, says="做了什么，用平常话写"),
        Column("俗称", "aliases", Several(), also=("别称",), width=14, printed=False, says="用顿号分开"),
        Column("行为主体", "actor", Words(), also=("违法主体",), width=14, printed=False, says="什么人会做"),
        Column("违反条款", "prohibited_by", Cites(), also=("禁止条款", "违反的条款", "义务条款", "违则", "违法依据", "定性依据", "违反依据", "禁则"), width=20, says="禁止它或者规定义务的条文"),
        Column("处罚依据", "penalties.basis", Cites(), also=("依据", "法律依据", "罚则", "处罚条款", "罚则依据", "法律责任条款"), above="罚则", width=20, needed=True, filled=True, says="规定处罚的条、款、项，一处"),
        Column("实施机关", "penalties.authority", Several(), also=("处罚机关", "执法主体", "实施主体", "处罚主体", "执法机关", "执法部门"), above="罚则", width=13, filled=True, says="用条文的用词；几个机关的用顿号分开"),
        Column("处罚对象", "penalties.target", Words(), also=("对象", "处罚相对人", "责任主体"), above="罚则", width=10, filled=True, says="单位、个人，或者条文点名的对象"),
        Column("类别", "penalties.tiers.category", Words(), above="罚则", width=8, says="条文按事物区分的：报告书、报告表"),
        Column("情形", "penalties.tiers.condition", Words(), also=("情节", "违法情形", "适用情形"), above="罚则", width=11, unsaid=ORDINARY, says="一般情形、情节严重、拒不改正……"),
        Column("罚款", "penalties.tiers.fine", FineText(), also=("罚款幅度", "罚款数额", "罚款金额", "处罚幅度", "罚款标准"), above="罚则", width=16, sums="basis", says="20万元以上100万元以下；可以处 5万元以下"),
        Column("措施", "penalties.tiers.measures", Several("；"), also=("应当采取的措施", "其他处罚"), above="罚则", width=16, says="应当采取的，用分号分开"),
        Column("可以采取的措施", "penalties.tiers.may", Several("；"), above="罚则", width=12, says="用分号分开"),
        Column("其他后果", "penalties.tiers.*", _REST, above="罚则", width=18, covers=tuple(field for field, _, _ in _REST.parts), says="一行一项：拘留：5日以上10日以下拘留"),
        Column("处罚内容", "penalties.tiers.told", Follows(), also=("处罚种类和幅度", "处罚种类及幅度", "处罚种类", "处罚种类、幅度", "法律责任", "处罚措施", "处罚标准", "罚则内容", "处罚结果"), width=30, printed=False, sums="basis", says="别处的清单把处罚写成一段话的，读入时用；自己的清单不填"),
        Column("怎样合法", "do", Several("\n"), also=("合规提示", "怎样做"), width=30, printed=False, says="一行一项，用自己的话"),
        replace(NOTE, printed=False),
        AWAITS,
        SAMPLE,
        Column("专题", "topics", Named("topic", several=True), width=12, printed=False, says="最主要的在前；空着的，按依据推定"),
        Column("行业", "industries", Named("industry", several=True), width=12, printed=False, says="主要涉及的行业；都涉及的空着"),
        Column("并存的行为", "beside", Named("conduct", several=True), width=22, printed=False, says="别的规定也罚的同一行为"),
        Column("哪一处优先", "prevails", OneOf({"beside": "以那里的为准", "unclear": BOTH_STAND}), width=12, printed=False, says="写了并存的行为才填"),
        Column("按日连续处罚", "daily", YES, width=8, printed=False, says="无疑适用的，填“是”"),
        Column("罚则编号", "penalties.id", Words(), width=14, printed=False, says="不要改；新增的空着"),
        Column("罚则的其他", "penalties.*", _KEPT_OF_PENALTY, width=20, printed=False, covers=tuple(field for field, _, _ in _KEPT_OF_PENALTY.parts), says="一行一项"),
        *KEPT,
        rest("confirmed"),
    ),
    levels=("penalties", "tiers"),
    keys=("title",),
    told=("title", "penalties.basis"),
    derive=_derive,
    fold=_fold,
)  # fmt: skip
