"""The marks of a written paper: heads of sections, numbers of questions, letters of options, 答案 and 解析."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.importing.questions.kinds import kind_of, word
from generator.legal.numerals import parse_number

ORDINAL = r"[一二三四五六七八九十]{1,3}"
_TRUTH = r"√|×|✓|✔|✗|✘|☑|☒|对|错|正确|错误|T|F|Y|N|是|否|X|x"
_LETTERS = r"[A-Ha-h](?:[\s、,，;；/]*[A-Ha-h])*|[①-⑧](?:[\s、,，;；/]*[①-⑧])*"
_OPEN, _CLOSE = r"[（(\[【]", r"[)）\]】]"
#: An answer within a stem: （B）, [ABD], ( √ ), __C__.
INLINE = re.compile(
    rf"{_OPEN}\s*(?P<in>{_LETTERS}|{_TRUTH})\s*{_CLOSE}|[_＿]+\s*(?P<on>[A-H](?:[、,，]?[A-H])*|{_TRUTH})\s*[_＿]+"
)
#: Room for an answer.
ROOM = re.compile(rf"{_OPEN}\s*{_CLOSE}|_{{2,}}|＿{{2,}}")

_ASKED_OF = r"姓\s*名|单\s*位|部\s*门|科\s*室|班\s*级|学\s*校|岗\s*位|职\s*务|职\s*位|工\s*号|学\s*号|考\s*号|准考证号|座位?号|身份证号码?|(?:联系)?电\s*话|手\s*机号?|日\s*期|时\s*间|得\s*分|成\s*绩|分\s*数|总\s*分|评卷人|阅卷人|核分人|监考人?|执法证号"
#: A line that the candidate fills in: 单位：____ 姓名：____ 得分：____
_FILLED_IN = re.compile(
    rf"^(?:\s*(?:(?:所在|工作|考生|参考|应试者?)?(?:{_ASKED_OF}))\s*[:：]?\s*(?:[_＿\s]*|[（(]\s*[）)])\s*[、，,；;|]?){{1,8}}$"
)
_HEAD = re.compile(
    rf"^(?:第\s*(?P<part>{ORDINAL}|\d)\s*(?:部分|大题|节|章)|{_OPEN}\s*(?P<braced>{ORDINAL})\s*{_CLOSE}|(?P<plain>{ORDINAL})\s*(?=[、.．:：\s]))"
    r"\s*[、.．:：]?\s*(?P<title>.*)$"
)
_ANSWERS = re.compile(
    r"^(?:附[录件]?\s*\d*\s*[:：]?)?\s*[【\[（(《]?\s*(?:.{0,30}(?:试题|试卷|题库|练习题?|测试题?|考试题?|习题))?[》）)]?\s*(?:参考|标准|正确)?答案(?:及|与|和)?(?:答案|评分标准|解析|详解|部分|汇总|一览)?(?:表|如下)?\s*[】\])）》]?\s*[:：]?$"
)
_LEAD = rf"(?:(?P<lead>{_OPEN}\s*(?:{_LETTERS}|{_TRUTH}|\s*)\s*{_CLOSE})\s*)?"
_GOES_ON = r"(?:(?!\d)|(?=\d{2,4}年|\d{1,2}月\d))"
_NUMBER = re.compile(
    rf"^\s*{_LEAD}(?:第\s*(?P<a>\d{{1,4}}|[一二三四五六七八九十百]{{1,5}})\s*题\s*[、.．:：,，)）]?|题目?\s*(?P<b>\d{{1,4}})\s*[、.．:：)）]?|{_OPEN}\s*(?P<c>\d{{1,4}})\s*{_CLOSE}\s*[、.．:：]?"
    rf"|(?P<d>\d{{1,4}})\s*[、.．。,，)）:：]{_GOES_ON}|(?P<e>\d{{1,4}})[ \t\u3000]+(?=[^\d\s]))\s*"
)
_MISREAD = re.compile(r"^\s*(?=[\dOo]*[lIOo|])[\dlIOo|]{1,3}(?=\s*[.．、])")
_FIGURES = str.maketrans("lI|Oo", "11100")
_HAN_NUMBER = re.compile(rf"^\s*(?:{_OPEN}\s*(?P<a>{ORDINAL})\s*{_CLOSE}|(?P<b>{ORDINAL})\s*[、.．])\s*")
_FIELDS = (
    ("answer", r"(?:正确|参考|标准|本题)?答案|正确选项|答(?=\s*[:：])"),
    ("reason", r"(?:答案|试题|题目)?解析|详解|分析|解释|说明(?=\s*[:：】])"),
    ("basis", r"(?:法律|法条|题目)?依据|出处|来源"),
    ("other", r"难度|难易(?:度|程度)?|知识点|考点|分值|题型|章节|标签"),
)
_NAMES = "|".join(f"(?P<{name}>{words})" for name, words in _FIELDS)
_FIELD = re.compile(rf"[【\[〔]\s*(?:{_NAMES})\s*[】\]〕]\s*[:：]?\s*")
_FIELD_PLAIN = re.compile(rf"(?:(?<=^)|(?<=[\s。；;）)A-H√×]))(?:{_NAMES})\s*(?:应?[是为选])?\s*[:：]\s*")
_FIELD_BRACED = re.compile(rf"[（(]\s*(?:正确|参考)?答案\s*[:：]?\s*(?P<answer>{_LETTERS}|{_TRUTH})\s*[)）]")
#: An answer with its reason behind it.
_REASONED = re.compile(
    r"^\s*(?:(?P<in>[A-H](?:[\s、,，]*[A-H])*)\s*[。；;]|(?P<truth>√|×|✓|✗|对|错|正确|错误)\s*[。；;，,：:])\s*(?P<reason>\S.{3,})$",
    re.DOTALL,
)
#: A line that says the answer without a mark: 故选D。 答案为C
_SAID = re.compile(
    rf"^\s*(?:(?:因此|所以|综上|故|应|本题|正确)[，,]?\s*)*(?:答案\s*[是为选]?|选项?\s*[是为]?)\s*[:：]?\s*(?:选项?)?\s*(?P<answer>{_LETTERS})\s*[。.]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a section: its ordinal (0 where it has none) and what it calls its type."""

    ordinal: int
    title: str
    kind: str


def head_of(text: str) -> Head | None:
    """The head of a section, where a line is one: 一、单项选择题（每题2分）, 判断题, 第二部分 多选题."""
    bare = text.strip()
    if len(bare) > 80 or INLINE.search(bare) or ROOM.search(bare):
        return None
    found = _HEAD.match(bare)
    if found and len(found["title"]) <= 60:
        numeral = found["part"] or found["braced"] or found["plain"]
        kind = kind_of(re.split(r"[（(:：]", found["title"])[0])
        if kind or (found["part"] is not None) or (len(found["title"]) <= 12 and found["plain"]):
            return Head(parse_number(numeral), found["title"], found["title"] if kind else "")
    alone = _bare_head().match(bare)
    return Head(0, alone["title"], alone["title"]) if alone else None


@cache
def _bare_head() -> re.Pattern[str]:
    """The head of a section that has no number, only the name of a type."""
    return re.compile(
        rf"^[【\[（(《]?\s*(?:[补充附加必答选答部分]{{0,4}})(?P<title>(?:{word()})[^，。；:：\d]{{0,6}}?题?(?:部分)?)\s*[】\])）》]?\s*(?:{_OPEN}[^)）]*{_CLOSE})?\s*[:：]?\s*(?:[（(]?(?:共|每).*)?$"
    )


def ordinal_of(text: str) -> tuple[int, str] | None:
    """The number of a section that a line begins with, 一、 or （一）, and what stands behind it."""
    found = _HAN_NUMBER.match(text)
    return (parse_number(found["a"] or found["b"]), text[found.end() :]) if found else None


def filled_in(text: str) -> bool:
    """Whether a line asks for name, unit and the like: it is no question."""
    return _FILLED_IN.match(text.strip()) is not None


def answers_begin(text: str) -> bool:
    """Whether a line heads the answers of all that stands above it."""
    return _ANSWERS.match(text.strip()) is not None


def number_of(text: str) -> tuple[int, str] | None:
    """The number of a question and its text, with an answer that stood before the number put behind it."""
    found = _NUMBER.match(text)
    if found is None or not text[found.end() :].strip():
        return None
    figures = next(value for name, value in found.groupdict().items() if name != "lead" and value)
    number = int(figures) if figures.isdecimal() else parse_number(figures)
    return number, text[found.end() :] + (found["lead"] or "")


def braced(text: str) -> bool:
    """Whether the number of a line stands in brackets: （1）."""
    found = _NUMBER.match(text)
    return found is not None and found["c"] is not None


def misread_number_of(text: str) -> tuple[int, str] | None:
    """As ``number_of``, of a number that was recognised with l, I or O in it."""
    found = _MISREAD.match(text)
    if found is None:
        return None
    return number_of(found[0].translate(_FIGURES) + text[found.end() :])


def han_number_of(text: str, next_one: int = 0) -> tuple[int, str] | None:
    """As ``number_of``, of questions numbered 一、二、三、 or （一）（二）.

    Only where the line has room for an answer, or one, or its number is ``next_one``, which follows on such a question.
    """
    found = _HAN_NUMBER.match(text)
    rest = text[found.end() :] if found else ""
    if found is None or not rest.strip():
        return None
    number = parse_number(found["a"] or found["b"])
    return (number, rest) if number == next_one or INLINE.search(rest) or ROOM.search(rest) else None


def fields_of(text: str) -> tuple[str, list[tuple[str, str]]]:
    """What stands before the first 【答案】, 【解析】 … of a line, and name and text of each of them."""
    marks = sorted(_marks(text))
    marks = [mark for place, mark in enumerate(marks) if not place or mark[0] >= marks[place - 1][1]]
    if not marks:
        return text, []
    fields = []
    for place, (_, end, name, own) in enumerate(marks):
        stop = marks[place + 1][0] if place + 1 < len(marks) else len(text)
        fields.append((name, own + text[end:stop].strip()))
    return text[: marks[0][0]].rstrip(), fields


def reasoned(answer: str) -> tuple[str, str]:
    """An answer, and the reason that goes on behind it: ×。应当办理。"""
    found = _REASONED.match(answer)
    return (found["in"] or found["truth"], found["reason"]) if found else (answer, "")


def said_in(text: str) -> str:
    """The answer of a line that says nothing else, without a mark: 故选D; nothing where it is no such line."""
    found = _SAID.match(text)
    return found["answer"] if found else ""


def _marks(text: str) -> Iterator[tuple[int, int, str, str]]:
    for pattern in (_FIELD, _FIELD_PLAIN, _FIELD_BRACED):
        for found in pattern.finditer(text):
            name = found.lastgroup or "other"
            yield found.start(), found.end(), name, found["answer"] if pattern is _FIELD_BRACED else ""
