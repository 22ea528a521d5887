"""QT as it would be at 60 beats a minute, by four formulas, and where each should not be used.

Sources: Bazett, Heart 7:353-370, 1920; Fridericia, Acta Med Scand 53:469-486, 1920; Sagie
and others (Framingham), Am J Cardiol 70:797-801, 1992; Hodges and others, J Am Coll Cardiol
1:694, 1983; limits after Rautaharju and others, J Am Coll Cardiol 53:982-991, 2009.
"""

from typing import Final

from ecgviewer.core.text import later, tr

BAZETT_PER_MIN: Final = (60.0, 100.0)
WIDE_QRS_MS: Final = 120.0
BAZETT_LIMIT: Final = later("Bazett corrects wrongly outside 60 to 100 beats per minute")
WIDE_QRS_LIMIT: Final = later("with a QRS of 120 ms or more QTc overestimates repolarisation")


def bazett_ms(qt_ms: float, rr_s: float) -> float:
    """Return QT / RR^(1/2) in ms; rr_s: the RR interval in seconds, above 0."""
    return float(qt_ms / rr_s ** (1 / 2))


def fridericia_ms(qt_ms: float, rr_s: float) -> float:
    """Return QT / RR^(1/3) in ms; rr_s: the RR interval in seconds, above 0."""
    return float(qt_ms / rr_s ** (1 / 3))


def framingham_ms(qt_ms: float, rr_s: float) -> float:
    """Return QT + 154 (1 - RR) in ms; rr_s: the RR interval in seconds."""
    return float(qt_ms + 154.0 * (1.0 - rr_s))


def hodges_ms(qt_ms: float, rr_s: float) -> float:
    """Return QT + 1.75 (rate - 60) in ms; rr_s: the RR interval in seconds, above 0."""
    return float(qt_ms + 1.75 * (60.0 / rr_s - 60.0))


def bazett_limits(rr_s: float) -> tuple[str, ...]:
    """Return what to say of Bazett's formula at this RR interval, in seconds."""
    low, high = BAZETT_PER_MIN
    return () if low <= 60.0 / rr_s <= high else (tr(BAZETT_LIMIT),)


def wide_qrs_limits(qrs_ms: float | None) -> tuple[str, ...]:
    """Return what to say of any QTc beside a QRS complex of this length, None: unknown."""
    return (tr(WIDE_QRS_LIMIT),) if qrs_ms is not None and qrs_ms >= WIDE_QRS_MS else ()
