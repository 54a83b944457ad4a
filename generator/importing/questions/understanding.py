"""Making a question of what stands in a file: its type, its stem, its options, its key, and what is wrong with it."""

import re
from collections.abc import Iterator, Sequence

from generator.importing.questions import answers, kinds
from generator.importing.questions.base import LONGEST, Brought, Fault, Raw
from generator.importing.questions.explained import apart
from generator.questions.item import BLANK, letter
from generator.questions.types import ItemType

_ROOM = re.compile(r"[ \t\u3000]+")
_VOID = r"[（(\[【]\s*[)）\]】]"
_GAP = re.compile(rf"{_VOID}|_{{2,}}|＿{{2,}}|(?<=[\u4e00-\u9fff，,])\s*…{{2,}}\s*(?=[\u4e00-\u9fff。，,])")
_AT_END = re.compile(rf"\s*(?:{_VOID}|_{{2,}}|＿{{2,}})\s*(?P<stop>[。.？?！：:，,；;]*)\s*$")
_CHOSEN = "（　　）"
_VERDICTS = frozenset(
    {"对", "错", "正确", "错误", "√", "×", "是", "否", "true", "false", "t", "f", "对的", "错的", "不正确"}
)
_FEWEST = 3
#: A figure with a letter in it that looks like one, and signs that stand for what was not recognised.
_MISREAD = re.compile(
    r"(?<![A-Za-z0-9])l\d|\d[lO](?=\d)|\d[lIOo](?=[万亿元日年%条])|第[lIOo\d]*[lIOo][lIOo\d]*条|(?<=\s)[OQ0]\s*[.．、](?=[\u4e00-\u9fff])|�|[一二三四五六七八九十百][0O口][一二三四五六七八九]"
)
_ODD_ANSWER = re.compile(r"[^A-Za-z]|[\W\d_]{1,3}")


def understood(raw: Raw) -> Brought:
    """The question that ``raw`` holds, with every fault that shows in itself."""
    raw = apart(raw)
    stem, marked = kinds.unmarked(_ROOM.sub(" ", raw.stem))
    labels = _labels(raw.options)
    texts = tuple(text.strip().rstrip("；;") for _, text in raw.options)
    said = [text for text in raw.answers if answers.bare(text)]
    faults = [*raw.faults]
    type = _type(raw, kinds.kind_of(marked) or kinds.kind_of(raw.kind), stem, labels, texts, said)
    way = type.brought if type else ""
    right, truth, blanks = raw.right or (), raw.truth, raw.blanks
    if type and way == "options":
        if raw.right is None:
            right = _chosen(said, labels, texts, _counted(raw), faults)
        faults += _choice_faults(type, labels, texts, right)
    elif way == "verdict":
        if truth is None:
            truth = _judged(said, labels, texts, _counted(raw), faults)
        labels, texts, right = (), (), ()
    elif way == "gaps":
        if not blanks:
            blanks = _filled(said, len(_GAP.findall(stem)), faults)
    elif all(fault.kind != "type-not-read" for fault in faults):
        faults.append(Fault("type-not-read", f"题型“{raw.kind or marked or '认不出'}”不读"))
    faults += _misread(stem, texts)
    shown = _stem(stem, way)
    if not shown:
        faults.append(Fault("stem-missing", "没有题干"))
    return Brought(
        raw.where, raw.number, type.id if type else "", shown, texts, labels, right, truth, blanks,
        _said(way, said, right, labels, truth, blanks), raw.explanation.strip(), raw.kept, tuple(dict.fromkeys(faults)),
    )  # fmt: skip


def _labels(options: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    return tuple(label.upper() or letter(place) for place, (label, _) in enumerate(options))


def _counted(raw: Raw) -> bool:
    """Whether its options have no letters of their own, so that answers may count them."""
    return all(not label for label, _ in raw.options)


def _type(
    raw: Raw, kind: str, stem: str, labels: Sequence[str], texts: Sequence[str], said: Sequence[str]
) -> ItemType | None:
    """The type; what the question itself says goes before what its section says."""
    named = kinds.type_of(kind)
    chosen = named is not None and named.brought == "options"
    if raw.truth is not None or (len(texts) == 2 and _only_verdicts(texts)):
        return kinds.brought_by("verdict", told=named)
    if raw.blanks or any(fault.kind == "type-not-read" for fault in raw.faults):
        return kinds.brought_by("gaps", told=named) if raw.blanks else None
    if texts:
        several = len(raw.right or ()) > 1 or any(_several(one, labels, texts, _counted(raw)) for one in said)
        return named if chosen and kind != kinds.CHOICE else kinds.brought_by("options", several)
    if kind:  # a statement may stand among questions with options
        return kinds.brought_by("verdict") if said and chosen and all(map(_is_verdict, said)) else named
    if not said or any(answers.truth(one) is not None for one in said):
        return kinds.brought_by("verdict")
    return kinds.brought_by("gaps") if _GAP.search(stem) else None


def _is_verdict(answer: str) -> bool:
    """Whether an answer can only be that of a statement: T and F are letters of options too."""
    return answers.truth(answer) is not None and not answers.bare(answer).strip("()（）").isascii()


def _only_verdicts(texts: Sequence[str]) -> bool:
    return all(text.strip().lower() in _VERDICTS for text in texts)


def _several(answer: str, labels: Sequence[str], texts: Sequence[str], counted: bool) -> bool:
    try:
        return len(answers.choices(answer, labels, texts, counted) or ()) > 1
    except answers.NoOption:
        return len(re.sub(r"\W", "", answers.bare(answer))) > 1


def _chosen(
    said: Sequence[str], labels: Sequence[str], texts: Sequence[str], counted: bool, faults: list[Fault]
) -> tuple[int, ...]:
    """The key; nothing, with a fault, where it isn't one."""
    found: dict[tuple[int, ...], str] = {}
    for one in said:
        try:
            places = answers.choices(one, labels, texts, counted)
        except answers.NoOption as strange:
            faults.append(Fault("answer-not-an-option", f"答案写的是 {strange}，选项里没有 {strange}"))
            return ()
        if places is None:
            odd = _ODD_ANSWER.fullmatch(answers.bare(one)) is not None
            faults.append(Fault("answer-unreadable-ocr" if odd else "answer-unreadable", f"答案“{one[:20]}”看不懂"))
            return ()
        found.setdefault(places, one)
    if not found:
        faults.append(Fault("no-answer", "没有答案"))
        return ()
    if len(found) > 1:
        faults.append(Fault("two-answers", f"有两个不同的答案：{'、'.join(map(answers.bare, found.values()))}"))
        return ()
    return next(iter(found))


def _judged(
    said: Sequence[str], labels: Sequence[str], texts: Sequence[str], counted: bool, faults: list[Fault]
) -> bool | None:
    found: dict[bool, str] = {}
    for one in said:
        verdict = _verdict(one, labels, texts, counted)
        if verdict is None:
            faults.append(Fault("answer-unreadable", f"判断题的答案“{one[:20]}”看不懂"))
            return None
        found.setdefault(verdict, one)
    if not found:
        faults.append(Fault("no-answer", "没有答案"))
        return None
    if len(found) > 1:
        faults.append(Fault("two-answers", f"有两个不同的答案：{'、'.join(map(answers.bare, found.values()))}"))
        return None
    return next(iter(found))


def _verdict(answer: str, labels: Sequence[str], texts: Sequence[str], counted: bool) -> bool | None:
    """By the options, where 对 and 错 are options; else by its own words."""
    if texts:
        try:
            places = answers.choices(answer, labels, texts, counted)
        except answers.NoOption:
            places = None
        if places is not None and len(places) == 1:
            return answers.truth(texts[places[0]])
    return answers.truth(answer)


def _filled(said: Sequence[str], gaps: int, faults: list[Fault]) -> tuple[tuple[str, ...], ...]:
    if not said:
        faults.append(Fault("no-answer", "没有答案"))
        return ()
    if not gaps:
        faults.append(Fault("blank-missing", "填空题的题干里没有空"))
        return ()
    blanks = answers.filled(said[0], gaps)
    if not blanks:
        faults.append(Fault("answer-unreadable", f"题干有 {gaps} 处空，答案“{said[0][:30]}”分不出同样多的几个"))
    return blanks


def _choice_faults(
    type: ItemType, labels: Sequence[str], texts: Sequence[str], right: Sequence[int]
) -> Iterator[Fault]:
    last = max((ord(label) - ord("A") for label in labels if len(label) == 1), default=-1)
    gone = [letter(place) for place in range(last + 1) if letter(place) not in labels]
    if gone or len(texts) < _FEWEST:
        told = f"缺选项 {'、'.join(gone)}" if gone else f"只有 {len(texts)} 个选项" if texts else "没有选项"
        yield Fault("option-missing", told)
    if len(set(labels)) < len(labels):
        yield Fault("option-twice", "选项的字母有重复")
    if any(not text for text in texts):
        yield Fault("option-missing", "有的选项没有文字")
    if type.sole and len(right) > 1:
        named = "".join(labels[place] for place in right)
        yield Fault("two-answers-in-single", f"单选题，答案却有 {len(right)} 个：{named}")


def _misread(stem: str, texts: Sequence[str]) -> Iterator[Fault]:
    for text in (stem, *texts):
        if len(text) > LONGEST:
            yield Fault("too-long", f"文字有 {len(text):,} 字，不像一道题")
        elif found := _MISREAD.search(text):
            yield Fault("ocr-suspect", f"“{text[max(0, found.start() - 6) : found.end() + 6]}”像是识别错了的字")


def _stem(stem: str, way: str) -> str:
    """The stem without the bracket for the answer at its end; within it, blanks in one form."""
    if way == "gaps":
        return _GAP.sub(BLANK, stem).strip()
    found = _AT_END.search(stem)
    if found:
        head = stem[: found.start()].rstrip(" \t\u3000")
        stop = found["stop"]
        ended = re.search(r"[。？?！：:]$", head)
        stem = head if ended else head + (stop[0] if stop and stop[0] in "？?" else "。" if way == "verdict" else "：")
    return _GAP.sub(_CHOSEN, stem).strip()


def _said(
    way: str,
    said: Sequence[str],
    right: Sequence[int],
    labels: Sequence[str],
    truth: bool | None,
    blanks: Sequence[Sequence[str]],
) -> str | tuple[str, ...]:
    if way == "verdict" and truth is not None:
        return "T" if truth else "F"
    if right:
        return "".join(labels[place] for place in right)
    if blanks:
        return tuple(blank[0] for blank in blanks) if len(blanks) > 1 else tuple(blanks[0])
    return answers.bare(said[0]).upper() if said else ""
