"""Pictures of the trainers' page: ``python -m tests.pictures`` draws them into docs/pictures (docs/decisions/0010).

They show an exam made up for the tests, so that they change with the code and not with the content.
"""

import dataclasses
import struct
import subprocess
import sys
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.exams.paper import Exam, Paper
from generator.exports.base import Wishes
from generator.exports.bundle import formats
from generator.questions import types
from generator.sitting.analysis.page import analysis_page
from generator.sitting.analysis.results import analyse
from generator.sitting.candidates import Sitting
from generator.sitting.scores.slips import slips
from tests.browser import chromium
from tests.exports import _every, _office
from tests.exports._paper import LIBRARY
from tests.sitting._forms import FULL, keys, paper, sit

PICTURES = Path(__file__).resolve().parents[1] / "docs" / "pictures"
#: Dots across, and shades of grey.
WIDE, SHADES = 640, 16
_TOPICS = {"air": "大气污染防治", "eia": "环境影响评价"}
_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def drawn(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of each picture; ``folder`` is for what is made on the way."""
    for name, content in _documents().items():
        file = folder / f"{name}.docx"
        file.write_bytes(content)
        yield f"{name}.png", _picture(_office.as_pdf(file, folder))
    page = folder / "results.html"
    page.write_bytes(analysis_page(analyse(_sitting(48)), _TOPICS.__getitem__, True))
    with chromium() as browser:
        view = browser.new_page()
        view.goto(page.as_uri())
        view.pdf(path=folder / "results.pdf", width="210mm", height="297mm", print_background=True)
    yield "results.png", _picture(folder / "results.pdf")


def _documents() -> Mapping[str, bytes]:
    outcome = formats()["docx"].export(LIBRARY, _exam(), Wishes())
    (slip,) = slips(_sitting(2).candidates[1:], _TOPICS.__getitem__).values()
    return {"paper": outcome.named["paper.docx"], "slip": slip}


def _exam() -> Exam:
    """The exam of the tests, its sections named as a bureau names them."""
    made = _every.exam()
    (one,) = made.papers
    return dataclasses.replace(made, papers=(_named(one),))


def _named(made: Paper) -> Paper:
    sections = tuple(dataclasses.replace(s, title=types.named(s.type).title) for s in made.sections)
    return dataclasses.replace(made, sections=sections)


def _sitting(people: int) -> Sitting:
    """People who know more or less: the higher their number, the more they have right."""
    rows = []
    for n in range(people):
        answers = [full if (n * 29 + place * 17) % people < n + 12 else "" for place, full in enumerate(FULL)]
        rows.append((f"2026{n + 1:03d}", f"考生{n + 1}", f"{'一二三'[n % 3]}大队", *answers))
    return sit(*rows, made=keys(_named(paper())))[0]


def _picture(pdf: Path) -> bytes:
    """The first page in grey."""
    command = ["pdftoppm", "-gray", "-l", "1", "-scale-to-x", str(WIDE), "-scale-to-y", "-1", str(pdf)]
    told = subprocess.run(command, check=True, capture_output=True).stdout
    _, size, _, points = told.split(b"\n", 3)
    wide, high = map(int, size.split())
    return png(wide, high, points)


def png(wide: int, high: int, points: bytes) -> bytes:
    """A PNG of so many shades from grey points, a byte each."""
    shades = points.translate(bytes(value * SHADES // 256 for value in range(256)))
    rows = []
    for row in range(high):
        line = shades[row * wide : (row + 1) * wide] + b"\0" * (wide % 2)
        rows.append(b"\0" + bytes(left << 4 | right for left, right in zip(line[::2], line[1::2], strict=True)))
    head = struct.pack(">IIBBBBB", wide, high, 4, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return _SIGNATURE + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def read(content: bytes) -> tuple[int, int, bytes]:
    """Width, height and shades of a PNG that ``png`` wrote."""
    wide, high = struct.unpack(">II", content[16:24])
    length = struct.unpack(">I", content[33:37])[0]
    rows = zlib.decompress(content[41 : 41 + length])
    step = 1 + (wide + 1) // 2
    found = bytearray()
    for row in range(high):
        line = rows[row * step + 1 : (row + 1) * step]
        found += bytes(shade for pair in line for shade in (pair >> 4, pair & 15))[:wide]
    return wide, high, bytes(found)


def ink(content: bytes, across: int = 16) -> list[float]:
    """How dark each of ``across`` × ``across`` fields of a picture is, 0 to 1."""
    wide, high, shades = read(content)
    found = []
    for down in range(across):
        for right in range(across):
            rows = range(down * high // across, (down + 1) * high // across)
            columns = slice(right * wide // across, (right + 1) * wide // across)
            field = b"".join(shades[row * wide : (row + 1) * wide][columns] for row in rows)
            found.append(1 - sum(field) / (len(field) * (SHADES - 1)))
    return found


def main() -> None:
    """Draw them all."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        for name, content in drawn(Path(folder)):
            (PICTURES / name).write_bytes(content)
            print(name, len(content))


if __name__ == "__main__":
    sys.exit(main())
