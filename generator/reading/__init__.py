"""Reading: files that people wrote, as plain values that remember where they stood.

``read_yaml`` and ``read_markdown`` never raise on bad input: they record a Problem and return None.
"""

from generator.reading.files import (
    CONTENT,
    below,
    content_files,
    inside,
    is_folder,
    is_reserved,
    leads_out,
    named_for_all,
    relative,
    tell_unread,
)
from generator.reading.front_matter import Document, read_markdown
from generator.reading.marks import Marked
from generator.reading.yaml_source import parse_yaml, read_yaml

__all__ = [
    "CONTENT",
    "Document",
    "Marked",
    "below",
    "content_files",
    "inside",
    "is_folder",
    "is_reserved",
    "leads_out",
    "named_for_all",
    "parse_yaml",
    "read_markdown",
    "read_yaml",
    "relative",
    "tell_unread",
]
