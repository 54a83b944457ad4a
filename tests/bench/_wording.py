"""Altering words: every text that tells the law, by what a slip of the pen does to it, and the keys of questions."""

import random
import re
from collections.abc import Callable, Iterator
from typing import Any

from generator.kinds import Record
from generator.library import Library
from generator.library.paths import values
from tests.bench._altering import Path, Site

#: Kind → fields that tell what the law says, in running text.
TEXTS: dict[str, tuple[str, ...]] = {
    "article": ("digest", "note"),
    "obligation": ("title", "trigger", "deadline", "frequency", "note"),
    "term": ("definition", "note"),
    "responsibility": ("duty", "note"),
    "power-item": ("duties", "note"),
    "exemption": ("all_of", "any_of", "follow_up", "note"),
    "concordance": ("summary", "note"),
    "conduct": ("title", "do", "note"),
    "must-know": ("articles.why", "note"),
    "case": ("questions.answers.text",),
    "procedure": ("steps.title", "steps.actor", "steps.document", "steps.time_limit", "limits.says", "note"),
    "guide": ("body",),
    "question": ("explanation", "parts.explanation", "options.why", "parts.options.why"),
    "occasion": ("advice.says",),
    "situation": ("findings.because",),
    "education-duty": ("note",),
}
_LEVEL = r"设区的市级|省级|县级(?!以上(?:地方)?人民政府)|县级以上|乡镇|国务院"
#: Slip → what it meets, and what it may become.
SLIPS: dict[str, tuple[re.Pattern[str], dict[str, tuple[str, ...]]]] = {
    "mode/may": (re.compile(r"(?<!不)可以"), {"可以": ("应当", "不得")}),
    "mode/must": (re.compile(r"(?<![不])应当(?!知道)|必须"), {"应当": ("可以",), "必须": ("可以",)}),
    "mode/not": (re.compile(r"不得|禁止|不能"), {"不得": ("可以",), "禁止": ("允许",), "不能": ("可以",)}),
    "bound/amount": (re.compile(r"(?<=[元倍日年月人次吨米])以[上下]|超过|不足|低于|高于"), {
        "以上": ("以下",), "以下": ("以上",), "超过": ("低于",), "不足": ("超过",), "低于": ("高于",), "高于": ("低于",),
    }),
    "bound/time": (re.compile(r"(?<=[日月年])以?[内前后](?=[^款天一-龥]|向|报|提|告|作|送|开|申|办|完|将|把|备|公)|之?[前后](?=[，。；、]|要|应当|必须|才)"), {
        "内": ("后",), "以内": ("以后",), "前": ("后",), "以前": ("以后",), "之前": ("之后",), "后": ("前",), "以后": ("以前",), "之后": ("之前",),
    }),
    # 七日 is seven working days by 行政处罚法 85: no slip
    "bound/day": (re.compile(r"个工作日|(?<=[二三四五六九]十)日(?=[内前以，。；、])|(?<=[1-9]\d)日(?=[内前以，。；、])"), {"个工作日": ("日",), "日": ("个工作日",)}),
    "bound/multiple": (re.compile(r"[二两三四五六七八九十\d]+(?=倍)"), {}),
    "joint/or": (re.compile(r"或者|并处|(?<=[，、])并(?=[^，、]{2})"), {"或者": ("并",), "并处": ("或者处",), "并": ("或者",)}),
    "level/told": (re.compile(_LEVEL), {
        "设区的市级": ("县级", "省级"), "省级": ("设区的市级", "县级"), "县级": ("省级", "设区的市级"), "县级以上": ("设区的市级以上", "省级以上"),
        "乡镇": ("县级",), "国务院": ("省级",),
    }),
    "figure/article": (re.compile(r"(?<=第)\d{1,4}(?=条)"), {}),
    "figure/day": (re.compile(r"(?<=月)\d{1,2}(?=日)"), {}),
    "approval/dropped": (re.compile(r"(?<![未没有要先须定用])(?:，|；|的)?(?:(?<!未)(?<!没有)(?<!已)(?:报经?|经)(?!营|理))[^，。；、（]{0,16}?(?:批准(?!权)|同意)(?:后|的(?!除外))?，?(?!手续)"), {}),
}  # fmt: skip
_CHINESE = "二三四五六七八九十"


def word_sites(library: Library) -> Iterator[Site]:
    """Every word that a slip can turn, and every key, in order of the library."""
    for kind, fields in TEXTS.items():
        for record in library.all(kind):
            for path, text in (found for field in fields for found in values(library, record, field)):
                yield from _slips(kind, record, path, text)
    for record in library.all("question"):
        yield from _keys(record)


def _slips(kind: str, record: Record, path: Path, text: str) -> Iterator[Site]:
    field = next(str(step) for step in reversed(path) if isinstance(step, str))
    for name, (pattern, becomes) in SLIPS.items():
        sort = "approval" if name.startswith("approval") else "words"
        for found in pattern.finditer(text):
            others = (
                becomes.get(found[0], ("，" if found[0][0] in "，；" and found[0][-1] == "，" else "",))
                if becomes or sort == "approval"
                else ()
            )
            alter = _put(text, found, others)
            if name == "bound/multiple":
                alter = _multiple(text, found)
            elif name.startswith("figure"):
                alter = _figure(text, found)
            yield Site(f"{sort}/{name} {kind}.{field}", kind, record, path, alter)


def _put(text: str, found: re.Match[str], others: tuple[str, ...]) -> Callable[[random.Random], Any]:
    return lambda r: text[: found.start()] + r.choice(others) + text[found.end() :] if others else None


def _multiple(text: str, found: re.Match[str]) -> Callable[[random.Random], Any]:
    def alter(r: random.Random) -> Any:
        own = found[0]
        signs = [sign for sign in (_CHINESE if own in _CHINESE + "两" else "23456789") if sign != own]
        return text[: found.start()] + r.choice(signs) + text[found.end() :]

    return alter


def _figure(text: str, found: re.Match[str]) -> Callable[[random.Random], Any]:
    """Another article or day: near by, or with one figure struck wrongly."""

    def alter(r: random.Random) -> Any:
        was = int(found[0])
        most = 28 if text[found.end() : found.end() + 1] == "日" else 1242
        other = r.choice([was + 1, was + 3, was + 10, max(1, was - 1), max(1, was - 10)])
        return text[: found.start()] + str(min(other, most)) + text[found.end() :] if other != was else None

    return alter


def _keys(record: Any) -> Iterator[Site]:
    """The answer of a statement the other way round; the mark of a right option on a wrong one; one of several options turned."""
    if record.answer is not None:
        yield Site("key/judge", "question", record, ("answer",), lambda r: not record.answer)
    for path, part in (((), record), *((("parts", at), one) for at, one in enumerate(record.parts))):
        if not part.options:
            continue
        several = part.several if path else record.type == "multiple"

        def alter(r: random.Random, options: Any = part.options, several: bool = several) -> Any:
            at = r.choice([at for at, one in enumerate(options) if several or not one.correct])
            return tuple(
                one.model_copy(update={"correct": (not one.correct) if n == at else one.correct and several})
                for n, one in enumerate(options)
            )

        yield Site(f"key/{'part' if path else record.type}", "question", record, (*path, "options"), alter)
