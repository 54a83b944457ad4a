"""The shelf: what the builder in the page knows of every item before it is read, and the items themselves in small files.

The index holds no words of an item, only what blueprints and practice ask for; generator/assets/js/core/shelf.js reads it.  An item is its HTML
as practice has it, in a file with its neighbours of the same topic.
"""

import dataclasses
import json
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, get_args

from generator.exams.demands import conflicts
from generator.exams.eligible import Eligible, industries_of
from generator.exams.scale import difficulty_of
from generator.exports.bundle import bank_digest, formats
from generator.exports.fragments import source
from generator.exports.prepared import Prepared, Row, Told, prepared
from generator.exports.prepared_print import frame, printed
from generator.exports.turning import Turned
from generator.kinds._audience import OFFICIALS
from generator.kinds.blueprint import BY_HEART, Blueprint
from generator.kinds.must_know import MustKnow
from generator.kinds.question import Grade, Thought
from generator.library import Library
from generator.questions import types
from generator.questions.asking import amounts, numbers, phrasing, right
from generator.questions.bank import Bank, rule_titles
from generator.questions.item import Item
from generator.questions.thought import THOUGHTS
from generator.site.page import Asset
from generator.site.templates import render

#: Raised when scripts of an earlier build would misread the index.
VERSION = 3
#: Where the files lie, below the site's root.
FOLDER = "builder"
#: Formats that the page fills downloads in.
OFFERED = ("chaoxing", "kaoshibao", "wjx", "xlsx")
#: Items in one file: few enough for a paper of items from everywhere, many enough that a topic is read in a few files.
TOGETHER = 25


class _Kept:
    """Values told by their places: a list of distinct values, and the place of each."""

    def __init__(self, values: Iterable[Hashable] = ()) -> None:
        self._places: dict[Hashable, int] = {value: place for place, value in enumerate(dict.fromkeys(values))}

    def place(self, value: Hashable) -> int:
        """Where the value stands; it is added where it is new."""
        return self._places.setdefault(value, len(self._places))

    @property
    def values(self) -> list[Any]:
        """The distinct values in order."""
        return list(self._places)


def shelf_files(library: Library, bank: Bank, pages: Mapping[str, str]) -> Iterator[Asset]:
    """The index and the files of items, in a fixed order.

    Args:
        library, bank: what the items come from.
        pages: id of an item → address of the page where it is practised.
    """
    together = list(chunks(bank.items))
    yield Asset(f"{FOLDER}/shelf.json", _text(index(library, bank, together)))
    made = {name: prepared(formats()[name], library, bank.items) for name in OFFERED}
    yield Asset(f"{FOLDER}/shells.json", _text(_shells(made)))
    yield Asset(f"{FOLDER}/print.json", _text(frame(library)))
    for name, items in together:
        yield Asset(f"{FOLDER}/rows/{name}.json", _text(_rows(made, items)))
        yield Asset(f"{FOLDER}/print/{name}.json", _text({item.id: printed(library, item) for item in items}))
        shown = {
            item.id: render("item.html", FOLDER, library, it=item, page=pages.get(item.id, "")).strip()
            for item in items
        }
        yield Asset(f"{FOLDER}/items/{name}.json", _text(shown))


def _shells(made: Mapping[str, Prepared]) -> dict[str, Any]:
    """The formats, the shells of their files, and the fragments that both fill."""
    offered = [
        {
            "id": name,
            "title": formats()[name].title,
            "shells": [dataclasses.asdict(shell) for shell in found.shells],
        }
        for name, found in made.items()
    ]
    return {"formats": offered, "fragments": {name: source(f"xlsx/{name}") for name in ("row", "text", "number")}}


def _rows(made: Mapping[str, Prepared], items: Sequence[Item]) -> dict[str, Any]:
    """Of each item and format the rows of each file, or why there are none; texts are told by their places.

    A row of a workbook is a list of cells: column, style, place of the text, 1 where it is a figure.  A text that changes with the order of
    options is a list: itself, its signs in one text, and the place of what each of these stands for in the order of the bank.
    """
    texts = _Kept()

    def coded(row: Row) -> Any:
        if isinstance(row, str | Turned):
            return texts.place(_told(row, texts))
        return [[column, style, texts.place(_told(text, texts)), int(figure)] for column, style, text, figure in row]

    found: dict[str, Any] = {}
    for item in items:
        found[item.id] = {
            name: each.unfit.get(item.id) or [[coded(row) for row in rows] for rows in each.rows[item.id]]
            for name, each in made.items()
        }
    here = {item.id for item in items}
    fixed = {name: sorted(here & each.fixed) for name, each in made.items() if here & each.fixed}
    return {"items": found, "texts": texts.values, **({"fixed": fixed} if fixed else {})}


def _told(text: Told, texts: _Kept) -> Hashable:
    """A text that changes with the order of options as itself, its signs, and the places of what these stand for."""
    return text if isinstance(text, str) else (text.text, "".join(text.parts), *map(texts.place, text.parts.values()))


def _text(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def chunks(items: Sequence[Item]) -> Iterator[tuple[str, tuple[Item, ...]]]:
    """Name of a file and its items: those that stand first under one topic, of one conduct together, so many at a time."""
    shelves: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: item.conduct or ""):
        shelves.setdefault(item.topics[0] if item.topics else "-", []).append(item)
    for topic in sorted(shelves):
        for number, start in enumerate(range(0, len(shelves[topic]), TOGETHER), 1):
            yield f"{topic}-{number}", tuple(shelves[topic][start : start + TOGETHER])


def index(library: Library, bank: Bank, together: Sequence[tuple[str, Sequence[Item]]]) -> dict[str, Any]:
    """The index as plain data: the words that blueprints and practice ask with, then a list for each property, in the bank's order.

    Ids are front-coded (``[letters shared with the one before, the rest]``); sets of values are told by their place in ``sets``.
    """
    words = _Words(library)
    columns = words.columns(bank.items)
    files = {item.id: place for place, (_, items) in enumerate(together) for item in items}
    kinds = [types.of(item) for item in bank.items]
    takes = [type.takes(item) for type, item in zip(kinds, bank.items, strict=True)]
    worth = [type.worth(item) for type, item in zip(kinds, bank.items, strict=True)]
    return {
        "version": VERSION,
        "as_of": library.as_of.isoformat(),
        "bank": bank_digest(bank),
        "types": [_type(type) for type in types.all_types()],
        "names": words.named(),
        "lists": words.lists(),
        "articles": words.cited(),
        "files": [name for name, _ in together],
        "ids": list(_front_coded([item.id for item in bank.items])),
        "sets": words.sets.values,
        "columns": {**columns, "file": [files[item.id] for item in bank.items]},
        "takes": {str(place): count for place, count in enumerate(takes) if count != 1},
        "worth": {str(place): points for place, points in enumerate(worth) if points is not None},
        "apart": [
            [column for column, _ in row.terms] for row in conflicts([Eligible(0, item, 0) for item in bank.items])
        ],
        "limits": {name: Blueprint.model_fields[name].default for name in _LIMITS},
        "asking": _asking(bank.items),
        "begun": {"types": [type.id for type in types.all_types() if type.begins], "limits": dict(BY_HEART)},
        "blueprints": [plan_data(plan) for plan in library.of("blueprint", Blueprint)],
    }


def _asking(items: Sequence[Item]) -> dict[str, Any]:
    """What limits of the whole paper count, by places of items: amounts asked, statements true and false, numbers of articles asked, how
    stems are worded, and for each fact that some ask and others tell those who ask and those who tell it.
    """
    phrases, sums = _Kept(), _Kept()
    told = [
        (place, [sums.place(text) for text in found]) for place, item in enumerate(items) if (found := amounts(item))
    ]
    asks, tells = _by_fact(items, lambda item: item.asks), _by_fact(items, lambda item: item.tells)
    verdicts = [right(item) for item in items]
    return {
        "phrasing": [phrases.place(phrasing(item)) for item in items],
        "amounts": {str(place): found for place, found in told},
        "numbers": {str(place): count for place, item in enumerate(items) if (count := numbers(item))},
        "true": [place for place, verdict in enumerate(verdicts) if verdict is True],
        "false": [place for place, verdict in enumerate(verdicts) if verdict is False],
        "told": [[asks[fact], tells[fact], int(fact[0] == "@")] for fact in sorted(asks) if fact in tells],
    }


def _by_fact(items: Sequence[Item], of: Callable[[Item], Iterable[str]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for place, item in enumerate(items):
        for fact in dict.fromkeys(of(item)):
            found.setdefault(fact, []).append(place)
    return found


class _Words:
    """What items are told by, each word once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.sets = _Kept([()])
        self.articles = _Kept()
        lists = library.of("must-know", MustKnow)
        self._listed = {one.id: {(m.basis.regulation, m.basis.key) for m in one.articles} for one in lists}
        self._names = {
            "topic": _Kept(topic.id for topic in library.topics),
            "rule": _Kept(rule_titles()),
            "audience": _Kept(OFFICIALS),
            "industry": _Kept(record.id for record in library.all("industry")),
            "conduct": _Kept(),
            "must_know": _Kept(self._listed),
            "level": _Kept(get_args(Grade)),
            "thought": _Kept(get_args(Thought)),
        }

    def columns(self, items: Sequence[Item]) -> dict[str, list[int]]:
        """A list for each property, a number for each item."""
        known = list(types.titles())
        found: dict[str, list[int]] = {name: [] for name in ("type", "difficulty", "basis", *self._names)}
        for item in items:
            bases = [(basis.regulation, basis.key) for basis in item.basis]
            listed = [id for id, articles in self._listed.items() if articles.intersection(bases)]
            several = {"topic": item.topics, "audience": item.audience, "must_know": listed}
            several["industry"] = industries_of(self.library, item)
            several["conduct"] = (item.conduct,) if item.conduct else ()
            for name, values in several.items():
                found[name].append(self.sets.place(tuple(self._names[name].place(value) for value in values)))
            for name, value in {"rule": item.rule, "level": item.level, "thought": item.thought}.items():
                found[name].append(self._names[name].place(value))
            found["basis"].append(self.sets.place(tuple(dict.fromkeys(map(self.articles.place, bases)))))
            found["type"].append(known.index(item.type))
            found["difficulty"].append(difficulty_of(item))
        return found

    def named(self) -> dict[str, list[list[str]]]:
        """Of each property its values with what people call them, by their places."""
        return {name: [[id, self._called(name, id)] for id in kept.values] for name, kept in self._names.items()}

    def _called(self, name: str, id: str) -> str:
        if name == "rule":
            return rule_titles().get(id, id)
        if name == "thought":
            return next(word for level, (word, _) in THOUGHTS.items() if level == id)
        record = self.library.get(name.replace("_", "-"), id)
        return id if record is None else record.label

    def lists(self) -> dict[str, list[int]]:
        """Must-know lists, each as the places of its articles."""
        return {id: [self.articles.place(article) for article in sorted(found)] for id, found in self._listed.items()}

    def cited(self) -> dict[str, Any]:
        """Regulations with their names, and each article as the place of its regulation and its number."""
        found = self.articles.values
        laws = list(dict.fromkeys(regulation for regulation, _ in found))
        named = [[id, self.library.regulation(id).name] for id in laws]
        return {"regulations": named, "list": [[laws.index(law), key] for law, key in found]}


#: Limits of the whole paper, whose defaults the page has to know.
_LIMITS = ("per_article", "per_amount", "judge_true", "one_phrasing", "amounts", "article_numbers")


def plan_data(plan: Blueprint) -> dict[str, Any]:
    """A blueprint as its file has it, without what it leaves as it is by default and what the site alone needs."""
    return {
        "id": plan.id,
        **plan.model_dump(mode="json", exclude_defaults=True, exclude={"id", "source", "publish", "as_of"}),
    }


def _type(type: types.ItemType) -> dict[str, Any]:
    directions = {rule: type.directions(rule) for rule in ("all_or_nothing", "half", "proportional")}
    return {"id": type.id, "title": type.title, "directions": directions}


def _front_coded(ids: Sequence[str]) -> Iterator[tuple[int, str]]:
    before = ""
    for id in ids:
        pairs = enumerate(zip(before, id, strict=False))
        same = next((at for at, (one, other) in pairs if one != other), min(len(before), len(id)))
        yield same, id[same:]
        before = id
