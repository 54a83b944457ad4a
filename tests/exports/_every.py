"""A paper with an item of every type, and with text that means harm."""

import dataclasses

from generator.exams.paper import Exam, Paper, PaperSection
from generator.kinds.blueprint import Blueprint
from generator.questions import types
from generator.questions.chained import Chain, Evidence, Part
from generator.questions.item import BLANK, Blank, CaseQuestion, Item, Option, Point, Response
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
            steps=(
                CaseQuestion("罚多少？", (Point("十万元以上", 3.0, (BASIS,)),)),
                CaseQuestion("还能怎么办？", (Point("查封", 2.0),)),
            )
        ),
    ),
    "chain": made(
        "chain",
        "某厂的台账如下。",
        response=Chain(
            evidence=(
                Evidence("告知书", ("当事人：某厂。", "拟罚款二万元。")),
                Evidence("台账", ("九月只记了一次。",), ("日期", "数量"), (("1日", "2吨"), ("9日", "3吨"))),
            ),
            parts=(
                Part("怎样定性？", choices("未批先建", "台账不实", "超标", "偷排", right="B"), "台账少记。", (BASIS,)),
                Part("还可以怎样？", choices("警告", "罚款", "没收", "拘留", right="AB"), "两样都行。", (BASIS,), True),
                Part("几日内改正？", choices("三日", "五日", "七日", "十日", right="D"), "十日。", (BASIS,)),
            ),
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
            "sections": [
                {"title": f"{type}大题", "type": type, "count": types.of(found).takes(found), "points": 2.0}
                for type, found in items.items()
            ],
        }
    )
    sections = tuple(PaperSection(f"{type}大题", type, 2.0, (found,)) for type, found in items.items())
    alone = len(forms) == 1 and not drawn
    return Exam(plan, 7, tuple(Paper(plan, 7, sections, form, alone) for form in forms), drawn=drawn)


def _changed(response: Response, text: str) -> Response:
    if isinstance(response, Chain):
        evidence = (Evidence(text, (text,)), Evidence(text, (text,), (text, text), ((text, text),)))
        options = tuple(
            tuple(Option(f"{n}{text}", o.correct, text) for n, o in enumerate(p.options)) for p in response.parts
        )
        parts = (
            dataclasses.replace(part, stem=text, options=shown, explanation=text)
            for part, shown in zip(response.parts, options, strict=True)
        )
        return Chain(evidence=evidence, parts=tuple(parts))
    return dataclasses.replace(
        response,
        prompts=tuple(text for _ in response.prompts),
        steps=tuple(CaseQuestion(text, (Point(text, step.marks),)) for step in response.steps),
    )


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
            response=_changed(found.response, text),
        )
        for type, found in ITEMS.items()
    }
    return exam(changed)
