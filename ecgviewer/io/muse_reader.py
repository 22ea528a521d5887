"""Reader of GE MUSE files in XML ("RestingECG")."""

from pathlib import Path
from typing import TYPE_CHECKING

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice, Record
from ecgviewer.core.text import later
from ecgviewer.io.ecg_xml import read_document, root_name
from ecgviewer.io.held_signal import HeldSignal
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import Channel, leads_of
from ecgviewer.io.muse_facts import (
    median_marks,
    read_comments,
    read_patient,
    read_personal,
    read_start,
    read_statements,
    rhythm_marks,
)
from ecgviewer.io.muse_signal import MEDIAN, RHYTHM, kind_of, read_waveform, waveforms_of
from ecgviewer.io.record_parts import address, other_parts, part_name, wanted_part
from ecgviewer.io.units import mv_per_unit

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_ROOT = "RestingECG"
_MARKS = {RHYTHM: rhythm_marks, MEDIAN: median_marks}
_WORDS = {RHYTHM: later("rhythm"), MEDIAN: later("median beats")}
_MAX_PARTS = 100


def can_open(_path: Path, beginning: bytes = b"") -> bool:
    """Tell from its root element whether a file is one of MUSE."""
    return root_name(beginning) == _ROOT


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe a recording, which is decoded as a whole.

    The first part is the rhythm; median beats and further waveforms are parts of their own.
    Most files store eight leads; the paper and the models derive the others. Raises EcgError
    where the file is damaged or holds no signal.
    """
    root = read_document(path)
    if root.tag != _ROOT:
        raise EcgError(f"{path.name} is no recording of MUSE: it holds <{root.tag}>.")
    waves = waveforms_of(root)[:_MAX_PARTS]
    if not waves:
        raise EcgError(f"{path.name} holds no signal, only what is known about the recording.")
    part = wanted_part(path, len(waves), hints)
    return _record(path, root, waves, part, hints)


def _record(
    path: Path, root: "Element", waves: list["Element"], part: int, hints: ImportHints | None
) -> Record:
    wave = waves[part - 1]
    signal = read_waveform(path, wave, hints)
    n_samples = signal.values.shape[1]
    names = [lead.name for lead in signal.leads]
    gains = [1.0 / (lead.per_unit * (mv_per_unit(lead.unit) or 1.0)) for lead in signal.leads]
    personal = read_personal(root)
    diagnoses = read_statements(root, personal)
    comments = read_comments(root, wave, personal)
    marks = _MARKS.get(kind_of(wave))
    return Record(
        record_id=record_id(signal.rate_hz, [*names, f"part {part}"], gains, n_samples, (path,)),
        name=part_name(path, part),
        path=address(path, part),
        format="muse xml",
        rate_hz=signal.rate_hz,
        n_samples=n_samples,
        leads=leads_of([Channel(x.name, x.unit, calibrated=x.is_calibrated) for x in signal.leads]),
        source=HeldSignal(signal.values),
        started_at=read_start(root),
        annotations=marks(root, signal.rate_hz, n_samples) if marks else (),
        patient=read_patient(root),
        diagnoses=diagnoses,
        comments=comments,
        warnings=(*signal.warnings, *_about_parts(waves, part)),
        files=(path,),
        personal=tuple(personal.facts),
    )


def _about_parts(waves: list["Element"], part: int) -> list[Notice]:
    kinds = [kind_of(wave) for wave in waves]
    shown = [_WORDS.get(kind, kind.lower()) for kind in kinds]
    no_rhythm = Notice(f"The file holds no rhythm, but this: {shown[0]}.")
    said = [no_rhythm] if part == 1 and kinds[0] != RHYTHM else []
    return [*said, *other_parts(shown, part)]
