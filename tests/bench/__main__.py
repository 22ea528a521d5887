"""Runs benchmarks: `python -m tests.bench [NAME ...]`; all of them without a name.

A line for a person on stderr and one JSON object on stdout for every figure; the exit
status is 1 if a figure is beyond its limit.
"""

import sys
from importlib import import_module

from tests.bench.harness import run_offscreen_without_display

BENCHMARKS = (
    "startup",
    "stall",
    "opening",
    "frames",
    "worklist",
    "inference",
    "explanation",
    "gradcam",
    "mask",
    "shapley",
    "scan",
    "detectors",
    "delineation",
    "quality",
    "keep",
    "convert",
    "archive",
    "archive_memory",
    "training_cache",
    "training",
)


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all."""
    unknown = [name for name in names if name not in BENCHMARKS]
    if unknown:
        print(f"No benchmark {', '.join(unknown)}; there are {', '.join(BENCHMARKS)}.")
        return 2
    run_offscreen_without_display()
    good = True
    for name in names or BENCHMARKS:
        for figure in import_module(f"tests.bench.{name}").measure():
            print(figure.in_words(), file=sys.stderr, flush=True)
            print(figure.as_json(), flush=True)
            good &= figure.good
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
