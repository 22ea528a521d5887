"""The waves of one heartbeat: when the dipole moves where.

As in McSharry et al. (IEEE Trans Biomed Eng 50:289-294, 2003,
doi:10.1109/TBME.2003.808805) every wave of a beat is a Gaussian bump, and as in
Sameni et al. (EURASIP J Adv Signal Process 2007:43407, doi:10.1155/2007/43407) the
bumps move a three-dimensional dipole, so that one beat gives all leads at once. This is
the closed ("direct sum") form of their equations with the phase written as
milliseconds from the R peak, which lets QRS keep its width while QT follows the rate.

Ours: the tables below (first fitted to averaged vectorcardiograms, then rounded and
shaped by hand), the two-sided widths (a T wave rises slower than it falls) and the flat
tops (an ST segment).

Axes are Frank's: x to the left, y to the feet, z to the back; moments in mV.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

# A Gaussian is taken to begin and end where it is 9 % of its height.
EDGE_SIGMAS: Final = 2.2

# Columns: centre, rise (sigma), fall (sigma), hold (half the flat top), all in ms; x, y, z.
NORMAL_QRS: Final = np.array(
    [
        [-28.0, 7.0, 7.0, 0.0, -0.11, -0.02, -0.21],  # septum: to the right and forwards
        [-9.0, 8.5, 9.0, 0.0, 0.50, 0.28, -0.14],  # apex and free walls
        [4.0, 9.0, 9.0, 0.0, 0.70, 0.42, 0.72],
        [22.0, 9.0, 9.0, 0.0, -0.07, -0.12, 0.36],  # base: backwards and up
    ]
)
# The septum is crossed from right to left, then the left ventricle late and slowly:
# everything points left and back, with a notch between two humps.
LEFT_BLOCK_QRS: Final = np.array(
    [
        [-46.0, 8.0, 9.0, 0.0, 0.10, 0.03, -0.12],
        [-22.0, 14.0, 14.0, 0.0, 0.72, 0.22, 0.60],
        [9.0, 17.0, 17.0, 0.0, 0.58, 0.12, 1.16],
        [40.0, 15.0, 15.0, 0.0, 0.75, 0.02, 0.78],
    ]
)
# The left ventricle is normal; the right one follows alone, to the right and forwards.
RIGHT_BLOCK_QRS: Final = np.array(
    [
        [-28.0, 7.0, 7.0, 0.0, -0.11, -0.02, -0.20],
        [-9.0, 8.5, 9.0, 0.0, 0.52, 0.26, -0.04],
        [4.0, 9.0, 9.0, 0.0, 0.58, 0.30, 0.50],
        [40.0, 14.0, 17.0, 0.0, -0.44, -0.06, -0.60],
        [66.0, 12.0, 13.0, 0.0, -0.20, -0.02, -0.27],
    ]
)
# Ventricular beats by where they start: right outflow tract, left ventricle near the
# apex, right ventricle near the apex.
VENTRICULAR_QRS: Final = (
    np.array(
        [
            [-28.0, 14.0, 16.0, 0.0, 0.25, 0.35, 0.25],
            [6.0, 20.0, 20.0, 0.0, 0.50, 1.10, 0.95],
            [44.0, 16.0, 16.0, 0.0, 0.20, 0.45, 0.35],
        ]
    ),
    np.array(
        [
            [-28.0, 14.0, 16.0, 0.0, -0.15, -0.30, -0.45],
            [6.0, 20.0, 20.0, 0.0, -0.35, -0.95, -0.85],
            [44.0, 16.0, 16.0, 0.0, -0.25, -0.50, -0.30],
        ]
    ),
    np.array(
        [
            [-28.0, 14.0, 16.0, 0.0, 0.40, -0.20, 0.20],
            [6.0, 20.0, 20.0, 0.0, 0.85, -0.75, 0.90],
            [44.0, 16.0, 16.0, 0.0, 0.35, -0.40, 0.45],
        ]
    ),
)
# Milliseconds from the start of the P wave: right atrium, then left atrium.
SINUS_P: Final = np.array(
    [
        [38.0, 15.0, 16.0, 0.0, 0.030, 0.055, -0.040],
        [66.0, 16.0, 17.0, 0.0, 0.050, 0.050, 0.028],
    ]
)
# Atrial beats that start elsewhere: low in the right atrium, or high in the left one.
ECTOPIC_P: Final = (
    np.array(
        [
            [32.0, 13.0, 14.0, 0.0, 0.020, -0.075, 0.020],
            [56.0, 14.0, 15.0, 0.0, 0.030, -0.055, -0.020],
        ]
    ),
    np.array(
        [
            [32.0, 13.0, 14.0, 0.0, -0.060, 0.075, 0.020],
            [56.0, 14.0, 15.0, 0.0, -0.040, 0.050, -0.060],
        ]
    ),
)
P_DURATION_MS: Final = 100.0

# T waves at a heart rate of 60 per minute; the first column counts from the peak.
NORMAL_T: Final = np.array(
    [
        [0.0, 50.0, 40.0, 0.0, 0.24, 0.13, -0.17],
        [-62.0, 70.0, 45.0, 0.0, 0.05, 0.02, -0.07],
    ]
)
LEFT_BLOCK_T: Final = np.array(
    [
        [0.0, 60.0, 40.0, 0.0, -0.19, -0.05, -0.36],
        [-70.0, 80.0, 50.0, 0.0, -0.08, -0.03, -0.18],
    ]
)
RIGHT_BLOCK_T: Final = np.array(
    [
        [0.0, 52.0, 40.0, 0.0, 0.21, 0.11, 0.13],
        [-62.0, 70.0, 45.0, 0.0, 0.04, 0.01, 0.07],
    ]
)


@dataclass(frozen=True, eq=False)
class BeatShape:
    """Waves of QRS, ST and T of one beat, in ms from its R peak.

    waves: (n_waves, 7) as in the tables. The other fields say where QRS begins, where
    it ends (J point), and where T peaks and ends.
    """

    waves: Floats
    qrs_onset_ms: float
    j_ms: float
    t_peak_ms: float
    t_end_ms: float


def extent_ms(waves: Floats, sigmas: float = EDGE_SIGMAS) -> tuple[float, float]:
    """Return where the first wave begins and the last one ends, in ms."""
    centre, rise, fall, hold = waves[:, :4].T
    first = (centre - hold - sigmas * rise).min()
    last = (centre + hold + sigmas * fall).max()
    return float(first), float(last)


def stretched(waves: Floats, factor: float) -> Floats:
    """Return the waves with all their times multiplied."""
    return waves * [factor, factor, factor, factor, 1.0, 1.0, 1.0]


def beat_shape(qrs: Floats, t_wave: Floats, qt_ms: float) -> BeatShape:
    """Join QRS and a T wave that ends QT after QRS begins.

    T is as wide as QT is long: the tables stand for a QT of 400 ms.
    """
    onset_ms, j_ms = extent_ms(qrs)
    t_end_ms = onset_ms + qt_ms
    late = stretched(t_wave, qt_ms / 400.0)
    # The tangent at the steepest point of a Gaussian meets the baseline at two sigmas.
    t_peak_ms = t_end_ms - 2.0 * late[0, 2]
    late[:, 0] += t_peak_ms
    return BeatShape(np.vstack([qrs, late]), onset_ms, j_ms, float(t_peak_ms), t_end_ms)


def with_injury(shape: BeatShape, st_moment: Floats, t_share: float) -> BeatShape:
    """Return the beat with its ST segment shifted by a dipole of injury.

    st_moment: (3,) mV from the J point on. t_share: how much of it the end of the ST
    segment adds again, which makes depression slope down and elevation a dome.
    """
    first_ms, last_ms = shape.j_ms - 2.0, shape.t_peak_ms - 60.0
    middle_ms, hold_ms = (first_ms + last_ms) / 2, max(last_ms - first_ms, 0.0) / 2
    segment = [middle_ms, 11.0, 46.0, hold_ms, *st_moment]
    slope = [shape.t_peak_ms - 55.0, 60.0, 42.0, 0.0, *(t_share * st_moment)]
    waves = np.vstack([shape.waves, segment, slope])
    return BeatShape(waves, shape.qrs_onset_ms, shape.j_ms, shape.t_peak_ms, shape.t_end_ms)


def against(qrs: Floats) -> Floats:
    """Return the T wave of a ventricular beat: ST and T point away from its QRS."""
    main = qrs[np.argmax(np.linalg.norm(qrs[:, 4:], axis=1)), 4:]
    return np.array(
        [
            [0.0, 60.0, 42.0, 0.0, *(-0.38 * main)],
            [-70.0, 70.0, 50.0, 0.0, *(-0.14 * main)],
        ]
    )
