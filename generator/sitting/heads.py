"""What the head of a column says of a question: its number, its stem, or that points stand below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from generator.legal.numerals import parse_number
from generator.reading.heads import columns_named
from generator.sitting.platforms._base import PLATFORMS, Platform

_KINDS = "(?:考试)?(?:单选|多选|判断|(?:单项|多项)?填空|简答)|计算|连线|匹配|配对|矩阵(?:单选|多选|填空)?|排序|案例|案例分析|不定项|不定项选择|单项选择|多项选择|主观|客观|问答|论述|综合|材料|组合|选择"
#: (单选), [多选题], （2分）, (必填), 【分值：2】, （单选题，2分）
_ONE = rf"(?:(?:{_KINDS})题?|(?:分值|满分|每题|共)?[:：]?\s*\d+(?:\.\d+)?\s*分?|必[填答]|选[填答]|必答题)"
NOTE = re.compile(rf"[(（\[【]\s*{_ONE}(?:[\s,，、;；/·-]+{_ONE})*\s*[)）\]】]")
_BARE = re.compile(
    rf"(?:(?:{_KINDS})题?|小?题目?|答案?|作答|选项|回答|(?:学生|考生|学员|您的|你的|我的)(?:答案|作答|回答|选项)|Response)?",
    re.IGNORECASE,
)
_POINTS = re.compile(r"(?:本题|学生|考生)?(?:得分|分数)")
#: What stands beside the answer to a question: what it should be, whether it is, what it is worth.
_ASIDE = "(?:标准|正确|参考)(?:答案|回答|选项)|对错|是否(?:正确|答对)|判[定分]|结果|评语|批注|满分|分值|用时|耗时|难度|[得正答][分确对]率|题型|知识点|解析"
_BESIDE = re.compile(
    rf"(?:第|题目?|试题|Q\.?|T)?\s*\d{{1,3}}\s*(?:小?题|号题)?[\s、.．:：_—(（\[【-]*(?:{_ASIDE})\s*[)）\]】]?|(?:{_ASIDE})\s*[(（]?\d{{1,3}}[)）]?",
    re.IGNORECASE,
)
#: 1-5, 第6～10题: several questions in a column, or a question by its section.
_SPAN = re.compile(r"(?:第|题)?\s*\d{1,3}\s*[-—–~～〜至到]\s*第?\s*\d{1,3}\s*(?:小?题)?")
_TOP = re.compile(r"/\s*(\d+(?:[.,]\d+)?)")
#: 第一题, 第十二小题; 第一大题 is a section.
_CHINESE = re.compile(r"^第\s*([一二三四五六七八九十百]{1,5})\s*(?=小?题)")
_LEADING = re.compile(r"^[\s、.．:：)）_—-]+")


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column of answers.

    Attributes:
        number: as written; None where the head is a stem alone.
        text: the stem or its beginning; empty where it tells none.
        points: whether points stand below instead of answers.
        top: of points, what a full answer has there; None where it does not say.
    """

    number: int | None
    text: str = ""
    points: bool = False
    top: Fraction | None = None


def recognise(header: Sequence[str]) -> Platform:
    """The platform most of whose signs are among the heads; the typed sheet where none is told."""
    found = [(len(columns_named(header, platform.signs)), platform) for platform in all_platforms()]
    told = [(count, platform) for count, platform in found if count >= platform.tells_by]
    return max(told, key=lambda pair: pair[0])[1]


def all_platforms() -> tuple[Platform, ...]:
    """Every platform there is, those of the house in order of module name."""
    return PLATFORMS.all()


def read_head(text: str, platform: Platform) -> Head | None:
    """What a head says; None for one that is no question's."""
    plain = " ".join(text.split()).lstrip("*★ ").strip()
    beside = _BESIDE.fullmatch(plain) or (platform.other and platform.other.fullmatch(plain))
    if not plain or beside or _is_stem_column(plain, platform):
        return None
    if _SPAN.fullmatch(plain):
        return Head(None, plain)
    found = platform.question.fullmatch(_CHINESE.sub(_in_digits, plain))
    if not found:
        return Head(None, plain)
    rest = NOTE.sub("", found["rest"] or "").strip()
    top = _TOP.fullmatch(rest)
    if top:
        return Head(int(found["n"]), points=True, top=Fraction(top[1].replace(",", ".")) or None)
    rest = _LEADING.sub("", rest).strip()
    if _POINTS.fullmatch(rest):
        return Head(int(found["n"]), points=True)
    return Head(int(found["n"]), "" if _BARE.fullmatch(rest) else rest)


def _in_digits(found: re.Match[str]) -> str:
    try:
        return f"第{parse_number(found[1])}"
    except ValueError:
        return found[0]


def _is_stem_column(plain: str, platform: Platform) -> bool:
    return bool(platform.stem and platform.stem.fullmatch(plain))


def stem_columns(header: Sequence[str], platform: Platform) -> dict[int, int]:
    """Number of a question → the column whose cells tell its stem."""
    found = {}
    for column, text in enumerate(header):
        matched = platform.stem.fullmatch(" ".join(text.split())) if platform.stem else None
        if matched:
            found[int(matched["n"])] = column
    return found
