"""What is said of the work that is running."""

from collections.abc import Mapping, Sequence

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
}
_WITHOUT_RECORD = ("open", "folder", "networks", "models")
_LONG_READING_S = 120.0
# Done in a moment unless the record is long.
_SHORT_ONES = ("pyramid", "rate")


def work_words(
    kinds: Sequence[str], shares: Mapping[str, float], state: ViewState
) -> tuple[str, float | None]:
    """Return the words for what is running and its share done, ("", None) for nothing."""
    for kind, words in _WORDS.items():
        if kind not in kinds or (kind in _SHORT_ONES and not _is_long(state)):
            continue
        share = shares.get(kind) or None
        name = f" {state.record.name}" if state.record and kind not in _WITHOUT_RECORD else ""
        percent = f" {100 * share:.0f} %" if share is not None else ""
        return f"{words}{name} …{percent}", share
    return "", None


def _is_long(state: ViewState) -> bool:
    return state.record is not None and state.record.duration_s > _LONG_READING_S
