"""What a record's badges say, where they are words: in leaflets and calendars; the macro ``badges`` shows the same on pages."""

from generator.kinds import Record
from generator.library import Library
from generator.library.overhaul import present


def badges(library: Library, record: Record) -> str:
    """（示例）, （待与法典衔接，截至 2022-11-30）; empty where a record needs none."""
    found = ["示例"] if record.sample else []
    found += [f"待与{present(library).short}衔接"] if record.awaits_alignment else []
    found += [f"截至 {record.as_of}"] if record.as_of else []
    return f"（{'，'.join(found)}）" if found else ""
