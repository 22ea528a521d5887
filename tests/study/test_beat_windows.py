"""Windows around labelled beats: which, of what class, and read only as needed."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Samples
from ecgviewer.inference.strip_input import read_strips
from ecgviewer.io.open import open_record
from ecgviewer.io.wfdb_writer import write_annotations, write_record
from ecgviewer.signal.strip import STEP, prepare_strip
from ecgviewer.signal.synthesis import synthesize
from ecgviewer.study.beat_labels import BEAT_LABELS
from ecgviewer.study.beat_rhythms import stated_records
from ecgviewer.study.beat_windows import BeatWindows, load_beat_windows
from ecgviewer.study.data_sets import DataSet
from tests.study.made_sets import write_ptb_xl

DURATION_S = 20.0


def write_marked(
    folder: Path,
    name: str,
    marks: Mapping[float, str],
    *,
    rate_hz: float = 128.0,
    leads: tuple[str, ...] = ("ECG",),
) -> Path:
    """Write 20 s of noise with marks at these seconds, as PhysioNet publishes them."""
    folder.mkdir(exist_ok=True)
    noise = np.random.default_rng(len(name)).standard_normal(
        (len(leads), round(DURATION_S * rate_hz))
    )
    write_record(folder / name, 0.1 * noise.astype(np.float32), rate_hz, leads)
    write_annotations(
        folder / f"{name}.atr",
        [
            Annotation(start=round(at * rate_hz), stop=round(at * rate_hz), label=label)
            for at, label in sorted(marks.items())
        ],
    )
    return folder / f"{name}.hea"


def beats(symbol: str = "N", **others: str) -> dict[float, str]:
    """Return a beat a second; beats(s4="V") has another one at 4.5 s."""
    return {second + 0.5: others.get(f"s{second}", symbol) for second in range(round(DURATION_S))}


def windows_of(folder: Path, style: str = "default") -> BeatWindows:
    return load_beat_windows([DataSet("made", folder)], style)


def told(windows: BeatWindows, rate_hz: float = 128.0) -> dict[float, str]:
    """Return the classes by the seconds of their windows' centres."""
    return {
        at / rate_hz: BEAT_LABELS[label]
        for at, label in zip(windows.samples_at, windows.labels, strict=True)
    }


def assert_same(left: Samples, right: Samples) -> None:
    """Where a value lies between two steps, the last bit may decide."""
    assert np.abs(left - right).max() <= STEP
    assert (left != right).mean() < 1e-3


def test_beats_get_their_class_and_others_none(tmp_path: Path) -> None:
    marks = {0.01: "(N", **beats(s3="V", s5="A", s7="L", s9="R", s11="/", s13="F", s15="S")}
    write_marked(tmp_path, "800", marks)
    found = told(windows_of(tmp_path))
    assert (found[3.5], found[5.5], found[7.5], found[9.5]) == ("PVC", "PAC", "LBBB", "RBBB")
    assert found[15.5] == "PAC"
    assert {11.5, 13.5}.isdisjoint(found)
    # The first and the last beat's windows would reach beyond the record.
    assert {0.5, 19.5}.isdisjoint(found)
    assert found[4.5] == "N"


def test_a_rhythms_windows_lie_wholly_inside_it(tmp_path: Path) -> None:
    write_marked(tmp_path, "a", {0.01: "(N", 5.1: "(AFIB", 14.9: "(N", **beats(s9="V")})
    found = told(windows_of(tmp_path))
    assert [at for at, label in found.items() if label == "AFIB"] == [
        *(7.5, 8.5, 10.5, 11.5, 12.5, 13.5)
    ]
    assert found[9.5] == "PVC"
    # Beats beside the change of rhythm stand for neither.
    assert {5.5, 6.5, 14.5}.isdisjoint(found)
    assert found[4.5] == "N"


def test_premature_beats_of_a_tachycardia_are_the_tachycardia(tmp_path: Path) -> None:
    write_marked(tmp_path, "a", {0.01: "(N", 5.1: "(SVTA", 14.9: "(N", **beats("A")})
    found = told(windows_of(tmp_path))
    assert (found[4.5], found[8.5], found[16.5]) == ("PAC", "SVTA", "PAC")


def test_other_rhythms_hold_no_normal_beats(tmp_path: Path) -> None:
    write_marked(tmp_path, "a", {0.01: "(N", 9.9: "(AFL", **beats(s15="V")})
    found = told(windows_of(tmp_path))
    assert {at for at in found if at > 10} == {15.5}


def test_where_nobody_marked_rhythms_beats_count_by_their_symbols(tmp_path: Path) -> None:
    write_marked(tmp_path, "a", beats())
    assert set(told(windows_of(tmp_path)).values()) == {"N"}


def test_as_in_the_paper_rhythms_count_once_where_they_begin(tmp_path: Path) -> None:
    marks = {0.01: "(N", 0.7: "(SBR", 5.1: "(AFIB", 12.2: "(SVTA", **beats(s9="A", s13="S")}
    write_marked(tmp_path, "a", marks)
    found = told(windows_of(tmp_path, "paper-like"))
    onsets = {round(at, 1): label for at, label in found.items() if at % 1 != 0.5}
    assert onsets == {5.1: "AFIB", 12.2: "SVTA"}
    # Beats keep their symbols whatever the rhythm; the last window is cut off by the end.
    assert (found[8.5], found[9.5], found[19.5]) == ("N", "PAC", "N")
    assert {0.5, 13.5}.isdisjoint(found)


def test_detections_beside_the_reference_are_no_labels(tmp_path: Path) -> None:
    header = write_marked(tmp_path, "00", beats())
    write_annotations(header.with_suffix(".qrs"), [Annotation(640, 640, "V")])
    assert set(told(windows_of(tmp_path)).values()) == {"N"}


def test_windows_know_their_set_record_and_patient(tmp_path: Path) -> None:
    for name in ("100", "201", "202"):
        write_marked(tmp_path, name, beats(), rate_hz=360.0, leads=("MLII", "V5"))
    windows = windows_of(tmp_path)
    assert set(windows.sources) == {"made"}
    assert list(np.unique(windows.records)) == ["100", "201", "202"]
    # The database's makers say that these two are one man.
    assert set(windows.patients) == {"mitdb/100", "mitdb/201"}
    assert len(windows) == len(windows.labels) == len(windows.samples_at)


@pytest.mark.parametrize("rate_hz", [128.0, 360.0])
def test_windows_are_read_as_inference_reads_them(tmp_path: Path, rate_hz: float) -> None:
    path = write_marked(tmp_path, "a", beats(), rate_hz=rate_hz, leads=("V5", "MLII"))
    windows = windows_of(tmp_path)
    rows = [11, 2, 2, 7]
    read = windows.read(rows)
    assert read.shape == (4, 1, 720)
    assert read.dtype == np.float32
    record = open_record(path)
    centres = windows.samples_at[rows]
    whole = record.read(0, record.n_samples)[1]
    alone = [prepare_strip(whole, rate_hz, int(at)) for at in centres]
    assert_same(read[:, 0], np.array(alone))
    assert_same(read[:, 0], read_strips(record, centres))


def test_a_stretch_of_a_long_record_reads_as_the_whole(tmp_path: Path) -> None:
    values = np.random.default_rng(1).standard_normal((1, 128 * 60)).astype(np.float32)
    write_record(tmp_path / "long", values, 128.0, ("ECG",))
    record = open_record(tmp_path / "long.hea")
    centres = np.array([7000, 300, 1531, 4000])
    one_by_one = np.concatenate([read_strips(record, centres[i : i + 1]) for i in range(4)])
    kept = record.read(0, record.n_samples)[0]
    whole = np.array([prepare_strip(kept, 128.0, int(at)) for at in centres])
    assert_same(one_by_one, whole)
    assert read_strips(record, centres, 3600).shape == (4, 3600)


def test_cinc_2017s_records_are_of_one_rhythm_around_detected_beats(tmp_path: Path) -> None:
    letters = {"A00001": "N", "A00002": "A", "A00003": "O", "A00004": "~"}
    for seed, name in enumerate(letters):
        made = synthesize("SNR", seed, rate_hz=300.0, duration_s=12.0)
        write_record(tmp_path / name, made.signals_mv[1:2], 300.0, ("ECG",))
    rows = [f"{name},{letter}" for name, letter in letters.items()]
    (tmp_path / "REFERENCE.csv").write_text("\n".join(["record,label", *rows]) + "\n")
    windows = windows_of(tmp_path)
    labels = [BEAT_LABELS[label] for label in windows.labels]
    found = set(zip(windows.records.tolist(), labels, strict=True))
    assert found == {("A00001", "N"), ("A00002", "AFIB")}
    assert set(windows.patients) == {"cinc2017/A00001", "cinc2017/A00002"}
    assert (np.bincount(windows.recording) >= 6).all()
    with pytest.raises(EcgError, match="no record"):
        windows_of(tmp_path, "paper-like")


def test_statements_tell_what_every_beat_of_a_record_is(tmp_path: Path) -> None:
    said = {
        "slow": {"NORM": 100.0, "SBRAD": 0.0},
        "fast": {"PSVT": 0.0},
        "block": {"CRBBB": 100.0, "AFIB": 0.0},
        "fibrillating": {"AFIB": 0.0},
        "well": {"NORM": 100.0, "SR": 0.0},
        "premature": {"NORM": 100.0, "PVC": 100.0},
        "paced": {"SBRAD": 0.0, "PACE": 0.0},
        "other": {"SR": 0.0, "IMI": 100.0},
    }
    folder = tmp_path / "ptb"
    rows = [{"ecg_id": f"{i + 1}", "scp_codes": str(x)} for i, x in enumerate(said.values())]
    write_ptb_xl(folder, rows, with_500_hz=True)
    found = {x.path.stem: x.label for x in stated_records(folder)}
    names = dict(zip((f"{i + 1:05}_hr" for i in range(len(said))), said, strict=True))
    assert {names[stem]: label for stem, label in found.items()} == {
        "slow": "SBR",
        "fast": "SVTA",
        "block": "RBBB",
        "fibrillating": "AFIB",
        "well": "N",
    }


def test_a_folder_without_labelled_beats_is_told(tmp_path: Path) -> None:
    write_record(tmp_path / "a", np.zeros((1, 2000), dtype=np.float32), 128.0, ("ECG",))
    with pytest.raises(EcgError, match="no record"):
        windows_of(tmp_path)


def test_mitdb_has_the_papers_normal_beats_and_onsets_of_fibrillation(data_folder: Path) -> None:
    windows = load_beat_windows([DataSet("mitdb", data_folder / "mitdb")], "paper-like")
    counts = dict(zip(BEAT_LABELS, np.bincount(windows.labels, minlength=8), strict=True))
    assert (counts["N"], counts["AFIB"]) == (75013, 102)
