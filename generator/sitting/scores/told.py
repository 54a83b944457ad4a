"""What a candidate is told of the result, in plain words and rows, for whatever it is written in."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.sitting.candidates import Candidate, Mark
from generator.sitting.key import KeyItem
from generator.sitting.marking import by_topic, parts, summed

SECTION_HEAD = ("大题", "得分", "满分")
TOPIC_HEAD = ("专题（由弱到强）", "得分", "满分", "答对")


@dataclass(frozen=True, slots=True)
class Line:
    """A line on an item.

    Attributes:
        label: what stands before the text.
        text: plain; a ``stem`` may hold bold between double asterisks.
        strong: the text is to be seen first.
        stem: it is what was asked.
    """

    label: str
    text: str
    strong: bool = False
    stem: bool = False


def title(candidate: Candidate) -> str:
    """Of the sheet."""
    return f"{candidate.key.title}成绩单" + ("（示例）" if candidate.key.sample else "")


def who(candidate: Candidate) -> str:
    """Number, name and unit, as far as they are known."""
    return "　".join(filter(None, (candidate.number, candidate.name, candidate.unit)))


def section_rows(candidate: Candidate) -> list[tuple[str, ...]]:
    """For each section its points and all there were."""
    pairs = list(zip(candidate.key.items, candidate.marks, strict=True))
    rows: list[tuple[str, ...]] = []
    for index, name in enumerate(candidate.key.sections, 1):
        own = [(mark.points, item.points) for item, mark in pairs if item.section == index]
        rows.append((name, str(summed(p for p, _ in own)), str(summed(t for _, t in own))))
    return rows


def topic_rows(candidate: Candidate, topic: Callable[[str], str]) -> list[tuple[str, ...]]:
    """The same for each topic, the weakest first."""
    pairs = zip(candidate.key.items, candidate.marks, strict=True)
    rows = by_topic((item.topics, mark.points, item.points, mark.right) for item, mark in pairs)
    return [(topic(r.topic), str(r.points), str(r.total), f"{r.right}/{r.count}") for r in rows]


def missed(candidate: Candidate) -> list[tuple[KeyItem, Mark]]:
    """What was not fully right."""
    pairs = zip(candidate.key.items, candidate.marks, strict=True)
    return [(item, mark) for item, mark in pairs if not mark.right]


def lines(item: KeyItem, mark: Mark) -> Iterator[Line]:
    """The item, the answer given, the right one, why, and the articles."""
    sample = "（示例）" if item.item.sample else ""
    yield Line(f"第 {item.number} 题", f"{sample}得 {mark.points} 分，满分 {item.points} 分", strong=True)
    yield Line("", item.stem, stem=True)
    yield from (Line(label, text) for label, text in item.type.reread(item.item))
    yield Line("你的答案：", _given(item, mark))
    asks = item.type.model_answer(item.item)
    if asks:
        for number, (ask, points) in enumerate(asks, 1):
            yield Line(f"（{number}）", f"{ask}　要点：{'；'.join(points)}")
    else:
        yield Line("正确答案：", item.answer, strong=True)
    if item.item.explanation:
        yield Line("解析：", item.item.explanation)
    yield from (Line(f"{said}：", why) for said, why in _reasons(item, mark))
    yield Line("依据：", "；".join(item.basis))


def _given(item: KeyItem, mark: Mark) -> str:
    if mark.fault:
        return f"没有读出来（{mark.fault}）"
    answer = item.shown(mark.given)
    if not answer:
        return "没有评分" if item.type.graded else "没有作答"
    flags = parts(item.question, mark.given)
    wrong = [str(number) for number, flag in enumerate(flags, 1) if not flag]
    several = len(flags) > 1
    return answer + (f"（第 {'、'.join(wrong)} {item.type.unit}不对）" if several and wrong else "")


def _reasons(item: KeyItem, mark: Mark) -> Iterator[tuple[str, str]]:
    """Why what was chosen is wrong, and why what was left out is right."""
    if not item.type.chosen or mark.given.empty:
        return
    chosen = set(mark.given.places)
    for place, option in enumerate(item.options):
        if option.why and (place in chosen) != option.correct:
            yield f"{item.type.named(item.item, place)} {'应选' if option.correct else '不应选'}", option.why
