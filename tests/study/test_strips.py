"""Windows of one lead with the labels that beats and rhythms give them."""

import math
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.card import InputSpec
from ecgviewer.core.task import Task
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.augment import Augmentation
from ecgviewer.study.labels import LABELS
from ecgviewer.study.strip_windows import StripWindows
from ecgviewer.study.strips import Strip, is_strip_set, load_strips

RATE_HZ = 125.0
N_SAMPLES = 1250
SPEC = InputSpec(STANDARD_LEADS, RATE_HZ, N_SAMPLES, filters=("median",))
STILL = Augmentation(chance=0, drop_leads_chance=0, only_rhythm_chance=0)


def cell(strip: Strip, label: str) -> float:
    return strip.cells[LABELS.index(label)]


def write_strip(
    folder: Path, name: str, beats: dict[float, str], rhythms: dict[float, str]
) -> None:
    """Write 10 s of noise at 125 Hz with marks at these seconds."""
    folder.mkdir(exist_ok=True)
    noise = 0.1 * np.random.default_rng(0).standard_normal((1, N_SAMPLES)).astype(np.float32)
    write_record(folder / name, noise, RATE_HZ, ("MLII",))
    marks = [
        Annotation(start=round(at * RATE_HZ), stop=round(at * RATE_HZ), label=label)
        for at, label in sorted({**beats, **rhythms}.items())
    ]
    write_annotations(folder / f"{name}.atr", marks)


def only_strip(tmp_path: Path, beats: dict[float, str], rhythms: dict[float, str]) -> Strip:
    write_strip(tmp_path / "set", "a", beats, rhythms)
    (strip,) = load_strips(tmp_path / "set", RATE_HZ, N_SAMPLES, Task())
    return strip


def beating(**early: str) -> dict[float, str]:
    """Return a beat a second, some of them others: beating(s4="V") has one at 4.5 s."""
    beats = {second + 0.5: "N" for second in range(10)}
    return beats | {int(name[1:]) + 0.5: symbol for name, symbol in early.items()}


def test_a_ventricular_beat_makes_pvc_present_and_normal_rhythm_absent(tmp_path: Path) -> None:
    strip = only_strip(tmp_path, beating(s4="V"), {0.1: "(N"})
    assert (cell(strip, "PVC"), cell(strip, "PAC"), cell(strip, "SNR")) == (1, 0, 0)
    assert cell(strip, "AF") == 0
    assert math.isnan(cell(strip, "STD"))
    assert math.isnan(cell(strip, "LBBB"))


def test_nobody_says_that_a_person_is_well(tmp_path: Path) -> None:
    strip = only_strip(tmp_path, beating(), {0.1: "(N"})
    assert math.isnan(cell(strip, "SNR"))
    assert (cell(strip, "PVC"), cell(strip, "PAC")) == (0, 0)


@pytest.mark.parametrize(("symbol", "label"), [("F", "PVC"), ("J", "PAC"), ("e", "PAC")])
def test_beats_between_two_kinds_are_not_judged(tmp_path: Path, symbol: str, label: str) -> None:
    strip = only_strip(tmp_path, beating(s4=symbol), {0.1: "(N"})
    assert math.isnan(cell(strip, label))


def test_an_early_beat_at_the_very_edge_is_neither_there_nor_absent(tmp_path: Path) -> None:
    strip = only_strip(tmp_path, {**beating(), 9.95: "V"}, {0.1: "(N"})
    assert math.isnan(cell(strip, "PVC"))


def test_fibrillation_counts_only_where_it_lasts(tmp_path: Path) -> None:
    whole = only_strip(tmp_path / "a", beating(), {0.0: "(AFIB"})
    assert (cell(whole, "AF"), cell(whole, "SNR")) == (1, 0)
    assert math.isnan(cell(whole, "PAC"))
    part = only_strip(tmp_path / "b", beating(), {0.0: "(N", 5.1: "(AFIB"})
    assert math.isnan(cell(part, "AF"))
    unmarked = only_strip(tmp_path / "c", beating(), {})
    assert math.isnan(cell(unmarked, "AF"))


def test_paced_beats_teach_nothing(tmp_path: Path) -> None:
    write_strip(tmp_path / "set", "a", beating(s4="/"), {0.1: "(N"})
    assert load_strips(tmp_path / "set", RATE_HZ, N_SAMPLES, Task()) == []


@pytest.fixture(autouse=True)
def folders(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / name).mkdir()


def test_twelve_lead_records_with_beats_beside_them_are_no_strips(tmp_path: Path) -> None:
    write_strip(tmp_path / "a", "one", beating(), {})
    signals = np.zeros((12, N_SAMPLES), np.float32)
    write_record(tmp_path / "b" / "twelve", signals, RATE_HZ, STANDARD_LEADS)
    beats = [
        Annotation(start=round(at * RATE_HZ), stop=round(at * RATE_HZ), label="N")
        for at in beating()
    ]
    write_annotations(tmp_path / "b" / "twelve.atr", beats)
    assert is_strip_set(tmp_path / "a")
    assert not is_strip_set(tmp_path / "b")


def test_the_published_sets_are_known(data_folder: Path) -> None:
    for name in ("mitdb", "svdb", "cinc2017"):
        assert is_strip_set(data_folder / name)
    for name in ("ptb-xl", "ludb", "cpsc2018", "cpsc2018-challenge", "cpsc2018-extra"):
        assert not is_strip_set(data_folder / name)


def test_mitdb_200_has_many_ventricular_beats_and_100_few(
    data_folder: Path, tmp_path: Path
) -> None:
    for name in ("100", "200"):
        for path in (data_folder / "mitdb").glob(f"{name}*"):
            (tmp_path / "a" / path.name).symlink_to(path)
    strips = load_strips(tmp_path / "a", RATE_HZ, N_SAMPLES, Task())
    share = {
        record: np.nanmean([cell(strip, "PVC") for strip in strips if strip.record == record])
        for record in ("100", "200")
    }
    # Of 100's 2,273 beats one is ventricular, of 200's 2,601 are 826.
    assert share["100"] < 0.02
    assert share["200"] > 0.8


def made_strips() -> list[Strip]:
    """One long record without findings, three short ones with, in two sets."""

    def strip(source: str, record: str, label: str, positive: float, value: float) -> Strip:
        cells = tuple(positive if name == label else math.nan for name in LABELS)
        values = (value * np.sin(np.arange(N_SAMPLES) / 9)).astype(np.float32)
        return Strip(source, record, "V5" if source == "two" else "II", values, cells)

    long = [strip("one", "long", "PVC", 0.0, 1.0) for _ in range(500)]
    return [
        *long,
        strip("one", "ill", "PVC", 1.0, 2.0),
        *(strip("two", f"r{i}", "AF", 1.0, 3.0) for i in range(2)),
    ]


def test_long_records_do_not_drown_short_ones_and_findings_count_more() -> None:
    windows = StripWindows(4000, made_strips(), SPEC, STILL, seed=3)
    counts = Counter(tuple(np.nan_to_num(row, nan=-1.0)) for row in windows.cells)
    ill, well = LABELS.index("PVC"), LABELS.index("AF")
    share = {"no pvc": 0.0, "pvc": 0.0, "af": 0.0}
    for row, count in counts.items():
        share["no pvc" if row[ill] == 0 else "pvc" if row[ill] == 1 else "af"] += count / 4000
        assert row[well] in (-1.0, 1.0)
    # Weights: half a set each for "long" and "ill", of which ill counts thrice; the whole
    # second set, thrice.
    expected = {"no pvc": 0.5 / 5, "pvc": 1.5 / 5, "af": 3 / 5}
    assert share == pytest.approx(expected, abs=0.03)


def test_a_window_shows_a_strip_of_its_own_findings_in_all_leads_or_in_one() -> None:
    windows = StripWindows(60, made_strips(), SPEC, STILL, seed=3)
    present = []
    for index, row in enumerate(windows.cells):
        shown = windows.window(index, np.random.default_rng(index))
        assert shown.shape == (12, N_SAMPLES)
        rows = np.flatnonzero(shown.any(axis=1))
        present.append(len(rows))
        if len(rows) == 1:
            size = {0.0: 1.0, 1.0: 2.0}.get(float(row[LABELS.index("PVC")]), 3.0)
            assert np.abs(shown[rows[0]]).max() == pytest.approx(size, rel=0.02)
    assert set(present) == {1, 12}
