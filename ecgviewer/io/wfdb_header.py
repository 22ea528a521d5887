"""Parser of WFDB header files. Source: WFDB Applications Guide, header(5)."""

import math
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path

from ecgviewer.core.errors import EcgError
from ecgviewer.core.record import Notice

# A header of 100,000 segments takes 2 MB; anything beyond is no header.
_MAX_BYTES = 4_000_000
_MAX_SEGMENTS = 100_000
_MAX_RATE_HZ = 1e6
_MIN_RATE_HZ = 1e-3
_DEFAULT_RATE_HZ = 250.0
DEFAULT_GAIN = 200.0
_GAIN_RANGE = (1e-9, 1e12)
_MAX_COUNT = 10**15
_MAX_LEVEL = 2**32
# A read takes in this many frames more, so it has to stay small.
_MAX_SKEW = 10_000
# Names go into windows and through patterns.
_MAX_NAME = 100
_MAX_FILE_NAME = 250

_RECORD = re.compile(
    r"(?P<name>[^\s/]+)(?:/(?P<n_segments>\d+))?\s+(?P<n_signals>[+-]?\d+)"
    r"(?:\s+(?P<rate>[^\s/]+)(?:/\S*)?)?(?P<rest>\s.*)?"
)
_SIGNAL = re.compile(
    r"(?P<file>\S+)\s+(?P<format>\d+)(?:x(?P<per_frame>\d+))?(?::(?P<skew>\d+))?"
    r"(?:\+(?P<offset>\d+))?"
    r"(?:\s+(?P<gain>[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?)"
    r"(?:\((?P<baseline>[-+]?\d+)\))?(?:/(?P<unit>\S+))?"
    r"(?:\s+[-+]?\d+(?:\s+(?P<zero>[-+]?\d+)(?:\s+(?P<initial>[-+]?\d+)"
    r"(?:\s+[-+]?\d+(?:\s+[-+]?\d+)?)?)?)?)?)?(?:\s+(?P<description>.*))?"
)
_SEGMENT = re.compile(r"(?P<name>\S+)\s+(?P<length>\d+)(?:\s.*)?")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


@dataclass(frozen=True, slots=True)
class SignalSpec:
    """One signal line.

    format: the WFDB number, 0 for a signal without samples. offset: bytes (FLAC:
    samples) before the first frame. skew: frames by which the signal runs ahead in
    the file. gain: ADC units per unit, DEFAULT_GAIN where calibrated is False.
    baseline: ADC value at 0. initial: value before the first difference (format 8).
    """

    file_name: str
    format: int
    per_frame: int
    skew: int
    offset: int
    gain: float
    calibrated: bool
    baseline: int
    unit: str
    initial: int
    name: str


@dataclass(frozen=True, slots=True)
class SegmentSpec:
    """One segment line; name "~" is a gap. n_frames: its length."""

    name: str
    n_frames: int


@dataclass(frozen=True, slots=True)
class Header:
    """What a header file says.

    rate_hz: frames a second. n_frames: None where the header does not say. A
    multi-segment record has segments and no signals, any other the reverse.
    """

    path: Path
    n_signals: int
    rate_hz: float
    n_frames: int | None
    started_at: datetime | None
    signals: tuple[SignalSpec, ...]
    segments: tuple[SegmentSpec, ...]
    comments: tuple[str, ...]
    warnings: tuple[Notice, ...]

    @property
    def is_layout(self) -> bool:
        """Whether this only names the signals of a variable-layout record."""
        return bool(self.signals) and all(spec.file_name == "~" for spec in self.signals)


def read_header(path: Path) -> Header:
    """Parse a header file; UTF-8, with or without a byte order mark, or Latin-1.

    Raises EcgError if the file cannot be read, is no WFDB header or holds numbers
    that no recording can have.
    """
    lines, comments = _split(_read_text(path))
    if not lines:
        raise EcgError(f"{path.name} is empty, so it describes no WFDB record.")
    first = _RECORD.fullmatch(lines[0])
    if first is None:
        raise EcgError(
            f"{path.name} is no WFDB header: its first line should hold a record name, "
            "the number of signals and the sampling rate."
        )
    n_signals = _bounded(path, "number of signals", first["n_signals"], 1, 10_000)
    n_frames, started_at, warnings = _length_and_start(path, (first["rest"] or "").split())
    signals: tuple[SignalSpec, ...] = ()
    segments: tuple[SegmentSpec, ...] = ()
    if first["n_segments"] is None:
        described = _take(path, lines[1:], n_signals, "signals")
        signals = tuple(_signal(path, line, i) for i, line in enumerate(described))
    else:
        wanted = _bounded(path, "number of segments", first["n_segments"], 1, _MAX_SEGMENTS)
        segments = tuple(_segment(path, x) for x in _take(path, lines[1:], wanted, "segments"))
    return Header(
        path=path,
        n_signals=n_signals,
        rate_hz=_rate_hz(path, first["rate"]),
        n_frames=n_frames,
        started_at=started_at,
        signals=signals,
        segments=segments,
        comments=tuple(comments),
        warnings=tuple(warnings),
    )


def _read_text(path: Path) -> str:
    if path.exists() and not path.is_file():
        raise EcgError(f"{path.name} is no file, so it describes no WFDB record.")
    try:
        with path.open("rb") as file:
            content = file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise EcgError(f"{path.name} cannot be opened: {error.strerror or error}.") from error
    if len(content) > _MAX_BYTES or b"\0" in content:
        raise EcgError(f"{path.name} is no WFDB header: it is not a short text.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _split(text: str) -> tuple[list[str], list[str]]:
    lines: list[str] = []
    comments: list[str] = []
    for line in re.split(r"\r\n|\r|\n", text):
        bare = line.strip()
        if bare.startswith("#"):
            comments.append(bare.lstrip("# \t").rstrip())
        elif bare:
            lines.append(bare)
    return lines, comments


def _take(path: Path, lines: list[str], wanted: int, what: str) -> list[str]:
    if len(lines) < wanted:
        raise EcgError(f"{path.name} announces {wanted} {what} but describes {len(lines)}.")
    return lines[:wanted]


def _bounded(path: Path, what: str, text: str, low: int, high: int) -> int:
    # Python refuses to convert numbers of more than 4,300 digits.
    value = int(text) if len(text) <= 25 else high + 1
    if not low <= value <= high:
        raise EcgError(f"{path.name} gives an impossible {what}: {text[:25]}.")
    return value


def _rate_hz(path: Path, text: str | None) -> float:
    if text is None:
        return _DEFAULT_RATE_HZ
    try:
        rate_hz = float(text)
    except ValueError:
        rate_hz = math.nan
    if not _MIN_RATE_HZ <= rate_hz <= _MAX_RATE_HZ:
        raise EcgError(f"{path.name} gives an impossible sampling rate: {text[:25]} Hz.")
    return rate_hz


def _length_and_start(
    path: Path, words: list[str]
) -> tuple[int | None, datetime | None, list[Notice]]:
    n_frames = None
    if words and re.fullmatch(r"[+-]?\d+", words[0]):
        # 0 stands for "not told": the size of the signal file decides.
        n_frames = _bounded(path, "number of samples", words[0], 0, _MAX_COUNT) or None
        words = words[1:]
    if not words:
        return n_frames, None, []
    clock = next((_clock(word) for word in words if ":" in word), None)
    dated = [word for word in words if "/" in word or "-" in word]
    day = _day(dated[0]) if dated else None
    if day is not None and clock is not None:
        return n_frames, datetime.combine(day, clock), []
    # A time of day alone is usual (no date is told); anything else is odd.
    if clock is not None and not dated and len(words) == 1:
        return n_frames, None, []
    told = " ".join(words)[:40]
    return n_frames, None, [Notice(f"The header gives a start that is no date and time: {told}.")]


def _clock(word: str) -> time | None:
    parts = word.split(":")
    try:
        seconds = float(parts.pop())
        minutes, hours = (int(parts.pop()) if parts else 0 for _ in range(2))
        if parts or not 0 <= seconds < 60:
            return None
        whole = int(seconds)
        microseconds = min(round((seconds - whole) * 1e6), 999_999)
        return time(hours, minutes, whole, microseconds)
    except ValueError:
        return None


def _day(word: str) -> date | None:
    parts = re.split(r"[/-]", word)
    if len(parts) != 3 or len(parts[2]) != 4:
        return None
    try:
        month = parts[1].lower()[:3]
        number = _MONTHS.index(month) + 1 if month in _MONTHS else int(parts[1])
        return date(int(parts[2]), number, int(parts[0]))
    except ValueError:
        return None


def _signal(path: Path, line: str, index: int) -> SignalSpec:
    match = _SIGNAL.fullmatch(line)
    if match is None:
        raise EcgError(f"{path.name} is no WFDB header: cannot read its line “{line[:60]}”.")
    gain, calibrated = _gain(path, match["gain"])
    zero = _bounded(path, "ADC zero", match["zero"] or "0", -_MAX_LEVEL, _MAX_LEVEL)
    baseline = match["baseline"] or str(zero)
    return SignalSpec(
        file_name=_plain_name(path, match["file"]),
        format=_bounded(path, "signal format", match["format"], 0, 10_000),
        per_frame=_bounded(path, "samples per frame", match["per_frame"] or "1", 1, 1_000_000),
        skew=_bounded(path, "skew", match["skew"] or "0", 0, _MAX_SKEW),
        offset=_bounded(path, "byte offset", match["offset"] or "0", 0, _MAX_COUNT),
        gain=gain,
        calibrated=calibrated,
        baseline=_bounded(path, "baseline", baseline, -_MAX_LEVEL, _MAX_LEVEL),
        unit=(match["unit"] or "mV")[:_MAX_NAME],
        initial=_bounded(path, "first value", match["initial"] or "0", -_MAX_LEVEL, _MAX_LEVEL),
        name=(match["description"] or "")[:_MAX_NAME].strip() or f"signal {index + 1}",
    )


def _gain(path: Path, text: str | None) -> tuple[float, bool]:
    gain = float(text) if text else 0.0
    if gain == 0:
        return DEFAULT_GAIN, False
    if not _GAIN_RANGE[0] <= abs(gain) <= _GAIN_RANGE[1]:
        raise EcgError(f"{path.name} gives an impossible gain: {(text or '')[:25]}.")
    return gain, True


def _segment(path: Path, line: str) -> SegmentSpec:
    match = _SEGMENT.fullmatch(line)
    if match is None:
        raise EcgError(f"{path.name} is no WFDB header: cannot read its line “{line[:60]}”.")
    length = _bounded(path, "segment length", match["length"], 0, _MAX_COUNT)
    return SegmentSpec(_plain_name(path, match["name"]), length)


def _plain_name(path: Path, name: str) -> str:
    if len(name) > _MAX_FILE_NAME:
        raise EcgError(f"{path.name} names a file by {len(name)} letters: {name[:60]}….")
    # A header from elsewhere must not reach outside its own folder.
    if "/" in name or "\\" in name or name in (".", "..") or ":" in name:
        raise EcgError(f"{path.name} names a file outside its folder: {name[:60]}.")
    return name
