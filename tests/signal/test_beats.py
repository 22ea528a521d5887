from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.io.open import open_record
from ecgviewer.signal.beats import r_peaks
from ecgviewer.signal.synthesis import SyntheticEcg, synthesize

MATCH_S = 0.15
BEAT_LABELS = frozenset("NLRaVFJASEj/Qenf?rB")


def _matched(found: NDArray[np.int64], reference: NDArray[np.int64], rate_hz: float) -> int:
    """How many beats of the reference have a found one of their own within 150 ms."""
    free = list(found)
    hits = 0
    for beat in reference:
        near = [place for place in free if abs(place - beat) <= MATCH_S * rate_hz]
        if near:
            free.remove(min(near, key=lambda place: abs(place - beat)))
            hits += 1
    return hits


def _check_made(made: SyntheticEcg, values: Samples) -> None:
    """Every beat is found once; of those cut by the record's ends nobody knows."""
    edge = round(0.1 * made.rate_hz)
    reference = [beat.sample for beat in made.beats]
    found = [at for at in r_peaks(values, made.rate_hz) if edge < at < made.n_samples - edge]
    inner = [at for at in reference if edge < at < made.n_samples - edge]
    assert _matched(np.array(found), np.array(reference), made.rate_hz) == len(found)
    assert abs(len(found) - len(inner)) <= 1
    sure = [at for at in inner if 2 * edge < at < made.n_samples - 2 * edge]
    assert _matched(np.array(found), np.array(sure), made.rate_hz) == len(sure)


@pytest.mark.parametrize("label", ["SNR", "AF", "LBBB", "RBBB", "PAC", "PVC", "STE"])
def test_every_made_beat_is_found_once(label: str):
    for seed in range(5):
        made = synthesize(label, seed)
        _check_made(made, made.signals_mv)


@pytest.mark.parametrize("rate_hz", [128.0, 250.0, 1000.0])
def test_one_lead_at_any_rate_is_enough(rate_hz: float):
    made = synthesize("SNR", 1, rate_hz=rate_hz)
    _check_made(made, made.signals_mv[:1])


def test_gaps_absent_leads_and_a_drifting_baseline_do_not_matter():
    values = synthesize("SNR", 2).signals_mv.copy()
    expected = r_peaks(values, 500.0)
    values += np.linspace(0, 5, values.shape[1], dtype=np.float32)
    values[3] = np.nan
    values[0, 1000:1400] = np.nan
    assert np.abs(r_peaks(values, 500.0) - expected).max() <= 5


def test_a_giant_artefact_does_not_make_it_deaf():
    made = synthesize("SNR", 3, duration_s=20.0)
    values = made.signals_mv.copy()
    values[:, 5000] += 20
    beats = np.array([beat.sample for beat in made.beats])
    later = beats[(beats > 5500) & (beats < 9900)]
    assert _matched(r_peaks(values, 500.0), later, 500.0) == len(later)


@pytest.mark.parametrize(
    "values",
    [np.zeros((2, 5000)), np.full((2, 5000), np.nan), np.zeros((12, 100)), np.zeros((0, 5000))],
    ids=["flat", "nothing", "short", "no lead"],
)
def test_where_there_is_no_beat_none_is_found(values: NDArray[np.float64]):
    assert r_peaks(values.astype(np.float32), 500.0).size == 0


def _check_real(folder: Path, every: int) -> None:
    hits = n_found = n_reference = 0
    for path in sorted((folder / "mitdb").glob("*.hea"))[::every]:
        # Ventricular flutter has no QRS complexes to find.
        if path.stem == "207":
            continue
        record = open_record(path)
        stop = round(300 * record.rate_hz)
        beats = [a.start for a in record.annotations if a.label in BEAT_LABELS and a.start < stop]
        found = r_peaks(record.read(0, stop), record.rate_hz)
        hits += _matched(found, np.array(beats), record.rate_hz)
        n_found, n_reference = n_found + len(found), n_reference + len(beats)
    assert hits / n_reference > 0.995
    assert hits / n_found > 0.995


def test_real_beats_are_found(data_folder: Path):
    _check_real(data_folder, every=8)


@pytest.mark.slow
def test_the_beats_of_all_patients_are_found(data_folder: Path):
    _check_real(data_folder, every=1)
