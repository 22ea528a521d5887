import numpy as np
import pytest

from ecgviewer.core.paths import demo_folder
from ecgviewer.core.record import Patient
from ecgviewer.core.task import Task
from ecgviewer.io.open import open_record
from ecgviewer.signal.delineation import Delineation, WaveMarks
from ecgviewer.signal.measured_span import MeasuredSpan, measure_span
from ecgviewer.signal.st_levels import StLevel, elevated_from_mv, is_remarkable, st_levels

RATE_HZ = 500.0
ONSETS, QRS = np.array([500.0, 1000.0, 1500.0]), 45.0
MAN, WOMAN, YOUNG = Patient(65, "M"), Patient(65, "F"), Patient(30, "M")


def marks_of(n_leads: int, onsets: np.ndarray, usable: list[bool] | None = None) -> Delineation:
    nothing = np.full((n_leads, onsets.size), np.nan)
    leads = WaveMarks(*[nothing] * 7)
    row = nothing[0]
    together = WaveMarks(row, row, row, onsets, onsets + QRS, row, row)
    kept = np.array(usable or [True] * n_leads)
    usual = np.ones(onsets.size, dtype=np.bool_)
    return Delineation(RATE_HZ, (onsets + 20).astype(int), leads, together, kept, "", usual)


def made(levels_mv: list[float], slope_mv_per_s: float = 0.0) -> np.ndarray:
    """Leads that stand at 0 before each complex and at a level of their own behind it."""
    values = np.zeros((len(levels_mv), 2000), dtype=np.float32)
    for onset in ONSETS.astype(int).tolist():
        values[:, onset : onset + 40] = 1.5
        values[:, onset + 40 : onset + 200] = np.array(levels_mv)[:, np.newaxis]
    return values + (np.arange(2000) / RATE_HZ * slope_mv_per_s).astype(np.float32)


def levels_of(values: np.ndarray, marks: Delineation, counted=None) -> tuple[StLevel, ...]:
    kept = np.ones(marks.peaks.size, dtype=np.bool_) if counted is None else np.array(counted)
    return st_levels(values, marks, kept, range(len(values)))


def test_levels_are_those_behind_the_complex_from_those_before_it():
    raised, lowered = levels_of(made([0.21, -0.08]), marks_of(2, ONSETS))
    assert (raised.j_mv, raised.j60_mv) == pytest.approx((0.21, 0.21), abs=1e-6)
    assert (lowered.j_mv, lowered.j60_mv) == pytest.approx((-0.08, -0.08), abs=1e-6)
    assert raised.n_beats == 3


def test_a_wandering_baseline_shifts_no_level_by_more_than_it_moves_within_a_beat():
    (level,) = levels_of(made([0.2], slope_mv_per_s=0.5), marks_of(1, ONSETS))
    # From the PQ segment to J are a tenth of a second.
    assert level.j_mv == pytest.approx(0.2 + 0.5 * 0.108, abs=0.01)
    assert level.spread_mv == pytest.approx(0.0, abs=1e-3)


def test_only_beats_that_count_make_the_level():
    values = made([0.2])
    values[:, 1540:1700] = 3.0
    (level,) = levels_of(values, marks_of(1, ONSETS), [True, True, False])
    assert level.j_mv == pytest.approx(0.2, abs=1e-6)
    assert level.n_beats == 2


def test_noise_gaps_and_single_beats_are_not_measurable():
    values = made([0.2, 0.2])
    noisy, good = levels_of(values, marks_of(2, ONSETS, [False, True]))
    assert (noisy.j_mv, noisy.j60_mv, noisy.n_beats) == (None, None, 0)
    assert good.j_mv is not None
    values[1, 1040:1060] = values[1, 1540:1560] = np.nan
    assert levels_of(values, marks_of(2, ONSETS))[1].j_mv is None
    (lonely,) = levels_of(values[:1], marks_of(1, ONSETS[:1]))
    assert lonely.j_mv is None


def test_a_complex_at_the_record_s_edge_is_left_out():
    edges = np.array([5.0, 1000.0, 1500.0, 1960.0])
    (level,) = levels_of(made([0.2]), marks_of(1, edges))
    assert level.n_beats == 2


@pytest.mark.parametrize(
    ("lead", "patient", "limit_mv"),
    [
        ("V4", MAN, 0.10),
        ("II", WOMAN, 0.10),
        ("V2", MAN, 0.20),
        ("v3", MAN, 0.20),
        ("V3", YOUNG, 0.25),
        ("V2", WOMAN, 0.15),
        ("V2", Patient(12, "M"), None),
        ("V2", Patient(None, "M"), None),
        ("V2", Patient(50, None), None),
    ],
)
def test_limits_are_those_of_age_sex_and_lead(lead, patient, limit_mv):
    assert elevated_from_mv(lead, patient) == limit_mv


def test_what_is_beyond_the_limits_is_remarkable_and_nothing_is_where_there_are_none():
    assert is_remarkable(0.10, "V5", MAN)
    assert not is_remarkable(0.10, "V2", MAN)
    assert is_remarkable(-0.05, "V2", MAN)
    assert not is_remarkable(-0.04, "V5", MAN)
    assert not is_remarkable(0.9, "V5", Patient())


def measured_demo(name: str) -> MeasuredSpan:
    record = open_record(demo_folder() / f"{name}.hea")
    return measure_span(record, 0, record.n_samples, Task())


def test_a_record_with_elevations_has_them_where_they_were_made():
    measured = measured_demo("demo_ste")
    at_j_mv = {measured.record.leads[one.lead].name: one.j_mv or 0.0 for one in measured.st}
    high = [lead for lead in ("V1", "V2", "V3", "V4", "V5") if at_j_mv[lead] > 0.15]
    assert len(high) >= 4
    assert at_j_mv["III"] < -0.1


def test_a_normal_record_has_levels_near_the_line():
    for level in measured_demo("demo_snr").st:
        assert level.j_mv == pytest.approx(0.0, abs=0.08)


def test_the_magnified_beat_has_its_points_in_order_and_its_top_at_zero():
    measured = measured_demo("demo_snr")
    magnified = measured.magnified
    assert magnified is not None
    row = measured.record.lead_names.index("II")
    names = ["P on", "P off", "QRS", "J", "J+60", "T", "T end"]
    points = [float(magnified.points_ms[name][row]) for name in names]
    assert points == sorted(points)
    assert list(magnified.points_ms) == names
    assert points[4] == pytest.approx(points[3] + 60)
    energy = np.square(np.nan_to_num(magnified.median_mv)).sum(axis=0)
    assert abs(magnified.time_ms[int(energy.argmax())]) < 1e-6
    # The level before the complex is zero.
    before = (magnified.time_ms > points[2] - 25) & (magnified.time_ms < points[2] - 8)
    assert np.abs(magnified.median_mv[:, before]).max() < 0.02


def test_a_silent_record_has_neither_levels_nor_a_beat():
    record = open_record(demo_folder() / "demo_snr.hea")
    flat = measure_span(record, 0, 400, Task())
    assert flat.magnified is None
    assert all(level.j_mv is None for level in flat.st)
