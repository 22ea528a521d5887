"""Small MAT files of every version, written for tests."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import h5py
import numpy as np
from numpy.typing import NDArray
from scipy.io import savemat

FS_HZ = 250.0


def made_signal(n_leads: int, n_samples: int = 500) -> NDArray[np.float64]:
    """Return float64 (n_leads, n_samples): every lead and sample has its own value in mV."""
    steps = np.arange(n_samples) % 250
    return 0.01 * np.arange(n_leads)[:, None] + 0.001 * steps + 0.1 * np.sin(steps / 9)


def write_v4(path: Path, **variables: Any) -> Path:
    """Write a version 4 file; integers stay integers."""
    savemat(path, variables, format="4")
    return path


def write_v5(path: Path, *, packed: bool = False, **variables: Any) -> Path:
    """Write a version 5 file, its variables compressed or not."""
    savemat(path, variables, format="5", do_compression=packed, oned_as="column")
    return path


def write_v73(path: Path, **variables: Any) -> Path:
    """Write a version 7.3 file as MATLAB does: 512 bytes before HDF5, matrices transposed."""
    with h5py.File(path, "w", userblock_size=512) as file:
        _write_fields(file, file, variables)
    beginning = b"MATLAB 7.3 MAT-file, Platform: GLNXA64".ljust(124) + b"\x00\x02IM"
    with path.open("r+b") as content:
        content.write(beginning)
    return path


def _write_fields(file: h5py.File, group: h5py.Group, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if isinstance(value, dict):
            inner = group.create_group(name)
            inner.attrs["MATLAB_class"] = np.bytes_(b"struct")
            _write_fields(file, inner, value)
        elif isinstance(value, list):
            references = [_write_text(file.require_group("#refs#"), text).ref for text in value]
            cells = group.create_dataset(name, (len(value), 1), dtype=h5py.ref_dtype)
            cells[:, 0] = references
            cells.attrs["MATLAB_class"] = np.bytes_(b"cell")
        elif isinstance(value, str):
            _write_text(group, value, name)
        else:
            matrix = np.atleast_2d(value)
            options = {"chunks": True, "compression": "gzip"} if matrix.size > 1 else {}
            dataset = group.create_dataset(name, data=matrix.T, **options)
            matlab_class = {"f8": "double", "f4": "single"}.get(matrix.dtype.str[1:])
            dataset.attrs["MATLAB_class"] = np.bytes_(matlab_class or matrix.dtype.name)


def _write_text(group: h5py.Group, text: str, name: str | None = None) -> h5py.Dataset:
    codes = np.array([[ord(character)] for character in text], dtype=np.uint16)
    dataset = group.create_dataset(name or f"text{len(group)}", data=codes)
    dataset.attrs["MATLAB_class"] = np.bytes_(b"char")
    return dataset
