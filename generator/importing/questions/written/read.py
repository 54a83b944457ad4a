"""From the lines of a written paper to its questions."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.importing.questions import kinds
from generator.importing.questions.base import Fault, Kept, Raw
from generator.importing.questions.written import options
from generator.importing.questions.written.lines import Pieces, answered_below
from generator.importing.questions.written.marks import INLINE, ROOM
from generator.importing.questions.written.paper import Paper, Question, Section
from generator.importing.questions.written.unlettered import lettered

#: 问卷星: 题干(答案) [题型] (分值).
_PASTED = re.compile(
    r"^(?P<stem>.*?)\((?P<answer>[^()]*)\)\s*(?P<kind>\[[^\[\]]*题\])\s*(?:\([\d.]+分\))?\s*$", re.DOTALL
)
#: A sign in brackets that was a letter before it was recognised: （日） for （B）, （0） for （D）.
_MISREAD = re.compile(r"[（(\[【]\s*(?P<answer>(?:[日曰口田目80OQβΒΑ△∧^]|13|l3))\s*[)）\]】]")
#: Words in brackets: behind a sentence to complete, and within it.
_LAST = re.compile(r"[（(]\s*([^（()）]{1,60})[)）]\s*[。.]?\s*$")
_WORDS = re.compile(r"[（(]\s*([^（()）《》]{1,30}?)\s*[)）]")
#: Words in other brackets, as some platforms have the blanks of a sentence: 法典有{1242}条.
_BRACED = re.compile(r"\{([^{}]{1,40})\}|【([^【】]{1,40})】")
#: Words on a line: 法典有_1242_条; and a verdict behind its statement: 应当登记。 √
_ON_LINE = re.compile(r"[_＿]+\s*([^_＿]{1,30}?)\s*[_＿]+")
_VERDICT = re.compile(r"(?<=[。.！!？?；;”\s])\s*(?P<truth>[√×✓✗✔✘])\s*$")
#: Room that was made with blanks.
_BLANKS = re.compile(r"[ \t\u3000]{3,}")
#: An answer behind the last option: D 四 【B】.
_BEHIND_LAST = re.compile(r"\s*[（(\[【]\s*(?P<answer>[A-H](?:[、,，]?[A-H])*)\s*[)）\]】]\s*$")
_AFTER_ROOM = re.compile(r"[）)_＿]\s*(?P<answer>[A-H]{1,8})\s*[。.]?\s*$")
#: Questions from which on letters below the last are one for each.
_SEVERAL = 3
_ORDINALS = "零一二三四五六七八九十"


def read(pieces: Pieces) -> tuple[Raw, ...]:
    """The questions of a written paper, in order."""
    paper = Paper()
    paper.read(lettered(answered_below(pieces)))
    _led(paper)
    _in_order(paper)
    counts = Counter(one.number for one in paper.questions if one.number is not None)
    again = any(count > 1 for count in counts.values()) and sum(bool(s.questions) for s in paper.sections) > 1
    found = [raw for section in paper.sections for raw in _section(section, again)]
    strays = [
        Raw(where, "", answers=(key.text,), number=str(key.number), faults=(_stray(key.number),))
        for where, key in paper.strays
    ]
    return (*found, *strays)


def _led(paper: Paper) -> None:
    """Answers that stand before the questions, each to the one of its number."""
    for stray in list(paper.strays):
        found = [one for one in paper.questions if one.number == stray[1].number]
        if len(found) == 1 and not found[0].answers and not INLINE.search(found[0].text):
            found[0].answers.append(stray[1].text)
            found[0].reasons += [stray[1].reason] if stray[1].reason else []
            paper.strays.remove(stray)


def _in_order(paper: Paper) -> None:
    """答案：ABCDB below the last question, as many letters as there are questions without an answer: one for each."""
    asked = list(paper.questions)
    if len(asked) < _SEVERAL or any(one.answers or INLINE.search(one.text) for one in asked[:-1]):
        return
    letters = re.fullmatch(r"[A-H]+", "".join(asked[-1].answers).replace(" ", "").strip("。.;；"))
    if letters and len(letters[0]) == len(asked) and all(one.has_options for one in asked):
        for one, letter in zip(asked, letters[0], strict=True):
            one.answers = [letter]


def read_one(text: str) -> Raw:
    """A stem that stands alone, as in a cell: with options and an answer where it holds them."""
    stem, chosen = options.split(text)
    stem, inline = _inline(stem, bool(chosen) or kinds.answered(kinds.kind_of(text)) != "verdict")
    return Raw("", stem, chosen, tuple(inline))


def _stray(number: int) -> Fault:
    return Fault("answer-without-question", f"答案里有第 {number} 题，前面没有这道题")


def _section(section: Section, again: bool) -> Iterator[Raw]:
    last: int | None = None
    for question in section.questions:
        fault = _order(question, last, section)
        if question.number is not None:
            last = question.number
        yield _raw(question, _printed(question, section, again), fault)


def _order(question: Question, last: int | None, section: Section) -> Fault | None:
    """What is odd about a number, within its section."""
    number = question.number
    if number is None:
        numbered = any(one.number is not None for one in section.questions)
        return Fault("numbering-broken", "这一题没有题号") if numbered else None
    if last is None or number in (last + 1, 1):
        return None
    if number == last:
        return Fault("numbering-broken", f"题号 {number} 重复")
    return Fault("numbering-broken", f"题号从 {last} 跳到 {number}")


def _printed(question: Question, section: Section, again: bool) -> str:
    if question.number is None:
        return ""
    ordinal = section.ordinal
    if not again or not ordinal:
        return str(question.number)
    return f"{_ORDINALS[ordinal] if ordinal < len(_ORDINALS) else ordinal}-{question.number}"


def _raw(question: Question, number: str, fault: Fault | None) -> Raw:
    text = question.text.replace(options.PICTURE, "")
    stem, chosen = options.split(text)
    chosen, shown = options.standing_out(chosen)
    chosen, marked = options.marked_right(chosen)
    if chosen and not marked and not question.answers and (behind := _BEHIND_LAST.search(chosen[-1][1])):
        marked, chosen = behind["answer"], (*chosen[:-1], (chosen[-1][0], chosen[-1][1][: behind.start()]))
    gaps = kinds.answered(kinds.kind_of(question.section.head.kind)) == "gaps"
    stem, inline = _inline(stem.replace("\n", ""), bool(chosen))
    if not inline and not question.answers and chosen and (odd := _MISREAD.search(stem)):
        stem, inline = f"{stem[: odd.start()]}（　　）{stem[odd.end() :]}", [odd["answer"]]
    if gaps and not chosen and not ROOM.search(stem) and not _ON_LINE.search(stem):
        stem = _BLANKS.sub("____", stem)
    if not inline and not question.answers and not chosen and (verdict := _VERDICT.search(stem)):
        stem, inline = stem[: verdict.start()].rstrip(), [verdict["truth"]]
    if not inline and not question.answers:
        stem, inline = _blanks(stem, gaps) if not chosen else _behind(stem)
    told = [*inline, *question.answers] or [marked or shown]
    faults = [fault] if fault else []
    if text != question.text:
        faults.append(Fault("picture", "题里有图片，没有读"))
    if told == [shown] and shown:
        faults.append(Fault("answer-by-look", f"答案 {shown} 是按选项的颜色、加粗或者下划线读出的，请核对"))
    return Raw(
        question.where,
        stem.replace(options.STANDS_OUT, ""),
        chosen,
        tuple(filter(None, told)),
        kind=question.section.head.kind,
        number=number,
        explanation="\n".join(question.reasons),
        kept=Kept(
            basis=tuple(part.strip() for text in question.bases for part in re.split(r"[；;]", text) if part.strip())
        ),
        faults=tuple(faults),
    )


def _blanks(stem: str, gaps: bool) -> tuple[str, list[str]]:
    """A sentence to complete with the words that stand in brackets where they belong, or behind it."""
    if not gaps:
        return stem, []
    if ROOM.search(stem):
        found = _LAST.search(stem)
        return (stem[: found.start()].rstrip(), [found[1].strip()]) if found else (stem, [])
    if braced := [(one[1] or one[2]).strip() for one in _BRACED.finditer(stem)]:
        return _BRACED.sub("____", stem), ["；".join(braced)]
    if lined := _ON_LINE.findall(stem):
        return _ON_LINE.sub("____", stem), ["；".join(lined)]
    told = [one.strip() for one in _WORDS.findall(stem)]
    return (_WORDS.sub("____", stem), ["；".join(told)]) if told else (stem, [])


def _behind(stem: str) -> tuple[str, list[str]]:
    """A stem whose answer stands behind the room for it: （ ）C."""
    found = _AFTER_ROOM.search(stem)
    return (stem[: found.start("answer")].rstrip(), [found["answer"]]) if found else (stem, [])


def _inline(stem: str, lettered: bool) -> tuple[str, list[str]]:
    """A stem with room where its answers stood, and the answers."""
    pasted = _PASTED.match(stem)
    if pasted and (pasted["answer"] is not None):
        return f"{pasted['stem']}{pasted['kind']}", [pasted["answer"]]
    found = [one for one in INLINE.finditer(stem) if _fits(one["in"] or one["on"], lettered, stem, one.end())]
    if not found:
        return stem, []
    for one in reversed(found):
        stem = f"{stem[: one.start()]}（　　）{stem[one.end() :]}"
    return stem, [one["in"] or one["on"] for one in found]


def _fits(answer: str, lettered: bool, stem: str, end: int) -> bool:
    """Letters answer questions with options, verdicts statements; a verdict stands at the end of its statement."""
    letters = (answer.isascii() and answer.replace(" ", "").replace(",", "").isalpha()) or answer[0] in "①②③④⑤⑥⑦⑧"
    letters = letters or all(sign in "ABCDEFGHabcdefgh、，,；;/ \t①②③④⑤⑥⑦⑧" for sign in answer)
    if lettered:
        return (letters and answer not in ("T", "F", "Y", "N", "X", "x")) or answer == "F"
    return len(stem[end:].strip("。.？?！! \u3000")) == 0 or kinds.answered(kinds.kind_of(stem[:12])) == "verdict"
