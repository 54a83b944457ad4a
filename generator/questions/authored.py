"""Authored questions as items: what people wrote in quizzes/questions goes through the same checks as what rules make."""

import difflib
from collections.abc import Iterator

from generator.kinds.question import Question
from generator.library import Library
from generator.problems import Problems
from generator.questions import types
from generator.questions.item import Item, Skip
from generator.questions.types import ItemType
from generator.questions.writing.making import validity

#: Rule id of items that a person wrote.
RULE_ID = "authored"


def authored(library: Library, problems: Problems) -> Iterator[Item | Skip]:
    """Yield each authored question as an item, or a skip where its basis is not in force; E401 where it fits no type."""
    known = {type.id: type for type in types.all_types()}
    for question in library.of("question", Question):
        type = known.get(question.type)
        wrong = f"没有题型“{question.type}”" if type is None else type.misfit(question)
        if type is None or wrong:
            hint = _by_hand(question) if type is None else "改正答案或选项，或者换一个题型。"
            problems.error(question.place("type"), "E401", f"题目 {RULE_ID}/{question.id} 有瑕疵：{wrong}", hint)
        else:
            yield _item(library, question, type)


def _by_hand(question: Question) -> str:
    """Which types a person can write."""
    known = [type.id for type in types.all_types() if type.by_hand]
    near = difflib.get_close_matches(question.type, known, n=1)
    return f"是不是 {near[0]}？" if near else f"写 {'、'.join(known)} 之一。"


def _item(library: Library, question: Question, type: ItemType) -> Item | Skip:
    span = validity(library, question.basis)
    if span is None:
        return Skip(question.at, "依据在这一天没有施行，或者已经废止")
    key = f"{RULE_ID}/{question.id}"
    starts = [span.valid_from, *([question.valid_from] if question.valid_from else [])]
    return Item(
        id=key,
        rule=RULE_ID,
        type=question.type,
        stem=question.stem,
        options=type.authored_options(question, key),
        explanation=question.explanation,
        basis=question.basis,
        facts=(f"question/{question.id}",),
        topics=question.topics,
        at=question.at,
        audience=question.audience,
        level=question.level,
        difficulty=question.difficulty,
        conduct=question.conducts[0] if question.conducts else None,
        valid_from=max(starts),
        valid_until=span.valid_until,
        sample=question.sample,
    )
