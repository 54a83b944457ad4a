"""pufa diff: two texts of law article by article, or a law and the one that replaced it by the concordance."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, finish, today
from generator.commands._lawtext import articles_of
from generator.legal.alignment import Pair, aligned, compared, words
from generator.legal.basis import format_key
from generator.library import Library, build_library
from generator.problems import Problems

_CHANGES = {
    "same": "没有变",
    "formal": "只有写法不同",
    "changed": "改了",
    "split": "拆成几条",
    "merged": "并成一条",
    "added": "新增",
    "removed": "删去",
}


def run(
    old: Annotated[str, typer.Argument(metavar="旧文本", help="法规文件，或者项目里法规的编号")],
    new: Annotated[str, typer.Argument(metavar="新文本", help="法规文件，或者项目里法规的编号")],
    root: Root = Path("."),
    as_of: AsOf = None,
    everything: Annotated[bool, typer.Option("--all", help="没有变的条文也列出来")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="每一行印一个 JSON")] = False,
) -> None:
    """Print what became of each article."""
    problems = Problems()
    library = build_library(root, today(as_of), Problems()) if (root / "content").is_dir() else None
    before, after = (articles_of(library, named, problems) for named in (old, new))
    finish(problems)
    if before is None or after is None:
        return
    rows = _by_concordance(library, before[0], after[0], before[2], after[2]) or aligned(before[2], after[2])
    shown = [row for row in rows if everything or row.moved or row.change not in ("same", "formal")]
    for row in shown:
        print(
            json.dumps(_told(row, before[2], after[2]), ensure_ascii=False)
            if as_json
            else _line(row, before[2], after[2])
        )
    if not as_json:
        counts = "，".join(f"{name} {n}" for key, name in _CHANGES.items() if (n := sum(r.change == key for r in rows)))
        print(f"《{before[1]}》{len(before[2])} 条，《{after[1]}》{len(after[2])} 条：{counts}。")


def _by_concordance(
    library: Library | None, old: str, new: str, before: Mapping[str, str], after: Mapping[str, str]
) -> tuple[Pair, ...]:
    """Rows of two different laws of the project that the concordance ties; none otherwise."""
    if library is None or not old or not new or old == new:
        return ()
    rows: dict[str, list[str]] = {}
    for key in before:
        for row in library.concordances_of(old, key):
            if row.old and row.old.regulation == old and row.old.key == key:
                rows.setdefault(key, []).extend(basis.key for basis in row.new if basis.regulation == new)
    return tuple(compared((key,), tuple(dict.fromkeys(keys)), before, after) for key, keys in rows.items())


def _told(row: Pair, before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, object]:
    old, new = _joined(row.old, before), _joined(row.new, after)
    return {
        "old": list(row.old),
        "new": list(row.new),
        "change": row.change,
        "moved": row.moved,
        "likeness": row.likeness,
        "words": [{"side": piece.side, "text": piece.text} for piece in words(old, new)],
    }


def _line(row: Pair, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    head = f"{_named(row.old) or '（没有）'} → {_named(row.new) or '（没有）'}：{_CHANGES[row.change]}"
    if row.change in ("same", "formal"):
        return head
    return f"{head}\n    {''.join(_marked(row, before, after))}"


def _marked(row: Pair, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for piece in words(_joined(row.old, before), _joined(row.new, after)):
        text = piece.text.replace("\n", "\n    ")
        yield text if piece.side == "both" else f"[-{text}-]" if piece.side == "old" else f"{{+{text}+}}"


def _joined(keys: Iterable[str], articles: Mapping[str, str]) -> str:
    return "\n".join(articles[key] for key in keys if key in articles)


def _named(keys: Iterable[str]) -> str:
    return "、".join(map(format_key, keys))


COMMAND = Command(
    "diff",
    "新旧文本：逐条对照两份法规文本，哪条改了、移了、拆了、并了、新增、删去，改动的字词标出来。",
    ("pufa diff 旧文本.docx 新文本.docx", "pufa diff water-law eco-code", "pufa diff 旧.txt 新.txt --json"),
    run,
)
