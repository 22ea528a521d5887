"""What each beat measures, as channels over time beside the leads.

A net that learns from few records finds it hard to compare beats that lie seconds apart.
So each sample is also told of the beat that it belongs to: how early the beat came, how
long the pause after it was, how its QRS complex and P wave resemble the others, and the
record's typical beat pasted at its place. The idea of comparing each beat with its
record's own is old (de Chazal et al., IEEE Trans. Biomed. Eng. 51:1196, 2004); detection
is by the band-passed slope energy of all leads together (after Pan & Tompkins, 1985).
No gradient flows through these channels.
"""

from dataclasses import dataclass

import torch
from scipy.signal import firwin
from torch import Tensor
from torch.nn import functional

RATE_HZ = 125.0
# Rows of I, II and V1 to V6 in the standard order: the other four leads follow from two.
INDEPENDENT_ROWS = (0, 1, 6, 7, 8, 9, 10, 11)
N_MEASURES = 7
N_CHANNELS = N_MEASURES + 1 + len(INDEPENDENT_ROWS)

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
# The P wave of a beat begins in the last two fifths of the interval before it.
SHARE_OF_NEXT = 0.4
REFRACTORY = 25
# A T wave peaks within 0.36 s of R and is less steep (Pan & Tompkins).
T_WAVE = 45
T_WAVE_SHARE = 0.65
LARGEST = 3.0

_BAND = torch.tensor(firwin(41, [6, 28], pass_zero=False, fs=RATE_HZ), dtype=torch.float32)
_NAN = float("nan")


@dataclass(frozen=True, eq=False)
class _Beats:
    """at: (batch, MOST_BEATS) samples of R, rising; real: which of them are beats."""

    at: Tensor
    real: Tensor
    n_samples: int

    @property
    def whole(self) -> Tensor:
        """Which beats have their whole window inside the signal."""
        return self.real & (self.at >= BEFORE) & (self.at < self.n_samples - AFTER)


@torch.no_grad()
def beat_channels(inputs: Tensor) -> Tensor:
    """Return (batch, N_CHANNELS, n_samples) from 12 leads, (batch, 12, n_samples).

    inputs: mV at RATE_HZ with the median removed; an absent lead is zero. Channels: the
    measures of the beat that owns the sample (`_measures`), the time since its R in s,
    and the typical beat of I, II and V1 to V6. All are zero where no beat is found.
    """
    inputs = inputs.float()
    beats = _find_beats(inputs)
    leads = inputs[:, list(INDEPENDENT_ROWS)]
    windows = _windows(leads, beats.at, -BEFORE, BEFORE + AFTER)
    windows = windows - windows[..., PR_LEVEL].median(dim=-1, keepdim=True).values
    typical = _typical(windows, beats.whole)
    likeness = _qrs_likeness(leads, beats, typical)
    usual = beats.whole & (likeness > LIKE_THE_OTHERS)
    enough = usual.sum(dim=1) >= 3
    typical = torch.where(enough[:, None, None], _typical(windows, usual), typical)
    return _over_time(_measures(beats, windows, typical, likeness), typical, beats)


def _find_beats(inputs: Tensor) -> _Beats:
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
    return _Beats(torch.where(real, at, 0), real, n_samples)


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


def _qrs_likeness(leads: Tensor, beats: _Beats, typical: Tensor) -> Tensor:
    """Return each QRS complex's correlation with the typical one, the best of few shifts."""
    complexes = typical[:, None, :, QRS]
    length = QRS.stop - QRS.start
    tried = [
        _correlation(_windows(leads, beats.at, shift + QRS.start - BEFORE, length), complexes)
        for shift in SHIFTS
    ]
    best = torch.stack(tried).amax(dim=0)
    return torch.where(beats.real, best, 1.0)


def _correlation(left: Tensor, right: Tensor) -> Tensor:
    """Correlate over the last two dimensions, each lead about its own mean."""
    left = left - left.mean(dim=-1, keepdim=True)
    right = right - right.mean(dim=-1, keepdim=True)
    both = (left * right).sum(dim=(-1, -2))
    sizes = left.square().sum(dim=(-1, -2)) * right.square().sum(dim=(-1, -2))
    return both / (sizes + 1e-9).sqrt()


def _measures(beats: _Beats, windows: Tensor, typical: Tensor, likeness: Tensor) -> Tensor:
    """Return what each beat measures, (batch, N_MEASURES, beats), about -3 to 3.

    Interval before and after it against its neighbours', QRS unlikeness, amplitude and
    width against the median beat (logarithms), P-wave unlikeness, neighbours' interval.
    """
    before, after, around_s = _intervals(beats)
    amplitude = windows[..., DEPOLARISATION].abs().amax(dim=-1).mean(dim=-1)
    slopes = windows[..., SLOPES].diff(dim=-1).abs().sum(dim=2)
    width = (slopes > 0.25 * slopes.amax(dim=-1, keepdim=True)).sum(dim=-1).float()
    p_likeness = _correlation(windows[..., P_WAVE], typical[:, None, :, P_WAVE])
    measures = (
        3 * (before - 1),
        3 * (after - 1),
        2 * (1 - likeness),
        _against_median(amplitude, beats.whole).clamp(0.1, 10).log(),
        _against_median(width, beats.whole).clamp(0.2, 5).log(),
        1 - p_likeness,
        2 * (around_s - 0.8),
    )
    return torch.stack(measures, dim=1).clamp(-LARGEST, LARGEST)


def _against_median(values: Tensor, chosen: Tensor) -> Tensor:
    return values / (_median(torch.where(chosen, values, _NAN))[:, None] + 1e-3)


def _intervals(beats: _Beats) -> tuple[Tensor, Tensor, Tensor]:
    """Return the intervals before and after each beat as shares of those around, and these in s."""
    seconds = beats.at / RATE_HZ
    following = torch.where(beats.real[:, 1:], seconds[:, 1:] - seconds[:, :-1], _NAN)
    following = functional.pad(following, (0, 1), value=_NAN)
    padded = functional.pad(following, (3, 3), value=_NAN)
    neighbours = [padded[:, k : k + MOST_BEATS] for k in (0, 1, 2, 4, 5, 6)]
    around = torch.nanmedian(torch.stack(neighbours, dim=-1), dim=-1).values
    overall = torch.nanmedian(following, dim=1, keepdim=True).values
    around = torch.where(around.isnan(), overall, around)
    after = torch.nan_to_num(following / around, nan=1.0)
    before = functional.pad(after[:, :-1], (1, 0), value=1.0)
    return before, after, torch.nan_to_num(around, nan=0.8)


def _over_time(measures: Tensor, typical: Tensor, beats: _Beats) -> Tensor:
    """Lay measures, time since R and the typical beat on the samples of each beat."""
    batch, n_measures, _ = measures.shape
    samples = torch.arange(beats.n_samples, device=measures.device)
    owner = _owners(beats, samples)
    owned = beats.real.gather(1, owner)[:, None]
    since = samples - beats.at.gather(1, owner)
    held = measures.gather(2, owner[:, None].expand(batch, n_measures, -1))
    place = since + BEFORE
    inside = ((place >= 0) & (place < BEFORE + AFTER))[:, None]
    place = place.clamp(0, BEFORE + AFTER - 1)[:, None].expand(batch, typical.shape[1], -1)
    pasted = typical.gather(2, place) * inside
    time_s = (since / RATE_HZ).clamp(-1, 1)[:, None]
    return torch.cat([held, time_s, pasted], dim=1) * owned


def _owners(beats: _Beats, samples: Tensor) -> Tensor:
    """Return for each sample the beat that it belongs to, (batch, n_samples)."""
    at = beats.at.float()
    borders = at[:, 1:] - SHARE_OF_NEXT * (at[:, 1:] - at[:, :-1])
    borders = torch.where(beats.real[:, 1:], borders, float(beats.n_samples))
    wanted = samples.float().expand(len(at), -1).contiguous()
    return torch.searchsorted(borders.contiguous(), wanted)
