"""Which records a familiarity is fitted to, which it is tried on, and which are strange.

It is tried on patients that neither it nor, where the model's split says so, the net
has seen; strange records are made from theirs, or come from other collections.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from ecgviewer.core.record import Record, Samples
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.unfamiliar import ADULT_YEARS, Familiarity
from ecgviewer.io.folder import records_in
from ecgviewer.io.open import open_record
from ecgviewer.signal.leads import STANDARD_LEADS
from ecgviewer.study.cache import Cache, open_cache
from ecgviewer.study.data_sets import DataSet, load_data_sets
from ecgviewer.study.dataset import N_GROUPS, read_entries
from ecgviewer.study.familiarity import fit_to_traits, traits_of_cases, traits_of_signals
from ecgviewer.study.familiarity_table import Row, Seen, measure
from ecgviewer.study.outsiders import NON_ECG, SWAPS, WRONG_FORM, Change, with_noise
from ecgviewer.study.split import TEST, VALIDATION, read_split

SEED: Final = 2026
# So many records of a kind make intervals narrow enough.
MOST_MADE: Final = 100
MOST_ELSEWHERE: Final = 120
# Of a long recording, a part from its middle is read.
LONGEST_S: Final = 30.0
SNR_DB: Final = (6, 0)
QUALITY_FILE: Final = "quality.csv"
# Statements of pacing: SCP-ECG, SNOMED CT; LUDB says it in words.
PACING_CODES: Final = {"PACE", "10370003", "251266004", "251268003"}
PACING_WORD: Final = "pacing"

Kind = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Sets:
    """Where records come from.

    data: labelled sets like those that the model was trained on. strange: folders of
    other records; a quality.csv there makes a kind of each quality. noise: a folder of
    recorded noise (nstdb). most: how many familiar records to use, 0 for all.
    """

    data: Sequence[DataSet]
    strange: Sequence[DataSet] = ()
    noise: Path | None = None
    most: int = 0


@dataclass(frozen=True, slots=True)
class Roles:
    """Places in a cache: familiar records by their part, paced ones of either, children."""

    fitted: tuple[int, ...]
    tried: tuple[int, ...]
    paced_fitted: tuple[int, ...]
    paced_tried: tuple[int, ...]
    children: tuple[int, ...]


def study_familiarity(
    model: LoadedModel, sets: Sets, cache_folder: Path, task: Task
) -> tuple[list[Row], Familiarity]:
    """Return the table of strange records, and a familiarity fitted to all records.

    The table's own is fitted without the patients that it is tried on. Raises EcgError
    where a folder is no data set or holds too few records.
    """
    cases = load_data_sets(sets.data)
    cache = open_cache(cases, cache_folder, model.card.input.rate_hz, task)
    roles = roles_of(cache, held_out(model, cache), paced_records(sets.data), sets.most)
    wanted = sorted({index for part in astuple(roles) for index in part})
    traits = traits_of_cases(model, cache, wanted, task)

    def seen(indices: Sequence[int]) -> list[Seen]:
        return [Seen(cache.cases[i].patient, traits[i]) for i in indices if i in traits]

    def fit(familiar: Sequence[int], paced: Sequence[int]) -> Familiarity:
        inside = [index for index in (*familiar, *paced) if index in traits]
        groups = np.array([cache.cases[index].group for index in inside])
        flags = np.isin(inside, paced)
        return fit_to_traits([traits[index] for index in inside], groups, flags, model.card)

    strange = {
        ("patients", "paced"): seen(roles.paced_tried),
        ("patients", "children"): seen(roles.children),
        **made_strangers(model, cache, roles.tried, sets.noise, task),
        **strangers_from_elsewhere(model, sets.strange, task),
    }
    tested = fit(roles.fitted, roles.paced_fitted)
    rows = measure(tested, seen(roles.tried), strange, model.card.input.leads)
    everybody = fit(roles.fitted + roles.tried, roles.paced_fitted + roles.paced_tried)
    return rows, everybody


def held_out(model: LoadedModel, cache: Cache) -> set[int]:
    """Return the records that the model was not fitted on, by its split; else the last part."""
    split = read_split(model.folder) if model.folder is not None else None
    parts = {
        index: split[case.source, case.name].part
        for index, case in enumerate(cache.cases)
        if split is not None and (case.source, case.name) in split
    }
    unseen = {index for index, part in parts.items() if part in (VALIDATION, TEST)}
    last = {index for index, case in enumerate(cache.cases) if case.group == N_GROUPS - 1}
    return unseen or last


def paced_records(data: Sequence[DataSet]) -> set[tuple[str, str]]:
    """Return (source, name) of the records that their set calls paced."""
    return {
        (data_set.name, entry.name)
        for data_set in data
        for entry in read_entries(data_set.path)[1]
        if any(_says_paced(statement) for statement in entry.statements)
    }


def _says_paced(statement: str) -> bool:
    return statement in PACING_CODES or PACING_WORD in statement.lower()


def roles_of(cache: Cache, unseen: set[int], paced: set[tuple[str, str]], most: int) -> Roles:
    """Sort a cache's records; most: how many familiar ones to keep, drawn by a fixed seed."""
    parts: dict[str, list[int]] = {"usual": [], "paced": [], "child": []}
    order = np.random.default_rng(SEED).permutation(len(cache.cases))
    for index in map(int, order):
        case = cache.cases[index]
        young = case.age_years is not None and case.age_years < ADULT_YEARS
        part = "paced" if (case.source, case.name) in paced else "child" if young else "usual"
        parts[part].append(index)
    usual = parts["usual"][: most or None]
    return Roles(
        fitted=tuple(index for index in usual if index not in unseen),
        tried=tuple(index for index in usual if index in unseen),
        paced_fitted=tuple(index for index in parts["paced"] if index not in unseen),
        paced_tried=tuple(index for index in parts["paced"] if index in unseen),
        children=tuple(parts["child"]),
    )


def made_strangers(
    model: LoadedModel, cache: Cache, indices: Sequence[int], noise: Path | None, task: Task
) -> dict[Kind, list[Seen]]:
    """Return strange records made of familiar ones, up to MOST_MADE of a kind."""
    kinds: dict[Kind, Change] = {
        **{("swapped cables", name): change for name, change in SWAPS.items()},
        **{("added noise", name): change for name, change in _noises(noise).items()},
        **{("no ECG", name): change for name, change in NON_ECG.items()},
        **{("wrong form", name): change for name, change in WRONG_FORM.items()},
    }
    chosen = list(indices)[:MOST_MADE]
    found = {}
    for done, (kind, change) in enumerate(kinds.items()):
        found[kind] = list(_changed(model, cache, chosen, change))
        task.step(done + 1, len(kinds))
    return found


def _changed(
    model: LoadedModel, cache: Cache, indices: Sequence[int], change: Change
) -> Iterator[Seen]:
    for index in indices:
        rng = np.random.default_rng((SEED, index))
        values = change(cache.read_mv(index), cache.rate_hz, rng)
        traits = traits_of_signals(model, values, STANDARD_LEADS, cache.rate_hz)
        if traits is not None:
            yield Seen(cache.cases[index].patient, traits)


def _noises(folder: Path | None) -> dict[str, Change]:
    found: dict[str, Change] = {}
    for path in records_in(folder) if folder is not None else ():
        record = open_record(path)
        noise = np.nan_to_num(record.read(0, record.n_samples))
        for snr_db in SNR_DB:
            found[f"{record.name} at {snr_db} dB"] = partial(
                with_noise, noise=noise, noise_rate_hz=record.rate_hz, snr_db=snr_db
            )
    return found


def strangers_from_elsewhere(
    model: LoadedModel, folders: Sequence[DataSet], task: Task
) -> dict[Kind, list[Seen]]:
    """Return the traits of other collections' records, by the quality where that is told."""
    found: dict[Kind, list[Seen]] = {}
    for folder in folders:
        qualities = _qualities(folder.path)
        paths = records_in(folder.path)
        chosen = paths[:: max(1, len(paths) // MOST_ELSEWHERE)]
        for done, path in enumerate(chosen):
            task.step(done, len(chosen))
            record = open_record(path)
            traits = traits_of_signals(model, _middle(record), record.lead_names, record.rate_hz)
            kind = (folder.name, qualities.get(path.stem, "records"))
            if traits is not None:
                found.setdefault(kind, []).append(Seen(f"{folder.name}/{path.stem}", traits))
    return found


def _qualities(folder: Path) -> dict[str, str]:
    path = folder / QUALITY_FILE
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {row["record"]: row["quality"] for row in csv.DictReader(file)}


def _middle(record: Record) -> Samples:
    """Return a record's leads, or half a minute from the middle of a long one."""
    length = min(record.n_samples, round(LONGEST_S * record.rate_hz))
    start = (record.n_samples - length) // 2
    return record.read(start, start + length)
