"""A question (自编题): written by a person where no rule can ask well; goes through the same checks as generated items."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, get_args

from pydantic import Field

from generator.kinds._base import Basis, Bool, Date, Model, Number, Record, Ref, Text
from generator.kinds._kind import Audit, Kind, No, Words

Grade = Literal["入门", "进阶", "专业"]
#: The levels, the lowest first.
LEVELS: tuple[Grade, ...] = get_args(Grade)
#: What a person must be able to do: know it by heart, tell it from its like, or apply it to what happened.
Thought = Literal["记忆", "理解", "应用"]


#: Id of an item type, and of one that people write by hand.  Which there are is not for a record to know; editors learn it
#: from the schema, whoever writes another from the bank and from the check of blueprints.
ItemTypeId = Annotated[Text, Field(json_schema_extra={"x-pufa": "item-type"})]
HandItemTypeId = Annotated[Text, Field(json_schema_extra={"x-pufa": "hand-item-type"})]


class QuestionOption(Model):
    """An option: its text, whether it is right, and why it is or is not."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "text": "选项",
        "correct": "是不是正确",
        "why": "为什么对或错",
    }

    text: Text
    correct: Bool = False
    why: Text


class QuestionBlank(Model):
    """What is right in one blank of a stem: the ways to write it, the first as the key shows it."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "accepted": "算对的写法，第一个是标准答案；同一数额、期限的其他写法不必列",
        "why": "为什么，写明条文；解析里说了的不写",
    }

    accepted: Annotated[tuple[Text, ...], Field(min_length=1)]
    why: Text | None = None


class QuestionSheet(Model):
    """A piece of evidence that a chain shows: its title, text and table."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "材料的名称",
        "lines": "材料的文字，一段一条",
        "head": "表头",
        "rows": "表格各行，格数与表头相同",
    }

    title: Text
    lines: tuple[Text, ...] = ()
    head: tuple[Text, ...] = ()
    rows: tuple[tuple[Text, ...], ...] = ()


class QuestionPart(Model):
    """One question of a chain.

    Attributes:
        stem, options, explanation, basis: as of a question.
        several: 不定项: one option or more are right, all of them perhaps not; else exactly one is.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "stem": "小题的问题",
        "several": "不定项：对的可能是一项或者几项；不写是单选",
        "options": "选项",
        "explanation": "解析，写明条文",
        "basis": "依据的条文",
    }

    stem: Text
    several: Bool = False
    options: Annotated[tuple[QuestionOption, ...], Field(min_length=3)]
    explanation: Text
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]


class Question(Record):
    """An item written by hand.

    Attributes:
        type: id of an item type that one can write by hand: single 单选, multiple 多选, judge 判断, blank 填空, chain 案例组题; the bank checks that it fits.
        stem: the question; for judge, the statement.
        options: for single and multiple.
        answer: for judge.
        blanks: for blank: one for each ``＿＿＿＿`` of the stem, in order.
        sheets, parts: for chain: the evidence that is shown, and the questions on it.
        explanation: why, with the article.
        basis: articles it rests on.
        topics, audience, level, difficulty: for blueprints; difficulty from 0 (easy) to 1.
        thought: 应用 where facts are told to which the law is to be applied.
        valid_from: first day for which the key holds, where that is later than the basis.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "type": "题型的编号，如 single 单选、judge 判断",
        "stem": "题干；判断题写要判断的话",
        "options": "选项；判断题不写",
        "answer": "判断题的答案",
        "blanks": "填空题各空的答案，按题干里 ＿＿＿＿ 的次序",
        "sheets": "案例组题给人看的材料",
        "parts": "案例组题的小题，三到六个",
        "explanation": "解析，写明条文",
        "basis": "依据的条文",
        "topics": "专题",
        "conducts": "涉及的违法行为",
        "audience": "考什么人；不写就是都可以",
        "level": "程度",
        "thought": "思维层次：记忆、理解、应用",
        "difficulty": "难度，0 易 1 难",
        "valid_from": "从哪天起答案才对，晚于依据的施行日期时写",
    }

    type: HandItemTypeId
    stem: Text
    options: tuple[QuestionOption, ...] = ()
    answer: Bool | None = None
    blanks: tuple[QuestionBlank, ...] = ()
    sheets: tuple[QuestionSheet, ...] = ()
    parts: tuple[QuestionPart, ...] = ()
    explanation: Text
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    topics: Annotated[tuple[Ref("topic"), ...], Field(min_length=1)]  # type: ignore[valid-type]
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    audience: tuple[Text, ...] = ()
    level: Grade = "入门"
    difficulty: Annotated[Number, Field(ge=0, le=1)] = 0.5
    thought: Thought = "理解"
    valid_from: Date | None = None

    @property
    def title(self) -> str:
        """The stem."""
        return self.stem


KIND = Kind(
    "question",
    "自编题",
    "quizzes/questions",
    Question,
    short="题目",
    address="practice/",
    page="practice",
    search=No("从练习进入，免得先看见答案"),
    asked=No("自编题本身就是题"),
    audited=Audit(says=Words(("stem", "explanation"), "｜")),
)
