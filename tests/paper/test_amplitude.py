import numpy as np
import pytest

from ecgviewer.core.record import Lead
from ecgviewer.paper.amplitude import LeadLevel, level_of

PRESSURE = Lead("ABP", 0, "mmHg", is_ecg=False)


def test_the_baseline_is_the_median_and_gaps_do_not_count():
    values = np.array([0.2, 0.2, 0.2, 1.5, np.nan], dtype=np.float32)
    level = level_of(Lead("II", 0), values)
    assert level is not None
    assert level.baseline == pytest.approx(0.2)
    assert level.per_10_mm is None


def test_a_lead_without_any_sample_has_no_level_yet():
    assert level_of(Lead("II", 0), np.full(5, np.nan, dtype=np.float32)) is None


def test_a_millivolt_is_never_rescaled_however_large_it_is():
    values = np.linspace(-20, 20, 1000, dtype=np.float32)
    level = level_of(Lead("II", 0), values)
    assert level is not None
    assert level.scale(10.0).mm_per_unit == 10.0
    assert level.scale(5.0, inverted=True).mm_per_unit == -5.0


@pytest.mark.parametrize(("reach", "per_10_mm"), [(55, 50), (80, 100), (0.3, 0.2), (7, 5)])
def test_other_signals_get_a_round_scale(reach, per_10_mm):
    level = level_of(PRESSURE, np.linspace(0, reach, 5000, dtype=np.float32))
    assert level is not None
    assert level.per_10_mm == pytest.approx(per_10_mm)


def test_raw_numbers_without_a_gain_are_scaled_to_the_row_those_like_mv_are_not():
    lead = Lead("II", 0, calibrated=False)
    raw = level_of(lead, np.linspace(-800, 800, 1000, dtype=np.float32))
    like_mv = level_of(lead, np.linspace(-1, 1, 1000, dtype=np.float32))
    assert raw is not None
    assert like_mv is not None
    assert raw.per_10_mm == pytest.approx(2000)
    assert like_mv.per_10_mm is None


def test_a_flat_signal_has_a_scale_too():
    assert level_of(PRESSURE, np.full(100, 7, dtype=np.float32)) == LeadLevel(7.0, 1.0)
