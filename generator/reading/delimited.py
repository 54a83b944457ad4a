"""Tables as text: CSV in the encodings and with the separators that Excel, WPS and platforms write."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from generator.reading.rows import HEADER_ROWS, LONGEST_CELL, Unreadable

_ENCODINGS = ("utf-8-sig", "gb18030")
_SEPARATORS = ",;\t，|"
#: First line by which Excel is told the separator.
_SEP = re.compile(r'\ufeff?"?sep=(.)"?[ \t]*(?:[,;\t]*)\r?\n?', re.IGNORECASE)
_QUOTED = re.compile(r'(?:^|(?<=[,;\t，|\n]))"(?:[^"]|"")*"')
_WEB = re.compile(rb"\s*<(?:!doctype html|html|table|\?xml|meta|head)", re.IGNORECASE)


def read_delimited(path: Path, plain: Callable[[str], str]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Rows of a CSV with the number of their last line.

    Args:
        path: the file.
        plain: brings a cell into one form.

    Raises:
        Unreadable: no encoding fits, or the text is no table.
    """
    content = path.read_bytes()
    if _WEB.match(content[:200].removeprefix(b"\xef\xbb\xbf")):
        raise Unreadable("这其实是网页（很多系统导出的 xls 都是），不是表格文件")
    text = _decoded(content)
    if "\0" in text:
        raise Unreadable("这不是文字表格")
    told = _SEP.match(text)
    if told and told.end() == len(text.split("\n", 1)[0]) + 1:
        lines, skipped, delimiter = text[told.end() :], 1, told[1]
    else:
        lines, skipped, delimiter = text, 0, _separator(text)
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(lines, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num + skipped, tuple(map(plain, cells))
    except csv.Error as error:
        why = f"有一格超过 {LONGEST_CELL:,} 字" if "field larger" in str(error) else "不成 CSV"
        raise Unreadable(f"第 {reader.line_num + skipped} 行{why}") from error


def _separator(text: str) -> str:
    """The mark that the most of the first lines have, and the most of them equally often, quoted parts aside; a title row has none.

    The most often in one line would not do: stems of questions in the header are full of commas.
    """
    lines = _QUOTED.sub("", text[:1_000_000]).split("\n")[:HEADER_ROWS]
    return max(_SEPARATORS, key=lambda mark: (*_counted(lines, mark), mark == ","))


def _counted(lines: list[str], mark: str) -> tuple[int, int, int]:
    """How many lines have a mark, how many of them equally many, and how many that are."""
    counts = Counter(filter(None, (line.count(mark) for line in lines)))
    count, alike = max(counts.items(), key=lambda pair: (pair[1], pair[0]), default=(0, 0))
    return counts.total(), alike, count


def _decoded(content: bytes) -> str:
    """In the first encoding that holds every byte; UTF-8 is strict enough that GBK text hardly ever passes for it."""
    wide = _wide(content)
    for encoding in (wide,) if wide else _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("编码认不出" if wide else "编码认不出：不是 UTF-8，也不是 GBK")


def _wide(content: bytes) -> str:
    """UTF-16, with its mark or, where every second byte of the beginning is zero or a Han character's, without."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    head = content[:400]
    for encoding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        if len(head) >= 20 and head[start::2].count(0) > len(head) // 8 and not head[1 - start :: 2].count(0):
            return encoding
    return ""
