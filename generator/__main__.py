"""``python -m generator`` and the ``pufa`` command."""

import signal
import sys
from types import FrameType

from generator.cli import make_app
from generator.gate import Terminated
from generator.registry import ExtensionError, check_extensions

_TERMINATED = 128 + signal.SIGTERM


def main() -> None:
    """Run the command line; with an extension that is not whole, nothing runs."""
    for stream in (sys.stdout, sys.stderr):
        # A console that can't show a sign (cp1252, cp437, ASCII; a file name that is no UTF-8) shows its number instead.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    signal.signal(signal.SIGTERM, _stop)
    try:
        check_extensions()
        app = make_app(sys.argv[1:])
    except ExtensionError as error:
        print(error, file=sys.stderr)
        sys.exit(1)
    app(prog_name="pufa")


def _stop(_signal: int, _frame: FrameType | None) -> None:
    """End as after an interrupt, so that what was being written is cleared away."""
    raise Terminated(_TERMINATED)


if __name__ == "__main__":
    main()
