"""What a record's badges say, where they are words: in leaflets and calendars; the macro ``badges`` shows the same on pages."""

import datetime

from generator.kinds import Record
from generator.library import Library
from generator.library.overhaul import present


def badges(library: Library, record: Record) -> str:
    """（示例）, （待与法典衔接，截至 2022-11-30）; empty where a record needs none."""
    found = ["示例"] if record.sample else []
    found += [f"待与{present(library).short}衔接"] if record.awaits_alignment else []
    found += [f"截至 {record.as_of}"] if record.as_of else []
    found += [f"出处已于 {day} 废止"] if (day := source_ended(library, record)) else []
    return f"（{'，'.join(found)}）" if found else ""


def source_ended(library: Library, record: Record) -> datetime.date | None:
    """Since when the document that a table or list stands in (``issued_by``) is repealed; None where it is not."""
    document = getattr(record, "issued_by", None)
    status = library.status(document) if document else None
    return status.version.repealed_on if status and status.state == "repealed" else None
