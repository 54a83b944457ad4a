"""Slips of the pen in YAML: full-width signs and pasted blanks where YAML wants plain ones, and a title cut at `` #``.

YAML takes most of them for text and complains, if at all, on another line; these name the sign on its own line.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.problems import Place, Problem, Severity

_BLANK = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_DASH = "\uff0d\u2014\u2013\u2012\u2015\u2010\u2011\u2212\ufe63\ufe58\u30fc\u00ad"
_COLON = "\uff1a\ufe55\u2236\ua789\ufe13\u02d0"
_BULLET = "・•·●▪◦∙‧"
_KEY = r"[a-z][a-z0-9_]+"
_LEAD = r"^(?P<lead>[ ]*(?:-[ ]+)*)"
#: Within braces on one line, with nothing quoted before.
_FLOW = r"^[^\"'#]*\{[^\"'#}]*?"
_COMMA = "\uff0c\u3001\uff1b\ufe50"
#: What a line begins with → what it is called and what to do.  The first that fits is told.
_SLIPS = (
    (re.compile(rf"{_LEAD}(?P<sign>[{_BLANK}])"), "行首用了{name}缩进", "缩进用半角空格。"),
    (re.compile(rf"{_LEAD}(?P<sign>[{_DASH}])(?=[ {_BLANK}]|{_KEY}[ ]*[:{_COLON}])"), "列表项用了{name}", "用半角的“- ”。"),
    (re.compile(rf"^(?P<lead>[ ]*(?:-[ ]+)*-)(?P<sign>[{_BLANK}])"), "“-”后面是{name}", "用半角空格。"),
    (re.compile(rf"{_LEAD}(?P<sign>[{_BULLET}])[ {_BLANK}]*(?={_KEY}[ ]*[:{_COLON}])"), "列表项用了{name}", "用半角的“- ”。"),
    (re.compile(rf"{_LEAD}(?P<sign>＃)"), "注释用了{name}", "用半角的“# ”；真是文字的，整个值加引号。"),
    (re.compile(rf"{_LEAD}{_KEY}(?P<sign>:)(?=[^\x00-\x7f{_BLANK}])"), "{name}后面没有空格", "冒号后面加一个空格；真是文字的，整个值加引号。"),
    (re.compile(rf"{_LEAD}{_KEY}:[ ]+(?P<sign>[｜＞])[ ]*$"), "成段的文字用了{name}", "用半角的“|”或“>”。"),
    (re.compile(rf"{_LEAD}{_KEY}[ {_BLANK}]*(?P<sign>[{_COLON}])"), "字段名后面是{name}", "用半角的“: ”；真是文字的，整个值加引号。"),
    (re.compile(rf"{_LEAD}{_KEY}[ ]*:(?P<sign>[{_BLANK}])"), "冒号后面是{name}", "用半角空格。"),
    (re.compile(rf"{_LEAD}(?P<sign>[｛［【])(?={_KEY}[ ]*[:{_COLON}])"), "括号用了{name}", "用半角的“{{”和“}}”。"),
    (re.compile(rf"{_FLOW}(?:[{{,][ ]*)?{_KEY}[ {_BLANK}]*(?P<sign>[{_COLON}])"), "字段名后面是{name}", "用半角的“: ”。"),
    (re.compile(rf"{_FLOW}(?P<sign>[{_COMMA}])[ {_BLANK}]*{_KEY}[ ]*[:{_COLON}]"), "字段之间用了{name}", "用半角的“, ”；真是文字的，整个值加引号。"),
)  # fmt: skip
_NAMES = {
    "\u00a0": "不换行空格",
    "\u3000": "全角空格",
    "\uff1a": "全角冒号",
    ":": "半角冒号",
    "\uff03": "全角井号",
    "\uff5c": "全角竖线",
    "\uff1e": "全角大于号",
    "\uff0d": "全角短横",
    "\uff0c": "全角逗号",
    "\u3001": "顿号",
    "\uff1b": "全角分号",
    "\uff5b": "全角花括号",
    "\uff3b": "全角方括号",
    "\u2014": "破折号",
    "\u2013": "长横",
    "\u2212": "减号",
}
#: A sign of number (#1, # 1 号) or a label (#甲): a remark stands apart from its sign.
_CUT = re.compile(r"[ \t]+#(?=\S|[ \t]*\d)")


@dataclass(frozen=True, slots=True)
class Lines:
    """The lines of a YAML text, with the number of the first in its file."""

    lines: tuple[str, ...]
    file: str
    offset: int

    def place(self, line: int, column: int) -> Place:
        """A place in the file; both counted from 0 within the text."""
        return Place(self.file, line + 1 + self.offset, column + 1)


def slips(text: Lines, quoted: Collection[int]) -> Iterator[Problem]:
    """Each line that begins with a sign that only looks like YAML's own.

    Args:
        text: the YAML text.
        quoted: lines, from 0, that lie within quotes or a block of text, where any sign may stand.
    """
    for number, line in enumerate(text.lines):
        if number in quoted or line.isascii():
            continue
        for pattern, told, hint in _SLIPS:
            match = pattern.match(line)
            if match is None:
                continue
            sign = match["sign"]
            name = f"{_NAMES.get(sign, '全角或特殊的符号')}“{sign.strip()}”（U+{ord(sign):04X}）".replace("“”", "")
            yield Problem(text.place(number, match.start("sign")), "E102", f"YAML 写法：{told.format(name=name)}", hint)
            break


def cut(text: Lines, value: str, line: int, column: int) -> Problem | None:
    """What YAML cut from a plain text that ends at ``line`` and ``column``, from 0; None where nothing was, or it is a remark."""
    rest = text.lines[line][column:] if line < len(text.lines) else ""
    if not value or _CUT.match(rest) is None:
        return None
    lost = rest.strip()[:20]
    return Problem(
        text.place(line, column + rest.index("#")),
        "W111",
        f"“{lost}”被当作注释，没有读进来",
        "“ #”以后是注释；是文字的，整个值加引号；真是注释的，另起一行写。",
        Severity.WARNING,
    )
