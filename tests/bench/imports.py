"""Files as offices keep them, imported and held against what each must give.

``python -m tests.bench imports FOLDER``: the folder holds ``expected.json`` and a folder for each sort of file.  What
``level`` calls ``must`` counts; of what is ``good`` the share is told.  Exit code 1: something that must hold does not, or none of
the files is there.
"""

import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from tests.bench._import_lists import lists
from tests.bench._import_questions import questions

#: Folder → what scores it: its path, what is expected, the day → messages of what does not hold, and lines to tell.
SORTS: Mapping[str, Callable[[Path, Mapping[str, Any], str], tuple[list[str], list[str]]]] = {
    "lists": lists,
    "questions": questions,
}


def main(arguments: list[str]) -> int:
    """Score every sort of file that the folder has."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "expected.json").is_file():
        print("usage: python -m tests.bench imports FOLDER, with expected.json in it", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    faults, scored = list[str](), 0
    for sort, score in SORTS.items():
        if (folder / sort).is_dir() and expected.get(sort):
            scored += 1
            found, lines = score(folder / sort, expected[sort], expected["as_of"])
            faults += found
            print("\n".join(lines))
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults or not scored else 0
