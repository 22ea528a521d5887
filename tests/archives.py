"""Archives of small records and a small net, for tests of runs over many of them."""

import atexit
import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

import torch

from ecgviewer.core.card import InputSpec
from ecgviewer.inference.library import save
from ecgviewer.nets.beat_net import BeatNet
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.archive_order import Order
from tests.cli.made_records import write_record
from tests.made_models import card_of, noise

OPTIONS = {"n_classes": 9, "widths": [8, 8, 8]}
SMALL_SPEC = InputSpec(leads=STANDARD_LEADS, rate_hz=125.0, n_samples=1250, filters=("median",))
BROKEN = "b 12 125 1250\nb.dat 16 1000/mV 16 0 0 0 0 I\n"


@cache
def small_model_folder(seed: int = 1) -> Path:
    """A saved model whose net takes next to no time."""
    torch.manual_seed(seed)
    folder = Path(tempfile.mkdtemp(prefix="ecgviewer-small-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    net = BeatNet(n_classes=9, widths=(8, 8, 8)).eval()
    save(folder, net, card_of(name="small", net="beat_net", net_options=OPTIONS, input=SMALL_SPEC))
    return folder


def write_archive(folder: Path, n_records: int, n_broken: int = 0) -> Path:
    """Write records of which no two are alike, and headers whose signals are not there."""
    for place in range(n_records):
        values = noise(12, 1000 + place, seed=place)
        write_record(folder / f"{place // 20:03}", f"r{place:05}", values, rate_hz=125.0)
    for place in range(n_broken):
        (folder / f"broken{place}.hea").write_text(BROKEN)
    return folder


def order_for(out: Path, **changes: Any) -> Order:
    """What a test wants of every record."""
    plain = Order(
        out=out,
        model=str(small_model_folder()),
        device="cpu",
        backend="torch",
        hints=None,
        parquet=False,
        token="test",
        version=version("ecgviewer"),
    )
    return replace(plain, **changes)


def answers_in(out: Path) -> Iterator[dict[str, Any]]:
    """Yield the answers of all parts, as whoever reads the folder finds them."""
    for path in sorted((out / "jsonl").rglob("*.jsonl")):
        yield from map(json.loads, path.read_text().splitlines())


def failures_in(out: Path) -> dict[str, str]:
    """Return the sentence of every record that is told to be impossible."""
    path = out / "failed.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    told = [json.loads(line) for line in lines]
    assert len({one["record"] for one in told}) == len(told), "a failure is told twice"
    return {one["record"]: one["error"] for one in told}


def assert_every_record_once(out: Path, archive: Path, n_broken: int = 0) -> None:
    """Every record of the archive has one answer, or stands once among the failures."""
    found = Counter(answer["record"] for answer in answers_in(out))
    failed = failures_in(out)
    assert len(failed) == n_broken
    assert not found.keys() & failed.keys()
    there = {str(path) for path in archive.rglob("*.hea")}
    assert there == {*found, *failed}
    assert set(found.values()) <= {1}, "an answer stands twice"
