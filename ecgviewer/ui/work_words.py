"""What is said of the work that is running."""

from collections.abc import Mapping, Sequence

from ecgviewer.core.record import Record
from ecgviewer.core.text import later, tr
from ecgviewer.ui.state import ViewState

# In the order in which they are told; reading samples is too short to speak of.
_WORDS = {
    "open": later("Opening"),
    "folder": later("Listing the folder"),
    "archive": later("Taking over answers"),
    "networks": later("Loading the model"),
    "models": later("Loading the model"),
    "analyse": later("Analysing {record}"),
    "explain": later("Explaining {record}"),
    "report": later("Writing the report of {record}"),
    "look": later("Explaining a beat of {record}"),
    "colour": later("Explaining the beats of {record}"),
    "erase": later("Asking again about {record}"),
    "measure": later("Measuring {record}"),
    "beats": later("Laying over one another the beats of {record}"),
    "laid": later("Laying over one another the beats of {record}"),
    "try": later("Testing the colouring of {record}"),
    "leads": later("Weighing the leads of {record}"),
    "scan": later("Scanning {record}"),
    "pyramid": later("Reading {record}"),
    "rate": later("Counting the beats of {record}"),
    "review file": later("Opening the review file"),
    "merge reviews": later("Merging reviews"),
    "disputed": later("Looking for disputed records"),
    "agreement": later("Comparing the readers"),
    "open_below": later("Opening"),
    "pyramid_below": later("Reading {record}"),
}
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
        told = tr(words, record=record.name if record else "").rstrip()
        percent = f" {100 * share:.0f} %" if share is not None else ""
        return f"{told} …{percent}", share
    return "", None


def _record_of(kind: str, state: ViewState) -> Record | None:
    if kind == "pyramid_below":
        return state.compared.record if state.compared else None
    return state.record


def _is_long(record: Record | None) -> bool:
    return record is not None and record.duration_s > _LONG_READING_S
