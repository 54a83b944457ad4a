"""A long list's page holds its first rows; the others lie in a file that the page's script loads when they are asked for.

Whoever has no script, prints, or looks through a page with the browser's own search, finds all rows on a page of their own.  The
anchor of every row stays on the list's page: of those that are not there yet, on a link to the row on that other page.
"""

import html
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.site import urls
from generator.site.page import Asset, Page

#: Where the other rows and the whole lists lie, by the list's own address.
FOLDER = "lists"
#: Bytes of rows that a page holds; more where a single row is longer.
KEPT = 14_000
#: A template marks a table that may grow long with this.
_MARK = "<pufa-table data-long"
_TABLE = re.compile(
    rf"{_MARK}(?P<said>[^>]*)>(?P<head>.*?<tbody>)(?P<rows>.*?)(?P<foot></tbody>.*?)</pufa-table>", re.DOTALL
)
_ROW = re.compile(r"<tr\b(?P<said>[^>]*)>.*?</tr>\s*", re.DOTALL)
_SAID = re.compile(r'\b(?:data-)?([a-z]+)="([^"]*)"', re.DOTALL)
_HEAD = re.compile(r"<th\b[^>]*>(.*?)</th>", re.DOTALL)
_LABEL = 24  # characters of a row's head in the list of those that are not there
_HEADING = re.compile(r"<h1>.*?</h1>", re.DOTALL)
_RELATIVE = re.compile(r'(?<=\shref=")(?![#/]|[a-z]+:)')


def shortened(page: Page) -> Iterator[Page | Asset]:
    """The page as it is, or where its list is long the page with the first rows, the file of the others, and the page with all."""
    table = _TABLE.search(page.body)
    rows = [found[0] for found in _ROW.finditer(table["rows"])] if table else []
    kept = _kept(rows)
    if table is None or kept == len(rows):
        yield replace(page, body=page.body.replace(_MARK, "<pufa-table"))
        return
    root, file = urls.root_from(page.path), f"{FOLDER}/{page.path}"
    told = {"rest": f"{root}{file}.json", "whole": f"{root}{file}/", "total": len(rows), "choices": _choices(rows)}
    said = "".join(f' data-{name}="{html.escape(str(value))}"' for name, value in told.items())
    body = "".join(
        (
            page.body[: table.start()],
            f"<pufa-table{table['said']}{said}>{table['head']}\n{''.join(rows[:kept])}{table['foot']}</pufa-table>\n",
            f'<nav class="pf-rest" aria-label="其余各行"><p><a href="{told["whole"]}">全部 {len(rows)} 行在一页</a></p>',
            *(_stub(row, str(told["whole"])) for row in rows[kept:]),
            "</nav>",
            page.body[table.end() :],
        )
    )
    yield replace(page, body=body)
    yield Asset(f"{file}.json", json.dumps({"rows": "".join(rows[kept:])}, ensure_ascii=False).encode())
    heading = _HEADING.search(page.body)
    whole = "".join(
        (
            f'<p class="pf-crumb"><a href="../{page.path}/">{html.escape(page.title)}</a></p>\n',
            f"{heading[0]}\n" if heading else "",
            table["head"] + table["rows"] + table["foot"],
        )
    )
    yield Page(file, f"{page.title}：全部在一页", _RELATIVE.sub("../", whole), page.description, page.section)


def _kept(rows: Sequence[str]) -> int:
    """How many of the rows the page holds."""
    size = 0
    for number, row in enumerate(rows):
        size += len(row.encode())
        if size > KEPT and number:
            return number
    return len(rows)


def _choices(rows: Sequence[str]) -> str:
    """How many rows have each value of each of their data: name → value → rows, as JSON."""
    found: dict[str, dict[str, int]] = {}
    for row in rows:
        opening = row[: row.index(">")]
        for name, values in _SAID.findall(opening):
            if f"data-{name}=" in opening:
                for value in dict.fromkeys(filter(None, html.unescape(values).split("|"))):
                    held = found.setdefault(name, {})
                    held[value] = held.get(value, 0) + 1
    return json.dumps(found, ensure_ascii=False)


def _stub(row: str, whole: str) -> str:
    """The anchor of a row that is not there, on a link to it; nothing for a row without one."""
    said = dict(_SAID.findall(row[: row.index(">")]))
    if "id" not in said:
        return ""
    head = _HEAD.search(row)
    label = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", head[1] if head else row))).strip()[:_LABEL]
    return f'<a id="{said["id"]}" href="{whole}#{said["id"]}">{html.escape(label)}</a>\n'
