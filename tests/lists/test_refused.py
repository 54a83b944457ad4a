"""Files that do harm, or can't be read: refused with the reason before anything in them is unpacked."""

from pathlib import Path

import pytest

from generator.importing.base import Refused
from generator.keeping.package import packed
from generator.lists.grid import read_grids
from tests.lists.conftest import Book

TYPES = b'<?xml version="1.0"?><Types/>'
XXE = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><Types>&a;</Types>'
FILES = {
    "bomb.xlsx": (packed({"[Content_Types].xml": TYPES, "xl/a.xml": b"0" * 40_000_000}), "压缩炸弹"),
    "macro.xlsx": (packed({"[Content_Types].xml": TYPES, "xl/vbaProject.bin": b"x"}), "宏"),
    "path.xlsx": (packed({"[Content_Types].xml": TYPES, "../../x.xml": b"x"}), "指向外面"),
    "entity.xlsx": (packed({"[Content_Types].xml": XXE, "xl/workbook.xml": b"<a/>"}), "外部实体"),
    "entity.docx": (packed({"[Content_Types].xml": TYPES, "word/document.xml": XXE}), "外部实体"),
    "sealed.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "密码"),
    "broken.xlsx": (b"PK\x03\x04rest", "损坏"),
    "noise.xlsx": (b"hello", "损坏"),
    "old.doc": (b"x", "旧的 Word"),
    "macro.xlsm": (b"x", "宏"),
    "page.pdf": (b"x", "PDF"),
    "strange.bin": (b"x", "不认识扩展名"),
}


@pytest.mark.parametrize("name", FILES)
def test_harm_is_refused_with_the_reason(tmp_path: Path, name: str) -> None:
    content, reason = FILES[name]
    (tmp_path / name).write_bytes(content)
    with pytest.raises(Refused, match=reason):
        read_grids(tmp_path / name)


def test_a_giant_cell_is_refused(tmp_path: Path) -> None:
    (tmp_path / "清单.csv").write_text(f"责任单位,责任事项,依据\n湖管局,{'长' * 40_000},湖法第5条\n", encoding="utf-8")
    with pytest.raises(Refused, match=r"一格超过 32,767 字"):
        read_grids(tmp_path / "清单.csv")


def test_what_lies_about_its_size_is_read_by_its_cells(book: Book) -> None:
    (grid,) = read_grids(book("清单.xlsx", [("责任单位",), ("湖管局",)], ["A2:A900000"]))
    assert grid.text(2, 1) == "湖管局"
    assert str(grid.place(2, 1)) == "清单.xlsx!Sheet1!A2"
