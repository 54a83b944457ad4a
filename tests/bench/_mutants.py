"""What cosmic-ray could change in a module: one change for each place, of those that change what the module does.

Left out are changes that say nothing of the tests: annotations and decorators (typing and dataclasses are no logic of ours),
``zip``'s ``strict`` (a guard that no input reaches), the ``*`` before arguments that are given by name, which is no
multiplication, and ``==`` for ``is`` and back, which are the same for what is compared here.
"""

import ast
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from cosmic_ray import plugins
from cosmic_ray.ast import ast_nodes, get_ast
from cosmic_ray.mutating import mutate_code

SAME = {"Eq_Is", "NotEq_IsNot", "Is_Eq", "IsNot_NotEq"}
LEFT_OUT = {"RemoveDecorator"}
Span = tuple[tuple[int, int], tuple[int, int]]


@dataclass(frozen=True, slots=True, order=True)
class Mutant:
    """One change of one module.

    Attributes:
        path: of the module, below the repository.
        line: where the change begins.
        operator, occurrence: what cosmic-ray is asked for.
    """

    path: str
    line: int
    operator: str
    occurrence: int

    @property
    def id(self) -> str:
        """Path, line and kind of change."""
        return f"{self.path}:{self.line} {self.operator.partition('/')[2]} {self.occurrence}"

    def applied(self, source: str) -> str:
        """The module with the change."""
        changed = mutate_code(source, plugins.get_operator(self.operator)(), self.occurrence)
        if changed is None:
            raise ValueError(f"{self.id}: nothing to change there")
        return str(changed)


def sample(root: Path, paths: Iterable[str], count: int, seed: int) -> list[Mutant]:
    """``count`` places of the modules drawn by ``seed``, with one change at each; all where there are fewer.  In order."""
    places = [
        (path, place) for path in paths for place in sorted(changes((root / path).read_text("utf-8"), path).items())
    ]
    chance = random.Random(seed)
    drawn = (_one(root / path, mutants, chance) for path, (_, mutants) in chance.sample(places, len(places)))
    return sorted(islice((mutant for mutant in drawn if mutant), count))


def _one(path: Path, mutants: list[Mutant], chance: random.Random) -> Mutant | None:
    """Any of the changes of one place that is Python; None where none of them is."""
    source = path.read_text("utf-8")
    called = _called(source)
    return next((one for one in chance.sample(mutants, len(mutants)) if _called(one.applied(source)) == called), None)


def _called(source: str) -> list[tuple[int, int]] | None:
    """How many arguments of each function are given by place alone and by name alone: ``/`` for ``*`` among them is no other sum.

    None where it is no Python: cosmic-ray puts ``not`` before an assignment within a condition.
    """
    try:
        found = ast.walk(ast.parse(source))
    except SyntaxError:
        return None
    return [(len(one.posonlyargs), len(one.kwonlyargs)) for one in found if isinstance(one, ast.arguments)]


def changes(source: str, path: str) -> dict[tuple[int, int], list[Mutant]]:
    """By line and column, all that could be changed there."""
    tree = get_ast(source)
    quiet = [_span(node, source.splitlines()) for node in _quiet(ast.parse(source))]
    nodes = list(ast_nodes(tree))
    found: dict[tuple[int, int], list[Mutant]] = {}
    for name in _operators():
        operator = plugins.get_operator(name)()
        positions = (start for node in nodes for start, _ in operator.mutation_positions(node))
        for occurrence, start in enumerate(positions):
            if not any(first <= start < last for first, last in quiet):
                found.setdefault(start, []).append(Mutant(path, start[0], name, occurrence))
    return found


@cache
def _operators() -> tuple[str, ...]:
    return tuple(
        name
        for name in plugins.operator_names()
        if not plugins.get_operator(name).arguments()
        and name.partition("/")[2] not in LEFT_OUT
        and not any(name.endswith(same) for same in SAME)
    )


def _quiet(module: ast.Module) -> Iterator[ast.expr]:
    """Where a change would not be one of what the module does."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from node.decorator_list
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.returns:
            yield node.returns
        if isinstance(node, ast.arg | ast.AnnAssign) and node.annotation:
            yield node.annotation
        if isinstance(node, ast.keyword) and node.arg == "strict":
            yield node.value
        if isinstance(node, ast.Assign) and _is_type(node.value):
            yield node.value
        if isinstance(node, ast.AnnAssign) and node.value and ast.unparse(node.annotation) == "TypeAlias":
            yield node.value


def _is_type(value: ast.expr) -> bool:
    """``Words = str | tuple[str, …]``: a name for a type."""
    if isinstance(value, ast.BinOp) and isinstance(value.op, ast.BitOr):
        return _is_type(value.left) and _is_type(value.right)
    named = value.value if isinstance(value, ast.Subscript) else value
    if isinstance(named, ast.Constant):
        return named.value is None
    return isinstance(named, ast.Name) and (
        named.id[0].isupper() or named.id in {"str", "int", "float", "tuple", "list", "dict"}
    )


def _span(node: ast.expr, lines: list[str]) -> Span:
    """Where it begins and ends, as line and character; Python counts bytes."""
    ends = ((node.lineno, node.col_offset), (node.end_lineno or node.lineno, node.end_col_offset or 0))
    first, last = ((line, len(lines[line - 1].encode()[:at].decode())) for line, at in ends)
    return first, last


def reached_by(source: str, line: int) -> range:
    """Lines of the innermost statement around a line, without the statements within it: what a trace may name for it."""
    best = range(line, line + 1)
    smallest = float("inf")
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.stmt):
            continue
        body = getattr(node, "body", None)
        last = body[0].lineno - 1 if body and isinstance(body, list) else node.end_lineno or node.lineno
        size = last - node.lineno
        if node.lineno <= line <= last and size < smallest:
            best, smallest = range(node.lineno, last + 1), size
    return best
