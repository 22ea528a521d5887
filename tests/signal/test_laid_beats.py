import numpy as np
import pytest

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import Cancelled, EcgError
from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Lead, Record
from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record
from ecgviewer.signal.beat_cutting import tops
from ecgviewer.signal.laid_beats import (
    KINDS,
    MOST_BEATS,
    Kind,
    NamedBeats,
    lay_chosen,
    lay_span,
    named_by_file,
    named_by_scan,
)
from tests.paper.made_record import flat, made_record
from tests.scan_models import scan_of_beats
from tests.signal.test_record_beats import RATE_HZ, beating


@pytest.fixture(scope="module")
def with_pvcs() -> Record:
    return open_record(demo_folder() / "demo_pvc.hea")


def beating_record(seconds: float = 60.0) -> tuple[Record, list[int]]:
    values, places = beating(seconds)
    return made_record(values, ("II",), rate_hz=RATE_HZ), places


def test_every_beat_of_the_span_is_laid_on_its_top_at_its_own_level():
    values, places = beating(30.0)
    wandering = values + np.sin(np.arange(values.shape[1]) / 1500).astype(np.float32)
    record = made_record(wandering, ("II",), rate_hz=RATE_HZ)
    laid = lay_span(record, 1000, 6000, None, Task())
    assert len(laid.kinds) == sum(1000 <= place < 6000 for place in places)
    tallest = np.nanargmax(laid.beats_mv[:, 0], axis=1)
    assert np.abs(laid.time_ms[tallest]).max() <= 1000 / RATE_HZ
    just_before = (laid.time_ms > -45) & (laid.time_ms < -30)
    assert np.abs(laid.beats_mv[:, 0, just_before]).max() < 0.05


def test_of_another_shape_are_those_that_look_so_where_nobody_named_them(with_pvcs):
    laid = lay_span(with_pvcs, 0, with_pvcs.n_samples, None, Task())
    named = named_by_file(with_pvcs.annotations)
    assert named is not None
    told = lay_span(with_pvcs, 0, with_pvcs.n_samples, named, Task())
    assert laid.told_by == "by their shape"
    assert told.told_by == "by the file"
    odd = laid.kinds == KINDS.index(Kind.OTHER)
    assert odd.any()
    assert (odd == (told.kinds == KINDS.index(Kind.VENTRICULAR))).all()


def test_names_of_another_place_are_not_taken():
    record, places = beating_record()
    far = np.array(places[:3]) + round(0.4 * RATE_HZ)
    named = NamedBeats(far, np.full(3, 1, np.int8), "by nobody")
    assert lay_span(record, 0, record.n_samples, named, Task()).told_by == "by their shape"


def test_the_file_s_codes_become_kinds():
    codes = {"N": Kind.USUAL, "V": Kind.VENTRICULAR, "A": Kind.ATRIAL, "F": Kind.OTHER}
    marks = [Annotation(at, at, code) for at, code in zip(range(9, 5, -1), codes, strict=True)]
    named = named_by_file([*marks, Annotation(3, 3, "~"), Annotation(1, 2, "N")])
    assert named is not None
    assert named.samples.tolist() == [6, 7, 8, 9]
    kinds = [KINDS[place] for place in named.kinds.tolist()]
    assert kinds == list(codes.values())[::-1]
    assert named_by_file([Annotation(3, 3, "~")]) is None


def test_all_beats_of_a_class_are_laid_together_and_only_some_of_many():
    record, places = beating_record(400.0)
    times_s = [place / RATE_HZ for place in places]
    scan = scan_of_beats("N" * len(places), RATE_HZ, times_s=times_s, n_samples=record.n_samples)
    laid = lay_chosen(record, scan.samples, named_by_scan(scan), Task())
    assert laid.n_found == len(places) > MOST_BEATS
    assert len(laid.kinds) == MOST_BEATS
    assert (laid.kinds == KINDS.index(Kind.USUAL)).all()
    spread = np.nanstd(laid.beats_mv[:, 0], axis=0)
    assert np.nanmax(spread[(laid.time_ms > -100) & (laid.time_ms < 100)]) < 0.2


def test_a_stretch_without_signal_or_without_leads_says_so():
    record = made_record(flat(10.0, 1), ("II",))
    with pytest.raises(EcgError, match="No beat was found"):
        lay_span(record, 0, record.n_samples, None, Task())
    blood = made_record(flat(10.0, 1), (Lead("ABP", 0, "mmHg", is_ecg=False),))
    with pytest.raises(EcgError, match="no ECG lead"):
        lay_span(blood, 0, blood.n_samples, None, Task())


def test_gaps_stay_gaps():
    values, places = beating(20.0)
    values[0, places[4] + 20 : places[4] + 60] = np.nan
    record = made_record(values, ("II",), rate_hz=RATE_HZ)
    laid = lay_span(record, 0, record.n_samples, None, Task())
    beat = laid.beats_mv[4, 0]
    assert np.isnan(beat[(laid.time_ms > 90) & (laid.time_ms < 230)]).all()
    assert np.isfinite(beat[np.abs(laid.time_ms) < 60]).all()


def test_a_beat_s_top_is_found_where_all_leads_together_are_largest():
    beats = np.zeros((1, 2, 200), dtype=np.float32)
    beats[0, 0, 100], beats[0, 1, 110] = 0.5, -0.9
    assert tops(beats, 500.0, 100).tolist() == [10]


def test_a_cancelled_laying_ends():
    record, _ = beating_record()
    task = Task()
    task.cancel()
    with pytest.raises(Cancelled):
        lay_span(record, 0, record.n_samples, None, task)


def test_of_a_longer_span_the_middle_is_laid_and_said_to_be():
    record, places = beating_record(300.0)
    laid = lay_span(record, 0, record.n_samples, None, Task())
    assert laid.middle_only
    middle = [place for place in places if 90 * RATE_HZ <= place < 210 * RATE_HZ]
    assert len(laid.kinds) == pytest.approx(len(middle), abs=1)
    assert not lay_span(record, 0, 5000, None, Task()).middle_only


def test_where_most_beats_are_named_what_is_found_beside_them_is_none():
    record, places = beating_record()
    spots = np.delete(np.array(places), [5, 6])
    named = NamedBeats(spots, np.zeros(spots.size, np.int8), "by the file")
    laid = lay_span(record, 0, record.n_samples, named, Task())
    assert (len(laid.kinds), laid.told_by) == (spots.size, "by the file")
