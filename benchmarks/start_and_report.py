"""How long a person waits: for ``kit --help``, for a report, and for the same report again.

Each figure is the median of whole-process runs, told as a ratio to a baseline of the same run:

    python benchmarks/start_and_report.py
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

RUNS = 5


def seconds(*command: str, runs: int = RUNS) -> float:
    """The median wall time of a command, run as a process of its own, after one run that is not counted."""
    times = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", *command], check=True, capture_output=True)  # noqa: S603 - fixed commands
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def main() -> None:
    """Print every figure with its ratio."""
    python = seconds("this")
    pandas = seconds("timeit", "-n1", "-r1", "import pandas")
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder) / "chicago.html")
        fresh = seconds("kit", "report", "chicago", "-o", output, "--fresh", runs=1)
        again = seconds("kit", "report", "chicago", "-o", output)
    started = seconds("kit", "--help")
    altair = seconds("timeit", "-n1", "-r1", "import altair")
    shown = seconds("timeit", "-n1", "-r1", "import kit.show")
    rows = [
        ("python alone", python, python, "python alone"),
        ("kit --help", started, python, "python alone"),
        ("kit --help", started, pandas, "importing pandas"),
        ("import kit.show", shown, altair, "importing altair"),
        ("report, every notebook run", fresh, fresh, "itself"),
        ("report, nothing changed", again, fresh, "every notebook run"),
    ]
    for what, value, baseline, named in rows:
        sys.stdout.write(f"{what:<28} {value:7.2f} s   {value / baseline:6.3f} of {named}\n")


if __name__ == "__main__":
    main()
