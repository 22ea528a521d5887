"""What each beat measures, as channels over time beside the leads.

A net that learns from few records finds it hard to compare beats that lie seconds apart.
So each sample is also told of the beat that it belongs to: how early the beat came, how
long the pause after it was, how its QRS complex and P wave resemble the others, and the
record's typical beat pasted at its place. No gradient flows through these channels.
"""

import torch
from torch import Tensor

from ecgviewer.nets.beats import AFTER, BEFORE, INDEPENDENT_ROWS, RATE_HZ, Beats, Places

N_MEASURES = 7
N_CHANNELS = N_MEASURES + 1 + len(INDEPENDENT_ROWS)
# The P wave of a beat begins in the last two fifths of the interval before it.
SHARE_OF_NEXT = 0.4
# What a beat measures begins with its own waves, lest a map of an early beat point at
# the T wave before it: a P wave begins about 0.16 s before R.
P_ONSET = 20
LARGEST = 3.0


@torch.no_grad()
def beat_channels(beats: Beats) -> Tensor:
    """Return (batch, N_CHANNELS, n_samples).

    Channels: the measures of the beat that owns the sample (`_measures`), the time since
    its R in s, and the typical beat of I, II and V1 to V6. All are zero where no beat is
    found.
    """
    places = beats.places
    samples = torch.arange(places.n_samples, device=places.at.device)
    share = SHARE_OF_NEXT * places.at.diff(dim=1)
    held = _held(_measures(beats), places, _owners(places, samples, share.clamp(max=P_ONSET)))
    owner = _owners(places, samples, share)
    since = samples - places.at.gather(1, owner)
    time_s = (since / RATE_HZ).clamp(-1, 1)[:, None]
    laid = torch.cat([time_s, _pasted(beats.typical, since)], dim=1)
    return torch.cat([held, laid * places.real.gather(1, owner)[:, None]], dim=1)


def _measures(beats: Beats) -> Tensor:
    """Return what each beat measures, (batch, N_MEASURES, beats), about -3 to 3.

    Interval before and after it against its neighbours', QRS unlikeness, amplitude and
    width against the median beat (logarithms), P-wave unlikeness, neighbours' interval.
    """
    measures = (
        3 * (beats.before - 1),
        3 * (beats.after - 1),
        2 * (1 - beats.likeness),
        beats.amplitude_share.clamp(0.1, 10).log(),
        beats.width_share.clamp(0.2, 5).log(),
        1 - beats.p_likeness,
        2 * (beats.around_s - 0.8),
    )
    return torch.stack(measures, dim=1).clamp(-LARGEST, LARGEST)


def _held(measures: Tensor, places: Places, owner: Tensor) -> Tensor:
    """Return each sample's owner's measures, (batch, N_MEASURES, n_samples)."""
    batch, n_measures, _ = measures.shape
    found = measures.gather(2, owner[:, None].expand(batch, n_measures, -1))
    return found * places.real.gather(1, owner)[:, None]


def _pasted(typical: Tensor, since: Tensor) -> Tensor:
    """Return the typical beat at its place, (batch, leads, n_samples); since: samples since R."""
    place = since + BEFORE
    inside = ((place >= 0) & (place < BEFORE + AFTER))[:, None]
    place = place.clamp(0, BEFORE + AFTER - 1)[:, None].expand(-1, typical.shape[1], -1)
    return typical.gather(2, place) * inside


def _owners(places: Places, samples: Tensor, ahead: Tensor) -> Tensor:
    """Return for each sample the beat that it belongs to, (batch, n_samples).

    ahead: how long before its R a beat begins, (batch, beats - 1), of all but the first.
    """
    borders = places.at[:, 1:].float() - ahead
    borders = torch.where(places.real[:, 1:], borders, float(places.n_samples))
    wanted = samples.float().expand(len(borders), -1).contiguous()
    return torch.searchsorted(borders.contiguous(), wanted)
