"""Markdown files with front matter: a YAML head between two lines of ``---``, then the body."""

from dataclasses import dataclass
from pathlib import Path

from generator.problems import Place, Problems
from generator.reading.files import read_text, relative, report_odd
from generator.reading.marks import Marked
from generator.reading.yaml_source import parse_yaml

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """A Markdown file.

    Attributes:
        head: the front matter.
        body: the Markdown below it.
        body_at: where the body begins.
    """

    head: Marked
    body: str
    body_at: Place


def read_markdown(root: Path, path: Path, problems: Problems) -> Document | None:
    """Read a Markdown file that must have front matter; None and a Problem where it has none."""
    text = read_text(root, path, problems)
    if text is None:
        return None
    file = relative(root, path)
    lines = text.split("\n")  # not splitlines, which also breaks at characters that editors do not count as lines
    try:
        if lines[0].rstrip() != FENCE:
            raise ValueError
        end = next(i for i, line in enumerate(lines[1:], start=1) if line.rstrip() == FENCE)
    except (IndexError, ValueError, StopIteration):
        problems.error(Place(file, 1), "E108", "文件开头没有前置数据", "第一行写 ---，接着写字段，再以 --- 结束。")
        return None
    head = parse_yaml("\n".join(lines[1:end]), file, problems, first_line=2)
    if head is None:
        return None
    rest = "\n".join(lines[end + 1 :])
    report_odd(text, file, 0, problems)
    blank = len(rest) - len(rest.lstrip("\n"))
    return Document(head, rest.strip("\n") + "\n", Place(file, end + 2 + blank))
