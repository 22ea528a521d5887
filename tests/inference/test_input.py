from dataclasses import replace

import numpy as np
import pytest

from ecgviewer.core.card import InputSpec
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead
from ecgviewer.inference.input import prepare, spans, window
from ecgviewer.signal.leads import STANDARD_LEADS, derive_limb_leads
from ecgviewer.signal.resample import resample
from tests.made_models import SPEC, noise, record_of

RAW = replace(SPEC, filters=())


def test_a_window_at_the_nets_rate_passes_unchanged():
    values = noise(12, 5000)
    prepared = prepare(values, STANDARD_LEADS, 500.0, RAW)
    np.testing.assert_array_equal(prepared.array, values)
    assert (prepared.pad, prepared.missing) == (0, ())


def test_a_short_signal_is_padded_with_zeros_on_the_left_or_right():
    values = noise(12, 3000) + 1
    left = prepare(values, STANDARD_LEADS, 500.0, RAW)
    right = prepare(values, STANDARD_LEADS, 500.0, replace(RAW, pad="right"))
    assert left.pad == right.pad == 2000
    assert not left.array[:, :2000].any()
    assert not right.array[:, 3000:].any()
    np.testing.assert_array_equal(left.array[:, 2000:], values)
    np.testing.assert_array_equal(right.array[:, :3000], values)


def test_of_a_long_signal_the_last_samples_stay_as_published():
    values = noise(12, 6000)
    prepared = prepare(values, STANDARD_LEADS, 500.0, RAW)
    np.testing.assert_array_equal(prepared.array, values[:, 1000:])


def test_the_median_is_taken_over_the_signal_and_not_over_its_padding():
    values = noise(12, 3001) + 7
    prepared = prepare(values, STANDARD_LEADS, 500.0, SPEC)
    assert np.median(prepared.array[:, prepared.pad :], axis=1) == pytest.approx(0, abs=1e-6)
    assert not prepared.array[:, : prepared.pad].any()


def test_gaps_become_zero_after_the_median_is_gone():
    values = noise(12, 5000) + 7
    values[3, 1000:1200] = np.nan
    prepared = prepare(values, STANDARD_LEADS, 500.0, SPEC)
    assert not prepared.array[3, 1000:1200].any()
    assert np.abs(prepared.array[3]).max() < 5
    assert prepared.missing == ()


def test_millivolts_are_scaled_to_the_nets_unit():
    values = noise(12, 5000)
    prepared = prepare(values, STANDARD_LEADS, 500.0, replace(RAW, scale=1000.0))
    np.testing.assert_allclose(prepared.array, values * 1000, rtol=1e-6)


def test_augmented_leads_follow_from_one_and_two():
    values = noise(2, 5000)
    prepared = prepare(values, ("I", "II"), 500.0, RAW)
    for lead, expected in derive_limb_leads(values[0], values[1]).items():
        np.testing.assert_array_equal(prepared.array[STANDARD_LEADS.index(lead)], expected)
    assert prepared.missing == ("V1", "V2", "V3", "V4", "V5", "V6")


@pytest.mark.parametrize("pair", [("I", "II"), ("I", "III"), ("III", "II")])
def test_any_two_of_the_three_limb_leads_give_the_others(pair: tuple[str, str]):
    whole = noise(2, 5000)
    limb = {"I": whole[0], "II": whole[1], **derive_limb_leads(whole[0], whole[1])}
    prepared = prepare(np.stack([limb[lead] for lead in pair]), pair, 500.0, RAW)
    for lead, expected in limb.items():
        found = prepared.array[STANDARD_LEADS.index(lead)]
        np.testing.assert_allclose(found, expected, atol=1e-5)
    assert prepared.missing == STANDARD_LEADS[6:]


def test_recorded_leads_win_over_derived_ones_and_names_match_in_any_case():
    values = noise(3, 5000)
    prepared = prepare(values, ("i", "ii", "AVF"), 500.0, RAW)
    np.testing.assert_array_equal(prepared.array[STANDARD_LEADS.index("aVF")], values[2])


def test_a_modified_holter_lead_serves_as_lead_two():
    values = noise(2, 5000)
    prepared = prepare(values, ("V1", "MLII"), 500.0, RAW)
    np.testing.assert_array_equal(prepared.array[1], values[1])
    np.testing.assert_array_equal(prepared.array[6], values[0])
    assert set(prepared.missing) == set(STANDARD_LEADS) - {"II", "V1"}


def test_a_single_lead_without_a_name_is_read_as_lead_two():
    values = noise(1, 5000)
    prepared = prepare(values, ("ECG",), 500.0, RAW)
    np.testing.assert_array_equal(prepared.array[1], values[0])
    assert len(prepared.missing) == 11


def test_a_lead_without_any_signal_counts_as_missing():
    values = noise(12, 5000)
    values[4] = np.nan
    assert prepare(values, STANDARD_LEADS, 500.0, SPEC).missing == ("aVL",)


@pytest.mark.parametrize("rate_hz", [128.0, 250.0, 257.0, 360.0, 1000.0])
def test_a_window_inside_a_record_is_resampled_as_the_whole_record_is(rate_hz: float):
    time_s = np.arange(round(40 * rate_hz)) / rate_hz
    values = np.sin(2 * np.pi * 3.1 * time_s)[np.newaxis].astype(np.float32)
    record = record_of(values, ("II",), rate_hz)
    spec = InputSpec(("II",), 500.0, 5000)
    start, stop = spans(record.n_samples, rate_hz, spec)[1]
    prepared = window(record, start, stop, spec)
    whole = resample(values, rate_hz, 500.0)
    assert prepared.array.shape == (1, 5000)
    np.testing.assert_allclose(prepared.array, whole[:, 5000:10_000], atol=2e-3)


def test_non_ecg_signals_are_never_read():
    record = record_of(noise(2, 5000), ("II", "I"))
    leads = (record.leads[0], Lead("I", 1, unit="mmHg", is_ecg=False))
    prepared = window(replace(record, leads=leads), 0, 5000, RAW)
    assert "I" in prepared.missing
    assert "II" not in prepared.missing


def test_a_record_without_an_ecg_lead_or_with_strange_leads_only_is_refused():
    record = record_of(noise(1, 5000), ("ABP",))
    pressure = replace(record, leads=(Lead("ABP", 0, unit="mmHg", is_ecg=False),))
    with pytest.raises(EcgError, match="made has no ECG lead"):
        window(pressure, 0, 5000, SPEC)
    with pytest.raises(EcgError, match="none of the leads"):
        window(record_of(noise(3, 5000), ("V7", "V8", "V9")), 0, 5000, SPEC)


def test_infinite_values_are_refused():
    values = noise(12, 5000)
    values[2, 100] = np.inf
    with pytest.raises(EcgError, match="infinite"):
        window(record_of(values), 0, 5000, SPEC)


def test_windows_cover_the_record_and_the_last_is_flush_with_its_end():
    assert spans(3000, 500.0, SPEC) == ((0, 3000),)
    assert spans(5000, 500.0, SPEC) == ((0, 5000),)
    assert spans(10_000, 500.0, SPEC) == ((0, 5000), (5000, 10_000))
    assert spans(12_000, 500.0, SPEC) == ((0, 5000), (5000, 10_000), (7000, 12_000))
    assert spans(3601, 360.0, SPEC) == ((0, 3600), (1, 3601))
