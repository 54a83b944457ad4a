"""A site of a day before a law: pages that speak of the law say once, at their top, that it is not in force yet."""

import datetime
from collections.abc import Iterator

from markupsafe import Markup

from generator.legal.days import day_spaced
from generator.library.model import Library
from generator.library.remember import once

_SAID = "还没有施行"
_TOP = "</h1>"


@once
def ahead(library: Library) -> tuple[tuple[str, datetime.date], ...]:
    """Laws that penalties rest on and that come into force after the library's day: name, and from when."""
    return tuple(dict.fromkeys(_ahead(library)))


def _ahead(library: Library) -> Iterator[tuple[str, datetime.date]]:
    for conduct in library.conducts:
        for penalty in conduct.penalties:
            status = library.status(penalty.basis.regulation)
            if status.state == "not_yet":
                yield library.regulation(penalty.basis.regulation).name, status.version.effective


def with_notice(library: Library, body: str) -> str:
    """A page with the sentence below its heading, where it names such a law and does not say so itself."""
    laws = [(name, day) for name, day in ahead(library) if name in body]
    if not laws or _TOP not in body or _SAID in body:
        return body
    top, heading, rest = body.partition(_TOP)
    told = "、".join(f"《{name}》" for name, _ in laws)
    days = "、".join(dict.fromkeys(day_spaced(day) for _, day in laws))
    said = Markup('<p class="pf-note">本站按 {}的法律状态生成，这时{}{}；写到它的内容，从 {}起算。</p>').format(
        day_spaced(library.as_of), told, _SAID, days
    )
    return f"{top}{heading}\n{said}\n{rest.lstrip(chr(10))}"
