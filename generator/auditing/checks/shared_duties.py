"""A duty that its article gives to several bodies says so: ``with_others`` names them all, and nobody else.

A responsibility names one unit.  Where the article names it in a row (商务、邮政管理等有关部门), beside another (公安机关或者海警
机构), with whom it must act together (会同) or as one of a class (负有……职责的部门), the duty is not its own alone.
"""

import re
from collections.abc import Iterator, Sequence

from generator.auditing.checks._base import Check
from generator.auditing.lookup import part_of
from generator.auditing.official import Official
from generator.auditing.stands import body_stands
from generator.kinds.responsibility import Responsibility
from generator.kinds.unit import Unit
from generator.library import Library
from generator.problems import Problem

_BODY = r"(?:部门|机关|机构|海关|办事处)(?:等[^，。；、]{0,4}(?:部门|机关|机构))?"
#: Members of a row; the last one bears the word that all are called by (商务、邮政管理等有关部门).
_ROW = rf"(?:[^，。；：、\n（）]{{1,24}}、)*[^，。；：、\n（）]{{0,30}}?{_BODY}"
_JOIN = r"(?:以及|和|或者|会同|及其?|与|、)"
_CHAIN = re.compile(rf"{_ROW}(?:，?{_JOIN}{_ROW})*")
_SPLIT = re.compile(
    r"、|以及(?!其他)|或者|会同|(?<=部门)[和及与]|(?<=机关)[和及与]|(?<=机构)[和及与]|(?<=海关)[和及与]"
)
_KIND = re.compile(r"(?:行政|监督|主管|管理)*(?:部门|机关|机构)$")
_OPEN = re.compile(
    r"等(?:主管|有关)?部门|等(?:机关|机构)|(?:以及)?其他(?:有关)?部门|(?:其他)?负有[^，。；、]{1,24}(?:部门|机构)"
)
#: What stands before the name in its own clause.
_BEFORE = re.compile(r"^.*(?:(?<!地方)人民政府|地方人民政府(?!确定|指定)|组织领导|组织|应当|由|^报|自愿与|^其)(?=.)")
#: Bodies of the whole country, of the level above or of the government itself.
_LEVELS = re.compile(r"国务院|上[一级]级?|本级|设区的市$|^机构$|^(?:立即|及时|依法)$")
#: To these the clause passes something on; they do not act in it.
_RECEIVING = re.compile(r"应当向|通报|抄送|报告|征求|报送|提交|送交|告知|发现|对")


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E607 for each other body that a duty leaves out, and for each that the articles do not name."""
    for row in library.of("responsibility", Responsibility):
        unit = library.get("unit", row.unit)
        texts = [part.text for basis in row.basis if (part := part_of(library, official, row, basis)) is not None]
        if not isinstance(unit, Unit) or len(texts) < len(row.basis):
            continue
        cited = "、".join(library.cite(basis) for basis in row.basis)
        for index, name in enumerate(row.with_others):
            if not any(body_stands(name, text) for text in texts):
                at = row.place("with_others", index)
                yield Problem(at, "E607", f"“{name}”不在{cited}中", "用条文中的名称，一字不改。")
        missing = [name for name in sharing(unit, texts) if not _said(name, row.with_others)]
        if missing:
            at = row.place("with_others") if row.with_others else row.place("duty")
            message = f"{cited}把这项职责同时交给“{'”“'.join(missing)}”，记录里没有写"
            yield Problem(at, "E607", message, "补进 with_others；引得太宽的，引到款、项。")


def sharing(unit: Unit, texts: Sequence[str]) -> list[str]:
    """Who else stands in one row with the unit, each once and in the words of the texts; a class counts by its name.

    A text that names the unit alone elsewhere gives it a duty of its own, whatever rows it stands in besides.
    """
    organs = [name for name in unit.aliases if name.endswith("机关")]  # 检察机关 for 人民检察院
    stems = {stem for name in (unit.name, *unit.acts_as, *organs) if (stem := _KIND.sub("", name)) and "、" not in stem}
    found: dict[str, None] = {}
    for text in texts:
        rows = [_others(chain[0], stems) for chain in _CHAIN.finditer(text.replace("部门、机构", "部门"))]
        speaking = [row for row in rows if row is not None]
        if all(speaking):
            found |= dict.fromkeys(name for row in speaking for name in row)
    return list(found)


def _others(chain: str, stems: set[str]) -> list[str] | None:
    """The other members of a row that has the unit; none where it stands alone, None where it does not stand or act."""
    if not any(stem in chain for stem in stems) or _RECEIVING.search(chain) or "国务院" in chain:
        return None
    found = []
    for member in filter(None, _SPLIT.split(chain)):
        opened = _OPEN.search(member)
        bare = _BEFORE.sub("", member[: opened.start()] if opened else member)
        if bare and not any(stem in bare for stem in stems) and not _LEVELS.search(bare):
            found.append(bare)
        found += [opened[0]] if opened else []
    return found


def _said(name: str, others: Sequence[str]) -> bool:
    """Whether one of the others is the body, or has its words in it or the other way round."""
    bare = _KIND.sub("", name)
    return any(bare in other or _KIND.sub("", other) in name for other in others)


CHECK = Check("shared_duties", "几个机关共有的职责写明了其他机关", ("E607",), run)
