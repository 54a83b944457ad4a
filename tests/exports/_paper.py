"""A miniature paper and the library it cites."""

import datetime
from types import MappingProxyType

from generator.exams.paper import Exam, Paper, PaperSection
from generator.exports.base import Format, Wishes
from generator.kinds import BasisValue
from generator.kinds.blueprint import Blueprint
from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.problems import Place
from generator.questions.item import Item, Option

CODE = Regulation.model_validate(
    {
        "id": "eco-code",
        "title": "中华人民共和国生态环境法典",
        "short_title": "生态环境法典",
        "rank": "法律",
        "issuer": "全国人民代表大会",
        "topics": [],
        "versions": [{"adopted": datetime.date(2026, 3, 12), "effective": datetime.date(2026, 8, 15)}],
    }
)
LIBRARY = Library(datetime.date(2026, 9, 1), records=MappingProxyType({"regulation": (CODE,)}))
BASIS = BasisValue(regulation="eco-code", article=1095, paragraph=1)


def item(id: str, stem: str, type: str, options: tuple[Option, ...], explanation: str, sample: bool = False) -> Item:
    return Item(
        id=id,
        rule="authority",
        type=type,  # type: ignore[arg-type]
        stem=stem,
        options=options,
        explanation=explanation,
        basis=(BASIS,),
        facts=(f"fact/{id}",),
        topics=("eia",),
        at=Place("content/x.yml", 3, 5),
        sample=sample,
    )


def paper() -> Paper:
    options = (Option("公安机关", False, "管别的。"), Option("海关 | 海警", True, "正是。"))
    judge = (Option("正确", True), Option("错误", False))
    plan = Blueprint.model_validate(
        {
            "id": "study",
            "title": "年度考试",
            "audience": "执法人员",
            "minutes": 60,
            "pass_mark": 4.0,
            "instructions": ["独立作答。", "用黑色笔。"],
            "sections": [
                {"title": "单项选择题", "type": "single", "count": 2, "points": 2.5},
                {"title": "判断题", "type": "judge", "count": 1, "points": 2.5},
            ],
        }
    )
    first = item("a", "谁查处*？", "single", options, "因为乙。")
    second = item("b", "由谁处罚？", "single", options, "因为乙。", sample=True)
    third = item("c", "对的。", "judge", judge, "因为如此。")
    sections = (
        PaperSection("单项选择题", "single", 2.5, (first, second)),
        PaperSection("判断题", "judge", 2.5, (third,)),
    )
    return Paper(plan, 7, sections)


def written(form: Format, library: Library, made: Paper) -> dict[str, bytes]:
    """What a format gives for one paper: name → bytes."""
    return dict(form.export(library, Exam(made.blueprint, made.seed, (made,)), Wishes()).named)
