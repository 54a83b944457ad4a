"""Paper and key as Markdown, to read, print or paste.

What the bank says is text and never markup.  Questions are paragraphs with their own full-width numbers, not lists, so that
no reader renumbers them.
"""

import re
from collections.abc import Iterator

from generator.exams.paper import Paper, PaperSection
from generator.exports.base import Format
from generator.legal.numerals import format_number
from generator.library import Library
from generator.questions.item import Item, letter

_BREAK = "  \n"  # two spaces end a line in every dialect
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~^$=:@]")
#: Escapes that every dialect knows; the rest go as character references, which no dialect gives a meaning.
_BACKSLASH = frozenset("\\`*_[]>")
_LINE_START = re.compile(r"^(?:([#+\-])|(\d+)([.)]))")
#: What to do, by item type; for multiple it depends on the rule of marking.
_DIRECTIONS = {
    "single": "每题只有一个选项正确。",
    "judge": "正确的写“正确”，错误的写“错误”。",
}
_MULTIPLE = {
    "all_or_nothing": "每题有两个以上选项正确，全部选对才得分。",
    "half": "每题有两个以上选项正确，漏选得一半分，错选不得分。",
    "proportional": "每题有两个以上选项正确，漏选按比例得分，错选不得分。",
}


def export(library: Library, paper: Paper) -> dict[str, bytes]:
    """``paper.md`` for candidates and ``key.md`` with answers, reasons and articles."""
    return {"paper.md": _document(_paper(library, paper)), "key.md": _document(_key(library, paper))}


def escape(text: str) -> str:
    """``text`` so that Markdown shows exactly it; its line breaks stay line breaks."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return _BREAK.join(_LINE_START.sub(_plain_start, _SPECIAL.sub(_plain, line)) for line in lines if line)


def _plain(found: re.Match[str]) -> str:
    character = found.group()
    return f"\\{character}" if character in _BACKSLASH else f"&#{ord(character)};"


def _plain_start(found: re.Match[str]) -> str:
    """Keep a line from becoming a heading or a list."""
    mark, number, point = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{point}"


def _document(blocks: Iterator[str]) -> bytes:
    return ("\n\n".join(blocks) + "\n").encode()


def _paper(library: Library, paper: Paper) -> Iterator[str]:
    plan = paper.blueprint
    yield f"# {_title(paper)}"
    yield "单位：＿＿＿＿＿＿＿＿　姓名：＿＿＿＿＿＿　得分：＿＿＿＿"
    yield from _facts(library, paper)
    if plan.instructions:
        yield "## 注意事项"
        yield _BREAK.join(f"{number}．{escape(text)}" for number, text in enumerate(plan.instructions, 1))
    for index, section, items in _sections(paper):
        yield _heading(index, section)
        direction = _MULTIPLE[plan.marking] if section.type == "multiple" else _DIRECTIONS.get(section.type)
        if direction:
            yield direction
        for number, item in items:
            yield _question(number, item)


def _key(library: Library, paper: Paper) -> Iterator[str]:
    yield f"# {_title(paper)}参考答案"
    yield from _facts(library, paper)
    for index, section, items in _sections(paper):
        yield _heading(index, section)
        for number, item in items:
            yield _answer(library, number, item)


def _title(paper: Paper) -> str:
    return escape(paper.blueprint.title) + ("（示例）" if paper.blueprint.sample else "")


def _facts(library: Library, paper: Paper) -> Iterator[str]:
    """The lines below the title: for whom, how long, how many points, which draw, which day's law."""
    plan = paper.blueprint
    yield (
        f"对象：{escape(plan.audience)}　时间：{plan.minutes} 分钟　满分：{plan.total:g} 分　及格：{plan.pass_mark:g} 分"
    )
    yield f"卷号：{plan.id}-{paper.seed}　共 {len(paper.items)} 题　按 {library.as_of} 的法律状态"


def _sections(paper: Paper) -> Iterator[tuple[int, PaperSection, list[tuple[int, Item]]]]:
    """Each section with its ordinal and its items with their numbers."""
    first = 1
    for index, section in enumerate(paper.sections, 1):
        yield index, section, list(enumerate(section.items, first))
        first += len(section.items)


def _heading(index: int, section: PaperSection) -> str:
    count = len(section.items)
    points = f"本大题共 {count} 题，每题 {section.points:g} 分，共 {section.points * count:g} 分"
    return f"## {format_number(index)}、{escape(section.title)}（{points}）"


def _question(number: int, item: Item) -> str:
    """The stem, and each option on a line; a judgement has a space for its answer instead."""
    stem = f"{number}．{_sample(item)}{escape(item.stem)}"
    if item.type == "judge":
        return f"{stem}（　　）"
    return _BREAK.join([stem, *(f"{letter(i)}．{escape(option.text)}" for i, option in enumerate(item.options))])


def _answer(library: Library, number: int, item: Item) -> str:
    """The key, why, why each option is right or wrong, and the articles."""
    lines = [f"{number}．{_sample(item)}**{item.answer}**　{escape(item.explanation)}"]
    if item.type != "judge":
        lines += [_reason(i, option.text, option.why) for i, option in enumerate(item.options)]
    lines.append(f"依据：{'；'.join(escape(library.cite(basis)) for basis in item.basis)}")
    return _BREAK.join(lines)


def _reason(index: int, text: str, why: str) -> str:
    return f"{letter(index)}．{escape(text)}" + (f"　{escape(why)}" if why else "")


def _sample(item: Item) -> str:
    return "（示例）" if item.sample else ""


FORMAT = Format("markdown", "Markdown 试卷与答案", export)
