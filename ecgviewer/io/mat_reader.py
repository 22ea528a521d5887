"""Reader of MATLAB files: versions 4, 5 and 7.3, in the layouts that recordings come in."""

import math
import re
from dataclasses import replace
from pathlib import Path

from ecgviewer.core.annotation import Annotation
from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Lead, Notice, Record, Resolution
from ecgviewer.core.text import later
from ecgviewer.io.header_facts import read_facts
from ecgviewer.io.hints import ImportHints, NeedsHints
from ecgviewer.io.identity import record_id
from ecgviewer.io.lead_list import Channel, about_names, leads_of
from ecgviewer.io.mat_conventions import Convention, convention_of, suggested_hints
from ecgviewer.io.mat_facts import beats, beats_of, comment_lines, lead_names, rate_hz
from ecgviewer.io.mat_layouts import Layout, find_layout, simplified
from ecgviewer.io.mat_scale import MatSource, Scale, guessed_gain, scale_of
from ecgviewer.io.mat_tree import Struct
from ecgviewer.io.mat_v4 import looks_like_v4, read_v4
from ecgviewer.io.mat_v5 import looks_like_v5, read_v5
from ecgviewer.io.mat_v73 import SIGNATURE, read_v73
from ecgviewer.io.mat_written import annotations_in, start_in
from ecgviewer.signal.leads import STANDARD_LEADS

_SNIFFED_BYTES = 4_096
# MATLAB puts 512 bytes of its own before HDF5's signature; h5py puts none.
_HDF5_STARTS = (0, 512, 1024, 2048)
_CPSC_2019_NAME = re.compile(r"data_(\d{5})", re.IGNORECASE)


def can_open(path: Path, _beginning: bytes = b"") -> bool:
    """Tell whether ``path`` is named like a MATLAB file."""
    return path.suffix.lower() == ".mat"


def open_record(path: Path, hints: ImportHints | None = None) -> Record:
    """Describe the recording in a MAT file; its samples stay on disk.

    A compressed variable of version 5 is the exception: it has no way into its middle,
    so it is unpacked at the first read, and kept. hints win over what the file says.
    Raises NeedsHints where no sampling rate is known, EcgError where the file is
    damaged, holds no signal or unpacks to absurd sizes.
    """
    hints = _checked(path, hints or ImportHints())
    version, variables = _read(path)
    layout = find_layout(path, variables, len(hints.leads) if hints.leads else None)
    convention = convention_of(path, layout)
    rate = hints.fs_hz or rate_hz(layout) or (convention.rate_hz if convention else None)
    leads = _lead_names(path, layout, convention, hints)
    if rate is None:
        raise NeedsHints(path, layout.n_leads, layout.n_samples, _suggestion(path, layout, hints))
    scale = scale_of(layout, convention, hints)
    facts = read_facts(comment_lines(layout.fields))
    names = leads or _default_names(layout)
    return Record(
        record_id=record_id(rate, names, scale.gain.tolist(), layout.n_samples, (path,)),
        name=path.stem,
        path=path,
        format=f"mat v{version}",
        rate_hz=rate,
        n_samples=layout.n_samples,
        leads=_leads(names, layout, scale),
        source=MatSource(layout, scale),
        started_at=start_in(layout),
        annotations=annotations_in(layout)
        or beats(layout)
        or _cpsc_2019_beats(path, layout.n_samples),
        patient=facts.patient,
        diagnoses=facts.diagnoses,
        comments=facts.comments,
        synthetic=facts.synthetic,
        warnings=tuple(_warnings(layout, convention, scale, leads, hints)),
        files=(path,),
        personal=facts.personal,
    )


def _read(path: Path) -> tuple[str, Struct]:
    """Return a file's version and variables; raises EcgError if it is no MAT file."""
    with path.open("rb") as file:
        beginning = file.read(_SNIFFED_BYTES)
    if any(beginning[start : start + len(SIGNATURE)] == SIGNATURE for start in _HDF5_STARTS):
        return "7.3", read_v73(path)
    if looks_like_v5(beginning):
        return "5", read_v5(path)
    if looks_like_v4(beginning):
        return "4", read_v4(path)
    raise EcgError(f"{path.name} is no MATLAB file: {_what_it_is(beginning)}.")


def _what_it_is(beginning: bytes) -> str:
    text = beginning.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not beginning:
        return "it is empty"
    if text.startswith((b"<!doctype html", b"<html", b"<head")):
        return "it is a web page, so the download went wrong"
    if b"\0" not in beginning and sum(c < 9 or 13 < c < 32 for c in beginning) == 0:
        return "it is a text file"
    return "its beginning is damaged or of another format"


def _checked(path: Path, hints: ImportHints) -> ImportHints:
    for name, value in (("rate", hints.fs_hz), ("gain", hints.gain)):
        if value is not None and not (math.isfinite(value) and 1e-9 < value < 1e9):
            raise EcgError(f"{path.name}: a {name} of {value:g} is impossible.")
    return hints


def _lead_names(
    path: Path, layout: Layout, convention: Convention | None, hints: ImportHints
) -> tuple[str, ...] | None:
    if hints.leads is not None and len(hints.leads) != layout.n_leads:
        raise EcgError(
            f"{path.name} holds {layout.n_leads} leads, but {len(hints.leads)} names were given."
        )
    from_convention = convention.leads if convention else None
    return hints.leads or lead_names(layout) or from_convention


def _default_names(layout: Layout) -> tuple[str, ...]:
    if layout.n_leads == len(STANDARD_LEADS):
        return STANDARD_LEADS
    if layout.n_leads == 1:
        return ("ECG",)
    return tuple(f"Lead {number}" for number in range(1, layout.n_leads + 1))


def _suggestion(path: Path, layout: Layout, hints: ImportHints) -> ImportHints:
    suggested = suggested_hints(path, layout)
    return replace(
        suggested,
        leads=hints.leads or lead_names(layout) or suggested.leads,
        gain=hints.gain or suggested.gain or guessed_gain(layout),
    )


def _leads(names: tuple[str, ...], layout: Layout, scale: Scale) -> tuple[Lead, ...]:
    is_named = lead_names(layout) is not None
    facts = zip(names, scale.units, scale.gain.tolist(), scale.baseline.tolist(), strict=True)
    return leads_of(
        [
            Channel(name, unit, scale.calibrated, is_named, _resolution(layout, gain, baseline))
            for name, unit, gain, baseline in facts
        ]
    )


def _resolution(layout: Layout, gain: float, baseline: float) -> Resolution | None:
    is_whole = layout.is_integer and baseline == int(baseline)
    return Resolution(gain, int(baseline)) if is_whole else None


def _warnings(
    layout: Layout,
    convention: Convention | None,
    scale: Scale,
    leads: tuple[str, ...] | None,
    hints: ImportHints,
) -> list[Notice]:
    """Return one sentence for everything that was assumed."""
    said: list[Notice] = []
    if convention is not None and convention.is_assumed:
        assumed = {
            f"{convention.rate_hz:g} Hz": not (hints.fs_hz or rate_hz(layout)),
            later("amplitudes in mV"): scale.published,
            later("leads in standard order"): leads is not None and leads is convention.leads,
        }
        if any(assumed.values()):
            facts = ", ".join(fact for fact, holds in assumed.items() if holds)
            said.append(
                Notice(f"Laid out like {convention.source}, so read as published: {facts}.")
            )
    if scale.warning:
        said.append(scale.warning)
    if leads is None:
        said += about_names(layout.n_leads)
    if layout.is_square:
        said.append(Notice("The matrix is square: its rows are taken as leads."))
    if layout.others:
        name, names = ".".join(layout.path), ", ".join(layout.others)
        said.append(Notice(f"Shown is {name}; also there: {names}."))
    return said


def _cpsc_2019_beats(path: Path, n_samples: int) -> tuple[Annotation, ...]:
    """Return the R peaks that CPSC 2019 keeps in R_NNNNN.mat, beside or in ../ref."""
    match = _CPSC_2019_NAME.fullmatch(path.stem)
    if match is None:
        return ()
    name = f"R_{match[1]}.mat"
    for marks in (path.with_name(name), path.parent.parent / "ref" / name):
        if marks.is_file():
            try:
                fields = {simplified(key): value for key, value in _read(marks)[1].items()}
                return beats_of(fields, "rpeak", n_samples)
            except (EcgError, OSError):
                # The signal can be read without its marks.
                return ()
    return ()
