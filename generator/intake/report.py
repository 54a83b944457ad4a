"""What is told of brought questions: a workbook to work through, lines for the screen, and data for tools."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.exports.workbook import Sheet, workbook
from generator.intake.judged import Advice, Status
from generator.intake.taking import Taken, TakenFile
from generator.library import Library
from generator.questions import types

#: What a verdict is called.
ADVICE: Mapping[Advice, str] = {"keep": "保留", "correct": "改正", "drop": "删去", "by hand": "人工看"}
STATUS: Mapping[Status, str] = {
    "valid": "合于现行法",
    "outdated-citation": "引用的法规已废止，内容没有变",
    "outdated": "规定已经改变",
    "wrong": "题目有错",
    "unreadable": "看不懂",
}
_COLUMNS = (
    ("文件", 24, "题目在哪个文件。"),
    ("位置", 14, "段N 是 Word 的第 N 段，行N 是文本的第 N 行，其余是单元格。"),
    ("题号", 8, "文件里印的题号；编号每部分重来的，前面写第几部分。"),
    ("题型", 12, "读成了哪一种题。"),
    ("题干", 50, "去掉答案以后的题干。"),
    ("选项", 40, "一行一个。"),
    ("原答案", 10, "文件里写的答案。"),
    ("意见", 8, "保留、改正、删去，或者人工看。"),
    ("状况", 16, "合于现行法、只是引用过时、规定已变、题目有错，或者看不懂。"),
    ("改为", 30, "能算出来的新答案和新依据；空着的由人定。"),
    ("理由", 60, "为什么这样提；一行一条。"),
    ("现行依据", 28, "题目所引的、现在有效的条文；括号里是按文字找到、待核对的。"),
    ("题目质量", 30, "出题上的瑕疵；不影响对错。"),
    ("写到", 10, "题库：写进能直接用的文件；待核：写进带下划线的文件；不写：删去的题。"),
)


def data(library: Library, taken: TakenFile) -> dict[str, Any]:
    """A file as ``--json`` prints it."""
    return {
        "file": taken.path.name,
        "form": taken.form.id,
        "questions": len(taken.questions),
        "records": [_record(library, index, one) for index, one in enumerate(taken.questions, 1)],
        "problems": [
            {"where": fault.where or one.judged.question.where, "kind": fault.kind, "says": fault.says}
            for one in taken.questions
            for fault in one.judged.problems
        ],
    }


def _record(library: Library, index: int, one: Taken) -> dict[str, Any]:
    judged, question = one.judged, one.judged.question
    again = judged.again
    return {
        "index": index,
        "where": question.where,
        "number_printed": question.number or None,
        "id": one.draft.record.id,
        "type": question.type or None,
        "stem": question.stem,
        "option_texts": list(question.options),
        "labels": list(question.labels),
        "key_read": list(question.said) if isinstance(question.said, tuple) else question.said or None,
        "key_now": _key(one) or None,
        "explanation": question.explanation,
        "status": judged.status,
        "report": judged.advice,
        "citations": [ground.surface for ground in judged.grounds if ground.part != "option"],
        "article_now": [library.cite(basis) for basis in judged.bases],
        "proposed": library.cite(judged.proposed) if judged.proposed else None,
        "what_changed": [change.says for change in judged.changes],
        "reasons": list(judged.reasons),
        "flaws": list(judged.flaws),
        "lacks": list(one.draft.lacks),
        "duplicate_of": again + 1 if again is not None else None,
        "repeats": judged.repeats or None,
        "ready": one.ready,
        "problems": [{"where": f.where or question.where, "kind": f.kind, "says": f.says} for f in judged.problems],
    }


def _key(one: Taken) -> str:
    """The key under the law in force, as far as it is known."""
    judged = one.judged
    if judged.key:
        return judged.key
    good = judged.status in ("valid", "outdated-citation")
    said = judged.question.said
    return ("；".join(said) if isinstance(said, tuple) else said) if good else ""


def lines(library: Library, taken: TakenFile) -> Iterator[str]:
    """What the screen shows: each question that isn't simply kept, then a sum."""
    for one in taken.questions:
        judged, question = one.judged, one.judged.question
        if judged.advice == "keep":
            continue
        number = f"第 {question.number} 题 " if question.number else ""
        change = _instead(library, one)
        yield f"{taken.path.name}!{question.where} {number}{ADVICE[judged.advice]}：{'；'.join(judged.reasons)}{'。改为' + change if change else ''}"
    counts = Counter(one.judged.advice for one in taken.questions)
    told = "、".join(f"{name} {counts[advice]}" for advice, name in ADVICE.items() if counts[advice])
    ready = sum(one.ready for one in taken.questions)
    yield f"{taken.path.name}：{taken.form.title}，{len(taken.questions)} 题：{told}；可直接进题库 {ready} 题。"


def book(library: Library, files: Sequence[TakenFile]) -> bytes:
    """The report as a workbook: what the columns mean, a sum of each file, a row for each question."""
    names = tuple(name for name, _, _ in _COLUMNS)
    sums: list[tuple[str | int, ...]] = [
        (taken.path.name, taken.form.title, len(taken.questions), *(_count(taken, advice) for advice in ADVICE))
        for taken in files
    ]
    rows = [row for taken in files for row in _rows(library, taken)]
    told = [(name, what) for name, _, what in _COLUMNS]
    told.append(("日期", f"按 {library.as_of} 的法律状态。"))
    return workbook(
        (
            Sheet("逐题意见", names, rows, tuple(width for _, width, _ in _COLUMNS)),
            Sheet("汇总", ("文件", "读作", "题数", *ADVICE.values()), sums, (30, 16, 8, 8, 8, 8, 8), filtered=False),
            Sheet("说明", ("列", "写什么"), told, (14, 80), filtered=False),
        ),
        library.as_of,
    )


def _count(taken: TakenFile, advice: Advice) -> int:
    return sum(one.judged.advice == advice for one in taken.questions)


def _rows(library: Library, taken: TakenFile) -> Iterator[tuple[str, ...]]:
    titles = types.titles()
    for one in taken.questions:
        judged, question = one.judged, one.judged.question
        said = "；".join(question.said) if isinstance(question.said, tuple) else question.said
        bases = "；".join(map(library.cite, judged.bases))
        proposed = f"（{library.cite(judged.proposed)}）" if judged.proposed else ""
        options = "\n".join(f"{label}．{text}" for label, text in zip(question.labels, question.options, strict=True))
        yield (
            taken.path.name, question.where, question.number, titles.get(question.type, "不读"), question.stem, options,
            {"T": "正确", "F": "错误"}.get(said, said) if question.judged else said,
            ADVICE[judged.advice], STATUS[judged.status], _instead(library, one), "\n".join(judged.reasons),
            bases or proposed, "\n".join((*judged.flaws, *(f"待补{lack}" for lack in one.draft.lacks))),
            "题库" if one.ready else "不写" if judged.advice == "drop" else "待核",
        )  # fmt: skip


def _instead(library: Library, one: Taken) -> str:
    """The new key and the new basis of a question that is to be corrected."""
    judged = one.judged
    told = [f"答案 {judged.key}"] if judged.key else []
    now = [library.cite(new) for change in judged.changes for new in change.new]
    told += [f"依据 {'、'.join(dict.fromkeys(now))}"] if now else []
    return "，".join(told)
