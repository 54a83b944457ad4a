"""PDF files with a text layer: lines of print joined to paragraphs again, page numbers and running heads left out."""

import io
import logging
import re
from collections import Counter

from pypdf import PdfReader

from generator.gate import raising
from generator.importing.base import Reader, Refused

_MAX_PAGES = 2_000
#: Bytes of drawing in all pages; a law of a thousand articles takes some three million.
_MAX_DRAWN = 30_000_000
logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it says in English of a damaged file is said in words here
_PAGE_NUMBER = re.compile(r"\s*(?:[-—–·]?\s*\d{1,4}\s*[-—–·]?|第\s*\d+\s*页(?:\s*[,，/]?\s*共\s*\d+\s*页)?)\s*")
_BEGINS = re.compile(
    r"\s*(?:[第笫][〇零一二三四五六七八九十百千\d]{1,8}(?:条|章|节|编|分编)|[（(][一二三四五六七八九十\d]{1,4}[）)]|附\s*[件表录]|目\s*录|#)"
)
_ENDS = re.compile(r"[。；：！？]\s*$")


def read(content: bytes) -> tuple[str, ...]:
    """Its paragraphs."""
    with raising(Refused, "PDF 损坏，或者不是 PDF；重新下载一份"):
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("PDF 加了密码；去掉密码后再读")
        if len(reader.pages) > _MAX_PAGES:
            raise Refused(f"PDF 超过 {_MAX_PAGES} 页，不读")
        _measure(reader)
        pages = [[line.rstrip() for line in (page.extract_text() or "").split("\n")] for page in reader.pages]
    if sum(len(line.strip()) for page in pages for line in page) < 20 * max(1, len(pages)) / 2:
        raise Refused("PDF 没有文字层（多半是扫描件）；先做文字识别，或者找 Word、网页版本")
    return tuple(_joined(_without_margins(pages)))


def _measure(reader: PdfReader) -> None:
    """Refuse pages that draw more than any law: one stream may serve a thousand of them."""
    drawn = 0
    for page in reader.pages:
        contents = page.get_contents()
        drawn += len(contents.get_data()) if contents is not None else 0
        if drawn > _MAX_DRAWN:
            raise Refused("PDF 的内容过大，不像一部法规；拆成几个文件，或者找 Word、网页版本")


def _without_margins(pages: list[list[str]]) -> list[str]:
    """All lines but page numbers and what stands at the top or bottom of most pages."""
    edges = Counter(line.strip() for page in pages for line in {*page[:1], *page[-1:]} if line.strip())
    running = {line for line, count in edges.items() if len(pages) > 3 and count > len(pages) / 2}
    return [line for page in pages for line in page if not _PAGE_NUMBER.fullmatch(line) and line.strip() not in running]


def _joined(lines: list[str]) -> list[str]:
    """Paragraphs: a printed line goes on in the next unless it ends a sentence short of the margin, or the next begins one."""
    wide = sorted(len(line.strip()) for line in lines if line.strip())
    full = wide[int(len(wide) * 0.9)] if wide else 0
    made: list[str] = []
    goes_on = False
    for line in lines:
        text = line.strip()
        if not text:
            goes_on = False
        elif goes_on and not _BEGINS.match(text):
            made[-1] += text
            goes_on = not (_ENDS.search(text) and len(text) < full - 1)
        else:
            made.append(text)
            goes_on = not (_ENDS.search(text) and len(text) < full - 1) and len(text) >= full - 3
    return made


READER = Reader("pdf", "PDF", (".pdf",), read)
