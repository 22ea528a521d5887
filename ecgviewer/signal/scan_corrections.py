"""A scan as its reader sees it: the model's beats with what the reader said of some of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.scan import RHYTHMS, Episode, Scan
from ecgviewer.signal.scan_summary import summarize

Positions = NDArray[np.int64]

# In the place of a label: no beat is there. WFDB's code of an isolated artefact.
NOT_A_BEAT = "|"
# Within so much two positions are the same beat (ANSI/AAMI EC57, 4.3.2).
SAME_BEAT_S = 0.15
USUAL = "N"


@dataclass(frozen=True, eq=False)
class CorrectedScan:
    """What a reader made of a model's scan.

    model: the scan as it came. scan: the same with the reader's labels, without the beats that
    are none and with those that the model missed; its figures and rhythms follow. at: int64
    (n,), rising, the samples that the reader spoke of, as scan and model have them; was: the
    model's label there, "" where it saw no beat; now: the reader's, NOT_A_BEAT for none.
    """

    model: Scan
    scan: Scan
    at: Positions
    was: NDArray[np.str_]
    now: NDArray[np.str_]

    @cached_property
    def n_corrected(self) -> int:
        """How many beats are now something else than the model said."""
        return int(np.sum(self.was != self.now))

    @property
    def n_confirmed(self) -> int:
        """How many beats the reader labelled as the model did."""
        return len(self.at) - self.n_corrected

    @cached_property
    def places(self) -> Positions:
        """All samples where the model or the reader saw a beat, rising."""
        return np.union1d(self.model.samples, self.at)

    def label_at(self, sample: int) -> str:
        """Return what a place bears now, "" where nothing is."""
        place = int(np.searchsorted(self.at, sample))
        if place < len(self.at) and self.at[place] == sample:
            return str(self.now[place])
        return label_in(self.scan, sample)


def label_in(scan: Scan, sample: int) -> str:
    """Return the label of a scan's beat at a sample, "" where it has none."""
    return str(_labels_at(scan, np.array([sample]))[0])


def _labels_at(scan: Scan, at: Positions) -> NDArray[np.str_]:
    names = np.array(["", *scan.labels], dtype=np.str_)
    place = np.searchsorted(scan.samples, at)
    inside = place < len(scan.samples)
    inside[inside] = scan.samples[place[inside]] == at[inside]
    code = np.zeros(len(at), dtype=np.intp)
    code[inside] = scan.label[place[inside]] + 1
    return names[code]


def with_corrections(scan: Scan, beats: Mapping[int, str]) -> CorrectedScan:
    """Return a scan as its reader has it.

    beats: the reader's label by sample; of two that mean one beat the later one counts. A
    place within SAME_BEAT_S of a beat of the scan means that beat, else a beat that the model
    missed. A rhythm lasts over the beats that bear its name: a usual beat ends it, an ectopic
    or blocked one tells nothing of it. Labels that the scan's model does not know are shown
    but change no figure.
    """
    said = np.fromiter(beats, dtype=np.int64, count=len(beats))
    names = list(beats.values())
    now: dict[int, str] = {}
    unseen: dict[int, str] = {}
    for sample, place, name in zip(said.tolist(), _meant(scan, said).tolist(), names, strict=True):
        if place >= 0:
            now[int(scan.samples[place])] = name
        else:
            unseen[sample] = name
    missed = _apart(unseen, SAME_BEAT_S * scan.rate_hz)
    now |= missed
    at = np.array(sorted(now), dtype=np.int64)
    return CorrectedScan(
        scan,
        _corrected(scan, now, missed),
        at,
        _labels_at(scan, at),
        np.array([now[sample] for sample in at.tolist()], dtype=np.str_),
    )


def _meant(scan: Scan, said: Positions) -> NDArray[np.intp]:
    """Return the place of the beat that each sample means, -1 for none."""
    if not len(scan.samples):
        return np.full(len(said), -1)
    after = np.searchsorted(scan.samples, said).clip(0, len(scan.samples) - 1)
    before = (after - 1).clip(0)
    nearer = np.abs(scan.samples[before] - said) < np.abs(scan.samples[after] - said)
    place = np.where(nearer, before, after)
    far = np.abs(scan.samples[place] - said) > SAME_BEAT_S * scan.rate_hz
    return np.where(far, -1, place)


def _apart(unseen: Mapping[int, str], reach: float) -> dict[int, str]:
    """Return the beats that a model missed: of those that mean one beat the last that was said."""
    turn = {sample: place for place, sample in enumerate(unseen)}
    kept: list[int] = []
    for sample in sorted(unseen):
        if kept and sample - kept[-1] <= reach:
            sample = max(kept.pop(), sample, key=turn.__getitem__)
        kept.append(sample)
    return {sample: unseen[sample] for sample in kept if unseen[sample] != NOT_A_BEAT}


def _corrected(scan: Scan, now: Mapping[int, str], missed: Mapping[int, str]) -> Scan:
    """Return a scan with the labels that beats bear now, figures and rhythms made anew."""
    if not now:
        return scan
    place_of = {name: place for place, name in enumerate(scan.labels)}
    whole = _with_beats(scan, [sample for sample, name in missed.items() if name in place_of])
    spoken = np.array([s for s, name in now.items() if name in place_of], dtype=np.int64)
    codes = np.array([place_of[now[s]] for s in spoken.tolist()], dtype=np.int8)
    rows = np.searchsorted(whole.samples, spoken)
    label, scores = whole.label.copy(), whole.scores.copy()
    label[rows] = codes
    # The reader is sure of what the reader says.
    scores[rows] = 0.0
    scores[rows, codes] = 1.0
    stated = np.zeros(len(label), dtype=np.bool_)
    stated[rows] = True
    kept = ~np.isin(whole.samples, [s for s, name in now.items() if name == NOT_A_BEAT])
    changed = replace(
        scan, samples=whole.samples[kept], label=label[kept], scores=scores[kept], episodes=()
    )
    return _with_figures(changed, scan, stated[kept])


def _with_beats(scan: Scan, added: Sequence[int]) -> Scan:
    """Return a scan with further beats at their places: usual ones, of no score."""
    usual = np.full(len(added), scan.labels.index(USUAL), dtype=np.int8)
    blank = np.zeros((len(added), len(scan.labels)), dtype=np.float32)
    samples = np.concatenate([scan.samples, np.array(added, dtype=np.int64)])
    order = np.argsort(samples, kind="stable")
    return replace(
        scan,
        samples=samples[order],
        label=np.concatenate([scan.label, usual])[order],
        scores=np.concatenate([scan.scores, blank])[order],
    )


def _with_figures(changed: Scan, model: Scan, stated: NDArray[np.bool_]) -> Scan:
    episodes = tuple(_episodes(changed, model, stated))
    summary = summarize(
        changed.samples,
        changed.label,
        changed.labels,
        episodes,
        changed.gaps,
        rate_hz=changed.rate_hz,
        until=changed.done_until,
        af_score=model.summary.af_score,
    )
    return replace(changed, episodes=episodes, summary=summary)


def _episodes(scan: Scan, model: Scan, stated: NDArray[np.bool_]) -> Iterator[Episode]:
    """Yield the rhythms in order of time: the model's where the reader said nothing else."""
    states = np.full(len(scan.samples), -1, dtype=np.int8)
    place_of = {name: place for place, name in enumerate(scan.labels)}
    for episode in model.episodes:
        inside = slice(*np.searchsorted(scan.samples, (episode.start, episode.stop)))
        states[inside] = place_of[episode.label]
    rhythms = [place_of[name] for name in RHYTHMS]
    states[stated & (scan.label == place_of[USUAL])] = -1
    named = stated & np.isin(scan.label, rhythms)
    states[named] = scan.label[named]
    if not len(states):
        return
    ends = _ends(scan)
    changes = np.flatnonzero((np.diff(states) != 0) | (ends[:-1] < scan.samples[1:])) + 1
    for first, stop in pairwise([0, *changes.tolist(), len(states)]):
        if states[first] >= 0:
            score = float(scan.scores[first:stop, states[first]].mean())
            begin, end = int(scan.samples[first]), int(ends[stop - 1])
            yield Episode(begin, end, scan.labels[states[first]], score)


def _ends(scan: Scan) -> Positions:
    """Return where each beat's time ends: at the next beat, a gap or the scan's end."""
    ends = np.append(scan.samples[1:], max(scan.done_until, int(scan.samples[-1])))
    if len(scan.gaps):
        before = np.searchsorted(scan.samples, scan.gaps[:, 0], side="right") - 1
        inside = before >= 0
        ends[before[inside]] = np.minimum(ends[before[inside]], scan.gaps[inside, 0])
    return ends
