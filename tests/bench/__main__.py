"""``python -m tests.bench NAME …``: measures what the project claims; one module here per measurement, with a main()."""

import importlib
import pkgutil
import sys

from tests import bench


def main(arguments: list[str]) -> int:
    """Run the bench named first with the rest of the arguments; list them when there is none of that name."""
    names = sorted(
        m.name.replace("_", "-")
        for m in pkgutil.iter_modules(bench.__path__)
        if not m.name.startswith(("_", "test_", "conftest"))
    )
    if not arguments or arguments[0] not in names:
        print(f"usage: python -m tests.bench {{{','.join(names)}}} …", file=sys.stderr)
        return 2
    return int(importlib.import_module(f"tests.bench.{arguments[0].replace('-', '_')}").main(arguments[1:]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
