"""Excel: the items to read and to edit, one a row, with a sheet that explains the columns."""

from collections.abc import Iterator
from typing import get_args

from generator.exams.paper import Exam
from generator.exports.base import BOTH, File, Format, Outcome, Source, Wishes, per_form
from generator.exports.rows import stem_of
from generator.exports.variants import written_out
from generator.exports.workbook import Sheet, Value, workbook
from generator.kinds.question import Grade
from generator.library import Library
from generator.questions import types
from generator.questions.item import Item, letter

_FEWEST = 8  # columns for options, more where an item has more
_Column = tuple[str, int, str]
_ASKED: tuple[_Column, ...] = (
    ("题号", 34, "由内容决定，长期不变；核对、禁用、找出处都用它，不要改。"),
    ("题型", 12, "从列表里选。"),
    ("题干", 50, "连线题、排序题、案例题把各项也写在这里，一行一项。"),
)
_TOLD: tuple[_Column, ...] = (
    ("答案", 16, "选择题和排序题写字母；判断题写正确或错误；填空题各空以分号隔开；连线题如 1-C。"),
    ("也可以写", 24, "填空题、计算题其他算对的写法，各空一行，写法以竖线隔开。"),
    ("解析", 50, "为什么对。"),
    ("选项说明", 50, "每个选项为什么对或错，一行一个。"),
    ("依据", 28, "法规与条文。"),
    ("专题", 18, "有几个的以分号隔开。"),
    ("对象", 18, "空着是不限对象。"),
    ("级别", 8, "从列表里选。"),
    ("难度", 8, "0 最易，1 最难。"),
    ("示例", 6, "“是”表示出自虚构的示例。"),
    ("内容出处", 28, "事实写在哪个文件第几行。"),
)


def export(library: Library, source: Source, _: Wishes) -> Outcome:
    """``questions.xlsx``: 说明 and 题目; of an exam, one for each form."""
    if isinstance(source, Exam):
        return Outcome(per_form(source, lambda paper: {"questions.xlsx": _book(library, paper.items)}))
    return Outcome((File("questions.xlsx", _book(library, source.items)),))


def _book(library: Library, items: tuple[Item, ...]) -> bytes:
    most = max((len(_options(item)) for item in items), default=0)
    options = tuple((f"选项{letter(place)}", 22, "没有的空着。") for place in range(max(most, _FEWEST)))
    columns = (*_ASKED, *options, *_TOLD)
    names = tuple(name for name, _, _ in columns)
    told = [(name, what) for name, _, what in columns]
    told.append(("日期", f"按 {library.as_of} 的法律状态，共 {len(items)} 题。"))
    choices = {
        names.index("题型"): tuple(types.titles().values()),
        names.index("级别"): get_args(Grade),
        names.index("示例"): ("是",),
    }
    rows = [tuple(_row(library, item, len(options))) for item in items]
    return workbook(
        (
            Sheet("说明", ("列", "写什么"), told, (14, 80), filtered=False),
            Sheet("题目", names, rows, tuple(width for _, width, _ in columns), choices=choices, strict=True),
        ),
        library.as_of,
    )


def _options(item: Item) -> list[str]:
    """Options that stand in columns of their own; those that are paired or put in order stand below the stem."""
    return [] if item.response.sequence else [option.text for option in item.options]


def _row(library: Library, item: Item, columns: int) -> Iterator[Value]:
    yield from (item.id, types.of(item).title, stem_of(item, alone=bool(_options(item))))
    texts = _options(item)
    yield from (*texts, *("" for _ in range(columns - len(texts))))
    yield types.answer(item)
    yield "\n".join("|".join(written_out(blank)[1:]) for blank in item.response.blanks)
    yield item.explanation
    yield "\n".join(f"{letter(n)}：{option.why}" for n, option in enumerate(item.options) if option.why)
    yield "；".join(map(library.cite, item.basis))
    yield "；".join(_topic(library, id) for id in item.topics)
    yield "；".join(item.audience)
    yield from (item.level, round(item.difficulty, 2), "是" if item.sample else "", str(item.at))


def _topic(library: Library, id: str) -> str:
    record = library.get("topic", id)
    return id if record is None else record.label


FORMAT = Format("xlsx", "Excel 题目表", BOTH, export)
