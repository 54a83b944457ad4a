"""A candidate's sheet: the score, the topics, and for each item that was not fully right the answer, why, and the articles."""

from collections.abc import Callable, Iterator

from generator.exports.text import BREAK, document, escape, stressed
from generator.sitting.candidates import Candidate, Mark
from generator.sitting.key import KeyItem
from generator.sitting.marking import by_topic, parts, summed


def sheet(candidate: Candidate, topic: Callable[[str], str]) -> bytes:
    """The sheet as Markdown.

    Args:
        candidate: who gave answers.
        topic: id of a topic → its title.
    """
    return document(_blocks(candidate, topic))


def _blocks(candidate: Candidate, topic: Callable[[str], str]) -> Iterator[str]:
    key = candidate.key
    who = "　".join(filter(None, (candidate.number, candidate.name, candidate.unit)))
    yield f"# {escape(key.title)}成绩单" + ("（示例）" if key.sample else "")
    form = f"　卷别：{escape(key.form)}" if key.form else ""
    yield BREAK.join((f"考生：{escape(who)}{form}", _verdict(candidate), f"按 {escape(key.as_of)} 的法律状态"))
    pairs = list(zip(key.items, candidate.marks, strict=True))
    yield from _tables(candidate, pairs, topic)
    wrong = [(item, mark) for item, mark in pairs if not mark.right]
    if not wrong:
        yield "全部答对。"
        return
    yield f"## 没有答对的题（{len(wrong)} 题）"
    for item, mark in wrong:
        yield BREAK.join(_item(item, mark))


def _verdict(candidate: Candidate) -> str:
    if candidate.absent:
        return "没有作答，按缺考记。"
    key, right = candidate.key, sum(mark.right for mark in candidate.marks)
    passed = "及格" if candidate.passed else "不及格"
    return (
        f"得分：**{candidate.score}** 分，满分 {key.total} 分，{key.pass_mark} 分及格：**{passed}**。"
        f"全部答对 {right} 题，共 {len(key.items)} 题。"
    )


def _tables(candidate: Candidate, pairs: list[tuple[KeyItem, Mark]], topic: Callable[[str], str]) -> Iterator[str]:
    lines = ["| 大题 | 得分 | 满分 |", "|---|---:|---:|"]
    for index, title in enumerate(candidate.key.sections, 1):
        own = [(mark.points, item.points) for item, mark in pairs if item.section == index]
        lines.append(f"| {escape(title)} | {summed(p for p, _ in own)} | {summed(t for _, t in own)} |")
    yield "\n".join(lines)
    rows = by_topic((item.topics, mark.points, item.points, mark.right) for item, mark in pairs)
    if rows:
        lines = ["| 专题（由弱到强） | 得分 | 满分 | 答对 |", "|---|---:|---:|---:|"]
        lines += [f"| {escape(topic(r.topic))} | {r.points} | {r.total} | {r.right}/{r.count} |" for r in rows]
        yield "\n".join(lines)


def _item(item: KeyItem, mark: Mark) -> Iterator[str]:
    sample = "（示例）" if item.item.sample else ""
    yield f"**第 {item.number} 题**　{sample}得 {mark.points} 分，满分 {item.points} 分"
    yield stressed(item.stem)
    yield from (f"{label}{escape(text)}" for label, text in item.type.reread(item.item))
    yield f"你的答案：{_given(item, mark)}"
    asks = item.type.model_answer(item.item)
    if asks:
        for number, (ask, points) in enumerate(asks, 1):
            yield f"（{number}）{escape(ask)}　要点：{'；'.join(map(escape, points))}"
    else:
        yield f"正确答案：**{escape(item.answer)}**"
    if item.item.explanation:
        yield f"解析：{escape(item.item.explanation)}"
    yield from _reasons(item, mark)
    yield f"依据：{'；'.join(map(escape, item.basis))}"


def _given(item: KeyItem, mark: Mark) -> str:
    if mark.fault:
        return f"没有读出来（{escape(mark.fault)}）"
    answer = item.shown(mark.given)
    if not answer:
        return "没有评分" if item.type.graded else "没有作答"
    flags = parts(item.question, mark.given)
    wrong = [str(number) for number, flag in enumerate(flags, 1) if not flag]
    several = len(flags) > 1
    return escape(answer) + (f"（第 {'、'.join(wrong)} {item.type.unit}不对）" if several and wrong else "")


def _reasons(item: KeyItem, mark: Mark) -> Iterator[str]:
    """Why what was chosen is wrong, and why what was left out is right."""
    if not item.type.chosen or mark.given.empty:
        return
    chosen = set(mark.given.places)
    for place, option in enumerate(item.options):
        if option.why and (place in chosen) != option.correct:
            name = item.type.named(item.item, place)
            yield f"{escape(name)} {'应选' if option.correct else '不应选'}：{escape(option.why)}"
