"""Numbers and names as a reader sees them."""

from ecgviewer.core.card import ModelCard
from ecgviewer.core.classes import class_text
from ecgviewer.core.finding import Analysis, Finding

# Beside a method that misses a part of the model, where methods are chosen.
PARTLY_BLIND = " (partly blind)"
RESEARCH_ONLY = "Research use only. Not a medical device."

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_OLDEST_SHOWN_YEARS = 89


def clock(seconds: float) -> str:
    """Return a time of the record: "12.4 s", "4:05", "1:02:30"."""
    if seconds < 60:
        return f"{seconds:.1f} s"
    whole = round(seconds)
    hours, minutes = divmod(whole // 60, 60)
    if hours:
        return f"{hours}:{minutes:02d}:{whole % 60:02d}"
    return f"{minutes}:{whole % 60:02d}"


def length(seconds: float) -> str:
    """Return how long a record is: "10 s", "30 min 6 s", "24 h 0 min"."""
    if seconds < 60:
        return f"{seconds:.4g} s"
    minutes, rest_s = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest_s} s" if rest_s else f"{minutes} min"
    return f"{minutes // 60} h {minutes % 60} min"


def took(seconds: float) -> str:
    """Return how long a computation took: "40 ms", "2.6 s"."""
    return f"{1000 * seconds:.0f} ms" if seconds < 0.1 else f"{seconds:.1f} s"


def parse_clock(text: str) -> float | None:
    """Return the seconds that "75", "1:15", "1:15.5" or "0:01:15" mean, None if nothing."""
    parts = text.strip().removesuffix("s").strip().split(":")
    try:
        values = [float(part) for part in parts]
    except ValueError:
        return None
    if len(values) > 3 or any(not 0 <= value < float("inf") for value in values):
        return None
    seconds = 0.0
    for value in values:
        seconds = seconds * 60 + value
    return seconds


def age(years: float | None) -> str:
    """Return an age as it may be shown: in years, those above 89 as one group."""
    if years is None:
        return "age unknown"
    if years > _OLDEST_SHOWN_YEARS:
        return "90+ years"
    if years < 1:
        return f"{round(years * 12)} months"
    return f"{years:.0f} years"


def sex(letter: str | None) -> str:
    """Return a sex in words."""
    return {"M": "male", "F": "female"}.get(letter or "", "sex unknown")


def classes_only(n_labels: int) -> str:
    """Return the sentence that says what was not looked at."""
    number = _NUMBERS[n_labels] if n_labels < len(_NUMBERS) else str(n_labels)
    noun = "class" if n_labels == 1 else "classes"
    return f"{number.capitalize()} {noun} only; nothing else was looked at."


def finding_words(finding: Finding) -> str:
    """Return one finding as read aloud: name, score, threshold, state."""
    state = "suggested" if finding.present else "not suggested"
    if finding.borderline:
        state += ", borderline"
    if finding.excluded_by:
        state = f"not judged beside {finding.excluded_by}"
    name = class_text(finding.label).name
    return f"{name}, {finding.probability:.2f}, threshold {finding.threshold:.2f}, {state}"


def unfamiliar_words(analysis: Analysis, also: str = "") -> str:
    """Return why an answer is not to be leaned on, "" where the record is a familiar one.

    also: another reason, as a sentence.
    """
    if not analysis.is_unfamiliar:
        return ""
    reason = f": {analysis.unfamiliar_reason}" if analysis.unfamiliar_reason else ""
    unlike = f"Unlike the records this model learnt from ({analysis.unfamiliar:.2f}){reason}."
    return " ".join(filter(None, (unlike, also, "Do not lean on these.")))


def score_kind(card: ModelCard | None) -> str:
    """Return what the figures of a model may be called."""
    # Of exclusive classes it says how common they are, not how sure the net is.
    calibrated = card is not None and card.calibration is not None and not card.exclusive
    return "calibrated probabilities" if calibrated else "uncalibrated scores"
