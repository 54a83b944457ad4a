"""Reading a file by its name's end: one way for every form."""

from collections import Counter
from pathlib import Path

from generator.gate import content, raising
from generator.importing.base import IMPORTERS, MAX_BYTES, MAX_LINES, Reader, Refused, Text
from generator.legal.characters import fold

_INSTEAD = {
    ".doc": "是旧的 Word 格式；用 Word 或 WPS 打开，另存为 docx",
    ".wps": "是 WPS 自己的格式；用 WPS 打开，另存为 docx",
    ".docm": "带有宏；另存为不带宏的 docx",
    ".dot": "是 Word 模板；打开后另存为 docx",
    ".rtf": "是 RTF；用 Word 或 WPS 打开，另存为 docx",
    ".ofd": "是 OFD 版式文件；用阅读器另存为 PDF 或者复制到文本文件",
    ".zip": "是压缩包；解压以后读里面的文件",
    ".rar": "是压缩包；解压以后读里面的文件",
    ".xlsm": "带有宏；另存为不带宏的 xlsx",
    ".xltm": "带有宏；另存为不带宏的 xlsx",
    ".xlsb": "是 Excel 的二进制格式；另存为 xlsx",
    ".et": "是 WPS 表格自己的格式；另存为 xlsx",
    ".ods": "是 OpenDocument 表格；另存为 xlsx",
}
_LONG = f"超过 {MAX_LINES // 10_000} 万段，不像一部法规；分成几个文件，或者检查是不是损坏了"
#: Line ends of a file for each paragraph that it gives, at most: they are counted before anything is read.
_LINES_OF_PRINT = 20


def readers() -> tuple[Reader, ...]:
    """Every form that is read, those of the house in order of module name, then those of other packages."""
    return IMPORTERS.all()


def instead(suffix: str) -> str | None:
    """What to do with a file of a form that nothing here reads, where its ending tells; else None."""
    return _INSTEAD.get(suffix)


def read_text(path: Path) -> Text:
    """The text of a file, with odd characters made plain.

    Raises:
        Refused: of a form that is not read, too large, unreadable, damaged, or harmful.
    """
    suffix = path.suffix.lower()
    reader = next((one for one in readers() if suffix in one.suffixes), None)
    if reader is None:
        known = "、".join(dict.fromkeys(end for one in readers() for end in one.suffixes))
        raise Refused(instead(suffix) or f"不认识扩展名“{suffix or '（没有）'}”；能读的有 {known}")
    with raising(Refused, "文件损坏，或者不是扩展名所说的格式；用原来的软件打开后另存"):
        content = read_bytes(path)
        if content.count(b"\n") > MAX_LINES * _LINES_OF_PRINT:
            raise Refused(_LONG)
        return folded(reader.read(content))


def read_bytes(path: Path) -> bytes:
    """A file's content.  Raises Refused where it is no plain file, too large, or can't be read."""
    with raising(Refused, "读不了"):
        return content(path, MAX_BYTES)


def folded(paragraphs: tuple[str, ...]) -> Text:
    """Paragraphs with odd characters made plain, and how many there were.

    Raises:
        Refused: more of them than any law has.
    """
    if len(paragraphs) > MAX_LINES:
        raise Refused(_LONG)
    found: Counter[str] = Counter()
    lines = []
    for paragraph in paragraphs:
        plain = fold(paragraph)
        found += plain.found
        lines.append(plain.text)
    return Text(tuple(lines), found)
