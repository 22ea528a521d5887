"""Reader of WFDB records: PhysioNet's headers, signal files and annotations."""

import os
import re
from itertools import islice
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Record, Resolution
from ecgviewer.io.annotations import OTHER_FILES, read_annotations_beside
from ecgviewer.io.header_facts import read_facts
from ecgviewer.io.hints import ImportHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import Channel, leads_of
from ecgviewer.io.wfdb_header import SignalSpec, read_header
from ecgviewer.io.wfdb_segments import Assembly, assemble, file_units_per_mv

# To find the header of a signal file with another name, so many are looked into.
_MAX_HEADERS = 2_000
_SHORT_HEADER_BYTES = 65_536


def can_open(path: Path, _beginning: bytes = b"") -> bool:
    """Tell whether ``path`` belongs to a WFDB record: its header, a signal file, an
    annotation file or the bare name.
    """
    return path.suffix.lower() in (".hea", ".dat") or _find_header(path) is not None


def open_record(path: Path, _hints: ImportHints | None = None) -> Record:
    """Describe a WFDB record; its samples stay on disk until they are read.

    path: as for can_open. Hints are not needed: a header says everything. Raises EcgError,
    with the name of the file at fault, if the header or a signal file is absent, damaged or
    holds impossible numbers.
    """
    header_path = _find_header(path)
    if header_path is None:
        raise EcgError(f"{path.name} has no WFDB header ({path.stem}.hea) beside it.")
    header = read_header(header_path)
    found = assemble(header)
    rate_hz = header.rate_hz * found.per_frame
    leads = leads_of([_channel(spec) for spec in found.specs])
    facts = read_facts(header.comments)
    annotations, odd = read_annotations_beside(
        header_path,
        rate_hz=rate_hz,
        per_frame=found.per_frame,
        n_samples=found.n_samples,
        leads=tuple(lead.name for lead in leads),
        signal_files=found.files,
    )
    return Record(
        record_id=_identity(found, rate_hz, header_path.name),
        name=header_path.stem,
        path=header_path,
        format="wfdb " + "+".join(str(number) for number in found.formats),
        rate_hz=rate_hz,
        n_samples=found.n_samples,
        leads=leads,
        source=found.source,
        started_at=header.started_at,
        annotations=annotations,
        patient=facts.patient,
        diagnoses=facts.diagnoses,
        comments=facts.comments,
        synthetic=facts.synthetic,
        warnings=(*header.warnings, *odd),
        files=found.files,
        personal=facts.personal,
    )


def _channel(spec: SignalSpec) -> Channel:
    # Format 0 stores nothing, so there are no levels.
    levels = Resolution(file_units_per_mv(spec), spec.baseline) if spec.format else None
    return Channel(spec.name, spec.unit, calibrated=spec.calibrated, resolution=levels)


def _identity(found: Assembly, rate_hz: float, header_name: str) -> str:
    names = [spec.name for spec in found.specs]
    gains = [file_units_per_mv(spec) for spec in found.specs]
    try:
        return record_id(rate_hz, names, gains, found.n_samples, found.files)
    except OSError as error:
        raise EcgError(f"A signal file of {header_name} cannot be read: {error}.") from error


def _find_header(path: Path) -> Path | None:
    suffix = path.suffix.lower()
    if suffix == ".hea":
        return path
    if suffix in OTHER_FILES:
        return None
    bare, own = path.with_name(path.name + ".hea"), path.with_suffix(".hea")
    if bare.is_file():
        return bare
    # A MAT file may lie beside the header of another signal file.
    if own.is_file() and (suffix != ".mat" or _mentions(own, path.name)):
        return own
    # PTB-XL's 00001_hr_1.dat may belong to 00001_hr.hea.
    numbered = own.with_stem(re.sub(r"_\d+$", "", path.stem))
    if numbered.is_file() and _mentions(numbered, path.name):
        return numbered
    if suffix != ".dat" or not path.is_file():
        return None
    others = islice(sorted(path.parent.glob("*.hea")), _MAX_HEADERS)
    return next((other for other in others if _mentions(other, path.name)), None)


def _mentions(header: Path, file_name: str) -> bool:
    """Whether a line of the header begins with the signal file's name."""
    with header.open("rb") as file:
        lines = file.read(_SHORT_HEADER_BYTES).splitlines()
    # Names on disk need not be UTF-8.
    return any(line.split(maxsplit=1)[:1] == [os.fsencode(file_name)] for line in lines)
