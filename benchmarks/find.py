"""How fast quotations, times and hedges are found on one core, in how much memory, and that time grows as the text does.

    python benchmarks/find.py [--size CHARACTERS] [FILE]

* speed: on invented articles (`benchmarks/prose.py`) or on those of FILE (JSON Lines with "text", .gz too), as a ratio to
  a plain regular expression for marks with the nearest capitalised name, in the same run;
* memory: the peak of a process that reads 2,000 articles, then of one that reads 20,000;
* growth: texts that break rules, at one size and at ten times that size; ten is linear;
* the command, `kit quotes`, on one worker and on as many as there are cores.
"""

import argparse
import gzip
import json
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
from bisect import bisect
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from generated import ROLES
from prose import article, articles, record

Finder = Callable[[str], Any]

SLOW = 1e-4
"""Seconds a character; a text slower than that at a tenth of its size is not tried at all of it."""

_MARKS = re.compile(r"[\"“]([^\"“”\n]+)[\"”]")
_NAMES = re.compile(r"[A-Z]\w+ [A-Z]\w+")


def baseline(text: str) -> list[tuple[str, str]]:
    """The least a finder can do: what is in marks, with the name that begins nearest."""
    names = [(name.start(), name.group()) for name in _NAMES.finditer(text)]
    found = []
    for words in _MARKS.finditer(text):
        at = bisect(names, (words.start(), ""))
        near = min(names[max(0, at - 1) : at + 1], key=lambda name: abs(name[0] - words.start()), default=(0, ""))
        found.append((words.group(1), near[1]))
    return found


def finders() -> dict[str, Finder]:
    """What is timed, by the name printed; what is failed is left out."""
    from kit.find.hedges import hedges  # noqa: PLC0415 - the child processes need one of them
    from kit.find.quotations import quotes  # noqa: PLC0415

    found: dict[str, Finder] = {"quotes": quotes, "hedges": hedges}
    try:
        from kit.find.times import times  # noqa: PLC0415
    except ImportError:
        return found
    return {"quotes": quotes, "times": lambda text: times(text, "2031-03-14"), "hedges": hedges}


def seconds(act: Callable[[], Any]) -> float:
    """The processor time of an act, so that others on the machine count little."""
    start = time.process_time()
    act()
    return time.process_time() - start


def read(file: Path) -> Iterator[str]:
    """The texts of a file, one after the other."""
    with (gzip.open if file.suffix == ".gz" else open)(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)["text"]


def run(find: Finder, texts: Iterable[str]) -> None:
    """Find in each text and forget."""
    for text in texts:
        find(text)


def tell(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def speed(texts: list[str]) -> None:
    """Articles and characters a second; the better of two runs."""
    size = sum(map(len, texts))
    tell(f"{len(texts):,} articles, {size / len(texts):,.0f} characters each\n")
    tell(f"{'what':<10}{'seconds':>9}{'ratio':>8}{'articles/s':>12}{'MB/s':>7}{'ms each':>9}")
    least = 0.0
    for name, find in {"baseline": baseline, **finders()}.items():
        taken = min(seconds(lambda find=find: run(find, texts)) for _ in range(2))
        least = least or taken
        tell(
            f"{name:<10}{taken:9.2f}{taken / least:8.1f}{len(texts) / taken:12,.0f}{size / taken / 1e6:7.1f}"
            f"{taken / len(texts) * 1000:9.2f}"
        )


def memory(counts: tuple[int, ...] = (2_000, 20_000)) -> None:
    """The peak of a process of its own for each length of stream."""
    tell(f"\n{'stream of':<20}{'peak':>8}")
    for number in counts:
        called = [sys.executable, __file__, "--peak", str(number)]
        ended = subprocess.run(called, capture_output=True, text=True, check=False)  # noqa: S603 - this very file
        told = f"{ended.stdout.strip():>8} MB" if ended.returncode == 0 else ended.stderr.strip().rpartition("\n")[2]
        tell(f"{number:>7,} articles    {told}")


def peak(count: int) -> None:
    """Find everything in a stream of articles, none of them kept, and print the most memory there was."""
    found = finders().values()
    for text in articles(count):
        for find in found:
            find(text)
    tell(f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:,.0f}")


def _repeated(words: str) -> Callable[[int], str]:
    return lambda size: (words * (size // len(words) + 1))[:size]


def _nested(size: int) -> str:
    return "“‘" * (size // 4) + "a" + "’”" * (size // 4)


def _peopled(size: int) -> str:
    """Every quotation has a speaker of its own, with a role, who comes back by surname."""
    parts, length = [], 0
    for n in count():
        name = "".join(chr(97 + n // 26**k % 26) for k in range(5))
        parts.append(
            f"“It was so,” said Ann M{name}, the mayor of B{name}. “No,” M{name} told the {ROLES[n % len(ROLES)]}.\n"
        )
        length += len(parts[-1])
        if length >= size:
            break
    return "".join(parts)[:size]


HOSTILE: Mapping[str, Callable[[int], str]] = {
    "an article": lambda size: article(1, size),
    "one line": lambda size: article(1, size).replace("\n", " "),
    "all capitals": lambda size: article(1, size).upper(),
    "no marks": lambda size: re.sub("[“”\"‘’«»„`']", "", article(1, size)),
    "no full stops": lambda size: article(1, size).replace(".", "").replace("\n", " "),
    "marks never closed": lambda size: article(1, size).replace("”", "“").replace('"', "“"),
    "100 marks a thousand": _repeated("“So it was,” said Ann Lee. "),
    "ever new people": _peopled,
    "no spaces": _repeated("a"),
    "no spaces, mixed": _repeated("Said“May’s-Lee,5"),
    "only marks, straight": _repeated('"'),
    "only marks, opening": _repeated("“"),
    "only marks, all": _repeated("“”\"‘’'«»„`"),
    "only apostrophes": _repeated("'a "),
    "deep nesting": _nested,
    "only full stops": _repeated("."),
    "only commas": _repeated(", "),
    "only brackets": _repeated("(["),
    "only blank lines": _repeated("\n"),
    "only spaces": _repeated(" "),
    "only dashes": _repeated("— -"),
    "only digits": _repeated("1"),
    "only numbers": _repeated("about 30 May 5, 2031 10:30 "),
    "only cues": _repeated("said he claimed that "),
    "only names": _repeated("Ann Lee "),
    "only initials": _repeated("A. B. "),
    "only hedges": _repeated("may have reportedly "),
    "only times": _repeated("since last Monday "),
    "only colons": _repeated("Lee: a\n"),
}
"""Texts that break rules, each of a size asked for."""


LONG = frozenset(("an article", "one line", "no spaces"))
"""Texts tried at LONGER times the size of the others."""

LONGER = 10


def growth(size: int) -> None:
    """Seconds at one size and at ten times that size."""
    tell(f"\n{'':<22}{'':>10}" + "".join(f"{name:>27}" for name in finders()))
    tell(f"{'text':<22}{'size':>10}" + f"{'seconds':>11}{'tenfold':>10}{'ratio':>6}" * len(finders()))
    for name, make in HOSTILE.items():
        first = size * (LONGER if name in LONG else 1)
        texts = [make(first // 10), make(first), make(10 * first)]
        tell(f"{name:<22}{first / 1e6:7g} MB" + "".join(_grown(find, texts) for find in finders().values()))


def _grown(find: Finder, texts: list[str]) -> str:
    probe, small, large = texts
    if (taken := seconds(lambda: find(probe))) > SLOW * len(probe):
        return f"{f'{taken:.2f} s for {len(probe):,}':>21}{'slow':>6}"
    first = min(seconds(lambda: find(small)) for _ in range(2))
    last = seconds(lambda: find(large))
    return f"{first:11.2f}{last:10.2f}{last / max(first, 1e-3):6.1f}"


def command(texts: list[str]) -> None:
    """Wall time of the command, its start included."""
    kit = Path(sys.executable).with_name("kit")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "articles.jsonl")
        file.write_text("".join(json.dumps(record(n, text)) + "\n" for n, text in enumerate(texts)), encoding="utf-8")
        for jobs in sorted({1, os.cpu_count() or 1}):
            start = time.perf_counter()
            called = [str(kit), "quotes", str(file), "--format", "jsonl", "--jobs", str(jobs)]
            with Path(folder, "out").open("w") as out:
                ended = subprocess.run(called, stdout=out, stderr=subprocess.DEVNULL, check=False)  # noqa: S603 - our own
            taken = time.perf_counter() - start
            rate = f"{taken:8.2f} s {len(texts) / taken:8,.0f} articles/s"
            tell(f"kit quotes --jobs {jobs}   {rate if ended.returncode == 0 else 'failed'}")


def main() -> None:
    """Print every figure."""
    wanted = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    wanted.add_argument("file", nargs="?", type=Path)
    wanted.add_argument("--size", type=int, default=150_000, help="of the texts that break rules; 0 leaves them out")
    wanted.add_argument("--articles", type=int, default=2_000, help="how many are invented for the speed")
    wanted.add_argument("--peak", type=int, help=argparse.SUPPRESS)
    told = wanted.parse_args()
    if told.peak:
        peak(told.peak)
        return
    texts = list(read(told.file) if told.file else articles(told.articles))
    tell("")
    command(texts)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    speed(texts)
    memory()
    if told.size:
        growth(told.size)


if __name__ == "__main__":
    main()
