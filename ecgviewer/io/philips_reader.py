"""Reader of Philips SierraECG and PhilipsECG files in XML, versions 1.03 to 1.04.02."""

from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice, Record
from ecgviewer.core.text import later
from ecgviewer.io.ecg_xml import read_document, root_name, words_of
from ecgviewer.io.held_signal import HeldSignal
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import Channel, leads_of
from ecgviewer.io.philips_facts import (
    read_comments,
    read_patient,
    read_personal,
    read_start,
    read_statements,
    usual_beat_marks,
)
from ecgviewer.io.philips_signal import PhilipsSignal, read_rhythm, read_usual_beats
from ecgviewer.io.record_parts import address, other_parts, part_name, wanted_part

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = "restingecgdata"
_KNOWN_VERSIONS = ("1.03", "1.04", "1.04.01", "1.04.02")
_PARTS = (later("rhythm"), later("the device's usual beats"))


def can_open(_path: Path, beginning: bytes = b"") -> bool:
    """Tell from its root element whether a file is one of Philips."""
    return root_name(beginning) == _ROOT


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe a recording, which is decoded as a whole.

    The first part is the rhythm, the second the beats that stand for all, where there are
    such. Raises EcgError where the file is damaged or written in a way that is not known.
    """
    root = read_document(path)
    if root.tag != _ROOT:
        raise EcgError(f"{path.name} is no recording of Philips: it holds <{root.tag}>.")
    beats, warnings = _usual_beats(path, root)
    part = wanted_part(path, 1 if beats is None else 2, hints)
    signal = beats if part == 2 and beats is not None else read_rhythm(path, root, hints)
    warnings += other_parts(_PARTS[: 1 if beats is None else 2], part)
    return _record(path, root, part, signal, warnings)


def _usual_beats(path: Path, root: "Element") -> tuple[PhilipsSignal | None, list[Notice]]:
    """Return the usual beats; damaged ones are told of and do not keep the rhythm closed."""
    try:
        return read_usual_beats(path, root), []
    except EcgError:
        return None, [Notice("The device's usual beats are damaged and left out.")]


def _record(
    path: Path, root: "Element", part: int, signal: PhilipsSignal, warnings: list[Notice]
) -> Record:
    version = words_of(root, "documentinfo/documentversion")
    if version not in _KNOWN_VERSIONS:
        told = Notice(f"The file is of version {version or 'unsaid'}, not known yet.")
        warnings = [*warnings, told]
    channels = [
        Channel(name, "uV", calibrated=signal.is_calibrated, is_named=signal.are_named)
        for name in signal.names
    ]
    personal = read_personal(root)
    diagnoses = read_statements(root, personal)
    comments = read_comments(root, personal)
    n_samples = signal.values.shape[1]
    gains = [1_000.0 / signal.resolution_uv] * len(channels)
    return Record(
        record_id=record_id(
            signal.rate_hz, [*signal.names, f"part {part}"], gains, n_samples, (path,)
        ),
        name=part_name(path, part),
        path=address(path, part),
        format=f"philips xml {version}".strip(),
        rate_hz=signal.rate_hz,
        n_samples=n_samples,
        leads=leads_of(channels),
        source=HeldSignal(signal.values),
        started_at=read_start(root),
        annotations=usual_beat_marks(root, signal.rate_hz, n_samples) if part == 2 else (),
        patient=read_patient(root),
        diagnoses=diagnoses,
        comments=comments,
        warnings=(*signal.warnings, *warnings),
        files=(path,),
        personal=tuple(personal.facts),
    )
