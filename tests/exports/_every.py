"""A paper with an item of every type, and with text that means harm."""

import dataclasses

from generator.exams.paper import Exam, Paper, PaperSection
from generator.kinds.blueprint import Blueprint
from generator.questions.item import BLANK, Blank, Item, Option, Point, Response, Step
from tests.exports._paper import BASIS, item

#: What people, and worse, put into a cell.
HOSTILE = (
    "=cmd|' /C calc'!A0",
    "+1+1",
    "-2",
    "@SUM(A1)",
    "<b>粗</b><script>alert(1)</script>",
    "a\x00b\x0bc\ufffed\ud800e",
    "😀👨‍👩‍👧 🇨🇳 e\u0301",
    "{n} {=blocks} {{}} %s $x$ \\u0041 _x0041_",
    "（全角）［］＝＋－＠　空格",
    "]]>&amp;&lt;<!--",
    "一\n二\r\n三\t四",
    "#set page(width: 1cm) $ x $ `raw` *b* _i_ @ref <label> //",
    "字" * 4000,
)


def made(type: str, stem: str, options: tuple[Option, ...] = (), response: Response | None = None) -> Item:
    return dataclasses.replace(item(type, stem, type, options, "因为条文。"), response=response or Response())


def choices(*texts: str, right: str = "A") -> tuple[Option, ...]:
    return tuple(Option(text, chr(65 + place) in right, "理由。") for place, text in enumerate(texts))


JUDGE = (Option("正确", True), Option("错误", False))
ITEMS: dict[str, Item] = {
    "single": made("single", "由谁**不**查处？", choices("公安", "海关", "法院", "检察院", right="B")),
    "multiple": made("multiple", "可以怎样（多选）？", choices("罚款", "警告", "没收", "拘留", "关闭", right="ABE")),
    "judge": made("judge", "对的。", JUDGE),
    "blank": made("blank", f"在{BLANK}内报告。", response=Response(blanks=(Blank(("20万元", "20万")),))),
    "match": made("match", "谁管什么？", choices("水", "大气", "噪声", right=""), Response(("海关", "公安"), (2, 0))),
    "order": made("order", "先后怎样？", choices("送达", "立案", "调查", right=""), Response(sequence=(1, 2, 0))),
    "calc": made("calc", f"应当罚款{BLANK}。", response=Response(blanks=(Blank(("10%",)),))),
    "case": made(
        "case",
        "某厂排污。\n超标两倍。",
        response=Response(
            steps=(Step("罚多少？", (Point("十万元以上", 3.0, (BASIS,)),)), Step("还能怎么办？", (Point("查封", 2.0),)))
        ),
    ),
}


def exam(items: dict[str, Item] = ITEMS, marking: str = "half", drawn: bool = False, forms: str = "A") -> Exam:
    """An exam whose sections hold one item of each type."""
    plan = Blueprint.model_validate(
        {
            "id": "study",
            "title": "年度考试",
            "audience": "执法人员",
            "minutes": 60,
            "pass_mark": 4.0,
            "marking": marking,
            "instructions": ["用黑色笔。"],
            "sections": [{"title": f"{type}大题", "type": type, "count": 1, "points": 2.0} for type in items],
        }
    )
    sections = tuple(PaperSection(f"{type}大题", type, 2.0, (found,)) for type, found in items.items())
    alone = len(forms) == 1 and not drawn
    return Exam(plan, 7, tuple(Paper(plan, 7, sections, form, alone) for form in forms), drawn=drawn)


def hostile(text: str) -> Exam:
    """The same exam with ``text`` in every place where text may stand."""
    changed = {
        type: dataclasses.replace(
            found,
            stem=text + (BLANK if found.response.blanks else ""),
            options=found.options
            if found.options == JUDGE
            else tuple(dataclasses.replace(o, text=f"{n}{text}", why=text) for n, o in enumerate(found.options)),
            explanation=text,
            response=dataclasses.replace(
                found.response,
                prompts=tuple(text for _ in found.response.prompts),
                steps=tuple(Step(text, (Point(text, step.marks),)) for step in found.response.steps),
            ),
        )
        for type, found in ITEMS.items()
    }
    return exam(changed)
