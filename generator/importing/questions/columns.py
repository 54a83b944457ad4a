"""Questions in the rows of a table whose columns have names: what offices and platforms call them."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from generator.importing.questions.base import Fault, Kept, Raw
from generator.importing.questions.written import options
from generator.importing.questions.written.read import read_one
from generator.questions.item import letter
from generator.reading.heads import columns_named

_NAMES = {
    "stem": ("小题题干", "题干", "试题题干", "题目内容", "试题内容", "题目题干", "问题内容", "题目", "试题", "问题", "题目名称", "题干内容", "内容", "question", "stem"),
    "over": ("大题题干", "材料", "共用题干"),
    "kind": ("小题题型", "题型", "题目类型", "试题类型", "题目题型", "类型", "题类", "类别", "type"),
    "group": ("题目类型",),
    "answer": ("正确答案", "答案", "标准答案", "参考答案", "试题答案", "题目答案", "正确选项", "答案1", "answer", "key"),
    "second": ("答案2",),
    "reason": ("解析", "答案解析", "试题解析", "题目解析", "解析说明", "详解", "答案说明", "explanation", "feedback"),
    "basis": ("依据", "法律依据", "出处", "法条依据", "法条", "来源"),
    "topic": ("专题", "知识点", "章节", "目录", "分类", "考点"),
    "step": ("难度", "难易度", "难易程度", "难度系数"),
    "number": ("序号", "题号", "编号", "No", "No."),
    "options": ("选项", "备选项", "备选答案", "选项内容", "题目选项", "试题选项"),
}  # fmt: skip
_MOST = 12
_STEPS = {
    "易": 0.3,
    "简单": 0.3,
    "容易": 0.3,
    "较易": 0.3,
    "中": 0.5,
    "中等": 0.5,
    "一般": 0.5,
    "适中": 0.5,
    "难": 0.7,
    "困难": 0.7,
    "较难": 0.7,
}
_PARTS = re.compile(r"\n|┋|\|\||\$;\$|\|(?=\s*[A-H]\s*[.．、:：])|[;；](?=\s*[A-H]\s*[.．、:：])")
_OWN_LABEL = re.compile(r"^\s*[（(]?(?P<label>[A-Ha-h])[)）]?\s*[.．、:：]\s*(?=\S)")


@dataclass(frozen=True)
class Columns:
    """Places of the columns by what they hold, from 0; of options, in order."""

    at: dict[str, int]
    options: tuple[int, ...]

    @classmethod
    def of(cls, header: Sequence[str]) -> "Columns | None":
        """The columns of a header; None where it is none of a table of questions."""
        chosen = [next(iter(columns_named(header, _option_names(place))), None) for place in range(_MOST)]
        taken = tuple(column for column in chosen if column is not None)
        at: dict[str, int] = {}
        for what, names in _NAMES.items():
            found = next((column for column in columns_named(header, names) if column not in at.values()), None)
            if found is not None and found not in taken:
                at[what] = found
        if "stem" not in at and "over" in at:
            at["stem"] = at.pop("over")
        return cls(at, taken) if "stem" in at and ("answer" in at or taken) else None

    def stem_in(self, cells: Sequence[str]) -> int:
        """The column, from 0, in which a row has its stem: that of what its parts share where it has no part of its own."""
        shared = self.at.get("over")
        return shared if shared is not None and not self.get(cells, "stem") else self.at["stem"]

    def get(self, cells: Sequence[str], what: str) -> str:
        """A cell by what it holds; empty where there is no such column."""
        place = self.at.get(what)
        return cells[place].strip() if place is not None and place < len(cells) else ""


def _option_names(place: int) -> tuple[str, ...]:
    mark = letter(place)
    return (
        f"选项{mark}", f"{mark}选项", f"{mark}项", mark, f"答案{mark}", f"选择{mark}", f"备选项{mark}", f"备选答案{mark}", f"option{mark}",
        f"选项{place + 1}", f"选择项{place + 1}", f"备选项{place + 1}", f"备选答案{place + 1}",
    )  # fmt: skip


def header_in(rows: Sequence[tuple[str, ...]], most: int = 20) -> tuple[int, Columns] | None:
    """Index of the row that is the header of a table of questions, and its columns."""
    for place, cells in enumerate(rows[:most]):
        found = Columns.of(cells)
        if found is not None:
            return place, found
    return None


#: Cells of a row, its columns, the question made of them so far → the question as the platform means it.
Meant = Callable[[Sequence[str], Columns, Raw], Raw]


def as_they_stand(cells: Sequence[str], columns: Columns, raw: Raw) -> Raw:
    """The question as its row says."""
    return raw


def question_of(cells: Sequence[str], columns: Columns, where: str, meant: Meant = as_they_stand) -> Raw | None:
    """The question of a row; None where the row holds none (empty, a note, a sum)."""
    stem, kind = columns.get(cells, "stem"), columns.get(cells, "kind")
    over = columns.get(cells, "over")
    if not stem and over and not kind:
        stem, over = over, ""
    filled = sum(bool(cell.strip()) for cell in cells)
    if not stem and filled < 2:
        return None
    if filled == 1 and not columns.get(cells, "answer"):
        return None  # a note, or the head of a group
    chosen = _options(cells, columns)
    answer = columns.get(cells, "answer")
    explanation = columns.get(cells, "reason")
    plain = read_one(f"{over}\n{stem}" if over else stem)
    basis = tuple(part.strip() for part in re.split(r"[；;\n]", columns.get(cells, "basis")) if part.strip())
    raw = Raw(
        where,
        plain.stem,
        chosen or plain.options,
        (*plain.answers, *([answer] if answer else [])),
        kind=kind,
        number=columns.get(cells, "number"),
        explanation=explanation,
        kept=Kept(
            basis=basis,
            topics=tuple(filter(None, [columns.get(cells, "topic")])),
            difficulty=_STEPS.get(columns.get(cells, "step")),
        ),
    )
    return meant(cells, columns, raw)


def _options(cells: Sequence[str], columns: Columns) -> tuple[tuple[str, str], ...]:
    """Options of columns of their own, up to the last that is filled; or all those of one cell."""
    if columns.options:
        texts = [cells[column].strip() if column < len(cells) else "" for column in columns.options]
        last = max((place for place, text in enumerate(texts) if text), default=-1)
        return tuple(
            (_label(place, texts), _OWN_LABEL.sub("", text)) for place, text in enumerate(texts[: last + 1]) if text
        )
    together = columns.get(cells, "options")
    if not together:
        return ()
    _, found = options.split("\n".join(part.strip() for part in _PARTS.split(together) if part.strip()))
    if found:
        return found
    parts = [part.strip() for part in re.split(r"\n|┋|\||[;；]", together) if part.strip()]
    if len(parts) == 1:  # ①甲②乙③丙, with no room between them
        parts = [part.strip(" 、，,") for part in re.split("[①-⑧][.．、]?", together) if part.strip()]
    return tuple(("", part) for part in parts) if len(parts) > 1 else ()


def _label(place: int, texts: Sequence[str]) -> str:
    """The letter of a column; none where every column up to the last is filled, as then its place says it too."""
    return "" if all(texts[: place + 1]) else letter(place)


def questions_of(rows: Sequence[tuple[str, ...]], where: str) -> list[Raw]:
    """The questions of a table in Word; none where it is no table of questions."""
    found = header_in(rows)
    if found is None:
        return []
    head, columns = found
    asked = []
    for place, cells in enumerate(rows[head + 1 :], head + 2):
        raw = question_of(cells, columns, f"{where}行{place}列{columns.at['stem'] + 1}")
        if raw is not None:
            asked.append(raw)
    return asked


def spoiled(raw: Raw, message: str) -> Raw:
    """The question with a fault of a cell that could not be read."""
    return replace(raw, faults=(*raw.faults, Fault("cell-unreadable", message)))


__all__ = ["Columns", "Meant", "as_they_stand", "header_in", "question_of", "questions_of", "spoiled"]
