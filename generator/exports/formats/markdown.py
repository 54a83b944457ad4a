"""Paper and key as Markdown, to read, print or paste."""

import itertools
from collections.abc import Iterator

from generator.exams.paper import Paper
from generator.exports.base import EXAM, Format, each_form
from generator.exports.papers.words import numbered_sections
from generator.exports.text import BREAK, document, escape, heading, stressed, titled
from generator.library import Library
from generator.questions import types
from generator.questions.blocks import (
    Accepted,
    Answer,
    Ask,
    Block,
    Choices,
    Credit,
    KeyLine,
    Pairs,
    Reason,
    Sheet,
    Space,
    Stem,
)
from generator.questions.item import Item, letter


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
    for index, section, items in numbered_sections(paper):
        yield heading(index, section)
        directions = types.named(section.type).directions(plan.marking)
        if directions:
            yield directions
        for number, item in items:
            yield question(number, item)


def _key(library: Library, paper: Paper) -> Iterator[str]:
    yield f"# {titled(paper)}参考答案"
    yield from _facts(library, paper)
    for index, section, items in numbered_sections(paper):
        yield heading(index, section)
        for number, item in items:
            yield answer(library, number, item)


def _facts(library: Library, paper: Paper) -> Iterator[str]:
    """The lines below the title: for whom, how long, how many points, which draw, which day's law."""
    plan = paper.blueprint
    yield (
        f"对象：{escape(plan.audience)}　时间：{plan.minutes} 分钟　满分：{plan.total:g} 分　及格：{plan.pass_mark:g} 分"
    )
    yield f"卷号：{escape(paper.code)}　共 {paper.count} 题　按 {library.as_of} 的法律状态"


def question(number: int, item: Item) -> str:
    """The blocks of an item: a line each, but for a table, which stands by itself."""
    found: list[str] = []
    for block in types.of(item).paper(item, number):
        match block:
            case Pairs():
                found.append(f"\n\n{_columns(block)}")
            case Sheet():
                found.append(f"\n\n{_sheet(block)}\n\n")
            case _:
                between = "" if not found or found[-1].endswith("\n\n") else BREAK
                found += [(BREAK if place else between) + line for place, line in enumerate(_lines(block))]
    return "".join(found).rstrip("\n")


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Stem(label, text, sample, space, _):
            yield f"{label}{_sample(sample)}{stressed(text)}{space}"
        case Choices(texts):
            yield from (f"{letter(place)}．{escape(text)}" for place, text in enumerate(texts))
        case Space(label, space):
            yield f"{escape(label)}{space}"
        case Ask():
            yield _ask(block)


def _columns(block: Pairs) -> str:
    """What is to be paired, in two columns."""
    left = [f"{place}．{_cell(text)}（　　）" for place, text in enumerate(block.left, 1)]
    right = [f"{letter(place)}．{_cell(text)}" for place, text in enumerate(block.right)]
    pairs = itertools.zip_longest(left, right, fillvalue="")
    return "\n".join(["| 左栏 | 右栏 |", "| --- | --- |", *(f"| {one} | {two} |" for one, two in pairs)])


def _sheet(block: Sheet) -> str:
    """A piece of evidence as a quotation, its table in it."""
    lines = [f"**{escape(block.title)}**", *map(escape, block.lines)]
    if block.head:
        rows = (block.head, ("---",) * len(block.head), *(tuple(map(_cell, row)) for row in block.rows))
        lines.append("\n".join("| " + " | ".join(row) + " |" for row in rows))
    return "\n>\n".join("> " + line.replace("\n", "\n> ") for line in lines)


def _cell(text: str) -> str:
    """Text for a cell of a table, which holds no line break."""
    return escape(" ".join(text.split()))


def answer(library: Library, number: int, item: Item) -> str:
    """The key, why, and the articles."""
    lines = [_key_line(line) for line in types.of(item).key(item, number, library.cite)]
    lines.append(f"依据：{'；'.join(escape(library.cite(basis)) for basis in item.basis)}")
    return BREAK.join(lines)


def _key_line(line: KeyLine) -> str:
    match line:
        case Answer(label, answer, explanation, sample):
            key = f"**{escape(answer)}**　" if answer else ""
            return f"{label}{_sample(sample)}{key}{escape(explanation)}"
        case Accepted(blank, texts):
            return f"第 {blank} 空也可以写：{'、'.join(escape(text) for text in texts)}"
        case Reason(label, text, why):
            return f"{label}{escape(text)}" + (f"　{escape(why)}" if why else "")
        case Credit(text, marks, basis):
            cited = "；".join(map(escape, basis))
            return f"　　{escape(text)}（{marks:g} 分）" + (f"　{cited}" if cited else "")
        case Ask():
            return _ask(line)


def _ask(ask: Ask) -> str:
    return f"{ask.label}{escape(ask.text)}（{ask.marks:g} 分）"


def _sample(sample: bool) -> str:
    return "（示例）" if sample else ""


FORMAT = Format("markdown", "Markdown 试卷与答案", EXAM, each_form(export))
