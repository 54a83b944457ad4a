"""The schemas that editors read: they accept what the project holds, and name what the files name."""

import datetime
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from generator.kinds import kinds
from generator.library.schemas import schemas
from generator.questions.serial import bank_schema
from tests.conftest import MINI, ROOT

SCHEMAS = schemas()
LINE = re.compile(r"^# yaml-language-server: \$schema=(\S+)$", re.MULTILINE)
FOLDERS = {kind.folder: kind for kind in kinds() if kind.folder}


def files(root: Path) -> list[Path]:
    found = [path for folder in FOLDERS for path in sorted((root / folder).rglob("*")) if path.is_file()]
    return [*found, root / "content" / "site.yml"]


ALL = [*files(MINI), *files(ROOT)]


def name_of(path: Path) -> str:
    """The schema that belongs to a content file."""
    if path.name == "site.yml":
        return "site"
    return next(kind.name for folder, kind in FOLDERS.items() if f"/{folder}/" in path.as_posix())


def plain(value: Any) -> Any:
    """As JSON would have it: dates are text."""
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [plain(part) for part in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def head(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text.split("---\n")[1] if path.suffix == ".md" else text


def test_there_is_a_schema_for_every_kind() -> None:
    assert set(SCHEMAS) == {kind.name for kind in kinds()} | {"site"}


def described(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Path and description of every field in a schema."""
    if isinstance(value, dict):
        fields = value.get("properties")
        for name, field in (fields if isinstance(fields, dict) else {}).items():
            if name not in {"defaults", "records"}:
                yield f"{path}/{name}", field.get("description", "")
        for key, part in value.items():
            yield from described(part, f"{path}/{key}")
    elif isinstance(value, list):
        for part in value:
            yield from described(part, path)


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_field_says_in_chinese_what_to_write(name: str) -> None:
    found = list(described(SCHEMAS[name]))
    assert found
    assert [path for path, text in found if not re.search("[一-龥]{2}", text)] == [], (
        "write it in SAYS of the model, or describe the field"
    )


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_every_schema_is_one(name: str) -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


def test_the_bank_has_one_too() -> None:
    jsonschema.Draft202012Validator.check_schema(bank_schema())


@pytest.mark.parametrize("path", ALL, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_content_keeps_to_its_schema(path: Path) -> None:
    jsonschema.Draft202012Validator(SCHEMAS[name_of(path)]).validate(plain(yaml.safe_load(head(path))))


@pytest.mark.parametrize(
    "path", [path for path in ALL if path.suffix == ".yml"], ids=lambda path: path.relative_to(ROOT).as_posix()
)
def test_content_names_the_schema_that_is_written_for_it(path: Path) -> None:
    found = LINE.findall(head(path))
    up = "../" * (len(path.relative_to(MINI if path.is_relative_to(MINI) else ROOT).parts) - 1)
    assert found == [f"{up}schemas/{name_of(path)}.schema.json"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("topic", [{"id": "a", "titel": "x"}]),
        ("topic", [{"id": "a"}]),
        ("topic", {"records": [{"id": "a", "titel": "x"}]}),
        ("topic", {"defaults": {"titel": "x"}, "records": []}),
        ("topic", [{"id": "A b", "title": "x"}]),
        ("regulation", [{"id": "a", "title": "x", "rank": "法", "issuer": "x", "versions": []}]),
        ("statistic", [{"id": "a", "metric": "x", "period": "2018", "value": "12", "unit": "x", "group": "x"}]),
        ("site", {"nam": "x"}),
    ],
)
def test_schemas_refuse_what_the_models_refuse(name: str, value: Any) -> None:
    assert not jsonschema.Draft202012Validator(SCHEMAS[name]).is_valid(value)


def test_the_command_writes_them_all(pufa: Callable[..., Any], tmp_path: Path) -> None:
    done = pufa("schema", tmp_path / "schemas")
    assert done.returncode == 0, done.stderr
    written = {path.name for path in (tmp_path / "schemas").iterdir()}
    assert written == {f"{name}.schema.json" for name in [*SCHEMAS, "bank"]}
    for path in (tmp_path / "schemas").iterdir():
        assert json.loads(path.read_text(encoding="utf-8"))["$schema"].startswith("https://json-schema.org/")
