"""Our own workbook of questions, as ``pufa export --format xlsx`` writes it and people edit it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.importing.questions.base import File, Kept, QuestionForm, Raw
from generator.importing.questions.columns import Columns
from generator.importing.questions.sheets import WORKBOOKS, read_columns
from generator.reading.heads import columns_named

_OWN = ("题号", "题型", "题干", "答案", "也可以写", "选项说明", "依据", "专题", "对象", "级别", "示例")
_AUTHORED = "authored/"


def _own(header: tuple[str, ...]) -> bool:
    return all(columns_named(header, (name,)) for name in _OWN)


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions, with all that its columns tell."""
    places: dict[str, int] = {}

    def own(header: tuple[str, ...]) -> bool:
        places.update(
            {name: columns_named(header, (name,))[0] for name in (*_OWN, "难度") if columns_named(header, (name,))}
        )
        return _own(header)

    def meant(cells: Sequence[str], columns: Columns, raw: Raw) -> Raw:
        def told(name: str) -> str:
            place = places.get(name, len(cells))
            return cells[place] if place < len(cells) else ""

        return _meant(raw, told("题号"), told)

    return read_columns(file, own, meant)


def _meant(raw: Raw, number: str, told: Callable[[str], str]) -> Raw:
    whys = tuple(re.sub(r"^[A-Z]：", "", line) for line in told("选项说明").split("\n") if line.strip())
    blanks = raw.blanks
    if told("题型").startswith("填空"):
        first = [part.strip() for part in told("答案").split("；")]
        also = told("也可以写").split("\n")
        blanks = tuple(
            (text, *(part for part in (also[place] if place < len(also) else "").split("|") if part))
            for place, text in enumerate(first)
        )
    kept = Kept(
        id=number.removeprefix(_AUTHORED) if number.startswith(_AUTHORED) else "",
        whys=whys,
        basis=_parts(told("依据")),
        topics=_parts(told("专题")),
        audience=_parts(told("对象")),
        level=told("级别"),
        difficulty=_share(told("难度")),
        sample=told("示例") == "是",
    )
    return replace(raw, number=number, blanks=blanks, kept=kept)


def _parts(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split("；") if part.strip())


def _share(text: str) -> float | None:
    return float(text) if re.fullmatch(r"0(\.\d+)?|1(\.0+)?", text) else None


FORM = QuestionForm("workbook", "pufa 的 Excel 题目表", WORKBOOKS, read, place=1)
