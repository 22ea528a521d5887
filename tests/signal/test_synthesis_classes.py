"""Each class as a cardiologist would read it, measured on noise-free records."""

import numpy as np
import pytest

from ecgviewer.signal.synthesis import LABELS, SyntheticBeat, SyntheticEcg
from tests.signal.measure_synthetic import (
    Floats,
    lead,
    made,
    qrs_ms,
    qrs_of,
    samples,
    st_mv,
    t_of,
    whole_beats,
)


def test_sinus_rhythm_has_a_normal_axis() -> None:
    for ecg in made("SNR"):
        beat = whole_beats(ecg)[2]
        axis = np.degrees(
            np.arctan2(
                qrs_of(ecg, "aVF", beat).sum() * 2 / np.sqrt(3), qrs_of(ecg, "I", beat).sum()
            )
        )
        assert -30 <= axis <= 90


def test_sinus_rhythm_has_r_growing_across_the_chest() -> None:
    for ecg in made("SNR"):
        beat = whole_beats(ecg)[2]
        r_mv = [qrs_of(ecg, f"V{number}", beat).max() for number in range(1, 7)]
        s_mv = [-qrs_of(ecg, f"V{number}", beat).min() for number in range(1, 7)]
        assert r_mv[0] < r_mv[2] < r_mv[3]
        assert r_mv[0] < s_mv[0]
        assert r_mv[4] > s_mv[4]
        assert r_mv[5] > s_mv[5]


def test_sinus_p_is_upright_in_ii_and_small() -> None:
    for ecg in made("SNR"):
        signal = lead(ecg, "II")
        for beat in whole_beats(ecg):
            assert beat.p_onset is not None
            p_wave = signal[beat.p_onset : beat.qrs_onset] - signal[beat.p_onset]
            assert 0.04 < p_wave.max() < 0.25
            assert p_wave.min() > -0.03


def test_sinus_t_is_upright_and_falls_faster_than_it_rises() -> None:
    for ecg in made("SNR"):
        for name in ("I", "II", "V4", "V5", "V6"):
            t_wave = t_of(ecg, name, whole_beats(ecg)[2])
            peak = int(np.argmax(t_wave))
            above = np.flatnonzero(t_wave > 0.5 * t_wave[peak])
            assert t_wave[peak] > 0.05
            assert peak - above[0] > above[-1] - peak


def test_sinus_st_is_level() -> None:
    for ecg in made("SNR"):
        for name in ("I", "II", "III", "aVL", "aVF", "V1", "V5", "V6"):
            assert abs(st_mv(ecg, name)) < 0.1


def test_fibrillation_has_no_p_and_moves_between_the_beats() -> None:
    for fibrillating, calm in zip(made("AF"), made("SNR"), strict=True):
        assert all(beat.p_onset is None for beat in fibrillating.beats)
        between = lead(fibrillating, "V1")[fibrillating.truth["AF"]]
        quiet = np.zeros(calm.n_samples, dtype=bool)
        for before, after in zip(calm.beats[:-1], calm.beats[1:], strict=True):
            quiet[before.t_end + 20 : after.p_onset] = True
        assert np.ptp(between) > 0.07
        assert between.std() > 3 * lead(calm, "V1")[quiet].std()


def test_left_block_is_broad_and_upright_in_i_and_v6_without_q() -> None:
    for ecg in made("LBBB"):
        beat = whole_beats(ecg)[2]
        for name in ("I", "aVL", "V5", "V6"):
            qrs = qrs_of(ecg, name, beat)
            assert qrs.min() > -0.1 * qrs.max()
            # Above half its height for 60 ms and more: no narrow R.
            assert np.ptp(np.flatnonzero(qrs > 0.5 * qrs.max())) >= samples(ecg, 55)
            assert t_of(ecg, name, beat).sum() < 0


def test_left_block_is_notched_in_a_lateral_lead() -> None:
    for ecg in made("LBBB"):
        beat = whole_beats(ecg)[2]
        assert any(_humps(qrs_of(ecg, name, beat)) >= 2 for name in ("I", "aVL", "V5", "V6"))


def _humps(qrs: Floats) -> int:
    """Local maxima in the upper half of R."""
    inner = qrs[1:-1]
    top = (inner > qrs[:-2]) & (inner >= qrs[2:]) & (inner > 0.5 * qrs.max())
    return int(top.sum())


def test_left_block_is_negative_in_v1_with_t_against_it() -> None:
    for ecg in made("LBBB"):
        beat = whole_beats(ecg)[2]
        qrs = qrs_of(ecg, "V1", beat)
        assert qrs.max() < 0.25 * -qrs.min()
        assert t_of(ecg, "V1", beat).sum() > 0
        assert st_mv(ecg, "V1") > 0.05


def test_right_block_is_rsr_in_v1_with_t_inverted() -> None:
    for ecg in made("RBBB"):
        for beat in whole_beats(ecg):
            qrs = qrs_of(ecg, "V1", beat)
            s_at = int(np.argmin(qrs))
            assert qrs[:s_at].max() > 0.05
            assert qrs[s_at] < -0.1
            assert qrs[s_at:].max() > 1.3 * qrs[:s_at].max()
            assert t_of(ecg, "V1", beat).sum() < 0


def test_right_block_ends_with_a_broad_s_in_i_and_v6() -> None:
    for ecg in made("RBBB"):
        for name in ("I", "V6"):
            qrs = qrs_of(ecg, name, whole_beats(ecg)[2])
            assert qrs.min() < -0.08
            assert np.count_nonzero(qrs < 0.3 * qrs.min()) >= samples(ecg, 35)
            assert np.argmin(qrs) > np.argmax(qrs)


def test_premature_atrial_beats_are_early_and_narrow_with_another_p() -> None:
    for ecg in made("PAC"):
        beats = ecg.beats
        places = [place for place, beat in enumerate(beats) if beat.symbol == "A"]
        assert places
        for place in places:
            before, early, after = beats[place - 1 : place + 2]
            usual = 60 * ecg.rate_hz / _sinus_rate(ecg)
            assert early.sample - before.sample < 0.82 * usual
            # The pause is not fully compensatory.
            assert after.sample - before.sample < 1.92 * usual
            # The same way down: the same QRS.
            assert np.corrcoef(_around(ecg, early.sample), _around(ecg, before.sample))[0, 1] > 0.93
            assert np.corrcoef(_p_wave(ecg, early), _p_wave(ecg, before))[0, 1] < 0.85


def _sinus_rate(ecg: SyntheticEcg) -> float:
    pairs = zip(ecg.beats[:-1], ecg.beats[1:], strict=True)
    calm = [b.sample - a.sample for a, b in pairs if a.symbol == b.symbol == "N"]
    return 60 * ecg.rate_hz / float(np.median(calm))


def _around(ecg: SyntheticEcg, sample: int) -> Floats:
    return ecg.clean_mv[:, sample - 25 : sample + 25].astype(np.float64).ravel()


def _p_wave(ecg: SyntheticEcg, beat: SyntheticBeat) -> Floats:
    start, stop = beat.p_onset, beat.p_end
    assert start is not None
    assert stop is not None
    waves = ecg.clean_mv[:, start:stop].astype(float)
    # An early P rides on the falling T wave: take the straight line away.
    line = np.linspace(waves[:, 0], waves[:, -1], waves.shape[1], axis=1)
    return (waves - line).ravel()


def test_ventricular_beats_are_early_and_wide_with_a_full_pause_and_no_p() -> None:
    for ecg in made("PVC"):
        places = [place for place, beat in enumerate(ecg.beats) if beat.symbol == "V"]
        assert len(places) >= 2
        assert qrs_ms(ecg, "V") > 120
        for place in places:
            before, early, after = ecg.beats[place - 1 : place + 2]
            usual = 60 * ecg.rate_hz / _sinus_rate(ecg)
            assert early.p_onset is None
            assert early.sample - before.sample < 0.78 * usual
            assert (after.sample - before.sample) / usual == pytest.approx(2.0, abs=0.2)


def test_ventricular_beats_have_t_against_qrs() -> None:
    for ecg in made("PVC"):
        for beat in whole_beats(ecg, "V"):
            areas = {name: qrs_of(ecg, name, beat).sum() for name in ("II", "V1", "V2", "V6")}
            name = max(areas, key=lambda name: abs(areas[name]))
            assert areas[name] * t_of(ecg, name, beat).sum() < 0


def test_st_depression_is_level_or_falling_in_v4_to_v6_and_ii() -> None:
    for ecg in made("STD"):
        for name in ("II", "V4", "V5", "V6"):
            assert st_mv(ecg, name, 60) <= -0.1
            assert st_mv(ecg, name, 80) <= -0.1
            # Horizontal or falling, never quickly upsloping.
            assert st_mv(ecg, name, 80) - st_mv(ecg, name, 20) < 0.04
        assert st_mv(ecg, "aVR") > 0.03


def test_st_elevation_stands_in_neighbouring_leads_with_its_mirror() -> None:
    places = set()
    for ecg in made("STE"):
        anterior = [st_mv(ecg, name, 0) for name in ("V2", "V3", "V4")]
        inferior = [st_mv(ecg, name, 0) for name in ("II", "III", "aVF")]
        front = min(anterior[:2]) >= 0.2 or min(anterior[1:]) >= 0.2
        below = sum(level >= 0.2 for level in inferior) >= 2
        assert front != below
        mirror = ("III", "aVF") if front else ("I", "aVL")
        assert min(st_mv(ecg, name) for name in mirror) <= -0.08
        places.add("front" if front else "below")
    assert places == {"front", "below"}


@pytest.mark.parametrize("label", LABELS)
def test_truth_says_where_the_evidence_lies(label: str) -> None:
    share = {
        "SNR": (0.2, 0.55), "AF": (0.15, 0.8), "IAVB": (0.2, 0.45), "LBBB": (0.12, 0.28),
        "RBBB": (0.12, 0.25), "PAC": (0.02, 0.15), "PVC": (0.07, 0.3), "STD": (0.2, 0.55),
        "STE": (0.2, 0.55),
    }[label]  # fmt: skip
    for ecg in made(label):
        assert set(ecg.truth) == {label}
        assert ecg.truth[label].shape == (ecg.n_samples,)
        assert share[0] < ecg.truth[label].mean() < share[1]


def test_truth_of_ventricular_beats_covers_just_these() -> None:
    for ecg in made("PVC"):
        for beat in whole_beats(ecg):
            assert ecg.truth["PVC"][beat.sample] == (beat.symbol == "V")


def test_truth_of_first_degree_block_ends_where_qrs_begins() -> None:
    for ecg in made("IAVB"):
        for beat in whole_beats(ecg):
            assert ecg.truth["IAVB"][beat.qrs_onset - 5]
            assert not ecg.truth["IAVB"][beat.sample]
