"""Long-term recordings as PhysioNet publishes LTAFDB and LTDB, on small made ones."""

from pathlib import Path

import numpy as np
import pytest

from ecgviewer.cli.main import main
from ecgviewer.core.annotation import Annotation
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_sets import patient_key, published_origin
from ecgviewer.study.beat_windows import BeatWindows, load_beat_windows
from ecgviewer.study.data_sets import DataSet

RATE_HZ = 128.0
SECONDS = 60


def write_long_term(folder: Path, name: str, n_leads: int, marks: dict[float, str]) -> Path:
    """Write a minute of noise with a mark at each of these seconds; return the folder.

    Both databases call each of their leads "ECG".
    """
    folder.mkdir(exist_ok=True)
    noise = np.random.default_rng(len(name)).normal(0, 0.1, (n_leads, round(SECONDS * RATE_HZ)))
    write_record(folder / name, noise.astype(np.float32), RATE_HZ, ("ECG",) * n_leads)
    places = {round(at * RATE_HZ): label for at, label in sorted(marks.items())}
    notes = [Annotation(at, at, '"', "MISSB") for at in (2650, 4600)] if n_leads == 2 else []
    marked = [Annotation(at, at, label) for at, label in places.items()]
    write_annotations(folder / f"{name}.atr", [*marked, *notes])
    return folder


def beats(symbols: dict[int, str]) -> dict[float, str]:
    """A beat a second, of these symbols in these seconds, else N."""
    return {second + 0.5: symbols.get(second, "N") for second in range(SECONDS)}


def classes(windows: BeatWindows, first_s: float, last_s: float) -> set[str]:
    """The classes of the windows whose centres lie in these seconds."""
    at_s = windows.samples_at / RATE_HZ
    some = windows.labels[(at_s >= first_s) & (at_s <= last_s)]
    return {BEAT_LABELS[label] for label in some.tolist()}


@pytest.fixture
def ltafdb(tmp_path: Path) -> Path:
    """Rhythms in turn, with a ventricular run and notes of missed beats and artefacts."""
    rhythms = {0.05: "(N", 15.1: "(AFIB", 30.1: "(SBR", 45.1: "(SVTA", 52.1: "(VT", 56.1: "(N"}
    marked = rhythms | beats({5: "A", 22: "V", 53: "V", 54: "V", 55: "V"})
    folder = write_long_term(tmp_path / "afdb", "100", 2, marked)
    write_annotations(folder / "100.qrs", [Annotation(640, 640, "V")])
    return folder


def test_rhythms_of_ltafdb_are_the_classes_of_the_beats_in_them(ltafdb: Path):
    windows = load_beat_windows([DataSet("long", ltafdb)])
    (recording,) = windows.recordings
    assert (recording.origin, recording.patient) == ("ltafdb", "ltafdb/100")
    assert len(recording.beats) == SECONDS  # notes are no beats, nor are machine detections
    assert classes(windows, 2, 4) == {"N"}
    assert classes(windows, 5, 6) == {"PAC"}
    assert classes(windows, 18, 28) == {"AFIB", "PVC"}
    assert classes(windows, 33, 43) == {"SBR"}
    assert classes(windows, 47, 51) == {"SVTA"}
    assert classes(windows, 53, 56) == {"PVC"}
    assert classes(windows, 58.2, 58.8) == {"N"}


def test_as_in_the_paper_each_rhythm_of_ltafdb_is_one_window(ltafdb: Path):
    windows = load_beat_windows([DataSet("long", ltafdb)], "paper-like")
    onsets = [(15.1, "AFIB"), (30.1, "SBR"), (45.1, "SVTA")]
    for at_s, label in onsets:
        near = np.abs(windows.samples_at - at_s * RATE_HZ) < 2
        assert [BEAT_LABELS[x] for x in windows.labels[near]] == [label]
    rhythm = np.isin(windows.labels, [BEAT_LABELS.index(label) for _, label in onsets])
    assert rhythm.sum() == len(onsets)


@pytest.mark.parametrize(("name", "n_leads"), [("14046", 2), ("14134", 3)])
def test_ltdb_has_beats_without_rhythms_and_its_first_lead_is_read(
    tmp_path: Path, name: str, n_leads: int
):
    folder = write_long_term(tmp_path / "lt", name, n_leads, beats({10: "V", 20: "S", 30: "J"}))
    windows = load_beat_windows([DataSet("long", folder)])
    (recording,) = windows.recordings
    assert (recording.origin, recording.patient) == ("ltdb", f"ltdb/{name}")
    assert classes(windows, 10, 11) == {"PVC"}
    assert classes(windows, 20, 21) == {"PAC"}
    assert classes(windows, 30, 31) == set()
    assert classes(windows, 40, 50) == {"N"}
    read = windows.read([3, 9])
    assert read.shape == (2, 1, 720)  # 2 s at 360 Hz
    assert np.ptp(read, axis=-1).min() > 0.1


def test_records_of_the_same_name_are_told_by_their_rate():
    assert published_origin("100", 360.0) == "mitdb"
    assert published_origin("100", 128.0) == "ltafdb"
    assert published_origin("804", 128.0) == "svdb"
    assert published_origin("14046", 128.0) == "ltdb"
    assert published_origin("14046", 360.0) == published_origin("patient", 128.0) == ""
    assert patient_key("mitdb", "202") == patient_key("mitdb", "201")
    assert patient_key("ltafdb", "202") != patient_key("ltafdb", "201")


def test_table_i_holds_the_long_term_sets_beside_the_papers_counts(
    ltafdb: Path, capsys: pytest.CaptureFixture[str]
):
    assert main(["data", f"long={ltafdb}", "--windows"]) == 0
    printed = capsys.readouterr().out
    (row,) = [line for line in printed.splitlines() if line.split()[:1] == ["SBR"]][:1]
    assert "1 (11,323)" in row
