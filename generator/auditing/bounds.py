"""Which side of a bound a text is on: 以上 or 以下, 以内 or 以后, 前 or 后, 超过 or 低于; and whether it joins by 或者 or by 并.

Own words are held against all of the law that they tell: where it has the same figure, the same moment or the same two words
joined, and only ever the other way, the text has turned it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property, lru_cache

from generator.auditing.strange import UNIT
from generator.legal.numerals import CHINESE, DIGITS, NUMBER, parse_decimal

_MORE, _LESS, _BEFORE, _AFTER = "多", "少", "前", "后"
#: What stands before a figure or the thing compared, and the side that it is on; the other side where it is denied.
_AHEAD: Mapping[str, str] = {
    "超过": _MORE, "高于": _MORE, "大于": _MORE, "多于": _MORE, "超出": _MORE, "满": _MORE,
    "低于": _LESS, "少于": _LESS, "小于": _LESS, "不足": _LESS,
}  # fmt: skip
#: What stands behind a figure.
_BEHIND: Mapping[str, str] = {
    "以上": _MORE, "以外": _MORE, "以下": _LESS, "以内": _LESS, "之内": _LESS, "内": _LESS,
    "以前": _BEFORE, "之前": _BEFORE, "前": _BEFORE, "以后": _AFTER, "之后": _AFTER, "后": _AFTER,
}  # fmt: skip
_OTHER: Mapping[str, str] = {_MORE: _LESS, _LESS: _MORE, _BEFORE: _AFTER, _AFTER: _BEFORE}
_NOT = r"(?P<not>[不未没](?:得|能|应|许|可|有)?)?"
_NO = r"(?P<not>不(?:得|能|应|许|可)?)?"  # 没有超过 tells what happened
_WORDS = "|".join(_AHEAD)
_FIGURE = re.compile(
    rf"(?=[不未没{''.join(sorted({word[0] for word in _AHEAD}))}{DIGITS}{CHINESE}])"  # what else cannot begin one, quickly
    rf"(?:{_NOT}(?<![届期])(?P<ahead>{_WORDS})\s*[了过]?)?"  # 届满六十日前 is no 满六十日
    rf"(?:百分之(?P<percent>{NUMBER})|(?P<number>{NUMBER})\s*(?P<unit>{UNIT}))的?"
    rf"(?P<behind>{'|'.join(sorted(_BEHIND, key=len, reverse=True))})?"
)
#: Two figures of one span: 一倍以上五倍以下, 二万至二十万元.
_SPAN = re.compile(
    rf"(?P<low>{NUMBER})\s*(?P<one>{UNIT})?(?:以上|至|到|[-－—~～]+)(?P<high>{NUMBER})\s*(?P<unit>{UNIT})(?:以下)?"
)
#: A span that is on one side at both ends: no one writes it.
_SAME_SIDE = re.compile(rf"{NUMBER}\s*{UNIT}(?P<side>以[上下]){NUMBER}\s*{UNIT}(?P=side)")
#: A comparison without a figure: 超过排放标准, 不低于料堆.
_COMPARISON = re.compile(
    rf"(?<![有没未]){_NO}(?P<ahead>超过|高于|大于|低于|少于|小于)(?!百分之|\s*{NUMBER}|了?(?:[，。；的]|$)|法?定?[上下]限)"
)
#: A moment: 开工前, 排放之后.
_MOMENT = re.compile(r"(?P<what>[一-龥]{2})(?:[以之](?P<far>[前后])|(?P<near>[前后])(?![果续期台方款述者来项端]))")
_NOT_YET = re.compile(r"[^，。；]{0,6}[不未没]|，?[^，。；]{0,2}[不未没]")
#: Joints, and of which sort they are; 和 of a list is told by 或者 as well (A和B must be kept: who does not keep A or B).
_JOINT = re.compile(
    r"(?P<either>或者(?:处|应当|可以)?|或(?!许))|(?P<both>(?<![合吞兼])并(?![入网轨购列联])(?:且|处|应当|可以)?)|(?P<list>以及|和(?!解|谐|平)|(?<![以普涉波危遍])及(?![时格]))"
)
_CLAUSE = re.compile(r"[^。；\n]+")
_NO_LETTER = re.compile("[^一-龥]+")
_NEAR = 10  # letters between a joint and a word that it joins, at most


@dataclass(frozen=True)
class Sides:
    """On which sides the law has what it bounds, each part found when somebody asks."""

    text: str

    @cached_property
    def figures(self) -> Mapping[tuple[Decimal, str], frozenset[str]]:
        """Figure with its unit → the sides on which the law has it; an empty text for a figure without a bound."""
        found: dict[tuple[Decimal, str], set[str]] = defaultdict(set)
        for figure, sides, _ in _figures(self.text):
            found[figure] |= sides or {""}
        return {figure: frozenset(sides) for figure, sides in found.items()}

    @cached_property
    def spans(self) -> Mapping[str, frozenset[tuple[Decimal, Decimal]]]:
        """Unit → the spans that the law has in it."""
        found: dict[str, set[tuple[Decimal, Decimal]]] = defaultdict(set)
        for unit, span, _ in _spans(self.text):
            found[unit].add(span)
        return {unit: frozenset(spans) for unit, spans in found.items()}

    @cached_property
    def compared(self) -> frozenset[str]:
        """The sides of all comparisons without a figure; where there are none, of those with one."""
        words = frozenset(_side(found) for found in _COMPARISON.finditer(self.text))
        return words or frozenset().union(*self.figures.values())

    @cached_property
    def moments(self) -> Mapping[str, frozenset[str]]:
        """The two letters that name a moment → before it, after it."""
        found: dict[str, set[str]] = defaultdict(set)
        for one in re.finditer(r"([一-龥]{2})[以之]?([前后])", self.text):
            found[one[1]].add(one[2])
        return {what: frozenset(sides) for what, sides in found.items()}

    @cached_property
    def joints(self) -> tuple[tuple[str, str, str], ...]:
        """What stands before each joint and behind it, within its clause, and of which sort it is."""
        return tuple(_joints(self.text))


sides_of = lru_cache(maxsize=1 << 12)(Sides)


def turned_bounds(text: str, law: str) -> Iterator[str]:
    """What is on the other side in a text in own words than in the law, in few words."""
    sides = sides_of(law)
    for figure, own, words in _figures(text):
        there = sides.figures.get(figure, frozenset())
        if own and there and not own & there and (own & {_OTHER[one] for one in there if one} or "" not in there):
            yield f"条文里不是“{words.strip()}”"
    yield from (f"“{found[0]}”两头在同一边" for found in _SAME_SIDE.finditer(text))
    for unit, span, words in _spans(text):
        if unit in sides.spans and span not in sides.spans[unit]:
            yield f"条文里没有“{words.strip()}”"
    for found in _COMPARISON.finditer(text):
        if sides.compared & {_MORE, _LESS} and _side(found) not in sides.compared:
            yield f"条文没有说“{found[0]}”"
    for found in _MOMENT.finditer(text):
        side = found["far"] or found["near"]
        if side == "前" and _NOT_YET.match(text, found.end()):
            continue  # 批准以前不得开工: 批准后, 方可
        if sides.moments.get(found["what"]) == frozenset(_OTHER[side]):
            yield f"条文里不是“{found[0]}”"


def turned_days(text: str, law: str, working: frozenset[int]) -> Iterator[str]:
    """Days that the law counts as working days or does not, and a text the other way.

    Args:
        text, law: as everywhere.
        working: numbers of days that are working days by a clause of the law (“五日”“七日”的规定是指工作日).
    """
    there = sides_of(law).figures
    for (value, unit), _, words in _figures(text):
        other = {"日": "工作日", "工作日": "日"}.get(unit, "")
        if (value, other) in there and (value, unit) not in there and not (unit == "工作日" and value in working):
            yield f"条文里“{words.strip()}”是{other}"


def turned_joints(text: str, law: str) -> Iterator[str]:
    """Words joined by 或者 that the law joins by 并, and the other way round."""
    own = [joint for joint in _joints(text) if joint[2] != "list"]
    there = sides_of(law).joints if own else ()
    for before, after, sort in own:
        left, right = before[-2:], after[:2]
        sorts = {
            kind
            for one, other, kind in there
            if left in one[-_NEAR - 2 :] and right in other[: _NEAR + 2] and len(left) == len(right) == 2
        }
        if sorts and not sorts & {sort, "list"}:
            yield f"条文不是用“{'或者' if sort == 'either' else '并'}”连接：{left}…{right}"


def _figures(text: str) -> Iterator[tuple[tuple[Decimal, str], frozenset[str], str]]:
    for found in _FIGURE.finditer(text):
        if text.endswith("即", 0, found.start()):
            continue  # worked out: 按5万元算，即5万元以上
        try:
            value = parse_decimal(found["percent"] or found["number"])
        except ValueError:
            continue
        sides = {_side(found)} if found["ahead"] else set()
        if found["behind"]:
            sides.add(_BEHIND[found["behind"]])
        unit = "%" if found["percent"] else found["unit"].removeprefix("个").replace("天", "日").replace("％", "%")
        yield (value, unit), frozenset(sides), found[0]


def _spans(text: str) -> Iterator[tuple[str, tuple[Decimal, Decimal], str]]:
    for found in _SPAN.finditer(text):
        if text.endswith(("即", "."), 0, found.start()) or found["one"] not in (None, found["unit"]):
            continue
        try:
            span = parse_decimal(found["low"]), parse_decimal(found["high"])
        except ValueError:
            continue
        yield found["unit"], span, found[0]


def _side(found: re.Match[str]) -> str:
    side = _AHEAD[found["ahead"]]
    return _OTHER[side] if found["not"] else side


def _joints(text: str) -> Iterator[tuple[str, str, str]]:
    for clause in _CLAUSE.findall(text):
        for found in _JOINT.finditer(clause):
            before = _NO_LETTER.sub("", clause[max(0, found.start() - 2 * _NEAR) : found.start()])
            after = _NO_LETTER.sub("", clause[found.end() : found.end() + 2 * _NEAR])
            yield before, after, found.lastgroup or ""
