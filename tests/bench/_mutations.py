"""What people and systems do to a project: mutations of its files, tables and surroundings, each drawn from a seed.

A mutation changes a copy of the miniature project and says with which command it is tried; ``forbidden`` where some bound
says that the command must not accept it.
"""

import copy
import datetime
import io
import json
import os
import random
import shutil
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from openpyxl import Workbook

from tests.conftest import MINI_DAY

#: Values that no field of any record takes.
NEVER: tuple[Any, ...] = (
    10**300, -(10**300), 10**13, 1e300, datetime.date(1, 1, 1), datetime.date(1700, 1, 1),
    "甲\u00ad乙", "甲\u3164", "\ufe0f甲", "甲\U000e0041", "甲\u200b乙", "甲\u202e乙", "<script>alert(1)</script>",
    ["湖法 第1条"] * 500, ["甲"] * 500,
)  # fmt: skip
#: Values that some field may take.
ODD: tuple[Any, ...] = (
    float("inf"),
    None, True, 0, -1, 1.5, "", " ", "con", "湖法 第99条", "湖法 第0条", "../../etc/passwd", "2026-02-30", "第", "〔〕", "甲" * 4001,
    [], {}, [[]], [None], {"a": {"b": []}}, "1" * 400, datetime.date(2026, 8, 15), "－ 甲", "甲：乙", "甲 #1 号", "ｌａｋｅ", "⺠法", "𠮷😀",
)  # fmt: skip
TOKENS: tuple[bytes, ...] = (
    b"\0", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", "环境".encode("gbk"), b"[" * 20_000, b"{a: " * 500, b"&a [*a]", b"*b", b"!!python/object:os.system x",
    b"%YAML 9.9\n", b"---\n", b"\t", "：".encode(), "　".encode(), "\u00a0".encode(), "－ ".encode(), b"'", b'"', b": ", b"- ", b"\n\n", b"\r", b"#",
    b"<script>", b"![a](https://evil.example/a.png)", b"1. " * 1000, b"> " * 600, b"| |" * 3000, "\u00ad".encode(), "\u2028".encode(), "\ue000".encode(),
)  # fmt: skip
DAYS = (
    "9999-12-31",
    "0001-01-01",
    "2026-W48-6",
    "20260815",
    "昨天",
    "",
    "2026-02-30",
    "2026-8-1",
    "１９９９-01-01",
    "--",
    "\udcff",
)


@dataclass(frozen=True, slots=True)
class Case:
    """A mutated project and the command it is tried with."""

    name: str
    command: tuple[str, ...]
    forbidden: bool = False


Mutation = Callable[[random.Random, Path], Case]


def _here(root: Path) -> tuple[str, ...]:
    return ("--project", str(root / "project"), "--as-of", str(MINI_DAY), "--quiet")


def _command(chance: random.Random, root: Path, *names: str) -> tuple[str, ...]:
    """One of the commands, with what it needs; those that build a site are rarer, for they take longest."""
    name = chance.choice(
        names or ("check",) * 6 + ("bank", "bank --check", "exam", "stage", "build", "mark", "results")
    )
    more: dict[str, tuple[str, ...]] = {
        "bank": ("--out", str(root / "out" / "bank.json")),
        "exam": ("--out", str(root / "out" / "papers")),
        "build": ("--out", str(root / "out" / "site")),
        "mark": ("--papers", str(root / "papers"), "--out", str(root / "out" / "marks")),
        "results": ("--papers", str(root / "papers"), "--out", str(root / "out" / "results")),
    }
    first = name.split(" ")
    given = {"exam": ("lake-mock",), "stage": (str(root / "out" / "stage"),)}.get(name, ())
    if name in {"mark", "results"}:
        given = ("lake-mock", str(root / "answers.csv"))
    return (*first, *given, *_here(root), *more.get(name, ()))


def _judges(command: Sequence[str]) -> bool:
    """Whether a command ends where content is at fault; those that mark answers leave that to ``check``."""
    return command[0] not in {"mark", "results"}


def _files(root: Path, *ends: str) -> list[Path]:
    found = (path for top in ("content", "quizzes") for path in (root / "project" / top).rglob("*"))
    return sorted(path for path in found if path.suffix in (ends or (".yml", ".md")) and path.is_file())


def _parts(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(deep for key, part in inner for deep in _parts(part, (*path, key)))]


def structure(chance: random.Random, root: Path) -> Case:
    """A part of a record replaced by a value, dropped, said twice, or put under another key."""
    file = chance.choice(_files(root, ".yml"))
    value = copy.deepcopy(yaml.safe_load(file.read_text(encoding="utf-8")))
    path = chance.choice(_parts(value)[1:])
    within = value
    for step in path[:-1]:
        within = within[step]
    how = chance.choice(("never", "never", "odd", "odd", "drop", "twice", "key"))
    if how in {"never", "odd"}:
        within[path[-1]] = chance.choice(NEVER if how == "never" else ODD)
    elif how == "drop":
        del within[path[-1]]
    elif how == "twice" and isinstance(within, list):
        within.insert(0, copy.deepcopy(within[path[-1]]))
    elif isinstance(within, dict):
        within[chance.choice(("titel", "con", "ｉｄ", "", "a\u200b", "甲"))] = within.pop(path[-1])
    file.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return Case(
        f"{how} in {file.name} at {path}",
        _command(chance, root, "check", "check", "check", "bank", "exam"),
        how == "never",
    )


def raw(chance: random.Random, root: Path) -> Case:
    """Bytes of a file of content, of a page or of the settings flipped, cut, doubled or joined by a token."""
    others = [root / "project" / "mkdocs.yml", *sorted((root / "project" / "docs").rglob("*.md"))]
    file = chance.choice([*_files(root), *_files(root), *others])
    content = bytearray(file.read_bytes())
    tokens = []
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(content) + 1)
        how = chance.choice(("token", "token", "flip", "cut", "double", "drop"))
        if how == "token":
            tokens.append(chance.choice(TOKENS))
            content[at:at] = tokens[-1]
        elif how == "flip" and at < len(content):
            content[at] = chance.randrange(256)
        elif how == "cut":
            del content[at:]
        elif how == "double":
            content[at:at] = content[at : at + chance.randrange(400)]
        else:
            del content[at : at + chance.randrange(40)]
    file.write_bytes(content)
    held = b"\0" in content or "\u00ad".encode() in content
    command = _command(chance, root)
    forbidden = held and file.is_relative_to(root / "project" / "content") and _judges(command)
    return Case(f"bytes of {file.name}, tokens {[token[:12] for token in tokens]}", command, forbidden)


def stored(chance: random.Random, root: Path) -> Case:
    """Bytes or values of a JSON file that a command wrote before: lock, difficulties, manifest, key."""
    names = [root / "project" / "quizzes" / name for name in ("bank.lock.json", "difficulty.json")]
    file = chance.choice([*names, *sorted((root / "papers").rglob("*.json"))])
    text = (
        file.read_text(encoding="utf-8")
        if file.is_file()
        else '{"sittings": {"a": {"b": {"face": "c", "count": 40, "share": 1}}}}'
    )
    if chance.random() < 0.5:
        value = json.loads(text)
        path = chance.choice(_parts(value))
        within = value
        for step in path[:-1]:
            within = within[step]
        new = chance.choice((None, 0, -1, "", "../x", [], {}, 10**300, "甲", True))
        if path:
            within[path[-1]] = new
        else:
            value = new
        content = json.dumps(value, ensure_ascii=False).encode()
    else:
        at = chance.randrange(len(text) + 1)
        content = (
            text[:at].encode() + chance.choice((*TOKENS, b"[" * 100_000)) + text[at + chance.randrange(9) :].encode()
        )
    file.write_bytes(content)
    return Case(f"stored {file.name}", _command(chance, root, "check", "bank --check", "mark", "results"))


def answers(chance: random.Random, root: Path) -> Case:
    """A table of answers or a roll, as CSV or xlsx, with cells and headers exchanged, or with its bytes hurt."""
    heads = ["考号", "1", "2", "姓名", "单位", "卷", "", "考号", "99", "第1题", "=1+1", "甲\n乙", "\u200b考号"]
    cells = [
        "K1",
        "对",
        "错",
        "A",
        "AB",
        "",
        "=1",
        "1e300",
        "0012",
        "'1",
        "缺考",
        "甲" * 5000,
        "\u200bK1",
        "1;2",
        "√",
        "\x07",
        None,
        3,
        0.1,
        True,
        MINI_DAY,
    ]
    width = chance.randint(0, 8)
    rows: list[list[Any]] = [
        ["考号", "1", "2", *chance.choices(heads, k=width)] if chance.random() < 0.7 else chance.choices(heads, k=width)
    ]
    rows += [[chance.choice(cells) for _ in range(chance.randint(0, width + 3))] for _ in range(chance.randint(0, 12))]
    if chance.random() < 0.5:
        name, content = "answers.xlsx", _xlsx(chance, rows)
    else:
        text = chance.choice("\n\r").join(chance.choice(",;\t").join(str(cell) for cell in row) for row in rows)
        name, content = (
            "answers.csv",
            text.encode(chance.choice(("utf-8", "utf-8-sig", "gb18030", "utf-16")), "replace"),
        )
    if chance.random() < 0.4 and content:
        hurt = bytearray(content)
        for _ in range(chance.randint(1, 8)):
            hurt[chance.randrange(len(hurt))] = chance.randrange(256)
        content = bytes(hurt[: chance.choice((len(hurt), chance.randrange(len(hurt)) + 1))])
    (root / name).write_bytes(content)
    command = list(_command(chance, root, "mark", "results", "exam"))
    if command[0] == "exam":
        command += ["--draw", str(root / name)]
    else:
        command[2] = str(root / name)
    return Case(f"{name} of {len(rows)} rows", tuple(command))


def _xlsx(chance: random.Random, rows: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append([cell if not isinstance(cell, str) or cell.isprintable() else "" for cell in row])
    if chance.random() < 0.2:
        book.create_chartsheet("图", 0)
    out = io.BytesIO()
    book.save(out)
    if chance.random() < 0.5:
        return out.getvalue()
    parts = {name: zipfile.ZipFile(out).read(name) for name in zipfile.ZipFile(out).namelist()}
    name = chance.choice(sorted(parts))
    how = chance.choice(("lost", "cut", "value"))
    if how == "lost":
        del parts[name]
    elif how == "cut":
        parts[name] = parts[name][: chance.randrange(len(parts[name]) + 1)]
    else:
        parts[name] = parts[name].replace(
            chance.choice((b'"1"', b"A1", b"sheet", b"dimension", b"main")),
            chance.choice((b'"-1"', b"ZZZ9", b"", b"&x;")),
        )
    again = io.BytesIO()
    with zipfile.ZipFile(again, "w") as written:
        for part, content in parts.items():
            written.writestr(part, content)
    return again.getvalue()


def disk(chance: random.Random, root: Path) -> Case:
    """A file or folder of the project become something else, or something that is no file laid beside it."""
    project = root / "project"
    every = sorted(path for path in project.rglob("*") if path.is_relative_to(project))
    path = chance.choice(every)
    how = chance.choice(("pipe", "loop", "dangling", "folder", "file", "gone", "outside", "bytes", "deep", "upward"))
    beside = (path if path.is_dir() else path.parent) / f"new{chance.choice(('.yml', '.md', '.png'))}"
    forbidden = False
    if how in {"folder", "file", "gone"}:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        if how == "folder":
            path.mkdir()
        elif how == "file":
            path.write_bytes(b"- {id: a}\n")
    elif how == "pipe":
        os.mkfifo(beside)
        forbidden = _read(beside, project)
    elif how == "bytes":
        Path(os.fsdecode(os.fsencode(beside.parent) + b"/\xd6\xd0" + beside.suffix.encode())).write_bytes(b"")
    elif how == "deep":
        beside.parent.joinpath(*["d"] * 60).mkdir(parents=True)
    else:
        target = {"loop": beside.name, "dangling": "nothing", "outside": str(root.parent), "upward": ".."}[how]
        beside.symlink_to(target)
        forbidden = _read(beside, project)
    command = _command(chance, root)
    return Case(f"{how} at {path.relative_to(project)}", command, forbidden and _judges(command))


def _read(path: Path, project: Path) -> bool:
    """Whether a command must look at ``path``: any file of docs/, and content in a form that its folder takes."""
    inside = path.relative_to(project).parts
    return inside[0] == "docs" or (inside[0] == "content" and len(inside) > 2 and path.suffix != ".png")


def arguments(chance: random.Random, root: Path) -> Case:
    """Days that are none, targets that can't be written, addresses of nobody."""
    command = list(_command(chance, root, "check", "bank", "exam", "build", "stage", "mark"))
    if chance.random() < 0.5:
        day = chance.choice(DAYS)
        command[command.index("--as-of") + 1] = day
        return Case(f"day {day!a}", tuple(command), forbidden=True)
    (root / "letter").write_bytes(b"letter")
    (root / "round").symlink_to("round")
    targets = (
        root / "letter",
        root / "letter" / "x",
        root / "round",
        "/proc/x/y",
        "/dev/full",
        "甲" * 300,
        "/dev/null/x",
    )
    target = str(chance.choice(targets))
    if "--out" in command:
        command[command.index("--out") + 1] = target
    elif command[0] == "stage":
        command[1] = target
    else:  # writes nothing
        return Case("no target", tuple(command))
    # what writes a file writes it anew; a folder it is not
    anew = command[0] == "bank" and target == str(root / "letter")
    return Case(f"target {target[-20:]}", tuple(command), forbidden=not anew)


MUTATIONS: tuple[Mutation, ...] = (
    structure,
    structure,
    structure,
    raw,
    raw,
    raw,
    answers,
    answers,
    disk,
    disk,
    stored,
    arguments,
)
