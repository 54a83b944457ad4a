"""Authored questions as items: what people wrote in quizzes/questions goes through the same checks as what rules make."""

from collections.abc import Iterator

from generator.kinds.question import Question
from generator.library import Library
from generator.questions.item import Item, Option, Skip
from generator.questions.writing.making import place_key, validity

#: Rule id of items that a person wrote.
RULE_ID = "authored"


def authored(library: Library) -> Iterator[Item | Skip]:
    """Yield each authored question as an item, or a skip where its basis is not in force."""
    for question in library.of("question", Question):
        yield _item(library, question)


def _item(library: Library, question: Question) -> Item | Skip:
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
        options=_options(question, key),
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


def _options(question: Question, key: str) -> tuple[Option, ...]:
    """In the order written for multiple choice and amounts; a single key stands where the id puts it."""
    if question.type == "judge":
        right = bool(question.answer)
        return (
            Option("正确", right, question.explanation if right else ""),
            Option("错误", not right, "" if right else question.explanation),
        )
    options = tuple(Option(option.text, option.correct, option.why) for option in question.options)
    if question.type == "multiple" or any(option.text[:1].isdigit() for option in options):
        return options
    right_option = next(option for option in options if option.correct)
    return place_key(right_option, [option for option in options if not option.correct], key)
