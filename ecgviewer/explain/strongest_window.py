"""Which window of a long record to explain: the one that speaks most for a class."""

from ecgviewer.core.record import Record
from ecgviewer.core.task import Task
from ecgviewer.inference.loaded import LoadedModel
from ecgviewer.inference.predict import analyze, windows_of
from ecgviewer.inference.windows import Span


def strongest_window(
    model: LoadedModel, record: Record, label: str | None, start: int, stop: int, task: Task
) -> Span:
    """Return the analysis' window under samples start..stop in which a label scores highest.

    label: None for the likeliest of the record. The span itself where at most one window
    lies under it. Raises EcgError where the record or the label cannot be judged.
    """
    if label is not None:
        model.card.place_of(label)
    under = windows_of(record, model, start, stop)
    if len(under) < 2:
        return start, stop
    analysis = analyze(model, record, task)
    wanted = label or analysis.findings[0].label
    scored = [window for window in analysis.windows if (window.start, window.stop) in under]
    if not scored:
        return start, stop
    best = max(scored, key=lambda window: window.scores[wanted])
    return best.start, best.stop
