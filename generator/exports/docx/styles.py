"""The named styles of a paper, written into a document by python-docx.

A style that the document has already stays as it is: so a bureau's own template restyles a paper.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, Twips
from docx.styles.style import ParagraphStyle

#: 五号; a full character is as wide as the letters are high.
SIZE = 10.5
#: Width of the text of a page in twips: A4 less a binding margin of 32 mm and an outer one of 18 mm.
TEXT = 9071
STRONG, PLAIN_TABLE, RULED_TABLE = "着重", "无线表", "有线表"
SEAL, ANSWER_LINE, OPTIONS = "密封线", "答题线", {1: "选项", 2: "选项二列", 4: "选项四列"}
_LATIN = "Times New Roman"
_SONG, _HEI, _FANG = "宋体", "黑体", "仿宋"


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: font, points, characters of indent, of hanging and of the first line's indent, points before and after."""

    font: str = _SONG
    size: float = SIZE
    bold: bool = False
    centred: bool = False
    indent: float = 0
    hanging: float = 0
    first: float = 0
    before: float = 0
    after: float = 0
    line: float = 18
    tabs: tuple[int, ...] = ()
    outline: int | None = None


#: What the schema wants behind the rule on hanging punctuation.
_AFTER = tuple(
    f"w:{name}"
    for name in (
        *("topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind"),
        *("contextualSpacing", "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
        *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
    )
)
_INDENT = 420  # two characters
_LOOKS: Mapping[str, Look] = {
    "试卷标题": Look(_HEI, 18, True, centred=True, before=4, after=4, line=28, outline=0),
    "试卷副标题": Look(_HEI, 12, centred=True, after=2, line=22),
    "考试说明": Look(_FANG, 10.5, centred=True, after=6),
    "注意事项标题": Look(_HEI, 10.5, before=6, indent=2),
    "注意事项": Look(_FANG, 10.5, indent=3.5, hanging=1.5),
    "大题": Look(_HEI, 12, True, before=10, after=3, line=20, outline=1),
    "答题要求": Look(_FANG, 10.5, after=3),
    "题干": Look(hanging=2, before=4),
    "材料": Look(indent=2),
    "材料标题": Look(_HEI, 10.5, centred=True, before=2),
    "材料正文": Look(first=2),
    "选项": Look(indent=3.5, hanging=1.5),
    "选项二列": Look(indent=2, tabs=(_INDENT + (TEXT - _INDENT) // 2,)),
    "选项四列": Look(indent=2, tabs=tuple(_INDENT + (TEXT - _INDENT) * n // 4 for n in (1, 2, 3))),
    "小问": Look(indent=2, before=2),
    "答案": Look(hanging=2, before=6),
    "解析": Look(_FANG, 10.5, indent=2),
    "表格文字": Look(line=16),
    "表格居中": Look(centred=True, line=16),
    SEAL: Look(_SONG, 10, centred=True, line=24),
    ANSWER_LINE: Look(indent=2, before=13, line=12),
}
#: Page of a document → further styles that its kind has.
_FURTHER: Mapping[str, Mapping[str, Look]] = {
    "leaflet": {
        "宣传单标题": Look(_HEI, 24, True, centred=True, after=3, line=34, outline=0),
        "宣传单副标题": Look(_HEI, 12, centred=True, after=2, line=18),
        "宣传单小标题": Look(_HEI, 18, True, before=10, after=3, line=26, outline=1),
        "宣传单要点": Look(_HEI, 16, before=5, hanging=2, line=22),
        "宣传单说明": Look(size=13, indent=2, line=18),
    },
    "letter": {
        "公文标题": Look(_SONG, 22, True, centred=True, after=16, line=34, outline=0),
        "公文主送": Look(_FANG, 16, line=29),
        "公文小标题": Look(_HEI, 16, first=3, line=29, outline=1),
        "公文正文": Look(_FANG, 16, first=3, line=29),
        "公文落款": Look(_FANG, 16, indent=22, line=29),
    },
}


def add_styles(document: Document, own: bool, page: str = "portrait") -> None:
    """Give the document every style of a paper that it lacks.

    Args:
        page: of a leaflet or a letter, which have further styles.
        own: the document is ours, so that the body text is set too; a template keeps its own.
    """
    if own:
        normal = document.styles["Normal"]
        normal.font.size = Pt(SIZE)
        _fonts(normal.element.get_or_add_rPr(), _SONG)
        _language(document)
        normal.element.get_or_add_pPr().append(OxmlElement("w:kinsoku"))
    else:
        _eastern(document)
    for name, look in {**_LOOKS, **_FURTHER.get(page, {})}.items():
        if name not in document.styles:
            _add(document, name, look)
    if STRONG not in document.styles:
        _strong(document)
    for name, ruled in ((PLAIN_TABLE, False), (RULED_TABLE, True)):
        if name not in document.styles:
            _table(document, name, ruled)


def _add(document: Document, name: str, look: Look) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    style.font.size, style.font.bold = Pt(look.size), look.bold or None
    if look.font != _SONG or name == SEAL:
        _fonts(style.element.get_or_add_rPr(), look.font)
    if name == SEAL:  # as text of another language it isn't turned with its frame, and runs off the page
        _chinese(style.element.rPr)
    shape = style.paragraph_format
    shape.keep_together, shape.widow_control = True, True
    shape.space_before, shape.space_after = Pt(look.before), Pt(look.after)
    # a line with nothing but a tab is as low as its letters in some programs: what makes it high stands before it
    rule = WD_LINE_SPACING.EXACTLY if name == ANSWER_LINE else WD_LINE_SPACING.AT_LEAST
    shape.line_spacing, shape.line_spacing_rule = Pt(look.line), rule
    if look.centred:
        shape.alignment = WD_ALIGN_PARAGRAPH.CENTER
    shape.left_indent = Pt((look.indent + (look.hanging if not look.indent else 0)) * SIZE)
    shape.first_line_indent = Pt((look.first - look.hanging) * SIZE)
    for stop in look.tabs:
        shape.tab_stops.add_tab_stop(Twips(stop))
    if name == ANSWER_LINE:
        shape.tab_stops.add_tab_stop(Twips(TEXT), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.LINES)
    _within_margins(style)
    if look.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.outline))
        style.element.get_or_add_pPr().append(level)


def _within_margins(style: ParagraphStyle) -> None:
    """No punctuation hangs over the edge of the text, for on the binding side there is no room."""
    hanging = OxmlElement("w:overflowPunct")
    hanging.set(qn("w:val"), "0")
    style.element.get_or_add_pPr().insert_element_before(hanging, *_AFTER)


def _fonts(properties: object, eastern: str) -> None:
    """Set the Chinese font by name, and the Latin one beside it, in place of the theme's."""
    fonts = properties.get_or_add_rFonts()  # type: ignore[attr-defined]
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, value in (("ascii", _LATIN), ("hAnsi", _LATIN), ("cs", _LATIN), ("eastAsia", eastern)):
        fonts.set(qn(f"w:{name}"), value)


def _language(document: Document) -> None:
    """Chinese for all text, so that lines break and spelling is checked as Chinese is."""
    defaults = document.styles.element.find(qn("w:docDefaults"))
    properties = defaults.find(f"{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _fonts(properties, _SONG)
    _chinese(properties)


def _eastern(document: Document) -> None:
    """A template made by a program of another language: what it says nothing of is Chinese, or marks stand as in another script."""
    for language in document.styles.element.iterfind(f"{qn('w:docDefaults')}//{qn('w:lang')}"):
        if not language.get(qn("w:eastAsia"), "").startswith("zh-CN"):
            language.set(qn("w:eastAsia"), "zh-CN")


def _chinese(properties: BaseOxmlElement) -> None:
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    language = OxmlElement("w:lang")
    # English for the Latin script: as Chinese, LibreOffice breaks numbers and words of it anywhere
    for name, value in (("val", "en-US"), ("eastAsia", "zh-CN"), ("bidi", "ar-SA")):
        language.set(qn(f"w:{name}"), value)
    properties.append(language)


def _strong(document: Document) -> None:
    """What is stressed in a stem bears dots below, as in print."""
    style = document.styles.add_style(STRONG, WD_STYLE_TYPE.CHARACTER)
    style.font.bold = True
    dots = OxmlElement("w:em")
    dots.set(qn("w:val"), "dot")
    style.element.get_or_add_rPr().append(dots)


def _table(document: Document, name: str, ruled: bool) -> None:
    style = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    properties = OxmlElement("w:tblPr")
    if ruled:
        borders = OxmlElement("w:tblBorders")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
            line = OxmlElement(f"w:{side}")
            for attribute, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "000000")):
                line.set(qn(f"w:{attribute}"), value)
            borders.append(line)
        properties.append(borders)
    margins = OxmlElement("w:tblCellMar")
    for side in ("left", "right"):
        edge = OxmlElement(f"w:{side}")
        edge.set(qn("w:w"), "60")
        edge.set(qn("w:type"), "dxa")
        margins.append(edge)
    properties.append(margins)
    style.element.append(properties)
