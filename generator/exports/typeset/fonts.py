"""Fonts for PDF: from the system, or from the package that the extra ``fonts`` brings; never a box in place of a character."""

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst

#: A font package that holds nothing but fonts.
_PACKAGE = "noto_cjk_sans_otc"
#: What a face may be, best first: as Word calls it, as other systems do, then the free ones.
_SERIF = (
    "SimSun",
    "NSimSun",
    "宋体",
    "Songti SC",
    "STSong",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "Source Han Serif CN",
)
_SANS = (
    *("SimHei", "黑体", "Heiti SC", "STHeiti", "Noto Sans CJK SC", "Source Han Sans SC", "Source Han Sans CN"),
    *("Microsoft YaHei", "PingFang SC", "WenQuanYi Zen Hei", "WenQuanYi Micro Hei"),
)
_SCRIPT = ("FangSong", "仿宋", "FangSong_GB2312", "STFangsong", "华文仿宋")


class NoFont(Exception):
    """There is no font with Chinese characters."""


@dataclass(frozen=True)
class Faces:
    """The families for 宋体, 黑体 and 仿宋, and where all fonts are."""

    song: str
    hei: str
    fang: str
    found: typst.Fonts


@cache
def faces(system: bool = True) -> Faces:
    """The faces there are; one that is missing is stood in for by another.

    Args:
        system: look at the system's fonts too, beside those of the package.

    Raises:
        NoFont: there is none that holds Chinese.
    """
    found = typst.Fonts(include_system_fonts=system, include_embedded_fonts=False, font_paths=list(_packaged()))
    families = set(found.families())
    serif, sans, script = (_first(names, families) for names in (_SERIF, _SANS, _SCRIPT))
    song, hei = serif or sans or script, sans or serif or script
    if song is None or hei is None:
        raise NoFont
    return Faces(song, hei, script or song, found)


def _first(names: Sequence[str], families: set[str]) -> str | None:
    return next((name for name in names if name in families), None)


def _packaged() -> Sequence[Path]:
    """The folder of the font package, where it is installed."""
    spec = importlib.util.find_spec(_PACKAGE)
    return [Path(spec.origin).parent] if spec and spec.origin else []
