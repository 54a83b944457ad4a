"""Plain text, as editors and old systems save it: UTF-8 or UTF-16 with a mark, UTF-8, or GB18030 (and so GBK, GB2312)."""

from generator.importing.base import Reader, Refused

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def decode(content: bytes) -> str:
    """The text of a file.

    Raises:
        Refused: it is binary, or in none of these encodings.
    """
    mark = next((encoding for start, encoding in _MARKS if content.startswith(start)), None)
    if mark is None and b"\0" in content[:8192]:
        raise Refused("不是文本文件")
    for encoding in (mark,) if mark else ("utf-8", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("编码认不出来；用记事本打开，另存为 UTF-8 再读")


def read(content: bytes) -> tuple[str, ...]:
    """Its lines."""
    return tuple(decode(content).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n"))


READER = Reader("plain", "纯文本", (".txt", ".text"), read)
