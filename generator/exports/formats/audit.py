"""The audit sheet (审题表) as Markdown: each item with its key, its article and where its fact is written."""

from collections.abc import Iterator

from generator.exams.paper import Paper
from generator.exports.base import EXAM, Format, each_form
from generator.exports.text import code, document, escape, numbered, titled
from generator.library import Library
from generator.questions import types
from generator.questions.item import Item


def export(library: Library, paper: Paper) -> dict[str, bytes]:
    """``audit.md``: one line an item, for whoever answers for the paper to check against the law."""
    return {"audit.md": document(_blocks(library, paper))}


def _blocks(library: Library, paper: Paper) -> Iterator[str]:
    yield f"# {titled(paper)}审题表"
    yield f"卷号：{escape(paper.code)}　共 {paper.count} 题　平均难度 {paper.difficulty:.2f}　按 {library.as_of} 的法律状态"
    yield "逐题对照条文核对题干、答案和选项；核对过的在末栏签名。"
    head = ("题", "题号", "答案", "依据", "难度", "内容出处", "核对")
    rows = [head, ("---",) * len(head), *(_row(library, number, item) for number, item in numbered(paper))]
    yield "\n".join("| " + " | ".join(row) + " |" for row in rows)


def _row(library: Library, number: int, item: Item) -> tuple[str, ...]:
    cited = "；".join(escape(library.cite(basis)) for basis in item.basis)
    sample = "（示例）" if item.sample else ""
    type = types.of(item)
    answer = "见参考答案" if type.graded else escape(type.answer(item))
    return (str(number), code(item.id) + sample, answer, cited, f"{item.difficulty:.2f}", code(str(item.at)), "")


FORMAT = Format("audit", "审题表", EXAM, each_form(export))
