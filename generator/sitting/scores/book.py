"""The workbook of a sitting: scores, questions, units."""

import datetime
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from decimal import Decimal

from generator.exports.workbook import Sheet, Value, workbook
from generator.sitting.candidates import Candidate, Mark, Sitting
from generator.sitting.key import KeyItem
from generator.sitting.marking import ZERO

#: Wrong answers of a question that are told.
_TOLD = 3
#: What a unit is called that candidates did not give.
NO_UNIT = "（未填）"


def scores_book(sitting: Sitting) -> bytes:
    """The workbook as xlsx: 成绩, 各题, 各单位, and 更正 where keys were corrected."""
    sheets = (_scores(sitting), _questions(sitting), _units(sitting))
    day = datetime.date.fromisoformat(sitting.keys.first.as_of)
    return workbook((*sheets, _corrections(sitting)) if sitting.corrections else sheets, day)


def _corrections(sitting: Sitting) -> Sheet:
    changed = [one for one in sitting.present if one.before is not None and one.before != one.score]
    rows: list[Sequence[Value]] = [(told, None, None, None, None) for told in sitting.corrections]
    rows += [(None, one.number, one.name, _figure(one.before or ZERO), _figure(one.score)) for one in changed]
    return Sheet("更正", ("更正", "考号", "姓名", "更正前得分", "更正后得分"), rows, (40, 16, 12, 12, 12))


def _further(sitting: Sitting) -> tuple[Sequence[str], Callable[[Candidate], Sequence[Value]]]:
    """Columns that only some sittings have: the score before keys were corrected, every attempt, minutes."""
    corrected = bool(sitting.corrections)
    again = any(one.attempts for one in sitting.candidates)
    timed = any(one.seconds is not None for one in sitting.candidates)
    header = ("更正前得分",) * corrected + ("历次得分",) * again + ("用时（分）",) * timed

    def cells(one: Candidate) -> Sequence[Value]:
        told = "；".join(f"{a.source} {'缺考' if a.absent else a.score}" for a in one.attempts)
        before: Value = None if one.before is None else _figure(one.before)
        minutes = None if one.seconds is None else round(one.seconds / 60, 1)
        return (before,) * corrected + (told,) * again + (minutes,) * timed

    return header, cells


def _scores(sitting: Sitting) -> Sheet:
    titles = sitting.keys.first.sections
    ranks = _ranks(sitting)
    more, further = _further(sitting)
    rows = [
        (
            ranks.get(candidate.number, "缺考"),
            candidate.number,
            candidate.name,
            candidate.unit,
            candidate.key.form,
            _figure(candidate.score),
            "缺考" if candidate.absent else "及格" if candidate.passed else "不及格",
            *_by_section(candidate, len(titles)),
            sum(mark.right for mark in candidate.marks),
            _unanswered(candidate),
            *further(candidate),
        )
        for candidate in sitting.candidates
    ]
    header = ("名次", "考号", "姓名", "单位", "卷别", "得分", "结果", *titles, "全对题数", "未答题数", *more)
    widths = (6, 16, 12, 24, 8, 8, 8, *(12 for _ in titles), 10, 10, *(14 for _ in more))
    return Sheet("成绩", header, rows, widths)


def _unanswered(candidate: Candidate) -> int:
    """Questions without an answer; a voided one is nobody's to answer."""
    marked = zip(candidate.key.items, candidate.marks, strict=True)
    return sum(mark.given.empty and not item.void for item, mark in marked)


def _ranks(sitting: Sitting) -> dict[str, int]:
    """Those with the same score share the better rank."""
    ordered = sorted((candidate.score for candidate in sitting.present), reverse=True)
    first: dict[Decimal, int] = {}
    for place, score in enumerate(ordered, 1):
        first.setdefault(score, place)
    return {candidate.number: first[candidate.score] for candidate in sitting.present}


def _by_section(candidate: Candidate, count: int) -> Sequence[Value]:
    sums = [ZERO] * count
    for item, mark in zip(candidate.key.items, candidate.marks, strict=True):
        sums[item.section - 1] += mark.points
    return tuple(map(_figure, sums))


def _questions(sitting: Sitting) -> Sheet:
    """One row an item, wherever it stands in the forms."""
    numbers: dict[str, list[str]] = defaultdict(list)
    items: dict[str, KeyItem] = {}
    for key in sitting.keys.forms.values():
        for item in key.items:
            items.setdefault(item.id, item)
            numbers[item.id].append(f"{key.form}{item.number}" if len(sitting.keys.forms) > 1 else str(item.number))
    counts: dict[str, Counter[Mark]] = defaultdict(Counter)
    for candidate in sitting.present:
        for item, mark in zip(candidate.key.items, candidate.marks, strict=True):
            counts[item.id][mark] += 1
    where = {id: "每人一卷" if sitting.keys.drawn else " ".join(found) for id, found in numbers.items()}
    rows = [_question(item, where[id], counts[id]) for id, item in items.items() if counts[id]]
    header = (
        "题号",
        "题型",
        "题目",
        "人数",
        "平均得分",
        "满分",
        "得分率",
        "全对人数",
        "未答人数",
        "答案",
        "常见错答",
        "题目编号",
    )
    return Sheet("各题", header, rows, (10, 12, 50, 8, 10, 8, 10, 10, 10, 20, 30, 40))


def _question(item: KeyItem, where: str, counts: Counter[Mark]) -> tuple[Value, ...]:
    people = counts.total()
    points = sum((mark.points * count for mark, count in counts.items()), ZERO)
    return (
        where,
        item.type.title,
        item.stem.replace("**", ""),
        people,
        round(float(points) / people, 2),
        _figure(item.points),
        round(float(points) / people / float(item.points), 4),
        *_answered(item, counts),
        item.id,
    )


def _answered(item: KeyItem, counts: Counter[Mark]) -> tuple[Value, ...]:
    """How many were right and how many gave nothing, the key, and wrong answers; of a voided item that it is voided: its answers were not looked at."""
    if item.void:
        return (None, None, "作废，人人给满分", None)
    right = sum(count for mark, count in counts.items() if mark.right)
    return (right, sum(count for mark, count in counts.items() if mark.given.empty), item.answer, _common(item, counts))


def _common(item: KeyItem, counts: Counter[Mark]) -> str:
    """The wrong answers that most gave, with how many did.  Letters are those of the form that is named first."""
    given: Counter[str] = Counter()
    if item.type.graded:
        return ""
    for mark, count in counts.items():
        if not mark.right and not mark.given.empty:
            given[_in_words(item, mark)] += count
    ordered = sorted(given.items(), key=lambda pair: (-pair[1], pair[0]))
    return "，".join(f"{answer} {count} 人" for answer, count in ordered[:_TOLD])


def _in_words(item: KeyItem, mark: Mark) -> str:
    """The answer with the letters of ``item``'s form, whatever form it was given in."""
    if not mark.chosen:
        return item.shown(mark.given)
    places = [place for place, rank in enumerate(item.ranks) if mark.chosen >> rank & 1]
    return "".join(item.type.named(item.item, place) for place in places)


def _units(sitting: Sitting) -> Sheet:
    found: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in sitting.candidates:
        found[candidate.unit].append(candidate)
    rows = [_unit(unit or NO_UNIT, people) for unit, people in sorted(found.items(), key=_named_first)]
    header = ("单位", "应考", "实考", "平均分", "最高分", "最低分", "及格人数", "及格率")
    return Sheet("各单位", header, rows, (30, 8, 8, 10, 10, 10, 10, 10))


def _named_first(entry: tuple[str, Sequence[Candidate]]) -> tuple[bool, str]:
    return (not entry[0], entry[0])


def _unit(unit: str, people: Sequence[Candidate]) -> tuple[Value, ...]:
    scores = [candidate.score for candidate in people if not candidate.absent]
    passed = sum(candidate.passed for candidate in people)
    if not scores:
        return (unit, len(people), 0, None, None, None, 0, None)
    mean = round(float(sum(scores, ZERO)) / len(scores), 2)
    best, worst = _figure(max(scores)), _figure(min(scores))
    return (unit, len(people), len(scores), mean, best, worst, passed, round(passed / len(scores), 4))


def _figure(points: Decimal) -> float:
    return float(points)
