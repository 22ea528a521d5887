"""From a WFDB header to a source: finds the signal files and checks that they suffice."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import SignalSource
from ecgviewer.io.units import mv_per_unit
from ecgviewer.io.wfdb_files import open_signal_file
from ecgviewer.io.wfdb_header import Header, SegmentSpec, SignalSpec, read_header
from ecgviewer.io.wfdb_signals import (
    Channel,
    ChannelGroup,
    MultiSegmentSource,
    Segment,
    SegmentSource,
)

# More than a year at 128 Hz; beyond it a length is taken for nonsense.
_MAX_SAMPLES = 2**32


@dataclass(frozen=True, eq=False)
class Assembly:
    """A header with its signal files found.

    specs: one a lead. n_samples: at per_frame samples a frame. formats: WFDB numbers
    in use. files: without those that several segments share a second time.
    """

    source: SignalSource
    specs: tuple[SignalSpec, ...]
    n_samples: int
    per_frame: int
    formats: tuple[int, ...]
    files: tuple[Path, ...]


def file_units_per_mv(spec: SignalSpec) -> float:
    """Return ADC units per mV, or per the signal's own unit where that is no voltage."""
    return spec.gain / (mv_per_unit(spec.unit) or 1.0)


def assemble(header: Header) -> Assembly:
    """Find and check a record's signal files; no sample is read.

    Raises EcgError naming the file that is absent, too short or not what the header
    says.
    """
    assembly = _assemble_segments(header) if header.segments else _assemble_one(header)
    if not 0 < assembly.n_samples <= _MAX_SAMPLES:
        raise EcgError(
            f"{header.path.name} describes a record of {assembly.n_samples} samples, "
            f"not of 1 to {_MAX_SAMPLES}."
        )
    return assembly


def _assemble_one(header: Header) -> Assembly:
    if header.is_layout:
        raise EcgError(
            f"{header.path.name} only lists the signals of a multi-segment record: "
            "open that record's own header."
        )
    groups = tuple(_groups(header))
    held = [group.file.n_frames for group in groups]
    n_frames = header.n_frames or min(held, default=0)
    for group in groups:
        if group.file.n_frames < n_frames:
            raise EcgError(
                f"{group.file.path.name} is too short: it holds {group.file.n_frames} samples "
                f"of each signal, and {header.path.name} announces {n_frames}."
            )
    per_frame = max(spec.per_frame for spec in header.signals)
    return Assembly(
        source=SegmentSource(groups, len(header.signals), n_frames, per_frame),
        specs=header.signals,
        n_samples=n_frames * per_frame,
        per_frame=per_frame,
        formats=tuple(dict.fromkeys(spec.format for spec in header.signals)),
        files=tuple(group.file.path for group in groups),
    )


def _groups(header: Header) -> Iterable[ChannelGroup]:
    by_file: dict[str, list[int]] = {}
    for lead, spec in enumerate(header.signals):
        # Format 0 stands for a signal of which nothing was stored.
        if spec.format != 0:
            by_file.setdefault(spec.file_name, []).append(lead)
    for name, leads in by_file.items():
        specs = [header.signals[lead] for lead in leads]
        file = open_signal_file(header.path.with_name(name), specs, header.path.name)
        yield ChannelGroup(file, tuple(_channels(leads, specs)))


def _channels(leads: list[int], specs: list[SignalSpec]) -> Iterable[Channel]:
    column = 0
    for lead, spec in zip(leads, specs, strict=True):
        gain = file_units_per_mv(spec)
        yield Channel(lead, column, spec.per_frame, spec.skew, spec.baseline, gain)
        column += spec.per_frame


def _assemble_segments(header: Header) -> Assembly:
    variable = header.segments[0].n_frames == 0 and header.segments[0].name != "~"
    # A segment that is played twice is looked at once.
    known = {spec: _part(header, spec) for spec in dict.fromkeys(header.segments[variable:])}
    parts = [known[spec] for spec in header.segments[variable:]]
    found = [part for part in parts if part is not None]
    if variable:
        specs = _segment_header(header, header.segments[0]).signals
    elif found:
        specs = found[0].specs
    else:
        raise EcgError(f"{header.path.name} consists of gaps only.")
    per_frame = max(spec.per_frame for part in (specs, *(x.specs for x in found)) for spec in part)
    segments: list[Segment] = []
    stop = 0
    for spec, part in zip(header.segments[variable:], parts, strict=True):
        start, stop = stop, stop + spec.n_frames * per_frame
        if part is not None:
            leads = _places(header, specs, part.specs, by_name=variable)
            segments.append(Segment(start, stop, part.source, leads, part.per_frame))
    return Assembly(
        source=MultiSegmentSource(tuple(segments), len(specs), per_frame),
        specs=specs,
        n_samples=stop,
        per_frame=per_frame,
        formats=tuple(dict.fromkeys(number for part in found for number in part.formats)),
        files=tuple(dict.fromkeys(file for part in found for file in part.files)),
    )


def _part(header: Header, spec: SegmentSpec) -> Assembly | None:
    """Return one segment, None for a gap."""
    if spec.name == "~" or spec.n_frames == 0:
        return None
    own = _segment_header(header, spec)
    # The list of segments decides how much of each is played.
    return _assemble_one(replace(own, n_frames=spec.n_frames))


def _segment_header(header: Header, spec: SegmentSpec) -> Header:
    path = header.path.with_name(f"{spec.name}.hea")
    if not path.is_file():
        raise EcgError(
            f"{header.path.name} needs its segment {path.name}, which is absent: "
            "all segments of a record belong into one folder."
        )
    own = read_header(path)
    if own.segments:
        raise EcgError(f"{path.name} is a segment and cannot have segments of its own.")
    if own.rate_hz != header.rate_hz:
        raise EcgError(
            f"{path.name} runs at {own.rate_hz:g} Hz, but its record {header.path.name} "
            f"at {header.rate_hz:g} Hz."
        )
    return own


def _places(
    header: Header, specs: Sequence[SignalSpec], own: Sequence[SignalSpec], *, by_name: bool
) -> tuple[int | None, ...]:
    """Return for each signal of a segment its place in the record."""
    if by_name:
        names = [spec.name for spec in specs]
        return tuple(names.index(x.name) if x.name in names else None for x in own)
    if len(own) != len(specs):
        raise EcgError(
            f"{header.path.name} has segments of {len(specs)} and of {len(own)} signals "
            "and no layout that would tell which is which."
        )
    return tuple(range(len(specs)))
