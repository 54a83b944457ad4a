"""Leaflets as files."""

import datetime
from collections.abc import Callable, Mapping

from generator.exports.docx.write import docx_of
from generator.exports.papers.document import Document
from generator.exports.typeset.write import pdf_of

#: Ending of a file → document and day → its bytes.
WRITERS: Mapping[str, Callable[[Document, datetime.date], bytes]] = {
    "docx": lambda document, day: docx_of([document], day),
    "pdf": lambda document, day: pdf_of([document], day),
}
