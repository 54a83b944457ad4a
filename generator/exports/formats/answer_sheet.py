"""The answer sheet (答题卡) as Markdown: a place for each answer, to print beside the paper."""

from collections.abc import Iterator

from generator.exams.paper import Paper, PaperSection
from generator.exports.base import Format
from generator.exports.text import document, escape, heading, sections, titled
from generator.library import Library
from generator.questions.item import Item, letter

_COLUMNS = 5  # answers in a row of a printed page


def export(library: Library, paper: Paper) -> dict[str, bytes]:
    """``answer-sheet.md``: name, unit, number and form, then a table for each section."""
    return {"answer-sheet.md": document(_blocks(paper))}


def _blocks(paper: Paper) -> Iterator[str]:
    yield f"# {titled(paper)}答题卡"
    yield f"单位：＿＿＿＿＿＿＿＿　姓名：＿＿＿＿＿＿　考号：＿＿＿＿＿＿　卷号：{escape(paper.code)}"
    for index, section, items in sections(paper):
        yield heading(index, section)
        yield from _section(section, items)


def _section(section: PaperSection, items: list[tuple[int, Item]]) -> Iterator[str]:
    if section.type in {"single", "multiple", "judge", "order"}:
        for start in range(0, len(items), _COLUMNS):
            row = items[start : start + _COLUMNS]
            cells = [_choices(item) for _, item in row]
            yield "\n".join(
                ["| " + " | ".join(line) + " |" for line in ([f"{n}" for n, _ in row], ["---"] * len(row), cells)]
            )
    else:
        for number, item in items:
            yield _lines(number, item)


def _choices(item: Item) -> str:
    if item.type == "judge":
        return "正确　错误"
    if item.type == "order":
        return "（" + "　" * len(item.options) + "）"
    return "　".join(letter(place) for place in range(len(item.options)))


def _lines(number: int, item: Item) -> str:
    """Spaces for blanks, pairs and sums; room to write for a case."""
    if item.response.prompts:
        return f"{number}．" + "　".join(f"{place}－（　　）" for place in range(1, len(item.response.prompts) + 1))
    if item.response.blanks:
        return f"{number}．" + "　".join("＿＿＿＿＿＿＿＿＿＿" for _ in item.response.blanks)
    steps = "　".join(f"（{place}）{step.marks:g} 分" for place, step in enumerate(item.response.steps, 1))
    return f"{number}．{steps}　写在答题纸上，标明问号。"


FORMAT = Format("answer-sheet", "答题卡", export)
