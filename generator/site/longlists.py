"""A long list's page holds its first rows; the others lie in a file that the page's script loads when they are asked for.

Whoever has no script finds all rows on pages of their own, as many as keep each of them light.  The anchor of every row stays on the
list's page: of those that are not there yet, on a link to the row on that other page.
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
#: Bytes of rows on a page of the whole list.
WHOLE = 100_000
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
_WITHIN = re.compile(r'(?<=\shref=")#([^"]+)')
_RELATIVE = re.compile(r'(?<=\shref=")(?![#/]|[a-z]+:)')


def shortened(page: Page) -> Iterator[Page | Asset]:
    """The page as it is, or where its list is long the page with the first rows, the file of the others, and the page with all."""
    table = _TABLE.search(page.body)
    rows = [found[0] for found in _ROW.finditer(table["rows"])] if table else []
    kept = _kept(rows, KEPT)
    if table is None or kept == len(rows):
        yield replace(page, body=page.body.replace(_MARK, "<pufa-table"))
        return
    root, file = urls.root_from(page.path), f"{FOLDER}/{page.path}"
    pages = _pages(rows)
    addresses = [f"{file}/{number}" if number > 1 else file for number in range(1, len(pages) + 1)]
    homes = [f"{root}{address}/" for address, held in zip(addresses, pages, strict=True) for _ in held]
    told = {"rest": f"{root}{file}.json", "total": len(rows), "choices": _choices(rows)}
    where = "在一页" if len(pages) == 1 else f"，分 {len(pages)} 页"
    said = "".join(f' data-{name}="{html.escape(str(value))}"' for name, value in told.items())
    body = "".join(
        (
            page.body[: table.start()],
            f"<pufa-table{table['said']}{said}>{table['head']}\n{''.join(rows[:kept])}{table['foot']}</pufa-table>\n",
            f'<nav class="pf-rest" aria-label="其余各行"><p><a href="{root}{file}/">全部 {len(rows)} 行{where}</a></p>',
            *(_stub(row, home) for row, home in zip(rows[kept:], homes[kept:], strict=True)),
            "</nav>",
            page.body[table.end() :],
        )
    )
    yield replace(page, body=body)
    yield Asset(f"{file}.json", json.dumps({"rows": "".join(rows[kept:])}, ensure_ascii=False).encode())
    heading = _HEADING.search(page.body)
    foot = table["foot"]
    for number, (address, held) in enumerate(zip(addresses, pages, strict=True), start=1):
        up = "../" * (address.count("/") - page.path.count("/"))
        whole = "".join(
            (
                f'<p class="pf-crumb"><a href="../{page.path}/">{html.escape(page.title)}</a></p>\n',
                f"{heading[0]}\n" if heading else "",
                table["head"] + "".join(held) + foot,
                _turn([f"{root}{one}/" for one in addresses], number),
            )
        )
        here = set(re.findall(r'\sid="([^"]*)"', whole))
        whole = _WITHIN.sub(lambda link, here=here: link[0] if link[1] in here else _led(link[1], rows, homes), whole)  # type: ignore[misc]
        title = f"{page.title}：全部" + (f"（{number}／{len(pages)}）" if len(pages) > 1 else "在一页")
        yield Page(address, title, _RELATIVE.sub(up, whole), page.description, page.section)


def _led(anchor: str, rows: Sequence[str], homes: Sequence[str]) -> str:
    """The address of a row on another page; its anchor where no row has it."""
    for row, home in zip(rows, homes, strict=True):
        if f' id="{anchor}"' in row[: row.index(">")]:
            return f"{home}#{anchor}"
    return f"#{anchor}"


def _turn(addresses: Sequence[str], at: int) -> str:
    """Links to the pages of a whole list, of which this is one; nothing where it is the only one."""
    if len(addresses) == 1:
        return ""
    links = (
        f'<b aria-current="page">第 {number} 页</b>' if number == at else f'<a href="{address}">第 {number} 页</a>'
        for number, address in enumerate(addresses, start=1)
    )
    return f'<nav class="pf-editions" aria-label="各页"><span>全部：</span>{" ".join(links)}</nav>\n'


def _kept(rows: Sequence[str], most: int) -> int:
    """How many of the rows fit into so many bytes; one at least."""
    size = 0
    for number, row in enumerate(rows):
        size += len(row.encode())
        if size > most and number:
            return number
    return len(rows)


def _pages(rows: Sequence[str]) -> list[Sequence[str]]:
    """The rows on the pages of the whole list."""
    pages = []
    while rows:
        kept = _kept(rows, WHOLE)
        pages.append(rows[:kept])
        rows = rows[kept:]
    return pages


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
