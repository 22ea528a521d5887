"""The single-lead paper's eight observations of what its nets look at, as questions of figures.

Source: Murugesan et al., 2018, Figure 3 and its discussion. There they are impressions of one
window a class; here each is asked of many windows, whether the part that it names holds
more of a map's mass than of the window's length. No span and no map was fitted to the
answers.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.record import Samples
from ecgviewer.study.beat_parts import inside
from ecgviewer.study.bootstrap import N_DRAWS, Interval, interval

CNN, LSTM = NETS = ("CNN", "LSTM")
PASS, FAIL, UNKNOWN = "pass", "fail", "too few"
# Of fewer windows an interval is narrow by chance.
FEWEST = 10

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Question:
    """Whether the maps of a net dwell on a part (of beat_parts) in windows of a class."""

    number: int
    label: str
    net: str
    part: str


QUESTIONS = (
    Question(1, "N", CNN, "QRS"),
    Question(1, "N", LSTM, "P"),
    Question(1, "N", LSTM, "QRS"),
    Question(1, "N", LSTM, "T"),
    Question(2, "PVC", CNN, "neighbours"),
    Question(2, "PVC", LSTM, "ectopic beat"),
    Question(3, "PAC", CNN, "R peaks"),
    Question(3, "PAC", LSTM, "last beat"),
    Question(4, "AFIB", CNN, "R peaks"),
    Question(4, "AFIB", CNN, "f waves"),
    Question(4, "AFIB", LSTM, "f waves"),
    Question(5, "SVTA", CNN, "QRS"),
    Question(5, "SVTA", LSTM, "ST"),
    Question(6, "SBR", CNN, "R peaks"),
    Question(6, "SBR", LSTM, "R peaks"),
    Question(7, "LBBB", CNN, "wide ST"),
    Question(7, "LBBB", CNN, "RS"),
    Question(7, "LBBB", LSTM, "wide ST"),
    Question(7, "LBBB", LSTM, "RS"),
    Question(8, "RBBB", CNN, "R' and S"),
    Question(8, "RBBB", LSTM, "R' and S"),
)


@dataclass(frozen=True, eq=False)
class ClassMaps:
    """A net's maps of windows of a class.

    heats: float32 (n, n_samples) in 0..1. beats_s: of each window its marked beats, in
    seconds after its middle. patients: (n,).
    """

    heats: Samples
    beats_s: tuple[Values, ...]
    patients: NDArray[np.str_]


@dataclass(frozen=True, slots=True)
class Answer:
    """How much denser maps are in a part than all over the window: 1 is no denser.

    ratio: the mean of windows with its 95 % interval, NaN without any.
    """

    question: Question
    ratio: Interval
    n_windows: int
    n_patients: int

    @property
    def verdict(self) -> str:
        """A pass where the whole interval lies above 1; too few windows tell nothing."""
        if self.n_windows < FEWEST:
            return UNKNOWN
        return PASS if self.ratio.low > 1 else FAIL


def answer(question: Question, maps: ClassMaps, n_draws: int = N_DRAWS) -> Answer:
    """Return what a net's maps of the question's class say; of none, NaN."""
    densities = [
        density(heat, inside(question.part, beats_s))
        for heat, beats_s in zip(maps.heats, maps.beats_s, strict=True)
    ]
    ratios = np.array(densities, dtype=np.float64)
    known = ~np.isnan(ratios)
    ratios, patients = ratios[known], maps.patients[known]
    if not ratios.size:
        return Answer(question, Interval(*[float("nan")] * 3), 0, 0)
    means = drawn_means(ratios, patients, n_draws)
    return Answer(
        question, interval(float(ratios.mean()), means), len(ratios), len(np.unique(patients))
    )


def density(heat: Samples, part: NDArray[np.bool_]) -> float:
    """Return a part's share of a map's mass by its share of the window.

    NaN where the map is empty or the window has no such part.
    """
    mass = float(heat.sum())
    if not mass or not part.any():
        return float("nan")
    return float(heat[part].sum()) / mass / float(part.mean())


def drawn_means(values: Values, patients: NDArray[np.str_], n_draws: int, seed: int = 0) -> Values:
    """Return means of draws with replacement, of patients and then of each one's windows.

    Where one patient alone has the class, windows vary still; then the interval says
    nothing of other patients.
    """
    rng = np.random.default_rng(seed)
    of = [values[patients == patient] for patient in np.unique(patients)]
    means = np.empty(n_draws)
    for draw in range(n_draws):
        chosen = rng.integers(0, len(of), len(of))
        some = [of[place][rng.integers(0, len(of[place]), len(of[place]))] for place in chosen]
        means[draw] = np.concatenate(some).mean()
    return means


def verdict_of(answers: Sequence[Answer]) -> str:
    """Return the verdict on an observation: a pass where all of its questions pass."""
    verdicts = {one.verdict for one in answers}
    return next(verdict for verdict in (FAIL, UNKNOWN, PASS) if verdict in verdicts)
