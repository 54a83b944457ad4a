"""The list of responsibilities: all as a matrix of units and topics, by unit as a table, and a page for each unit."""

from collections.abc import Iterator, Sized

from generator.kinds.education_duty import EducationDuty
from generator.kinds.power_item import PowerItem
from generator.kinds.responsibility import Responsibility
from generator.kinds.unit import Unit
from generator.library.coverage import enforced_by
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

SECTION = "责任清单"


def generate(context: Context) -> Iterator[Page]:
    """Yield the matrix and one page per unit."""
    library = context.library
    rows = library.of("responsibility", Responsibility)
    cells: dict[tuple[str, str], list[Responsibility]] = {}
    for row in rows:
        cells.setdefault((row.unit, row.topic), []).append(row)
    topics = [topic for topic in library.topics if any(row.topic == topic.id for row in rows)]
    classes = list(dict.fromkeys(unit.unit_class for unit in library.units))
    body = render(
        "responsibilities.html",
        "responsibilities",
        library,
        cells=cells,
        topics=topics,
        groups=[(name, [u for u in library.units if u.unit_class == name]) for name in classes],
        rows=rows,
    )
    yield Page(
        "responsibilities",
        library.site.responsibilities,
        body,
        f"{len(library.units)} 个单位各负什么责任、牵头还是配合、依据哪一条",
        SECTION,
    )
    for unit in library.units:
        yield _unit(context, unit)


def _unit(context: Context, unit: Unit) -> Page:
    library, path = context.library, f"units/{unit.id}"
    rows = [row for row in library.of("responsibility", Responsibility) if row.unit == unit.id]
    powers = [power for power in library.of("power-item", PowerItem) if power.body == unit.id]
    enforced = enforced_by(library, unit)
    conducts = {entry.conduct.id: entry.conduct for entries in enforced.values() for entry in entries}
    lead, support = ([row for row in rows if row.role == role] for role in ("lead", "support"))
    held_under: tuple[tuple[str, str, Sized], ...] = (
        ("lead", "牵头", lead), ("support", "配合", support), ("powers", "职权", powers), ("enforces", "查处的行为", conducts),
    )  # fmt: skip
    body = render(
        "unit.html",
        path,
        library,
        unit=unit,
        parent=library.get("unit", unit.parent) if unit.parent else None,
        lead=lead,
        support=support,
        places=[(place, f"{words} {len(held)}") for place, words, held in held_under if held]
        + [("teaches", "普法安排")],
        powers=powers,
        conducts=list(conducts.values()),
        lessons=[duty for duty in library.of("education-duty", EducationDuty) if duty.unit == unit.id],
    )
    return Page(path, unit.name, body, f"{unit.name}：责任、职权、执行的法规和普法安排", SECTION)


PAGE = PageKind("responsibilities", "责任清单", generate)
