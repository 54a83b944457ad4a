"""Items as the rows of platforms: what all of them need, before each puts it into its own columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.sift import Unfit
from generator.exports.support import Held
from generator.exports.variants import written_out
from generator.library import Library
from generator.questions import blocks, types
from generator.questions.item import BLANK, Item, letter

#: Difficulty in three steps: up to these, else the last.
_EASY, _MIDDLE = 0.45, 0.65
_CHOICES = frozenset({"single", "multiple", "judge"})


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a platform's question.

    Attributes:
        form: single, multiple, judge, blank or essay.
        stem: plain text; line breaks stand in it.
        options: of choices; 正确 and 错误 for judge.
        right: places of the right options, from 0.
        blanks: for each blank every accepted writing.
        model: of an essay, the answer with its points.
        reason: why, with the articles.
        step: 易, 中 or 难.
        topic: title of the first topic; empty where there is none.
        tags: level and rule's other marks, for lists.
        item: what it was made from.
    """

    form: str
    stem: str
    options: tuple[str, ...]
    right: tuple[int, ...]
    blanks: tuple[tuple[str, ...], ...]
    model: str
    reason: str
    step: str
    topic: str
    tags: tuple[str, ...]
    item: Item

    @property
    def letters(self) -> str:
        """Letters of the right options: ABD."""
        return "".join(map(letter, self.right))


def row_of(library: Library, item: Item, cell: Held) -> Row:
    """The item in the form that the table says."""
    options = tuple(option.text for option in item.options) if cell.form in _CHOICES else ()
    topic = library.get("topic", item.topics[0]) if item.topics else None
    return Row(
        form=cell.form,
        stem=stem_of(item, alone=bool(options)),
        options=options,
        right=tuple(place for place, option in enumerate(item.options) if option.correct),
        blanks=_blanks(item) if cell.form == "blank" else (),
        model=_model(item),
        reason=_reason(library, item, cell.form),
        step="易" if item.difficulty <= _EASY else "中" if item.difficulty <= _MIDDLE else "难",
        topic="" if topic is None else topic.label,
        tags=(item.level,),
        item=item,
    )


def stem_of(item: Item, alone: bool = False) -> str:
    """The stem as plain text.

    Args:
        alone: leave out what stands below it on paper, as options have columns of their own.
    """
    lines: list[str] = []
    for block in types.of(item).paper(item, 1):
        lines += _said(block, alone)
    return "\n".join(lines)


def _said(block: blocks.Block, alone: bool) -> Iterator[str]:
    if isinstance(block, blocks.Stem):
        yield ("（示例）" if block.sample else "") + block.text.replace("**", "")
    elif alone:
        return
    elif isinstance(block, blocks.Choices):
        yield from (f"{letter(place)}．{text}" for place, text in enumerate(block.texts))
    elif isinstance(block, blocks.Pairs):
        yield from (f"{place}．{text}" for place, text in enumerate(block.left, 1))
        yield from (f"{letter(place)}．{text}" for place, text in enumerate(block.right))
        yield "　".join(f"{place}－{BLANK}" for place in range(1, len(block.left) + 1))
    elif isinstance(block, blocks.Space):
        yield f"{block.label}{BLANK}"
    elif isinstance(block, blocks.Sheet):
        yield from (block.title, *block.lines, *("　".join(row) for row in (block.head, *block.rows) if row))
    elif isinstance(block, blocks.Ask):
        yield f"{block.label}{block.text}（{block.marks:g} 分）"


def _blanks(item: Item) -> tuple[tuple[str, ...], ...]:
    asked = item.response
    if asked.prompts:
        return tuple((letter(place),) for place in asked.sequence)
    if asked.sequence:
        return (("".join(map(letter, asked.sequence)),),)
    return tuple(map(written_out, asked.blanks))


def _model(item: Item) -> str:
    return "\n".join(
        f"（{place}）{point.text}（{point.marks:g} 分）"
        for place, step in enumerate(item.response.steps, 1)
        for point in step.points
    )


def _reason(library: Library, item: Item, form: str) -> str:
    """The explanation, why each option is right or wrong, and the articles."""
    told = form != "judge"
    whys = [f"{letter(place)}：{option.why}" for place, option in enumerate(item.options) if option.why and told]
    return "\n".join((item.explanation, *whys, f"依据：{'；'.join(map(library.cite, item.basis))}"))


def fits(row: Row, options: int, blanks: int) -> None:
    """Raise Unfit where the row has more options or blanks than the template has columns for."""
    if len(row.options) > options:
        raise Unfit(f"有 {len(row.options)} 个选项，模板至多 {options} 个")
    if len(row.blanks) > blanks:
        raise Unfit(f"有 {len(row.blanks)} 个空，模板至多 {blanks} 个")


def one_line(text: str) -> str:
    """Text without line breaks."""
    return " ".join(text.split())
