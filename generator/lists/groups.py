"""Words that mean several units at once: 各镇街, 各镇人民政府、街道办事处, a class of the list by its name."""

import re
from collections.abc import Sequence

from generator.library import Library

_ALL = re.compile(
    r"^(?:(?:全区|本区|辖区内?|区内|全市|全县)的?)?(?:各个?|全体|所有|全部|\d+个)*|[（(]?(?:共|计)?\d+个[）)]?$|等$"
)
#: What a word says → how the names of such units end.
_ENDS = (
    (re.compile(r"(?:镇街|街镇|乡镇|镇)(?:街道)?(?:人民政府|政府|办事处)?|镇[（(]街道?[）)]|街道[（(]镇[）)]|镇街道"), ("镇人民政府", "乡人民政府", "街道办事处", "镇", "乡", "街道")),
    (re.compile(r"街道?(?:办事处|办公室|办)?"), ("街道办事处", "街道")),
)  # fmt: skip
_TOWNS_ALONE = re.compile(r"(?:乡镇|镇)(?:人民政府|政府)?")


def units_meant(library: Library, text: str) -> Sequence[str]:
    """Names of the units that a word for several means, in the order of the project; none of a word that means one, or nobody knows."""
    bare = _ALL.sub("", re.sub(r"\s", "", text).strip("。；;")).strip("、")
    if not bare:
        return ()
    units = [(str(getattr(one, "name", one.label)), str(getattr(one, "unit_class", ""))) for one in library.all("unit")]
    if of_class := [name for name, sort in units if sort == bare]:
        return of_class
    ends: tuple[str, ...] = next((ends for form, ends in _ENDS if form.fullmatch(bare)), ())
    if _TOWNS_ALONE.fullmatch(bare):
        ends = tuple(end for end in ends if "街" not in end)
    return [name for name, _ in units if ends and name.endswith(ends)]
