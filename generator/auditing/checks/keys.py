"""The key of a question by hand is what its explanation and its articles speak for."""

from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.leaning import leans_true, support
from generator.auditing.lookup import texts_of
from generator.auditing.official import Official
from generator.kinds.question import Question, QuestionPart
from generator.library import Library
from generator.questions import types

_LETTERS = "ABCDEFGHIJ"


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E631 for each answer that the words of its explanation and its articles do not speak for."""
    for question in library.of("question", Question):
        every = tuple(question.basis)
        if question.answer is not None:
            law = _law(library, official, question, every)
            if law and leans_true(question.stem, question.explanation, law) is not question.answer:
                what = f"答案 {'对' if question.answer else '错'}"
                yield doubt(question, what, question.place("answer"), "E631", "：解析和条文的用词像是相反")
        elif question.options:
            several = question.type in types.titles() and types.named(question.type).several
            yield from _options(question, question, (), several, _law(library, official, question, every))
        for index, part in enumerate(question.parts):
            law = _law(library, official, question, (*every, *part.basis))
            yield from _options(question, part, ("parts", index), part.several, law)


def _law(library: Library, official: Official, question: Question, bases: tuple[object, ...]) -> str:
    """The articles, a line each; empty where the copy lacks them."""
    return "\n".join(one.text for one in texts_of(library, official, question, dict.fromkeys(bases)))  # type: ignore[arg-type]


def _options(
    question: Question, part: Question | QuestionPart, path: tuple[str | int, ...], several: bool, law: str
) -> Iterator[Doubt]:
    """The doubt whether the right options are right: another is spoken for more than one of them, or all of several are right."""
    scores = support(part.options, part.explanation, law)
    right = [score for score, one in zip(scores, part.options, strict=True) if one.correct]
    wrong = [score for score, one in zip(scores, part.options, strict=True) if not one.correct]
    if not law or not right or (wrong and min(right) > max(wrong)):
        return
    key = "".join(_LETTERS[at % len(_LETTERS)] for at, one in enumerate(part.options) if one.correct)
    place = " ".join(str(step) for step in (*path, "options"))
    message = "：解析和条文更像是支持别的选项" if wrong or not several else "：没有一个选项是错的"
    yield doubt(question, f"答案 {place} {key}", question.place(*path, "options"), "E631", message)


CHECK = Check("keys", "自编题的答案同解析、条文的用词一致", ("E631",), run)
