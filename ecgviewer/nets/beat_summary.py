"""A window's measured values in one row: rhythm, early and odd beats, P waves, ST levels.

They are what textbooks define the findings by, for a decision by values instead of by
shapes (see forest). No gradient flows through them.
"""

from collections.abc import Iterable

import torch
from scipy.signal import firwin
from torch import Tensor
from torch.nn import functional

from ecgviewer.nets.beats import (
    BEFORE,
    INDEPENDENT_ROWS,
    P_WAVE,
    QRS,
    RATE_HZ,
    Beats,
)

# A beat that comes before this share of the usual interval is early.
EARLY = 0.88
# Correlations of QRS complexes with the typical one: as usual, and clearly another shape.
USUAL, UNLIKE = 0.8, 0.7
# For what is not there, beyond the range of what is.
NONE_EARLY, NO_VALUE = 1.2, -9.0
# Fibrillation waves, where no QRS complex or T wave hides them.
FIBRILLATION_HZ = (4.0, 9.0)
HIDDEN_FROM, HIDDEN_TO = -10, 45
# Samples of the beat's window, R at BEFORE: the J point's level, the ST segment 0.14 s
# after R, and the T wave.
J_POINT = slice(BEFORE + 12, BEFORE + 15)
ST_SEGMENT = slice(BEFORE + 17, BEFORE + 21)
T_WAVE = slice(BEFORE + 20, BEFORE + 55)
# The typical beat itself, as means of so many samples.
COARSE = 4
# Rows among I, II and V1 to V6, and the first chest lead among all twelve.
LEAD_II, LEAD_V1 = 1, 2
FIRST_CHEST_ROW = 6

_BAND = torch.tensor(firwin(101, FIBRILLATION_HZ, pass_zero=False, fs=RATE_HZ), dtype=torch.float32)
_NAN = float("nan")


@torch.no_grad()
def beat_summary(inputs: Tensor, beats: Beats) -> Tensor:
    """Return (batch, n_values) from 12 leads, (batch, 12, n_samples) in mV, and their beats."""
    single = [
        *_rhythm(beats),
        *_early_beats(beats),
        *_odd_beats(beats),
        *_atrial_waves(beats),
        *_fibrillation(inputs.float(), beats),
    ]
    values = torch.stack([value.float() for value in single], dim=1)
    values = values.nan_to_num(nan=NO_VALUE, posinf=NO_VALUE, neginf=NO_VALUE)
    return torch.cat([values, _typical_beat(beats.typical)], dim=1)


def _rhythm(beats: Beats) -> Iterable[Tensor]:
    """Yield the rate, RR intervals and their unrest as shares of the median."""
    places = beats.places
    there = places.real[:, 1:]
    interval_s = places.at.diff(dim=1) / RATE_HZ
    median_s = _quantile(interval_s, there, 0.5)
    change_s = interval_s.diff(dim=1)
    both = there[:, 1:] & there[:, :-1]
    yield median_s
    yield _mean(interval_s, there)
    yield _mean(change_s.square(), both).sqrt() / median_s
    yield _spread(interval_s, there) / median_s
    yield _quantile(interval_s, there, 0.1) / median_s
    yield _quantile(interval_s, there, 0.9) / median_s
    yield _quantile(change_s.abs(), both, 0.5) / median_s
    yield 60 * RATE_HZ * places.real.sum(dim=1) / places.n_samples


def _early_beats(beats: Beats) -> Iterable[Tensor]:
    """Yield how early beats come, which shape they have and what the earliest one is like."""
    follows, whole = _follows(beats), beats.places.whole
    early = follows & (beats.before < EARLY)
    atrial = early & whole & (beats.likeness > USUAL)
    yield _least(beats.before, follows)
    yield _largest(beats.after, _precedes(beats))
    yield early.sum(dim=1)
    yield _spread(beats.before, follows)
    yield _least(torch.where(early, beats.likeness, NONE_EARLY), whole)
    yield _largest(torch.where(early, beats.likeness, -1.0), whole)
    yield atrial.sum(dim=1)
    yield _share(atrial, whole)
    yield _least(torch.where(atrial, beats.before, NONE_EARLY), whole)
    earliest = torch.where(atrial, beats.before, -NO_VALUE).argmin(dim=1)
    for values in (beats.p_likeness, beats.after):
        yield torch.where(atrial.any(dim=1), _at(earliest, values), NONE_EARLY)
    first = torch.where(follows & whole, beats.before, -NO_VALUE).argmin(dim=1)
    for values in (beats.before, beats.likeness, *_context(beats)):
        yield _at(first, values)


def _odd_beats(beats: Beats) -> Iterable[Tensor]:
    """Yield how unlike the others QRS complexes are and what the oddest one is like."""
    whole = beats.places.whole
    unlike = whole & (beats.likeness < UNLIKE)
    for share in (0.0, 0.15, 0.5):
        yield _quantile(beats.likeness, whole, share)
    yield unlike.sum(dim=1)
    yield _share(unlike, whole)
    yield (unlike & _follows(beats) & (beats.before < EARLY)).sum(dim=1)
    oddest = torch.where(whole, beats.likeness, -NO_VALUE).argmin(dim=1)
    for values in (beats.before, *_context(beats)):
        yield _at(oddest, values)
    yield _quantile(beats.width, whole, 0.5)
    yield _mean(beats.amplitude, whole)


def _atrial_waves(beats: Beats) -> Iterable[Tensor]:
    """Yield how alike the P waves are, how high they are, and where before R."""
    whole = beats.places.whole
    for share in (0.0, 0.25, 0.5):
        yield _quantile(beats.p_likeness, whole, share)
    wave = beats.typical[..., P_WAVE]
    yield (wave - wave.mean(dim=-1, keepdim=True)).abs().amax(dim=(-1, -2))
    along = torch.linspace(0, 1, wave.shape[-1], device=wave.device)
    line = wave[..., :1] * (1 - along) + wave[..., -1:] * along
    height = (wave - line).abs().mean(dim=1)
    yield height.argmax(dim=1)
    yield height.amax(dim=1) / (beats.typical.abs().amax(dim=(-1, -2)) + 1e-6)
    slopes = beats.windows[..., : P_WAVE.stop].diff(dim=-1).abs().mean(dim=2)
    yield (slopes * whole[..., None]).sum(dim=1).argmax(dim=1)


def _fibrillation(inputs: Tensor, beats: Beats) -> Iterable[Tensor]:
    """Yield the size of waves of 4 to 9 Hz between the beats: all leads, V1, II, against R."""
    leads = inputs[:, list(INDEPENDENT_ROWS)]
    batch, n_leads, n_samples = leads.shape
    half = len(_BAND) // 2
    padded = functional.pad(leads, (half, half), mode="replicate").reshape(batch * n_leads, 1, -1)
    band = functional.conv1d(padded, _BAND.to(leads.device).view(1, 1, -1))
    seen = ~_hidden(beats)
    power = band.reshape(batch, n_leads, n_samples).square() * seen[:, None]
    power = power.sum(dim=-1) / seen.sum(dim=-1, keepdim=True).clamp(min=1)
    size = power.mean(dim=1).sqrt()
    yield size
    yield power[:, LEAD_V1].sqrt()
    yield power[:, LEAD_II].sqrt()
    yield size / _mean(beats.amplitude, beats.places.whole)


def _typical_beat(typical: Tensor) -> Tensor:
    """Return levels of all twelve leads, their extremes, and the coarse shape of eight."""
    leads = _all_leads(typical)
    complexes, t_wave = leads[..., QRS], leads[..., T_WAVE]
    r, s = complexes.amax(dim=-1), complexes.amin(dim=-1)
    j, st = leads[..., J_POINT].mean(dim=-1), leads[..., ST_SEGMENT].mean(dim=-1)
    levels = (r, s, j, st, t_wave.amax(dim=-1), t_wave.amin(dim=-1), st - j, st / (r - s + 0.05))
    ends = [0, 1, 2, -3, -2, -1]
    ranked = [level.sort(dim=1).values[:, ends] for level in (j, st)]
    chest = st[:, FIRST_CHEST_ROW:].amin(dim=1, keepdim=True)
    coarse = typical.unfold(-1, COARSE, COARSE).mean(dim=-1).flatten(1)
    return torch.cat([*levels, *ranked, chest, coarse], dim=1)


def _all_leads(typical: Tensor) -> Tensor:
    """Return the typical beat of twelve leads from that of I, II and V1 to V6."""
    lead_i, lead_ii, chest = typical[:, 0], typical[:, 1], typical[:, 2:]
    limb = (
        lead_i,
        lead_ii,
        lead_ii - lead_i,
        -(lead_i + lead_ii) / 2,
        lead_i - lead_ii / 2,
        lead_ii - lead_i / 2,
    )
    return torch.cat([torch.stack(limb, dim=1), chest], dim=1)


def _context(beats: Beats) -> tuple[Tensor, ...]:
    return (
        beats.after,
        beats.amplitude_share.clamp(0.1, 10).log(),
        beats.width_share.clamp(0.2, 5).log(),
        beats.p_likeness,
    )


def _follows(beats: Beats) -> Tensor:
    """Return which beats have one before them."""
    return functional.pad(beats.places.real[:, 1:], (1, 0))


def _precedes(beats: Beats) -> Tensor:
    """Return which beats have one after them."""
    return functional.pad(beats.places.real[:, 1:], (0, 1))


def _hidden(beats: Beats) -> Tensor:
    """Return which samples a QRS complex or a T wave covers, (batch, n_samples)."""
    places = beats.places
    n_samples = places.n_samples
    ends = torch.zeros(len(places.at), n_samples + 1, device=places.at.device)
    for offset, sign in ((HIDDEN_FROM, 1.0), (HIDDEN_TO, -1.0)):
        where = (places.at + offset).clamp(0, n_samples)
        ends.scatter_add_(1, where, sign * places.real)
    return ends[:, :n_samples].cumsum(dim=1) > 0


def _at(beat: Tensor, values: Tensor) -> Tensor:
    return values.gather(1, beat[:, None])[:, 0]


def _least(values: Tensor, chosen: Tensor) -> Tensor:
    return torch.where(chosen, values, torch.inf).amin(dim=1)


def _largest(values: Tensor, chosen: Tensor) -> Tensor:
    return torch.where(chosen, values, -torch.inf).amax(dim=1)


def _quantile(values: Tensor, chosen: Tensor, share: float) -> Tensor:
    return torch.nanquantile(torch.where(chosen, values, _NAN), share, dim=1)


def _mean(values: Tensor, chosen: Tensor) -> Tensor:
    return (values * chosen).sum(dim=1) / chosen.sum(dim=1).clamp(min=1)


def _share(some: Tensor, of: Tensor) -> Tensor:
    return some.sum(dim=1) / of.sum(dim=1).clamp(min=1)


def _spread(values: Tensor, chosen: Tensor) -> Tensor:
    centred = values - _mean(values, chosen)[:, None]
    return _mean(centred.square(), chosen).sqrt()
