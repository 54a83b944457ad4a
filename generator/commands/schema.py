"""pufa schema: JSON Schemas, for editors that complete and check while one writes."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command, not_the_root
from generator.keeping import write_files
from generator.library.schemas import schema_text, schemas
from generator.questions import types
from generator.questions.serial import bank_schema


def run(
    folder: Annotated[Path, typer.Argument(metavar="目录", help="写到哪里", callback=not_the_root)] = Path("schemas"),
) -> None:
    """Write one schema per kind, and that of the bank."""
    written = {**schemas(types.editor_values()), "bank": bank_schema()}
    write_files({folder / f"{name}.schema.json": schema_text(schema).encode() for name, schema in written.items()})
    print(f"已写出 {len(written)} 个 JSON Schema 到 {folder}/。")


COMMAND = Command(
    "schema",
    "写出 JSON Schema，编辑器据此提示字段、检查错误。",
    ("pufa schema", "pufa schema schemas"),
    run,
)
