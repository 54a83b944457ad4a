"""参考答案与解析 as a document: all answers at a glance, then for each item why."""

from collections.abc import Iterator

from generator.exams.paper import Paper
from generator.exports.papers.document import Block, Document, Para, Run, Table, plain
from generator.exports.papers.measure import width
from generator.exports.papers.question import asked, together
from generator.exports.papers.words import facts, heading, numbered_sections, titled
from generator.library import Library
from generator.questions import blocks, types
from generator.questions.item import Item

_SHORT = 12  # half characters of an answer that a table at a glance takes
_NARROW, _ROW = 4, 10  # the same of one that stands ten in a row
#: What stands above the reasons.
REASONS = Para("试卷副标题", plain("解析"), keep=True)


def key_document(library: Library, paper: Paper) -> Document:
    """The key with reasons and articles, for those who mark and for those who learn afterwards."""
    title = _title(paper)
    return Document(title, title, (*head(library, paper), *_glance(library, paper), *_reasons(library, paper)))


def head(library: Library, paper: Paper) -> Iterator[Block]:
    """What stands above the answers."""
    return _head(library, paper, _title(paper))


def _title(paper: Paper) -> str:
    return f"{titled(paper)}参考答案与解析"


def glance_document(library: Library, paper: Paper) -> Document:
    """The answers alone; what is long stands below the tables."""
    title = f"{titled(paper)}参考答案"
    return Document(title, title, (*_head(library, paper, title), *_glance(library, paper, whole=True)))


def _head(library: Library, paper: Paper, title: str) -> Iterator[Block]:
    plan = paper.blueprint
    yield Para("试卷标题", plain(title), keep=True)
    yield Para("试卷副标题", plain(f"满分：{plan.total:g} 分　　及格：{plan.pass_mark:g} 分"), keep=True)
    yield Para("考试说明", plain(facts(library, paper)))


def _glance(library: Library, paper: Paper, whole: bool = False) -> Iterator[Block]:
    """Tables of number and answer, ten in a row; longer answers below them.

    Args:
        whole: tell what people mark point by point as well; else it is left to what follows.
    """
    for index, section, items in numbered_sections(paper):
        if types.named(section.type).graded:
            yield from _graded(library, heading(index, section), items) if whole else ()
            continue
        pairs = [pair for number, item in items for pair in answers(library, number, item)]
        yield Para("大题", plain(heading(index, section)), keep=True)
        short = [(number, answer) for number, answer in pairs if width(answer) <= _SHORT]
        if short:
            narrow = max(width(answer) for _, answer in short) <= _NARROW
            yield _grid(short, _ROW if narrow else _ROW // 2)
        for number, answer in pairs:
            if width(answer) > _SHORT:
                yield Para("答案", plain(f"{number}．{answer}"))


def _graded(library: Library, head: str, items: tuple[tuple[int, Item], ...]) -> Iterator[Block]:
    yield Para("大题", plain(head), keep=True)
    for number, item in items:
        yield from (_line(line) for line in types.of(item).key(item, number, library.cite))


def answers(library: Library, number: int, item: Item) -> Iterator[tuple[str, str]]:
    """Each number that the item bears, with its answer."""
    for line in types.of(item).key(item, number, library.cite):
        if isinstance(line, blocks.Answer) and line.answer:
            yield line.label.rstrip("．"), line.answer


def _grid(pairs: list[tuple[str, str]], across: int) -> Table:
    rows: list[tuple[str, ...]] = []
    for start in range(0, len(pairs), across):
        chunk = pairs[start : start + across]
        missing = ("",) * (across - len(chunk))
        rows += [("题号", *(n for n, _ in chunk), *missing), ("答案", *(a for _, a in chunk), *missing)]
    return Table(tuple(rows), (12, *(9,) * across), centred=True)


def _reasons(library: Library, paper: Paper) -> Iterator[Block]:
    yield REASONS
    for index, section, items in numbered_sections(paper):
        yield Para("大题", plain(heading(index, section)), keep=True)
        for number, item in items:
            yield from reasons(library, number, item)


def reasons(library: Library, number: int, item: Item) -> tuple[Block, ...]:
    """The key of an item with why, kept together."""
    return together(tuple(_item(library, number, item)))


def _item(library: Library, number: int, item: Item) -> Iterator[Block]:
    """The key, why, why each option is right or wrong, and the articles."""
    yield from (_line(line) for line in types.of(item).key(item, number, library.cite))
    yield Para("解析", plain(f"依据：{'；'.join(map(library.cite, item.basis))}"))


def _line(line: blocks.KeyLine) -> Block:
    match line:
        case blocks.Answer(label, answer, explanation, sample):
            key = (Run(answer, True), Run("　")) if answer else ()
            return Para("答案", (Run(label + ("（示例）" if sample else "")), *key, Run(explanation)))
        case blocks.Accepted(blank, texts):
            return Para("解析", plain(f"第 {blank} 空也可以写：{'、'.join(texts)}"))
        case blocks.Reason(label, text, why):
            return Para("解析", plain(f"{label}{text}" + (f"　{why}" if why else "")))
        case blocks.Credit(text, marks, basis):
            cited = "；".join(basis)
            return Para("解析", plain(f"· {text}（{marks:g} 分）" + (f"　{cited}" if cited else "")))
        case blocks.Ask():
            return asked(line)
