"""Fines and other amounts in cells: as the article words them, read back into their parts."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from generator.auditing.document import judge
from generator.kinds import BasisValue
from generator.kinds._tier import Ban, Damages, Detention, Tier
from generator.kinds.penalty import Fine
from generator.legal.citations import read_mentions
from generator.legal.money import Amount, Deemed, Multiple, PerUnit, Range, Rate
from generator.legal.numerals import parse_decimal
from generator.legal.sums import find_fines
from generator.library import Library
from generator.library.names import law_names
from generator.library.wording import ban_span, damages_text, detention_text, fine_text
from generator.lists.codecs import Free
from generator.lists.layout import Cell

_HINT = "写成：20万元以上100万元以下；货值金额的1倍以上5倍以下；每辆5000元。"
_DAILY = "按日连续处罚"
_ELSEWHERE = re.compile(r"(?:数额)?依照(?P<law>.+?)(?:可以)?(?:处以?罚款|$)")
_MAY = re.compile(r"^可以(?:并)?处?\s*")
_NOISE = re.compile(r"^(?:并|单)?处以?|的?罚款[。；]?$")
_PER = re.compile(r"^每(?P<unit>[^\d一二三四五六七八九十百千万]+)")


@dataclass(frozen=True, slots=True)
class FineText(Free):
    """A fine: 可以处 5万元以下, 货值金额的1倍以上5倍以下（不足5万元的，以5万元计算）."""

    def write(self, library: Library, value: Any) -> str:
        """In words."""
        if not value:
            return ""
        fine = Fine.model_validate(value)
        return ("可以处" if fine.may else "") + fine_text(fine)

    def read(self, cell: Cell, text: str) -> Any:
        """Its parts as YAML holds them."""
        bare = re.sub(r"\s", "", text)
        may = _MAY.match(bare)
        bare = _NOISE.sub("", bare[may.end() :] if may else bare)
        found = fine_of(bare)
        if found is None:
            cell.wrong(f"“{text[:40]}”读不成罚款", _HINT)
            return None
        return {**found, "may": True} if may else found


def fine_of(text: str) -> dict[str, Any] | None:
    """The parts of a fine; None where the text is none."""
    if text.endswith(_DAILY):
        return {"daily": True}
    if law := _ELSEWHERE.fullmatch(text):
        return {"elsewhere": law["law"]}
    sums = [one.value for one in find_fines(text) if isinstance(one.value, Amount)]
    if len(sums) != 1 or (sums[0].min is None and sums[0].max is None):
        return None
    return _measured(text, sums[0])


def _measured(text: str, value: Amount) -> dict[str, Any] | None:
    """The parts of a fine that has an amount of its own."""
    bounds = {name: _plain(n) for name, n in (("min", value.min), ("max", value.max)) if n is not None}
    if isinstance(value, Range):
        return {"range": bounds}
    if isinstance(value, PerUnit):
        unit = _PER.match(text)
        return {"per_unit": {**bounds, "unit": unit["unit"] if unit else value.unit}}
    base = _base(text)
    form = {**{name: float(n) for name, n in bounds.items()}, "base": base}
    if isinstance(value, Multiple) and (deemed := _deemed(text)):
        form["deemed"] = deemed
    return {"rate" if isinstance(value, Rate) else "multiple": form} if base else None


def _base(text: str) -> str:
    """What a share or a multiple is taken of: all before the figure."""
    found = re.match(r"(?P<base>.+?)的?(?:百分之|千分之|[\d.〇零一二两三四五六七八九十百]+(?:倍|%|％))", text)
    return found["base"] if found else ""


def _deemed(text: str) -> dict[str, int] | None:
    found = next((one.value for one in find_fines(text) if isinstance(one.value, Deemed)), None)
    return {"below": found.below, "amount": found.amount} if found else None


def _plain(number: int | Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)


@dataclass(frozen=True, slots=True)
class DetentionText(Free):
    """Detention: 10日以上15日以下拘留."""

    def write(self, library: Library, value: Any) -> str:
        """In words."""
        return detention_text(Tier(detention=Detention.model_validate(value))) if value else ""

    def read(self, cell: Cell, text: str) -> Any:
        """Days from and to."""
        days = [int(parse_decimal(n)) for n in re.findall(r"([\d一二三四五六七八九十]+)\s*日", text)]
        if len(days) not in (1, 2):
            cell.wrong(f"“{text[:30]}”读不成拘留", "写成 5日以上10日以下拘留。")
            return None
        low = days[0] if len(days) == 2 or "以下" not in text else 1
        return {"min_days": low, "max_days": days[-1]}


@dataclass(frozen=True, slots=True)
class BanText(Free):
    """A ban: 5年内；从事监测业务 (how long；what)."""

    def write(self, library: Library, value: Any) -> str:
        """How long, and what may not be done."""
        if not value:
            return ""
        ban = Ban.model_validate(value)
        return f"{ban_span(ban)}不得：{ban.trade}"

    def read(self, cell: Cell, text: str) -> Any:
        """Its parts."""
        span, cut, trade = text.partition("不得")
        found: dict[str, Any] = {"trade": trade.lstrip("：:")}
        numbers = [int(parse_decimal(n)) for n in re.findall(r"([\d一二三四五六七八九十]+)\s*(?:年|个月)", span)]
        unit = "months" if "个月" in span else "years"
        found |= dict(zip((unit, f"max_{unit}"), numbers, strict=False))
        if "终身" in span:
            found["life"] = True
        if not cut or not found["trade"]:
            cell.wrong(f"“{text[:30]}”读不成禁业", "写成 5年内不得：从事某某业务。")
            return None
        return found


@dataclass(frozen=True, slots=True)
class DamagesText(Free):
    """Damages: 价款的10倍的赔偿金（不足1000元的，按1000元）."""

    def write(self, library: Library, value: Any) -> str:
        """In words."""
        if not value:
            return ""
        damages = Damages.model_validate(value)
        return damages_text(damages).replace(damages.multiple.base, f"{damages.multiple.base}的", 1)

    def read(self, cell: Cell, text: str) -> Any:
        """Its parts."""
        main, _, least = text.partition("（")
        found = fine_of(re.sub(r"的?赔偿金$", "", main))
        if not found or "multiple" not in found:
            cell.wrong(f"“{text[:30]}”读不成赔偿", "写成：价款的10倍的赔偿金（不足1000元的，按1000元）。")
            return None
        amount = re.search(r"按(.+?元)", least)
        sums = find_fines(amount[1]) if amount else []
        value = sums[0].value if sums else None
        return {"multiple": found["multiple"], **({"least": value.min} if isinstance(value, Range) else {})}


def against_articles(library: Library, words: str, cited: Sequence[BasisValue]) -> tuple[str, str] | None:
    """What is wrong with the sums of ``words`` under the articles cited, and what to do; None where nothing is, or nothing can be told."""
    if not cited or not find_fines(words):
        return None
    citations = "、".join(f"《{library.regulation(one.regulation).title}》{one.locus}" for one in cited)
    line = f"依照{citations}，处{words.replace(chr(10), '，').replace('；', '，').replace('。', '，')}罚款"
    mentions = list(read_mentions([line], law_names(library)))
    wrong = next((one for one in judge(library, [line], mentions) if one.verdict == "sum"), None)
    return (wrong.says.replace("句中的", ""), wrong.hint) if wrong else None
