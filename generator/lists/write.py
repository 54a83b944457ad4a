"""Changes of a list taken over into the project's files, all of them or none."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from generator.gate import Refusal
from generator.keeping import write_files
from generator.library import Library
from generator.lists.compare import Change, field_order
from generator.lists.layout import Layout
from generator.lists.rows import raw
from generator.lists.yaml_edit import NotEdited, RecordsFile
from generator.problems import Place, Problem, Problems
from generator.reading import Marked, parse_yaml

_HINT = "这一条请直接改 YAML；其余的改动也没有写入。"


def new_texts(
    root: Path, library: Library, layout: Layout, found: Sequence[Change], remove: bool
) -> dict[str, tuple[str, str]]:
    """Path below the project → the text that stands there and the new one, for every file that changes.

    Args:
        found: in the order of the list; a new record goes behind the one before it.
        remove: take out what is gone.

    Raises:
        Refusal: E833, a record stands in a form that can't be edited, or the outcome would not be what was meant.
    """
    made: dict[str, tuple[str, str]] = {}
    files: dict[str, RecordsFile] = {}
    order = field_order(layout)
    where = {record.id: record.at.file for record in library.all(layout.id)}
    for change, file, after in _placed(layout, library, found, where):
        if change.sort == "same" or (change.sort == "gone" and (not remove or _packed(file))):
            continue
        try:
            if file not in files:
                made[file] = (_text(root / file), "")
                files[file] = _opened(made[file][0], file, layout)
            _edit(files[file], change, after, order)
        except NotEdited as reason:
            at = change.old.at if change.old else Place(file)
            raise Refusal(Problem(at, "E833", str(reason), _HINT)) from None
    texts = {file: (stands, files[file].text) for file, (stands, _) in made.items()}
    for file, (_, text) in texts.items():
        _held(layout, file, text, [one for one in found if one.sort in ("new", "changed")], where)
    return texts


def write_texts(root: Path, texts: Mapping[str, tuple[str, str]]) -> None:
    """Write the files, all of them or none.

    Raises:
        Refusal: one of them changed meanwhile, E833, or can't be written.
    """
    write_files({root / file: partial(_checked, root / file, file, *both) for file, both in texts.items()})


def _checked(path: Path, file: str, stands: str, text: str) -> bytes:
    """The new text, of a file that still holds what it held when the list was read."""
    if _text(path) != stands:
        raise Refusal(Problem(Place(file), "E833", "这个文件在读入期间被别人改了，没有写", "再读入一次。"))
    return text.encode()


def _text(path: Path) -> str:
    """What a file holds, its line ends as they are; nothing where there is none."""
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def _packed(file: str) -> bool:
    """Whether a file is one of a content pack, which nobody writes into: the project's own record goes before it."""
    return ":" in file


def _edit(file: RecordsFile, change: Change, after: str | None, order: Sequence[str]) -> None:
    if change.sort == "gone":
        file.remove(change.id)
    elif file.holds(change.id):
        file.change(change.id, change.data, change.fields, order)
    elif after is None:
        file.append(change.data)
    else:
        file.add(after, change.data)


def _placed(
    layout: Layout, library: Library, found: Sequence[Change], where: dict[str, str]
) -> Iterator[tuple[Change, str, str | None]]:
    """Each change with its file, and for a record that comes into it the one that it goes behind; none where it begins the file."""
    last = ""
    of_unit = {raw(record).get(layout.unit): record.id for record in library.all(layout.id)} if layout.unit else {}
    for change in found:
        stands = where.get(change.id, "")
        if change.sort == "new" or (change.sort == "changed" and _packed(stands)):
            near = (
                last if last and _beside(layout, found, last, change) else of_unit.get(change.data.get(layout.unit), "")
            )
            near = "" if _packed(where.get(near, "")) else near
            file = where.get(near) or f"{layout.kind.folder}/imported.yml"
            mates = [id for id, one in where.items() if one == file]
            yield change, file, near or (mates[-1] if mates else None)
            where[change.id] = file
            if layout.unit:
                of_unit[change.data.get(layout.unit)] = change.id
        else:
            yield change, stands, None
        if change.sort != "gone":
            last = change.id


def _beside(layout: Layout, found: Sequence[Change], last: str, change: Change) -> bool:
    """Whether the record before is one of the same unit, so that the new one belongs behind it."""
    before = next(one for one in found if one.id == last)
    return not layout.unit or before.data.get(layout.unit) == change.data.get(layout.unit)


def _opened(text: str, file: str, layout: Layout) -> RecordsFile:
    if not text.strip():
        schema = f"# yaml-language-server: $schema=../../schemas/{layout.id}.schema.json\n"
        return RecordsFile(schema, {}, {}, _unsaid(layout))
    marked = _parsed(text, file)
    defaults = marked.value.get("defaults") or {} if isinstance(marked.value, dict) else {}
    records = marked.child("records") if isinstance(marked.value, dict) else marked
    lines = {str(one["id"]): records.mark[2][place][0] for place, one in enumerate(records.value) if "id" in one}
    return RecordsFile(text, lines, defaults, _unsaid(layout))


def _unsaid(layout: Layout) -> dict[str, Any]:
    """What each field of a record that need not be said holds then."""
    fields = layout.kind.model.model_fields
    values = {name: one.get_default(call_default_factory=True) for name, one in fields.items() if not one.is_required()}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}


def _parsed(text: str, file: str) -> Marked:
    problems = Problems()
    marked = parse_yaml(text, file, problems)
    if marked is None or problems.blocking():
        first = next(iter(problems), None)
        at = first.at if first else Place(file)
        raise Refusal(Problem(at, "E833", f"{file} 读不了，没有写", "先改正这个文件。"))
    return marked


def _held(layout: Layout, file: str, text: str, found: Sequence[Change], where: Mapping[str, str]) -> None:
    """Make sure that the new text says of each record what was meant, before anything is written."""
    marked = _parsed(text, file)
    whole = isinstance(marked.value, dict)
    defaults = (marked.value.get("defaults") or {}) if whole else {}
    records = marked.value["records"] if whole else marked.value
    stands = {one["id"]: {**defaults, **one} for one in records}
    for change in found:
        if where.get(change.id) != file:
            continue
        said, unsaid = stands.get(change.id, {}), _unsaid(layout)
        wrong = next(
            (
                name
                for name in change.fields or {**change.data, **defaults}
                if said.get(name, unsaid.get(name)) != change.data.get(name, unsaid.get(name))
            ),
            None,
        )
        if wrong:
            at = Place(file)
            raise Refusal(Problem(at, "E833", f"{change.id} 的 {wrong} 写进去和原意不一样，没有写", _HINT))
