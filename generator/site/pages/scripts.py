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
    """The module that imports every type's that has one, and names it by its id."""
    asked = [type for type in types.all_types() if type.script() is not None or (_TYPES / f"{type.id}.js").is_file()]
    names = [(f"type{number}", type.id) for number, type in enumerate(asked)]
    imports = "".join(f'import {name} from "./{id}.js";\n' for name, id in names)
    table = "".join(f'  "{id}": {name},\n' for name, id in names)
    return f"/** Item types by id; written by generator/site/pages/scripts.py. */\n\n{imports}\nexport const TYPES = {{\n{table}}};\n"


PAGE = PageKind("scripts", "脚本与样式", generate)
