"""What became of an old provision (relation) fits the old text and the new one, the other rows and the row's own words.

拆分 leads to several articles, 合并 brings several old ones into one, 处罚加重 and 减轻 show in amounts or are told; what is said to
be the same is nearly the same, letter by letter, and what is said to be changed is not.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import part_of
from generator.auditing.official import Official
from generator.kinds import BasisValue
from generator.kinds.concordance import RELATIONS, Concordance
from generator.library import Library

_MERGES = re.compile(r"并入|合并|合成|合为|合在|合写|归入|并到|通用|统一|一条|同罚|与|不再单写|一并|扩大到")
_HARDER = re.compile(
    r"提高|加重|增加|新增|升|加上|多了|更重|翻|加大|加倍|改为应当|也要|大幅|高档|不再以|必须|成为|一律|还要|一并"
)
_MILDER = re.compile(r"降低|减轻|取消|下降|降|减|不再|少了|可以罚款|先轻后重|低档|拒不改正才|严重才")
#: Last words of a remark that says no more than that nothing changed.
_NOTHING_ELSE = re.compile(r"(?:不变|没有变|没变|相同|照旧|一样|沿用|没有改|一致)(?:，条号不同)?。?$")
#: What changes whenever an article is put elsewhere: marks, names and numbers of law.
_NO_MATTER = re.compile(
    r"[，。；：、“”（）\s]|中华人民共和国|《[^》]*》|第[一二三四五六七八九十百千零]+[条款项]|生态|本法(?:典)?|依照|规定|违反"
)
#: What an authority may do.
_MAY = re.compile(r"可以(?:责令|处|并处|吊销|没收|暂扣|给予)")
#: A remark tells of it.
_CHOICE = re.compile(r"可以|选择|必须|应当|一律|不再|成为|没有再")
_ALMOST_ALL = 0.96  # share of either text's pairs of letters that the other has
Into = Mapping[BasisValue, set[BasisValue]]


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E617 for each relation that texts, rows and words speak against."""
    rows = library.of("concordance", Concordance)
    into: dict[BasisValue, set[BasisValue]] = defaultdict(set)
    for row in rows:
        for new in row.new if row.old else ():
            into[new.whole].add(row.old.whole if row.old else new)
    for row in rows:
        if row.old and (why := _against(library, official, row, into)):
            what = f"关系 {row.relation}"
            message = f"（{RELATIONS[row.relation]}）：{why}"
            yield doubt(row, what, row.place("relation"), "E617", message)


def _against(library: Library, official: Official, row: Concordance, into: Into) -> str:
    """What speaks against the relation; empty where nothing does."""
    alone = all(len(into[new.whole]) == 1 for new in row.new)
    told = {"raised": _HARDER, "lowered": _MILDER}.get(row.relation)
    against = {
        "split": "新条文只有一条" * (len(row.new) == 1),
        "merged": "新条文里没有别的旧条文，说明也没有写合并" * (alone and not _MERGES.search(row.summary)),
    }.get(row.relation, "")
    if told and not (told.search(row.summary) or row.amounts):
        against = "说明里没有写轻重怎样变，也没有金额"
    if row.relation in ("renumbered", "reworded"):
        against = "新条文不止一条" if len(row.new) > 1 else _of_words(library, official, row)
    return against


def _of_words(library: Library, official: Official, row: Concordance) -> str:
    """What texts and the remark say against 仅改条号 and 文字调整; empty where they say nothing."""
    shared = _shared(library, official, row)
    same, nothing = shared is not None and shared >= _ALMOST_ALL, bool(_NOTHING_ELSE.search(row.summary))
    chosen = _chosen(library, official, row)
    if chosen and (row.relation == "renumbered" or not _CHOICE.search(row.summary)):
        return "机关可以选择的措施，新旧条文写的不一样多"
    if row.relation == "reworded":
        return "新旧条文几乎一字不改" if same else "说明里只写了不变" * nothing
    return "" if same or nothing else "新旧条文不是几乎一字不改，说明里也没有写不变"


def _chosen(library: Library, official: Official, row: Concordance) -> bool:
    """Whether the authority may choose in one of the two texts where it must act in the other."""
    old = part_of(library, official, row, row.old) if row.old else None
    new = [part_of(library, official, row, basis) for basis in row.new]
    if old is None or not all(new):
        return False
    return len(_MAY.findall(old.text)) != len(_MAY.findall("".join(part.text for part in new if part)))


def _shared(library: Library, official: Official, row: Concordance) -> float | None:
    """The lesser share of what the two texts have in common; None where one is not at hand."""
    old = part_of(library, official, row, row.old) if row.old else None
    new = [part_of(library, official, row, basis) for basis in row.new]
    if old is None or not all(new):
        return None
    ours, theirs = _pairs(old.text), _pairs("".join(part.text for part in new if part))
    common = (ours & theirs).total()
    return common / max(1, ours.total(), theirs.total())


def _pairs(text: str) -> Counter[str]:
    bare = _NO_MATTER.sub("", text)
    return Counter(bare[at : at + 2] for at in range(len(bare) - 1))


CHECK = Check("relations", "新旧对照的关系与新旧条文相合", ("E617",), run)
