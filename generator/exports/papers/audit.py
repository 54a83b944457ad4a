"""审题表 as a document: each item with its key, its article and where its fact is written, to be signed."""

from collections.abc import Iterable, Iterator, Sequence

from generator.exams.paper import Exam, Paper
from generator.exports.papers.document import Block, Document, Para, Table, plain
from generator.exports.papers.words import titled
from generator.library import Library
from generator.questions import types
from generator.questions.item import Item

_HEAD = ("题", "题号", "题干", "答案", "依据", "难度", "内容出处", "核对")
_WIDTHS = (5, 17, 30, 15, 16, 6, 13, 6)
_LONG = 60  # characters of a stem that are shown; its number tells the rest


def audit_document(library: Library, paper: Paper) -> Document:
    """For whoever answers for the paper to check against the law, item by item."""
    told = f"卷号：{paper.code}　共 {paper.count} 题　平均难度 {paper.difficulty:.2f}"
    rows = [(str(number), item) for _, items in paper.numbered for number, item in items]
    return _document(library, f"{titled(paper)}审题表", told, rows)


def audit_of_all(library: Library, exam: Exam) -> Document:
    """The same for papers drawn for candidates: every item of any of them once."""
    items = {item.id: item for paper in exam.papers for item in paper.items}
    plan = exam.blueprint
    title = f"{plan.title}{'（示例）' if plan.sample else ''}审题表"
    told = f"每人一卷，共 {len(exam.papers)} 套，用到 {len(items)} 题"
    return _document(library, title, told, [("", item) for item in items.values()])


def _document(library: Library, title: str, told: str, rows: Sequence[tuple[str, Item]]) -> Document:
    return Document(title, title, tuple(_blocks(library, title, told, rows)), "landscape")


def _blocks(library: Library, title: str, told: str, rows: Iterable[tuple[str, Item]]) -> Iterator[Block]:
    yield Para("试卷标题", plain(title), keep=True)
    yield Para("考试说明", plain(f"{told}　按 {library.as_of} 的法律状态"), keep=True)
    yield Para("答题要求", plain("逐题对照条文核对题干、答案和选项；核对过的在末栏签名。"), keep=True)
    yield Table((_HEAD, *(_row(library, number, item) for number, item in rows)), _WIDTHS, head=True)


def _row(library: Library, number: str, item: Item) -> tuple[str, ...]:
    cited = "；".join(map(library.cite, item.basis))
    stem = item.stem.replace("**", "").replace("\n", " ")
    stem = stem if len(stem) <= _LONG else f"{stem[:_LONG]}…"
    sample = "（示例）" if item.sample else ""
    return (number, item.id + sample, stem, right_words(item), cited, f"{item.difficulty:.2f}", str(item.at), "")


def right_words(item: Item) -> str:
    """The key in words that hold in every form, whatever letters its options have there."""
    if types.of(item).graded:
        return "见参考答案"
    key, texts = item.response, [option.text for option in item.options]
    if key.prompts:
        return "；".join(f"{prompt}－{texts[place]}" for prompt, place in zip(key.prompts, key.sequence, strict=True))
    if key.sequence:
        return "→".join(texts[place] for place in key.sequence)
    return "；".join(option.text for option in item.options if option.correct) or types.answer(item)
