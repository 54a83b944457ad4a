"""Paper and key as Markdown, to read, print or paste."""

import itertools
from collections.abc import Iterator

from generator.exams.paper import Paper
from generator.exports.base import Format
from generator.exports.text import BREAK, document, escape, heading, sections, stressed, titled
from generator.library import Library
from generator.questions.item import Blank, Item, Step, letter

#: What to do, by item type; for multiple it depends on the rule of marking.
_DIRECTIONS = {
    "single": "每题只有一个选项正确。",
    "judge": "正确的写“正确”，错误的写“错误”。",
    "blank": "数字用阿拉伯数字或汉字都可以，单位照题目的要求写。",
    "match": "给每一项写上对应的字母；右栏有的项可能用不上。",
    "order": "把字母按先后写出来。",
    "calc": "写出得数和单位。",
    "case": "根据案情回答，写明依据的条文。",
}
_MULTIPLE = {
    "all_or_nothing": "每题有两个以上选项正确，全部选对才得分。",
    "half": "每题有两个以上选项正确，漏选得一半分，错选不得分。",
    "proportional": "每题有两个以上选项正确，漏选按比例得分，错选不得分。",
}


def export(library: Library, paper: Paper) -> dict[str, bytes]:
    """``paper.md`` for candidates and ``key.md`` with answers, reasons and articles."""
    return {"paper.md": document(_paper(library, paper)), "key.md": document(_key(library, paper))}


def _paper(library: Library, paper: Paper) -> Iterator[str]:
    plan = paper.blueprint
    yield f"# {titled(paper)}"
    yield "单位：＿＿＿＿＿＿＿＿　姓名：＿＿＿＿＿＿　得分：＿＿＿＿"
    yield from _facts(library, paper)
    if plan.instructions:
        yield "## 注意事项"
        yield BREAK.join(f"{number}．{escape(text)}" for number, text in enumerate(plan.instructions, 1))
    for index, section, items in sections(paper):
        yield heading(index, section)
        direction = _MULTIPLE[plan.marking] if section.type == "multiple" else _DIRECTIONS.get(section.type)
        if direction:
            yield direction
        for number, item in items:
            yield _question(number, item)


def _key(library: Library, paper: Paper) -> Iterator[str]:
    yield f"# {titled(paper)}参考答案"
    yield from _facts(library, paper)
    for index, section, items in sections(paper):
        yield heading(index, section)
        for number, item in items:
            yield _answer(library, number, item)


def _facts(library: Library, paper: Paper) -> Iterator[str]:
    """The lines below the title: for whom, how long, how many points, which draw, which day's law."""
    plan = paper.blueprint
    yield (
        f"对象：{escape(plan.audience)}　时间：{plan.minutes} 分钟　满分：{plan.total:g} 分　及格：{plan.pass_mark:g} 分"
    )
    yield f"卷号：{escape(paper.code)}　共 {len(paper.items)} 题　按 {library.as_of} 的法律状态"


def _question(number: int, item: Item) -> str:
    """The stem, and below it what there is to choose from, to pair or to answer; a judgement has a space instead."""
    stem = f"{number}．{_sample(item)}{stressed(item.stem)}"
    if item.type == "judge":
        return f"{stem}（　　）"
    if item.response.prompts:
        return f"{stem}\n\n{_columns(item)}"
    options = [f"{letter(place)}．{escape(option.text)}" for place, option in enumerate(item.options)]
    steps = [f"（{place}）{escape(step.ask)}（{step.marks:g} 分）" for place, step in enumerate(item.response.steps, 1)]
    order = ["先后：（　　　　　　）"] if item.type == "order" else []
    return BREAK.join([stem, *options, *order, *steps])


def _columns(item: Item) -> str:
    """What is to be paired, in two columns."""
    left = [f"{place}．{_cell(prompt)}（　　）" for place, prompt in enumerate(item.response.prompts, 1)]
    right = [f"{letter(place)}．{_cell(option.text)}" for place, option in enumerate(item.options)]
    pairs = itertools.zip_longest(left, right, fillvalue="")
    return "\n".join(["| 左栏 | 右栏 |", "| --- | --- |", *(f"| {one} | {two} |" for one, two in pairs)])


def _cell(text: str) -> str:
    """Text for a cell of a table, which holds no line break."""
    return escape(" ".join(text.split()))


def _answer(library: Library, number: int, item: Item) -> str:
    """The key, why, why each option is right or wrong, and the articles."""
    if item.response.steps:
        lines = [f"{number}．{_sample(item)}{escape(item.explanation)}"]
        for place, step in enumerate(item.response.steps, 1):
            lines += _points(library, place, step)
    else:
        lines = [f"{number}．{_sample(item)}**{escape(item.answer)}**　{escape(item.explanation)}"]
    lines += [_accepted(place, blank) for place, blank in enumerate(item.response.blanks, 1) if len(blank.accepted) > 1]
    if item.type != "judge":
        lines += [_reason(place, option.text, option.why) for place, option in enumerate(item.options)]
    lines.append(f"依据：{'；'.join(escape(library.cite(basis)) for basis in item.basis)}")
    return BREAK.join(lines)


def _points(library: Library, place: int, step: Step) -> Iterator[str]:
    """A question of a case with the points of its model answer, each with its marks and articles."""
    yield f"（{place}）{escape(step.ask)}（{step.marks:g} 分）"
    for point in step.points:
        cited = "；".join(escape(library.cite(basis)) for basis in point.basis)
        yield f"　　{escape(point.text)}（{point.marks:g} 分）" + (f"　{cited}" if cited else "")


def _accepted(place: int, blank: Blank) -> str:
    return f"第 {place} 空也可以写：{'、'.join(escape(text) for text in blank.accepted[1:])}"


def _reason(index: int, text: str, why: str) -> str:
    return f"{letter(index)}．{escape(text)}" + (f"　{escape(why)}" if why else "")


def _sample(item: Item) -> str:
    return "（示例）" if item.sample else ""


FORMAT = Format("markdown", "Markdown 试卷与答案", export)
