"""Pages: sizes, margins, 密封线 in the headers, numbers in the footers."""

from dataclasses import dataclass

from generator.exports.fragments import fill
from generator.exports.papers.document import Document, Page

_MM = 56.6929  # twips
_EMU = 36_000  # of a millimetre
_A4 = (210, 297)
#: Margins in mm: top, bottom, binding side, other side.
_MARGINS: dict[Page, tuple[int, int, int, int]] = {
    "sealed": (20, 18, 32, 18),
    "portrait": (20, 18, 25, 25),
    "landscape": (20, 18, 18, 18),
    "leaflet": (15, 15, 18, 18),
    "letter": (37, 35, 28, 26),
}
#: 密封线: mm from the edge of the paper, from its top, and its size.
_SEAL_EDGE, _SEAL_TOP, _SEAL_WIDE, _SEAL_HIGH = 7, 15, 18, 267

_DOTS = 17


@dataclass(frozen=True, slots=True)
class Part:
    """A header or footer: name of the part, ``header`` or ``footer``, its id, for which pages, and its XML."""

    name: str
    kind: str
    id: str
    pages: str
    content: str


def text_width(page: Page) -> int:
    """Width of the text in twips."""
    wide = _A4[page == "landscape"]
    return round((wide - sum(_MARGINS[page][2:])) * _MM)


def parts_of(document: Document, place: int, alone: bool, seal_style: str) -> tuple[Part, ...]:
    """Headers and footers of the document that stands at ``place``.

    Args:
        alone: it is the only one in its file, so that its pages are all there are.
    """
    total = "NUMPAGES" if alone else f"PAGEREF {end_of(place)}"
    foot = fill("docx/footer", text=document.foot, total=total)
    found = []
    for side, pages in enumerate(("default", "even")):
        seal = _seal(document, 2 * place + side + 1, pages, seal_style) if document.page == "sealed" else ""
        number = 2 * place + side + 1
        found += [
            Part(f"header{number}.xml", "header", f"pufaH{number}", pages, fill("docx/header", seal=seal)),
            Part(f"footer{number}.xml", "footer", f"pufaF{number}", pages, foot),
        ]
    return tuple(found)


def end_of(place: int) -> str:
    """The bookmark at the end of the document at ``place``: its page is the number of pages, as each begins with 1.

    The field that counts a section's pages is Word's alone; this one others know too.
    """
    return f"pufa_end_{place + 1}"


def _seal(document: Document, id: int, pages: str, style: str) -> str:
    """Left on odd pages, right on even ones; the fields stand at the edge, the line between them and the text."""
    left = _SEAL_EDGE if pages == "default" else _A4[0] - _SEAL_EDGE - _SEAL_WIDE
    blank = "＿" * 12
    return fill(
        "docx/seal",
        left=left * _EMU,
        top=_SEAL_TOP * _EMU,
        width=_SEAL_WIDE * _EMU,
        height=_SEAL_HIGH * _EMU,
        id=1000 + id,
        style=style,
        fields=f"单位{blank}　　姓名{blank[:8]}　　考号{document.number or blank[:10]}",
        line="　" + "…" * _DOTS + ("…" * _DOTS).join("密封线") + "…" * _DOTS + "　",
        turn="vert270" if pages == "default" else "vert",
    )


def section(document: Document, parts: tuple[Part, ...], first: bool) -> str:
    """Size, margins, headers and numbering of the document's pages; each begins on an odd page with number 1."""
    top, bottom, inner, outer = (round(mm * _MM) for mm in _MARGINS[document.page])
    wide, high = _A4 if document.page != "landscape" else _A4[::-1]
    return fill(
        "docx/section",
        references="".join(fill(f"docx/{part.kind}-reference", type=part.pages, id=part.id) for part in parts),
        kind="" if first else '<w:type w:val="oddPage"/>',
        width=round(wide * _MM),
        height=round(high * _MM),
        turned=' w:orient="landscape"' if document.page == "landscape" else "",
        top=top,
        bottom=bottom,
        inner=inner,
        outer=outer,
        header=round(8 * _MM),
        footer=round(9 * _MM),
        numbers='<w:pgNumType w:start="1"/>',
    )
