"""A paper as a document: title, time and points, scores, instructions, sections, and the answer card."""

from collections.abc import Iterator
from itertools import chain

from generator.exams.paper import Paper
from generator.exports.papers.card import card, on_card
from generator.exports.papers.document import Block, Document, NewPage, Para, Room, Table, plain
from generator.exports.papers.question import question
from generator.exports.papers.words import facts, heading, numbered_sections, titled
from generator.legal.numerals import format_number
from generator.library import Library
from generator.questions import types
from generator.questions.blocks import Cell


def paper_document(library: Library, paper: Paper, number: str = "") -> Document:
    """The paper to print.

    Args:
        number: of the candidate it was drawn for, printed beside 密封线.
    """
    title = titled(paper)
    return Document(title, title, tuple(_blocks(library, paper)), "sealed", number)


def _blocks(library: Library, paper: Paper) -> Iterator[Block]:
    plan = paper.blueprint
    yield Para("试卷标题", plain(titled(paper)), keep=True)
    yield Para(
        "试卷副标题",
        plain(f"考试时间：{plan.minutes} 分钟　　满分：{plan.total:g} 分　　及格：{plan.pass_mark:g} 分"),
        keep=True,
    )
    yield Para("考试说明", plain(facts(library, paper)), keep=True)
    yield _scores(paper)
    yield Para("注意事项标题", plain("注意事项"), keep=True)
    for place, text in enumerate(_instructions(paper), 1):
        yield Para("注意事项", plain(f"{place}．{text}"))
    for index, section, items in numbered_sections(paper):
        asked = [question(number, item) for number, item in items]
        if index > 1 and any(isinstance(block, Room) for block in chain(*asked[:1])):
            yield NewPage()  # what fills a page with lines to write on: programs that print break a long chain of kept blocks
        yield Para("大题", plain(heading(index, section)), keep=True)
        words = types.named(section.type).directions(plan.marking)
        if words:
            yield Para("答题要求", plain(words), keep=True)
        for found in asked:
            yield from found
    yield from card(paper)


def _scores(paper: Paper) -> Table:
    """得分栏: a column for each section, the sum, and who marked."""
    ordinals = tuple(format_number(index) for index in range(1, len(paper.sections) + 1))
    head = ("题号", *ordinals, "总分", "核分人")
    rows = [head] + [(name, *("" for _ in head[1:])) for name in ("得分", "阅卷人")]
    return Table(tuple(rows), (12, *(10 for _ in ordinals), 12, 12), high=True, centred=True)


def _instructions(paper: Paper) -> Iterator[str]:
    """What always holds, then what the blueprint says."""
    places = [on_card(item) for item in paper.items]
    filled = any(isinstance(slot, Cell) for slots in places for slot in slots)
    yield from opening(any(places), not all(places), filled)
    yield from paper.blueprint.instructions


def opening(some: bool, here: bool, filled: bool) -> Iterator[str]:
    """What instructions begin with: ``some`` is answered on the card, some ``here`` on the paper, and on the card some is ``filled`` in."""
    yield "在密封线外侧填写单位、姓名和考号；密封线内不要答题。"
    if some:
        told = "填涂或者写在卷末的答题卡上" if filled else "写在卷末的答题卡上"
        yield f"答案{told}；" + ("题目中留有空白的，直接写在空白处。" if here else "写在别处的不作为评分依据。")
    else:
        yield "答案直接写在题目留出的空白处。"
