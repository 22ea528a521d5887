"""Which filters a reader may look through: names, words, and what a record's rate can hold.

They change what is drawn and never what a model reads.
"""

import re
from dataclasses import dataclass, fields, replace

from ecgviewer.core.text import later, tr

HIGH_PASS_HZ = (0.05, 0.5)
LOW_PASS_HZ = (40.0, 100.0, 150.0)
NOTCH_HZ = (50.0, 60.0)
# A corner nearer to half the rate than this has no room to fall.
HIGHEST_SHARE_OF_RATE = 0.49

_NAMES = {
    "high_pass_hz": later("high-pass {hz} Hz"),
    "low_pass_hz": later("low-pass {hz} Hz"),
    "notch_hz": later("notch {hz} Hz"),
}
_CODES = {"high": "high_pass_hz", "low": "low_pass_hz", "notch": "notch_hz"}
_OFFERED = {"high_pass_hz": HIGH_PASS_HZ, "low_pass_hz": LOW_PASS_HZ, "notch_hz": NOTCH_HZ}
_PART = re.compile(r"(high|low|notch)(\d+(?:\.\d+)?)")


@dataclass(frozen=True, slots=True)
class DisplayFilter:
    """Corners in Hz, None for a part that is off."""

    high_pass_hz: float | None = None
    low_pass_hz: float | None = None
    notch_hz: float | None = None

    @property
    def on(self) -> bool:
        """Whether anything is filtered."""
        return self != OFF

    @property
    def code(self) -> str:
        """The form that settings and the command line use: "high0.5,low40,notch50"."""
        parts = ((code, getattr(self, name)) for code, name in _CODES.items())
        return ",".join(f"{code}{hz:g}" for code, hz in parts if hz is not None)


OFF = DisplayFilter()
# What the key brings before anything was chosen.
USUAL = DisplayFilter(0.5, 40.0)


def parse_filter(text: str) -> DisplayFilter:
    """Return the filter of a code such as "high0.5,low40,notch50"; "" is none.

    Raises ValueError for another form, and for corners that are not offered.
    """
    found = OFF
    for part in filter(None, text.split(",")):
        match = _PART.fullmatch(part.strip())
        name = _CODES[match[1]] if match else ""
        hz = float(match[2]) if match else 0.0
        if not match or hz not in _OFFERED[name] or getattr(found, name) is not None:
            raise ValueError(f"{text} is no filter such as high0.5,low40,notch50")
        found = replace(found, **{name: hz})
    return found


def can_hold(hz: float, rate_hz: float) -> bool:
    """Whether a record of this rate has room for a corner at ``hz``."""
    return hz <= HIGHEST_SHARE_OF_RATE * rate_hz


def fitting(wanted: DisplayFilter, rate_hz: float) -> DisplayFilter:
    """Return the parts of a filter that a record of this rate can hold."""
    parts = ((part.name, getattr(wanted, part.name)) for part in fields(wanted))
    kept = {name: hz for name, hz in parts if hz is not None and can_hold(hz, rate_hz)}
    return DisplayFilter(**kept)


def filter_words(chosen: DisplayFilter) -> str:
    """Return "0.5–40 Hz, notch 50 Hz", "high-pass 0.5 Hz", "" for none."""
    high, low = chosen.high_pass_hz, chosen.low_pass_hz
    words = []
    if high is not None and low is not None:
        words.append(f"{high:g}–{low:g} Hz")
    else:
        words += [_part_words(name, chosen) for name in ("high_pass_hz", "low_pass_hz")]
    words.append(_part_words("notch_hz", chosen))
    return ", ".join(filter(None, words))


def unfit_words(wanted: DisplayFilter, rate_hz: float) -> str:
    """Return why parts of a filter cannot be used at this rate, "" where all can."""
    kept = fitting(wanted, rate_hz)
    names = [name for name in _NAMES if getattr(kept, name) != getattr(wanted, name)]
    if not names:
        return ""
    parts, why = tr(" and ").join(_part_words(name, wanted) for name in names), rate_words(rate_hz)
    if len(names) > 1:
        return tr("{parts} do not fit: {why}", parts=parts, why=why)
    return tr("{part} does not fit: {why}", part=parts, why=why)


def rate_words(rate_hz: float) -> str:
    """Return how far a record of this rate reaches: "recorded at 128 Hz, it ends at 64 Hz"."""
    rate, end = f"{rate_hz:g}", f"{rate_hz / 2:g}"
    return tr("recorded at {rate} Hz, it ends at {end} Hz", rate=rate, end=end)


def _part_words(name: str, chosen: DisplayFilter) -> str:
    hz = getattr(chosen, name)
    return "" if hz is None else tr(_NAMES[name], hz=f"{hz:g}")
