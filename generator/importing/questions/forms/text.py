"""Plain text and Markdown, as trainers write papers in them."""

import re

from generator.importing.files import read_bytes
from generator.importing.questions.base import File, QuestionForm, Raw
from generator.importing.questions.written.lines import Line
from generator.importing.questions.written.read import read as read_paper
from generator.importing.readers.plain import decode
from generator.legal.characters import fold

_MARKDOWN = re.compile(
    r"^\s*(?:#{1,6}\s+|[-*+]\s+(?=[A-Ha-h（(]))|\*\*|__(?=[\u4e00-\u9fff])|(?<=[\u4e00-\u9fff。])__|\\(?=[.()\[\]_*#-])"
)


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions; of Markdown without its marks."""
    lines = decode(read_bytes(file.path)).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if file.path.suffix.lower() in (".md", ".markdown"):
        lines = [_MARKDOWN.sub("", line) for line in lines]
    return read_paper([Line(f"行{number}", fold(line).text) for number, line in enumerate(lines, 1)])


FORM = QuestionForm("text", "文本", (".txt", ".text", ".md", ".markdown"), read, place=9)
