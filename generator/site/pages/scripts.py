"""The table of item types for the page's scripts, and the scripts of types that another package brings.

The scripts of pufa's own types lie in assets/js/types; a type of another package has its script beside its module.
"""

from collections.abc import Iterator

from generator.questions import types
from generator.site.context import Context
from generator.site.page import Asset, PageKind

_FOLDER = "assets/pufa/js/types"


def generate(context: Context) -> Iterator[Asset]:
    """Yield the table, and each script that is not among the assets."""
    yield Asset(f"{_FOLDER}/index.js", type_table().encode())
    for type in types.all_types():
        script = type.script()
        if script is not None:
            yield Asset(f"{_FOLDER}/{type.id}.js", script)


def type_table() -> str:
    """The module that imports every type's and names it by its id."""
    names = [(f"type{number}", type.id) for number, type in enumerate(types.all_types())]
    imports = "".join(f'import {name} from "./{id}.js";\n' for name, id in names)
    table = "".join(f'  "{id}": {name},\n' for name, id in names)
    return f"/** Item types by id; written by generator/site/pages/scripts.py. */\n\n{imports}\nexport const TYPES = {{\n{table}}};\n"


PAGE = PageKind("scripts", "题型脚本", generate)
