"""The made-up person behind a synthetic record: intervals, amplitudes, axis, chest.

All ranges are ours, inside what textbooks call normal or typical of the class. QT
follows the rate by Fridericia's cube root (Acta Med Scand 53:469-486, 1920).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np

from ecgviewer.signal.synthesis_shapes import (
    ECTOPIC_P,
    LEFT_BLOCK_QRS,
    LEFT_BLOCK_T,
    NORMAL_QRS,
    NORMAL_T,
    RIGHT_BLOCK_QRS,
    RIGHT_BLOCK_T,
    SINUS_P,
    VENTRICULAR_QRS,
    BeatShape,
    Floats,
    against,
    beat_shape,
    stretched,
    with_injury,
)

LABELS: Final = ("SNR", "AF", "IAVB", "LBBB", "RBBB", "PAC", "PVC", "STD", "STE")
_EXCLUSIVE: Final = (
    {"LBBB", "RBBB"},
    {"AF", "IAVB"},
    {"AF", "PAC"},
    {"STD", "STE"},
    # A left bundle branch block shifts ST by itself and hides the rest.
    {"LBBB", "STD"},
    {"LBBB", "STE"},
)

# Rows I, II, V1-V6 of Dower's matrix from Frank's x, y, z to the leads
# (Dower et al., Clin Cardiol 3:87-95, 1980; the matrix that Edenbrandt & Pahlm,
# J Electrocardiol 21:361-367, 1988, inverted).
DOWER: Final = np.array(
    [
        [0.632, -0.235, 0.059],
        [0.235, 1.066, -0.132],
        [-0.515, 0.157, -0.917],
        [0.044, 0.164, -1.387],
        [0.882, 0.098, -1.277],
        [1.213, 0.127, -0.601],
        [1.125, 0.127, -0.086],
        [0.831, 0.076, 0.230],
    ]
)
_SLOW_REPOLARISATION_MS: Final = 30.0
# Injury currents: below the whole inner wall, in the front wall, in the lower wall.
_SUBENDOCARDIAL: Final = np.array([-0.125, -0.085, 0.015])
_ANTERIOR_INJURY: Final = np.array([0.15, -0.15, -0.26])
_INFERIOR_INJURY: Final = np.array([-0.05, 0.27, 0.09])


@dataclass(frozen=True, eq=False)
class Heart:
    """What stays the same through a record.

    rr_s: mean interval between sinus (or fibrillating) beats. p_wave, early_p, qrs,
    t_wave, extra_qrs: tables like those of `synthesis_shapes`, this heart's own (early_p
    and extra_qrs: of its atrial and ventricular extra beats). leads: (8, 3), the chest:
    I, II, V1-V6 from the dipole. st_moment: (3,) mV, with t_share (`with_injury`).
    breathing_hz with its phase moves axis, amplitude and rhythm.
    """

    labels: frozenset[str]
    age_years: int
    sex: str
    rr_s: float
    pr_ms: float
    qtc_ms: float
    p_wave: Floats
    early_p: Floats
    qrs: Floats
    t_wave: Floats
    extra_qrs: Floats
    leads: Floats
    st_moment: Floats
    t_share: float
    breathing_hz: float
    breathing_phase: float
    sinus_arrhythmia: float

    def conducted_shape(self, rr_s: float) -> BeatShape:
        """Return QRS, ST and T of a beat that came down from the atria."""
        shape = beat_shape(self.qrs, self.t_wave, self._qt_ms(rr_s))
        if not self.st_moment.any():
            return shape
        return with_injury(shape, self.st_moment, self.t_share)

    def ventricular_shape(self, rr_s: float) -> BeatShape:
        """Return QRS, ST and T of a ventricular extra beat."""
        t_wave = against(self.extra_qrs)
        return beat_shape(self.extra_qrs, t_wave, self._qt_ms(rr_s) + _SLOW_REPOLARISATION_MS)

    def _qt_ms(self, rr_s: float) -> float:
        return float(self.qtc_ms * np.cbrt(rr_s))


def check_labels(labels: str | Iterable[str]) -> frozenset[str]:
    """Return the labels as a set; raises ValueError where they cannot go together."""
    chosen = frozenset((labels,) if isinstance(labels, str) else labels)
    unknown = chosen - set(LABELS)
    if unknown or not chosen:
        raise ValueError(f"labels {sorted(chosen)} are not among {LABELS}")
    if "SNR" in chosen and len(chosen) > 1:
        raise ValueError("SNR stands alone")
    for pair in _EXCLUSIVE:
        if pair <= chosen:
            raise ValueError(f"{' and '.join(sorted(pair))} exclude each other")
    return chosen


def draw_heart(labels: str | Iterable[str], rng: np.random.Generator) -> Heart:
    """Draw a person who has these labels; raises ValueError for impossible ones."""
    chosen = check_labels(labels)
    # Extra beats come at any age; the other findings belong to later life.
    age = int(rng.integers(22 if chosen & {"SNR", "PAC", "PVC"} else 48, 88))
    qrs, t_wave, qt_longer_ms = _conduction(chosen)
    extra_qrs = VENTRICULAR_QRS[int(rng.integers(len(VENTRICULAR_QRS)))]
    st_moment, t_share, t_factor = _injury(chosen, rng)
    position = _rotation(rng, age, spread=0.5 if qt_longer_ms else 1.0)
    gain = float(np.clip(rng.lognormal(0.0, 0.18) * (1.12 - age / 500), 0.72, 1.5))
    t_gain = gain * t_factor * rng.uniform(0.75, 1.25)
    p_gain = rng.uniform(0.8, 1.35)
    return Heart(
        labels=chosen,
        age_years=age,
        sex=str(rng.choice(["Male", "Female"])),
        rr_s=60.0 / _rate_per_min(chosen, rng),
        pr_ms=rng.uniform(225, 300) if "IAVB" in chosen else rng.uniform(132, 184),
        qtc_ms=rng.uniform(385, 425) + qt_longer_ms + 8.0 * (age > 60),
        p_wave=_own(SINUS_P, p_gain, np.eye(3), rng),
        early_p=_own(ECTOPIC_P[int(rng.integers(len(ECTOPIC_P)))], p_gain, np.eye(3), rng),
        qrs=stretched(_own(qrs, gain, position, rng), _qrs_width(chosen, rng)),
        # The T axis varies half as much as that of QRS.
        t_wave=_own(t_wave, t_gain, (np.eye(3) + position) / 2, rng),
        extra_qrs=stretched(
            _own(extra_qrs, gain * rng.uniform(1.0, 1.3), position, rng), rng.uniform(1.0, 1.2)
        ),
        leads=_chest(rng),
        # Injury has its place in the chest, so it does not turn with the axis.
        st_moment=st_moment,
        t_share=t_share,
        breathing_hz=rng.uniform(0.18, 0.32),
        breathing_phase=rng.uniform(0, 2 * np.pi),
        sinus_arrhythmia=rng.uniform(0.02, 0.05) * (1.6 - age / 80),
    )


def _conduction(labels: frozenset[str]) -> tuple[Floats, Floats, float]:
    """Return the tables of QRS and T, and by how many ms a block makes QT longer."""
    if "LBBB" in labels:
        return LEFT_BLOCK_QRS, LEFT_BLOCK_T, 55.0
    if "RBBB" in labels:
        return RIGHT_BLOCK_QRS, RIGHT_BLOCK_T, 30.0
    return NORMAL_QRS, NORMAL_T, 0.0


def _own(table: Floats, gain: float, position: Floats, rng: np.random.Generator) -> Floats:
    """Return a table's waves as this heart makes them: a little other, turned, scaled."""
    own = table.copy()
    count = len(own)
    own[:, 0] += rng.normal(0.0, 0.04, count) * own[:, 2]
    own[:, 1:4] *= np.clip(rng.normal(1.0, 0.05, (count, 1)), 0.88, 1.12)
    size = np.linalg.norm(own[:, 4:], axis=1, keepdims=True)
    own[:, 4:] *= np.clip(rng.normal(1.0, 0.08, (count, 1)), 0.8, 1.2)
    own[:, 4:] += 0.05 * size * np.clip(rng.normal(size=(count, 3)), -2, 2)
    own[:, 4:] = gain * own[:, 4:] @ position.T
    return own


def _rate_per_min(labels: frozenset[str], rng: np.random.Generator) -> float:
    if "AF" in labels:
        return rng.uniform(65, 125)
    if labels & {"PAC", "PVC"}:
        return rng.uniform(60, 78)
    # A long PR needs room: P would fall into the T wave of a fast heart.
    return rng.uniform(54, 71) if "IAVB" in labels else rng.uniform(62, 88)


def _qrs_width(labels: frozenset[str], rng: np.random.Generator) -> float:
    if "LBBB" in labels:
        return rng.uniform(1.04, 1.18)
    return rng.uniform(0.98, 1.10) if "RBBB" in labels else rng.uniform(0.96, 1.12)


def _injury(labels: frozenset[str], rng: np.random.Generator) -> tuple[Floats, float, float]:
    """Return the ST moment, how it grows towards T, and the factor on the T wave."""
    if "STD" in labels:
        return _SUBENDOCARDIAL * rng.uniform(1.25, 1.9), rng.uniform(0.0, 0.45), 0.45
    if "STE" in labels:
        injury = _ANTERIOR_INJURY if rng.random() < 0.5 else _INFERIOR_INJURY
        return injury * rng.uniform(1.0, 1.6), rng.uniform(0.25, 0.6), 0.9
    return np.zeros(3), 0.0, 1.0


def _rotation(rng: np.random.Generator, age: int, spread: float) -> Floats:
    """Turn the heart in the frontal plane (older: more to the left) and the horizontal."""
    frontal = np.radians(np.clip(spread * rng.normal(6 - age / 6, 11), -32, 26))
    horizontal = np.radians(np.clip(spread * rng.normal(0, 7), -14, 14))
    return turn(frontal, plane=(0, 1)) @ turn(horizontal, plane=(0, 2))


def turn(angle_rad: float, plane: tuple[int, int]) -> Floats:
    """Return the (3, 3) rotation that turns the first axis of ``plane`` into the second."""
    first, second = plane
    matrix = np.eye(3)
    matrix[[first, second], [first, second]] = np.cos(angle_rad)
    matrix[second, first] = np.sin(angle_rad)
    matrix[first, second] = -np.sin(angle_rad)
    return matrix


def _chest(rng: np.random.Generator) -> Floats:
    """Vary Dower's matrix: no two chests and no two electrode placements are alike."""
    # Limb leads hang far from the heart, chest electrodes shift by a rib.
    own_gain = np.clip(rng.normal(1.0, [[0.04]] * 2 + [[0.09]] * 6), 0.8, 1.25)
    shift = rng.normal(0.0, [[0.01]] * 2 + [[0.04]] * 6, size=DOWER.shape)
    return DOWER * own_gain + np.clip(shift, -0.08, 0.08)
