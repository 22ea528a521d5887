"""What stands beside the name of a lead that cannot be read well."""

from typing import Final

from ecgviewer.signal.lead_quality import Grade, LeadQuality

# Grey as all that stands back: the shape and the word say it, not a colour.
GLYPHS: Final[dict[Grade, str]] = {"good": "", "usable": "△", "poor": "✕"}


def mark_words(quality: LeadQuality | None) -> str:
    """Return "✕ flat line" or "△ mains hum"; "" for a lead that is good or not judged."""
    if quality is None or quality.grade == "good":
        return ""
    return f"{GLYPHS[quality.grade]} {quality.short_words}"


def read_aloud(quality: LeadQuality) -> str:
    """Return "V1 poor: flat line", for those who hear the paper."""
    return f"{quality.lead} {quality.grade}: {quality.words}"
