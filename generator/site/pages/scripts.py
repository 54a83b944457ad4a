"""The scripts and styles of pages, joined (see bundles.py): pufa's own, and those of item types that another package brings.

The scripts of pufa's own types lie in assets/js/types; a type of another package has its script beside its module.
"""

from collections.abc import Iterator

from generator.questions import types
from generator.site import bundles
from generator.site.context import Context
from generator.site.page import Asset, PageKind
from generator.templating import ASSETS

_TYPES = ASSETS / "js" / "types"
#: The script of types that have none: the item is read, not answered.
_PLAIN = "_plain"


def generate(context: Context) -> Iterator[Asset]:
    """Yield every joined file."""
    for path, text in bundles.written(sources()):
        yield Asset(path, text.encode())


def sources() -> dict[str, str]:
    """All modules, by their path below assets/js."""
    folder = ASSETS / "js"
    found = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.js"))
    }
    scripts = {f"types/{type.id}.js": script for type in types.all_types() if (script := type.script()) is not None}
    return {**found, **{path: script.decode() for path, script in scripts.items()}, "types/index.js": type_table()}


def type_table() -> str:
    """The module that names the script of every type by the type's id: its own, or the one that reads any item."""
    scripts = {type.id: type.id if _is_scripted(type) else _PLAIN for type in types.all_types()}
    names = {script: f"type{number}" for number, script in enumerate(dict.fromkeys(scripts.values()))}
    imports = "".join(f'import {name} from "./{script}.js";\n' for script, name in names.items())
    table = "".join(f'  "{id}": {names[script]},\n' for id, script in scripts.items())
    return f"/** Item types by id; written by generator/site/pages/scripts.py. */\n\n{imports}\nexport const TYPES = {{\n{table}}};\n"


def _is_scripted(type: types.ItemType) -> bool:
    return type.script() is not None or (_TYPES / f"{type.id}.js").is_file()


PAGE = PageKind("scripts", "脚本与样式", generate)
