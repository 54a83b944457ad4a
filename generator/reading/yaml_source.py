"""YAML with marks.

libyaml's parser gives events; this module turns them into plain values with a mark tree beside them, in one pass and
without a node graph.  Composing the graph in C would overflow the stack on a file of 100,000 brackets; here depth is
checked before each step down, and what an alias stands for is counted, not copied, so that a file whose aliases multiply
without end is refused before it takes memory.
"""

import datetime
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Place, Problems
from generator.reading.characters import fold
from generator.reading.files import read_text, relative, report_odd
from generator.reading.marks import Mark, Marked
from generator.reading.slips import Lines, cut, slips

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml: slower, the same values
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

#: Values in one file with every alias counted in full; the Code with full text has about 15,000.
MAX_NODES = 300_000
MAX_DEPTH = 40
_TOO_MUCH = "内容展开后过大或嵌套过深"
_FLATTER = f"不要用锚点（&）与别名（*）成倍地引用；层级不要超过 {MAX_DEPTH} 层。"
#: What libyaml says of a depth that it does not read.
_DEEP = "exceeded maximum nesting depth"
#: What YAML does not allow, and the line breaks that editors do not show as such.
_INVISIBLE = re.compile("[^\t\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")


class _Refused(Exception):
    """The document breaks a limit or is no document; carries what the Problem says."""

    def __init__(self, at: Place, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.at, self.code, self.message, self.hint = at, code, message, hint


def read_yaml(root: Path, path: Path, problems: Problems) -> Marked | None:
    """Read one YAML file of the project at ``root``; None where it could not be read, or is empty."""
    text = read_text(root, path, problems)
    if text is None:
        return None
    report_odd(
        _INVISIBLE.sub(" ", text), relative(root, path), 0, problems
    )  # YAML's own controls are told by the parser
    return parse_yaml(text, relative(root, path), problems)


def parse_yaml(text: str, file: str, problems: Problems, first_line: int = 1) -> Marked | None:
    """Parse YAML text.

    Args:
        text: one YAML document.
        file: the name that Places carry.
        problems: where faults go.
        first_line: line of the file on which ``text`` begins, for front matter.

    Returns:
        The value with its marks; None when there is a fault or the document is empty.
    """
    offset = first_line - 1
    lines = Lines(tuple(text.split("\n")), file, offset)
    builder = None
    try:
        _refuse_invisible(text, file, offset)
        builder = _Builder(Loader(text), lines, problems)
        found = builder.document()
    except _Refused as refused:
        problems.error(refused.at, refused.code, refused.message, refused.hint)
        return None
    except yaml.YAMLError as error:
        if _DEEP in str(getattr(error, "problem", "")):
            _report_depth(text, error, file, first_line, problems)
            return None
        slipped = list(slips(lines, builder.quoted if builder else ()))
        problems.extend(slipped)
        if not slipped:
            _report_syntax(error, file, offset, problems)
        return None
    problems.extend(slips(lines, builder.quoted))
    return found


def _refuse_invisible(text: str, file: str, offset: int) -> None:
    found = _INVISIBLE.search(text)
    if found:
        before = text[: found.start()]
        at = Place(file, before.count("\n") + 1 + offset, found.start() - (before.rfind("\n") + 1) + 1)
        code = f"U+{ord(found[0]):04X}"
        raise _Refused(
            at, "E102", f"YAML 语法错误：含有看不见的控制字符 {code}", "删去从网页或文档粘贴来的不可见字符。"
        )


def _report_depth(text: str, error: Any, file: str, first_line: int, problems: Problems) -> None:
    """E104 where the document goes too deep, though libyaml, which reads ahead, gave up further on (0.2.6 does, at 1,000)."""
    known = len(problems)
    parse_yaml(text[: error.problem_mark.index], file, problems, first_line)
    if len(problems) == known:
        at = Place(file, error.problem_mark.line + first_line, error.problem_mark.column + 1)
        problems.error(at, "E104", _TOO_MUCH, _FLATTER)


def _report_syntax(error: yaml.YAMLError, file: str, offset: int, problems: Problems) -> None:
    reason = str(getattr(error, "problem", "") or "")
    mark = getattr(error, "problem_mark", None)
    if "end of stream" in reason:  # where the quote opens tells more than where the file ends
        mark = getattr(error, "context_mark", None) or mark
    at = Place(file, mark.line + 1 + offset, mark.column + 1) if mark is not None else Place(file)
    message = next((chinese for english, chinese in _SYNTAX.items() if english in reason), "写法不合 YAML 规则")
    problems.error(at, "E102", f"YAML 语法错误：{message}", "检查缩进（用空格）、冒号后的空格和引号是否成对。")


_SYNTAX = {
    "mapping values are not allowed": "此处不能出现冒号，值里有冒号时请加引号",
    "could not find expected ':'": "缺少冒号",
    "did not find expected '-' indicator": "列表项应以“- ”开头，并对齐",
    "did not find expected key": "缩进没有对齐，或缺少键",
    "did not find expected ',' or": "方括号或花括号没有闭合，或缺少逗号",
    "did not find expected node content": "方括号或花括号里缺少内容",
    "block sequence entries are not allowed": "此处不能出现“- ”",
    "cannot start any token": "用了制表符或特殊字符开头；缩进请用空格，以特殊字符开头的文字请加引号",
    "tab character": "用了制表符缩进；缩进请用空格",
    "unexpected end of stream": "引号没有闭合",
    "escape character": "双引号里的反斜杠写法不对；写两个反斜杠，或改用单引号",
    "incompatible YAML document": "不支持这个 YAML 版本声明，请删去 %YAML 一行",
    "undefined tag handle": "不认识的标签；以 ! 开头的文字请加引号",
}


@dataclass(frozen=True, slots=True)
class _Anchored:
    """What an anchor stands for: its value, how many values that is in full, and how many levels."""

    value: Any
    mark: Mark
    count: int
    height: int


class _Builder:
    """Turns a stream of events into a value and its marks, counting as it goes."""

    def __init__(self, loader: Any, lines: Lines, problems: Problems) -> None:
        self._loader = loader
        self._lines = lines
        self._file = lines.file
        self._offset = lines.offset
        self._problems = problems
        self.quoted: set[int] = set()  # lines, from 0, that begin within quotes or a block of text
        self._count = 0
        self._anchors: dict[str, _Anchored | None] = {}

    def document(self) -> Marked | None:
        """The one document of the stream; None where it is empty.  Raises _Refused or yaml.YAMLError."""
        take = self._loader.get_event
        take()  # the stream begins
        if isinstance(take(), yaml.StreamEndEvent):
            return None
        first = take()
        empty = isinstance(first, yaml.ScalarEvent) and first.value == "" and first.implicit[0] and first.anchor is None
        value, mark, _ = self._node(first, 0)
        take()  # the document ends
        rest = take()
        if not isinstance(rest, yaml.StreamEndEvent):
            message = "YAML 语法错误：一个文件只能有一个文档"
            raise _Refused(self._at(rest), "E102", message, "去掉多余的 --- 行，或把内容分到几个文件。")
        return None if empty else Marked(value, self._file, mark)

    def _at(self, event: Any) -> Place:
        return Place(self._file, event.start_mark.line + 1 + self._offset, event.start_mark.column + 1)

    def _node(self, event: Any, depth: int) -> tuple[Any, Mark, int]:
        """Return value, mark and height of the node that begins with ``event``."""
        at = self._at(event)
        self._grow(1, depth, at)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(event, depth, at)
        before = self._count
        children: Any = None
        height = 0
        if event.anchor is not None:
            self._anchors[event.anchor] = None  # not known before its end: an alias inside would go round for ever
        if isinstance(event, yaml.ScalarEvent):
            value = self._scalar(event, at)
        elif isinstance(event, yaml.SequenceStartEvent):
            value, children, height = self._sequence(depth)
        else:
            value, children, height = self._mapping(depth)
        mark = (at.line, at.column, children)
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, mark, self._count - before + 1, height)
        return value, mark, height

    def _grow(self, count: int, depth: int, at: Place) -> None:
        self._count += count
        if self._count > MAX_NODES or depth > MAX_DEPTH:
            raise _Refused(at, "E104", _TOO_MUCH, _FLATTER)

    def _alias(self, event: Any, depth: int, at: Place) -> tuple[Any, Mark, int]:
        if event.anchor not in self._anchors:
            hint = "以 * 或 & 开头的文字请加引号。"
            raise _Refused(at, "E102", f"YAML 语法错误：没有名为 {event.anchor} 的锚点", hint)
        meant = self._anchors[event.anchor]
        if meant is None:
            raise _Refused(at, "E104", f"锚点 {event.anchor} 引用了自己", "不要让内容包含自己。")
        self._grow(meant.count - 1, depth + meant.height, at)
        return meant.value, (at.line, at.column, meant.mark[2]), meant.height

    def _sequence(self, depth: int) -> tuple[list[Any], list[Mark], int]:
        values, marks, height = [], [], 0
        while not isinstance(event := self._loader.get_event(), yaml.SequenceEndEvent):
            value, mark, below = self._node(event, depth + 1)
            values.append(value)
            marks.append(mark)
            height = max(height, below + 1)
        return values, marks, height

    def _mapping(self, depth: int) -> tuple[dict[str, Any], dict[Any, Any], int]:
        values: dict[str, Any] = {}
        marks: dict[Any, Any] = {}
        height = 0
        while not isinstance(event := self._loader.get_event(), yaml.MappingEndEvent):
            at = self._at(event)
            if not isinstance(event, yaml.ScalarEvent):
                raise _Refused(at, "E204", "键必须是文字", "键写成简单的英文字段名；以 [ 或 { 开头的文字请加引号。")
            key = fold(event.value).strip()
            value, mark, below = self._node(self._loader.get_event(), depth + 1)
            height = max(height, below + 1)
            if key in values:
                first = marks["key", key][0]
                self._problems.error(at, "E105", f"键“{key[:40]}”重复（首见第 {first} 行）", "删去其中一个。")
                continue
            values[key], marks[key] = value, mark
            marks["key", key] = (at.line, at.column)
        return values, marks, height

    def _scalar(self, event: Any, at: Place) -> Any:
        tag = event.tag
        if tag is None or tag == "!":
            tag = self._loader.resolve(yaml.ScalarNode, event.value, event.implicit)
        if event.style:
            self.quoted.update(range(event.start_mark.line + 1, event.end_mark.line + 1))
        convert = _CONVERT.get(tag)
        if convert is None:
            if not event.style and (lost := cut(self._lines, event.value, event.end_mark.line, event.end_mark.column)):
                self._problems.extend([lost])
            return event.value
        try:
            return convert(event.value)
        except ValueError:
            self._problems.error(at, "E204", f"“{event.value[:40]}”不是有效的值", "日期写成 2026-08-15。")
            return None


def _integer(text: str) -> int | str:
    """Decimal only: YAML 1.1 would read 010 as octal and 12:30 as base 60, which nobody who writes content means."""
    plain = text.replace("_", "")
    return int(plain) if plain.lstrip("+-").isdecimal() else text


def _float(text: str) -> float | str:
    try:
        return float(text.replace("_", ""))
    except ValueError:
        return text


def _timestamp(text: str) -> datetime.date | str:
    return datetime.date.fromisoformat(text) if len(text) == len("2026-08-15") else text


def _boolean(text: str) -> bool | str:
    """Only true and false: YAML 1.1 would turn yes, no, on and off into truth values too."""
    return {"true": True, "false": False}.get(text.lower(), text)


_CONVERT = {
    "tag:yaml.org,2002:int": _integer,
    "tag:yaml.org,2002:float": _float,
    "tag:yaml.org,2002:bool": _boolean,
    "tag:yaml.org,2002:null": lambda text: None,
    "tag:yaml.org,2002:timestamp": _timestamp,
}
