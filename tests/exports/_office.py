"""LibreOffice and poppler as tests use them: a document as PDF, its pages, words with their places, and fonts; a workbook's cells."""

import itertools
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree

_ODF = "urn:oasis:names:tc:opendocument:xmlns:{}:1.0"
_TABLE, _CELLS, _TEXT = (f"{{{_ODF.format(name)}}}" for name in ("table", "office", "text"))


@dataclass(frozen=True)
class Cell:
    """A cell as Calc has it: its text, its kind (``string``, ``float`` …), and the values that it offers."""

    text: str
    kind: str
    offers: tuple[str, ...] = ()


@dataclass(frozen=True)
class Word:
    """A word of a page: its number from 1, and its box in points from the page's upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    text: str


def as_pdf(path: Path, folder: Path) -> Path:
    """The document converted by LibreOffice, with a profile of its own so that runs side by side don't meet."""
    return _converted([path], folder, "pdf")[0]


def _converted(paths: list[Path], folder: Path, ending: str) -> list[Path]:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", ending, "--outdir", str(folder), *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return [folder / f"{path.stem}.{ending}" for path in paths]


def sheets(paths: list[Path], folder: Path) -> dict[str, dict[str, dict[tuple[int, int], Cell]]]:
    """Of each workbook, by its name, what Calc reads of it: sheet → row and column, from 1 → cell.

    Raises:
        AssertionError: a cell is a formula.
    """
    read = zip(paths, _converted(paths, folder, "fods"), strict=True)
    return {path.name: dict(_sheets(etree.parse(flat, etree.XMLParser(huge_tree=True)))) for path, flat in read}


def _sheets(tree: Any) -> Iterator[tuple[str, dict[tuple[int, int], Cell]]]:
    rules = {
        rule.get(f"{_TABLE}name"): rule.get(f"{_TABLE}condition") for rule in tree.iter(f"{_TABLE}content-validation")
    }
    offers = {name: tuple(re.findall(r'"(.*?)"', condition)) for name, condition in rules.items()}
    for sheet in tree.iter(f"{_TABLE}table"):
        found, row = {}, 1
        for line in sheet.iter(f"{_TABLE}table-row"):
            column = 1
            for cell in line.iterchildren(f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
                assert cell.get(f"{_TABLE}formula") is None, etree.tostring(cell, encoding="unicode")
                kind = cell.get(f"{_CELLS}value-type")
                many = int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
                if kind is not None:
                    lines = "\n".join("".join(_said(part)) for part in cell.iterchildren(f"{_TEXT}p"))
                    offered = offers.get(cell.get(f"{_TABLE}content-validation-name"), ())
                    found |= {(row, column + more): Cell(lines, kind, offered) for more in range(many)}
                column += many
            row += int(line.get(f"{_TABLE}number-rows-repeated", "1"))
        yield sheet.get(f"{_TABLE}name"), found


def _said(part: Any) -> Iterator[str]:
    """Text of a paragraph; spaces and tabs in it are elements."""
    signs = {f"{_TEXT}s": " " * int(part.get(f"{_TEXT}c", "1")), f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
    yield signs.get(part.tag, "")
    yield part.text or ""
    for inside in part:
        yield from _said(inside)
        yield inside.tail or ""


def pages(pdf: Path) -> int:
    """How many pages it has."""
    told = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", told)[1])


def words(pdf: Path) -> list[Word]:
    """Every word with its place."""
    told = subprocess.run(["pdftotext", "-bbox", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    found, page = [], 0
    for line in told.splitlines():
        if "<page " in line:
            page += 1
        place = re.search(r'xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*)</word>', line)
        if place:
            found.append(Word(page, *(float(place[n]) for n in range(1, 5)), place[5]))
    return found


def bare(text: str) -> str:
    """Text without spaces, marks of stress and what Word and PDF draw in other ways."""
    return re.sub(r"[\s_＿\u00a0\u200b]|\*\*", "", text)


def page_texts(pdf: Path) -> list[str]:
    """The text of each page between its margins, bare."""
    return [bare(_within(pdf, page, "-raw")) for page in range(1, pages(pdf) + 1)]


def lines(pdf: Path) -> list[str]:
    """Lines between the margins as they stand, page by page."""
    whole = (_within(pdf, page, "-layout") for page in range(1, pages(pdf) + 1))
    return [line for text in whole for line in text.splitlines() if line.strip()]


def _within(pdf: Path, page: int, order: str) -> str:
    """Text of a page without what stands on the binding side: left on odd pages, right on even ones."""
    box = ["-x", "78" if page % 2 else "0", "-y", "0", "-W", "517", "-H", "842"]
    command = ["pdftotext", order, "-f", str(page), "-l", str(page), *box, str(pdf), "-"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def rules(pdf: Path, between: tuple[float, float]) -> list[tuple[int, float]]:
    """Page and height in points of each drawn line, or row of underscores, whose width in points lies between."""
    found = []
    for page in range(1, pages(pdf) + 1):
        wide, high, points = grey(pdf, page, 72)
        for row in range(high):
            dark = [points[row * wide + column] < 200 for column in range(wide)]
            longest = max((len(list(run)) for is_dark, run in itertools.groupby(dark) if is_dark), default=0)
            if between[0] < longest < between[1] and not (found and found[-1][0] == page and row - found[-1][1] < 3):
                found.append((page, float(row)))
    return found


def text(pdf: Path) -> str:
    """Its text without spaces."""
    told = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    return re.sub(r"\s", "", told)


def embedded(pdf: Path) -> list[bool]:
    """For each font whether it is embedded."""
    told = subprocess.run(["pdffonts", str(pdf)], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
    return [re.split(r"\s+", line)[-5] == "yes" for line in told]


def ink(pdf: Path, page: int, box: tuple[float, float, float, float]) -> float:
    """Share of dark points in a box of a page, given in shares of its width and height."""
    wide, high, points = grey(pdf, page, 40)
    left, top, right, bottom = round(box[0] * wide), round(box[1] * high), round(box[2] * wide), round(box[3] * high)
    found = [points[row * wide + column] < 160 for row in range(top, bottom) for column in range(left, right)]
    return sum(found) / len(found)


def grey(pdf: Path, page: int, dots: int) -> tuple[int, int, bytes]:
    """Width, height and grey points of a page, at so many dots an inch."""
    command = ["pdftoppm", "-gray", "-r", str(dots), "-f", str(page), "-l", str(page), str(pdf)]
    told = subprocess.run(command, check=True, capture_output=True).stdout
    head = re.match(rb"P5\s(\d+)\s(\d+)\s255\s", told)
    return int(head[1]), int(head[2]), told[head.end() :]
