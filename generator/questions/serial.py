"""The bank as JSON, the public form that other tools read, the schema it keeps to, and an item read back from it."""

import datetime
import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field
from pydantic.json_schema import models_json_schema

from generator.kinds import BasisValue
from generator.kinds.question import Grade, Thought
from generator.library import Library
from generator.problems import Place
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.item import Item
from generator.questions.wire import BasisData, Data, OptionData, Text

Model = type[BaseModel]
DRAFT = "https://json-schema.org/draft/2020-12/schema"
#: Fields that papers of earlier versions do not have.
_LATER = frozenset({"thought", "cluster", "asks", "tells"})
_REFS = "#/$defs/{model}"


class ItemData(Data):
    """An item, in the order of the contract; its ``response`` follows where its type asks for more than choosing."""

    id: Annotated[Text, Field(description="题号，由内容决定，长期不变")]
    rule: Annotated[Text, Field(description="出题规则；authored 为自编题")]
    type: Annotated[Text, Field(description="题型")]
    stem: Text
    options: Annotated[tuple[OptionData, ...], Field(description="填空、计算、案例题没有选项")]
    answer: Annotated[
        str, Field(description="选择题和排序题为字母；判断题为 正确 或 错误；连线题如 1-C 2-A；填空题以分号隔开")
    ]
    explanation: Text
    basis: Annotated[tuple[BasisData, ...], Field(min_length=1)]
    topics: tuple[Text, ...]
    audience: Annotated[tuple[Text, ...], Field(description="适用对象；空表示不限")]
    level: Grade
    thought: Annotated[Thought, Field(description="记忆、理解、应用：答这道题要会什么")] = "记忆"
    difficulty: Annotated[float, Field(ge=0, le=1)]
    valid_from: Annotated[datetime.date | None, Field(description="答案自哪一天起成立")]
    valid_until: Annotated[datetime.date | None, Field(description="答案自哪一天起不再成立")]
    facts: Annotated[tuple[Text, ...], Field(description="所用事实；共用事实的题不进同一张卷")]
    cluster: Annotated[str, Field(description="题目取决于哪一件事实；同一件的不进同一张卷")] = ""
    asks: Annotated[tuple[Text, ...], Field(description="问到的事实")] = ()
    tells: Annotated[tuple[Text, ...], Field(description="题干说出的事实；别的题问它的，两题不进同一张卷")] = ()
    sample: Annotated[bool, Field(description="是否出自示例内容")]
    at: Annotated[Text, Field(description="事实所在的文件与行")]


class BankData(Data):
    """A bank."""

    as_of: Annotated[datetime.date, Field(description="按哪一天的法律状态出题")]
    items: tuple[ItemData, ...]


def bank_json(library: Library, bank: Bank) -> str:
    """The bank as one JSON document, items in the bank's order, indented, in UTF-8 characters, with a final newline."""
    document = {"as_of": library.as_of.isoformat(), "items": [item_data(library, item) for item in bank.items]}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def item_data(library: Library, item: Item) -> dict[str, Any]:
    """One item as plain data; dates as ISO strings, what is missing as None."""

    def cited(basis: BasisValue) -> BasisData:
        return BasisData(title=library.regulation(basis.regulation).title, **basis.model_dump())

    type = types.of(item)
    data = ItemData(
        id=item.id,
        rule=item.rule,
        type=item.type,
        stem=item.stem,
        options=tuple(OptionData(text=o.text, correct=o.correct, why=o.why) for o in item.options),
        answer=type.answer(item),
        explanation=item.explanation,
        basis=tuple(map(cited, item.basis)),
        topics=item.topics,
        audience=item.audience,
        level=item.level,
        thought=item.thought,
        difficulty=item.difficulty,
        valid_from=item.valid_from,
        valid_until=item.valid_until,
        facts=item.facts,
        cluster=item.cluster,
        asks=item.asks,
        tells=item.tells,
        sample=item.sample,
        at=str(item.at),
    ).model_dump(mode="json")
    response = type.response_data(item.response, cited)
    return data if response is None else {**data, "response": response.model_dump(mode="json")}


def item_of(data: Mapping[str, Any]) -> tuple[Item, tuple[BasisData, ...]]:
    """An item read back, and its articles with their titles; fields that are not an item's are passed over.

    Raises:
        KeyError, ValueError: fields are missing or of a wrong type, or the item type is unknown.
    """
    found = ItemData.model_validate(
        {name: data[name] for name in ItemData.model_fields if name in data or name not in _LATER}
    )
    type = types.named(found.type)
    response = type.response_of(data.get("response") or {})
    item = Item(
        id=found.id,
        rule=found.rule,
        type=found.type,
        stem=found.stem,
        options=tuple(option.value for option in found.options),
        explanation=found.explanation,
        basis=tuple(basis.value for basis in found.basis),
        facts=found.facts,
        cluster=found.cluster,
        asks=found.asks,
        tells=found.tells,
        topics=found.topics,
        at=Place(found.at),
        audience=found.audience,
        level=found.level,
        thought=found.thought,
        difficulty=found.difficulty,
        valid_from=found.valid_from,
        valid_until=found.valid_until,
        sample=found.sample,
        response=response,
    )
    return item, found.basis


def bank_schema() -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of ``bank_json``, published with the site; made from the models that write it."""
    models: list[Model] = list(dict.fromkeys(each.model for each in types.all_types()))
    written: list[type[BaseModel]] = [BankData, *models]
    described: list[tuple[Model, Literal["serialization"]]] = [(model, "serialization") for model in written]
    references, schema = models_json_schema(described, ref_template=_REFS)
    definitions = schema["$defs"]
    item = definitions["ItemData"]
    item["properties"]["type"] = {"enum": list(types.titles()), "description": "题型"}
    item["properties"]["response"] = {
        "anyOf": [references[model, "serialization"] for model in models],
        "description": "连线、排序、填空、计算、案例、案例组题才有",
    }
    top = definitions.pop("BankData")
    return {"$schema": DRAFT, **top, "title": "pufa 题库", "$defs": definitions}
