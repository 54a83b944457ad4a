"""``python -m tests.bench mutations [--n 300] [--seed 1] [--only SORT] [--official DIR]``: does verify notice a wrong fact?

Facts of the real content are altered one at a time, drawn evenly by kind of fact and field; what ``check`` and ``verify`` say of
the altered record, and had not said before, catches it.  In process, over the part of the library that the fact reaches.
"""

import argparse
import datetime
import math
import random
import time
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from types import MappingProxyType

from pydantic import ValidationError

from generator.auditing.official import Official, read_official
from generator.auditing.verify import checks, verify
from generator.kinds import Record
from generator.library import Library, build_library
from generator.library.checks import force
from generator.library.checks._base import CHECKS
from generator.library.links import Loose, citations, references
from generator.problems import Problem, Problems
from tests.bench._altering import Site, altered, get, sites
from tests.bench._structure import structures
from tests.bench._wording import word_sites

ROOT = Path(__file__).parents[2]
#: Kinds that other records lean on and that no check walks for itself.
_GROUND = ("regulation", "unit", "topic", "industry")
#: Checks that hold a record against all others of its kind or chapter.
_ACROSS = frozenset({"counted_again", "powers", "relations", "roles", "table_labels", "topics"})
_AS_OF = datetime.date(2026, 11, 28)
#: Kind of fact → its name, and what share of its alterations must be caught at least.  docs/verify.md shows them.
FLOORS: dict[str, tuple[str, float]] = {
    "adds": ("是否另加", 0.75),
    "alternatives": ("择一还是都要", 0.85),
    "amount": ("金额、比例、倍数", 1.0),
    "approval": ("须报经批准", 0.4),
    "article": ("所引的条", 1.0),
    "authority": ("机关", 1.0),
    "body": ("单位换成条文里写的另一个", 0.75),
    "category": ("类别", 0.95),
    "condition": ("情形", 0.95),
    "date": ("版本日期", 0.7),
    "exception": ("例外", 0.4),
    "exempt": ("不予处罚的效果与条件", 0.6),
    "figure": ("年度数据与日子", 0.1),
    "guangdong": ("地方裁量表、目录", 0.85),
    "issue": ("法规的文号、机关、效力", 0.65),
    "key": ("自编题的答案", 0.9),
    "left-out": ("漏掉的期限、行为、后果", 0.4),
    "level": ("政府级别", 0.85),
    "link": ("相关联的记录", 0.85),
    "measure": ("措施", 0.85),
    "must-may": ("应当与可以", 0.95),
    "near": ("换成同一专题的另一种违法行为", 0.5),
    "negation": ("不得、未、不等否定", 0.4),
    "number": ("其他数字", 0.8),
    "period": ("期限", 1.0),
    "relation": ("新旧对照的关系、并存、新条文", 0.4),
    "role": ("牵头与配合、共同的机关、权力类型", 0.55),
    "step": ("程序的步骤、先后、由谁做", 0.5),
    "table": ("裁量表各档的情形与权重", 0.6),
    "target": ("处罚对象", 0.75),
    "tier": ("整档、整条罚则", 0.75),
    "topic": ("专题", 0.4),
    "words": ("可以与应当、以上与以下、或者与并、日与工作日等用词", 0.65),
}
#: Kinds of which articles tell little, or in words that a machine hardly weighs: each has its floor, and the share over all is of
#: the others.
BY_ITSELF = frozenset(
    {
        "approval", "body", "exempt", "figure", "issue", "left-out", "near", "relation", "role", "step", "table", "topic",
        "words",
    }
)  # fmt: skip
#: Over all other kinds.
OVER_ALL = 0.85
#: So many of a kind say something of its share; and so unlikely must it be, were the floor met, that so few are caught: of ten
#: drawn from what is caught at 97 in 100 every fourth draw has one survivor, which says nothing against a floor of 95.
_ENOUGH, _CHANCE = 10, 0.05


class Bench:
    """The library, the official texts, and what the checks say of a part of the one held against the other."""

    def __init__(self, root: Path, official: Path) -> None:
        problems = Problems()
        self.library = build_library(root, _AS_OF, problems)
        self.official: Official = read_official(official, problems)
        self.sites = sorted(
            [
                *sites(self.library, self.official),
                *word_sites(self.library),
                *structures(self.library, self.official),
            ],
            key=lambda s: (s.sort, s.kind, s.record.id, tuple(map(str, s.path))),
        )
        self._before: dict[tuple[str, str], frozenset[Problem]] = {}

    def draw(self, n: int, seed: int, only: str = "") -> list[Site]:
        """``n`` facts, evenly by kind of fact, within it by field."""
        r = random.Random(seed)
        by: dict[str, dict[str, list[Site]]] = defaultdict(lambda: defaultdict(list))
        for site in self.sites:
            if site.sort.startswith(only):
                sort, _, field = site.sort.partition("/")
                by[sort][field].append(site)
        kinds = sorted(by)
        drawn = []
        for at in range(n):
            fields = by[kinds[at % len(kinds)]]
            drawn.append(r.choice(fields[r.choice(sorted(fields))]))
        return drawn

    def caught(self, site: Site, new: object) -> bool:
        """Whether the altered record is refused, or something is said of it that was not said before."""
        record = altered(site.record, site.path, new)
        if _refused(site.record, record):
            return True
        key = (site.kind, site.record.id)
        if key not in self._before:
            self._before[key] = frozenset(self._say(site, site.record))
        return any(problem not in self._before[key] for problem in self._say(site, record))

    def _say(self, site: Site, record: Record) -> Iterable[Problem]:
        library = part_of(self.library, site, record)
        for each in CHECKS.all():
            yield from each.run(library, Loose())
        only = {check.id for check in checks() if check.id != "regulations" or site.kind == "regulation"} - _ACROSS
        yield from verify(library, self.official, only, needless=True)  # a mark that nothing asks any more is told too
        whole = _with(self.library, site.kind, record)
        yield from verify(whole, self.official, _ACROSS if site.kind != "regulation" else {"counted_again"})
        if site.kind == "regulation":  # what is no longer in force is told of whatever rests on it
            yield from force.CHECK.run(whole, Loose())


def _with(library: Library, kind: str, record: Record) -> Library:
    """The library with one record in the place of the one of its id."""
    rows = tuple(record if one.id == record.id else one for one in library.all(kind))
    return Library(library.as_of, library.site, MappingProxyType({**library.records, kind: rows}), library.editions)


def _refused(before: Record, after: Record) -> bool:
    """Whether the model itself refuses the altered record, and not already the record as it was."""
    try:
        type(before).model_validate(before.model_dump())
    except ValidationError:
        return False
    try:
        type(after).model_validate(after.model_dump())
    except ValidationError:
        return True
    return False


def part_of(library: Library, site: Site, record: Record) -> Library:
    """The library of the altered record, what it names, what names it, and what rests on the same articles."""
    keep: dict[str, dict[str, Record]] = defaultdict(dict)
    for kind in _GROUND:
        keep[kind] |= {one.id: one for one in library.all(kind)}
    cited = {c.basis.whole for c in (*citations(site.kind, site.record), *citations(site.kind, record))}
    for entry in library.penalties:
        if entry.penalty.basis.whole in cited:
            keep["conduct"][entry.conduct.id] = entry.conduct
    if site.kind == "conduct":
        for basis in cited:
            keep["concordance"] |= {row.id: row for row in library.concordances(basis)}
    if site.kind == "blueprint":  # its quotas are held against all lists
        keep["must-know"] |= {one.id: one for one in library.all("must-know")}
    for named in (
        *library.referring(site.kind, record.id),
        *references(site.kind, site.record),
        *references(site.kind, record),
    ):
        other = named.record if named.record.id != record.id else library.get(named.kind, named.id)
        kind = named.kind if named.record.id == record.id else _kind_of(library, named.record)
        if other and (kind != "article" or site.kind == "article") and kind not in ("question", "guide"):
            keep[kind][other.id] = other
    keep[site.kind][record.id] = record
    order = {(kind, one.id): at for kind, rows in library.records.items() for at, one in enumerate(rows)}
    records = {kind: tuple(sorted(rows.values(), key=lambda one: order[kind, one.id])) for kind, rows in keep.items()}
    return Library(library.as_of, library.site, MappingProxyType(records), library.editions)


def _kind_of(library: Library, record: Record) -> str:
    return next(kind for kind, rows in library.records.items() if any(one is record for one in rows))


def run(bench: Bench, n: int, seed: int, only: str = "") -> tuple[Counter[str], Counter[str], list[str]]:
    """Alter ``n`` facts.  Returns how many were altered and caught by kind, and the survivors in words."""
    tried: Counter[str] = Counter()
    caught: Counter[str] = Counter()
    survivors = []
    r = random.Random(seed)
    for site in bench.draw(n, seed, only):
        new = site.alter(r)
        was = get(site.record, site.path)
        if new is None or new == was:
            continue
        kind = site.sort.partition("/")[0]
        tried[kind] += 1
        if bench.caught(site, new):
            caught[kind] += 1
        else:
            survivors.append(
                f"{site.sort}  {site.record.place(*site.path)}  {_short(was)} → {'（删去）' if new is ... else _short(new)}"
            )
    return tried, caught, survivors


def below(caught: int, tried: int, floor: float) -> bool:
    """Whether so few caught of so many tried show that less than the floor is; a floor of 100% forgives nothing."""
    if floor >= 1:
        return caught < tried
    met = sum(math.comb(tried, n) * floor**n * (1 - floor) ** (tried - n) for n in range(caught + 1))
    return tried >= _ENOUGH and met < _CHANCE


def over_all(caught: Counter[str], tried: Counter[str]) -> float:
    """The share that was caught of the kinds that are counted together; 1.0 where none of them was tried."""
    together = [kind for kind in tried if kind not in BY_ITSELF]
    return sum(caught[kind] for kind in together) / sum(tried[kind] for kind in together) if together else 1.0


def _short(value: object) -> str:
    return str(getattr(value, "locus", value))[:160]


def main(arguments: list[str]) -> int:
    """Run and print; 1 where less than the floor is caught, of all or of a kind."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench mutations")
    parser.add_argument("--n", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="a kind of fact, or kind/field")
    parser.add_argument("--official", type=Path, default=ROOT.parent / "shared" / "official")
    parser.add_argument("--floor", type=float, default=OVER_ALL)
    given = parser.parse_args(arguments)
    if not given.official.is_dir():
        parser.error(f"没有官方文本目录 {given.official}：用 --official 写明，否则什么也抓不住")
    start = time.perf_counter()
    tried, caught, survivors = run(Bench(ROOT, given.official), given.n, given.seed, given.only)
    for kind in sorted(tried):
        print(f"{kind:14} {caught[kind]:4} / {tried[kind]:<4} {caught[kind] / tried[kind]:.0%}")
    share = over_all(caught, tried)
    every = caught.total() / max(1, tried.total())
    print(f"{'all':14} {caught.total():4} / {tried.total():<4} {every:.0%}   {time.perf_counter() - start:.0f} s")
    print(f"without kinds that are held by their own floor alone: {share:.0%}")
    print(*sorted(survivors), sep="\n")
    low = [kind for kind in tried if below(caught[kind], tried[kind], FLOORS[kind][1])]
    print("below their floor:", *low or ["none"])
    return 0 if share >= given.floor and not low else 1
