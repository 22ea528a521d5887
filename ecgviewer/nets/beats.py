"""The beats of a window and what each of them measures, found without a gradient.

The idea of comparing each beat with its record's own is old (de Chazal et al., IEEE
Trans. Biomed. Eng. 51:1196, 2004); detection is by the band-passed slope energy of all
leads together (after Pan & Tompkins, 1985).
"""

from dataclasses import dataclass

import torch
from scipy.signal import firwin
from torch import Tensor
from torch.nn import functional

RATE_HZ = 125.0
# Rows of I, II and V1 to V6 in the standard order: the other four leads follow from two.
INDEPENDENT_ROWS = (0, 1, 6, 7, 8, 9, 10, 11)

MOST_BEATS = 44
# A beat's window: 0.32 s before R to 0.48 s after it.
BEFORE, AFTER = 40, 60
PR_LEVEL = slice(28, 33)
P_WAVE = slice(14, 33)
QRS = slice(33, 50)
DEPOLARISATION = slice(28, 58)
SLOPES = slice(25, 60)
# R may lie two samples off in a beat of another shape.
SHIFTS = range(-2, 3)
LIKE_THE_OTHERS = 0.85
REFRACTORY = 25
# A T wave peaks within 0.36 s of R and is less steep (Pan & Tompkins).
T_WAVE = 45
T_WAVE_SHARE = 0.65
_BAND = torch.tensor(firwin(41, [6, 28], pass_zero=False, fs=RATE_HZ), dtype=torch.float32)
_NAN = float("nan")


@dataclass(frozen=True, eq=False)
class Places:
    """at: (batch, MOST_BEATS) samples of R, rising; real: which of them are beats."""

    at: Tensor
    real: Tensor
    n_samples: int

    @property
    def whole(self) -> Tensor:
        """Which beats have their whole window inside the signal."""
        return self.real & (self.at >= BEFORE) & (self.at < self.n_samples - AFTER)


@dataclass(frozen=True, eq=False)
class Beats:
    """What the beats of a batch of windows measure, each (batch, MOST_BEATS) unless said.

    windows: (batch, MOST_BEATS, 8, BEFORE + AFTER) in mV from the PR level on, of I, II
    and V1 to V6. typical: (batch, 8, BEFORE + AFTER), the median of the usual beats.
    before, after: intervals to the neighbours as shares of those around, 1 where there
    is no neighbour; around_s: these. likeness, p_likeness: correlation of the QRS complex
    and of the P wave with the typical beat's. amplitude in mV, width in samples;
    amplitude_share, width_share: against the record's median. What is not real, and for
    the shapes not whole, means nothing.
    """

    places: Places
    windows: Tensor
    typical: Tensor
    before: Tensor
    after: Tensor
    around_s: Tensor
    likeness: Tensor
    p_likeness: Tensor
    amplitude: Tensor
    width: Tensor
    amplitude_share: Tensor
    width_share: Tensor


@torch.no_grad()
def measure_beats(inputs: Tensor) -> Beats:
    """Find and measure the beats of 12 leads, (batch, 12, n_samples).

    inputs: mV at RATE_HZ with the median removed; an absent lead is zero.
    """
    inputs = inputs.float()
    places = _find_beats(inputs)
    leads = inputs[:, list(INDEPENDENT_ROWS)]
    windows = _windows(leads, places.at, -BEFORE, BEFORE + AFTER)
    windows = windows - windows[..., PR_LEVEL].median(dim=-1, keepdim=True).values
    typical = _typical(windows, places.whole)
    likeness = _qrs_likeness(leads, places, typical)
    usual = places.whole & (likeness > LIKE_THE_OTHERS)
    enough = usual.sum(dim=1) >= 3
    typical = torch.where(enough[:, None, None], _typical(windows, usual), typical)
    before, after, around_s = _intervals(places)
    amplitude = windows[..., DEPOLARISATION].abs().amax(dim=-1).mean(dim=-1)
    slopes = windows[..., SLOPES].diff(dim=-1).abs().sum(dim=2)
    width = (slopes > 0.25 * slopes.amax(dim=-1, keepdim=True)).sum(dim=-1).float()
    return Beats(
        places=places,
        windows=windows,
        typical=typical,
        before=before,
        after=after,
        around_s=around_s,
        likeness=likeness,
        p_likeness=_correlation(windows[..., P_WAVE], typical[:, None, :, P_WAVE]),
        amplitude=amplitude,
        width=width,
        amplitude_share=_against_median(amplitude, places.whole),
        width_share=_against_median(width, places.whole),
    )


def _find_beats(inputs: Tensor) -> Places:
    n_samples = inputs.shape[-1]
    energy = _qrs_energy(inputs)
    height = energy.kthvalue(int(0.97 * n_samples), dim=1, keepdim=True).values
    around = functional.max_pool1d(energy[:, None], 2 * REFRACTORY + 1, 1, REFRACTORY)[:, 0]
    peaks = (energy >= around) & (energy > 0.33 * height) & (energy > 1e-6)
    # Of a flat top only the first sample counts.
    peaks[:, 1:] &= ~peaks[:, :-1]
    at, real = _first_samples(peaks)
    real &= ~_follows_as_t_wave(at, energy)
    at, real = _first_samples(_marked(at, real, n_samples))
    return Places(torch.where(real, at, 0), real, n_samples)


def _first_samples(peaks: Tensor) -> tuple[Tensor, Tensor]:
    """Return where the first MOST_BEATS marked samples are, and which of these exist."""
    n_samples = peaks.shape[1]
    samples = torch.arange(n_samples, device=peaks.device)
    at = torch.where(peaks, samples, n_samples).sort(dim=1).values
    at = functional.pad(at, (0, max(0, MOST_BEATS - n_samples)), value=n_samples)[:, :MOST_BEATS]
    return at, at < n_samples


def _marked(at: Tensor, real: Tensor, n_samples: int) -> Tensor:
    """Return (batch, n_samples), true at the real ones of the places."""
    marks = torch.zeros(len(at), n_samples + 1, dtype=torch.bool, device=at.device)
    return marks.scatter(1, torch.where(real, at, n_samples), value=True)[:, :n_samples]


def _follows_as_t_wave(at: Tensor, energy: Tensor) -> Tensor:
    """Return which peaks come soon after a clearly larger peak."""
    height = energy.gather(1, at.clamp(max=energy.shape[1] - 1))
    soon = at[:, 1:] - at[:, :-1] <= T_WAVE
    return functional.pad(soon & (height[:, 1:] < T_WAVE_SHARE * height[:, :-1]), (1, 0))


def _qrs_energy(inputs: Tensor) -> Tensor:
    """Return (batch, n_samples): root mean square over leads of the band, each lead scaled."""
    batch, n_leads, n_samples = inputs.shape
    half = len(_BAND) // 2
    padded = functional.pad(inputs, (half, half), mode="replicate").reshape(
        -1, 1, n_samples + 2 * half
    )
    band = functional.conv1d(padded, _BAND.to(inputs.device).view(1, 1, -1))
    band = band.reshape(batch, n_leads, n_samples)
    size = band.abs().kthvalue(int(0.98 * n_samples), dim=2, keepdim=True).values
    present = size > 1e-4
    scaled = torch.where(present, band / (size + 1e-6), 0.0)
    energy = (scaled.square().sum(dim=1) / present.sum(dim=1).clamp(min=1)).sqrt()
    return functional.avg_pool1d(energy[:, None], 9, 1, 4)[:, 0]


def _windows(leads: Tensor, at: Tensor, offset: int, length: int) -> Tensor:
    """Return (batch, beats, leads, length) from ``offset`` after each beat; zeros outside."""
    margin = BEFORE + max(SHIFTS) + 2
    padded = functional.pad(leads, (margin, AFTER + max(SHIFTS) + 2))
    batch, n_leads, n_padded = padded.shape
    places = at[:, :, None] + margin + offset + torch.arange(length, device=at.device)
    places = places.clamp(0, n_padded - 1).reshape(batch, 1, -1).expand(batch, n_leads, -1)
    found = padded.gather(2, places)
    return found.reshape(batch, n_leads, at.shape[1], length).permute(0, 2, 1, 3)


def _typical(windows: Tensor, chosen: Tensor) -> Tensor:
    """Return the median of the chosen beats, (batch, leads, window); zero without any."""
    return _median(torch.where(chosen[:, :, None, None], windows, _NAN))


def _median(values: Tensor) -> Tensor:
    """Return the median over dimension 1 of what is not NaN, zero without any."""
    return torch.nan_to_num(torch.nanmedian(values, dim=1).values)


def _qrs_likeness(leads: Tensor, places: Places, typical: Tensor) -> Tensor:
    """Return each QRS complex's correlation with the typical one, the best of few shifts."""
    complexes = typical[:, None, :, QRS]
    length = QRS.stop - QRS.start
    tried = [
        _correlation(_windows(leads, places.at, shift + QRS.start - BEFORE, length), complexes)
        for shift in SHIFTS
    ]
    best = torch.stack(tried).amax(dim=0)
    return torch.where(places.real, best, 1.0)


def _correlation(left: Tensor, right: Tensor) -> Tensor:
    """Correlate over the last two dimensions, each lead about its own mean."""
    left = left - left.mean(dim=-1, keepdim=True)
    right = right - right.mean(dim=-1, keepdim=True)
    both = (left * right).sum(dim=(-1, -2))
    sizes = left.square().sum(dim=(-1, -2)) * right.square().sum(dim=(-1, -2))
    return both / (sizes + 1e-9).sqrt()


def _against_median(values: Tensor, chosen: Tensor) -> Tensor:
    return values / (_median(torch.where(chosen, values, _NAN))[:, None] + 1e-3)


def _intervals(places: Places) -> tuple[Tensor, Tensor, Tensor]:
    """Return the intervals before and after each beat as shares of those around, and these in s."""
    seconds = places.at / RATE_HZ
    following = torch.where(places.real[:, 1:], seconds[:, 1:] - seconds[:, :-1], _NAN)
    following = functional.pad(following, (0, 1), value=_NAN)
    padded = functional.pad(following, (3, 3), value=_NAN)
    neighbours = [padded[:, k : k + MOST_BEATS] for k in (0, 1, 2, 4, 5, 6)]
    around = torch.nanmedian(torch.stack(neighbours, dim=-1), dim=-1).values
    overall = torch.nanmedian(following, dim=1, keepdim=True).values
    around = torch.where(around.isnan(), overall, around)
    after = torch.nan_to_num(following / around, nan=1.0)
    before = functional.pad(after[:, :-1], (1, 0), value=1.0)
    return before, after, torch.nan_to_num(around, nan=0.8)
