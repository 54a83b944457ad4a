"""What a list changes in the project: each of its records new, changed or as it was, and which of the project's it no longer has."""

import difflib
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from pydantic import ValidationError

from generator.kinds import Record
from generator.legal.basis import CitationError
from generator.library import Library
from generator.library.messages import explain
from generator.lists.amounts import against_articles
from generator.lists.citing import basis_of, titles
from generator.lists.ids import fresh_id
from generator.lists.layout import Data, Layout, listed
from generator.lists.rows import raw
from generator.lists.take import Draft
from generator.problems import Place, Problems
from generator.reading import Marked

Sort = Literal["new", "changed", "gone", "same"]
#: How alike two names must be to be the same one reworded, of 1.
_ALIKE = 0.85


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of a record.

    Attributes:
        sort: new, changed, gone or same.
        id: of the record.
        name: what people call it.
        place: where the list tells it; of what is gone, where the project does.
        data: as YAML is to hold it; of what is gone, nothing.
        fields: names of the fields that change.
        old: the project's record; None of what is new.
        sound: whether nothing in its rows is at fault.
    """

    sort: Sort
    id: str
    name: str
    place: Place
    data: Data = field(default_factory=dict)
    fields: tuple[str, ...] = ()
    old: Record | None = None
    sound: bool = True


def changes(
    library: Library, layout: Layout, drafts: Sequence[Draft], caption: str, problems: Problems
) -> list[Change]:
    """What the records of a list change, in its order, and what is gone.

    Gone is only what a list of its reach would hold: records of the units that it names, or of the files that its records stand
    in, where it has at least half of them.
    """
    known = list(library.all(layout.id))
    _ids_once(drafts, problems)
    matched = _matched(library, layout, drafts, known)
    taken = {record.id for record in known}
    found: list[Change] = []
    told: dict[str, Change] = {}
    for draft in drafts:
        old = matched.get(id(draft))
        change = _change(library, layout, draft, old, caption, taken, problems)
        found.append(_told_once(draft, change, told, problems))
        taken.add(found[-1].id)
    return found + list(_gone(layout, known, found))


def _told_once(draft: Draft, change: Change, told: dict[str, Change], problems: Problems) -> Change:
    """The change; a new record whose rows say what those of another say is at fault.

    Args:
        told: what rows say → the first that say it; these are added.
    """
    first = told.setdefault(json.dumps({**draft.data, "id": ""}, sort_keys=True, default=str), change)
    if change.sort != "new" or first is change or not change.sound:
        return change
    problems.error(
        change.place, "E832", f"和前面的一条完全一样（{first.place}）", "重复的删去；不是同一件事的，写出不同。"
    )
    return replace(change, sound=False)


def _ids_once(drafts: Sequence[Draft], problems: Problems) -> None:
    """Tell each record whose id another has: a row that was copied to write a new one, its id left as it was."""
    had: dict[str, Draft] = {}
    for draft in drafts:
        id = str(draft.data.get("id") or "")
        first = had.setdefault(id, draft)
        if id and first is not draft:
            draft.sound = False
            at, before = draft.places.get("id", draft.place), first.places.get("id", first.place)
            problems.error(at, "E832", f"编号“{id}”前面已经用过（{before}）", "复制来新增的一行，清空它的“编号”。")


def _change(
    library: Library,
    layout: Layout,
    draft: Draft,
    old: Record | None,
    caption: str,
    taken: set[str],
    problems: Problems,
) -> Change:
    kind = layout.kind
    data: Data = dict(raw(old)) if old else {}
    if draft.data.get("id"):  # what an office's own list leaves blank is not told there; in ours it was emptied
        left = {name for column in layout.columns if column.kept for name in column.covers}
        for name in draft.fields - {"id", "law", *layout.levels[:1], *left}:
            data.pop(name, None)
    data |= draft.data
    for level in layout.levels[:1]:
        if old and level in layout.unfold(raw(old)):
            data[level] = _carried(layout, draft, layout.unfold(raw(old))[level], data.get(level, []), 1)
    with_rest = {name: value for name, value in data.items() if value is not None}
    if draft.sound:
        layout.derive(library, with_rest, caption)
    if old is None:
        with_rest["id"] = with_rest.get("id") or fresh_id(layout, with_rest, taken)
    data = {name: value for name, value in _ordered(layout, with_rest) if value not in ("", [])}
    for column in layout.columns:
        if column.needed and len(column.path) == 1 and not {column.path[0]} & {*data, *draft.fields}:
            _without(layout, draft, column.path[0], problems)
            draft.sound = False
    record = _validated(library, layout, draft, data, problems) if draft.sound else None
    name = str(data.get("title") or data.get("duty") or "、".join(listed(data, "audiences")) or data["id"])[:60]
    if record is None:
        _amounts(library, draft, tuple(draft.places), problems)
        return Change("changed" if old else "new", data["id"], name, draft.place, data, old=old, sound=False)
    fields = (
        tuple(name for name in kind.model.model_fields if getattr(record, name) != getattr(old, name)) if old else ()
    )
    _amounts(library, draft, fields if old else tuple(data), problems)
    return Change(
        "changed" if fields else "same" if old else "new", data["id"], name, draft.place, data, fields, old, draft.sound
    )


def field_order(layout: Layout) -> tuple[str, ...]:
    """The fields of a record as people write them: its id, its own, and at the end those that every record has."""
    every = Record.model_fields
    return (
        "id",
        *(name for name in layout.kind.model.model_fields if name not in every),
        *(name for name in every if name != "id"),
    )


def _ordered(layout: Layout, data: Data) -> Iterator[tuple[str, Any]]:
    """The values in that order; what the model does not know goes last and is refused by it."""
    order = field_order(layout)
    yield from ((name, data[name]) for name in order if name in data)
    yield from ((name, value) for name, value in data.items() if name not in order)


def _carried(layout: Layout, draft: Draft, old: Sequence[Data], new: Sequence[Data], depth: int) -> list[Data]:
    """Parts of a nested list with what this table has no column for, taken from the part of the same id, or in the same place."""
    by_id = {part.get("id"): part for part in old if part.get("id")}
    claimed = {part.get("id") for part in new} - {None}
    below = layout.levels[depth] if depth < len(layout.levels) else ""
    found = []
    for place, part in enumerate(new):
        there = old[place] if place < len(old) and "id" not in part and old[place].get("id") not in claimed else {}
        before = by_id.get(part.get("id")) or there
        kept = {
            name: value
            for name, value in before.items()
            if name == "id" or ((depth, name) not in draft.columns and name != below)
        }
        found.append({**kept, **part})
        if below and below in before:
            found[-1][below] = _carried(layout, draft, before[below], part.get(below, []), depth + 1)
    return found


def _validated(library: Library, layout: Layout, draft: Draft, data: Data, problems: Problems) -> Record | None:
    """The record; where its model refuses it, each fault told at the cell that it came from."""
    known = titles(library)
    context = {"resolve": known.resolve, "text": known.resolve_version}
    model = layout.kind.model
    try:
        return model.model_validate(data, context=context)
    except ValidationError as error:
        marks = {name: (place.line, place.column, None) for name, place in draft.places.items()}
        places = {(place.line, place.column): place for place in draft.places.values()}
        marked = Marked(data, draft.place.file, (draft.place.line, draft.place.column, marks))
        absent = {str(one["loc"][0]) for one in error.errors() if one["type"] == "missing" and len(one["loc"]) == 1}
        for name in sorted(absent - set(draft.fields)):
            _without(layout, draft, name, problems)
        for told in explain(error, marked, model):
            at = places.get((told.at.line, told.at.column), draft.place)
            if not any(f"“{name}”" in told.message and name not in draft.fields for name in absent):
                problems.error(at, "E832", _chinese(layout, told.message), told.hint)
    except CitationError as error:
        problems.error(draft.place, "E832", str(error))
    draft.sound = False
    return None


def _without(layout: Layout, draft: Draft, name: str, problems: Problems) -> None:
    """Say once of a table that it has no column for a field that its records must have."""
    column = next((one for one in layout.columns if one.path[:1] == (name,) or name in one.covers), None)
    called = column.name if column else name
    message = f"没有“{called}”一栏，读到的内容里也推不出来，这些记录还写不成"
    hint = f"加上这一栏；每一行都一样的，用 --mapping 写：{called} = “…”。"
    if not any(one.at == draft.whole and one.message == message for one in problems.items):
        problems.error(draft.whole, "E832", message, hint)


def _chinese(layout: Layout, message: str) -> str:
    """A message with the names of the list's columns instead of those of fields."""
    for column in layout.columns:
        names = dict.fromkeys(column.path[-1:], column.name)
        names |= {name: label for name, label, _ in getattr(column.codec, "parts", ())}
        names |= {word: label for word, label in getattr(column.codec, "labels", {}).items() if isinstance(word, str)}
        for name, label in names.items():
            message = re.sub(rf"“{name}”|(?<![A-Za-z_“])(?:(?<= )| ?){name}(?![A-Za-z_”])", f"“{label}”", message)
    return re.sub(r"“?\w+\[(\d+)\](?:\.\w+)*”?", r"第 \1 处", message)


def _matched(
    library: Library, layout: Layout, drafts: Sequence[Draft], known: Sequence[Record]
) -> Mapping[int, Record]:
    """Which record of the project each draft is, by its id of memory: by id, by what names it, by a name that is nearly the same."""
    by_id = {record.id: record for record in known}
    found: dict[int, Record] = {}
    left = dict(by_id)
    for draft in drafts:
        if (old := by_id.get(str(draft.data.get("id", "")))) and old.id in left:
            found[id(draft)] = left.pop(old.id)
    nameless = [one for one in drafts if id(one) not in found and not one.data.get("id")]
    by_key: dict[tuple[Any, ...], list[Record]] = {}
    for record in left.values():
        by_key.setdefault(_key(library, layout, raw(record)), []).append(record)
    for draft in nameless:
        key = _key(library, layout, draft.data)
        if any(key) and by_key.get(key):
            found[id(draft)] = left.pop(by_key[key].pop(0).id)
    with_ids = any(draft.data.get("id") for draft in drafts)
    for draft in [] if with_ids else [one for one in nameless if id(one) not in found]:
        if near := _near(layout, draft, left.values()):
            found[id(draft)] = left.pop(near.id)
    return found


def _key(library: Library, layout: Layout, data: Data) -> tuple[Any, ...]:
    return tuple(_comparable(library, data.get(name)) for name in layout.keys)


def _comparable(library: Library, value: Any) -> Any:
    if isinstance(value, list):
        return tuple(_comparable(library, one) for one in value)
    if isinstance(value, str) and "第" in value:
        try:
            return basis_of(library, value)
        except ValueError:
            return value
    return value


def _near(layout: Layout, draft: Draft, left: Iterable[Record]) -> Record | None:
    """A record of the same unit whose name is the draft's, reworded."""
    name = layout.keys[-1]
    text = draft.data.get(name)
    if not isinstance(text, str) or "第" in text:
        return None
    same = [one for one in left if not layout.unit or raw(one).get(layout.unit) == draft.data.get(layout.unit)]
    names = {str(raw(one).get(name, "")): one for one in same}
    near = difflib.get_close_matches(text, names, n=1, cutoff=_ALIKE) if len(text) > 3 else []
    return names[near[0]] if near else None


def _gone(layout: Layout, known: Sequence[Record], found: Sequence[Change]) -> Iterator[Change]:
    here = {change.id for change in found if change.old}
    units = {change.data.get(layout.unit) for change in found} if layout.unit else set()
    files = {change.old.at.file for change in found if change.old}
    within = [one for one in known if (raw(one).get(layout.unit) in units if layout.unit else one.at.file in files)]
    if 2 * len(here) < len(within):
        return  # a list of another reach: what it leaves out is not gone
    for record in within:
        if record.id not in here:
            yield Change("gone", record.id, record.label[:60], record.at, old=record)


def _amounts(library: Library, draft: Draft, changed: Sequence[str], problems: Problems) -> None:
    """Hold the sums of a record that is new or changed against the articles that it cites, each at its cell."""
    for told in draft.sums:
        if told.field not in changed or draft.data.get("awaits_alignment"):
            continue
        wrong = against_articles(library, told.words, [basis_of(library, text) for text in told.citations])
        if wrong:
            draft.sound = False
            problems.error(told.place, "E823", *wrong)
