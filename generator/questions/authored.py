"""Authored questions as items: what people wrote in quizzes/questions goes through the same checks as what rules make."""

from collections.abc import Iterator
from dataclasses import replace

from generator.kinds import BasisValue
from generator.kinds.question import Question
from generator.library import Library
from generator.problems import Problems
from generator.questions import types
from generator.questions.item import Item, Skip
from generator.questions.types import ItemType
from generator.questions.writing.making import validity

#: Rule id of items that a person wrote.
RULE_ID = "authored"
_HINT = "单选、多选在 options 里用 correct: true 标出正确项；判断题写 answer: true 或 false；填空题写 blanks；案例组题写 parts。"


def authored(library: Library, problems: Problems) -> Iterator[Item | Skip]:
    """Yield each authored question as an item, or a skip where its basis is not in force.

    E204 for a type that nobody can write by hand, E403 for an answer that is none of its type.
    """
    known = {type.id: type for type in types.all_types() if type.by_hand}
    for question in library.of("question", Question):
        type = known.get(question.type)
        if type is None:
            at = question.place("type")
            problems.error(at, "E204", *types.unknown("type", question.type, known))
            continue
        wrong = type.misfit(question)
        if wrong:
            problems.error(question.at, "E403", wrong, _HINT)
        else:
            yield _item(library, question, type)


def _item(library: Library, question: Question, type: ItemType) -> Item | Skip:
    basis = tuple(dict.fromkeys((*question.basis, *(cited for part in question.parts for cited in part.basis))))
    span = validity(library, basis)
    if span is None:
        return Skip(question.at, "依据在这一天没有施行，或者已经废止")
    starts = [span.valid_from, *([question.valid_from] if question.valid_from else [])]
    return replace(unchecked(question, type, basis), valid_from=max(starts), valid_until=span.valid_until)


def unchecked(question: Question, type: ItemType, basis: tuple[BasisValue, ...]) -> Item:
    """The question as an item, whether or not its basis is in force."""
    key = f"{RULE_ID}/{question.id}"
    return Item(
        id=key,
        rule=RULE_ID,
        type=question.type,
        stem=question.stem,
        options=type.authored_options(question, key),
        response=type.authored_response(question),
        explanation=question.explanation,
        basis=basis,
        facts=(f"question/{question.id}",),
        topics=question.topics,
        at=question.at,
        audience=question.audience,
        level=question.level,
        thought=type.thought or question.thought,
        difficulty=question.difficulty,
        conduct=question.conducts[0] if question.conducts else None,
        sample=question.sample,
    )
