"""The roster (名单) of those who were to sit: who is on it and gave no answers is absent."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.problems import Place, Problems
from generator.reading.heads import NAME, NUMBER, UNIT, columns_named, tells_candidates
from generator.reading.table import Table, read_tables
from generator.sitting.candidates import Candidate, Mark, Sitting
from generator.sitting.marking import NOTHING, ZERO

_TOLD = 10  # people that a message names


@dataclass(frozen=True, slots=True)
class Listed:
    """Somebody on the roster; number or name may be empty, not both."""

    number: str
    name: str
    unit: str


def read_roster(path: Path, problems: Problems) -> tuple[Listed, ...] | None:
    """Everybody on a roster that has numbers, or names alone where names differ.

    Args:
        path: CSV, xlsx or xls.
        problems: E503 where the file is none, E504 for who stands on it twice.

    Returns:
        None where the file is none, so that nobody is held against it.
    """
    tables = read_tables(path, problems, tells_candidates).tables
    if not tables:
        return None
    return tuple(dict.fromkeys(one for table in tables for one in _listed(table, problems)))


def _listed(table: Table, problems: Problems) -> list[Listed]:
    columns = [columns_named(table.header, names)[:1] for names in (NUMBER, NAME, UNIT)]
    table.tell_faults([column for found in columns for column in found], problems)
    seen: dict[str, int] = {}
    people = []
    for line in table.lines:
        one = Listed(*(line.cells[found[0]] if found else "" for found in columns))
        known = one.number or one.name
        if not known:
            continue
        if known in seen:
            problems.error(
                Place(table.name, line.number),
                "E504",
                f"名单里“{known}”重复（首见第 {seen[known]} 行）",
                "重名的写上考号；多余的删去。",
            )
            continue
        seen[known] = line.number
        people.append(one)
    return people


def held_against(sitting: Sitting, roster: Sequence[Listed], name: str, problems: Problems) -> Sitting:
    """The sitting with those who are on the roster and not in it, as absent, and names and units from the roster.

    Args:
        sitting: who gave answers.
        roster: who was to.
        name: of the roster, for messages.
        problems: a warning that names who sat and is not on the roster, and one with how many are absent.
    """
    names = Counter(one.name for one in roster)
    by_number = {one.number: one for one in roster if one.number}
    by_name = {one.name: one for one in roster if one.name and names[one.name] == 1}
    found: dict[int, Listed] = {}
    strange, candidates = [], []
    for candidate in sitting.candidates:
        one = by_number.get(candidate.number) or by_name.get(candidate.name or candidate.number)
        if one is None:
            strange.append(candidate.name or candidate.number)
            candidates.append(candidate)
        else:
            found[id(one)] = one
            candidates.append(replace(candidate, name=candidate.name or one.name, unit=candidate.unit or one.unit))
    missing = [one for one in roster if id(one) not in found]
    at = Place(name)
    if strange:
        problems.warning(at, "E504", f"{len(strange)} 人不在名单上：{_named(strange)}", "核对考号和姓名；照样评了。")
    if missing:
        told = _named([one.name or one.number for one in missing])
        problems.warning(at, "E504", f"名单上 {len(missing)} 人没有答卷，按缺考记：{told}", "确实缺考就不用管。")
    return replace(sitting, candidates=(*candidates, *(_absent(sitting, one) for one in missing)))


def _absent(sitting: Sitting, one: Listed) -> Candidate:
    number = one.number or one.name
    key = sitting.keys.find("", number) or sitting.keys.first
    none = Mark(NOTHING, ZERO, False)
    return Candidate(number, one.name, one.unit, key, tuple(none for _ in key.items), ZERO, absent=True)


def _named(people: Sequence[str]) -> str:
    return "、".join(people[:_TOLD]) + (" 等" if len(people) > _TOLD else "")
