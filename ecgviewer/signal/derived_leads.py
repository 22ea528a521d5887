"""Limb leads that a file lacks but that follow from two that it has, by Einthoven's triangle."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ecgviewer.core.record import Lead, Record, Samples, SignalSource
from ecgviewer.signal.leads import LIMB_LEADS, normalise_lead

# Each limb lead as a sum of so much of I and so much of II (Einthoven, Goldberger).
_OF_I_AND_II = {
    "I": (1.0, 0.0),
    "II": (0.0, 1.0),
    "III": (-1.0, 1.0),
    "aVR": (-0.5, -0.5),
    "aVL": (1.0, -0.5),
    "aVF": (-0.5, 1.0),
}


@dataclass(frozen=True, slots=True)
class Derivation:
    """A lead as the weighted sum of two recorded ones, by their index in the record."""

    name: str
    first: int
    second: int
    weights: tuple[float, float]


def derivations(leads: Sequence[Lead]) -> tuple[Derivation, ...]:
    """Return how each limb lead that was not recorded follows; () where two are not there.

    Leads without a known scale and modified ones (MLII) derive nothing.
    """
    recorded = {
        normalise_lead(lead.name): index
        for index, lead in reversed(list(enumerate(leads)))
        if lead.is_ecg and lead.calibrated and not lead.derived
    }
    known = [name for name in LIMB_LEADS if name in recorded]
    taken = {normalise_lead(lead.name) for lead in leads}
    absent = [name for name in LIMB_LEADS if name not in taken]
    if len(known) < 2 or not absent:
        return ()
    first, second = known[:2]
    # Any two limb leads span the frontal plane.
    pair = np.array([_OF_I_AND_II[first], _OF_I_AND_II[second]])
    wanted = np.array([_OF_I_AND_II[name] for name in absent])
    weights = np.linalg.solve(pair.T, wanted.T).T
    return tuple(
        Derivation(name, recorded[first], recorded[second], (float(one), float(other)))
        for name, (one, other) in zip(absent, weights, strict=True)
    )


def with_derived_samples(samples: Samples, derived: Sequence[Derivation]) -> Samples:
    """Return float32 (n_leads + n_derived, n): the samples and below them the derived leads."""
    if not derived:
        return samples
    rows = [
        np.float32(lead.weights[0]) * samples[lead.first]
        + np.float32(lead.weights[1]) * samples[lead.second]
        for lead in derived
    ]
    return np.concatenate([samples, np.stack(rows)])


@dataclass(frozen=True, eq=False, slots=True)
class _DerivingSource:
    source: SignalSource
    derived: tuple[Derivation, ...]

    def read(self, start: int, stop: int) -> Samples:
        return with_derived_samples(self.source.read(start, stop), self.derived)


def with_derived(record: Record) -> Record:
    """Return the record with every limb lead that follows below its own leads.

    They are for the paper alone: no model is given what was not recorded.
    """
    derived = derivations(record.leads)
    if not derived:
        return record
    n_leads = len(record.leads)
    added = tuple(
        Lead(lead.name, n_leads + place, derived=True) for place, lead in enumerate(derived)
    )
    source = _DerivingSource(record.source, derived)
    return replace(record, leads=record.leads + added, source=source)
