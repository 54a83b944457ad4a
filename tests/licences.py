"""``python -m tests.licences``: the licences of all that ``make`` installs to run pufa, as a table for locked/LICENCES.md."""

import re
import sys
from importlib.metadata import PackageMetadata, metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_NAME = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", re.MULTILINE)
_CLASSIFIER = "License :: "


def locked(name: str) -> dict[str, str]:
    """Package → version in a file of locked/."""
    return dict(_NAME.findall((ROOT / "locked" / name).read_text(encoding="utf-8")))


def licence(package: PackageMetadata) -> str:
    """What a package says of its licence, in a line: its expression, its classifiers, or the first line of its text."""
    if expression := package.get("License-Expression"):
        return str(expression)
    named = [line.rsplit(" :: ", 1)[1] for line in package.get_all("Classifier", []) if line.startswith(_CLASSIFIER)]
    named = [name for name in named if name != "OSI Approved"]
    text = (package.get("License") or "").strip().split("\n")[0]
    return "、".join(named) or text or "?"


def table() -> str:
    """The page."""
    lines = [
        "# 运行 pufa 所装的软件包及其许可",
        "",
        "由 `make lock` 写出；版本和摘要在 [run.txt](run.txt)。",
        "",
        "| 软件包 | 许可 |",
        "|---|---|",
    ]
    for name in sorted(locked("run.txt"), key=str.lower):
        try:
            lines.append(f"| {name} | {licence(metadata(name))} |")
        except ModuleNotFoundError:  # of another system
            lines.append(f"| {name} | （仅其他系统需要） |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.stdout.write(table())
