"""A candidate's sheet in Markdown: the score, the topics, and for each item that was not fully right the answer, why, and the articles."""

from collections.abc import Callable, Iterator, Sequence

from generator.exports.text import BREAK, document, escape, stressed
from generator.sitting.candidates import Candidate
from generator.sitting.scores import told


def sheet(candidate: Candidate, topic: Callable[[str], str]) -> bytes:
    """The sheet as Markdown.

    Args:
        candidate: who gave answers.
        topic: id of a topic → its title.
    """
    return document(_blocks(candidate, topic))


def _blocks(candidate: Candidate, topic: Callable[[str], str]) -> Iterator[str]:
    key = candidate.key
    yield f"# {escape(told.title(candidate))}"
    form = f"　卷别：{escape(key.form)}" if key.form else ""
    yield BREAK.join(
        (f"考生：{escape(told.who(candidate))}{form}", _verdict(candidate), f"按 {escape(key.as_of)} 的法律状态")
    )
    yield _table(told.SECTION_HEAD, told.section_rows(candidate))
    topics = told.topic_rows(candidate, topic)
    if topics:
        yield _table(told.TOPIC_HEAD, topics)
    missed = told.missed(candidate)
    if not missed:
        yield "全部答对。"
        return
    yield f"## 没有答对的题（{len(missed)} 题）"
    for item, mark in missed:
        yield BREAK.join(map(_line, told.lines(item, mark)))


def _verdict(candidate: Candidate) -> str:
    if candidate.absent:
        return "没有作答，按缺考记。"
    key, right = candidate.key, sum(mark.right for mark in candidate.marks)
    passed = "及格" if candidate.passed else "不及格"
    return (
        f"得分：**{candidate.score}** 分，满分 {key.total} 分，{key.pass_mark} 分及格：**{passed}**。"
        f"全部答对 {right} 题，共 {len(key.items)} 题。"
    )


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    rule = "|".join(("---", *("---:" for _ in head[1:])))
    body = ("| " + " | ".join(map(escape, row)) + " |" for row in rows)
    return "\n".join((f"| {' | '.join(head)} |", f"|{rule}|", *body))


def _line(line: told.Line) -> str:
    if line.stem:
        return stressed(line.text)
    if line.strong and not line.label.endswith("："):  # the number of the item
        return f"**{escape(line.label)}**　{escape(line.text)}"
    return escape(line.label) + (f"**{escape(line.text)}**" if line.strong else escape(line.text))
