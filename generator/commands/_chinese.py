"""click and typer speak English; this gives their few sentences in Chinese, through the hook they translate by."""

import importlib

import click

_WORDS = {
    "Usage:": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Arguments": "参数",
    "Show this message and exit.": "显示这段说明并退出。",
    "Error: {message}": "错误：{message}",
    "Aborted!": "已中止。",
    "Missing command.": "缺少命令。",
    "Missing argument": "缺少参数",
    "Missing option": "缺少选项",
    "Missing parameter": "缺少参数",
    "Missing {param_type}": "缺少{param_type}",
    "No such option {name!r}.": "没有这个选项：{name}",
    "No such command {name!r}.": "没有这个命令：{name}",
    "Option {name!r} does not take a value.": "选项 {name} 不带值。",
    "Option {name!r} requires an argument.": "选项 {name} 需要一个值。",
    "Invalid value: {message}": "取值不对：{message}",
    "Invalid value for {param_hint}: {message}": "{param_hint} 的取值不对：{message}",
    "Try '{command} {option}' for help.": "用 {command} {option} 查看说明。",
    "Got unexpected extra argument ({args})": "多出的参数：{args}",
    "Got unexpected extra arguments ({args})": "多出的参数：{args}",
    "{value!r} is not a valid {number_type}.": "{value} 不是有效的数。",
    "{value} is not in the range {range}.": "{value} 不合要求：{range}。",
    "{name} {filename!r} does not exist.": "{filename} 不存在。",
    "{name} {filename!r} is a directory.": "{filename} 是目录。",
    "{name} {filename!r} is a file.": "{filename} 是文件。",
    "{name} {filename!r} is not readable.": "{filename} 没有读取的权限。",
    "{name} {filename!r} is not writable.": "{filename} 没有写入的权限。",
    "{value!r} is not {choice}.": "{value} 不对，只能是 {choice}。",
    "{value!r} is not one of {choices}.": "{value} 不对，可用的是 {choices}。",
    "default: {default}": "默认 {default}",
    "required": "必填",
    "Did you mean {possibility}?": "是不是 {possibility}？",
    "(Possible options: {possibilities})": "（可用：{possibilities}）",
    "Did you mean one of: {possibilities}?": "是不是其中之一：{possibilities}？",
    "file": "文件",
    "directory": "目录",
    "path": "路径",
}
_MODULES = (
    "click.core",
    "click.decorators",
    "click.exceptions",
    "click.formatting",
    "click.parser",
    "click.types",
    "typer.core",
    "typer.main",
)


def _translate(text: str) -> str:
    return _WORDS.get(text, text)


def _plural(one: str, many: str, count: int) -> str:
    return _WORDS.get(many if count != 1 else one, one if count == 1 else many)


def _range(self: click.IntRange | click.FloatRange) -> str:
    """Bounds in words; ``x>=1`` is no Chinese, and typer puts a backslash before it."""
    if self.min is None:
        return f"至多 {self.max}"
    return f"至少 {self.min}" if self.max is None else f"{self.min} 至 {self.max}"


def speak_chinese() -> None:
    """Replace the translation function of click's and typer's modules, and what describes a range of numbers."""
    setattr(click.types._NumberRangeBase, "_describe_range", _range)  # noqa: B010  (no type of it may be set)
    for name in _MODULES:
        try:
            module = importlib.import_module(name)
        except ImportError:
            continue
        for hook, translate in (("_", _translate), ("ngettext", _plural)):
            if hasattr(module, hook):
                setattr(module, hook, translate)
