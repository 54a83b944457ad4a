"""Candidates' sheets in Word or PDF (成绩单): each on pages of its own, to print and hand out."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.exports.docx.write import docx_of
from generator.exports.papers.document import Block, Document, Para, Run, Table, plain, stressed
from generator.exports.papers.question import together
from generator.exports.typeset.write import pdf_of
from generator.sitting.candidates import Candidate
from generator.sitting.scores import told

#: What the files are called before their number, and whose sheets stand in one.
NAME, TOGETHER = "candidates", 200
#: Ending of a file → what writes it.
WRITERS: Mapping[str, Callable[[Sequence[Document], datetime.date], bytes]] = {"docx": docx_of, "pdf": pdf_of}


def slips(candidates: Sequence[Candidate], topic: Callable[[str], str], ending: str = "docx") -> Mapping[str, bytes]:
    """``candidates.docx`` with a sheet for each candidate in their order; more than 200 go into further files.

    Args:
        candidates: all of one exam; with none there is no file.
        topic: id of a topic → its title.
        ending: one of ``WRITERS``.

    Raises:
        UNPRINTED: a PDF can't be written (``exports.typeset.write``).
    """
    found = {}
    for name, some in zip(file_names(len(candidates), ending), _chunks(candidates), strict=True):
        day = datetime.date.fromisoformat(some[0].key.as_of)
        found[name] = WRITERS[ending]([_document(candidate, topic) for candidate in some], day)
    return found


def file_names(candidates: int, ending: str = "docx") -> list[str]:
    """Names of the files for so many candidates."""
    count = -(-candidates // TOGETHER)
    return [f"{NAME}.{ending}"] if count == 1 else [f"{NAME}-{number}.{ending}" for number in range(1, count + 1)]


def _chunks(candidates: Sequence[Candidate]) -> Iterator[Sequence[Candidate]]:
    return (candidates[start : start + TOGETHER] for start in range(0, len(candidates), TOGETHER))


def _document(candidate: Candidate, topic: Callable[[str], str]) -> Document:
    title = told.title(candidate)
    return Document(title, f"{title}　{told.who(candidate)}", tuple(_blocks(candidate, topic)))


def _blocks(candidate: Candidate, topic: Callable[[str], str]) -> Iterator[Block]:
    key = candidate.key
    yield Para("试卷标题", plain(told.title(candidate)), keep=True)
    form = f"　　卷别：{key.form}" if key.form else ""
    yield Para("试卷副标题", plain(f"考生：{told.who(candidate)}{form}"), keep=True)
    yield Para("考试说明", plain(f"按 {key.as_of} 的法律状态"), keep=True)
    if candidate.absent:
        yield Para("答题要求", plain("没有作答，按缺考记。"))
        return
    right = sum(mark.right for mark in candidate.marks)
    head = ("得分", "满分", "及格分", "结果", "全部答对")
    score = (candidate.score, key.total, key.pass_mark, "及格" if candidate.passed else "不及格")
    row = (*map(str, score), f"{right} 题，共 {len(key.items)} 题")
    yield Table((head, row), (10, 10, 10, 10, 20), high=True, centred=True)
    yield from _table("各大题", told.SECTION_HEAD, told.section_rows(candidate), (40, 10, 10))
    yield from _table("各专题", told.TOPIC_HEAD, told.topic_rows(candidate, topic), (40, 10, 10, 10))
    missed = told.missed(candidate)
    yield Para("大题", plain(f"没有答对的题（{len(missed)} 题）" if missed else "全部答对"), keep=bool(missed))
    for item, mark in missed:
        yield from together([_line(line, not place) for place, line in enumerate(told.lines(item, mark))])


def _table(title: str, head: tuple[str, ...], rows: list[tuple[str, ...]], widths: tuple[int, ...]) -> Iterator[Block]:
    if rows:
        yield Para("大题", plain(title), keep=True)
        yield Table((head, *rows), widths, head=True, centred=True)


def _line(line: told.Line, first: bool) -> Para:
    if line.stem:
        return Para("材料", stressed(line.text))
    if first:
        return Para("答案", (Run(line.label, True), Run(f"　{line.text}")))
    return Para("解析", (Run(line.label), Run(line.text, line.strong)))
