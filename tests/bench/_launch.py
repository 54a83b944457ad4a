"""Runs one command and writes what it took: ``python _launch.py SECONDS RESULT.json COMMAND …``.

A process of its own, because Linux counts as a child's greatest memory what its parent held when it began; this one holds
little.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from threading import Timer


def main(limit: str, result: str, *command: str) -> int:
    """Run ``command``, kill it after ``limit`` seconds, and return what it returned."""
    started = time.perf_counter()
    process = subprocess.Popen(command)
    timer = Timer(float(limit), process.kill)
    timer.start()
    _, status, used = os.wait4(process.pid, 0)
    timer.cancel()
    taken = (time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
    Path(result).write_text(json.dumps(taken), encoding="utf-8")
    return abs(os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
