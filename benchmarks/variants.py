"""How long a million quotations take to group, in how much memory, and how many of the planted variants are found.

    python benchmarks/variants.py [COUNT…]

* the quotations are invented (`benchmarks/quotations.py`): 100,000 and 1,000,000 unless told otherwise;
* each size runs `kit variants` in a process of its own on one core, reading and writing included; then the grouping
  alone, of quotations that are in memory; time is processor time;
* the baseline, in the same run: read, group exact texts with pandas, write;
* recall: variants in the group of their source; precision: variants and sources whose group has no source of another
  utterance (what a splice joins is one, as `kit/compare/variants` says).
"""

import json
import os
import random
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

from quotations import Made

BASELINE = """
import sys, orjson, pandas as pd
rows = pd.DataFrame([orjson.loads(line) for line in open(sys.argv[1], "rb")])
rows["utterance"] = rows.groupby("text")["id"].transform("first")
sys.stdout.buffer.writelines(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE) for row in rows[["id", "utterance"]].to_dict("records"))
"""

GROUPING = """
import sys, time, orjson
from kit.compare.variants.grouping import Quotations, utterances
rows = [orjson.loads(line) for line in open(sys.argv[1], "rb")]
columns = [row["id"] for row in rows], [row["text"] for row in rows]
del rows
begun = time.process_time()
utterances(Quotations(*columns))
print(time.process_time() - begun)
"""


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def run(command: list[str], out: Path) -> tuple[float, int]:
    """The processor seconds of a command, and its peak in MB."""
    with out.open("wb") as stream:
        started = subprocess.Popen([sys.executable, *command], stdout=stream)  # noqa: S603 - our own interpreter
        _, status, usage = os.wait4(started.pid, 0)
    if status:
        sys.exit(f"{' '.join(command[:3])}: status {status}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024


def write(folder: Path, count: int) -> list[tuple[str, int]]:
    """The quotations, shuffled, as JSON Lines; and the kind and source of each line."""
    rows = list(Made().quotations(count))
    random.Random(2).shuffle(rows)  # noqa: S311 - nothing secret
    with (folder / "in.jsonl").open("w", encoding="utf-8") as lines:
        lines.writelines(
            json.dumps({"id": f"q{n}", "text": row[0]}, ensure_ascii=False) + "\n" for n, row in enumerate(rows)
        )
    return [row[1:3] for row in rows]


def found(out: Path, known: list[tuple[str, int]]) -> str:
    """Recall by kind, and precision."""
    utterance = [json.loads(line)["utterance"] for line in out.open(encoding="utf-8")]
    of_source = {source: utterance[n] for n, (kind, source) in enumerate(known) if kind in ("source", "twice")}
    whole, hits = Counter[str](), Counter[str]()
    sources = defaultdict(set)
    for n, (kind, source) in enumerate(known):
        sources[utterance[n]].add(source)
        if kind not in ("source", "twice"):
            whole[kind] += 1
            hits[kind] += utterance[n] == of_source[source]
    pure = sum(len(sources[group]) == 1 for group in utterance) / len(utterance)
    kinds = ", ".join(f"{kind} {hits[kind] / whole[kind]:.3f}" for kind in sorted(whole))
    return f"recall {hits.total() / max(whole.total(), 1):.3f} ({kinds}), precision {pure:.3f}"


def main(counts: list[int]) -> None:
    """Print a block for each size, and how time grows."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    times = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in counts:
            known = write(folder, count)
            tell(f"{len(known):,} quotations, {(folder / 'in.jsonl').stat().st_size / 1e6:,.0f} MB")
            least, _ = run(["-c", BASELINE, str(folder / "in.jsonl")], folder / "base.jsonl")
            taken, peak = run(
                ["-m", "kit", "variants", str(folder / "in.jsonl"), "--format", "jsonl"], folder / "out.jsonl"
            )
            run(["-c", GROUPING, str(folder / "in.jsonl")], folder / "grouping.txt")
            alone = float((folder / "grouping.txt").read_text())
            times.append(alone)
            tell(f"  exact copies (pandas) {least:6.1f} s")
            tell(f"  kit variants          {taken:6.1f} s, {taken / least:.1f} times that, {peak:,} MB")
            tell(f"  grouping alone        {alone:6.1f} s")
            tell(f"  {found(folder / 'out.jsonl', known)}")
    if len(times) > 1:
        tell(
            f"grouping alone grows {times[-1] / times[0]:.1f} times for {counts[-1] / counts[0]:.1f} times the quotations"
        )


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]] or [100_000, 1_000_000])
