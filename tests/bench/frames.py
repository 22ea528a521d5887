"""How long a frame takes while a day-long record is moved, beside two other viewers.

Each viewer runs in a process of its own on the same samples (tests.bench.moving). A view's
figure is that of its slowest move. Beside the peers stands panning without saliency and
annotations, which they are spared; ours still draws grid, ribbon and panels. pyqtgraph is
measured with its own thinnest stroke and, as pyqtgraph-wide, with one as wide as ours.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator

from tests.bench import day_records
from tests.bench.harness import ROOT, Figure
from tests.bench.moving import Frames
from tests.bench.peer_viewers import has_mne

MEDIAN_LIMIT_MS, P99_LIMIT_MS, SHARP_LIMIT_MS = 16, 33, 33
TIMES_FASTER = 5
MOST_GROWTH = 1.25


def measure() -> Iterator[Figure]:
    """Yield the frame times at every view."""
    day_records.made_day()
    ours = _run("ours-made")
    yield from _worst("frame", ours, MEDIAN_LIMIT_MS, P99_LIMIT_MS)
    yield from _worst("frame_dark", _run("ours-dark"), MEDIAN_LIMIT_MS, P99_LIMIT_MS)
    for figure in _worst("frame_sharp", _run("ours-made", scale=2), SHARP_LIMIT_MS, float("inf")):
        if figure.name.endswith("median"):
            yield figure
    if day_records.joined_day() is not None:
        yield from _worst("frame_joined", _run("ours-joined"), MEDIAN_LIMIT_MS, P99_LIMIT_MS)
    # Ten seconds fill a page, which can be zoomed but not panned.
    for view_s, frames in _of_move("zoom", _run("ours-short")).items():
        here, limit = _of_move("zoom", ours)[view_s].median_ms, MOST_GROWTH * frames.median_ms
        yield Figure(f"frame_of_day_{view_s:g}s", here, "ms", limit, frames.median_ms)
    plain = _of_move("pan", _run("ours-plain"))
    for peer in ("pyqtgraph", "pyqtgraph-wide", "mne"):
        yield from _beside(peer, plain)


def _beside(peer: str, ours: dict[float, Frames]) -> Iterator[Figure]:
    if peer == "mne" and not has_mne():
        print("  mne-qt-browser is not installed: not measured", file=sys.stderr)
        return
    for view_s, frames in _of_move("pan", _run(peer)).items():
        here, limit = ours[view_s].median_ms, frames.median_ms / TIMES_FASTER
        yield Figure(f"frame_{view_s:g}s_to_{peer}", here, "ms", limit, frames.median_ms)


def _of_move(move: str, all_frames: Iterable[Frames]) -> dict[float, Frames]:
    return {frames.view_s: frames for frames in all_frames if frames.move == move}


def _worst(
    name: str, all_frames: list[Frames], median_ms: float, p99_ms: float
) -> Iterator[Figure]:
    for view_s in dict.fromkeys(frames.view_s for frames in all_frames):
        moves = [frames for frames in all_frames if frames.view_s == view_s]
        slowest = max(frames.median_ms for frames in moves)
        yield Figure(f"{name}_{view_s:g}s_median", slowest, "ms", median_ms)
        yield Figure(f"{name}_{view_s:g}s_p99", max(f.p99_ms for f in moves), "ms", p99_ms)


def _run(viewer: str, scale: int = 1) -> list[Frames]:
    environment = {**os.environ, "QT_SCALE_FACTOR": str(scale)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.moving", viewer],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    found = [Frames(**json.loads(line)) for line in done.stdout.splitlines()]
    if done.returncode != 0 and (viewer.startswith("ours") or not found):
        raise RuntimeError(f"{viewer} could not be measured: {done.stderr[-2000:]}")
    if done.returncode != 0:
        # A viewer that keeps a day as 64-bit numbers may run out of memory.
        print(f"  {viewer} ended after the view of {found[-1].view_s:g} s", file=sys.stderr)
    return found
