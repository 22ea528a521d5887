"""What is said of the work that is running."""

from collections.abc import Mapping, Sequence

from ecgviewer.core.record import Record
from ecgviewer.ui.state import ViewState

# In the order in which they are told; reading samples is too short to speak of.
_WORDS = {
    "open": "Opening",
    "folder": "Listing the folder",
    "networks": "Loading the model",
    "models": "Loading the model",
    "analyse": "Analysing",
    "explain": "Explaining",
    "look": "Explaining a beat of",
    "colour": "Explaining the beats of",
    "erase": "Asking again about",
    "measure": "Measuring",
    "beats": "Laying over one another the beats of",
    "laid": "Laying over one another the beats of",
    "try": "Testing the colouring of",
    "leads": "Weighing the leads of",
    "scan": "Scanning",
    "pyramid": "Reading",
    "rate": "Counting the beats of",
    "open_below": "Opening",
    "pyramid_below": "Reading",
}
_WITHOUT_RECORD = ("open", "folder", "networks", "models", "open_below")
_LONG_READING_S = 120.0
# Done in a moment unless the record is long.
_SHORT_ONES = ("pyramid", "pyramid_below", "rate")


def work_words(
    kinds: Sequence[str], shares: Mapping[str, float], state: ViewState
) -> tuple[str, float | None]:
    """Return the words for what is running and its share done, ("", None) for nothing."""
    for kind, words in _WORDS.items():
        record = _record_of(kind, state)
        if kind not in kinds or (kind in _SHORT_ONES and not _is_long(record)):
            continue
        share = shares.get(kind) or None
        name = f" {record.name}" if record and kind not in _WITHOUT_RECORD else ""
        percent = f" {100 * share:.0f} %" if share is not None else ""
        return f"{words}{name} …{percent}", share
    return "", None


def _record_of(kind: str, state: ViewState) -> Record | None:
    if kind == "pyramid_below":
        return state.compared.record if state.compared else None
    return state.record


def _is_long(record: Record | None) -> bool:
    return record is not None and record.duration_s > _LONG_READING_S
