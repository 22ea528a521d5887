import numpy as np
import pytest

from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.signal.synthesis import LABELS, Mains, synthesize
from tests.signal.measure_synthetic import lead, made, pr_ms, qrs_ms, rr_s, whole_beats

SEEDS = range(20)


@pytest.mark.parametrize("label", LABELS)
def test_a_record_is_ten_seconds_of_twelve_finite_leads(label: str) -> None:
    for ecg in made(label):
        assert ecg.signals_mv.shape == ecg.clean_mv.shape == (12, 5000)
        assert ecg.signals_mv.dtype == ecg.clean_mv.dtype == np.float32
        assert np.isfinite(ecg.signals_mv).all()
        assert ecg.labels == {label}


@pytest.mark.parametrize("label", LABELS)
def test_limb_leads_obey_einthoven_and_goldberger_with_noise(label: str) -> None:
    for ecg in made(label):
        one, two, three, avr, avl, avf = ecg.signals_mv[:6].astype(float)
        assert np.allclose(three, two - one, atol=1e-6)
        assert np.allclose(avr, -(one + two) / 2, atol=1e-6)
        assert np.allclose(avl, (one - three) / 2, atol=1e-6)
        assert np.allclose(avf, (two + three) / 2, atol=1e-6)


@pytest.mark.parametrize("label", LABELS)
def test_the_same_seed_gives_the_same_record_and_another_does_not(label: str) -> None:
    first, again, other = synthesize(label, 3), synthesize(label, 3), synthesize(label, 4)
    assert np.array_equal(first.signals_mv, again.signals_mv)
    assert first.beats == again.beats
    assert not np.array_equal(first.signals_mv, other.signals_mv)


def test_a_generator_goes_on_where_it_stands() -> None:
    rng = np.random.default_rng(1)
    assert not np.array_equal(synthesize("AF", rng).clean_mv, synthesize("AF", rng).clean_mv)


@pytest.mark.parametrize("label", LABELS)
def test_another_sampling_rate_shows_the_same_heart(label: str) -> None:
    fine = synthesize(label, 5, rate_hz=1000.0, noise=0)
    coarse = synthesize(label, 5, rate_hz=250.0, noise=0)
    assert np.allclose(fine.clean_mv[:, ::4], coarse.clean_mv, atol=2e-4)


@pytest.mark.parametrize("label", LABELS)
def test_noise_is_small_beside_the_heart_and_zero_when_unwanted(label: str) -> None:
    for ecg in made(label):
        noise = ecg.signals_mv - ecg.clean_mv
        assert 0.002 < noise.std() < 0.08
    silent = synthesize(label, 5, noise=0)
    assert np.array_equal(silent.signals_mv, silent.clean_mv)


def test_mains_hum_stands_at_its_frequency() -> None:
    ecg = synthesize("SNR", 2, mains=Mains(0.1, frequency_hz=60.0))
    hum = np.abs(np.fft.rfft((ecg.signals_mv - ecg.clean_mv)[0]))
    assert np.argmax(hum[400:]) + 400 == 600  # 0.1 Hz a bin


@pytest.mark.parametrize("label", LABELS)
def test_amplitudes_are_those_of_a_human_heart(label: str) -> None:
    for ecg in made(label):
        assert 0.5 < lead(ecg, "V5").max() < 3.0 or label == "PVC"
        assert 0.8 < np.ptp(lead(ecg, "V2")) < 5.0
        assert np.abs(ecg.signals_mv).max() < 5.0


@pytest.mark.parametrize("label", LABELS)
def test_marked_beats_stand_on_qrs(label: str) -> None:
    for ecg in made(label):
        moved = np.abs(ecg.clean_mv - np.median(ecg.clean_mv, axis=1, keepdims=True)).sum(axis=0)
        for beat in whole_beats(ecg):
            peak = beat.sample - 40 + np.argmax(moved[beat.sample - 40 : beat.sample + 40])
            assert beat.qrs_onset <= peak <= beat.j_point


@pytest.mark.parametrize("label", ["SNR", "LBBB", "RBBB", "STD", "STE"])
def test_pr_is_normal_where_nothing_delays_it(label: str) -> None:
    for ecg in made(label):
        assert 118 <= pr_ms(ecg) <= 202


def test_pr_is_long_in_first_degree_block() -> None:
    for ecg in made("IAVB"):
        assert 215 <= pr_ms(ecg) <= 325


@pytest.mark.parametrize("label", ["SNR", "IAVB", "PAC", "PVC", "STD", "STE"])
def test_qrs_is_narrow_without_a_block(label: str) -> None:
    for ecg in made(label):
        assert 70 <= qrs_ms(ecg, "N") <= 112


def test_qrs_is_wide_in_bundle_branch_blocks() -> None:
    for ecg in made("LBBB"):
        assert 135 <= qrs_ms(ecg) <= 175
    for ecg in made("RBBB"):
        assert 118 <= qrs_ms(ecg) <= 155


# In AF the waves of the atria hide where QRS begins.
@pytest.mark.parametrize("label", sorted(set(LABELS) - {"AF"}))
def test_stated_intervals_are_the_measured_ones(label: str) -> None:
    for ecg in made(label):
        assert ecg.intervals.qrs_ms == pytest.approx(qrs_ms(ecg), abs=12)
        if label in ("PAC", "PVC"):
            continue
        assert ecg.intervals.rate_per_min == pytest.approx(60 / rr_s(ecg).mean(), rel=0.03)
        assert ecg.intervals.pr_ms == pytest.approx(pr_ms(ecg), abs=15)


@pytest.mark.parametrize("label", ["SNR", "STD", "STE", "IAVB"])
def test_qt_follows_the_rate_by_fridericia(label: str) -> None:
    for ecg in made(label):
        corrected = ecg.intervals.qt_ms / np.cbrt(60 / ecg.intervals.rate_per_min)
        assert 375 <= corrected <= 445


def test_sinus_rhythm_breathes_and_fibrillation_is_irregular() -> None:
    for calm, irregular in zip(made("SNR"), made("AF"), strict=True):
        assert 55 <= 60 / rr_s(calm).mean() <= 95
        assert 0.005 < rr_s(calm).std() / rr_s(calm).mean() < 0.09
        assert rr_s(irregular).std() / rr_s(irregular).mean() > 0.1
        assert rr_s(irregular).min() > 0.3


@pytest.mark.parametrize(
    "labels", [("AF", "RBBB"), ("AF", "PVC"), ("PAC", "PVC"), ("RBBB", "STE"), ("IAVB", "LBBB")]
)
def test_labels_combine(labels: tuple[str, ...]) -> None:
    for seed in SEEDS:
        ecg = synthesize(labels, seed)
        assert ecg.labels == set(labels)
        assert all(ecg.truth[label].any() for label in labels)


@pytest.mark.parametrize(
    "labels",
    [("SNR", "AF"), ("LBBB", "RBBB"), ("AF", "IAVB"), ("STD", "STE"), (), ("flutter",), "VT"],
)
def test_impossible_labels_are_refused(labels: tuple[str, ...] | str) -> None:
    with pytest.raises(ValueError, match=r"labels|stands alone|exclude"):
        synthesize(labels, 1)


def test_a_record_too_short_for_a_rhythm_is_refused() -> None:
    with pytest.raises(ValueError, match="too short"):
        synthesize("SNR", 1, duration_s=2.0)


def test_leads_come_in_standard_order() -> None:
    ecg = synthesize("LBBB", 1)
    # V1 looks away from the left ventricle and V6 at it.
    assert ecg.clean_mv[STANDARD_LEADS.index("V1")].min() < -0.5
    assert ecg.clean_mv[STANDARD_LEADS.index("V6")].max() > 0.4
