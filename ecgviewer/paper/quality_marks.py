"""What stands beside the name of a lead that cannot be read well."""

from typing import Final

from ecgviewer.core.text import later, tr
from ecgviewer.signal.lead_quality import Grade, LeadQuality

# Grey as all that stands back: the shape and the word say it, not a colour.
GLYPHS: Final[dict[Grade, str]] = {"good": "", "usable": "△", "poor": "✕"}


# By the grade, as it is written and read aloud.
_WORDS: Final[dict[Grade, str]] = {
    "good": later("good"),
    "usable": later("usable"),
    "poor": later("poor"),
}


def grade_word(grade: Grade) -> str:
    """Return "good", "usable" or "poor" for a reader."""
    return tr(_WORDS[grade])


def mark_words(quality: LeadQuality | None) -> str:
    """Return "✕ flat line" or "△ mains hum"; "" for a lead that is good or not judged."""
    if quality is None or quality.grade == "good":
        return ""
    return f"{GLYPHS[quality.grade]} {quality.short_words}"


def read_aloud(quality: LeadQuality) -> str:
    """Return "V1 poor: flat line", for those who hear the paper."""
    return f"{quality.lead} {grade_word(quality.grade)}: {quality.words}"
