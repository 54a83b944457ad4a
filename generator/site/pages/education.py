"""The list of education duties, and its coverage: what is enforced, what is taught, and the holes between."""

from collections.abc import Iterator

from generator.kinds.education_duty import EducationDuty
from generator.library.coverage import coverage, untaught
from generator.library.plan import plan
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

SECTION = "普法责任"


def generate(context: Context) -> Iterator[Page]:
    """Yield the one page."""
    library = context.library
    asked = [(basis.regulation, basis.key) for item in context.bank.items for basis in item.basis]
    rows = sorted(coverage(library, asked), key=lambda row: not row.gaps)
    duties = library.of("education-duty", EducationDuty)
    grouped: dict[str, list[EducationDuty]] = {}
    for duty in duties:  # a unit's duties may stand in several files
        grouped.setdefault(duty.unit, []).append(duty)
    by_unit = [(library.get("unit", id), tuple(group)) for id, group in grouped.items()]
    body = render(
        "education.html",
        "education",
        library,
        rows=rows,
        gaps=sum(bool(row.gaps) for row in rows),
        untaught=untaught(library),
        by_unit=by_unit,
        total=len(duties),
        lines=plan(library, library.as_of.year),
    )
    yield Page("education", "谁执法谁普法", body, "各单位执行哪些法规、怎样普法，哪些还没有安排", SECTION)


PAGE = PageKind("education", "普法责任清单", generate)
