"""The bank as JSON, the public form that other tools read, and the schema it keeps to."""

import json
from typing import Any, get_args

from generator.kinds import BasisValue
from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.item import Item, ItemType, Level, Response, Step

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def bank_json(library: Library, bank: Bank) -> str:
    """The bank as one JSON document, items in the bank's order, indented, in UTF-8 characters, with a final newline."""
    document = {"as_of": library.as_of.isoformat(), "items": [item_data(library, item) for item in bank.items]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def item_data(library: Library, item: Item) -> dict[str, Any]:
    """One item as plain data, in the order of the contract; dates as ISO strings, what is missing as None.

    Items that ask for more than choosing bear a ``response`` after all that.
    """
    response = {} if item.response == Response() else {"response": _response_data(library, item.response)}
    return {
        "id": item.id,
        "rule": item.rule,
        "type": item.type,
        "stem": item.stem,
        "options": [{"text": o.text, "correct": o.correct, "why": o.why} for o in item.options],
        "answer": item.answer,
        "explanation": item.explanation,
        "basis": [_basis_data(library, basis) for basis in item.basis],
        "topics": list(item.topics),
        "audience": list(item.audience),
        "level": item.level,
        "difficulty": item.difficulty,
        "valid_from": item.valid_from.isoformat() if item.valid_from else None,
        "valid_until": item.valid_until.isoformat() if item.valid_until else None,
        "facts": list(item.facts),
        "sample": item.sample,
        "at": str(item.at),
        **response,
    }


def _response_data(library: Library, response: Response) -> dict[str, Any]:
    return {
        "prompts": list(response.prompts),
        "sequence": list(response.sequence),
        "blanks": [{"accepted": list(blank.accepted), "why": blank.why} for blank in response.blanks],
        "steps": [_step_data(library, step) for step in response.steps],
    }


def _step_data(library: Library, step: Step) -> dict[str, Any]:
    points = [
        {"text": p.text, "marks": p.marks, "basis": [_basis_data(library, basis) for basis in p.basis]}
        for p in step.points
    ]
    return {"ask": step.ask, "marks": step.marks, "points": points}


def _basis_data(library: Library, basis: BasisValue) -> dict[str, Any]:
    return {
        "regulation": basis.regulation,
        "title": library.regulation(basis.regulation).title,
        "article": basis.article,
        "suffix": basis.suffix,
        "paragraph": basis.paragraph,
        "item": basis.item,
    }


def bank_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of ``bank_json``, published with the site."""
    return {
        "$schema": DRAFT,
        "title": "pufa 题库",
        **_closed({"as_of": _date("按哪一天的法律状态出题"), "items": {"type": "array", "items": _item_schema()}}),
    }


def _item_schema() -> dict[str, Any]:
    text = {"type": "string", "minLength": 1}
    texts = {"type": "array", "items": text}
    option = _closed(
        {
            "text": text,
            "correct": {"type": "boolean"},
            "why": {"type": "string", "description": "为什么对，或者错在哪里"},
        }
    )
    whole = {"type": "integer", "minimum": 1}
    basis = _closed(
        {
            "regulation": {**text, "description": "法规编号"},
            "title": {**text, "description": "法规全称"},
            "article": whole,
            "suffix": {"type": "integer", "minimum": 0, "description": "之几；没有则为 0"},
            "paragraph": _nullable(whole),
            "item": _nullable(whole),
        }
    )
    blank = _closed(
        {
            "accepted": {**texts, "minItems": 1, "description": "算对的写法，第一个是参考答案"},
            "why": {"type": "string"},
        }
    )
    mark = {"type": "number", "exclusiveMinimum": 0}
    bases = {"type": "array", "items": basis}
    point = _closed({"text": text, "marks": mark, "basis": bases})
    step = _closed({"ask": text, "marks": mark, "points": {"type": "array", "items": point, "minItems": 1}})
    response = _closed(
        {
            "prompts": {**texts, "description": "连线题的左栏；右栏是 options"},
            "sequence": {
                "type": "array",
                "items": {"type": "integer", "minimum": 0},
                "description": "连线题：左栏每项对应的选项序号；排序题：选项的正确先后；序号从 0 起",
            },
            "blanks": {"type": "array", "items": blank, "description": "填空题和计算题的空，依次"},
            "steps": {"type": "array", "items": step, "description": "案例题的各问"},
        }
    )
    schema = _closed(
        {
            "id": {**text, "description": "题号，由内容决定，长期不变"},
            "rule": {**text, "description": "出题规则；authored 为自编题"},
            "type": {"enum": list(get_args(ItemType))},
            "stem": text,
            "options": {"type": "array", "items": option, "description": "填空、计算、案例题没有选项"},
            "answer": {
                "type": "string",
                "description": "选择题和排序题为字母；判断题为 正确 或 错误；连线题如 1-C 2-A；填空题以分号隔开",
            },
            "explanation": text,
            "basis": {"type": "array", "items": basis, "minItems": 1},
            "topics": texts,
            "audience": {**texts, "description": "适用对象；空表示不限"},
            "level": {"enum": list(get_args(Level))},
            "difficulty": {"type": "number", "minimum": 0, "maximum": 1},
            "valid_from": _nullable(_date("答案自哪一天起成立")),
            "valid_until": _nullable(_date("答案自哪一天起不再成立")),
            "facts": {**texts, "description": "所用事实；共用事实的题不进同一张卷"},
            "sample": {"type": "boolean", "description": "是否出自示例内容"},
            "at": {**text, "description": "事实所在的文件与行"},
        }
    )
    schema["properties"]["response"] = {**response, "description": "连线、排序、填空、计算、案例题才有"}
    return schema


def _closed(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with exactly these properties."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def _date(description: str) -> dict[str, Any]:
    return {"type": "string", "format": "date", "description": description}


def _nullable(schema: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [schema, {"type": "null"}]}
