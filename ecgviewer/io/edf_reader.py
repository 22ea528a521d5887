"""Reader of EDF, EDF+ and BDF files.

Own code, as a day's recording has to be read in spans, gaps have to stay gaps, and headers
of real files break the standard in ways that other readers refuse.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead, Notice, Record
from ecgviewer.io.edf_annotations import (
    Starts,
    annotations_of,
    read_texts,
    record_starts,
)
from ecgviewer.io.edf_channels import about_rates, are_ecg, calibration_of, reference_of
from ecgviewer.io.edf_facts import facts_of
from ecgviewer.io.edf_gaps import read_gaps
from ecgviewer.io.edf_header import BDF_VERSION, EDF_VERSION, EdfHeader, EdfSignal, read_header
from ecgviewer.io.edf_lists import told_facts
from ecgviewer.io.edf_signals import EdfChannel, EdfSource
from ecgviewer.io.free_text import marks_without_names
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import Channel, leads_of

_MAX_RATE_HZ = 1e6


def can_open(path: Path, beginning: bytes) -> bool:
    """Tell whether a file is named or begins like EDF or BDF."""
    if path.suffix.lower() in (".edf", ".bdf"):
        return bool(beginning) or path.is_file()
    is_marked = beginning.startswith((EDF_VERSION, BDF_VERSION))
    return is_marked and beginning[252:256].strip().isdigit()


def is_record(path: Path, beginning: bytes) -> bool:
    """Tell whether a folder lists a file: one of annotations alone goes with another one."""
    n_signals = beginning[252:256].strip()
    alone = n_signals == b"1" and beginning[256:272].strip().endswith(b"F Annotations")
    return can_open(path, beginning) and not alone


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe the recording in a file; its samples stay on disk.

    hints: fs_hz and leads win over what the file says; gain is that of signals without a
    unit or without a scale. Raises NeedsHints where the file gives no time, and EcgError
    where it is damaged or holds annotations alone.
    """
    hints = hints or ImportHints()
    header = read_header(path)
    shown, warnings = _shown(header)
    leads, channels, odd = _leads(shown, hints, path)
    reference = reference_of(shown, leads)
    rate_hz = _rate_hz(header, shown, reference, hints)
    texts = read_texts(header)
    starts = record_starts(header, texts.begins_s, reference, rate_hz) if header.has_gaps else None
    source = _source(header, channels, reference, starts)
    gaps, texts = read_gaps(texts, leads, rate_hz, source.n_samples)
    source = replace(source, gaps=gaps.by_lead)
    told, texts = told_facts(texts)
    facts = facts_of(header, texts.origin_s, told)
    marks, outside = annotations_of(
        texts,
        rate_hz=rate_hz,
        n_samples=gaps.n_samples,
        leads=leads,
        source=path.suffix[1:].lower() or header.kind[:3].lower(),
    )
    named = marks_without_names(marks, facts.personal)
    odd += about_rates(shown, leads, reference, rate_hz) + _about_time(starts, outside)
    return Record(
        record_id=_identity(shown, source, rate_hz, gaps.n_samples),
        name=path.stem,
        path=path,
        format=header.kind,
        rate_hz=rate_hz,
        n_samples=gaps.n_samples,
        leads=leads,
        source=source,
        started_at=facts.started_at,
        annotations=named,
        patient=facts.patient,
        diagnoses=facts.diagnoses,
        comments=facts.comments,
        synthetic=facts.synthetic,
        warnings=(*header.warnings, *warnings, *odd),
        files=(path,),
        personal=tuple(facts.personal.facts),
    )


def _shown(header: EdfHeader) -> tuple[list[EdfSignal], list[Notice]]:
    signals = [signal for signal in header.signals if not signal.holds_annotations]
    if not signals:
        raise EcgError(
            f"{header.path.name} holds annotations and no signal: "
            "open the file of the recording that they belong to."
        )
    shown = [signal for signal in signals if signal.per_record > 0]
    if not shown:
        raise EcgError(f"{header.path.name} holds no samples: all its signals are empty.")
    names = ", ".join(signal.label for signal in signals if signal.per_record == 0)
    return shown, [Notice(f"Without samples, so not shown: {names}.")] if names else []


def _rate_hz(
    header: EdfHeader, shown: Sequence[EdfSignal], reference: int, hints: ImportHints
) -> float:
    if hints.fs_hz is not None:
        return hints.fs_hz
    if header.record_s is None:
        names = tuple(signal.label for signal in shown)
        suggested = ImportHints(leads=names, gain=hints.gain or 1.0)
        n_samples = header.n_records * reference
        raise NeedsHints(header.path, len(shown), n_samples, suggested)
    rate_hz = reference / header.record_s
    # The division alone may miss a whole number by its last bits.
    rate_hz = round(rate_hz) if abs(rate_hz - round(rate_hz)) < 1e-9 * rate_hz else rate_hz
    if not 1e-6 < rate_hz < _MAX_RATE_HZ:
        raise EcgError(f"{header.path.name}: a rate of {rate_hz:g} Hz is impossible.")
    return float(rate_hz)


def _leads(
    shown: Sequence[EdfSignal], hints: ImportHints, path: Path
) -> tuple[tuple[Lead, ...], list[EdfChannel], list[Notice]]:
    if hints.leads is not None and len(hints.leads) != len(shown):
        raise EcgError(
            f"{path.name} holds {len(shown)} signals, but {len(hints.leads)} names were given."
        )
    names = hints.leads or tuple(signal.label for signal in shown)
    scales = [calibration_of(signal, hints.gain) for signal in shown]
    leads = leads_of(
        [
            Channel(name or "?", scale.unit, scale.calibrated, is_named=bool(name))
            for name, scale in zip(names, scales, strict=True)
        ]
    )
    ecg = are_ecg(leads)
    marked = tuple(replace(x, is_ecg=is_ecg) for x, is_ecg in zip(leads, ecg, strict=True))
    return marked, [scale.channel for scale in scales], _about_scales(marked)


def _about_scales(leads: Sequence[Lead]) -> list[Notice]:
    names = ", ".join(lead.name for lead in leads if not lead.calibrated)
    said = Notice(f"No scale is given for {names}: these amplitudes are the file's own numbers.")
    return [said] if names else []


def _source(
    header: EdfHeader, channels: Sequence[EdfChannel], reference: int, starts: Starts | None
) -> EdfSource:
    return EdfSource(
        path=header.path,
        header_bytes=header.header_bytes,
        record_bytes=header.record_bytes,
        sample_bytes=header.sample_bytes,
        n_records=header.n_records,
        per_record=reference,
        channels=tuple(channels),
        starts=starts.places if starts is not None and starts.n_gaps else None,
    )


def _identity(shown: Sequence[EdfSignal], source: EdfSource, rate_hz: float, n_samples: int) -> str:
    names = [signal.label for signal in shown]
    gains = [channel.scale for channel in source.channels]
    return record_id(rate_hz, names, gains, n_samples, (source.path,))


def _about_time(starts: Starts | None, outside: int) -> list[Notice]:
    said: list[Notice] = []
    if starts is not None and starts.n_gaps:
        gaps = "1 gap" if starts.n_gaps == 1 else f"{starts.n_gaps} gaps"
        said.append(Notice(f"The recording has {gaps}: there is no signal there."))
    if starts is not None and starts.unplaced:
        said.append(
            Notice(
                f"Data records that do not say when they begin: {starts.unplaced}. Each follows "
                "the one before."
            )
        )
    if outside:
        said.append(Notice(f"Annotations outside of the recording, left out: {outside}."))
    return said
