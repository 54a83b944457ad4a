"""A blueprint read from the workbook that a trainer filled; what is wrong is said by sheet and cell."""

import datetime
import difflib
import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import yaml
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from pydantic import ValidationError

from generator.exports.plan_sheet import (
    OF_SECTION,
    PAPER,
    PAPER_FIELDS,
    QUOTA_FIELDS,
    QUOTAS,
    SECTION_FIELDS,
    SECTIONS,
    WHOLE_PAPER,
    Field,
    Names,
)
from generator.gate import raising
from generator.keeping.package import harm
from generator.kinds._base import SLUG
from generator.kinds.blueprint import Blueprint
from generator.legal.days import read_day
from generator.library import Library
from generator.library.messages import worded
from generator.problems import Place, Problems

#: Largest workbook that is read, in bytes.
MOST_BYTES = 5_000_000
_MOST_ROWS, _MOST_COLUMNS = 2_000, 30
_MOST_UNPACKED = 100_000_000
_SHOWN = 30  # signs of a cell that a message shows
_SPLIT = re.compile(r"[\n;；]")
Cells = dict[tuple[int, int], str]


class _Wrong(ValueError):
    """What is wrong with a cell, in Chinese."""


class PlanReader:
    """Reads one workbook.

    Args:
        name: of the file, for problems.
        library: for the titles of topics and the like.
        problems: where what is wrong is told.
    """

    def __init__(self, name: str, library: Library, problems: Problems) -> None:
        self.name, self.names, self.problems = name, Names(library), problems
        #: Place of a quota in the blueprint → its row, and the columns by label.
        self.asked: dict[tuple[int | str, int], tuple[int, Mapping[str, int]]] = {}

    def read(self, content: bytes) -> dict[str, Any] | None:
        """The blueprint as the YAML holds it; None where anything is wrong, all of it told."""
        before = len(self.problems)
        sheets = self._sheets(content)
        if sheets is None:
            return None
        plan = self._paper(sheets[PAPER])
        sections = list(self._rows(SECTIONS, sheets[SECTIONS], SECTION_FIELDS))
        plan["sections"] = [data for _, data, _ in sections]
        if not sections:
            self._wrong(SECTIONS, 2, 1, "一个大题也没有", "一行一个大题，填好大题、题型、题数和分值。")
        self._quotas(sheets[QUOTAS], plan)
        if len(self.problems) == before:
            self._whole(plan, sheets[PAPER], [(row, columns) for row, _, columns in sections])
        return plan if len(self.problems) == before else None

    def _sheets(self, content: bytes) -> dict[str, Cells] | None:
        try:
            with raising(_Wrong, "不是 xlsx，或者已经损坏"):
                return _opened(content)
        except _Wrong as reason:
            hint = "用 pufa blueprint to-xlsx 写一份，照着填，另存为 xlsx。"
            self.problems.error(Place(self.name), "E506", str(reason), hint)
        return None

    def _paper(self, cells: Cells) -> dict[str, Any]:
        labels = {cells.get((row, 1), ""): row for row, _ in sorted(cells) if row > 1}
        plan: dict[str, Any] = {}
        for field in PAPER_FIELDS:
            row = labels.get(field.label)
            text = "" if row is None else cells.get((row, 2), "")
            _put(plan, field, self._value(PAPER, row or 1, 2, field, text))
        if "id" in plan and not re.fullmatch(SLUG, plan["id"]):
            self._wrong(
                PAPER,
                labels["编号"],
                2,
                f"编号“{plan['id']}”不合规则",
                "写小写英文字母、数字和连字符，例如 new-staff。",
            )
        return plan

    def _rows(
        self, title: str, cells: Cells, fields: Sequence[Field]
    ) -> Iterator[tuple[int, dict[str, Any], Mapping[str, int]]]:
        """Number of each filled row, its values, and the columns by label."""
        columns = {text: column for (row, column), text in cells.items() if row == 1}
        absent = [field.label for field in fields if field.label not in columns and field.needed]
        if absent:
            self._wrong(title, 1, 1, f"没有“{absent[0]}”这一列", "表头不要改。")
            return
        for row in sorted({row for row, _ in cells if row > 1}):
            data: dict[str, Any] = {}
            for field in fields:
                column = columns.get(field.label)
                if column is not None:
                    _put(data, field, self._value(title, row, column, field, cells.get((row, column), "")))
            yield row, data, columns

    def _quotas(self, cells: Cells, plan: dict[str, Any]) -> None:
        sections = plan["sections"]
        for row, data, columns in self._rows(QUOTAS, cells, QUOTA_FIELDS):
            column = columns.get(OF_SECTION, 1)
            text = cells.get((row, column), "")
            if text == WHOLE_PAPER:
                whole = "thought" if "thought" in data else "limits"
                plan.setdefault(whole, []).append(data)
                self.asked[whole, len(plan[whole]) - 1] = row, columns
            elif not text.isdecimal() or not 1 <= int(text) <= len(sections):
                self._wrong(
                    QUOTAS,
                    row,
                    column,
                    f"没有第“{text}”大题",
                    f"填 1 至 {max(len(sections), 1)}，或者“{WHOLE_PAPER}”。",
                )
            else:
                quotas = sections[int(text) - 1].setdefault("quotas", [])
                quotas.append(data)
                self.asked[int(text) - 1, len(quotas) - 1] = row, columns

    def _value(self, title: str, row: int, column: int, field: Field, text: str) -> Any:
        try:
            if text:
                return self._read(field, text)
            if field.needed:
                raise _Wrong(f"“{field.label}”没有填")
        except _Wrong as reason:
            self._wrong(title, row, column, str(reason), field.told and f"{field.told}。")
        return None

    def _read(self, field: Field, text: str) -> Any:
        known = self.names.known.get(field.kind)
        if known is not None:
            return _id(field, text, known)
        if field.kind == "lines":
            return [part.strip() for part in text.split("\n") if part.strip()]
        if field.kind == "list":
            return [part.strip() for part in _SPLIT.split(text) if part.strip()]
        if field.kind == "yes":
            if text not in {"是", "否"}:
                raise _Wrong(f"“{text}”不是“是”或“否”")
            return text == "是"
        if field.kind == "day":
            return _day(text)
        return _number(field, text) if field.kind in {"whole", "number"} else text

    def _whole(self, plan: dict[str, Any], paper: Cells, rows: Sequence[tuple[int, Mapping[str, int]]]) -> None:
        """What only shows when all is together, at its cell."""
        try:
            Blueprint.model_validate(plan)
        except ValidationError as error:
            for fault in error.errors():
                title, row, column, field = self._place(fault["loc"], paper, rows)
                label = "" if field is None else field.label
                self._wrong(title, row, column, worded(fault, label)[1], "" if field is None else field.told)

    def _place(
        self, where: Sequence[int | str], paper: Cells, rows: Sequence[tuple[int, Mapping[str, int]]]
    ) -> tuple[str, int, int, Field | None]:
        """Sheet, row, column and field of a value of the blueprint."""
        fields: Sequence[Field]
        match where:
            case ["sections", int(section), "quotas", int(quota), *step]:
                title, fields, (row, columns) = QUOTAS, QUOTA_FIELDS, self.asked[section, quota]
            case ["sections", int(section), *step]:
                title, fields, (row, columns) = SECTIONS, SECTION_FIELDS, rows[section]
            case ["thought" | "limits" as whole, int(quota), *step]:
                title, fields, (row, columns) = QUOTAS, QUOTA_FIELDS, self.asked[whole, quota]
            case _:
                field = _named(PAPER_FIELDS, where[:1])
                found = [row for (row, column), text in paper.items() if column == 1 and field and text == field.label]
                return PAPER, found[0] if found else 1, 2 if found else 1, field
        field = _named(fields, step[:1])
        return title, row, columns.get(field.label, 1) if field else 1, field

    def _wrong(self, title: str, row: int, column: int, message: str, hint: str) -> None:
        at = Place(self.name, row, column)
        cell = f"{get_column_letter(column)}{row}"
        self.problems.error(at, "E506", f"工作表“{title}”的 {cell}：{message}", hint)


def _named(fields: Sequence[Field], step: Sequence[int | str]) -> Field | None:
    """The field of a step into the data; None where there is none."""
    return next((field for field in fields if step and field.name.partition(".")[0] == step[0]), None)


def _opened(content: bytes) -> dict[str, Cells]:
    if len(content) > MOST_BYTES:
        raise _Wrong("文件过大")
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        if reason := harm(parts.infolist(), _MOST_UNPACKED):
            raise _Wrong(reason)
    book = load_workbook(io.BytesIO(content), data_only=True, read_only=True)
    missing = [title for title in (PAPER, SECTIONS, QUOTAS) if title not in book.sheetnames]
    if missing:
        raise _Wrong(f"没有工作表“{missing[0]}”")
    return {title: _cells(book[title], title) for title in (PAPER, SECTIONS, QUOTAS)}


def _cells(sheet: Any, title: str) -> Cells:
    """Filled cells as text, by row and column from 1, wherever the file says that they end."""
    found: Cells = {}
    sheet.reset_dimensions()
    for row, values in enumerate(sheet.iter_rows(values_only=True), 1):
        for column, value in enumerate(values, 1):
            text = _text(value)
            if text and (row > _MOST_ROWS or column > _MOST_COLUMNS):
                raise _Wrong(f"工作表“{title}”太大：最多 {_MOST_ROWS:,} 行、{_MOST_COLUMNS} 列")
            if text:
                found[row, column] = text
    return found


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    return unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n").replace("\xa0", " ").strip()


def _id(field: Field, text: str, known: Mapping[str, str]) -> str:
    titles = {title: id for id, title in known.items()}
    if text in titles or text in known:
        return titles.get(text, text)
    near = difflib.get_close_matches(text, [*titles, *known], n=1, cutoff=0.4)
    raise _Wrong(f"没有{field.label}“{text}”" + (f"；是不是 {near[0]}？" if near else ""))


def _number(field: Field, text: str) -> int | float:
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    if not re.fullmatch(r"-?\d+(\.\d+)?", plain, re.ASCII):
        raise _Wrong(f"“{text[:_SHOWN]}”不是数字")
    if not re.fullmatch(r"-?\d{1,9}(\.\d{1,6})?", plain):
        raise _Wrong(f"“{text[:_SHOWN]}”太长：整数最多 9 位，小数最多 6 位")
    value = float(plain)
    if field.kind == "whole":
        if not value.is_integer():
            raise _Wrong(f"“{text[:_SHOWN]}”不是整数")
        return int(value)
    return int(value) if value.is_integer() else value


def _day(text: str) -> datetime.date:
    try:
        return read_day(text)
    except ValueError as reason:
        raise _Wrong(f"“{text}”不是日期，{reason}") from None


def _put(data: dict[str, Any], field: Field, value: Any) -> None:
    """Set a value; two bounds become a pair, whose missing half is the end of the scale."""
    if value is None:
        return
    name, _, place = field.name.partition(".")
    if place:
        data.setdefault(name, [0, 1])[int(place)] = value
    else:
        data[name] = value


def plan_yaml(plan: Mapping[str, Any]) -> str:
    """The blueprint as a file of the project."""
    head = "# yaml-language-server: $schema=../../schemas/blueprint.schema.json\n"
    return head + yaml.safe_dump([dict(plan)], allow_unicode=True, sort_keys=False, width=1000)
