"""YAML with marks.

PyYAML's C parser composes the node graph; this module turns it into plain values and a mark tree beside them.  Nodes
are counted as they are expanded, so that a file whose aliases multiply without end is refused before it fills memory.
"""

import datetime
from pathlib import Path
from typing import Any

import yaml

from generator.problems import Place, Problems
from generator.reading.files import read_text, relative
from generator.reading.marks import Mark, Marked

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # a PyYAML built without libyaml: slower, the same values
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

#: Values in one file after aliases are expanded; the Code with full text has about 15,000.
MAX_NODES = 1_000_000
MAX_DEPTH = 40


class _Refused(Exception):
    """The document breaks a limit; carries what the Problem says."""

    def __init__(self, at: Place, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.at, self.code, self.message, self.hint = at, code, message, hint


def read_yaml(root: Path, path: Path, problems: Problems) -> Marked | None:
    """Read one YAML file of the project at ``root``; None where it could not be read, or is empty."""
    text = read_text(root, path, problems)
    return None if text is None else parse_yaml(text, relative(root, path), problems)


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
    try:
        node = yaml.compose(text, Loader=Loader)
        if node is None:
            return None
        value, mark = _Expander(file, first_line - 1, problems).expand(node)
        return Marked(value, file, mark)
    except _Refused as refused:
        problems.error(refused.at, refused.code, refused.message, refused.hint)
    except yaml.YAMLError as error:
        _report_syntax(error, file, first_line - 1, problems)
    except RecursionError:
        problems.error(Place(file), "E104", "嵌套过深", f"层级不要超过 {MAX_DEPTH} 层。")
    return None


def _report_syntax(error: yaml.YAMLError, file: str, offset: int, problems: Problems) -> None:
    at = Place(file)
    mark = getattr(error, "problem_mark", None)
    if mark is not None:
        at = Place(file, mark.line + 1 + offset, mark.column + 1)
    reason = str(getattr(error, "problem", "") or "")
    message = next((chinese for english, chinese in _SYNTAX.items() if english in reason), "写法不合 YAML 规则")
    problems.error(at, "E102", f"YAML 语法错误：{message}", "检查缩进（用空格）、冒号后的空格和引号是否成对。")


_SYNTAX = {
    "mapping values are not allowed": "此处不能出现冒号，值里有冒号时请加引号",
    "could not find expected ':'": "缺少冒号",
    "did not find expected '-' indicator": "列表项应以“- ”开头，并对齐",
    "did not find expected key": "缩进没有对齐，或缺少键",
    "cannot start any token": "用了制表符或特殊字符开头",
    "found unexpected end of stream": "引号没有闭合",
    "found undefined alias": "引用了未定义的锚点；以 * 或 & 开头的文字请加引号",
    "control characters are not allowed": "含有控制字符",
    "special characters are not allowed": "含有控制字符",
    "expected a single document": "一个文件只能有一个文档，请去掉多余的 ---",
}


class _Expander:
    """Turns nodes into values and marks, counting as it goes."""

    def __init__(self, file: str, offset: int, problems: Problems) -> None:
        self._file = file
        self._offset = offset
        self._problems = problems
        self._count = 0

    def expand(self, node: yaml.Node, depth: int = 0) -> tuple[Any, Mark]:
        """Return the plain value of ``node`` and its mark tree.  Raises _Refused past a limit."""
        line, column = node.start_mark.line + 1 + self._offset, node.start_mark.column + 1
        self._count += 1
        if self._count > MAX_NODES or depth > MAX_DEPTH:
            raise _Refused(
                Place(self._file, line, column),
                "E104",
                "内容展开后过大或嵌套过深",
                "不要用锚点（&）与别名（*）成倍地引用。",
            )
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, line, column), (line, column, None)
        if isinstance(node, yaml.SequenceNode):
            pairs = [self.expand(child, depth + 1) for child in node.value]
            return [value for value, _ in pairs], (line, column, [mark for _, mark in pairs])
        return self._mapping(node, line, column, depth)

    def _mapping(self, node: yaml.Node, line: int, column: int, depth: int) -> tuple[dict[str, Any], Mark]:
        values: dict[str, Any] = {}
        marks: dict[Any, Any] = {}
        for key_node, value_node in node.value:
            at = Place(self._file, key_node.start_mark.line + 1 + self._offset, key_node.start_mark.column + 1)
            key = key_node.value
            if not isinstance(key, str):
                raise _Refused(at, "E204", "键必须是文字", "键写成简单的英文字段名。")
            if key in values:
                first = marks["key", key][0]
                self._problems.error(at, "E105", f"键“{key}”重复（首见第 {first} 行）", "删去其中一个。")
                continue
            values[key], marks[key] = self.expand(value_node, depth + 1)
            marks["key", key] = (at.line, at.column)
        return values, (line, column, marks)

    def _scalar(self, node: yaml.ScalarNode, line: int, column: int) -> Any:
        convert = _CONVERT.get(node.tag)
        if convert is None:
            return node.value
        try:
            return convert(node.value)
        except (ValueError, KeyError):
            self._problems.error(
                Place(self._file, line, column), "E204", f"“{node.value[:40]}”不是有效的值", "日期写成 2026-08-15。"
            )
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
