"""pufa diff: two texts of law article by article, a law and the one that replaced it, or two texts of one law."""

import datetime
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, From, Root, To, finish, today
from generator.commands._lawtext import side_of
from generator.legal.alignment import words
from generator.legal.basis import format_key
from generator.library import Library, build_library
from generator.library.comparing import CHANGES, Row, Side, editions_of, side_by_side
from generator.problems import Place, Problems
from generator.texts import edition_on

_TWO = 2


def run(
    old: Annotated[str, typer.Argument(metavar="旧文本", help="法规文件，或者项目里法规的编号")],
    new: Annotated[
        str | None,
        typer.Argument(metavar="新文本", help="法规文件，或者项目里法规的编号；不写就比同一部法规的两个文本"),
    ] = None,
    root: Root = Path("."),
    as_of: AsOf = None,
    first: From = None,
    last: To = None,
    everything: Annotated[bool, typer.Option("--all", help="没有变的条文也列出来")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="每一行印一个 JSON")] = False,
) -> None:
    """Print what became of each article."""
    if new is not None and (first or last):
        raise typer.BadParameter("只写一部法规时用；写了两个文本就不用写日子", param_hint="--from、--to")
    problems = Problems()
    library = build_library(root, today(as_of), Problems()) if (root / "content").is_dir() else None
    if new is None:
        sides = _editions(library, old, first, last, problems)
    else:
        sides = [side for named in (old, new) if (side := side_of(library, named, problems))]
    finish(problems)
    if len(sides) < _TWO:
        return
    before, after = sides
    rows = side_by_side(library, before, after)
    for row in rows:
        if everything or row.pair.moved or row.pair.change not in ("same", "formal"):
            told = json.dumps(_told(row, before.words, after.words), ensure_ascii=False) if as_json else ""
            print(told or _line(row, before.words, after.words))
    if not as_json:
        told = "，".join(
            f"{name} {n}" for key, name in CHANGES.items() if (n := sum(r.pair.change == key for r in rows))
        )
        print(f"《{before.title}》{len(before.words)} 条，《{after.title}》{len(after.words)} 条：{told}。")


def _editions(
    library: Library | None,
    named: str,
    first: datetime.date | None,
    last: datetime.date | None,
    problems: Problems,
) -> list[Side]:
    """The two texts of one regulation that held on two days; by default the last two that are at hand."""
    editions = () if library is None else library.editions.get(named, ())
    if len(editions) < _TWO:
        said = f"“{named}”手边只有一个文本，比不了" if editions else f"手边没有“{named}”的正文"
        hint = "写两个文件或者两部法规；同一部法规的另一个文本用 pufa import law --into texts 读进来。"
        problems.error(Place(named), "E801", said, hint)
        return []
    before = edition_on(editions, first) if first else editions[-2]
    after = edition_on(editions, last) if last else editions[-1]
    if before is after:
        problems.error(Place(named), "E801", f"两天有效的都是 {before.day} 施行的文本", "另写日子。")
        return []
    return editions_of(named, (before, after))


def _told(row: Row, before: Mapping[str, str], after: Mapping[str, str]) -> dict[str, object]:
    pair = row.pair
    return {
        "old": list(pair.old),
        "new": list(pair.new),
        "change": pair.change,
        "moved": pair.moved,
        "likeness": pair.likeness,
        "machine": row.machine,
        "words": [
            {"side": one.side, "text": one.text} for one in words(_joined(pair.old, before), _joined(pair.new, after))
        ],
    }


def _line(row: Row, before: Mapping[str, str], after: Mapping[str, str]) -> str:
    pair = row.pair
    head = f"{_named(pair.old) or '（没有）'} → {_named(pair.new) or '（没有）'}：{CHANGES[pair.change]}"
    head += "（机器比对，未经人工核对）" if row.machine else ""
    if pair.change in ("same", "formal"):
        return head
    return f"{head}\n    {''.join(_marked(row, before, after))}"


def _marked(row: Row, before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[str]:
    for piece in words(_joined(row.pair.old, before), _joined(row.pair.new, after)):
        text = piece.text.replace("\n", "\n    ")
        yield text if piece.side == "both" else f"[-{text}-]" if piece.side == "old" else f"{{+{text}+}}"


def _joined(keys: Iterable[str], articles: Mapping[str, str]) -> str:
    return "\n".join(articles[key] for key in keys if key in articles)


def _named(keys: Iterable[str]) -> str:
    return "、".join(map(format_key, keys))


COMMAND = Command(
    "diff",
    "新旧文本：逐条对照两份法规文本，哪条改了、移了、拆了、并了、新增、删去，改动的字词标出来。",
    (
        "pufa diff 旧文本.docx 新文本.docx",
        "pufa diff water-law eco-code",
        "pufa diff forest-law --from 2015-01-01 --to 2020-07-01",
        "pufa diff 旧.txt 新.txt --json",
    ),
    run,
)
