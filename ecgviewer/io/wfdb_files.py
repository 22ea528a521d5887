"""Signal files of WFDB records, read span by span.

Files are opened for each read and not mapped: a file that is cut short while it is
mapped ends the program, one that is cut short while it is read gives a sentence.
"""

import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from ecgviewer.core.errors import EcgError
from ecgviewer.io.wfdb_formats import FLAC_FORMATS, FORMATS, Levels, SampleFormat
from ecgviewer.io.wfdb_header import SignalSpec

# Format 8 adds up differences: the sums are kept at every so many frames.
_SUM_FRAMES = 65_536


class SignalFile(Protocol):
    """One signal file: frames of samples, all signals side by side."""

    @property
    def path(self) -> Path:
        """Where the file lies."""
        ...

    @property
    def n_frames(self) -> int:
        """How many whole frames the file holds."""
        ...

    @property
    def invalid(self) -> int | None:
        """The value that stands for "no signal"."""
        ...

    def read_frames(self, first: int, last: int) -> Levels:
        """Return integers (last - first, samples a frame), 0 <= first <= last <= n_frames.

        Raises EcgError if the file cannot be read.
        """
        ...


def open_signal_file(path: Path, specs: list[SignalSpec], header_name: str) -> SignalFile:
    """Describe the file that holds these signals; its samples stay on disk.

    Raises EcgError if the file is absent, its format is unknown or it is no FLAC
    file where the header says so.
    """
    formats = {spec.format for spec in specs}
    if len(formats) > 1:
        raise EcgError(
            f"{header_name} gives {path.name} several formats at once: {sorted(formats)}."
        )
    number = formats.pop()
    try:
        told = path.stat()
        n_bytes = told.st_size
        if not stat.S_ISREG(told.st_mode):
            raise EcgError(f"{header_name} names {path.name} as its signal file, which is none.")
        if number in FLAC_FORMATS:
            return _describe_flac(path, number, specs, header_name)
    except OSError as error:
        absent = isinstance(error, FileNotFoundError)
        why = "is absent" if absent else f"cannot be opened ({error.strerror or error})"
        raise EcgError(
            f"{header_name} needs its signal file {path.name}, which {why}: "
            "both belong into one folder."
        ) from error
    if number not in FORMATS:
        raise EcgError(
            f"{header_name} gives {path.name} format {number}, which is no WFDB signal format."
        )
    per_frame = tuple(spec.per_frame for spec in specs)
    described = FORMATS[number], specs[0].offset, n_bytes, per_frame
    if number == 8:
        return DifferenceFile(path, *described, initial=tuple(spec.initial for spec in specs))
    return PackedFile(path, *described)


@dataclass(frozen=True, eq=False)
class PackedFile:
    """A file of blocks of equal size. offset: bytes before the first frame."""

    path: Path
    format: SampleFormat
    offset: int
    n_bytes: int
    per_frame: tuple[int, ...]

    @property
    def n_frames(self) -> int:
        """How many whole frames the file holds."""
        return self.format.n_samples(self.n_bytes - self.offset) // sum(self.per_frame)

    @property
    def invalid(self) -> int | None:
        """The value that stands for "no signal"."""
        return self.format.invalid

    def read_frames(self, first: int, last: int) -> Levels:
        """Return integers (last - first, samples a frame); EcgError if unreadable."""
        width = sum(self.per_frame)
        start, stop = first * width, last * width
        skipped_blocks, lead_in = divmod(start, self.format.block_samples)
        skipped = skipped_blocks * self.format.block_bytes
        content = self._read_bytes(skipped, self.format.n_bytes(stop) - skipped)
        values = self.format.decode(content)[lead_in : lead_in + stop - start]
        return values.reshape(-1, width)

    def _read_bytes(self, skipped: int, n_wanted: int) -> NDArray[np.uint8]:
        # Zeros fill up the last block, whose tail the file may lack.
        n_blocks = -(-n_wanted // self.format.block_bytes)
        content = np.zeros(n_blocks * self.format.block_bytes, dtype=np.uint8)
        try:
            with self.path.open("rb") as file:
                file.seek(self.offset + skipped)
                n_read = file.readinto(content.data[:n_wanted])
        except OSError as error:
            raise EcgError(f"{self.path.name} cannot be read: {error.strerror}.") from error
        if n_read != n_wanted:
            raise EcgError(f"{self.path.name} has become shorter since it was opened.")
        return content


@dataclass(frozen=True, eq=False)
class DifferenceFile(PackedFile):
    """A file of format 8: each sample is the difference from the one before."""

    initial: tuple[int, ...]

    def read_frames(self, first: int, last: int) -> Levels:
        """Return integers (last - first, samples a frame); EcgError if unreadable."""
        known = first // _SUM_FRAMES
        differences = super().read_frames(known * _SUM_FRAMES, last)
        values = np.empty(differences.shape, dtype=np.int32)
        for signal, columns in enumerate(self._columns):
            steps = differences[:, columns].ravel().cumsum(dtype=np.int64)
            levels = steps + self._sums[known, signal]
            values[:, columns] = levels.reshape(len(values), -1)
        return values[first - known * _SUM_FRAMES :]

    @cached_property
    def _columns(self) -> tuple[slice, ...]:
        stops = np.cumsum(self.per_frame)
        return tuple(slice(b - a, b) for a, b in zip(self.per_frame, stops, strict=True))

    @cached_property
    def _sums(self) -> NDArray[np.int64]:
        """int64 (blocks of frames, n_signals): each signal's value before each block."""
        sums = [np.array(self.initial, dtype=np.int64)]
        for first in range(0, self.n_frames - _SUM_FRAMES, _SUM_FRAMES):
            differences = super().read_frames(first, first + _SUM_FRAMES)
            sums.append(sums[-1] + [differences[:, c].sum(dtype=np.int64) for c in self._columns])
        return np.array(sums)


@dataclass(frozen=True, eq=False)
class FlacFile:
    """A FLAC file: one channel a signal, per_frame samples of each a frame.

    offset: samples of each channel before the first frame. bits: of the stream.
    """

    path: Path
    offset: int
    n_frames: int
    per_frame: int
    bits: int
    invalid: int | None

    def read_frames(self, first: int, last: int) -> Levels:
        """Return integers (last - first, samples a frame); EcgError if unreadable."""
        # soundfile takes 50 ms to import, and most formats do without it.
        import soundfile

        n_wanted = (last - first) * self.per_frame
        dtype = "int16" if self.bits <= 16 else "int32"
        try:
            with soundfile.SoundFile(str(self.path)) as file:
                file.seek(self.offset + first * self.per_frame)
                values: Levels = file.read(n_wanted, dtype=dtype, always_2d=True)
        except (OSError, RuntimeError) as error:
            raise EcgError(f"{self.path.name} cannot be read as FLAC: {error}") from error
        if len(values) != n_wanted:
            raise EcgError(f"{self.path.name} ends before sample {last * self.per_frame}.")
        # soundfile scales every stream up to the full width of the type.
        values >>= (16 if dtype == "int16" else 32) - self.bits
        # Channels side by side -> each signal's samples of one frame side by side.
        frames = values.reshape(last - first, self.per_frame, -1).transpose(0, 2, 1)
        return frames.reshape(last - first, -1)


def _describe_flac(path: Path, number: int, specs: list[SignalSpec], header_name: str) -> FlacFile:
    with path.open("rb") as file:
        content = file.read(42)
    if len(content) < 42 or content[:4] != b"fLaC":
        raise EcgError(f"{path.name} is no FLAC file, as {header_name} says it is.")
    # STREAMINFO: 20 bits rate, 3 channels - 1, 5 bits a sample - 1, 36 samples.
    packed = int.from_bytes(content[18:26], "big")
    n_channels, bits = (packed >> 41 & 0x7) + 1, (packed >> 36 & 0x1F) + 1
    n_samples = packed & (1 << 36) - 1
    per_frame = {spec.per_frame for spec in specs}
    if n_channels != len(specs) or len(per_frame) > 1 or bits not in (8, 16, 24):
        raise EcgError(
            f"{path.name} holds {n_channels} FLAC channels of {bits} bits, "
            f"which are not the {len(specs)} signals of {header_name}."
        )
    if bits > number - 500:
        raise EcgError(
            f"{path.name} has {bits} bits a sample, too many for the format {number} "
            f"that {header_name} gives."
        )
    samples_a_frame = per_frame.pop()
    return FlacFile(
        path=path,
        offset=specs[0].offset,
        n_frames=max(n_samples - specs[0].offset, 0) // samples_a_frame,
        per_frame=samples_a_frame,
        bits=bits,
        invalid=FLAC_FORMATS[number],
    )
