"""A scan's figures as its reader has them, beside the model's own where they differ."""

from collections.abc import Iterator

from ecgviewer.core.scan import Scan
from ecgviewer.core.scan_words import counted, summary_rows
from ecgviewer.core.text import later, tr
from ecgviewer.signal.scan_corrections import CorrectedScan

_SECONDARY = "secondary"


def corrected_words(corrected: CorrectedScan) -> str:
    """Return "12 beats corrected and 3 confirmed by the reader; the figures follow.", or less."""
    n, m = corrected.n_corrected, corrected.n_confirmed
    if not n:
        one = later("{n} beat confirmed by the reader.")
        return counted(m, one, later("{n} beats confirmed by the reader."))
    if not m:
        one = later("{n} beat corrected by the reader; the figures follow.")
        return counted(n, one, later("{n} beats corrected by the reader; the figures follow."))
    one = later("{n} beat corrected and {m} confirmed by the reader; the figures follow.")
    many = later("{n} beats corrected and {m} confirmed by the reader; the figures follow.")
    return counted(n, one, many, m=f"{m:,}")


def briefly(corrected: CorrectedScan | None) -> str:
    """Return "12 beats corrected", "" where nothing was."""
    if corrected is None or not corrected.n_corrected:
        return ""
    n = corrected.n_corrected
    return counted(n, later("{n} beat corrected"), later("{n} beats corrected"))


def rows_beside(scan: Scan, corrected: CorrectedScan | None) -> Iterator[tuple[str, str, str]]:
    """Yield each figure's name, what is said of it and the kind of text that it is.

    Below a figure that the reader's corrections have changed stands the model's own.
    """
    if corrected is None:
        for name, text in summary_rows(scan):
            yield name, text, ""
        return
    own = dict(summary_rows(scan))
    for name, text in summary_rows(corrected.scan):
        yield name, text, ""
        before = own.pop(name, tr("none"))
        if before != text:
            yield "", tr("model: {figures}", figures=before), _SECONDARY
    for name, before in own.items():
        # A rhythm or a block that is gone altogether.
        yield name, tr("none"), ""
        yield "", tr("model: {figures}", figures=before), _SECONDARY
