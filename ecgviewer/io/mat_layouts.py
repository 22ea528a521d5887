"""Which of a MAT file's values are the signal, and which lie beside it.

Layouts known: one matrix (leads by samples or samples by leads) under any name, at the
top or within structs (CPSC 2018: ECG.data; challenges and PhysioNet's exports: val;
CPSC 2019: ecg), or one vector a lead, named by its lead.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.io.mat_tree import MAX_SAMPLES, Matrix, Struct
from ecgviewer.signal.leads import STANDARD_LEADS, normalise_lead

MAX_LEADS = 64
# Names under which signals are known, the surest first.
_SIGNAL_NAMES: tuple[str, ...] = (
    "val",
    "data",
    "ecg",
    "signal",
    "signals",
    "ecgdata",
    "ecgsignal",
    "psignal",
)
_SIGNAL_NAMES += ("dsignal", "x", "y", "sig", "samples", "values", "record", "leads")
# Vectors that go along with a signal and are none.
_OTHER_NAMES = re.compile(
    r"(t|tm|time|times|timestamps?|timevector|index|r|rr|rri|hr|r?peaks?|rpeak\w*|qrs\w*|beats?\w*|"
    r"ann\w*|labels?|gains?|base(line)?s?|start|stop|adc\w*|units?|fs|frequency|age|sex)"
)
_MIN_SAMPLES = 50


@dataclass(frozen=True, eq=False)
class Layout:
    """A signal found in a file.

    path: names from the top to the signal, ("ECG", "data"). matrices: one, or a vector
    a lead. fields: what lies beside it, by simplified name (lower case, letters and
    digits only); what is in the same struct wins over what lies further out. leads: the
    leads' names where the variables' own names say them. others: signals not shown.
    """

    path: tuple[str, ...]
    matrices: tuple[Matrix, ...]
    leads_in_rows: bool
    n_leads: int
    n_samples: int
    fields: Struct
    leads: tuple[str, ...] | None = None
    others: tuple[str, ...] = ()
    is_square: bool = False

    @property
    def is_integer(self) -> bool:
        """Whether the samples are of an integer class."""
        return all(matrix.is_integer for matrix in self.matrices)

    def read(self, start: int, stop: int) -> NDArray[np.generic]:
        """Return (n_leads, stop - start) in file units; EcgError if unreadable."""
        if len(self.matrices) > 1:
            return np.vstack([read_vector(matrix, start, stop) for matrix in self.matrices])
        (matrix,) = self.matrices
        if self.leads_in_rows:
            return matrix.read_columns(start, stop)
        return matrix.read_rows(start, stop).T


def read_vector(matrix: Matrix, start: int, stop: int) -> NDArray[np.generic]:
    """Return values start to stop of a row or column vector."""
    if matrix.columns == 1:
        return matrix.read_rows(start, stop).ravel()
    return matrix.read_columns(start, stop).ravel()


def simplified(name: str) -> str:
    """Return a field's name in lower case, letters and digits only."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def find_layout(file: Path, variables: Struct, n_named: int | None) -> Layout:
    """Return the signal of a file.

    n_named: how many leads a person named, which settles where the leads run. Raises
    EcgError if nothing in the file looks like a signal.
    """
    if apart := _leads_apart(variables):
        return apart
    found = sorted(_candidates(variables, (), {}), key=_rank)
    if not found:
        held = f"only {', '.join(variables)[:120]}" if variables else "nor anything else"
        raise EcgError(f"{file.name} holds no matrix that could be a signal, {held}.")
    path, matrix, fields = found[0]
    others = tuple(".".join(p) for p, _, _ in found[1:] if simplified(p[-1]) in _SIGNAL_NAMES)
    leads_in_rows = _leads_in_rows(matrix, n_named)
    sides = matrix.rows, matrix.columns
    n_leads, n_samples = sides if leads_in_rows else sides[::-1]
    if n_leads > MAX_LEADS:
        raise EcgError(
            f"{file.name} holds a matrix of {matrix.rows} x {matrix.columns}: "
            f"more than {MAX_LEADS} leads either way, so it is no ECG."
        )
    if n_samples > MAX_SAMPLES:
        raise EcgError(f"{file.name} claims {n_samples} samples, more than any recording has.")
    return Layout(
        path,
        (matrix,),
        leads_in_rows,
        n_leads,
        n_samples,
        fields,
        others=others,
        is_square=matrix.rows == matrix.columns,
    )


def _leads_in_rows(matrix: Matrix, n_named: int | None) -> bool:
    if n_named is not None and (matrix.rows == n_named) != (matrix.columns == n_named):
        return matrix.rows == n_named
    return matrix.rows <= matrix.columns


_Candidate = tuple[tuple[str, ...], Matrix, Struct]


def _candidates(struct: Struct, path: tuple[str, ...], outer: Struct) -> Iterator[_Candidate]:
    fields = outer | {simplified(name): value for name, value in struct.items()}
    for name, value in struct.items():
        if isinstance(value, dict):
            yield from _candidates(value, (*path, name), fields)
        elif not isinstance(value, (str, tuple)) and _is_signal(simplified(name), value):
            yield (*path, name), value, fields


def _is_signal(name: str, matrix: Matrix) -> bool:
    shortest = 2 if name in _SIGNAL_NAMES else _MIN_SAMPLES
    sides = matrix.rows, matrix.columns
    return not _OTHER_NAMES.fullmatch(name) and min(sides) >= 1 and max(sides) >= shortest


def _rank(candidate: _Candidate) -> tuple[bool, int, int]:
    """Known names first, then those with more samples."""
    path, matrix, _ = candidate
    name = simplified(path[-1])
    known = name in _SIGNAL_NAMES
    place = _SIGNAL_NAMES.index(name) if known else 0
    return not known, place, -matrix.rows * matrix.columns


def _leads_apart(
    struct: Struct, path: tuple[str, ...] = (), outer: Struct | None = None
) -> Layout | None:
    """Return the layout of one vector a lead, such as variables I, II … V6."""
    fields = (outer or {}) | {simplified(name): value for name, value in struct.items()}
    vectors = {
        normalise_lead(name): value
        for name, value in struct.items()
        if normalise_lead(name) in STANDARD_LEADS
        and not isinstance(value, (str, tuple, dict))
        and min(value.rows, value.columns) == 1
    }
    lengths = {max(vector.rows, vector.columns) for vector in vectors.values()}
    if len(lengths) == 1 and _MIN_SAMPLES <= (length := lengths.pop()) <= MAX_SAMPLES:
        return Layout(
            path=path,
            matrices=tuple(vectors.values()),
            leads_in_rows=True,
            n_leads=len(vectors),
            n_samples=length,
            fields=fields,
            leads=tuple(vectors),
        )
    inner = ((name, value) for name, value in struct.items() if isinstance(value, dict))
    found = (_leads_apart(value, (*path, name), fields) for name, value in inner)
    return next((layout for layout in found if layout is not None), None)
