"""Plain text and Markdown, as trainers write papers in them."""

import re
from collections.abc import Iterable, Iterator

from generator.importing.files import read_bytes
from generator.importing.questions.base import File, QuestionForm, Raw
from generator.importing.questions.written.lines import Line
from generator.importing.questions.written.read import read as read_paper
from generator.importing.readers.plain import decode
from generator.legal.characters import fold
from generator.questions.item import letter

_MARKDOWN = re.compile(
    r"^\s*(?:#{1,6}\s+|[-*+]\s+(?=[A-Ha-h（(]))|\*\*|__(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff。])__|\\(?=[.()\[\]_*#-])"
)


#: A task of Markdown: - [x] C. 一年
_TASK = re.compile(r"^\s*[-*+]\s+\[(?P<done>[ xX√✓])\]\s*(?P<text>.*)$")
_LETTERED = re.compile(r"[（(]?[A-Ha-h]\s*[.．、:：)）]")


def _plain(lines: Iterable[str]) -> Iterator[str]:
    """Lines of Markdown without its marks; tasks are options, those that are done the right ones."""
    count = 0
    for line in lines:
        task = _TASK.match(line)
        count = count + 1 if task else 0
        if task is None:
            yield _MARKDOWN.sub("", line)
            continue
        text = _MARKDOWN.sub("", task["text"]).rstrip()
        lettered = text if _LETTERED.match(text) else f"{letter(count - 1)}. {text}"
        yield f"{lettered} √" if task["done"] != " " else lettered


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions; of Markdown without its marks."""
    lines = decode(read_bytes(file.path)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if file.path.suffix.lower() in (".md", ".markdown"):
        lines = list(_plain(lines))
    return read_paper([Line(f"行{number}", fold(line).text) for number, line in enumerate(lines, 1)])


FORM = QuestionForm("text", "文本", (".txt", ".text", ".md", ".markdown"), read, place=9)
