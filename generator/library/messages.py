"""What pydantic found, as Problems that a clerk can act on."""

import difflib
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.problems import Problem
from generator.reading import Marked

#: pydantic error type → (code, message); fields of the error's context are filled in.
_MESSAGES: dict[str, tuple[str, str]] = {
    "missing": ("E201", "缺少必填字段 {field}"),
    "string_type": ("E204", "{field} 应为文字"),
    "int_type": ("E204", "{field} 应为整数"),
    "int_from_float": ("E204", "{field} 应为整数"),
    "float_type": ("E204", "{field} 应为数字"),
    "bool_type": ("E204", "{field} 应为 true 或 false"),
    "date_type": ("E204", "{field} 应为日期，如 2026-08-15"),
    "tuple_type": ("E204", "{field} 应为列表"),
    "list_type": ("E204", "{field} 应为列表"),
    "dict_type": ("E204", "{field} 应为字段表"),
    "model_type": ("E204", "{field} 应为字段表（名称: 值）"),
    "model_attributes_type": ("E204", "{field} 应为字段表（名称: 值）"),
    "literal_error": ("E204", "{field} 的取值“{input}”不在允许之列：{expected}"),
    "string_pattern_mismatch": ("E204", "{field} 的写法不对：“{input}”"),
    "string_too_long": ("E204", "{field} 太长，上限 {max_length} 字"),
    "too_short": ("E204", "{field} 至少要有 {min_length} 项"),
    "too_long": ("E204", "{field} 至多 {max_length} 项"),
    "greater_than": ("E204", "{field} 应大于 {gt}"),
    "less_than": ("E204", "{field} 应小于 {lt}"),
    "greater_than_equal": ("E204", "{field} 不应小于 {ge}"),
    "less_than_equal": ("E204", "{field} 不应大于 {le}"),
    "missing_argument": ("E204", "{field} 的项数不对"),
    "markup": ("E205", "{field}：{message}"),
    "control": ("E109", "{field}：{message}"),
    "heavy": ("E110", "{field}：{message}"),
    "dates": ("E206", "{message}"),
    "citation": ("E207", "{field}：{message}"),
    "climbs": ("E106", "{field}：{message}"),
    "absent": ("E301", "{field}：{message}"),
    "finite_number": ("E204", "{field} 应为有限的数"),
    "unknown_regulation": ("E302", "{message}"),
    "unknown_version": ("E302", "{message}"),
    "ambiguous_regulation": ("E304", "{message}"),
}

_HINTS: dict[str, str] = {
    "string_type": "像数字、日期的文字要加引号。",
    "date_type": "日期不加引号，写成 年-月-日，月和日各两位。",
    "int_type": "金额写整数元，如 200000，不加引号、单位和千分位。",
    "float_type": "写数字，不加引号和单位。",
    "tuple_type": "每项一行，以“- ”开头；或写成 [甲, 乙]。",
    "string_pattern_mismatch": "编号只用小写英文字母、数字和连字符，如 eia-unapproved。",
    "markup": "文字里不能有 HTML；要写小于号时用“小于”或全角“＜”。",
    "control": "删去从网页或文档粘贴来的看不见的字符。",
    "heavy": "分成几段或几篇；代码放进 ``` 围起来的代码块。",
    "day": "核对年份。",
    "twice": "删去重复的一项。",
    "reserved": "换一个编号，如在前面或后面加上别的字。",
    "citation": "写成“法规名称 第12条第1款第（二）项”；名称用登记过的全称、简称或者别名。",
    "climbs": "只写 docs/ 目录下的相对路径，不要用 .. 或以 / 开头。",
    "too_short": "至少写一项；没有内容时整个字段都不写。",
    "dates": "核对这两个日期，改正写错的一个。",
    "bounds": "min 是下限，max 是上限，以上、以下都包括本数。",
    "absent": "把文件放进 docs/，或改正路径。",
    "unknown_regulation": "先在 content/regulations 里登记这部法规，或改正名称。",
    "ambiguous_regulation": "写全称或法规编号。",
    "unknown_version": "在法规的 versions 里登记这个文本，或者写明它的施行日期。",
    "missing": "补上这个字段。",
}


#: The hint where there is none of its own.
_OTHERWISE = "对照内容手册（docs/content-guide.md）里这一类记录的例子改。"

#: Faults told of one record; a record with more is most likely something else altogether.
MOST = 50


def explain(error: ValidationError, marked: Marked, model: type[BaseModel]) -> list[Problem]:
    """Turn a validation error into Problems, each at the place of the value at fault.

    Args:
        error: what pydantic raised for one record.
        marked: the record as read, with marks.
        model: the model it was read into, for the names of fields.
    """
    every = error.errors(include_url=False)
    details = [detail for detail in every if not _follows(detail, every)]
    problems = [_explain_one(dict(detail), marked, model) for detail in details[:MOST]]
    if len(details) > MOST:
        message = f"这条记录另有 {len(details) - MOST} 处错误没有列出"
        problems.append(Problem(marked.at, "E204", message, "先改正列出的，再检查一次。"))
    return problems


def _follows(detail: Any, every: Sequence[Any]) -> bool:
    """Whether a list is only called too short because its parts, told of on their own, were refused."""
    loc = detail["loc"]
    if detail["type"] != "too_short":
        return False
    return any(other["loc"][: len(loc)] == loc and len(other["loc"]) > len(loc) for other in every)


def _explain_one(detail: dict[str, Any], marked: Marked, model: type[BaseModel]) -> Problem:
    kind: str = detail["type"]
    path = _real_path(detail["loc"], marked)
    if kind == "extra_forbidden":
        return _unknown_field(path, marked, model)
    code, message, hint = worded(detail, _field_name(path))
    return Problem(marked.place(path), code, message, hint)


def worded(detail: Mapping[str, Any], field: str) -> tuple[str, str, str]:
    """Code, message and hint for what pydantic found in a field, by the name that people know it by; empty where it is in none."""
    kind: str = detail["type"]
    code, template = _MESSAGES.get(kind, ("E204", "{field}：{message}" if field else "{message}"))
    context = {
        **{key: _shown(value) for key, value in detail.get("ctx", {}).items()},
        "field": f"“{field}”" if field else "",
        "message": detail["msg"],
        "input": str(detail.get("input"))[:40],
    }
    context["expected"] = context.get("expected", "").replace(" or ", "、").replace("'", "").replace(", ", "、")
    hint = _HINTS.get(kind, _OTHERWISE)
    if kind == "literal_error":
        hint = _nearest(context["input"], context["expected"].split("、")) or "从允许的取值里选一个。"
    return code, template.format_map(_Blank(context)).strip(), hint


def _shown(value: Any) -> str:
    """A bound as people write it: 0, not 0.0."""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


class _Blank(dict[str, str]):
    """Missing context is left out rather than failing the report of a failure."""

    def __missing__(self, key: str) -> str:
        return ""


def _real_path(loc: tuple[str | int, ...], marked: Marked) -> list[str | int]:
    """Drop the steps that pydantic adds for unions and functions; keep those that the file has."""
    path: list[str | int] = []
    value = marked.value
    for index, step in enumerate(loc):
        last = index == len(loc) - 1
        if isinstance(value, dict) and isinstance(step, str):
            if step in value:
                value = value[step]
                path.append(step)
            elif last:
                path.append(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
            path.append(step)
    return path


def _field_name(path: list[str | int]) -> str:
    """penalties[2].basis, counted from 1 as people do."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else (f".{step}" if text else str(step))
    return text


def _unknown_field(path: list[str | int], marked: Marked, model: type[BaseModel]) -> Problem:
    name = str(path[-1])
    names = _fields_at(model, path[:-1])
    hint = _nearest(name, names) or f"这里可用的字段：{'、'.join(names)}。"
    return Problem(marked.key_place(path), "E202", f"未知字段“{_field_name(path)}”", hint)


def _nearest(name: str, names: list[str]) -> str:
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    return f"是不是想写 {close[0]}？" if close else ""


def _fields_at(model: type[BaseModel], path: list[str | int]) -> list[str]:
    """The names of fields of the model nested in ``model`` at ``path``."""
    current = model
    for step in path:
        if isinstance(step, int):
            continue
        field = current.model_fields.get(step)
        nested = _model_in(field.annotation) if field else None
        if nested is None:
            return []
        current = nested
    return list(current.model_fields)


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        found = _model_in(part)
        if found:
            return found
    return None
