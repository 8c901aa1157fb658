"""How long the comparison of a large case takes on one core, as ratios to the least work that any comparison must do.

    python benchmarks/compare.py [ARTICLES [CLAIMS [QUESTIONS [SEED]]]]

* the case is generated (`benchmarks/generated.py`): 500 articles and 50,000 claims unless told otherwise;
* the baseline is a self-merge of the claims on their question: the pairs alone, with no verdict;
* each thing is timed once, in one process and in the order printed; a chart's size is that of its specification.
"""

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from generated import Sizes, make

from kit import case as cases
from kit.case import Case


def seconds(act: Callable[[], Any]) -> tuple[float, Any]:
    """The wall time of an act, and what it returned."""
    start = time.perf_counter()
    result = act()
    return time.perf_counter() - start, result


def pairs(case: Case) -> Any:
    """The least that a comparison must do: every pair of claims on a question, once."""
    claims = case.claims[["question"]].assign(place=range(len(case.claims)))
    claims["question"] = claims["question"].astype("category").cat.codes
    both = claims.merge(claims, on="question")
    return both[both["place_x"] < both["place_y"]]


def tables() -> dict[str, Callable[[Case], Any]]:
    """What is computed, by the name printed."""
    from kit.compare.coverage import answers  # noqa: PLC0415 - not timed
    from kit.compare.hedges import hedges  # noqa: PLC0415
    from kit.compare.orders import cycles  # noqa: PLC0415
    from kit.compare.origins import support  # noqa: PLC0415
    from kit.compare.shifts import shifts  # noqa: PLC0415
    from kit.compare.silences import coverage_by_group, left_out, only_one  # noqa: PLC0415
    from kit.compare.verdicts import verdicts  # noqa: PLC0415

    return {
        "verdicts": verdicts, "coverage": answers, "only one": only_one, "left out": left_out,
        "coverage by group": coverage_by_group, "orders: cycles": cycles, "origins: support": support,
        "shifts": shifts, "hedges": hedges,
    }  # fmt: skip


def size(chart: Any) -> int:
    """Kilobytes of a chart's specification with its table."""
    return len(json.dumps(chart.to_dict(), separators=(",", ":"))) // 1000


def tell(what: str, taken: float, baseline: float, more: str = "") -> None:
    """Print a line of the table."""
    sys.stdout.write(f"{what:<28} {taken:8.2f} s {taken / baseline:8.2f}  {more}\n")
    sys.stdout.flush()


def main(numbers: list[int]) -> None:
    """Print every figure with its ratio."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    from kit import show  # noqa: PLC0415 - pandas and Altair start on the one core too

    with tempfile.TemporaryDirectory() as folder:
        make(Path(folder), Sizes(*numbers[:3]), *numbers[3:])
        opened, case = seconds(lambda: cases.open(folder))
    baseline, found = seconds(lambda: pairs(case))
    sys.stdout.write(f"{case!r}\n{len(found):,} pairs of answers\n\n")
    tell("baseline: self-merge", baseline, baseline)
    del found
    tell("opening the case", opened, baseline)
    for name, table in tables().items():
        taken, rows = seconds(lambda table=table: table(case))
        tell(name, taken, baseline, f"{len(rows):,} rows")
        del rows
    for chart in show.CHARTS:
        taken, drawn = seconds(lambda chart=chart: chart(case))
        tell(f"chart: {chart.__name__}", taken, baseline, f"{size(drawn):,} KB")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    sys.stdout.write(f"\nat most {memory:,} MB of memory\n")


if __name__ == "__main__":
    main([int(number) for number in sys.argv[1:]])
