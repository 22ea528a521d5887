"""How long a scan of a made Holter record takes, detection included, and its memory."""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch

from ecgviewer.core.card import AROUND_BEATS, InputSpec, ModelCard
from ecgviewer.core.errors import EcgError
from ecgviewer.core.scan import SCAN_LABELS, Scan
from ecgviewer.core.task import Task
from ecgviewer.inference.library import default_beat_model, load_model
from ecgviewer.inference.loaded import LoadedModel, ready, share_cores
from ecgviewer.inference.scan import scan
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_record
from ecgviewer.nets.build import build_net
from ecgviewer.signal.strip import STRIP_HZ, STRIP_SAMPLES
from ecgviewer.signal.synthesis import Episode, synthesize_long
from tests.bench.harness import ROOT, Figure
from tests.bench.training_cache import private_mb

RATE_HZ = 250.0
HALF_HOURS_A_DAY = 48
HALF_HOUR_S, FIRST_S = 1800.0, 3600.0
LIMIT_HALF_HOUR_S, LIMIT_DAY_S, LIMIT_FIRST_S, LIMIT_MB = 20.0, 900.0, 60.0, 2000.0
# Where no single-lead model is installed; a net takes as long whatever its weights are.
STAND_IN = "cam_net"


def measure() -> Iterator[Figure]:
    """Yield times on all cores, without loading the model, and private memory.

    The half hour's peer is the day, by the half hour.
    """
    with tempfile.TemporaryDirectory(prefix="ecgviewer-bench-") as name:
        made = Path(name)
        make_half_hour(made / "half.hea")
        repeat(made / "half.hea", made / "day.hea", HALF_HOURS_A_DAY)
        half_hour, day = (_in_a_process(made / f"{which}.hea") for which in ("half", "day"))
    peer_s = day["whole_s"] / HALF_HOURS_A_DAY
    yield Figure("scan_30_min", half_hour["whole_s"], "s", LIMIT_HALF_HOUR_S, peer_s)
    yield Figure("scan_24_h", day["whole_s"], "s", LIMIT_DAY_S)
    yield Figure("scan_24_h_first_hour", day["first_s"], "s", LIMIT_FIRST_S)
    yield Figure("scan_24_h_memory", day["memory_mb"], "MB", LIMIT_MB)


def make_half_hour(header: Path) -> None:
    """Write half an hour of leads II and V1 with fibrillation and early beats."""
    rhythms = (("SNR", 0), ("AF", 0), ("PVC", 60), ("PAC", 60), ("SNR", 0), ("AF", 0))
    length_s = HALF_HOUR_S / len(rhythms)
    episodes = [
        Episode(place * length_s, (place + 1) * length_s, frozenset({label}), extra_beats=extra)
        for place, (label, extra) in enumerate(rhythms)
    ]
    made = synthesize_long(episodes, seed=4, rate_hz=RATE_HZ)
    write_record(header.with_suffix(""), made.signals_mv[[1, 6]], RATE_HZ, ("II", "V1"))


def repeat(header: Path, to: Path, times: int) -> None:
    """Write a record that is another one so many times over."""
    first, *others = header.read_text().splitlines()
    name, n_leads, rate, n_samples = first.split()
    lines = [f"{to.stem} {n_leads} {rate} {int(n_samples) * times}"]
    lines += [line.replace(f"{name}.dat", f"{to.stem}.dat") for line in others]
    to.write_text("\n".join(lines) + "\n")
    data = header.with_suffix(".dat").read_bytes()
    with to.with_suffix(".dat").open("wb") as file:
        for _ in range(times):
            file.write(data)


def _in_a_process(header: Path) -> dict[str, float]:
    command = [sys.executable, "-m", __name__, str(header)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, encoding="utf-8", check=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def _model() -> LoadedModel:
    try:
        return load_model(default_beat_model(), "cpu")
    except EcgError:
        torch.manual_seed(1)
        return ready(_card(), build_net(STAND_IN, {}), torch.device("cpu"))


def _card() -> ModelCard:
    return ModelCard(
        name=STAND_IN,
        title="",
        net=STAND_IN,
        net_options={},
        labels=tuple(sorted(SCAN_LABELS)),
        thresholds=(0.5,) * len(SCAN_LABELS),
        input=InputSpec(("II",), STRIP_HZ, STRIP_SAMPLES, windows=AROUND_BEATS),
        methods=(),
        combine="max",
        training={},
        metrics={},
        license="MIT",
        limits=(),
        weights_sha256="",
        exclusive=True,
    )


def _main(header: Path) -> None:
    model, n_askers = _model(), share_cores()
    peak_mb, first_s = private_mb(), float("nan")
    began_s = time.perf_counter()
    record = open_record(header)

    def watch(_done: int, _total: int) -> None:
        nonlocal peak_mb
        peak_mb = max(peak_mb, private_mb())

    def publish(part: Scan) -> None:
        nonlocal first_s
        if np.isnan(first_s) and part.done_until >= FIRST_S * record.rate_hz:
            first_s = time.perf_counter() - began_s

    scan(model, record, Task(watch), publish, n_askers=n_askers)
    whole_s = time.perf_counter() - began_s
    print(json.dumps({"whole_s": whole_s, "first_s": first_s, "memory_mb": peak_mb}))


if __name__ == "__main__":
    _main(Path(sys.argv[1]))
