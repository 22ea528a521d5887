"""Small sound files of every format, for tests that damage them.

Of each format there is one of each way to write it: few leads of few samples, so that a
random change hits facts and numbers as often as samples.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from pydicom.sequence import Sequence as Items

from ecgviewer.io.hints import ImportHints
from tests.io import (
    made_aecg,
    made_dicom,
    made_edf,
    made_ishne,
    made_mat,
    made_muse,
    made_philips,
    made_scp,
    made_tables,
)

Make = Callable[[Path], bytes]


@dataclass(frozen=True)
class Format:
    """A format's files. kinds: what makes the content of each, given a path to write to.

    suffix: of the file that is damaged. beside: sound files of the same name, by suffix.
    """

    suffix: str
    kinds: Mapping[str, Make]
    hints: ImportHints | None = None
    beside: Mapping[str, bytes] = field(default_factory=dict)


def _aecg(kind: str, _: Path) -> bytes:
    """Return rhythm, a representative beat, marks and values."""
    digits = made_aecg.made_digits(3, 30)
    first = made_aecg.sequence_set(
        made_aecg.absolute(), made_aecg.lead("I", digits[0]), made_aecg.lead("II", digits[1])
    )
    later = made_aecg.sequence_set(
        made_aecg.absolute("20200101103000.120"), made_aecg.lead("V1", digits[2])
    )
    beat = made_aecg.annotation(
        "MDC_ECG_BEAT",
        made_aecg.coded("MDC_ECG_BEAT_NORMAL"),
        made_aecg.annotation(
            "MDC_ECG_WAVC",
            made_aecg.coded("MDC_ECG_WAVC_PWAVE"),
            times=made_aecg.between("20200101103000.010", "20200101103000.050"),
        ),
        made_aecg.annotation("MDC_ECG_TIME_PD_QT", made_aecg.amount(400, "ms")),
    )
    rhythm = made_aecg.annotation(
        "MDC_ECG_RHY",
        made_aecg.coded("MDC_ECG_RHY_ATR_FIB"),
        times=made_aecg.between_ms(10, 90),
    )
    median = made_aecg.sequence_set(made_aecg.relative(), made_aecg.lead("II", digits[2][:10]))
    sets = [first, later] if kind == "in turn" else [first]
    told = made_aecg.annotations(beat, rhythm)
    return made_aecg.document(
        made_aecg.series(*sets, told, made_aecg.derived(median)),
        facts=made_aecg.AGE.format(value="46", unit="a"),
        encoding="utf-16" if kind == "utf-16" else "utf-8",
    )


def _dicom(kind: str, _: Path) -> bytes:
    """Return rhythm, a median beat, marks and values."""
    order = ">" if kind == "big endian" else "<"
    leads = [
        made_dicom.channel("I", ChannelSampleSkew="1"),
        made_dicom.channel("V1", ChannelBaseline="3"),
    ]
    steps = made_dicom.made_steps
    made = [
        made_dicom.group(steps(2, 60), leads, order=order, WaveformPaddingValue=b"\x7f\xff"),
        made_dicom.group(steps(2, 20), leads, order=order, label="MEDIAN BEAT"),
    ]
    made[0]["WaveformPaddingValue"].VR = "OW"
    if kind == "in turn":
        made[1].MultiplexGroupLabel = "RHYTHM"
        made[0].MultiplexGroupTimeOffset, made[1].MultiplexGroupTimeOffset = 0, 240
    data = made_dicom.waveform(made, SpecificCharacterSet="ISO_IR 100", PatientAge="042Y")
    interval = made_dicom.mark(
        made_dicom.code("5.13.5-7", "SCPECG", "PR Interval"), NumericValue="161"
    )
    milliseconds = made_dicom.code("ms", "UCUM", "milliseconds")
    interval.MeasurementUnitsCodeSequence = Items([milliseconds])
    point = made_dicom.mark(
        made_dicom.code("5.10.3-1", "SCPECG", "P Onset"), TemporalRangeType="POINT",
        ReferencedSamplePositions=[30, 50], AnnotationGroupNumber=100,
    )  # fmt: skip
    data.WaveformAnnotationSequence = Items([made_dicom.mark(text="Normál ECG"), interval, point])
    if kind == "undefined":
        data["WaveformSequence"].is_undefined_length = True
        for item in data.WaveformSequence:
            item.is_undefined_length_sequence_item = True
    syntax = kind if kind in made_dicom.SYNTAXES else "explicit"
    return made_dicom.encoded(data, syntax, preamble=kind != "bare")


def _edf(kind: str, path: Path) -> bytes:
    """Return a plain file, or one with annotations, gaps, several rates, missing samples."""
    levels = made_edf.made_levels
    short = [made_edf.MadeSignal(x, levels(40, i)) for i, x in enumerate(("ECG I", "II"))]
    tal = made_edf.tal
    texts = [tal(f"+{2 * i}") + tal(f"+{2 * i}.5", "N", duration="0.2") for i in range(4)]
    missing = "no signal (digital minimum)@@II"
    gaps = [*texts[:3], tal("+6") + tal("+6", missing, duration="0.7") + tal("+0", "Age: 63")]
    rates = [
        made_edf.MadeSignal("ECG", levels(40)),
        made_edf.MadeSignal("Resp", levels(8), unit=""),
    ]
    made = {
        "plain": made_edf.two_leads(signals=short, n_records=2),
        "with texts": made_edf.continuous(signals=short, n_records=4, texts=texts),
        "with gaps": made_edf.continuous(signals=short, n_records=4, texts=texts, kind="EDF+D"),
        "missing samples": made_edf.continuous(signals=short, n_records=4, texts=gaps),
        "several rates": made_edf.MadeEdf(rates, 4),
        "bdf": made_edf.MadeEdf(short, 4, is_bdf=True, texts=texts, kind="BDF+C"),
    }
    return made[kind].write(path).read_bytes()


def _ishne(kind: str, _: Path) -> bytes:
    comment = b"made\r\nfor tests" if kind == "with a comment" else b""
    return made_ishne.recording(
        made_ishne.made_levels(3, 100), made_ishne.MadeHeader(comment=comment)
    )


def _mat(kind: str, path: Path) -> bytes:
    """Return files as recordings come, one of each version and packing."""
    signal = made_mat.made_signal(3, 80)
    integers = np.round(signal * 1000).astype(np.int16)
    ecg = {"sex": "Male", "age": 52, "data": signal, "fs": made_mat.FS_HZ}
    names = ["I", "II", "V1"]
    facts: dict[str, Any] = {"fs": made_mat.FS_HZ, "units": "mV", "rpeaks": np.arange(1, 60, 7)}
    facts["labels"] = np.array(names, dtype=object)
    v4 = {"val": integers, "fs": made_mat.FS_HZ, "units": "mV"}
    made: dict[str, Callable[[], Path]] = {
        "v4": lambda: made_mat.write_v4(path, **v4),
        "v5 struct": lambda: made_mat.write_v5(path, ECG=ecg),
        "v5 packed": lambda: made_mat.write_v5(path, packed=True, ecg=signal.T, **facts),
        "v5 integers": lambda: made_mat.write_v5(path, val=integers, **facts),
        "v7.3": lambda: made_mat.write_v73(path, ecg=signal, fs=made_mat.FS_HZ, labels=names),
        "v7.3 struct": lambda: made_mat.write_v73(path, ECG=ecg),
    }
    return made[kind]().read_bytes()


def _muse(kind: str, path: Path) -> bytes:
    counts, named, waveform = made_muse.made_counts, made_muse.named, made_muse.waveform
    rhythm = waveform("Rhythm", named(counts(2, 30), ("I", "II")))
    median = waveform("Median", named(counts(1, 12), ("V1",)))
    waves = (median, rhythm) if kind == "both" else (rhythm,)
    written_as = {"rhythm": "iso-8859-1", "both": "utf-8", "utf-16": "utf-16"}[kind]
    return made_muse.write_muse(path, *waves, written_as=written_as).read_bytes()


def _philips(kind: str, path: Path) -> bytes:
    """Return one of each form; the signal's bytes alone make most of the last."""
    counts, beats = made_philips.made_counts(n_samples=24), made_philips.made_counts(n_samples=16)
    with_pulse = made_philips.with_pulse(counts)
    long = made_philips.made_counts(n_samples=400)
    write = partial(made_philips.write_philips, path)
    made: dict[str, Callable[[], Path]] = {
        "packed": lambda: write(counts=with_pulse, beats=beats, written_as="utf-8"),
        "packed 1.03": lambda: write(counts=counts, version="1.03", written_as="iso-8859-1"),
        "plain": lambda: write(counts=counts, encoding="Plain", packing="", written_as="utf-16"),
        "signal alone": lambda: write(counts=long, leads=made_philips.LEADS, written_as="utf-8"),
    }
    return made[kind]().read_bytes()


def _scp(kind: str, _: Path) -> bytes:
    """Return one of each way to store a signal."""
    levels = made_scp.made_levels(2, 60)
    if kind == "beats":
        return made_scp.MadeBeats(n_leads=1, n_samples=400).record()
    if kind == "two tables":
        return made_scp.plain_record(levels, tables=made_scp.TWO_TABLES)
    text = made_scp.text
    born = (25, b"\xe4\x07\x05\x11")
    facts = {
        1: made_scp.tags((0, text("Made")), (14, made_scp.device_tag()), born),
        7: made_scp.global_section([[100, 210, 260, 350, 660, 45, -30, 60]], spikes=[(20, 900)]),
        8: made_scp.statement_section([text("Sinus rhythm")]),
        10: made_scp.lead_measurement_section({1: [100, 150, 90, 400]}),
        11: made_scp.statement_section([b"\x01NORM\x00"]),
    }
    if kind == "plain":
        return made_scp.plain_record(levels, tables=None, extra=facts)
    return made_scp.plain_record(levels, extra=facts)


def _table(kind: str, path: Path) -> bytes:
    """Return a plain table, one of a watch, with times of a day, with decimal commas."""
    write, waves = made_tables.write_table, made_tables.made_waves(2, 30).tolist()
    times = [f"'{made_tables.clock(number, 360)}'" for number in range(30)]
    header = "'Elapsed time','MLII','V5'\n'hh:mm:ss.mmm','mV','mV'\n"
    seconds = [f"{number / 500:.3f}" for number in range(30)]
    commas = partial(write, path, [seconds, *waves], "t;I;II\n", delimiter=";", decimal_comma=True)
    made: dict[str, Callable[[], Path]] = {
        "plain": lambda: write(path, waves),
        "watch": lambda: write(path, waves[:1], made_tables.WATCH),
        "clock": lambda: write(path, [times, *waves], header),
        "commas": commas,
    }
    return made[kind]().read_bytes()


def _each(make: Callable[[str, Path], bytes], *kinds: str) -> dict[str, Make]:
    return {kind: partial(make, kind) for kind in kinds}


_MARKS = made_ishne.annotation_file(20, [("N", 0), ("V", 30), ("!", 65_535), ("C", 2)])
_TABLES = _each(_table, "plain", "watch", "clock", "commas")
FORMATS: dict[str, Format] = {
    "aecg": Format(".xml", _each(_aecg, "utf-8", "utf-16", "in turn")),
    "dicom": Format(
        ".dcm",
        _each(
            _dicom,
            *("explicit", "implicit", "big endian", "deflated", "bare", "undefined", "in turn"),
        ),
    ),
    "edf": Format(
        ".edf",
        _each(_edf, "plain", "with texts", "with gaps", "missing samples", "several rates", "bdf"),
    ),
    "ishne": Format(
        ".ecg",
        _each(_ishne, "recording", "with a comment"),
        beside={".ann": _MARKS},
    ),
    "ishne marks": Format(
        ".ann", {"marks": lambda _: _MARKS}, beside={".ecg": _ishne("recording", Path())}
    ),
    "mat": Format(
        ".mat",
        _each(_mat, "v4", "v5 struct", "v5 packed", "v5 integers", "v7.3", "v7.3 struct"),
        ImportHints(fs_hz=made_mat.FS_HZ),
    ),
    "muse": Format(".xml", _each(_muse, "rhythm", "both", "utf-16")),
    "philips": Format(".xml", _each(_philips, "packed", "packed 1.03", "plain", "signal alone")),
    "scp": Format(".scp", _each(_scp, "plain", "coded", "two tables", "beats")),
    "table": Format(".csv", _TABLES),
    "table with a rate": Format(".csv", _TABLES, ImportHints(fs_hz=500)),
}
