"""案例分析题: facts, questions on them, and points of a model answer, each with its marks; a person gives the points."""

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from generator.questions.blocks import Answer, Ask, Block, Credit, KeyLine, Room, Spot, Written
from generator.questions.flaws import response
from generator.questions.given import Given, Half, Question, Rule, Unreadable, rounded
from generator.questions.item import Item
from generator.questions.said import Verdict
from generator.questions.types._base import Cite, ItemType
from generator.questions.types._reading import short

_POINTS = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)分?")
_LINES = 4  # to write on, for each question


class Case(ItemType):
    """See ``ItemType``."""

    id = "case"
    title = "案例分析题"
    place = 8
    called = "案例"
    thought = "应用"
    rule_text = "根据案情回答，写明依据的条文。"
    practice = "案情是虚构的，逐问作答，对照要点给分。"
    flaws = (response.STEPS,)
    uses = frozenset({"steps"})
    graded = True

    def more_steps(self, item: Item) -> float:
        """A step for each question beyond the first."""
        return len(item.response.steps) - 1

    def answer(self, item: Item) -> str:
        """The points of each step."""
        return "；".join(
            f"（{number}）{point.text}" for number, step in enumerate(item.response.steps, 1) for point in step.points
        )

    def told(self, item: Item) -> tuple[str, ...]:
        """The key."""
        return (self.answer(item),)

    def said(self, item: Item) -> Iterator[Verdict]:
        """Nothing that can be decided: only a person can."""
        yield from ()

    def turned(self, item: Item, seed: str) -> Item:
        """There is nothing to turn."""
        return item

    def worth(self, item: Item) -> float | None:
        """The marks of its steps."""
        return sum(step.marks for step in item.response.steps)

    def paper(self, item: Item, number: int) -> tuple[Block, ...]:
        """The facts, the questions, and room to write."""
        asks = [Ask(f"（{n}）", step.ask, step.marks) for n, step in enumerate(item.response.steps, 1)]
        return (self.stem(item, number), *(block for ask in asks for block in (ask, Room(_LINES))))

    def card(self, item: Item, number: int) -> tuple[Spot, ...]:
        """Where else to write."""
        steps = tuple(f"（{place}）{step.marks:g} 分" for place, step in enumerate(item.response.steps, 1))
        return (Written(number, steps, "写在答题纸上，标明问号。"),)

    def key(self, item: Item, number: int, cite: Cite) -> tuple[KeyLine, ...]:
        """Questions with their points."""
        lines: list[KeyLine] = [Answer(f"{number}．", "", item.explanation, item.sample)]
        for place, step in enumerate(item.response.steps, 1):
            lines.append(Ask(f"（{place}）", step.ask, step.marks))
            lines += [Credit(point.text, point.marks, tuple(map(cite, point.basis))) for point in step.points]
        return tuple(lines)

    def question(self, item: Item, points: Fraction) -> Question:
        """The points are all."""
        return Question(self.id, points, len(item.options))

    def platform(self, text: str) -> str | None:
        """Points are points everywhere."""
        return text

    def understood(self, plain: str, question: Question) -> Given:
        """The points that whoever marks it gave."""
        found = _POINTS.fullmatch(plain.replace(" ", ""))
        if not found:
            raise Unreadable(f"案例题要填阅卷人给的分数，“{short(plain)}”不是分数")
        points = Fraction(found[1])
        if points > question.points:
            raise Unreadable(f"给了 {found[1]} 分，超过满分 {float(question.points):g} 分")
        return Given(points=points)

    def parts(self, question: Question, given: Given) -> tuple[bool, ...]:
        """Whether it has them all."""
        return (given.points == question.points,)

    def earned(self, question: Question, given: Given, rule: Rule, half: Half) -> Decimal:
        """What was given."""
        return rounded(min(max(given.points or Fraction(0), Fraction(0)), question.points))

    def shown(self, item: Item, given: Given) -> str:
        """``3.5 分``."""
        return f"{float(given.points or 0):g} 分"

    def model_answer(self, item: Item) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each question with the points of its answer."""
        return tuple((step.ask, tuple(point.text for point in step.points)) for step in item.response.steps)


TYPE: ItemType = Case()
