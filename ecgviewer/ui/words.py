"""Numbers and names as a reader sees them."""

from ecgviewer.core.card import ModelCard
from ecgviewer.core.classes import class_name
from ecgviewer.core.finding import Analysis, Finding
from ecgviewer.core.text import later, tr

# Beside a method that misses a part of the model, where methods are chosen.
PARTLY_BLIND = later(" (partly blind)")
RESEARCH_ONLY = later("Research use only. Not a medical device.")

_NUMBERS = {
    0: later("No"),
    2: later("Two"),
    3: later("Three"),
    4: later("Four"),
    5: later("Five"),
    6: later("Six"),
    7: later("Seven"),
    8: later("Eight"),
    9: later("Nine"),
    10: later("Ten"),
}
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


def beats(n: int) -> str:
    """Return "1 beat", "1,200 beats"."""
    return tr("{n} beat", n=n) if n == 1 else tr("{n} beats", n=f"{n:,}")


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
        return tr("age unknown")
    if years > _OLDEST_SHOWN_YEARS:
        return tr("90+ years")
    if years < 1:
        return tr("{n} months", n=round(years * 12))
    return tr("{n} years", n=f"{years:.0f}")


def sex(letter: str | None) -> str:
    """Return a sex in words."""
    return {"M": tr("male"), "F": tr("female")}.get(letter or "", tr("sex unknown"))


def classes_only(n_labels: int) -> str:
    """Return the sentence that says what was not looked at."""
    if n_labels == 1:
        return tr("One class only; nothing else was looked at.")
    number = tr(_NUMBERS[n_labels]) if n_labels in _NUMBERS else str(n_labels)
    return tr("{number} classes only; nothing else was looked at.", number=number)


def finding_words(finding: Finding) -> str:
    """Return one finding as read aloud: name, score, threshold, state."""
    return tr(
        "{name}, {probability}, threshold {threshold}, {state}",
        name=class_name(finding.label),
        probability=f"{finding.probability:.2f}",
        threshold=f"{finding.threshold:.2f}",
        state=_state_words(finding),
    )


def _state_words(finding: Finding) -> str:
    if finding.excluded_by:
        return tr("not judged beside {label}", label=finding.excluded_by)
    if finding.present:
        return tr("suggested, borderline") if finding.borderline else tr("suggested")
    return tr("not suggested, borderline") if finding.borderline else tr("not suggested")


def unfamiliar_words(analysis: Analysis, also: str = "") -> str:
    """Return why an answer is not to be leaned on, "" where the record is a familiar one.

    also: another reason, as a sentence.
    """
    if not analysis.is_unfamiliar:
        return ""
    share, reason = f"{analysis.unfamiliar:.2f}", analysis.unfamiliar_reason
    if reason:
        unlike = tr(
            "Unlike the records this model learnt from ({share}): {reason}.",
            share=share,
            reason=reason,
        )
        # A reason may be a question.
        unlike = unlike.replace("?.", "?")
    else:
        unlike = tr("Unlike the records this model learnt from ({share}).", share=share)
    return " ".join(filter(None, (unlike, also, tr("Do not lean on these."))))


def score_kind(card: ModelCard | None) -> str:
    """Return what the figures of a model may be called."""
    # Of exclusive classes it says how common they are, not how sure the net is.
    calibrated = card is not None and card.calibration is not None and not card.exclusive
    return tr("calibrated probabilities") if calibrated else tr("uncalibrated scores")
