"""Items as the rows of platforms: what all of them need, before each puts it into its own columns."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.exports.sift import Unfit
from generator.exports.support import Held
from generator.exports.variants import written_out
from generator.library import Library
from generator.library.remember import once
from generator.questions import blocks, types
from generator.questions.item import BLANK, Item, letter

#: Difficulty in three steps: up to these, else the last.
_EASY, _MIDDLE = 0.4, 0.55
_CHOICES = frozenset({"single", "multiple", "judge"})
#: Whether several options may be right → what a part of an item is written as.
_FORMS = {False: "single", True: "multiple"}


@dataclass(frozen=True, slots=True)
class Row:
    """An item as a platform's question.

    Attributes:
        form: single, multiple, judge, blank or essay.
        over: what several questions share, told before the first of them; empty where there is one alone.
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
    over: str
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
    def whole(self) -> str:
        """What the questions share, if anything, and the stem."""
        return f"{self.over}\n{self.stem}" if self.over else self.stem

    @property
    def letters(self) -> str:
        """Letters of the right options: ABD."""
        return "".join(map(letter, self.right))


@once
def rows_of(library: Library, item: Item, cell: Held) -> tuple[Row, ...]:
    """The item in the form that the table says: one row, or one for each of its questions."""
    if cell.form == "parts":
        over, stems = _shared(item)
        parts = zip(types.of(item).decided(item), stems, strict=True)
        return tuple(_row(library, part, _FORMS[types.of(part).several], over, stem) for part, stem in parts)
    if cell.form == "asks":
        over, stems = _shared(item)
        models = _models(item)
        return tuple(_row(library, item, "essay", over, stem, model) for stem, model in zip(stems, models, strict=True))
    if cell.form == "letters":
        return (_row(library, item, "blank", "", stem_of(item, joined=True), joined=True),)
    alone = cell.form in _CHOICES
    return (_row(library, item, cell.form, "", stem_of(item, alone), "\n".join(_models(item))),)


def count_of(item: Item, cell: Held) -> int:
    """How many rows ``rows_of`` gives."""
    if cell.form == "parts":
        return len(types.of(item).decided(item))
    return len(item.response.steps) if cell.form == "asks" else 1


def _row(library: Library, item: Item, form: str, over: str, stem: str, model: str = "", joined: bool = False) -> Row:
    topic = library.get("topic", item.topics[0]) if item.topics else None
    return Row(
        form=form,
        over=over,
        stem=stem,
        options=tuple(option.text for option in item.options) if form in _CHOICES else (),
        right=tuple(place for place, option in enumerate(item.options) if option.correct),
        blanks=_blanks(item, joined) if form == "blank" else (),
        model=model,
        reason=_reason(library, item, form),
        step="易" if item.difficulty <= _EASY else "中" if item.difficulty <= _MIDDLE else "难",
        topic="" if topic is None else topic.label,
        tags=(item.level,),
        item=item,
    )


def stem_of(item: Item, alone: bool = False, joined: bool = False) -> str:
    """The stem as plain text.

    Args:
        alone: leave out what stands below it on paper, as options have columns of their own.
        joined: letters to pairs go into one blank, one behind the other.
    """
    lines: list[str] = []
    for place, block in enumerate(types.of(item).paper(item, 1)):
        if place and isinstance(block, blocks.Stem):
            lines.append(block.label + block.text.replace("**", ""))
        else:
            lines += _said(block, alone, joined)
    return "\n".join(lines)


def _shared(item: Item) -> tuple[str, list[str]]:
    """What the questions of an item share, and each of them."""
    first, *rest = types.of(item).paper(item, 1)
    over, stems = list(_said(first, True)), []
    for block in rest:
        if isinstance(block, blocks.Sheet):
            over += _said(block, False)
        elif isinstance(block, blocks.Stem):
            stems.append(block.text.replace("**", ""))
        elif isinstance(block, blocks.Ask):
            stems += _said(block, False)
    return "\n".join(over), stems


def _said(block: blocks.Block, alone: bool, joined: bool = False) -> Iterator[str]:
    if isinstance(block, blocks.Stem):
        yield ("（示例）" if block.sample else "") + block.text.replace("**", "")
    elif alone:
        return
    elif isinstance(block, blocks.Choices):
        yield from (f"{letter(place)}．{text}" for place, text in enumerate(block.texts))
    elif isinstance(block, blocks.Pairs):
        yield from (f"{place}．{text}" for place, text in enumerate(block.left, 1))
        yield from (f"{letter(place)}．{text}" for place, text in enumerate(block.right))
        each = "　".join(f"{place}－{BLANK}" for place in range(1, len(block.left) + 1))
        yield f"照左栏的次序，连着写出对应的字母：{BLANK}" if joined else each
    elif isinstance(block, blocks.Space):
        yield f"{block.label}{BLANK}"
    elif isinstance(block, blocks.Sheet):
        yield from (block.title, *block.lines, *("　".join(row) for row in (block.head, *block.rows) if row))
    elif isinstance(block, blocks.Ask):
        yield f"{block.label}{block.text}（{block.marks:g} 分）"


def _blanks(item: Item, joined: bool) -> tuple[tuple[str, ...], ...]:
    asked = item.response
    if asked.prompts and not joined:
        return tuple((letter(place),) for place in asked.sequence)
    if asked.sequence:
        return (("".join(map(letter, asked.sequence)),),)
    return tuple(map(written_out, asked.blanks))


def _models(item: Item) -> list[str]:
    """For each question that people mark, its points."""
    return [
        "\n".join(f"（{place}）{point.text}（{point.marks:g} 分）" for point in step.points)
        for place, step in enumerate(item.response.steps, 1)
    ]


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
